"""A charge: worked out by the provider with the policy in force, decided, told and waived by the council.

Source: Care Act 2014 ss.14, 17; SI 2014/2672. Section 14 is never another's than the council's (s.79(2)).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from casework import asking
from casework.charging.flows import STEP_OF, ChargingFlow
from casework.charging.rules import (
    STATES,
    SUPPORT,
    Means,
    Standing,
    faults_of_means,
    why_never,
    why_not_decided,
    work_out,
)
from casework.charging.selectors import policy_in_force
from casework.details import unfit_text
from casework.models import AfterCare, Charge, ChargeCalculation, Person, SupportPlan
from casework.refusals import NotKept, refuse_faults
from casework.services.people import lock_person
from delegation import route
from delegation.authority import Permission, permit
from delegation.models import Account
from delegation.references import new_reference
from delegation.refusals import Fault, NotFound, NothingSaid, RuleBroken, WrongState
from delegation.register import act, keep, record
from delegation.working_days import add_working_days

KIND = "charge"


class NeverCharged(RuleBroken):
    """This person is never charged for this support."""


@dataclass(frozen=True, kw_only=True)
class ChargeDetails:
    """For what, from when, and on which means a charge is worked out.

    Args:
        support: a key of data/support.csv.
        plan: the reference of the plan the support is of; empty where there is none yet.
        evidence: what was seen of the means.
        outside_aftercare_because: why the support is no part of the person's after-care under section 117.
    """

    support: str
    from_day: date
    means: Means
    evidence: str
    plan: str = ""
    outside_aftercare_because: str = ""


@act
def calculate_charge(*, by: Account, person: str, details: ChargeDetails) -> Charge:
    """Work out a charge with the version of the policy in force on its first day; the council then decides.

    An earlier one that still waits for its decision is replaced.

    Raises: NeverCharged, with the section, for a carer charged for the adult's care, after-care, reablement in its
    first six weeks and aids; NotKept for what cannot be meant, or where no policy is in force.
    Source: Care Act 2014 ss.14, 17; SI 2014/2672.
    """
    held = lock_person(person)
    permission = asking.ask("calculate_charge", by, held)
    plan = _plan_of(held, details.plan)
    refuse_faults(_faults(details, plan), "This charge cannot be worked out")
    policy = policy_in_force(held.council, details.from_day)
    if policy is None:
        raise NotKept("The council has no charging policy in force on that day.")
    figures = policy.figures_by_key()
    if why := why_never(details.support, standing_of(held, plan, details.outside_aftercare_because), figures):
        raise NeverCharged(why)
    _replace(held, details.support, "calculated", by=by)
    sum_of = work_out(figures, details.means)
    charge = Charge(
        ref=new_reference("CH"),
        council=held.council,
        provider=held.provider,
        person=held,
        plan=plan,
        support=details.support,
        outside_aftercare_because=details.outside_aftercare_because.strip(),
        from_day=details.from_day,
        weekly_cost=details.means.weekly_cost,
        calculated_weekly=sum_of.weekly,
        calculated_at=timezone.now(),
        calculated_by=by,
        due_on=add_working_days(timezone.localdate(), int(figures["working_days_to_decide"])),
    )
    keep(charge, by=by, why="worked out")
    ChargeCalculation.objects.create(
        charge=charge,
        policy=policy,
        means=details.means.as_plain(),
        evidence=details.evidence.strip(),
        steps=sum_of.as_plain(),
        weekly=sum_of.weekly,
    )
    route.begin(ChargingFlow, KIND, charge.ref, state=charge.state)
    detail = {"person": held.ref, "policy": policy.number, "calculated": sum_of.weekly, "support": details.support}
    record(permission, subject_kind=KIND, subject=charge.ref, detail=detail)
    return charge


def _plan_of(person: Person, ref: str) -> SupportPlan | None:
    if not ref:
        return None
    plan = SupportPlan.objects.filter(person=person, ref=ref).select_related("assessment").first()
    if plan is None:
        raise NotKept("The person has no such plan.", faults=[Fault("plan", "The person has no such plan.")])
    return plan


def standing_of(person: Person, plan: SupportPlan | None, outside_aftercare_because: str) -> Standing:
    """What the record says that may bar a charge. One query."""
    return Standing(
        client_type=person.client_type,
        plan_is_a_carers=plan is not None and plan.assessment.kind == "carer",
        plan_is_aftercare=plan is not None and plan.section_117_aftercare,
        has_aftercare=AfterCare.objects.filter(person=person, ended_on__isnull=True).exists(),
        outside_aftercare_because=outside_aftercare_because,
    )


def _faults(details: ChargeDetails, plan: SupportPlan | None) -> list[Fault]:
    faults = [Fault(name, sentence) for name, sentence in faults_of_means(details.means)]
    if details.support not in SUPPORT:
        faults.append(Fault("support", "Choose what the charge is for."))
    for name in ("evidence", "outside_aftercare_because"):
        if unfit_text(getattr(details, name)):
            faults.append(Fault(name, "This holds a character that cannot be kept."))
    if not details.evidence.strip():
        faults.append(Fault("evidence", "Write what was seen of the person’s means, or that they would not tell."))
    if not faults and plan and details.means.weekly_cost > (plan.budget_total_weekly or 0):
        sentence = f"The plan costs £{plan.budget_total_weekly or 0} a week; a charge covers no more."
        faults.append(Fault("weekly_cost", sentence))
    return faults


def lock_charge(ref: str) -> Charge:
    """The charge of this reference, locked until the transaction ends. Raises NotFound."""
    try:
        charges = Charge.objects.select_for_update(of=("self",)).select_related(
            "council", "person", "plan__assessment", "calculation__policy"
        )
        return charges.get(ref=ref)
    except Charge.DoesNotExist:
        raise NotFound(f"There is no charge {ref}.") from None


def check_state(charge: Charge, *states: str) -> None:
    """Raise WrongState unless the charge stands in one of these states."""
    if charge.state not in states:
        raise WrongState(f"Charge {charge.ref} stands at “{STATES[charge.state]}”. This is not the step for it.")


def _ask(verb: str, charge: Charge, by: Account) -> Permission:
    return permit(asking.question(verb, by, charge.council, subject_kind=KIND, subject=charge.ref))


def _move(charge: Charge, to: str, *, by: Account, why: str) -> None:
    step, charge.state = STEP_OF[charge.state], to
    keep(charge, by=by, why=why)
    route.finish(ChargingFlow, KIND, charge.ref, step, state=to, by=by)


def _replace(person: Person, support: str, state: str, *, by: Account) -> None:
    """A later charge for the same support takes the place of the one that stands in this state."""
    for old in Charge.objects.select_for_update().filter(person=person, support=support, state=state):
        old.due_on = None
        _move(old, "replaced", by=by, why="a later charge takes its place")


@act
def decide_charge(*, by: Account, charge: str, weekly: Decimal, reasons: str = "") -> Charge:
    """Decide what the person is charged: what was worked out, or another amount with the council's reasons.

    Args: pounds a week, never more than the support costs.
    Raises NotKept, also where another version of the policy has come into force for the charge's first day;
    NeverCharged where the person became one who is never charged for this support.
    Source: Care Act 2014 s.14, which is never delegated (s.79(2)).
    """
    held = lock_charge(charge)
    permission = _ask("decide_charge", held, by)
    check_state(held, "calculated")
    _check_policy(held)
    _check_still_charged(held)
    if why := why_not_decided(weekly, held.calculated_weekly, held.weekly_cost, reasons):
        raise NotKept(why, faults=[Fault("weekly", why)])
    if unfit_text(reasons):
        raise NotKept("The reasons hold a character that cannot be kept.")
    held.weekly, held.reasons = weekly, reasons.strip()
    held.decided_at, held.decided_by = timezone.now(), by
    _move(held, "decided", by=by, why=reasons.strip() or "agreed as worked out")
    detail = {"calculated": held.calculated_weekly, "decided": weekly}
    record(permission, subject_kind=KIND, subject=held.ref, reason=reasons.strip(), detail=detail)
    return held


def _check_still_charged(charge: Charge) -> None:
    """Ask again what was asked when it was worked out: the record may say another thing since."""
    standing = standing_of(charge.person, charge.plan, charge.outside_aftercare_because)
    if why := why_never(charge.support, standing, charge.calculation.policy.figures_by_key()):
        raise NeverCharged(why)


def _check_policy(charge: Charge) -> None:
    pinned = charge.calculation.policy
    now = policy_in_force(charge.council, charge.from_day)
    if now is None or now.pk != pinned.pk:
        raise NotKept(
            f"It was worked out with version {pinned.number} of the policy, and another is in force on its first day. "
            "The provider works it out again."
        )


@act
def issue_charge_notice(*, by: Account, charge: str) -> Charge:
    """Tell the person what they are charged, how it was worked out and how to challenge it.

    A charge issued before for the same support is replaced. Raises NeverCharged where the person became one who is
    never charged for it. Source: Care Act 2014 s.17(6) (general knowledge).
    """
    held = lock_charge(charge)
    permission = _ask("issue_charge_notice", held, by)
    check_state(held, "decided")
    _check_still_charged(held)
    _replace(held.person, held.support, "issued", by=by)
    held.issued_at, held.issued_by, held.due_on = timezone.now(), by, None
    _move(held, "issued", by=by, why="notice issued")
    record(permission, subject_kind=KIND, subject=held.ref, detail={"weekly": held.weekly})
    return held


def bar_charges(person: Person, *, by: Account, aftercare: str) -> list[str]:
    """End what is charged, or would be, to somebody whose after-care was recorded; their references.

    By the law and not by a decision: after-care is never charged for. What was said to be no part of it stands; the
    provider may work out the rest anew and say why it is none. Source: Mental Health Act 1983 s.117.
    """
    standing = Charge.objects.select_for_update().filter(person=person, state__in=STEP_OF, outside_aftercare_because="")
    barred = list(standing.order_by("pk"))
    for charge in barred:
        charge.due_on = None
        _move(charge, "barred", by=by, why=f"after-care {aftercare} is never charged for")
    return [charge.ref for charge in barred]


@act
def waive_charge(*, by: Account, charge: str, because: str) -> Charge:
    """Waive a decided charge, with the reason. Source: Care Act 2014 s.14(1): the power to charge is a discretion."""
    held = lock_charge(charge)
    permission = _ask("waive_charge", held, by)
    check_state(held, "decided", "issued")
    if not because.strip() or unfit_text(because):
        raise NothingSaid("Write why it is waived.")
    held.waived_at, held.waived_by, held.waived_because, held.due_on = timezone.now(), by, because.strip(), None
    _move(held, "waived", by=by, why=because.strip())
    record(permission, subject_kind=KIND, subject=held.ref, reason=because.strip(), detail={"weekly": held.weekly})
    return held
