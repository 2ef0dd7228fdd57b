"""The demo council with its settings, its first review and its registers, each made once."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.utils import timezone
from django.utils.module_loading import import_string

from casework.aftercare import demo as aftercare
from casework.charging import demo as charging
from casework.co_operation import demo as co_operation
from casework.complaints import demo as complaints
from casework.dols import demo as dols
from casework.grants import demo as grants
from casework.guardianship import demo as guardianship
from casework.property import demo as protections
from casework.safeguarding import demo as safeguarding
from casework.safeguarding_board import demo as safeguarding_board
from casework.third_party import demo as third_party
from delegation.amhp import demo as amhp
from delegation.assurance import RED
from delegation.assuring import raise_assurance_exception, sign_assurance_review
from delegation.contract import demo as contract
from delegation.demo import DemoOrganisations, load_demo_organisations
from delegation.information import demo as information
from delegation.models import AssuranceReview, Worker
from delegation.rest_centres import demo as rest_centres
from delegation.schedule_change import demo as schedule_change
from verification.demo.details import DAY_SUPPORT, HOME_SUPPORT
from verification.models import GuidePrice
from verification.services.market import set_guide_price, set_urgent_amount

GUIDE_PRICES = ((HOME_SUPPORT, "hour", "22.50"), (DAY_SUPPORT, "day", "58.00"), ("Equipment", "item", "180.00"))
URGENT_WEEKLY = Decimal("600.00")
OWNED_REDS = 3


def load_settings(world: DemoOrganisations) -> None:
    """Guide prices and the urgent amount, set once."""
    if GuidePrice.objects.filter(council=world.council).exists():
        return
    first = date(timezone.localdate().year, 1, 1)
    for kind, unit, price in GUIDE_PRICES:
        set_guide_price(
            council=world.council,
            by=world.accounts["broker"],
            service_component=kind,
            unit=unit,
            price=Decimal(price),
            from_day=first,
        )
    set_urgent_amount(council=world.council, by=world.accounts["dass"], weekly=URGENT_WEEKLY, days=14, from_day=first)


def load_assurance(world: DemoOrganisations) -> None:
    """The Director's first review, and two exceptions with their owners; made once."""
    council, accounts = world.council, world.accounts
    if AssuranceReview.objects.filter(council=council).exists():
        return
    sign_assurance_review(by=accounts["dass"], council=council, remarks="The schedule as it stands at the beginning.")
    for function, what, owner, days in (
        ("principal_social_worker_post", "Riverside names no principal social worker yet.", "head", 30),
        ("amhp_approval", "The register of approvals is still kept on paper.", "amhplead", 60),
    ):
        raise_assurance_exception(
            by=accounts["auditor"],
            council=council,
            function=function,
            what=what,
            owner=Worker.objects.get(accounts=accounts[owner]),
            due_on=timezone.localdate() + timedelta(days=days),
        )


def load_signed_review(world: DemoOrganisations) -> AssuranceReview:
    """The review the Director signs when the registers stand: three of its reds get an owner and a day; made once."""
    council, director = world.council, world.accounts["dass"]
    signed = AssuranceReview.objects.filter(council=council, number__gt=1).order_by("number").first()
    if signed is not None:
        return signed
    remarks = "Each line seen and opened. The three that are red for the most reasons get an owner and a day."
    review = sign_assurance_review(by=director, council=council, remarks=remarks)
    for line in reds_of(review)[:OWNED_REDS]:
        raise_assurance_exception(
            by=director,
            council=council,
            function=line["function"],
            what=f"Red in review {review.number}: {' '.join(line['why'])}",
            owner=Worker.objects.get(accounts=world.accounts["head"]),
            due_on=timezone.localdate() + timedelta(days=30),
        )
    return review


def reds_of(review: AssuranceReview) -> list[dict[str, Any]]:
    """The lines of a signed review that need action, as they were frozen, those with most to say first."""
    red = [line for line in review.content["lines"] if line["colour"] == RED]
    return sorted(red, key=lambda line: -len(line["why"]))


# What each register shows in the demonstration, in this order.
REGISTERS = {
    "approved mental health professionals": amhp.load,
    "due diligence, workforce and named posts": contract.load,
    "a change of the schedule": schedule_change.load,
    "safeguarding concerns": safeguarding.load,
    "the Safeguarding Adults Board": safeguarding_board.load,
    "charging": charging.load,
    "after-care under section 117": aftercare.load,
    "deprivation of liberty": dols.load,
    "third parties who ask about a deprivation of liberty": third_party.load,
    "guardianship": guardianship.load,
    "requests for information, the Ombudsman, press and members": information.load,
    "complaints": complaints.load,
    "disabled facilities grants": grants.load,
    "protection of property": protections.load,
    "rest centres": rest_centres.load,
    "co-operation with partners": co_operation.load,
}


def load_registers(world: DemoOrganisations, told: Callable[[str], None] = lambda _: None) -> None:
    """The registers and procedures beside the way of a plan, each with a few records, some late and some refused."""
    for title, load in REGISTERS.items():
        load(world)
        told(title)
    # What stands above this app tells its own by name, because nothing here may know of it.
    for app in apps.get_app_configs():
        for title, named in getattr(app, "demonstrates", {}).items():
            import_string(named)(world)
            told(title)


def load_world() -> DemoOrganisations:
    """The demo council with its settings and its first review, made once."""
    world = load_demo_organisations()
    load_settings(world)
    load_assurance(world)
    return world
