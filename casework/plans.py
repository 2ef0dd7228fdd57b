"""One plan under lock: who may do this act to it, and its move along the way.

Every service that changes a plan does so by these three, in this order: `lock_plan`, `ask`, `move`.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Aggregate, JSONField, OuterRef, Q, QuerySet, Subquery
from django.dispatch import Signal
from django.utils import timezone

from casework.content import Content, content_hash, read_content
from casework.models import PlanHand, PlanVersion, SupportPlan
from casework.way import FUNDED_STATES, STATES, WAY, Step, acts_from
from delegation import authority, register
from delegation.authority import NotFound, Permission, Question
from delegation.guarded import acts_in_words, title_of_act
from delegation.models import Account, Organisation
from delegation.refusals import WrongState
from delegation.working_days import working_days_between

# The acts that decide a plan's money, and so let the database hold it in a funded state.
FUNDING_ACTS = frozenset({"record_funding_decision"})

# Sent inside the transaction, after the plan is saved: plan, act, by, was (the state before, empty for a new plan).
# What follows a plan listens: the queue.
plan_moved = Signal()


def lock_plan(ref: str, *, for_money: bool = False) -> SupportPlan:
    """The plan of this reference, locked until the transaction ends, with its council and provider.

    Args:
        for_money: lock its person and its council too. Of two plans of one person neither is decided without
            counting the other, and no limit of the council changes while it is being kept within.

    Raises NotFound when there is none.
    """
    plans = SupportPlan.objects.select_for_update(of=("self",)).select_related("council", "provider")
    try:
        return (_locked_for_money() if for_money else plans).get(ref=ref)
    except SupportPlan.DoesNotExist:
        raise NotFound(f"There is no plan {ref}.") from None


def lock_plans(these: Q) -> list[SupportPlan]:
    """These plans, locked as for money in the order of their references, so that two such acts can wait. One query."""
    return list(_locked_for_money().filter(these).order_by("ref"))


def _locked_for_money() -> QuerySet[SupportPlan]:
    locked = SupportPlan.objects.select_for_update(of=("self", "person", "council"), no_key=True)
    return locked.select_related("person", "council", "provider")


def hands_on(plan: SupportPlan) -> list[PlanHand]:
    """Whose hands were on the plan, the latest first. Kept on the plan in hand: they are written under its lock."""
    known: list[PlanHand] | None = plan.__dict__.get("_hands_on")
    if known is None:
        known = plan.__dict__["_hands_on"] = list(PlanHand.objects.filter(plan=plan).order_by("-id"))
    return known


def hands_beside() -> Subquery:
    """For a query of plans: whose hands were on each, as one list beside its row; NULL where nobody's were."""
    of_the_plan = PlanHand.objects.filter(plan=OuterRef("pk")).order_by().values("plan")
    listed = of_the_plan.annotate(listed=_Listed("pk", "worker_id", "hand")).values("listed")
    return Subquery(listed, output_field=JSONField())


def know_hands(plan: SupportPlan, listed: list[list[Any]] | None) -> None:
    """Keep on the locked plan whose hands were on it, as `hands_beside` read them after it was locked."""
    hands = [PlanHand(pk=pk, plan=plan, worker_id=worker, hand=hand) for pk, worker, hand in listed or []]
    plan.__dict__["_hands_on"] = sorted(hands, key=lambda hand: hand.pk, reverse=True)


class _Listed(Aggregate):
    """Rows as one list of lists, in the words each database has for it."""

    template, output_field = "JSON_GROUP_ARRAY(JSON_ARRAY(%(expressions)s))", JSONField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="JSONB_AGG(JSONB_BUILD_ARRAY(%(expressions)s))", **context)


def _barred(plan: SupportPlan, step: Step) -> dict[int, str]:
    """The workers whose hands on this plan keep them from this act, with what their hands did."""
    if not step.barred_hands:
        return {}
    return {hand.worker_id: hand.hand for hand in hands_on(plan) if hand.hand in step.barred_hands}


def question(
    act: str,
    plan: SupportPlan,
    by: Account,
    *,
    on: date | None = None,
    weekly: Decimal | None = None,
    whole_life: Decimal | None = None,
) -> Question:
    """What the guard is asked when `by` would do `act` to the plan. One query, for the hands, where any are barred."""
    asked = question_before_plan(
        act, by, council=plan.council, provider_id=plan.provider_id, subject_kind="plan", subject=plan.ref, on=on
    )
    return replace(asked, hands=_barred(plan, WAY[act]), weekly=weekly, whole_life=whole_life)


