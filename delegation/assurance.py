"""The Director's assurance: each function of the schedule beside the evidence that it is where it belongs.

Green is given for evidence alone, never for silence. What a provider omits counts as omitted by the council.
Source: Care Act 2014 s.79(6); Local Authority Social Services Act 1970 s.6.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from delegation.counting import Told, counted
from delegation.models import Act, AssuranceException, AssuranceReview, Authorisation, Organisation
from delegation.schedule import FUNCTIONS, Function
from delegation.wording import long_day

# An authorisation that ends within these days is told of, so that there is time to sign the next.
SOON = timedelta(days=90)
# Refusals that say somebody outside tried what the council keeps, or what was not given to them.
OUT_OF_BOUNDS = frozenset({"RetainedByTheCouncil", "NotAuthorised", "OutOfDate"})
RED, AMBER, GREEN, NONE = "red", "amber", "green", "none"
# What the nightly count of overdue work is called in the register; and the first line, when there was no work yet.
OVERDUE_COUNTED, OPENED = "count_overdue_work", "open_council"
WAS = ("record was", "records were")
# A function not met in this share of the sampled files, or a larger one, needs action; in fewer it is watched.
NOT_MET_IS_RED = 0.25
WORDS = {RED: "Needs action", AMBER: "Watch", GREEN: "Evidenced", NONE: "No evidence"}


@dataclass(frozen=True, kw_only=True)
class Overdue:
    """What is late in the work a function guards, and where to see it."""

    number: int
    href: str
    things: tuple[str, str] = ("plan is", "plans are")


@dataclass(frozen=True, kw_only=True)
class LateWork:
    """The same before it is counted: all that is told so is counted in one statement."""

    told: Told
    href: str
    things: tuple[str, str] = ("plan is", "plans are")


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What the register holds of one function between two of its lines."""

    done: int = 0
    done_outside: int = 0
    refused: int = 0
    out_of_bounds: int = 0


