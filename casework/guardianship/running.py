"""A guardianship in force: renewed, visited, its private guardian's duties, absences, another guardian.

Source: Mental Health Act 1983 ss.10(1), 10(3), 18 to 21B, 29; SI 2008/1184 regs 8, 13, 22, 23.
"""

from dataclasses import asdict
from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from casework.details import field_faults
from casework.guardianship.applying import guardian_faults, guardian_from
from casework.guardianship.details import GuardianDetails, RenewalDetails, VisitDetails
from casework.guardianship.lock import (
    KIND,
    ask,
    check_in_force,
    check_state,
    guardian_of,
    lock_guardianship,
    move,
    nobody_acts_for,
    say,
    set_last_day,
    set_term,
    settle,
)
from casework.guardianship.rules import (
    Term,
    is_told_late,
    next_term,
    reports_on_renewal,
    same_person,
    why_not_a_guardian,
    why_not_renewed,
)
from casework.guardianship.words import CHANGES, CLINICIANS, NOTICES, VESTS, VISITORS
from casework.models import (
    Guardian,
    GuardianNotice,
    Guardianship,
    GuardianshipAbsence,
    GuardianshipRenewal,
    GuardianshipVisit,
)
from casework.refusals import AlreadyRecorded, NotKept, refuse_faults
from delegation.models import Account
from delegation.refusals import Fault, WrongDates
from delegation.register import act, keep, record


@act
def receive_guardianship_renewal(*, by: Account, guardianship: str, details: RenewalDetails) -> GuardianshipRenewal:
    """Receive the report that renews (Form G9): made in the last two months of the term, by the right clinician.

    A report that reached the council by the last day renews, also where it is entered after it; where an absence
    made that day later, the new term begins as it would have without. Raises NotKept.
    Source: s.20(1)-(2), (6)-(8); ss.21A(2)-(3), 34(1) (general knowledge); SI 2008/1184 reg 13(4)-(5).
    """
    held = lock_guardianship(guardianship)
    permission = ask("receive_guardianship_renewal", held, by)
    check_state(held, "in_force")
    guardian = guardian_of(held)
    renewal = _renewal(held, guardian, details, by)
    refuse_faults(_renewal_faults(renewal, held, guardian), "This report does not renew the guardianship")
    _renew(held, renewal, by=by)
    move(held, "in_force", by=by, why="renewed", guardian=guardian)
    detail = {"term": renewal.number, "until": renewal.to_day, "clinician": renewal.clinician}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return renewal


def _renewal(held: Guardianship, guardian: Guardian, details: RenewalDetails, by: Account) -> GuardianshipRenewal:
    """A report that begins the term which follows, not yet saved."""
    term, ran_to = held.term, held.runs_to
    if term is None or ran_to is None:
        raise LookupError(f"{held.ref} has no term")
    following = next_term(term)
    return GuardianshipRenewal(
        guardianship=held,
        guardian=guardian,
        number=following.number,
        from_day=following.from_day,
        to_day=following.to_day,
        extended_to=ran_to if ran_to > term.to_day else None,
        recorded_at=timezone.now(),
        recorded_by=by,
        **asdict(details),
    )


def _renew(held: Guardianship, renewal: GuardianshipRenewal, *, by: Account) -> None:
    """Save the report, and let its term run."""
    keep(renewal, by=by, why="renewed")
    set_term(held, Term(number=renewal.number, from_day=renewal.from_day, to_day=renewal.to_day))
    set_last_day(held)


