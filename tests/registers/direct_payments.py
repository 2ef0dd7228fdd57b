"""What direct payments tell the proofs of themselves."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.utils import timezone

from casework.models import SupportPlan
from delegation.models import Account
from delegation.register import keep, whole
from tests.permissions.forms import day
from tests.registers.kit import Given, Page, Register, Service, Things
from verification.demo import BY_NUMBER
from verification.direct_payments.demo import PaymentTeller, asked_for, found
from verification.direct_payments.rules import conditions_of
from verification.direct_payments.services import approve_direct_payment, request_direct_payment
from verification.models import DirectPayment

KIND = "direct payment"
PAID = {"direct_payment_frequency": "weekly"}


def a_running_plan(demo: Any, number: int) -> str:
    """A plan whose support is bought with a direct payment, and whose package started today."""
    character = replace(BY_NUMBER[2], number=number)
    return PaymentTeller(demo).running(character, started_on=timezone.localdate())


def requested(demo: Any, plan: str, sold_by: str = "elsewhere") -> DirectPayment:
    """Asked for today."""
    return asked_for(PaymentTeller(demo), plan, requested_on=timezone.localdate(), sold_by=sold_by)


def approved(by: Account, payment: DirectPayment) -> DirectPayment:
    """In payment from today."""
    today = timezone.localdate()
    return approve_direct_payment(by=by, payment=payment.ref, found=found(), first_paid_on=today, reasons="All met.")


# -- the services ------------------------------------------------------------------------------------------------------


def _populate(world: Any) -> None:
    a_running_plan(world.demo, 83)
    approved(world.accounts["dass"], requested(world.demo, a_running_plan(world.demo, 84)))


def _free_plan() -> Any:
    plans = SupportPlan.objects.filter(**PAID, state="active").exclude(direct_payments__due_on__isnull=False)
    return plans.order_by("pk").first()


def _fresh(stage: str) -> Callable[[Any], Given]:
    def ready(world: Any) -> Given:
        plan = _free_plan()
        if stage == "plan":
            return {"plan": plan.ref}
        held = requested(world.demo, plan.ref, "unknown" if stage == "unknown" else "elsewhere")
        if stage == "approved":
            approved(world.accounts["dass"], held)
        return {"payment": held.ref}

    return ready


def _a_payment(arguments: Any, *states: str) -> Given:
    return {"payment": arguments._a(DirectPayment, state__in=states)}


def _conditions(arguments: Any) -> tuple[str, ...]:
    return tuple(arguments.either(conditions_of("31"), conditions_of("31")[1:], (), conditions_of("32")))


SERVICES = {
    "request_direct_payment": Service(
        by="providermanager",
        given=lambda a: {
            "plan": a._a(SupportPlan, **PAID),
            "section": a.either("31", "32", "33"),
            "asked_by": a.either("The adult", "", "x" * 300),
            "requested_on": a.either(a.today(), a.today(3)),
            **a.one_of(
                [
                    {"sold_by": a.either("elsewhere", "unknown", "organisation", ""), "seller": None},
                    {"sold_by": a.either("organisation", "elsewhere"), "seller": a.organisation()},
                ]
            ),
        },
        ready=_fresh("plan"),
    ),
    "name_seller": Service(
        by="providermanager",
        given=lambda a: {
            **_a_payment(a, "requested"),
            **a.one_of(
                [
                    {"sold_by": a.either("elsewhere", "unknown", "organisation", ""), "seller": None},
                    {"sold_by": a.either("organisation", "elsewhere"), "seller": a.organisation()},
                ]
            ),
        },
        ready=_fresh("unknown"),
    ),
    "approve_direct_payment": Service(
        by="teammanager",
        given=lambda a: {
            **_a_payment(a, "requested"),
            "found": replace(
                found(),
                conditions=_conditions(a),
                not_excluded=a.either(True, False),
                relative=a.either("nobody", "necessary", "cousin"),
            ),
            "first_paid_on": a.either(a.today(), a.today(-900), a.today(40)),
            "reasons": a.words(),
        },
        ready=_fresh("requested"),
    ),
    "refuse_direct_payment": Service(
        by="dass", given=lambda a: {**_a_payment(a, "requested"), "reasons": a.words()}, ready=_fresh("requested")
    ),
    "call_direct_payment_review": Service(
        by="providermanager",
        given=lambda a: {**_a_payment(a, "in_payment"), "because": a.words()},
        ready=_fresh("approved"),
    ),
    "review_direct_payment": Service(
        by="providermanager",
        given=lambda a: {**_a_payment(a, "in_payment"), "conditions": _conditions(a), "findings": a.words()},
        ready=_fresh("approved"),
    ),
    "terminate_direct_payment": Service(
        by="head",
        given=lambda a: {
            **_a_payment(a, "in_payment", "to_end"),
            "ground": a.either("asked", "whim"),
            "ended_on": a.either(a.today(), a.today(-900), a.today(30)),
            "because": a.words(),
        },
        ready=_fresh("approved"),
    ),
    "require_repayment": Service(
        by="dass",
        given=lambda a: {
            **_a_payment(a, "in_payment", "to_end", "ended"),
            "amount": a.either(Decimal("120.00"), Decimal(0), Decimal("-3.00")),
            "because": a.words(),
        },
        ready=_fresh("approved"),
    ),
}


# -- the permission table ----------------------------------------------------------------------------------------------


def _furnish(here: Any, things: Things) -> Things:
    """Our own is walked there by the services; of another's caseload only the record that must not be shown stands."""
    is_ours = here.council.key == "exampleshire" and things["organisation"].key == "northgate"
    if is_ours and not SupportPlan.objects.filter(**PAID).exists():
        plan, other = a_running_plan(here, 85), a_running_plan(here, 86)
        return {"direct_payment": requested(here, plan), "paid_plan": SupportPlan.objects.get(ref=other)}
    return {"direct_payment": _theirs(things)}


