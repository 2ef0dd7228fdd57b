"""The rules and the rows of an authorisation, given or taken back; the act around them has permission and records it.

Source: Care Act 2014 s.79(1)-(5); NHS Act 2006 s.75; SI 2000/617 regs 3 and 6; the council's contract rules.
"""

from datetime import date

from django.db.models import Q
from django.utils import timezone

from delegation.contract.selectors import check_due_diligence
from delegation.models import Account, Authorisation, DueDiligence, Organisation
from delegation.refusals import AlreadyThere, KeptByChoice, UnknownFunction, UnlawfulAuthorisation, WrongDates
from delegation.register import keep
from delegation.rules import why_kept, why_unlawful
from delegation.schedule import FUNCTIONS
from delegation.wording import long_day


def give_authorisation(
    *,
    by: Account,
    council: Organisation,
    organisation: Organisation,
    function: str,
    power: str,
    from_day: date,
    to_day: date | None,
    scope: str,
    conditions: str,
    instrument: str,
    signed_by: str,
    signed_on: date,
) -> tuple[Authorisation, DueDiligence]:
    """The rules and the row of an authorisation, with the due diligence it rests on; the act around it has permission.

    Args:
        organisation: locked by the act.

    Raises: as `authorise_function`.
    """
    check_days(from_day, to_day)
    check_lawful(council, organisation, function, power, from_day, to_day, conditions)
    check_none_in_force(organisation, function, from_day, to_day)
    diligence = check_due_diligence(council, organisation, timezone.localdate())
    authorisation = Authorisation(
        function=function,
        council=council,
        organisation=organisation,
        to_nhs_body=organisation.is_nhs_body,
        from_day=from_day,
        to_day=to_day,
        power=power,
        scope=scope,
        conditions=conditions,
        instrument=instrument,
        signed_by=signed_by,
        signed_on=signed_on,
        recorded_by=by,
    )
    keep(authorisation, by=by, why=f"Authorised by {instrument}")
    return authorisation, diligence


def take_authorisation_back(
    authorisation: Authorisation, *, by: Account, because: str, from_day: date
) -> Authorisation:
    """The rules and the row of a revocation; the act around it locked the authorisation and has permission.

    Raises: as `revoke_authorisation`.
    """
    if authorisation.revoked_on:
        raise AlreadyThere(f"It was revoked from {long_day(authorisation.revoked_on)} already.")
    if from_day < timezone.localdate():
        raise WrongDates("A revocation cannot begin before today: what was done until now was done with authority.")
    if not because.strip():
        raise WrongDates("A revocation says why.")
    authorisation.revoked_on = from_day
    authorisation.revoked_at = timezone.now()
    authorisation.revoked_by = by
    authorisation.revoked_because = because
    keep(authorisation, by=by, why=because)
    return authorisation


def check_days(from_day: date, to_day: date | None) -> None:
    """Something ends no earlier than it begins. Raises: WrongDates."""
    if to_day is not None and to_day < from_day:
        raise WrongDates(f"It would end on {long_day(to_day)}, before it begins on {long_day(from_day)}.")


def check_lawful(
    council: Organisation,
    organisation: Organisation,
    key: str,
    power: str,
    from_day: date,
    to_day: date | None,
    conditions: str,
) -> None:
    """The law as data, and the council's own scheme, let the function be authorised so.

    Raises: UnlawfulAuthorisation naming the section; KeptByChoice; UnknownFunction.
    """
    function = FUNCTIONS.get(key)
    if function is None:
        raise UnknownFunction(f"The schedule has no function {key!r}.")
    if organisation.kind != Organisation.Kind.PROVIDER or organisation.council_id != council.pk:
        raise UnlawfulAuthorisation(f"{organisation} is not a provider that works for {council}.")
    if unlawful := why_unlawful(function, power, organisation.is_nhs_body, from_day, to_day):
        raise UnlawfulAuthorisation(unlawful)
    if kept := why_kept(function):
        raise (KeptByChoice if function.is_kept_by_choice else UnlawfulAuthorisation)(kept)
    if function.lawful_position == "conditional" and not conditions.strip():
        raise UnlawfulAuthorisation(
            f"‘{function.title}’ is authorised only on written conditions: {function.condition}"
        )


def check_none_in_force(organisation: Organisation, function: str, from_day: date, to_day: date | None) -> None:
    """Raise AlreadyThere where the organisation holds the function on a day of the period."""
    others = Authorisation.objects.filter(organisation=organisation, function=function)
    for other in others.filter(Q(to_day=None) | Q(to_day__gte=from_day)):
        begins_after = to_day is not None and other.from_day > to_day
        over_before = other.revoked_on is not None and other.revoked_on <= from_day
        if not begins_after and not over_before:
            raise AlreadyThere(f"{organisation} is authorised from {long_day(other.from_day)} ({other.instrument}).")
