"""What the services made of a person becomes the events of the file, and the command writes it for those who may."""

import csv
from dataclasses import fields
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command

from casework.charging import demo as charging
from casework.models import Charge, SupportPlan
from casework.services.people import link_carer, record_person
from casework.way import WAY
from delegation.demo import DemoOrganisations
from delegation.guarded import ACTS as GUARDED
from delegation.models import Act, Organisation
from returns.cld.checking import check
from returns.cld.events.casework_frames import ACTS, casework_of
from returns.cld.events.compiling import COLUMN_OF
from returns.cld.export import as_file, read_file
from returns.specification import specification
from tests.returns.cld_events.conftest import YEAR, told
from verification.demo import BY_NUMBER, Storyteller, four_lines, person_details
from verification.services.packages import conclude_review, review_plan

WORDS = {"period_start": "2025-04-01", "period_end": "2026-03-31", "la_code": "901", "release": "2"}


def run(out: Path, demo: DemoOrganisations, username: str = "returns", **words: Any) -> str:
    """What the command said."""
    said = StringIO()
    options = WORDS | words
    asked = [f"--{name.replace('_', '-')}={value}" for name, value in options.items() if value]
    call_command(
        "returns_events",
        "cld",
        f"--council={demo.council.key}",
        f"--as={username}",
        f"--out={out}",
        *asked,
        stdout=said,
    )
    return said.getvalue()


def test_a_walked_plan_is_a_request_an_assessment_and_a_service_for_each_funded_line(
    demo: DemoOrganisations, active_plan: str
) -> None:
    file = told(demo)
    assert sorted(file.rows["Event Type"]) == ["Assessment", "Request", "Service", "Service"]
    assert file.rows["LA Person Unique Identifier"].n_unique() == 1
    services = file.rows.filter(file.rows["Event Type"] == "Service")
    assert services["Service Component"].to_list() == ["Home support or domiciliary care", "Day support"]
    assert services["Event End Date"].to_list() == [None, None]
    assert services["Provider CQC Location ID"].null_count() == 0
    assert services["Unit Cost"].to_list() == [21.5, 56.5]


def test_each_row_leads_to_the_person_the_plan_and_the_act_that_made_it(
    demo: DemoOrganisations, active_plan: str
) -> None:
    file = told(demo)
    verbs = dict(Act.objects.filter(council=demo.council).values_list("seq", "verb"))
    made_by = {
        (kind, verbs[line["act"]])
        for kind, line in zip(file.rows["Event Type"], file.lineage.iter_rows(named=True), strict=True)
    }
    assert made_by == {
        ("Request", "record_contact"),
        ("Assessment", "determine_eligibility"),
        ("Service", "start_package"),
    }
    assert file.lineage["plan"].drop_nulls().unique().to_list() == [active_plan]
    assert file.lineage["record"].to_list() == file.rows["Event Reference"].to_list()


def test_a_review_and_a_carers_link_lead_to_their_acts(
    demo: DemoOrganisations, active_plan: str, clock: time_machine.Traveller
) -> None:
    who = demo.accounts["practitioner"]
    carer = record_person(by=who, provider=demo.northgate, details=person_details(BY_NUMBER[2]))
    cared_for = SupportPlan.objects.get(ref=active_plan).person
    link_carer(by=who, carer=carer.ref, cared_for=cared_for.ref, relationship="Daughter", from_day=date(2026, 3, 2))
    review_plan(plan=active_plan, by=who, reason="Unplanned: Carer related")
    clock.move_to(datetime(2026, 3, 9, 9, tzinfo=UTC))
    listed = {"achieved": "Partially Met", "method": "Service user and unpaid carer"}
    conclude_review(plan=active_plan, by=who, outcome="All goes well.", next_review_on=date(2026, 9, 1), **listed)
    file = told(demo)
    acts = {act.seq: act for act in Act.objects.filter(council=demo.council)}
    lines = list(zip(file.rows.iter_rows(named=True), file.lineage.iter_rows(named=True), strict=True))
    (review,) = [(row, line) for row, line in lines if row["Event Type"] == "Review"]
    assert (review[0]["Event Start Date"], review[0]["Event End Date"]) == (date(2026, 3, 2), date(2026, 3, 9))
    assert acts[review[1]["act"]].verb == "conclude_review"
    assert review[0]["Review Reason"] == "Unplanned: Carer related"
    assert review[0]["Review Outcomes Achieved"] == "Partially Met"
    assert review[0]["Method of Review"] == "Service user and unpaid carer"
    (known,) = [(row, line) for row, line in lines if row["Event Type"] is None]
    assert known[0]["Client Type"] == "Unpaid carer known by association"
    assert (known[1]["person"], acts[known[1]["act"]].verb) == (carer.ref, "link_carer")


@pytest.mark.parametrize("release", ["1", "2"])
def test_every_listed_value_is_one_of_the_releases_own_list(
    demo: DemoOrganisations, active_plan: str, release: str
) -> None:
    file = told(demo, release=release)
    for field in specification("cld", release).of_kind("list"):
        assert set(file.rows[field.name].drop_nulls()) <= set(field.values), field.name


@pytest.mark.parametrize("release", ["1", "2"])
def test_the_file_of_the_demonstrations_people_has_no_error_and_no_value_that_is_not_listed(
    demo: DemoOrganisations, active_plan: str, clock: time_machine.Traveller, tmp_path: Path, release: str
) -> None:
    charging.load(demo)
    clock.move_to(datetime(2026, 4, 7, 9, tzinfo=UTC))
    out = tmp_path / "cld.csv"
    run(out, demo, release=release)
    report = check(out, period_start=YEAR.start, period_end=YEAR.end, release=int(release))
    assert report.rows > 5
    assert report.counts_by_severity["error"] == 0
    assert not {"CLD066", "CLD067"} & set(report.counts_by_rule)


