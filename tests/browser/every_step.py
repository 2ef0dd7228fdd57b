"""Beside the demonstration's stories: what else a page may stand on.

A plan in every state that no story reaches, a safeguarding concern, a carer, a restricted record, an assessment at each
step before a plan, a cover, and the records of each register in their states. Made by calling services.
"""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from django.utils import timezone

from casework.models import SupportPlan
from casework.refusals import AlreadyRecorded
from casework.services import link_carer, record_contact, restrict_record
from casework.services.assessments import record_assessment
from casework.services.people import record_person
from casework.way import STATES
from delegation.demo import DEMO_PASSWORD, load_demo_organisations
from delegation.refusals import AlreadyThere
from delegation.services import appoint_to_post, give_cover, open_account
from tests.proof.worlds import World, plan_in
from tests.registers.kit import registers
from verification.demo import BY_NUMBER, Character, Storyteller, assessment_details, four_lines, person_details
from verification.services.verifying import answer_finding, raise_finding, take_up_verification

CONCERN = "Bruises on both arms that she would not speak of."


def load() -> None:
    """All of it, once."""
    demo = load_demo_organisations()
    teller = Storyteller(demo)
    world = World(demo=demo, accounts=dict(demo.accounts))
    told = set(SupportPlan.objects.values_list("state", flat=True))
    for number, state in enumerate([state for state in STATES if state not in told], 30):
        plan_in(state, world, number)
    teller.submitted(_person(160), four_lines())
    teller.drafted(_person(166), four_lines())
    Storyteller(demo, practitioner="otherpractitioner").drafted(_person(161), four_lines())
    _with_findings(teller)
    _before_a_plan(teller)
    _restricted(teller)
    _further_people(world)
    for register in registers():
        with suppress(AlreadyThere, AlreadyRecorded):  # the demonstration has it
            register.populate(world)


def _person(number: int) -> Character:
    return replace(BY_NUMBER[1], number=number)


def _with_findings(teller: Storyteller) -> None:
    """One in the verifier's hands with an open finding, and one that was answered and assured and may go again."""
    ref = teller.submitted(_person(167), four_lines())
    teller.do(take_up_verification, "verifier", plan=ref)
    teller.do(raise_finding, "verifier", plan=ref, line_key="L1", reason="Why seven visits a week?")
    again = teller.returned(_person(168), four_lines())
    teller.do(answer_finding, "practitioner", plan=again, number=1, answer="Her daughter works at weekends.")
    teller.assure(again)


def _before_a_plan(teller: Storyteller) -> None:
    """Somebody eligible with no plan yet; their carer; and somebody assessed, not yet determined, with a concern."""
    today = timezone.localdate()
    teller.assessed(_person(162))
    mother = teller.do(
        record_person, "practitioner", provider=teller.world.northgate, details=person_details(_person(163))
    )
    daughter = teller.do(
        record_person, "practitioner", provider=teller.world.northgate, details=person_details(_person(164))
    )
    teller.do(
        link_carer,
        "practitioner",
        carer=daughter.ref,
        cared_for=mother.ref,
        relationship="Daughter",
        from_day=today,
        hours_a_week=20,
    )
    contact = teller.do(
        record_contact,
        "practitioner",
        person=mother.ref,
        made_on=today,
        made_by="Neighbour",
        route_of_access="Community or other route",
        summary="Has not been seen at the lunch club for two weeks.",
        outcome="assessment",
        safeguarding_concern=CONCERN,
    )
    teller.do(record_assessment, "practitioner", person=mother.ref, contact=contact.ref, details=assessment_details())


def _restricted(teller: Storyteller) -> None:
    ref = teller.drafted(_person(165), four_lines())
    person = SupportPlan.objects.get(ref=ref).person
    readers = [teller.world.accounts["practitioner"]]
    teller.do(restrict_record, "safeguarding", person=person.ref, because="Threats at home.", readers=readers)


def _further_people(world: World) -> None:
    """A second verifier, who may be handed a plan; others of the provider, who write on it too; and a cover."""
    today, by = timezone.localdate(), world.accounts["administrator"]
    for username, name, place, role in (
        ("secondverifier", "Ruth Allen", world.council, "verifier"),
        ("secondpractitioner", "Tariq Aziz", world.demo.northgate, "practitioner"),
        ("twohats", "Maya Nair", world.demo.northgate, "practitioner"),
    ):
        account = open_account(by=by, council=world.council, username=username, name=name, password=DEMO_PASSWORD)
        appoint_to_post(by=by, worker=account.worker, organisation=place, role=role, from_day=today)
        world.accounts[username] = account
    give_cover(
        by=world.accounts["dass"],
        council=world.council,
        covered=world.worker("head"),
        covering=world.worker("teammanager"),
        from_day=today + timedelta(days=20),
        to_day=today + timedelta(days=30),
        reason="Leave",
    )
