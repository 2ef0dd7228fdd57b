"""The rules of charging: the sum with every step of it, and what is never charged for.

Everything is Decimal pounds a week with two places, unless it says otherwise. No number of the law or of the council
stands here: each is a figure of the council's own policy (data/figures.csv says which there are, and their source).
Source: Care Act 2014 ss.14, 17; SI 2014/2672.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from decimal import ROUND_CEILING, Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

from casework.rules import NOUGHT, pounds

DATA = Path(__file__).resolve().parent / "data"
MOST_POUNDS = Decimal(10_000_000)
STATES: Mapping[str, str] = MappingProxyType(
    {
        "calculated": "Waiting for the council’s decision",
        "decided": "Decided, notice to issue",
        "issued": "Charged",
        "waived": "Waived",
        "replaced": "Replaced by a later one",
        "barred": "Ended: after-care",
    }
)
WAITING = ("calculated", "decided")
CATEGORIES: Mapping[str, str] = MappingProxyType(
    {
        "pension_age": "Single, of pension age",
        "working_age": "Single, of working age",
        "couple": "One of a couple",
    }
)
# Client level data's words for somebody who is known as a carer and has no care of their own.
CARERS_ALONE = frozenset({"Unpaid carer", "Unpaid carer known by association"})


@dataclass(frozen=True, kw_only=True)
class FigureOf:
    """One figure a policy must have: in what unit, between which bounds, under which law."""

    key: str
    title: str
    unit: str
    least: Decimal
    most: Decimal
    law: str


@dataclass(frozen=True, kw_only=True)
class Support:
    """A kind of support: whether it may be charged for at all, and by which law."""

    key: str
    title: str
    is_chargeable: bool
    law: str


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


FIGURES: Mapping[str, FigureOf] = MappingProxyType(
    {
        row["key"]: FigureOf(
            key=row["key"],
            title=row["title"],
            unit=row["unit"],
            least=Decimal(row["least"]),
            most=Decimal(row["most"]),
            law=row["law"],
        )
        for row in _rows("figures.csv")
    }
)
SUPPORT: Mapping[str, Support] = MappingProxyType(
    {
        row["key"]: Support(
            key=row["key"], title=row["title"], is_chargeable=row["chargeable"] == "yes", law=row["law"]
        )
        for row in _rows("support.csv")
    }
)
NEVER = frozenset(key for key, one in SUPPORT.items() if not one.is_chargeable)


# -- the policy -------------------------------------------------------------------------------------------------------


def faults_of_figures(figures: Mapping[str, Decimal]) -> list[tuple[str, str]]:
    """What is wrong with the figures of a policy: each with its key and a sentence."""
    found = [(key, "This is not a figure of a charging policy.") for key in sorted(set(figures) - set(FIGURES))]
    for key, one in FIGURES.items():
        amount = figures.get(key)
        if amount is None:
            found.append((key, f"{one.title}: give the figure."))
        elif not amount.is_finite() or not one.least <= amount <= one.most or amount != round(amount, 2):
            found.append((key, f"{one.title}: from {one.least} to {one.most}, with two places at most."))
        elif one.unit in ("days", "yes or no") and amount != int(amount):
            found.append((key, f"{one.title}: a whole number."))
    if not found and figures["upper_capital_limit"] < figures["lower_capital_limit"]:
        found.append(("upper_capital_limit", "The upper capital limit is not below the lower."))
    return found


# -- the sum ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Means:
    """What the financial assessment found. Pounds a week; capital in pounds.

    Args:
        allowances: what is taken off the income before the guarantee, such as rent and council tax.
        disability_expenditure: what the person shows they spend because of a disability.
        has_declined: the person would not tell their means.
        is_light_touch: the person agrees to be charged on the evidence seen, without a full assessment.
    """

    category: str
    weekly_cost: Decimal
    weekly_income: Decimal = NOUGHT
    allowances: Decimal = NOUGHT
    capital: Decimal = NOUGHT
    disability_expenditure: Decimal = NOUGHT
    has_declined: bool = False
    is_light_touch: bool = False

    def as_plain(self) -> dict[str, Any]:
        """The same as JSON keeps it."""
        return {name: str(value) if isinstance(value, Decimal) else value for name, value in asdict(self).items()}

    @classmethod
    def from_plain(cls, kept: Mapping[str, Any]) -> "Means":
        """What `as_plain` kept."""
        texts = ("category", "has_declined", "is_light_touch")
        told: dict[str, Any] = {name: value if name in texts else Decimal(value) for name, value in kept.items()}
        return cls(**told)


AMOUNTS = ("weekly_cost", "weekly_income", "allowances", "capital", "disability_expenditure")


@dataclass(frozen=True, kw_only=True)
class SumStep:
    """One step of the sum: what was done, what it came to, and by which figure or law."""

    words: str
    amount: Decimal
    source: str


@dataclass(frozen=True, kw_only=True)
class Calculation:
    """The charge in pounds a week, and every step that led to it."""

    weekly: Decimal
    steps: tuple[SumStep, ...]

    def as_plain(self) -> list[dict[str, str]]:
        """The steps as JSON keeps them."""
        return [{"words": step.words, "amount": str(step.amount), "source": step.source} for step in self.steps]


def faults_of_means(means: Means) -> list[tuple[str, str]]:
    """What cannot be meant in the means told: each with its field and a sentence."""
    found = []
    for name in AMOUNTS:
        amount = getattr(means, name)
        if not amount.is_finite() or not 0 <= amount <= MOST_POUNDS or amount != round(amount, 2):
            found.append((name, "Give pounds and pence, not below nought."))
    if means.category not in CATEGORIES:
        found.append(("category", "Choose which minimum income guarantee is the person’s."))
    if means.weekly_cost.is_finite() and means.weekly_cost <= 0:
        found.append(("weekly_cost", "Support that costs nothing is not charged for."))
    return found


def work_out(figures: Mapping[str, Decimal], means: Means) -> Calculation:
    """The charge by these figures for these means, never more than the support costs.

    Source: SI 2014/2672 Parts 3-5.
    """
    if reason := _why_whole_cost(figures, means):
        words, source = reason
        cost = SumStep(words="Cost of the support", amount=pounds(means.weekly_cost), source="The plan")
        whole = SumStep(words=words, amount=pounds(means.weekly_cost), source=source)
        return Calculation(weekly=pounds(means.weekly_cost), steps=(cost, whole))
    steps = list(_disposable(figures, means))
    disposable = steps[-1].amount
    share = pounds(disposable * figures["disposable_income_share"] / 100)
    percent = f"{figures['disposable_income_share'].normalize():f}"
    steps.append(SumStep(words=f"{percent}% of it", amount=share, source="Share of the disposable income"))
    steps += _bounded(figures, share, pounds(means.weekly_cost))
    return Calculation(weekly=steps[-1].amount, steps=tuple(steps))


def _why_whole_cost(figures: Mapping[str, Decimal], means: Means) -> tuple[str, str] | None:
    if means.has_declined:
        return "The person did not tell their means: the whole cost", "Care Act 2014 s.17; guidance ch. 8"
    if means.is_light_touch:
        return "Agreed without a full assessment: the whole cost", "SI 2014/2672 reg 10"
    if means.capital > figures["upper_capital_limit"]:
        return "Capital above the upper limit: the whole cost", "SI 2014/2672 reg 12"
    return None


def _disposable(figures: Mapping[str, Decimal], means: Means) -> Iterable[SumStep]:
    guarantee = figures[f"minimum_income_guarantee_{means.category}"]
    tariff = tariff_income(figures, means.capital)
    total = pounds(means.weekly_income + tariff)
    spent = max(means.disability_expenditure, figures["standard_disability_expenditure"])
    yield SumStep(words="Income", amount=pounds(means.weekly_income), source="Told and evidenced")
    yield SumStep(words="Income counted from capital", amount=tariff, source="SI 2014/2672 reg 25")
    yield SumStep(words="Together", amount=total, source="")
    yield SumStep(words="Less allowances, such as rent", amount=-pounds(means.allowances), source="Told and evidenced")
    yield SumStep(
        words="Less disability-related expenditure",
        amount=-pounds(spent),
        source="What is shown, or the standard allowance",
    )
    yield SumStep(words="Less the minimum income guarantee", amount=-pounds(guarantee), source="SI 2014/2672 reg 7")
    left = max(NOUGHT, total - pounds(means.allowances) - pounds(spent) - pounds(guarantee))
    yield SumStep(words="Disposable income, not below nought", amount=pounds(left), source="")


def tariff_income(figures: Mapping[str, Decimal], capital: Decimal) -> Decimal:
    """One pound a week for each whole or part step of capital above the lower limit. Source: SI 2014/2672 reg 25."""
    above = capital - figures["lower_capital_limit"]
    if above <= 0:
        return NOUGHT
    return pounds((above / figures["capital_for_each_pound"]).to_integral_value(ROUND_CEILING))


def _bounded(figures: Mapping[str, Decimal], share: Decimal, cost: Decimal) -> Iterable[SumStep]:
    bounded = min(share, cost)
    yield SumStep(words="Not more than the cost of the support", amount=bounded, source="Care Act 2014 s.14(4)")
    smallest = figures["smallest_charge"]
    if 0 < bounded < smallest:
        bounded = NOUGHT
        yield SumStep(words="Less than is collected: nothing", amount=NOUGHT, source="Smallest charge")
    yield SumStep(words="Charge a week", amount=bounded, source="")


# -- what is never charged for ----------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What the record itself says that bars a charge, whatever is told of the support."""

    client_type: str
    plan_is_a_carers: bool = False
    plan_is_aftercare: bool = False
    has_aftercare: bool = False
    outside_aftercare_because: str = ""