@pytest.mark.parametrize("release", ["1", "2"])
def test_the_file_read_back_is_the_rows_that_were_written(
    demo: DemoOrganisations, active_plan: str, release: str
) -> None:
    file = told(demo, release=release)
    assert read_file(as_file(file.rows, release), release).equals(file.rows)


def test_every_field_of_the_specification_is_filled_from_casework_or_named_as_not_held() -> None:
    names = set(specification("cld", "2").names)
    assert set(COLUMN_OF) == names
    assert len(names) == 50


def test_casework_is_read_with_as_many_queries_for_one_plan_as_for_three(
    demo: DemoOrganisations, story: Storyteller, django_assert_num_queries: Any
) -> None:
    for number in (1, 2, 3):
        story.active(BY_NUMBER[number], four_lines())
        with django_assert_num_queries(12):
            casework_of(demo.council, YEAR)


def test_each_charge_the_council_decided_leads_to_its_decision(demo: DemoOrganisations, clock: object) -> None:
    charging.load(demo)
    file = told(demo)
    acts = {act.seq: act.verb for act in Act.objects.filter(council=demo.council)}
    financial = file.rows["Assessment Type"].eq_missing("Financial assessment")
    made_by = [acts[number] for number in file.lineage.filter(financial)["act"]]
    assert made_by == ["decide_charge"] * Charge.objects.filter(decided_at__isnull=False).count()
    assert made_by != []


def test_the_register_is_read_by_the_functions_that_guard_the_acts_of_events() -> None:
    for function, verbs in ACTS.items():
        for verb in verbs:
            assert function == (WAY[verb].function if verb in WAY else GUARDED[verb].function), verb


def test_another_councils_casework_is_not_read(demo: DemoOrganisations, active_plan: str) -> None:
    other = Organisation.objects.create(key="elsewhere", name="Elsewhere", kind=Organisation.Kind.COUNCIL)
    casework = casework_of(other, YEAR)
    assert [getattr(casework, frame.name).height for frame in fields(casework)] == [0] * 12


def test_the_command_writes_the_file_its_lineage_and_one_line_of_the_register(
    demo: DemoOrganisations, active_plan: str, clock: time_machine.Traveller, tmp_path: Path
) -> None:
    clock.move_to(datetime(2026, 4, 7, 9, tzinfo=UTC))
    out, lineage = tmp_path / "cld.csv", tmp_path / "lineage.csv"
    before = Act.objects.count()
    said = run(out, demo, lineage=lineage)
    assert "4 rows" in said
    with out.open(encoding="utf-8", newline="") as lines:
        assert [row["Event Type"] for row in csv.DictReader(lines)] == ["Assessment", "Request", "Service", "Service"]
    with lineage.open(encoding="utf-8", newline="") as lines:
        assert [row["row"] for row in csv.DictReader(lines)] == ["2", "3", "4", "5"]
    assert {file.stat().st_mode & 0o077 for file in (out, lineage)} == {0}
    line = Act.objects.order_by("-seq").first()
    assert Act.objects.count() == before + 1
    assert line is not None
    assert (line.verb, line.function) == ("record_cld_file", "statutory_return_submission")
    assert (line.detail["rows"], line.detail["people"]) == (4, 1)
    assert line.detail["sha256"] in said


def test_support_that_is_to_begin_next_week_is_not_yet_in_a_file_made_today(
    demo: DemoOrganisations, active_plan: str, tmp_path: Path
) -> None:
    assert "2 rows" in run(tmp_path / "cld.csv", demo)


def test_the_figures_count_the_person_in_the_file_made_of_casework(
    demo: DemoOrganisations, active_plan: str, clock: time_machine.Traveller, tmp_path: Path
) -> None:
    clock.move_to(datetime(2026, 4, 7, 9, tzinfo=UTC))
    run(tmp_path / "cld.csv", demo, release="1")
    words = ["LTS001b", "--cld", str(tmp_path / "cld.csv"), "--year", "2025-26", "--out", str(tmp_path / "figures")]
    call_command("returns_figures", *words, stderr=StringIO())
    figures = (tmp_path / "figures" / "LTS001b_T1b.csv").read_text(encoding="utf-8").splitlines()
    counted = "901,Physical Support: Personal care support,Long Term Support: Community,CASSR Managed Personal Budget,1"
    assert figures[1:] == [counted]


@pytest.mark.parametrize("username", ["dataofficer", "practitioner", "verifier"])
def test_who_does_not_submit_returns_for_the_council_gets_no_file(
    demo: DemoOrganisations, active_plan: str, tmp_path: Path, username: str
) -> None:
    with pytest.raises(CommandError) as refusal:
        run(tmp_path / "cld.csv", demo, username)
    assert refusal.value.returncode == 1
    assert list(tmp_path.iterdir()) == []
    assert Act.objects.order_by("-seq")[0].outcome == Act.Outcome.REFUSED


@pytest.mark.parametrize(
    ("words", "told_why"),
    [
        ({"la_code": ""}, "has no ODS code"),
        ({"period_end": "2025-03-31"}, "ends before it starts"),
        ({"username": "nobody"}, "no account"),
        ({"lineage": "/no/such/folder/lineage.csv"}, "no folder"),
    ],
)
def test_a_word_that_cannot_be_used_ends_the_command_with_a_sentence(
    demo: DemoOrganisations, tmp_path: Path, words: dict[str, str], told_why: str
) -> None:
    with pytest.raises(CommandError) as refusal:
        run(tmp_path / "cld.csv", demo, **words)
    assert refusal.value.returncode == 2
    assert told_why in str(refusal.value)
    assert list(tmp_path.iterdir()) == []
