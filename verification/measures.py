"""The measures of a contract, computed from the plans' own history and clocks: no figure is typed by anybody.

A plan's history says on which day it came to which state, and how many working days each side had held it by then. The
number of queries is the same for a month and for a year.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from statistics import median

from django.utils import timezone

from casework.models import SupportPlan
from delegation.charts import BarChart, bar_chart
from delegation.contract.measures import MEASURES, Measure
from delegation.contract.targets import targets_of
from delegation.contract.workforce_rules import first_of_month, last_of_month
from delegation.models import ContractTarget, Organisation
from delegation.working_days import working_days_between
from verification.models import Package

# The states whose beginning is measured, and those between which they would otherwise run together.
MARKED = (
    "in_quality_assurance",
    "quality_assured",
    "submitted",
    "in_verification",
    "returned_to_provider",
    "funded",
    "refused",
    "active",
    "under_review",
)
DECIDED = frozenset({"funded", "refused"})
SIDES = ("provider", "council")
# How far before the period a quality assurance is looked for to which a submission in it belongs.
BEFORE = timedelta(days=120)

Found = dict[str, dict[date, list[Decimal]]]


@dataclass(frozen=True, kw_only=True)
class Came:
    """A plan came to a state on a day, each side having held it so many working days until then."""

    plan: int
    state: str
    at: datetime
    provider_days: int
    council_days: int

    @property
    def on(self) -> date:
        return timezone.localdate(self.at)


@dataclass(frozen=True, kw_only=True)
class MonthSeen:
    """A figure of one month: how many it is made of, and the figure; None where there were none."""

    month: date
    number: int
    value: Decimal | None
    target: Decimal | None

    @property
    def label(self) -> str:
        return f"{self.month:%B %Y}"


@dataclass(frozen=True, kw_only=True)
class MeasureSeen:
    """A measure of a provider over some months, the oldest first."""

    measure: Measure
    months: tuple[MonthSeen, ...]

    @property
    def last(self) -> MonthSeen:
        return self.months[-1]

    @property
    def is_met(self) -> bool | None:
        """Whether the last month keeps to its target; None without a figure or a target."""
        if self.last.value is None or self.last.target is None:
            return None
        return self.measure.is_met(self.last.value, self.last.target)

    @property
    def finding(self) -> str:
        """The picture in a sentence."""
        if self.last.value is None:
            return f"{self.measure.title}: nothing was counted in {self.last.label}"
        said = f"{self.measure.title}: {self.measure.in_words(self.last.value)} in {self.last.label}"
        if self.last.target is None:
            return f"{said}; the contract sets no target"
        return f"{said}; the contract asks {self.measure.in_words(self.last.target)} or less"


def measures_of(provider: Organisation, months: Sequence[date]) -> list[MeasureSeen]:
    """Every measure of a provider in some whole months, which follow one another. Four queries, however many months."""
    first, last = months[0], last_of_month(months[-1])
    came = _came(provider, first - BEFORE, last)
    found: Found = {key: defaultdict(list) for key in MEASURES}
    _add_planning(found, provider, first, last)
    _add_the_way(found, came)
    _add_reviews(found, came, _review_days(provider, first, last))
    targets = targets_of(provider)
    return [_seen(measure, found, months, targets) for measure in MEASURES.values()]


def last_months(number: int, today: date) -> list[date]:
    """The first days of the last whole months, the oldest first."""
    month = first_of_month(today)
    found = []
    for _ in range(number):
        month = first_of_month(month - timedelta(days=1))
        found.append(month)
    return found[::-1]


def trend(seen: MeasureSeen) -> BarChart:
    """The months of a measure as a picture, with its table."""
    shown = [
        (
            one.label,
            one.value or Decimal(0),
            seen.measure.in_words(one.value) if one.value is not None else "None counted",
        )
        for one in seen.months
    ]
    return bar_chart(
        name=seen.measure.key.replace("_", "-"),
        finding=seen.finding,
        values=shown,
        label_heading="Month",
        value_heading=seen.measure.unit.capitalize(),
    )


# -- what was read ------------------------------------------------------------------------------------------------


def _moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _came(provider: Organisation, from_day: date, to_day: date) -> list[Came]:
    """When each plan came to each marked state, in order; a line that changed something else is none. One query."""
    lines = SupportPlan.history.filter(
        provider=provider,
        state__in=MARKED,
        history_date__gte=_moment(from_day),
        history_date__lt=_moment(to_day + timedelta(days=1)),
    )
    lines = lines.order_by("id", "history_date", "history_id")
    found: list[Came] = []
    before: tuple[int, str] | None = None
    values = ("id", "state", "history_date", "held_by", "held_since", "provider_days", "council_days")
    for plan, state, at, held_by, held_since, *held in lines.values_list(*values).iterator():
        if (plan, state) != before:
            # What a side held is added when the plan leaves it: of the spell that goes on, the days so far are added.
            running = max(working_days_between(held_since, timezone.localdate(at)), 0)
            days = [had + (running if held_by == side else 0) for side, had in zip(SIDES, held, strict=True)]
            found.append(Came(plan=plan, state=state, at=at, provider_days=days[0], council_days=days[1]))
        before = (plan, state)
    return found


def _add_planning(found: Found, provider: Organisation, from_day: date, to_day: date) -> None:
    """Working days from the end of the assessment to the plan as the person last agreed it. One query."""
    agreed = SupportPlan.objects.filter(provider=provider, agreed_on__gte=from_day, agreed_on__lte=to_day)
    for assessed, on in agreed.values_list("assessment__completed_on", "agreed_on").iterator():
        if on:
            _add(found, "assessment_to_plan", on, assessed)


def _add(found: Found, key: str, on: date, since: date) -> None:
    found[key][first_of_month(on)].append(Decimal(max(working_days_between(since, on), 0)))


def _add_the_way(found: Found, came: Iterable[Came]) -> None:
    """What the way of each plan says: its last quality assurance before a submission, returns, and days by side."""
    assured: dict[int, date] = {}
    for one in came:
        month = first_of_month(one.on)
        if one.state == "quality_assured":
            assured[one.plan] = one.on
        elif one.state == "submitted":
            found["return_rate"][month].append(Decimal(0))
            if one.plan in assured:
                _add(found, "assurance_to_submission", one.on, assured.pop(one.plan))
        elif one.state == "returned_to_provider":
            found["return_rate"][month].append(Decimal(100))
        elif one.state in DECIDED:
            found["provider_days"][month].append(Decimal(one.provider_days))
            found["council_days"][month].append(Decimal(one.council_days))


def _review_days(provider: Organisation, from_day: date, to_day: date) -> Mapping[int, list[tuple[datetime, date]]]:
    """The day on which each reviewed package's review fell due, as it changed. One query."""
    reviewed = SupportPlan.history.filter(
        provider=provider,
        state="under_review",
        history_date__gte=_moment(from_day),
        history_date__lt=_moment(to_day + timedelta(days=1)),
    )
    lines = Package.history.filter(plan_id__in=reviewed.values("id"), review_due_on__isnull=False)
    days: dict[int, list[tuple[datetime, date]]] = defaultdict(list)
    for plan, at, due_on in lines.order_by("history_date", "history_id").values_list(
        "plan_id", "history_date", "review_due_on"
    ):
        days[plan].append((at, due_on))
    return days


