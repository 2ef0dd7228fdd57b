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
from delegation.amhp.rules import TERM_YEARS, Candidate, last_day_of_term, why_not_approved, years_after
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


def was_approved_here(worker: Worker, on: date) -> bool:
    """Whether a register here holds an approval of theirs given by the day."""
    return AmhpApproval.objects.filter(worker=worker, state__in=APPROVED, decided_on__lte=on).exists()


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
    if faults := what_stands_against(approval, decision.on):
        raise NotApprovable(" ".join(fault.sentence for fault in faults), faults=faults)
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


def what_stands_against(approval: AmhpApproval, on: date) -> list[Fault]:
    """What the law asks that the application has not, were it approved on the day. Three queries.

    Live on the day of the decision, and today: what is suspended now is not approved, whenever it was decided.
    Competence shown longer ago than an approval lasts counts no more.
    """
    live = approval.worker.registrations.live_on(on)
    today = list(approval.worker.registrations.live_on(timezone.localdate()).values_list("pk", "profession"))
    shown = approval.competence.filter(assessed_on__lte=on, assessed_on__gt=years_after(on, -TERM_YEARS))
    candidate = Candidate(
        profession=approval.profession,
        registration_is_live=approval.registration_id in {pk for pk, _ in today}
        and live.filter(pk=approval.registration_id).exists(),
        is_medical_practitioner=any(profession in MEDICAL for _, profession in today),
        course_completed_on=approval.course_completed_on,
        was_approved_before=approval.was_approved_before,
        areas=set(shown.values_list("area", flat=True)),
        undertakings=(
            approval.undertakes_to_tell_of_acting,
            approval.undertakes_to_stop_on_suspension,
            approval.undertakes_to_stop_on_loss,
        ),
    )
    return why_not_approved(candidate, on)


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
