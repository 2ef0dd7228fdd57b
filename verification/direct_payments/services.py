"""The acts of direct payments: asked for, decided, reviewed, ended, repaid.

Source: Care Act 2014 ss.31-33; SI 2014/2871.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Sum
from django.utils import timezone

from casework.models import PlannedSupport, SupportPlan
from casework.plans import lock_plan
from casework.rules import Cost, direct_payment_due
from delegation import route
from delegation.authority import Permission, permit
from delegation.models import Account, Organisation
from delegation.records import SHORT, check_state, lock_record, said
from delegation.references import new_reference
from delegation.refusals import AlreadyThere, NothingSaid, NotReady, WrongAmount, WrongDates
from delegation.register import act, keep, record
from verification.direct_payments.asking import KIND, check_not_own_care, payment_question, question_of
from verification.direct_payments.flows import DirectPaymentFlow
from verification.direct_payments.rules import (
    STARTS_FROM,
    conditions_of,
    decision_due,
    first_review_due,
    next_review_due,
    not_met,
)
from verification.models import DirectPayment, DirectPaymentReview, Package
from verification.rules import NOUGHT
from verification.selectors import decision_in_force

# A package runs in these states of its plan, and only then is money paid for it.
RUNNING = frozenset({"active", "awaiting_change_decision", "under_review"})
LIVE = ("requested", "in_payment", "to_end")


@dataclass(frozen=True, kw_only=True)
class Found:
    """What was found before a payment is approved.

    Args:
        conditions: the keys of those met, of casework/data/direct_payment_conditions.csv.
        not_excluded: nobody paid is one of those whom Schedule 1 excludes (reg 2).
        relative, relative_because: whether a close relative of the household is paid, and why that must be (reg 3).
        consulted, certificate_on: under section 32, who was consulted and the day of the certificate (reg 5); a
            certificate is not asked of a close relative or friend, and `consulted` then says so.
    """

    conditions: tuple[str, ...]
    not_excluded: bool
    relative: str = DirectPayment.Relative.NOBODY
    relative_because: str = ""
    consulted: str = ""
    certificate_on: date | None = None


@act
def request_direct_payment(
    *,
    by: Account,
    plan: str,
    section: str,
    asked_by: str,
    requested_on: date,
    sold_by: str,
    seller: Organisation | None = None,
) -> DirectPayment:
    """Record that a direct payment is asked for, on the terms of a plan whose package runs.

    Args: `sold_by`, who sells the care: an organisation known here, which `seller` then names, somebody else, or not
    known yet. Source: Care Act 2014 ss.31(1), 32(1).
    """
    held = lock_plan(plan)
    permission = permit(payment_question("request_direct_payment", by, held.council, held.provider))
    package = _funded_as_a_direct_payment(held)
    if section not in DirectPayment.Section.values:
        raise NothingSaid("Say whether the adult asks (s.31) or an authorised person for them (s.32).")
    if requested_on > timezone.localdate():
        raise WrongDates("It was asked for today or before.")
    _check_seller(held, sold_by, seller)
    if DirectPayment.objects.filter(plan=held, state__in=LIVE).exists():
        raise AlreadyThere("The plan has a direct payment already.")
    payment = DirectPayment(
        ref=new_reference("DP"),
        council=held.council,
        provider=held.provider,
        person=held.person,
        plan=held,
        section=section,
        asked_by=said(asked_by, "Write who asks, and under section 32 by which authority.", most=SHORT),
        sold_by=sold_by,
        seller=seller,
        amount=_amount(held, package),
        frequency=held.direct_payment_frequency,
        managed_by=held.direct_payment_managed_by,
        requested_on=requested_on,
        requested_at=timezone.now(),
        requested_by=by,
        due_on=decision_due(requested_on),
    )
    keep(payment, by=by, why="asked for")
    route.begin(DirectPaymentFlow, KIND, payment.ref, state=payment.state)
    detail = {"plan": held.ref, "section": section, "sold_by": sold_by, "seller": seller.key if seller else ""}
    record(permission, subject_kind=KIND, subject=payment.ref, detail=detail)
    return payment


@act
def name_seller(*, by: Account, payment: str, sold_by: str, seller: Organisation | None = None) -> DirectPayment:
    """Say who sells the care that a payment buys, where nobody knew when it was asked for.

    Args: as of `request_direct_payment`. Source: the condition of the council's schedule on direct payments.
    """
    held, permission = _begin("name_seller", by, payment)
    if held.sold_by != DirectPayment.SoldBy.UNKNOWN:
        raise AlreadyThere("It is known already who sells the care. Who sells it later is for a review.")
    _check_seller(held.plan, sold_by, seller)
    if sold_by == DirectPayment.SoldBy.UNKNOWN:
        raise NothingSaid("Say whose care it buys; that it is not known yet stands there already.")
    held.sold_by, held.seller = sold_by, seller
    keep(held, by=by, why="seller named")
    detail = {"sold_by": sold_by, "seller": seller.key if seller else ""}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return held


def _check_seller(held: SupportPlan, sold_by: str, seller: Organisation | None) -> None:
    """Raise NothingSaid unless it is said who sells the care, or that nobody knows yet."""
    if sold_by not in DirectPayment.SoldBy.values:
        raise NothingSaid("Say whose care it would buy, or that it is not known yet.")
    if (sold_by == DirectPayment.SoldBy.ORGANISATION) != (seller is not None):
        raise NothingSaid("Choose the organisation where one that is known here sells the care, and only there.")
    if seller is not None and (seller.council_id != held.council_id or seller.pk == held.council_id):
        raise NothingSaid("Choose a provider or care provider known to the council.")


def _funded_as_a_direct_payment(held: SupportPlan) -> Package:
    """The running package of the plan. Raises NotReady where it does not run or has no direct payment."""
    package = Package.objects.filter(plan=held).first()
    if held.state not in RUNNING or package is None or package.starts_on is None:
        raise NotReady("The plan has no running package: a direct payment is one way of paying for it.")
    if not held.direct_payment_frequency or not held.lines.filter(how=PlannedSupport.How.DIRECT_PAYMENT).exists():
        raise NotReady("The plan has no support paid by a direct payment. Change the plan first (s.25(2)).")
    return package


def _amount(held: SupportPlan, package: Package) -> Decimal:
    """What the council's decision in force pays for the lines of the direct payment, as often as the plan says."""
    decision = decision_in_force(held)
    keys = held.lines.filter(how=PlannedSupport.How.DIRECT_PAYMENT).values("line_key")
    funded = decision.lines.filter(line_key__in=keys) if decision else None
    sums = funded.aggregate(weekly=Sum("weekly"), one_off=Sum("one_off")) if funded is not None else {}
    cost = Cost(weekly=sums.get("weekly") or NOUGHT, one_off=sums.get("one_off") or NOUGHT, whole_life=NOUGHT)
    amount = direct_payment_due(held.direct_payment_frequency, cost)
    if amount <= 0:
        raise NotReady("The council funds no support by a direct payment.")
    return amount


