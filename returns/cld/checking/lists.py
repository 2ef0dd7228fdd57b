"""Values that must stand in a list: letter for letter where the list is confirmed, else with a warning."""

from collections.abc import Iterator, Sequence

import polars as pl

from returns.cld.checking.findings import Check, Finding, Suspicion
from returns.cld.checking.specification import FIELDS, Asked, Field, ListedValue, values_of


def checks(asked: Asked) -> Iterator[Check]:
    """CLD066 and CLD067 for every column with a list whose values are known."""
    for field in FIELDS:
        values = values_of(field.list_name, asked.release) if field.list_name else ()
        if values:
            yield Suspicion(~_stands_in(field.name, values), tuple(_findings(field, values, asked.release)))


def _findings(field: Field, values: Sequence[ListedValue], release: int) -> Iterator[Finding]:
    column = field.name
    severity = "error" if all(value.is_confirmed for value in values) else "warning"
    former = _stands_in(column, values_of(field.list_name, 1)) if release == 2 else pl.lit(value=False)
    meant = pl.col(column).str.strip_chars().str.to_lowercase().is_in([value.value.lower() for value in values])
    told = "The value is one of Release 1; Release 2 has another for it, or none."
    yield Finding("CLD067", column, told, former)
    told = "The value differs from the list in capitals or spaces."
    yield Finding("CLD066", column, told, ~former & meant, severity)
    told = "The value is not in the list" + ("." if severity == "error" else ", of which not every value is confirmed.")
    yield Finding("CLD066", column, told, ~former & ~meant, severity)


def _stands_in(column: str, values: Sequence[ListedValue]) -> pl.Expr:
    """The value is one of the list. Nothing where the cell is blank."""
    text = pl.col(column)
    found = [text.is_in([value.value for value in values if value.match == "exact"])]
    if loose := [value.value.lower() for value in values if value.match == "any case"]:
        found.append(text.str.to_lowercase().is_in(loose))
    found += [text.str.starts_with(value.value) for value in values if value.match == "begins"]
    return pl.any_horizontal(found) if len(found) > 1 else found[0]
