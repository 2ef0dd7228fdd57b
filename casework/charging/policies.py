"""The council's charging policy: drafted with its figures, approved by a council post, never changed afterwards.

Source: Care Act 2014 ss.14, 17, 79(2).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Max
from django.utils import timezone

from casework.asking import question
from casework.charging.rules import faults_of_figures
from casework.details import unfit_text
from casework.models import ChargingFigure, ChargingPolicy
from casework.refusals import AlreadyRecorded, NotKept, refuse_faults
from delegation.authority import Permission, permit
from delegation.models import Account, Organisation
from delegation.refusals import Fault, NotFound, NothingSaid, WrongDates
from delegation.register import act, keep, keep_changed, record
from delegation.wording import long_day

KIND = "charging_policy"


@dataclass(frozen=True, kw_only=True)
class PolicyFigure:
    """A figure and the council's own source for it."""

    amount: Decimal
    source: str


@act
def draft_charging_policy(
    *, by: Account, council: Organisation, from_day: date, choices_made: str, figures: Mapping[str, PolicyFigure]
) -> ChargingPolicy:
    """Draft a version of the policy: its first day, the choices made, and each figure with its source.

    Raises NotKept with a fault for every figure that is missing or cannot stand. Source: Care Act 2014 s.14; s.78.
    """
    permission = _ask("draft_charging_policy", by, council, "")
    Organisation.objects.select_for_update(no_key=True).get(pk=council.pk)  # two drafts are numbered in turn
    refuse_faults(_draft_faults(from_day, choices_made, figures), "This version cannot be kept")
    last = ChargingPolicy.objects.filter(council=council).aggregate(last=Max("number"))["last"]
    policy = ChargingPolicy(
        council=council,
        number=(last or 0) + 1,
        from_day=from_day,
        choices_made=choices_made,
        drafted_at=timezone.now(),
        drafted_by=by,
    )
    keep(policy, by=by, why="drafted")
    ChargingFigure.objects.bulk_create(
        ChargingFigure(policy=policy, key=key, amount=figure.amount, source=figure.source.strip())
        for key, figure in figures.items()
    )
    record(permission, subject_kind=KIND, subject=subject_of(policy), detail={"from_day": from_day})
    return policy


def subject_of(policy: ChargingPolicy) -> str:
    """How the register names a version."""
    return f"{policy.council.key}:{policy.number}"


def _draft_faults(from_day: date, choices_made: str, figures: Mapping[str, PolicyFigure]) -> list[Fault]:
    amounts = {key: figure.amount for key, figure in figures.items()}
    faults = [Fault(key, sentence) for key, sentence in faults_of_figures(amounts)]
    for key, figure in figures.items():
        if not figure.source.strip() or unfit_text(figure.source):
            faults.append(Fault(f"source_{key}", "Write where the council decided this figure."))
    if not choices_made.strip() or unfit_text(choices_made):
        faults.append(Fault("choices_made", "Write the choices the council made."))
    if from_day < timezone.localdate():
        faults.append(Fault("from_day", "A version begins today or later: what was charged before is not changed."))
    return faults


@act
def approve_charging_policy(*, by: Account, policy: ChargingPolicy, decision: str) -> ChargingPolicy:
    """Approve a draft, naming the council's decision; from its first day charges are worked out with it.

    Raises: WrongDates where that day is past; AlreadyRecorded where another approved version begins on it.
    Source: Care Act 2014 s.14; Local Government Act 1972 s.101; the council's scheme.
    """
    policy = _lock(policy)
    permission = _ask("approve_charging_policy", by, policy.council, subject_of(policy))
    _check_draft(policy)
    if policy.from_day < timezone.localdate():
        raise WrongDates(f"Its first day, {long_day(policy.from_day)}, is past. Draft it again with a later one.")
    if not decision.strip() or unfit_text(decision) or len(decision) > 300:
        raise NothingSaid("Name the decision by which the council approved it: which body or officer, when.")
    approved = ChargingPolicy.objects.filter(
        council=policy.council, from_day=policy.from_day, approved_at__isnull=False
    )
    if approved.exists():
        raise AlreadyRecorded("Another approved version begins on that day.")
    policy.approved_at, policy.approved_by, policy.approved_by_decision = timezone.now(), by, decision.strip()
    keep_changed([policy], ["approved_at", "approved_by", "approved_by_decision"], by=by, why=decision.strip())
    record(permission, subject_kind=KIND, subject=subject_of(policy), reason=decision.strip())
    return policy


@act
def withdraw_charging_policy(*, by: Account, policy: ChargingPolicy, because: str) -> ChargingPolicy:
    """Withdraw a draft that will not be approved. An approved version is never withdrawn: a later one follows it."""
    policy = _lock(policy)
    permission = _ask("withdraw_charging_policy", by, policy.council, subject_of(policy))
    _check_draft(policy)
    if not because.strip() or unfit_text(because):
        raise NothingSaid("Write why it is withdrawn.")
    policy.withdrawn_at, policy.withdrawn_by, policy.withdrawn_because = timezone.now(), by, because.strip()
    keep_changed([policy], ["withdrawn_at", "withdrawn_by", "withdrawn_because"], by=by, why=because.strip())
    record(permission, subject_kind=KIND, subject=subject_of(policy), reason=because.strip())
    return policy


def _lock(policy: ChargingPolicy) -> ChargingPolicy:
    try:
        locked = ChargingPolicy.objects.select_for_update(of=("self",)).select_related("council")
        return locked.get(pk=policy.pk)
    except ChargingPolicy.DoesNotExist:
        raise NotFound("There is no such version.") from None


def _check_draft(policy: ChargingPolicy) -> None:
    if policy.approved_at:
        raise NotKept("This version is approved, and an approved version never changes.")
    if policy.withdrawn_at:
        raise NotKept("This draft was withdrawn.")


def _ask(verb: str, by: Account, council: Organisation, subject: str) -> Permission:
    return permit(question(verb, by, council, subject_kind=KIND, subject=subject))
