"""All rules over a file, batch by batch: the rows that break one, by the number of the finding."""

from collections.abc import Iterable, Iterator, Sequence

import polars as pl

from returns.cld.checking import events, forms, lists, persons, services
from returns.cld.checking.findings import Check, Finding, Suspicion
from returns.cld.checking.prepared import as_written, prepared
from returns.cld.checking.specification import Asked

ROW_CHECKS = (events.checks, persons.checks, services.checks, lists.checks, forms.checks)


def row_checks(asked: Asked) -> list[Check]:
    """Every check that one row shows, once its blanks are taken out."""
    return [check for checks in ROW_CHECKS for check in checks(asked)]


class Checker:
    """Looks at rows. Each finding has a number; what is found is kept as pairs of row and number."""

    def __init__(self, asked: Asked, missing: Iterable[str] = ()) -> None:
        absent = set(missing)
        self.findings: list[Finding] = []
        self._written = self._numbered(forms.checks_as_written(), absent)
        self._prepared = self._numbered(row_checks(asked), absent)

    def _numbered(self, checks: Iterable[Check], absent: set[str]) -> list["Numbered"]:
        """The checks with the numbers of their findings; those of a missing column left out."""
        numbered = []
        for check in checks:
            found = [finding for finding in _findings(check) if finding.column not in absent]
            if found:
                first = len(self.findings)
                self.findings += found
                numbered.append(Numbered(check, found, first))
        return numbered

    def number(self, finding: Finding) -> int:
        """The number of a finding that is not of one row."""
        self.findings.append(finding)
        return len(self.findings) - 1

    def look_at(self, written: pl.DataFrame, rows: pl.DataFrame) -> Iterator[pl.DataFrame]:
        """What is found in one batch: `row` and `finding`."""
        yield from _found(self._written, written)
        yield from _found(self._prepared, rows)


class Numbered:
    """One check, its findings, and the number of the first of them."""

    def __init__(self, check: Check, findings: Sequence[Finding], first: int) -> None:
        self.findings = findings
        self.first = first
        self.is_suspicion = isinstance(check, Suspicion)
        self.when = check.when
        # Only these columns are looked at again.
        names = {name for finding in findings for name in finding.when.meta.root_names()}
        self.columns = ["row", *sorted(names - {"row"})]


def _findings(check: Check) -> Sequence[Finding]:
    return check.findings if isinstance(check, Suspicion) else (check,)


def _found(checks: Sequence[Numbered], rows: pl.DataFrame) -> Iterator[pl.DataFrame]:
    answers = rows.select(check.when.alias(str(place)) for place, check in enumerate(checks))
    for check, answer in zip(checks, answers.iter_columns(), strict=True):
        if not answer.any():
            continue
        if not check.is_suspicion:
            yield _pairs(rows["row"].filter(answer), check.first)
            continue
        suspected = rows.select(check.columns).filter(answer)
        closer = suspected.select(finding.when.alias(str(place)) for place, finding in enumerate(check.findings))
        for place, truth in enumerate(closer.iter_columns()):
            if truth.any():
                yield _pairs(suspected["row"].filter(truth), check.first + place)


def _pairs(rows: pl.Series, number: int) -> pl.DataFrame:
    return pl.DataFrame({"row": rows}).with_columns(finding=pl.lit(number, dtype=pl.UInt16))


def ready(texts: pl.DataFrame, places: dict[str, int]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """One batch as written and as the rules read it."""
    written = as_written(texts, places)
    return written, prepared(written)
