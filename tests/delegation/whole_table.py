"""Who may exercise which function, written from the law and not from the product: law.csv, and what follows from it.

law.csv has a row for each function: the roles of each side that exercise it, the powers by which a provider may hold it
(none where it is kept), and the register a provider's hand must be on. `answer` says what the guard must answer to a
question, by reading that row alone; it shares nothing with the schedule, the rules or the guard.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import product
from pathlib import Path

COUNCIL_ROLES = (
    "verifier",
    "team_manager",
    "head_of_service",
    "dass",
    "strategic_director",
    "broker",
    "safeguarding_manager",
    "independent_chair",
    "amhp_lead",
    "guardianship_officer",
    "information_officer",
    "returns_officer",
    "auditor",
    "monitoring_officer",
    "administrator",
)
PROVIDER_ROLES = ("practitioner", "quality_assurer", "provider_manager", "data_officer")
# Where a provider stands with all that the law lets it hold.
CONDITIONAL, DELEGATED, NONE, ENDED, BEGINS_LATER, REVOKED = (
    "conditional",
    "delegated",
    "none",
    "ended",
    "begins later",
    "revoked",
)
POSITIONS = (CONDITIONAL, DELEGATED, NONE, ENDED, BEGINS_LATER, REVOKED)
DAYS = ("in date", "before the post", "after the post")
# Pounds a week: nothing asked, within every limit there is, above all but the unlimited.
AMOUNTS = (None, Decimal("100.00"), Decimal("1600.00"))
LIMITS: dict[str, Decimal | None] = {"team_manager": Decimal(500), "head_of_service": Decimal(1500), "dass": None}


@dataclass(frozen=True)
class Law:
    """What the law says of one function."""

    function: str
    council: frozenset[str]
    provider: frozenset[str]
    powers: frozenset[str]
    registration: str


@dataclass(frozen=True)
class Asked:
    """One cell of the table: who asks, standing where, on which side, when, for how much, with which hands."""

    function: str
    role: str
    position: str
    registered: bool
    side: str
    day: str
    weekly: Decimal | None
    clean: bool

    @property
    def of_the_council(self) -> bool:
        return self.role in COUNCIL_ROLES


@cache
def law() -> dict[str, Law]:
    """Each function's row."""
    with (Path(__file__).parent / "law.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["function"]: Law(
                function=row["function"],
                council=frozenset(row["council"].split()),
                provider=frozenset(row["provider"].split()),
                powers=frozenset(row["power"].split()),
                registration=row["registration"],
            )
            for row in csv.DictReader(file)
        }


def askers() -> list[tuple[str, str, bool]]:
    """Every role where it can stand: the council's once, a provider's in each position, registered and not."""
    council = [(role, "", False) for role in COUNCIL_ROLES]
    return council + list(product(PROVIDER_ROLES, POSITIONS, (True, False)))


def cells(function: str) -> Iterator[Asked]:
    """Every question that can be asked of one function."""
    for (role, position, registered), side, day, weekly, clean in product(
        askers(), ("council", "provider"), DAYS, AMOUNTS, (True, False)
    ):
        yield Asked(function, role, position, registered, side, day, weekly, clean)


def answer(asked: Asked) -> str:
    """ "permitted", or the name of the refusal, by the law's row."""
    row = law()[asked.function]
    if asked.day != "in date":
        return "OutOfDate"
    if asked.side == "council":
        if not asked.of_the_council:
            return "RetainedByTheCouncil"
        if row.council and asked.role not in row.council:
            return "NotYourRole"
    else:
        if not row.powers:
            return "RetainedByTheCouncil"
        if asked.of_the_council:
            return "NotYourOrganisation"
        if asked.role not in row.provider:
            return "NotYourRole"
        if asked.position == NONE:
            return "NotAuthorised"
        if asked.position in (ENDED, BEGINS_LATER, REVOKED):
            return "OutOfDate"
        if row.registration and not asked.registered:
            return "NotQualified"
    if not asked.clean:
        return "SameHands"
    return "BeyondLimit" if _is_beyond(asked) else "permitted"


def _is_beyond(asked: Asked) -> bool:
    if asked.weekly is None:
        return False
    if asked.role not in LIMITS:
        return True
    most = LIMITS[asked.role]
    return most is not None and asked.weekly > most
