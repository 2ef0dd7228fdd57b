"""The acts of the council on the approval of its AMHPs, from the application to the end.

Each asks the guard for `amhp_approval`, which the law keeps for the council (SI 2000/617 reg 6(a)(iv)); nobody acts on
their own approval. `delegation/registration/services.py` suspends and ends an approval with its registration.
Source: Mental Health Act 1983 s.114; SI 2008/1206.
"""

from collections.abc import Mapping
from datetime import date

from django.utils import timezone

from delegation import route
from delegation.amhp import records
from delegation.amhp.approving import (
    Decision,
    approve,
    find_registration,
    refuse_unless_none_is_open,
    was_approved_here,
)
from delegation.amhp.asking import check_state, lock, permit_on, permit_to, refuse_past, say, tell
from delegation.amhp.flows import AmhpFlow
from delegation.amhp.rules import TERM_YEARS, EarlierApproval, why_not_so_approved_before, years_after
from delegation.amhp.words import AREAS, CAUSES
from delegation.models import Account, AmhpApproval, AmhpCompetence, Organisation, Worker
from delegation.models.amhp import STANDING
from delegation.references import new_reference
from delegation.refusals import Fault, NotApprovable, NothingSaid, WrongDates, WrongState
from delegation.register import act, keep, keep_changed, keep_many
from delegation.registration import records as registrations
from delegation.wording import long_day


@act
def apply_for_amhp_approval(
    *,
    by: Account,
    council: Organisation,
    worker: Worker,
    applied_on: date,
    course: str = "",
    course_completed_on: date | None = None,
    approved_before_by: str = "",
    approved_before_from: date | None = None,
    approved_before_until: date | None = None,
    earlier_approvals: str = "",
    approved_by_now: str = "",
    undertakes_to_tell_of_acting: bool,
    undertakes_to_stop_on_suspension: bool,
    undertakes_to_stop_on_loss: bool,
) -> AmhpApproval:
    """Receive somebody's application to be approved as an AMHP, with their three undertakings.

    Args:
        course: the approved course completed, which whoever was never approved must have (reg 3(3)).
        approved_before_by: the council that approved them last, with the first and the last day of that approval;
            left out where it is in this register.
        earlier_approvals: the other approvals of the five years before, by which council and until when (reg 8(1)).
        approved_by_now: the council outside this service that approves them now; it is told at approval (reg 7).

    Raises:
        NotApprovable: there is no live registration in a profession of Sch 1, they are a medical practitioner, or
            the earlier approval is not told whole.
        NothingSaid: the course or an undertaking is not there.
        AlreadyThere: an application of theirs waits for its decision.
    """
    worker = registrations.lock_worker(worker.pk)
    permission = permit_to("apply_for_amhp_approval", by, council, worker)
    refuse_past(applied_on)
    before = EarlierApproval(council=approved_before_by.strip(), first=approved_before_from, last=approved_before_until)
    if faults := why_not_so_approved_before(before, applied_on):
        raise NotApprovable(" ".join(fault.sentence for fault in faults), faults=faults)
    was_approved_before = bool(before.council) or was_approved_here(worker, applied_on)
    if not was_approved_before and not (course.strip() and course_completed_on):
        lacking = [Fault("course", "Enter the approved course: whoever was never approved has completed one.")]
        lacking = [] if course.strip() else lacking
        if course_completed_on is None:
            lacking.append(Fault("course_completed_on", "Enter the day the course was completed."))
        said = "Whoever was never approved names the course and the day it was completed (reg 3(3))."
        raise NothingSaid(said, faults=lacking)
    if not (undertakes_to_tell_of_acting and undertakes_to_stop_on_suspension and undertakes_to_stop_on_loss):
        raise NothingSaid("All three undertakings of reg 5(b) to (d) are given with the application.")
    refuse_unless_none_is_open(worker, council)
    registration = find_registration(worker, applied_on)
    approval = AmhpApproval(
        ref=new_reference("AM"),
        council=council,
        worker=worker,
        registration=registration,
        profession=registration.profession,
        state="applied",
        applied_on=applied_on,
        course=course.strip(),
        course_completed_on=course_completed_on,
        was_approved_before=was_approved_before,
        approved_before_by=before.council,
        approved_before_from=before.first,
        approved_before_until=before.last,
        earlier_approvals=earlier_approvals.strip(),
        approved_by_now=approved_by_now.strip(),
        undertakes_to_tell_of_acting=True,
        undertakes_to_stop_on_suspension=True,
        undertakes_to_stop_on_loss=True,
    )
    keep(approval, by=by, why="Application received")
    route.begin(AmhpFlow, records.KIND, approval.ref, state="applied")
    tell(permission, approval, detail={"profession": approval.profession, "applied": applied_on})
    return approval


