"""Tables of the two surveys: who answered, what they answered, and the measures taken from the answers.

The result of a question is taken stratum by stratum: the share of the answers of a stratum counts for as many people
as the stratum has. Source: data/survey_measures.csv, a row a measure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import polars as pl

from returns.collections.counting import RECORD, Counted, Period, grid_of, with_records
from returns.collections.specification import Collection, collection
from returns.figures.counting import Files
from returns.reference import rows_of
from returns.specification import Field

ERROR = "-9"
# A carer's answer to one of the six questions on quality of life, best to worst.
WORTH = {"Best": 2, "Middle": 1, "Worst": 0}
# The most that eight answers of 1 (best) to 4 give, as the survey's code reckons it.
LEAST_OF_EIGHT = 32
SATISFIED = "q1, combined"
ONE_STRATUM = "All carers"


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One measure: of the answers to a question those that count, of those asked about; or a score of several."""

    framework: str
    name: str
    title: str
    unit: str
    questions: tuple[str, ...]
    counts: tuple[str, ...]
    of: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Weighted:
    """A file of measures weighted by stratum; `members` has Framework, Measure, Stratum, Population, Worth, record."""

    file: str
    members: pl.DataFrame
    measures: Sequence[Measure]

    def files(self) -> Files:
        lineage = with_records(self.members, ["Framework", "Measure", RECORD])
        figures = [self._figure(measure) for measure in self.measures]
        return {
            self.file: pl.DataFrame(figures, schema=dict.fromkeys(COLUMNS, pl.String), orient="row"),
            f"{self.file}_rows": lineage.select("Framework", "Measure", "record_ids"),
        }

    def _figure(self, measure: Measure) -> tuple[str, ...]:
        mine = self.members.filter(pl.col("Framework") == measure.framework, pl.col("Measure") == measure.name)
        strata = mine.group_by("Stratum").agg(pl.col("Population").max(), pl.col("Worth").sum(), Answers=pl.len())
        above, below = weighted(strata)
        factor = 100 if measure.unit == "%" else 1
        outcome = rounded(factor * above / below, 1) if below else ""
        told = rounded(above, 2), rounded(below, 2), outcome
        return measure.framework, measure.name, measure.title, measure.unit, *told


COLUMNS = ("Framework", "Measure", "Title", "Unit", "Numerator", "Denominator", "Outcome")


def weighted(strata: pl.DataFrame) -> tuple[Fraction, Fraction]:
    """What counts and what it is of: each stratum's mean times its people, over the people of the strata answered.

    Where the people of a stratum are not told, as where there is one alone, those who answered stand for them.
    """
    above = below = Fraction(0)
    for stratum in strata.iter_rows(named=True):
        people = stratum["Answers"] if stratum["Population"] is None else stratum["Population"]
        above += Fraction(people * stratum["Worth"], stratum["Answers"])
        below += people
    return above, below


def rounded(number: Fraction, places: int) -> str:
    """A number with so many decimals, a half rounded away from nought."""
    scale = 10**places
    whole = int(abs(number) * scale + Fraction(1, 2))
    sign = "-" if number < 0 and whole else ""
    return f"{sign}{whole // scale}.{whole % scale:0{places}d}"


def measures_of(survey: str) -> list[Measure]:
    """The measures taken from a survey, framework by framework."""
    return [
        Measure(
            framework=row["framework"],
            name=row["measure"],
            title=row["title"],
            unit=row["unit"],
            questions=tuple(row["questions"].split(";")),
            counts=tuple(row["counts"].split("|")),
            of=tuple(row["of"].split("|")),
        )
        for row in rows_of("survey_measures")
        if row["survey"] == survey
    ]


# Users: ASCS


def users_tables(rows: pl.DataFrame, period: Period) -> list[Counted | Weighted]:
    """Every table of the users survey from the rows of its layout, as read."""
    held = collection("ascs")
    known = rows.with_columns(_without_errors(held)).with_columns(_satisfied())
    answered = known.filter(pl.col("Response") == "1")
    return [
        responses(known, "ASCS_responses", pl.col("Stratum"), pl.col("Response") == "1"),
        answers(held, answered, "ASCS_answers", ("q",)),
        Weighted(
            file="ASCS_measures",
            members=_members(answered, measures_of("ascs"), LEAST_OF_EIGHT),
            measures=measures_of("ascs"),
        ),
    ]


def _without_errors(held: Collection) -> list[pl.Expr]:
    """An answer in error is taken as blank."""
    names = [field.name for field in held.of_kind("list") if ERROR in field.values]
    return [pl.when(pl.col(name) != ERROR).then(pl.col(name)).alias(name) for name in names]


