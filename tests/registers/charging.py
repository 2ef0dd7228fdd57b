"""Charging and after-care, for the proofs: a policy, charges at every step, their services and their pages."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from casework.aftercare.services import record_aftercare, record_board_decision
from casework.charging import demo
from casework.charging.policies import PolicyFigure, approve_charging_policy, draft_charging_policy
from casework.charging.rules import CATEGORIES, FIGURES, SUPPORT, Means
from casework.charging.services import ChargeDetails, calculate_charge, decide_charge, issue_charge_notice
from casework.models import AfterCare, Charge, ChargingPolicy, Person, SupportPlan
from delegation.models import Account, Authorisation
from delegation.schedule import FUNCTIONS
from delegation.services import authorise_function
from tests.registers.dols import a_patient, day
from tests.registers.kit import Given, Page, Register, Service, Things

NO_CHARGE, NO_AFTERCARE = SimpleNamespace(ref="CH-0000-0000"), SimpleNamespace(ref="AC-0000-0000")
BOARD = "Exampleshire Integrated Care Board"


# -- what chance gives ------------------------------------------------------------------------------------------------


def figures_given(arguments: Any) -> dict[str, PolicyFigure]:
    given = {
        key: PolicyFigure(amount=arguments.either(Decimal(amount), Decimal(-1)), source=arguments.words())
        for key, amount in demo.FIGURES.items()
    }
    if arguments.is_foolish():
        given.pop(arguments.one_of(sorted(given)))
    return given


def draft_given(arguments: Any) -> Given:
    return {
        "council": arguments.a_council(),
        "from_day": arguments.day(arguments.random.randrange(40)),
        "choices_made": arguments.words(),
        "figures": figures_given(arguments),
    }


def a_policy(arguments: Any) -> ChargingPolicy:
    drafts = list(ChargingPolicy.objects.filter(approved_at=None, withdrawn_at=None).order_by("pk"))
    every = list(ChargingPolicy.objects.order_by("pk"))
    good: ChargingPolicy = arguments.one_of(drafts or every)
    return arguments.either(good, *every)  # type: ignore[no-any-return]


def approve_given(arguments: Any) -> Given:
    return {"policy": a_policy(arguments), "decision": arguments.words("Minute 9")}


def withdraw_given(arguments: Any) -> Given:
    return {"policy": a_policy(arguments), "because": arguments.words()}


def calculate_given(arguments: Any) -> Given:
    person = arguments._a(Person)
    plans = list(
        SupportPlan.objects.filter(person__ref=person, budget_total_weekly__gt=0).values_list("ref", flat=True)
    )
    means = Means(
        category=arguments.either(arguments.one_of(sorted(CATEGORIES)), "king"),
        weekly_cost=arguments.money("40.00", "120.50"),
        weekly_income=arguments.money("150.00", "310.25"),
        capital=arguments.money("0.00", "15000.00", "40000.00"),
        allowances=arguments.money("0.00", "80.00"),
        has_declined=arguments.random.randrange(6) == 0,
        is_light_touch=arguments.random.randrange(6) == 0,
    )
    details = ChargeDetails(
        support=arguments.either("care_and_support", *sorted(SUPPORT), "tea"),
        from_day=arguments.either(arguments.today(), arguments.today(20), date(2001, 1, 1)),
        means=means,
        evidence=arguments.words(),
        plan=arguments.either(arguments.one_of(["", *plans]), "SP-0000-0000"),
        outside_aftercare_because=arguments.one_of(["", "Arthritis."]),
    )
    return {"person": person, "details": details}


def a_charge(arguments: Any, *states: str) -> str:
    return str(arguments._a(Charge, state__in=states))


def decide_given(arguments: Any) -> Given:
    ref = a_charge(arguments, "calculated")
    known = Charge.objects.filter(ref=ref).first()
    weekly = known.calculated_weekly if known else Decimal("5.00")
    amounts = (Decimal("0.00"), Decimal(-1), Decimal("1E+3"), Decimal("3.333"))
    return {"charge": ref, "weekly": arguments.either(weekly, *amounts), "reasons": arguments.words()}


def aftercare_given(arguments: Any) -> Given:
    return {
        "person": arguments._a(Person),
        "from_day": arguments.day(-5),
        "needs": arguments.words(),
        "icb_name": arguments.either(BOARD, ""),
    }


def an_aftercare(arguments: Any) -> str:
    return str(arguments._a(AfterCare, ended_on__isnull=True))


def board_given(arguments: Any) -> Given:
    return {
        "aftercare": an_aftercare(arguments),
        "decided_on": arguments.day(0),
        "signed_by": arguments.either("Dr Board", ""),
        "reference": arguments.words("ICB/7"),
    }


# -- what is brought about --------------------------------------------------------------------------------------------


def a_version(here: Any, *, is_draft: bool = False) -> ChargingPolicy:
    """The approved version in force, made where there is none; or a new draft."""
    approved = ChargingPolicy.objects.filter(council=here.council, approved_at__isnull=False).order_by("from_day")
    if not is_draft and (known := approved.first()):
        return known
    figures = {key: PolicyFigure(amount=Decimal(amount), source="Minute 1") for key, amount in demo.FIGURES.items()}
    today, by = timezone.localdate(), here.accounts["dass"]
    draft = draft_charging_policy(
        by=by,
        council=here.council,
        from_day=today + timedelta(days=3 if is_draft else 0),
        choices_made=demo.CHOICES,
        figures=figures,
    )
    return draft if is_draft else approve_charging_policy(by=by, policy=draft, decision="Minute 1")


def brought_to(here: Any, state: str, number: int) -> str:
    """A charge at a state of the procedure; its reference."""
    a_version(here)
    by = here.accounts["dass"]
    charge = demo.calculated(here, a_patient(here, number))
    if state != "calculated":
        decide_charge(by=by, charge=charge.ref, weekly=charge.calculated_weekly)
    if state == "issued":
        issue_charge_notice(by=by, charge=charge.ref)
    return str(charge.ref)


def aftercare_of(here: Any, number: int, *, board: bool = False) -> str:
    """The after-care of an invented person; its reference."""
    today = timezone.localdate()
    held = record_aftercare(
        by=here.accounts["practitioner"],
        person=a_patient(here, number).ref,
        from_day=today,
        needs="To stay well.",
        icb_name=BOARD,
    )
    if board:
        record_board_decision(by=here.accounts["dass"], aftercare=held.ref, decided_on=today, signed_by="Dr Board")
    return str(held.ref)


def populate(world: Any) -> None:
    here = world.teller.world
    a_version(here)
    a_version(here, is_draft=True)
    for number, state in enumerate(("calculated", "decided", "issued"), 11):
        brought_to(here, state, number)
    aftercare_of(here, 14)
    aftercare_of(here, 15, board=True)


def sure_calculation(world: Any) -> Given:
    here = world.teller.world
    a_version(here)
    return {"person": a_patient(here, 93).ref, "details": demo.details()}


def sure_charge(state: str, **also: Any) -> Any:
    return lambda world: {"charge": brought_to(world.teller.world, state, 93), **also}


def because(name: str, *states: str) -> Any:
    return lambda arguments: {name: a_charge(arguments, *states), "because": arguments.words()}


def sure_decision(world: Any) -> Given:
    ref = brought_to(world.teller.world, "calculated", 93)
    return {"charge": ref, "weekly": Charge.objects.get(ref=ref).calculated_weekly}


def sure_draft(world: Any) -> Given:
    return {"policy": a_version(world.teller.world, is_draft=True)}


SERVICES = {
    "draft_charging_policy": Service(
        by="head", given=draft_given, ready=lambda world: {"from_day": timezone.localdate() + timedelta(days=9)}
    ),
    "approve_charging_policy": Service(by="dass", given=approve_given, ready=sure_draft),
    "withdraw_charging_policy": Service(by="head", given=withdraw_given, ready=sure_draft),
    "calculate_charge": Service(by="practitioner", given=calculate_given, ready=sure_calculation),
    "decide_charge": Service(by="head", given=decide_given, ready=sure_decision),
    "issue_charge_notice": Service(
        by="head", given=lambda arguments: {"charge": a_charge(arguments, "decided")}, ready=sure_charge("decided")
    ),
    "waive_charge": Service(by="dass", given=because("charge", "decided", "issued"), ready=sure_charge("issued")),
    "record_aftercare": Service(
        by="practitioner",
        given=aftercare_given,
        ready=lambda world: {"person": a_patient(world.teller.world, 93).ref},
    ),
    "record_board_decision": Service(
        by="head", given=board_given, ready=lambda world: {"aftercare": aftercare_of(world.teller.world, 93)}
    ),
    "end_aftercare": Service(
        by="head",
        given=lambda arguments: {"aftercare": an_aftercare(arguments), "because": arguments.words()},
        ready=lambda world: {"aftercare": aftercare_of(world.teller.world, 93, board=True)},
    ),
}


# -- pages ------------------------------------------------------------------------------------------------------------

FUNCTIONS_NEEDED = {"charging_policy_apply": "care_act_s79", "s117_aftercare": "care_act_s79"}


def authorised(here: Any, things: Things) -> None:
    """The caseload's provider may work out charges and record after-care, where nobody has authorised it yet."""
    for function, power in FUNCTIONS_NEEDED.items():
        given = Authorisation.objects.filter(organisation=things["person"].provider, function=function)
        if not given.exists():
            authorise_function(
                by=here.accounts["dass"],
                council=here.council,
                organisation=things["person"].provider,
                function=function,
                power=power,
                from_day=date(2015, 4, 1),
                to_day=date(2031, 3, 31),
                conditions=FUNCTIONS[function].condition,
                instrument="Authorisation of 2015",
                signed_by="The director",
            )


