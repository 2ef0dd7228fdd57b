"""A file of another return checked by the rules of its layout: the same report as Client Level Data's."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import polars as pl

from returns.cld.checking.findings import Finding
from returns.cld.checking.forms import EARLIEST, FORMULA, LATEST, UNSEEN
from returns.cld.checking.report import Report
from returns.cld.columns import plain
from returns.collections.asking import ASKS, Asked, before_of, where
from returns.collections.reading import NUMBER, WHOLE, day, places_of, read, several, texts_of, without_blanks
from returns.collections.specification import Collection, general_rules
from returns.intake.door import Table, open_file
from returns.intake.limits import COMMAND, Limits
from returns.refusals import UnusableInput
from returns.specification import Field

# The row of headings, which stands for the file as a whole.
FILE = 1
NEVER = pl.lit(value=False)
NIL = "The file has headings and no row: it is taken as a return of nothing."


def check(
    collection: Collection,
    path: Path,
    *,
    period_start: date,
    period_end: date,
    limits: Limits = COMMAND,
    last_year: pl.DataFrame | None = None,
) -> Report:
    """Every fault of a file of a return for a period; asks no database.

    `last_year` are the rows of the same return a year before, as read: some rules warn of what differs far from it.
    Raises UnusableInput where the file cannot be read.
    """
    if period_end < period_start:
        raise UnusableInput("The period ends before it begins.")
    asked = Asked(period_start=period_start, period_end=period_end)
    with open_file(path, limits=limits) as table:
        places = places_of(collection, table.headings, path)
        texts = texts_of(collection, table, places)
        if not texts.height and not collection.takes_nil:
            raise UnusableInput(f"The file {path.name} has headings and no rows.")
        found = [*_of_the_file(collection, table, places, texts), *_of_rows(collection, texts, asked, last_year)]
        return _report(collection, table, texts.height, found)


Found = tuple[Finding, pl.Series]


def _report(collection: Collection, table: Table, rows: int, found: list[Found]) -> Report:
    broken = [(finding, numbers) for finding, numbers in found if numbers.len()]
    pairs = [
        pl.DataFrame({"row": numbers.cast(pl.UInt32)}).with_columns(finding=pl.lit(place, dtype=pl.UInt16))
        for place, (_, numbers) in enumerate(broken)
    ]
    empty = pl.DataFrame(schema={"row": pl.UInt32, "finding": pl.UInt16})
    warnings = [*table.warnings, *([] if rows else [NIL])]
    findings = [finding for finding, _ in broken]
    return Report(rows, 0, tuple(warnings), findings, pl.concat([empty, *pairs]), collection.names)


# The file as a whole


def _of_the_file(
    collection: Collection, table: Table, places: Mapping[str, int], texts: pl.DataFrame
) -> Iterator[Found]:
    the_file = pl.Series("row", [FILE], dtype=pl.UInt32)
    for field in collection.specification.fields:
        if field.name not in places:
            severity = "error" if field.filled == "mandatory" else "warning"
            yield Finding("ANY008", field.name, "The column is missing.", NEVER, severity), the_file
    written = [plain(heading) for heading in table.headings]
    known = {plain(name) for name in collection.names}
    if set(written) - known or len(set(written)) < len(written):
        told = "A heading is not one of the layout, or stands twice."
        yield Finding("ANY009", "", told, NEVER, _severity("ANY009")), the_file
    if not texts.height:
        yield Finding("ANY013", "", NIL, NEVER, _severity("ANY013")), the_file


# Rows


def _of_rows(
    collection: Collection, texts: pl.DataFrame, asked: Asked, last_year: pl.DataFrame | None
) -> Iterator[Found]:
    yield from _broken(texts, _as_written(collection))
    bare = without_blanks(collection, texts)
    yield from _broken(bare, _forms(collection))
    rows = _beside_last_year(collection, read(collection, texts), last_year)
    yield from _broken(rows, _rules(collection, asked, has_last_year=last_year is not None))


def _broken(rows: pl.DataFrame, findings: Iterator[Finding]) -> Iterator[Found]:
    """The rows each finding is of, all asked in one walk: one by one, most of the time went on the asking."""
    asked = list(findings)
    told = rows.select("row", *(one.when.fill_null(value=False).alias(f"_{at}") for at, one in enumerate(asked)))
    for at, finding in enumerate(asked):
        yield finding, told["row"].filter(told[f"_{at}"])


def _as_written(collection: Collection) -> Iterator[Finding]:
    told = "The cell holds the word NULL; it is left empty instead."
    for name in collection.names:
        yield _general("ANY010", name, told, pl.col(name).str.strip_chars() == "NULL")


def _forms(collection: Collection) -> Iterator[Finding]:
    """How each cell is written, by the kind of its field."""
    for field in collection.specification.fields:
        text = pl.col(field.name)
        if field.filled == "mandatory":
            yield _general("ANY005", field.name, f"{field.name} is blank.", text.is_null())
        yield from FORMS[field.kind](collection, field)
    yield from _repeated(collection)


def _days(collection: Collection, field: Field) -> Iterator[Finding]:
    on = day(pl.col(field.name))
    told = "The cell is not a day such as 2026-03-31 or 31/03/2026."
    yield _general("ANY001", field.name, told, pl.col(field.name).is_not_null() & on.is_null())
    yield _general("ANY011", field.name, "The day is before 1880 or after 2100.", ~on.is_between(EARLIEST, LATEST))


def _numbers(collection: Collection, field: Field) -> Iterator[Finding]:
    told = "This is not a plain number with at most two decimals."
    yield _general("ANY002", field.name, told, ~pl.col(field.name).str.contains(NUMBER))


def _whole_numbers(collection: Collection, field: Field) -> Iterator[Finding]:
    yield _general("ANY003", field.name, "This is not a whole number.", ~pl.col(field.name).str.contains(WHOLE))


def _listed(collection: Collection, field: Field) -> Iterator[Finding]:
    yield _not_in_the_list(collection, field, ~pl.col(field.name).is_in(list(field.values)))


def _several(collection: Collection, field: Field) -> Iterator[Finding]:
    known = several(pl.col(field.name)).list.eval(pl.element().is_in(list(field.values))).list.all()
    yield _not_in_the_list(collection, field, ~known)


def _not_in_the_list(collection: Collection, field: Field, when: pl.Expr) -> Finding:
    sure = field.list_name in collection.confirmed_lists
    told = "The value is not in the list" + ("." if sure else ", of which not every value is confirmed.")
    return Finding("ANY004", field.name, told, when, "error" if sure else "warning")


def _texts(collection: Collection, field: Field) -> Iterator[Finding]:
    told = "The text begins with = + - @ or a tab, as a formula does: it is not sent on. Write it another way."
    yield _general("ANY006", field.name, told, pl.col(field.name).str.contains(FORMULA))
    told = "The text holds letters that cannot be seen."
    yield _general("ANY007", field.name, told, pl.col(field.name).str.contains(UNSEEN))


def _repeated(collection: Collection) -> Iterator[Finding]:
    """What names a row stands further up."""
    name = pl.struct(collection.names_a_row)
    whole = pl.all_horizontal(pl.col(field).is_not_null() for field in collection.names_a_row)
    told = "A row of the same name stands further up in the file."
    yield _general("ANY012", collection.names_a_row[0], told, whole & ~name.is_first_distinct())


def _rules(collection: Collection, asked: Asked, *, has_last_year: bool) -> Iterator[Finding]:
    """The rules of the layout, a finding for each field a rule is of."""
    for rule in collection.rules:
        if rule.asks == "last_year" and not has_last_year:
            continue
        for field in rule.fields:
            when = where(rule.where) & ASKS[rule.asks](rule, field, asked)
            yield Finding(rule.rule_id, field, rule.sentence, when, rule.severity)


def _beside_last_year(collection: Collection, rows: pl.DataFrame, last_year: pl.DataFrame | None) -> pl.DataFrame:
    """Each row with the numbers of the row of the same name a year before."""
    if last_year is None:
        return rows
    compared = sorted({field for rule in collection.rules if rule.asks == "last_year" for field in rule.fields})
    before = last_year.select(*collection.names_a_row, *(pl.col(name).alias(before_of(name)) for name in compared))
    before = before.unique(collection.names_a_row, keep="first", maintain_order=True)
    return rows.join(before, on=collection.names_a_row, how="left", maintain_order="left")


def _general(rule_id: str, column: str, told: str, when: pl.Expr) -> Finding:
    return Finding(rule_id, column, told, when, _severity(rule_id))


def _severity(rule_id: str) -> str:
    return general_rules()[rule_id].severity


FORMS: Mapping[str, Callable[[Collection, Field], Iterator[Finding]]] = {
    "date": _days,
    "number": _numbers,
    "whole number": _whole_numbers,
    "list": _listed,
    "several": _several,
    "text": _texts,
}
