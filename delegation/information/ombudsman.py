"""The acts of an Ombudsman's enquiry: the council's link officer answers; a provider only supplies what it is asked.

To supply exercises no function, so the register notes it, and no lapsed authorisation excuses from it.
Source: Local Government Act 1974 Part III ss.25 to 31.
"""

from datetime import date

from django.utils import timezone

from delegation import route
from delegation.authority import Permission, Question, permit
from delegation.information.flows import OMBUDSMAN_STEP_OF, OmbudsmanFlow
from delegation.information.rules import OMBUDSMAN_STARTS_FROM
from delegation.models import Account, OmbudsmanEnquiry, Organisation
from delegation.records import SHORT, check_state, lock_record, post_in, question_about, said
from delegation.references import new_reference
from delegation.refusals import NothingSaid, NotYourOrganisation, WrongDates
from delegation.register import act, keep, note, record
from delegation.wording import long_day

KIND = "ombudsman_enquiry"


def ombudsman_question(verb: str, by: Account, council: Organisation, ref: str = "") -> Question:
    """What the guard is asked before an act on an enquiry of the Ombudsman."""
    return question_about(verb, by, council, subject_kind=KIND, subject=ref)


@act
def record_ombudsman_enquiry(
    *, by: Account, council: Organisation, their_reference: str, asked_for: str, received_on: date, due_on: date
) -> OmbudsmanEnquiry:
    """Record what the Ombudsman asks, and by the day the Ombudsman set. Source: Local Government Act 1974 s.28."""
    permission = permit(ombudsman_question("record_ombudsman_enquiry", by, council))
    if not received_on <= timezone.localdate() or due_on < received_on:
        raise WrongDates("It was received today or before, and the answer falls due after that.", at="received_on")
    enquiry = OmbudsmanEnquiry(
        ref=new_reference("OM"),
        council=council,
        their_reference=said(their_reference, "Write the Ombudsman’s reference.", most=SHORT),
        asked_for=said(asked_for, "Write what the Ombudsman asks."),
        received_on=received_on,
        due_on=due_on,
        recorded_at=timezone.now(),
        recorded_by=by,
    )
    keep(enquiry, by=by, why="recorded")
    route.begin(OmbudsmanFlow, KIND, enquiry.ref, state=enquiry.state)
    record(permission, subject_kind=KIND, subject=enquiry.ref, detail={"due_on": due_on})
    return enquiry


@act
def ask_provider_to_supply(
    *, by: Account, enquiry: str, provider: Organisation, supply_asked: str, supply_due_on: date
) -> OmbudsmanEnquiry:
    """Ask a provider for its file or an account of what it did, by a day. Source: Local Government Act 1974 s.29."""
    held, permission = _begin("ask_provider_to_supply", by, enquiry)
    if provider.kind != Organisation.Kind.PROVIDER or provider.council_id != held.council_id:
        raise NothingSaid("Choose one of the council’s providers.")
    if supply_due_on < timezone.localdate():
        raise WrongDates("The day by which it is supplied cannot be past.")
    held.provider, held.supply_due_on = provider, supply_due_on
    held.supply_asked = said(supply_asked, "Write what the provider is asked for.")
    held.supply, held.supplied_at, held.supplied_by, held.supplied_on = "", None, None, None
    _move(held, OmbudsmanEnquiry.State.ASKED, by=by)
    keep(held, by=by, why="provider asked")
    detail = {"provider": provider.key, "by": supply_due_on}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return held


@act
def supply_to_ombudsman_enquiry(*, by: Account, enquiry: str, supply: str) -> OmbudsmanEnquiry:
    """Give the council what it asked for; it is not an answer to the Ombudsman. Noted: no function is exercised.

    Raises NotYourOrganisation where another was asked. Source: Local Government Act 1974 s.29.
    """
    held: OmbudsmanEnquiry = lock_record(OmbudsmanEnquiry, enquiry)
    asked = held.provider
    post = post_in(by, asked, held.council) if asked else None
    if post is None:
        question = ombudsman_question("supply_to_ombudsman_enquiry", by, held.council, held.ref)
        raise NotYourOrganisation("Only the provider that the council asked supplies this.", question=question)
    check_state(held, OMBUDSMAN_STARTS_FROM, "supply_to_ombudsman_enquiry")
    held.supply = said(supply, "Write what you supply.")
    held.supplied_at, held.supplied_by, held.supplied_on = timezone.now(), by, timezone.localdate()
    _move(held, OmbudsmanEnquiry.State.SUPPLIED, by=by, noted="supply_to_ombudsman_enquiry")
    keep(held, by=by, why="supplied")
    in_time = held.supply_due_on is not None and held.supplied_on <= held.supply_due_on
    told = f"Supplied by {asked}, {'in time' if in_time else 'late'}."
    note(
        council=held.council,
        verb="supply_to_ombudsman_enquiry",
        subject_kind=KIND,
        subject=held.ref,
        reason=told,
        by=by,
        post=post,
        detail={"in_time": in_time},
    )
    return held


