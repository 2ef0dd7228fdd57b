"""The rules of guardianship: what an application must have, the terms and their window, visits, who may renew or end.

Days are whole days; "beginning with" a day counts that day, as the Act does. What was not read in the statute itself
for this module is marked as general knowledge: the council's lawyers have the last word on it
(docs/decisions/guardianship.md).
Source: Mental Health Act 1983 ss.1, 7 to 12, 18(4), 20 to 21B, 23; SI 2008/1184 regs 5, 8, 13, 22, 23.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from types import MappingProxyType

from casework.dols.rules import age_on, months_after
from delegation.wording import in_words, long_day, tidy_name

__all__ = ["age_on", "months_after"]

# s.7(1).
LEAST_AGE = 16
# ss.8(2), 8(4), 11(5): each of them fourteen days, the first or the last of which is counted.
FOURTEEN = 14
# s.12(1): not more than five days elapsed between the days of the two examinations.
BETWEEN_EXAMINATIONS = 5
# s.20(1)-(2).
FIRST_TERMS_MONTHS, LATER_TERMS_MONTHS = 6, 12
# s.20(6).
WINDOW_MONTHS = 2
# SI 2008/1184 reg 23.
VISIT_MONTHS, DOCTOR_VISIT_MONTHS = 3, 12
# SI 2008/1184 reg 22; for what is told on reception the regulation gives no days, and the council asks the same seven.
TELLING_DAYS = 7
# What stands before a name and is no part of it.
TITLES = frozenset({"dr", "doctor", "prof", "professor", "mr", "mrs", "ms", "miss", "mx"})
# s.23(4).
LEAST_MEMBERS = 3
# s.21B(1) (general knowledge): an absence is long that lasts beyond so many days, its first day being one of them.
ABSENCE_DAYS = 28
# ss.21(1)-(2), 21B(2) (general knowledge): the week ending with the last day of the term, and the week beginning with
# the day of return.
WEEK = 7
# s.18(4)(a) (general knowledge): the months, beginning with the first day of absence, in which the person may be
# brought back.
ABSENT_MONTHS = 6


@dataclass(frozen=True, kw_only=True)
class Recommendation:
    """One medical recommendation, as far as the rules ask of it."""

    doctor: str
    examined_on: date
    signed_on: date
    is_section_12: bool
    is_acquainted: bool
    has_tie: bool


@dataclass(frozen=True, kw_only=True)
class Papers:
    """An application with what came with it, as far as acceptance asks of it."""

    born: date
    applicant: str
    applied_on: date
    seen_on: date
    received_on: date
    recommendations: Sequence[Recommendation]
    is_learning_disability: bool = False
    has_serious_conduct: bool = False
    nearest_relative_told: bool = True
    nearest_relative_objects: bool = False
    why_no_acquaintance: str = ""
    guardian_is_private: bool = False
    guardian_lives_here: bool = True
    guardian_willing_on: date | None = None
    guardian_is_fit: bool = True
    has_died: bool = False
    applicant_name: str = ""
    nearest_relative_name: str = ""
    guardian_name: str = ""


# -- what an application must have -----------------------------------------------------------------------------------


def forward_by(examined: Iterable[date]) -> date:
    """The last day on which the application may reach the council: fourteen days beginning with the last examination.

    Source: s.8(2).
    """
    return max(examined) + timedelta(days=FOURTEEN - 1)


def days_between(one: date, other: date) -> int:
    """The whole days that elapsed between two days, neither of them counted."""
    return max(abs((one - other).days) - 1, 0)


def why_not_accepted(papers: Papers) -> list[str]:
    """Every reason for which the council may not accept the application; empty where it may."""
    return [
        *_about_the_person(papers),
        *_about_the_applicant(papers),
        *_about_the_recommendations(papers),
        *_about_the_guardian(papers),
    ]


def _about_the_person(papers: Papers) -> list[str]:
    found = []
    if papers.has_died:
        found.append("The person has died.")
    if age_on(papers.born, papers.applied_on) < LEAST_AGE:
        found.append("The person was under 16 on the day of the application (s.7(1)).")
    if papers.is_learning_disability and not papers.has_serious_conduct:
        found.append(
            "A learning disability counts only with abnormally aggressive or seriously irresponsible conduct "
            "(s.1(2A)-(2B))."
        )
    return found


def _about_the_applicant(papers: Papers) -> list[str]:
    found = []
    if not 0 <= (papers.applied_on - papers.seen_on).days < FOURTEEN:
        found.append("The applicant had not seen the person within the 14 days ending with the application (s.11(5)).")
    if papers.applicant == "amhp" and papers.nearest_relative_objects:
        found.append("The nearest relative objects, and then an AMHP may not apply (s.11(4)).")
    if papers.applicant == "amhp" and same_person(papers.applicant_name, papers.nearest_relative_name):
        found.append("The AMHP is the nearest relative: that is a conflict of interest (s.12A; SI 2008/1205).")
    if papers.applicant == "amhp" and not papers.nearest_relative_told:
        found.append(
            "Nothing says that the nearest relative was consulted before the application, or why not (s.11(4))."
        )
    return found


def _about_the_recommendations(papers: Papers) -> list[str]:
    two = papers.recommendations
    others = {
        "the applicant": papers.applicant_name,
        "the nearest relative": papers.nearest_relative_name,
        "the guardian named": papers.guardian_name if papers.guardian_is_private else "",
    }
    found = why_not_recommended(two, papers.applied_on, papers.why_no_acquaintance, section="7(3)", others=others)
    if are_two(two) and papers.received_on > (last := forward_by(each.examined_on for each in two)):
        found.append(f"It reached the council after {long_day(last)}, the last of the 14 days (s.8(2)).")
    return found


def are_two(recommendations: Sequence[Recommendation]) -> bool:
    """Whether two doctors recommend it, each of them another."""
    return len(recommendations) == 2 and not same_person(*(each.doctor for each in recommendations))


def why_not_recommended(
    two: Sequence[Recommendation],
    applied_on: date,
    why_no_acquaintance: str,
    *,
    section: str,
    others: Mapping[str, str] = MappingProxyType({}),
) -> list[str]:
    """Why an application is not founded on these recommendations; empty where it is.

    Args: the section that asks for them, of the application in question; `others`, the names of whoever else has a
        part in it, by what they are to it: a doctor is none of them.
    Source: ss.12, 12A; SI 2008/1205 (that a doctor is not the applicant, the nearest relative or the guardian:
        general knowledge).
    """
    if not are_two(two):
        return [f"Two registered medical practitioners recommend it, each of them another (s.{section})."]
    found = []
    if not any(each.is_section_12 for each in two):
        found.append("Neither doctor is approved under section 12 (s.12(2)).")
    if days_between(two[0].examined_on, two[1].examined_on) > BETWEEN_EXAMINATIONS:
        found.append("More than five days elapsed between the two examinations (s.12(1)).")
    if any(not each.examined_on <= each.signed_on <= applied_on for each in two):
        found.append("Each recommendation is signed after its examination, by the day of the application (s.12(1)).")
    if not any(each.is_acquainted for each in two) and not why_no_acquaintance.strip():
        found.append("Neither doctor knew the person before, and nothing says why none who did was found (s.12(2)).")
    if any(each.has_tie for each in two):
        found.append("A doctor has a conflict of interest (s.12A; SI 2008/1205).")
    for each, (part, name) in product(two, others.items()):
        if same_person(each.doctor, name):
            found.append(f"{each.doctor.strip()} is also {part}: a conflict of interest (s.12A; SI 2008/1205).")
    return found


def _about_the_guardian(papers: Papers) -> list[str]:
    if not papers.guardian_is_private:
        return []
    return why_not_a_guardian(
        lives_here=papers.guardian_lives_here, willing_on=papers.guardian_willing_on, is_fit=papers.guardian_is_fit
    )


def why_not_a_guardian(*, lives_here: bool, willing_on: date | None, is_fit: bool) -> list[str]:
    """Why the council may not accept a private guardian; empty where it may. Source: s.7(5); reg 22."""
    found = []
    if willing_on is None:
        found.append("The guardian named has not said in writing that they are willing to act (s.7(5)).")
    if not lives_here:
        found.append("A private guardian is accepted by the council for the area where they live (s.7(5)).")
    if not is_fit:
        found.append("The council did not find the guardian named fit to act.")
    return found


def same_person(one: str, other: str) -> bool:
    """Whether two names are written the same but for case, spaces and a doctor's title; no name is nobody's."""
    return bool(_bare(one)) and _bare(one) == _bare(other)


def _bare(name: str) -> str:
    return " ".join(word for word in tidy_name(name).split() if word.strip(".") not in TITLES)


# -- the term --------------------------------------------------------------------------------------------------------


def last_day(first: date, months: int) -> date:
    """The last day of a period of months that begins with its first day."""
    same_day = months_after(first, months)
    return same_day if same_day.day < first.day else same_day - timedelta(days=1)


def months_of_term(number: int) -> int:
    """Six months, six months, then twelve at a time. Source: s.20(1)-(2)."""
    return FIRST_TERMS_MONTHS if number <= 2 else LATER_TERMS_MONTHS


@dataclass(frozen=True, kw_only=True)
class Term:
    """One term of a guardianship: the number of it, its first and its last day."""

    number: int
    from_day: date
    to_day: date


def first_term(began_on: date) -> Term:
    """The term that begins with acceptance, or with the court's order."""
    return Term(number=1, from_day=began_on, to_day=last_day(began_on, months_of_term(1)))


