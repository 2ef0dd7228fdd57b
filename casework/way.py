"""The way of a plan as data: which act leads from which state to which, under which function, by whose hands.

Read once from `data/way_of_a_plan.csv` and `data/states_of_a_plan.csv`; a row that cannot be meant stops the
programme at start with a sentence, never later with a surprise.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

DATA = Path(__file__).resolve().parent / "data"
ANY, SAME = "any", "(same)"
BEFORE_A_PLAN = frozenset({"-", "contact", "assessed", "eligible"})
HANDS = ("author", "amender", "quality_assurer", "verifier", "decider", "broker")
SIDES = ("provider", "council")
HOLDERS = ("provider", "council", "none")


class WayIsWrong(Exception):  # noqa: N818 (named for what it tells)
    """The table of the way of a plan says something that cannot be meant."""


@dataclass(frozen=True, kw_only=True)
class State:
    """Where a plan may stand: who holds it there, and whose work it is."""

    key: str
    title: str
    side: str
    owner_role: str
    live: bool
    funded: bool
    waits_for: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Step:
    """One act on a plan: from which states, to which, under which function, by whom and never by whom."""

    act: str
    from_states: frozenset[str]
    to_state: str
    leads: Mapping[str, str]
    function: str
    side: str
    roles: frozenset[str]
    barred_hands: frozenset[str]
    leaves_hand: str
    rule: str
    clock: str
    source: str

    def leads_to(self, state: str) -> str:
        """The state this act leads to from the one given; the same one where the act moves nothing."""
        to = self.leads[state]
        return state if to == SAME else to


def names(cell: str) -> tuple[str, ...]:
    """The entries of a cell that lists several, split at semicolons."""
    return tuple(word.strip() for word in cell.split(";") if word.strip())


def _known(what: str, found: Iterable[str], allowed: Iterable[str], act: str) -> None:
    strange = set(found) - set(allowed)
    if strange:
        raise WayIsWrong(f"{act}: {what} {', '.join(sorted(strange))} is not one the way of a plan knows.")


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def read_states(rows: list[dict[str, str]]) -> dict[str, State]:
    """Every state a plan may stand in, checked: each names a holder's side and an owner."""
    states: dict[str, State] = {}
    for row in rows:
        key = row["state"]
        _known("the side", [row["side"]], HOLDERS, key)
        if key in states or not row["owner_role"] or row["live"] not in ("yes", "no"):
            raise WayIsWrong(f"{key}: a state is named once, has an owner, and is live or not.")
        states[key] = State(
            key=key,
            title=row["title"],
            side=row["side"],
            owner_role=row["owner_role"],
            live=row["live"] == "yes",
            funded=row["funded"] == "yes",
            waits_for=row["waits_for"],
            source=row["source"],
        )
    return states


def read_way(rows: list[dict[str, str]], states: Mapping[str, State]) -> dict[str, Step]:
    """Every act on a plan, checked against the states. An act of several rows differs only in from and to."""
    live = frozenset(key for key, state in states.items() if state.live)
    way: dict[str, Step] = {}
    for row in rows:
        act = row["act"]
        starts = live if row["from_state"] == ANY else frozenset(names(row["from_state"]))
        _known("the state", starts, {*states, *BEFORE_A_PLAN}, act)
        _known("the state", [row["to_state"]], {*states, *BEFORE_A_PLAN, SAME}, act)
        _known("the side", [row["side"]], SIDES, act)
        _known("the hand", names(row["hands_that_may_not"]), HANDS, act)
        _known("the hand", names(row["leaves_hand"]), HANDS, act)
        if not starts or not row["function"] or not row["roles"] or not row["source"]:
            raise WayIsWrong(f"{act}: an act starts somewhere, exercises a function, names who may, and its source.")
        leads = dict.fromkeys(starts, row["to_state"])
        earlier = way.get(act)
        if earlier and set(earlier.leads) & starts:
            raise WayIsWrong(f"{act}: two rows start from the same state.")
        step = Step(
            act=act,
            from_states=starts | (earlier.from_states if earlier else frozenset()),
            to_state=row["to_state"] if not earlier or earlier.to_state == row["to_state"] else "(by state)",
            leads=MappingProxyType({**(earlier.leads if earlier else {}), **leads}),
            function=row["function"],
            side=row["side"],
            roles=frozenset(names(row["roles"])),
            barred_hands=frozenset(names(row["hands_that_may_not"])),
            leaves_hand=row["leaves_hand"],
            rule=row["rule"],
            clock=row["clock"],
            source=row["source"],
        )
        if earlier and (earlier.function, earlier.side, earlier.roles, earlier.barred_hands) != (
            step.function,
            step.side,
            step.roles,
            step.barred_hands,
        ):
            raise WayIsWrong(f"{act}: its rows disagree about the function, the side, the roles or the hands.")
        way[act] = step
    return way


STATES: Mapping[str, State] = MappingProxyType(read_states(_rows("states_of_a_plan.csv")))
WAY: Mapping[str, Step] = MappingProxyType(read_way(_rows("way_of_a_plan.csv"), STATES))
LIVE_STATES = frozenset(key for key, state in STATES.items() if state.live)
FUNDED_STATES = frozenset(key for key, state in STATES.items() if state.funded)


def state_choices() -> list[tuple[str, str]]:
    """The states with their titles, for a field's choices."""
    return [(state.key, state.title) for state in STATES.values()]


def acts_from(state: str) -> list[Step]:
    """What may happen to a plan that stands in this state, in the table's order."""
    return [step for step in WAY.values() if state in step.from_states]
