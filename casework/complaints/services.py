"""The acts of a complaint. The provider handles the first stage; the council sees all, may take over, and signs.

Source: SI 2009/309 regs 4 to 6, 12 to 14.
"""

from datetime import date

from django.utils import timezone

from casework.complaints.asking import KIND, question_at, question_of
from casework.complaints.flows import ComplaintFlow
from casework.complaints.rules import (
    OMBUDSMAN,
    STARTS_FROM,
    acknowledgement_due,
    is_made_in_time,
    response_due,
)
from casework.models import Complaint
from casework.services.people import lock_person
from delegation import route
from delegation.authority import Permission, permit
from delegation.models import Account, Organisation
from delegation.records import SHORT, check_state, lock_record, said
from delegation.references import new_reference
from delegation.refusals import AlreadyThere, NothingSaid, NotYourOrganisation, WrongDates
from delegation.register import act, keep, record
from delegation.wording import long_day


@act
def record_complaint(
    *,
    by: Account,
    person: str,
    at: Organisation,
    made_by: str,
    complainant: str,
    about: str,
    arose_on: date,
    received_on: date,
    wanted: str = "",
    late_because: str = "",
) -> Complaint:
    """Take a complaint about what was done, or not done, for a person; from this moment the council sees it.

    Args:
        at: whom it came to, who then handles it: the person's provider or the council.
        made_by: the person, or on which ground somebody complains for them (reg 5).
        late_because: why it is looked into though twelve months have passed (reg 12(2)).
    Source: SI 2009/309 regs 5, 6(1A), 12, 13(1)-(2).
    """
    held = lock_person(person)
    permission = permit(question_at("record_complaint", by, held.council, at))
    if at.pk not in (held.council_id, held.provider_id):
        raise NotYourOrganisation("A complaint is taken by the person’s provider or by the council.")
    _check_days(arose_on, received_on, late_because)
    if made_by not in Complaint.MadeBy.values:
        raise NothingSaid("Say who complains, and on which ground (reg 5).")
    complaint = Complaint(
        ref=new_reference("CM"),
        council=held.council,
        person=held,
        provider=held.provider,
        handler=at,
        made_by=made_by,
        complainant=said(complainant, "Write the name of who complains.", most=SHORT),
        about=said(about, "Write what the complaint is about."),
        wanted=wanted.strip(),
        arose_on=arose_on,
        late_because=late_because.strip(),
        received_on=received_on,
        recorded_at=timezone.now(),
        recorded_by=by,
        acknowledge_by=acknowledgement_due(received_on),
        respond_by=response_due(received_on),
    )
    keep(complaint, by=by, why="recorded")
    route.begin(ComplaintFlow, KIND, complaint.ref, state=complaint.state)
    detail = {"person": held.ref, "at": at.key, "received_on": received_on}
    record(permission, subject_kind=KIND, subject=complaint.ref, detail=detail)
    return complaint


def _check_days(arose_on: date, received_on: date, late_because: str) -> None:
    if not arose_on <= received_on <= timezone.localdate():
        raise WrongDates("A complaint is received today or before, and after the matter arose.")
    if not is_made_in_time(arose_on, received_on) and not late_because.strip():
        raise NothingSaid(
            "It came more than 12 months after the matter was known. Write the good reason for that, and that it can "
            "still be looked into (reg 12(2))."
        )


@act
def acknowledge_complaint(*, by: Account, complaint: str, acknowledged_on: date) -> Complaint:
    """Acknowledge, in words or in writing, and offer to discuss how it is handled.

    Source: SI 2009/309 reg 13(3)-(7).
    """
    held, permission = _begin("acknowledge_complaint", by, complaint)
    if not held.received_on <= acknowledged_on <= timezone.localdate():
        raise WrongDates("It was acknowledged on the day it was received or later, and not after today.")
    held.acknowledged_on = acknowledged_on
    _move(held, by, "acknowledgement", Complaint.State.ACKNOWLEDGED, "acknowledged")
    detail = {"on": acknowledged_on, "in_time": acknowledged_on <= held.acknowledge_by}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return held


@act
def agree_complaint_plan(*, by: Account, complaint: str, handling: str, respond_by: date) -> Complaint:
    """Agree how the complaint is handled and by when it is answered; six months where nothing longer is agreed.

    Source: SI 2009/309 regs 13(7)-(8), 14(3).
    """
    held, permission = _begin("agree_complaint_plan", by, complaint)
    held.handling = said(handling, "Write how it is handled, as agreed with who complains.")
    latest = response_due(held.received_on)
    if not min(timezone.localdate(), latest) <= respond_by <= latest:
        raise WrongDates(
            f"The response is due by {long_day(latest)} at the latest; a longer period is agreed in its own right."
        )
    held.respond_by = respond_by
    _move(held, by, "planning", Complaint.State.LOOKED_INTO, "plan agreed")
    record(permission, subject_kind=KIND, subject=held.ref, detail={"respond_by": respond_by})
    return held


