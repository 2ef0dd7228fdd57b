"""The acts of an open rest centre: opened and stood down by the council, staffed and counted by its provider.

Source: Civil Contingencies Act 2004 s.2(1)(d); SI 2005/2042 reg 8(b).
"""

from django.utils import timezone

from delegation import route
from delegation.authority import Permission, permit
from delegation.models import (
    Account,
    Authorisation,
    Post,
    RestCentre,
    RestCentreAttendance,
    RestCentreOpening,
)
from delegation.records import SHORT, check_state, lock_record, said
from delegation.references import new_reference
from delegation.refusals import AlreadyThere, RoleNotOfThisOrganisation, WrongAmount
from delegation.register import act, keep, keep_changed, record
from delegation.rest_centres.asking import FUNCTION, OPENING, centre_question, opening_question
from delegation.rest_centres.flows import RestCentreFlow
from delegation.rest_centres.rules import OPENING_STARTS_FROM, STARTS_FROM, debrief_due

MOST_PEOPLE = 30_000


@act
def activate_rest_centre(*, by: Account, centre: str, incident: str) -> RestCentreOpening:
    """Open a rest centre, and call in the provider that staffs it where the condition of the schedule is met.

    Never refused for a test that is late or an arrangement that is missing: people wait outside. The council then
    staffs it itself, and the act says why. Source: Civil Contingencies Act 2004 s.2(1)(d).
    """
    held: RestCentre = lock_record(RestCentre, centre, "provider")
    permission = permit(centre_question("activate_rest_centre", by, held.council, held.ref))
    check_state(held, STARTS_FROM, "activate_rest_centre")
    why_not = _why_not_called_in(held)
    opening = RestCentreOpening(
        ref=new_reference("RO"),
        council=held.council,
        centre=held,
        provider=None if why_not else held.provider,
        incident=said(incident, "Write what happened."),
        opened_at=timezone.now(),
        opened_by=by,
        opened_on=timezone.localdate(),
    )
    held.state = RestCentre.State.OPEN
    keep(held, by=by, why="opened")
    keep(opening, by=by, why="opened")
    route.begin(RestCentreFlow, OPENING, opening.ref, state=opening.state)
    called = {"provider": opening.provider.key} if opening.provider else {"staffed_by_the_council": why_not}
    record(permission, subject_kind=OPENING, subject=opening.ref, detail={"centre": held.ref, **called})
    return opening


def _why_not_called_in(held: RestCentre) -> str:
    """Why the provider cannot staff the centre now; empty where it can."""
    if held.provider is None:
        return "Nobody is arranged to staff it."
    if held.contact_tested_on is None:
        return "No contact test that the provider answered is on file."
    live = Authorisation.objects.live_on(timezone.localdate()).filter(organisation=held.provider, function=FUNCTION)
    if not live.filter(revoked_on=None).exists() and not live.filter(revoked_on__gt=timezone.localdate()).exists():
        return f"{held.provider} is not authorised to staff it today."
    return ""


@act
def record_rest_centre_attendance(*, by: Account, opening: str, worker: int, duty: str) -> RestCentreAttendance:
    """Record that somebody of the provider has come to staff the centre.

    Args: the worker's number; they hold a post in the provider today. Source: the condition of the council's schedule.
    """
    held, permission = _begin("record_rest_centre_attendance", by, opening)
    posts = Post.objects.live_on(timezone.localdate()).filter(worker=worker, organisation=held.provider)
    if not posts.exists():
        raise RoleNotOfThisOrganisation("Whoever attends holds a post in the provider today.")
    if held.attendances.filter(worker=worker, left_at=None).exists():
        raise AlreadyThere("They are in the centre already.")
    attendance = RestCentreAttendance(
        opening=held,
        worker_id=worker,
        duty=said(duty, "Write what they do there.", most=SHORT),
        arrived_at=timezone.now(),
        arrived_by=by,
    )
    keep(attendance, by=by, why="arrived")
    record(permission, subject_kind=OPENING, subject=held.ref, detail={"worker": worker})
    return attendance


