"""The rules of deprivation of liberty: the clocks, the six assessments, who may make which, for how long.

Days are whole days. Where the statute's own words were not read for this module, the comment says so: the council's
lawyers have the last word on those. docs/decisions/deprivation-of-liberty.md has what was chosen where practice
differs. Source: Mental Capacity Act 2005 Sch A1; SI 2008/1858.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

ADULT = 18
STANDARD_DAYS = 21
URGENT_DAYS = 7
EXTENSION_DAYS = 7
# Sch A1 para 93 (general knowledge): a suspension that is not lifted within these days ends the authorisation.
SUSPENSION_DAYS = 28
# Sch A1 para 24 (general knowledge): a request looks forward no further than this.
AHEAD_DAYS = 28
LONGEST_MONTHS = 12
BEST_INTERESTS, MENTAL_HEALTH = "best_interests", "mental_health"

# The qualifying requirements of Sch A1 para 12, each with its assessment (para 33).
KINDS: Mapping[str, str] = {
    "age": "Age",
    "no_refusals": "No refusals",
    "mental_capacity": "Mental capacity",
    MENTAL_HEALTH: "Mental health",
    "eligibility": "Eligibility",
    BEST_INTERESTS: "Best interests",
}
PROFESSIONS: Mapping[str, str] = {
    "doctor": "Doctor",
    "social_worker": "Social worker",
    "nurse": "Nurse",
    "occupational_therapist": "Occupational therapist",
    "psychologist": "Psychologist",
}
# SI 2008/1858 reg 5(2).
MAY_ASSESS_BEST_INTERESTS = frozenset({"social_worker", "nurse", "occupational_therapist", "psychologist"})
STATES: Mapping[str, str] = {
    "received": "Assessors to select",
    "assessing": "Being assessed",
    "assessed": "Waiting for the decision",
    "granted": "Authorised",
    "refused": "Refused",
    "under_review": "Under review",
    "suspended": "Suspended",
    "ended": "Ended",
}
OPEN = frozenset({"received", "assessing", "assessed"})
IN_FORCE = frozenset({"granted", "under_review"})
WAITING = OPEN | {"under_review", "suspended"}
CLOSED = frozenset({"refused", "ended"})
ENDINGS: Mapping[str, str] = {
    "expired": "The period ended",
    "review": "A review found that the requirements are no longer met",
    "died": "The person died",
    "moved": "The person moved to another place",
    "not_resumed": "Suspended, and not resumed in time",
    "withdrawn": "The request was withdrawn or the arrangements ended",
}


@dataclass(frozen=True, kw_only=True)
class AssessorFacts:
    """What the council knows of an assessor that decides what they may assess."""

    profession: str
    registered_on: date
    insured_until: date
    certificate_on: date
    training_on: date
    further_training_on: date | None = None
    section_12_until: date | None = None
    has_special_experience: bool = False
    is_amhp: bool = False
    suspended_on: date | None = None
    # Of somebody known here, whether our register of registrations has one of theirs live on the day.
    is_registered: bool = True


@dataclass(frozen=True, kw_only=True)
class Independence:
    """The four answers asked of an assessor about one request; each must be no."""

    is_involved_in_care: bool = False
    is_relative: bool = False
    has_financial_interest: bool = False
    is_employed_by_managing_authority: bool = False


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    year, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + year, month + 1, 1)
    following = date(first.year + (first.month == 12), first.month % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), following - timedelta(days=1))


def age_on(born: date, day: date) -> int:
    """Whole years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def urgent_until(given_on: date, days: int, extended_by: int = 0) -> date:
    """The last day of an urgent authorisation, the day it was given counting as its first. Source: Sch A1 para 78."""
    return given_on + timedelta(days=days + extended_by - 1)


def assess_by(received_on: date, urgent_last_day: date | None) -> date:
    """The day by which the assessments are to be complete.

    Twenty-one days from receipt, or the urgent period where one still runs on that day. Source: SI 2008/1858
    reg 13(1)-(2).
    """
    still_runs = urgent_last_day is not None and urgent_last_day >= received_on
    return urgent_last_day if urgent_last_day and still_runs else received_on + timedelta(days=STANDARD_DAYS)


def falls_due(
    state: str,
    *,
    received_on: date,
    urgent_last_day: date | None = None,
    to_day: date | None = None,
    suspended_on: date | None = None,
) -> date | None:
    """The next day on which something of a request falls due; nothing where it is closed."""
    if state in CLOSED:
        return None
    if state in OPEN or to_day is None:
        return assess_by(received_on, urgent_last_day)
    if state == "suspended" and suspended_on:
        return min(to_day, last_day_of_suspension(suspended_on))
    return to_day


def last_day_of_suspension(suspended_on: date) -> date:
    """The day by which a suspended authorisation is resumed or ends."""
    return suspended_on + timedelta(days=SUSPENSION_DAYS)


def latest_end(from_day: date, most_days: int) -> date:
    """The last day an authorisation may run to: what best interests allows, never more than twelve months.

    Source: Sch A1 paras 42(2), 51(2) (the paragraphs are general knowledge; the twelve months are not).
    """
    return min(from_day + timedelta(days=most_days - 1), months_after(from_day, LONGEST_MONTHS) - timedelta(days=1))


# Who may assess


