"""What is measured of a contract, as data: the title, the unit, and whether less or more is better.

The targets are the contract's own and stand in `ContractTarget`; verification computes the figures, because it knows
the plans.
"""

import csv
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

DAYS, PER_CENT = "working days", "per cent"


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One measure of a contract."""

    key: str
    title: str
    unit: str
    better: str
    says: str
    source: str

    def is_met(self, value: Decimal, target: Decimal) -> bool:
        """Whether a figure keeps to its target."""
        return value <= target if self.better == "lower" else value >= target

    def in_words(self, value: Decimal) -> str:
        """A figure with its unit: "4 working days", "12.5%"."""
        number = f"{value:.1f}".removesuffix(".0")
        if self.unit == PER_CENT:
            return f"{number}%"
        return f"{number} working day{'' if number == '1' else 's'}"


def load_measures() -> dict[str, Measure]:
    """The measures in their order; a unit or a direction nobody knows stops the start."""
    path = Path(__file__).parent / "data" / "measures.csv"
    with path.open(encoding="utf-8", newline="") as file:
        found = [Measure(**row) for row in csv.DictReader(file)]
    strange = [one.key for one in found if one.unit not in (DAYS, PER_CENT) or one.better not in ("lower", "higher")]
    if strange:
        raise ValueError(f"{path.name} says a unit or a direction nobody knows, in {strange}")
    return {one.key: one for one in found}


MEASURES = MappingProxyType(load_measures())
