"""A round of another return goes the way of Client Level Data's: sent, checked, compiled, walked back, signed."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine
from django.conf import LazySettings
from django.test import Client

from casework.models import Person
from delegation.demo import DemoOrganisations
from delegation.promises import broken_promises
from returns.demo import submitted
from returns.models import CollectedFile, Figure, ReturnRound
from returns.refusals import UnusableInput
from returns.rounds.services import collect_return_file, open_return_round, prepare
from returns.rounds.signing import compile_return, figure
from tests.returns.others.rows import WHOLE, Row, row, written

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
KINDS = {
    "SAC": "sac",
    "DOLS": "dols",
    "GUARD": "guardianship",
    "SSDA902": "ssda902",
    "ASC-FR": "asc-fr",
    "DPA": "dpa",
    "ASC-WDS": "asc-wds",
    "ASCS": "ascs",
    "SACE": "sace",
}


@pytest.fixture(autouse=True)
def _on_a_day(tmp_path: Path, settings: LazySettings) -> Iterator[None]:
    settings.FILES = tmp_path / "kept"
    with time_machine.travel(NOW, tick=True):
        yield


def opened(here: DemoOrganisations, kind: str, year: int = 2025) -> ReturnRound:
    return open_return_round(
        by=here.accounts["returns"],
        council=here.council,
        kind=kind,
        period_start=date(year, 4, 1),
        period_end=date(year + 1, 3, 31),
    )


def sent(here: DemoOrganisations, held: ReturnRound, rows: Sequence[Row], folder: Path) -> CollectedFile:
    path = written(KINDS[held.kind], rows, folder / "rows.csv")
    by, organisation = here.accounts["dataofficer"], here.northgate
    return collect_return_file(
        by=by, round_ref=held.ref, organisation=organisation, prepared=prepare(path, "a.csv", held=held)
    )


def the_figure(held: ReturnRound, file: str, measure: str, says: Row) -> Figure:
    """The one figure of the last cut that says this."""
    held.refresh_from_db()
    return next(one for one in Figure.objects.filter(cut=held.cut, file=file, measure=measure) if one.says == says)


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_return_with_a_layout_is_collected_compiled_and_submitted(
    here: DemoOrganisations, kind: str, tmp_path: Path
) -> None:
    held = opened(here, kind)
    file = sent(here, held, [WHOLE[KINDS[kind]]], tmp_path)
    assert (file.rows, file.accepted, file.faults) == (1, 1, 0)
    submitted(here, held)
    held.refresh_from_db()
    assert held.state == "submitted"
    assert held.cut.content["method"] == "layout"
    assert broken_promises() == []


def test_the_figures_open_into_the_rows_and_a_row_says_where_it_counts(
    here: DemoOrganisations, client: Client, tmp_path: Path
) -> None:
    held = opened(here, "SAC")
    sent(here, held, [row("sac"), row("sac", Concern_reference="C2", Enquiry="Perhaps")], tmp_path)
    compile_return(by=here.accounts["returns"], round_ref=held.ref, figured=figure(held))
    held.refresh_from_db()
    found = the_figure(held, "SAC_SG1A", "Count", {"Involved": "Concern", "Age band": "85-94"})
    assert (found.value, found.count, found.sources) == ("1", 1, 1)
    client.force_login(here.accounts["returns"])
    cut = f"/returns/{held.ref}/cuts/1"
    page = client.get(f"{cut}/figures/{found.place}/").content.decode()
    assert "/records/10000002/" in page
    assert "Section 42" in page
    record = client.get(f"{cut}/records/10000002/").content.decode()
    assert "SAC_SG2A" in record
    assert "SG5 is not computed" in client.get(f"{cut}/?table=SAC+SG1").content.decode()
    assert "SG5 is not computed" in client.get(f"/returns/{held.ref}/send/").content.decode()


@pytest.mark.parametrize("kind", list(KINDS))
def test_how_full_a_file_is_has_a_picture_and_that_nothing_is_known_of_publishing_is_said(
    here: DemoOrganisations, client: Client, kind: str, tmp_path: Path
) -> None:
    held = opened(here, kind)
    sent(here, held, [WHOLE[KINDS[kind]]], tmp_path)
    compile_return(by=here.accounts["returns"], round_ref=held.ref, figured=figure(held))
    client.force_login(here.accounts["returns"])
    address = f"/returns/{held.ref}/files/1/pictures/"
    assert address in client.get(f"/returns/{held.ref}/files/1/").content.decode()
    page = client.get(address).content.decode()
    assert "fields are filled in every row that asks for them" in page
    assert "days" not in page
    figures = client.get(f"/returns/{held.ref}/cuts/1/").content.decode()
    assert "There is no published copy" in figures
    assert "corrected method" not in figures


def test_the_rows_behind_a_sum_are_shown_too(here: DemoOrganisations, client: Client, tmp_path: Path) -> None:
    held = opened(here, "ASC-FR")
    sent(here, held, [row("asc-fr")], tmp_path)
    compile_return(by=here.accounts["returns"], round_ref=held.ref, figured=figure(held))
    held.refresh_from_db()
    says = {"Part": "FR001", "Age band": "All"}
    found = the_figure(held, "ASCFR_totals", "Net current expenditure", says)
    assert (found.value, found.count, found.sources) == ("300.50", None, None)
    client.force_login(here.accounts["returns"])
    assert "/records/10000002/" in client.get(f"/returns/{held.ref}/cuts/1/figures/{found.place}/").content.decode()
    assert "ASCFR_totals" in client.get(f"/returns/{held.ref}/cuts/1/records/10000002/").content.decode()


def test_a_return_of_nothing_is_taken_where_the_return_takes_one(here: DemoOrganisations, tmp_path: Path) -> None:
    held = opened(here, "GUARD")
    file = sent(here, held, [], tmp_path)
    assert file.rows == 0
    assert any("return of nothing" in warning for warning in file.warnings)
    submitted(here, held)
    held.refresh_from_db()
    assert held.state == "submitted"
    assert set(held.cut.figures.values_list("value", flat=True)) == {"0"}
    assert broken_promises() == []


def test_a_return_of_nothing_is_refused_elsewhere(here: DemoOrganisations, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="headings and no rows"):
        sent(here, opened(here, "SAC"), [], tmp_path)


def test_a_file_of_another_return_is_refused(here: DemoOrganisations, tmp_path: Path) -> None:
    path = written("ascs", [WHOLE["ascs"]], tmp_path / "rows.csv")
    with pytest.raises(UnusableInput, match="another file"):
        prepare(path, "a.csv", held=opened(here, "SAC"))


def test_no_file_is_collected_for_a_return_without_a_layout(here: DemoOrganisations, tmp_path: Path) -> None:
    held = opened(here, "SALT", 2022)
    path = written("ascs", [WHOLE["ascs"]], tmp_path / "rows.csv")
    with pytest.raises(UnusableInput, match="No files are collected for SALT"):
        prepare(path, "a.csv", held=held)


def test_a_file_differs_from_the_last_by_what_names_its_rows(here: DemoOrganisations, tmp_path: Path) -> None:
    held = opened(here, "DOLS")
    sent(here, held, [row("dols"), row("dols", Application_reference="A2")], tmp_path)
    again = sent(here, held, [row("dols", Disability="Other"), row("dols", Application_reference="A3")], tmp_path)
    assert {name: sum(counts.values()) for name, counts in again.changes.items()} == {
        "entered": 1,
        "left": 1,
        "changed": 1,
        "same": 0,
    }


def test_a_file_is_held_against_what_was_signed_last_year(here: DemoOrganisations, tmp_path: Path) -> None:
    last = opened(here, "ASC-WDS", 2024)
    sent(here, last, [row("asc-wds", Staff="20", Worker_records="40")], tmp_path)
    submitted(here, last)
    file = sent(here, opened(here, "ASC-WDS"), [row("asc-wds")], tmp_path)
    assert file.counts_by_rule == {"WDS005": 1}


def test_a_file_of_refused_rows_alone_gives_no_figures(here: DemoOrganisations, tmp_path: Path) -> None:
    held = opened(here, "SAC")
    file = sent(here, held, [row("sac", Enquiry="")], tmp_path)
    assert (file.accepted, file.refused) == (0, 1)
    with pytest.raises(UnusableInput, match="No accepted row"):
        figure(held)


@pytest.mark.parametrize("known_by", ["ref", "council_identifier"])
def test_a_record_of_a_restricted_person_stays_closed(
    here: DemoOrganisations, client: Client, tmp_path: Path, known_by: str
) -> None:
    held = opened(here, "DOLS")
    sent(here, held, [row("dols", Person_reference="PE-TEST-0001")], tmp_path)
    compile_return(by=here.accounts["returns"], round_ref=held.ref, figured=figure(held))
    client.force_login(here.accounts["returns"])
    address = f"/returns/{held.ref}/cuts/1/records/10000002/"
    assert "Dementia" in client.get(address).content.decode()
    Person.objects.create(
        **{"ref": "PE-TEST-0002", known_by: "PE-TEST-0001"},
        council=here.council,
        provider=here.northgate,
        first_name="Invented",
        last_name="Person",
        date_of_birth=date(1940, 5, 1),
        restricted=True,
        restricted_because="Threats.",
    )
    closed = client.get(address).content.decode()
    assert "Dementia" not in closed
    assert "restricted" in closed


def test_a_later_file_changes_nothing_signed_and_the_page_says_what_it_would(
    here: DemoOrganisations, client: Client, tmp_path: Path
) -> None:
    held = opened(here, "SSDA902")
    sent(here, held, [row("ssda902")], tmp_path)
    submitted(here, held)
    sent(here, held, [row("ssda902"), row("ssda902", Person_reference="P2")], tmp_path)
    held.refresh_from_db()
    assert the_figure(held, "SSDA902_new", "Count", {"Register": "All", "Age band": "All"}).value == "1"
    assert broken_promises() == []
    client.force_login(here.accounts["returns"])
    page = client.get(f"/returns/{held.ref}/cuts/1/compare/?with=now").content.decode()
    assert "SSDA902_new" in page
    assert client.get(f"/returns/{held.ref}/cuts/1/figures/1/moves/?with=now").status_code == 200


@pytest.mark.parametrize("kind", ["SAC", "CLD", "SALT"])
def test_the_blank_file_is_offered_where_a_file_is_collected(
    here: DemoOrganisations, client: Client, kind: str
) -> None:
    held = opened(here, kind, 2022)
    client.force_login(here.accounts["dataofficer"])
    answers = {ending: client.get(f"/returns/{held.ref}/blank.{ending}") for ending in ("csv", "xlsx")}
    expected = 404 if kind == "SALT" else 200
    assert {answer.status_code for answer in answers.values()} == {expected}
    page = client.get(f"/returns/{held.ref}/send/").content.decode()
    assert ("blank.xlsx" in page) == (kind != "SALT")
