"""One plan: its tabs. Every reading writes a line in the register."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casework.charging.share import share_by_charge
from casework.models import SupportPlan
from casework.services import plan_for_reading
from casework.way import WAY
from delegation.authority import Permission
from delegation.charts import BarChart, bar_chart
from delegation.models import Account
from delegation.pages import why_href
from verification.direct_payments.ways import way_to_payment
from verification.models import FundingDecision
from verification.page_selectors import (
    Standing,
    acts_of,
    changes_of,
    comparisons_of,
    decisions_of,
    escalation_of,
    findings_of,
    needs_of,
    package_of,
    standing_of,
    urgent_support_of,
    verifications_of,
    versions_shown,
)
from verification.plan_acts import acts_for, main_act_of, may_they
from verification.selectors import already_receives
from verification.views.act_addresses import href_of
from verification.wording import done_of, plural


def show(request: HttpRequest, plan: SupportPlan, tab: str, **context: Any) -> HttpResponse:
    """A tab of the plan, with what every one of them says."""
    shared = {"plan": plan, "tab": tab, "standing": standing_of(plan), "urgent": urgent_support_of(plan)}
    return render(request, f"verification/plan_{tab}.html", shared | context)


@require_safe
def summary(request: HttpRequest, ref: str) -> HttpResponse:
    """Where the plan stands and what this person may do."""
    plan = plan_for_reading(by=request.user, ref=ref)
    acts = [(act, href_of(act.act, plan)) for act in acts_for(plan, request.user)]
    main = main_act_of(plan)
    acts = sorted(((act, href) for act, href in acts if href), key=lambda pair: pair[0].act != main)
    return show(
        request,
        plan,
        "summary",
        now=[pair for pair in acts if pair[0].is_permitted and not pair[0].beside],
        beside=[pair for pair in acts if pair[0].is_permitted and pair[0].beside],
        not_now=[(act, why_href(act.answer)) for act, _ in acts if not act.is_permitted and not act.is_anothers],
        others=[(act, why_href(act.answer)) for act, _ in acts if not act.is_permitted and act.is_anothers],
        clock=clock_chart(standing_of(plan)),
        open_findings=[finding for finding in findings_of(plan) if finding.closed_at is None],
        verifications=verifications_of(plan),
        escalation=escalation_of(plan),
        package=package_of(plan),
    )


@require_safe
def needs(request: HttpRequest, ref: str) -> HttpResponse:
    """Each need, and the support that meets it."""
    plan = plan_for_reading(by=request.user, ref=ref)
    return show(request, plan, "needs", needs=needs_of(plan))


@require_safe
def money(request: HttpRequest, ref: str) -> HttpResponse:
    """The personal budget, the decisions, what the person already receives, the package."""
    plan = plan_for_reading(by=request.user, ref=ref)
    return show(
        request,
        plan,
        "money",
        already=already_receives(plan),
        decisions=decisions_of(plan),
        changes=changes_of(plan),
        package=package_of(plan),
        payment_way=way_to_payment(plan, request.user),
        charged=share_by_charge(plan),
    )


@require_safe
def versions(request: HttpRequest, ref: str) -> HttpResponse:
    """Each sealed version with its hash, and its difference from the last."""
    plan = plan_for_reading(by=request.user, ref=ref)
    return show(request, plan, "versions", versions=versions_shown(plan))


@require_safe
def findings(request: HttpRequest, ref: str) -> HttpResponse:
    """What the council asked, and what the provider answered."""
    plan = plan_for_reading(by=request.user, ref=ref)
    permitted = {act.act for act in acts_for(plan, request.user) if act.is_permitted}
    return show(
        request,
        plan,
        "findings",
        findings=findings_of(plan),
        may_raise="raise_finding" in permitted,
        may_answer=may_answer(plan, request.user),
        verifications=verifications_of(plan),
    )


def may_answer(plan: SupportPlan, by: Account) -> bool:
    """Whether this person may answer the plan's findings where it stands."""
    stands = plan.state in WAY["answer_finding"].from_states
    return stands and isinstance(may_they("answer_finding", plan, by), Permission)


@require_safe
def brokerage(request: HttpRequest, ref: str) -> HttpResponse:
    """What is asked of the market, and what it answered."""
    plan = plan_for_reading(by=request.user, ref=ref)
    permitted = {act.act for act in acts_for(plan, request.user) if act.is_permitted}
    comparisons = comparisons_of(plan)
    return show(
        request,
        plan,
        "brokerage",
        comparisons=comparisons,
        may_source="request_envelope_change" in permitted,
        may_award="award_package" in permitted,
    )


@require_safe
def history(request: HttpRequest, ref: str) -> HttpResponse:
    """Every act done to the plan, and every one refused, the last first."""
    plan = plan_for_reading(by=request.user, ref=ref)
    typed, with_readings = request.GET.get("before", ""), bool(request.GET.get("readings"))
    before = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 18 else None
    acts, next_before = acts_of(plan, request.user, before=before, with_readings=with_readings)
    rows = [(act, done_of(act.verb)) for act in acts]
    return show(request, plan, "history", rows=rows, next_before=next_before, with_readings=with_readings)


@require_safe
def letter(request: HttpRequest, ref: str) -> HttpResponse:
    """The council's letter to the person: the decision, its reasons, and how to challenge it."""
    plan = plan_for_reading(by=request.user, ref=ref)
    every, asked = decisions_of(plan), request.GET.get("decision", "")
    chosen = [each for each in every if str(each.pk) == asked or (not asked and each.in_force)]
    decision = next(iter(chosen or ([] if asked else every)), None)
    status = 404 if decision is None else 200
    lines = {line["line"]: line for line in decision.version.content["support"]} if decision else {}
    funded = [(line, lines.get(line.line_key)) for line in decision.lines.all()] if decision else []
    context = {"plan": plan, "decision": decision, "funded": funded, "package": package_of(plan)}
    context |= {"is_refusal": bool(decision) and decision.outcome == FundingDecision.Outcome.REFUSE}
    return render(request, "verification/letter.html", context, status=status)


def clock_chart(standing: Standing) -> BarChart:
    """How many working days each side has held the plan."""
    provider, council = standing.provider_days, standing.council_days
    days = plural(provider, "working day")
    finding = f"The provider has held the plan {days}, the council {plural(council, 'working day')}"
    return bar_chart(
        name="clock",
        finding=finding,
        values=[("Provider", provider), ("Council", council)],
        label_heading="Side",
        value_heading="Working days",
    )
