"""Changes of the schedule, told to the proofs."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from delegation.models import Account, Authorisation, Organisation, ScheduleChange
from delegation.schedule import FUNCTIONS, POWERS
from delegation.schedule_change.rules import PROPOSED
from delegation.schedule_change.services import propose_schedule_change
from delegation.services import appoint_to_post, authorise_function, open_account
from tests.registers.kit import Given, Page, Register, Service, Things

KIND = "schedule change"
# What the journeys of the proofs do not need, so that taking it back leaves the others able to go on.
SPARE = "dfg_necessary_appropriate"


def proposed(council: Organisation, organisation: Organisation, by: Account) -> ScheduleChange:
    """A proposal to take a spare function back: the one that waits, or a new one."""
    known = ScheduleChange.objects.filter(organisation=organisation, function=SPARE, state=PROPOSED).first()
    return known or propose_schedule_change(
        by=by,
        council=council,
        organisation=organisation,
        function=SPARE,
        kind="revoke",
        from_day=timezone.localdate() + timedelta(days=30),
        reasons="The council does it itself.",
    )


# -- the services --------------------------------------------------------------------------------------------------


def _given_proposal(a: Any) -> Given:
    kind = a.one_of(["authorise", "revoke"])
    return {
        "council": a.a_council(),
        "organisation": a.provider(),
        "function": a.either(a.one_of([SPARE, "press_liaison", *sorted(FUNCTIONS)]), "astrology"),
        "kind": a.either(kind, "dream"),
        "from_day": a.day(a.one_of([0, 5, 30])),
        "reasons": a.words("The contract changes."),
        "to_day": a.one_of([None, a.day(400)]),
        "power": a.either(a.one_of(sorted(POWERS)), "", "magic") if kind == "authorise" else "",
        "conditions": a.words("As the schedule says"),
        "instrument": a.words("Deed of variation")[:150],
    }


def _given_decision(a: Any) -> Given:
    refs = list(ScheduleChange.objects.order_by("-pk").values_list("ref", flat=True)[:3])
    return {"change": a.either(a.one_of(refs) if refs else "CS-0000-0000", "CS-0000-0000"), "reason": a.words()}


def _given_approval(a: Any) -> Given:
    return {**_given_decision(a), "cabinet_reference": a.either("Cabinet 14/26", "", " ")}


def _spare(world: Any) -> Given:
    return {
        "organisation": world.demo.northgate,
        "function": "complaint_initial_handling",
        "kind": "revoke",
        "council": world.council,
    }


def _waiting(world: Any) -> Given:
    return {"change": proposed(world.council, world.demo.northgate, world.accounts["head"]).ref}


def populate(world: Any) -> None:
    """One that waits for the Director."""
    _waiting(world)


# -- the pages -----------------------------------------------------------------------------------------------------


def furnish(here: Any, things: Things) -> Things:
    organisation = things["organisation"]
    if not Authorisation.objects.filter(organisation=organisation, function=SPARE, revoked_on=None).exists():
        authorise_function(
            by=here.accounts["dass"],
            council=here.council,
            organisation=organisation,
            function=SPARE,
            power="activity",
            from_day=timezone.localdate(),
            conditions="As the scheme says",
            instrument="Contract",
            signed_by="The director",
        )
    return {"schedule_change": proposed(here.council, organisation, _proposer(here))}


def _proposer(here: Any) -> Account:
    if "head" in here.accounts:
        return here.accounts["head"]
    name = f"{here.council.key}-monitoring"
    if known := Account.objects.filter(username=name).first():
        return known
    administrator = here.accounts["administrator"]
    account = open_account(by=administrator, council=here.council, username=name, name="Monitoring Officer")
    today = timezone.localdate()
    post = {"worker": account.worker, "organisation": here.council, "role": "monitoring_officer", "from_day": today}
    appoint_to_post(by=administrator, **post)  # type: ignore[arg-type]
    return account


def _named(things: Things) -> Given:
    return {"ref": things["schedule_change"].ref if "schedule_change" in things else "CS-0000-0000"}


def _typed(world: Any, plan: Any) -> Given:
    day = timezone.localdate() + timedelta(days=20)
    return {
        "kind": "revoke",
        "function": "complaint_initial_handling",
        "organisation": "northgate",
        "reasons": "The council does it itself.",
        "from_day_day": day.day,
        "from_day_month": day.month,
        "from_day_year": day.year,
    }


def _decided(world: Any, plan: Any) -> Given:
    return {"reason": "As proposed."}


REGISTER = Register(
    services={
        "propose_schedule_change": Service(by="head", given=_given_proposal, ready=_spare),
        "withdraw_schedule_change": Service(by="head", given=_given_decision, ready=_waiting),
        "refuse_schedule_change": Service(by="dass", given=_given_decision, ready=_waiting),
        "approve_schedule_change": Service(by="dass", given=_given_approval, ready=_waiting),
    },
    pages={
        "delegation:schedule_changes": Page(),
        "delegation:propose_schedule_change": Page(typed=_typed),
        "delegation:schedule_change": Page(kind=KIND, named=_named),
        "delegation:approve_schedule_change": Page(kind=KIND, named=_named, typed=_decided),
        "delegation:refuse_schedule_change": Page(kind=KIND, named=_named, typed=_decided),
        "delegation:withdraw_schedule_change": Page(kind=KIND, named=_named, typed=_decided),
    },
    furnish=furnish,
    populate=populate,
)