@act
def end_rest_centre_attendance(*, by: Account, opening: str, worker: int) -> RestCentreAttendance:
    """Record that somebody of the provider has left the centre."""
    held, permission = _begin("end_rest_centre_attendance", by, opening)
    attendance = held.attendances.filter(worker=worker, left_at=None).first()
    if attendance is None:
        raise AlreadyThere("They are not in the centre now.")
    attendance.left_at, attendance.left_by = timezone.now(), by
    keep(attendance, by=by, why="left")
    record(permission, subject_kind=OPENING, subject=held.ref, detail={"worker": worker})
    return attendance


@act
def record_people_received(
    *, by: Account, opening: str, here_now: int, received: int, needing_care: int
) -> RestCentreOpening:
    """Count the people in the centre and those received since it opened. Nobody is named.

    Args: `received` never falls; `needing_care`, how many of them have care and support needs. By the provider that
    staffs it, or by the council. Source: Civil Contingencies Act 2004 s.2(1)(d).
    """
    held, permission = _begin("record_people_received", by, opening)
    if not 0 <= here_now <= received <= MOST_PEOPLE or not 0 <= needing_care <= received:
        raise WrongAmount("Those in the centre, and those with needs, are among those received.")
    if received < held.received:
        raise WrongAmount(f"{held.received} people were received before; the number since it opened does not fall.")
    held.here_now, held.received, held.needing_care = here_now, received, needing_care
    held.counted_at, held.counted_by = timezone.now(), by
    keep(held, by=by, why="counted")
    detail = {"here_now": here_now, "received": received, "needing_care": needing_care}
    record(permission, subject_kind=OPENING, subject=held.ref, detail=detail)
    return held


@act
def stand_down_rest_centre(*, by: Account, opening: str, onward: str) -> RestCentreOpening:
    """Stand a rest centre down, saying where the people who were still there went; whoever attended leaves.

    Source: Civil Contingencies Act 2004 s.2(1)(d).
    """
    held, permission = _begin("stand_down_rest_centre", by, opening)
    held.onward = said(onward, "Write where the people went; name none of them.")
    now = timezone.now()
    held.stood_down_at, held.stood_down_by, held.stood_down_on = now, by, timezone.localdate()
    held.debrief_due_on, held.here_now = debrief_due(held.stood_down_on), 0
    held.state = RestCentreOpening.State.STOOD_DOWN
    keep(held, by=by, why="stood down")
    still = list(held.attendances.filter(left_at=None))
    for attendance in still:
        attendance.left_at, attendance.left_by = now, by
    keep_changed(still, ["left_at", "left_by"], by=by, why="stood down")
    centre = RestCentre.objects.select_for_update().get(pk=held.centre_id)
    centre.state = RestCentre.State.PLANNED
    keep(centre, by=by, why="stood down")
    route.finish(RestCentreFlow, OPENING, held.ref, "stand_down", state=held.state, by=by)
    record(permission, subject_kind=OPENING, subject=held.ref, detail={"received": held.received})
    return held


@act
def debrief_rest_centre(*, by: Account, opening: str, lessons: str) -> RestCentreOpening:
    """Write down what an opening taught; the plan of the centre is then read again.

    Source: Civil Contingencies Act 2004 s.2(1)(e).
    """
    held, permission = _begin("debrief_rest_centre", by, opening)
    held.lessons = said(lessons, "Write what was learnt.")
    held.debriefed_at, held.debriefed_by, held.debriefed_on = timezone.now(), by, timezone.localdate()
    held.state = RestCentreOpening.State.DEBRIEFED
    keep(held, by=by, why="debriefed")
    centre = RestCentre.objects.select_for_update().get(pk=held.centre_id)
    if centre.due_on is not None:
        centre.review_due_on = min(centre.review_due_on, timezone.localdate())
        centre.due_on = min(centre.due_on, centre.review_due_on)
        keep(centre, by=by, why="to be read again after an opening")
    route.finish(RestCentreFlow, OPENING, held.ref, "debrief", state=held.state, by=by)
    in_time = held.debrief_due_on is not None and held.debriefed_on <= held.debrief_due_on
    record(permission, subject_kind=OPENING, subject=held.ref, detail={"in_time": in_time})
    return held


def _begin(verb: str, by: Account, ref: str) -> tuple[RestCentreOpening, Permission]:
    """The opening, locked; the guard's permission on it; its state looked at."""
    held: RestCentreOpening = lock_record(RestCentreOpening, ref, "provider")
    permission = permit(opening_question(verb, by, held))
    check_state(held, OPENING_STARTS_FROM, verb)
    return held, permission
