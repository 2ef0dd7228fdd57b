"""The Safeguarding Adults Board, told to the proofs: a member, a referral, and each act."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from casework.models import BoardMember, BoardReport, Person, ReviewReferral
from casework.safeguarding_board.services import record_board_member, refer_for_review
from delegation.demo import DemoOrganisations
from delegation.models import Account
from tests.registers.kit import Given, Page, Register, Service, Things

CRITERIA = ("has_needs", "worked_together_badly", "died_of_abuse", "alive_after_serious_abuse")


def a_member(by: Account, council: Any) -> BoardMember:
    return record_board_member(
        by=by, council=council, name="Gwen Hale", body="Fire and Rescue", seat="other", from_day=date(2020, 4, 1)
    )


def a_referral(by: Account, person: Person) -> ReviewReferral:
    return refer_for_review(by=by, person=person.ref, why="Nobody told another.")


def populate(world: Any) -> None:
    """A member and a referral, so that every service has one to start from."""
    by = world.accounts["safeguarding"]
    a_member(by, world.council)
    a_referral(by, Person.objects.filter(council=world.council, restricted=False).earliest("pk"))


def council_of(given: Any) -> Given:
    return {"council": given.a_council()}


def a_decision(given: Any) -> Given:
    met = given.random.randrange(2) > 0
    return {
        "referral": given._a(ReviewReferral, decision=""),
        "has_needs": given.either(True, None, False),
        "worked_together_badly": given.either(met, None),
        "died_of_abuse": given.either(False, None, True),
        "alive_after_serious_abuse": given.either(met, None),
        "decision": given.either("mandatory" if met else "no_review", "discretionary", "later"),
        "reasons": given.words(),
    }


def a_report(given: Any) -> Given:
    years = range(2017, given.today().year + 1)
    said = set(BoardReport.objects.values_list("year_ended", flat=True))
    year = next((each for each in years if each not in said), 2016)
    return {
        **council_of(given),
        "year_ended": given.either(year, 1999, 3000),
        "published_on": given.either(min(date(year, 10, 1), given.today()), given.today(400), date(1800, 1, 1)),
        "published_where": given.either("The website", "", "x" * 300),
    }


def ready_to_decide(world: Any) -> Given:
    person = Person.objects.filter(council=world.council, restricted=False).latest("pk")
    return {"referral": a_referral(world.accounts["safeguarding"], person).ref}


def ready_to_end(world: Any) -> Given:
    return {"member": a_member(world.accounts["safeguarding"], world.council)}


SERVICES = {
    "record_board_member": Service(
        by="safeguarding",
        given=lambda given: {
            **council_of(given),
            "name": given.either("Gwen Hale", "", "x" * 300),
            "body": given.either("Fire and Rescue", ""),
            "seat": given.either("other", "king"),
            "from_day": given.day(-100),
        },
    ),
    "end_board_membership": Service(
        by="safeguarding",
        given=lambda given: {
            "member": given.one_of(list(BoardMember.objects.order_by("-pk")[:3])),
            "to_day": given.either(given.today(), given.today(3), date(1800, 1, 1)),
        },
        ready=ready_to_end,
    ),
    "record_board_report": Service(by="safeguarding", given=a_report),
    "refer_for_review": Service(
        by="safeguarding",
        given=lambda given: {
            "person": given._a(Person),
            "why": given.words(),
            "concern": given.either("", "SC-0000-0000"),
        },
    ),
    "decide_review": Service(by="dass", given=a_decision, ready=ready_to_decide),
}


# -- the permission table ----------------------------------------------------------------------------------------------


def furnish(here: DemoOrganisations, things: Things) -> Things:
    by = here.accounts["dass"]
    return {"board_member": a_member(by, here.council), "referral": a_referral(by, things["person"])}


def named(name: str, key: str = "ref", nothing: Any = "SV-0000-0000") -> Callable[[Things], Given]:
    return lambda things: {key: getattr(things.get(name), key, nothing)}


def day(name: str, when: date) -> Given:
    return {f"{name}_day": when.day, f"{name}_month": when.month, f"{name}_year": when.year}


def last_report(world: Any, plan: Any) -> Given:
    """A year of the Act whose report nobody recorded yet."""
    return {"year_ended": 2018, "published_where": "The website", **day("published_on", date(2018, 9, 3))}


PAGES = {
    "casework:record-board-member": Page(
        typed=lambda world, plan: {
            "name": "Ann Orr",
            "body": "Housing",
            "seat": "other",
            **day("from_day", date(2024, 5, 1)),
        }
    ),
    "casework:record-board-report": Page(typed=last_report),
    "casework:end-board-membership": Page(
        kind="board member",
        named=named("board_member", "pk", 999_999),
        typed=lambda world, plan: day("to_day", timezone.localdate() - timedelta(days=1)),
    ),
    "casework:refer-for-review": Page(
        kind="person",
        named=lambda things: {"ref": things["person"].ref},
        typed=lambda world, plan: {"why": "Nobody told another."},
    ),
    "casework:safeguarding-review": Page(kind="review referral", named=named("referral")),
    "casework:decide-review": Page(
        kind="review referral",
        named=named("referral"),
        typed=lambda world, plan: {**dict.fromkeys(CRITERIA, "no"), "decision": "no_review", "reasons": "None met."},
    ),
}

REGISTER = Register(services=SERVICES, pages=PAGES, furnish=furnish, populate=populate)
