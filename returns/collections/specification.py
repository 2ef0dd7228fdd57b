"""What a file of each other return holds: its fields, lists and rules, from the product's own data files."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from returns.reference import rows_of
from returns.refusals import UnusableInput
from returns.specification import Field, Specification

# Nothing is versioned by release: a layout is the one of its return.
NO_RELEASE = ""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule: what it asks of which fields, where; `other` and `value` are what it is held against."""

    rule_id: str
    severity: str
    asks: str
    fields: tuple[str, ...]
    other: str
    where: str
    value: str
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Collection:
    """One return: the catalogue's keys it is collected for, what a row is, and what is not confirmed of it."""

    key: str
    kinds: tuple[str, ...]
    title: str
    a_row_is: str
    takes_nil: bool
    # The fields that together name a row.
    names_a_row: tuple[str, ...]
    unconfirmed: str
    source: str
    specification: Specification
    # Those lists of which every value is confirmed.
    confirmed_lists: frozenset[str]
    rules: tuple[Rule, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return self.specification.names

    def of_kind(self, *kinds: str) -> tuple[Field, ...]:
        return self.specification.of_kind(*kinds)


@cache
def collections() -> Mapping[str, Collection]:
    """Every other return by its key."""
    return {row["collection"]: _collection(row) for row in rows_of("collections")}


def collection(key: str) -> Collection:
    """One of them. Raises UnusableInput where there is none of that name."""
    if key not in collections():
        raise UnusableInput(f"There is no layout {key}. There are: {', '.join(collections())}.")
    return collections()[key]


def collection_for(kind: str) -> Collection | None:
    """What is collected for a return of the catalogue, such as SAC; nothing for one without a layout."""
    return next((one for one in collections().values() if kind in one.kinds), None)


@cache
def general_rules() -> Mapping[str, Rule]:
    """The rules of how any file is written, by their number."""
    return {rule.rule_id: rule for rule in _rules("any")}


def _collection(row: Mapping[str, str]) -> Collection:
    fields = tuple(_field(each) for each in rows_of("collection_fields") if each["collection"] == row["collection"])
    listed = {field.list_name for field in fields if field.list_name}
    unsure = {each["list"] for each in rows_of("collection_lists") if each["confidence"] != "confirmed"}
    return Collection(
        key=row["collection"],
        kinds=tuple(row["kinds"].split()),
        title=row["title"],
        a_row_is=row["a_row_is"],
        takes_nil=row["takes_nil"] == "yes",
        names_a_row=tuple(row["key"].split(";")),
        unconfirmed=row["unconfirmed"],
        source=row["source"],
        specification=Specification(name=row["collection"], release=NO_RELEASE, fields=fields),
        confirmed_lists=frozenset(listed - unsure),
        rules=_rules(row["collection"]),
    )


def _field(row: Mapping[str, str]) -> Field:
    return Field(
        name=row["field"],
        heading=row["field"],
        module="",
        kind=row["kind"],
        values=values_of(row["list"]) if row["list"] else (),
        list_name=row["list"],
        filled=row["filled"],
        when_filled=row["when_filled"],
        events="",
        confidence=row["confidence"],
        source=row["source"],
    )


@cache
def values_of(list_name: str) -> tuple[str, ...]:
    """The values of a list in their order."""
    found = [(int(row["order"]), row["value"]) for row in rows_of("collection_lists") if row["list"] == list_name]
    return tuple(value for _, value in sorted(found))


def _rules(key: str) -> tuple[Rule, ...]:
    return tuple(
        Rule(
            rule_id=row["rule_id"],
            severity=row["severity"],
            asks=row["asks"],
            fields=tuple(row["field"].split(";")),
            other=row["other"],
            where=row["where"],
            value=row["value"],
            sentence=row["sentence"],
        )
        for row in rows_of("collection_rules")
        if row["collection"] == key
    )
