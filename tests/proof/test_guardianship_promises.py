"""Each promise about guardianship finds the row that breaks it.

The rows are those of tests/registers; each corruption is written straight into the database, with the constraints and
triggers out of the way, and breaks exactly the promises named.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from casework.guardianship import promises as of_guardianship
from delegation.promises import broken_promises, promises
from tests.proof.corrupting import corrupt
from tests.proof.worlds import World

pytestmark = pytest.mark.django_db

NAMED = "No AMHP was named on an application"
BY_COUNCIL = "Every guardianship was accepted, received or refused"
OWN_WORK = "Nobody decides for the council on an application"
OBJECTION = "No AMHP’s application was accepted over"
WILLING = "No private guardian was accepted"
ONE_GUARDIAN = "A guardianship in force has one guardian"
CLINICIAN = "Every renewal was reported by the clinician"
MEMBERS = "The council discharged from guardianship only"
ORDER = "Every discharge from guardianship has its order"
ENDED = "Every end of a guardianship was recorded"
PAST = "No guardianship is past its term"
ACTING = "Whoever acts for a guardian"
RUNS = "No guardianship runs to another day"
TERMS = "Every guardianship runs six months"
PAPERS = "No application for guardianship was accepted on papers"
HOSPITAL = "No guardianship was transferred without"
WINDOW = "Every renewal was examined for in the last two months"

G = "UPDATE casework_guardianship SET"
FIRST = "id = (SELECT MIN(g.id) FROM casework_guardianship g WHERE g.state = 'in_force' AND g.applicant = 'amhp')"
OF_FIRST = FIRST.replace("id =", "guardianship_id =", 1)
COURT = "origin = 'court_order'"
OUTSIDE = "post_id = (SELECT MIN(id) FROM delegation_post WHERE role = 'practitioner')"
ANOTHER = "(SELECT MIN(a.id) FROM delegation_account a WHERE a.username = 'verifier')"


@dataclass(frozen=True)
class Control:
    """A corruption, and the beginnings of the sentences it must break: these and no others of ours."""

    name: str
    by: tuple[str, ...]
    breaks: tuple[str, ...]


CONTROLS = (
    Control(
        "an amhp before the approval",
        (f"{G} applied_on = '2020-01-01', seen_on = '2020-01-01' WHERE {FIRST}",),
        (NAMED, PAPERS),
    ),
    Control(
        "an amhp whose approval is suspended",
        (f"{G} amhp_id = (SELECT id FROM delegation_amhpapproval WHERE state = 'suspended') WHERE {FIRST}",),
        (NAMED,),
    ),
    Control(
        "a transfer to hospital by a lapsed amhp",
        ("UPDATE casework_guardianshiptransfer SET applied_on = '2035-01-01'",),
        (NAMED, HOSPITAL),
    ),
    Control(
        "a transfer to hospital on one recommendation",
        ("DELETE FROM casework_transferrecommendation WHERE number = 2",),
        (HOSPITAL,),
    ),
    Control(
        "the same doctor twice",
        ("UPDATE casework_transferrecommendation SET doctor = 'Dr  priya Nandan' WHERE number = 2",),
        (HOSPITAL,),
    ),
    Control(
        "a hospital that nobody asked",
        (
            "UPDATE casework_guardianshiptransfer SET recommended_on = '', managers_agreed_by = '', "
            "managers_agreed_on = NULL, arrangements = ''",
        ),
        (HOSPITAL,),
    ),
    Control(
        "no section 12 doctor for hospital",
        ("UPDATE casework_transferrecommendation SET is_section_12 = false",),
        (HOSPITAL,),
    ),
    Control(
        "a council that nobody asked",
        (
            "DELETE FROM casework_transferrecommendation",
            "UPDATE casework_guardianshiptransfer SET recommended_on = '', managers_agreed_by = '', amhp_id = NULL, "
            "managers_agreed_on = NULL, arrangements = '', applied_on = NULL, \"to\" = 'council'",
        ),
        (HOSPITAL,),
    ),
    Control(
        "a doctor who is the nearest relative",
        (
            "UPDATE casework_guardianshiprecommendation SET doctor = "
            f"(SELECT 'Dr ' || nearest_relative_name FROM casework_guardianship WHERE {FIRST}) "
            f"WHERE number = 1 AND {OF_FIRST}",
        ),
        (PAPERS,),
    ),
    Control(
        "admitted on the fifteenth day",
        (
            "UPDATE casework_transferrecommendation SET examined_on = '2026-05-17', signed_on = '2026-05-17'",
            "UPDATE casework_guardianshiptransfer SET moved_on = '2026-05-31', applied_on = '2026-05-31', "
            "managers_agreed_on = '2026-05-31'",
        ),
        (HOSPITAL,),
    ),
    Control(
        "a provider's hand accepted",
        (f"UPDATE delegation_act SET {OUTSIDE} WHERE verb = 'accept_guardianship_application'",),
        (BY_COUNCIL,),
    ),
    Control("another account decided", (f"{G} decided_by_id = {ANOTHER} WHERE {COURT}",), (BY_COUNCIL,)),
    Control(
        "the applicant accepted",
        (
            "UPDATE delegation_account SET worker_id = (SELECT a.worker_id FROM casework_guardianship g "
            f"JOIN delegation_amhpapproval a ON a.id = g.amhp_id WHERE g.{FIRST}) WHERE username = 'guardianship'",
        ),
        (OWN_WORK,),
    ),
    Control(
        "the applicant agreed to the transfer",
        (
            "UPDATE delegation_account SET worker_id = (SELECT a.worker_id FROM casework_guardianshiptransfer x "
            "JOIN delegation_amhpapproval a ON a.id = x.amhp_id) WHERE username = 'guardianship'",
            "UPDATE casework_guardianship SET amhp_id = NULL",
        ),
        (OWN_WORK,),
    ),
    Control("over an objection", (f"{G} nearest_relative_objects = true WHERE {FIRST}",), (OBJECTION,)),
    Control(
        "an unwilling guardian",
        ("UPDATE casework_guardian SET willing_on = NULL WHERE kind = 'private'",),
        (WILLING,),
    ),
    Control(
        "no guardian",
        (
            f"UPDATE casework_guardian SET to_day = '2026-06-01', left = 'ended' WHERE {OF_FIRST}".replace(
                "left =", '"left" ='
            ),
        ),
        (ONE_GUARDIAN,),
    ),
    Control(
        "the wrong clinician",
        ("UPDATE casework_guardianshiprenewal SET clinician = 'nominated_medical_attendant'",),
        (CLINICIAN,),
    ),
    Control(
        "two members",
        (
            "DELETE FROM casework_dischargingmember WHERE id = (SELECT MAX(m.id) FROM casework_dischargingmember m "
            "JOIN casework_guardianshipdischarge d ON d.id = m.discharge_id WHERE d.discharged_by = 'council')",
        ),
        (MEMBERS,),
    ),
    Control(
        "a discharge without an order",
        ("DELETE FROM casework_dischargingmember", "DELETE FROM casework_guardianshipdischarge"),
        (ORDER,),
    ),
    Control(
        "a nearest relative and a court's order",
        (
            f"{G} origin = 'court_order', ending = 'by_nearest_relative' WHERE state = 'discharged'",
            "UPDATE casework_guardianshipdischarge SET discharged_by = 'nearest_relative'",
        ),
        (ORDER, BY_COUNCIL),
    ),
    Control(
        "a provider recorded an end",
        (f"UPDATE delegation_act SET {OUTSIDE} WHERE verb = 'transfer_guardianship_away'",),
        (ENDED,),
    ),
    Control(
        "a term that ran out",
        (
            f"{G} began_on = '2025-01-10', received_on = '2025-01-10', term_from = '2025-01-10', "
            f"term_to = '2025-07-09', runs_to = '2025-07-09' WHERE {COURT}",
        ),
        (PAST,),
    ),
    Control("seven months", (f"{G} term_to = '2027-07-01', runs_to = '2027-07-01' WHERE {FIRST}",), (TERMS,)),
    Control("a week for nothing", (f"{G} runs_to = '2027-07-01' WHERE {FIRST}",), (RUNS,)),
    Control(
        "acting for the council",
        (
            "UPDATE casework_guardian SET kind = 'council' "
            "WHERE id IN (SELECT guardian_id FROM casework_actingguardian)",
        ),
        (ACTING,),
    ),
    Control(
        "acting on after the guardian left",
        (
            "UPDATE casework_guardian SET to_day = from_day, \"left\" = 'died' "
            "WHERE id IN (SELECT guardian_id FROM casework_actingguardian)",
        ),
        (ACTING, ONE_GUARDIAN),
    ),
    Control(
        "a provider's hand approved who acts",
        (f"UPDATE delegation_act SET {OUTSIDE} WHERE verb = 'approve_acting_guardian'",),
        (ACTING,),
    ),
    Control(
        "a renewal nobody reported",
        ("DELETE FROM casework_guardianshiprenewal",),
        (TERMS,),
    ),
    Control(
        "eleven days between examinations",
        (f"UPDATE casework_guardianshiprecommendation SET examined_on = '2026-05-01' WHERE number = 1 AND {OF_FIRST}",),
        (PAPERS,),
    ),
    Control(
        "no section 12 doctor",
        (f"UPDATE casework_guardianshiprecommendation SET is_section_12 = false WHERE {OF_FIRST}",),
        (PAPERS,),
    ),
    Control(
        "examined too early",
        ("UPDATE casework_guardianshiprenewal SET examined_on = '2026-01-20'",),
        (WINDOW,),
    ),
)


def ours() -> set[str]:
    """The sentences promised of guardianship."""
    text = Path(str(of_guardianship.__file__)).read_text()
    return {one.sentence for one in promises() if one.sentence in text}


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.name.replace(" ", "_"))
def test_a_promise_finds_the_row_that_breaks_it(again: World, control: Control) -> None:
    assert not _broken()
    corrupt(again, control.by)
    broken = _broken()
    for beginning in control.breaks:
        assert any(sentence.startswith(beginning) for sentence in broken), broken
    assert not [sentence for sentence in broken if not sentence.startswith(control.breaks)]


def _broken() -> set[str]:
    return {one.promise.sentence for one in broken_promises(with_register_walk=False)} & ours()


def test_every_promise_of_guardianship_has_its_corruption() -> None:
    beginnings = tuple(each for control in CONTROLS for each in control.breaks)
    assert len(ours()) == len(set(beginnings))
    assert not {sentence for sentence in ours() if not sentence.startswith(beginnings)}
