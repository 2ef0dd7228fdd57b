"""The invented people of the demonstration, by the number of the story that tells of them."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

PEOPLE = Path(__file__).parent.parent / "data" / "demo_people.csv"


@dataclass(frozen=True, kw_only=True)
class Character:
    """An invented person, by the number of the story that tells of them."""

    number: int
    first_name: str
    last_name: str
    date_of_birth: date
    gender: str
    postcode: str


def read_characters(path: Path = PEOPLE) -> tuple[Character, ...]:
    """The invented people, in the order of their numbers."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_read(row) for row in csv.DictReader(file))


def _read(row: dict[str, Any]) -> Character:
    typed = {"number": int(row["number"]), "date_of_birth": date.fromisoformat(row["date_of_birth"])}
    return Character(**row | typed)


BY_NUMBER = {character.number: character for character in read_characters()}
