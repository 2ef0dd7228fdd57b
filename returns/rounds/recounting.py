"""Counts the frozen lineage of figures again, line by line, by what the published tables say each of them counts.

It shares nothing with the counting that made them or that shows what is behind them: neither its frames, nor its
lists, nor its data files. So a fault of those does not hide itself here.
Source: the published tables of SALT and ASCOF (docs/decisions/figures.md); the other returns' own layouts.
"""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Row = Mapping[str, str]
Cells = tuple[tuple[str, str], ...]
Files = Mapping[str, Path]


@dataclass(frozen=True, kw_only=True)
class Told:
    """A figure as it is held: what it is of, what it says, and the count it is walked by."""

    file: str
    says: Mapping[str, str]
    measure: str
    value: str
    count: int | None


@dataclass(frozen=True, kw_only=True)
class Counting:
    """What one number counts: which lines of which lineage, each or what of them once, for which cells alone."""

    measure: str
    lineage: str
    holds: Callable[[Row], bool] = lambda row: True
    # What is counted once, run together; every line where it is empty.
    once: tuple[str, ...] = ()
    only: Cells = ()
    # Every line that holds stands in some figure; not so where a council is printed only with something else.
    whole: bool = True


def alike(text: str) -> str:
    """Texts the centre's database takes for the same: case and trailing spaces aside."""
    return text.rstrip(" ").lower()


def _says(column: str, *texts: str) -> Callable[[Row], bool]:
    known = {alike(text) for text in texts}
    return lambda row: alike(row[column]) in known


def _aged(column: str, first: int, last: int = 100_000) -> Callable[[Row], bool]:
    return lambda row: bool(row[column]) and first <= int(row[column]) <= last


def _all(*every: Callable[[Row], bool]) -> Callable[[Row], bool]:
    return lambda row: all(one(row) for one in every)


def _any(*some: Callable[[Row], bool]) -> Callable[[Row], bool]:
    return lambda row: any(one(row) for one in some)


# -- what the published tables count --------------------------------------------------------------------------------

PEOPLE = ("ID",)
SETTLED = _says(
    "Accommodation_Status",
    "Owner occupier or shared ownership scheme",
    "Tenant",
    "Tenant - private landlord",
    "Settled mainstream housing with family / friends",
    "Supported accommodation / supported lodgings / supported group home",
    "Shared Lives scheme",
    "Approved premises for offenders released from prison or under probation supervision",
    "Sheltered housing / extra care housing / other sheltered housing",
    "Mobile accommodation for Gypsy / Roma and Traveller communities",
)
AFTER_ST_MAX = (
    "Ongoing Low Level Support",
    "Short Term Support (other)",
    "No Services Provided – Universal Services / signposted to other services",
    "No services provided – other",
)
MAPPED, COMMUNITY = "FINAL_OUTCOME_MAPPED", _says("Service_Type", "Long Term Support: Community")
PAID = _any(_says("Delivery_Mechanism", "Direct Payment"), _says("Service_Component", "Direct Payment"))
DIRECTED = _any(PAID, _says("Delivery_Mechanism", "CASSR Managed Personal Budget"))
CARER_PAID = _says("Support_Provided", "Direct Payment only")
CARER_DIRECTED = _any(CARER_PAID, _says("Support_Provided", "CASSR Managed Personal Budget"))
CARER_SUPPORTED = _any(CARER_DIRECTED, _says("Support_Provided", "CASSR Commissioned Support only"))
GENDERS = {"Total": ("Male", "Female"), "Male": ("Male",), "Female": ("Female",)}
CARERS = {"Total": (18, 100_000), "1864": (18, 64), "65Over": (65, 200)}
BANDS = {"18-64": _aged("AGE", 18, 64), "65+": _aged("AGE", 65)}
BANDS["under 18"] = lambda row: not BANDS["18-64"](row) and not BANDS["65+"](row)


