"""What must always be so of plans and their money, where SQL alone cannot say: replays, hashes, weeks and days.

Each walk reads the rows once, in chunks, and yields a row for each breach. Nothing here asks the services or the
rules they use: the sums and hashes are made again, from the sealed content.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.db import connection
from django.db.models import OuterRef, Q, Subquery

from casework.content import plan_content
from casework.models import PlanVersion, SupportPlan
from casework.way import WAY
from delegation.promises import walked_promise
from verification.models import FundingDecision, UrgentAmount, UrgentSupport

CHUNK = 500
# Care Act s.19(3) and the council's urgent rule: at most fourteen days, the first and the last counted.
MOST_URGENT_DAYS = 14
WEEKS_OF_AN_OPEN_END = 52
# From its sealing on, what the plan says is what was sealed.
SEALED_STATES = (
    "submitted",
    "in_verification",
    "awaiting_funding_decision",
    "funded",
    "in_brokerage",
    "awaiting_envelope_decision",
    "package_arranged",
    "active",
    "awaiting_change_decision",
    "suspended",
    "under_review",
)

ACTS_OF_PLANS = """
    SELECT p.ref, p.state, p.revision, a.seq, a.verb
      FROM casework_supportplan p
      LEFT JOIN delegation_act a
        ON a.subject_kind = 'plan' AND a.subject = p.ref AND a.council_id = p.council_id AND a.outcome = 'exercised'
     ORDER BY p.ref, a.seq
"""


def plans_not_where_their_acts_led() -> Iterator[tuple[Any, ...]]:
    """Each plan whose recorded acts, walked along the way of a plan from nothing, do not end in its state."""
    for (ref, state, revision), acts in groupby(_acts_of_plans(), key=lambda row: row[:3]):
        trouble = replayed([(seq, verb) for *_, seq, verb in acts if seq is not None], state, revision)
        if trouble:
            yield ref, state, trouble


def _acts_of_plans() -> Iterator[Sequence[Any]]:
    with connection.cursor() as cursor:
        cursor.execute(ACTS_OF_PLANS)
        while rows := cursor.fetchmany(CHUNK):
            yield from rows


def replayed(acts: Sequence[tuple[int, str]], state: str, revision: int) -> str:
    """What is wrong with a plan that stands in `state` after these acts (place in the register, verb); or nothing."""
    if not acts:
        return "no act made it"
    at = ""
    for seq, verb in acts:
        step = WAY.get(verb)
        if step is None:
            return f"act {seq} ({verb}) is not on the way of a plan"
        if not at:
            if verb != "prepare_plan":
                return f"act {seq} ({verb}) comes before the plan was prepared"
            at = step.to_state
        elif at not in step.from_states:
            return f"act {seq} ({verb}) does not start from {at}"
        else:
            at = step.leads_to(at)
    if at != state:
        return f"its acts lead to {at}"
    # A plan is prepared at revision 1, and each act on it adds one.
    return "" if revision == len(acts) else f"{len(acts)} acts but revision {revision}"


def versions_not_as_sealed() -> Iterator[tuple[Any, ...]]:
    """Each sealed version whose content no longer has the hash it was sealed with."""
    versions = PlanVersion.objects.order_by("pk").values_list("plan__ref", "number", "content", "sha256")
    for ref, number, content, sha256 in versions.iterator(chunk_size=CHUNK):
        if _hash(content) != sha256:
            yield ref, number, sha256


def _hash(content: Any) -> str:
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def plans_changed_after_sealing() -> Iterator[tuple[Any, ...]]:
    """Each plan before the council, or running, that no longer says what its last version sealed."""
    last = PlanVersion.objects.filter(plan=OuterRef("pk"), number=OuterRef("sealed_version")).values("sha256")
    plans = SupportPlan.objects.filter(state__in=SEALED_STATES).annotate(last_sealed=Subquery(last[:1]))
    plans = plans.select_related("assessment").prefetch_related("lines", "assessment__needs")
    for plan in plans.order_by("pk").iterator(chunk_size=CHUNK):
        if _hash(plan_content(plan)) != plan.last_sealed:
            yield plan.ref, plan.state, plan.sealed_version


def decisions_whose_whole_life_is_not_their_lines() -> Iterator[tuple[Any, ...]]:
    """Each decision that commits more, or less, over its life than its lines do, week by week.

    Source: the council's scheme of financial delegation (weekly cost times planned weeks, 52 where open-ended, plus
    one-off; to the day it is funded until).
    """
    decisions = FundingDecision.objects.select_related("version", "plan").prefetch_related("lines").order_by("pk")
    for decision in decisions.iterator(chunk_size=CHUNK):
        sealed = {line["line"]: line for line in decision.version.content["support"]}
        total = Decimal(0)
        for line in decision.lines.all():
            if line.line_key not in sealed:
                yield decision.plan.ref, decision.pk, f"line {line.line_key} is not in version"
                break
            total += line.weekly * _weeks(sealed[line.line_key], line.until) + line.one_off
        else:
            if abs(total - decision.whole_life) > Decimal("0.004"):
                yield decision.plan.ref, decision.pk, f"{decision.kind}: {decision.whole_life}, its lines {total}"


def _weeks(sealed: dict[str, Any], until: date | None) -> int:
    if until is None:
        return sealed["planned_weeks"] or WEEKS_OF_AN_OPEN_END
    days = (until - date.fromisoformat(sealed["starts_on"])).days + 1
    return max(0, -(-days // 7))


def urgent_support_beyond_what_the_council_set() -> Iterator[tuple[Any, ...]]:
    """Each urgent support of more than fourteen days, or more money than the council allowed when it was given."""
    for urgent in UrgentSupport.objects.select_related("plan").order_by("pk").iterator(chunk_size=CHUNK):
        allowed = (
            UrgentAmount.objects.filter(council_id=urgent.plan.council_id, set_at__lte=urgent.authorised_at)
            .filter(Q(to_day__isnull=True) | Q(to_day__gte=urgent.starts_on), from_day__lte=urgent.starts_on)
            .order_by("-from_day", "-pk")
            .first()
        )
        days = min(allowed.days, MOST_URGENT_DAYS) if allowed else 0
        if allowed is None or urgent.weekly > allowed.weekly:
            yield urgent.plan.ref, urgent.weekly, "more than the council set"
        elif urgent.verify_by > urgent.starts_on + timedelta(days=days - 1):
            yield urgent.plan.ref, urgent.verify_by, f"more than {days} days"


walked_promise(
    "I6",
    "Every plan stands where its recorded acts, walked along the way of a plan, lead it",
    ("plan", "state", "trouble"),
    plans_not_where_their_acts_led,
)
walked_promise(
    "I14",
    "Every sealed version still has the hash it was sealed with",
    ("plan", "version", "sealed_hash"),
    versions_not_as_sealed,
)
walked_promise(
    "I14",
    "A plan before the council says what was sealed of it",
    ("plan", "state", "version"),
    plans_changed_after_sealing,
)
walked_promise(
    "I10",
    "A decision commits over its life what its lines cost in the weeks they are funded",
    ("plan", "decision", "trouble"),
    decisions_whose_whole_life_is_not_their_lines,
)
walked_promise(
    "I15",
    "Urgent support keeps within the days and the money the council set",
    ("plan", "amount_or_day", "trouble"),
    urgent_support_beyond_what_the_council_set,
)
