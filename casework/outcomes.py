"""The outcomes of the eligibility regulations, and what "unable to achieve" means, as data with its letters.

Source: the Care and Support (Eligibility Criteria) Regulations 2015, SI 2015/313, regs 2 and 3.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

DATA = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True)
class Entry:
    """One outcome, or one way of being unable to achieve it, with its letter in the regulations."""

    kind: str
    key: str
    letter: str
    title: str
    source: str


def _read(name: str) -> list[Entry]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return [Entry(**row) for row in csv.DictReader(lines)]


OUTCOMES: Mapping[str, Entry] = MappingProxyType({entry.key: entry for entry in _read("outcomes.csv")})
_LIMBS = _read("unable_limbs.csv")


def outcome_choices() -> list[tuple[str, str]]:
    """Every outcome with its words, the adult's and the carer's."""
    return [(entry.key, entry.title) for entry in OUTCOMES.values()]


def outcomes_of(kind: str) -> tuple[Entry, ...]:
    """The adult's ten outcomes, or the carer's eight."""
    return tuple(entry for entry in OUTCOMES.values() if entry.kind == kind)


def limbs_of(kind: str) -> tuple[Entry, ...]:
    """The four ways an adult is unable to achieve an outcome; a carer has three (none for taking longer)."""
    return tuple(entry for entry in _LIMBS if entry.kind == kind)