@act
def approve_direct_payment(
    *, by: Account, payment: str, found: Found, first_paid_on: date, reasons: str
) -> DirectPayment:
    """Agree to a direct payment: each condition is met, nobody paid is excluded; the first review falls due.

    Raises: SellsTheCare where the decider's organisation would be paid with it; SellerNotKnown where it might be.
    Source: Care Act 2014 ss.31, 32; SI 2014/2871 regs 2, 3, 5, 7(1)(a).
    """
    held, permission = _begin("approve_direct_payment", by, payment)
    check_not_own_care(permission, held)
    package = _funded_as_a_direct_payment(held.plan)
    _check_found(held, found)
    if package.starts_on is None or not package.starts_on <= first_paid_on:
        raise WrongDates("The first payment is made once the package has started, and not before.")
    held.conditions = [key for key in conditions_of(held.section) if key in found.conditions]
    held.not_excluded, held.relative, held.relative_because = True, found.relative, found.relative_because.strip()
    held.consulted, held.certificate_on = found.consulted.strip(), found.certificate_on
    held.reasons = said(reasons, "Write why the conditions are met.")
    held.first_paid_on, held.due_on = first_paid_on, first_review_due(first_paid_on)
    return _decided(held, permission, DirectPayment.State.IN_PAYMENT)


def _check_found(held: DirectPayment, found: Found) -> None:
    """Raise where a condition is not met or the regulations forbid it."""
    _check_conditions(held.section, found.conditions)
    if not found.not_excluded:
        raise NotReady("Schedule 1 forbids paying this person; their needs are met otherwise (reg 2).")
    if found.relative not in DirectPayment.Relative.values:
        raise NothingSaid("Say whether a close relative of the household is paid (reg 3).")
    if found.relative != DirectPayment.Relative.NOBODY:
        said(found.relative_because, "Write why paying a close relative of the household is necessary (reg 3).")
    if held.section == DirectPayment.Section.NO_CAPACITY:
        said(found.consulted, "Write who was consulted, and why no certificate is asked where none is (reg 5).")


def _check_conditions(section: str, conditions: Collection[str]) -> None:
    if missing := not_met(section, conditions):
        raise NotReady(f"Not every condition is met: {'; '.join(missing)}.")


@act
def refuse_direct_payment(*, by: Account, payment: str, reasons: str) -> DirectPayment:
    """Refuse a direct payment; the person has the reasons. Source: Care Act 2014 ss.31(1), 32(1)."""
    held, permission = _begin("refuse_direct_payment", by, payment)
    check_not_own_care(permission, held)
    held.reasons, held.due_on = said(reasons, "Write the reasons; the person is told them."), None
    return _decided(held, permission, DirectPayment.State.REFUSED)


