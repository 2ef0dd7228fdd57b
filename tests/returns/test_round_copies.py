"""What leaves a round in another shape: the blank file, the published copy, the pictures, a figure over the years."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.conf import LazySettings
from django.test import Client

from delegation.demo import DemoOrganisations
from returns import demo
from returns.demo_rows import a_year
from returns.models import Figure, FigureCut, ReturnRound
from returns.rounds.signing import compile_return, figure
from returns.specification import specification
from tests.returns.rounds.made import END, FEW, NOW

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_day(tmp_path: Path, settings: LazySettings) -> Iterator[None]:
    settings.FILES = tmp_path / "kept"
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture
def held(here: DemoOrganisations) -> ReturnRound:
    held = demo.opened(here, END)
    demo.send(here, held, a_year(held.period_start, held.period_end, people=FEW), "year.csv")
    return held


@pytest.fixture
def cut(here: DemoOrganisations, held: ReturnRound) -> FigureCut:
    return compile_return(by=here.accounts["returns"], round_ref=held.ref, figured=figure(held))


def as_(here: DemoOrganisations, username: str) -> Client:
    client = Client()
    client.force_login(here.accounts[username])
    return client


def test_the_blank_file_is_the_one_its_period_asks(here: DemoOrganisations, held: ReturnRound) -> None:
    answer = as_(here, "dataofficer").get(f"/returns/{held.ref}/blank.csv")
    release = "1" if "release-1" in answer["Content-Disposition"] else "2"
    assert next(csv.reader(io.StringIO(answer.content.decode()))) == list(specification("cld", release).headings)
    assert as_(here, "dataofficer").get(f"/returns/{held.ref}/blank.xlsx").content.startswith(b"PK")
    assert as_(here, "otherpractitioner").get(f"/returns/{held.ref}/blank.csv").status_code == 403


def test_a_published_copy_shows_no_small_number(here: DemoOrganisations, cut: FigureCut) -> None:
    answer = as_(here, "returns").get(f"/returns/{cut.round.ref}/cuts/{cut.number}/tables/STS001/published-copy.csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert "This is not the signed return" in rows[0][0]
    bodies = (block.splitlines()[2:] for block in answer.content.decode("utf-8-sig").split("\r\n\r\n")[1:])
    numbers = {cell for body in bodies for row in csv.reader(body) for cell in row[1:] if cell != "*"}
    assert len(numbers) > 1
    assert all(int(number) % 5 == 0 for number in numbers)
    small = Figure.objects.filter(cut=cut, table="STS001", count__range=(1, 4)).count()
    assert small
    assert sum(row.count("*") for row in rows) >= small
    unknown = as_(here, "returns").get(f"/returns/{cut.round.ref}/cuts/{cut.number}/tables/NONE/published-copy.csv")
    assert unknown.status_code == 404


def test_pictures_say_in_words_and_in_a_table_what_they_show(here: DemoOrganisations, held: ReturnRound) -> None:
    page = as_(here, "dataofficer").get(f"/returns/{held.ref}/files/1/pictures/").content.decode()
    assert "fields are filled in every row that asks for them" in page
    assert "assessments took longer than 12 weeks" in page
    assert page.count('role="img"') == page.count("View as a table") == 3


def test_a_figure_is_shown_over_the_years(here: DemoOrganisations, cut: FigureCut) -> None:
    at = Figure.objects.filter(cut=cut, count__gt=0).earliest("place").place
    address = f"/returns/{cut.round.ref}/cuts/{cut.number}/figures/{at}/"
    page = as_(here, "returns").get(address).content.decode()
    assert f"{address}years/" in page
    years = as_(here, "returns").get(f"{address}years/").content.decode()
    assert f"{cut.round.period_end:%d %b %Y}" in years
    assert as_(here, "practitioner").get(f"{address}years/").status_code == 404
