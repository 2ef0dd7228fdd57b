"""The rules of an AMHP's approval: its term, the years of training, what stands against approving, what falls due.

Pure: dates and facts in, answers out.
Source: Mental Health Act 1983 s.114; SI 2008/1206 regs 3 to 8, Sch 1 and Sch 2.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from delegation.amhp.words import AREAS, CAUSES
from delegation.professions import PROFESSIONS
from delegation.refusals import Fault
from delegation.wording import in_words, long_day

# Reg 4; reg 3(3); reg 8(2).
TERM_YEARS = COURSE_YEARS = KEPT_YEARS = 5
# The regulations give competence no age. The council relies on none older than reg 3(3) lets a course be.
COMPETENCE_YEARS = COURSE_YEARS
# Reg 5(a).
HOURS_A_YEAR = Decimal(18)
# What falls due within these days is listed, so that there is time to assess again.
SOON = timedelta(days=90)
A_DAY = timedelta(days=1)

Training = tuple[date, Decimal]


@dataclass(frozen=True, kw_only=True)
class ApprovalYear:
    """One year of an approval, counted from its anniversary, with the hours of training completed in it."""

    number: int
    first: date
    last: date
    hours: Decimal

    @property
    def is_short(self) -> bool:
        return self.hours < HOURS_A_YEAR

    @property
    def missing(self) -> Decimal:
        return max(HOURS_A_YEAR - self.hours, Decimal(0))


@dataclass(frozen=True, kw_only=True)
class Due:
    """Something that falls due of an approval or an application, and on which day: late once the day is past."""

    on: date
    what: str
    further: str = ""


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """What the council has before it on the day it decides an application."""

    profession: str
    registration_is_live: bool
    is_medical_practitioner: bool
    course_completed_on: date | None
    was_approved_before: bool
    assessed: Mapping[str, date]
    undertakings: Collection[bool]


def years_after(day: date, years: int) -> date:
    """The same day so many years on; 29 February becomes 1 March where the year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def last_day_of_term(approved_on: date) -> date:
    """The last day of the five years that begin with the day of approval (reg 4); they end with that day (reg 7)."""
    return years_after(approved_on, TERM_YEARS) - A_DAY


def approval_years(approved_on: date, training: Iterable[Training]) -> list[ApprovalYear]:
    """The five years of an approval with the hours completed in each (reg 5(a): "in each year" of approval)."""
    done = list(training)
    years = []
    for number in range(TERM_YEARS):
        first, following = years_after(approved_on, number), years_after(approved_on, number + 1)
        hours = sum((hours for day, hours in done if first <= day < following), Decimal(0))
        years.append(ApprovalYear(number=number + 1, first=first, last=following - A_DAY, hours=hours))
    return years


def dues_of_approval(
    *,
    approved_on: date,
    training: Iterable[Training],
    registered_until: date | None,
    live_again_from: date | None = None,
    on: date,
) -> list[Due]:
    """Everything that falls due of a live approval, soonest first.

    Args:
        training: what was completed. Of the years short of their 18 hours, those that have begun, and the first.
        registered_until: the last day of the registration, where it has one.
        live_again_from: since when the registration of a suspended approval is live again, while nobody has decided
            whether to lift the suspension (reg 6(3)).
        on: the day on which it is asked.
    """
    short = [year for year in approval_years(approved_on, training) if year.is_short]
    dues = [Due(on=last_day_of_term(approved_on), what="term")]
    dues += [
        Due(on=year.last, what="training", further=f"Year {year.number}: {year.missing.normalize():f} hours missing")
        for place, year in enumerate(short)
        if place == 0 or year.first <= on
    ]
    return _soonest_first([*dues, *_on(registered_until, "registration"), *_on(live_again_from, "suspension")])


def dues_of_application(
    *, course_completed_on: date | None, assessed: Iterable[date], registered_until: date | None
) -> list[Due]:
    """What an application waiting for its decision rests on, by the day on which it may last, soonest first.

    Args:
        course_completed_on: None for whoever was approved before, of whom no course is asked.
        assessed: when each area of competence was.
    """
    course = course_completed_on and years_after(course_completed_on, COURSE_YEARS)
    oldest = min(assessed, default=None)
    competence = oldest and years_after(oldest, COMPETENCE_YEARS)
    return _soonest_first(
        [*_on(course, "course"), *_on(competence, "competence"), *_on(registered_until, "registration")]
    )


