"""The targets of a contract: what the council asks of each measure, from a day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from django.utils import timezone

from delegation.authority import permit
from delegation.contract.measures import MEASURES, PER_CENT
from delegation.guarded import ACTS
from delegation.models import Account, ContractTarget, Organisation
from delegation.refusals import NothingSaid, RoleNotOfThisOrganisation, WrongAmount, WrongDates
from delegation.register import act, keep, record
from delegation.wording import long_day

MOST = Decimal(1_000)


@act
def set_contract_target(
    *, by: Account, council: Organisation, organisation: Organisation, measure: str, value: Decimal, from_day: date
) -> ContractTarget:
    """Set what the contract asks of a measure of a provider, from a day; what was asked before ends the day before.

    Args:
        value: in the measure's unit, whole working days or per cent, to one place.

    Raises: RoleNotOfThisOrganisation; NothingSaid for no such measure; WrongAmount; WrongDates.
    """
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    subject = f"{organisation.key}:{measure}"
    question = ACTS["set_contract_target"].question(by=by, council=council, on=timezone.localdate())
    permission = permit(replace(question, subject_kind="contract_target", subject=subject))
    if organisation.kind != Organisation.Kind.PROVIDER or organisation.council_id != council.pk:
        raise RoleNotOfThisOrganisation(f"{organisation} is not a provider that works for {council}.")
    if measure not in MEASURES:
        raise NothingSaid("Choose one of the contract's measures.")
    if not 0 <= value <= (100 if MEASURES[measure].unit == PER_CENT else MOST):
        raise WrongAmount("A target is nought or more, and no more than 100 per cent.")
    standing = ContractTarget.objects.filter(organisation=organisation, measure=measure, to_day=None).first()
    if standing and standing.from_day >= from_day:
        raise WrongDates(f"The target in force begins on {long_day(standing.from_day)}; begin after it.")
    if standing:
        standing.to_day = date.fromordinal(from_day.toordinal() - 1)
        keep(standing, by=by, why="Another target follows it")
    target = ContractTarget(
        council=council,
        organisation=organisation,
        measure=measure,
        value=value.quantize(Decimal("0.1")),
        from_day=from_day,
        set_by=by,
    )
    keep(target, by=by, why="The contract asks it")
    detail = {"value": target.value, "from": from_day}
    record(permission, subject_kind="contract_target", subject=subject, detail=detail)
    return target


def targets_of(organisation: Organisation) -> list[ContractTarget]:
    """Every target of a provider's contract, the first in force first. One query."""
    return list(ContractTarget.objects.filter(organisation=organisation).order_by("from_day", "pk"))