def why_not_eligible(kind: str, facts: AssessorFacts, on: date) -> str:
    """Why this assessor may not make this assessment on this day; empty where they may.

    Source: SI 2008/1858 regs 3 and 5. Regs 4 and 6 to 9 are general knowledge here.
    """
    if why := _why_not_at_all(facts, on):
        return why
    best_interests, mental_health = _not_for_best_interests(facts, on), _not_for_mental_health(facts, on)
    if kind == MENTAL_HEALTH:
        return mental_health
    if kind == "mental_capacity":
        return "" if not best_interests or not mental_health else best_interests
    if kind == "eligibility":
        return _not_for_eligibility(facts, on, best_interests, mental_health)
    return best_interests


def kinds_open_to(facts: AssessorFacts, on: date) -> list[str]:
    """The assessments this assessor may make on the day."""
    return [kind for kind in KINDS if not why_not_eligible(kind, facts, on)]


def _why_not_at_all(facts: AssessorFacts, on: date) -> str:
    """Reg 3: insured, with a criminal record certificate; and not suspended from their register."""
    if facts.suspended_on and facts.suspended_on <= on:
        return "The assessor is suspended from their professional register."
    if not facts.is_registered:
        return "The assessor’s professional registration is not live on that day, by the register kept here."
    if facts.insured_until < on:
        return "The assessor’s insurance has run out (SI 2008/1858 reg 3(2))."
    if facts.certificate_on > on:
        return "The assessor has no criminal record certificate yet (SI 2008/1858 reg 3(4))."
    return ""


def _is_trained(facts: AssessorFacts, on: date) -> bool:
    """The approved training is done, and further training within twelve months where that is a year ago or more."""
    if facts.training_on > on:
        return False
    last = max(facts.training_on, facts.further_training_on or facts.training_on)
    return last <= on < months_after(last, 12)


def _not_for_best_interests(facts: AssessorFacts, on: date) -> str:
    if facts.profession not in MAY_ASSESS_BEST_INTERESTS:
        return "A best interests assessor is a social worker, nurse, occupational therapist or psychologist (reg 5(2))."
    if months_after(facts.registered_on, 24) > on:
        return "A best interests assessor has been registered for two years (SI 2008/1858 reg 5)."
    if not _is_trained(facts, on):
        return "A best interests assessor has the approved training, and trains again each year (SI 2008/1858 reg 5)."
    return ""


def _not_for_mental_health(facts: AssessorFacts, on: date) -> str:
    approved = facts.section_12_until is not None and facts.section_12_until >= on
    experienced = facts.has_special_experience and months_after(facts.registered_on, 36) <= on
    if facts.profession != "doctor" or not (approved or experienced):
        return (
            "Mental health is assessed by a doctor approved under section 12 of the Mental Health Act 1983, or with "
            "three years of special experience (SI 2008/1858 reg 4)."
        )
    return "" if _is_trained(facts, on) else "The doctor’s training for these assessments is not of the last year."


def _not_for_eligibility(facts: AssessorFacts, on: date, best_interests: str, mental_health: str) -> str:
    approved = facts.section_12_until is not None and facts.section_12_until >= on
    if (approved and not mental_health) or (facts.is_amhp and not best_interests):
        return ""
    return (
        "Eligibility is assessed by a section 12 doctor, or by a best interests assessor who is an approved mental "
        "health professional (SI 2008/1858 reg 7)."
    )


def why_not_independent(answers: Independence) -> str:
    """Why an assessor may not assess this person here; empty where all four answers are no.

    Source: SI 2008/1858 regs 10-12. Where the council is itself the managing authority, the fourth answer holds for
    whoever it employs (reg 12(2)).
    """
    if answers.is_involved_in_care:
        return "An assessor is not involved in the person’s care or treatment (SI 2008/1858 reg 12(1))."
    if answers.is_relative:
        return "An assessor is no relative of the person (SI 2008/1858 reg 10)."
    if answers.has_financial_interest:
        return "An assessor has no financial interest in the person’s care (SI 2008/1858 reg 11)."
    if answers.is_employed_by_managing_authority:
        return "An assessor is not employed by the managing authority (SI 2008/1858 reg 12(2))."
    return ""


def same_hands(assessors: Mapping[str, int]) -> str:
    """Why this choice of assessors cannot stand: mental health and best interests are different people's."""
    mental, best = assessors.get(MENTAL_HEALTH), assessors.get(BEST_INTERESTS)
    if mental is not None and mental == best:
        return "Mental health and best interests are assessed by different people (Sch A1 para 129(5))."
    return ""


# What the assessments lead to


@dataclass(frozen=True, kw_only=True)
class Result:
    """What one assessment found."""

    kind: str
    met: bool | None


def state_after(results: Iterable[Result]) -> str:
    """Where a request stands with these results: the first no is enough, six times yes is needed."""
    found = {result.kind: result.met for result in results}
    if False in found.values():
        return "assessed"
    return "assessed" if all(found.get(kind) for kind in KINDS) else "assessing"


def why_not_granted(results: Iterable[Result]) -> str:
    """Why the council may not authorise; empty where all six requirements are met. Source: Sch A1 para 50."""
    found = {result.kind: result.met for result in results}
    failed = [title for kind, title in KINDS.items() if found.get(kind) is False]
    if failed:
        return f"Not met: {', '.join(failed).lower()}. The council may not authorise (Sch A1 para 50)."
    missing = [title for kind, title in KINDS.items() if found.get(kind) is None]
    return f"Not yet assessed: {', '.join(missing).lower()}." if missing else ""


def unknown(kinds: Collection[str]) -> list[str]:
    """Kinds of assessment that the Schedule does not know."""
    return sorted(set(kinds) - set(KINDS))
