"""The rules of the service: its type and component, how it is delivered, who funds it and what it costs."""

from collections.abc import Iterator

import polars as pl

from returns.cld.checking.findings import Check, Finding, Suspicion, blank, filled, must_be_filled
from returns.cld.checking.specification import Asked
from returns.cld.checking.traits import age, begins, says

SERVICE = pl.col("service") & ~pl.col("by_association")
TYPE, COMPONENT, DELIVERY = "Service Type", "Service Component", "Delivery Mechanism"
COST, FREQUENCY, UNITS = "Unit Cost", "Cost Frequency (Unit Type)", "Planned units per week"
# The centre keeps these as numeric(18,2): sixteen digits before the point.
PLAIN_NUMBER = r"^-?[0-9]{1,16}(\.[0-9]{1,2})?$"
NOT_USED = (
    "joint health and social care funded",
    "fully health funded",
    "self-funder - metering only",
)
METERING = ("self-funder - metering only", "self-funder metering only")
# Short stays and respite, of which the costs are asked whatever the type (CLD056).
COSTED = (
    "short term residential care",
    "short term nursing care",
    "carer respite",
    "unpaid carer respite",
)
BY_THE_UNIT = ("per session", "hourly", "daily")


def checks(asked: Asked) -> Iterator[Check]:
    """Every rule of the service that one row shows."""
    yield must_be_filled("CLD051", TYPE, on=SERVICE, where=" on a service")
    yield must_be_filled("CLD051", COMPONENT, on=SERVICE, where=" on a service")
    yield Suspicion(SERVICE, tuple(_of_services(asked)))
    told = "The funding is one of those not used: it is read from a financial assessment."
    yield Finding("CLD020", "Client Funding Status", told, says("Client Funding Status", *NOT_USED))
    yield from _numbers()


def _of_services(asked: Asked) -> Iterator[Finding]:
    told = "The component does not fit the type of the service."
    yield Finding("CLD052", COMPONENT, told, _misfits())
    told = "How the service is delivered is blank on a service in the community."
    yield Finding("CLD053", DELIVERY, told, says(TYPE, "long term support: community") & blank(DELIVERY))
    homes = says(TYPE, "long term support: nursing care", "long term support: residential care")
    told = "How the service is delivered is filled on a care home."
    yield Finding("CLD053", DELIVERY, told, homes & filled(DELIVERY))
    direct = says(DELIVERY, "direct payment")
    told = "The component is a direct payment and the delivery is not: it counts as a direct payment."
    yield Finding("CLD054", DELIVERY, told, says(COMPONENT, "direct payment") & ~direct.fill_null(value=False))
    told = "A direct payment stands on a service in prison."
    yield Finding("CLD055", DELIVERY, told, says(TYPE, "long term support: prison") & direct)
    yield from _costs()
    yield from _not_ours(asked)


def _costs() -> Iterator[Finding]:
    commissioned = says(DELIVERY, "cassr commissioned support").fill_null(value=False)
    kinds = begins(TYPE, "long term support", "carer support", "unpaid carer support")
    asked_for = ~commissioned & (kinds | says(COMPONENT, *COSTED))
    for column in (COST, FREQUENCY, UNITS):
        yield must_be_filled("CLD056", column, on=asked_for, where=" on a service whose cost is asked for")
    where = " where the cost is by session, hour or day"
    yield must_be_filled("CLD058", UNITS, on=says(FREQUENCY, *BY_THE_UNIT), where=where)


def _not_ours(asked: Asked) -> Iterator[Finding]:
    told = "The service is neither funded nor arranged by the council."
    metered = says("Client Funding Status", *METERING).fill_null(value=False) | says(DELIVERY, *METERING)
    yield Finding("CLD036", "Client Funding Status", told, metered)
    told = "The person is under 18 at the end of the period: what children's services provide is not sent."
    yield Finding("CLD038", "Date of Birth", told, pl.col("service_user") & (age(asked.period_end) < 18))


def _misfits() -> pl.Expr:
    """What is certain of type and component; a mixture the specification may allow is let be."""
    short_type, long_type = begins(TYPE, "short term support"), begins(TYPE, "long term support")
    short_stay = begins(COMPONENT, "short term ")
    nursing, residential = says(COMPONENT, "long term nursing care"), says(COMPONENT, "long term residential care")
    return (
        (short_stay & long_type)
        | ((nursing | residential) & (short_type | ~begins(TYPE, "long term support")))
        | (nursing & ~says(TYPE, "long term support: nursing care"))
        | (residential & ~says(TYPE, "long term support: residential care"))
    )


def _numbers() -> Iterator[Check]:
    for column in (COST, UNITS):
        told = "This is not a plain number with at most two decimals."
        yield Finding("CLD057", column, told, ~pl.col(column).str.contains(PLAIN_NUMBER))
    column = "No. of adults being cared for"
    told = "How many adults are cared for is not a whole number."
    yield Finding("CSN011", column, told, ~pl.col(column).str.contains(r"^[0-9]{1,3}$"))