def _persons(*files: str) -> dict[str, Sequence[Counting]]:
    return {file: [Counting(measure="Clients", lineage=f"{file}_persons", once=PEOPLE)] for file in files}


def _ascof_3d() -> Iterator[Counting]:
    for band in CARERS:
        clients = f"ASCOF_3D_Clients_{band}_persons"
        for measure, holds in (
            (f"{band}_Client_Denom", COMMUNITY),
            (f"3D1a_{band}_Num", _all(COMMUNITY, DIRECTED)),
            (f"3D2a_{band}_Num", _all(COMMUNITY, PAID)),
        ):
            yield Counting(measure=measure, lineage=clients, holds=holds, once=PEOPLE, whole=band == "Total")
    for band, (first, last) in CARERS.items():
        for measure, holds in (
            (f"{band}_Carer_Denom", CARER_SUPPORTED),
            (f"3D1b_{band}_Num", CARER_DIRECTED),
            (f"3D2b_{band}_Num", CARER_PAID),
        ):
            of_age = _all(holds, _aged("Der_Age_EndDate", first, last))
            yield Counting(measure=measure, lineage="ASCOF_3D_Carers_persons", holds=of_age, once=PEOPLE, whole=False)


def _ascof_2e() -> Iterator[Counting]:
    for who, genders in GENDERS.items():
        of_gender = _says("Gender", *genders)
        for measure, holds in ((f"{who}_Denom", of_gender), (f"{who}_Num", _all(of_gender, SETTLED))):
            yield Counting(measure=measure, lineage="ASCOF_2E_persons", holds=holds, once=PEOPLE)


def _requests(*, only: Cells = (), holds: Callable[[Row], bool] = lambda row: True) -> Counting:
    return Counting(measure="Requests", lineage="STS001_rows", holds=holds, only=only)


ST_MAX = [Counting(measure="ST_Max", lineage="STS002a_rows")]
OF_2A = (
    ("ASCOF_2A_DENOMINATOR", _says(MAPPED, "Long Term Support (any setting)", *AFTER_ST_MAX)),
    ("ASCOF_2A_NUMERATOR", _says(MAPPED, *AFTER_ST_MAX)),
)
SETTING_TABLES = ("LTS001a_T1a", "LTS001a_T1b", "LTS001c_T1a", "LTS001c_T1b", "LTS001b_T1a", "LTS001b_T1b")
COUNTINGS: Mapping[str, Sequence[Counting]] = {
    **_persons(*SETTING_TABLES, "LTS001b_T2", "LTS001b_T3a", "LTS001b_T3b", "LTS004_T1"),
    "LTS002a_unplanned": [Counting(measure="Reviews", lineage="LTS002a_rows", holds=_says("Review", "Unplanned"))],
    "LTS002a_planned": [Counting(measure="Reviews", lineage="LTS002a_rows", holds=_says("Review", "Planned"))],
    "LTS002b": [Counting(measure="Reviews", lineage="LTS002b_rows")],
    "LTS002b_clients": [
        Counting(measure="Clients", lineage=f"LTS001c_{table}_persons", once=PEOPLE, only=(("Age_Band", band),))
        for table, band in (("T1a", "18-64"), ("T1b", "65+"))
    ],
    "LTS003_total": [Counting(measure="Carers", lineage="LTS003_persons", once=PEOPLE)],
    "LTS003_x_by_la": [Counting(measure="Carers", lineage="LTS003_persons", once=PEOPLE)],
    "LTS004_T2a": [Counting(measure="Clients", lineage="LTS004_T2_persons", holds=SETTLED, once=PEOPLE)],
    "LTS004_T2b": [
        Counting(measure="Clients", lineage="LTS004_T2_persons", holds=lambda row: not SETTLED(row), once=PEOPLE)
    ],
    "STS001_by_la_outcome_mapped": [_requests()],
    "STS001_by_outcome_recordtype": [_requests()],
    "STS001_x_la_age_roa_outcome": [
        _requests(holds=holds, only=(("Age_Band", band),)) for band, holds in BANDS.items()
    ],
    "STS002a_by_la_outcome_mapped": ST_MAX,
    "STS002a_by_outcome_recordtype": ST_MAX,
    "STS002b": [Counting(measure="ST_Max_Existing_Clients", lineage="STS002b_clusters", once=("ID", "ST_MAX_COUNT"))],
    "ASCOF_2A": [Counting(measure=measure, lineage="ASCOF_2A_rows", holds=holds) for measure, holds in OF_2A],
    "ASCOF_2B_2C_numerators": [
        Counting(measure=f"ASCOF_{one}_Numerator", lineage="ASCOF_2B2C_persons", holds=holds)
        for one, holds in (
            ("2B", _aged("Der_Age_Snapshot_Date", 18, 64)),
            ("2C", _aged("Der_Age_Snapshot_Date", 65)),
        )
    ],
    "ASCOF_2E": list(_ascof_2e()),
    "ASCOF_3D": list(_ascof_3d()),
    "ASCOF_4B": [
        Counting(measure="Denominator", lineage="ASCOF_4B_rows"),
        Counting(measure="Numerator", lineage="ASCOF_4B_rows", holds=_says("Counts_in", "Numerator and denominator")),
    ],
}
# Where the other returns count people and not cases.
OF_PEOPLE = {"SAC_SG1A", "SAC_SG1B", "SAC_SG1C", "SAC_SG1D", "SAC_SG1E", "DOLS_people"}


