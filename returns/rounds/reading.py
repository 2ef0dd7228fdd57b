"""From a figure to its records and from a record to its figures, out of the kept files of a cut."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl
from django.db.models import Q

from casework.models import Person
from casework.selectors import people_visible_to, plans_visible_to
from delegation.models import Account, Organisation
from delegation.register_reading import line_at
from returns.cld.disagreements import COUNCIL, NHS
from returns.compiling import whence
from returns.handling import SHOWN, handling_of
from returns.keeping import path_of
from returns.lineage import behind, behind_figure, frame_of, lines_behind
from returns.models import CollectedFile, Figure, FigureCut

# What a row may name a person of casework by.
NUMBERS = ("nhs_number", "council_identifier", "ref")


@dataclass(frozen=True, kw_only=True)
class RecordRow:
    """One record behind a figure: its number, the file and line it came from, and what kind of event it is."""

    number: int
    file: CollectedFile | None
    line: int
    says: Mapping[str, str]

    @property
    def event(self) -> str:
        return self.says.get("Event Type", "")

    @property
    def service(self) -> str:
        return self.says.get("Service Type", "")

    @property
    def starts(self) -> str:
        return self.says.get("Event Start Date", "")

    @property
    def ends(self) -> str:
        return self.says.get("Event End Date", "")


def records_behind(cut: FigureCut, figure: Figure) -> list[int] | None:
    """The numbers of the records behind a figure, each once, in order; None where the method names none."""
    where = behind_figure(figure.file, figure.measure, figure.says)
    if where is None:
        return None
    lines = lines_behind(where, figure.says, lineage_of(cut, where.lineage))
    return sorted({int(one) for several in lines["record_ids"] for one in several.split()})


def lineage_of(cut: FigureCut, name: str) -> pl.DataFrame:
    """A file of a cut as it was kept."""
    return frame_of(path_of(cut.content["figures"][name]).read_bytes())


def rows_of_records(cut: FigureCut, numbers: Sequence[int]) -> list[RecordRow]:
    """The records of these numbers with what a list shows of them. One query, and each file is read once."""
    files = {one.number: one for one in CollectedFile.objects.filter(round=cut.round_id).select_related("organisation")}
    wanted: dict[int, list[int]] = {}
    for number in numbers:
        file, line = whence(number)
        wanted.setdefault(file, []).append(line)
    shown = handling_of(cut.round.kind).shown
    said = {file: _shown(files[file], lines, shown) for file, lines in wanted.items() if file in files}
    rows = []
    for number in numbers:
        file, line = whence(number)
        says = said.get(file, {}).get(line, {})
        rows.append(RecordRow(number=number, file=files.get(file), line=line, says=says))
    return rows


def record_of(cut: FigureCut, number: int) -> tuple[CollectedFile, dict[str, str]] | None:
    """One record that went into a cut, every field as it was sent; None where there is no such one."""
    file, line = whence(number)
    found = CollectedFile.objects.filter(cuts__cut=cut, number=file).select_related("organisation").first()
    if found is None:
        return None
    says = _lines(found, [line], handling_of(cut.round.kind).fields).get(line)
    return (found, says) if says else None


def _shown(file: CollectedFile, lines: Sequence[int], shown: Sequence[str]) -> dict[int, dict[str, str]]:
    """What a list shows of these lines, named as for Client Level Data."""
    found = _lines(file, lines, [field for field in shown if field])
    pairs = list(zip(SHOWN, shown, strict=True))
    return {line: {name: says[field] for name, field in pairs if field} for line, says in found.items()}


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a row made of casework comes from: references, each blank where this reader may not open it."""

    person: str
    plan: str
    act: int | None


def origin_of(by: Account, council: Organisation, file: CollectedFile, line: int) -> Origin | None:
    """The person, plan and act behind a row of a file made of casework; None for a file that was sent. Three queries.

    What this account may not open is not named: a caseload of others, a restricted record, an act of others.
    """
    if not file.is_of_casework:
        return None
    kept = pl.scan_parquet(path_of(file.lineage_sha256)).filter(pl.col("row") == line).collect()
    if kept.is_empty():
        return None
    row = kept.row(0, named=True)
    person = people_visible_to(by).filter(ref=row["person"], council=council).values_list("ref", flat=True).first()
    plan = plans_visible_to(by).filter(ref=row["plan"]).values_list("ref", flat=True).first() if row["plan"] else None
    line_seen = line_at(by, council, row["act"]) if row["act"] else None
    return Origin(person=person or "", plan=plan or "", act=row["act"] if line_seen else None)