def why_never(support: str, standing: Standing, figures: Mapping[str, Decimal]) -> str:
    """Why this person is never charged for this support; empty where they may be.

    Source: Care Act 2014 s.14(1), (3); Mental Health Act 1983 s.117; SI 2014/2672 reg 3.
    """
    one = SUPPORT[support]
    if not one.is_chargeable:
        return f"{one.title}: this is never charged for ({one.law})."
    is_carer = standing.client_type in CARERS_ALONE or standing.plan_is_a_carers
    if support == "care_and_support" and is_carer:
        return "A carer is never charged for care given to the adult (Care Act 2014 s.14(3))."
    if standing.plan_is_aftercare:
        return "The plan is of after-care under section 117, which is never charged for (Mental Health Act 1983 s.117)."
    if standing.has_aftercare and not standing.outside_aftercare_because.strip():
        return (
            "The person has after-care under section 117, which is never charged for. Write why this support is no "
            "part of it, or do not charge (Mental Health Act 1983 s.117)."
        )
    if support == "carers_own_support" and not figures["charges_carers"]:
        return "The council’s policy charges no carer for their own support."
    return ""


def why_not_decided(weekly: Decimal, calculated: Decimal, cost: Decimal, reasons: str) -> str:
    """Why the council cannot decide this amount; empty where it can."""
    if not weekly.is_finite() or weekly < 0 or weekly != round(weekly, 2):
        return "A charge is pounds and pence, not below nought."
    if weekly > cost:
        return f"A charge is never more than the support costs, £{cost:,.2f} a week (Care Act 2014 s.14(4))."
    if weekly != calculated and not reasons.strip():
        return "Write why the charge is not what was worked out."
    return ""
