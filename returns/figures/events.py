"""The events of the short term tables: each request and service in its newest version (rules 4.1, 4.2 and 5.1)."""

import polars as pl

from returns.cld.collation import as_compared, says
from returns.figures.persons import PERSON, age_on, identified
from returns.figures.settings import alive_on, long_term
from returns.figures.window import Window

KINDS = ("Service", "Request", "Review", "Assessment")
ST_MAX = "Short Term Support: ST-Max"
# The columns of an event that the short term tables ask for, and nothing else of the hundred.
WANTED = (
    *("Record_ID", *PERSON, "ImportDate", "age", "event_type", "Date_of_Death"),
    *("Event_Start_Date", "Event_End_Date", "Event_Outcome", "event_outcome"),
    *("Request_Route_of_Access", "request_route_of_access", "Service_Type", "service_type"),
)


def request_events(rows: pl.DataFrame, window: Window, *, corrected: bool) -> pl.DataFrame:
    """The events STS001 looks at: requests and services in their newest version, reviews and assessments (4.1, 4.2)."""
    events = _service_users(rows, window).filter(pl.col("born").is_not_null())
    if corrected:  # 4.1 [BUG]: an old version of a row, sent before the death, brings the dead back
        dead = events.filter(~alive_on(window.start)).select(*PERSON).drop_nulls().unique()
        events = events.join(dead, on=PERSON, how="anti")
    else:
        events = events.filter(alive_on(window.start))
    return _newest(identified(events, corrected=corrected), window, ["Request", "Service"], corrected=corrected)


def st_max_events(rows: pl.DataFrame, window: Window, *, corrected: bool) -> pl.DataFrame:
    """The events STS002a and b look at: services in their newest version, all others; also of the dead (5.1)."""
    events = identified(_service_users(rows, window), corrected=corrected)
    return _newest(events, window, ["Service"], corrected=corrected)


def services_running(clusters: pl.DataFrame, events: pl.DataFrame) -> pl.DataFrame:
    """The clusters at whose start the person had long term support: begun by then, and not ended before (4.5, 6)."""
    support = events.filter(long_term()).select(*PERSON, "Event_Start_Date", "Event_End_Date").unique()
    starts = clusters.select(*PERSON, "island", "cluster_start").unique()
    beside = starts.join(support, on=PERSON).filter(
        pl.col("Event_Start_Date") <= pl.col("cluster_start"),
        (pl.col("Event_End_Date") >= pl.col("cluster_start")) | pl.col("Event_End_Date").is_null(),
    )
    return beside.select(*PERSON, "island").unique()


def service_key() -> pl.Expr:
    """What makes two versions one service, beside person and start: type, component and mechanism, run together.

    There is nothing between the three, as published: a component that says Direct Payment and no mechanism makes the
    same service as no component and the mechanism Direct Payment.
    """
    parts = [pl.col(column).cast(pl.String) for column in ("Service_Type", "Service_Component", "Delivery_Mechanism")]
    return pl.concat_str(parts, ignore_nulls=True).str.strip_chars_end(" ").str.to_lowercase().alias("service_key")


def _service_users(rows: pl.DataFrame, window: Window) -> pl.DataFrame:
    return rows.filter(
        says("event_type", *KINDS),
        pl.col("Event_Start_Date") <= window.end,
        says("client_type", "Service User"),
    ).with_columns(age=age_on(window.end))


def _newest(events: pl.DataFrame, window: Window, kinds: list[str], *, corrected: bool) -> pl.DataFrame:
    """The rows of the newest import in time of each event of these kinds, and every row of the other kinds.

    As published the other kinds come from every submission, late ones among them (4.2 [BUG]).
    """
    in_time = pl.col("ImportDate") <= window.short_term_submitted_to
    if corrected:
        kinds, events = list(KINDS), events.filter(in_time)
    parts = [events.filter(~says("event_type", *kinds))]
    for kind in kinds:
        versions = events.filter(says("event_type", kind), in_time)
        parts.append(_newest_versions(versions.with_columns(_version_key(kind))))
    return pl.concat([part.select(WANTED) for part in parts])


def _version_key(kind: str) -> pl.Expr:
    if as_compared(kind) == "service":
        return service_key().cast(pl.Categorical).alias("version_key")
    if as_compared(kind) == "request":
        return pl.col("request_route_of_access").fill_null(pl.lit("", dtype=pl.Categorical)).alias("version_key")
    return pl.col("event_type").alias("version_key")


def _newest_versions(versions: pl.DataFrame) -> pl.DataFrame:
    """Rows of one event from the same newest import all stay."""
    event = (*PERSON, "Event_Start_Date", "version_key")
    newest = versions.group_by(event).agg(pl.col("ImportDate").max())
    return versions.join(newest, on=[*event, "ImportDate"], how="semi", nulls_equal=True)
