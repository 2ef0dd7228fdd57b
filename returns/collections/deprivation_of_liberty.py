"""Tables of the Deprivation of Liberty Safeguards return. An application is active from its receipt until it is
refused or withdrawn, or its authorisation ends. Readings: docs/decisions.
"""

from datetime import date

import polars as pl

from returns.collections.counting import (
    ALL,
    NOT_RECORDED,
    OLDEST,
    RECORD,
    Counted,
    Period,
    age_on,
    band,
    recorded,
    with_all,
)
from returns.collections.specification import values_of

REQUIREMENTS = ("Age", "Mental health", "Mental capacity", "No refusals", "Eligibility", "Best interests")
RESULTS = {"0": "Not assessed", "1": "Met", "2": "Not met", "3": "Equivalent assessment"}
URGENT = {"0": "Without an urgent authorisation", "1": "With an urgent authorisation"}
AGES = {"18-64": (18, 64), "65-74": (65, 74), "75-84": (75, 84), "85 and over": (85, OLDEST)}
ENDED_UNGRANTED = ["Not granted", "Withdrawn"]
COUNTS = [
    "Received in the period",
    "Signed off in the period",
    "Active on the first day",
    "Active on the last day",
    "Authorisations in force on the last day",
]


def tables(rows: pl.DataFrame, period: Period) -> list[Counted]:
    """Every table of the return from the rows of its layout, as read."""
    return [applications(rows, period), received(rows, period), requirements(rows, period), individuals(rows, period)]


def applications(rows: pl.DataFrame, period: Period) -> Counted:
    """How many were received and signed off in the period, and were active or in force at its ends."""
    parts = [
        rows.filter(period.holds("Date application received")),
        rows.filter(period.holds("Application sign-off date")),
        rows.filter(active_on(period.start)),
        rows.filter(active_on(period.end)),
        rows.filter(in_force_on(period.end)),
    ]
    named = [part.select(pl.lit(name).alias("Counted"), RECORD) for name, part in zip(COUNTS, parts, strict=True)]
    return Counted(file="DOLS_applications", members=pl.concat(named), cells={"Counted": COUNTS})


def received(rows: pl.DataFrame, period: Period) -> Counted:
    """Applications received in the period by their status and whether an urgent authorisation came with them."""
    told = rows.filter(period.holds("Date application received")).select(
        recorded("Application status"),
        pl.col("Urgent authorisation included").replace_strict(URGENT, default=NOT_RECORDED),
        RECORD,
    )
    cells = {
        "Application status": [*values_of("dols_status"), ALL],
        "Urgent authorisation included": [*URGENT.values(), ALL],
    }
    return Counted(file="DOLS_received", members=with_all(told, *cells), cells=cells)


def requirements(rows: pl.DataFrame, period: Period) -> Counted:
    """Applications signed off in the period by what was found of each of the six requirements."""
    done = rows.filter(period.holds("Application sign-off date"))
    parts = [
        done.select(pl.lit(name).alias("Requirement"), _result(f"{name} requirement"), RECORD) for name in REQUIREMENTS
    ]
    cells = {"Requirement": list(REQUIREMENTS), "Result": [*RESULTS.values(), ALL]}
    return Counted(file="DOLS_requirements", members=with_all(pl.concat(parts), "Result"), cells=cells)


def _result(column: str) -> pl.Expr:
    return pl.col(column).replace_strict(RESULTS, default=NOT_RECORDED).alias("Result")


def individuals(rows: pl.DataFrame, period: Period) -> Counted:
    """People with an application received in the period, each once, by age at its end and gender.

    What is told of a person is what their last application says.
    """
    ordered = rows.sort("Date application received", "Application reference")
    last = [pl.col(name).drop_nulls().last() for name in ("Date of birth", "Gender")]
    told = ordered.group_by("Person reference").agg(last)
    age = band(age_on("Date of birth", period.end), AGES).alias("Age band")
    people = told.select("Person reference", age, recorded("Gender"))
    members = rows.filter(period.holds("Date application received")).select("Person reference", RECORD)
    members = members.join(people, on="Person reference").rename({"Person reference": "ID"})
    cells = {"Age band": [*AGES, NOT_RECORDED, ALL], "Gender": [*values_of("gender"), NOT_RECORDED, ALL]}
    return Counted(file="DOLS_people", members=with_all(members, *cells), cells=cells, people=True)


def active_on(day: date) -> pl.Expr:
    """Received by then, and neither refused, withdrawn nor ended before."""
    received_by = pl.col("Date application received") <= day
    return received_by & (closed_on().is_null() | (closed_on() >= day))


def in_force_on(day: date) -> pl.Expr:
    """Granted, begun, and not ended before."""
    granted = pl.col("Application status") == "Granted"
    begun = pl.col("Authorisation start date") <= day
    return granted & begun & (closed_on().is_null() | (closed_on() >= day))


def closed_on() -> pl.Expr:
    """The last day an application was active: of its refusal or withdrawal, or of its authorisation."""
    granted = pl.col("Application status") == "Granted"
    ended = pl.coalesce("Authorisation actual end date", "Authorisation planned end date")
    refused = pl.col("Application status").is_in(ENDED_UNGRANTED)
    return pl.when(granted).then(ended).when(refused).then(pl.col("Application sign-off date"))
