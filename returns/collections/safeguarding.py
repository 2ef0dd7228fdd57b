"""Tables SG1 to SG4 of the Safeguarding Adults Collection, and measure 4B. SG5 is not computed: it is not known.

An enquiry counts as begun, and as concluded, in the period its day falls in. Readings: docs/decisions.
"""

import polars as pl

from returns.collections.counting import (
    ALL,
    NOT_RECORDED,
    OLDEST,
    RECORD,
    Counted,
    Measured,
    Period,
    age_on,
    band,
    counts_in,
    each_of,
    recorded,
    with_all,
)
from returns.collections.specification import values_of

SECTION_42, OTHER = "Section 42", "Other"
ENQUIRIES = [SECTION_42, OTHER]
INVOLVED = ["Concern", "Section 42 enquiry", "Other enquiry"]
AGES = {"18-64": (18, 64), "65-74": (65, 74), "75-84": (75, 84), "85-94": (85, 94), "95 and over": (95, OLDEST)}
# What is told of a person is what their last concern tells.
OF_A_PERSON = (
    "Date of birth",
    "Date of death",
    "Gender",
    "Ethnic group",
    "Primary support reason",
    "Reported health conditions",
)
TOLD_OF_A_PERSON = {
    "SAC_SG1B": ("Gender", "gender"),
    "SAC_SG1C": ("Ethnic group", "ethnic_group"),
    "SAC_SG1D": ("Primary support reason", "support_reason"),
    "SAC_SG1E": ("Reported health conditions", "health_condition"),
}
TOLD_OF_A_RISK = {
    "SAC_SG2A": ("Types of risk", "risk_type"),
    "SAC_SG2B": ("Locations of risk", "risk_location"),
    "SAC_SG2C": ("Risk outcome", "risk_outcome"),
}
LESS_RISK = ["Risk reduced", "Risk removed"]
MEASURE_4B = {"4B": "Section 42 enquiries in which a risk was found and then reduced or removed"}


def tables(rows: pl.DataFrame, period: Period) -> list[Counted | Measured]:
    """Every table of the return from the rows of its layout, as read."""
    people, done = involved(rows, period), concluded(rows, period)
    return [
        cases(rows, period),
        individuals_by_age(people),
        *(individuals_by(people, file, *told) for file, told in TOLD_OF_A_PERSON.items()),
        *(risks_by(done, file, *told) for file, told in TOLD_OF_A_RISK.items()),
        capacity(done),
        support(done),
        outcomes_asked(done),
        outcomes_achieved(done),
        measure_4b(done),
    ]


def begun(rows: pl.DataFrame, period: Period) -> pl.DataFrame:
    """Enquiries begun in the period."""
    return rows.filter(pl.col("Enquiry").is_in(ENQUIRIES), period.holds("Date enquiry began"))


def concluded(rows: pl.DataFrame, period: Period) -> pl.DataFrame:
    """Enquiries concluded in the period."""
    return rows.filter(pl.col("Enquiry").is_in(ENQUIRIES), period.holds("Date enquiry concluded"))


def cases(rows: pl.DataFrame, period: Period) -> Counted:
    """The totals of cases: concerns raised, and enquiries of each kind begun and concluded."""
    raised = rows.filter(period.holds("Date concern raised")).with_columns(Case=pl.lit("Concern raised"))
    parts = [raised, _as_cases(begun(rows, period), "begun"), _as_cases(concluded(rows, period), "concluded")]
    members = pl.concat([part.select("Case", RECORD) for part in parts])
    enquiries = [f"{kind} enquiry {what}" for what in ("begun", "concluded") for kind in ENQUIRIES]
    return Counted(file="SAC_SG1_cases", members=members, cells={"Case": ["Concern raised", *enquiries]})


def _as_cases(enquiries: pl.DataFrame, what: str) -> pl.DataFrame:
    return enquiries.with_columns(Case=pl.format("{} enquiry {}", "Enquiry", pl.lit(what)))


# SG1: individuals


def involved(rows: pl.DataFrame, period: Period) -> pl.DataFrame:
    """A row for each record by which somebody was involved in the period, with what is told of them."""
    raised = rows.filter(period.holds("Date concern raised")).with_columns(Involved=pl.lit("Concern"))
    enquired = begun(rows, period).with_columns(Involved=pl.format("{} enquiry", "Enquiry"))
    members = pl.concat([part.select("Involved", "Person reference", RECORD) for part in (raised, enquired)])
    age = age_on("Date of birth", _end_or_death(period))
    told = persons(rows).with_columns(band(age, AGES).alias("Age band"))
    return members.join(told, on="Person reference").rename({"Person reference": "ID"})


