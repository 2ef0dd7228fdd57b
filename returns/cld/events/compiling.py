"""Casework as one file of Client Level Data: every event of a period in the columns of a release, and its lineage."""

from dataclasses import dataclass

import polars as pl

from returns.cld.events.assessments import assessment_events
from returns.cld.events.carers import ADULTS, CARERS, carers_known_by_association, caring
from returns.cld.events.casework_frames import Casework
from returns.cld.events.financial_assessments import financial_assessment_events, people_with_funding
from returns.cld.events.lineage import LINEAGE
from returns.cld.events.people import only_of_service_users, people_told
from returns.cld.events.period import Period
from returns.cld.events.releases import in_words_of
from returns.cld.events.requests import request_events
from returns.cld.events.reviews import review_events
from returns.cld.events.support import service_events, services_of
from returns.cld.events.urgent_support import urgent_support_events
from returns.specification import specification

# Our column for each field of the specification; what is not here casework does not hold, and stays blank.
COLUMN_OF = {
    "LA Code": "la_code",
    "Reporting Period Start Date": "period_start",
    "Reporting Period End Date": "period_end",
    "NHS Number": "nhs_number",
    "LA Person Unique Identifier": "council_number",
    "First Name": "first_name",
    "Last Name": "last_name",
    "GP Practice Name": "gp_practice_name",
    "GP Practice Code": "gp_practice_code",
    "Gender": "gender",
    "Ethnicity": "ethnicity",
    "Date of Birth": "date_of_birth",
    "Date of Death": "date_of_death",
    "Client Type": "client_type",
    "Primary Support Reason": "primary_support_reason",
    "Postcode": "postcode",
    "Accommodation Status": "accommodation_status",
    "Employment Status": "employment_status",
    "Has Unpaid Carer": "has_unpaid_carer",
    "Autism Spectrum Disorder (ASD)": "autism",
    "Visual Impairment": "visual_impairment",
    "Hearing Impairment": "hearing_impairment",
    "Dementia": "dementia",
    "Client Funding Status": "client_funding_status",
    "Event Type": "event_type",
    "Event Reference": "event_reference",
    "Event Start Date": "event_start_date",
    "Event End Date": "event_end_date",
    "Event Description": "event_description",
    "Event Outcome": "event_outcome",
    "Request: Route of Access": "route_of_access",
    "Assessment Type": "assessment_type",
    "Eligible Needs Identified": "eligible_needs",
    "Method of Assessment": "method_of_assessment",
    "Total Hrs Caring per week": "hours_caring",
    "No. of adults being cared for": "adults_cared_for",
    "Adult 1 Linked Person_ID": "adult_1",
    "Adult 2 Linked Person_ID": "adult_2",
    "Adult 3 Linked Person_ID": "adult_3",
    "Service Type": "service_type",
    "Service Component": "service_component",
    "Delivery Mechanism": "delivery_mechanism",
    "Provider CQC Location Name": "care_provider",
    "Provider CQC Location ID": "cqc_location",
    "Review Reason": "review_reason",
    "Review Outcomes Achieved": "outcomes_achieved",
    "Method of Review": "method_of_review",
    "Unit Cost": "unit_cost",
    "Cost Frequency (Unit Type)": "cost_frequency",
    "Planned units per week": "planned_units",
}
KINDS = {"text": pl.String, "list": pl.String, "date": pl.Date, "number": pl.Float64, "whole number": pl.Int64}
ABOUT_CARING = ("hours_caring", "adults_cared_for", *ADULTS)
IN_ORDER = ("person", "event_start_date", "event_type", "event_reference")


@dataclass(frozen=True, kw_only=True)
class Compiled:
    """The rows for the centre, named by the specification, and row for row beside them where each comes from."""

    release: str
    rows: pl.DataFrame
    lineage: pl.DataFrame


def compiled(casework: Casework, period: Period, *, release: str, la_code: str) -> Compiled:
    """Every event of the period as Client Level Data of a release. The same casework always gives the same rows.

    Args: the council's own code at the centre. Nothing here asks the database.
    """
    told = events_with_people(casework, period).with_columns(
        la_code=pl.lit(la_code), period_start=pl.lit(period.start), period_end=pl.lit(period.end)
    )
    spec = specification("cld", release)
    rows = told.select(_column(told, field.name, KINDS[field.kind]) for field in spec.fields)
    return Compiled(release=release, rows=in_words_of(rows, spec), lineage=told.select(LINEAGE))


def events_with_people(casework: Casework, period: Period) -> pl.DataFrame:
    """The events of the period, each with the person it is about, in an order that never varies."""
    people = people_with_funding(people_told(casework.people, period), casework.charges, period)
    events = events_of(casework, people, period)
    linked = events.join(caring(casework.carers, people, period), on="person_id", how="left")
    only_of_carers = [
        pl.when(pl.col("client_type").is_in(CARERS)).then(pl.col(name)).alias(name) for name in ABOUT_CARING
    ]
    told = linked.join(people.drop("client_type"), on="person_id").with_columns(*only_of_carers)
    return told.with_columns(*only_of_service_users()).sort(IN_ORDER, nulls_last=True)


def events_of(casework: Casework, people: pl.DataFrame, period: Period) -> pl.DataFrame:
    """Every kind of event one under another, and a row for each carer known by association."""
    given = services_of(casework.support, casework.funded, casework.awards, people, period)
    events = pl.concat(
        [
            request_events(casework.contacts, people, given, casework.acts, period),
            assessment_events(casework.assessments, casework.acts, period),
            financial_assessment_events(casework.charges, people, casework.acts, period),
            service_events(given, casework.acts),
            urgent_support_events(casework.urgent, people, casework.acts, period),
            review_events(casework.acts, casework.changes, casework.packages, period),
        ],
        how="diagonal",
    )
    alone = carers_known_by_association(casework.carers, events, casework.acts, people, period)
    return pl.concat([events, alone], how="diagonal")


def _column(told: pl.DataFrame, field: str, kind: type[pl.DataType]) -> pl.Expr:
    """A field's column, an empty text being a blank."""
    name = COLUMN_OF.get(field)
    if name is None:
        return pl.lit(None, dtype=kind).alias(field)
    column = pl.col(name)
    told_of = pl.when(column != "").then(column) if told.schema[name] == pl.String else column
    return told_of.cast(kind).alias(field)