def _on(day: date | None, what: str) -> list[Due]:
    return [Due(on=day, what=what)] if day else []


def _soonest_first(dues: list[Due]) -> list[Due]:
    return sorted(dues, key=lambda due: due.on)


def near(dues: list[Due], on: date) -> list[Due]:
    """What is late or falls due within 90 days; where nothing is, what falls due first."""
    return [due for due in dues if due.on <= on + SOON] or dues[:1]


def earliest_assessment(by: date) -> date:
    """The earliest day of an assessment of competence that may be relied on by a day."""
    return years_after(by, -COMPETENCE_YEARS)


def why_no_earlier_approval(
    *, from_day: date | None, to_day: date | None, applied_on: date, today: date
) -> tuple[str, str] | None:
    """The field and the sentence of what cannot be of the days of an earlier approval; None where they can.

    Args:
        to_day: None where that council approves them still.

    Source: SI 2008/1206 reg 4 (five years); reg 3(3) (whoever was approved before the application).
    """
    if from_day is None:
        return "earlier_from", "Enter the day on which that council approved them."
    if from_day > applied_on:
        return "earlier_from", f"It cannot have begun after the application of {long_day(applied_on)}."
    if to_day and to_day > today:
        return "earlier_to", "Its last day cannot be after today. Leave it out where that council approves them still."
    if to_day and to_day < from_day:
        return "earlier_to", f"It cannot have ended before it began on {long_day(from_day)}."
    last = last_day_of_term(from_day)
    if (to_day or applied_on) > last:
        said = f"An approval of {long_day(from_day)} lasted until {long_day(last)} at most (reg 4)."
        return "earlier_to", f"{said} Enter its last day." if to_day is None else said
    return None


def causes_of_an_end(*, is_past_its_term: bool) -> list[str]:
    """The causes for which a council may end an approval: past its five years the term alone, before never (reg 7)."""
    return ["term"] if is_past_its_term else [cause for cause in CAUSES if cause not in ("term", "renewed")]


def kept_until(ended_on: date) -> date:
    """The last day on which the record of an ended approval must be kept (reg 8(2): five years)."""
    return years_after(ended_on, KEPT_YEARS)


def why_not_approved(candidate: Candidate, on: date) -> list[Fault]:
    """Each thing that stands against an approval on the day, each with its regulation; none where it may be given."""
    return [*_of_the_person(candidate), *_of_the_course(candidate, on), *_of_what_was_shown(candidate, on)]


def _of_the_person(candidate: Candidate) -> list[Fault]:
    faults = []
    profession = PROFESSIONS.get(candidate.profession)
    if candidate.is_medical_practitioner:
        said = "A registered medical practitioner is never approved as an AMHP (Mental Health Act 1983 s.114(2))."
        faults.append(Fault("profession", said))
    if profession is None or not profession.may_be_amhp:
        faults.append(Fault("profession", "The profession is not one of SI 2008/1206 Sch 1."))
    if not candidate.registration_is_live:
        faults.append(Fault("registration", "The registration is not live on the day (SI 2008/1206 reg 3, Sch 1)."))
    return faults


def _of_the_course(candidate: Candidate, on: date) -> list[Fault]:
    """Reg 3(3): whoever was never approved has completed a course within the last five years."""
    completed = candidate.course_completed_on
    if candidate.was_approved_before or (completed and years_after(completed, COURSE_YEARS) >= on and completed <= on):
        return []
    when = f"completed on {long_day(completed)}" if completed else "not completed"
    return [Fault("course", f"The course was {when}: reg 3(3) asks one within the five years before {long_day(on)}.")]


def _of_what_was_shown(candidate: Candidate, on: date) -> list[Fault]:
    faults = []
    missing = [area.title for key, area in AREAS.items() if key not in candidate.assessed]
    if missing:
        said = f"Nothing shows competence in {in_words(missing, joiner='and')} (s.114(3); SI 2008/1206 Sch 2)."
        faults.append(Fault("competence", said))
    earliest = earliest_assessment(on)
    old = [area.title for key, area in AREAS.items() if candidate.assessed.get(key, earliest) < earliest]
    if old:
        said = f"Competence in {in_words(old, joiner='and')} was assessed before {long_day(earliest)}: assess it again."
        faults.append(Fault("competence", said))
    if not all(candidate.undertakings):
        faults.append(Fault("undertakings", "The three undertakings of SI 2008/1206 reg 5(b) to (d) are not given."))
    return faults
