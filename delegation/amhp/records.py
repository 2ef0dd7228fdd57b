"""The rows of an approval and what befalls them: due days, notices, suspension, end. Called by services.

The worker's row is locked by whoever calls (`delegation.registration.records.lock_worker`).
Source: SI 2008/1206 regs 4 to 8.
"""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from delegation import route
from delegation.amhp.flows import AmhpFlow
from delegation.amhp.letters import said_of
from delegation.amhp.rules import Due, dues_of_application, dues_of_approval
from delegation.models import (
    Account,
    AmhpActing,
    AmhpApproval,
    AmhpNotice,
    AmhpSuspension,
    ProfessionalRegistration,
    RegistrationSuspension,
)
from delegation.models.amhp import STANDING
from delegation.professions import PROFESSIONS
from delegation.register import keep, keep_changed
from delegation.wording import long_day

KIND = "amhp"
# What `dues_of` reads beside the approval and its registration.
DUES_REST_ON = ("training", "competence", "suspensions__registration_suspension")


def standing_of(registration: ProfessionalRegistration) -> AmhpApproval | None:
    """The live approval that rests on this registration."""
    found = AmhpApproval.objects.filter(registration=registration, state__in=STANDING)
    return found.select_related("council", "worker", "registration").first()


def registration_was_looked_up(registration: ProfessionalRegistration, *, by: Account) -> AmhpApproval | None:
    """The day on which the registration runs out may fall due earlier or later for the approval resting on it.

    A registered medical practitioner is never approved: an approval that stands ends, and is given back.
    Source: Mental Health Act 1983 s.114(2).
    """
    if PROFESSIONS[registration.profession].is_medical:
        standing = AmhpApproval.objects.filter(worker=registration.worker_id, state__in=STANDING)
        found = standing.select_related("council", "worker", "registration").first()
        if found:
            end(found, by=by, cause="profession", reasons="A registered medical practitioner is no AMHP (s.114(2)).")
        return found
    approval = standing_of(registration)
    if approval and set_due(approval):
        keep(approval, by=by, why="The registration was looked up")
    return None


def registration_is_live_again(registration: ProfessionalRegistration, *, by: Account) -> None:
    """The body lifted the suspension of the registration: the council decides about the approval's (reg 6(3))."""
    approval = standing_of(registration)
    if approval and set_due(approval):
        keep(approval, by=by, why="The registration is live again")


def set_due(approval: AmhpApproval) -> bool:
    """Write what falls due next on the approval; whether that is another day or thing than before."""
    before = (approval.due_on, approval.due_what)
    due = next(iter(dues_of(approval, timezone.localdate())), None)
    approval.due_on, approval.due_what = (due.on, due.what) if due else (None, "")
    return before != (approval.due_on, approval.due_what)


def dues_of(approval: AmhpApproval, on: date) -> list[Due]:
    """Everything that falls due of an application or a live approval, soonest first.

    Reads `DUES_REST_ON`, and asks nothing more where they were fetched with the approval.
    """
    if approval.state == "applied":
        assessed = [row.assessed_on for row in approval.competence.all()] if approval.pk else []
        return dues_of_application(
            course_completed_on=None if approval.was_approved_before else approval.course_completed_on,
            assessed=assessed,
            registered_until=approval.registration.live_to,
        )
    if approval.state not in STANDING or approval.decided_on is None:
        return []
    return dues_of_approval(
        approved_on=approval.decided_on,
        training=[(row.completed_on, row.hours) for row in approval.training.all()],
        registered_until=approval.registration.live_to,
        live_again_from=_live_again_from(approval),
        on=on,
    )


def _live_again_from(approval: AmhpApproval) -> date | None:
    """Since when the registration is live again, of a suspended approval about which nobody has decided since."""
    if approval.state != "suspended":
        return None
    suspended = (row for row in approval.suspensions.all() if row.lifted_on is None and row.held_on is None)
    return next((row.registration_suspension.lifted_on for row in suspended), None)


def give_notices(
    approval: AmhpApproval, kind: str, *, by: Account, reasons: str, authorities: Iterable[str] = ()
) -> list[AmhpNotice]:
    """Tell the AMHP with reasons, and each council named, in one statement; numbered within the approval."""
    number = approval.notices.count()
    notices = [
        AmhpNotice(
            approval=approval,
            number=number + place,
            kind=kind,
            to_authority=authority,
            given_on=timezone.localdate(),
            given_by=by,
            says=said_of(approval, kind, to_authority=authority),
            reasons=reasons.strip(),
        )
        for place, authority in enumerate(["", *authorities], start=1)
    ]
    return AmhpNotice.objects.bulk_create(notices)


def acting_now(approval: AmhpApproval) -> list[AmhpActing]:
    """The agreements to act for other councils that were not ended."""
    return list(approval.acting.filter(to_day=None).order_by("number"))


def follow_suspension(
    registration: ProfessionalRegistration, *, by: Account, suspension: RegistrationSuspension, because: str
) -> AmhpApproval | None:
    """Suspend the approval that rests on a registration just suspended; one past its five years is ended instead."""
    approval = standing_of(registration)
    if approval is None or approval.state == "suspended":
        return None
    if suspend(approval, by=by, suspension=suspension, because=because) is None:
        end(approval, by=by, cause="term", reasons=f"The five years ended on {long_day(approval.last_day)}.")
    return approval


def suspend(
    approval: AmhpApproval, *, by: Account, suspension: RegistrationSuspension, because: str
) -> AmhpSuspension | None:
    """Suspend an approval that is in force, because its registration is; nothing where it is not in force (reg 6)."""
    today = timezone.localdate()
    if approval.state != "in_force" or is_past_its_term(approval, today):
        return None
    suspended = AmhpSuspension(
        approval=approval, registration_suspension=suspension, from_day=today, because=because, suspended_by=by
    )
    keep(suspended, by=by, why=because)
    approval.state = "suspended"
    keep(approval, by=by, why=because)
    route.finish(AmhpFlow, KIND, approval.ref, "standing", state="suspended", by=by)
    told = [acting.authority for acting in acting_now(approval)]
    give_notices(approval, "suspended", by=by, reasons=because, authorities=told)
    return suspended


def end(approval: AmhpApproval, *, by: Account, cause: str, reasons: str, on: date | None = None) -> None:
    """End a live approval, tell the AMHP at once with reasons, and each council they act for (reg 7).

    One past its five years ended at the end of its last day, whatever is found later.
    """
    today = timezone.localdate()
    step = "standing" if approval.state == "in_force" else "suspension"
    if is_past_its_term(approval, on or today):
        cause, on = "term", approval.last_day
    approval.state, approval.end_cause, approval.end_reasons = "ended", cause, reasons.strip()
    approval.ended_on, approval.ended_by = on or today, by
    set_due(approval)
    keep(approval, by=by, why=reasons.strip())
    _end_acting(approval, by, today)
    route.finish(AmhpFlow, KIND, approval.ref, step, state="ended", by=by)


def _end_acting(approval: AmhpApproval, by: Account, today: date) -> None:
    acting = acting_now(approval)
    for one in acting:
        one.to_day, one.end_told_on = max(one.from_day, approval.ended_on or today), today
    keep_changed(acting, ["to_day", "end_told_on"], by=by, why="The approval ended")
    told = [one.authority for one in acting]
    give_notices(approval, "ended", by=by, reasons=approval.end_reasons, authorities=told)


def is_past_its_term(approval: AmhpApproval, on: date) -> bool:
    """Whether the five years ended before this day (reg 7: at the end of the last day)."""
    return approval.last_day is not None and on > approval.last_day
