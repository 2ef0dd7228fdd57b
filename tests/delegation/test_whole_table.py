"""The guard against the whole table: every function, role, side, position, day, amount and pair of hands.

Every run asks one cell in forty and the corners of each function; `run.py test --all` asks all of
them and prints how many there were.
"""

import zlib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from pytest_django.plugin import DjangoDbBlocker

from delegation.authority import Permission, Question, would_permit
from delegation.demo import load_demo_organisations
from delegation.models import Account, Authorisation, FinancialLimit, Organisation, Post, Worker
from delegation.rules import why_kept, why_unlawful
from delegation.schedule import FUNCTIONS
from tests.delegation.registered import register_with
from tests.delegation.whole_table import (
    BEGINS_LATER,
    CONDITIONAL,
    COUNCIL_ROLES,
    DELEGATED,
    ENDED,
    LIMITS,
    NONE,
    POSITIONS,
    REVOKED,
    Asked,
    answer,
    askers,
    cells,
    law,
)

pytestmark = pytest.mark.django_db
POST_BEGINS, POST_ENDS = date(2026, 1, 1), date(2026, 12, 31)
DAY = {"in date": date(2026, 6, 1), "before the post": date(2025, 12, 31), "after the post": date(2027, 1, 1)}
POWER = {"s79": "care_act_s79", "s75": "nhs_act_s75", "activity": "activity"}
ONE_IN = 40


@pytest.fixture(scope="module")
def db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    from tests.permissions.world import undone  # noqa: PLC0415 (only here is the block wanted)

    with django_db_blocker.unblock(), undone():
        yield


@pytest.fixture(scope="module")
def stand(db: None) -> "Stand":
    return Stand()


class Stand:
    """A council and six NHS providers, one in each position, with somebody in every role of each.

    The rows are written past the services, so that no service stands between the guard and what it is asked.
    """

    def __init__(self) -> None:
        self.council = load_demo_organisations().council
        self.by = Account.objects.get(username="dass")
        self.providers = {position: self._provider(position) for position in POSITIONS}
        self.accounts = {each: self._asker(*each) for each in askers()}
        FinancialLimit.objects.all().delete()
        for role, most in LIMITS.items():
            FinancialLimit.objects.create(
                council=self.council,
                role=role,
                weekly=most or Decimal(0),
                whole_life=Decimal(10**6) if most else Decimal(0),
                unlimited=most is None,
                from_day=date(2020, 1, 1),
                set_by=self.by,
            )

    def _provider(self, position: str) -> Organisation:
        provider = Organisation.objects.create(
            key=position.replace(" ", "-"), name=position, kind="provider", council=self.council, is_nhs_body=True
        )
        if position == NONE:
            return provider
        days = {ENDED: (date(2020, 1, 1), date(2025, 6, 1)), BEGINS_LATER: (date(2028, 1, 1), date(2029, 1, 1))}
        from_day, to_day = days.get(position, (date(2020, 1, 1), date(2031, 1, 1)))
        for row in law().values():
            if row.powers:
                Authorisation.objects.create(
                    function=row.function,
                    council=self.council,
                    organisation=provider,
                    to_nhs_body=True,
                    from_day=from_day,
                    to_day=to_day,
                    power=POWER[sorted(row.powers)[-1]],
                    conditions="" if position == DELEGATED and not _asks_conditions(row.function) else "As written.",
                    instrument="Deed",
                    signed_by="The director",
                    signed_on=from_day,
                    recorded_by=self.by,
                    **(_revoked(self.by) if position == REVOKED else {}),
                )
        return provider

    def _asker(self, role: str, position: str, registered: bool) -> Account:
        name = f"{role}-{position}-{registered}".replace(" ", "-")
        worker = Worker.objects.create(name=name)
        organisation = self.providers[position] if position else self.council
        Post.objects.create(worker=worker, organisation=organisation, role=role, from_day=POST_BEGINS, to_day=POST_ENDS)
        if registered:
            register_with(worker, "HCPC", date(2019, 1, 1), self.by)
        return Account.objects.create_user(name[:150], worker=worker)

    def ask(self, asked: Asked) -> str:
        """What the guard answers."""
        row, by = law()[asked.function], self.accounts[asked.role, asked.position, asked.registered]
        said = would_permit(
            Question(
                act="try",
                function=asked.function,
                by=by,
                on=DAY[asked.day],
                council=self.council,
                side=asked.side,
                roles=row.council if asked.side == "council" else row.provider,
                weekly=asked.weekly,
                hands={} if asked.clean else {by.worker_id: "author"},  # type: ignore[dict-item]
            )
        )
        return "permitted" if isinstance(said, Permission) else said.name


def _asks_conditions(function: str) -> bool:
    return FUNCTIONS[function].lawful_position == "conditional"


def _revoked(by: Account) -> dict[str, object]:
    return {
        "revoked_on": date(2026, 3, 1),
        "revoked_by": by,
        "revoked_at": "2026-02-01T09:00:00Z",
        "revoked_because": "Found wanting",
    }


def is_everyday(asked: Asked) -> bool:
    """A share of the table, the same each time; and whoever the law lets, in the plainest case."""
    plain = asked.clean and asked.weekly is None and asked.day == "in date" and asked.position in ("", CONDITIONAL)
    if plain and answer(asked) == "permitted":
        return True
    return zlib.crc32(repr(asked).encode()) % ONE_IN == 0


def test_the_law_and_the_schedule_speak_of_the_same_functions() -> None:
    assert set(law()) == set(FUNCTIONS)
    assert len(law()) == 51


@pytest.mark.parametrize("function", sorted(law()))
def test_the_guard_answers_as_the_law_says(stand: Stand, function: str) -> None:
    asked = [cell for cell in cells(function) if is_everyday(cell)]
    assert [cell for cell in asked if stand.ask(cell) != answer(cell)] == []


@pytest.mark.long
def test_the_guard_answers_the_whole_table(stand: Stand, capsys: pytest.CaptureFixture[str]) -> None:
    told: Counter[str] = Counter()
    for function in law():
        for cell in cells(function):
            said = stand.ask(cell)
            assert said == answer(cell), cell
            told[said] += 1
    with capsys.disabled():
        print(f"\n{told.total():,} questions to the guard, every one answered as the law's table says: {dict(told)}")  # noqa: T201


@pytest.mark.parametrize("function", sorted(law()))
def test_what_may_be_authorised_is_what_the_law_lets_be(function: str) -> None:
    row, first, last = FUNCTIONS[function], date(2016, 1, 1), date(2030, 1, 1)
    for power, key in POWER.items():
        for is_nhs_body in (True, False):
            lawful = why_kept(row) is None and why_unlawful(row, key, is_nhs_body, first, last) is None
            wanted = power in law()[function].powers and (is_nhs_body or power != "s75")
            assert lawful == wanted, (power, is_nhs_body)


def test_a_guard_that_lets_a_provider_do_what_is_kept_is_found(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("delegation.authority.why_kept", lambda function: None)
    kept = [cell for cell in cells("amhp_approval") if cell.side == "provider"]
    assert any(stand.ask(cell) != answer(cell) for cell in kept)


def test_a_guard_that_reads_the_limit_wrongly_is_found(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("delegation.authority._beyond", lambda question, standing, limit: "")
    asked = [cell for cell in cells("plan_verification_and_funding") if cell.role in COUNCIL_ROLES]
    assert any(stand.ask(cell) != answer(cell) for cell in asked)
