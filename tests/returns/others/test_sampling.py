"""The sample of a survey: how large, from which strata, and drawn the same again by its seed."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from returns.checking import FIELDS
from returns.collections.frames_from_cld import carers_frame, users_frame
from returns.collections.sampling import Draw, answers_needed, as_frames, draw, settings_of, shared_out, to_send
from returns.refusals import UnusableInput
from tests.returns.others.rows import WHOLE, written

SACE = settings_of("sace")
ON = date(2025, 9, 30)


def people(number: int, **but: Any) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "Person reference": [f"P{one:04d}" for one in range(number)],
            "Age": [20 + one % 70 for one in range(number)],
            "Primary support reason": ["Learning disability" if one % 5 == 0 else "Other" for one in range(number)],
            "Setting": [("Community", "Residential", "Nursing")[one % 3] for one in range(number)],
            **but,
        }
    )


def drawn(number: int = 900, seed: str = "autumn2026", survey: str = "ascs") -> Draw:
    return draw(survey, people(number), seed=seed, settings=settings_of(survey))


def test_the_guidances_example_comes_out() -> None:
    assert answers_needed(1000, SACE) == 278
    assert to_send(1000, 278, SACE) == 696


@pytest.mark.parametrize(("number", "needed"), [(0, 0), (1, 1), (150, 109), (10_000_000, 385)])
def test_the_answers_needed_never_pass_the_people(number: int, needed: int) -> None:
    assert answers_needed(number, SACE) == needed
    assert to_send(number, needed, SACE) <= number


def test_the_four_strata_are_the_surveys() -> None:
    told = pl.DataFrame(
        {
            "Person reference": list("abcde"),
            "Age": [80, 64, 65, 65, 90],
            "Primary support reason": ["Learning disability", "Other", "Other", "Other", "Other"],
            "Setting": ["Nursing", "Nursing", "Nursing", "Community", "Residential"],
        }
    )
    made = draw("ascs", told, seed="one", settings=settings_of("ascs"))
    assert {name: list(each) for name, each in sorted(made.drawn.items())} == {
        "1": ["a"],
        "2": ["b"],
        "3": sorted(["c", "e"], key=made.drawn["3"].index),
        "4": ["d"],
    }


def test_the_same_seed_draws_the_same_whatever_the_order_of_the_file() -> None:
    first = drawn()
    turned = draw("ascs", people(900).reverse(), seed="autumn2026", settings=settings_of("ascs"))
    assert first == turned
    assert drawn(seed="spring2027").drawn != first.drawn


def test_the_draw_of_this_seed_is_this_on_every_python() -> None:
    made = draw("sace", people(2000), seed="autumn2026", settings=SACE)
    assert made.drawn["1"][:5] == ["P1722", "P1402", "P0168", "P1416", "P0794"]


def test_a_draw_says_who_is_sent_a_form_and_by_what() -> None:
    made = drawn()
    frames = as_frames(made)
    sample, record = frames["ASCS_sample"], frames["ASCS_draw"]
    assert sample.height == made.sent == record["Drawn"].sum()
    assert sample["Person reference"].n_unique() == sample.height
    assert record["People"].sum() == 900
    assert set(record["Seed"]) == {"autumn2026"}


@given(sizes=st.lists(st.integers(1, 5000), min_size=1, max_size=4), share=st.floats(0, 1))
def test_a_sample_is_shared_out_whole_and_no_stratum_gives_more_than_it_has(sizes: list[int], share: float) -> None:
    strata = {str(place): size for place, size in enumerate(sizes)}
    total = int(sum(sizes) * share)
    shares = shared_out(total, strata)
    assert sum(shares.values()) == total
    assert all(0 <= shares[name] <= size for name, size in strata.items())


def test_too_few_carers_and_no_seed_are_refused() -> None:
    with pytest.raises(UnusableInput, match="150 or more"):
        draw("sace", people(149), seed="a", settings=SACE)
    with pytest.raises(UnusableInput, match="letters and digits"):
        draw("sace", people(150), seed="a b", settings=SACE)
    for rate in ("0", "1.5", "many"):
        with pytest.raises(UnusableInput):
            settings_of("sace", response_rate=rate)


# Who may be drawn, out of Client Level Data

SERVICE = {
    "LA Person Unique Identifier": "P1",
    "Client Type": "Service user",
    "Event Type": "Service",
    "Service Type": "Long term support: community",
    "Primary Support Reason": "Learning disability support",
    "Date of Birth": "1960-01-01",
    "Event Start Date": "2024-01-01",
}
CARER = SERVICE | {"Client Type": "Unpaid carer", "Event Type": "Assessment", "Event Start Date": "2025-01-01"}


def cld(*rows: dict[str, str]) -> pl.DataFrame:
    return pl.DataFrame([dict.fromkeys(FIELDS, "") | row for row in rows])


def test_an_adult_with_long_term_support_on_the_day_is_in_the_frame_once() -> None:
    frame = users_frame(cld(SERVICE, SERVICE | {"Service Type": "Long term support: nursing care"}), ON)
    assert frame.rows() == [("P1", 65, "Learning disability", "Nursing")]


@pytest.mark.parametrize(
    "but",
    [
        {"Event End Date": "2025-09-29"},
        {"Event Start Date": "2025-10-01"},
        {"Service Type": "Short term support: ST-Max"},
        {"Date of Birth": "2007-10-01"},
        {"Date of Death": "2025-09-30"},
        {"Client Type": "Unpaid carer"},
        {"Event Type": "Review"},
        {"LA Person Unique Identifier": ""},
    ],
)
def test_whoever_has_none_on_the_day_is_not(but: dict[str, str]) -> None:
    assert users_frame(cld(SERVICE | but), ON).is_empty()


@pytest.mark.parametrize(
    ("but", "is_there"),
    [
        ({}, True),
        ({"Event Start Date": "2024-09-01", "Event End Date": "2024-09-30"}, False),
        ({"Event Type": "Request"}, False),
        ({"Client Type": "Unpaid carer known by association"}, False),
        ({"Event Type": "Service", "Event Start Date": "2020-01-01"}, True),
    ],
)
def test_a_carer_assessed_reviewed_or_supported_in_twelve_months_is_there(but: dict[str, str], is_there: bool) -> None:
    assert carers_frame(cld(CARER | but), ON).height == is_there


# The command


def run(out: Path, *words: str) -> None:
    call_command("returns_sample", *words, f"--out={out}")


def test_the_command_draws_from_a_frame_and_from_client_level_data(tmp_path: Path) -> None:
    rows = [WHOLE["ascs-frame"] | {"Person reference": f"P{number}"} for number in range(50)]
    frame = written("ascs-frame", rows, tmp_path / "frame.csv")
    run(tmp_path / "a", "ascs", f"--frame={frame}", "--seed=x1")
    assert pl.read_csv(tmp_path / "a" / "ASCS_sample.csv").height == 50
    path = tmp_path / "cld.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        lines = csv.DictWriter(out, FIELDS)
        lines.writeheader()
        lines.writerow(dict.fromkeys(FIELDS, "") | SERVICE)
    run(tmp_path / "b", "ascs", f"--cld={path}", "--on=2025-09-30", "--seed=x1")
    assert pl.read_csv(tmp_path / "b" / "ASCS_sample.csv")["Person reference"].to_list() == ["P1"]


@pytest.mark.parametrize("words", [("--seed=a b",), ("--seed=a", "--response-rate=2"), ("--seed=a",)])
def test_the_command_says_why_it_does_not_draw(words: tuple[str, ...], tmp_path: Path) -> None:
    frame = written("ascs-frame", [WHOLE["ascs-frame"] | {"Age": "12"}], tmp_path / "frame.csv")
    if words != ("--seed=a",):
        frame = written("ascs-frame", [WHOLE["ascs-frame"]], tmp_path / "frame.csv")
    with pytest.raises(CommandError) as refused:
        run(tmp_path / "a", "ascs", f"--frame={frame}", *words)
    assert refused.value.returncode == 2
    assert not (tmp_path / "a").exists()
