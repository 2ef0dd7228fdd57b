"""All rules over a file, batch by batch: the rows that break one, by the number of the finding.

A check of one column whose texts come again and again is asked of each different text once (prepared.Column); the
others are asked of every row.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import polars as pl

from returns.cld.checking import events, forms, lists, persons, services
from returns.cld.checking.findings import Check, Finding, Suspicion
from returns.cld.checking.prepared import REPEATED, Column, as_written, with_blanks, with_kinds
from returns.cld.checking.specification import Asked
from returns.cld.checking.traits import TRAITS

ROW_CHECKS = (events.checks, persons.checks, services.checks, lists.checks, forms.checks)


def row_checks(asked: Asked) -> list[Check]:
    """Every check that one row shows, once its blanks are taken out."""
    return [check for checks in ROW_CHECKS for check in checks(asked)]


class Numbered:
    """One check, its findings, and the number of the first of them."""

    def __init__(self, check: Check, findings: Sequence[Finding], first: int) -> None:
        self.findings = findings
        self.first = first
        self.is_suspicion = isinstance(check, Suspicion)
        self.when = check.when
        # Only these columns are looked at again.
        self.columns = sorted({name for finding in findings for name in finding.when.meta.root_names()})

    @property
    def repeated_column(self) -> str:
        """The one repeated column that decides; empty where several do, or one that is not repeated."""
        names = {*self.columns, *self.when.meta.root_names()}
        columns = {TRAITS[name][0] if name in TRAITS else name for name in names}
        return columns.pop() if len(columns) == 1 and columns <= REPEATED else ""


def of_one_text(checks: Iterable[Numbered]) -> dict[str, list[Numbered]]:
    """By repeated column, the checks of what its cell says. Whether a cell is blank is asked of the rows."""
    by_column: dict[str, list[Numbered]] = defaultdict(list)
    for check in checks:
        if column := check.repeated_column:
            by_column[column].append(check)
    return {column: _not_of_blanks(column, several) for column, several in by_column.items()}


def _not_of_blanks(column: str, checks: Sequence[Numbered]) -> list[Numbered]:
    blank = pl.DataFrame({column: [None]}, schema={column: pl.String})
    blank = blank.with_columns(form.alias(name) for name, (of, form) in TRAITS.items() if of == column)
    whens = [check.when.fill_null(value=False).alias(str(place)) for place, check in enumerate(checks)]
    return [check for check, found in zip(checks, blank.select(whens).row(0), strict=True) if not found]


class Checker:
    """Looks at rows. Each finding has a number; what is found is kept as pairs of row and number."""

    def __init__(self, asked: Asked, missing: Iterable[str] = ()) -> None:
        self.findings: list[Finding] = []
        self._absent = set(missing)
        self._written = self._numbered(forms.checks_as_written())
        checks = self._numbered(row_checks(asked))
        of_texts = of_one_text(checks)
        asked_once = {check.first for several in of_texts.values() for check in several}
        self._of_rows = [check for check in checks if check.first not in asked_once]
        self._columns = [OneColumn(name, of_texts.get(name, []), self._null_word(name)) for name in sorted(REPEATED)]

    def _numbered(self, checks: Iterable[Check]) -> list[Numbered]:
        """The checks with the numbers of their findings; those of a missing column left out."""
        numbered = []
        for check in checks:
            found = check.findings if isinstance(check, Suspicion) else (check,)
            if there := [finding for finding in found if finding.column not in self._absent]:
                numbered.append(Numbered(check, there, len(self.findings)))
                self.findings += there
        return numbered

    def _null_word(self, name: str) -> list[Numbered]:
        return [check for check in self._written if check.findings[0].column == name]

    def number(self, finding: Finding) -> int:
        """The number of a finding that is not of one row."""
        self.findings.append(finding)
        return len(self.findings) - 1

    def look_at(self, texts: pl.DataFrame, places: Mapping[str, int]) -> tuple[pl.DataFrame, list[pl.DataFrame]]:
        """One batch made ready, and what is found in it: `row` and `finding`."""
        written = as_written(texts, places)
        rows = with_blanks(written)
        found: list[pl.DataFrame] = []
        cells: list[pl.Series] = []
        for column in self._columns:
            found += column.look_at(written)
            cells += column.cells(written)
        rows = with_kinds(rows.with_columns(cells))
        found += _found([check for check in self._written if check.findings[0].column not in REPEATED], written)
        found += _found(self._of_rows, rows)
        return rows, found


class OneColumn:
    """The checks of one repeated column, each asked of a text when it first comes."""

    def __init__(self, name: str, checks: Sequence[Numbered], as_written: Sequence[Numbered]) -> None:
        self._name = name
        self._column = Column(name)
        self._checks = checks
        self._as_written = as_written
        # By finding, the numbers of the texts of which it is true.
        self._wrong: dict[int, list[pl.Series]] = defaultdict(list)

    def look_at(self, written: pl.DataFrame) -> Iterator[pl.DataFrame]:
        """What is found in one batch."""
        new = self._column.look_at(written[self._name])
        if new.height:
            self._ask(new)
        numbers = written[self._name].to_physical()
        for finding, wrong in self._wrong.items():
            found = numbers.is_in(pl.concat(wrong).implode())
            if found.any():
                yield _pairs(written["row"].filter(found), finding)

    def cells(self, written: pl.DataFrame) -> Sequence[pl.Series]:
        """The column and its traits, for every row."""
        return self._column.cells(written[self._name])

    def _ask(self, new: pl.DataFrame) -> None:
        texts = new.rename({"number": "row"})
        as_written = texts.select("row", pl.col("written").alias(self._name))
        for frame, checks in ((texts, self._checks), (as_written, self._as_written)):
            for pairs in _found(checks, frame):
                self._wrong[pairs["finding"][0]].append(pairs["row"])


def _found(checks: Sequence[Numbered], rows: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """For each finding that is true of some row: these rows and its number."""
    answers = rows.select(check.when.alias(str(place)) for place, check in enumerate(checks))
    for check, answer in zip(checks, answers.iter_columns(), strict=True):
        if not answer.any():
            continue
        if not check.is_suspicion:
            yield _pairs(rows["row"].filter(answer), check.first)
            continue
        suspected = rows.select("row", *check.columns).filter(answer)
        closer = suspected.select(finding.when.alias(str(place)) for place, finding in enumerate(check.findings))
        for place, truth in enumerate(closer.iter_columns()):
            if truth.any():
                yield _pairs(suspected["row"].filter(truth), check.first + place)


def _pairs(rows: pl.Series, number: int) -> pl.DataFrame:
    return pl.DataFrame({"row": rows}).with_columns(finding=pl.lit(number, dtype=pl.UInt16))
