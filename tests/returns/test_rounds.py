"""The rounds of a return: sent by the provider, signed by the council alone, frozen, walked back to the records."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import time_machine
from django.conf import LazySettings
from django.core.management import CommandError, call_command
from django.db import Error, connection, transaction
from django.test import Client
from openpyxl import load_workbook

from casework.models import Person
from delegation.append_only import guards_lifted
from delegation.assurance import assurance_of
from delegation.assuring import hash_of_content
from delegation.authority import NotAuthorised, NotYourRole, OutOfDate, RetainedByTheCouncil, SameHands
from delegation.demo import DemoOrganisations
from delegation.models import Act, Authorisation, Organisation
from delegation.promises import broken_promises, promises
from delegation.refusals import NothingSaid, WrongDates, WrongState
from delegation.services import revoke_authorisation
from returns import demo
from returns.checking import FAULTS, FIELDS
from returns.demo_rows import WRONG, a_year, as_csv, with_faults
from returns.keeping import keep_bytes, path_of
from returns.models import CollectedFile, Figure, FigureCut, ReturnRound, ReturnSignOff, ReturnSubmission
from returns.reports import faults_of
from returns.rounds.reading import figures_of_record, records_behind
from returns.rounds.refusals import FilesChanged, NotAsSigned, NotUsable
from returns.rounds.services import collect_return_file, open_return_round, prepare, set_return_days
from returns.rounds.signing import (
    compile_return,
    figure,
    reopen_return,
    review_return,
    send_return_back,
    sign_return,
    submit_return,
)
from tests.proof.corrupting import _lifts

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 10, 12, 9, 0, tzinfo=UTC)
END = date(2026, 9, 30)
FEW = 24
TABLES = (
    *("collectedfile", "figurecut", "cutfile", "figurefile", "figure"),
    *("returnreview", "returnsignoff", "returnsubmission"),
)


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


def compiled(here: DemoOrganisations, held: ReturnRound) -> FigureCut:
    return compile_return(by=here.accounts["returns"], round_ref=held.ref, figured=figure(held))


def broken() -> set[tuple[str, str]]:
    return {(one.promise.key, one.promise.sentence) for one in broken_promises(with_register_walk=False)}


# -- the whole way ---------------------------------------------------------------------------------------


def test_a_round_goes_from_the_file_to_the_submission(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile, client: Client
) -> None:
    demo.submitted(here, held)
    held.refresh_from_db()
    assert held.state == "submitted"
    acts = Act.objects.filter(subject=held.ref, outcome="exercised").order_by("seq")
    assert list(acts.values_list("verb", flat=True)) == [
        "open_return_round",
        "collect_return_file",
        "compile_return",
        "review_return",
        "sign_return",
        "submit_return",
    ]
    assert held.cut is not None
    assert held.cut.figures.filter(count__gt=0).count() > 20
    assert broken_promises() == []
    client.force_login(here.accounts["returns"])
    one_file, one_cut = f"{held.ref}/files/1", f"{held.ref}/cuts/1"
    pages = ["", "catalogue/", f"{held.ref}/", f"{one_file}/", f"{one_file}/report.csv", f"{one_file}/report.xlsx"]
    pages += [f"{one_file}/sent/", f"{one_cut}/", f"{one_cut}/figures/1/", f"{one_cut}/records/10000002/"]
    pages += [f"{one_cut}/compare/", f"{one_cut}/figures/1/moves/"]
    for address in pages:
        answer = client.get(f"/returns/{address}")
        assert answer.status_code == 200, address
        if answer.streaming:  # closing the answer itself would close the database too
            assert b"".join(answer.streaming_content) == path_of(sent.sha256).read_bytes()
            for close in answer._resource_closers:
                close()


# -- who may ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("username", ["practitioner", "quality"])
def test_only_the_providers_data_officer_or_manager_sends(
    here: DemoOrganisations, held: ReturnRound, tmp_path: Path, username: str
) -> None:
    with pytest.raises(NotYourRole):
        _send_as(here, held, username, tmp_path)
    assert _send_as(here, held, "providermanager", tmp_path).number == 1


def test_a_provider_without_a_live_authorisation_sends_nothing(
    here: DemoOrganisations, held: ReturnRound, tmp_path: Path
) -> None:
    given = Authorisation.objects.get(function="statutory_return_data_collection", organisation=here.northgate)
    revoke_authorisation(by=here.accounts["dass"], authorisation=given, from_day=NOW.date(), because="Data were late.")
    with pytest.raises((NotAuthorised, OutOfDate)):
        _send_as(here, held, "dataofficer", tmp_path)
    assert not (tmp_path / "kept").exists()


def test_a_provider_can_do_nothing_after_the_collection(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile
) -> None:
    by, ref = here.accounts["dataofficer"], held.ref
    for attempt in (
        lambda: compile_return(by=by, round_ref=ref, figured=figure(held)),
        lambda: review_return(by=by, round_ref=ref, remarks="Well."),
        lambda: sign_return(by=by, round_ref=ref, statement="Signed."),
        lambda: submit_return(by=by, round_ref=ref, receipt="1"),
        lambda: reopen_return(by=by, round_ref=ref, because="Again."),
        lambda: set_return_days(by=by, round_ref=ref, due_on=END, cut_off_on=END, because="Later."),
    ):
        with pytest.raises(RetainedByTheCouncil):
            attempt()
    assert Act.objects.filter(subject=ref, outcome="refused").count() == 6


def test_whoever_compiled_or_reviewed_does_not_sign(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile
) -> None:
    compiled(here, held)
    review_return(by=here.accounts["dass"], round_ref=held.ref, remarks="As last year.")
    for username in ("returns", "dass"):
        with pytest.raises(SameHands):
            sign_return(by=here.accounts[username], round_ref=held.ref, statement="Signed.")


def _send_as(here: DemoOrganisations, held: ReturnRound, username: str, folder: Path) -> CollectedFile:
    path = folder / "sent.csv"
    path.write_bytes(as_csv(a_year(held.period_start, held.period_end, people=FEW)))
    prepared = prepare(path, "sent.csv", held=held)
    by = here.accounts[username]
    return collect_return_file(by=by, round_ref=held.ref, organisation=here.northgate, prepared=prepared)


# -- collection ------------------------------------------------------------------------------------------


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
    path = Path(str(path_of(file.sha256)) + ".xlsx")
    path.write_bytes(book.content)
    sheet = load_workbook(path, read_only=True).active
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


# -- figures and lineage ---------------------------------------------------------------------------------


def test_each_figure_opens_into_records_and_each_record_says_where_it_counts(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile
) -> None:
    cut = compiled(here, held)
    behind: dict[int, set[int]] = {}
    for one in Figure.objects.filter(cut=cut, sources__gt=0):
        numbers = records_behind(cut, one)
        assert numbers, one.place
        for number in numbers:
            behind.setdefault(number, set()).add(one.place)
    assert len(behind) > FEW
    for number in sorted(behind)[:6]:
        assert {one.place for one in figures_of_record(cut, number)} == behind[number]


def test_opening_records_is_in_the_register_and_a_restricted_one_stays_closed(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile, client: Client
) -> None:
    compiled(here, held)
    row = a_year(held.period_start, held.period_end, people=1)[0]
    client.force_login(here.accounts["returns"])
    address = f"/returns/{held.ref}/cuts/1/records/10000002/"
    assert row["Postcode"] in client.get(address).content.decode()
    assert Act.objects.filter(outcome="read", subject=f"{held.ref}:10000002").exists()
    Person.objects.create(
        ref="PE-TEST-0001",
        council=here.council,
        provider=here.northgate,
        first_name="Invented",
        last_name="Person0",
        date_of_birth=date(1950, 1, 1),
        nhs_number=row["NHS Number"],
        restricted=True,
        restricted_because="Threats.",
    )
    closed = client.get(address).content.decode()
    assert row["Postcode"] not in closed
    assert "restricted" in closed


def test_a_file_that_tells_of_a_restricted_record_opens_to_those_who_submit_and_not_to_the_auditor(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile, client: Client
) -> None:
    address = f"/returns/{held.ref}/files/1/sent/"
    assert opened(client, here, "auditor", address) == 200
    row = a_year(held.period_start, held.period_end, people=1)[0]
    Person.objects.create(
        ref="PE-TEST-0001",
        council=here.council,
        provider=here.northgate,
        first_name="Invented",
        last_name="Person0",
        date_of_birth=date(1950, 1, 1),
        council_identifier=row["LA Person Unique Identifier"],
        restricted=True,
        restricted_because="Threats.",
    )
    before = Act.objects.filter(outcome="read").count()
    assert opened(client, here, "auditor", address) == 403
    assert Act.objects.filter(outcome="read").count() == before
    for username in ("returns", "dass", "dataofficer"):
        assert opened(client, here, username, address) == 200
    assert opened(client, here, "auditor", f"/returns/{held.ref}/files/1/report.csv") == 200


def opened(client: Client, here: DemoOrganisations, username: str, address: str) -> int:
    client.force_login(here.accounts[username])
    answer = client.get(address)
    if answer.streaming:  # closing the answer itself would close the database too
        for close in answer._resource_closers:
            close()
    return answer.status_code


def test_pages_take_few_queries_however_many_figures_there_are(
    here: DemoOrganisations,
    held: ReturnRound,
    sent: CollectedFile,
    client: Client,
    django_assert_max_num_queries: Any,
) -> None:
    demo.submitted(here, held)
    client.force_login(here.accounts["returns"])
    one_cut = f"/returns/{held.ref}/cuts/1/"
    pages = ["/returns/", f"/returns/{held.ref}/files/1/", one_cut]
    pages += [f"/returns/{held.ref}/"]
    # Comparing with the files reads what they are now; opening people's records writes a line of the register.
    more = {f"{one_cut}compare/": 13, f"{one_cut}compare/?with=now": 13, f"/returns/{held.ref}/disagreements/": 14}
    for address in [*pages, *more]:
        most = more.get(address, 12)
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200


# -- freezing --------------------------------------------------------------------------------------------


def test_a_later_file_changes_nothing_that_is_signed_and_the_page_says_what_it_would_change(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile, client: Client
) -> None:
    demo.submitted(here, held)
    frozen = list(Figure.objects.filter(cut__round=held).order_by("pk").values_list("value", "says"))
    demo.send(here, held, a_year(held.period_start, held.period_end, people=FEW + 9), "later.csv")
    held.refresh_from_db()
    assert held.state == "submitted"
    assert list(Figure.objects.filter(cut__round=held).order_by("pk").values_list("value", "says")) == frozen
    client.force_login(here.accounts["returns"])
    page = client.get(f"/returns/{held.ref}/cuts/1/compare/?with=now").content.decode()
    assert "Figures that differ" in page
    assert "every figure is the same" not in page
    assert broken_promises() == []


def test_a_resubmission_says_why_and_leaves_the_first_as_it_was(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile, client: Client
) -> None:
    demo.submitted(here, held)
    officer = here.accounts["returns"]
    with pytest.raises(NothingSaid):
        reopen_return(by=officer, round_ref=held.ref, because=" ")
    reopen_return(by=officer, round_ref=held.ref, because="Riverside found events it had left out.")
    demo.send(here, held, a_year(held.period_start, held.period_end, people=FEW + 9), "later.csv")
    demo.submitted(here, held)
    first, second = ReturnSubmission.objects.filter(round=held).order_by("number")
    assert (first.reason, second.reason) == ("", "Riverside found events it had left out.")
    assert first.sign_off.cut.sha256 != second.sign_off.cut.sha256
    client.force_login(officer)
    page = client.get(f"/returns/{held.ref}/cuts/2/compare/").content.decode()
    assert "The cut before" in page
    assert "every figure is the same" not in page
    assert broken_promises() == []


def test_a_file_that_comes_while_figures_are_computed_is_not_left_out(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile
) -> None:
    figured = figure(held)
    demo.send(here, held, a_year(held.period_start, held.period_end, people=FEW + 1), "later.csv")
    with pytest.raises(FilesChanged):
        compile_return(by=here.accounts["returns"], round_ref=held.ref, figured=figured)


def test_what_was_altered_on_the_disk_is_not_signed(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile
) -> None:
    cut = compiled(here, held)
    review_return(by=here.accounts["returns"], round_ref=held.ref, remarks="As last year.")
    path_of(cut.content["figures"]["STS001_rows"]).write_bytes(b"other")
    with pytest.raises(NotAsSigned):
        sign_return(by=here.accounts["dass"], round_ref=held.ref, statement="Signed.")


def test_the_steps_go_in_their_order_only(here: DemoOrganisations, held: ReturnRound, sent: CollectedFile) -> None:
    officer, director, ref = here.accounts["returns"], here.accounts["dass"], held.ref
    for attempt in (
        lambda: review_return(by=officer, round_ref=ref, remarks="Well."),
        lambda: sign_return(by=director, round_ref=ref, statement="Signed."),
        lambda: submit_return(by=officer, round_ref=ref, receipt="1"),
        lambda: reopen_return(by=officer, round_ref=ref, because="Again."),
        lambda: send_return_back(by=officer, round_ref=ref, because="Not yet."),
    ):
        with pytest.raises(WrongState):
            attempt()


def test_the_database_itself_keeps_what_was_sent_signed_and_submitted(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile
) -> None:
    demo.submitted(here, held)
    for table in TABLES:
        for statement in (f"DELETE FROM returns_{table}", f"UPDATE returns_{table} SET id = id"):
            with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)


# -- the calendar ----------------------------------------------------------------------------------------


def test_what_is_late_is_first_in_the_calendar_and_the_director_sees_it(
    here: DemoOrganisations, held: ReturnRound, client: Client
) -> None:
    set_return_days(
        by=here.accounts["returns"],
        round_ref=held.ref,
        due_on=date(2026, 10, 9),
        cut_off_on=date(2026, 10, 2),
        because="The centre’s letter.",
    )
    lines = {line.function.key: line for line in assurance_of(here.council).lines}
    assert lines["statutory_return_submission"].overdue.number == 1  # type: ignore[union-attr]
    assert lines["statutory_return_data_collection"].overdue.number >= 1  # type: ignore[union-attr]
    client.force_login(here.accounts["returns"])
    page = client.get("/returns/?year=2026-27").content.decode()
    assert page.index(held.ref) < page.index("Not opened")
    assert ">Late<" in page
    client.force_login(here.accounts["dataofficer"])
    assert held.ref in client.get("/returns/?year=2026-27").content.decode()


def test_the_providers_day_comes_before_the_councils(here: DemoOrganisations, held: ReturnRound) -> None:
    assert held.cut_off_on < held.due_on
    assert not held.dates_are_confirmed
    with pytest.raises(WrongDates):
        set_return_days(
            by=here.accounts["returns"],
            round_ref=held.ref,
            due_on=date(2026, 10, 30),
            cut_off_on=date(2026, 11, 2),
            because="The centre’s letter.",
        )


def test_a_day_that_a_source_confirms_is_said_to_be_confirmed(here: DemoOrganisations) -> None:
    one = open_return_round(
        by=here.accounts["returns"],
        council=here.council,
        kind="DOLS",
        period_start=date(2025, 4, 1),
        period_end=date(2026, 3, 31),
    )
    assert (one.due_on, one.dates_are_confirmed) == (date(2026, 5, 13), True)


def test_the_demonstration_has_one_submitted_one_to_mend_and_one_late(here: DemoOrganisations) -> None:
    demo.load(here)
    demo.load(here)
    states = sorted(ReturnRound.objects.filter(kind__in=["CLD", "SAC"]).values_list("kind", "state"))
    assert states == [("CLD", "collecting")] * 2 + [("CLD", "submitted"), ("SAC", "collecting")]
    faulty = CollectedFile.objects.get(round__state="collecting", round__kind="CLD")
    assert len(faulty.counts_by_rule) >= 25
    assert ReturnRound.objects.get(kind="SAC").due_on < NOW.date()
    signed = FigureCut.objects.get(round__state="submitted")
    assert signed.content["changed_by_correction"]["STS001"] >= 1
    assert broken_promises() == []


def test_the_demonstration_has_a_small_file_of_each_other_return_without_a_fault(here: DemoOrganisations) -> None:
    demo.load(here)
    files = CollectedFile.objects.exclude(round__kind="CLD").select_related("round")
    kinds = {"SAC", "DOLS", "GUARD", "SSDA902", "ASC-FR", "DPA", "ASC-WDS", "ASCS", "SACE"}
    assert {one.round.kind for one in files} == kinds
    assert {(one.faults, one.refused) for one in files} == {(0, 0)}
    compiled = FigureCut.objects.exclude(round__kind="CLD")
    assert sorted(compiled.values_list("round__kind", flat=True)) == ["ASC-FR", "DOLS"]
    assert all(cut.figures.filter(count__gt=0).exists() or cut.round.kind == "ASC-FR" for cut in compiled)


# -- the promises, broken by hand ------------------------------------------------------------------------


BREACHES = (
    ("UPDATE returns_returnsignoff SET sha256 = 'other'", "A signature is under the figures as they were compiled"),
    ("UPDATE returns_figurecut SET sha256 = 'other'", "Every signed return is as it was frozen"),
    ("UPDATE returns_figure SET count = count + 1 WHERE count > 0", "Every figure that counts something"),
    ("UPDATE returns_figure SET value = '77' WHERE place = 1", "The signed figures are those their file prints"),
    (
        "UPDATE returns_figure SET count = count + 1, sources = sources + 1 WHERE count > 0",
        "The lineage of every signed figure, counted again,",
    ),
    ("UPDATE returns_cutfile SET file_id = {elsewhere}", "The files that went into a cut are of its own round"),
    ("UPDATE returns_figurecut SET rows = rows + 1", "A cut has as many rows as its files have accepted ones"),
    ("UPDATE returns_figurefile SET lines = lines + 1", "Where a table divides its people or events"),
    ("UPDATE returns_collectedfile SET sha256 = 'other'", "Every file sent for a return is kept as it was sent"),
    ("UPDATE returns_collectedfile SET refused = refused + 1", "A row of a file is accepted or refused"),
    (
        "UPDATE returns_returnsubmission SET submitted_in_id = (SELECT p.id FROM delegation_post p "
        "JOIN delegation_account a ON a.worker_id = p.worker_id WHERE a.username = 'dataofficer')",
        "A return is compiled, reviewed, signed and submitted in a post of its own council",
    ),
    (
        "UPDATE returns_returnsignoff SET signed_by_id = (SELECT compiled_by_id FROM returns_figurecut LIMIT 1)",
        "Whoever compiled or reviewed the figures of a return did not sign them",
    ),
    (
        "UPDATE returns_returnsubmission SET number = 4, reason = 'x'",
        "A submission rests on a signature under figures of its own round",
    ),
    (
        "UPDATE returns_collectedfile SET organisation_id = (SELECT id FROM delegation_organisation "
        "WHERE key = 'elsewhere')",
        "A file of a round is of its council",
    ),
)


def test_each_promise_finds_what_was_done_past_the_services(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile
) -> None:
    demo.submitted(here, held)
    Organisation.objects.create(key="elsewhere", name="Elsewhere", kind="council")
    other = demo.opened(here, date(2026, 6, 30))
    elsewhere = demo.send(here, other, a_year(other.period_start, other.period_end, people=FEW), "other.csv")
    assert not broken()
    for statement, sentence in BREACHES:
        lifted = transaction.savepoint()
        with connection.cursor() as cursor:
            for lift in _lifts():
                cursor.execute(lift)
        with guards_lifted(connection), connection.cursor() as cursor:
            cursor.execute(statement.format(elsewhere=elsewhere.pk))
        found = broken()
        transaction.savepoint_rollback(lifted)
        assert any(said.startswith(sentence) for _, said in found), sentence
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")


def test_a_line_of_signed_lineage_that_names_no_record_or_one_of_another_file_is_found(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile
) -> None:
    """Whoever alters the lineage also writes its hash anew, in the cut and under the signature."""
    demo.submitted(here, held)
    promised = ("I12", "Every line of signed lineage names records, and each of a file of its cut")
    for record in ("", "990000002"):
        lifted = transaction.savepoint()
        with guards_lifted(connection):
            _lineage_altered(FigureCut.objects.get(), "LTS001a_T1b_persons", record)
        found = broken()
        transaction.savepoint_rollback(lifted)
        assert promised in found, record
        assert not any("as it was frozen" in said or "as they were compiled" in said for _, said in found)
    assert promised not in broken()


def _lineage_altered(cut: FigureCut, name: str, record: str) -> None:
    """The last line of a lineage names this record; every hash above it is that of what now lies there."""
    lines = path_of(cut.content["figures"][name]).read_text(encoding="utf-8").splitlines()
    lines[-1] = f"{lines[-1].rpartition(',')[0]},{record}"
    kept = keep_bytes(("\n".join(lines) + "\n").encode())
    content = cut.content | {"figures": cut.content["figures"] | {name: kept.sha256}}
    cut.files.filter(name=name).update(sha256=kept.sha256)
    FigureCut.objects.filter(pk=cut.pk).update(content=content, sha256=hash_of_content(content))
    ReturnSignOff.objects.filter(cut=cut).update(sha256=hash_of_content(content))


def test_every_promise_of_the_returns_is_broken_by_hand() -> None:
    path = Path(__file__).with_name("cld_events") / "test_choices.py"
    told = Path(__file__).read_text(encoding="utf-8") + path.read_text(encoding="utf-8")
    sentences = [
        one.sentence
        for one in promises()
        if "returns_" in one.sql or (one.walk is not None and one.walk.__module__.startswith("returns."))
    ]
    assert len(sentences) >= 19
    for sentence in sentences:
        assert any(f'"{sentence[:length]}"' in told for length in range(20, len(sentence) + 1)), sentence


def test_a_signature_without_its_figures_or_a_state_without_its_signature_is_found(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile
) -> None:
    compiled(here, held)
    ReturnRound.objects.filter(pk=held.pk).update(state="signed")
    assert any(said.startswith("A round that is said to be signed") for _, said in broken())


def test_a_file_gone_from_the_disk_is_found(here: DemoOrganisations, held: ReturnRound, sent: CollectedFile) -> None:
    demo.submitted(here, held)
    path_of(sent.report_sha256).unlink()
    assert any(said.startswith("Every file sent for a return") for _, said in broken())


def test_every_field_of_the_specification_is_kept_of_an_accepted_row(sent: CollectedFile) -> None:
    rows = pl.read_parquet(path_of(sent.rows_sha256))
    assert rows.columns == ["row", *FIELDS]
    assert rows.height == sent.accepted
