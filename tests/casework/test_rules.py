"""The rules that need no database."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.content import agreed_part, canonical_json, content_hash, difference
from casework.outcomes import limbs_of, outcomes_of
from casework.rules import (
    Answer,
    cost_of_support,
    direct_payment_conditions_met,
    faults_of_answers,
    is_eligible,
    line_cost,
    missing_of_section_25,
    task_list,
    unable_outcomes,
    whole_life,
)

ADULT = [outcome.key for outcome in outcomes_of("adult")]
CARER = [outcome.key for outcome in outcomes_of("carer")]
BOTH = {"need_from_impairment": True, "significant_effect": True}


def test_the_regulations_know_ten_outcomes_of_an_adult_and_eight_of_a_carer() -> None:
    assert (len(ADULT), len(CARER)) == (10, 8)
    assert (len(limbs_of("adult")), len(limbs_of("carer"))) == (4, 3)


@given(st.sets(st.sampled_from(ADULT)), st.booleans(), st.booleans())
def test_an_adult_is_eligible_with_two_outcomes_and_a_significant_effect(
    unable: set[str], arises: bool, effect: bool
) -> None:
    eligible = is_eligible("adult", unable, need_from_impairment=arises, significant_effect=effect)
    assert eligible == (len(unable) >= 2 and arises and effect)


@given(st.sets(st.sampled_from(CARER)), st.booleans())
def test_a_carer_is_eligible_with_one_outcome_or_with_health_at_risk(unable: set[str], at_risk: bool) -> None:
    assert is_eligible("carer", unable, health_at_risk=at_risk, **BOTH) == (bool(unable) or at_risk)


def test_the_same_outcome_twice_is_one() -> None:
    assert not is_eligible("adult", ["nutrition", "nutrition"], **BOTH)


def test_taking_longer_counts_for_an_adult_and_not_for_a_carer() -> None:
    adult = Answer(outcome="nutrition", can_achieve=False, unable_because=("takes_longer",))
    carer = Answer(outcome="carer_nutrition", can_achieve=False, unable_because=("takes_longer",))
    assert unable_outcomes("adult", [adult]) == ["nutrition"]
    assert unable_outcomes("carer", [carer]) == []
    assert any("not a reason" in fault.sentence for fault in faults_of_answers("carer", [carer]))


def test_an_assessment_answers_every_outcome_once() -> None:
    all_but_one = [Answer(outcome=key, can_achieve=True) for key in ADULT[1:]]
    assert [fault.path for fault in faults_of_answers("adult", all_but_one)] == [f"outcomes[{ADULT[0]}]"]


amounts = st.decimals(min_value=0, max_value=9999, places=2)


@given(amounts, amounts)
def test_a_line_costs_quantity_times_unit_cost_in_one_place_only(quantity: Decimal, unit_cost: Decimal) -> None:
    weekly, nothing = line_cost("weekly", quantity, unit_cost)
    none, once = line_cost("one_off", quantity, unit_cost)
    assert nothing == none == 0
    assert weekly == once
    assert abs(weekly - quantity * unit_cost) <= Decimal("0.005")


@given(amounts, st.integers(1, 500), amounts)
def test_whole_life_cost_is_52_weeks_where_open_ended(weekly: Decimal, weeks: int, one_off: Decimal) -> None:
    assert whole_life(weekly, None, one_off) == weekly * 52 + one_off
    assert whole_life(weekly, weeks, one_off) == weekly * weeks + one_off


lines = st.lists(
    st.fixed_dictionaries(
        {
            "weekly_cost": amounts.map(str),
            "one_off_cost": amounts.map(str),
            "planned_weeks": st.none() | st.integers(1, 300),
        }
    ),
    max_size=6,
)


@given(lines)
def test_the_cost_of_support_is_the_sum_of_its_lines_in_any_order(several: list[dict]) -> None:
    cost = cost_of_support(several)
    assert cost == cost_of_support(list(reversed(several)))
    assert cost.weekly == sum((Decimal(line["weekly_cost"]) for line in several), Decimal(0))


def content(**but: object) -> dict:
    """A complete plan's content, with whatever should differ."""
    whole = {
        "format": 1,
        "plan": "SP-0000-0000",
        "needs": [
            {"need": "N1", "outcome": "nutrition", "description": "Meals.", "eligible": True, "how_far": "Wholly.",
             "met_otherwise_because": ""},
            {"need": "N2", "outcome": "toilet_needs", "description": "Nights.", "eligible": True, "how_far": "In part.",
             "met_otherwise_because": "Her son."},
        ],
        "wellbeing_matters": "Dignity.",
        "support": [
            {
                "line": "L1", "need": "N1", "how": "commissioned", "service_component": "Meals",
                "description": "Lunch.",
                "kind": "weekly", "quantity": "5.00", "unit": "session", "unit_cost": "8.00", "weekly_cost": "40.00",
                "one_off_cost": "0.00", "starts_on": "2026-12-01", "planned_weeks": None,
            }
        ],
        "budget": {
            "weekly": {"total": "40.00", "adult_share": "10.00", "council_share": "30.00"},
            "one_off": {"total": "0.00", "adult_share": "0.00", "council_share": "0.00"},
        },
        "direct_payment": {"amount": None, "frequency": "", "managed_by": "", "conditions": []},
        "prevention_advice": "A class.",
        "involvement": {"person": "Throughout.", "carer": "", "others": ""},
        "agreement": {
            "steps_to_agree": "Two visits.", "agreed_on": "2026-11-20", "agreed_with": "Herself", "copy_offered": True,
        },
        "section_117_aftercare": False,
        "continuing_healthcare": False,
        "review_on": "2027-01-10",
    }  # fmt: skip
    return {**whole, **but}


