"""ASCOF 3D: self-directed support (3D1) and direct payments (3D2), of clients (a) and of carers (b) (rule 10)."""

import polars as pl

from returns.cld.collation import says
from returns.figures.carers import (
    BUDGET,
    COMMISSIONED,
    DIRECT,
    PAYMENT,
    UNKNOWN_MECHANISM,
    at_best_support,
    carers,
    without_direct_support,
)
from returns.figures.counting import Files, counted, records
from returns.figures.lts001 import at_snapshot
from returns.figures.percentages import rounded_percentage, side_by_side
from returns.figures.persons import PERSON, older, working_age
from returns.figures.window import Window

DIRECT_PAYMENT = "Direct Payment"
CLIENT_BANDS = {"Total": pl.lit(True), "1864": working_age(), "65Over": older()}
CARER_BANDS = {
    # includes the carers whose age nobody knows, who count as 223 years old (0.5)
    "Total": pl.col("Der_Age_EndDate") > 17,
    "1864": working_age("Der_Age_EndDate"),
    "65Over": pl.col("Der_Age_EndDate").is_between(65, 200),
}


def ascof_3d(submission: pl.DataFrame, window: Window, *, corrected: bool) -> Files:
    """Clients on the last day, carers in the period; in all and by age. A council without clients is not printed."""
    rows = _clients(submission, window, corrected=corrected)
    clients = {band: _best_setting(rows.filter(ages), corrected=corrected) for band, ages in CLIENT_BANDS.items()}
    supported = _carers(submission, window, corrected=corrected)
    figures = side_by_side(
        *(_client_figures(clients[band], band) for band in CLIENT_BANDS),
        *(_carer_figures(supported.filter(ages), band) for band, ages in CARER_BANDS.items()),
    )
    lineage = {f"ASCOF_3D_Clients_{band}_persons": people for band, people in clients.items()}
    return {"ASCOF_3D": figures, "ASCOF_3D_Carers_persons": supported} | lineage


# Clients


def _clients(submission: pl.DataFrame, window: Window, *, corrected: bool) -> pl.DataFrame:
    """As LTS001b; but a community service whose component is a direct payment ranks as one."""
    rows = at_snapshot(submission, window, corrected=corrected)
    by_component = says("service_type", "Long Term Support: Community") & says("service_component", DIRECT_PAYMENT)
    return rows.with_columns(rank=pl.when(by_component).then(3).otherwise("rank"))


def _best_setting(rows: pl.DataFrame, *, corrected: bool) -> pl.DataFrame:
    """The rows of each person at their lowest rank, alike rows once.

    As published a rank found in one council also keeps the person's rows of that rank in another (10 [BUG]).
    """
    best = rows.group_by(PERSON).agg(pl.col("rank").min())
    keys = [*PERSON, "rank"] if corrected else ["ID", "rank"]
    kept = rows.join(best.select(keys).unique(), on=keys, how="semi")
    return kept.group_by(*PERSON, "service_type", "service_component", "delivery_mechanism").agg(
        pl.col("Service_Type", "Service_Component", "Delivery_Mechanism").min(), records()
    )


def _client_figures(people: pl.DataFrame, band: str) -> pl.DataFrame:
    community = people.filter(says("service_type", "Long Term Support: Community"))
    payment = says("delivery_mechanism", DIRECT_PAYMENT) | says("service_component", DIRECT_PAYMENT)
    budget = says("delivery_mechanism", "CASSR Managed Personal Budget")
    return _measure(community, {"3D1a": payment | budget, "3D2a": payment}, band, "Client")


# Carers


def _carers(submission: pl.DataFrame, window: Window, *, corrected: bool) -> pl.DataFrame:
    rows = carers(submission, window, corrected=corrected).with_columns(Support_Provided=_support(corrected=corrected))
    best = at_best_support(rows).rename({"age": "Der_Age_EndDate"})
    # alike rows once, the age among what makes them alike: a carer with two ages can be in two bands
    return best.group_by(*PERSON, "Support_Provided", "Der_Age_EndDate").agg(records())


def _support(*, corrected: bool) -> pl.Expr:
    """As LTS003, but a component that is a direct payment makes it one too.

    As published a row without any component is then in no class at all and its carer is lost (10 [BUG]).
    """
    direct = says("service_type", DIRECT)
    by_component = says("service_component", DIRECT_PAYMENT)
    other_component = ~by_component.fill_null(False) if corrected else ~by_component
    return (
        pl.when(direct & (says("delivery_mechanism", DIRECT_PAYMENT) | by_component))
        .then(pl.lit(PAYMENT))
        .when(direct & other_component & says("delivery_mechanism", "CASSR Managed Personal Budget"))
        .then(pl.lit(BUDGET))
        .when(direct & other_component & says("delivery_mechanism", "CASSR Commissioned support"))
        .then(pl.lit(COMMISSIONED))
        .when(direct & other_component)
        .then(pl.lit(UNKNOWN_MECHANISM))
        .otherwise(without_direct_support())
    )


def _carer_figures(people: pl.DataFrame, band: str) -> pl.DataFrame:
    supported = people.filter(pl.col("Support_Provided").is_in([PAYMENT, BUDGET, COMMISSIONED]))
    payment = pl.col("Support_Provided") == PAYMENT
    self_directed = pl.col("Support_Provided").is_in([PAYMENT, BUDGET])
    return _measure(supported, {"3D1b": self_directed, "3D2b": payment}, band, "Carer")


# Both


def _measure(people: pl.DataFrame, numerators: dict[str, pl.Expr], band: str, who: str) -> pl.DataFrame:
    """Distinct people by council: all, those of each numerator, and the percentage; no numerator is nothing, not 0."""
    denominator = f"{band}_{who}_Denom"
    figures = side_by_side(
        counted(people, ["LA_Code"], denominator),
        *(counted(people.filter(kind), ["LA_Code"], f"{part}_{band}_Num") for part, kind in numerators.items()),
    )
    return figures.with_columns(
        rounded_percentage(f"{part}_{band}_Num", denominator).alias(f"{part}_{band}_Outcome") for part in numerators
    )
