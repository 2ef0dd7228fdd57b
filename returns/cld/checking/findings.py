"""A finding is one way in which a row breaks a rule: an expression that is true of such rows, and its sentence.

The sentence is written here, once, and never holds anything of the row.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from returns.cld.checking.specification import RULES


@dataclass(frozen=True)
class Finding:
    """The rule, the column a reader is sent to, the sentence; `severity` where it is not the rule's own."""

    rule_id: str
    column: str
    message: str
    when: pl.Expr
    severity: str = ""

    @property
    def graded(self) -> str:
        return self.severity or RULES[self.rule_id].severity


@dataclass(frozen=True)
class Suspicion:
    """A cheap question first; the findings are looked for only in the rows of which it is true."""

    when: pl.Expr
    findings: tuple[Finding, ...]


Check = Finding | Suspicion


def blank(column: str) -> pl.Expr:
    """The cell is empty, holds spaces alone, or the word NULL."""
    return pl.col(column).is_null()


def filled(column: str) -> pl.Expr:
    return pl.col(column).is_not_null()


def must_be_filled(rule_id: str, column: str, *, on: pl.Expr, where: str = "") -> Finding:
    """The finding for a column that is blank where it must not be."""
    return Finding(rule_id, column, f"{column} is blank{where}.", on & blank(column))


def is_not_for(rule_id: str, columns: Iterable[str], *, on: pl.Expr, where: str) -> list[Finding]:
    """The findings for columns that are filled where they must not be."""
    return [Finding(rule_id, column, f"{column} is filled{where}.", on & filled(column)) for column in columns]
