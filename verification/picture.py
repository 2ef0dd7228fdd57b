"""Where plans are and how long they take, in sentences and figures. Counts of plans only: no person is in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from django.db.models import Count

from casework.models import SupportPlan
from casework.way import STATES
from delegation.charts import BarChart, bar_chart
from delegation.models import Account
from verification.models import FundingDecision
from verification.queue_reads import scope_of
from verification.wording import plural

LAST_DECIDED = 1_000


@dataclass(frozen=True)
class Times:
    """Working days each side held the last plans decided: the middle one, and how many plans are counted."""

    plans: int
    provider: float
    council: float


def counts_by_state(account: Account) -> dict[str, int]:
    """How many plans stand in each state, of the council's or the provider's own. One walk of one index."""
    scope = scope_of(account)
    if scope is None:
        return {}
    rows = SupportPlan.objects.filter(scope).values("state").annotate(number=Count("pk")).order_by()
    return {row["state"]: row["number"] for row in rows}


def times_taken(account: Account) -> Times | None:
    """How long each side held the last thousand plans the council decided; None before the first."""
    scope = scope_of(account, "plan__")
    if scope is None:
        return None
    decided = FundingDecision.objects.filter(scope, kind=FundingDecision.Kind.FUNDING)
    days: Sequence[tuple[int, int]] = list(
        decided.order_by("-pk").values_list("plan__provider_days", "plan__council_days")[:LAST_DECIDED]
    )
    if not days:
        return None
    return Times(len(days), median(provider for provider, _ in days), median(council for _, council in days))


def where_chart(counts: dict[str, int]) -> BarChart | None:
    """Live plans by state, in the order of the way."""
    live = [(state.title, counts.get(key, 0)) for key, state in STATES.items() if state.live and counts.get(key)]
    if not live:
        return None
    total = sum(number for _, number in live)
    title, most = max(live, key=lambda pair: pair[1])
    with_council = sum(counts.get(key, 0) for key, state in STATES.items() if state.live and state.side == "council")
    return bar_chart(
        name="where",
        finding=(
            f"{plural(total, 'plan')} on the way; the council holds {with_council:,}. "
            f"Most are: {title.lower()} ({most:,})"
        ),
        values=live,
        label_heading="State",
        value_heading="Plans",
    )


def times_chart(times: Times | None) -> BarChart | None:
    """Half of the last plans decided took each side this many working days or fewer."""
    if times is None:
        return None
    provider, council = f"{times.provider:g}", f"{times.council:g}"
    if times.plans == 1:
        finding = f"The one plan decided took the provider {provider} working days, the council {council}"
    else:
        finding = (
            f"Of the last {times.plans:,} plans decided, half took the provider {provider} working days or fewer, "
            f"and half the council {council} or fewer"
        )
    return bar_chart(
        name="times",
        finding=finding,
        values=[
            ("Provider", round(times.provider, 1), f"{times.provider:g}"),  # type: ignore[list-item]
            ("Council", round(times.council, 1), f"{times.council:g}"),  # type: ignore[list-item]
        ],
        label_heading="Side",
        value_heading="Working days",
    )
