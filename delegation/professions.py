"""The professions a registration is in, and which of them may be approved as an AMHP, as the project's own data.

Reads delegation/data/professions.csv once, when the program starts. It stands beside the schedule because models hold
rows to it.
Source: Mental Health Act 1983 s.114(2); SI 2008/1206 Sch 1 as amended.
"""

import csv
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

DATA = Path(__file__).parent / "data" / "professions.csv"


@dataclass(frozen=True, kw_only=True)
class Profession:
    """A profession, its body, what Mental Health Act 1983 s.114 says of it, and whether it is of allied health."""

    key: str
    title: str
    body: str
    may_be_amhp: bool
    is_medical: bool
    is_allied: bool
    source: str


def load_professions(path: Path = DATA) -> dict[str, Profession]:
    """The professions by their key, in the file's order."""
    with path.open(newline="", encoding="utf-8") as file:
        return {row["key"]: _profession(row) for row in csv.DictReader(file)}


def _profession(row: dict[str, str]) -> Profession:
    return Profession(
        key=row["key"],
        title=row["title"],
        body=row["body"],
        may_be_amhp=row["may_be_amhp"] == "yes",
        is_medical=row["is_medical"] == "yes",
        is_allied=row["is_allied"] == "yes",
        source=row["source"],
    )


PROFESSIONS = MappingProxyType(load_professions())