def next_term(term: Term) -> Term:
    """The term that follows when it is renewed."""
    first, number = term.to_day + timedelta(days=1), term.number + 1
    return Term(number=number, from_day=first, to_day=last_day(first, months_of_term(number)))


def term_on(began_on: date, day: date) -> Term:
    """The term that runs on a day, every one before it having been renewed."""
    term = first_term(began_on)
    while term.to_day < day:
        term = next_term(term)
    return term


@dataclass(frozen=True, kw_only=True)
class Away:
    """One absence without leave, as far as the rules ask of it."""

    left_on: date
    returned_on: date | None = None
    is_reported: bool = False

    @property
    def is_long(self) -> bool:
        """Whether the person came back after the 28 days that begin with the first day of absence.

        Source: s.21B(1) (general knowledge).
        """
        return self.returned_on is not None and (self.returned_on - self.left_on).days >= ABSENCE_DAYS


def week_of(returned_on: date) -> date:
    """The last day of the week that begins with the day of return. Source: ss.21(2), 21B(2) (general knowledge)."""
    return returned_on + timedelta(days=WEEK - 1)


def runs_to(to_day: date, absences: Iterable[Away]) -> date:
    """The last day on which a guardianship is in force whose term ends on a day.

    Who is absent without leave on that day, or in the week ending with it, stays subject to guardianship until the
    week that begins with the return is over, or until they may no longer be brought back. After a long absence it
    ends with that week, unless the report was made.
    Source: ss.18(4), 21(1)-(2), 21B(2) and (4) (general knowledge).
    """
    longest, over = to_day, []
    for away in absences:
        if away.returned_on is None:
            longest = max(longest, last_day(away.left_on, ABSENT_MONTHS)) if away.left_on <= to_day else longest
            continue
        if away.left_on <= to_day and away.returned_on > to_day - timedelta(days=WEEK):
            longest = max(longest, week_of(away.returned_on))
        if away.is_long and not away.is_reported:
            over.append(week_of(away.returned_on))
    return min([longest, *over])


