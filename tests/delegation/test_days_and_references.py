"""Working days and public references."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegation.references import ALPHABET, new_reference, tidy_reference
from delegation.working_days import add_working_days, is_working_day, working_days_between

days = st.dates(min_value=date(2019, 1, 1), max_value=date(2027, 12, 31))


@pytest.mark.parametrize(
    ("day", "n", "then"),
    [
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 12, 24), 1, date(2026, 12, 29)),
        (date(2026, 4, 2), 1, date(2026, 4, 7)),
        (date(2026, 11, 22), 0, date(2026, 11, 22)),
        (date(2026, 12, 29), -1, date(2026, 12, 24)),
    ],
)
def test_working_days_step_over_weekends_and_englands_bank_holidays(day: date, n: int, then: date) -> None:
    assert add_working_days(day, n) == then


@given(days, st.integers(min_value=0, max_value=60))
def test_adding_and_counting_working_days_agree(day: date, n: int) -> None:
    assert working_days_between(day, add_working_days(day, n)) == n


@given(days, st.integers(min_value=0, max_value=400))
def test_counting_agrees_with_walking_day_by_day(day: date, length: int) -> None:
    end = day + timedelta(days=length)
    walked = sum(is_working_day(day + timedelta(days=n)) for n in range(1, length + 1))
    assert working_days_between(day, end) == walked
    assert working_days_between(end, day) == -walked


def test_a_reference_can_be_read_over_the_telephone() -> None:
    reference = new_reference("SP")
    prefix, first, second = reference.split("-")
    assert prefix == "SP"
    assert all(letter in ALPHABET for letter in first + second)
    assert (len(first), len(second)) == (4, 4)


def test_what_somebody_typed_is_tidied() -> None:
    assert tidy_reference(" sp-7k3m-q9td ") == "SP-7K3M-Q9TD"
    assert tidy_reference("SP-OI1L-0000") == "SP-0111-0000"
