"""The acts of the council's plan for rest centres: a centre, who staffs it, its tests.

Source: Civil Contingencies Act 2004 s.2(1)(d)-(e), Sch 1; SI 2005/2042 regs 8(b), 25.
"""

from datetime import date

from django.utils import timezone

from delegation.authority import Permission, permit
from delegation.models import Account, Organisation, RestCentre, RestCentreCheck
from delegation.records import SHORT, check_state, lock_record, may_say, said
from delegation.references import new_reference
from delegation.refusals import NothingSaid, NotReady, WrongAmount, WrongDates
from delegation.register import act, keep, record
from delegation.rest_centres.asking import CENTRE, centre_question
from delegation.rest_centres.rules import COUNCIL, RESPONDERS, STARTS_FROM, is_same_name, next_check

MOST_PLACES = 5_000


@act
def record_rest_centre(
    *,
    by: Account,
    council: Organisation,
    name: str,
    address: str,
    places: int,
    responder_kind: str = COUNCIL,
    responder_name: str = "",
    agreement: str = "",
    agreed_on: date | None = None,
) -> RestCentre:
    """Put a rest centre into the council's plan, arranged by itself or with another responder of the Act's list.

    Args: `responder_name` and `agreement`, the other responder and the written arrangement with it; left out where
    the council arranges it itself. Source: Civil Contingencies Act 2004 s.2(1)(d), Sch 1; SI 2005/2042 reg 8(b).
    """
    permission = permit(centre_question("record_rest_centre", by, council))
    if not 0 < places <= MOST_PLACES:
        raise WrongAmount(f"A rest centre takes at least one person and at most {MOST_PLACES}.")
    today = timezone.localdate()
    centre = RestCentre(
        ref=new_reference("RC"),
        council=council,
        name=said(name, "Write what the centre is called.", most=SHORT),
        address=said(address, "Write where the centre is.", most=SHORT),
        places=places,
        contact_test_due_on=today,
        exercise_due_on=next_check("exercise", today),
        review_due_on=next_check("review", today),
        recorded_at=timezone.now(),
        recorded_by=by,
    )
    _arranged_with(centre, responder_kind, responder_name, agreement, agreed_on)
    _set_due(centre)
    keep(centre, by=by, why="put into the plan")
    detail = {"responder": centre.responder_kind, "category": RESPONDERS[centre.responder_kind].category}
    record(permission, subject_kind=CENTRE, subject=centre.ref, detail=detail)
    return centre


def _arranged_with(centre: RestCentre, kind: str, name: str, agreement: str, agreed_on: date | None) -> None:
    if kind not in RESPONDERS:
        raise NothingSaid(
            "Choose a responder that Schedule 1 to the Civil Contingencies Act 2004 lists. A provider that is not "
            "listed there can staff the centre, and the council keeps the duty."
        )
    centre.responder_kind, centre.responder_name = kind, may_say(name)
    if kind == COUNCIL and not centre.responder_name and not agreement.strip():
        return
    centre.responder_name = said(name, "Write which responder arranges the centre.", most=SHORT)
    _check_may_be_listed(centre)
    centre.agreement = said(agreement, "Name the written arrangement with the responder (reg 8(b)).", most=SHORT)
    if agreed_on is None or agreed_on > timezone.localdate():
        raise WrongDates("The arrangement with the responder was made today or before.")
    centre.agreed_on = agreed_on


def _check_may_be_listed(centre: RestCentre) -> None:
    """No provider of the council is in the Act's list unless it is an NHS body, whatever kind it is said to be.

    Source: Civil Contingencies Act 2004 Sch 1, which lists NHS trusts and no company that provides social care.
    """
    providers = Organisation.objects.filter(council=centre.council, is_nhs_body=False)
    if any(is_same_name(one, centre.responder_name) for one in providers.values_list("name", flat=True)):
        raise NothingSaid(
            f"{centre.responder_name} works for the council and is no NHS body, so Schedule 1 to the Civil "
            "Contingencies Act 2004 does not list it. It can staff the centre, and the council keeps the duty."
        )