def furnish(here: Any, things: Things) -> Things:
    """A charge about the caseload's person, and after-care of the same."""
    authorised(here, things)
    a_version(here)
    by, person = Account.objects.get(pk=things["account"].pk), things["person"]
    charge = Charge.objects.filter(person=person).first() or calculate_charge(
        by=by, person=person.ref, details=replace(demo.details(), outside_aftercare_because="Arthritis.")
    )
    aftercare = AfterCare.objects.filter(person=person).first() or record_aftercare(
        by=by, person=person.ref, from_day=timezone.localdate(), needs="To stay well.", icb_name=BOARD
    )
    return {"charge": charge, "aftercare": aftercare}


def charge_page(state: str, typed: Any = lambda world, plan: {}) -> Page:
    def ready(world: Any, things: Things) -> Things:
        return things | {"charge": Charge.objects.get(ref=brought_to(world.here, state, 94))}

    return Page(
        kind="charge", named=lambda things: {"ref": things.get("charge", NO_CHARGE).ref}, ready=ready, typed=typed
    )


def person_page(typed: Any = lambda world, plan: {}) -> Page:
    def ready(world: Any, things: Things) -> Things:
        return things | {"person": a_patient(world.here, 95)}

    return Page(kind="person", named=lambda things: {"ref": things["person"].ref}, ready=ready, typed=typed)


