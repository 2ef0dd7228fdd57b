"""The rules of casework that need no database: eligibility, what a plan still misses, sums of money.

Money is Decimal pounds with two places throughout; weeks are whole weeks.
"""

import csv
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from casework.outcomes import OUTCOMES, limbs_of, outcomes_of

PENNY = Decimal("0.01")
NOUGHT = Decimal("0.00")
WEEKS_WHEN_OPEN_ENDED = 52
PAID_BY_THE_COUNCIL = frozenset({"commissioned", "direct_payment"})

_CONDITIONS = Path(__file__).resolve().parent / "data" / "direct_payment_conditions.csv"
with _CONDITIONS.open(encoding="utf-8", newline="") as _lines:
    DIRECT_PAYMENT_CONDITIONS: tuple[dict[str, str], ...] = tuple(csv.DictReader(_lines))


# Eligibility


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What an assessment says of one outcome: can the person achieve it, and if not, why not."""

    outcome: str
    can_achieve: bool
    unable_because: tuple[str, ...] = ()
    wellbeing_impact: str = ""


def unable_outcomes(kind: str, answers: Iterable[Answer]) -> list[str]:
    """The outcomes of this kind the person is unable to achieve by a limb the regulations know.

    Source: SI 2015/313 regs 2(3) and 3(3); a carer has no limb for taking significantly longer.
    """
    limbs = {limb.key for limb in limbs_of(kind)}
    own = {outcome.key for outcome in outcomes_of(kind)}
    return [
        answer.outcome
        for answer in answers
        if answer.outcome in own and not answer.can_achieve and limbs & set(answer.unable_because)
    ]


def is_eligible(
    kind: str,
    unable: Collection[str],
    *,
    need_from_impairment: bool,
    significant_effect: bool,
    health_at_risk: bool = False,
) -> bool:
    """Whether the needs meet the eligibility criteria.

    An adult: needs from a physical or mental impairment or illness, unable to achieve two or more outcomes, and
    in consequence a likely significant effect on wellbeing. A carer: needs from providing necessary care, health
    deteriorating or at risk or unable to achieve any one outcome, and the same effect.
    Source: Care Act 2014 s.13; SI 2015/313 regs 2(1) and 3(1).
    """
    if not (need_from_impairment and significant_effect):
        return False
    if kind == "carer":
        return health_at_risk or len(set(unable)) >= 1
    return len(set(unable)) >= 2


@dataclass(frozen=True, kw_only=True)
class Missing:
    """What is still missing: under which section, in a sentence, and where in the content."""

    section: str
    sentence: str
    path: str


def faults_of_answers(kind: str, answers: Collection[Answer]) -> list[Missing]:
    """What is wrong with the answers to the outcomes: each outcome once, each inability with its reason."""
    section = "SI 2015/313 reg 3" if kind == "carer" else "SI 2015/313 reg 2"
    limbs = {limb.key for limb in limbs_of(kind)}
    own = {outcome.key: outcome for outcome in outcomes_of(kind)}
    faults = []
    seen: set[str] = set()
    for answer in answers:
        path = f"outcomes[{answer.outcome}]"
        if answer.outcome not in own:
            sentence = f"'{answer.outcome}' is not one of the outcomes of a {kind}'s assessment."
            faults.append(Missing(section=section, sentence=sentence, path=path))
            continue
        if answer.outcome in seen:
            faults.append(Missing(section=section, sentence="This outcome is answered twice.", path=path))
        seen.add(answer.outcome)
        strange = set(answer.unable_because) - limbs
        if strange:
            sentence = f"'{', '.join(sorted(strange))}' is not a reason the regulations know for a {kind}."
            faults.append(Missing(section=section, sentence=sentence, path=f"{path}.unable_because"))
        if not answer.can_achieve and not answer.unable_because:
            sentence = f"Say why the person is unable to achieve: {own[answer.outcome].title.lower()}."
            faults.append(Missing(section=section, sentence=sentence, path=f"{path}.unable_because"))
    for key in own:
        if key not in seen:
            sentence = f"Say whether the person can achieve: {own[key].title.lower()}."
            faults.append(Missing(section=section, sentence=sentence, path=f"outcomes[{key}]"))
    return faults


# Money


def pounds(amount: Decimal | int | str) -> Decimal:
    """An amount in pounds to the penny, halves up."""
    return Decimal(amount).quantize(PENNY, ROUND_HALF_UP)


def line_cost(kind: str, quantity: Decimal, unit_cost: Decimal) -> tuple[Decimal, Decimal]:
    """The weekly cost and the one-off cost of a line: quantity times unit cost, in the one place or the other."""
    cost = pounds(quantity * unit_cost)
    return (NOUGHT, cost) if kind == "one_off" else (cost, NOUGHT)


def whole_life(weekly: Decimal, planned_weeks: int | None, one_off: Decimal = NOUGHT) -> Decimal:
    """The whole-life cost in pounds: weekly cost times planned weeks (52 where open-ended), plus one-off.

    Source: issue "Financial authority"; the council's scheme of financial delegation.
    """
    weeks = WEEKS_WHEN_OPEN_ENDED if planned_weeks is None else planned_weeks
    return pounds(weekly * weeks + one_off)


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What support costs: pounds a week, pounds once, and whole-life pounds."""

    weekly: Decimal
    one_off: Decimal
    whole_life: Decimal


