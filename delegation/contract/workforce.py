"""The acts of the workforce: the council sets what the contract asks, the provider declares each month what it has.

Source: the contract; the 2014 plan, "Provider Function". A shortfall is the Director's the moment it is declared: the
same act raises the exception of assurance that bears it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.utils import timezone

from delegation.authority import Question, permit
from delegation.contract.registration import registered_as
from delegation.contract.workforce_rules import (
    MENDED_WITHIN,
    ROLES_OF_A_CONTRACT,
    counted_fte,
    first_of_month,
    in_a_sentence,
    last_of_month,
    return_due_on,
)
from delegation.guarded import ACTS
from delegation.models import (
    Account,
    AssuranceException,
    Organisation,
    Post,
    Worker,
    WorkforceLine,
    WorkforceMember,
    WorkforceMinimum,
    WorkforceReturn,
)
from delegation.references import new_reference
from delegation.refusals import NothingSaid, NotReady, RoleNotOfThisOrganisation, WrongAmount, WrongDates
from delegation.register import act, keep, keep_many, record
from delegation.wording import in_words, long_day

FLOOR = "minimum_workforce_fte"
MOST = Decimal(10_000)


@dataclass(frozen=True, kw_only=True)
class Declared:
    """What is declared of one role: full-time equivalents, and how much of them is agency staff."""

    fte: Decimal
    agency: Decimal = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class Named:
    """A member of staff in a registered role, and how much of a full-time equivalent they are."""

    worker: Worker
    role: str
    fte: Decimal


@act
def set_workforce_minimum(
    *, by: Account, council: Organisation, organisation: Organisation, role: str, fte: Decimal, from_day: date
) -> WorkforceMinimum:
    """Set the least full-time equivalents of a role the contract asks of a provider, from a day.

    What was asked before ends the day before. Months declared already keep what was asked of them.

    Raises:
        RoleNotOfThisOrganisation: it is no provider of the council, or the contract knows no such role.
        WrongAmount: below nought, or beyond sense. WrongDates: it would begin before the minimum it follows.
    """
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    permission = permit(_question("set_workforce_minimum", by, council, f"{organisation.key}:{role}"))
    if organisation.kind != Organisation.Kind.PROVIDER or organisation.council_id != council.pk:
        raise RoleNotOfThisOrganisation(f"{organisation} is not a provider that works for {council}.")
    if role not in ROLES_OF_A_CONTRACT:
        raise RoleNotOfThisOrganisation("The contract asks a minimum of three roles: choose one of them.")
    if not 0 <= fte <= MOST:
        raise WrongAmount("A minimum is nought or more full-time equivalents.")
    _close_before(organisation, role, from_day, by)
    minimum = WorkforceMinimum(
        council=council, organisation=organisation, role=role, fte=_two_places(fte), from_day=from_day, set_by=by
    )
    keep(minimum, by=by, why="The contract asks it")
    detail = {"fte": minimum.fte, "from": from_day}
    record(permission, subject_kind="workforce_minimum", subject=f"{organisation.key}:{role}", detail=detail)
    return minimum


@act
def declare_workforce(
    *,
    by: Account,
    organisation: Organisation,
    month: date,
    roles: Mapping[str, Declared],
    staff: Sequence[Named] = (),
    remarks: str = "",
) -> WorkforceReturn:
    """Declare a provider's workforce of a month: each role, and by name who holds a registered one.

    Of a registered role no more counts than the named staff whose registration was live at the month's end. What
    falls short of the contract raises, in the same act, an exception of assurance owned by the Director. Declaring a
    month again corrects it, with its reason.

    Args:
        month: any day of it; a month not yet over counts as it stands today.
        roles: full-time equivalents of each of the three roles.

    Raises:
        WrongDates: the month is still to come. WrongAmount: a number is below nought, or more agency than there are.
        NotReady: a role is left out. NothingSaid: a correction without its reason.
        RoleNotOfThisOrganisation: somebody named does not work there.
    """
    organisation = (
        Organisation.objects.select_for_update(of=("self",)).select_related("council").get(pk=organisation.pk)
    )
    council = organisation.council or organisation
    month, today = first_of_month(month), timezone.localdate()
    question = _question("declare_workforce", by, council, f"{organisation.key}:{month:%Y-%m}")
    permission = permit(replace(question, organisation_id=organisation.pk))
    if month > today:
        raise WrongDates("The month is still to come.")
    _check_roles(roles)
    until = min(last_of_month(month), today)
    registered = _registered(organisation, staff, month, until)
    number = WorkforceReturn.objects.filter(organisation=organisation, month=month).count() + 1
    if number > 1 and not remarks.strip():
        raise NothingSaid(f"{month:%B %Y} was declared before. Write why it is declared again.")
    made = WorkforceReturn(
        ref=new_reference("WR"),
        council=council,
        organisation=organisation,
        month=month,
        number=number,
        remarks=remarks.strip(),
        due_on=return_due_on(month),
        declared_on=today,
        declared_by=by,
        post=permission.post,
    )
    keep(made, by=by, why=made.remarks or "Declared")
    lines = _lines(made, roles, staff, registered, until)
    keep_many(lines, by=by, why="Declared")
    members = [
        WorkforceMember(
            workforce_return=made,
            worker=one.worker,
            role=one.role,
            fte=one.fte,
            was_registered=one.worker.pk in registered,
        )
        for one in staff
    ]
    keep_many(members, by=by, why="Named")
    short = {line.role: (line.counted, line.minimum) for line in lines if line.counted < line.minimum}
    if short:
        _tell_the_director(made, in_a_sentence(short), by)
    detail = {
        "counted": {line.role: line.counted for line in lines},
        "short": sorted(short),
        "unregistered": [one.worker.pk for one in staff if one.worker.pk not in registered],
        "return": made.ref,
    }
    record(permission, subject_kind="workforce_return", subject=made.ref, reason=made.remarks, detail=detail)
    return made


# -- the steps of it ----------------------------------------------------------------------------------------------


def _question(verb: str, by: Account, council: Organisation, subject: str) -> Question:
    question = ACTS[verb].question(by=by, council=council, on=timezone.localdate())
    return replace(question, subject_kind="workforce", subject=subject)


def _close_before(organisation: Organisation, role: str, from_day: date, by: Account) -> None:
    standing = WorkforceMinimum.objects.filter(organisation=organisation, role=role, to_day=None).first()
    if standing is None:
        return
    if standing.from_day >= from_day:
        raise WrongDates(f"The minimum in force begins on {long_day(standing.from_day)}; begin after it.")
    standing.to_day = date.fromordinal(from_day.toordinal() - 1)
    keep(standing, by=by, why="Another minimum follows it")


def _check_roles(roles: Mapping[str, Declared]) -> None:
    if set(roles) != set(ROLES_OF_A_CONTRACT):
        titles = in_words([one.title for one in ROLES_OF_A_CONTRACT.values()], joiner="and")
        raise NotReady(f"Declare each role of the contract, nought where there are none: {titles}.")
    for key, one in roles.items():
        if not (0 <= one.agency <= one.fte <= MOST):
            title = ROLES_OF_A_CONTRACT[key].title
            raise WrongAmount(f"{title}: the FTE is nought or more, and no less than the agency staff in it.")


def _registered(organisation: Organisation, staff: Sequence[Named], month: date, until: date) -> frozenset[int]:
    """Those named whose registration in their role's profession was live at the end of the month."""
    if len({one.worker.pk for one in staff}) < len(staff):
        raise WrongAmount("Name each member of staff once.")
    professions = {key: role.profession for key, role in ROLES_OF_A_CONTRACT.items() if role.profession}
    if any(one.role not in professions or not 0 < one.fte <= 1 for one in staff):
        raise WrongAmount(
            "Each named member of staff holds a registered role and is more than nought and at most 1 FTE."
        )
    posts = Post.objects.filter(organisation=organisation, worker__in=[one.worker.pk for one in staff])
    there = set(posts.filter(from_day__lte=until).exclude(to_day__lt=month).values_list("worker_id", flat=True))
    for one in staff:
        if one.worker.pk not in there:
            raise RoleNotOfThisOrganisation(f"{one.worker} held no post in {organisation} in that month.")
    found: frozenset[int] = frozenset()
    for role, profession in professions.items():
        found |= registered_as(profession, [one.worker for one in staff if one.role == role], until)
    return found