@act
def record_amhp_competence(
    *, by: Account, approval: AmhpApproval, evidence: Mapping[str, str], assessed_on: date
) -> AmhpApproval:
    """Record what shows that the applicant is competent in one or more of the five areas of Sch 2.

    Args:
        evidence: by the key of the area; an area recorded before is written anew.

    Raises: NothingSaid; WrongDates; WrongState once the application is decided.
    """
    approval = lock(approval)
    permission = permit_on("record_amhp_competence", by, approval)
    check_state(approval, "applied")
    refuse_past(assessed_on)
    oldest = years_after(approval.applied_on, -TERM_YEARS)
    if assessed_on <= oldest:
        said = f"Competence shown by {long_day(oldest)} is older than an approval lasts: assess it again."
        raise WrongDates(said, at="assessed_on")
    if not evidence or any(area not in AREAS or not said.strip() for area, said in evidence.items()):
        raise NothingSaid("Write what shows the competence, in at least one of the five areas.")
    known = {row.area: row for row in approval.competence.filter(area__in=evidence)}
    for area, row in known.items():
        row.evidence, row.assessed_on, row.recorded_by = evidence[area].strip(), assessed_on, by
    keep_changed(list(known.values()), ["evidence", "assessed_on", "recorded_by"], by=by, why="Assessed again")
    new = [
        AmhpCompetence(approval=approval, area=area, evidence=said.strip(), assessed_on=assessed_on, recorded_by=by)
        for area, said in evidence.items()
        if area not in known
    ]
    keep_many(new, by=by, why="Assessed")
    tell(permission, approval, detail={"areas": sorted(evidence), "assessed": assessed_on})
    return approval


@act
def approve_amhp(
    *,
    by: Account,
    approval: AmhpApproval,
    reasons: str,
    approved_on: date | None = None,
    decision_written_in: str = "",
) -> AmhpApproval:
    """Approve the applicant as an AMHP for five years from the day of approval, and tell them with reasons.

    An approval that this council or another holds of them ends with it, and a council that approved them until now is
    told: there is one live approval of a person at a time.

    Args:
        approved_on: an earlier day, for a decision made before it is entered here.
        decision_written_in: where that decision is written.

    Raises:
        NotApprovable: with each thing that stands against it: profession, registration, course, competence.
        NothingSaid; WrongDates; WrongState.
    Source: Mental Health Act 1983 s.114; SI 2008/1206 regs 3, 4 and 7.
    """
    approval = lock(approval)
    permission = permit_on("approve_amhp", by, approval)
    check_state(approval, "applied")
    on = approved_on or timezone.localdate()
    refuse_past(on)
    if on < timezone.localdate() and not decision_written_in.strip():
        raise NothingSaid("A decision of an earlier day says where it is written.")
    if on < approval.applied_on:
        raise WrongDates(f"It cannot be before the application of {long_day(approval.applied_on)}.")
    decision = Decision(
        by=by, post=permission.post, on=on, reasons=say(reasons), written_in=decision_written_in.strip()
    )
    approve(approval, decision)
    tell(permission, approval, reason=reasons, detail={"approved": on, "last_day": approval.last_day})
    return approval


@act
def refuse_amhp(*, by: Account, approval: AmhpApproval, reasons: str) -> AmhpApproval:
    """Refuse an application to be approved as an AMHP, and tell the applicant with reasons.

    Raises: NothingSaid; WrongState.
    Source: Mental Health Act 1983 s.114(3); SI 2008/1206 reg 3.
    """
    approval = lock(approval)
    permission = permit_on("refuse_amhp", by, approval)
    check_state(approval, "applied")
    approval.state, approval.reasons = "refused", say(reasons)
    approval.decided_on, approval.decided_by, approval.decided_in = timezone.localdate(), by, permission.post
    keep(approval, by=by, why=approval.reasons)
    route.finish(AmhpFlow, records.KIND, approval.ref, "decision", state="refused", by=by)
    records.give_notices(approval, "refused", by=by, reasons=approval.reasons)
    tell(permission, approval, reason=reasons)
    return approval


