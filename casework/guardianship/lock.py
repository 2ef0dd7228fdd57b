"""One guardianship under lock: who may act on it, where it stands, what falls due, and its move along the procedure."""

from datetime import date
from typing import Any

from django.db.models import Count, Max, Q
from django.utils import timezone

from casework.asking import question
from casework.guardianship.flows import STEP_OF, GuardianshipFlow
from casework.guardianship.rules import Term, Watched, days_falling_due, forward_by, runs_to
from casework.guardianship.words import CLOSED, DOCTORS, STATES
from casework.models import ActingGuardian, Guardian, Guardianship
from delegation import route
from delegation.authority import Permission, permit
from delegation.models import Account, AmhpApproval
from delegation.records import said
from delegation.refusals import NotFound, WrongDates, WrongState
from delegation.register import keep
from delegation.wording import long_day

KIND = "guardianship"
# Whoever applied as an AMHP does not decide for the council whether to accept.
DECIDES = frozenset({"accept_guardianship_application", "refuse_guardianship_application"})


def lock_guardianship(ref: str) -> Guardianship:
    """The guardianship of this reference, locked until the transaction ends. Raises NotFound."""
    held = Guardianship.objects.select_for_update(of=("self",)).select_related("council", "person", "amhp")
    try:
        return held.get(ref=ref)
    except Guardianship.DoesNotExist:
        raise NotFound(f"There is no guardianship {ref}.") from None


def ask(verb: str, held: Guardianship, by: Account, applicant: AmhpApproval | None = None) -> Permission:
    """Permission for an act on the locked guardianship, or the guard's refusal.

    Args: applicant: the AMHP on whose application the council decides now, where not on the first.
    """
    hands = {applicant.worker_id: "applicant"} if applicant else applicants_hands(held) if verb in DECIDES else {}
    return permit(question(verb, by, held.council, subject_kind=KIND, subject=held.ref, hands=hands))


def applicants_hands(held: Guardianship) -> dict[int, str]:
    """The worker who applied as an AMHP, where one did."""
    return {held.amhp.worker_id: "applicant"} if held.amhp else {}


def check_state(held: Guardianship, *states: str) -> None:
    """Raise WrongState unless the guardianship stands in one of these states."""
    if held.state not in states:
        raise WrongState(f"Guardianship {held.ref} stands at “{STATES[held.state]}”. This is not the step for it.")


def check_in_force(held: Guardianship, on: date) -> None:
    """Raise unless the guardianship is in force and the day falls in it, today or before.

    What has lapsed can only be recorded as expired: no act reaches behind the end of its term (s.20).
    """
    check_state(held, "in_force")
    if held.began_on is None or held.runs_to is None or not held.began_on <= on <= timezone.localdate():
        raise WrongDates("The day is today or before, and not before the guardianship began.")
    if on > held.runs_to:
        raise WrongDates("The term had ended by that day. Record that the guardianship expired (s.20).")
    died_on = held.person.date_of_death
    if died_on and on > max(died_on, held.began_on):
        raise WrongDates(f"The person died on {long_day(died_on)}. Record that the guardianship ended with the death.")


def guardian_of(held: Guardianship) -> Guardian:
    """The guardian now, locked."""
    return Guardian.objects.select_for_update().get(guardianship=held, to_day__isnull=True)


def watched_of(held: Guardianship, guardian: Guardian) -> Watched:
    """What the rules of the days ask of a guardianship in force. Two queries, three under a private guardian.

    A guardian who told of the death is believed until somebody visits.
    """
    if held.runs_to is None:
        raise LookupError(f"{held.ref} is not in force")
    told: dict[str, Any] = {"addresses": 0, "end": None}
    if guardian.kind == "private":
        of_kind = {kind: Q(kind=kind) for kind in ("addresses", "death")}
        told = guardian.notices.aggregate(
            addresses=Count("pk", filter=of_kind["addresses"]), end=Max("told_on", filter=of_kind["death"])
        )
    visited = held.visits.aggregate(
        last=Max("visited_on"), by_doctor=Max("visited_on", filter=Q(visitor__in=sorted(DOCTORS)))
    )
    return Watched(
        since=held.here_since,
        to_day=held.runs_to,
        visited_on=visited["last"],
        doctor_visited_on=visited["by_doctor"],
        guardian_is_private=guardian.kind == "private",
        guardian_from=guardian.from_day,
        attendant_is_named=bool(guardian.attendant_name),
        addresses_are_told=bool(told["addresses"]),
        end_told_on=None if told["end"] and visited["last"] and visited["last"] >= told["end"] else told["end"],
        returned_on=returned_unreported(held),
        died_on=held.person.date_of_death,
    )