def _lines(
    made: WorkforceReturn,
    roles: Mapping[str, Declared],
    staff: Sequence[Named],
    registered: frozenset[int],
    until: date,
) -> list[WorkforceLine]:
    asked = WorkforceMinimum.objects.live_on(until).filter(organisation=made.organisation)
    minimums = dict(asked.values_list("role", "fte"))
    lines = []
    for key, role in ROLES_OF_A_CONTRACT.items():
        live = [one.fte for one in staff if one.role == key and one.worker.pk in registered] if role.body else None
        declared = _two_places(roles[key].fte)
        line = WorkforceLine(
            workforce_return=made,
            role=key,
            declared=declared,
            agency=_two_places(roles[key].agency),
            counted=_two_places(counted_fte(declared, live)),
            minimum=minimums.get(key, Decimal(0)),
        )
        lines.append(line)
    return lines


def _tell_the_director(made: WorkforceReturn, what: str, by: Account) -> None:
    """The exception of assurance that bears the shortfall, owned by the Director in post today."""
    today = timezone.localdate()
    director = Post.objects.live_on(today).filter(organisation=made.council, role="dass").order_by("pk").first()
    if director is None:
        raise NotReady(f"{made.council} has no Director in post to be told of the shortfall.")
    exception = AssuranceException(
        council=made.council,
        function=FLOOR,
        what=f"{made.organisation}, {made.month:%B %Y}: {what} ({made.ref}).",
        owner_id=director.worker_id,
        due_on=today + MENDED_WITHIN,
        raised_on=today,
        raised_by=by,
    )
    keep(exception, by=by, why="A shortfall was declared")


def _two_places(number: Decimal) -> Decimal:
    return Decimal(number).quantize(Decimal("0.01"))