def _renewal_faults(renewal: GuardianshipRenewal, held: Guardianship, guardian: Guardian) -> list[Fault]:
    faults = field_faults(renewal, ["clinician", "clinician_name", "reasons"])
    if held.term_to is None:
        raise LookupError(f"{held.ref} has no term")
    days = (renewal.examined_on, renewal.signed_on, renewal.received_on)
    why = why_not_renewed(held.term_to, *days, ran_to=held.runs_to)
    faults += [Fault("examined_on", each) for each in why]
    if renewal.received_on > timezone.localdate():
        faults.append(Fault("received_on", "It was received today or before."))
    if (died_on := held.person.date_of_death) and renewal.received_on > died_on:
        faults.append(Fault("received_on", "The person had died by that day."))
    if renewal.to_day < timezone.localdate():
        faults.append(Fault("received_on", "The term it would begin is over by now (s.20)."))
    right = reports_on_renewal(guardian.kind)
    if renewal.clinician in CLINICIANS and renewal.clinician != right:
        sentence = f"Under {guardian.get_kind_display().lower()} the {CLINICIANS[right].lower()} reports (s.34(1))."
        faults.append(Fault("clinician", sentence))
    else:
        faults += _attendant_faults(guardian, renewal.clinician_name)
    return faults


def _attendant_faults(guardian: Guardian, clinician_name: str) -> list[Fault]:
    """Under a private guardian the medical attendant reports whom that guardian named. Source: s.34(1); reg 22."""
    if guardian.kind != "private" or same_person(clinician_name, guardian.attendant_name):
        return []
    known = guardian.attendant_name or "nobody yet"
    return [Fault("clinician_name", f"The guardian has named {known} as medical attendant (reg 22).")]


@act
def record_guardianship_visit(*, by: Account, guardianship: str, details: VisitDetails) -> GuardianshipVisit:
    """Record a visit, in the term: at least each three months, one a year by a doctor. Source: SI 2008/1184 reg 23."""
    held = lock_guardianship(guardianship)
    permission = ask("record_guardianship_visit", held, by)
    check_in_force(held, details.visited_on)
    visit = GuardianshipVisit(guardianship=held, recorded_at=timezone.now(), recorded_by=by, **asdict(details))
    faults = field_faults(visit, ["visitor", "visitor_name", "findings"])
    if details.visitor not in VISITORS:
        faults.append(Fault("visitor", "Choose who visited."))
    if not details.visitor_name.strip():
        faults.append(Fault("visitor_name", "Name who visited."))
    if not details.findings.strip():
        faults.append(Fault("findings", "Write what was found."))
    if details.visited_on < held.here_since:
        faults.append(Fault("visited_on", "The council visits from the day it became answerable."))
    refuse_faults(faults, "This visit cannot be recorded")
    keep(visit, by=by, why="visited")
    settle(held, by=by, why="visited")
    detail = {"visited_on": visit.visited_on, "visitor": visit.visitor}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return visit


@act
def name_medical_attendant(*, by: Account, guardianship: str, name: str, address: str, told_on: date) -> Guardian:
    """Record whom the private guardian appointed as nominated medical attendant. Source: SI 2008/1184 reg 22(1)."""
    held = lock_guardianship(guardianship)
    permission = ask("name_medical_attendant", held, by)
    check_in_force(held, told_on)
    guardian = _private_guardian(held)
    guardian.attendant_name, guardian.attendant_address = say(name, "Name the medical attendant."), address.strip()
    guardian.attendant_told_on = told_on
    refuse_faults(field_faults(guardian, ["attendant_name", "attendant_address"]), "This cannot be recorded")
    keep(guardian, by=by, why="medical attendant named")
    settle(held, by=by, why="medical attendant named", guardian=guardian)
    record(permission, subject_kind=KIND, subject=held.ref, detail={"told_on": told_on})
    return guardian


def _private_guardian(held: Guardianship) -> Guardian:
    guardian = guardian_of(held)
    if guardian.kind != "private":
        raise NotKept("These are a private guardian’s duties (reg 22), and the council itself is guardian.")
    return guardian


