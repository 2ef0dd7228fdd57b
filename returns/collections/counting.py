"""From rows to figures: who or what counts in each cell, then how many there are, with the records behind each.

A table is said as its members: a row for each record in each cell it counts in. The figures are counted from the
members and the lineage is the members, so the two agree; nothing depends on the order of the rows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from returns.collections.asking import years_between
from returns.figures.counting import Files

ALL = "All"
NOT_RECORDED = "Not recorded"
RECORD = "Record ID"
Bands = Mapping[str, tuple[int, int]]
OLDEST = 10_000


@dataclass(frozen=True, kw_only=True)
class Period:
    """What is counted: the days from the first to the last, both among them."""

    start: date
    end: date

    def holds(self, day: str) -> pl.Expr:
        """The day is one of the period."""
        return pl.col(day).is_between(self.start, self.end)


@dataclass(frozen=True, kw_only=True)
class Counted:
    """A file of counts: `members` has the columns of `cells`, `ID` where people are counted, and the record.

    `cells` names the values of each column in the order of the table; every combination of them is a figure, if
    nought; other values follow.
    """

    file: str
    members: pl.DataFrame
    cells: Mapping[str, Sequence[str]]
    people: bool = False
    measure: str = "Count"
    # The combinations in their order, where not every one is asked for.
    grid: pl.DataFrame | None = None

    def files(self) -> Files:
        return {self.file: self._figures(), f"{self.file}_rows": self._lineage()}

    def _figures(self) -> pl.DataFrame:
        what = pl.col("ID").n_unique() if self.people else pl.len()
        counts = said(self.members, self.cells).group_by(list(self.cells)).agg(what.alias(self.measure))
        return in_order(counts, self.cells, self.grid).with_columns(pl.col(self.measure).fill_null(0).cast(pl.Int64))

    def _lineage(self) -> pl.DataFrame:
        by = [*self.cells, "ID"] if self.people else [*self.cells, RECORD]
        return with_records(said(self.members, self.cells), by).select(
            *self.cells, *(["ID"] if self.people else []), "record_ids"
        )


@dataclass(frozen=True, kw_only=True)
class Summed:
    """A file of sums of numbers with two decimals, or none; a number that is not there adds nothing."""

    file: str
    members: pl.DataFrame
    cells: Mapping[str, Sequence[str]]
    measures: Sequence[str]
    decimals: int = 2
    grid: pl.DataFrame | None = None
    # Columns worked out of the sums, such as a share.
    beside: Mapping[str, pl.Expr] = field(default_factory=dict)

    def files(self) -> Files:
        hundredths = [hundredths_of(name).sum().alias(name) for name in self.measures]
        members = said(self.members, self.cells)
        sums = in_order(members.group_by(list(self.cells)).agg(hundredths), self.cells, self.grid)
        whole = sums.with_columns(as_decimal(name, self.decimals) for name in self.measures)
        figures = whole.with_columns(**self.beside)
        lineage = with_records(members, [*self.cells, RECORD]).select(*self.cells, "record_ids")
        return {self.file: figures, f"{self.file}_rows": lineage}


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A file of measures: of each, those in the denominator, and of them those in the numerator."""

    file: str
    # Measure, Title, the record, and Counts_in.
    members: pl.DataFrame
    titles: Mapping[str, str]

    def files(self) -> Files:
        counts = self.members.group_by("Measure").agg(
            Numerator=(pl.col("Counts_in") == NUMERATOR).sum(), Denominator=pl.len()
        )
        named = pl.DataFrame({"Measure": list(self.titles), "Title": list(self.titles.values())})
        figures = named.join(counts, on="Measure", how="left", maintain_order="left")
        figures = figures.with_columns(pl.col("Numerator", "Denominator").fill_null(0).cast(pl.Int64))
        figures = figures.with_columns(Outcome=percentage(pl.col("Numerator"), pl.col("Denominator")))
        lineage = with_records(self.members, ["Measure", "Counts_in", RECORD])
        return {self.file: figures, f"{self.file}_rows": lineage.select("Measure", "Counts_in", "record_ids")}


@dataclass(frozen=True, kw_only=True)
class Ratios:
    """A file of measures that are one sum over another; `members` has Measure, Above, Below and the record."""

    file: str
    members: pl.DataFrame
    titles: Mapping[str, str]

    def files(self) -> Files:
        both = [pl.col(name).fill_null(0).cast(pl.Int64).sum() for name in ("Above", "Below")]
        sums = self.members.group_by("Measure").agg(Numerator=both[0], Denominator=both[1])
        named = pl.DataFrame({"Measure": list(self.titles), "Title": list(self.titles.values())})
        figures = named.join(sums, on="Measure", how="left", maintain_order="left")
        figures = figures.with_columns(pl.col("Numerator", "Denominator").fill_null(0))
        figures = figures.with_columns(Outcome=percentage(pl.col("Numerator"), pl.col("Denominator")))
        lineage = with_records(self.members, ["Measure", RECORD]).select("Measure", "record_ids")
        return {self.file: figures, f"{self.file}_rows": lineage}


NUMERATOR, DENOMINATOR = "Numerator and denominator", "Denominator alone"


