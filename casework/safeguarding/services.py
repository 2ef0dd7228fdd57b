"""What the council alone does with a concern: threshold, ask, scrutinise, send back, close; `causing` has the rest.

Each locks the concern, asks the guard for a function that no provider can hold, and moves it along its procedure.
Source: Care Act 2014 ss.42, 79(2)(d).
"""

from collections.abc import Mapping
from datetime import date

from django.utils import timezone

from casework.models import (
    DesiredOutcome,
    InformationRequest,
    SafeguardingClosure,
    SafeguardingConcern,
    SafeguardingEnquiry,
    SafeguardingScrutiny,
    ThresholdDecision,
)
from casework.refusals import refuse_faults
from casework.safeguarding.about import faults_of_about
from casework.safeguarding.asking import (
    ask,
    check_state,
    hands_on,
    lock_concern,
    refuse_managed_in_a_provider,
)
from casework.safeguarding.beginning import SUBJECT, begin_route
from casework.safeguarding.enquirers import faults_of_one_asked
from casework.safeguarding.moving import move
from casework.safeguarding.rules import LEADS_TO, falls_due, why_not_decided_so
from casework.safeguarding.words import Asked, faults_of_asked, faults_of_day, faults_of_text
from delegation.models import Account, Organisation, ProcedureRoute, Worker
from delegation.references import new_reference
from delegation.refusals import Fault
from delegation.register import act, keep, keep_changed, record

State = SafeguardingConcern.State


@act
def record_threshold_decision(
    *,
    by: Account,
    concern: str,
    has_needs: bool | None,
    is_at_risk: bool | None,
    cannot_protect_themselves: bool | None,
    decision: str,
    reasons: str,
    advice: str = "",
    about: str = SafeguardingConcern.About.NOT_KNOWN,
    about_organisation: Organisation | None = None,
    about_whom: str = "",
) -> ThresholdDecision:
    """Decide on the three limbs of section 42(1) whether enquiries must be made; only the council's own manager does.

    Args: each limb answered; who or what the concern is now held to be about; reasons always, and what advice was
    given where the concern is screened out.

    Raises:
        WrongState: it was decided already.
        ManagedInAProvider: the one who decides holds a post outside the council.
        NotKept: with every fault.
    Source: Care Act 2014 ss.42(1)-(2), 79(2)(d).
    """
    held = lock_concern(concern)
    permission = ask("record_threshold_decision", held, by)
    check_state(held, "record_threshold_decision")
    refuse_managed_in_a_provider(by)
    limbs = {
        "has_needs": has_needs,
        "is_at_risk": is_at_risk,
        "cannot_protect_themselves": cannot_protect_themselves,
    }
    faults = [Fault(path, sentence) for path, sentence in why_not_decided_so(decision, **limbs).items()]
    faults += faults_of_about(held.council, about, about_organisation, about_whom)
    faults += faults_of_text(reasons=reasons, optional={"advice": advice})
    if decision == ThresholdDecision.Decision.SCREEN_OUT and not advice.strip():
        faults.append(Fault("advice", "Say what advice was given, and to whom: a concern is not simply turned away."))
    refuse_faults(faults, "The threshold cannot be decided yet")
    today = timezone.localdate()
    decided = ThresholdDecision.objects.create(
        concern=held,
        decision=decision,
        reasons=reasons.strip(),
        advice=advice.strip(),
        decided_on=today,
        decided_by=by,
        **{limb: bool(answer) for limb, answer in limbs.items()},
    )
    held.about, held.about_organisation, held.about_whom = about, about_organisation, about_whom.strip()
    if held.seen_at is None:
        held.seen_at, held.seen_by = timezone.now(), by
    if not ProcedureRoute.objects.filter(subject_kind=SUBJECT, subject=held.ref, live=True).exists():
        begin_route(held)  # a concern told before there was this procedure
    screened_out = decision == ThresholdDecision.Decision.SCREEN_OUT
    move(
        held,
        "threshold",
        to=LEADS_TO[decision],
        due_on=None if screened_out else falls_due("cause_enquiry", today),
        by=by,
        why=reasons,
    )
    record(
        permission,
        subject_kind=SUBJECT,
        subject=held.ref,
        reason=reasons.strip(),
        detail={**limbs, "decision": decision, "about": about},
    )
    return decided


