"""From a figure to the lines of the lineage behind it, and from a record to the figures it counts in.

data/figure_lineage.csv names, for each number of each file, the file of lineage it counts, on what condition, and how.
A line of lineage is behind a figure where all the columns the two share say the same, and the condition holds.
"""

import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, reduce

import polars as pl

from returns.cld.collation import as_compared
from returns.collections.counting import NUMERATOR
from returns.collections.tables import FigureFile, figure_files
from returns.figures.carers import BUDGET, COMMISSIONED, PAYMENT
from returns.figures.writing import headers
from returns.reference import listed, rows_of

# The same column under another name in the lineage.
OTHER_NAMES = {"Route_of_Access": "ROUTE_Of_ACCESS"}
# A sum of numbers: its lineage is walked, and is not as long as it.
SUMS = "sums"
# What a count counts: lines, people, or what the published script runs together.
COUNTED: Mapping[str, tuple[str, ...]] = {"lines": (), SUMS: (), "people": ("ID",), "clusters": ("ID", "ST_MAX_COUNT")}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One number of a file of figures, with how many lines of the lineage stand behind it."""

    table: str
    file: str
    says: dict[str, str]
    measure: str
    value: str
    count: int | None
    sources: int | None


@dataclass(frozen=True, kw_only=True)
class Behind:
    """Where the lines behind a number are found; `lineage` is empty where the published files name none."""

    measure: str
    lineage: str
    where: tuple[str, ...]
    counts: str
    only: tuple[str, str] | None
    note: str


@cache
def behind() -> Mapping[str, tuple[Behind, ...]]:
    """For each file of figures its numbers, in order."""
    found: dict[str, list[Behind]] = {}
    for row in rows_of("figure_lineage"):
        only = tuple(row["only"].split("=", 1)) if row["only"] else None
        told = Behind(
            measure=row["measure"],
            lineage=row["lineage"],
            where=tuple(row["where"].split()),
            counts=row["counts"],
            only=only,  # type: ignore[arg-type]
            note=row["note"],
        )
        found.setdefault(row["file"], []).append(told)
    return {file: tuple(several) for file, several in found.items()} | _of_the_others()


def _of_the_others() -> dict[str, tuple[Behind, ...]]:
    """The same of the other returns, whose lineage is made by the same counting as their figures."""
    return {
        name: tuple(_behind_one(told, measure) for measure in told.measures) for name, told in figure_files().items()
    }


def _behind_one(told: FigureFile, measure: str) -> Behind:
    is_share = measure in told.shares
    is_numerator = told.counts == "measure" and measure == "Numerator"
    return Behind(
        measure=measure,
        lineage="" if is_share else f"{told.file}_rows",
        where=("in_numerator",) if is_numerator else (),
        counts="lines" if told.counts == "measure" else told.counts,
        only=None,
        note=f"A percentage or a mean. {told.says}" if is_share else told.says,
    )


def columns_of(file: str) -> tuple[str, ...]:
    """The columns of a file of figures, in their order."""
    return figure_files()[file].columns if file in figure_files() else headers()[file]


@cache
def table_of(file: str) -> str:
    """The table a file belongs to."""
    if file in figure_files():
        return figure_files()[file].table
    return next(row["table"] for row in rows_of("figure_files") if row["file"] == f"{file}.csv")


def frame_of(content: bytes) -> pl.DataFrame:
    """A file of figures or lineage, every column as text and a blank as nothing written."""
    return pl.read_csv(io.BytesIO(content), infer_schema=False, empty_string_is_null=False)


# -- the numbers of a cut ------------------------------------------------------------------------------------------


def lines_of(files: Mapping[str, bytes]) -> Iterable[Line]:
    """Every number of these files in the order of the files, its sources counted in the lineage.

    A number that the published method leaves blank is not there. Where the lineage is not among the files, nothing is
    said of the sources.
    """
    frames = {name: frame_of(content) for name, content in files.items()}
    for file in (name for name in files if name in behind()):
        yield from _lines_of_one(file, frames)


def _lines_of_one(file: str, frames: Mapping[str, pl.DataFrame]) -> Iterable[Line]:
    told = behind()[file]
    measures = list(dict.fromkeys(one.measure for one in told))
    columns = [column for column in columns_of(file) if column not in measures]
    walked = [one for one in told if one.lineage in frames and one.counts != SUMS]
    counted = [(one, _counted(one, columns, frames[one.lineage])) for one in walked]
    for row in frames[file].iter_rows(named=True):
        says = {column: row[column] for column in columns}
        for measure in measures:
            if row[measure] == "":
                continue
            fitting = [counts for one, counts in counted if one.measure == measure and _is_for(one, says)]
            sources = [counts.get(_key(says, keys), 0) for keys, counts in fitting]
            yield Line(
                table=table_of(file),
                file=file,
                says=says,
                measure=measure,
                value=row[measure],
                count=int(row[measure]) if _is_count(told, measure) else None,
                sources=sum(sources) if sources else None,
            )


def _is_count(told: tuple[Behind, ...], measure: str) -> bool:
    mine = [one for one in told if one.measure == measure]
    return not any(one.note.startswith("A percentage") or one.counts == SUMS for one in mine)


def _is_for(one: Behind, says: Mapping[str, str]) -> bool:
    return one.only is None or says.get(one.only[0]) == one.only[1]


def _counted(
    one: Behind, columns: list[str], lineage: pl.DataFrame
) -> tuple[tuple[str, ...], dict[tuple[str, ...], int]]:
    """How much stands behind each combination of the shared columns, and which those are."""
    shared = {column: _in_lineage(column) for column in columns if _in_lineage(column) in lineage.columns}
    left = lineage.filter(_holds(one)).with_columns(
        _compared(name).alias(f"_{column}") for column, name in shared.items()
    )
    keys = [f"_{column}" for column in shared]
    what = COUNTED[one.counts]
    number = pl.struct(_compared(name) for name in what).n_unique() if what else pl.len()
    if not keys:
        return (), {(): int(left.select(number).item())}
    groups = left.group_by(keys).agg(number.alias("number"))
    return tuple(shared), {tuple(row[:-1]): int(row[-1]) for row in groups.iter_rows()}


def _key(says: Mapping[str, str], columns: Iterable[str]) -> tuple[str, ...]:
    return tuple(as_compared(says[column]) for column in columns)


def _in_lineage(column: str) -> str:
    return OTHER_NAMES.get(column, column)


def _compared(column: str) -> pl.Expr:
    return pl.col(column).str.strip_chars_end(" ").str.to_lowercase()


# -- the lines behind one number ------------------------------------------------------------------------------------


def behind_figure(file: str, measure: str, says: Mapping[str, str]) -> Behind | None:
    """Where the lines behind one number are found; None where the published files name none."""
    fitting = [one for one in behind()[file] if one.measure == measure and _is_for(one, says) and one.lineage]
    return fitting[0] if fitting else None


def lines_behind(one: Behind, says: Mapping[str, str], lineage: pl.DataFrame) -> pl.DataFrame:
    """The lines of the lineage that stand behind a number."""
    same = [
        _compared(_in_lineage(column)) == as_compared(text)
        for column, text in says.items()
        if _in_lineage(column) in lineage.columns
    ]
    return lineage.filter(_holds(one), *same)


# -- the conditions -------------------------------------------------------------------------------------------------


def _holds(one: Behind) -> pl.Expr:
    return reduce(lambda both, name: both & CONDITIONS[name](), one.where, pl.lit(True))


def _is(column: str, *texts: str) -> Callable[[], pl.Expr]:
    return lambda: _compared(column).is_in([as_compared(text) for text in texts])


def _between(column: str, least: int, most: int) -> Callable[[], pl.Expr]:
    return lambda: pl.col(column).cast(pl.Int64, strict=False).is_between(least, most).fill_null(False)


def _outcomes_2a(*, numerator: bool) -> tuple[str, ...]:
    return tuple(row["outcome"] for row in rows_of("ascof_2a_outcomes") if row["numerator"] or not numerator)


OLDEST = 10_000
CONDITIONS: Mapping[str, Callable[[], pl.Expr]] = {
    "in_numerator": _is("Counts_in", NUMERATOR),
    "men_or_women": _is("Gender", "Male", "Female"),
    "men": _is("Gender", "Male"),
    "women": _is("Gender", "Female"),
    "settled": _is("Accommodation_Status", *listed("accommodation_status", "settled")),
    "unsettled": _is("Accommodation_Status", *listed("accommodation_status", "unsettled")),
    "known_after_st_max": _is("FINAL_OUTCOME_MAPPED", *_outcomes_2a(numerator=False)),
    "no_long_term_after_st_max": _is("FINAL_OUTCOME_MAPPED", *_outcomes_2a(numerator=True)),
    "working_age_at_snapshot": _between("Der_Age_Snapshot_Date", 18, 64),
    "older_at_snapshot": _between("Der_Age_Snapshot_Date", 65, OLDEST),
    "community": _is("Service_Type", "Long Term Support: Community"),
    "payment": lambda: _is("Delivery_Mechanism", "Direct Payment")() | _is("Service_Component", "Direct Payment")(),
    "payment_or_budget": lambda: CONDITIONS["payment"]() | _is("Delivery_Mechanism", "CASSR Managed Personal Budget")(),
    "carers_total": _between("Der_Age_EndDate", 18, OLDEST),
    "carers_1864": _between("Der_Age_EndDate", 18, 64),
    "carers_65over": _between("Der_Age_EndDate", 65, 200),
    "carer_supported": _is("Support_Provided", PAYMENT, BUDGET, COMMISSIONED),
    "carer_self_directed": _is("Support_Provided", PAYMENT, BUDGET),
    "carer_paid": _is("Support_Provided", PAYMENT),
    "unplanned": _is("Review", "Unplanned"),
    "planned": _is("Review", "Planned"),
    "request_working_age": _between("AGE", 18, 64),
    "request_older": _between("AGE", 65, OLDEST),
    "request_neither": lambda: ~(CONDITIONS["request_working_age"]() | CONDITIONS["request_older"]()),
}
