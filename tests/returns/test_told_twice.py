"""Where two providers' files tell the same event both count, and compiling and the page say how many there are."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine
from django.conf import LazySettings
from django.test import Client

from delegation.demo import DemoOrganisations
from delegation.promises import broken_promises
from returns import demo
from returns.demo_rows import Row, a_year, as_csv
from returns.models import ReturnRound
from returns.rounds.services import collect_return_file, prepare

pytestmark = pytest.mark.django_db
FEW = 12


@pytest.fixture
def held(tmp_path: Path, settings: LazySettings, here: DemoOrganisations) -> Iterator[ReturnRound]:
    settings.FILES = tmp_path / "kept"
    with time_machine.travel(datetime(2026, 10, 12, 9, 0, tzinfo=UTC), tick=True):
        yield demo.opened(here, date(2026, 9, 30))


def also_sent(here: DemoOrganisations, held: ReturnRound, rows: list[Row], folder: Path) -> None:
    """The council sends another provider's file for it."""
    path = folder / "theirs.csv"
    path.write_bytes(as_csv(rows))
    prepared = prepare(path, "theirs.csv", held=held)
    officer = here.accounts["returns"]
    collect_return_file(by=officer, round_ref=held.ref, organisation=here.riverside, prepared=prepared)


def compiled(client: Client, held: ReturnRound) -> str:
    """The page somebody comes to who compiles: what was done is said above the figures."""
    done = client.post(f"/returns/{held.ref}/compile/")
    assert done.status_code == 303
    return client.get(done["Location"]).content.decode()


def test_events_two_providers_tell_are_counted_said_and_kept_with_the_cut(
    here: DemoOrganisations, held: ReturnRound, tmp_path: Path, client: Client
) -> None:
    rows = a_year(held.period_start, held.period_end, people=FEW)
    demo.send(here, held, rows, "ours.csv")
    again = [dict(row) for row in rows if row["Event Type"] == "Request"]
    again[0]["Event Outcome"] = "NFA: Support declined"
    elsewhere = a_year(held.period_start, held.period_end, people=FEW + 2)[-3:]
    also_sent(here, held, again + elsewhere, tmp_path)
    client.force_login(here.accounts["returns"])
    page = compiled(client, held)
    held.refresh_from_db()
    assert held.cut is not None
    assert held.cut.content["told_twice"] == {"events": FEW, "differently": 1}
    assert held.cut.rows == len(rows) + FEW + len(elsewhere)
    assert f"{FEW} events are told by two files and count twice" in page
    assert f"{FEW} events are told by the files of two organisations, 1 of them differently" in page
    assert broken_promises() == []


def test_where_one_provider_sends_or_no_event_is_told_twice_nothing_is_said(
    here: DemoOrganisations, held: ReturnRound, tmp_path: Path, client: Client
) -> None:
    rows = a_year(held.period_start, held.period_end, people=FEW)
    demo.send(here, held, [row for row in rows if row["Event Type"] != "Request"], "ours.csv")
    client.force_login(here.accounts["returns"])
    first = compiled(client, held)
    held.refresh_from_db()
    assert held.cut is not None
    assert "told_twice" not in held.cut.content
    client.post(f"/returns/{held.ref}/back/", {"because": "The other file came."})
    also_sent(here, held, [row for row in rows if row["Event Type"] == "Request"], tmp_path)
    second = compiled(client, held)
    held.refresh_from_db()
    assert held.cut.content["told_twice"] == {"events": 0, "differently": 0}
    assert "two organisations" not in first + second
