"""What those do whom the council asked: answer, ask the person what they want, enquire and say what was found.

A provider does these only where the council caused it, by the one it named, under its live authorisation.
Source: Care Act 2014 ss.42(2), 79(2)(d); schedule rows of safeguarding.
"""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from casework.models import DesiredOutcome, InformationRequest, SafeguardingConcern, SafeguardingEnquiry
from casework.refusals import AlreadyRecorded, refuse_faults
from casework.safeguarding.asking import ask, check_state, lock_concern
from casework.safeguarding.beginning import SUBJECT
from casework.safeguarding.flows import SafeguardingFlow
from casework.safeguarding.rules import falls_due
from casework.safeguarding.words import Asked, faults_of_asked, faults_of_text
from delegation import route
from delegation.models import Account, Organisation
from delegation.refusals import Fault, NotFound, RuleBroken
from delegation.register import act, keep, keep_many, record
from delegation.schedule import FUNCTIONS

INVESTIGATION = "safeguarding_investigation"
MOST_OUTCOMES = 20


class NotTheOneNamed(RuleBroken):
    """The council named somebody else for this."""


def side_of(organisation: Organisation, function: str) -> dict[str, Any]:
    """The part of the guard's question that says for whom one enquires or answers."""
    if organisation.kind == Organisation.Kind.PROVIDER:
        roles = FUNCTIONS[function].provider_roles
        return {"side": "provider", "organisation_id": organisation.pk, "roles": roles}
    return {"side": "council", "roles": frozenset()}


@act
def answer_information_request(
    *, by: Account, request: str, answer: str, consent_and_wishes: str
) -> InformationRequest:
    """Answer what the council asked, with the adult's consent, capacity and wishes: the lead named, or their manager.

    Raises:
        NotTheOneNamed: the one who answers neither leads nor manages.
        AlreadyRecorded: it was answered.
        WrongState, NotKept.
    Source: Care Act 2014 ss.6, 7, 42(2); schedule, "Safeguarding: gathering information".
    """
    ref = InformationRequest.objects.filter(ref=request).values_list("concern__ref", flat=True).first()
    if ref is None:
        raise NotFound(f"There is no request {request}.")
    concern = lock_concern(ref)
    asked = InformationRequest.objects.select_related("organisation", "lead").get(ref=request)
    permission = ask("answer_information_request", concern, by, organisation_id=asked.organisation_id)
    if asked.lead_id != by.worker_id and permission.post.role != "provider_manager":
        raise NotTheOneNamed(f"The council asked {asked.lead} to lead on this. They answer, or a manager does.")
    if asked.answered_on:
        raise AlreadyRecorded("This request is answered already.")
    check_state(concern, "answer_information_request")
    refuse_faults(
        faults_of_text(answer=answer, consent_and_wishes=consent_and_wishes), "The request cannot be answered yet"
    )
    asked.answer, asked.consent_and_wishes = answer.strip(), consent_and_wishes.strip()
    asked.answered_on, asked.answered_by = timezone.localdate(), by
    keep(asked, by=by, why="answered")
    record(permission, subject_kind=SUBJECT, subject=concern.ref, detail={"request": asked.ref})
    return asked


