"""The plans of the demonstration: one at every step of the way, and one walked the whole way."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.utils import timezone

from casework.demo_people import invented_nhs_number
from casework.models import Person
from delegation.demo import DemoOrganisations
from delegation.register import whole
from verification.demo.characters import BY_NUMBER, Character
from verification.demo.details import four_lines
from verification.demo.storyteller import Storyteller
from verification.sampling.demo import load as load_sample
from verification.services.brokerage import (
    take_up_brokerage,
)
from verification.services.funding import escalate_funding_decision, refuse_funding
from verification.services.quality import (
    resubmit_plan,
)
from verification.services.urgent import start_urgent_support
from verification.services.verifying import (
    answer_finding,
    take_up_verification,
)


def _resubmitted(teller: Storyteller, character: Character) -> None:
    ref = teller.returned(character, four_lines())
    teller.do(
        answer_finding, "practitioner", plan=ref, number=1, answer="The daughter starts a weekend job in January."
    )
    teller.assure(ref)
    teller.do(resubmit_plan, "practitioner", plan=ref)


def _escalated(teller: Storyteller, character: Character) -> None:
    ref = teller.recommended(character, four_lines(hours="42"))
    teller.do(
        escalate_funding_decision,
        "teammanager",
        plan=ref,
        to_role="head_of_service",
        reason="Above my limit of £500 a week.",
    )


def _refused(teller: Storyteller, character: Character) -> None:
    ref = teller.recommended(character, four_lines())
    teller.do(
        refuse_funding,
        "head",
        plan=ref,
        reasons="NHS continuing healthcare was agreed yesterday and meets these needs.",
    )


def _urgent(teller: Storyteller, character: Character) -> None:
    ref = teller.drafted(character, four_lines())
    teller.do(
        start_urgent_support,
        "head",
        plan=ref,
        weekly=Decimal("420.00"),
        starts_on=timezone.localdate(),
        reason="Home from hospital tonight; her daughter is unwell.",
    )


def _in_brokerage(teller: Storyteller, character: Character) -> None:
    ref = teller.funded(character, four_lines())
    requirements = teller.do(take_up_brokerage, "broker", plan=ref)
    teller.offers_for(ref, requirements[0])


STORIES: Mapping[int, tuple[str, Callable[[Storyteller, Character], Any]]] = {
    2: ("a draft", lambda teller, who: teller.drafted(who, four_lines())),
    3: ("submitted", lambda teller, who: teller.submitted(who, four_lines())),
    4: ("returned to the provider", lambda teller, who: teller.returned(who, four_lines())),
    5: ("waiting for the head of service", _escalated),
    6: ("urgent support before verification", _urgent),
    7: ("in brokerage", _in_brokerage),
    8: ("resubmitted with its answer", _resubmitted),
    9: ("refused", _refused),
    10: ("active", lambda teller, who: teller.active(who, four_lines())),
    11: ("waiting for a team manager", lambda teller, who: teller.recommended(who, four_lines())),
}

WALKED, REFUSED = BY_NUMBER[1], BY_NUMBER[12]


def walk(teller: Storyteller, who: Character = WALKED) -> str:
    """A plan walked the whole way: returned once with a finding, answered, verified, funded, sourced and started."""
    ref: str = teller.returned(who, four_lines(hourly="22.00", hours="14"))
    teller.do(
        answer_finding,
        "practitioner",
        plan=ref,
        number=1,
        answer="She works from Friday to Sunday; the visits are needed each morning.",
    )
    teller.assure(ref)
    teller.do(resubmit_plan, "practitioner", plan=ref)
    teller.do(take_up_verification, "verifier", plan=ref)
    teller.verify(ref)
    teller.fund(ref, by="teammanager")
    teller.source(ref)
    return ref


def load_stories(world: DemoOrganisations, told: Callable[[str], None] = lambda line: None) -> None:
    """Plans at every step of the way, so that each queue has something in it; each made once."""
    for number, (title, story) in STORIES.items():
        character = BY_NUMBER[number]
        if not Person.objects.filter(nhs_number=invented_nhs_number(number)).exists():
            with whole():
                story(Storyteller(world), character)
            told(title)
    load_sample(world)
