"""The whole way of a round, in its order only, and who may take which step."""

from pathlib import Path

import pytest
from django.test import Client

from delegation.authority import NotAuthorised, NotYourRole, OutOfDate, RetainedByTheCouncil, SameHands
from delegation.demo import DemoOrganisations
from delegation.models import Act, Authorisation
from delegation.promises import broken_promises
from delegation.refusals import WrongState
from delegation.services import revoke_authorisation
from returns import demo
from returns.demo_rows import a_year, as_csv
from returns.keeping import path_of
from returns.models import CollectedFile, ReturnRound
from returns.rounds.services import collect_return_file, prepare, set_return_days
from returns.rounds.signing import (
    compile_return,
    figure,
    reopen_return,
    review_return,
    send_return_back,
    sign_return,
    submit_return,
)
from tests.returns.rounds.made import END, FEW, NOW, compiled

pytestmark = pytest.mark.django_db


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