@act
def record_desired_outcomes(
    *, by: Account, concern: str, asked_at_start: str, outcomes: Sequence[str] = (), not_asked_because: str = ""
) -> SafeguardingConcern:
    """Record at the start what the person wants of it, or why they could not be asked.

    By the council's manager, or by the one named to enquire. What the person said once stands; a person who could
    not be asked, or who named nothing, may still be asked later.

    Raises:
        AlreadyRecorded: what they want is recorded.
        WrongState, NotKept.
    Source: statutory guidance chapter 14 (Making Safeguarding Personal).
    """
    held = lock_concern(concern)
    enquiry = held.enquiries.filter(live=True).select_related("organisation").first()
    is_enquirer = enquiry is not None and enquiry.enquirer_id == by.worker_id
    for_whom = side_of(enquiry.organisation, INVESTIGATION) if enquiry and is_enquirer else {}
    permission = ask("record_desired_outcomes", held, by, **for_whom)
    check_state(held, "record_desired_outcomes")
    if held.asked_at_start == Asked.EXPRESSED:
        raise AlreadyRecorded("What the person wants is recorded already.")
    wanted = [words.strip() for words in outcomes if words.strip()]
    faults = faults_of_asked("asked_at_start", asked_at_start, "not_asked_because", not_asked_because)
    faults += _faults_of_outcomes(asked_at_start, wanted)
    refuse_faults(faults, "What the person wants cannot be recorded yet")
    held.asked_at_start, held.not_asked_at_start_because = asked_at_start, not_asked_because.strip()
    held.asked_at_start_on, held.asked_at_start_by = timezone.localdate(), by
    keep(held, by=by, why="asked what they want")
    rows = [DesiredOutcome(concern=held, number=number, wanted=words) for number, words in enumerate(wanted, 1)]
    keep_many(rows, by=by, why="wanted")
    detail = {"asked": asked_at_start, "outcomes": len(wanted)}
    record(permission, subject_kind=SUBJECT, subject=held.ref, detail=detail)
    return held


def _faults_of_outcomes(asked: str, wanted: Sequence[str]) -> list[Fault]:
    if asked == Asked.EXPRESSED and not wanted:
        return [Fault("outcomes", "Write what they want, one outcome a line.")]
    if asked != Asked.EXPRESSED and wanted:
        return [Fault("outcomes", "You wrote what they want: choose that they said it.")]
    if len(wanted) > MOST_OUTCOMES:
        return [Fault("outcomes", f"Write at most {MOST_OUTCOMES} outcomes.")]
    return [fault for words in wanted for fault in faults_of_text(outcomes=words)][:1]


@act
def record_enquiry_findings(*, by: Account, enquiry: str, findings: str, conclusion: str) -> SafeguardingEnquiry:
    """Say what the enquiry found: the one the council named, and nobody else.

    Raises:
        NotTheOneNamed: the council named another.
        NotKept: with every fault, among them that the person was not yet asked what they want.
        WrongState.
    Source: Care Act 2014 s.42(2); schedule, "Safeguarding: carrying out the enquiry".
    """
    ref = SafeguardingEnquiry.objects.filter(ref=enquiry).values_list("concern__ref", flat=True).first()
    if ref is None:
        raise NotFound(f"There is no enquiry {enquiry}.")
    concern = lock_concern(ref)
    made = SafeguardingEnquiry.objects.select_related("organisation", "enquirer").get(ref=enquiry)
    permission = ask("record_enquiry_findings", concern, by, **side_of(made.organisation, INVESTIGATION))
    if made.enquirer_id != by.worker_id:
        raise NotTheOneNamed(f"The council named {made.enquirer} to enquire. Only they say what was found.")
    check_state(concern, "record_enquiry_findings")
    if not made.live:
        raise NotTheOneNamed("The council has named another to go on with this enquiry.")
    faults = faults_of_text(findings=findings)
    if conclusion not in SafeguardingEnquiry.Conclusion.values:
        faults.append(Fault("conclusion", "Choose a conclusion."))
    if not concern.asked_at_start:
        faults.append(
            Fault("findings", "First record what the person wants of the enquiry, or why they could not be asked.")
        )
    refuse_faults(faults, "The findings cannot be recorded yet")
    today = timezone.localdate()
    made.findings, made.conclusion, made.reported_on, made.reported_by = findings.strip(), conclusion, today, by
    keep(made, by=by, why="findings recorded")
    concern.state, concern.due_on = SafeguardingConcern.State.AWAITING_SCRUTINY, falls_due("scrutiny", today)
    keep(concern, by=by, why="findings recorded")
    route.finish(SafeguardingFlow, SUBJECT, concern.ref, "enquiry", state=concern.state, by=by)
    record(
        permission,
        subject_kind=SUBJECT,
        subject=concern.ref,
        detail={"enquiry": made.ref, "conclusion": conclusion},
    )
    return made
