"""What is due, what is late, and what the demonstration shows of it."""

from datetime import date

import pytest
from django.test import Client

from delegation.assurance import assurance_of
from delegation.demo import DemoOrganisations
from delegation.promises import broken_promises
from delegation.refusals import WrongDates
from returns import demo
from returns.models import CollectedFile, FigureCut, ReturnRound
from returns.rounds.services import open_return_round, set_return_days
from tests.returns.rounds.made import NOW

pytestmark = pytest.mark.django_db


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