def _decided(held: DirectPayment, permission: Permission, state: str) -> DirectPayment:
    by = permission.question.by
    held.decided_at, held.decided_by, held.decided_on = timezone.now(), by, timezone.localdate()
    held.state = state
    keep(held, by=by, why=state.replace("_", " "))
    route.finish(DirectPaymentFlow, KIND, held.ref, "decision", state=state, by=by)
    record(permission, subject_kind=KIND, subject=held.ref, detail={"due_on": held.due_on})
    return held


@act
def call_direct_payment_review(*, by: Account, payment: str, because: str) -> DirectPayment:
    """Call the review of a payment now, on a breach or a doubt. Source: SI 2014/2871 reg 7(1)(b)-(c)."""
    held, permission = _begin("call_direct_payment_review", by, payment)
    why = said(because, "Write what the doubt is.")
    held.due_on = min(held.due_on or timezone.localdate(), timezone.localdate())
    keep(held, by=by, why="review called")
    record(permission, subject_kind=KIND, subject=held.ref, reason=why)
    return held


@act
def review_direct_payment(
    *, by: Account, payment: str, conditions: Collection[str], findings: str
) -> DirectPaymentReview:
    """Review a payment; where a condition is no longer met the council must end it, and that is due at once.

    Source: SI 2014/2871 reg 7; Care Act 2014 s.33(4).
    """
    held, permission = _begin("review_direct_payment", by, payment)
    check_not_own_care(permission, held)
    today = timezone.localdate()
    met = [key for key in conditions_of(held.section) if key in conditions]
    review = DirectPaymentReview(
        payment=held,
        reviewed_on=today,
        conditions=met,
        all_met=not not_met(held.section, met),
        findings=said(findings, "Write what was found."),
        recorded_at=timezone.now(),
        recorded_by=by,
    )
    keep(review, by=by, why="reviewed")
    held.reviewed_on, held.conditions = today, met
    held.due_on = next_review_due(today) if review.all_met else today
    if not review.all_met:
        held.state = DirectPayment.State.TO_END
        route.finish(DirectPaymentFlow, KIND, held.ref, "payment", state=held.state, by=by)
    keep(held, by=by, why="reviewed" if review.all_met else "a condition failed")
    record(permission, subject_kind=KIND, subject=held.ref, detail={"all_met": review.all_met, "due_on": held.due_on})
    return review


@act
def terminate_direct_payment(*, by: Account, payment: str, ground: str, ended_on: date, because: str) -> DirectPayment:
    """End a direct payment, by the council. Source: Care Act 2014 s.33(4)-(5); SI 2014/2871 reg 7."""
    held, permission = _begin("terminate_direct_payment", by, payment)
    if ground not in DirectPayment.Ground.values:
        raise NothingSaid("Say on which ground the payment ends.")
    if held.first_paid_on is None or not held.first_paid_on <= ended_on:
        raise WrongDates("It ends on the day of its first payment or after.")
    step = "ending" if held.state == DirectPayment.State.TO_END else "payment"
    held.ended_ground, held.ended_on = ground, ended_on
    held.ended_because = said(because, "Write why the payment ends; the person is told.")
    held.ended_at, held.ended_by, held.due_on = timezone.now(), by, None
    held.state = DirectPayment.State.ENDED
    keep(held, by=by, why="ended")
    route.finish(DirectPaymentFlow, KIND, held.ref, step, state=held.state, by=by)
    record(permission, subject_kind=KIND, subject=held.ref, detail={"ground": ground, "ended_on": ended_on})
    return held


@act
def require_repayment(*, by: Account, payment: str, amount: Decimal, because: str) -> DirectPayment:
    """Have money of a direct payment repaid, by the council. Args: pounds. Source: Care Act 2014 s.33(5)(b)."""
    held, permission = _begin("require_repayment", by, payment)
    if held.repay is not None:
        raise AlreadyThere("It was decided already what is repaid.")
    if amount <= 0:
        raise WrongAmount("What is repaid is more than nothing.")
    held.repay, held.repay_because = amount, said(because, "Write which condition was broken, and how it is reckoned.")
    held.repay_decided_at, held.repay_decided_by = timezone.now(), by
    keep(held, by=by, why="to be repaid")
    record(permission, subject_kind=KIND, subject=held.ref, detail={"pounds": amount})
    return held


def _begin(verb: str, by: Account, ref: str) -> tuple[DirectPayment, Permission]:
    """The payment, locked; the guard's permission on it; its state looked at."""
    held: DirectPayment = lock_record(DirectPayment, ref, "provider", "plan", "seller")
    permission = permit(question_of(verb, by, held))
    check_state(held, STARTS_FROM, verb)
    return held, permission
