"""Which marked fault of the published method can be behind a figure that the corrected method gives otherwise.

The corrected method mends them all together, so what is named is every fault of the table that these rows can meet:
one that turns on a blank outcome is not named where every outcome is told. data/mended_faults.csv has each in words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import polars as pl

from returns.cld.collation import as_compared, says
from returns.figures.events import ST_MAX
from returns.figures.one_row_each import ETHNICITY, HAS_UNPAID_CARER, PRIMARY_SUPPORT_REASON, Answer
from returns.figures.settings import long_term
from returns.reference import rows_of

ALL = "all"


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One marked fault: the rule it is in, what is published, what the corrected method does instead."""

    key: str
    rule: str
    tables: tuple[str, ...]
    files: tuple[str, ...]
    only_where: str
    published: str
    corrected: str
    source: str

    def shows_in(self, table: str, file: str) -> bool:
        """Whether it can change a figure of this file."""
        return (ALL in self.tables or table in self.tables) and (not self.files or file in self.files)


@cache
def faults() -> Mapping[str, Fault]:
    """Every fault that is mended, by its key, in the order of the rules."""
    return {row["key"]: _fault(row) for row in rows_of("mended_faults")}


def _fault(row: Mapping[str, str]) -> Fault:
    several: dict[str, Any] = {name: tuple(row[name].split()) for name in ("tables", "files")}
    return Fault(**dict(row) | several)


def met_by(rows: pl.DataFrame) -> frozenset[str]:
    """The keys of the faults that these rows can meet."""
    met = rows.select(has().alias(name) for name, has in CONDITIONS.items()).row(0, named=True)
    return frozenset(key for key, fault in faults().items() if not fault.only_where or met[fault.only_where])


def behind(table: str, file: str, met: frozenset[str]) -> tuple[str, ...]:
    """Of these, the keys of those that can be behind a figure of a file."""
    return tuple(key for key, fault in faults().items() if key in met and fault.shows_in(table, file))


def _unlisted(answer: Answer) -> pl.Expr:
    return (~says(answer.key, *answer.values, answer.unknown)).any()


def _unlisted_answer() -> pl.Expr:
    return pl.any_horizontal(_unlisted(one) for one in (PRIMARY_SUPPORT_REASON, HAS_UNPAID_CARER, ETHNICITY))


def _not_as_listed() -> pl.Expr:
    """A blank, a text not in the list, or one in other letters than the list's."""
    listed = pl.col(PRIMARY_SUPPORT_REASON.column).cast(pl.String).is_in(list(PRIMARY_SUPPORT_REASON.values))
    return (~listed).fill_null(True).any()


def _misspelled() -> pl.Expr:
    told = rows_of("outcome_hierarchy")
    wrong = [
        row["corrected_outcome"] for row in told if as_compared(row["corrected_outcome"]) != as_compared(row["outcome"])
    ]
    return says("event_outcome", *wrong).any()


def _request_incomplete() -> pl.Expr:
    blank = pl.col("event_outcome").is_null() | pl.col("request_route_of_access").is_null()
    return (says("event_type", "Request") & blank).any()


def _carer_without_component() -> pl.Expr:
    carer = says("client_type", "Carer", "Carer known by association")
    return (carer & pl.col("service_component").is_null()).any()


def _several_of_a_kind() -> pl.Expr:
    """Whether anybody has several requests, periods of ST-Max or long term services: what islands are made of."""
    kinds = {
        "request": says("event_type", "Request"),
        "st-max": says("service_type", ST_MAX),
        "long term": long_term(),
    }
    person = ("LA_Code", pl.coalesce(pl.col("nhs", "local").cast(pl.String)))
    several = [is_kind.fill_null(False).cast(pl.Int32).sum().over(person).max() > 1 for is_kind in kinds.values()]
    return pl.any_horizontal(several)


def _unmapped_outcome() -> pl.Expr:
    mapped = {row["outcome"] for row in rows_of("sequel_mapping")}
    return (~says("event_outcome", *mapped)).any()


CONDITIONS = {
    "several_councils": lambda: pl.col("LA_Code").n_unique() > 1,
    "several_submissions": lambda: pl.col("ImportDate").n_unique() > 1,
    "without_nhs_number": lambda: pl.col("nhs").is_null().any(),
    "unlisted_answer": _unlisted_answer,
    "carer_unknown": lambda: says("has_unpaid_carer", "Unknown").any(),
    "reason_not_listed": _not_as_listed,
    "somebody_died": lambda: pl.col("Date_of_Death").is_not_null().any(),
    "request_incomplete": _request_incomplete,
    "misspelled_outcome": _misspelled,
    "several_of_a_kind": _several_of_a_kind,
    "several_or_incomplete": lambda: _several_of_a_kind() | _request_incomplete(),
    "unmapped_outcome": _unmapped_outcome,
    "without_outcome": lambda: pl.col("event_outcome").is_null().any(),
    "without_gender": lambda: pl.col("gender").is_null().any(),
    "carer_without_component": _carer_without_component,
}
