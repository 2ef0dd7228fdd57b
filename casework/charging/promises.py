"""What must always be so of charges. Source: Care Act 2014 ss.14, 17, 79(2); SI 2014/2672; MHA 1983 s.117.

Money is compared to less than half a penny, because SQLite keeps decimals as binary fractions.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from casework.charging.rules import Means, work_out
from casework.models import Charge, ChargeCalculation, ChargingFigure, SupportPlan
from delegation.models import Act
from delegation.promises import promise, walked_promise

promise(
    "I17",
    "No carer is charged for care given to the adult",
    """
    SELECT c.ref, c.support
      FROM casework_charge c
      JOIN casework_person p ON p.id = c.person_id
      LEFT JOIN casework_supportplan s ON s.id = c.plan_id
      LEFT JOIN casework_assessment a ON a.id = s.assessment_id
     WHERE c.support = 'given_to_the_adult' OR (c.support = 'care_and_support' AND a.kind = 'carer')
    """,
)
promise(
    "I17",
    "Nobody is charged for after-care under section 117, reablement in its first weeks, or aids",
    """
    SELECT c.ref, c.support
      FROM casework_charge c
     WHERE c.support IN ('section_117_aftercare', 'reablement_six_weeks', 'aids_and_minor_adaptations')
    UNION ALL
    SELECT c.ref, 'in after-care'
      FROM casework_charge c
      JOIN casework_aftercare a ON a.person_id = c.person_id
     WHERE c.outside_aftercare_because = '' AND a.recorded_at < c.calculated_at
       AND (a.ended_at IS NULL OR a.ended_at > c.calculated_at)
    UNION ALL
    SELECT c.ref, 'in after-care since'
      FROM casework_charge c
      JOIN casework_aftercare a ON a.person_id = c.person_id
     WHERE c.outside_aftercare_because = '' AND c.state IN ('calculated', 'decided', 'issued') AND a.ended_at IS NULL
    """,
)
promise(
    "I17",
    "No charge is more than the support costs",
    """
    SELECT ref, weekly_cost, calculated_weekly, weekly FROM casework_charge
     WHERE calculated_weekly > weekly_cost + 0.004 OR weekly > weekly_cost + 0.004
        OR calculated_weekly < 0 OR weekly < 0
    """,
)
promise(
    "I17",
    "Every charge is pinned to the approved version that was in force on its first day when it was worked out",
    """
    SELECT c.ref, p.number
      FROM casework_charge c
      LEFT JOIN casework_chargecalculation k ON k.charge_id = c.id
      LEFT JOIN casework_chargingpolicy p ON p.id = k.policy_id
     WHERE p.id IS NULL OR p.approved_at IS NULL OR p.approved_at > c.calculated_at OR p.from_day > c.from_day
        OR p.council_id <> c.council_id
        OR EXISTS (
            SELECT 1 FROM casework_chargingpolicy later
             WHERE later.council_id = c.council_id AND later.from_day > p.from_day AND later.from_day <= c.from_day
               AND later.approved_at < c.calculated_at)
    """,
)
promise(
    "I17",
    "One version of a charging policy at most begins on a day, and it was approved in a post of the council",
    """
    SELECT p.council_id, p.number
      FROM casework_chargingpolicy p
      JOIN casework_chargingpolicy other ON other.council_id = p.council_id AND other.from_day = p.from_day
     WHERE p.id <> other.id AND p.approved_at IS NOT NULL AND other.approved_at IS NOT NULL
    UNION ALL
    SELECT p.council_id, p.number
      FROM casework_chargingpolicy p
      JOIN delegation_organisation o ON o.id = p.council_id
     WHERE p.approved_at IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM delegation_act t
          JOIN delegation_post post ON post.id = t.post_id
         WHERE t.verb = 'approve_charging_policy' AND t.outcome = 'exercised' AND t.council_id = p.council_id
           AND post.organisation_id = p.council_id AND t.account_id = p.approved_by_id
           AND t.subject = o.key || ':' || p.number)
    """,
)
promise(
    "I17",
    "Every charge was decided, told and waived in a post of the council",
    """
    SELECT c.ref, done.verb
      FROM casework_charge c
      JOIN (SELECT 'decide_charge' AS verb UNION ALL SELECT 'issue_charge_notice' UNION ALL SELECT 'waive_charge') done
        ON (done.verb = 'decide_charge' AND c.decided_at IS NOT NULL)
        OR (done.verb = 'issue_charge_notice' AND c.issued_at IS NOT NULL)
        OR (done.verb = 'waive_charge' AND c.waived_at IS NOT NULL)
     WHERE NOT EXISTS (
        SELECT 1 FROM delegation_act t
          JOIN delegation_post p ON p.id = t.post_id
         WHERE t.verb = done.verb AND t.outcome = 'exercised' AND t.subject_kind = 'charge' AND t.subject = c.ref
           AND t.council_id = c.council_id AND p.organisation_id = c.council_id)
    """,
)


def other_sums() -> Iterator[tuple[Any, ...]]:
    """The charges that are not what their version's figures and their means come to."""
    kept = ChargeCalculation.objects.select_related("charge").order_by("pk")
    figures = cache(_figures_of)
    for one in kept.iterator():
        again = work_out(figures(one.policy_id), Means.from_plain(one.means))
        told = (one.weekly, one.charge.calculated_weekly, one.charge.weekly_cost)
        if told != (again.weekly, again.weekly, Decimal(one.means["weekly_cost"])) or one.steps != again.as_plain():
            yield one.charge.ref, one.weekly, again.weekly


