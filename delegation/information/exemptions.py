"""The grounds on which the Act lets a request be refused, as data with the section beside each.

Source: Freedom of Information Act 2000 ss.2, 12, 14 and Part II; s.36 as it stands for a local authority.
"""

import csv
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

DATA = Path(__file__).parent.parent / "data" / "foi_exemptions.csv"


@dataclass(frozen=True, kw_only=True)
class Exemption:
    """A ground of refusal; a qualified one asks the public interest to be weighed (s.2(2)(b))."""

    key: str
    title: str
    kind: str
    source: str

    @property
    def section(self) -> str:
        """The section as it is spoken: "s.43"."""
        return f"s.{self.key[1:]}"

    @property
    def is_qualified(self) -> bool:
        return self.kind == "qualified"

    def __str__(self) -> str:
        return f"{self.section}: {self.title}"


def read_exemptions(path: Path = DATA) -> dict[str, Exemption]:
    """The grounds by their key, in the order of the Act."""
    with path.open(newline="", encoding="utf-8") as file:
        return {row["key"]: Exemption(**row) for row in csv.DictReader(file)}


EXEMPTIONS = MappingProxyType(read_exemptions())


def exemptions_named(keys: str) -> list[Exemption]:
    """The grounds a record names, "s40;s43"."""
    return [EXEMPTIONS[key] for key in keys.split(";") if key in EXEMPTIONS]