def policy_page(typed: Any = lambda world, plan: {}) -> Page:
    def ready(world: Any, things: Things) -> Things:
        return things | {"policy": a_version(world.here, is_draft=True)}

    return Page(named=lambda things: {"number": getattr(things.get("policy"), "number", 1)}, ready=ready, typed=typed)


def aftercare_page(*, board: bool, typed: Any) -> Page:
    def ready(world: Any, things: Things) -> Things:
        return things | {"aftercare": AfterCare.objects.get(ref=aftercare_of(world.here, 96, board=board))}

    return Page(
        kind="aftercare",
        named=lambda things: {"ref": things.get("aftercare", NO_AFTERCARE).ref},
        ready=ready,
        typed=typed,
    )


def a_draft_typed(world: Any, plan: Any) -> Given:
    sources = {f"source_{key}": "Minute 30" for key in FIGURES}
    return {
        **demo.FIGURES,
        **sources,
        "choices_made": "As before.",
        **day("from_day", timezone.localdate() + timedelta(days=12)),
    }


MEANS_TYPED = {
    "support": "care_and_support",
    "weekly_cost": "120.00",
    "has_declined": "no",
    "is_light_touch": "no",
    "category": "pension_age",
    "weekly_income": "280.00",
    "evidence": "Pension letter.",
}

PAGES = {
    "casework:charges": Page(),
    "casework:aftercares": Page(),
    "casework:person-charges": person_page(),
    "casework:calculate-charge": person_page(lambda world, plan: MEANS_TYPED),
    "casework:charge": charge_page("issued"),
    "casework:charge-letter": charge_page("issued"),
    "casework:charge-decide": charge_page("calculated"),
    "casework:charge-issue": charge_page("decided"),
    "casework:charge-waive": charge_page("issued", lambda world, plan: {"because": "Hardship."}),
    "casework:charging-policies": Page(),
    "casework:charging-policy-draft": Page(typed=a_draft_typed),
    "casework:charging-policy": policy_page(),
    "casework:charging-policy-approve": policy_page(lambda world, plan: {"decision": "Minute 31"}),
    "casework:charging-policy-withdraw": policy_page(lambda world, plan: {"because": "Superseded."}),
    "casework:aftercare": person_page(),
    "casework:record-aftercare": person_page(lambda world, plan: {"needs": "To stay well.", "icb_name": BOARD}),
    "casework:aftercare-board": aftercare_page(board=False, typed=lambda world, plan: {"signed_by": "Dr Board"}),
    "casework:aftercare-end": aftercare_page(board=True, typed=lambda world, plan: {"because": "Well."}),
}

REGISTER = Register(services=SERVICES, pages=PAGES, furnish=furnish, populate=populate)
