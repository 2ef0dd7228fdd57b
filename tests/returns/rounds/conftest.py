"""A round on a day of October, with a file of a year sent to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.conf import LazySettings

from delegation.demo import DemoOrganisations
from returns import demo
from returns.demo_rows import a_year
from returns.models import CollectedFile, ReturnRound
from tests.returns.rounds.made import END, FEW, NOW


@pytest.fixture(autouse=True)
def _on_a_day(tmp_path: Path, settings: LazySettings) -> Iterator[None]:
    settings.FILES = tmp_path / "kept"
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture
def held(here: DemoOrganisations) -> ReturnRound:
    return demo.opened(here, END)


@pytest.fixture
def sent(here: DemoOrganisations, held: ReturnRound) -> CollectedFile:
    return demo.send(here, held, a_year(held.period_start, held.period_end, people=FEW), "year.csv")