def _figures_of(policy_id: int) -> dict[str, Decimal]:
    return dict(ChargingFigure.objects.filter(policy_id=policy_id).values_list("key", "amount"))


walked_promise(
    "I17",
    "Every charge worked out is what its version's figures and its means come to, step by step",
    ("charge", "kept", "worked_out_again"),
    other_sums,
)

# Where a plan was recommended, and nobody may change its budget but with a decision of the council.
FUNDED = (
    "awaiting_funding_decision",
    "funded",
    "in_brokerage",
    "awaiting_envelope_decision",
    "package_arranged",
    "active",
    "awaiting_change_decision",
    "suspended",
)


def other_shares() -> Iterator[tuple[Any, ...]]:
    """The plans recommended for funding with another share of the adult's than was charged then (s.26(1)(b)).

    Where the charge changed after the recommendation, the plan's page shows both, and nothing is promised.
    """
    told: dict[int | None, list[Charge]] = {}
    for charge in Charge.objects.filter(issued_at__isnull=False, plan__isnull=False).order_by("pk"):
        told.setdefault(charge.plan_id, []).append(charge)
    recommended = Act.objects.filter(verb="recommend_plan", outcome=Act.Outcome.EXERCISED)
    last = dict(recommended.filter(subject_kind="plan").order_by("seq").values_list("subject", "at"))
    for plan in SupportPlan.objects.filter(pk__in=[pk for pk in told if pk], state__in=FUNDED).order_by("pk"):
        charges, at = told[plan.pk], last.get(plan.ref)
        if at is None or any(moment and moment >= at for one in charges for moment in (one.issued_at, one.waived_at)):
            continue
        charged = sum((one.weekly or Decimal(0) for one in charges if one.state == "issued"), Decimal(0))
        share, cost = plan.budget_adult_share_weekly or Decimal(0), plan.budget_total_weekly or Decimal(0)
        if abs(min(charged, cost) - share) > Decimal("0.004"):
            yield plan.ref, charged, plan.budget_adult_share_weekly


walked_promise(
    "I17",
    "No plan was recommended for funding with another share of the adult’s than the council charges for it",
    ("plan", "charged", "share"),
    other_shares,
)
