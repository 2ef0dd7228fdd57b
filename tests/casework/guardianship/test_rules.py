"""The rules of guardianship: papers, fourteen days, terms, windows, visits, absences."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from casework.guardianship import demo
from casework.guardianship.rules import (
    Away,
    Papers,
    Recommendation,
    Watched,
    days_between,
    days_falling_due,
    first_term,
    forward_by,
    last_day,
    next_term,
    runs_to,
    term_on,
    why_not_accepted,
    why_not_discharged,
    why_not_renewed,
    window_opens,
)

ON = date(2026, 6, 15)

ONE = Recommendation(
    doctor="Dr One", examined_on=ON, signed_on=ON, is_section_12=True, is_acquainted=True, has_tie=False
)

TWO = replace(ONE, doctor="Dr Two", is_section_12=False, is_acquainted=False)

PAPERS = Papers(
    born=date(1980, 1, 1), applicant="amhp", applied_on=ON, seen_on=ON, received_on=ON, recommendations=(ONE, TWO)
)


def test_papers_in_order_may_be_accepted() -> None:
    assert why_not_accepted(PAPERS) == []


@pytest.mark.parametrize(
    ("but", "says"),
    [
        ({"born": date(2010, 6, 16)}, "s.7(1)"),
        ({"has_died": True}, "died"),
        ({"is_learning_disability": True}, "s.1(2A)"),
        ({"seen_on": ON - timedelta(days=14)}, "s.11(5)"),
        ({"nearest_relative_objects": True}, "s.11(4)"),
        ({"nearest_relative_told": False}, "s.11(4)"),
        ({"recommendations": (ONE,)}, "s.7(3)"),
        ({"recommendations": (ONE, replace(TWO, doctor=" dr  ONE"))}, "s.7(3)"),
        ({"recommendations": (replace(ONE, is_section_12=False), TWO)}, "s.12(2)"),
        ({"recommendations": (replace(ONE, is_acquainted=False), TWO)}, "s.12(2)"),
        ({"recommendations": (replace(ONE, has_tie=True), TWO)}, "s.12A"),
        ({"recommendations": (replace(ONE, signed_on=ON + timedelta(days=1)), TWO)}, "s.12(1)"),
        ({"recommendations": (replace(ONE, examined_on=ON - timedelta(days=7)), TWO)}, "s.12(1)"),
        ({"applicant": "nearest_relative", "applicant_name": "one"}, "also the applicant"),
        ({"nearest_relative_name": "Dr. Two"}, "also the nearest relative"),
        ({"guardian_is_private": True, "guardian_willing_on": ON, "guardian_name": "ONE"}, "also the guardian named"),
        ({"applicant_name": "Mr R  Singh", "nearest_relative_name": "r singh"}, "The AMHP is the nearest relative"),
        ({"received_on": ON + timedelta(days=14)}, "s.8(2)"),
        ({"guardian_is_private": True}, "s.7(5)"),
        ({"guardian_is_private": True, "guardian_willing_on": ON, "guardian_lives_here": False}, "s.7(5)"),
    ],
)
def test_each_thing_the_act_asks_bars_acceptance_alone(but: dict[str, Any], says: str) -> None:
    (why,) = why_not_accepted(replace(PAPERS, **but))
    assert says in why


@pytest.mark.parametrize(
    "but",
    [
        {"born": date(2010, 6, 15)},
        {"is_learning_disability": True, "has_serious_conduct": True},
        {"seen_on": ON - timedelta(days=13)},
        {"applicant": "nearest_relative", "nearest_relative_objects": True, "nearest_relative_told": False},
        {"recommendations": (replace(ONE, examined_on=ON - timedelta(days=6)), TWO)},
        {"recommendations": (replace(ONE, is_acquainted=False), TWO), "why_no_acquaintance": "New to the area."},
        {"received_on": ON + timedelta(days=13)},
        {"guardian_is_private": True, "guardian_willing_on": ON},
    ],
)
def test_the_last_day_of_each_limit_is_still_in_time(but: dict[str, Any]) -> None:
    assert why_not_accepted(replace(PAPERS, **but)) == []


def test_the_fourteen_days_begin_with_the_last_examination() -> None:
    assert forward_by([date(2026, 6, 1), date(2026, 6, 4)]) == date(2026, 6, 17)
    assert days_between(date(2026, 6, 1), date(2026, 6, 7)) == 5
    assert days_between(ON, ON) == 0


def test_six_months_six_months_then_twelve() -> None:
    first = first_term(date(2026, 1, 1))
    second = next_term(first)
    third = next_term(second)
    assert [term.to_day for term in (first, second, third, next_term(third))] == [
        date(2026, 6, 30),
        date(2026, 12, 31),
        date(2027, 12, 31),
        date(2028, 12, 31),
    ]
    assert last_day(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert last_day(date(2026, 3, 1), 6) == date(2026, 8, 31)
    assert term_on(date(2026, 1, 1), date(2027, 1, 1)).number == 3


def test_the_window_is_the_last_two_months_of_the_term() -> None:
    ends = date(2026, 6, 30)
    assert window_opens(ends) == date(2026, 5, 1)
    opens = window_opens(ends)
    assert why_not_renewed(ends, opens, opens, opens) == []
    assert why_not_renewed(ends, ends, ends, ends) == []
    assert why_not_renewed(ends, opens - timedelta(days=1), opens, opens)
    assert why_not_renewed(ends, ends, ends, ends + timedelta(days=1))
    assert why_not_renewed(ends, ends, opens, ends)


def test_visits_fall_due_each_three_months_and_a_doctors_each_year() -> None:
    watched = Watched(since=date(2026, 1, 31), to_day=date(2026, 7, 30))
    assert days_falling_due(watched)[0] == (date(2026, 4, 30), "visit")
    seen = replace(watched, visited_on=date(2026, 7, 1), to_day=date(2027, 7, 30))
    assert days_falling_due(seen)[:2] == [(date(2026, 10, 1), "visit"), (date(2027, 1, 31), "doctor_visit")]
    private = replace(watched, guardian_is_private=True, guardian_from=date(2026, 1, 31))
    assert {what for _, what in days_falling_due(private)[:2]} == {"attendant", "addresses"}


def test_after_a_death_in_the_term_nothing_falls_due_but_its_end() -> None:
    watched = Watched(since=date(2026, 1, 31), to_day=date(2026, 7, 30), died_on=date(2026, 7, 30))
    assert days_falling_due(watched) == [(date(2026, 7, 30), "death")]
    assert days_falling_due(replace(watched, died_on=date(2026, 7, 31)))[0] == (date(2026, 4, 30), "visit")


def test_three_members_and_no_officer_discharge() -> None:
    assert why_not_discharged(demo.MEMBERS, "Mei Tan") == []
    assert why_not_discharged(demo.MEMBERS[:2], "Mei Tan")
    assert why_not_discharged(["Ada", "ada", " ADA "], "Mei Tan")
    assert why_not_discharged([*demo.MEMBERS, "mei tan"], "Mei Tan")


def test_an_absence_lengthens_only_what_it_reaches() -> None:
    ends = date(2026, 6, 30)
    left = ends - timedelta(days=20)
    assert runs_to(ends, []) == ends
    assert runs_to(ends, [Away(left_on=left, returned_on=ends - timedelta(days=7))]) == ends
    assert runs_to(ends, [Away(left_on=left, returned_on=ends - timedelta(days=5))]) == ends + timedelta(days=1)
    assert runs_to(ends, [Away(left_on=left, returned_on=ends)]) == ends + timedelta(days=6)
    assert runs_to(ends, [Away(left_on=left)]) == date(2026, 12, 9)
    assert runs_to(ends, [Away(left_on=date(2025, 12, 1))]) == ends
    assert runs_to(ends, [Away(left_on=ends + timedelta(days=1))]) == ends


def test_an_absence_is_long_after_the_twenty_eighth_day() -> None:
    left = date(2026, 6, 1)
    assert not Away(left_on=left, returned_on=date(2026, 6, 28)).is_long
    assert Away(left_on=left, returned_on=date(2026, 6, 29)).is_long
    assert runs_to(date(2026, 9, 30), [Away(left_on=left, returned_on=date(2026, 7, 3))]) == date(2026, 7, 9)