def ask(
    act: str,
    plan: SupportPlan,
    by: Account,
    *,
    on: date | None = None,
    weekly: Decimal | None = None,
    whole_life: Decimal | None = None,
) -> Permission:
    """Permission for `by` to do `act` to this plan, or the guard's refusal.

    Args: pounds a week and whole-life pounds, with what the person already receives. Raises Refused.
    """
    return authority.permit(question(act, plan, by, on=on, weekly=weekly, whole_life=whole_life))


def ask_before_plan(
    act: str,
    by: Account,
    *,
    council: Organisation,
    provider_id: int | None,
    subject_kind: str,
    subject: str,
    on: date | None = None,
) -> Permission:
    """Permission for an act of the way that comes before there is a plan, or the guard's refusal."""
    return authority.permit(
        question_before_plan(
            act, by, council=council, provider_id=provider_id, subject_kind=subject_kind, subject=subject, on=on
        )
    )


def question_before_plan(
    act: str,
    by: Account,
    *,
    council: Organisation,
    provider_id: int | None,
    subject_kind: str,
    subject: str,
    on: date | None = None,
) -> Question:
    """What the guard is asked of an act of the way that comes before there is a plan."""
    step = WAY[act]
    return Question(
        act=act,
        function=step.function,
        by=by,
        on=on or timezone.localdate(),
        council=council,
        side=step.side,
        roles=step.roles,
        organisation_id=provider_id if step.side == "provider" else None,
        subject_kind=subject_kind,
        subject=subject,
    )


def check_state(plan: SupportPlan, act: str) -> None:
    """Raise WrongState, naming who holds the plan and what may happen now, unless `act` starts from its state."""
    step = WAY[act]
    if plan.state in step.from_states:
        return
    state = STATES[plan.state]
    may = acts_in_words(other.act for other in acts_from(plan.state)) or "nothing"
    holder = "nobody's clock runs" if state.side == "none" else f"the {state.side} holds it"
    raise WrongState(
        f"Plan {plan.ref} is {state.title.lower()}: {holder}. {state.waits_for} "
        f"“{title_of_act(act)}” cannot be done now. What can: {may}."
    )


def _hand_over(plan: SupportPlan, side: str, today: date) -> None:
    """Pass the plan to the side that holds it next; add the working days the last one held it."""
    if side == plan.held_by:
        return
    days = working_days_between(plan.held_since, today)
    if plan.held_by == "provider":
        plan.provider_days += days
    elif plan.held_by == "council":
        plan.council_days += days
    plan.held_by, plan.held_since, plan.late_since = side, today, None


def _leave_hand(plan: SupportPlan, hand: str, by: Account, today: date) -> None:
    """Write that this worker's hands were on the plan; once is enough."""
    if not hand or by.worker_id is None:
        return
    known: list[PlanHand] = plan.__dict__.get("_hands_on", [])
    if any((had.worker_id, had.hand) == (by.worker_id, hand) for had in known):
        return
    written = PlanHand(plan=plan, worker_id=by.worker_id, hand=hand, first_on=today)
    PlanHand.objects.bulk_create([written], ignore_conflicts=True)
    known.insert(0, written)


def move(plan: SupportPlan, *, act: str, permission: Permission, why: str = "", to: str | None = None) -> None:
    """Do `act` to the locked plan: its state, revision, custody and hands, saved once with its history.

    Whatever the service changed on the plan beforehand is saved with it. `to` names the state for the few acts
    that may end in several. Raises WrongState.
    """
    check_state(plan, act)
    step, by, today, was = WAY[act], permission.question.by, timezone.localdate(), plan.state
    plan.state = to or step.leads_to(plan.state)
    plan.revision += 1
    _hand_over(plan, STATES[plan.state].side, today)
    if act in FUNDING_ACTS:
        plan.funding_decided_at, plan.funding_decided_by = timezone.now(), by
    elif plan.state not in FUNDED_STATES and STATES[plan.state].live:
        plan.funding_decided_at = plan.funding_decided_by = None
    register.keep(plan, by=by, why=why or act)
    _leave_hand(plan, step.leaves_hand, by, today)
    plan_moved.send(SupportPlan, plan=plan, act=act, by=by, was=was)


def seal_version(plan: SupportPlan, *, by: Account, content: Content | None = None) -> PlanVersion:
    """Seal what the locked plan says now as its next version: content, hash, by whom. The caller then moves it.

    Args:
        content: what it says, where the caller knows; else it is read.

    At most four queries. Source: PRODUCT "Submission seals a version".
    """
    content = content or read_content(plan)
    plan.sealed_version += 1
    return PlanVersion.objects.create(
        plan=plan,
        number=plan.sealed_version,
        content=content,
        sha256=content_hash(content),
        sealed_at=timezone.now(),
        sealed_by=by,
    )