def counts_in(condition: pl.Expr) -> pl.Expr:
    """In which of the two a record of a measure counts."""
    found = pl.when(condition.fill_null(value=False)).then(pl.lit(NUMERATOR)).otherwise(pl.lit(DENOMINATOR))
    return found.alias("Counts_in")


def percentage(above: pl.Expr, below: pl.Expr) -> pl.Expr:
    """A hundred times one whole number over another with one decimal, a half rounded up; nothing over nought."""
    tenths = (above * 2000 + below).floordiv(below * 2)
    return pl.when(below > 0).then((tenths / 10).round(1).cast(pl.Decimal(20, 1)))


def said(members: pl.DataFrame, cells: Iterable[str]) -> pl.DataFrame:
    """The members, each with something in each of these columns."""
    return members.with_columns(recorded(column) for column in cells)


def with_records(members: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    """The members, one row for each of these, with their records in order; sorted."""
    number = pl.col(RECORD).cast(pl.Int64)
    columns = [name for name in by if name != RECORD]
    ordered = members.select(*(in_letter_order(members[name]) for name in columns), number).sort([*columns, RECORD])
    once = ordered.filter(~is_as_above(ordered, [*columns, RECORD]))
    texts = once.with_columns(pl.col(columns).cast(pl.String), pl.col(RECORD).cast(pl.String).alias("record_ids"))
    if RECORD in by:
        return texts
    # Most stand behind their figure with one record: only the others have records to put together.
    group = (~is_as_above(once, columns)).cum_sum()
    records = texts.select(group.alias("_group"), "record_ids", several=group.is_duplicated())
    joined = records.filter("several").group_by("_group", maintain_order=True).agg("record_ids")
    joined = joined.with_columns(pl.col("record_ids").list.join(" "))
    firsts = texts.with_columns(group.alias("_group")).filter(~is_as_above(once, columns))
    told = firsts.join(joined, on="_group", how="left", maintain_order="left")
    return told.select(*columns, pl.coalesce("record_ids_right", "record_ids").alias("record_ids"))


def in_letter_order(texts: pl.Series) -> pl.Series:
    """The texts under numbers in the order of their letters, so that sorting them is sorting numbers."""
    return texts.cast(pl.Enum(texts.unique().drop_nulls().sort()))


def is_as_above(ordered: pl.DataFrame, columns: Sequence[str]) -> pl.Series:
    """Whether a row says in these columns what the one above it says."""
    above = [pl.col(name).eq_missing(pl.col(name).shift(1)) for name in columns]
    return ordered.select((pl.int_range(pl.len()) > 0) & pl.all_horizontal(above)).to_series()


def grid_of(cells: Mapping[str, Sequence[str]]) -> pl.DataFrame:
    """Every combination of the values of the cells, in their order."""
    grid = pl.DataFrame({"_": [0]})
    for column, values in cells.items():
        grid = grid.join(pl.DataFrame({column: list(values)}, schema={column: pl.String}), how="cross")
    return grid.drop("_")


def in_order(
    figures: pl.DataFrame, cells: Mapping[str, Sequence[str]], grid: pl.DataFrame | None = None
) -> pl.DataFrame:
    """Every combination of the values of the cells in their order, then what else there is by its letters."""
    named = (grid_of(cells) if grid is None else grid).with_row_index("_place")
    placed = named.join(figures, on=list(cells), how="full", coalesce=True)
    return placed.sort(["_place", *cells], nulls_last=True).select(figures.columns)


def with_all(members: pl.DataFrame, *columns: str) -> pl.DataFrame:
    """The members and, for each of these columns in turn, once more under All, each record once."""
    for column in columns:
        members = pl.concat([members, members.with_columns(pl.lit(ALL).alias(column)).unique()])
    return members


def recorded(column: str) -> pl.Expr:
    """The text, or that there is none."""
    return pl.col(column).fill_null(NOT_RECORDED).alias(column)


def each_of(column: str) -> pl.Expr:
    """The values of a cell with several, or that there is none: to be exploded."""
    filled = pl.col(column).is_not_null() & (pl.col(column).list.len() > 0)
    return pl.when(filled).then(pl.col(column)).otherwise(pl.lit([NOT_RECORDED])).alias(column)


def band(age: pl.Expr, bands: Bands) -> pl.Expr:
    """The band of an age; not recorded where there is none, or none that fits."""
    found = pl.lit(NOT_RECORDED)
    for name, (least, most) in bands.items():
        found = pl.when(age.is_between(least, most).fill_null(value=False)).then(pl.lit(name)).otherwise(found)
    return found


def age_on(birth: str, on: date | pl.Expr) -> pl.Expr:
    """Whole years on a day."""
    return years_between(pl.col(birth), pl.lit(on) if isinstance(on, date) else on)


def hundredths_of(column: str) -> pl.Expr:
    """A number with two decimals in whole hundredths, so that a sum is the same in any order."""
    return (pl.col(column).fill_null(0) * 100).round().cast(pl.Int64)


def as_decimal(column: str, decimals: int = 2) -> pl.Expr:
    """Whole hundredths as a number with two decimals, or as a whole number."""
    hundredths = pl.col(column).fill_null(0)
    if decimals == 0:
        return hundredths.floordiv(100).alias(column)
    return (hundredths.cast(pl.Decimal(20, 2)) / 100).cast(pl.Decimal(20, 2)).alias(column)
