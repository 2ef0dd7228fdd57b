"""Where casework and a provider's file disagree, both are shown, the council chooses, and an event counts once."""

import csv
import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine
from django.conf import LazySettings
from django.db import connection, transaction
from django.test import Client

from casework.models import Person, SupportPlan
from delegation.append_only import guards_lifted
from delegation.authority import RetainedByTheCouncil
from delegation.demo import DemoOrganisations
from delegation.models import Act
from delegation.promises import broken_promises
from delegation.refusals import NotFound, NothingSaid
from returns import demo as rounds
from returns.demo_rows import Row
from returns.keeping import path_of
from returns.models import CutChoice, FigureCut, ReturnRound, SourceChoice
from returns.rounds.choosing import choose_source
from returns.rounds.from_casework import collect_casework, made_of_casework
from returns.rounds.matters_shown import Matter, matters_of
from returns.rounds.refusals import FilesChanged, NotAChoice
from returns.rounds.signing import compile_return, figure
from tests.proof.corrupting import _lifts

Change = Callable[[list[Row]], list[Row]]


@pytest.fixture
def held(
    demo: DemoOrganisations,
    active_plan: str,
    clock: time_machine.Traveller,
    tmp_path: Path,
    settings: LazySettings,
) -> ReturnRound:
    """A round with the council's casework of one person: an assessment, a request and two services."""
    settings.FILES = tmp_path / "kept"
    clock.move_to(datetime(2026, 4, 7, 9, tzinfo=UTC))
    held = rounds.opened(demo, date(2026, 3, 31))
    with made_of_casework(held, la_code="908") as prepared:
        collect_casework(by=demo.accounts["returns"], round_ref=held.ref, prepared=prepared)
    return held


def sent(demo: DemoOrganisations, held: ReturnRound, change: Change) -> None:
    """The provider sends the same rows, changed."""
    kept = path_of(held.files.get(number=1).sha256).read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(kept, newline="")))
    for row in rows:
        row["Unit Cost"] = row.pop("Unit cost")
    rounds.send(demo, held, change(rows), "theirs.csv")


def other_outcome(rows: list[Row]) -> list[Row]:
    return [row | ({"Event Outcome": "NFA: Other"} if row["Event Type"] == "Request" else {}) for row in rows]


def matters(demo: DemoOrganisations, held: ReturnRound, username: str = "returns") -> list[Matter]:
    return matters_of(held).shown(demo.accounts[username], 0, 50)


def chosen(demo: DemoOrganisations, held: ReturnRound, which: str, username: str = "returns") -> SourceChoice:
    (matter,) = matters(demo, held)
    by = demo.accounts[username]
    return choose_source(by=by, round_ref=held.ref, matter=matter.sha256, chosen=which, reason="The call is on tape.")


def cut_of(demo: DemoOrganisations, held: ReturnRound) -> FigureCut:
    return compile_return(by=demo.accounts["returns"], round_ref=held.ref, figured=figure(held))


def counted(held: ReturnRound, field: str, kind: str) -> list[str]:
    """What stands in a field of the rows of one kind that count."""
    rows = figure(held).settled.rows
    return [
        row[field] for several in rows.values() for row in several.iter_rows(named=True) if row["Event Type"] == kind
    ]


def test_what_both_tell_the_same_counts_once_and_is_no_disagreement(demo: DemoOrganisations, held: ReturnRound) -> None:
    sent(demo, held, lambda rows: rows)
    assert matters(demo, held) == []
    cut = cut_of(demo, held)
    assert (cut.rows, cut.left_out) == (4, 4)
    assert broken_promises() == []


def test_an_event_they_differ_on_counts_once_as_casework_tells_it_until_the_file_is_chosen(
    demo: DemoOrganisations, held: ReturnRound
) -> None:
    sent(demo, held, other_outcome)
    (matter,) = matters(demo, held)
    ours = counted(held, "Event Outcome", "Request")
    assert matter.sides == (("Event Outcome", ours[0], "NFA: Other"),)
    assert matters_of(held).undecided == 1
    choice = chosen(demo, held, "file")
    assert counted(held, "Event Outcome", "Request") == ["NFA: Other"]
    cut = cut_of(demo, held)
    assert (cut.rows, cut.left_out) == (4, 4)
    used = CutChoice.objects.get(cut=cut)
    assert (used.choice, used.left_out) == (choice, 10_000_003)
    assert broken_promises() == []


def test_an_event_only_the_file_tells_counts_unless_casework_was_chosen(
    demo: DemoOrganisations, held: ReturnRound
) -> None:
    later = {"Event Start Date": "30/03/2026", "Event End Date": "30/03/2026", "Event Reference": "X1"}
    sent(demo, held, lambda rows: [*rows, next(row for row in rows if row["Event Type"] == "Request") | later])
    assert len(counted(held, "Event Type", "Request")) == 2
    chosen(demo, held, "casework")
    assert len(counted(held, "Event Type", "Request")) == 1
    cut_of(demo, held)
    assert broken_promises() == []


def test_a_chosen_detail_of_a_person_is_taken_over_for_compiling_and_what_was_sent_stays(
    demo: DemoOrganisations, held: ReturnRound
) -> None:
    sent(demo, held, lambda rows: [row | {"Postcode": "EX9 2ZZ"} for row in rows])
    chosen(demo, held, "file")
    assert set(counted(held, "Postcode", "Service")) == {"EX9 2ZZ"}
    assert b"EX9 2ZZ" not in path_of(held.files.get(number=1).sha256).read_bytes()
    cut_of(demo, held)
    assert broken_promises() == []


