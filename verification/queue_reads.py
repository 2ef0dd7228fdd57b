"""Reads of the queues for pages. Each starts from who asks, and costs the same at ten plans and at 200,000."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from casework.models import PersonUserObjectPermission, SupportPlan
from casework.way import STATES
from delegation.models import Account, FinancialLimit, Organisation, Post
from delegation.selectors import organisations_seen_by
from delegation.working_days import working_days_between
from verification.clock_days import CLOCKS
from verification.models import QueueEntry
from verification.wording import reason_in_words

PAGE = 50
MOST_COUNTED = 1_000


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What somebody narrows a queue to. `within` and `for_role` are the reader's own limit and level."""

    whose: str = ""
    overdue: bool = False
    provider: str = ""
    within: Decimal | None = None
    for_role: str = ""

    @property
    def are_set(self) -> bool:
        return bool(self.whose or self.overdue or self.provider or self.within is not None or self.for_role)


@dataclass(frozen=True, kw_only=True)
class Counted:
    """A count that stops at 1,000, because no one counts further before deciding what to open."""

    number: int

    def __str__(self) -> str:
        return f"more than {MOST_COUNTED:,}" if self.number > MOST_COUNTED else f"{self.number:,}"

    def __bool__(self) -> bool:
        return self.number > 0


@dataclass(frozen=True, kw_only=True)
class Row:
    """One plan in a queue, as a person decides by it."""

    ref: str
    person: str
    provider: str
    state: str
    reason: str
    weekly_cost: Decimal
    due_on: date | None
    days_left: int | None
    held_by: str
    for_role: str
    is_mine: bool
    urgent_until: date | None
    urgent_late: bool

    @property
    def is_overdue(self) -> bool:
        return self.days_left is not None and self.days_left < 0


@dataclass(frozen=True, kw_only=True)
class QueuePage:
    """Fifty rows of a queue and where the next fifty begin."""

    rows: Sequence[Row]
    next_after: str


def scope_of(account: Account, plan: str = "") -> Q | None:
    """Whose plans this account's queues hold: the council's for its staff, the provider's for its own; None for none.

    Args:
        plan: the path to the plan where the rows are not of plans themselves, "plan__".
    """
    seen = _seen(account)
    if not seen:
        return None
    councils = [each.pk for each in seen if each.kind == Organisation.Kind.COUNCIL]
    providers = [each.pk for each in seen if each.kind == Organisation.Kind.PROVIDER]
    if len(councils) == 1:
        return Q(**{f"{plan}council_id": councils[0], f"{plan}provider_id__in": providers})
    if len(providers) == 1:
        return Q(**{f"{plan}provider_id": providers[0]})
    return Q(**{f"{plan}provider_id__in": providers})


def _seen(account: Account) -> list[Organisation]:
    """The organisations the account sees, kept on the account object, which lives for one request."""
    known = getattr(account, "_queues_seen", None)
    if known is None:
        seen = organisations_seen_by(account)
        known = list(Organisation.objects.filter(pk__in=seen).order_by("name")) if seen else []
        account._queues_seen = known  # type: ignore[attr-defined]
    return known


def open_to(account: Account, person: str = "person") -> Q:
    """Rows of people whose record is not restricted, or that this account is named for."""
    granted = PersonUserObjectPermission.objects.filter(
        user=account, permission__codename="read_restricted_record"
    ).values("content_object")
    return Q(**{f"{person}__restricted": False}) | Q(**{f"{person}__in": granted})


def queue_of(
    account: Account, queue: str, scope: Q | None = None, *, states: Collection[str] = ()
) -> QuerySet[QueueEntry]:
    """The entries of one queue, or of some states, this account may see; restricted people's are for those named."""
    scope = scope_of(account) if scope is None else scope
    if scope is None:
        return QueueEntry.objects.none()
    queues = {CLOCKS[state].queue for state in states} or {queue}
    wanted = Q(queue__in=queues) & (Q(state__in=states) if states else Q())
    return QueueEntry.objects.filter(scope, wanted).filter(open_to(account))


def narrowed(entries: QuerySet[QueueEntry], filters: Filters, account: Account) -> QuerySet[QueueEntry]:
    """The entries that fit the filters."""
    if filters.whose == "mine":
        entries = entries.filter(claimed_by_id=account.worker_id)
    elif filters.whose == "unclaimed":
        entries = entries.filter(claimed_by__isnull=True)
    if filters.overdue:
        entries = entries.filter(due_on__lt=timezone.localdate())
    if filters.provider:
        entries = entries.filter(provider__key=filters.provider)
    if filters.within is not None:
        entries = entries.filter(weekly_cost__lte=filters.within)
    if filters.for_role:
        entries = entries.filter(for_role__in=[filters.for_role, ""])
    return entries


def counted(entries: QuerySet[QueueEntry]) -> Counted:
    """How many entries there are, counted to 1,000 and no further."""
    return Counted(number=entries.order_by()[: MOST_COUNTED + 1].count())