@act
def request_information(
    *, by: Account, concern: str, organisation: Organisation, lead: Worker, scope: str, due_on: date
) -> InformationRequest:
    """Ask a provider for information: what, who of it leads, and by which day.

    Raises:
        WrongState: the concern is ended.
        NotKept: with every fault.
    Source: Care Act 2014 ss.6, 7, 42(2); schedule, "Safeguarding: gathering information".
    """
    held = lock_concern(concern)
    permission = ask("request_information", held, by)
    check_state(held, "request_information")
    faults = faults_of_one_asked(held, lead, organisation)
    faults += faults_of_text(scope=scope)
    faults += faults_of_day("due_on", due_on)
    refuse_faults(faults, "The information cannot be asked for yet")
    asked = InformationRequest(
        ref=new_reference("SR"),
        concern=held,
        organisation=organisation,
        lead=lead,
        scope=scope.strip(),
        due_on=due_on,
        requested_on=timezone.localdate(),
        requested_by=by,
    )
    keep(asked, by=by, why="requested")
    detail = {"request": asked.ref, "organisation": organisation.key, "lead": lead.pk, "due": due_on}
    record(permission, subject_kind=SUBJECT, subject=held.ref, detail=detail)
    return asked


@act
def scrutinise_outcome(
    *, by: Account, concern: str, reasons: str, action: str, action_by_whom: str
) -> SafeguardingScrutiny:
    """Accept what was found and decide what action is taken, and by whom: by hands that took no part.

    Raises:
        SameHands: the one who scrutinises decided the threshold, caused, asked or enquired.
        ManagedInAProvider: they hold a post outside the council.
        WrongState, NotKept.
    Source: Care Act 2014 s.42(2); schedule, "Safeguarding: scrutiny and decision on outcome".
    """
    held = lock_concern(concern)
    permission = ask("scrutinise_outcome", held, by, hands=hands_on(held))
    check_state(held, "scrutinise_outcome")
    refuse_managed_in_a_provider(by)
    faults = faults_of_text(reasons=reasons, action=action, action_by_whom=action_by_whom, short=("action_by_whom",))
    refuse_faults(faults, "The outcome cannot be accepted yet")
    today = timezone.localdate()
    scrutiny = SafeguardingScrutiny.objects.create(
        enquiry=_live_enquiry(held),
        result=SafeguardingScrutiny.Result.ACCEPTED,
        reasons=reasons.strip(),
        action=action.strip(),
        action_by_whom=action_by_whom.strip(),
        scrutinised_on=today,
        scrutinised_by=by,
    )
    move(held, "scrutiny", to=State.AWAITING_CLOSURE, due_on=falls_due("closure", today), by=by, why=reasons)
    record(permission, subject_kind=SUBJECT, subject=held.ref, reason=reasons.strip(), detail={"result": "accepted"})
    return scrutiny