def ending_by_lapse(to_day: date, ran_to: date, absences: Iterable[Away]) -> str:
    """How a guardianship ended that nobody ended: with its term, with the week after a return, or with an absence."""
    if ran_to < to_day:
        return "no_report"
    return "absent" if ran_to > to_day and any(each.returned_on is None for each in absences) else "expired"


def window_opens(to_day: date) -> date:
    """The first day of the two months that end with the last day of a term. Source: s.20(6)."""
    return months_after(to_day + timedelta(days=1), -WINDOW_MONTHS)


def why_not_renewed(
    to_day: date, examined_on: date, signed_on: date, received_on: date, *, ran_to: date | None = None
) -> list[str]:
    """Why a report does not renew; empty where it does.

    Args: the last day on which the guardianship is in force, where an absence makes it another than that of the term.
    Source: ss.20(6) and (8), 21A(2) (general knowledge); SI 2008/1184 reg 13(4)-(5).
    """
    opens, until, found = window_opens(to_day), ran_to or to_day, []
    if not opens <= examined_on <= until:
        found.append(
            f"The examination falls in the last two months of the term, {long_day(opens)} to {long_day(until)} "
            "(s.20(6))."
        )
    if not examined_on <= signed_on <= received_on:
        found.append("The report is made after the examination and reaches the council after that (s.20(6)).")
    if received_on > until:
        found.append(f"The report reached the council after the term ended on {long_day(until)} (s.20(8)).")
    return found


