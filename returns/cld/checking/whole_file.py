"""What only the file as a whole shows: rows that repeat, people told of in two ways, people who are not there.

Of each batch a few numbers a row are kept (hashes of 64 bits, never the values), so a file of any length fits.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import polars as pl

from returns.cld.checking.findings import Finding
from returns.cld.checking.persons import LINKED, LOCAL
from returns.cld.checking.prepared import REPEATED
from returns.cld.checking.specification import EVENTS, NAMES, Asked

# The row that stands for the file: the headings.
FILE = 1
_EVENT = pl.col("Event Type").cast(pl.String)
NEVER = pl.lit(value=False)
AGREED = ("Primary Support Reason", "Accommodation Status", "Employment Status", "Ethnicity", "Date of Birth")
SERVICE_KEY = (
    "Service Type",
    "Service Component",
    "Delivery Mechanism",
    "Unit Cost",
    "Cost Frequency (Unit Type)",
    "Planned units per week",
)
EVENT_KEY = ("LA Code", "Client Type", "Event Type", "Request: Route of Access", "Assessment Type", *SERVICE_KEY)
QUARTERS = {(3, 31), (6, 30), (9, 30), (12, 31)}
# As the centre reads the true period of a file (CLD072).
FEWEST_EVENTS, LEAST_SHARE, LEAST_KINDS = 100, 0.02, 3

SAME_ROW = Finding("CSN004", LOCAL, "The same row stands further up in the file.", NEVER)
SAME_EVENT = Finding("CLD069", "Event Type", "The centre takes this row and one further up as one event.", NEVER)
OTHER_COUNCIL = Finding("CLD001", "LA Code", "The council is not the one of most rows.", NEVER)
RESTARTED = Finding(
    "CLD040", "Event Start Date", "The service begins on 1 April where the same service ended the day before.", NEVER
)
DISAGREES = {
    column: Finding("CLD068", column, "The row differs from the first row of the same person.", NEVER)
    for column in AGREED
}
NOT_THERE = {
    column: Finding("CLD064", column, "The person cared for is not in the file as a service user.", NEVER)
    for column in LINKED
}
NOT_A_YEAR = Finding(
    "CLD002",
    "Reporting Period End Date",
    "The period asked for is not twelve months that end with a quarter.",
    NEVER,
)
FEW_EVENTS = Finding(
    "CLD072",
    "Event End Date",
    f"The file has fewer than {FEWEST_EVENTS} events: the centre takes its period as stated.",
    NEVER,
)
THIN_MONTHS = Finding(
    "CLD072",
    "Event End Date",
    "Some months of the period hold too few events, or kinds of event, to be counted by the centre.",
    NEVER,
)
PARTIAL = Finding(
    "CLD004",
    "Event Type",
    "The file looks like a part: a kind of event, or every event of some month, is missing.",
    NEVER,
    "warning",
)
FINDINGS = (
    SAME_ROW,
    SAME_EVENT,
    OTHER_COUNCIL,
    RESTARTED,
    *DISAGREES.values(),
    *NOT_THERE.values(),
    NOT_A_YEAR,
    FEW_EVENTS,
    THIN_MONTHS,
    PARTIAL,
)
Found = Iterator[tuple[Finding, pl.Series]]


class WholeFile:
    """Gathers from each batch, and tells at the end."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._kept: list[pl.DataFrame] = []
        self._linked: list[pl.DataFrame] = []
        self._restarts: list[pl.DataFrame] = []
        self._months: list[pl.DataFrame] = []

    def gather(self, rows: pl.DataFrame) -> None:
        """Keep of one batch what is needed at the end."""
        self._kept.append(_kept(rows))
        for column in LINKED:
            there = rows.select("row", column=pl.lit(column), linked=_number(column)).drop_nulls("linked")
            if there.height:
                self._linked.append(there)
        self._restarts.append(self._near_april(rows))
        self._months.append(rows.group_by(month=pl.col("end").dt.month_start(), kind=_EVENT).len())

    def told(self) -> Found:
        """Each finding with the rows it is true of."""
        kept = pl.concat(self._kept)
        yield from _repeated(kept)
        yield OTHER_COUNCIL, _of_other_councils(kept)
        yield RESTARTED, self._restarted()
        yield from _disagreeing(kept)
        yield from _not_there(kept, self._linked)
        yield from self._of_the_file(kept.height)

    def _near_april(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Services that end on 31 March or begin on 1 April, by person, type and component."""
        ends = (pl.col("end").dt.month() == 3) & (pl.col("end").dt.day() == 31)
        begins = (pl.col("start").dt.month() == 4) & (pl.col("start").dt.day() == 1)
        near = rows.filter(pl.col("service") & (ends | begins).fill_null(value=False))
        same = near.select(_person(), _number("Service Type"), _number("Service Component")).hash_rows()
        return near.select("row", "start", "end", same.alias("same"))

    def _restarted(self) -> pl.Series:
        near = pl.concat(self._restarts)
        ended = near.drop_nulls("end").select("same", start=pl.col("end") + timedelta(days=1))
        return near.join(ended.unique(), on=["same", "start"], how="semi")["row"]

    # The file

    def _of_the_file(self, height: int) -> Found:
        start, end = self._asked.period_start, self._asked.period_end
        if not is_a_year_to_a_quarter(start, end):
            yield NOT_A_YEAR, _the_file()
        months = pl.concat(self._months).filter(pl.col("month").is_between(start.replace(day=1), end))
        events = int(months["len"].sum())
        if height < FEWEST_EVENTS:
            yield FEW_EVENTS, _the_file()
            return
        by_month = months.group_by("month").agg(pl.col("len").sum(), kinds=pl.col("kind").drop_nulls().n_unique())
        asked_for = (end.year - start.year) * 12 + end.month - start.month + 1
        if by_month.height < asked_for or not set(EVENTS) <= set(months["kind"]):
            yield PARTIAL, _the_file()
        full = by_month.filter((pl.col("len") >= LEAST_SHARE * events) & (pl.col("kinds") >= LEAST_KINDS))
        if full.height < asked_for:
            yield THIN_MONTHS, _the_file()


def is_a_year_to_a_quarter(start: date, end: date) -> bool:
    """Twelve whole months, the last of which ends a quarter."""
    following = end + timedelta(days=1)
    whole = (following.year - 1, following.month, following.day) == (start.year, start.month, start.day)
    return whole and (end.month, end.day) in QUARTERS


def _the_file() -> pl.Series:
    return pl.Series("row", [FILE], dtype=pl.UInt32)


def _person() -> pl.Expr:
    """The person as the centre tells people apart: by NHS number, else by the council's own."""
    nhs, local = pl.col("NHS Number"), pl.col(LOCAL)
    # Another seed, so that a local number is never taken for the same NHS number.
    by_local = pl.when(local.is_not_null()).then(local.hash(1))
    return pl.when(nhs.is_not_null()).then(nhs.hash()).otherwise(by_local).alias("person")


def _number(column: str) -> pl.Expr:
    """A number for the text, the same for the same text in the whole file; nothing for nothing."""
    if column in REPEATED:
        return pl.col(column).to_physical().alias(column)
    return pl.when(pl.col(column).is_not_null()).then(pl.col(column).hash()).alias(column)


def _kept(rows: pl.DataFrame) -> pl.DataFrame:
    numbers = rows.select(
        "row", "service_user", "start", *(_number(column) for column in NAMES), person=_person(), service="service"
    )
    # An event of a kind other than a service is told apart by its end too (CLD069).
    closed = pl.when(~pl.col("service")).then("Event End Date").alias("closed")
    return numbers.select(
        "row",
        "service_user",
        "start",
        "person",
        *AGREED,
        numbers.select(NAMES).hash_rows().alias("whole"),
        numbers.select("person", "start", closed, *EVENT_KEY).hash_rows().alias("event"),
        local=LOCAL,
        council="LA Code",
    )


def _repeated(kept: pl.DataFrame) -> Found:
    same_rows = _further_down(kept, "whole")
    yield SAME_ROW, same_rows
    told = kept.select("row", "event").filter(kept["person"].is_not_null() & kept["start"].is_not_null())
    once = told.filter(~pl.col("row").is_in(same_rows.implode())) if same_rows.len() else told
    yield SAME_EVENT, _further_down(once, "event")


def _further_down(rows: pl.DataFrame, column: str) -> pl.Series:
    """The rows whose number in a column stands further up already."""
    numbers = rows[column].sort()
    # Hardly any is there twice: only those are looked at in the order of the file.
    twice = numbers.filter(numbers == numbers.shift(1))
    if twice.is_empty():
        return rows["row"].head(0)
    several = rows.filter(pl.col(column).is_in(twice.unique().implode()))
    return several.filter(~pl.col(column).is_first_distinct())["row"]


def _of_other_councils(kept: pl.DataFrame) -> pl.Series:
    """The rows of another council than most; of two that stand as often, the one that stands first is the file's."""
    told = kept.select("council", "row").drop_nulls("council")
    counted = told.group_by("council").agg(pl.len().alias("count"), pl.col("row").min().alias("first"))
    counted = counted.sort("count", "first", descending=[True, False])
    if counted.height < 2:
        return kept["row"].head(0)
    return kept.filter(pl.col("council") != counted["council"][0])["row"]


def _disagreeing(kept: pl.DataFrame) -> Found:
    known = _told_of_in_several_ways(kept.filter(pl.col("person").is_not_null()).select("row", "person", *AGREED))
    several = known.group_by("person").agg((pl.col(column).min() != pl.col(column).max()) for column in AGREED)
    for column in AGREED:
        people = several.filter(column).select("person")
        theirs = known.join(people, on="person", how="semi").select("row", "person", said=column).drop_nulls()
        first = theirs.sort("row").unique("person", keep="first", maintain_order=True).select("person", first="said")
        differing = theirs.join(first, on="person").filter(pl.col("said") != pl.col("first"))
        yield DISAGREES[column], differing["row"]


def _told_of_in_several_ways(known: pl.DataFrame) -> pl.DataFrame:
    """The rows of the people whose rows are not all alike; most people's are."""
    ways = known.select("person", way=known.drop("row").hash_rows())
    several = ways.group_by("person").agg((pl.col("way").min() != pl.col("way").max()).alias("several"))
    return known.filter(pl.col("person").is_in(several.filter("several")["person"].implode()))


def _not_there(kept: pl.DataFrame, linked: Sequence[pl.DataFrame]) -> Found:
    if not linked:
        return
    users = kept.filter("service_user").select(linked="local").unique()
    missing = pl.concat(linked).join(users, on="linked", how="anti")
    for column, finding in NOT_THERE.items():
        yield finding, missing.filter(pl.col("column") == column)["row"]
