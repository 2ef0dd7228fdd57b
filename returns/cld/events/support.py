"""A line of a package that the council pays for, and that was given, is a Service.

A line the council refused to fund, one that friends, volunteers or everybody's services give, and a package that never
started are none. Source: Client Level Data guidance Release 1 (services the council funds or arranges; cancelled ones
left out); Care Act 2014 ss.24-26, 31-33.
"""

import polars as pl

from returns.cld.events.lineage import act_of
from returns.cld.events.period import Period
from returns.reference import pairs

CARE_HOMES = ("Long term support: Nursing care", "Long term support: Residential care")
SHORT_TERM = "Short term support"
COMMUNITY, PRISON_SERVICE = "Long term support: Community", "Long term support: Prison"
PRISON = "Prison, young offenders institution or detention centre"
CLIENTS = {"adult": "Service user", "carer": "Unpaid carer"}


def services_of(
    support: pl.DataFrame, funded: pl.DataFrame, awards: pl.DataFrame, people: pl.DataFrame, period: Period
) -> pl.DataFrame:
    """Each funded line with what was decided and awarded for it, and the days it was given; those of the period."""
    decided = support.join(funded.unique(["decision", "line"], keep="last"), on=["decision", "line"], how="left")
    awarded = decided.join(awards.unique(["plan", "line"], keep="last"), on=["plan", "line"], how="left")
    known = people.select("person_id", "date_of_death", "moved_away_on", "accommodation_status")
    given = awarded.filter(pl.col("funded").is_null() | (pl.col("funded") != "refuse")).join(known, on="person_id")
    dated = given.with_columns(starts_on=started()).with_columns(ended_as_planned(), ended_by_decision())
    dated = dated.with_columns(ends_on=ended()).with_columns(period.if_happened("ends_on"))
    kept = pl.col("ends_on").is_null() | (pl.col("ends_on") >= pl.col("starts_on"))
    return dated.filter(kept, period.active_within("starts_on", "ends_on"))


def service_events(given: pl.DataFrame, acts: pl.DataFrame) -> pl.DataFrame:
    """A row for each line given in the period."""
    typed = given.with_columns(service_type=service_type()).with_columns(delivery_mechanism=delivery_mechanism())
    return act_of(typed, acts, "start_package", "plan").select(
        "person_id",
        "act",
        "plan",
        "package",
        "service_type",
        "delivery_mechanism",
        record=pl.format("{}/{}", "plan", "line"),
        client_type=pl.col("kind_of_plan").replace_strict(CLIENTS, return_dtype=pl.String),
        event_type=pl.lit("Service"),
        event_reference=pl.format("{}/{}", "plan", "line"),
        event_start_date="starts_on",
        event_end_date="ends_on",
        event_outcome=outcome_of_service(),
        service_component=pl.when(pl.col("component") != "").then("component"),
        care_provider=pl.when(is_commissioned()).then("care_provider"),
        cqc_location=pl.when(is_commissioned()).then("cqc_location"),
        unit_cost=unit_cost(),
        cost_frequency=cost_frequency(),
        planned_units=planned_units(),
    )


def is_commissioned() -> pl.Expr:
    return pl.col("how") == "commissioned"


def paid_once() -> pl.Expr:
    return pl.col("paid") == "one_off"


# The days


def started() -> pl.Expr:
    """The day the package started, or the later day for which the line was planned."""
    return pl.max_horizontal("package_starts_on", "line_starts_on")


def ended_as_planned() -> pl.Expr:
    """The last day of the planned weeks, or the day until which the council funds it; what is paid once, its day."""
    weeks = pl.col("starts_on") + pl.duration(days=pl.col("planned_weeks") * 7 - 1)
    planned = pl.min_horizontal(weeks, "until")
    return pl.when(paid_once()).then("starts_on").otherwise(planned).alias("planned_end")


