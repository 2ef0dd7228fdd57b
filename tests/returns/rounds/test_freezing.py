"""What is signed stays: a later file, a resubmission, a change on the disk or in the database."""

import pytest
from django.db import Error, connection, transaction
from django.test import Client

from delegation.demo import DemoOrganisations
from delegation.promises import broken_promises
from delegation.refusals import NothingSaid
from returns import demo
from returns.demo_rows import a_year
from returns.keeping import path_of
from returns.models import CollectedFile, Figure, ReturnRound, ReturnSubmission
from returns.rounds.refusals import FilesChanged, NotAsSigned
from returns.rounds.signing import (
    compile_return,
    figure,
    reopen_return,
    review_return,
    sign_return,
)
from tests.returns.rounds.made import FEW, TABLES, compiled

pytestmark = pytest.mark.django_db


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


def test_the_database_itself_keeps_what_was_sent_signed_and_submitted(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile
) -> None:
    demo.submitted(here, held)
    for table in TABLES:
        for statement in (f"DELETE FROM returns_{table}", f"UPDATE returns_{table} SET id = id"):
            with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)