def _theirs(things: Things) -> DirectPayment:
    plan, now = things["plan"], timezone.now()
    if held := DirectPayment.objects.filter(plan=plan).first():
        return held
    held = DirectPayment(
        ref=f"DP-0000-{plan.pk:04}",
        council=plan.council,
        provider=plan.provider,
        person=plan.person,
        plan=plan,
        section="31",
        asked_by="The adult",
        amount=Decimal("10.00"),
        frequency="weekly",
        managed_by="The adult",
        sold_by="elsewhere",
        requested_on=now.date(),
        requested_at=now,
        requested_by=things["account"],
        due_on=now.date(),
    )
    with whole():
        keep(held, by=things["account"], why="asked for")
    return held


def _named(things: Things) -> Given:
    return {"ref": things["direct_payment"].ref if "direct_payment" in things else "DP-0000-0000"}


def _named_plan(things: Things) -> Given:
    return {"ref": things.get("paid_plan", things["plan"]).ref}


def _in_payment(world: Any, things: Things) -> Things:
    return {"direct_payment": approved(world.accounts["director"], things["direct_payment"])}


def _seller_unknown(world: Any, things: Things) -> Things:
    plan = things["paid_plan"].ref
    asked = {"section": "31", "asked_by": "The adult", "requested_on": timezone.localdate(), "sold_by": "unknown"}
    return {"direct_payment": request_direct_payment(by=world.accounts["director"], plan=plan, **asked)}


def _page(typed: Callable[[], Given] = dict, ready: Any = None) -> Page:
    return Page(kind=KIND, named=_named, typed=lambda w, p: typed(), ready=ready)


def _today(name: str) -> Given:
    return day(name, timezone.localdate())


PAGES = {
    "verification:direct_payments": Page(),
    "verification:direct_payment": _page(),
    "verification:request_direct_payment": Page(
        kind="plan",
        named=_named_plan,
        typed=lambda w, p: {
            "section": "31",
            "asked_by": "The adult",
            "sold_by": "elsewhere",
            **_today("requested_on"),
        },
    ),
    "verification:name_seller": _page(lambda: {"sold_by": "elsewhere", "seller": ""}, _seller_unknown),
    "verification:approve_direct_payment": _page(
        lambda: {
            "conditions": list(conditions_of("31")),
            "not_excluded": "yes",
            "relative": "nobody",
            "reasons": "All are met.",
            **_today("first_paid_on"),
        }
    ),
    "verification:refuse_direct_payment": _page(lambda: {"reasons": "Nobody can manage it."}),
    "verification:call_direct_payment_review": _page(lambda: {"because": "The account is empty."}, _in_payment),
    "verification:review_direct_payment": _page(
        lambda: {"conditions": list(conditions_of("31")), "findings": "All is in order."}, _in_payment
    ),
    "verification:terminate_direct_payment": _page(
        lambda: {"ground": "asked", "because": "He asks for arranged care.", **_today("ended_on")}, _in_payment
    ),
    "verification:require_repayment": _page(
        lambda: {"amount": "120.00", "because": "Spent on something else."}, _in_payment
    ),
}

REGISTER = Register(services=SERVICES, pages=PAGES, furnish=_furnish, populate=_populate)