@dataclass(frozen=True, kw_only=True)
class Sampled:
    """Of the case files audited between two moments: how many were evidence for a function, and how it was met."""

    files: int = 0
    partly: int = 0
    not_met: int = 0
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One function: its position, who holds it, what was done and refused, and what there is to say of it."""

    function: Function
    held: tuple[Authorisation, ...]
    evidence: Evidence
    sampled: Sampled
    overdue: Overdue | None
    exceptions: tuple[AssuranceException, ...]
    troubles: tuple[tuple[str, str], ...]

    @property
    def colour(self) -> str:
        """Red or amber for the worst that there is to say; green for evidence without any; none for silence."""
        colours = {colour for colour, _ in self.troubles}
        if RED in colours:
            return RED
        if AMBER in colours:
            return AMBER
        return GREEN if self.evidence.done or self.sampled.files else NONE

    @property
    def why(self) -> list[str]:
        """What makes it red or amber, the worst first."""
        return [sentence for colour in (RED, AMBER) for found, sentence in self.troubles if found == colour]


@dataclass(frozen=True, kw_only=True)
class Assurance:
    """All the functions of the schedule as at a day, with the evidence since the review before."""

    council: Organisation
    as_at: date
    since: AssuranceReview | None
    from_line: int
    to_line: int
    register_hash: str
    lines: tuple[Line, ...]
    overdue_counted_on: date | None = None

    @property
    def counts(self) -> dict[str, int]:
        return {colour: sum(line.colour == colour for line in self.lines) for colour in WORDS}


OverdueOf = Callable[[Organisation, date], LateWork]
_overdue: dict[str, list[OverdueOf]] = defaultdict(list)


def tell_of_overdue(function: str, count: OverdueOf) -> None:
    """Let a module say what is late in the work of a function; once each, when the program starts."""
    _overdue[function].append(count)


SampledBetween = Callable[[Organisation, datetime | None, datetime], Mapping[str, Sampled]]
_sampled: list[SampledBetween] = []


def tell_of_samples(count: SampledBetween) -> None:
    """Let a module say what audited case files showed of each function between two moments, in one query."""
    _sampled.append(count)


def assurance_of(council: Organisation, as_at: date | None = None) -> Assurance:
    """Every function with its evidence from the line after the last review to the last line of a day.

    Args:
        as_at: a past day, as the register, the authorisations and the exceptions stood at its end; today where left
            out. What was overdue then is as the register's last count by that day has it; before the first count,
            nothing, as when the council was opened here.

    At most six queries, one for each kind of samples, one for all overdue work that is a count of rows, and those of
    the few kinds that work their number out. The acts are counted along the register, from one place to another.
    """
    today = timezone.localdate()
    day = min(as_at or today, today)
    until = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    since = AssuranceReview.objects.filter(council=council, signed_at__lt=until).order_by("-number").first()
    acts = Act.objects.filter(council=council)
    if day < today:
        acts = acts.filter(at__lt=until)
    to_line, register_hash = acts.order_by("-seq").values_list("seq", "hash").first() or (0, "")
    from_line = since.until_line + 1 if since else 1
    evidence = _evidence(council, from_line, to_line)
    sampled = _sampled_since(council, since, until)
    authorisations: dict[str, list[Authorisation]] = defaultdict(list)
    for one in Authorisation.objects.filter(council=council).select_related("organisation").order_by("pk"):
        authorisations[one.function].append(one)
    exceptions: dict[str, list[AssuranceException]] = defaultdict(list)
    for exception in _open_exceptions(council, day):
        exceptions[exception.function].append(exception)
    counted_on, overdue = _overdue_on(council, day) if day == today else _overdue_noted(council, until)
    lines = tuple(
        _line(
            row,
            day,
            evidence.get(row.key, Evidence()),
            sampled.get(row.key, Sampled()),
            authorisations.get(row.key, []),
            exceptions.get(row.key, []),
            overdue.get(row.key),
        )
        for row in FUNCTIONS.values()
    )
    return Assurance(
        council=council,
        as_at=day,
        since=since,
        from_line=from_line,
        to_line=to_line,
        register_hash=register_hash,
        lines=lines,
        overdue_counted_on=counted_on,
    )


def _open_exceptions(council: Organisation, day: date) -> Iterable[AssuranceException]:
    open_then = Q(closed_on__isnull=True) | Q(closed_on__gt=day)
    found = AssuranceException.objects.filter(open_then, council=council, raised_on__lte=day)
    return found.select_related("owner").order_by("due_on", "pk")


def _evidence(council: Organisation, from_line: int, to_line: int) -> Mapping[str, Evidence]:
    outside = ~Q(organisation__kind=Organisation.Kind.COUNCIL)
    exercised, refused = Q(outcome=Act.Outcome.EXERCISED), Q(outcome=Act.Outcome.REFUSED)
    counted = (
        Act.objects.filter(exercised | refused, council=council, seq__gte=from_line, seq__lte=to_line)
        .values("function")
        .annotate(
            done=Count("pk", filter=exercised),
            done_outside=Count("pk", filter=exercised & outside),
            refused=Count("pk", filter=refused),
            out_of_bounds=Count("pk", filter=refused & Q(refusal__in=OUT_OF_BOUNDS)),
        )
        .order_by()
    )
    return {
        row["function"]: Evidence(
            done=row["done"],
            done_outside=row["done_outside"],
            refused=row["refused"],
            out_of_bounds=row["out_of_bounds"],
        )
        for row in counted
    }


def _sampled_since(council: Organisation, since: AssuranceReview | None, until: datetime) -> Mapping[str, Sampled]:
    """What every kind of sample showed after the last review; a later kind does not hide an earlier one's files."""
    found: dict[str, Sampled] = {}
    for count in _sampled:
        for function, one in count(council, since.signed_at if since else None, until).items():
            had = found.get(function, Sampled())
            found[function] = Sampled(
                files=had.files + one.files,
                partly=had.partly + one.partly,
                not_met=had.not_met + one.not_met,
                href=had.href or one.href,
            )
    return found


def overdue_today(council: Organisation) -> Mapping[str, Overdue]:
    """What is late today in the work of each function that has any to count."""
    return _overdue_on(council, timezone.localdate())[1]


def _overdue_on(council: Organisation, today: date) -> tuple[date, Mapping[str, Overdue]]:
    late = [(function, count(council, today)) for function, told in _overdue.items() for count in told]
    found: dict[str, list[Overdue]] = defaultdict(list)
    for (function, work), number in zip(late, counted([work.told for _, work in late]), strict=True):
        found[function].append(Overdue(number=number.late, href=work.href, things=work.things))
    return today, {function: _together(told) for function, told in found.items()}


def _together(told: list[Overdue]) -> Overdue:
    """All that is late in a function's work; the way to it leads to the first that has any."""
    first = next((one for one in told if one.number), told[0])
    return replace(first, number=sum(one.number for one in told))


def _overdue_noted(council: Organisation, until: datetime) -> tuple[date | None, Mapping[str, Overdue]]:
    """What the register's last count before a moment says was late, with its day.

    The line that opened the council counts too: of a council without a record nothing is late. Before it, nothing is
    kept.
    """
    kinds = Q(subject_kind="assurance", verb=OVERDUE_COUNTED) | Q(subject_kind="organisation", verb=OPENED)
    counts = Act.objects.filter(kinds, council=council, subject=council.key, at__lt=until)
    count = counts.order_by("-seq").first()
    if count is None:
        return None, {}
    line = reverse("delegation:register_line", args=[council.key, count.seq])
    late = count.detail["late"] if count.verb == OVERDUE_COUNTED else dict.fromkeys(_overdue, 0)
    return count.day, {one: Overdue(number=number, href=line, things=WAS) for one, number in late.items()}