def returned_unreported(held: Guardianship) -> date | None:
    """The day of a return after more than 28 days that no report followed yet. Source: s.21B (general knowledge)."""
    waiting = held.absences.filter(returned_on__isnull=False, reported_on__isnull=True)
    return min((each.returned_on for each in waiting if each.returned_on and each.told.is_long), default=None)


def set_due(held: Guardianship, guardian: Guardian | None = None) -> None:
    """Work out what falls due next, and when."""
    held.due_on, held.due_what = None, ""
    if held.state in CLOSED:
        return
    if held.state == "received":
        died_on = held.person.date_of_death
        held.due_on, held.due_what = (died_on, "death") if died_on else (decide_by(held), "decision")
        return
    held.due_on, held.due_what = days_falling_due(watched_of(held, guardian or guardian_of(held)))[0]


def set_first_due(held: Guardianship, guardian: Guardian) -> None:
    """What falls due first of a guardianship that begins: nothing of it happened yet, so nothing is read."""
    if held.runs_to is None:
        raise LookupError(f"{held.ref} has no term")
    is_private = guardian.kind == "private"
    watched = Watched(
        since=held.here_since, to_day=held.runs_to, guardian_is_private=is_private, guardian_from=guardian.from_day
    )
    held.due_on, held.due_what = days_falling_due(watched)[0]


def decide_by(held: Guardianship) -> date:
    """The day by which the council decides: the last of the fourteen days of s.8(2), or the day it was received."""
    examined = list(held.recommendations.values_list("examined_on", flat=True))
    return max(held.received_on, forward_by(examined)) if examined else held.received_on


def set_term(held: Guardianship, term: Term) -> None:
    """Write the term that runs now."""
    held.term_number, held.term_from, held.term_to = term.number, term.from_day, term.to_day
    held.runs_to = term.to_day


def set_last_day(held: Guardianship) -> None:
    """Work out anew until when it runs, from its term and its absences.

    Source: ss.18(4), 21, 21B (general knowledge).
    """
    if held.term_to is None:
        raise LookupError(f"{held.ref} has no term")
    held.runs_to = runs_to(held.term_to, [each.told for each in held.absences.all()])


def settle(held: Guardianship, *, by: Account, why: str, guardian: Guardian | None = None) -> None:
    """Save the guardianship where it stands, with what now falls due."""
    set_due(held, guardian)
    keep(held, by=by, why=why)


def move(held: Guardianship, to: str, *, by: Account, why: str, guardian: Guardian | None = None) -> None:
    """Bring the locked guardianship to a state: saved once with its history, and its procedure moved on."""
    step, held.state = STEP_OF[held.state], to
    settle(held, by=by, why=why, guardian=guardian)
    route.finish(GuardianshipFlow, KIND, held.ref, step, state=to, by=by)


def decided(held: Guardianship, by: Account) -> None:
    """Note when and by whom the council decided."""
    held.decided_at, held.decided_by = timezone.now(), by


def end(held: Guardianship, to: str, ending: str, on: date, *, by: Account, because: str) -> None:
    """End the locked guardianship: its guardian leaves with it."""
    guardian = guardian_of(held)
    # A death may be heard of after the guardian was changed.
    if guardian.from_day is not None and on < guardian.from_day and ending != "died":
        raise WrongDates("It ended on or after the day on which the guardian now became guardian.")
    guardian.to_day, guardian.left = max(on, guardian.from_day or on), "ended"
    keep(guardian, by=by, why=because)
    nobody_acts_for(guardian, on=guardian.to_day, by=by, because=because)
    held.ended_on, held.ending, held.ended_because = on, ending, because
    held.ended_at, held.ended_by = timezone.now(), by
    move(held, to, by=by, why=because)


def nobody_acts_for(guardian: Guardian, *, on: date, by: Account, because: str) -> None:
    """Whoever acts for a guardian stops when the guardian leaves."""
    if guardian.kind != "private":
        return
    for acting in guardian.acted_for.select_for_update().filter(to_day__isnull=True):
        stop_acting(acting, on=max(on, acting.from_day), by=by, because=because)


def stop_acting(acting: ActingGuardian, *, on: date, by: Account, because: str) -> None:
    """Write that somebody acts for a guardian no longer."""
    acting.to_day, acting.ended_because = on, because
    acting.ended_at, acting.ended_by = timezone.now(), by
    keep(acting, by=by, why=because)


def say(words: str, otherwise: str) -> str:
    """The words, tidied at their ends; raises where there are none, or none that can be kept."""
    return said(words, otherwise)
