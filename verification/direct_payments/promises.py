"""What must be so of every direct payment, written from the Act and the regulations."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from delegation.promises import promise, walked_promise
from verification.models import DirectPayment

# The longest that six months and twelve months of the calendar can be. Source: SI 2014/2871 reg 7(1)(a).
HALF_A_YEAR, YEAR = timedelta(days=184), timedelta(days=366)

promise(
    "I4",
    "Every direct payment was decided by somebody who may, and never by whom it buys care from, or by a provider while "
    "that was not known",
    """
    SELECT d.ref, d.state FROM verification_directpayment d
     WHERE (d.state <> 'requested' OR d.decided_at IS NOT NULL) AND NOT EXISTS (
            SELECT 1 FROM delegation_act a JOIN delegation_post p ON p.id = a.post_id
             WHERE a.council_id = d.council_id AND a.subject_kind = 'direct_payment' AND a.subject = d.ref
               AND a.outcome = 'exercised' AND a.account_id = d.decided_by_id
               AND a.function = 'direct_payment_decision'
               AND a.verb = CASE d.state WHEN 'refused' THEN 'refuse_direct_payment' ELSE 'approve_direct_payment' END
               AND (d.seller_id IS NULL OR a.organisation_id <> d.seller_id)
               AND (d.sold_by <> 'unknown' OR a.organisation_id = d.council_id)
               AND (p.organisation_id = d.council_id
                    OR p.organisation_id = d.provider_id AND a.authorisation_id IS NOT NULL))
    """,
)
promise(
    "I4",
    "No direct payment was reviewed by whom it buys care from, or by a provider while that was not known",
    """
    SELECT d.ref, a.id FROM verification_directpayment d
      JOIN delegation_act a ON a.council_id = d.council_id AND a.subject_kind = 'direct_payment' AND a.subject = d.ref
     WHERE a.outcome = 'exercised' AND a.verb = 'review_direct_payment'
       AND (a.organisation_id = d.seller_id OR d.sold_by = 'unknown' AND a.organisation_id <> d.council_id)
    """,
)
promise(
    "I4",
    "A direct payment is ended, and money of it to be repaid, by the council alone",
    """
    SELECT d.ref, d.state FROM verification_directpayment d
     WHERE (d.state = 'ended' OR d.ended_at IS NOT NULL) AND NOT EXISTS (
            SELECT 1 FROM delegation_act a JOIN delegation_post p ON p.id = a.post_id
             WHERE a.council_id = d.council_id AND a.subject_kind = 'direct_payment' AND a.subject = d.ref
               AND a.outcome = 'exercised' AND a.verb = 'terminate_direct_payment' AND a.account_id = d.ended_by_id
               AND p.organisation_id = d.council_id AND p.role IN ('team_manager', 'head_of_service', 'dass'))
        OR (d.repay IS NOT NULL OR d.repay_decided_at IS NOT NULL) AND NOT EXISTS (
            SELECT 1 FROM delegation_act a JOIN delegation_post p ON p.id = a.post_id
             WHERE a.council_id = d.council_id AND a.subject_kind = 'direct_payment' AND a.subject = d.ref
               AND a.outcome = 'exercised' AND a.verb = 'require_repayment' AND a.account_id = d.repay_decided_by_id
               AND p.organisation_id = d.council_id AND p.role IN ('team_manager', 'head_of_service', 'dass'))
    """,
)
promise(
    "I4",
    "No direct payment goes on after a review found that a condition is no longer met, nor to somebody excluded",
    """
    SELECT d.ref, d.state FROM verification_directpayment d
     WHERE d.state = 'in_payment' AND (d.not_excluded IS NULL OR NOT d.not_excluded OR EXISTS (
            SELECT 1 FROM verification_directpaymentreview r
             WHERE r.payment_id = d.id AND NOT r.all_met AND r.id = (
                SELECT MAX(l.id) FROM verification_directpaymentreview l WHERE l.payment_id = d.id)))
    """,
)


def reviews_out_of_time() -> Iterator[tuple[Any, ...]]:
    """Payments whose next review lies later than the regulations allow, or that began before their package did."""
    in_force = DirectPayment.objects.filter(state="in_payment").select_related("plan__package").order_by("pk")
    for payment in in_force.iterator():
        since, longest = (payment.reviewed_on, YEAR) if payment.reviewed_on else (payment.first_paid_on, HALF_A_YEAR)
        package = getattr(payment.plan, "package", None)
        started = package.starts_on if package else None
        begun = started is not None and payment.first_paid_on is not None and started <= payment.first_paid_on
        if not begun or since is None or payment.due_on is None or payment.due_on > since + longest:
            yield payment.ref, payment.due_on


walked_promise(
    "I4",
    "Every direct payment began from a started package, and falls due for review in six months, then in twelve",
    ("direct payment", "review"),
    reviews_out_of_time,
)
