"""What is sent: kept as it was, told by row and rule, refused in a sentence, held against the last file."""

from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from openpyxl import load_workbook

from delegation.demo import DemoOrganisations
from delegation.models import Act
from returns import demo
from returns.checking import FAULTS, FIELDS
from returns.demo_rows import WRONG, a_year, as_csv, with_faults
from returns.keeping import path_of
from returns.models import CollectedFile, ReturnRound
from returns.reports import faults_of
from returns.rounds.refusals import NotUsable
from returns.rounds.services import collect_return_file, prepare
from tests.returns.rounds.made import FEW

pytestmark = pytest.mark.django_db


def test_a_file_is_kept_exactly_as_it_was_sent_and_only_its_owner_can_read_it(
    held: ReturnRound, sent: CollectedFile
) -> None:
    kept = path_of(sent.sha256)
    assert kept.read_bytes() == as_csv(a_year(held.period_start, held.period_end, people=FEW))
    assert kept.stat().st_mode & 0o077 == 0
    assert kept.parent.stat().st_mode & 0o077 == 0


def test_a_file_sent_twice_changes_nothing(here: DemoOrganisations, held: ReturnRound, sent: CollectedFile) -> None:
    before = Act.objects.count()
    again = demo.send(here, held, a_year(held.period_start, held.period_end, people=FEW), "other-name.csv")
    assert again == sent
    assert (CollectedFile.objects.count(), Act.objects.count()) == (1, before)


def test_refused_rows_are_told_by_row_column_class_rule_and_sentence_and_never_by_value(
    here: DemoOrganisations, held: ReturnRound, client: Client
) -> None:
    rows = with_faults(a_year(held.period_start, held.period_end, people=40))
    rows[-60:] = [row | {"Postcode": ""} for row in rows[-60:]]
    file = demo.send(here, held, rows, "faulty.csv")
    faults = faults_of(path_of(file.report_sha256))
    assert len(file.counts_by_rule) >= 25
    assert file.refused == faults.filter(pl.col("consequence") == "refused")["row"].n_unique() >= 5
    wrong = faults.filter(pl.col("severity") == "error")["row"].n_unique()
    assert file.to_mend == wrong - file.refused >= 60
    assert set(faults.columns) == set(FAULTS)
    client.force_login(here.accounts["dataofficer"])
    told = client.get(f"/returns/{held.ref}/files/1/report.csv").content.decode("utf-8-sig")
    assert told.count("\r\n") + told.count("\n") >= file.faults
    for _, _, text in WRONG:
        assert not text.strip() or len(text) < 5 or text.strip() not in told.replace("NHS Number", "")
    book = client.get(f"/returns/{held.ref}/files/1/report.xlsx")
    sheet = load_workbook(BytesIO(book.content)).active
    assert sheet is not None
    assert sum(1 for _ in sheet.iter_rows()) == file.faults + 1
    first = client.get(f"/returns/{held.ref}/files/1/").content.decode()
    second = client.get(f"/returns/{held.ref}/files/1/?page=2").content.decode()
    assert first.count('data-label="Rule"') == 50
    assert first != second


@pytest.mark.parametrize(
    ("wrong", "rule", "refused"),
    [
        ({"NHS Number": "", "LA Person Unique Identifier": ""}, "CLD007", True),
        ({"NHS Number": "NULL", "LA Person Unique Identifier": "NULL"}, "CLD007", True),
        ({"NHS Number": ""}, "CLD006", False),
        ({"Event Type": ""}, "CLD025", True),
        ({"Event Type": "Visit"}, "CLD025", True),
        ({"Event Start Date": "last May"}, "CSN001", True),
        ({"Event Start Date": ""}, "CLD027", False),
        ({"Reporting Period End Date": "2020-03-31"}, "CLD001", True),
        ({"LA Code": "101"}, "CLD001", True),
        ({"Event Description": "=1+1"}, "CSN002", True),
        ({"Event Description": "Visit\x07"}, "CSN003", True),
        ({"Postcode": ""}, "CLD013", False),
        ({"Event Outcome": ""}, "CLD041", False),
    ],
)
def test_a_row_that_cannot_be_told_is_refused_and_another_error_is_a_fault_to_mend(
    here: DemoOrganisations, held: ReturnRound, wrong: dict[str, str], rule: str, refused: bool
) -> None:
    rows = a_year(held.period_start, held.period_end, people=6)
    file = demo.send(here, held, [rows[0] | wrong, *rows[1:]], "one.csv")
    assert rule in file.counts_by_rule
    assert (file.refused, file.to_mend) == ((1, 0) if refused else (0, 1))
    kept = pl.read_parquet(path_of(file.rows_sha256))
    assert (2 in kept["row"]) != refused
    assert not kept.filter(pl.any_horizontal(pl.col(FIELDS) == "NULL")).height


