"""The pure rules of verification, funding and brokerage."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verification.checklist import NEED_ITEMS, PLAN_ITEMS, load_checklist
from verification.clock_days import CLOCKS, due_on, load_clocks
from verification.rules import (
    LineCost,
    LineDecision,
    checklist_gaps,
    first_review_day,
    fund_line,
    fund_lines,
    is_cheapest,
    prices_paid,
    urgent_end,
    weeks_between,
)

pounds = st.decimals(min_value=0, max_value=5000, places=2, allow_nan=False, allow_infinity=False)


def line(**but: object) -> LineCost:
    known = {"key": "L1", "weekly": Decimal("100.00"), "one_off": Decimal("0.00"), "starts_on": date(2026, 12, 1)}
    return LineCost(**{**known, "planned_weeks": None, **but})  # type: ignore[arg-type]


def full() -> dict[str, dict[str, dict[str, str]]]:
    return {
        "7": {item.key: {"answer": "met", "reason": ""} for item in NEED_ITEMS},
        "plan": {item.key: {"answer": "yes", "reason": ""} for item in PLAN_ITEMS},
    }


def test_a_full_checklist_has_no_gap() -> None:
    assert checklist_gaps(full(), {7: "N1"}) == []


def test_a_need_without_an_answer_is_a_gap() -> None:
    assert "Need N2" in checklist_gaps(full(), {7: "N1", 8: "N2"})[0]


def test_a_need_not_met_wants_its_reason() -> None:
    answers = full()
    answers["7"]["need_met"] = {"answer": "not_met_reasoned", "reason": " "}
    assert "reason" in checklist_gaps(answers, {7: "N1"})[0]
    answers["7"]["need_met"]["reason"] = "Her daughter cooks and wishes to go on."
    assert checklist_gaps(answers, {7: "N1"}) == []


@pytest.mark.parametrize("item", [item.key for item in PLAN_ITEMS])
def test_an_answer_no_to_any_question_is_a_gap(item: str) -> None:
    answers = full()
    answers["plan"][item] = {"answer": "no", "reason": "x"}
    assert len(checklist_gaps(answers, {7: "N1"})) == 1


def test_what_does_not_apply_wants_its_reason() -> None:
    answers = full()
    answers["plan"]["carer"] = {"answer": "not_applicable", "reason": ""}
    assert "write why" in checklist_gaps(answers, {7: "N1"})[0]


def test_every_checklist_item_names_its_source() -> None:
    assert all(item.source for item in load_checklist())


@given(weekly=pounds, one_off=pounds, weeks=st.integers(1, 260))
def test_a_line_funded_whole_costs_what_the_plan_says(weekly: Decimal, one_off: Decimal, weeks: int) -> None:
    funding, problem = fund_line(
        line(weekly=weekly, one_off=one_off, planned_weeks=weeks), LineDecision(key="L1", outcome="fund")
    )
    assert problem == ""
    assert funding is not None
    assert (funding.weekly, funding.one_off) == (weekly, one_off)
    assert funding.whole_life == weekly * weeks + one_off


def test_an_open_ended_line_counts_52_weeks() -> None:
    funding, _ = fund_line(line(), LineDecision(key="L1", outcome="fund"))
    assert funding is not None
    assert funding.whole_life == Decimal("5200.00")


@given(asked=pounds, given_=pounds)
def test_part_is_never_more_than_the_plan_asks(asked: Decimal, given_: Decimal) -> None:
    funding, problem = fund_line(
        line(weekly=asked), LineDecision(key="L1", outcome="part", weekly=given_, reason="Fewer hours are needed.")
    )
    assert (funding is None) == bool(problem)
    assert funding is None or funding.weekly < asked


def test_a_line_funded_until_a_day_counts_the_weeks_begun() -> None:
    wanted = LineDecision(key="L1", outcome="until", until=date(2026, 12, 15), reason="Review then.")
    funding, _ = fund_line(line(), wanted)
    assert funding is not None
    assert funding.whole_life == Decimal("300.00")


def test_funding_cannot_end_before_the_support_starts() -> None:
    wanted = LineDecision(key="L1", outcome="until", until=date(2026, 11, 1), reason="Review then.")
    assert "before the support starts" in fund_line(line(), wanted)[1]


@pytest.mark.parametrize("outcome", ["part", "until", "refuse"])
def test_a_line_not_funded_whole_wants_its_reason(outcome: str) -> None:
    assert "reason" in fund_line(line(), LineDecision(key="L1", outcome=outcome))[1]


def test_every_line_is_decided_and_no_other() -> None:
    _, problems = fund_lines(
        [line(), line(key="L2")],
        {
            "L1": LineDecision(key="L1", outcome="fund"),
            "L9": LineDecision(key="L9", outcome="fund"),
        },
    )
    assert problems == ["Line L2: it is not decided.", "Line L9: the plan has no such line."]


def test_the_cheapest_is_the_one_nobody_asks_less_than() -> None:
    assert is_cheapest(Decimal("9.00"), [Decimal("9.00"), Decimal("9.01")])
    assert not is_cheapest(Decimal("9.01"), [Decimal("9.00")])


@pytest.mark.parametrize(
    ("prices", "median"), [(["20.00", "22.00", "30.00"], "22.00"), (["20.00", "22.00", "25.00", "30.00"], "23.50")]
)
def test_prices_paid_say_lowest_median_and_highest(prices: list[str], median: str) -> None:
    amounts = [Decimal(price) for price in prices]
    middle = amounts[(len(amounts) - 1) // 2 :][:2]
    paid = prices_paid(len(amounts), amounts[0], amounts[-1], middle)
    assert (paid.lowest, paid.median, paid.highest) == (amounts[0], Decimal(median), amounts[-1])


@given(days=st.integers(1, 400))
def test_urgent_support_never_runs_beyond_14_days(days: int) -> None:
    assert (urgent_end(date(2026, 12, 1), days) - date(2026, 12, 1)).days <= 13


def test_weeks_between_counts_weeks_begun() -> None:
    assert weeks_between(date(2026, 12, 1), date(2026, 12, 7)) == 1
    assert weeks_between(date(2026, 12, 1), date(2026, 12, 8)) == 2
    assert weeks_between(date(2026, 12, 8), date(2026, 12, 1)) == 0


def test_the_first_review_is_the_plans_own_day_within_eight_weeks_else_six_weeks_on() -> None:
    start = date(2026, 12, 1)
    assert first_review_day(start, date(2027, 1, 20)) == date(2027, 1, 20)
    assert first_review_day(start, date(2027, 6, 1)) == date(2027, 1, 12)
    assert first_review_day(start, None) == date(2027, 1, 12)


def test_every_live_state_has_a_queue_and_a_source() -> None:
    assert all(clock.queue and clock.source for clock in CLOCKS.values())


def test_a_clock_of_an_unknown_state_is_refused_by_its_row(tmp_path) -> None:
    path = tmp_path / "clocks.csv"
    path.write_text("state,queue,days,counts,source\nnowhere,verification,5,working days held,x\n", encoding="utf-8")
    with pytest.raises(ValueError, match="row 2"):
        load_clocks(path)


def test_the_councils_verification_clock_goes_on_where_it_stopped() -> None:
    monday = date(2026, 11, 23)
    assert due_on("submitted", held_since=monday, in_state_since=monday) == date(2026, 11, 30)
    assert due_on("submitted", held_since=monday, in_state_since=monday, days_used=3) == date(2026, 11, 25)


def test_the_clock_knows_the_christmas_bank_holidays() -> None:
    before = date(2026, 12, 24)
    assert due_on("awaiting_funding_decision", held_since=before, in_state_since=before) == date(2026, 12, 31)
