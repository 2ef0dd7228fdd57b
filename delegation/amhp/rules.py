"""The rules of an AMHP's approval: its term, the years of training, what stands against approving, what falls due.

Pure: dates and facts in, answers out.
Source: Mental Health Act 1983 s.114; SI 2008/1206 regs 3 to 8, Sch 1 and Sch 2.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from delegation.amhp.words import AREAS
from delegation.professions import PROFESSIONS
from delegation.refusals import Fault
from delegation.wording import in_words, long_day

# Reg 4; reg 3(3); reg 8(2).
TERM_YEARS = COURSE_YEARS = KEPT_YEARS = 5
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
    """What falls due next of an approval, and on which day: late once the day is past."""

    on: date
    what: str


@dataclass(frozen=True, kw_only=True)
class EarlierApproval:
    """The approval somebody had before, by a council whose register is not here; no name where there was none."""

    council: str
    first: date | None
    last: date | None


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """What the council has before it on the day it decides an application."""

    profession: str
    registration_is_live: bool
    is_medical_practitioner: bool
    course_completed_on: date | None
    was_approved_before: bool
    areas: Collection[str]
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


def falling_due(*, approved_on: date, training: Iterable[Training], registered_until: date | None) -> list[Due]:
    """What falls due, the first first: the end of the term, of each year without its 18 hours, of the registration."""
    dues = [Due(on=last_day_of_term(approved_on), what="term")]
    dues += [Due(on=year.last, what="training") for year in approval_years(approved_on, training) if year.is_short]
    if registered_until:
        dues.append(Due(on=registered_until, what="registration"))
    return sorted(dues, key=lambda due: due.on)


def why_not_so_approved_before(earlier: EarlierApproval, applied_on: date) -> list[Fault]:
    """What stands against an approval before this application as it was told: by which council, from when to when.

    Source: SI 2008/1206 regs 3(3), 4 and 8(1).
    """
    if not earlier.council:
        told = earlier.first or earlier.last
        return [Fault("approved_before_by", "Say which council approved them on these days.")] if told else []
    faults = []
    if earlier.first is None:
        faults.append(Fault("approved_before_from", "Enter the first day of that approval."))
    if earlier.last is None:
        faults.append(Fault("approved_before_until", "Enter the last day of that approval."))
    if earlier.first is None or earlier.last is None:
        return faults
    if earlier.first > applied_on:
        faults.append(Fault("approved_before_from", "It began before this application."))
    if not earlier.first <= earlier.last <= last_day_of_term(earlier.first):
        longest = f"from {long_day(earlier.first)} to {long_day(last_day_of_term(earlier.first))} at the longest"
        faults.append(Fault("approved_before_until", f"An approval is for five years (reg 4): {longest}."))
    return faults


def kept_until(ended_on: date) -> date:
    """The last day on which the record of an ended approval must be kept (reg 8(2): five years)."""
    return years_after(ended_on, KEPT_YEARS)


def why_not_approved(candidate: Candidate, on: date) -> list[Fault]:
    """Each thing that stands against an approval on the day, each with its regulation; none where it may be given."""
    return [*_of_the_person(candidate), *_of_the_course(candidate, on), *_of_what_was_shown(candidate)]


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


def _of_what_was_shown(candidate: Candidate) -> list[Fault]:
    faults = []
    missing = [area.title for key, area in AREAS.items() if key not in candidate.areas]
    if missing:
        said = f"Nothing shows competence in {in_words(missing, joiner='and')} (s.114(3); SI 2008/1206 Sch 2)."
        faults.append(Fault("competence", said))
    if not all(candidate.undertakings):
        faults.append(Fault("undertakings", "The three undertakings of SI 2008/1206 reg 5(b) to (d) are not given."))
    return faults
