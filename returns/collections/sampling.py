"""Drawing the sample of a survey: who may be drawn, how many, and who. Nothing here knows a database.

The draw is that of the audits of case files (verification.sampling.rules): the same seed over the same people draws
the same ones, on every Python. Each stratum gives its share of the sample.
Source: data/survey_samples.csv.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

import polars as pl

from returns.reference import rows_of
from returns.refusals import UnusableInput
from verification.sampling.rules import LONGEST_SEED, Stratum, drawn_from, hash_of_population

EVERYBODY = "1"
HALF = Fraction(1, 2)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """By what the size is reckoned: the margin and the response rate as shares, and the fewest who make a survey."""

    z: Fraction
    margin: Fraction
    response_rate: Fraction
    fewest: int

    def __post_init__(self) -> None:
        if not 0 < self.response_rate <= 1:
            raise UnusableInput("A response rate is a share above 0 and up to 1, such as 0.4.")


@dataclass(frozen=True, kw_only=True)
class Draw:
    """A drawn sample, and everything by which anybody can draw it again."""

    survey: str
    seed: str
    population_sha256: str
    answers_needed: int
    # Of each stratum: its people, and how many of them are drawn.
    strata: Mapping[str, tuple[int, int]]
    drawn: Mapping[str, Sequence[str]]

    @property
    def sent(self) -> int:
        return sum(wanted for _, wanted in self.strata.values())


def settings_of(survey: str, *, response_rate: str = "") -> Settings:
    """The settings of a survey, with the council's own response rate where it says one."""
    held = {row["setting"]: row["value"] for row in rows_of("survey_samples") if row["survey"] == survey}
    try:
        rate = Fraction(response_rate or held["response_rate"])
    except (ValueError, ZeroDivisionError):
        raise UnusableInput(f"{response_rate} is not a share such as 0.4.") from None
    return Settings(
        z=Fraction(held["confidence_level_z"]),
        margin=Fraction(held["margin"]),
        response_rate=rate,
        fewest=int(held.get("fewest", "1")),
    )


def with_strata(survey: str, people: pl.DataFrame) -> pl.DataFrame:
    """The people with the stratum each is of: the four of the users survey, one of carers.

    Users: a learning disability at any age; others of 18 to 64; others of 65 and over in residential or nursing care;
    others of 65 and over in the community.
    """
    if survey == "sace":
        return people.with_columns(Stratum=pl.lit(EVERYBODY))
    in_care = pl.col("Setting").is_in(["Residential", "Nursing"])
    of_others = pl.when(pl.col("Age") < 65).then(pl.lit("2")).when(in_care).then(pl.lit("3")).otherwise(pl.lit("4"))
    has_disability = pl.col("Primary support reason") == "Learning disability"
    return people.with_columns(Stratum=pl.when(has_disability).then(pl.lit("1")).otherwise(of_others))


def answers_needed(people: int, settings: Settings) -> int:
    """The fewest answers that hold the margin, of a population of this size.

    The largest sample a share can ask (a half), with the correction for a population that is not endless.
    """
    endless = settings.z**2 * HALF * HALF / settings.margin**2
    return min(people, ceil(endless * people / (endless + people - 1))) if people else 0


def to_send(people: int, answers: int, settings: Settings) -> int:
    """How many forms bring so many answers: one more than the division gives, as the guidance's example has it."""
    return min(people, int(answers / settings.response_rate) + 1) if people else 0


def shared_out(total: int, strata: Mapping[str, int]) -> dict[str, int]:
    """A sample shared among strata by their people; what is left goes to the largest remainders, then by name."""
    people = sum(strata.values())
    exact = {name: Fraction(total * size, people) if people else Fraction(0) for name, size in strata.items()}
    shares = {name: int(share) for name, share in exact.items()}
    order = sorted(strata, key=lambda name: (shares[name] - exact[name], name))
    for name in order[: total - sum(shares.values())]:
        shares[name] += 1
    return shares


def draw(survey: str, people: pl.DataFrame, *, seed: str, settings: Settings) -> Draw:
    """Draw the sample of a survey from the people who may be drawn.

    Raises UnusableInput where the seed is no seed, or there are too few people.
    """
    if not seed.isascii() or not seed.isalnum() or len(seed) > LONGEST_SEED:
        raise UnusableInput(f"A seed is letters and digits, at most {LONGEST_SEED}.")
    if people.height < settings.fewest:
        told = f"There are {people.height:,}, and the survey is for councils with {settings.fewest:,} or more."
        raise UnusableInput(told)
    strata = strata_of(survey, people)
    sizes = {name: len(references) for (_, name), references in strata.items()}
    needed = answers_needed(people.height, settings)
    wanted = shared_out(to_send(people.height, needed, settings), sizes)
    drawn = {
        stratum[1]: drawn_from(references, seed=seed, stratum=stratum, wanted=wanted[stratum[1]])
        for stratum, references in strata.items()
    }
    return Draw(
        survey=survey,
        seed=seed,
        population_sha256=hash_of_population(strata),
        answers_needed=needed,
        strata={name: (sizes[name], wanted[name]) for name in sizes},
        drawn=drawn,
    )


def strata_of(survey: str, people: pl.DataFrame) -> dict[Stratum, list[str]]:
    """The references of each stratum in order, whatever the order of the file."""
    found: dict[Stratum, list[str]] = {}
    placed = with_strata(survey, people).select("Stratum", "Person reference").sort("Stratum", "Person reference")
    for stratum, reference in placed.iter_rows():
        found.setdefault((survey, stratum), []).append(reference)
    return found


def as_frames(drawn: Draw) -> dict[str, pl.DataFrame]:
    """The sample and its record as tables: who is sent a form, and by what they were drawn."""
    sent = [
        (str(number), reference, name, drawn.strata[name][0])
        for number, (name, reference) in enumerate(_in_order(drawn), 1)
    ]
    names = {"Serial number": pl.String, "Person reference": pl.String, "Stratum": pl.String}
    sample = pl.DataFrame(sent, schema={**names, "Population in stratum": pl.Int64}, orient="row")
    strata = [(name, people, wanted) for name, (people, wanted) in sorted(drawn.strata.items())]
    record = pl.DataFrame(strata, schema={"Stratum": pl.String, "People": pl.Int64, "Drawn": pl.Int64}, orient="row")
    record = record.with_columns(
        Seed=pl.lit(drawn.seed),
        Population_SHA256=pl.lit(drawn.population_sha256),
        Sample_SHA256=pl.lit(hash_of_sample(drawn)),
        Answers_needed=pl.lit(drawn.answers_needed),
    )
    return {f"{drawn.survey.upper()}_sample": sample, f"{drawn.survey.upper()}_draw": record}


def hash_of_sample(drawn: Draw) -> str:
    """The SHA-256 over who was drawn, a line each, in order."""
    lines = "".join(f"{name}|{reference}\n" for name, reference in _in_order(drawn))
    return hashlib.sha256(lines.encode()).hexdigest()


def _in_order(drawn: Draw) -> list[tuple[str, str]]:
    return [(name, reference) for name in sorted(drawn.drawn) for reference in drawn.drawn[name]]
