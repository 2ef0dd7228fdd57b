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
from delegation.amhp.approving import Decision, approve, find_registration, refuse_unless_none_is_open
from delegation.amhp.asking import check_state, lock, permit_on, permit_to, refuse_past, say, tell
from delegation.amhp.earlier import Before, refuse_unless_it_was
from delegation.amhp.flows import AmhpFlow
from delegation.amhp.rules import causes_of_an_end, earliest_assessment
from delegation.amhp.words import AREAS, CAUSES
from delegation.models import Account, AmhpApproval, AmhpCompetence, Organisation, Worker
from delegation.models.amhp import STANDING
from delegation.records import may_say
from delegation.references import new_reference
from delegation.refusals import NotApprovable, NothingSaid, WrongDates, WrongState
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
    earlier: AmhpApproval | None = None,
    earlier_council: str = "",
    earlier_from: date | None = None,
    earlier_to: date | None = None,
    earlier_approvals: str = "",
    undertakes_to_tell_of_acting: bool,
    undertakes_to_stop_on_suspension: bool,
    undertakes_to_stop_on_loss: bool,
) -> AmhpApproval:
    """Receive somebody's application to be approved as an AMHP, with their three undertakings.

    Args:
        course: the approved course completed, which whoever was never approved must have (reg 3(3)).
        earlier: the latest approval before, of theirs by this council; whoever was approved before needs no course.
        earlier_council, earlier_from, earlier_to: that approval where it has no record here. Without a last day the
            council named approves them still, and is told at approval (reg 7).
        earlier_approvals: the others of the five years before, by which council and until when (reg 8(1)).

    Raises:
        NotApprovable: there is no live registration in a profession of Sch 1, they are a medical practitioner, or the
            earlier approval is not theirs.
        NothingSaid: the course, the council that approved before or an undertaking is not there.
        WrongDates: a day has not come, or the earlier approval cannot have had its days.
        AlreadyThere: an application of theirs waits for its decision.
    """
    worker = registrations.lock_worker(worker.pk)
    permission = permit_to("apply_for_amhp_approval", by, council, worker)
    refuse_past(applied_on)
    before = Before(
        earlier=earlier, earlier_council=may_say(earlier_council), earlier_from=earlier_from, earlier_to=earlier_to
    )
    refuse_unless_it_was(before, worker, council, applied_on)
    if not before.is_said and not (course.strip() and course_completed_on):
        raise NothingSaid("Whoever was never approved names the course and the day it was completed (reg 3(3)).")
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
        was_approved_before=before.is_said,
        earlier=before.earlier,
        earlier_council=before.earlier_council,
        earlier_from=before.earlier_from,
        earlier_to=before.earlier_to,
        earlier_approvals=earlier_approvals.strip(),
        approved_by_now="" if before.earlier_to else before.earlier_council,
        undertakes_to_tell_of_acting=True,
        undertakes_to_stop_on_suspension=True,
        undertakes_to_stop_on_loss=True,
    )
    records.set_due(approval)
    keep(approval, by=by, why="Application received")
    route.begin(AmhpFlow, records.KIND, approval.ref, state="applied")
    detail = {"profession": approval.profession, "applied": applied_on, "approved_before": _told_of(before)}
    tell(permission, approval, detail=detail)
    return approval


def _told_of(before: Before) -> str:
    return before.earlier.ref if before.earlier else before.earlier_council


@act
def record_amhp_competence(
    *, by: Account, approval: AmhpApproval, evidence: Mapping[str, str], assessed_on: date
) -> AmhpApproval:
    """Record what shows that the applicant is competent in one or more of the five areas of Sch 2.

    Args:
        evidence: by the key of the area; an area recorded before is written anew.
        assessed_on: not after today, nor more than five years before the application.

    Raises: NothingSaid; WrongDates; WrongState once the application is decided.
    """
    approval = lock(approval)
    permission = permit_on("record_amhp_competence", by, approval)
    check_state(approval, "applied")
    refuse_past(assessed_on)
    earliest = earliest_assessment(approval.applied_on)
    if assessed_on < earliest:
        raise WrongDates(
            f"Competence assessed before {long_day(earliest)}, five years before the application, is too old to rely "
            "on. Assess it again."
        )
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
    if records.set_due(approval):
        keep(approval, by=by, why="Competence assessed")
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
    records.set_due(approval)
    approval.decided_on, approval.decided_by, approval.decided_in = timezone.localdate(), by, permission.post
    keep(approval, by=by, why=approval.reasons)
    route.finish(AmhpFlow, records.KIND, approval.ref, "decision", state="refused", by=by)
    records.give_notices(approval, "refused", by=by, reasons=approval.reasons)
    tell(permission, approval, reason=reasons)
    return approval


@act
def end_amhp_approval(*, by: Account, approval: AmhpApproval, cause: str, reasons: str) -> AmhpApproval:
    """End a live approval today, tell the AMHP at once with reasons, and each council they act for.

    One past its five years ended at the end of its last day, and with no other cause than the term.

    Args:
        cause: one of `causes_of_an_end` on the day.

    Raises: NothingSaid; WrongState; WrongDates for the term before the five years ended, or another cause after.
    Source: SI 2008/1206 reg 7.
    """
    approval = lock(approval)
    permission = permit_on("end_amhp_approval", by, approval)
    check_state(approval, *STANDING)
    if cause not in CAUSES or cause == "renewed":
        raise NothingSaid("Choose why the approval ends.")
    _refuse_unless_it_can_end(approval, cause)
    records.end(approval, by=by, cause=cause, reasons=say(reasons))
    detail = {"cause": approval.end_cause, "ended": approval.ended_on}
    tell(permission, approval, reason=reasons, detail=detail)
    return approval


def _refuse_unless_it_can_end(approval: AmhpApproval, cause: str) -> None:
    is_past = records.is_past_its_term(approval, timezone.localdate())
    if cause in causes_of_an_end(is_past_its_term=is_past):
        return
    until = long_day(approval.last_day)
    if is_past:
        said = f"The five years ended on {until}, and the approval with them. Choose “{CAUSES['term']}”."
    else:
        said = f"The five years end on {until}; until then choose another cause."
    raise WrongDates(said, at="cause")


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
    records.set_due(approval)
    keep(approval, by=by, why=why)
    route.finish(AmhpFlow, records.KIND, approval.ref, "suspension", state="in_force", by=by)
    told = [acting.authority for acting in records.acting_now(approval)]
    records.give_notices(approval, "lifted", by=by, reasons=why, authorities=told)


def _hold(approval: AmhpApproval, by: Account, why: str) -> None:
    suspension = approval.suspensions.get(lifted_on=None)
    suspension.held_on, suspension.held_because = timezone.localdate(), why
    keep(suspension, by=by, why=why)
    if records.set_due(approval):
        keep(approval, by=by, why=why)
    records.give_notices(approval, "held", by=by, reasons=why)
