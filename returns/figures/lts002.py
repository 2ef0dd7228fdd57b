"""LTS002a and b: reviews of people with long term support, and what they led to.

The centre published no script for these, only an approach: the readings taken are in docs/decisions/figures.md.
"""

import polars as pl

from returns.cld.collation import compared, says
from returns.figures.counting import Files, counted
from returns.figures.persons import PERSON, identified
from returns.figures.settings import alive_on, long_term
from returns.figures.window import Window
from returns.reference import listed

NURSING, RESIDENTIAL, COMMUNITY, _PRISON = listed("long_term_support")
ST_MAX = "Short Term Support: ST-Max"
# A planned review counts in LTS002a where its outcome led on to one of these.
LED_ON = (
    "Progress to Reablement/ST-Max",
    "Progress to Assessment",
    "Progress to Re-assessment / Unplanned Review",
    "Progress to Support Planning / Services",
)
MOVES = {
    NURSING: "Move to nursing care",
    RESIDENTIAL: "Move to residential care",
    ST_MAX: "Short term support (ST-Max)",
}
UNABLE = "Unable to classify"
# The settings the tables tell apart, for nursing, residential, community and prison.
SETTINGS = ("Residential or nursing", "Residential or nursing", "Community", "Prison")
REVIEW = (*PERSON, "Event_Start_Date", "Event_End_Date", "review_reason", "event_outcome")


def lts002a(submission: pl.DataFrame, supported: Files, window: Window, *, corrected: bool) -> Files:
    """Unplanned reviews by what occasioned them; planned reviews in the community that led to a care home.

    `supported` are the files of LTS001a, whose people are counted here.
    """
    cohort = _cohort(supported, "LTS001a")
    rows = _reviews(submission, cohort, window, corrected=corrected)
    unplanned = rows.filter(pl.col("Review") == "Unplanned", pl.col("Setting") != "Prison")
    to_a_home = pl.col("Sequel").is_in([MOVES[NURSING], MOVES[RESIDENTIAL]])
    planned = rows.filter(
        pl.col("Review") == "Planned", pl.col("Setting") == "Community", says("event_outcome", *LED_ON), to_a_home
    )
    by = ["LA_Code", "Setting", "Significant_Event", "Sequel"]
    return {
        "LTS002a_unplanned": counted(unplanned, by, "Reviews", people=False),
        "LTS002a_planned": counted(planned, ["LA_Code", "Sequel"], "Reviews", people=False),
        "LTS002a_rows": pl.concat([unplanned, planned]),
    }


def lts002b(submission: pl.DataFrame, lasting: Files, window: Window, *, corrected: bool) -> Files:
    """Reviews, planned and unplanned, of people with support for over a year, and how many such people there are.

    `lasting` are the files of LTS001c, whose people are counted here.
    """
    cohort = _cohort(lasting, "LTS001c")
    rows = _reviews(submission, cohort, window, corrected=corrected)
    by = ["LA_Code", "Age_Band", "Review", "Sequel"]
    return {
        "LTS002b": counted(rows, by, "Reviews", people=False),
        "LTS002b_clients": counted(cohort, ["LA_Code", "Age_Band"], "Clients"),
        "LTS002b_rows": rows,
    }


def _cohort(files: Files, table: str) -> pl.DataFrame:
    """The people of LTS001, with their age band and the setting the table counts them in."""
    bands = {"18-64": files[f"{table}_T1a_persons"], "65+": files[f"{table}_T1b_persons"]}
    return pl.concat(
        people.select(*PERSON, pl.lit(band).alias("Age_Band"), _setting("Service_Type").alias("counted_in"))
        for band, people in bands.items()
    ).unique([*PERSON, "Age_Band", "counted_in"])


def _setting(column: str) -> pl.Expr:
    names = dict(zip((text.lower() for text in listed("long_term_support")), SETTINGS, strict=True))
    return compared(column).replace_strict(names, default=None, return_dtype=pl.String)


