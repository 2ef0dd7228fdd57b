"""Events that two providers' files both tell. Nobody chooses between them, so both count: how many is said.

A person and an event are known again as where casework is laid beside a file (disagreements.py). Two services of one
kind that begin on one day may well be two, from two providers; so nothing is left out, and somebody looks.
"""

from dataclasses import dataclass
from itertools import combinations

import polars as pl

from returns.cld.disagreements import keyed, of_events, people_matched, same_events
from returns.specification import Specification


@dataclass(frozen=True, kw_only=True)
class ToldTwice:
    """How many events two files both tell, and of these how many they tell differently."""

    events: int
    differently: int


def told_twice(files: list[pl.DataFrame], spec: Specification) -> ToldTwice:
    """Over every two of these files, each of another organisation, in the columns of the specification."""
    events = differently = 0
    for first, second in combinations(files, 2):
        own, other = keyed(first, "our"), keyed(second, "their")
        same = same_events(own, other, people_matched(own, other))
        told = of_events(own, other, same.filter(_is_event(own, same)), spec)
        events += int(_is_event(own, same).sum())
        differently += told["our_row"].n_unique()
    return ToldTwice(events=events, differently=differently)


def _is_event(own: pl.DataFrame, same: pl.DataFrame) -> pl.Series:
    """A row without a kind of event is a carer known by association, whom both may name."""
    return own["Event Type"].is_not_null().gather(same["our_row"])