def queue_page(entries: QuerySet[QueueEntry], account: Account, after: str = "") -> QueuePage:
    """Fifty entries from a place on, overdue first, those without a day last. At most three queries.

    Args:
        after: the place the page before gave, "2026-11-24.123"; whatever cannot be read is the beginning.
    """
    begins, day, last = _place(after)
    chosen = entries.select_related("plan", "person", "provider", "claimed_by")
    found: list[QueueEntry] = []
    if begins or day is not None:
        dated = chosen.filter(due_on__isnull=False).order_by("due_on", "plan_id")
        if day is not None:
            dated = dated.filter(due_on__gte=day).filter(Q(due_on__gt=day) | Q(plan_id__gt=last))
        found = list(dated[: PAGE + 1])
        last = 0
    if len(found) <= PAGE:
        undated = chosen.filter(due_on__isnull=True, plan_id__gt=last).order_by("plan_id")
        found += list(undated[: PAGE + 1 - len(found)])
    rows = found[:PAGE]
    reasons = last_reasons([entry.plan_id for entry in rows])
    more = f"{rows[-1].due_on or ''}.{rows[-1].plan_id}" if len(found) > PAGE else ""
    return QueuePage(rows=[_row(entry, account, reasons) for entry in rows], next_after=more)


def _place(after: str) -> tuple[bool, date | None, int]:
    """Whether it is the beginning, and the day and plan to go on after."""
    day, _, plan = after.partition(".")
    try:
        return not after, (date.fromisoformat(day) if day else None), int(plan)
    except ValueError:
        return True, None, 0


def last_reasons(plans: Sequence[int]) -> dict[int, str]:
    """Why each plan came into the state it is in, by plan; the act's words where nobody wrote a reason. One query."""
    history = SupportPlan.history.model.objects
    since = Coalesce(
        Subquery(
            history.filter(id=OuterRef("pk"))
            .exclude(state=OuterRef("state"))
            .order_by("-history_id")
            .values("history_id")[:1]
        ),
        Value(0),
    )
    rows = SupportPlan.objects.filter(pk__in=plans).annotate(since=since)
    first = history.filter(id=OuterRef("pk"), history_id__gt=OuterRef("since")).order_by("history_id")
    told = rows.annotate(why=Subquery(first.values("history_change_reason")[:1])).values_list("pk", "why")
    return {pk: reason_in_words(why or "") for pk, why in told}


def _row(entry: QueueEntry, account: Account, reasons: Mapping[int, str]) -> Row:
    today = timezone.localdate()
    return Row(
        ref=entry.plan.ref,
        person=entry.person.name,
        provider=entry.provider.name,
        state=STATES[entry.state].title,
        reason=reasons.get(entry.plan_id, ""),
        weekly_cost=entry.weekly_cost,
        due_on=entry.due_on,
        days_left=days_left(entry.due_on, today),
        held_by=entry.claimed_by.name if entry.claimed_by else "",
        for_role=entry.for_role,
        is_mine=entry.claimed_by_id is not None and entry.claimed_by_id == account.worker_id,
        urgent_until=entry.urgent_until,
        urgent_late=entry.urgent_until is not None and entry.urgent_until < today,
    )


def days_left(due: date | None, today: date) -> int | None:
    """Working days from today to the day due; below nought where it is past, None where no clock runs."""
    if due is None:
        return None
    return working_days_between(today, due) if due >= today else -max(1, working_days_between(due, today))


@dataclass(frozen=True, kw_only=True)
class UrgentRow:
    """Urgent support that burns on a plan of the queue."""

    ref: str
    person: str
    until: date
    is_late: bool


def urgent_of(account: Account, scope: Q | None = None) -> list[UrgentRow]:
    """Urgent support that burns, soonest first: at most ten."""
    scope = scope_of(account) if scope is None else scope
    if scope is None:
        return []
    burning = QueueEntry.objects.filter(scope, urgent_until__isnull=False).filter(open_to(account))
    burning = burning.select_related("plan", "person").order_by("urgent_until", "plan_id")
    today = timezone.localdate()
    return [
        UrgentRow(
            ref=entry.plan.ref,
            person=entry.person.name,
            until=entry.urgent_until,
            is_late=entry.urgent_until < today,
        )
        for entry in burning[:10]
        if entry.urgent_until is not None
    ]


def mine(account: Account) -> list[Row]:
    """What this person has taken up, soonest first: at most twenty."""
    if account.worker_id is None or not organisations_seen_by(account):
        return []
    entries = (
        QueueEntry.objects.filter(claimed_by_id=account.worker_id, provider_id__in=organisations_seen_by(account))
        .exclude(queue__in=["package"])
        .filter(open_to(account))
        .select_related("plan", "person", "provider", "claimed_by")
        .order_by("due_on", "plan_id")[:20]
    )
    rows = list(entries)
    reasons = last_reasons([entry.plan_id for entry in rows])
    return [_row(entry, account, reasons) for entry in rows]


def providers_seen(account: Account) -> list[tuple[str, str]]:
    """The providers whose plans this account's queues hold, for a choice: key and name."""
    return [(each.key, each.name) for each in _seen(account) if each.kind == Organisation.Kind.PROVIDER]


def weekly_limit_of(post: Post) -> Decimal | None:
    """How much a week the holder of a post may agree today, in pounds; None where there is no limit to it.

    A person's own limit stands in place of their role's. To narrow a list by, never to decide by: the guard decides.
    """
    limits = (
        FinancialLimit.objects.live_on(timezone.localdate())
        .filter(Q(worker_id=post.worker_id) | Q(role=post.role), council_id=post.organisation_id)
        .order_by("-from_day", "-pk")
    )
    found = sorted(limits, key=lambda limit: limit.worker_id is None)
    if not found:
        return Decimal("0.00")
    return None if found[0].unlimited else found[0].weekly