@act
def end_amhp_approval(*, by: Account, approval: AmhpApproval, cause: str, reasons: str) -> AmhpApproval:
    """End a live approval today, tell the AMHP at once with reasons, and each council they act for.

    One past its five years ended at the end of its last day, and has no other cause.

    Args:
        cause: term, request, competence, profession, breach or elsewhere.

    Raises: NothingSaid; WrongState; WrongDates where the cause and the five years do not agree.
    Source: SI 2008/1206 reg 7.
    """
    approval = lock(approval)
    permission = permit_on("end_amhp_approval", by, approval)
    check_state(approval, *STANDING)
    if cause not in CAUSES or cause == "renewed":
        raise NothingSaid("Choose why the approval ends.")
    is_past = records.is_past_its_term(approval, timezone.localdate())
    if cause == "term" and not is_past:
        said = f"The five years end on {long_day(approval.last_day)}; until then choose another cause."
        raise WrongDates(said, at="cause")
    if cause != "term" and is_past:
        said = f"It ended with its five years on {long_day(approval.last_day)}: that is the cause, whatever came after."
        raise WrongDates(said, at="cause")
    records.end(approval, by=by, cause=cause, reasons=say(reasons))
    detail = {"cause": approval.end_cause, "ended": approval.ended_on}
    tell(permission, approval, reason=reasons, detail=detail)
    return approval


@act
def suspend_amhp_approval(*, by: Account, approval: AmhpApproval, from_day: date, because: str) -> AmhpApproval:
    """Suspend an approval from today because the registration is suspended, and tell the AMHP.

    The suspension of the registration is recorded with it, where it is not yet.

    Args:
        from_day: since when the registration is suspended.

    Raises: NothingSaid; WrongDates; WrongState where it is not in force.
    Source: SI 2008/1206 reg 6(1), on being told under reg 5(c).
    """
    approval = lock(approval)
    permission = permit_on("suspend_amhp_approval", by, approval)
    check_state(approval, "in_force")
    why = say(because)
    suspension = registrations.open_suspension(approval.registration) or registrations.suspend(
        approval.registration, by=by, from_day=from_day, because=why
    )
    if records.suspend(approval, by=by, suspension=suspension, because=why) is None:
        raise WrongState(f"The five years ended on {long_day(approval.last_day)}. Record the end instead.")
    tell(permission, approval, reason=because, detail={"registration_suspended": suspension.from_day})
    return approval


@act
def lift_amhp_suspension(
    *,
    by: Account,
    approval: AmhpApproval,
    satisfied_of_competence: bool,
    because: str,
    registration_lifted_on: date | None = None,
) -> AmhpApproval:
    """Lift the suspension of an approval once the registration is live, or say that it stands for want of competence.

    The term is not extended.

    Args:
        registration_lifted_on: since when the registration is live again, where that is not yet recorded.

    Raises:
        NotApprovable: the registration is not live.
        NothingSaid; WrongDates; WrongState.
    Source: SI 2008/1206 reg 6(3) and (4).
    """
    approval = lock(approval)
    permission = permit_on("lift_amhp_suspension", by, approval)
    check_state(approval, "suspended")
    if records.is_past_its_term(approval, timezone.localdate()):
        raise WrongState(f"The five years ended on {long_day(approval.last_day)}. Record the end instead.")
    why = say(because)
    if registration_lifted_on and registrations.open_suspension(approval.registration):
        registrations.lift(approval.registration, by=by, on=registration_lifted_on, because=why)
    if not approval.worker.registrations.live_on(timezone.localdate()).filter(pk=approval.registration_id).exists():
        raise NotApprovable("The registration is not live, so the approval stays suspended (reg 6(1)).")
    if satisfied_of_competence:
        _lift(approval, by, why)
    else:
        _hold(approval, by, why)
    tell(permission, approval, reason=because, detail={"satisfied_of_competence": satisfied_of_competence})
    return approval


def _lift(approval: AmhpApproval, by: Account, why: str) -> None:
    suspension = approval.suspensions.get(lifted_on=None)
    suspension.lifted_on, suspension.lifted_by, suspension.lifted_because = timezone.localdate(), by, why
    keep(suspension, by=by, why=why)
    approval.state = "in_force"
    keep(approval, by=by, why=why)
    route.finish(AmhpFlow, records.KIND, approval.ref, "suspension", state="in_force", by=by)
    told = [acting.authority for acting in records.acting_now(approval)]
    records.give_notices(approval, "lifted", by=by, reasons=why, authorities=told)


def _hold(approval: AmhpApproval, by: Account, why: str) -> None:
    suspension = approval.suspensions.get(lifted_on=None)
    suspension.held_on, suspension.held_because = timezone.localdate(), why
    keep(suspension, by=by, why=why)
    records.give_notices(approval, "held", by=by, reasons=why)
