"""The register of AMHPs and the professional registrations, told to the proofs."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from delegation.amhp import demo
from delegation.amhp.services import (
    apply_for_amhp_approval,
    approve_amhp,
    record_amhp_competence,
    suspend_amhp_approval,
)
from delegation.amhp.training import record_amhp_acting
from delegation.amhp.words import AREAS, CAUSES
from delegation.models import Account, AmhpActing, AmhpApproval, Organisation, ProfessionalRegistration, Worker
from delegation.models.amhp import APPROVED, STANDING
from delegation.professions import PROFESSIONS
from delegation.registration.services import record_registration, suspend_registration
from tests.registers.kit import Given, Page, Register, Service, Things

EVIDENCE = dict.fromkeys(AREAS, "Portfolio and observed assessment.")
UNDERTAKINGS = (
    "undertakes_to_tell_of_acting",
    "undertakes_to_stop_on_suspension",
    "undertakes_to_stop_on_loss",
)


# -- made by services ---------------------------------------------------------------------------------------------


def application(by: Account, council: Organisation, worker: Worker) -> AmhpApproval:
    """An application with competence shown in all five areas."""
    today = timezone.localdate()
    approval = apply_for_amhp_approval(
        by=by,
        council=council,
        worker=worker,
        applied_on=today,
        course="Programme",
        course_completed_on=today - timedelta(days=90),
        **dict.fromkeys(UNDERTAKINGS, True),
    )
    return record_amhp_competence(by=by, approval=approval, evidence=EVIDENCE, assessed_on=today)


def approved(by: Account, approval: AmhpApproval) -> AmhpApproval:
    return approve_amhp(by=by, approval=approval, reasons="All shown.")


def suspended(by: Account, approval: AmhpApproval) -> AmhpApproval:
    today = timezone.localdate()
    return suspend_amhp_approval(by=by, approval=approval, from_day=today, because="Told under reg 5(c).")


def acting(by: Account, approval: AmhpApproval) -> AmhpActing:
    today = timezone.localdate()
    return record_amhp_acting(by=by, approval=approval, authority="Hillshire Council", from_day=today, told_on=today)


# -- for the state machine and the n-th query -----------------------------------------------------------------------


def populate(world: Any) -> None:
    """Those of the demonstration, and one whose application waits."""
    demo.load(world.demo)
    application(world.accounts["amhplead"], world.council, world.worker("quality"))


def an_approval(arguments: Any, *states: str) -> AmhpApproval:
    every = list(AmhpApproval.objects.order_by("-pk")[:20])
    fitting = [one for one in every if one.state in states]
    return arguments.either(arguments.one_of(fitting or every), arguments.one_of(every))


def a_registration(arguments: Any) -> ProfessionalRegistration:
    return arguments.one_of(list(ProfessionalRegistration.objects.order_by("pk")))


def apply_given(arguments: Any) -> Given:
    registered = list(Worker.objects.filter(registrations__isnull=False).distinct().order_by("pk"))
    told = dict.fromkeys(UNDERTAKINGS, True)
    told[arguments.one_of(UNDERTAKINGS)] = arguments.either(True, False)
    return told | {
        "council": arguments.a_council(),
        "worker": arguments.either(arguments.one_of(registered), arguments.a_worker()),
        "applied_on": arguments.day(),
        "course": arguments.words("Programme")[:200],
        "course_completed_on": arguments.either(arguments.day(-100), None),
        "earlier": arguments.one_of([None, None, None, an_approval(arguments, *APPROVED)]),
        "earlier_council": arguments.one_of(["", "", "Hillshire Council"]),
        "earlier_from": arguments.one_of([None, arguments.day(-900)]),
        "earlier_to": arguments.one_of([None, arguments.day(-100)]),
        "earlier_approvals": arguments.words("")[:200],
    }


def approve_given(arguments: Any) -> Given:
    return {
        "approval": an_approval(arguments, "applied"),
        "reasons": arguments.words(),
        "approved_on": arguments.one_of([None, None, arguments.day()]),
        "decision_written_in": arguments.words("Minutes of the panel")[:200],
    }


def training_given(arguments: Any) -> Given:
    return {
        "approval": an_approval(arguments, *STANDING),
        "completed_on": arguments.day(),
        "hours": arguments.either(Decimal("6.25"), Decimal(0), Decimal("-3"), Decimal("0.1"), Decimal(999)),
        "what": arguments.words("Law update")[:200],
    }


def acting_given(arguments: Any) -> Given:
    return {
        "approval": an_approval(arguments, "in_force"),
        "authority": arguments.one_of(["Hillshire Council", "Othershire Council", "Exampleshire Council", ""]),
        "from_day": arguments.day(),
        "told_on": arguments.day(),
    }


def end_acting_given(arguments: Any) -> Given:
    return {
        "acting": arguments.one_of(list(AmhpActing.objects.order_by("-pk")[:5])),
        "to_day": arguments.day(),
        "end_told_on": arguments.day(),
    }


def lift_given(arguments: Any) -> Given:
    return {
        "approval": an_approval(arguments, "suspended"),
        "satisfied_of_competence": arguments.one_of([True, False]),
        "because": arguments.words(),
        "registration_lifted_on": arguments.one_of([None, arguments.day()]),
    }


def registration_given(arguments: Any) -> Given:
    worker = arguments.a_worker()
    known = worker.registrations.order_by("-pk").first()
    fresh = {
        "profession": arguments.either(arguments.one_of(sorted(PROFESSIONS)), "astrologer"),
        "number": arguments.either(f"N{arguments.random.randrange(10**6)}", "", "SW000001"),
    }
    again = {"profession": known.profession, "number": known.number} if known else fresh
    return arguments.one_of([fresh, again]) | {
        "council": arguments.a_council(),
        "worker": worker,
        "live_from": arguments.day(-400),
        "live_to": arguments.one_of([None, arguments.day(40)]),
        "checked_on": arguments.one_of([None, arguments.day()]),
    }


def act_on_registration(name: str) -> Any:
    return lambda arguments: {
        "council": arguments.a_council(),
        "registration": a_registration(arguments),
        name: arguments.day(arguments.one_of([0, -1])),
        "reason": arguments.words("As the body published."),
    }


def ready_applied(world: Any) -> Given:
    return {"approval": AmhpApproval.objects.filter(state="applied").latest("pk")}


def ready_in_force(world: Any) -> Given:
    return {"approval": AmhpApproval.objects.get(worker__accounts__username="rsingh")}


def ready_to_lift(world: Any) -> Given:
    """What chance may not give: the registration is suspended still, and lifted with the approval."""
    approval = AmhpApproval.objects.get(state="suspended")
    return {"approval": approval, "registration_lifted_on": timezone.localdate(), "satisfied_of_competence": True}


def ready_registration(world: Any) -> Given:
    return {"registration": ready_in_force(world)["approval"].registration, "council": world.council}


def ready_suspended_registration(world: Any) -> Given:
    approval = AmhpApproval.objects.get(state="suspended")
    return {"registration": approval.registration, "council": world.council}


SERVICES = {
    "apply_for_amhp_approval": Service(
        by="amhplead",
        given=apply_given,
        ready=lambda world: {
            "council": world.council,
            "worker": world.worker("practitioner"),
            "earlier": None,
            "earlier_council": "Hillshire Council",
            "earlier_from": timezone.localdate() - timedelta(days=900),
            "earlier_to": timezone.localdate() - timedelta(days=100),
        },
    ),
    "record_amhp_competence": Service(
        by="amhplead",
        given=lambda arguments: {
            "approval": an_approval(arguments, "applied"),
            "evidence": arguments.either(EVIDENCE, {}, {"values": " "}, {"charm": "Yes."}),
            "assessed_on": arguments.day(),
        },
        ready=ready_applied,
    ),
    "approve_amhp": Service(
        by="amhplead", given=approve_given, ready=lambda world: ready_applied(world) | {"approved_on": None}
    ),
    "refuse_amhp": Service(
        by="amhplead",
        given=lambda arguments: {"approval": an_approval(arguments, "applied"), "reasons": arguments.words()},
        ready=ready_applied,
    ),
    "record_amhp_training": Service(by="amhplead", given=training_given, ready=ready_in_force),
    "suspend_amhp_approval": Service(
        by="amhplead",
        given=lambda arguments: {
            "approval": an_approval(arguments, "in_force"),
            "from_day": arguments.day(arguments.one_of([0, -3])),
            "because": arguments.words(),
        },
        ready=ready_in_force,
    ),
    "lift_amhp_suspension": Service(by="amhplead", given=lift_given, ready=ready_to_lift),
    "record_amhp_acting": Service(
        by="amhplead",
        given=acting_given,
        ready=lambda world: ready_in_force(world) | {"authority": "Hillshire Council"},
    ),
    "end_amhp_acting": Service(
        by="amhplead",
        given=end_acting_given,
        ready=lambda world: {"acting": AmhpActing.objects.filter(to_day=None).earliest("pk")},
    ),
    "end_amhp_approval": Service(
        by="amhplead",
        given=lambda arguments: {
            "approval": an_approval(arguments, *STANDING),
            "cause": arguments.either(arguments.one_of(sorted(set(CAUSES) - {"renewed", "term"})), "term", "renewed"),
            "reasons": arguments.words(),
        },
        ready=ready_in_force,
    ),
    "record_registration": Service(
        by="administrator",
        given=registration_given,
        ready=lambda world: {
            "council": world.council,
            "worker": world.worker("practitioner"),
            "profession": "occupational_therapist",
            "number": "OT555",
        },
    ),
    "suspend_registration": Service(
        by="administrator", given=act_on_registration("from_day"), ready=ready_registration
    ),
    "lift_registration_suspension": Service(
        by="administrator", given=act_on_registration("on"), ready=ready_suspended_registration
    ),
    "end_registration": Service(by="administrator", given=act_on_registration("on"), ready=ready_registration),
}


# -- for the permission table ----------------------------------------------------------------------------------------


def furnish(here: Any, things: Things) -> Things:
    """An application of the caseload's practitioner, made once for them, and the registration it rests on."""
    worker, council = things["account"].worker, here.council
    if not worker.registrations.exists():
        record_registration(
            by=here.accounts["administrator"],
            council=council,
            worker=worker,
            profession="social_worker",
            number=f"SW9{worker.pk:05}",
            live_from=date(2020, 1, 1),
        )
    made = AmhpApproval.objects.filter(worker=worker, council=council).first()
    approval = made or application(here.accounts["dass"], council, worker)
    return {"amhp": approval, "registration": approval.registration}


