"""Why somebody may, or may not, exercise a function: the guard's own answer, for a command and a page."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal

from delegation.authority import Permission, Question, would_permit
from delegation.hands import PlanStanding
from delegation.models import Account, Organisation, Post
from delegation.schedule import FUNCTIONS
from delegation.wording import in_words, role_in_a_sentence

WEEKS_OF_AN_OPEN_ENDED_PLAN = 52

# Where only a function is named and no act, the hands that bar the most important act under it.
BARRED_HANDS: Mapping[str, frozenset[str]] = {
    "provider_plan_quality_assurance": frozenset({"author", "amender"}),
    "plan_verification_and_funding": frozenset({"author", "amender", "quality_assurer"}),
    "brokerage_sourcing": frozenset({"verifier", "decider"}),
}
BARRED_FROM_MONEY = frozenset({"author", "amender", "quality_assurer", "verifier", "broker"})


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """The answer in the words of the schedule. `refusal` is the refusal's name, None where permitted."""

    function: str
    permitted: bool
    refusal: str | None
    reason: str
    source: str
    who_may: str

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


def explain(
    *,
    function: str,
    by: Account,
    on: date,
    weekly: Decimal | None = None,
    whole_life: Decimal | None = None,
    plan: PlanStanding | None = None,
    plan_reference: str = "",
    roles: frozenset[str] | None = None,
) -> Explanation:
    """Whether this account may exercise the function on the day, why, from what source, and who may.

    Args:
        function: a key of the schedule; KeyError where there is none.
        weekly: pounds a week to be agreed, without what the person already receives: the plan's standing adds that.
        whole_life: pounds; 52 weeks of `weekly` where not said.
        roles: those one act under the function is for, where they are fewer than the function's.
    """
    row = FUNCTIONS[function]
    question = _question(function, by, on, weekly, whole_life, plan, plan_reference)
    if roles is not None:
        question = replace(question, roles=roles)
    answer = would_permit(question)
    who_may = _who_may(question)
    if isinstance(answer, Permission):
        return Explanation(
            function=function,
            permitted=True,
            refusal=None,
            reason=answer.reason,
            source=row.source,
            who_may=who_may,
        )
    return Explanation(
        function=function,
        permitted=False,
        refusal=answer.name,
        reason=answer.reason,
        source=row.source,
        who_may=answer.who_may or who_may,
    )


def _question(
    function: str,
    by: Account,
    on: date,
    weekly: Decimal | None,
    whole_life: Decimal | None,
    plan: PlanStanding | None,
    plan_reference: str,
) -> Question:
    row = FUNCTIONS[function]
    organisation = _organisation_of(by, on)
    council = plan.council if plan else _council_of(organisation)
    side = _side(function, organisation)
    if weekly is not None and whole_life is None:
        whole_life = weekly * WEEKS_OF_AN_OPEN_ENDED_PLAN
    if plan and weekly is not None and whole_life is not None:
        weekly += plan.live_weekly
        whole_life += plan.live_whole_life
    return Question(
        act="explain_authority",
        function=function,
        by=by,
        on=on,
        council=council,
        side=side,
        roles=row.council_roles if side == "council" else row.provider_roles,
        organisation_id=plan.organisation_id if plan else None,
        hands=_barred(function, weekly, plan),
        weekly=weekly,
        whole_life=whole_life,
        subject_kind="plan" if plan else "",
        subject=plan_reference,
    )


def _organisation_of(by: Account, on: date) -> Organisation | None:
    """The organisation of the person's post on the day, a council first; of a past post where none is live."""
    if by.worker_id is None:
        return None
    posts = list(Post.objects.filter(worker_id=by.worker_id).select_related("organisation__council"))
    live = set(Post.objects.live_on(on).filter(worker_id=by.worker_id).values_list("pk", flat=True))
    posts.sort(key=lambda post: (post.pk not in live, post.organisation.kind != Organisation.Kind.COUNCIL))
    return posts[0].organisation if posts else None


def _council_of(organisation: Organisation | None) -> Organisation:
    if organisation is None:
        return Organisation.objects.filter(kind=Organisation.Kind.COUNCIL).earliest("pk")
    return organisation.council or organisation


def _side(function: str, organisation: Organisation | None) -> str:
    """The side the function is exercised on; where both may, the side the person stands on."""
    row = FUNCTIONS[function]
    if not row.provider_roles or row.is_retained:
        return "council"
    if not row.council_roles:
        return "provider"
    at_council = organisation is not None and organisation.kind == Organisation.Kind.COUNCIL
    return "council" if at_council else "provider"


def _barred(function: str, weekly: Decimal | None, plan: PlanStanding | None) -> dict[int, str]:
    if plan is None:
        return {}
    barring = BARRED_FROM_MONEY if weekly else BARRED_HANDS.get(function, frozenset())
    return {worker_id: sorted(hands & barring)[0] for worker_id, hands in plan.hands.items() if hands & barring}


def _who_may(question: Question) -> str:
    row = FUNCTIONS[question.function]
    parts = [f"{in_words(_titles(row.council_roles))} of {question.council}"] if row.council_roles else []
    if row.provider_roles and not row.is_retained:
        parts.append(f"{in_words(_titles(row.provider_roles))} of a provider the council has authorised")
    return f"Who may: {'; '.join(parts)}."


def _titles(roles: frozenset[str]) -> list[str]:
    return [role_in_a_sentence(role) for role in sorted(roles)]
