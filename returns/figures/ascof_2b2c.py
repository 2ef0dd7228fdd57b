"""ASCOF 2B and 2C: people newly admitted to residential or nursing care in the year, numerators only (rule 11)."""

import polars as pl

from returns.cld.collation import says
from returns.figures.counting import Files, counted, records
from returns.figures.events import service_key
from returns.figures.persons import PERSON, age_on, identified, older, working_age
from returns.figures.window import Window
from returns.reference import listed

EVENT = (*PERSON, "Event_Start_Date", "service_key")


def ascof_2b2c(rows: pl.DataFrame, window: Window, *, corrected: bool) -> Files:
    """People whose stay began in the year and is open on 1 April after it, and who had no open stay from before it.

    Every submission is looked at. Age on 1 April after the year: 18 to 64 for 2B, 65 and over for 2C.
    """
    snapshot = window.admissions_snapshot
    stays = rows.filter(
        says("event_type", "Service"),
        says("client_type", "Service User"),
        says("service_type", *listed("long_term_support")[:2]),
        pl.col("born").is_not_null(),
    )
    stays = identified(stays, corrected=corrected).with_columns(service_key(), Der_Age_Snapshot_Date=age_on(snapshot))
    counting = _latest_stays(stays, window) if corrected else _open_stays(stays, window)
    before = counting.filter(pl.col("Event_Start_Date") < window.year_start)
    begun = counting.filter(pl.col("Event_Start_Date").is_between(window.year_start, snapshot, closed="left"))
    admitted = begun.join(before, on="ID", how="anti")
    people = admitted.group_by(*PERSON, "Der_Age_Snapshot_Date").agg(records())
    return {"ASCOF_2B2C_persons": people, "ASCOF_2B_2C_numerators": _numerators(people)}


def _open_stays(stays: pl.DataFrame, window: Window) -> pl.DataFrame:
    """The rows open on the snapshot, without the stays whose newest version in the window says they have closed."""
    snapshot = window.admissions_snapshot
    is_open = (pl.col("Event_End_Date") >= snapshot) | pl.col("Event_End_Date").is_null()
    newest = _newest(stays, window)
    closed = newest.filter(pl.col("Event_End_Date") < snapshot)
    reopened = newest.filter(is_open)
    gone = closed.join(reopened, on=EVENT, how="anti", nulls_equal=True)
    return stays.filter(is_open).join(gone, on=EVENT, how="anti", nulls_equal=True)


def _latest_stays(stays: pl.DataFrame, window: Window) -> pl.DataFrame:
    """The newest version of every stay, ended or not: 11 [BUG] mended for admissions and for earlier stays alike."""
    return _newest(stays, window)


def _newest(stays: pl.DataFrame, window: Window) -> pl.DataFrame:
    """The rows of the newest import of each stay that came before the window closed."""
    in_time = stays.filter(pl.col("ImportDate") < window.admissions_submitted_before)
    return in_time.filter(pl.col("ImportDate") == pl.col("ImportDate").max().over(EVENT))


def _numerators(people: pl.DataFrame) -> pl.DataFrame:
    """Rows of people by council; a council with none in one of the measures has nothing there."""
    younger = counted(
        people.filter(working_age("Der_Age_Snapshot_Date")), ["LA_Code"], "ASCOF_2B_Numerator", people=False
    )
    elder = counted(people.filter(older("Der_Age_Snapshot_Date")), ["LA_Code"], "ASCOF_2C_Numerator", people=False)
    return younger.join(elder, on="LA_Code", how="full", coalesce=True)