def _of_amhp(things: Things) -> Given:
    return {"ref": things["amhp"].ref if "amhp" in things else "AM-0000-0000"}


def _numbered(things: Things) -> Given:
    return _of_amhp(things) | {"number": 1}


def _of_registration(things: Things) -> Given:
    ref = things["registration"].ref if "registration" in things else "PR-0000-0000"
    return {"username": things["account"].username, "ref": ref}


def _ready(*steps: Any) -> Any:
    """Our application brought to where a page's act starts."""

    def make(world: Any, things: Things) -> Things:
        approval = things["amhp"]
        for step in steps:
            step(world.accounts["AMHP lead"], approval)
            approval = AmhpApproval.objects.get(pk=approval.pk)
        return {"amhp": approval}

    return make


def _with_suspended_registration(world: Any, things: Things) -> Things:
    registration = suspend_registration(
        by=world.accounts["administrator"],
        council=world.here.council,
        registration=things["registration"],
        from_day=timezone.localdate(),
        reason="Interim order.",
    )
    return {"registration": registration}


def _day(name: str) -> Given:
    today = timezone.localdate()
    return {f"{name}_day": today.day, f"{name}_month": today.month, f"{name}_year": today.year}


def _amhp(typed: Given | None = None, dates: tuple[str, ...] = (), ready: Any = None, named: Any = _of_amhp) -> Page:
    def write(world: Any, plan: Any) -> Given:
        return (typed or {}) | {key: value for name in dates for key, value in _day(name).items()}

    return Page(kind="amhp", named=named, typed=write, ready=ready)


