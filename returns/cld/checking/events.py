"""The rules of the event: its kind, its days, its outcome, and what each kind of event tells."""

from collections.abc import Iterator

import polars as pl

from returns.cld.checking.findings import Check, Finding, Suspicion, blank, filled, is_not_for, must_be_filled
from returns.cld.checking.specification import EVENTS, FIELDS, Asked
from returns.cld.checking.traits import begins, says, trait

EVENT_FIELDS = tuple(field.name for field in FIELDS if len(field.used_on) == 1 or field.name.startswith("Event "))
COMPLETED = pl.col("request") | pl.col("assessment") | pl.col("review")
IS_EVENT = ~pl.col("by_association")
ROUTE = "Request: Route of Access"
# What the centre does not want, as words in a description (CLD034, CLD035, CLD037).
CANCELLED = r"(?i)\bcancell?ed\b"
NOT_SENT = (
    r"(?i)\b(dols|deprivation of liberty|safeguarding enquiry|section 42|mental capacity act|mental health act)\b"
)
OPEN_SERVICE = ("provision of service", "continuation of support or services")


def checks(asked: Asked) -> Iterator[Check]:
    """Every rule of the event that one row shows."""
    yield from _submission(asked)
    yield from _kinds()
    yield from _days(asked)
    yield from _death()
    yield from _outcome()
    yield from _requests_and_assessments()
    yield from _reviews()
    yield from _descriptions()


def _submission(asked: Asked) -> Iterator[Check]:
    yield must_be_filled("CLD001", "LA Code", on=pl.lit(value=True))
    for column, name, day in (
        ("Reporting Period Start Date", "period_start", asked.period_start),
        ("Reporting Period End Date", "period_end", asked.period_end),
    ):
        yield must_be_filled("CLD001", column, on=pl.lit(value=True))
        told = f"The day is not {day:%d/%m/%Y}, for which this file is checked."
        yield Finding("CLD001", column, told, pl.col(name) != day)


def _kinds() -> Iterator[Check]:
    yield must_be_filled("CLD025", "Event Type", on=IS_EVENT)
    known = trait("Event Type is known", "Event Type", pl.col("Event Type").is_in(EVENTS))
    told = "The event is none of Request, Assessment, Service and Review."
    yield Finding("CLD025", "Event Type", told, IS_EVENT & ~known)
    on = pl.col("by_association")
    yield Suspicion(on, tuple(is_not_for("CLD026", EVENT_FIELDS, on=on, where=" for a carer known by association")))
    for field in FIELDS:
        if len(field.used_on) > 1 or field.name == ROUTE:
            continue
        others = says("Event Type", *[kind.lower() for kind in EVENTS if kind not in field.used_on])
        where = f" on an event that is not a {field.used_on[0].lower()}"
        yield from is_not_for("CSN012", [field.name], on=IS_EVENT & others, where=where)


def _days(asked: Asked) -> Iterator[Check]:
    start, end = pl.col("start"), pl.col("end")
    yield must_be_filled("CLD027", "Event Start Date", on=IS_EVENT)
    yield Finding("CLD028", "Event End Date", "The event ends before it began.", end < start)
    where = " on a request, an assessment or a review: only what has ended is sent"
    yield must_be_filled("CLD029", "Event End Date", on=COMPLETED & IS_EVENT, where=where)
    told = "The request, assessment or review does not end in the period."
    outside = (end < asked.period_start) | (end > asked.period_end)
    yield Finding("CLD030", "Event End Date", told, COMPLETED & IS_EVENT & outside)
    service = pl.col("service") & IS_EVENT
    told = "The service began after the period."
    yield Finding("CLD031", "Event Start Date", told, service & (start > asked.period_end))
    told = "The service ended before the period."
    yield Finding("CLD031", "Event End Date", told, service & (end < asked.period_start))
    told = "The event began before the person was born."
    yield Finding("CSN008", "Event Start Date", told, start < pl.col("birth"))


def _death() -> Iterator[Check]:
    start, end, death = pl.col("start"), pl.col("end"), pl.col("death")
    told = "The event is open, or ends, after the person died."
    open_after = filled("Date of Death") & pl.col("service") & blank("Event End Date")
    yield Finding("CLD021", "Event End Date", told, IS_EVENT & (open_after | (end > death)))
    told = "The service has no end, though the person has died."
    yield Finding("CLD032", "Event End Date", told, IS_EVENT & open_after)
    yield Finding("CSN009", "Event Start Date", "The event began after the person died.", start > death)


def _outcome() -> Iterator[Check]:
    outcome = pl.col("Event Outcome")
    financial = pl.col("assessment") & pl.col("financial")
    yield must_be_filled("CLD041", "Event Outcome", on=IS_EVENT & ~financial)
    told = "There is more than one outcome; the highest in the order of the list is sent."
    yield Finding("CLD042", "Event Outcome", told, outcome.str.contains(r"[;|\n]"))
    on = pl.col("service") & blank("Event End Date")
    told = "The service is open, and its outcome is not that support goes on."
    yield Finding("CLD043", "Event Outcome", told, on & ~says("Event Outcome", *OPEN_SERVICE))
    told = "The outcome of a running service stands on a review."
    yield Finding("CLD044", "Event Outcome", told, pl.col("review") & says("Event Outcome", "provision of service"))


def _requests_and_assessments() -> Iterator[Check]:
    request, assessment = pl.col("request") & IS_EVENT, pl.col("assessment") & IS_EVENT
    yield must_be_filled("CLD045", ROUTE, on=request, where=" on a request")
    other = pl.col("assessment") | pl.col("service") | pl.col("review")
    yield from is_not_for("CLD045", [ROUTE], on=IS_EVENT & other, where=" on an event that is not a request")
    told = "The route is blank; for a carer it is the community route where no other is known."
    yield Finding("CLD047", ROUTE, told, request & pl.col("carer") & blank(ROUTE))
    yield must_be_filled("CLD048", "Assessment Type", on=assessment, where=" on an assessment")
    on = assessment & ~pl.col("financial")
    yield must_be_filled("CLD049", "Method of Assessment", on=on, where=" on an assessment that is not financial")
    yield must_be_filled("CLD050", "Eligible Needs Identified", on=on, where=": it may be told on an assessment")


def _reviews() -> Iterator[Check]:
    review = pl.col("review") & IS_EVENT
    yield must_be_filled("CLD060", "Review Reason", on=review, where=" on a review")
    yield must_be_filled("CLD061", "Method of Review", on=review, where=" on a review")
    planned = begins("Review Reason", "planned")
    yield must_be_filled("CLD062", "Review Outcomes Achieved", on=review & planned, where=" on a planned review")
    told = "The reason is blank; for a carer it is planned where no other is known."
    yield Finding("CLD063", "Review Reason", told, review & pl.col("carer") & blank("Review Reason"))


def _descriptions() -> Iterator[Check]:
    text = pl.col("Event Description")
    cancelled = text.str.contains(CANCELLED)
    told = "The description says that this was cancelled: what was cancelled is not sent."
    on_service = pl.col("service") & (blank("Event End Date") | (pl.col("start") >= pl.col("end")))
    found = (
        Finding("CLD034", "Event Description", told, cancelled & on_service),
        Finding("CLD035", "Event Description", told, cancelled & COMPLETED),
        Finding(
            "CLD037",
            "Event Description",
            "The description names deprivation of liberty, safeguarding, mental capacity or mental health work.",
            text.str.contains(NOT_SENT),
        ),
    )
    yield Suspicion(filled("Event Description"), found)
