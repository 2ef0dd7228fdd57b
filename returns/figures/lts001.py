"""LTS001a, b and c: people with long term support in the year, at its end, and for more than a year (rules 1 to 3)."""

from dataclasses import replace

import polars as pl

from returns.cld.collation import says
from returns.figures.counting import Files, counted
from returns.figures.islands import islands
from returns.figures.one_row_each import ETHNICITY, HAS_UNPAID_CARER, PRIMARY_SUPPORT_REASON, Answer, one_row_each
from returns.figures.persons import age_on, identified, older, working_age
from returns.figures.settings import active, alive_on, long_term, with_setting
from returns.figures.window import NOT_ENDED, Window


def lts001a(submission: pl.DataFrame, window: Window, *, corrected: bool) -> Files:
    """People with long term support at any time in the period, by reason and setting: 1a 18 to 64, 1b 65 and over."""
    people = _clients(submission).filter(active(window.start, window.end))
    rows = with_setting(identified(people, corrected=corrected)).with_columns(age=age_on(window.end))
    return _by_age("LTS001a", rows, PRIMARY_SUPPORT_REASON, corrected=corrected)


def lts001b(submission: pl.DataFrame, window: Window, *, corrected: bool) -> Files:
    """People with long term support on the last day: by reason, unpaid carer, and ethnicity of men and of women."""
    rows = at_snapshot(submission, window, corrected=corrected)
    # 2 [BUG]: the list for the carer lacks its own Unknown
    carer = replace(HAS_UNPAID_CARER, values=(*HAS_UNPAID_CARER.values, "Unknown")) if corrected else HAS_UNPAID_CARER
    other = rows.filter(says("gender", "Other", "Unknown"))
    return (
        _by_age("LTS001b", rows, PRIMARY_SUPPORT_REASON, corrected=corrected)
        | _table("LTS001b_T2", rows, carer, corrected=corrected)
        | _table("LTS001b_T3a", rows.filter(says("gender", "Male")), ETHNICITY, corrected=corrected)
        | _table("LTS001b_T3b", rows.filter(says("gender", "Female")), ETHNICITY, corrected=corrected)
        | {"LTS001b_T3c": counted(other, ["LA_Code"], "Clients")}
    )


def lts001c(submission: pl.DataFrame, window: Window, *, corrected: bool) -> Files:
    """People whose long term support, without a gap of more than a day, began over a year before the last day."""
    begun = _clients(submission).filter(pl.col("Event_Start_Date") <= window.end, alive_on(window.end))
    rows = identified(begun, corrected=corrected).with_columns(end=pl.col("Event_End_Date").fill_null(NOT_ENDED))
    chained = islands(rows.rename({"Event_Start_Date": "start"}), gap=1, corrected=corrected)
    lasting = chained.filter(
        pl.col("cluster_start") < window.chain_starts_before,
        pl.col("end") >= window.end,
    ).rename({"start": "Event_Start_Date"})
    aged = with_setting(lasting).with_columns(age=age_on(window.end))
    # 3 [BUG]: the list of reasons is built and never used, so what the council wrote is printed
    return _by_age("LTS001c", aged, replace(PRIMARY_SUPPORT_REASON, as_written=not corrected), corrected=corrected)


def at_snapshot(submission: pl.DataFrame, window: Window, *, corrected: bool) -> pl.DataFrame:
    """Long term support on the last day of the period, of people alive on it, with setting and age (rule 2)."""
    people = _clients(submission).filter(active(window.end, window.end))
    return with_setting(identified(people, corrected=corrected)).with_columns(age=age_on(window.end))


def _clients(submission: pl.DataFrame) -> pl.DataFrame:
    return submission.filter(long_term(), says("client_type", "Service User"), pl.col("born").is_not_null())


def _by_age(table: str, rows: pl.DataFrame, answer: Answer, *, corrected: bool) -> Files:
    younger = _table(f"{table}_T1a", rows.filter(working_age()), answer, corrected=corrected)
    return younger | _table(f"{table}_T1b", rows.filter(older()), answer, corrected=corrected)


def _table(name: str, rows: pl.DataFrame, answer: Answer, *, corrected: bool) -> Files:
    people = one_row_each(rows, answer, corrected=corrected)
    by = ["LA_Code", answer.column, "Service_Type", "Delivery_Mechanism"]
    return {name: counted(people, by, "Clients"), f"{name}_persons": people}