def _line(
    row: Function,
    day: date,
    evidence: Evidence,
    sampled: Sampled,
    authorisations: list[Authorisation],
    exceptions: list[AssuranceException],
    overdue: Overdue | None,
) -> Line:
    held = tuple(one for one in authorisations if one.is_live_on(day))
    troubles = [
        *_of_evidence(row, evidence),
        *_of_samples(sampled),
        *_of_authorisations(held, authorisations, day),
        *_of_exceptions(exceptions, day),
    ]
    if overdue and overdue.number:
        troubles.append((RED, f"{_count(overdue.number, *overdue.things)} overdue in this work."))
    return Line(
        function=row,
        held=held,
        evidence=evidence,
        sampled=sampled,
        overdue=overdue,
        exceptions=tuple(exceptions),
        troubles=tuple(troubles),
    )


def _of_evidence(row: Function, evidence: Evidence) -> Iterable[tuple[str, str]]:
    if row.is_retained and evidence.done_outside:
        done = _count(evidence.done_outside, "act was", "acts were")
        yield RED, f"{done} done by somebody outside the council, which keeps this function."
    if evidence.out_of_bounds:
        tried = _count(evidence.out_of_bounds, "attempt was", "attempts were")
        yield AMBER, f"{tried} refused because the function was not theirs."


def _of_samples(sampled: Sampled) -> Iterable[tuple[str, str]]:
    if not sampled.not_met:
        return
    colour = RED if sampled.not_met >= NOT_MET_IS_RED * sampled.files else AMBER
    yield colour, f"Not met in {sampled.not_met:,} of {_count(sampled.files, 'sampled file', 'sampled files')}."


def _of_authorisations(
    held: tuple[Authorisation, ...], authorisations: list[Authorisation], day: date
) -> Iterable[tuple[str, str]]:
    for one in held:
        if one.to_day and one.to_day - day <= SOON:
            yield AMBER, f"The authorisation of {one.organisation} ends on {long_day(one.to_day)}."
    if held or not (over := [one for one in authorisations if one.from_day <= day]):
        return
    last = max(over, key=_last_day)
    yield RED, f"Nobody holds it: the authorisation of {last.organisation} ended on {long_day(_last_day(last))}."


def _last_day(one: Authorisation) -> date:
    days = [one.to_day or date.max, (one.revoked_on - timedelta(days=1)) if one.revoked_on else date.max]
    return min(days)


def _of_exceptions(exceptions: list[AssuranceException], day: date) -> Iterable[tuple[str, str]]:
    late = sum(one.due_on < day for one in exceptions)
    if late:
        yield RED, f"{_count(late, 'exception is', 'exceptions are')} past the day it was to be mended by."
    if len(exceptions) > late:
        yield AMBER, f"{_count(len(exceptions) - late, 'exception is', 'exceptions are')} open."


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


# -- reviews ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Changed:
    """A function that stands otherwise than in the review before."""

    title: str
    before: str
    after: str


def reviews_of(council: Organisation) -> list[AssuranceReview]:
    """The reviews the Director signed, the last first."""
    found = AssuranceReview.objects.filter(council=council).select_related("signed_by__worker").defer("content")
    return list(found.order_by("-number"))


def review_of(council: Organisation, number: int) -> tuple[AssuranceReview, AssuranceReview | None] | None:
    """A review of the council and the one before it; None where there is no such review."""
    found = AssuranceReview.objects.filter(council=council, number__in=(number, number - 1))
    by_number = {one.number: one for one in found.select_related("signed_by__worker", "post")}
    return (by_number[number], by_number.get(number - 1)) if number in by_number else None


def changed_since(review: AssuranceReview, before: AssuranceReview | None) -> list[Changed]:
    """The functions whose colour or holders are not what they were in the review before."""
    if before is None:
        return []
    then = {line["function"]: line for line in before.content["lines"]}
    return [
        Changed(title=line["title"], before=_said(then.get(line["function"])), after=_said(line))
        for line in review.content["lines"]
        if _said(line) != _said(then.get(line["function"]))
    ]


def _said(line: Mapping[str, object] | None) -> str:
    if line is None:
        return "Not in the schedule"
    held = ", ".join(line["held"]) or "the council only"  # type: ignore[arg-type]
    return f"{WORDS[str(line['colour'])]}; held by {held}"


def exception_by_number(council: Organisation, pk: int) -> AssuranceException | None:
    """An exception of the council; None where there is no such one."""
    return AssuranceException.objects.filter(council=council, pk=pk).select_related("owner").first()