def _lines(file: CollectedFile, lines: Sequence[int], fields: Sequence[str]) -> dict[int, dict[str, str]]:
    rows = pl.scan_parquet(path_of(file.rows_sha256)).filter(pl.col("row").is_in(list(lines)))
    found = rows.select("row", *fields).collect()
    return {row.pop("row"): row for row in found.iter_rows(named=True)}


def is_closed_to(by: Account, council: Organisation, says: Mapping[str, str]) -> bool:
    """Whether the record is of somebody whose case record is restricted and not open to this account. Two queries."""
    own = says.get(COUNCIL) or says.get("Person reference") or ""
    return bool(closed_among(by, council, [{NHS: says.get(NHS, ""), COUNCIL: own}]))


def tells_of_the_closed(by: Account, council: Organisation, file: CollectedFile) -> bool:
    """Whether an accepted row of a file is of somebody whose case record is closed to this account. One query."""
    restricted = Person.objects.filter(council=council, restricted=True).exclude(pk__in=people_visible_to(by))
    numbers = {text for one in restricted.values_list(*NUMBERS) for text in one if text}
    if not numbers:
        return False
    rows = pl.scan_parquet(path_of(file.rows_sha256))
    fields = [field for field in (NHS, COUNCIL, "Person reference") if field in rows.collect_schema()]
    named = [pl.col(field).str.replace_all(" ", "").is_in([_plain(one) for one in numbers]) for field in fields]
    return bool(named) and not rows.filter(pl.any_horizontal(named)).head(1).collect().is_empty()


def closed_among(
    by: Account, council: Organisation, several: Sequence[Mapping[str, str]]
) -> frozenset[tuple[str, str]]:
    """Of these records, by both their numbers, those closed to this account. Two queries, however many records.

    The person is known by either number the record gives: the NHS's or the council's own, for which our reference
    stands where the council has given none.
    """
    numbers = {_plain(says[NHS]) for says in several} - {""}
    own = {says[COUNCIL].strip() for says in several} - {""}
    named = Q(nhs_number__in=numbers) | Q(council_identifier__in=own) | Q(ref__in=own)
    restricted = Person.objects.filter(named, council=council, restricted=True)
    closed = {one.pk: one for one in restricted.only("nhs_number", "council_identifier", "ref")}
    if not closed:
        return frozenset()
    for open_to_them in people_visible_to(by).filter(pk__in=closed).values_list("pk", flat=True):
        del closed[open_to_them]
    known = {text for one in closed.values() for text in (one.nhs_number, one.council_identifier, one.ref) if text}
    return frozenset(
        (says[NHS], says[COUNCIL]) for says in several if {_plain(says[NHS]), says[COUNCIL].strip()} & known
    )


def _plain(number: str) -> str:
    return number.replace(" ", "")


def figures_of_record(cut: FigureCut, number: int) -> list[Figure]:
    """Every figure of a cut that a record counts in, in their order. Reads each file of lineage once."""
    names = {one.lineage for several in behind().values() for one in several if one.lineage}
    held = {name: _with_record(lineage_of(cut, name), number) for name in names if name in cut.content["figures"]}
    found = {name for name, lines in held.items() if not lines.is_empty()}
    files = {file for file, several in behind().items() if any(one.lineage in found for one in several)}
    figures = Figure.objects.filter(cut=cut, file__in=files).exclude(sources=0).order_by("place")
    return [one for one in figures.iterator() if _counts_in(one, held)]


def _with_record(lineage: pl.DataFrame, number: int) -> pl.DataFrame:
    return lineage.filter(pl.col("record_ids").str.split(" ").list.contains(str(number)))


def _counts_in(figure: Figure, held: Mapping[str, pl.DataFrame]) -> bool:
    where = behind_figure(figure.file, figure.measure, figure.says)
    if where is None or held[where.lineage].is_empty():
        return False
    return not lines_behind(where, figure.says, held[where.lineage]).is_empty()
