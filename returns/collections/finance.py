"""Tables of the Adult Social Care Finance Return, in thousands of pounds: gross less income is net.

Where a line does not say its gross or its net, they are worked out of what it does say.
"""

from functools import reduce

import polars as pl

from returns.collections.counting import ALL, RECORD, Period, Summed, grid_of, percentage, recorded, with_all
from returns.collections.specification import values_of

PROVISION = ["Own provision", "Provision by others", "Grants to voluntary organisations"]
INCOME = ["Client contributions", "Joint arrangements", "NHS income", "Other income"]
GROSS, NET = "Gross current expenditure", "Net current expenditure"
MONEY = [*PROVISION, GROSS, *INCOME, NET]
ACTIVITY = ["Resident weeks, own", "Resident weeks, external", "ST-Max hours"]
LINE = ["Part", "Age band", "Primary support reason", "Setting or service"]
AGES = ["18-64", "65 and over"]
LONG_TERM = slice(0, 7)
SHORT_TERM = slice(7, 9)
SHARES = {"Own share": "Own provision", "Others share": "Provision by others"}


def tables(rows: pl.DataFrame, period: Period) -> list[Summed]:
    """Every table of the return from the rows of its layout, as read."""
    named = rows.with_columns(recorded(name) for name in LINE)
    worked_out = named.with_columns(_gross()).with_columns(_net())
    return [lines(worked_out), totals(worked_out), activity(worked_out)]


def lines(rows: pl.DataFrame) -> Summed:
    """Every line: those of FR001 and FR002 all named, the others as they come."""
    cells = dict.fromkeys(LINE, ())
    return Summed(file="ASCFR_lines", members=rows, cells=cells, measures=MONEY, grid=long_and_short_term())


def totals(rows: pl.DataFrame) -> Summed:
    """Each part by age band, and all of them, with the shares of own provision and of provision by others."""
    members = with_all(rows.select("Part", "Age band", *MONEY, RECORD), "Part", "Age band")
    cells = {"Part": [*values_of("finance_part"), ALL], "Age band": [*values_of("finance_age"), ALL]}
    shares = {name: _share(of) for name, of in SHARES.items()}
    return Summed(file="ASCFR_totals", members=members, cells=cells, measures=MONEY, beside=shares)


def activity(rows: pl.DataFrame) -> Summed:
    """Resident weeks by support reason and age, for nursing and residential care, and ST-Max hours."""
    known = rows.filter(pl.any_horizontal(pl.col(name).is_not_null() for name in ACTIVITY))
    cells = dict.fromkeys(LINE, ())
    return Summed(file="ASCFR_activity", members=known, cells=cells, measures=ACTIVITY, grid=grid_of(cells))


def long_and_short_term() -> pl.DataFrame:
    """The lines of FR001 and FR002, in their order."""
    settings, reasons = values_of("finance_setting"), values_of("finance_reason")[:5]
    parts = [("FR001", settings[LONG_TERM]), ("FR002", settings[SHORT_TERM])]
    return pl.concat([grid_of(dict(zip(LINE, ([part], AGES, reasons, of), strict=True))) for part, of in parts])


def _gross() -> pl.Expr:
    return pl.coalesce(GROSS, _sum(PROVISION)).alias(GROSS)


def _net() -> pl.Expr:
    return pl.coalesce(NET, pl.col(GROSS).fill_null(0) - _sum(INCOME)).alias(NET)


def _sum(names: list[str]) -> pl.Expr:
    return reduce(lambda one, other: one + other, [pl.col(name).fill_null(0) for name in names])


def _share(of: str) -> pl.Expr:
    """A share of the three kinds of provision together, with one decimal."""
    hundredths = [(pl.col(name) * 100).cast(pl.Int64).alias(name) for name in PROVISION]
    whole = reduce(lambda one, other: one + other, hundredths)
    above = next(each for each, name in zip(hundredths, PROVISION, strict=True) if name == of)
    return percentage(above, whole)