def test_a_complete_plan_misses_nothing_of_section_25() -> None:
    assert missing_of_section_25(content()) == []
    assert all(task.done for task in task_list(content()))


def sections(**but: object) -> set[str]:
    return {missing.section for missing in missing_of_section_25(content(**but))}


def test_a_plan_says_what_it_misses_of_each_part_of_section_25() -> None:
    need = content()["needs"][0]
    assert sections(needs=[]) == {"s.25(1)(a)"}
    assert sections(needs=[{**need, "eligible": None}]) == {"s.25(1)(b)"}
    assert sections(needs=[{**need, "how_far": ""}]) == {"s.25(1)(b)"}
    assert sections(needs=[need, {**need, "need": "N2"}]) == {"s.25(1)(c)"}
    assert sections(wellbeing_matters="") == {"s.25(1)(d)"}
    assert sections(prevention_advice="") == {"s.25(1)(f)"}
    assert sections(review_on=None) == {"s.27(1)"}
    unset = {"total": None, "adult_share": None, "council_share": None}
    assert sections(budget={**content()["budget"], "weekly": unset}) == {"s.25(1)(e)"}


def test_a_budget_a_penny_out_is_said_to_be_so() -> None:
    out = {"total": "40.00", "adult_share": "10.01", "council_share": "30.00"}
    assert sections(budget={**content()["budget"], "weekly": out}) == {"s.26(1)"}
    other = {"total": "40.01", "adult_share": "10.01", "council_share": "30.00"}
    assert sections(budget={**content()["budget"], "weekly": other}) == {"s.26(1)"}


def test_a_direct_payment_asks_for_its_terms_and_for_every_condition() -> None:
    line = {**content()["support"][0], "how": "direct_payment"}
    assert sections(support=[line]) == {"s.25(2)", "s.31(6)", "s.31(1)"}
    four = ["31_capacity_and_nominee", "31_not_prohibited", "31_capable", "31_appropriate"]
    terms = {"amount": "40.00", "frequency": "weekly", "managed_by": "Herself", "conditions": four}
    assert sections(support=[line], direct_payment=terms) == set()
    assert not direct_payment_conditions_met(four[1:])


