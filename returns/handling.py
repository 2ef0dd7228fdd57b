"""What a round does with the files of its return: Client Level Data by its own rules, every other by its layout."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from returns.checking import FIELDS, Checked, check_file
from returns.cld.checking import Progress
from returns.cld.checking.specification import release_of
from returns.collections import receiving
from returns.collections.specification import Collection, collection_for
from returns.compiling import METHOD, Compiled, compile_figures
from returns.intake.limits import Limits
from returns.partial import changes_between, signs_of_a_part
from returns.refusals import UnusableInput
from returns.specification import Specification, specification

CLIENT_LEVEL_DATA = "CLD"
# What a list of records shows of each: what it is, of which kind, from when and to when.
SHOWN = ("Event Type", "Service Type", "Event Start Date", "Event End Date")


@dataclass(frozen=True, kw_only=True)
class Handling:
    """One return's way. `collection` is nothing for Client Level Data; `shown` are the fields a list of records shows,
    blank where there is none."""

    collection: Collection | None
    fields: tuple[str, ...]
    shown: tuple[str, str, str, str]

    @property
    def method(self) -> str:
        """By what the figures are counted: the published method, or the product's own layout."""
        return receiving.LAYOUT if self.collection else METHOD

    @property
    def compares_with_last_year(self) -> bool:
        """Whether a rule holds a file against last year's."""
        return self.collection is not None and any(rule.asks == "last_year" for rule in self.collection.rules)

    def check(
        self,
        path: Path,
        *,
        period_start: date,
        period_end: date,
        limits: Limits,
        tell: Progress | None = None,
        last_year: pl.DataFrame | None = None,
    ) -> Checked:
        """Read a file and try every row. Raises UnusableInput where it cannot be read at all."""
        if self.collection is None:
            return check_file(path, period_start=period_start, period_end=period_end, limits=limits, tell=tell)
        return receiving.check_file(
            self.collection,
            path,
            period_start=period_start,
            period_end=period_end,
            limits=limits,
            last_year=last_year,
        )

    def compile(
        self, rows_by_file: Mapping[int, pl.DataFrame], *, start: date, end: date, with_corrected: bool = True
    ) -> Compiled:
        """Every table over these rows. Raises UnusableInput where there is nothing to compile."""
        if self.collection is None:
            return compile_figures(rows_by_file, start=start, end=end, with_corrected=with_corrected)
        return receiving.compile_tables(self.collection, rows_by_file, start=start, end=end)

    def signs_of_a_part(self, checked: Checked, last_rows: int | None, start: date, end: date) -> list[str]:
        """Why a file may be only a part. Of another return its length alone tells: it has no kinds of event."""
        return signs_of_a_part(
            rows=checked.rows,
            last_rows=last_rows,
            events=checked.events_by_type,
            months=checked.months,
            period_start=start,
            period_end=end,
            has_events=self.collection is None,
        )

    def changes(self, before: pl.DataFrame, after: pl.DataFrame) -> dict[str, dict[str, int]]:
        """What changed since the last file."""
        if self.collection is None:
            return changes_between(before, after)
        kind = pl.lit(self.collection.a_row_is)
        return changes_between(before, after, named_by=self.collection.names_a_row, kind=kind)


def handling_of(kind: str) -> Handling:
    """How the files of a return of the catalogue are handled. Raises UnusableInput where none are collected."""
    if kind == CLIENT_LEVEL_DATA:
        return Handling(collection=None, fields=FIELDS, shown=SHOWN)
    held = collection_for(kind)
    if held is None:
        raise UnusableInput(f"No files are collected for {kind}.")
    return Handling(collection=held, fields=held.names, shown=_shown(held))


def unconfirmed_of(kind: str) -> str:
    """What is not confirmed of a return; blank where nothing is, or no files are collected for it."""
    held = collection_for(kind)
    return held.unconfirmed if held else ""


def specification_of(kind: str, period_end: date) -> tuple[Specification, str] | None:
    """What a file of a return looks like, and its title with what is not confirmed; nothing where none is collected."""
    if kind == CLIENT_LEVEL_DATA:
        release = str(release_of(period_end))
        return specification("cld", release), "Client Level Data"
    held = collection_for(kind)
    return (held.specification, f"{held.title}. {held.unconfirmed}") if held else None


def _shown(held: Collection) -> tuple[str, str, str, str]:
    """The list that says most of what a row is, another, and the days it begins and ends; nothing of the person."""
    of_the_person = {"Date of birth", "Date of death", "Gender", "Ethnic group"}
    lists = [field.name for field in held.of_kind("list") if field.name not in of_the_person]
    days = [field.name for field in held.of_kind("date") if field.name not in of_the_person]
    one, other = [*lists, "", ""][:2]
    first, last = (days[0], days[-1]) if len(days) > 1 else ("", "")
    return one, other, first, last