@act
def agree_longer_complaint_period(*, by: Account, complaint: str, respond_by: date, because: str) -> Complaint:
    """Agree a longer period with who complains, before the one that runs is over.

    Source: SI 2009/309 reg 14(3)(b).
    """
    held, permission = _begin("agree_longer_complaint_period", by, complaint)
    if timezone.localdate() > held.respond_by:
        raise WrongDates(f"The period ended {long_day(held.respond_by)}: a longer one is agreed before that.")
    if respond_by <= held.respond_by:
        raise WrongDates(f"A longer period ends after {long_day(held.respond_by)}.")
    held.longer_because = said(because, "Write why, and how who complains agreed.")
    held.respond_by = respond_by
    keep(held, by=by, why=held.longer_because)
    detail = {"respond_by": respond_by}
    record(permission, subject_kind=KIND, subject=held.ref, reason=held.longer_because, detail=detail)
    return held


@act
def prepare_complaint_response(*, by: Account, complaint: str, outcome: str, response: str) -> Complaint:
    """Prepare the response: how it was considered, the conclusions, and what is put right. It is not sent yet.

    Source: SI 2009/309 reg 14(2).
    """
    held, permission = _begin("prepare_complaint_response", by, complaint)
    if outcome not in Complaint.Outcome.values:
        raise NothingSaid("Say whether the complaint is upheld.")
    held.outcome = outcome
    held.response = said(response, "Write how it was considered, what was found and what is put right.")
    held.prepared_at, held.prepared_by, held.returned_because = timezone.now(), by, ""
    _move(held, by, "looking_into", Complaint.State.PREPARED, "response prepared")
    record(permission, subject_kind=KIND, subject=held.ref, detail={"outcome": outcome})
    return held


@act
def return_complaint_response(*, by: Account, complaint: str, because: str) -> Complaint:
    """Give a prepared response back to whoever handles the complaint, saying what it lacks.

    Source: SI 2009/309 reg 4(1)(a).
    """
    held, permission = _begin("return_complaint_response", by, complaint)
    held.returned_because = said(because, "Write what the response lacks.")
    _move(held, by, "signature", Complaint.State.LOOKED_INTO, held.returned_because)
    record(permission, subject_kind=KIND, subject=held.ref, reason=held.returned_because)
    return held


@act
def sign_complaint_response(*, by: Account, complaint: str, late_because: str = "") -> Complaint:
    """Sign and send the response as the council's responsible person, with the way to the Ombudsman.

    Args: why it comes after the period, where it does (reg 14(4)).
    Source: SI 2009/309 regs 4(1)(a), 14(2)(d), (4); Local Government Act 1974 Part III.
    """
    held, permission = _begin("sign_complaint_response", by, complaint)
    today = timezone.localdate()
    if today > held.respond_by:
        said(late_because, f"The response was due by {long_day(held.respond_by)}. Write why it is late (reg 14(4)).")
    held.late_response_because = late_because.strip()
    held.letter = "\n\n".join(part for part in (held.response, held.late_response_because, OMBUDSMAN) if part)
    held.signed_at, held.signed_by, held.signed_on = timezone.now(), by, today
    _move(held, by, "signature", Complaint.State.RESPONDED, "signed")
    detail = {"outcome": held.outcome, "in_time": today <= held.respond_by}
    record(permission, subject_kind=KIND, subject=held.ref, reason=held.late_response_because, detail=detail)
    return held


@act
def take_over_complaint(*, by: Account, complaint: str, because: str) -> Complaint:
    """Take a complaint from the provider: the council handles it from here. The clocks run on.

    Raises AlreadyThere where the council handles it already. Source: SI 2009/309 reg 6(1A); Care Act 2014 s.79(5).
    """
    held, permission = _begin("take_over_complaint", by, complaint)
    if held.handler_id == held.council_id:
        raise AlreadyThere("The council handles this complaint already.")
    held.taken_over_because = said(because, "Write why the council takes it over.")
    held.handler, held.taken_over_at, held.taken_over_by = held.council, timezone.now(), by
    keep(held, by=by, why=held.taken_over_because)
    record(permission, subject_kind=KIND, subject=held.ref, reason=held.taken_over_because)
    return held


def _begin(verb: str, by: Account, ref: str) -> tuple[Complaint, Permission]:
    """The complaint, locked; the guard's permission on it; its state looked at."""
    held: Complaint = lock_record(Complaint, ref, "handler")
    permission = permit(question_of(verb, by, held))
    check_state(held, STARTS_FROM, verb)
    return held, permission


def _move(held: Complaint, by: Account, step: str, state: str, why: str) -> None:
    held.state = state
    route.finish(ComplaintFlow, KIND, held.ref, step, state=state, by=by)
    keep(held, by=by, why=why)
