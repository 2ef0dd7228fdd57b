"""A batch of rows made ready for the rules: columns by their names, blanks as nothing, and what each cell says.

Texts stand under the specification's names (`Event Type`), traits under theirs (traits.py), and what a row is as
`request`, `assessment`, `service`, `review`, `by_association`, `service_user`, `carer` and `financial`. `nhs` is the
NHS number as a number, where it has ten digits.
"""

from collections.abc import Mapping, Sequence

import polars as pl

from returns.cld.checking.specification import EVENTS, FIELDS, NAMES
from returns.cld.checking.traits import TRAITS, begins, meant, says, trait

NULL = "NULL"
# The same texts come again and again in these columns; in the others hardly ever.
REPEATED = frozenset(
    field.name
    for field in FIELDS
    if field.kind in ("list", "date", "number", "whole")
    or field.name in ("LA Code", "GP Practice Code", "Postcode", "Provider CQC Location ID")
    or field.name.endswith(" Name")
)
BY_ASSOCIATION = trait(
    "Client Type by association", "Client Type", meant("Client Type").str.ends_with("known by association")
)
KINDS = {name.lower(): says("Event Type", name.lower()) for name in EVENTS} | {
    "by_association": BY_ASSOCIATION,
    "service_user": says("Client Type", "service user"),
    "carer": says("Client Type", "carer", "unpaid carer") | BY_ASSOCIATION,
    "financial": begins("Assessment Type", "financial assessment"),
}


def as_written(texts: pl.DataFrame, places: Mapping[str, int]) -> pl.DataFrame:
    """The fifty columns by name, empty where the file has none, after the number of the row."""
    columns = [
        pl.col(str(places[name])).alias(name)
        if name in places
        else pl.lit(None, dtype=pl.Categorical() if name in REPEATED else pl.String()).alias(name)
        for name in NAMES
    ]
    return texts.select("row", *columns)


def is_blank(text: pl.Expr) -> pl.Expr:
    """Spaces alone, nothing between quotation marks, or NULL."""
    return text.str.strip_chars().is_in(["", NULL])


class Column:
    """The different texts of one column, numbered as they come; each is looked at once."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.traits = [trait for trait, (column, _) in TRAITS.items() if column == name]
        self.texts = pl.DataFrame()
        self._blanks = pl.Series(dtype=pl.UInt32)

    def look_at(self, cells: pl.Series) -> pl.DataFrame:
        """The texts not seen before, with their `number` and traits: blank ones as nothing, `written` as they are."""
        seen = self.texts.height
        numbers = cells.to_physical()
        highest = numbers.max()
        # Texts are numbered as they come, so there is a new one only where there is a new number.
        if seen and (highest is None or int(str(highest)) < seen):
            return self.texts.clear()
        there = cells.filter(numbers >= seen).unique().drop_nulls()
        new = pl.DataFrame({"number": there.to_physical(), "written": there})
        written = pl.col("written").cast(pl.String)
        new = _in_order(new, seen).select("number", written, pl.when(~is_blank(written)).then(written).alias(self.name))
        new = new.with_columns(TRAITS[name][1].alias(name) for name in self.traits)
        # In one piece: it is gathered from for every batch.
        self.texts = pl.concat([self.texts, new], rechunk=True) if seen else new
        self._blanks = self.texts.filter(pl.col(self.name).is_null())["number"]
        return new

    def cells(self, cells: pl.Series) -> Sequence[pl.Series]:
        """The column with its blanks as nothing, and its traits, for every row."""
        numbers = cells.to_physical()
        if self._blanks.len():
            cells = cells.zip_with(~numbers.is_in(self._blanks.implode()).fill_null(value=False), _nothing(cells))
            numbers = cells.to_physical()
        return [cells, *(self.texts[name].gather(numbers).alias(name) for name in self.traits)]


def _in_order(texts: pl.DataFrame, first: int) -> pl.DataFrame:
    """One row for each number from the first on, so that a text stands at the place of its number."""
    last = texts["number"].max()
    numbers = pl.int_range(first, first if last is None else int(str(last)) + 1, dtype=pl.UInt32, eager=True)
    return numbers.alias("number").to_frame().join(texts, on="number", how="left", maintain_order="left")


def _nothing(like: pl.Series) -> pl.Series:
    return pl.Series(like.name, [None], dtype=like.dtype).new_from_index(0, like.len())


def with_blanks(written: pl.DataFrame) -> pl.DataFrame:
    """The columns that are not repeated, with blanks as nothing; columns without such cells are left as they are."""
    names = [name for name in NAMES if name not in REPEATED]
    looks_blank = written.select(
        ((pl.col(name) == NULL) | (pl.col(name) == "") | pl.col(name).str.starts_with(" ")).any() for name in names
    )
    doubtful = [name for name in names if looks_blank[name][0]]
    return written.with_columns(pl.when(~is_blank(pl.col(name))).then(pl.col(name)).alias(name) for name in doubtful)


def with_kinds(rows: pl.DataFrame) -> pl.DataFrame:
    """Adds what each row is."""
    kinds = [kind.fill_null(value=False).alias(name) for name, kind in KINDS.items()]
    return rows.with_columns(*kinds, ten_digits(pl.col("NHS Number")).alias("nhs"))


def ten_digits(text: pl.Expr) -> pl.Expr:
    """The number in a text of ten digits; nothing where it is none."""
    is_ten = (text.str.len_bytes() == 10) & ~text.str.starts_with("+")
    return pl.when(is_ten).then(text).cast(pl.UInt64, strict=False)