def countings_of(file: str, figures: Sequence[Told]) -> Sequence[Counting]:
    """What the numbers of a file count; the files of the other returns that hold counts hold them as Count."""
    if file in COUNTINGS or not any(one.measure == "Count" for one in figures):
        return COUNTINGS.get(file, ())
    return [Counting(measure="Count", lineage=f"{file}_rows", once=PEOPLE if file in OF_PEOPLE else ())]


# -- counting ---------------------------------------------------------------------------------------------------------


def told_otherwise(figures: Sequence[Told], files: Files) -> list[str]:
    """The files of figures that their lineage, counted again, does not give: another number, one too many, one lost."""
    by_file: dict[str, list[Told]] = {file: [] for file in files}
    for one in figures:
        by_file.setdefault(one.file, []).append(one)
    return sorted(
        {
            file
            for file, of_file in by_file.items()
            for counting in countings_of(file, of_file)
            if counting.lineage in files and _differs(counting, of_file, files[counting.lineage])
        }
    )


def _differs(counting: Counting, figures: Sequence[Told], lineage: Path) -> bool:
    mine = [one for one in figures if one.measure == counting.measure and _is_for(counting, one)]
    columns = _columns(lineage)
    asked = [column for one in figures[:1] for column in one.says if column.lower() in columns]
    again = _counted_again(counting, lineage, [columns[column.lower()] for column in asked])
    for one in mine:
        number = again.pop(tuple(alike(one.says[column]) for column in asked), 0)
        if not one.value == str(one.count) == str(number):
            return True
    return counting.whole and bool(again)


def _is_for(counting: Counting, one: Told) -> bool:
    return all(one.says.get(column) == text for column, text in counting.only)


def _columns(lineage: Path) -> dict[str, str]:
    """The columns of a lineage; the published files write some of them with other capitals than the figures."""
    with lineage.open(encoding="utf-8", newline="") as lines:
        return {column.lower(): column for column in next(csv.reader(lines), [])}


def _counted_again(counting: Counting, lineage: Path, columns: Sequence[str]) -> dict[tuple[str, ...], int]:
    """How many there are for each combination of these columns."""
    found: dict[tuple[str, ...], set[str]] = {}
    with lineage.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines)):
            if counting.holds(row):
                what = "".join(alike(row[column]) for column in counting.once) if counting.once else str(number)
                found.setdefault(tuple(alike(row[column]) for column in columns), set()).add(what)
    return {cells: len(several) for cells, several in found.items()}
