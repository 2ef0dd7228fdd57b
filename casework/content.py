"""What a plan says, as one document: its canonical text, its hash, and the difference between two of them.

Only `read_content` asks the database. Money is text with two decimals, so that no reader's arithmetic changes the hash.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from casework.models import Need, PlannedSupport, SupportPlan

FORMAT = 1
Content = dict[str, Any]


def _money(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{Decimal(amount):.2f}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def need_content(need: Need) -> Content:
    """One need as the plan states it. Source: Care Act 2014 s.25(1)(a)-(b)."""
    return {
        "need": need.need_key,
        "outcome": need.outcome,
        "description": need.description,
        "eligible": need.eligible,
        "how_far": need.how_far,
        "met_otherwise_because": need.met_otherwise_because,
    }


def line_content(line: PlannedSupport, need_key: str) -> Content:
    """One line of support as the plan states it; pounds with two decimals. Source: s.25(1)(c)."""
    return {
        "line": line.line_key,
        "need": need_key,
        "how": line.how,
        "service_component": line.service_component,
        "description": line.description,
        "kind": line.kind,
        "quantity": _money(line.quantity),
        "unit": line.unit,
        "unit_cost": _money(line.unit_cost),
        "weekly_cost": _money(line.weekly_cost),
        "one_off_cost": _money(line.one_off_cost),
        "starts_on": _day(line.starts_on),
        "planned_weeks": line.planned_weeks,
    }


def budget_content(plan: SupportPlan) -> Content:
    """The personal budget, pounds a week and pounds once. Source: Care Act 2014 s.26(1)."""
    return {
        "weekly": {
            "total": _money(plan.budget_total_weekly),
            "adult_share": _money(plan.budget_adult_share_weekly),
            "council_share": _money(plan.budget_council_share_weekly),
        },
        "one_off": {
            "total": _money(plan.budget_total_one_off),
            "adult_share": _money(plan.budget_adult_share_one_off),
            "council_share": _money(plan.budget_council_share_one_off),
        },
    }


def content_with(content: Content, plan: SupportPlan, lines: Iterable[PlannedSupport]) -> Content:
    """A sealed content as it reads with other costs: these lines of it, and the plan's budget, as they are now."""
    changed = {line.line_key: line for line in lines}
    support = [
        line_content(changed[row["line"]], row["need"]) if row["line"] in changed else row for row in content["support"]
    ]
    return content | {"support": support, "budget": budget_content(plan)}


def read_content(plan: SupportPlan) -> Content:
    """Fetch what the content needs in two queries (needs, lines), then make it."""
    needs = Need.objects.filter(assessment_id=plan.assessment_id)
    return content_of(plan, needs, PlannedSupport.objects.filter(plan=plan))


def plan_content(plan: SupportPlan) -> Content:
    """The content of a plan whose `lines` and `assessment.needs` were fetched with it."""
    return content_of(plan, plan.assessment.needs.all(), plan.lines.all())


def content_of(plan: SupportPlan, needs: Iterable[Need], lines: Iterable[PlannedSupport]) -> Content:
    """The whole plan as one document, needs and lines in their own order.

    Args: the needs of its assessment and its lines, all of them.
    Source: Care Act 2014 s.25(1)-(5), s.26(1), ss.31-33.
    """
    needs = sorted(needs, key=lambda need: need.pk)
    keys = {need.pk: need.need_key for need in needs}
    lines = sorted(lines, key=lambda line: line.pk)
    return {
        "format": FORMAT,
        "plan": plan.ref,
        "needs": [need_content(need) for need in needs],
        "wellbeing_matters": plan.wellbeing_matters,
        "support": [line_content(line, keys[line.need_id]) for line in lines],
        "budget": budget_content(plan),
        "direct_payment": {
            "amount": _money(plan.direct_payment_amount),
            "frequency": plan.direct_payment_frequency,
            "managed_by": plan.direct_payment_managed_by,
            "conditions": sorted(plan.direct_payment_conditions),
        },
        "prevention_advice": plan.prevention_advice,
        "involvement": {
            "person": plan.person_involvement,
            "carer": plan.carer_involvement,
            "others": plan.others_involvement,
        },
        "agreement": {
            "steps_to_agree": plan.steps_to_agree,
            "agreed_on": _day(plan.agreed_on),
            "agreed_with": plan.agreed_with,
            "copy_offered": plan.copy_offered,
        },
        "section_117_aftercare": plan.section_117_aftercare,
        "continuing_healthcare": plan.continuing_healthcare,
        "review_on": _day(plan.review_on),
    }


def canonical_json(content: Mapping[str, Any]) -> str:
    """The one way to write this content: keys in order, no spaces, characters as they are."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def content_hash(content: Mapping[str, Any]) -> str:
    """The SHA-256 of the canonical text, in hexadecimal."""
    return hashlib.sha256(canonical_json(content).encode("utf-8")).hexdigest()


def agreed_part(content: Mapping[str, Any]) -> Content:
    """What the person agreed when they agreed the support: the lines, the budget, the direct payment."""
    return {name: content[name] for name in ("support", "budget", "direct_payment")}


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that differs between two versions: where, what it was, what it is."""

    path: str
    kind: str
    before: str
    after: str


_KEYED = {"needs": "need", "support": "line"}


def _flat(content: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(content, Mapping):
        for key, value in content.items():
            yield from _flat(value, f"{path}.{key}" if path else str(key))
    elif isinstance(content, list):
        key = _KEYED.get(path, "")
        for index, value in enumerate(content):
            named = isinstance(value, Mapping) and key in value
            yield from _flat(value, f"{path}[{value[key] if named else index}]")
    else:
        yield path, _spoken(content)


def _spoken(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def difference(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """What changed from one version to the next, line by line, in the order of the document.

    A need or a line is matched by its own key, so moving it is no change. Pure: reads only what is passed.
    """
    before, after = dict(_flat(old)), dict(_flat(new))
    changes = []
    for path in [*before, *(path for path in after if path not in before)]:
        was, now = before.get(path, ""), after.get(path, "")
        if was == now:
            continue
        kind = "added" if path not in before else "removed" if path not in after else "changed"
        changes.append(Change(path=path, kind=kind, before=was, after=now))
    return changes