def cost_of_support(lines: Iterable[Mapping[str, Any]]) -> Cost:
    """The cost of these lines of content together: the sum of the lines, each with its own weeks."""
    weekly = one_off = life = NOUGHT
    for line in lines:
        line_weekly, line_one_off = Decimal(line["weekly_cost"]), Decimal(line["one_off_cost"])
        weekly += line_weekly
        one_off += line_one_off
        life += whole_life(line_weekly, line["planned_weeks"], line_one_off)
    return Cost(weekly=pounds(weekly), one_off=pounds(one_off), whole_life=pounds(life))


# What a plan must contain


def _of_needs(content: Mapping[str, Any]) -> list[Missing]:
    found = []
    if not content["needs"]:
        found.append(Missing(section="s.25(1)(a)", sentence="State the needs the assessment found.", path="needs"))
    for need in content["needs"]:
        key, path = need["need"], f"needs[{need['need']}]"
        if not need["description"]:
            found.append(Missing(section="s.25(1)(a)", sentence=f"Describe need {key}.", path=f"{path}.description"))
        if need["eligible"] is None:
            sentence = f"Say whether need {key} meets the eligibility criteria."
            found.append(Missing(section="s.25(1)(b)", sentence=sentence, path=f"{path}.eligible"))
        elif need["eligible"] and not need["how_far"]:
            sentence = f"Say to what extent need {key} meets the eligibility criteria."
            found.append(Missing(section="s.25(1)(b)", sentence=sentence, path=f"{path}.how_far"))
    return found


def _of_support(content: Mapping[str, Any]) -> list[Missing]:
    met = {line["need"] for line in content["support"]}
    found = []
    for need in content["needs"]:
        if need["eligible"] and need["need"] not in met and not need["met_otherwise_because"]:
            sentence = f"Say which support meets need {need['need']}, or why none does."
            found.append(Missing(section="s.25(1)(c)", sentence=sentence, path=f"needs[{need['need']}]"))
    for line in content["support"]:
        if not line["description"]:
            sentence = f"Describe line {line['line']} of the support."
            path = f"support[{line['line']}].description"
            found.append(Missing(section="s.25(1)(c)", sentence=sentence, path=path))
        if line["how"] in PAID_BY_THE_COUNCIL and not line["service_component"]:
            sentence = f"Say what kind of service line {line['line']} is."
            path = f"support[{line['line']}].service_component"
            found.append(Missing(section="s.25(1)(c)", sentence=sentence, path=path))
    return found


def _of_aftercare(content: Mapping[str, Any]) -> list[Missing]:
    """After-care under section 117 is never charged for, so the adult has no share in its cost."""
    if not content["section_117_aftercare"]:
        return []
    shares = {kind: content["budget"][kind]["adult_share"] for kind in ("weekly", "one_off")}
    return [
        Missing(
            section="s.14(1)",
            sentence=f"After-care under section 117 of the Mental Health Act 1983 is never charged for: the adult’s "
            f"share {words} is £0.00, not £{shares[kind]}.",
            path=f"budget.{kind}.adult_share",
        )
        for kind, words in (("weekly", "a week"), ("one_off", "once"))
        if shares[kind] is not None and Decimal(shares[kind]) > 0
    ]


