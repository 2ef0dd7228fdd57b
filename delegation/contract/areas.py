"""The nine areas of due diligence and the six disciplines that score them, as data read at start.

The areas and the disciplines are the 2014 plan's; which discipline stands for which area is this product's reading, a
line of data/areas.csv that a council may change.
"""

import csv
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

DISCIPLINES = MappingProxyType(
    {
        "commissioning": "Commissioning",
        "procurement": "Procurement",
        "finance": "Finance",
        "human_resources": "Human resources",
        "legal": "Legal services",
        "safeguarding": "Adult safeguarding",
    }
)
# What a score says. An area stands where each discipline that answers for it gives it at least SUFFICIENT.
SCORES = MappingProxyType({0: "Nothing shown", 1: "Falls short", 2: "Sufficient", 3: "Good", 4: "Excellent"})
SUFFICIENT = 2


@dataclass(frozen=True, kw_only=True)
class Area:
    """One of the nine areas: what is looked at, and the disciplines that score it."""

    key: str
    title: str
    asks: str
    disciplines: tuple[str, ...]
    source: str


def load_areas() -> dict[str, Area]:
    """The areas in their order; a discipline nobody knows stops the start."""
    path = Path(__file__).parent / "data" / "areas.csv"
    with path.open(encoding="utf-8", newline="") as file:
        found = [Area(**row | {"disciplines": tuple(row["disciplines"].split(";"))}) for row in csv.DictReader(file)]
    strange = [area.key for area in found if not set(area.disciplines) <= set(DISCIPLINES)]
    if strange:
        raise ValueError(f"{path.name} names a discipline that is not one of the six, in {strange}")
    return {area.key: area for area in found}


AREAS = MappingProxyType(load_areas())


def areas_of(discipline: str) -> list[Area]:
    """The areas for which a discipline stands."""
    return [area for area in AREAS.values() if discipline in area.disciplines]
