"""The rounds of a return: sent by the provider, signed by the council alone, frozen, walked back to the records."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine
from django.conf import LazySettings
from django.test import Client

from delegation.demo import DemoOrganisations, load_demo_organisations
from delegation.models import Act
from delegation.promises import broken_promises
from returns import demo
from returns.demo_rows import a_year
from returns.models import CollectedFile, ReturnRound

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 10, 12, 9, 0, tzinfo=UTC)
END = date(2026, 9, 30)


@pytest.fixture(autouse=True)
def _on_a_day(tmp_path: Path, settings: LazySettings) -> Iterator[None]:
    settings.FILES = tmp_path / "kept"
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture
def here() -> DemoOrganisations:
    return load_demo_organisations()


@pytest.fixture
def held(here: DemoOrganisations) -> ReturnRound:
    return demo.opened(here, END)


@pytest.fixture
def sent(here: DemoOrganisations, held: ReturnRound) -> CollectedFile:
    return demo.send(here, held, a_year(held.period_start, held.period_end, people=30), "year.csv")


def test_a_round_goes_from_the_file_to_the_submission(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile, client: Client
) -> None:
    demo.submitted(here, held)
    held.refresh_from_db()
    assert held.state == "submitted"
    verbs = list(
        Act.objects.filter(subject=held.ref, outcome="exercised").order_by("seq").values_list("verb", flat=True)
    )
    assert verbs == [
        "open_return_round",
        "collect_return_file",
        "compile_return",
        "review_return",
        "sign_return",
        "submit_return",
    ]
    assert held.cut.figures.filter(count__gt=0).count() > 20
    assert broken_promises() == []
    client.force_login(here.accounts["returns"])
    one_file, one_cut = f"{held.ref}/files/1", f"{held.ref}/cuts/1"
    pages = ["", "catalogue/", f"{held.ref}/", f"{one_file}/", f"{one_file}/report.csv", f"{one_file}/report.xlsx"]
    pages += [f"{one_file}/sent/", f"{one_cut}/", f"{one_cut}/figures/1/", f"{one_cut}/records/10000002/"]
    for address in pages:
        answer = client.get(f"/returns/{address}")
        assert answer.status_code == 200, address
        answer.close()
