"""The acts of a disabled facilities grant: applied for, confirmed by a registered professional, decided by housing.

Source: Housing Grants, Construction and Regeneration Act 1996 ss.23, 24(3), 34, 36.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from django.utils import timezone

from casework.grants.flows import STEP_OF, GrantFlow
from casework.grants.registration import BODY, number_of
from casework.grants.rules import MOST, STARTS_FROM, decision_due, latest_payment
from casework.models import GrantApplication
from casework.services.people import lock_person
from delegation import route
from delegation.authority import Permission, Question, permit
from delegation.models import Account, Organisation
from delegation.records import check_state, lock_record, question_about, said
from delegation.references import new_reference
from delegation.refusals import NothingSaid, NotQualified, WrongAmount, WrongDates
from delegation.register import act, keep, record
from delegation.wording import long_day, pounds

KIND = "grant_application"
FUNCTION = "dfg_necessary_appropriate"


def grant_question(verb: str, by: Account, council: Organisation, provider: Organisation, ref: str = "") -> Question:
    """What the guard is asked: the confirmation is the provider's professional's, all else the council's."""
    asked = question_about(verb, by, council, subject_kind=KIND, subject=ref)
    if verb != "confirm_necessary_and_appropriate":
        return asked
    return replace(asked, organisation_id=provider.pk, registration=BODY)


@act
def record_grant_application(
    *, by: Account, person: str, purpose: str, works: str, applied_on: date
) -> GrantApplication:
    """Record a full application to the housing authority; its six months begin. Source: ss.23(1), 34(1)."""
    held = lock_person(person)
    permission = permit(grant_question("record_grant_application", by, held.council, held.provider))
    if purpose not in GrantApplication.Purpose.values:
        raise NothingSaid("Say for which purpose of section 23(1) the works are.")
    if applied_on > timezone.localdate():
        raise WrongDates("A full application is made today or before.")
    grant = GrantApplication(
        ref=new_reference("GA"),
        council=held.council,
        person=held,
        provider=held.provider,
        purpose=purpose,
        works=said(works, "Write which works are applied for."),
        applied_on=applied_on,
        decide_by=decision_due(applied_on),
        recorded_at=timezone.now(),
        recorded_by=by,
    )
    keep(grant, by=by, why="recorded")
    route.begin(GrantFlow, KIND, grant.ref, state=grant.state)
    record(permission, subject_kind=KIND, subject=grant.ref, detail={"person": held.ref, "decide_by": grant.decide_by})
    return grant


@act
def confirm_necessary_and_appropriate(*, by: Account, grant: str, is_necessary: bool, because: str) -> GrantApplication:
    """Confirm, or deny, that the works are necessary and appropriate to the person's needs.

    By an allied health professional of the provider whose registration is live today; it is frozen with the answer.
    Raises NotQualified. Source: s.24(3)(a); the schedule's own rule for the profession.
    """
    held, permission = _begin("confirm_necessary_and_appropriate", by, grant)
    today = timezone.localdate()
    number = number_of(by.worker, today) if by.worker else ""
    if not number:
        raise NotQualified(f"An allied health professional confirms, with a live registration with {BODY}.")
    held.is_necessary = is_necessary
    held.confirmed_because = said(because, "Write why the works are, or are not, necessary and appropriate.")
    held.confirmed_at, held.confirmed_by, held.confirmed_on = timezone.now(), by, today
    held.registration_body, held.registration_number = BODY, number
    to = GrantApplication.State.CONFIRMED if is_necessary else GrantApplication.State.NOT_CONFIRMED
    route.move(GrantFlow, KIND, held, STEP_OF, to, by=by)
    keep(held, by=by, why="confirmed" if is_necessary else "not confirmed")
    detail = {"is_necessary": is_necessary, "registration": f"{held.registration_body} {held.registration_number}"}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return held


@act
def approve_grant(
    *, by: Account, grant: str, amount: Decimal, reasons: str, pay_from: date | None = None
) -> GrantApplication:
    """Approve a grant for works that were confirmed and are reasonable and practicable.

    Args: pounds, at most £30,000; the day to which payment is put off, at most twelve months after the application.
    Source: ss.24(3)(b), 34, 36; SI 2008/1189.
    """
    held, permission = _begin("approve_grant", by, grant)
    if not 0 < amount <= MOST:
        raise WrongAmount(f"A grant is more than nothing and at most {pounds(MOST)} (SI 2008/1189).")
    if pay_from is not None and not timezone.localdate() <= pay_from <= latest_payment(held.applied_on):
        last = long_day(latest_payment(held.applied_on))
        raise WrongDates(f"Payment may be put off from today to {last} at the latest (s.36).")
    held.amount, held.pay_from = amount, pay_from
    held.reasons = said(reasons, "Write why the works are reasonable and practicable (s.24(3)(b)).")
    _decide(held, by, GrantApplication.State.APPROVED)
    detail = {"amount": amount, "in_time": timezone.localdate() <= held.decide_by}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return held


@act
def refuse_grant(*, by: Account, grant: str, reasons: str) -> GrantApplication:
    """Refuse a grant and notify the applicant of the reasons. Source: s.34(1), (2)."""
    held, permission = _begin("refuse_grant", by, grant)
    held.reasons = said(reasons, "Write the reasons for the refusal (s.34(2)).")
    _decide(held, by, GrantApplication.State.REFUSED)
    detail = {"in_time": timezone.localdate() <= held.decide_by}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return held


def _decide(held: GrantApplication, by: Account, state: str) -> None:
    held.decided_at, held.decided_by, held.decided_on = timezone.now(), by, timezone.localdate()
    route.move(GrantFlow, KIND, held, STEP_OF, state, by=by)
    keep(held, by=by, why=state)


def _begin(verb: str, by: Account, ref: str) -> tuple[GrantApplication, Permission]:
    """The application, locked; the guard's permission on it; its state looked at."""
    held: GrantApplication = lock_record(GrantApplication, ref, "provider")
    permission = permit(grant_question(verb, by, held.council, held.provider, held.ref))
    check_state(held, STARTS_FROM, verb)
    return held, permission
