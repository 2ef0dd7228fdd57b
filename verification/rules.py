"""Rules of verification, funding and brokerage that need no database. Money is Decimal pounds, two places."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from casework.rules import WEEKS_WHEN_OPEN_ENDED
from verification.checklist import NEED_ITEMS, PLAN_ITEMS

PENNY = Decimal("0.01")
NOUGHT = Decimal("0.00")
MOST_URGENT_DAYS = 14


@dataclass(frozen=True, kw_only=True)
class LineCost:
    """The cost of one line of a sealed plan: pounds a week, one-off pounds, first day, planned weeks (None: open)."""

    key: str
    weekly: Decimal
    one_off: Decimal
    starts_on: date | None
    planned_weeks: int | None


@dataclass(frozen=True, kw_only=True)
class LineDecision:
    """What a decider wants of one line: `fund`, `part`, `until` or `refuse`."""

    key: str
    outcome: str
    weekly: Decimal | None = None
    one_off: Decimal | None = None
    until: date | None = None
    condition: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class LineFunding:
    """A decided line with its money: pounds a week, one-off, and over its planned life."""

    key: str
    outcome: str
    weekly: Decimal
    one_off: Decimal
    whole_life: Decimal
    until: date | None
    condition: str
    reason: str


def pounds(value: Decimal | int | str) -> Decimal:
    """`value` as pounds and pence, halves up."""
    return Decimal(value).quantize(PENNY, rounding=ROUND_HALF_UP)


def weeks_between(start: date, end: date) -> int:
    """Whole weeks begun from `start` to `end`, both days counted; nought when `end` comes first."""
    days = (end - start).days + 1
    return max(0, -(-days // 7))


def checklist_gaps(answers: Mapping[str, Mapping[str, Mapping[str, str]]], needs: Mapping[int, str]) -> list[str]:
    """What keeps the checklist from being complete, a sentence each; empty when a plan may be recommended.

    Args:
        answers: `{"plan": {item: {"answer", "reason"}}, "<need id>": {item: ...}}`.
        needs: the eligible needs of the plan, id to the key it has in the plan (N1).

    Source: Care Act 2014 ss.18, 24-27; the sources in verification/data/checklist.csv.
    """
    gaps = []
    for need_id, key in needs.items():
        for item in NEED_ITEMS:
            given = answers.get(str(need_id), {}).get(item.key, {})
            if given.get("answer") not in item.answers:
                gaps.append(f"Need {key}: say whether the plan meets it ({item.source}).")
            elif given["answer"] == "not_met_reasoned" and not given.get("reason", "").strip():
                gaps.append(f"Need {key}: write the reason why it will not be met ({item.source}).")
    for item in PLAN_ITEMS:
        given = answers.get("plan", {}).get(item.key, {})
        if given.get("answer") not in item.answers:
            gaps.append(f"Answer: {item.question} ({item.source}).")
        elif given["answer"] == "no":
            gaps.append(f"“{item.question}” is answered No: return the plan with a finding ({item.source}).")
        elif given["answer"] == "not_applicable" and not given.get("reason", "").strip():
            gaps.append(f"“{item.question}” does not apply: write why ({item.source}).")
    return gaps


def fund_line(line: LineCost, wanted: LineDecision) -> tuple[LineFunding | None, str]:
    """The money of one decided line, or a sentence saying what is wrong with it (exactly one of the two)."""
    problem = line_problem(line, wanted)
    if problem:
        return None, problem
    weekly, one_off = line.weekly, line.one_off
    if wanted.outcome == "refuse":
        weekly = one_off = NOUGHT
    elif wanted.outcome == "part":
        weekly = line.weekly if wanted.weekly is None else pounds(wanted.weekly)
        one_off = line.one_off if wanted.one_off is None else pounds(wanted.one_off)
    weeks = weeks_of(line, wanted.until if wanted.outcome == "until" else None)
    return LineFunding(
        key=line.key,
        outcome=wanted.outcome,
        weekly=weekly,
        one_off=one_off,
        whole_life=pounds(weekly * weeks + one_off),
        until=wanted.until if wanted.outcome == "until" else None,
        condition=wanted.condition,
        reason=wanted.reason,
    ), ""


def weeks_of(line: LineCost, until: date | None) -> int:
    """The whole weeks a line is paid for: to the day it is funded until, its planned weeks, or 52."""
    if until is not None and line.starts_on is not None:
        return weeks_between(line.starts_on, until)
    return line.planned_weeks or WEEKS_WHEN_OPEN_ENDED


def line_problem(line: LineCost, wanted: LineDecision) -> str:
    """What is wrong with the decision on a line, as a sentence; empty when nothing is."""
    if wanted.outcome not in {"fund", "part", "until", "refuse"}:
        return f"Line {line.key}: choose fund, fund in part, fund until a day, or refuse."
    if wanted.outcome != "fund" and not wanted.reason.strip():
        return f"Line {line.key}: write the reason. The person has a right to it."
    if wanted.outcome == "part":
        weekly = line.weekly if wanted.weekly is None else wanted.weekly
        one_off = line.one_off if wanted.one_off is None else wanted.one_off
        if weekly < 0 or one_off < 0:
            return f"Line {line.key}: an amount cannot be below £0."
        if weekly > line.weekly or one_off > line.one_off:
            return f"Line {line.key}: part of the cost cannot be more than the plan asks."
        if weekly == line.weekly and one_off == line.one_off:
            return f"Line {line.key}: this is the whole cost. Choose fund, or enter less."
    if wanted.outcome == "until":
        if wanted.until is None:
            return f"Line {line.key}: enter the day funding runs to."
        if line.starts_on and wanted.until < line.starts_on:
            return f"Line {line.key}: funding cannot end before the support starts."
    return ""


def fund_lines(lines: Sequence[LineCost], wanted: Mapping[str, LineDecision]) -> tuple[list[LineFunding], list[str]]:
    """Every line's funding, in the plan's order, and the sentences of what is wrong or not decided."""
    funded, problems = [], []
    for line in lines:
        if line.key not in wanted:
            problems.append(f"Line {line.key}: it is not decided.")
            continue
        funding, problem = fund_line(line, wanted[line.key])
        if funding is not None:
            funded.append(funding)
        else:
            problems.append(problem)
    known = {line.key for line in lines}
    problems.extend(f"Line {key}: the plan has no such line." for key in wanted if key not in known)
    return funded, problems


def is_cheapest(price: Decimal, others: Iterable[Decimal]) -> bool:
    """Whether no other offer asks less a week."""
    return all(price <= other for other in others)


@dataclass(frozen=True)
class PricesPaid:
    """How the prices now paid for a kind of support are spread, pounds a unit."""

    count: int
    lowest: Decimal
    median: Decimal
    highest: Decimal


def prices_paid(count: int, lowest: Decimal, highest: Decimal, middle: Sequence[Decimal]) -> PricesPaid:
    """The spread of `count` prices; `middle` begins with the price at the middle, counted from the lowest."""
    both = middle[:2] if count % 2 == 0 else middle[:1]
    return PricesPaid(count, lowest, pounds(sum(both, NOUGHT) / len(both)), highest)


def urgent_end(starts_on: date, days: int) -> date:
    """The last day urgent support may run to without a verified plan: `days` days from the first, both counted.

    Source: the council's urgent rule, never beyond 14 days (docs/decisions/urgent-support.md).
    """
    return starts_on + timedelta(days=min(days, MOST_URGENT_DAYS) - 1)


def first_review_day(starts_on: date, planned: date | None) -> date:
    """The day the first review falls due: the plan's own when it is within 8 weeks of the start, else 6 weeks on.

    Source: statutory guidance ch. 13 (first review at 6 to 8 weeks).
    """
    if planned is not None and starts_on <= planned <= starts_on + timedelta(weeks=8):
        return planned
    return starts_on + timedelta(weeks=6)