def _of_budget(content: Mapping[str, Any]) -> list[Missing]:
    cost = cost_of_support(content["support"])
    found = []
    for kind, words, support in (("weekly", "a week", cost.weekly), ("one_off", "once", cost.one_off)):
        part, path = content["budget"][kind], f"budget.{kind}"
        if any(part[name] is None for name in ("total", "adult_share", "council_share")):
            sentence = f"State the personal budget, pounds {words}: the cost, the adult's share, the council's share."
            found.append(Missing(section="s.25(1)(e)", sentence=sentence, path=path))
            continue
        total, adult, council = (Decimal(part[name]) for name in ("total", "adult_share", "council_share"))
        if total != adult + council:
            sentence = (
                f"The personal budget {words} does not reconcile: £{total} is not £{adult} from the adult "
                f"and £{council} from the council."
            )
            found.append(Missing(section="s.26(1)", sentence=sentence, path=path))
        if total != support:
            sentence = f"The lines of support cost £{support} {words}, the personal budget says £{total}."
            found.append(Missing(section="s.26(1)", sentence=sentence, path=f"{path}.total"))
    return found


# How much of the lines' weekly cost each payment carries: a year has twelve months and 52 weeks.
_WEEKS_A_PAYMENT = {"weekly": Decimal(1), "four_weekly": Decimal(4), "monthly": Decimal(52) / 12}
_SAID_OF_PAYMENTS = {"weekly": "a week", "four_weekly": "every four weeks", "monthly": "a month", "once": "once"}


def direct_payment_due(frequency: str, cost: Cost) -> Decimal:
    """What each direct payment must be, in pounds, for lines of this cost; a single payment carries what is paid once.

    Source: Care Act 2014 s.25(2), s.26(1); four-weekly is four weeks, monthly 52 weeks in twelve, halves up.
    """
    return cost.one_off if frequency == "once" else pounds(cost.weekly * _WEEKS_A_PAYMENT[frequency])


def _of_payments(terms: Mapping[str, Any], lines: list[Mapping[str, Any]]) -> list[Missing]:
    """Where each payment and its lines do not come to the same: to the penny, a monthly one within a penny."""
    amount, frequency, cost = Decimal(terms["amount"]), terms["frequency"], cost_of_support(lines)
    due, words = direct_payment_due(frequency, cost), _SAID_OF_PAYMENTS[frequency]
    found = []
    if abs(amount - due) > (PENNY if frequency == "monthly" else NOUGHT):
        sentence = f"The direct payment is £{amount} {words}, its lines of support cost £{due} {words}."
        found.append(Missing(section="s.25(2)", sentence=sentence, path="direct_payment.amount"))
    if frequency == "once" and cost.weekly:
        sentence = f"The direct payment is made once, but lines of £{cost.weekly} a week are paid by it."
        found.append(Missing(section="s.25(2)", sentence=sentence, path="direct_payment.frequency"))
    return found


def _of_direct_payment(content: Mapping[str, Any]) -> list[Missing]:
    lines = [line for line in content["support"] if line["how"] == "direct_payment"]
    if not lines:
        return []
    terms, found = content["direct_payment"], []
    if terms["amount"] is None or Decimal(terms["amount"]) <= 0:
        sentence = "State the amount of the direct payment."
        found.append(Missing(section="s.25(2)", sentence=sentence, path="direct_payment.amount"))
    if not terms["frequency"]:
        sentence = "State how often the direct payment is paid."
        found.append(Missing(section="s.25(2)", sentence=sentence, path="direct_payment.frequency"))
    if not found:
        found += _of_payments(terms, lines)
    if not terms["managed_by"]:
        sentence = "Say who manages the direct payment."
        found.append(Missing(section="s.31(6)", sentence=sentence, path="direct_payment.managed_by"))
    if not direct_payment_conditions_met(terms["conditions"]):
        sentence = "All four conditions of section 31, or all five of section 32, must be met for a direct payment."
        found.append(Missing(section="s.31(1)", sentence=sentence, path="direct_payment.conditions"))
    return found


