"""What an assessment saved before it is finished tells the proofs of itself."""

from typing import Any

from casework.models import AssessmentDraft, Person
from casework.services import save_assessment_draft
from tests.registers.kit import Given, Register, Service


def _save(arguments: Any) -> Given:
    return {
        "person": arguments._a(Person),
        "kind": arguments.either(arguments.one_of(["adult", "carer"]), "", "child"),
        "typed": {"involvement": [arguments.words()], "answer_nutrition": ["can"]},
    }


def _discard(arguments: Any) -> Given:
    draft = AssessmentDraft.objects.select_related("person").order_by("-pk").first()
    return {"person": draft.person.ref, "kind": draft.kind} if draft else {"person": "PE-0000-0000", "kind": "adult"}


def _kept(world: Any) -> Given:
    person = Person.objects.filter(provider=world.demo.northgate).latest("pk")
    save_assessment_draft(by=world.accounts["practitioner"], person=person.ref, kind="adult", typed={})
    return {"person": person.ref, "kind": "adult"}


def _anybody(world: Any) -> Given:
    return {"person": Person.objects.filter(provider=world.demo.northgate).latest("pk").ref}


REGISTER = Register(
    services={
        "save_assessment_draft": Service(by="practitioner", given=_save, ready=_anybody),
        "discard_assessment_draft": Service(by="practitioner", given=_discard, ready=_kept),
    },
    populate=_kept,
)
