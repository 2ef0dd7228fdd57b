"""The evidence pack: what is in it, what is not, and that its hashes hold."""

import csv
import hashlib
import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from delegation.demo import DemoOrganisations
from delegation.evidence.making import make_evidence_pack
from delegation.evidence.tables import Table, _makers
from delegation.evidence.writing import ROWS_A_PAGE, Written
from delegation.models import Account, Act
from delegation.refusals import NotYourRole, RetainedByTheCouncil, WrongDates
from delegation.register import record_reading

FIRST, LAST = date(2026, 1, 1), date(2026, 1, 31)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_in_february")]


@pytest.fixture
def _in_february(time_machine: object) -> None:
    time_machine.move_to("2026-02-10T09:00:00Z")  # type: ignore[attr-defined]


def made(demo: DemoOrganisations, into: Path, people: str = "minimised", by: str = "auditor") -> Written:
    return make_evidence_pack(
        by=demo.accounts[by], council=demo.council, from_day=FIRST, to_day=LAST, people=people, into=into
    )


def rows(written: Written, name: str) -> list[dict[str, str]]:
    with (written.folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_act_of_the_days_is_in_the_pack_and_none_beside(demo: DemoOrganisations, tmp_path: Path) -> None:
    written = made(demo, tmp_path)
    there = Act.objects.filter(council=demo.council, day__gte=FIRST, day__lte=LAST)
    assert [row["hash"] for row in rows(written, "acts")] == list(there.order_by("seq").values_list("hash", flat=True))
    assert len(rows(written, "functions")) == 51
    assert {row["organisation"] for row in rows(written, "authorisations")} == {
        demo.northgate.name,
        demo.riverside.name,
    }


def test_the_manifest_has_the_hash_of_every_file_and_the_register_has_the_manifests(
    demo: DemoOrganisations, tmp_path: Path
) -> None:
    written = made(demo, tmp_path)
    manifest = (written.folder / "manifest.csv").read_bytes()
    listed = {row["file"]: row["sha256"] for row in rows(written, "manifest")}
    found = {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in written.folder.iterdir()}
    assert listed | {"manifest.csv": written.sha256} == found
    assert hashlib.sha256(manifest).hexdigest() == written.sha256
    line = Act.objects.latest("pk")
    assert (line.verb, line.subject) == ("record_evidence_pack", written.folder.name)
    assert line.detail["manifest_sha256"] == written.sha256


def test_a_pseudonymised_pack_names_nobody_and_the_same_person_the_same_way(
    demo: DemoOrganisations, tmp_path: Path
) -> None:
    named, coded = made(demo, tmp_path), made(demo, tmp_path, "pseudonymised")
    names = {account.worker.name for account in demo.accounts.values() if account.worker}
    assert {row["who"] for row in rows(named, "posts")} <= names
    whole = "".join(each.read_text(encoding="utf-8") for each in coded.folder.glob("*.*"))
    assert [name for name in names if name in whole] == []
    who = {row["who"] for row in rows(coded, "posts")}
    assert len(who) == len({row["who"] for row in rows(named, "posts")})
    assert {row["who"] for row in rows(coded, "acts") if row["who"]} <= who


def test_no_reason_anybody_wrote_is_in_a_pack(demo: DemoOrganisations, tmp_path: Path) -> None:
    written_reasons = {act.reason for act in Act.objects.filter(outcome="exercised") if len(act.reason) > 12}
    for people in ("minimised", "pseudonymised"):
        text = (made(demo, tmp_path, people).folder / "acts.csv").read_text(encoding="utf-8")
        assert [reason for reason in written_reasons if reason in text] == []


def test_a_long_table_is_several_pages_that_lead_to_one_another(
    demo: DemoOrganisations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [(f"={number}",) for number in range(2 * ROWS_A_PAGE + 1)]
    table = Table(name="many", title="Many", says="Many rows.", columns=("number",), rows=lambda: many)
    monkeypatch.setattr("delegation.evidence.tables._makers", [*_makers, lambda asked: table])
    written = made(demo, tmp_path)
    assert sorted(each.name for each in written.folder.glob("many*.html")) == [
        "many-2.html",
        "many-3.html",
        "many.html",
    ]
    assert 'href="many-3.html"' in (written.folder / "many-2.html").read_text(encoding="utf-8")
    assert len(rows(written, "many")) == len(many)
    assert rows(written, "many")[0]["number"] == "'=0"  # no spreadsheet reckons with it


def test_a_provider_gets_no_pack_and_nothing_is_written(demo: DemoOrganisations, tmp_path: Path) -> None:
    with pytest.raises(RetainedByTheCouncil):
        made(demo, tmp_path, by="providermanager")
    with pytest.raises(NotYourRole):
        made(demo, tmp_path, by="verifier")
    assert list(tmp_path.iterdir()) == []
    assert Act.objects.latest("pk").refusal == "NotYourRole"


def test_days_to_come_are_refused(demo: DemoOrganisations, tmp_path: Path) -> None:
    with pytest.raises(WrongDates):
        make_evidence_pack(
            by=demo.accounts["dass"],
            council=demo.council,
            from_day=FIRST,
            to_day=date(2026, 2, 11),
            people="minimised",
            into=tmp_path,
        )
    assert list(tmp_path.iterdir()) == []


def test_more_acts_than_a_page_can_wait_for_are_refused_with_what_to_do(
    demo: DemoOrganisations, tmp_path: Path, time_machine: Any
) -> None:
    time_machine.move_to("2026-01-20T09:00:00Z")
    for subject in ("SP-1", "SP-2"):
        record_reading(by=demo.accounts["dass"], council=demo.council, subject_kind="plan", subject=subject)
    time_machine.move_to("2026-02-10T09:00:00Z")
    with pytest.raises(WrongDates, match="Ask for fewer days"):
        make_evidence_pack(
            by=demo.accounts["dass"],
            council=demo.council,
            from_day=FIRST,
            to_day=LAST,
            people="minimised",
            into=tmp_path,
            most_acts=1,
        )
    assert list(tmp_path.iterdir()) == []


def test_the_button_hands_over_the_same_as_a_zip(demo: DemoOrganisations, people: dict[str, Account]) -> None:
    client = Client()
    client.force_login(people["dass"])
    typed = {"from_day": "2026-01-01", "to_day": "2026-01-31", "people": "minimised"}
    answer = client.post("/assurance/evidence-pack/", typed)
    assert answer.headers["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as whole:  # type: ignore[attr-defined]
        names = {name.partition("/")[2] for name in whole.namelist()}
    assert {"index.html", "acts.csv", "acts.html", "functions.html", "manifest.csv", "style.css"} <= names


def test_the_command_writes_a_folder_and_a_zip(
    demo: DemoOrganisations, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "packs"
    call_command("evidence_pack", "--as=auditor", "--from=2026-01-01", "--to=2026-01-31", f"--out={out}")
    (folder,) = [each for each in out.iterdir() if each.is_dir()]
    assert folder.with_suffix(".zip").exists()
    assert "SHA-256 of the manifest" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("given", "status", "sentence"),
    [
        ({"as": "nobody"}, 2, "Nobody with a live post"),
        ({"as": "verifier"}, 1, "does not exercise this"),
        ({"to": "2026-03-01"}, 1, "cannot be to come"),
        ({"out": "/dev/null/pack"}, 2, "cannot be written to"),
    ],
)
def test_the_command_says_what_is_wrong(
    demo: DemoOrganisations, tmp_path: Path, given: dict[str, str], status: int, sentence: str
) -> None:
    usual = {"as": "auditor", "from": "2026-01-01", "to": "2026-01-31", "out": str(tmp_path)}
    with pytest.raises(CommandError, match=sentence) as told:
        call_command("evidence_pack", *(f"--{name}={value}" for name, value in (usual | given).items()))
    assert told.value.returncode == status
