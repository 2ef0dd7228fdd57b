"""What the figures of a cut are compared with: the cut before, the last signed ones, last year's, and the files now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from returns.comparing import Lineage, Printed
from returns.figures.window import year_after
from returns.lineage import frame_of
from returns.models import Figure, FigureCut, ReturnRound
from returns.rounds.reading import lineage_of
from returns.rounds.signing import Figured


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One set of figures: what it is called, its figures, its lineage, and the cut it is of, where it is one."""

    title: str
    figures: Iterable[Printed]
    lineage: Lineage
    cut: FigureCut | None


def others(cut: FigureCut) -> Mapping[str, FigureCut]:
    """What a cut can be compared with, by what it is called in the address. Two queries."""
    held: ReturnRound = cut.round
    found: dict[str, FigureCut] = {}
    last = FigureCut.objects.filter(round=held, number__lt=cut.number).order_by("-number").first()
    if last is not None:
        found["last-cut"] = last
    same = FigureCut.objects.filter(round__council=held.council_id, round__kind=held.kind, sign_off__isnull=False)
    same = same.filter(round__period_end__lt=held.period_end).select_related("round")
    earlier = list(same.order_by("-round__period_end", "-number"))
    if earlier:
        found["last-signed"] = earlier[0]
    a_year_before = year_after(held.period_end, -1)
    year = next((one for one in earlier if one.round.period_end == a_year_before), None)
    if year is not None and year != earlier[0]:
        found["last-year"] = year
    return found


TITLES = {
    "last-cut": "The cut before",
    "last-signed": "The last signed return",
    "last-year": "Last year’s signed return",
    "now": "The files as they now are",
}


def as_kept(cut: FigureCut, title: str) -> Compared:
    """A cut as it was kept."""
    return Compared(
        title=title,
        figures=Figure.objects.filter(cut=cut).order_by("place"),
        lineage=lambda name: lineage_of(cut, name) if name in cut.content["figures"] else None,
        cut=cut,
    )


def as_computed(figured: Figured, title: str) -> Compared:
    """Figures computed and not kept: what would change, changing nothing."""
    held = {one.name: one.content for one in figured.compiled.files}

    def lineage(name: str) -> pl.DataFrame | None:
        return frame_of(held[name]) if name in held else None

    return Compared(title=title, figures=figured.compiled.lines, lineage=lineage, cut=None)