@act
def answer_ombudsman_enquiry(*, by: Account, enquiry: str, answer: str) -> OmbudsmanEnquiry:
    """Answer the Ombudsman for the council. Source: Local Government Act 1974 ss.28 and 29."""
    held, permission = _begin("answer_ombudsman_enquiry", by, enquiry)
    held.answer = said(answer, "Write the answer that is sent.")
    held.answered_at, held.answered_by, held.answered_on = timezone.now(), by, timezone.localdate()
    _move(held, OmbudsmanEnquiry.State.ANSWERED, by=by)
    keep(held, by=by, why="answered")
    detail = {"in_time": held.answered_on <= held.due_on}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return held


@act
def close_ombudsman_enquiry(
    *, by: Account, enquiry: str, decision: str, remedy: str = "", remedy_due_on: date | None = None
) -> OmbudsmanEnquiry:
    """Close the enquiry on the Ombudsman's decision; where it is upheld, it stays open until its remedy is done.

    Args:
        remedy: what the council does about it; must be said where it is upheld.
        remedy_due_on: the day by which that is done, where it is upheld. It may be past where the decision is recorded
            late, and the remedy is late then.

    Raises:
        NothingSaid: the decision, or of an upheld complaint the remedy or its day, is missing.
        WrongDates: the day is before the enquiry came, or the complaint was not upheld.

    Source: Local Government Act 1974 ss.30 and 31.
    """
    held, permission = _begin("close_ombudsman_enquiry", by, enquiry)
    if decision not in OmbudsmanEnquiry.Decision.values:
        raise NothingSaid("Say what the Ombudsman decided.")
    is_upheld = decision == OmbudsmanEnquiry.Decision.UPHELD
    if is_upheld:
        _check_remedy(held, remedy, remedy_due_on)
    elif remedy_due_on is not None:
        raise WrongDates("Only an upheld complaint has a day for its remedy. Leave the day out.")
    held.decision, held.remedy, held.remedy_due_on = decision, remedy.strip(), remedy_due_on
    if not is_upheld:
        held.closed_at, held.closed_by = timezone.now(), by
    _move(held, OmbudsmanEnquiry.State.REMEDYING if is_upheld else OmbudsmanEnquiry.State.CLOSED, by=by)
    keep(held, by=by, why="upheld" if is_upheld else "closed")
    detail = {"decision": decision, "remedy_by": remedy_due_on}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return held


def _check_remedy(held: OmbudsmanEnquiry, remedy: str, due_on: date | None) -> None:
    said(remedy, "Write what the council does about it (s.31(2)).")
    if due_on is None:
        raise NothingSaid("Enter the day by which the council does it (s.31(2)).")
    if due_on < held.received_on:
        raise WrongDates(f"The enquiry came on {long_day(held.received_on)}. The remedy falls due after that.")


@act
def complete_ombudsman_remedy(*, by: Account, enquiry: str, remedied_on: date, remedy_done: str) -> OmbudsmanEnquiry:
    """Say that the council did what it said it would where a complaint was upheld, which closes the enquiry.

    Args:
        remedied_on: the day the last of it was done.
        remedy_done: what was done.

    Raises:
        WrongDates: the day is still to come, or before the enquiry came.
        NothingSaid: what was done is missing.

    Source: Local Government Act 1974 s.31(2).
    """
    held, permission = _begin("complete_ombudsman_remedy", by, enquiry)
    if not held.received_on <= remedied_on <= timezone.localdate():
        came = long_day(held.received_on)
        raise WrongDates(f"The remedy was done today or before, and not before the enquiry came on {came}.")
    held.remedied_on, held.remedy_done = remedied_on, said(remedy_done, "Write what was done.")
    held.closed_at, held.closed_by = timezone.now(), by
    _move(held, OmbudsmanEnquiry.State.CLOSED, by=by)
    keep(held, by=by, why="remedy done")
    in_time = held.remedy_due_on is not None and remedied_on <= held.remedy_due_on
    detail = {"remedied_on": remedied_on, "in_time": in_time}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return held


def _move(held: OmbudsmanEnquiry, to: str, *, by: Account, noted: str = "") -> None:
    route.move(OmbudsmanFlow, KIND, held, OMBUDSMAN_STEP_OF, to, by=by, noted=noted)


def _begin(verb: str, by: Account, ref: str) -> tuple[OmbudsmanEnquiry, Permission]:
    """The enquiry, locked; the guard's permission on it; its state looked at."""
    held: OmbudsmanEnquiry = lock_record(OmbudsmanEnquiry, ref)
    permission = permit(ombudsman_question(verb, by, held.council, held.ref))
    check_state(held, OMBUDSMAN_STARTS_FROM, verb)
    return held, permission