def _satisfied() -> pl.Expr:
    """1 where q1 has the best answer of the combined scale: the first two of seven, in easy read the first."""
    easy = pl.col("Questionnaire").eq_missing(pl.lit("3"))
    best = pl.when(easy).then(pl.col("q1") == "1").otherwise(pl.col("q1").is_in(["1", "2"]))
    return pl.when(best).then(pl.lit("1")).when(pl.col("q1").is_not_null()).then(pl.lit("2")).alias(SATISFIED)


# Carers: SACE


def carers_tables(rows: pl.DataFrame, period: Period) -> list[Counted | Weighted]:
    """Every table of the carers survey from the rows of its layout, as read."""
    held = collection("sace")
    quality = [field.name for field in held.specification.fields if field.list_name == "carer_quality"]
    answered = rows.filter(pl.col("Answered") == "Yes")
    scored = answered.with_columns(pl.lit(ONE_STRATUM).alias("Stratum"), *_scored(quality))
    questions = (*quality, "Satisfaction with support", "Included or consulted", "Finding information")
    return [
        responses(rows, "SACE_responses", pl.lit(ONE_STRATUM), pl.col("Answered") == "Yes"),
        answers(held, answered, "SACE_answers", questions),
        Weighted(file="SACE_measures", members=_members(scored, measures_of("sace"), 0), measures=measures_of("sace")),
    ]


def _scored(quality: Sequence[str]) -> list[pl.Expr]:
    """The worth of each answer beside it."""
    return [pl.col(name).replace_strict(WORTH, default=None).alias(worth_of(name)) for name in quality]


def worth_of(question: str) -> str:
    """The column of what an answer is worth."""
    return f"{question}, worth"


# What both share


def responses(rows: pl.DataFrame, file: str, stratum: pl.Expr, answered: pl.Expr) -> Counted:
    """To how many the form was sent, and how many answered, in each stratum."""
    sent = rows.select(stratum.alias("Stratum"), pl.lit("Sent").alias("Counted"), RECORD)
    back = rows.filter(answered).select(stratum.alias("Stratum"), pl.lit("Answered").alias("Counted"), RECORD)
    strata = ["1", "2", "3", "4"] if file.startswith("ASCS") else [ONE_STRATUM]
    cells = {"Stratum": strata, "Counted": ["Sent", "Answered"]}
    return Counted(file=file, members=pl.concat([sent, back]), cells=cells)


def answers(held: Collection, rows: pl.DataFrame, file: str, beginnings: Sequence[str]) -> Counted:
    """How many gave each answer to each question, not weighted."""
    asked = [field for field in held.of_kind("list") if field.name.startswith(tuple(beginnings))]
    parts = [rows.select(pl.lit(field.name).alias("Question"), _answer(field.name), RECORD) for field in asked]
    members = pl.concat(parts).drop_nulls("Answer")
    grids = [grid_of({"Question": [field.name], "Answer": _answers_of(field)}) for field in asked]
    cells: Mapping[str, Sequence[str]] = {"Question": (), "Answer": ()}
    return Counted(file=file, members=members, cells=cells, grid=pl.concat(grids))


def _answers_of(field: Field) -> list[str]:
    return [value for value in field.values if value != ERROR]


def _answer(question: str) -> pl.Expr:
    return pl.col(question).alias("Answer")


def _members(rows: pl.DataFrame, measures: Sequence[Measure], least: int) -> pl.DataFrame:
    """Who counts in each measure, in which stratum, and what their answer is worth."""
    return pl.concat([_members_of(rows, measure, least) for measure in measures])


def _members_of(rows: pl.DataFrame, measure: Measure, least: int) -> pl.DataFrame:
    asked = rows.filter(_is_asked(measure)).with_columns(Worth=_worth(measure, least).cast(pl.Int64))
    return asked.select(
        pl.lit(measure.framework).alias("Framework"),
        pl.lit(measure.name).alias("Measure"),
        "Stratum",
        _population(rows),
        "Worth",
        RECORD,
    )


def _is_asked(measure: Measure) -> pl.Expr:
    """Everybody who answered all its questions, with an answer that is asked about."""
    if measure.unit == "score":
        return pl.all_horizontal(pl.col(question).is_not_null() for question in measure.questions)
    return pl.col(measure.questions[0]).is_in(list(measure.of))


def _worth(measure: Measure, least: int) -> pl.Expr:
    """1 for an answer that counts, else 0; for a score the points of all answers together."""
    if measure.unit != "score":
        return pl.col(measure.questions[0]).is_in(list(measure.counts))
    if least:
        return least - pl.sum_horizontal(pl.col(question).cast(pl.Int64) for question in measure.questions)
    return pl.sum_horizontal(pl.col(worth_of(question)) for question in measure.questions)


def _population(rows: pl.DataFrame) -> pl.Expr:
    """The people of the stratum, where the return tells them."""
    name = "Population in stratum"
    return pl.col(name).alias("Population") if name in rows.columns else pl.lit(None, pl.Int64).alias("Population")
