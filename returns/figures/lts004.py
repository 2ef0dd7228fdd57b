"""LTS004: work and home of people of 18 to 64 with a learning disability and long term support in the year (rule 8)."""

import polars as pl

from returns.cld.collation import says
from returns.figures.counting import Files, counted
from returns.figures.latest_status import in_list, latest_status
from returns.figures.persons import PERSON, age_on, identified, working_age
from returns.figures.settings import active, long_term
from returns.figures.window import Window
from returns.reference import listed


def lts004(submission: pl.DataFrame, window: Window, *, corrected: bool) -> Files:
    """Table 1 by work, table 2 by home: 2a settled, 2b unsettled; and whoever has no answer in the list."""
    rows = submission.filter(
        says("event_type", "Service"),
        long_term(),
        says("client_type", "Service User"),
        says("primary_support_reason", "Learning Disability Support"),
        *active(window.start, window.end),
        pl.col("born").is_not_null(),
    ).with_columns(age=age_on(window.end))
    # the person is identified after the filter on age (0.3 (b))
    people = identified(rows.filter(working_age()), corrected=corrected)
    work = _table("LTS004_T1", people, "Employment_Status", corrected=corrected)
    home = _table("LTS004_T2", people, "Accommodation_Status", corrected=corrected)
    by = ["LA_Code", "Gender", "Accommodation_Status"]
    homes = home["LTS004_T2_persons"]
    return (
        work
        | home
        | {"LTS004_T1": counted(work["LTS004_T1_persons"], ["LA_Code", "Gender", "Employment_Status"], "Clients")}
        | {"LTS004_T2a": counted(homes.filter(in_group("settled")), by, "Clients")}
        | {"LTS004_T2b": counted(homes.filter(in_group("unsettled")), by, "Clients")}
    )


def in_group(group: str) -> pl.Expr:
    """Whether the home is of the settled, or of the unsettled, kind."""
    values = [value.lower() for value in listed("accommodation_status", group)]
    return pl.col("accommodation_status").is_in(values)


def _table(name: str, people: pl.DataFrame, status: str, *, corrected: bool) -> Files:
    """The people with an answer in the list, and a count of those without one on any row."""
    valid = in_list(status.lower(), listed(status.lower()))
    # As published the latest start is looked for over all councils (8 [BUG]).
    within = PERSON if corrected else ("ID",)
    told = latest_status(people.filter(valid), status, within=within, corrected=corrected)
    untold = people.filter(~valid).join(told, on=PERSON if corrected else "ID", how="anti")
    nothing = untold.with_columns(pl.lit("NULL/Invalid").alias(status))
    return {
        f"{name}_persons": told,
        f"{name}_invalid": counted(nothing, ["LA_Code", "Gender", status], "Clients"),
    }
