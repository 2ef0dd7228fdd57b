"""The end of a guardianship: discharge, the end of the term, or what else ends it by law (`leaving`: a transfer).

The council's own discharge takes three or more of its members. Nobody but the council records any end.
Source: Mental Health Act 1983 ss.6(4), 18(4), 20, 22, 23; SI 2008/1184 regs 18, 21(2).
"""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q
from django.utils import timezone

from casework.details import field_faults
from casework.guardianship.lock import KIND, ask, check_in_force, check_state, end, lock_guardianship, say
from casework.guardianship.rules import ending_by_lapse, why_not_discharged
from casework.guardianship.words import DISCHARGED_BY_OTHERS, ENDINGS, OTHER_ENDINGS
from casework.models import DischargingMember, Guardianship, GuardianshipDischarge
from casework.refusals import NotKept, refuse_faults
from delegation.models import Account, Post
from delegation.refusals import Fault, WrongDates
from delegation.register import act, keep, keep_many, record
from delegation.wording import long_day, tidy_name


@act
def discharge_guardianship(
    *, by: Account, guardianship: str, members: Sequence[str], sitting_as: str, ordered_on: date, reasons: str
) -> GuardianshipDischarge:
    """Discharge for the council: three or more members, each named, who agree. No officer discharges.

    Args: the members by name; the committee they sit as, or that the council authorised them.
    Source: s.23(2)(b), (4); SI 2008/1184 reg 21(2).
    """
    held = lock_guardianship(guardianship)
    permission = ask("discharge_guardianship", held, by)
    check_in_force(held, ordered_on)
    named = [" ".join(name.split()) for name in members if name.strip()]
    discharge = _discharge(held, by, "council", ordered_on, reasons, sitting_as=sitting_as.strip())
    faults = field_faults(discharge, ["sitting_as"])
    faults += [Fault("members", why) for why in why_not_discharged(named, str(by), _staff_named(held, named))]
    if not discharge.sitting_as:
        faults.append(Fault("sitting_as", "Say of which committee they are, or that the council authorised them."))
    agreeing = [DischargingMember(discharge=discharge, name=name) for name in dict.fromkeys(named)]
    for member in agreeing:
        faults += [Fault("members", fault.sentence) for fault in field_faults(member, ["name"])]
    refuse_faults(faults, "The council has not discharged")
    keep(discharge, by=by, why=discharge.reasons)
    keep_many(agreeing, by=by, why="agreed")
    end(held, "discharged", "by_council", ordered_on, by=by, because=discharge.reasons)
    detail = {"members": len(agreeing), "ordered_on": ordered_on}
    record(permission, subject_kind=KIND, subject=held.ref, reason=discharge.reasons, detail=detail)
    return discharge


def _staff_named(held: Guardianship, names: Sequence[str]) -> list[str]:
    """Those of these names that somebody bears who holds a post in the council or a provider today. One query."""
    posts = Post.objects.live_on(timezone.localdate()).filter(
        Q(organisation=held.council_id) | Q(organisation__council=held.council_id)
    )
    asked = {tidy_name(name) for name in names}
    return [name for name in posts.values_list("worker__name", flat=True).distinct() if tidy_name(name) in asked]


def _discharge(
    held: Guardianship, by: Account, discharged_by: str, ordered_on: date, reasons: str, **told: str
) -> GuardianshipDischarge:
    return GuardianshipDischarge(
        guardianship=held,
        discharged_by=discharged_by,
        ordered_on=ordered_on,
        reasons=say(reasons, "Write the reasons for the discharge."),
        recorded_at=timezone.now(),
        recorded_by=by,
        **told,
    )


@act
def record_discharge_by_another(
    *, by: Account, guardianship: str, discharged_by: str, ordered_by_name: str, ordered_on: date, reasons: str
) -> GuardianshipDischarge:
    """Record the order of discharge of the responsible clinician, the nearest relative or the tribunal.

    A nearest relative does not discharge from a court’s order. Source: ss.23(2)(b), 40(2) with Sch 1, 72(4).
    """
    held = lock_guardianship(guardianship)
    permission = ask("record_discharge_by_another", held, by)
    check_in_force(held, ordered_on)
    if discharged_by not in DISCHARGED_BY_OTHERS:
        raise NotKept("Choose whose order it is.", faults=[Fault("discharged_by", "Choose whose order it is.")])
    if discharged_by == "nearest_relative" and held.origin == "court_order":
        raise NotKept("A nearest relative does not discharge from guardianship ordered by a court (s.40(2), Sch 1).")
    name = say(ordered_by_name, "Name who ordered it.")
    discharge = _discharge(held, by, discharged_by, ordered_on, reasons, ordered_by_name=name)
    refuse_faults(field_faults(discharge, ["ordered_by_name"]), "This order cannot be recorded")
    keep(discharge, by=by, why=discharge.reasons)
    end(held, "discharged", f"by_{discharged_by}", ordered_on, by=by, because=discharge.reasons)
    detail = {"discharged_by": discharged_by, "ordered_on": ordered_on}
    record(permission, subject_kind=KIND, subject=held.ref, reason=discharge.reasons, detail=detail)
    return discharge


@act
def record_guardianship_expiry(*, by: Account, guardianship: str) -> Guardianship:
    """Record that the guardianship ended with its term, no report having renewed it.

    Where the person was absent without leave then, it ends with the week after the return, or when they may no longer
    be brought back. Raises WrongDates before the last day.
    Source: s.20(1)-(2); ss.18(4), 21, 21B(4) (general knowledge).
    """
    held = lock_guardianship(guardianship)
    permission = ask("record_guardianship_expiry", held, by)
    check_state(held, "in_force")
    if held.term_to is None or held.runs_to is None or timezone.localdate() < held.runs_to:
        raise WrongDates("The term has not ended yet.")
    if (died_on := held.person.date_of_death) and died_on <= held.runs_to:
        raise WrongDates(f"The person died on {long_day(died_on)}, before the term ended. Record that end.")
    ending = ending_by_lapse(held.term_to, held.runs_to, [each.told for each in held.absences.all()])
    end(held, "expired", ending, held.runs_to, by=by, because=ENDINGS[ending])
    record(permission, subject_kind=KIND, subject=held.ref, detail={"ended_on": held.ended_on, "ending": ending})
    return held


@act
def end_guardianship(*, by: Account, guardianship: str, ending: str, on: date, because: str) -> Guardianship:
    """Record what ended the guardianship by law: death, detention, another application, a court, custody, absence.

    Source: ss.6(4), 8(5), 18(4), 22 (general knowledge, but for the death).
    """
    held = lock_guardianship(guardianship)
    permission = ask("end_guardianship", held, by)
    check_in_force(held, on)
    if ending not in OTHER_ENDINGS:
        raise NotKept("Choose what ended it.", faults=[Fault("ending", "Choose what ended it.")])
    died_on = held.person.date_of_death
    if ending == "died" and died_on and held.began_on and on != max(died_on, held.began_on):
        raise WrongDates("That is not the day on which the person is recorded as having died.")
    words = say(because, "Write what shows it.")
    end(held, "ended", ending, on, by=by, because=words)
    record(permission, subject_kind=KIND, subject=held.ref, reason=words, detail={"ending": ending, "on": on})
    return held
