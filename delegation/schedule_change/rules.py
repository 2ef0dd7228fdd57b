"""The rules of a change of the schedule that need no database: its kinds, its states, and where Cabinet is asked."""

import csv
from pathlib import Path
from types import MappingProxyType

AUTHORISE, REVOKE = "authorise", "revoke"
KINDS = MappingProxyType({AUTHORISE: "Authorise a function", REVOKE: "Take an authorisation back"})

PROPOSED, APPROVED, REFUSED, WITHDRAWN = "proposed", "approved", "refused", "withdrawn"
STATES = MappingProxyType(
    {PROPOSED: "Proposed", APPROVED: "Approved", REFUSED: "Refused by the Director", WITHDRAWN: "Withdrawn"}
)


def _load() -> dict[tuple[str, str], str]:
    """Where the scheme asks Cabinet: the source by kind and power; what is not there is not asked."""
    path = Path(__file__).parent / "data" / "cabinet.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if any(row["asks_cabinet"] not in ("yes", "no") or row["kind"] not in KINDS for row in rows):
        raise ValueError(f"{path.name}: a row says yes or no of a kind of change")
    return {(row["kind"], row["power"]): row["source"] for row in rows if row["asks_cabinet"] == "yes"}


ASKS_CABINET = MappingProxyType(_load())


def why_cabinet(kind: str, power: str) -> str:
    """Why a change asks Cabinet's reference, by its source; empty where it asks none."""
    return ASKS_CABINET.get((kind, power), "")
