"""No service keeps a text that no database keeps, by whatever argument it comes: a NUL, or half of a character.

SQLite would keep the NUL silently and fail on the other; PostgreSQL fails on both. Each is refused with a sentence.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
import time_machine

from delegation.refusals import RuleBroken
from tests.proof.test_nth_query import SERVICES, Attempt, prepared
from tests.proof.worlds import BEGINS_AT, Restorer, World

pytestmark = pytest.mark.django_db
UNFIT = ("\0", "\ud800")
# That it cannot be kept, that nothing that can be kept was said, or that it is none of a list.
SAYS_SO = {"NotKept", "NothingSaid", "NotOnTheList", "UnknownRecord"}
# What is not kept at all: a password, and what the case at hand does not ask.
NOT_KEPT = {
    "change_own_password": {"new_password"},
    "open_account": {"password"},
    "approve_acting_guardian": {"name", "address"},  # the council acts
    "conclude_dols_review": {"conditions"},  # none are varied
    "propose_schedule_change": {"conditions", "instrument"},  # one is taken back
    "record_partners_answer": {"answer"},  # the partner declined
    "transfer_guardianship_away": {"hospital"},  # it goes to a council
}


@pytest.fixture(autouse=True)
def _on_the_day() -> Iterator[None]:
    with time_machine.travel(BEGINS_AT, tick=False):
        yield


def is_text(value: Any) -> bool:
    """Whether somebody wrote this: words, and not a key, a reference or a number."""
    return isinstance(value, str) and " " in value.strip()


def spoilt(given: dict[str, Any], unfit: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The arguments with one text after another spoilt, also those a level deep in what is told."""
    for name, value in given.items():
        if is_text(value):
            yield name, given | {name: f"{value}{unfit}"}
        elif is_dataclass(value) and not isinstance(value, type):
            for field in fields(value):
                text = getattr(value, field.name)
                if is_text(text):
                    yield f"{name}.{field.name}", given | {name: replace(value, **{field.name: f"{text}{unfit}"})}


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_no_service_keeps_what_no_database_keeps(world: World, restorer: Restorer, name: str) -> None:
    with restorer.one_try():
        attempt = prepared(world, name)
        for unfit in UNFIT:
            for path, given in spoilt(attempt.given, unfit):
                if path.split(".")[0] in NOT_KEPT.get(name, ()):
                    continue
                with pytest.raises(RuleBroken) as refused:
                    Attempt(name, attempt.by, given).do()
                assert refused.value.name in SAYS_SO, (path, refused.value.sentence)