def ended_by_decision() -> pl.Expr:
    """The day the package ended; where it was suspended until then, the day the suspension began.

    Source: Client Level Data guidance Release 1 (a suspended service stays open until its ending is confirmed).
    """
    ended_on = pl.when(pl.col("state") == "ended").then(pl.min_horizontal("package_ends_on", "suspended_on"))
    return ended_on.alias("decided_end")


def ended() -> pl.Expr:
    """Whichever came first, the person's death too; nothing while the support goes on."""
    return pl.min_horizontal("planned_end", "decided_end", "date_of_death")


# What it is


def service_type() -> pl.Expr:
    """By the component (data/service_types.csv); to somebody in prison, community support is prison support.

    A carer's plan supports the carer directly, unless its component involves the person cared for.
    """
    by_component = pl.col("component").replace_strict(
        pairs("service_types", "component", "service_type"), default=None, return_dtype=pl.String
    )
    for_carer = pl.when(by_component.str.starts_with("Unpaid carer support")).then(by_component)
    in_prison = (pl.col("accommodation_status") == PRISON) & (by_component == COMMUNITY)
    return (
        pl.when(pl.col("kind_of_plan") == "carer")
        .then(pl.coalesce(for_carer, pl.lit("Unpaid carer support: Direct to unpaid carer")))
        .when(in_prison)
        .then(pl.lit(PRISON_SERVICE))
        .otherwise(by_component)
    )


def delivery_mechanism() -> pl.Expr:
    """A direct payment; else the personal budget the council manages; blank for care homes.

    What is short term is outside the personal budget (SI 2014/2840), and so is a plan without one: there the council
    commissions. Source: Care Act 2014 ss.26, 31; Client Level Data guidance Release 1 (care homes leave it blank).
    """
    short_term = pl.col("service_type").str.starts_with(SHORT_TERM)
    return (
        pl.when(pl.col("service_type").is_in(CARE_HOMES))
        .then(None)
        .when(pl.col("how") == "direct_payment")
        .then(pl.lit("Direct payment"))
        .when(pl.col("has_budget") & ~short_term)
        .then(pl.lit("CASSR managed personal budget"))
        .otherwise(pl.lit("CASSR commissioned support"))
    )


def outcome_of_service() -> pl.Expr:
    """What goes on, goes on; what ended, ended by death, by a move, as planned, or by another decision."""
    end = pl.col("ends_on")
    return (
        pl.when(end.is_null())
        .then(pl.lit("service_goes_on"))
        .when(end == pl.col("date_of_death"))
        .then(pl.lit("deceased"))
        .when(end == pl.col("moved_away_on"))
        .then(pl.lit("moved_away"))
        .when(end == pl.col("planned_end"))
        .then(pl.lit("ended_as_planned"))
        .otherwise(pl.lit("ended_otherwise"))
    )


# What it costs, before what the person pays of it


def unit_cost() -> pl.Expr:
    """The price awarded; after a change of the package, what is now paid for a unit; else what was planned.

    Source: Client Level Data guidance Release 1 (gross, the latest known cost).
    """
    paid = pl.when(paid_once()).then("funded_one_off").otherwise("funded_weekly")
    now = (paid / pl.col("quantity")).round(2, mode="half_away_from_zero")
    awarded = pl.when(pl.col("decided_as") != "change").then("awarded_price")
    return pl.coalesce(awarded, now, pl.col("unit_cost"))


def cost_frequency() -> pl.Expr:
    """By the unit (data/cost_frequencies.csv); what is paid once is one-off, whatever its unit."""
    by_unit = pl.col("unit").replace_strict(
        pairs("cost_frequencies", "unit", "cost_frequency"), default=None, return_dtype=pl.String
    )
    return pl.when(paid_once()).then(pl.lit("One-off")).otherwise(by_unit)


def planned_units() -> pl.Expr:
    """Units a week; what is paid once has none."""
    return pl.when(~paid_once()).then(pl.col("quantity"))