def _reviews(submission: pl.DataFrame, cohort: pl.DataFrame, window: Window, *, corrected: bool) -> pl.DataFrame:
    """Each review of these people that ended in the period and that the service user took part in, and its sequel."""
    events = identified(
        submission.filter(
            says("client_type", "Service User"),
            says("event_type", "Review", "Service"),
            pl.col("Event_Start_Date") <= window.end,
            alive_on(window.start),
        ),
        corrected=corrected,
    )
    took_part = pl.col("method_of_review").cast(pl.String).str.starts_with("service user")
    reviews = events.filter(
        says("event_type", "Review"), took_part, pl.col("Event_End_Date").is_between(window.start, window.end)
    )
    once = reviews.group_by(REVIEW).agg(pl.col("Review_Reason").min(), pl.col("Record_ID").unique())
    told = _at_the_review(once.join(cohort, on=PERSON).with_row_index("review"), events).with_columns(_kind())
    followed = _with_sequel(told.filter(pl.col("Review").is_not_null()), events)
    return followed.with_columns(Review_End_Date="Event_End_Date")


def _at_the_review(reviews: pl.DataFrame, events: pl.DataFrame) -> pl.DataFrame:
    """The setting of the person on the day the review ended, a care home first; else the one they are counted in."""
    support = events.filter(long_term()).select(
        *PERSON, begins="Event_Start_Date", ends="Event_End_Date", setting=_setting("service_type")
    )
    beside = reviews.select("review", *PERSON, "Event_End_Date").join(support, on=PERSON)
    there = beside.filter(
        pl.col("begins") <= pl.col("Event_End_Date"),
        pl.col("ends").is_null() | (pl.col("ends") >= pl.col("Event_End_Date")),
    )
    order = {setting: rank for rank, setting in enumerate(("Residential or nursing", "Community", "Prison"))}
    best = there.sort(pl.col("setting").replace_strict(order, default=9)).unique(
        "review", keep="first", maintain_order=True
    )
    settled = reviews.join(best.select("review", "setting"), on="review", how="left")
    return settled.with_columns(Setting=pl.coalesce("setting", "counted_in")).drop("setting", "counted_in")


def _kind() -> list[pl.Expr]:
    """Planned or unplanned by the beginning of the reason; for an unplanned one, what occasioned it."""
    reason = pl.col("review_reason").cast(pl.String)
    planned = pl.when(reason.str.starts_with("unplanned")).then(pl.lit("Unplanned"))
    event = pl.col("Review_Reason").cast(pl.String).str.replace(r"(?i)^unplanned\s*[-:–]?\s*", "")
    return [
        planned.when(reason.str.starts_with("planned")).then(pl.lit("Planned")).alias("Review"),
        pl.when(reason.str.starts_with("unplanned")).then(event).alias("Significant_Event"),
    ]


def _with_sequel(reviews: pl.DataFrame, events: pl.DataFrame) -> pl.DataFrame:
    """What came of each review: a new service after it, the best first; else no change; else the end of all support."""
    services = events.filter(says("event_type", "Service"), says("service_type", *MOVES)).select(
        *PERSON, "service_type", after="Event_Start_Date", behind="Record_ID"
    )
    ranks = {service.lower(): rank for rank, service in enumerate(MOVES)}
    rank = pl.col("service_type").cast(pl.String).replace_strict(ranks, default=None, return_dtype=pl.Int32)
    new = reviews.join(services, on=PERSON).filter(pl.col("after") > pl.col("Event_End_Date")).with_columns(rank=rank)
    best = new.filter(pl.col("rank") == pl.col("rank").min().over("review"))
    moved = best.group_by("review").agg(pl.col("rank").first(), pl.col("behind").unique())
    names = dict(enumerate(MOVES.values()))
    told = reviews.join(moved, on="review", how="left").with_columns(
        moved=pl.col("rank").replace_strict(names, default=None, return_dtype=pl.String)
    )
    unchanged = pl.when(says("event_outcome", "No change in package")).then(pl.lit("No change in level of support"))
    ended = pl.when(_nothing_left(told, events)).then(pl.lit("All long term support ended"))
    return told.with_columns(
        Sequel=pl.coalesce("moved", unchanged, ended, pl.lit(UNABLE)),
        record_ids=pl.concat_list("Record_ID", pl.col("behind").fill_null([])).list.unique(),
    ).drop("moved", "rank", "behind", "Record_ID")


def _nothing_left(reviews: pl.DataFrame, events: pl.DataFrame) -> pl.Expr:
    """Whether no long term service of the person is open after the day on which the review ended."""
    support = events.filter(long_term()).select(*PERSON, ends="Event_End_Date")
    beside = reviews.select("review", *PERSON, "Event_End_Date").join(support, on=PERSON)
    left = beside.filter(pl.col("ends").is_null() | (pl.col("ends") > pl.col("Event_End_Date")))
    return ~pl.col("review").is_in(left["review"].unique().implode())
