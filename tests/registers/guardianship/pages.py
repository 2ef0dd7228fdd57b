"""The pages of guardianship, each with what is typed on it."""

from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from casework.guardianship import demo
from casework.guardianship.applying import record_guardianship_application
from casework.models import Guardianship
from delegation.models import AmhpApproval
from tests.registers.dols import a_patient, day
from tests.registers.guardianship.steps import an_amhp, brought_to
from tests.registers.kit import Given, Page, Things

NOTHING = SimpleNamespace(ref="GU-0000-0000")
YES, NO = "yes", "no"


def furnish(here: Any, things: Things) -> Things:
    """A nearest relative's application about the caseload's person, logged by the council's director."""
    known = Guardianship.objects.filter(person=things["person"]).first()
    details = demo.application(0, applicant="nearest_relative", applicant_name="Edna Mallory")
    by = here.accounts["dass"]
    made = known or record_guardianship_application(by=by, person=things["person"].ref, details=details)
    return {"guardianship": made}


def named(things: Things) -> Given:
    return {"ref": things.get("guardianship", NOTHING).ref}


def at(state: str) -> Any:
    """Our things with a guardianship at the step."""

    def ready(world: Any, things: Things) -> Things:
        return things | {"guardianship": Guardianship.objects.get(ref=brought_to(world.here, state, 393))}

    return ready


def page(state: str, typed: Any = lambda world, plan: {}) -> Page:
    return Page(kind="guardianship", named=named, ready=at(state), typed=typed)


def a_person_without(world: Any, things: Things) -> Things:
    an_amhp(world.here)
    return things | {"person": a_patient(world.here, 394)}


def doctor(number: int) -> Given:
    today, prefix = timezone.localdate(), f"doctor_{number}"
    answers = dict.fromkeys(("is_section_12", "is_acquainted"), YES)
    answers |= dict.fromkeys(("is_relative", "has_business_tie", "has_professional_tie"), NO)
    return {
        f"{prefix}_doctor": f"Dr {number}",
        **day(f"{prefix}_examined_on", today),
        **day(f"{prefix}_signed_on", today),
        **{f"{prefix}_{name}": answer for name, answer in answers.items()},
    }


def application_typed(world: Any, plan: Any) -> Given:
    today = timezone.localdate()
    known = AmhpApproval.objects.filter(worker__accounts__username=demo.IN_FORCE).first()
    return {
        "kind": "council",
        "applicant": "amhp",
        "amhp": known.ref if known else "",
        **day("applied_on", today),
        **day("seen_on", today),
        "grounds": "Neglect.",
        "is_learning_disability": NO,
        **day("nearest_relative_consulted_on", today),
        "nearest_relative_objects": NO,
        **doctor(1),
        **doctor(2),
    }


def today_typed(*names: str, **also: str) -> Any:
    return lambda world, plan: {
        **{key: value for name in names for key, value in day(name, timezone.localdate()).items()},
        **also,
    }


def typed(**also: str) -> Any:
    return lambda world, plan: also


def to_a_council(world: Any, plan: Any) -> Given:
    said = {
        "to": "council",
        "to_name": "Hillshire",
        "because": "Moved.",
        "council_agreed_by": "R Pike, head of service",
    }
    return said | day("council_agreed_on", timezone.localdate())


PAGES = {
    "casework:guardianships": Page(),
    "casework:record-guardianship-application": Page(
        kind="person",
        named=lambda things: {"ref": things["person"].ref},
        ready=a_person_without,
        typed=application_typed,
    ),
    "casework:receive-into-guardianship": Page(
        kind="person",
        named=lambda things: {"ref": things["person"].ref},
        ready=a_person_without,
        typed=today_typed("began_on", kind="council", origin="court_order", from_name="Crown Court"),
    ),
    "casework:guardianship": page("in_force"),
    "casework:guardianship-accept": page("received"),
    "casework:guardianship-refuse": page("to_refuse", typed(because="She objects.")),
    "casework:guardianship-withdraw": page("received", typed(because="She changed her mind.")),
    "casework:guardianship-amend": page(
        "in_force", typed(paper="application", defect="A wrong street.", amended_by_name="Ravi Singh")
    ),
    "casework:guardianship-renew": page(
        "to_renew",
        today_typed(
            "examined_on",
            "signed_on",
            clinician="responsible_clinician",
            clinician_name="Dr Priya Nandan",
            reasons="Still necessary.",
        ),
    ),
    "casework:guardianship-visit": page("in_force", typed(visitor="officer", visitor_name="Mei Tan", findings="Well.")),
    "casework:guardianship-attendant": page("private", typed(name="Dr Hugh Marlow")),
    "casework:guardianship-notice": page("private", typed(kind="addresses", says="Mill Street.")),
    "casework:guardianship-guardian": page("private", typed(why="died", because="He died.", kind="council")),
    "casework:guardianship-acting": page("private", typed(kind="council", because="In hospital.")),
    "casework:guardianship-acting-end": page("acted_for", typed(because="She is home.")),
    "casework:guardianship-displacement": page("in_force", today_typed("on", court="Exampleton County Court")),
    "casework:guardianship-absence": page("in_force"),
    "casework:guardianship-return": page("away"),
    "casework:guardianship-report": page("returned", typed(clinician_name="Dr Priya Nandan")),
    "casework:guardianship-discharge": page(
        "in_force",
        typed(sitting_as="The panel", member_1="A", member_2="B", member_3="C", reasons="Settled."),
    ),
    "casework:guardianship-discharged": page(
        "in_force", typed(discharged_by="clinician", ordered_by_name="Dr Priya Nandan", reasons="Well.")
    ),
    "casework:guardianship-transfer": page("in_force", to_a_council),
    "casework:guardianship-expire": page("over"),
    "casework:guardianship-end": page("in_force", typed(ending="died", because="Told by the GP.")),
}