def _add_reviews(found: Found, came: Iterable[Came], days: Mapping[int, Sequence[tuple[datetime, date]]]) -> None:
    """A review begun after the day it then fell due is late."""
    for one in came:
        if one.state == "under_review":
            due = [due_on for at, due_on in days.get(one.plan, ()) if at <= one.at]
            if due:
                found["late_reviews"][first_of_month(one.on)].append(Decimal(100 if one.on > due[-1] else 0))


# -- what it comes to ---------------------------------------------------------------------------------------------


def _seen(measure: Measure, found: Found, months: Sequence[date], targets: Sequence[ContractTarget]) -> MeasureSeen:
    own = [one for one in targets if one.measure == measure.key]
    return MeasureSeen(
        measure=measure,
        months=tuple(_month(measure.key, month, found[measure.key].get(month, []), own) for month in months),
    )


def _month(key: str, month: date, values: Sequence[Decimal], targets: Sequence[ContractTarget]) -> MonthSeen:
    number, value = figure_of(key, values)
    return MonthSeen(month=month, number=number, value=value, target=_asked(targets, last_of_month(month)))


def figure_of(key: str, values: Sequence[Decimal]) -> tuple[int, Decimal | None]:
    """How many a figure is made of, and the figure: a share in a hundred, or the middle value.

    The share of returns is of the plans submitted: each submission is given as 0, each return as 100.
    """
    if key == "return_rate":
        submitted = sum(value == 0 for value in values)
        returned = len(values) - submitted
        return submitted, _one_place(Decimal(100 * returned) / submitted) if submitted else None
    if not values:
        return 0, None
    if key == "late_reviews":
        return len(values), _one_place(sum(values, Decimal(0)) / len(values))
    return len(values), _one_place(Decimal(median(values)))


def _one_place(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"))


def _asked(targets: Sequence[ContractTarget], on: date) -> Decimal | None:
    """The target in force on the last day of a month."""
    for one in targets:
        if one.from_day <= on and (one.to_day is None or on <= one.to_day):
            return one.value
    return None