@pytest.mark.parametrize(
    ("frequency", "amount", "told"),
    [
        ("weekly", "40.00", None),
        ("weekly", "40.01", "£40.01 a week, its lines of support cost £40.00 a week"),
        ("four_weekly", "160.00", None),
        ("four_weekly", "40.00", "£40.00 every four weeks, its lines of support cost £160.00 every four weeks"),
        ("monthly", "173.33", None),
        ("monthly", "173.34", None),
        ("monthly", "173.35", "£173.35 a month, its lines of support cost £173.33 a month"),
        ("once", "40.00", "£40.00 once, its lines of support cost £0.00 once"),
    ],
)
def test_a_direct_payment_comes_to_what_its_lines_cost(frequency: str, amount: str, told: str | None) -> None:
    line = {**content()["support"][0], "how": "direct_payment"}
    four = ["31_capacity_and_nominee", "31_not_prohibited", "31_capable", "31_appropriate"]
    terms = {"amount": amount, "frequency": frequency, "managed_by": "Herself", "conditions": four}
    missing = missing_of_section_25(content(support=[line], direct_payment=terms))
    assert bool(missing) == bool(told)
    assert told is None or told in missing[0].sentence


def test_a_single_direct_payment_comes_to_what_its_lines_cost_once() -> None:
    line = {**content()["support"][0], "how": "direct_payment", "kind": "one_off", "weekly_cost": "0.00",
            "one_off_cost": "85.00"}  # fmt: skip
    four = ["31_capacity_and_nominee", "31_not_prohibited", "31_capable", "31_appropriate"]
    terms = {"amount": "85.00", "frequency": "once", "managed_by": "Herself", "conditions": four}
    nothing = {"total": "0.00", "adult_share": "0.00", "council_share": "0.00"}
    budget = {"weekly": nothing, "one_off": {"total": "85.00", "adult_share": "0.00", "council_share": "85.00"}}
    assert sections(support=[line], direct_payment=terms, budget=budget) == set()
    assert sections(support=[line], direct_payment={**terms, "amount": "84.99"}, budget=budget) == {"s.25(2)"}


def test_after_care_under_section_117_is_never_charged_for() -> None:
    assert sections(section_117_aftercare=True) == {"s.14(1)"}
    (missing,) = missing_of_section_25(content(section_117_aftercare=True))
    assert "never charged for" in missing.sentence
    free = {**content()["budget"], "weekly": {"total": "40.00", "adult_share": "0.00", "council_share": "40.00"}}
    assert sections(section_117_aftercare=True, budget=free) == set()


short = st.text(max_size=4)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | short,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(short, inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(short, json_values, max_size=4))
def test_the_hash_does_not_depend_on_the_order_of_names(some: dict) -> None:
    backwards = dict(reversed(list(some.items())))
    assert canonical_json(some) == canonical_json(backwards)


def test_the_agreed_part_changes_with_the_support_and_not_with_the_words() -> None:
    agreed = content_hash(agreed_part(content()))
    assert content_hash(agreed_part(content(wellbeing_matters="Company."))) == agreed
    dearer = {**content()["support"][0], "unit_cost": "8.01"}
    assert content_hash(agreed_part(content(support=[dearer]))) != agreed


def test_a_plan_does_not_differ_from_itself() -> None:
    assert difference(content(), content()) == []


@given(st.permutations(["N1", "N2", "N3"]), st.text(max_size=5))
def test_difference_matches_needs_by_key_whatever_their_order(order: list[str], told: str) -> None:
    old = {"needs": [{"need": key, "description": key} for key in ("N1", "N2", "N3")]}
    new = {"needs": [{"need": key, "description": told if key == "N2" else key} for key in order]}
    changes = difference(old, new)
    assert [change.path for change in changes] == ([] if told == "N2" else ["needs[N2].description"])


@given(
    st.dictionaries(st.sampled_from("abcd"), st.integers(0, 3)),
    st.dictionaries(st.sampled_from("abcd"), st.integers(0, 3)),
)
def test_difference_backwards_says_the_same_the_other_way(old: dict, new: dict) -> None:
    forth = {(change.path, change.before, change.after) for change in difference(old, new)}
    back = {(change.path, change.after, change.before) for change in difference(new, old)}
    assert forth == back


def test_a_line_added_and_a_line_removed_are_said_so() -> None:
    other = {**content()["support"][0], "line": "L2"}
    kinds = {change.path.split(".")[0]: change.kind for change in difference(content(), content(support=[other]))}
    assert kinds == {"support[L1]": "removed", "support[L2]": "added"}