def persons(rows: pl.DataFrame) -> pl.DataFrame:
    """Each person once, told of as the last of their concerns that says it does."""
    ordered = rows.sort("Date concern raised", "Concern reference")
    last = [pl.col(name).drop_nulls().last() for name in OF_A_PERSON]
    return ordered.group_by("Person reference").agg(last)


def _end_or_death(period: Period) -> pl.Expr:
    """The day of the age: the end of the period, or of death where that came before."""
    died = pl.col("Date of death")
    return pl.when(died <= period.end).then(died).otherwise(pl.lit(period.end))


def individuals_by_age(people: pl.DataFrame) -> Counted:
    """SG1a: individuals by age band, each once in each way of being involved."""
    members = with_all(people.select("Involved", "Age band", "ID", RECORD), "Age band")
    cells = {"Involved": INVOLVED, "Age band": [*AGES, NOT_RECORDED, ALL]}
    return Counted(file="SAC_SG1A", members=members, cells=cells, people=True)


def individuals_by(people: pl.DataFrame, file: str, column: str, values: str) -> Counted:
    """SG1b to SG1e: individuals by something told of them; with several health conditions, in each."""
    told = each_of(column) if column == "Reported health conditions" else recorded(column)
    members = people.select("Involved", told, "ID", RECORD)
    if members.schema[column] == pl.List:
        members = members.explode(column, empty_as_null=False)
    cells = {"Involved": INVOLVED, column: [*values_of(values), NOT_RECORDED, ALL]}
    return Counted(file=file, members=with_all(members, column), cells=cells, people=True)


# SG2: risks of concluded enquiries


def risks_by(done: pl.DataFrame, file: str, column: str, values: str) -> Counted:
    """SG2: concluded enquiries by type, location or outcome of the risk and its source; with several, in each."""
    told = recorded(column) if column == "Risk outcome" else each_of(column)
    members = done.select("Enquiry", told, recorded("Source of risk"), RECORD)
    if members.schema[column] == pl.List:
        members = members.explode(column, empty_as_null=False)
    sources = [*values_of("risk_source"), NOT_RECORDED, ALL]
    cells = {"Enquiry": ENQUIRIES, column: [*values_of(values), NOT_RECORDED, ALL], "Source of risk": sources}
    return Counted(file=file, members=with_all(members, column, "Source of risk"), cells=cells)


# SG3 and SG4


def capacity(done: pl.DataFrame) -> Counted:
    """SG3: concluded enquiries by the person's mental capacity."""
    return _by(done, "SAC_SG3", "Mental capacity", "capacity")


def support(done: pl.DataFrame) -> Counted:
    """SG3: of those who lacked capacity, whether an advocate, a friend or family supported them."""
    lacking = done.filter(pl.col("Mental capacity") == "Lacks capacity")
    return _by(lacking, "SAC_SG3_support", "Supported by advocate, friend or family", "yes_no_not_known")


def outcomes_asked(done: pl.DataFrame) -> Counted:
    """SG4: concluded enquiries by whether the person was asked what they wished for, and said."""
    return _by(done, "SAC_SG4", "Desired outcomes asked", "outcomes_asked")


def outcomes_achieved(done: pl.DataFrame) -> Counted:
    """SG4: of those who expressed outcomes, how far these were achieved."""
    expressed = done.filter(pl.col("Desired outcomes asked") == "Asked, outcomes expressed")
    return _by(expressed, "SAC_SG4_achieved", "Desired outcomes achieved", "outcomes_achieved")


def _by(enquiries: pl.DataFrame, file: str, column: str, values: str) -> Counted:
    members = with_all(enquiries.select("Enquiry", recorded(column), RECORD), column)
    cells = {"Enquiry": ENQUIRIES, column: [*values_of(values), NOT_RECORDED, ALL]}
    return Counted(file=file, members=members, cells=cells)


def measure_4b(done: pl.DataFrame) -> Measured:
    """ASCOF 4B from 2023-24: of concluded section 42 enquiries that found a risk, those that reduced or removed it."""
    found = done.filter(pl.col("Enquiry") == SECTION_42, pl.col("Risk outcome").is_in([*LESS_RISK, "Risk remained"]))
    members = found.select(pl.lit("4B").alias("Measure"), counts_in(pl.col("Risk outcome").is_in(LESS_RISK)), RECORD)
    return Measured(file="ASCOF_4B", members=members, titles=MEASURE_4B)
