"""The words of the register of AMHPs: states, areas of competence, causes of an end, notices. Models hold rows to them.

Reads delegation/data/amhp_competence.csv once, when the program starts.
Source: SI 2008/1206 regs 5 to 7 and Sch 2.
"""

import csv
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

DATA = Path(__file__).parent.parent / "data" / "amhp_competence.csv"

STATES = MappingProxyType(
    {
        "applied": "Applied",
        "refused": "Refused",
        "in_force": "In force",
        "suspended": "Suspended",
        "ended": "Ended",
    }
)
# Reg 7, and the approval that takes the place of this one.
CAUSES = MappingProxyType(
    {
        "term": "The five years ended",
        "request": "At their own written request",
        "competence": "No longer satisfied of competence",
        "profession": "No longer meets a professional requirement",
        "breach": "A condition of the approval was broken",
        "elsewhere": "Approved by another council",
        "renewed": "Approved anew by this council",
    }
)
NOTICES = MappingProxyType(
    {
        "approved": "Notice of approval",
        "refused": "Notice of refusal",
        "suspended": "Notice of suspension",
        "held": "Notice that the suspension stands",
        "lifted": "Notice that the suspension is lifted",
        "ended": "Notice of end",
    }
)
DUE = MappingProxyType(
    {
        "term": "The five years end",
        "training": "18 hours in an approval year",
        "registration": "The registration runs out",
        "suspension": "Decide on the suspension and give the notice: the registration is live again",
        "competence": "The last day on which the competence assessed may be relied on",
        "course": "The last day on which the course may be relied on",
    }
)
# What is said once the day is past, where that is other.
OVERDUE = MappingProxyType(
    {
        "term": "The five years ended: record the end, which gives the AMHP their notice",
        "registration": "The registration ran out",
        "competence": "The competence was assessed too long ago: assess it again",
        "course": "The course was completed too long ago",
    }
)


@dataclass(frozen=True, kw_only=True)
class Area:
    """One of the five areas of competence of Sch 2."""

    key: str
    title: str
    says: str
    source: str


def load_areas(path: Path = DATA) -> dict[str, Area]:
    """The areas of competence, in the order of Sch 2."""
    with path.open(newline="", encoding="utf-8") as file:
        return {row["key"]: Area(**row) for row in csv.DictReader(file)}


AREAS = MappingProxyType(load_areas())
