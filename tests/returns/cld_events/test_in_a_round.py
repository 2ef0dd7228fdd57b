"""Our own casework as a file of a round: taken in by the council alone, checked, each row led on to its act."""

from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.conf import LazySettings
from django.core.management import CommandError, call_command
from django.test import Client

from casework.models import Person, SupportPlan
from delegation.authority import RetainedByTheCouncil
from delegation.demo import DemoOrganisations
from delegation.models import Act
from delegation.promises import broken_promises
from returns import demo as rounds
from returns.compiling import record_number
from returns.keeping import path_of
from returns.models import CollectedFile, ReturnRound
from returns.rounds.from_casework import collect_casework, made_of_casework
from returns.rounds.refusals import NotUsable
from returns.rounds.signing import compile_return, figure


@pytest.fixture
def held(
    demo: DemoOrganisations,
    active_plan: str,
    clock: time_machine.Traveller,
    tmp_path: Path,
    settings: LazySettings,
) -> ReturnRound:
    settings.FILES = tmp_path / "kept"
    clock.move_to(datetime(2026, 4, 7, 9, tzinfo=UTC))
    return rounds.opened(demo, date(2026, 3, 31))


def taken(demo: DemoOrganisations, held: ReturnRound, username: str = "returns") -> CollectedFile:
    with made_of_casework(held, la_code="908") as prepared:
        return collect_casework(by=demo.accounts[username], round_ref=held.ref, prepared=prepared)


def test_casework_is_a_file_of_the_council_kept_checked_and_taken_once(
    demo: DemoOrganisations, held: ReturnRound
) -> None:
    file = taken(demo, held)
    assert (file.organisation, file.rows, file.refused, file.to_mend) == (demo.council, 4, 0, 0)
    assert file.is_of_casework
    assert b"Event Type" in path_of(file.sha256).read_bytes()
    before = Act.objects.count()
    assert taken(demo, held) == file
    assert Act.objects.count() == before
    line = Act.objects.get(verb="collect_casework", outcome="exercised")
    assert (line.function, line.subject, line.detail["people"]) == ("statutory_return_submission", held.ref, 1)
    assert broken_promises() == []


@pytest.mark.parametrize("username", ["dataofficer", "providermanager"])
def test_a_provider_never_takes_the_councils_casework(
    demo: DemoOrganisations, held: ReturnRound, username: str
) -> None:
    with pytest.raises(RetainedByTheCouncil):
        taken(demo, held, username)
    assert not CollectedFile.objects.exists()


def test_a_period_without_an_event_is_refused_in_a_sentence(demo: DemoOrganisations, held: ReturnRound) -> None:
    before = rounds.opened(demo, date(2025, 3, 31))
    with pytest.raises(NotUsable, match="no event in the period"):
        taken(demo, before)


def test_a_figure_leads_on_to_the_person_the_plan_and_the_act(
    demo: DemoOrganisations, held: ReturnRound, active_plan: str, client: Client
) -> None:
    client.force_login(demo.accounts["returns"])
    answer = client.post(f"/returns/{held.ref}/casework/", {"la_code": "908"})
    assert answer.status_code == 303
    cut = compile_return(by=demo.accounts["returns"], round_ref=held.ref, figured=figure(held))
    service = f"/returns/{held.ref}/cuts/{cut.number}/records/{record_number(1, 4)}/"
    page = client.get(service).content.decode()
    person = SupportPlan.objects.get(ref=active_plan).person
    started = Act.objects.get(verb="start_package", outcome="exercised")
    assert f"/people/{person.ref}/" in page
    assert f"/plans/{active_plan}/" in page
    assert f"/register/{demo.council.key}/{started.seq}/" in page
    assert Act.objects.filter(outcome="read", subject_kind="return_record").count() == 1
    Person.objects.filter(pk=person.pk).update(restricted=True, restricted_because="Threats.")
    closed = client.get(service).content.decode()
    assert person.ref not in closed
    assert active_plan not in closed


def test_a_restricted_person_without_numbers_stays_closed_in_a_file_of_casework(
    demo: DemoOrganisations, held: ReturnRound, active_plan: str, client: Client
) -> None:
    person = SupportPlan.objects.get(ref=active_plan).person
    Person.objects.filter(pk=person.pk).update(nhs_number="", council_identifier="")
    taken(demo, held)
    compile_return(by=demo.accounts["returns"], round_ref=held.ref, figured=figure(held))
    Person.objects.filter(pk=person.pk).update(restricted=True, restricted_because="Threats.")
    client.force_login(demo.accounts["returns"])
    page = client.get(f"/returns/{held.ref}/cuts/1/records/{record_number(1, 4)}/").content.decode()
    assert person.ref not in page
    assert "restricted" in page


def test_the_command_takes_it_in_by_the_same_service(demo: DemoOrganisations, held: ReturnRound) -> None:
    said = StringIO()
    call_command("returns_events", "cld", "--round", held.ref, "--as", "returns", "--la-code", "908", stdout=said)
    assert "4 rows accepted" in said.getvalue()
    for words, status in (
        (["--round", held.ref, "--as", "dataofficer", "--la-code", "908"], 1),
        (["--round", "RR-0000-0000", "--as", "returns"], 2),
        (["--as", "returns"], 2),
    ):
        with pytest.raises(CommandError) as refused:
            call_command("returns_events", "cld", *words)
        assert refused.value.returncode == status
