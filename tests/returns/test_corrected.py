"""What the corrected method changes is told figure by figure, with the marked faults that can explain it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import time_machine
from django.conf import LazySettings
from django.test import Client
from hypothesis import given, settings

from delegation.demo import DemoOrganisations
from delegation.promises import broken_promises
from returns import demo
from returns.cld.reading import read_extract
from returns.compiling import CHANGES
from returns.demo_rows import a_year
from returns.figures.changes import changes
from returns.figures.faults import CONDITIONS, behind, faults, met_by
from returns.figures.tables import TABLES, Workings
from returns.models import Figure, FigureCut, FigureFile, ReturnRound
from returns.rounds.corrected import changes_of
from returns.rounds.signing import compile_return, figure
from tests.returns.computing import YEAR, Table, written
from tests.returns.councils import councils
from tests.returns.test_two_ways import SETTINGS

NOW = datetime(2026, 10, 12, 9, 0, tzinfo=UTC)
FEW = 24


def test_every_fault_turns_on_something_that_is_asked_and_every_question_is_used() -> None:
    assert {one.only_where for one in faults().values()} == {"", *CONDITIONS}
    for one in faults().values():
        assert set(one.tables) <= {"all", *TABLES}
        assert one.published
        assert one.corrected
        assert one.source


@settings(SETTINGS, max_examples=6)
@given(table=councils(most=30))
def test_each_figure_that_changes_has_a_fault_that_can_explain_it(table: Table) -> None:
    each_change_is_explained(table)


@pytest.mark.slow
@settings(SETTINGS, max_examples=300)
@given(table=councils(most=30))
def test_each_change_over_many_councils_has_a_fault_that_can_explain_it(table: Table) -> None:
    each_change_is_explained(table)


def each_change_is_explained(table: Table) -> None:
    with TemporaryDirectory() as folder:
        path = written(table, Path(folder) / "cld.csv")
        rows = read_extract([path], tables=list(TABLES), submitted=YEAR.taken_as_submitted, tell=lambda _sentence: None)
    met = met_by(rows)
    published, corrected = Workings(rows, YEAR), Workings(rows, YEAR, corrected=True)
    for name in TABLES:
        for file in changes(published.files_of(name), corrected.files_of(name))["file"]:
            assert behind(name, file, met), (name, file)


# -- in a round ------------------------------------------------------------------------------------------


@pytest.fixture
def _on_a_day(tmp_path: Path, settings: LazySettings) -> Iterator[None]:
    settings.FILES = tmp_path / "kept"
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture
def held(_on_a_day: None, here: DemoOrganisations) -> ReturnRound:
    return demo.opened(here, date(2026, 9, 30))


def compiled(here: DemoOrganisations, held: ReturnRound, *, unlisted: bool) -> FigureCut:
    """The figures of a few people; of one of them another service says its reason otherwise than any list."""
    rows = a_year(held.period_start, held.period_end, people=FEW)
    one = next(row for row in rows if row["Service Type"].startswith("Long") and not row["Event End Date"])
    if unlisted:
        rows.append(one | {"Event Reference": "S-AGAIN", "Primary Support Reason": "Unlisted"})
        one["Primary Support Reason"] = "Unknown"
    demo.send(here, held, rows, "year.csv")
    return compile_return(by=here.accounts["returns"], round_ref=held.ref, figured=figure(held))


@pytest.mark.django_db
def test_a_cut_keeps_what_the_corrected_method_changes_and_its_page_says_it_beside_each_figure(
    here: DemoOrganisations, held: ReturnRound, client: Client, django_assert_max_num_queries: Any
) -> None:
    cut = compiled(here, held, unlisted=True)
    assert cut.content["changed_by_correction"]["LTS001a"] >= 1
    kept = FigureFile.objects.get(cut=cut, name="LTS001a_changes")
    assert (kept.kind, kept.sha256) == ("changes", cut.content["figures"]["LTS001a_changes"])
    told = changes_of(cut, "LTS001a")
    changed = [(one, other) for one in Figure.objects.filter(cut=cut, table="LTS001a") if (other := told.of(one))]
    assert changed
    for one, other in changed:
        assert (one.value, other.published) == (other.published, one.value) != (other.corrected, other.corrected)
        assert "1" in other.rules.split(", ")
        assert "0.3 (a)" not in other.rules
    client.force_login(here.accounts["returns"])
    with django_assert_max_num_queries(16):
        page = client.get(f"/returns/{held.ref}/cuts/1/?table=LTS001a").content.decode()
    assert "An answer that is not in the list counts as known" in page
    assert page.count('data-label="Corrected"') > len(changed)
    assert "the same" in page
    assert broken_promises(with_register_walk=False) == []


@pytest.mark.django_db
def test_where_the_corrected_method_changes_nothing_the_page_says_so(
    here: DemoOrganisations, held: ReturnRound, client: Client
) -> None:
    cut = compiled(here, held, unlisted=False)
    assert cut.content["changed_by_correction"] == {}
    assert not FigureFile.objects.filter(cut=cut, kind="changes").exists()
    client.force_login(here.accounts["returns"])
    page = client.get(f"/returns/{held.ref}/cuts/1/?table=LTS001a").content.decode()
    assert "changes no figure of LTS001a" in page
    assert "Values that only Release 2 has" in page
    assert cut.content["release_2"]["read"]["Event_Outcome"] > FEW
    assert 'data-label="Corrected"' not in page


def test_the_columns_of_a_kept_change_are_those_its_reader_takes() -> None:
    assert CHANGES == ("file", "says", "measure", "published", "corrected", "faults")
