"""What the corrected method changes of the figures of a cut, as it was kept with the cut. No query."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from returns.figures.faults import Fault, faults
from returns.models import Figure, FigureCut
from returns.rounds.reading import lineage_of

Key = tuple[object, ...]


@dataclass(frozen=True, kw_only=True)
class Corrected:
    """One figure by the corrected method: blank where that has none; `published` is blank where only that has one."""

    file: str
    says: Mapping[str, str]
    measure: str
    published: str
    corrected: str
    faults: tuple[Fault, ...]

    @property
    def rules(self) -> str:
        """The numbers of the rules whose marked faults can explain it, each once."""
        return ", ".join(dict.fromkeys(fault.rule for fault in self.faults))


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What the corrected method changes of one table; `known` is false for a cut made before that was worked out."""

    known: bool
    figures: Mapping[Key, Corrected]

    @property
    def added(self) -> list[Corrected]:
        """The figures that only the corrected method has."""
        return [one for one in self.figures.values() if not one.published]

    @property
    def faults(self) -> list[Fault]:
        """Every marked fault that can explain one of them, in the order of the rules."""
        named = {fault.key for one in self.figures.values() for fault in one.faults}
        return [fault for key, fault in faults().items() if key in named]

    def of(self, figure: Figure) -> Corrected | None:
        """What the corrected method says of a figure, where it says something else."""
        return self.figures.get(key_of(figure.file, figure.measure, figure.says))


def key_of(file: str, measure: str, says: Mapping[str, str]) -> Key:
    """What a figure is known again by."""
    return (file, measure, tuple(sorted(says.items())))


def changes_of(cut: FigureCut, table: str) -> Changes:
    """What the corrected method changes of one table of a cut."""
    counts = cut.content.get("changed_by_correction")
    if not counts or table not in counts:
        return Changes(known=counts is not None, figures={})
    found = [_corrected(row) for row in lineage_of(cut, f"{table}_changes").iter_rows(named=True)]
    return Changes(known=True, figures={key_of(one.file, one.measure, one.says): one for one in found})


def _corrected(row: Mapping[str, str]) -> Corrected:
    told: dict[str, Any] = dict(row) | {"says": json.loads(row["says"]), "faults": _named(row["faults"])}
    return Corrected(**told)


def _named(keys: str) -> tuple[Fault, ...]:
    """A fault that the data file no longer has is not named."""
    return tuple(faults()[key] for key in keys.split() if key in faults())
