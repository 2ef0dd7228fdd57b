"""How an application becomes an approval: what the law asks first, and the one live approval of a person.

Called by services, with the worker's row locked.
Source: Mental Health Act 1983 s.114(2) and (3); SI 2008/1206 regs 3, 4 and 7.
"""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from delegation import route
from delegation.amhp import records
from delegation.amhp.flows import AmhpFlow
from delegation.amhp.rules import Candidate, last_day_of_term, why_not_approved
from delegation.models import Account, AmhpApproval, Organisation, Post, ProfessionalRegistration, Worker
from delegation.models.amhp import APPROVED, STANDING
from delegation.professions import PROFESSIONS
from delegation.refusals import AlreadyThere, Fault, NotApprovable, WrongDates
from delegation.register import keep, note
from delegation.wording import long_day

MAY_BE_AMHP = [one.key for one in PROFESSIONS.values() if one.may_be_amhp]
MEDICAL = [one.key for one in PROFESSIONS.values() if one.is_medical]


@dataclass(frozen=True, kw_only=True)
class Decision:
    """Who approves, in which post, on which day and why."""

    by: Account
    post: Post
    on: date
    reasons: str
    written_in: str


def refuse_unless_none_is_open(worker: Worker, council: Organisation) -> None:
    """Raises AlreadyThere where an application of theirs to this council waits for its decision."""
    if AmhpApproval.objects.filter(worker=worker, council=council, state="applied").exists():
        raise AlreadyThere("An application of theirs waits for its decision already.")


def find_registration(worker: Worker, on: date) -> ProfessionalRegistration:
    """The live registration in a profession of Sch 1 that an application rests on; NotApprovable without one."""
    live = list(worker.registrations.live_on(on).order_by("pk"))
    if any(one.profession in MEDICAL for one in live):
        raise NotApprovable("A registered medical practitioner is never approved (Mental Health Act 1983 s.114(2)).")
    for one in live:
        if one.profession in MAY_BE_AMHP:
            return one
    raise NotApprovable(
        f"No registration in a profession of SI 2008/1206 Sch 1 is live on {long_day(on)}. Record the registration "
        "first, on the page of the person’s account."
    )


def approve(approval: AmhpApproval, decision: Decision) -> None:
    """Make the application an approval, and end what approval there was; NotApprovable where the law asks more."""
    _refuse_unless_approvable(approval, decision.on)
    earlier = _end_earlier(approval, decision)
    approval.state, approval.reasons = "in_force", decision.reasons
    approval.decided_on, approval.decided_by, approval.decided_in = decision.on, decision.by, decision.post
    approval.decision_written_in = decision.written_in
    approval.last_day = last_day_of_term(decision.on)
    records.set_due(approval)
    keep(approval, by=decision.by, why=decision.reasons)
    route.finish(AmhpFlow, records.KIND, approval.ref, "decision", state="in_force", by=decision.by)
    told = [approval.approved_by_now] if approval.approved_by_now else []
    if earlier and earlier.council_id != approval.council_id:
        told.append(earlier.council.name)
    records.give_notices(
        approval, "approved", by=decision.by, reasons=decision.reasons, authorities=dict.fromkeys(told)
    )


def earlier_day_it_could_be_approved(approval: AmhpApproval) -> date | None:
    """The first day before today on which nothing stood against an approval: a decision of then may be entered now."""
    assessed = approval.competence.values_list("assessed_on", flat=True)
    first = max([approval.applied_on, approval.course_completed_on or approval.applied_on, *assessed])
    return first if first < timezone.localdate() and not what_stands_against(approval, first) else None


def what_stands_against(approval: AmhpApproval, on: date) -> list[Fault]:
    """Each thing that stands against approving an application with the day of decision `on`.

    The registration is live on the day of the decision, and today: what is suspended now is not approved, whenever it
    was decided.
    """
    live = approval.worker.registrations.live_on(on)
    today = list(approval.worker.registrations.live_on(timezone.localdate()).values_list("pk", "profession"))
    candidate = Candidate(
        profession=approval.profession,
        registration_is_live=approval.registration_id in {pk for pk, _ in today}
        and live.filter(pk=approval.registration_id).exists(),
        is_medical_practitioner=any(profession in MEDICAL for _, profession in today),
        course_completed_on=approval.course_completed_on,
        was_approved_before=approval.was_approved_before,
        assessed=dict(approval.competence.filter(assessed_on__lte=on).values_list("area", "assessed_on")),
        undertakings=(
            approval.undertakes_to_tell_of_acting,
            approval.undertakes_to_stop_on_suspension,
            approval.undertakes_to_stop_on_loss,
        ),
    )
    return why_not_approved(candidate, on)


def _refuse_unless_approvable(approval: AmhpApproval, on: date) -> None:
    faults = what_stands_against(approval, on)
    if faults:
        raise NotApprovable(" ".join(fault.sentence for fault in faults), faults=faults)


def _end_earlier(approval: AmhpApproval, decision: Decision) -> AmhpApproval | None:
    """End the live approval that this one takes the place of, here or in another council (reg 7)."""
    others = AmhpApproval.objects.filter(worker_id=approval.worker_id, state__in=APPROVED)
    if others.filter(ended_on__gt=decision.on).exists():
        raise WrongDates("On that day another approval of theirs was in force, which ended later.")
    found = others.filter(state__in=STANDING).select_related("council", "worker", "registration").first()
    if found is None:
        return None
    if found.decided_on and decision.on < found.decided_on:
        raise WrongDates(f"They were approved on {long_day(found.decided_on)}, which is later.")
    here = found.council_id == approval.council_id
    reasons = f"Approved by {approval.council} on {long_day(decision.on)}."
    records.end(found, by=decision.by, cause="renewed" if here else "elsewhere", reasons=reasons, on=decision.on)
    said = f"SI 2008/1206 reg 7: {reasons}"
    note(
        council=found.council,
        verb="end_amhp_approval",
        subject_kind=records.KIND,
        subject=found.ref,
        reason=said,
        by=decision.by,
    )
    return found