def _registration(typed: Given, dates: tuple[str, ...], ready: Any = None, named: Any = _of_registration) -> Page:
    def write(world: Any, plan: Any) -> Given:
        return typed | {key: value for name in dates for key, value in _day(name).items()}

    return Page(kind="account", named=named, typed=write, ready=ready)


WHY = {"because": "As told."}
REASON = {"reason": "As published."}
PAGES = {
    "delegation:amhps": Page(),
    "delegation:amhp_apply": Page(
        typed=lambda world, plan: (
            {"username": "otherpractitioner", "earlier_council": "Hillshire Council"}
            | dict.fromkeys(UNDERTAKINGS, "on")
            | _day("applied_on")
            | _day("earlier_from")
        ),
        ready=lambda world, things: _without_the_other_s_application(world),
    ),
    "delegation:amhp": _amhp(),
    "delegation:amhp_competence": _amhp({"values": "Seen."}),
    "delegation:amhp_approve": _amhp({"reasons": "All shown."}),
    "delegation:amhp_refuse": _amhp({"reasons": "Not shown."}),
    "delegation:amhp_training": _amhp({"hours": "6", "what": "Law update"}, ("completed_on",), ready=_ready(approved)),
    "delegation:amhp_suspend": _amhp(WHY, ("from_day",), ready=_ready(approved)),
    "delegation:amhp_lift": _amhp(
        WHY | {"satisfied": "yes"}, ("registration_lifted_on",), ready=_ready(approved, suspended)
    ),
    "delegation:amhp_acting": _amhp({"authority": "Hillshire Council"}, ("from_day",), ready=_ready(approved)),
    "delegation:amhp_acting_end": _amhp({}, ("to_day",), ready=_ready(approved, acting), named=_numbered),
    "delegation:amhp_end": _amhp({"cause": "request", "reasons": "They asked."}, ready=_ready(approved)),
    "delegation:amhp_notice": _amhp(ready=_ready(approved), named=_numbered),
    "delegation:record_registration": _registration(
        {"profession": "occupational_therapist", "number": "OT777"},
        ("live_from",),
        named=lambda things: {"username": things["account"].username},
    ),
    "delegation:suspend_registration": _registration(REASON, ("from_day",)),
    "delegation:lift_registration_suspension": _registration(REASON, ("on",), ready=_with_suspended_registration),
    "delegation:end_registration": _registration(REASON, ("on",)),
}


def _without_the_other_s_application(world: Any) -> Things:
    """The practitioner elsewhere has an application already: it is decided, so that they may apply again."""
    for approval in AmhpApproval.objects.filter(
        state="applied", worker=world.accounts["practitioner elsewhere"].worker
    ):
        approved(world.accounts["AMHP lead"], approval)
    return {}


REGISTER = Register(services=SERVICES, pages=PAGES, furnish=furnish, populate=populate)