def direct_payment_conditions_met(conditions: Collection[str]) -> bool:
    """Whether the four conditions of s.31 (capacity) or the five of s.32 (no capacity) are all met."""
    return any(
        {row["key"] for row in DIRECT_PAYMENT_CONDITIONS if row["section"] == section} <= set(conditions)
        for section in ("31", "32")
    )


_TEXTS = (
    ("s.25(1)(d)", "wellbeing_matters", "Say what matters to wellbeing, and which outcomes support could help."),
    ("s.25(1)(f)", "prevention_advice", "Give advice on reducing needs and on preventing or delaying others."),
    ("s.25(3)", "involvement.person", "Say how the person was involved."),
    ("s.25(5)", "agreement.steps_to_agree", "Say which steps were taken to agree the plan with the person."),
    ("s.25(5)", "agreement.agreed_on", "Say on which day the person agreed."),
    ("s.25(9)", "agreement.copy_offered", "Say that the person was offered a copy of the plan."),
    ("s.27(1)", "review_on", "Say when the plan is to be reviewed."),
)


def _at(content: Mapping[str, Any], path: str) -> Any:
    found: Any = content
    for name in path.split("."):
        found = found[name]
    return found


def missing_of_section_25(content: Mapping[str, Any]) -> list[Missing]:
    """All that is still missing before the plan may be said to be agreed, in the order of section 25.

    Args: the content as `casework.content.plan_content` makes it. Pure.
    Source: Care Act 2014 s.14(1), s.25(1)(a)-(f), (2), (3), (5), (9), s.26(1), ss.31-32, s.27(1); Mental Health Act
    1983 s.117.
    """
    texts = [
        Missing(section=section, sentence=sentence, path=path)
        for section, path, sentence in _TEXTS
        if not _at(content, path)
    ]
    parts = (_of_needs, _of_support, _of_budget, _of_aftercare, _of_direct_payment)
    found = [*(missing for part in parts for missing in part(content)), *texts]
    return sorted(found, key=lambda missing: (_ORDER.index(_task_of(missing.section)), missing.path))


@dataclass(frozen=True, kw_only=True)
class Task:
    """One row of the plan's task list: the section, its words, and what is missing of it."""

    section: str
    title: str
    missing: tuple[Missing, ...]

    @property
    def done(self) -> bool:
        """Whether nothing of it is missing."""
        return not self.missing


_TASKS = {
    "s.25(1)(a)": "The needs",
    "s.25(1)(b)": "Which needs meet the eligibility criteria, and how far",
    "s.25(1)(c)": "Which needs will be met, and how",
    "s.25(1)(d)": "What matters to the person’s wellbeing",
    "s.25(1)(e)": "The personal budget",
    "s.25(2)": "The direct payment",
    "s.25(1)(f)": "Advice on reducing and preventing needs",
    "s.25(3)": "How the person, the carer and others were involved",
    "s.27(1)": "When the plan is reviewed",
    "s.25(5)": "Agreement with the person",
}
_ORDER = list(_TASKS)
_BELONGS = {
    "s.14(1)": "s.25(1)(e)",
    "s.26(1)": "s.25(1)(e)",
    "s.31(6)": "s.25(2)",
    "s.31(1)": "s.25(2)",
    "s.25(9)": "s.25(5)",
}


def _task_of(section: str) -> str:
    return _BELONGS.get(section, section)


def task_list(content: Mapping[str, Any]) -> list[Task]:
    """The plan's task list: each part of section 25, done or with what is missing of it."""
    missing = missing_of_section_25(content)
    return [
        Task(
            section=section,
            title=title,
            missing=tuple(each for each in missing if _task_of(each.section) == section),
        )
        for section, title in _TASKS.items()
    ]


def outcome_title(key: str) -> str:
    """The words of an outcome, by its key."""
    return OUTCOMES[key].title