@act
def arrange_rest_centre_staffing(
    *, by: Account, centre: str, provider: Organisation, contract: str, contracted_on: date
) -> RestCentre:
    """Have a provider staff the centre as a contractor, under a written arrangement; its contact is then to be tested.

    It makes the provider no responder: the duty stays the council's. Source: the condition of the council's schedule;
    Civil Contingencies Act 2004 Sch 1.
    """
    held, permission = _begin("arrange_rest_centre_staffing", by, centre)
    if provider.kind != Organisation.Kind.PROVIDER or provider.council_id != held.council_id or provider.closed_on:
        raise NothingSaid("Choose one of the council’s providers.")
    if contracted_on > timezone.localdate():
        raise WrongDates("The written arrangement was made today or before.")
    held.provider, held.contracted_on = provider, contracted_on
    held.contract = said(contract, "Name the written arrangement with the provider.", most=SHORT)
    held.contact_tested_on, held.contact_test_due_on = None, timezone.localdate()
    _set_due(held)
    keep(held, by=by, why="staffing arranged")
    record(permission, subject_kind=CENTRE, subject=held.ref, detail={"provider": provider.key})
    return held


@act
def record_rest_centre_check(
    *, by: Account, centre: str, kind: str, done_on: date, passed: bool, findings: str
) -> RestCentreCheck:
    """Record a contact test, an exercise or a review; one that failed is due again at once.

    Source: Civil Contingencies Act 2004 s.2(1)(e); SI 2005/2042 reg 25; the condition of the council's schedule.
    """
    held, permission = _begin("record_rest_centre_check", by, centre)
    if kind not in RestCentreCheck.Kind.values:
        raise NothingSaid("Say whether it was a contact test, an exercise or a review.")
    if done_on > timezone.localdate():
        raise WrongDates("It was done today or before.")
    if held.checks.filter(kind=kind, done_on__gt=done_on).exists():
        raise WrongDates("A later one is on file already.")
    if kind == RestCentreCheck.Kind.CONTACT_TEST:
        _contact_tested(held, done_on, passed)
    check = RestCentreCheck(
        centre=held,
        kind=kind,
        done_on=done_on,
        passed=passed,
        findings=said(findings, "Write what was found."),
        provider=held.provider if kind == RestCentreCheck.Kind.CONTACT_TEST else None,
        recorded_at=timezone.now(),
        recorded_by=by,
    )
    setattr(held, f"{kind}_due_on", next_check(kind, done_on) if passed else timezone.localdate())
    _set_due(held)
    keep(check, by=by, why="recorded")
    keep(held, by=by, why=f"{check.get_kind_display()}: {'passed' if passed else 'failed'}")
    detail = {"kind": kind, "passed": passed, "due_on": getattr(held, f"{kind}_due_on")}
    record(permission, subject_kind=CENTRE, subject=held.ref, detail=detail)
    return check


def _contact_tested(held: RestCentre, done_on: date, passed: bool) -> None:
    if held.provider is None or held.contracted_on is None:
        raise NotReady("Nobody staffs the centre yet, so there is nobody to reach.")
    if done_on < held.contracted_on:
        raise WrongDates("A contact test is made under the written arrangement, not before it.")
    held.contact_tested_on = done_on if passed else None


@act
def withdraw_rest_centre(*, by: Account, centre: str, because: str) -> RestCentre:
    """Take a rest centre out of the council's plan. Source: Civil Contingencies Act 2004 s.2(1)(e)."""
    held, permission = _begin("withdraw_rest_centre", by, centre)
    held.withdrawn_because = said(because, "Write why the centre is taken out of the plan.")
    held.withdrawn_at, held.withdrawn_by, held.due_on = timezone.now(), by, None
    held.state = RestCentre.State.WITHDRAWN
    keep(held, by=by, why="taken out of the plan")
    record(permission, subject_kind=CENTRE, subject=held.ref)
    return held


def _set_due(held: RestCentre) -> None:
    """The earliest day on which something is to be done; a centre nobody staffs has no contact to test."""
    days = [held.exercise_due_on, held.review_due_on]
    held.due_on = min([*days, held.contact_test_due_on] if held.provider_id else days)


def _begin(verb: str, by: Account, ref: str) -> tuple[RestCentre, Permission]:
    """The centre, locked; the guard's permission on it; its state looked at."""
    held: RestCentre = lock_record(RestCentre, ref, "provider")
    permission = permit(centre_question(verb, by, held.council, held.ref))
    check_state(held, STARTS_FROM, verb)
    return held, permission