@act
def record_guardian_notice(
    *, by: Account, guardianship: str, kind: str, happened_on: date, told_on: date, says: str
) -> GuardianNotice:
    """Record what the private guardian told the council, late or not. Source: SI 2008/1184 reg 22."""
    held = lock_guardianship(guardianship)
    permission = ask("record_guardian_notice", held, by)
    check_in_force(held, told_on)
    guardian = _private_guardian(held)
    notice = GuardianNotice(
        guardian=guardian,
        kind=kind,
        happened_on=happened_on,
        told_on=told_on,
        says=say(says, "Write what the guardian told."),
        recorded_at=timezone.now(),
        recorded_by=by,
    )
    faults = field_faults(notice, ["kind", "says"])
    if kind not in NOTICES:
        faults.append(Fault("kind", "Choose what the guardian told."))
    if happened_on > timezone.localdate():
        faults.append(Fault("happened_on", "It happened today or before."))
    refuse_faults(faults, "This notice cannot be recorded")
    keep(notice, by=by, why="told by the guardian")
    settle(held, by=by, why="told by the guardian", guardian=guardian)
    detail = {"kind": kind, "late": is_told_late(kind, happened_on, told_on)}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return notice


@act
def change_guardian(
    *, by: Account, guardianship: str, why: str, on: date, because: str, guardian: GuardianDetails
) -> Guardian:
    """Bring the guardianship to another guardian: by transfer, by a court, or to the council where it vests there.

    Where a private guardian dies or gives up, the council is guardian from that day and nobody else.
    Raises NotKept with every fault. Source: ss.10(1), 10(3), 19; SI 2008/1184 reg 8(1).
    """
    held = lock_guardianship(guardianship)
    permission = ask("change_guardian", held, by)
    check_in_force(held, on)
    before = guardian_of(held)
    after = guardian_from(held, guardian)
    words = say(because, "Write what brought the change about.")
    refuse_faults(_change_faults(before, after, why, on), "The guardian cannot change so")
    before.to_day, before.left, before.left_because = on, why, words
    after.from_day = on
    keep(before, by=by, why=words)
    nobody_acts_for(before, on=on, by=by, because=words)
    keep(after, by=by, why=words)
    move(held, "in_force", by=by, why=words, guardian=after)
    detail = {"why": why, "on": on, "guardian": after.kind}
    record(permission, subject_kind=KIND, subject=held.ref, reason=words, detail=detail)
    return after


def _change_faults(before: Guardian, after: Guardian, why: str, on: date) -> list[Fault]:
    faults = guardian_faults(after)
    if why not in CHANGES:
        faults.append(Fault("why", "Choose how the guardian changes."))
    if why in VESTS and (before.kind != "private" or after.kind != "council"):
        sentence = "Where a private guardian dies or gives up, it vests in the council and in nobody else (s.10(1))."
        faults.append(Fault("kind", sentence))
    if before.kind == after.kind == "council":
        faults.append(Fault("kind", "The council is guardian already."))
    if before.from_day is None or on < before.from_day:
        faults.append(Fault("on", "The guardian now was not guardian yet on that day."))
    if after.kind == "private":
        unfit = why_not_a_guardian(lives_here=after.lives_here, willing_on=after.willing_on, is_fit=after.is_fit)
        faults += [Fault("", each) for each in unfit]
    return faults


@act
def record_displacement(*, by: Account, guardianship: str, on: date, court: str) -> Guardianship:
    """Record that a county court put another in the place of the nearest relative. Source: s.29."""
    held = lock_guardianship(guardianship)
    permission = ask("record_displacement", held, by)
    check_state(held, "received", "in_force")
    if held.nearest_relative_displaced_on:
        raise AlreadyRecorded("That the nearest relative was displaced is recorded already.")
    if on > timezone.localdate():
        raise WrongDates("The court made its order today or before.")
    held.nearest_relative_displaced_on = on
    held.nearest_relative_displaced_by = say(court, "Name the court.")
    refuse_faults(field_faults(held, ["nearest_relative_displaced_by"]), "This cannot be recorded")
    keep(held, by=by, why="nearest relative displaced")
    record(permission, subject_kind=KIND, subject=held.ref, detail={"on": on})
    return held


