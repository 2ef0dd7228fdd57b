"""The rules of the contract that need no database: when due diligence stands and may be signed.

Source: the 2014 plan, "Contracting Process" (nine areas, six disciplines, sign-off by the Strategic
Director for People); Procurement Act 2023; the council's contract rules.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from delegation.contract.areas import AREAS, DISCIPLINES, SUFFICIENT
from delegation.refusals import Fault

# Who signs due diligence, by the 2014 plan. Where one person is also the Director, they hold both posts.
SIGNATORIES = frozenset({"strategic_director"})
# The longest a signature may be relied on. The plan sets no period: this is the product's, to be made shorter at will.
LONGEST_PERIOD = timedelta(days=3 * 365 + 1)
# A due diligence that runs out within these days is told of, so that the next can be made in time.
FALLS_DUE = timedelta(days=90)

Expiries = Mapping[str, Collection[date | None]]


def areas_in_date(expiries: Expiries, on: date) -> set[str]:
    """The areas with at least one piece of evidence that has not run out on the day; None never runs out."""
    return {area for area, days in expiries.items() if any(day is None or day >= on for day in days)}


def last_day_in_date(valid_to: date, expiries: Expiries) -> date | None:
    """The last day on which a signature may be relied on: the period's, or that of the first area to run out.

    None where an area has no evidence at all.
    """
    if set(AREAS) - {area for area, days in expiries.items() if days}:
        return None
    ends = [max(day or date.max for day in days) for days in expiries.values()]
    return min([valid_to, *ends])


def why_not_signable(expiries: Expiries, scores: Mapping[tuple[str, str], int], on: date) -> list[Fault]:
    """What still stands against signing: an area without evidence in date, unscored, or scored too low.

    Args:
        expiries: the last day of each piece of evidence, by area.
        scores: by area and discipline.
    """
    return [*_unevidenced(areas_in_date(expiries, on)), *_unscored(scores), *_too_low(scores)]


def is_scored(scores: Mapping[tuple[str, str], int]) -> bool:
    """Whether each area has a score of each discipline that answers for it."""
    return not list(_unscored(scores))


def _unevidenced(in_date: set[str]) -> Iterable[Fault]:
    for key, area in AREAS.items():
        if key not in in_date:
            yield Fault(path=key, sentence=f"‘{area.title}’ has no evidence in date.")


def _unscored(scores: Mapping[tuple[str, str], int]) -> Iterable[Fault]:
    for key, area in AREAS.items():
        for discipline in area.disciplines:
            if (key, discipline) not in scores:
                yield Fault(path=key, sentence=f"‘{area.title}’ is not scored by {DISCIPLINES[discipline]}.")


def _too_low(scores: Mapping[tuple[str, str], int]) -> Iterable[Fault]:
    for (key, discipline), score in scores.items():
        if score < SUFFICIENT:
            sentence = f"‘{AREAS[key].title}’ is scored {score} by {DISCIPLINES[discipline]}; {SUFFICIENT} is needed."
            yield Fault(path=key, sentence=sentence)
