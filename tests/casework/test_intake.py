"""Plans from a provider's own system: taken in whole, refused by path, never a traceback."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from casework import services as casework
from casework.intake import read_plans, take_in_file
from casework.json_reading import FileFault
from casework.models import Person, SupportPlan
from delegation.demo import DemoOrganisations
from delegation.models import Act
from delegation.promises import broken_promises
from tests.casework.sent_plans import a_sent_plan

SCHEMA = json.loads((Path(__file__).parents[2] / "casework/data/support-plan.schema.json").read_text())


def raw(value: Any) -> bytes:
    return json.dumps(value).encode()


def test_a_plan_is_taken_in_once_however_often_it_is_sent(here: DemoOrganisations) -> None:
    by = here.accounts["practitioner"]
    first = take_in_file(raw(a_sent_plan()), by=by)
    assert [taken.outcome for taken in first] == ["added"], first
    acts = Act.objects.count()
    again = take_in_file(b"\xef\xbb\xbf" + raw([a_sent_plan()]), by=by)
    assert [(taken.outcome, taken.plan) for taken in again] == [("already here", first[0].plan)]
    assert Act.objects.count() == acts
    plan = SupportPlan.objects.get()
    assert (plan.state, plan.budget_total_weekly) == ("agreed_with_person", plan.lines.get(line_key="L1").weekly_cost)
    assert broken_promises() == []


def test_a_plan_costs_the_same_few_statements_however_many_there_are(
    here: DemoOrganisations, django_assert_max_num_queries: Any
) -> None:
    by = here.accounts["practitioner"]
    take_in_file(raw(a_sent_plan(1)), by=by)
    with django_assert_max_num_queries(5 * 45):
        taken = take_in_file(raw([a_sent_plan(number) for number in range(2, 7)]), by=by)
    assert {one.outcome for one in taken} == {"added"}
    assert Act.objects.filter(outcome="exercised", subject=taken[0].plan).count() == 3
    assert SupportPlan.objects.get(ref=taken[0].plan).history.count() == 3  # type: ignore[attr-defined]


def test_the_same_reference_with_other_content_is_refused(here: DemoOrganisations) -> None:
    by = here.accounts["practitioner"]
    take_in_file(raw(a_sent_plan()), by=by)
    other = a_sent_plan()
    other["plan"]["wellbeing_matters"] = "Other."
    (taken,) = take_in_file(raw(other), by=by)
    assert (taken.outcome, taken.faults[0].path) == ("refused", "$.their_reference")


def test_a_plan_is_taken_in_whole_or_not_at_all_and_its_neighbours_are(here: DemoOrganisations) -> None:
    bad = a_sent_plan(2)
    bad["budget"]["weekly"]["total"] = "151.00"
    bad["budget"]["weekly"]["council_share"] = "121.00"
    taken = take_in_file(raw([a_sent_plan(1), bad, a_sent_plan(3)]), by=here.accounts["practitioner"])
    assert [one.outcome for one in taken] == ["added", "refused", "added"]
    assert taken[1].faults[0].path.startswith("$[1].agreement")
    assert Person.objects.count() == SupportPlan.objects.count() == 2


def test_the_import_asks_the_same_guard(here: DemoOrganisations) -> None:
    for username in ("otherpractitioner", "verifier", "administrator", "dataofficer"):
        (taken,) = take_in_file(raw(a_sent_plan()), by=here.accounts[username])
        assert taken.outcome == "refused", username
    assert not Person.objects.exists()
    assert Act.objects.filter(outcome="refused").count() == 4


def test_the_same_person_is_not_recorded_twice(here: DemoOrganisations) -> None:
    by = here.accounts["practitioner"]
    for number in (1, 2):
        sent = a_sent_plan(number)
        sent["person"] = {**a_sent_plan(1)["person"], "nhs_number": "9434765870"}
        assert take_in_file(raw(sent), by=by)[0].outcome == "added"
    assert Person.objects.count() == 1
    other = a_sent_plan(3)
    other["person"] |= {"nhs_number": "9434765870", "date_of_birth": "1950-01-01"}
    (taken,) = take_in_file(raw(other), by=by)
    assert taken.faults[0].path == "$.person.date_of_birth"


def broken(path: str, value: Any) -> dict[str, Any]:
    plan = a_sent_plan()
    inner: Any = plan
    *way, last = path.split(".")
    for name in way:
        inner = inner[int(name)] if name.isdigit() else inner[name]
    inner[last] = value
    return plan


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("format", "other/2", "$.format"),
        ("person.nhs_number", "1234567890", "$.person.nhs_number"),
        ("person.gender", "M", "$.person.gender"),
        ("person.date_of_birth", "31/12/1940", "$.person.date_of_birth"),
        ("person.last_name", 5, "$.person.last_name"),
        ("person.shoe_size", 5, "$.person.shoe_size"),
        ("person", [], "$.person"),
        ("assessment.outcomes.flying", {"can_achieve": True}, "$.assessment.outcomes[flying]"),
        ("assessment.needs", "none", "$.assessment.needs"),
        ("support.0.need", "N9", "$.support[0].need"),
        ("support.0.quantity", "seven", "$.support[0].quantity"),
        ("support.0.quantity", True, "$.support[0].quantity"),
        ("support.0.unit_cost", "-1.00", "$.support[0].unit_cost"),
        ("support.0.unit_cost", "1e400", "$.support[0].unit_cost"),
        ("support.0.weekly_cost", "150.51", "$.support[0].weekly_cost"),
        ("support.0.planned_weeks", 1.5, "$.support[0].planned_weeks"),
        ("budget.weekly.council_share", "120.49", "$.budget.weekly"),
        ("plan.wellbeing_matters", "a\u0000b", "$.plan.wellbeing_matters"),
        ("plan.wellbeing_matters", "a\ud800b", "$.plan.wellbeing_matters"),
    ],
)
def test_every_fault_is_named_by_its_path(path: str, value: Any, told: str) -> None:
    (plan,) = read_plans(raw(broken(path, value)))
    assert told in [fault.path for fault in plan.faults]
    assert not read_plans(raw(a_sent_plan()))[0].faults


@pytest.mark.parametrize("part", ["person", "assessment", "eligibility", "plan"])
def test_a_part_that_is_missing_or_no_object_is_said_once_and_not_of_its_parts(part: str) -> None:
    missing = {name: value for name, value in a_sent_plan().items() if name != part}
    for sent in (missing, broken(part, "none")):
        (plan,) = read_plans(raw(sent))
        assert [fault.path for fault in plan.faults] == [f"$.{part}"]


def test_a_reference_of_a_restricted_record_is_here_and_its_plan_is_not_named(here: DemoOrganisations) -> None:
    by = here.accounts["practitioner"]
    (added,) = take_in_file(raw(a_sent_plan()), by=by)
    person = Person.objects.get()
    casework.restrict_record(by=here.accounts["head"], person=person.ref, because="Works here.", readers=[])
    for sent in (a_sent_plan(), a_sent_plan(budget=None)):
        (again,) = take_in_file(raw(sent), by=by)
        assert (again.outcome, again.plan) == ("refused", "")
        assert again.sentence == "A plan with this reference is already here."
        assert added.plan not in str(again)
    assert SupportPlan.objects.count() == 1


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not UTF-8"),
        (b"{", "line 1"),
        (b'{"a": 1, "a": 2}', "said twice"),
        (b'{"a": NaN}', "not a number"),
        (b'{"a": ' + b"9" * 5000 + b"}", "more digits"),
        (b"[" * 100_000, "deeper"),
        (b"[" * 50 + b"]" * 50, "deeper"),
        (b'"' + b"x" * 2000 + b'"', "larger"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(file: bytes, said: str) -> None:
    most = 1000 if said == "larger" else 10_000_000
    with pytest.raises(FileFault, match=said):
        read_plans(file, most_bytes=most)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*a_sent_plan(), "kind", "need"]), inner, max_size=4)
    ),
    max_leaves=15,
)


@given(json_values)
def test_no_json_whatever_makes_a_traceback(value: Any) -> None:
    try:
        plans = read_plans(raw(value))
    except FileFault:
        return
    assert all(plan.faults for plan in plans)


def test_the_published_schema_agrees_with_the_import() -> None:
    check = Draft202012Validator(SCHEMA)
    assert check.is_valid(a_sent_plan())
    assert check.is_valid([a_sent_plan(1), a_sent_plan(2)])
    for path, value in (("person.gender", "M"), ("person.shoe_size", 5), ("support.0.how", "magic"), ("format", "x")):
        assert not check.is_valid(broken(path, value)), path


def test_the_command_says_what_was_refused_and_where(here: DemoOrganisations, tmp_path: Path) -> None:
    file, out = tmp_path / "plans.json", StringIO()
    file.write_bytes(raw([a_sent_plan(1), broken("person.gender", "M")]))
    with pytest.raises(CommandError, match="Some plans were refused"):
        call_command("import_plans", str(file), "--as", "practitioner", stdout=out)
    assert "$[1].person.gender: ‘M’ is not one of the values of ‘Gender’." in out.getvalue()
    assert "1 added, 0 already here, 1 refused" in out.getvalue()
    with pytest.raises(CommandError, match="no account nobody"):
        call_command("import_plans", str(file), "--as", "nobody")