@pytest.mark.parametrize(("column", "refused"), [("Event Type", True), ("Postcode", False)])
def test_a_column_without_which_nothing_can_be_told_refuses_every_row(
    here: DemoOrganisations, held: ReturnRound, tmp_path: Path, column: str, refused: bool
) -> None:
    rows = a_year(held.period_start, held.period_end, people=6)
    path = tmp_path / "less.csv"
    pl.DataFrame(rows).drop(column).write_csv(path)
    checked = prepare(path, "less.csv", held=held).checked
    assert checked.refused == (len(rows) if refused else 0)


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence_and_nothing_is_kept(
    here: DemoOrganisations, held: ReturnRound, client: Client, tmp_path: Path
) -> None:
    path = tmp_path / "not.csv"
    path.write_bytes(b"PK\x03\x04 this is no table")
    client.force_login(here.accounts["dataofficer"])
    with path.open("rb") as sent:
        typed = {"organisation": here.northgate.pk, "file": sent}
        answer = client.post(f"/returns/{held.ref}/send/", typed)
    assert answer.status_code == 422
    assert "The file" in answer.content.decode()
    assert not CollectedFile.objects.exists()
    assert Act.objects.filter(subject=held.ref, refusal=NotUsable.__name__).exists()


def test_a_partial_file_is_warned_of_and_taken(here: DemoOrganisations, held: ReturnRound, sent: CollectedFile) -> None:
    half = [row for row in a_year(held.period_start, held.period_end, people=8) if row["Event Type"] != "Review"]
    file = demo.send(here, held, half, "half.csv")
    said = " ".join(file.warnings)
    assert "far fewer" in said
    assert "No event falls in" in said
    assert "no event of the type review" in said
    assert file.accepted == len(half)


def test_a_second_file_says_what_entered_left_and_changed(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile
) -> None:
    rows = a_year(held.period_start, held.period_end, people=FEW)
    gone, changed, *rest = rows
    changed = changed | {"Event Outcome": "NFA: Support declined"}
    new = changed | {"Event Reference": "NEW"}
    file = demo.send(here, held, [changed, *rest, new], "second.csv")
    kinds = {"Assessment", "Request", "Review", "Service"}
    told = {name: sum(counts.values()) for name, counts in file.changes.items()}
    assert told == {"entered": 1, "left": 1, "changed": 1, "same": len(rest)}
    assert set(file.changes["same"]) == kinds
    assert (gone["Event Type"], file.changes["left"]) == ("Request", {"Request": 1})


def test_another_providers_file_is_not_found(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile, client: Client, tmp_path: Path
) -> None:
    path = tmp_path / "theirs.csv"
    path.write_bytes(as_csv(a_year(held.period_start, held.period_end, people=5)))
    prepared = prepare(path, "theirs.csv", held=held)
    theirs = collect_return_file(
        by=here.accounts["returns"], round_ref=held.ref, organisation=here.riverside, prepared=prepared
    )
    client.force_login(here.accounts["dataofficer"])
    assert client.get(f"/returns/{held.ref}/files/{sent.number}/").status_code == 200
    for address in ("", "report.csv", "sent/"):
        assert client.get(f"/returns/{held.ref}/files/{theirs.number}/{address}").status_code == 404
    assert "Riverside" not in client.get(f"/returns/{held.ref}/").content.decode()


def test_the_command_sends_by_the_same_service(
    here: DemoOrganisations, held: ReturnRound, tmp_path: Path, capsys: Any
) -> None:
    path = tmp_path / "cld.csv"
    path.write_bytes(as_csv(a_year(held.period_start, held.period_end, people=FEW)))
    call_command("collect_return", str(path), "--round", held.ref, "--as", "dataofficer")
    assert "rows accepted (0 with faults to mend), 0 refused" in capsys.readouterr().out
    with pytest.raises(CommandError) as refused:
        call_command("collect_return", str(path), "--round", held.ref, "--as", "practitioner")
    assert refused.value.returncode == 2
    path.write_bytes(as_csv(with_faults(a_year(held.period_start, held.period_end, people=40))))
    with pytest.raises(CommandError) as faulty:
        call_command("collect_return", str(path), "--round", held.ref, "--as", "dataofficer")
    assert faulty.value.returncode == 1
    assert CollectedFile.objects.count() == 2


def test_every_field_of_the_specification_is_kept_of_an_accepted_row(sent: CollectedFile) -> None:
    rows = pl.read_parquet(path_of(sent.rows_sha256))
    assert rows.columns == ["row", *FIELDS]
    assert rows.height == sent.accepted
