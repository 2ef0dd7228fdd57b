"""The fields, lists and rules of Client Level Data, from the product's own data files."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from returns.reference import rows_of

# DHSC takes what comes from October 2025 as Release 2: the first period is the one that ends the day before.
RELEASE_2_FROM = date(2025, 9, 30)
EVENTS = ("Request", "Assessment", "Service", "Review")


@dataclass(frozen=True)
class Field:
    """One column: `kind` is code, date, free (text), list, number or whole; `used_on` are the kinds of event."""

    name: str
    kind: str
    list_name: str
    used_on: tuple[str, ...]
    is_mandatory: bool


@dataclass(frozen=True)
class ListedValue:
    """One value of a list; `match` says how it is compared: exact, any case, or begins."""

    value: str
    match: str
    is_confirmed: bool


@dataclass(frozen=True)
class Rule:
    """One rule; `checked` says where it shows: in a row, in the file as a whole, or no.

    `refuses` says what a round does with a row that breaks it: no (it is taken, with a fault to mend), row (the row is
    refused), or the columns without which every row of the file is.
    """

    rule_id: str
    severity: str
    checked: str
    refuses: str
    sentence: str

    def refuses_for(self, column: str) -> bool:
        """Whether the rule, broken in a column, refuses what it is broken by."""
        return self.refuses == "row" or column in self.refuses.split(";")


FIELDS = tuple(
    Field(
        name=row["field"],
        kind=row["kind"],
        list_name=row["list"],
        used_on=EVENTS if row["used_on"] == "all" else tuple(row["used_on"].split()),
        is_mandatory=row["status"] == "mandatory",
    )
    for row in rows_of("cld_fields")
)
NAMES = tuple(field.name for field in FIELDS)
RULES: Mapping[str, Rule] = {
    row["rule_id"]: Rule(row["rule_id"], row["severity"], row["checked"], row["refuses"], row["sentence"])
    for row in rows_of("cld_rules")
}


def of_kind(*kinds: str) -> list[str]:
    """The columns of these kinds, in their order."""
    return [field.name for field in FIELDS if field.kind in kinds]


@cache
def values_of(list_name: str, release: int) -> tuple[ListedValue, ...]:
    """The values of a list; none where they were not obtained."""
    return tuple(
        ListedValue(row["value"], row["match"], row["confidence"] == "confirmed")
        for row in rows_of("cld_lists")
        if row["list"] == list_name and row["release"] == str(release)
    )


def release_of(period_end: date) -> int:
    """The release that a period is due in, where nobody says otherwise."""
    return 2 if period_end >= RELEASE_2_FROM else 1


@dataclass(frozen=True)
class Asked:
    """What a file is checked for: a reporting period and a release."""

    period_start: date
    period_end: date
    release: int