@act
def challenge_enquiry(*, by: Account, concern: str, reasons: str, due_on: date) -> SafeguardingScrutiny:
    """Send what was found back to the one who enquired, with what is asked for and by which day.

    The council keeps the responsibility that a caused enquiry is done well, and may ask for more.

    Raises: SameHands, ManagedInAProvider, WrongState, NotKept.
    Source: Care Act 2014 s.42(2); statutory guidance chapter 14.
    """
    held = lock_concern(concern)
    permission = ask("challenge_enquiry", held, by, hands=hands_on(held))
    check_state(held, "challenge_enquiry")
    refuse_managed_in_a_provider(by)
    faults = [*faults_of_text(reasons=reasons), *faults_of_day("due_on", due_on)]
    refuse_faults(faults, "The enquiry cannot be sent back yet")
    enquiry = _live_enquiry(held)
    scrutiny = SafeguardingScrutiny.objects.create(
        enquiry=enquiry,
        result=SafeguardingScrutiny.Result.SENT_BACK,
        reasons=reasons.strip(),
        scrutinised_on=timezone.localdate(),
        scrutinised_by=by,
    )
    enquiry.due_on, enquiry.reported_on, enquiry.reported_by = due_on, None, None
    keep(enquiry, by=by, why=reasons)
    move(held, "scrutiny", to=State.UNDER_ENQUIRY, due_on=due_on, by=by, why=reasons)
    detail = {"result": "sent_back", "enquiry": enquiry.ref, "due": due_on}
    record(permission, subject_kind=SUBJECT, subject=held.ref, reason=reasons.strip(), detail=detail)
    return scrutiny


@act
def close_concern(
    *,
    by: Account,
    concern: str,
    asked_at_end: str,
    risk: str,
    risk_left: str,
    what_they_said: str = "",
    not_asked_at_end_because: str = "",
    achieved: Mapping[int, str] | None = None,
) -> SafeguardingClosure:
    """Close a concern that was enquired into: what the person said at the end, and what risk is left.

    Args: `achieved`, for each outcome the person wanted at the start by its number: met, partly, not_met.

    Raises:
        SameHands: the one who closes also enquired.
        ManagedInAProvider, WrongState, NotKept.
    Source: Care Act 2014 ss.42(2), 79(2)(d); statutory guidance chapter 14 (Making Safeguarding Personal).
    """
    held = lock_concern(concern)
    enquiries = list(held.enquiries.all())
    hands = {enquiry.enquirer_id: "the enquirer" for enquiry in enquiries}
    permission = ask("close_concern", held, by, hands=hands)
    check_state(held, "close_concern")
    refuse_managed_in_a_provider(by)
    wanted = list(held.desired_outcomes.order_by("number"))
    faults = faults_of_asked("asked_at_end", asked_at_end, "not_asked_at_end_because", not_asked_at_end_because)
    faults += faults_of_text(risk_left=risk_left, optional={"what_they_said": what_they_said})
    if risk not in SafeguardingClosure.Risk.values:
        faults.append(Fault("risk", "Choose what risk is left."))
    if asked_at_end == Asked.EXPRESSED and not what_they_said.strip():
        faults.append(Fault("what_they_said", "Write what they said."))
    faults += _faults_of_achieved(wanted, achieved or {})
    refuse_faults(faults, "The concern cannot be closed yet")
    today = timezone.localdate()
    closure = SafeguardingClosure.objects.create(
        concern=held,
        asked_at_end=asked_at_end,
        what_they_said=what_they_said.strip(),
        not_asked_at_end_because=not_asked_at_end_because.strip(),
        risk=risk,
        risk_left=risk_left.strip(),
        closed_on=today,
        closed_by=by,
    )
    for outcome in wanted:
        outcome.achieved = (achieved or {})[outcome.number]
    keep_changed(wanted, ["achieved"], by=by, why="closed")
    enquiry = next(one for one in enquiries if one.live)
    enquiry.live = False
    keep(enquiry, by=by, why="closed")
    move(held, "closure", to=State.CLOSED, due_on=None, by=by, why=risk_left)
    detail = {"asked_at_end": asked_at_end, "risk": risk, "achieved": {one.number: one.achieved for one in wanted}}
    record(permission, subject_kind=SUBJECT, subject=held.ref, detail=detail)
    return closure


def _faults_of_achieved(wanted: list[DesiredOutcome], achieved: Mapping[int, str]) -> list[Fault]:
    answers = DesiredOutcome.Achieved.values
    return [
        Fault(f"achieved_{one.number}", "Choose whether it was met.")
        for one in wanted
        if achieved.get(one.number) not in answers
    ]


def _live_enquiry(concern: SafeguardingConcern) -> SafeguardingEnquiry:
    return concern.enquiries.get(live=True)
