"""ASCOF 2E: people with long term support in the year who live at home or with family (rule 9)."""

import polars as pl

from returns.cld.collation import says
from returns.figures.counting import Files, counted
from returns.figures.latest_status import latest_status
from returns.figures.lts004 import in_group
from returns.figures.percentages import percentage, side_by_side
from returns.figures.persons import PERSON, identified
from returns.figures.settings import active
from returns.figures.window import Window
from returns.reference import listed

GENDERS = {"Total": ("Male", "Female"), "Male": ("Male",), "Female": ("Female",)}


def ascof_2e(submission: pl.DataFrame, window: Window, *, corrected: bool) -> Files:
    """Nursing, residential and community, without prison; men, women and both, whatever their age."""
    rows = submission.filter(
        says("service_type", *listed("long_term_support")[:3]),
        *active(window.start, window.end),
        says("client_type", "Service User"),
    )
    people = latest_status(
        identified(rows, corrected=corrected), "Accommodation_Status", within=PERSON, corrected=corrected
    )
    numerators = _counts(people.filter(in_group("settled")), "Num")
    figures = side_by_side(_counts(people, "Denom"), numerators).with_columns(
        percentage(f"{who}_Num", f"{who}_Denom").alias(f"{who}_Outcome") for who in GENDERS
    )
    return {"ASCOF_2E": figures, "ASCOF_2E_persons": people}


def _counts(people: pl.DataFrame, what: str) -> pl.DataFrame:
    """Distinct people by council: of both genders together, of each; a person with both is in all three."""
    return side_by_side(
        *(
            counted(people.filter(says("gender", *words)), ["LA_Code"], f"{who}_{what}")
            for who, words in GENDERS.items()
        )
    )
