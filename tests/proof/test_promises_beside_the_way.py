"""Each promise about deprivation of liberty, charging and after-care finds the row that breaks it.

The rows are those of tests/registers; each corruption is written straight into the database, with the constraints and
triggers out of the way, and breaks exactly the promises named.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from casework.aftercare import promises as of_aftercare
from casework.charging import promises as of_charging
from casework.dols import promises as of_dols
from delegation.promises import broken_promises, promises
from tests.proof.corrupting import corrupt
from tests.proof.worlds import World

pytestmark = pytest.mark.django_db

SIX = "No deprivation of liberty is authorised without six"
TWO_PEOPLE = "Mental health and best interests were assessed"
TIES = "Nobody assesses whom the managing authority employs"
SIGNED = "Every decision on a deprivation of liberty"
OWN_WORK = "Nobody signs a deprivation of liberty"
STANDS = "A request is in force, under review"
PERIOD = "No deprivation of liberty is authorised beyond"
REGISTERED = "Nobody known here assessed"
FIT = "Mental health was assessed by a doctor"
ADULTS = "Only the liberty of adults"
CARER = "No carer is charged"
FREE = "Nobody is charged for after-care"
COST = "No charge is more than"
PINNED = "Every charge is pinned"
ONE_VERSION = "One version of a charging policy"
BY_COUNCIL = "Every charge was decided, told and waived"
SHARES = "No plan was recommended for funding with another share"
SUMS = "Every charge worked out is what"
TOGETHER = "No after-care was ended by one body alone"

GRANTED = "(SELECT MIN(granted.request_id) FROM casework_dolsauthorisation granted)"
MENTAL = f"kind = 'mental_health' AND request_id = {GRANTED}"
BEST = f"kind = 'best_interests' AND request_id = {GRANTED}"
ACTS = "UPDATE delegation_act SET"
OUTSIDE = "post_id = (SELECT MIN(id) FROM delegation_post WHERE role = 'practitioner')"
CHARGE = "UPDATE casework_charge SET"
ISSUED = "state = 'issued'"


@dataclass(frozen=True)
class Control:
    """A corruption, and the beginnings of the sentences it must break: these and no others of ours."""

    name: str
    by: tuple[str, ...]
    breaks: tuple[str, ...]


CONTROLS = (
    Control(
        "five assessments",
        (f"DELETE FROM casework_dolsassessment WHERE kind = 'age' AND request_id = {GRANTED}",),
        (SIX,),
    ),
    Control(
        "an assessment says no",
        (f"UPDATE casework_dolsassessment SET met = false WHERE kind = 'age' AND request_id = {GRANTED}",),
        (SIX,),
    ),
    Control(
        "one assessor for both",
        (
            "UPDATE casework_dolsassessment SET assessor_id = (SELECT other.assessor_id FROM casework_dolsassessment "
            f"other WHERE other.kind = 'best_interests' AND other.request_id = {GRANTED}) WHERE {MENTAL}",
        ),
        (TWO_PEOPLE, FIT),
    ),
    Control(
        "an assessor gains by it",
        (f"UPDATE casework_dolsassessment SET has_financial_interest = true WHERE {BEST}",),
        (TIES,),
    ),
    Control(
        "the home employs an assessor",
        (
            "UPDATE casework_dolsassessor SET employer_id = (SELECT managing_authority_id FROM casework_dolsrequest "
            f"WHERE id = {GRANTED}) WHERE name = 'Sunil Rao'",
        ),
        (TIES,),
    ),
    Control(
        "a provider's hand signed",
        (f"{ACTS} {OUTSIDE} WHERE verb = 'grant_dols_authorisation' AND outcome = 'exercised'",),
        (SIGNED,),
    ),
    Control(
        "the signatory assessed",
        (
            "UPDATE casework_dolsassessor SET worker_id = (SELECT a.worker_id FROM delegation_account a "
            "WHERE a.username = 'safeguarding') WHERE name = 'Sunil Rao'",
        ),
        (OWN_WORK,),
    ),
    Control(
        "in force without an authorisation",
        (
            "UPDATE casework_dolsrequest SET state = 'granted', due_on = received_on WHERE state = 'received' "
            "AND id = (SELECT MIN(id) FROM casework_dolsrequest WHERE state = 'received')",
        ),
        (STANDS,),
    ),
    Control(
        "thirteen months",
        (
            f"UPDATE casework_dolsauthorisation SET to_day = '2027-07-01' WHERE request_id = {GRANTED}",
            f"UPDATE casework_dolsassessment SET most_days = 900 WHERE {BEST}",
        ),
        (PERIOD,),
    ),
    Control(
        "longer than best interests allows",
        (f"UPDATE casework_dolsassessment SET most_days = 179 WHERE {BEST}",),
        (PERIOD,),
    ),
    Control(
        "registered a year",
        ("UPDATE casework_dolsassessor SET registered_on = '2025-06-01' WHERE name = 'Sunil Rao'",),
        (FIT,),
    ),
    Control(
        "an assessor known here without a registration",
        (
            "UPDATE casework_dolsassessor SET worker_id = (SELECT a.worker_id FROM delegation_account a "
            "WHERE a.username = 'broker') WHERE name = 'Sunil Rao'",
            "UPDATE casework_historicaldolsassessor SET worker_id = (SELECT a.worker_id FROM delegation_account a "
            "WHERE a.username = 'broker') WHERE name = 'Sunil Rao'",
        ),
        (REGISTERED,),
    ),
    Control(
        "a child",
        (
            "UPDATE casework_person SET date_of_birth = '2010-01-01' WHERE id = (SELECT person_id "
            f"FROM casework_dolsrequest WHERE id = {GRANTED})",
        ),
        (ADULTS,),
    ),
    Control("a carer charged", (f"{CHARGE} support = 'given_to_the_adult' WHERE {ISSUED}",), (CARER,)),
    Control("after-care charged", (f"{CHARGE} support = 'section_117_aftercare' WHERE {ISSUED}",), (FREE,)),
    Control(
        "somebody in after-care charged unasked",
        (
            "UPDATE casework_aftercare SET recorded_at = '2026-01-01 12:00:00+00', person_id = (SELECT MIN(person_id) "
            f"FROM casework_charge WHERE {ISSUED}) WHERE id = (SELECT MIN(id) FROM casework_aftercare)",
        ),
        (FREE,),
    ),
    Control(
        "somebody charged on who has after-care since",
        (
            "UPDATE casework_aftercare SET recorded_at = '2036-01-01 12:00:00+00', person_id = (SELECT MIN(person_id) "
            f"FROM casework_charge WHERE {ISSUED}) WHERE id = (SELECT MIN(id) FROM casework_aftercare)",
        ),
        (FREE,),
    ),
    Control("above the cost", (f"{CHARGE} weekly = weekly_cost + 1 WHERE {ISSUED}",), (COST,)),
    Control(
        "a version not yet approved",
        ("UPDATE casework_chargingpolicy SET approved_at = NULL, approved_by_id = NULL, approved_by_decision = ''",),
        (PINNED,),
    ),
    Control(
        "another version on that day",
        (
            "UPDATE casework_chargingpolicy SET from_day = (SELECT MIN(from_day) FROM casework_chargingpolicy), "
            "approved_at = '2026-06-01 09:00:00+00', approved_by_id = drafted_by_id, approved_by_decision = 'x' "
            "WHERE approved_at IS NULL",
        ),
        (ONE_VERSION,),
    ),
    Control(
        "a policy approved outside the council",
        (f"{ACTS} {OUTSIDE} WHERE verb = 'approve_charging_policy'",),
        (ONE_VERSION,),
    ),
    Control(
        "another share than charged",
        (
            f"{CHARGE} issued_at = '2020-01-02 00:00:00+00:00', plan_id = (SELECT MIN(id) FROM casework_supportplan "
            f"WHERE state = 'active') WHERE {ISSUED}",
        ),
        (SHARES,),
    ),
    Control(
        "a provider decided a charge",
        (f"{ACTS} {OUTSIDE} WHERE verb = 'decide_charge' AND outcome = 'exercised'",),
        (BY_COUNCIL,),
    ),
    Control(
        "a figure changed afterwards",
        ("UPDATE casework_chargingfigure SET amount = amount + 1 WHERE key = 'disposable_income_share'",),
        (SUMS,),
    ),
    Control(
        "after-care ended without the board",
        (
            "UPDATE casework_aftercare SET ended_on = from_day, ended_at = recorded_at, ended_by_id = recorded_by_id, "
            "ended_because = 'Alone' WHERE icb_decided_on IS NULL",
        ),
        (TOGETHER,),
    ),
)


def ours() -> set[str]:
    """The sentences promised by the three registers, by where they are said."""
    text = "".join(Path(str(module.__file__)).read_text() for module in (of_dols, of_charging, of_aftercare))
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


def test_every_promise_of_these_registers_has_its_corruption() -> None:
    beginnings = tuple(each for control in CONTROLS for each in control.breaks)
    assert len(ours()) == len(set(beginnings))
    assert not {sentence for sentence in ours() if not sentence.startswith(beginnings)}