@act
def record_absence(*, by: Account, guardianship: str, left_on: date) -> GuardianshipAbsence:
    """Record that the person is absent without leave from where they must live.

    Who is absent when the term ends stays subject to guardianship. Source: ss.18(3)-(4), 21(1) (general knowledge).
    """
    held = lock_guardianship(guardianship)
    permission = ask("record_absence", held, by)
    check_in_force(held, left_on)
    if held.absences.filter(Q(returned_on__isnull=True) | Q(returned_on__gt=left_on)).exists():
        raise AlreadyRecorded("An absence at that time is recorded already.")
    absence = GuardianshipAbsence(guardianship=held, left_on=left_on, recorded_at=timezone.now(), recorded_by=by)
    keep(absence, by=by, why="absent without leave")
    set_last_day(held)
    settle(held, by=by, why="absent without leave")
    record(permission, subject_kind=KIND, subject=held.ref, detail={"left_on": left_on})
    return absence


@act
def record_return(*, by: Account, guardianship: str, returned_on: date) -> GuardianshipAbsence:
    """Record the return; after more than 28 days a clinician examines and reports within a week.

    Source: ss.21(2), 21B(1)-(2) (general knowledge).
    """
    held = lock_guardianship(guardianship)
    permission = ask("record_return", held, by)
    check_in_force(held, returned_on)
    absence = held.absences.select_for_update().filter(returned_on__isnull=True).first()
    if absence is None:
        raise NotKept("No absence is recorded that could end.")
    if returned_on < absence.left_on:
        raise WrongDates("The person returned after they left.")
    absence.returned_on = returned_on
    keep(absence, by=by, why="returned")
    set_last_day(held)
    settle(held, by=by, why="returned")
    record(permission, subject_kind=KIND, subject=held.ref, detail={"returned_on": returned_on})
    return absence


@act
def receive_report_of_return(
    *, by: Account, guardianship: str, reported_on: date, clinician_name: str
) -> GuardianshipAbsence:
    """Receive the report on Form G10 after an absence of more than 28 days, in the week of the return.

    Where the term had ended by that day, the report renews. Raises WrongDates after the week, with which it ended.
    Source: s.21B(2), (4)-(5) and (10) (general knowledge); SI 2008/1184 reg 14.
    """
    held = lock_guardianship(guardianship)
    permission = ask("receive_report_of_return", held, by)
    check_in_force(held, reported_on)
    waiting = held.absences.select_for_update().filter(returned_on__isnull=False, reported_on__isnull=True)
    absence = next((each for each in waiting.order_by("returned_on", "pk") if each.told.is_long), None)
    if absence is None:
        raise NotKept("No return waits for a report.")
    if absence.returned_on is None or reported_on < absence.returned_on:
        raise WrongDates("The report was made after the return.")
    absence.reported_on, absence.clinician_name = reported_on, say(clinician_name, "Name the clinician.")
    guardian = guardian_of(held)
    faults = field_faults(absence, ["clinician_name"]) + _attendant_faults(guardian, absence.clinician_name)
    refuse_faults(faults, "This report cannot be recorded")
    renewal = _renewal(held, guardian, _as_renewal(absence.clinician_name, guardian, reported_on), by)
    keep(absence, by=by, why="reported after the return")
    if has_renewed := renewal.from_day <= reported_on + timedelta(days=1):
        _renew(held, renewal, by=by)
    set_last_day(held)
    settle(held, by=by, why="reported after the return", guardian=guardian)
    detail = {"reported_on": reported_on, "renewed": has_renewed}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return absence


def _as_renewal(clinician_name: str, guardian: Guardian, on: date) -> RenewalDetails:
    """What the report on a return says as one that renews. Source: s.21B(5) (general knowledge)."""
    return RenewalDetails(
        clinician=reports_on_renewal(guardian.kind),
        clinician_name=clinician_name,
        examined_on=on,
        signed_on=on,
        received_on=on,
        reasons="Form G10, after an absence of more than 28 days (s.21B(5)).",
    )