def reports_on_renewal(guardian_kind: str) -> str:
    """Who reports: the nominated medical attendant under a private guardian, otherwise the responsible clinician.

    Source: s.34(1), "the appropriate practitioner" (general knowledge).
    """
    return "nominated_medical_attendant" if guardian_kind == "private" else "responsible_clinician"


# -- what falls due --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Watched:
    """What the council keeps an eye on while a guardianship is in force here."""

    since: date
    to_day: date
    visited_on: date | None = None
    doctor_visited_on: date | None = None
    guardian_is_private: bool = False
    guardian_from: date | None = None
    attendant_is_named: bool = False
    addresses_are_told: bool = False
    returned_on: date | None = None
    died_on: date | None = None
    # The day on which the private guardian told of the death or of an end, and nobody visited since.
    end_told_on: date | None = None


def visit_by(watched: Watched) -> date:
    """The day by which somebody visits. Source: SI 2008/1184 reg 23."""
    return months_after(max(watched.since, watched.visited_on or watched.since), VISIT_MONTHS)


def doctor_visit_by(watched: Watched) -> date:
    """The day by which an approved clinician or a section 12 doctor visits. Source: SI 2008/1184 reg 23."""
    return months_after(max(watched.since, watched.doctor_visited_on or watched.since), DOCTOR_VISIT_MONTHS)


def days_falling_due(watched: Watched) -> list[tuple[date, str]]:
    """Each thing that falls due of a guardianship in force with its day, the soonest first.

    Where the person died in the term, nothing falls due but the record of the end.
    """
    if watched.died_on and watched.died_on <= watched.to_day:
        return [(watched.died_on, "death")]
    found = [
        (visit_by(watched), "visit"),
        (doctor_visit_by(watched), "doctor_visit"),
        (watched.to_day, "term"),
    ]
    if watched.guardian_is_private and watched.guardian_from:
        tell_by = watched.guardian_from + timedelta(days=TELLING_DAYS)
        found += [(tell_by, "attendant")] if not watched.attendant_is_named else []
        found += [(tell_by, "addresses")] if not watched.addresses_are_told else []
    if watched.end_told_on:
        found.append((watched.end_told_on, "end_told"))
    if watched.returned_on:
        found.append((week_of(watched.returned_on), "report_of_return"))
    return sorted(found)


def is_told_late(kind: str, happened_on: date, told_on: date) -> bool:
    """Whether a private guardian told of an address after the seven days. Source: SI 2008/1184 reg 22."""
    return kind in ("addresses", "new_address") and (told_on - happened_on).days > TELLING_DAYS


# -- what may be amended, and who ends it ----------------------------------------------------------------------------


def amend_by(accepted_on: date) -> date:
    """The last day for mending a defect: fourteen days beginning with the day of acceptance. Source: s.8(4)."""
    return accepted_on + timedelta(days=FOURTEEN - 1)


def why_not_discharged(members: Sequence[str], officer: str, staff: Collection[str] = ()) -> list[str]:
    """Why these members do not discharge for the council; empty where they do. Source: s.23(4).

    Args:
        staff: the names of those who work for the council or its providers; a member is none of them.
    """
    found, names = [], {tidy_name(name) for name in members if name.strip()}
    if len(names) < LEAST_MEMBERS:
        found.append("Three or more members discharge for the council, each named and each another (s.23(4)).")
    if tidy_name(officer) in names:
        found.append("Whoever records it is an officer, and no officer stands among the members (s.23(4)).")
    if own := sorted(name for name in staff if tidy_name(name) in names - {tidy_name(officer)}):
        found.append(
            f"{in_words(own, joiner='and')} {'works' if len(own) == 1 else 'work'} for the council or its providers, "
            "and no officer is among the members (s.23(4)). Write the full name of a member who is somebody else."
        )
    return found