def test_a_choice_stands_when_the_same_is_sent_again_and_falls_when_a_value_changes(
    demo: DemoOrganisations, held: ReturnRound
) -> None:
    sent(demo, held, other_outcome)
    chosen(demo, held, "file")
    sent(demo, held, lambda rows: [row | {"Event Description": "Sent again"} for row in other_outcome(rows)][:3])
    assert matters_of(held).undecided == len(matters(demo, held)) > 0
    sent(demo, held, lambda rows: other_outcome(rows)[:3])
    assert [one.choice is not None for one in matters(demo, held) if one.about == "event"] == [True]


def test_only_the_council_chooses_with_a_reason_and_of_the_two(demo: DemoOrganisations, held: ReturnRound) -> None:
    sent(demo, held, other_outcome)
    with pytest.raises(RetainedByTheCouncil):
        chosen(demo, held, "file", "dataofficer")
    with pytest.raises(NotAChoice):
        chosen(demo, held, "neither")
    (matter,) = matters(demo, held)
    by = demo.accounts["returns"]
    with pytest.raises(NothingSaid):
        choose_source(by=by, round_ref=held.ref, matter=matter.sha256, chosen="file", reason=" ")
    with pytest.raises(NotFound):
        choose_source(by=by, round_ref=held.ref, matter="0" * 64, chosen="file", reason="Because.")
    assert not SourceChoice.objects.exists()
    assert Act.objects.filter(verb="choose_source", outcome="refused").count() == 4


def test_a_choice_made_while_figures_are_computed_is_not_left_out(demo: DemoOrganisations, held: ReturnRound) -> None:
    sent(demo, held, other_outcome)
    figured = figure(held)
    chosen(demo, held, "file")
    with pytest.raises(FilesChanged):
        compile_return(by=demo.accounts["returns"], round_ref=held.ref, figured=figured)


def test_a_closed_record_is_neither_shown_nor_chosen_upon(
    demo: DemoOrganisations, held: ReturnRound, active_plan: str, client: Client
) -> None:
    sent(demo, held, other_outcome)
    (open_to_all,) = matters(demo, held)
    person = SupportPlan.objects.get(ref=active_plan).person
    Person.objects.filter(pk=person.pk).update(restricted=True, restricted_because="Threats.")
    (matter,) = matters(demo, held)
    assert (matter.closed, matter.person, matter.event, matter.sides) == (True, "", "", ())
    client.force_login(demo.accounts["returns"])
    assert "NFA: Other" not in client.get(f"/returns/{held.ref}/disagreements/").content.decode()
    assert client.get(f"/returns/{held.ref}/disagreements/{open_to_all.sha256}/").status_code == 404
    with pytest.raises(NotFound):
        choose_source(
            by=demo.accounts["returns"], round_ref=held.ref, matter=matter.sha256, chosen="file", reason="Because."
        )


def test_the_page_shows_both_sides_and_the_choice_is_made_on_it(
    demo: DemoOrganisations, held: ReturnRound, client: Client
) -> None:
    sent(demo, held, other_outcome)
    client.force_login(demo.accounts["returns"])
    listed = client.get(f"/returns/{held.ref}/disagreements/").content.decode()
    (matter,) = matters(demo, held)
    address = f"/returns/{held.ref}/disagreements/{matter.sha256}/"
    assert address in listed
    page = client.get(address).content.decode()
    assert all(text in listed and text in page for text in matter.sides[0])
    assert client.post(address, {"chosen": "file", "reason": ""}).status_code == 422
    assert client.post(address, {"chosen": "file", "reason": "The call is on tape."}).status_code == 303
    assert "The call is on tape." in client.get(f"/returns/{held.ref}/disagreements/").content.decode()
    assert Act.objects.filter(outcome="read", subject_kind="return_disagreements").count() == 3


BREACHES = (
    (
        "UPDATE returns_sourcechoice SET chosen_in_id = (SELECT p.id FROM delegation_post p "
        "JOIN delegation_account a ON a.worker_id = p.worker_id WHERE a.username = 'dataofficer')",
        "Between our casework and a file the round's own council chooses",
    ),
    ("DELETE FROM returns_cutchoice", "What was chosen last between two files of a cut"),
    ("UPDATE returns_figurecut SET left_out = 0", "A cut has as many rows as its files have accepted ones"),
    ("UPDATE returns_cutchoice SET left_out = {counted}", "No signed figure counts a record that was not chosen"),
)


def test_each_promise_finds_what_was_done_past_the_services(demo: DemoOrganisations, held: ReturnRound) -> None:
    sent(demo, held, other_outcome)
    chosen(demo, held, "file")
    rounds.submitted(demo, held)
    assert broken_promises(with_register_walk=False) == []
    cut = FigureCut.objects.get()
    lineage = path_of(cut.content["figures"]["LTS001b_T1b_persons"]).read_text(encoding="utf-8")
    record = next(row["record_ids"].split()[0] for row in csv.DictReader(io.StringIO(lineage)))
    for statement, sentence in BREACHES:
        lifted = transaction.savepoint()
        with connection.cursor() as cursor:
            for lift in _lifts():
                cursor.execute(lift)
        with guards_lifted(connection), connection.cursor() as cursor:
            cursor.execute(statement.format(counted=record))
        found = {one.promise.sentence for one in broken_promises(with_register_walk=False)}
        transaction.savepoint_rollback(lifted)
        assert any(said.startswith(sentence) for said in found), sentence
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")
