"""The file of a return made out of our own registers: what it says, who may make it, that it passes its own check."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone

from casework.dols import demo as dols
from casework.guardianship import demo as guardianships
from delegation.amhp import demo as amhp
from delegation.demo import DemoOrganisations
from delegation.models import Act, Organisation
from delegation.refusals import Refused
from returns.collections.checking import check
from returns.collections.counting import Period
from returns.collections.making import Made, make_register_file
from returns.collections.register_rows import REGISTERS
from returns.collections.specification import collection
from tests import scenarios
from tests.casework.concerns import accepted, asked, caused, closed, decided, found, raised
from tests.returns.others.rows import cell, figures

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
YEAR = Period(start=date(2025, 4, 1), end=date(2026, 3, 31))


@pytest.fixture(autouse=True)
def _on_a_day() -> Iterator[None]:
    with time_machine.travel(NOW, tick=True):
        yield


def made(here: DemoOrganisations, key: str, by: str = "returns") -> Made:
    account, held = here.accounts[by], collection(key)
    return make_register_file(by=account, council=here.council, collection=held, period=YEAR, la_code="901")


def faults_of(file: Made, folder: Path) -> list[tuple[Any, ...]]:
    path = folder / "made.csv"
    path.write_bytes(file.file)
    report = check(collection(file.collection), path, period_start=YEAR.start, period_end=YEAR.end)
    return report.faults.filter(pl.col("severity") == "error").rows()


def a_closed_concern(here: DemoOrganisations) -> str:
    concern = raised(here)
    decided(here, concern)
    enquiry = caused(here, concern)
    asked(here, concern)
    found(here, enquiry)
    accepted(here, concern)
    closed(here, concern)
    return concern.ref


def test_a_concern_with_its_enquiry_is_a_row(demo: DemoOrganisations, tmp_path: Path) -> None:
    ref = a_closed_concern(demo)
    screened = raised(demo)
    decided(demo, screened, has_needs=False, decision="screen_out", advice="Ring the helpline.")
    file = made(demo, "sac")
    assert faults_of(file, tmp_path) == []
    said = {one.record: one.says for one in file.rows}
    assert said[ref]["Enquiry"] == "Section 42"
    assert said[ref]["Date enquiry concluded"] == "2026-03-12"
    assert said[ref]["Risk outcome"] == "Risk reduced"
    assert said[ref]["Desired outcomes achieved"] == "Partially achieved"
    assert said[screened.ref]["Enquiry"] == "No enquiry"
    files = figures("sac", [one.says for one in file.rows])
    assert dict(files["SAC_SG1_cases"].iter_rows())["Section 42 enquiry concluded"] == 1
    assert files["ASCOF_4B"]["Numerator"].item() == 1


def test_applications_are_rows_as_they_stand(demo: DemoOrganisations, tmp_path: Path) -> None:
    doctor, best = dols.assessors(demo)
    stories: dict[str, Callable[[str], None]] = {
        "Granted": lambda ref: dols.granted(demo, ref, doctor, best),
        "Not granted": lambda ref: dols.refused(demo, ref, doctor, best),
        "Not yet signed off": lambda ref: dols.select(demo, ref, doctor, best),
    }
    refs = {}
    for status, story in stories.items():
        ref = dols.received(demo, scenarios.a_person(demo), timezone.localdate() - timedelta(days=9), is_urgent=False)
        story(ref)
        refs[status] = ref
    file = made(demo, "dols")
    assert faults_of(file, tmp_path) == []
    said = {one.record: one.says for one in file.rows}
    assert {status: said[ref]["Application status"] for status, ref in refs.items()} == {one: one for one in refs}
    granted = said[refs["Granted"]]
    assert {granted[f"{name} requirement"] for name in ("Age", "Best interests")} == {"1"}
    assert said[refs["Not yet signed off"]]["Age requirement"] == "0"
    assert "2" in {text for name, text in said[refs["Not granted"]].items() if name.endswith("requirement")}


def test_guardianships_that_were_in_force_are_rows(demo: DemoOrganisations, tmp_path: Path) -> None:
    amhp.load(demo)
    running = guardianships.accepted(demo, scenarios.a_person(demo), days_ago=30)
    guardianships.waiting(demo, scenarios.a_person(demo))
    guardianships.by_a_court(demo, scenarios.a_person(demo))
    guardianships.discharged(demo, scenarios.a_person(demo))
    file = made(demo, "guardianship")
    assert faults_of(file, tmp_path) == []
    said = {one.record: one.says for one in file.rows}
    assert len(said) == 3
    assert (said[running]["Section"], said[running]["Guardian"]) == ("7", "The council")
    files = figures("guardianship", [one.says for one in file.rows])
    assert cell(files["GUARD_section"], "There at its end", "37", "All") == 1
    assert cell(files["GUARD_years"], "2025-26", "Ended in the period") == 1


def test_only_the_council_makes_it_and_one_line_says_so(demo: DemoOrganisations) -> None:
    a_closed_concern(demo)
    before = Act.objects.count()
    file = made(demo, "sac")
    line = Act.objects.latest("seq")
    assert Act.objects.count() == before + 1
    assert (line.verb, line.function) == ("record_register_file", "statutory_return_submission")
    assert (line.subject, line.outcome) == (file.reference, "exercised")
    for username in ("dataofficer", "practitioner"):
        with pytest.raises(Refused):
            made(demo, "sac", by=username)


@pytest.mark.parametrize("key", list(REGISTERS))
def test_no_other_councils_records_are_read_and_the_queries_are_flat(
    demo: DemoOrganisations, key: str, django_assert_max_num_queries: Any
) -> None:
    amhp.load(demo)
    for _ in range(3):
        a_closed_concern(demo)
        dols.received(demo, scenarios.a_person(demo), timezone.localdate(), is_urgent=True)
        guardianships.accepted(demo, scenarios.a_person(demo), days_ago=3)
    with django_assert_max_num_queries(4):
        assert len(list(REGISTERS[key](demo.council, YEAR, "901"))) == 3
    for council in Organisation.objects.exclude(pk=demo.council.pk):
        assert list(REGISTERS[key](council, YEAR, "901")) == []


def test_the_command_writes_the_file_or_says_why_not(demo: DemoOrganisations, tmp_path: Path) -> None:
    a_closed_concern(demo)
    out = tmp_path / "sac.csv"
    days = ("--period-start=2025-04-01", "--period-end=2026-03-31", "--la-code=901", f"--out={out}")
    call_command("returns_register", "sac", f"--council={demo.council.key}", "--as=returns", *days)
    assert out.read_text(encoding="utf-8").startswith("Concern reference,Person reference")
    with pytest.raises(CommandError) as refused:
        call_command("returns_register", "sac", f"--council={demo.council.key}", "--as=dataofficer", *days)
    assert refused.value.returncode == 1
    with pytest.raises(CommandError) as unknown:
        call_command("returns_register", "sac", "--council=nowhere", "--as=returns", *days)
    assert unknown.value.returncode == 2
