"""Each promise holds of a world with a plan in every state, and finds the row that breaks it.

Every promise of verification has a corruption here that breaks it, written straight into the database with the
constraints and triggers out of the way; exactly that promise is then broken, and those named as going with it.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from delegation.promises import broken_promises, promises
from tests.proof.corrupting import corrupt
from tests.proof.worlds import World
from verification import promises as said
from verification import walked_promises as walked

pytestmark = pytest.mark.django_db

COUNCIL_SAID = "No package runs without the decision"
FUNDED_HAS = "Every funded plan has a decision"
LAST_VERSION = "A decision in force is on the version sealed last"
SUMS = "The lines of a decision add up"
WHOLE_LIFE = "A decision commits over its life"
LIMIT = "No decision goes beyond the limit"
OWN_POST = "Every decision was made in the decider's own post"
ITS_ACT = "Every decision has the act of the account"
COUNTED = "A decision to fund counted all"
EACH_ACT = "Each decision, seal, verification"
OPEN = "A verification is open exactly while"
ONE = "A plan has at most one decision in force"
REPLAY = "Every plan stands where its recorded acts"
QUEUE = "Every plan that waits stands in the queue"
NAMES = "The queue names the verifier"
FORWARDS = "Time runs forwards along a plan's verifications"
WHO = "What ended, was answered or was concluded"
ENVELOPES = "The envelopes being sourced"
PACKAGE = "A package costs no more"
ASKS = "No decision agrees more"
AWARD = "An award is within its envelope"
OF_THE_PLAN = "What hangs on a plan is of that plan"
SEALED = "Every sealed version still has"
AS_SEALED = "A plan before the council says"
URGENT = "Urgent support keeps within"
BURNS = "Urgent support runs only on a plan"
BY_OWN = "Every act on a plan is by its own council"
BARRED = "Nobody did to a plan what"
LEFT = "Every act that leaves its doer's hands"
EARLIER = "Nobody decided the money of a plan whose hands"
IN_POST = "Every function exercised has its actor"


@dataclass(frozen=True)
class Control:
    """A corruption, the promise it must break, and the others it breaks by the same stroke."""

    name: str
    breaks: str
    by: tuple[str, ...]
    also: tuple[str, ...] = ()


DECISION = "verification_fundingdecision"
FUNDS = f"UPDATE {DECISION} SET"
DECIDER = "(SELECT decider_id FROM verification_fundingdecision WHERE plan_id = {funded} AND in_force)"
PERSON_OF_FUNDED = "(SELECT person_id FROM casework_supportplan WHERE id = {funded})"

CONTROLS = (
    Control(
        "a funded plan loses its decision",
        FUNDED_HAS,
        (f"{FUNDS} in_force = false, ended_at = decided_at WHERE plan_id = {{funded}}",),
    ),
    Control(
        "the decider sat with the provider",
        FUNDED_HAS,
        (
            f"{FUNDS} post_id = (SELECT id FROM delegation_post WHERE role = 'practitioner' ORDER BY id LIMIT 1)"
            " WHERE plan_id = {funded}",
        ),
        (OWN_POST, ITS_ACT, LIMIT),
    ),
    Control(
        "a refused plan is funded by a decision",
        LAST_VERSION,
        (f"{FUNDS} outcome = 'fund' WHERE plan_id = {{refused}}",),
        (EACH_ACT, ITS_ACT),
    ),
    Control(
        "a package outlives its decision",
        COUNCIL_SAID,
        (f"{FUNDS} in_force = false, ended_at = decided_at WHERE plan_id = {{active}}",),
        (FUNDED_HAS,),
    ),
    Control(
        "urgent support runs on a refused plan",
        BURNS,
        (
            "INSERT INTO verification_urgentsupport (plan_id, person_id, weekly, reason, starts_on, verify_by,"
            " authorised_at, authorised_by_id, authoriser_id, live, ended_because) SELECT id, person_id, 10, 'x',"
            " '2026-06-01', '2026-06-10', prepared_at, prepared_by_id, worker_id, true, ''"
            " FROM casework_supportplan WHERE id = {refused}",
        ),
        (EACH_ACT,),
    ),
    Control(
        "a decision a penny above the limit of its day",
        LIMIT,
        (
            "UPDATE delegation_historicalfinanciallimit SET weekly = (SELECT weekly + already_weekly - 0.01"
            f" FROM {DECISION} WHERE plan_id = {{funded}}) WHERE role = 'team_manager'",
        ),
    ),
    Control(
        "whole-life money above the limit of its day",
        LIMIT,
        ("UPDATE delegation_historicalfinanciallimit SET whole_life = 5 WHERE role = 'team_manager'",),
    ),
    Control(
        "a decision when no limit was yet set",
        LIMIT,
        ("UPDATE delegation_historicalfinanciallimit SET history_date = '2027-01-01' WHERE role = 'team_manager'",),
    ),
    Control(
        "a decision when the limit had ended",
        LIMIT,
        ("UPDATE delegation_historicalfinanciallimit SET to_day = '2026-05-31' WHERE role = 'team_manager'",),
    ),
    Control(
        "a decision above a person's own limit, though within their role's",
        LIMIT,
        ("UPDATE delegation_historicalfinanciallimit SET worker_id = " + DECIDER + " WHERE worker_id IS NOT NULL",),
    ),
    Control(
        "the account that decided is not the decider's, and covers nobody",
        OWN_POST,
        (
            f"{FUNDS} decided_by_id = (SELECT id FROM delegation_account WHERE username = 'dass')"
            " WHERE plan_id = {refused}",
        ),
        (ITS_ACT,),
    ),
    Control(
        "what the person already received was left out",
        COUNTED,
        (
            f"{FUNDS} person_id = {PERSON_OF_FUNDED} WHERE plan_id = {{active}}",
            "UPDATE casework_supportplan SET person_id = " + PERSON_OF_FUNDED + " WHERE id = {active}",
            "UPDATE verification_queueentry SET person_id = " + PERSON_OF_FUNDED + " WHERE plan_id = {active}",
        ),
        ("A plan, its person, its assessment",),
    ),
    Control(
        "the decider had quality assured the plan",
        BARRED,
        (
            "UPDATE delegation_act SET worker_id = " + DECIDER + " WHERE subject = '{funded_ref}'"
            " AND verb = 'pass_quality_assurance'",
        ),
        (LEFT, IN_POST),
    ),
    Control(
        "the verifier recommended a plan of their own",
        BARRED,
        (
            "UPDATE delegation_act SET worker_id = (SELECT worker_id FROM delegation_account WHERE username ="
            " 'practitioner') WHERE subject = '{funded_ref}' AND verb = 'recommend_plan'",
        ),
        (LEFT, IN_POST),
    ),
    Control(
        "the amender's hands were forgotten",
        LEFT,
        ("DELETE FROM casework_planhand WHERE plan_id = {funded} AND hand = 'amender'",),
    ),
    Control(
        "hands of an earlier day decided",
        EARLIER,
        (
            "INSERT INTO casework_planhand (plan_id, worker_id, hand, first_on) SELECT {funded}, "
            + DECIDER
            + ", 'amender', '2026-05-04'",
        ),
    ),
    Control(
        "two decisions in force on a plan",
        ONE,
        (
            f"{FUNDS} in_force = true, ended_at = NULL WHERE plan_id = {{refused}}",
            f"INSERT INTO {DECISION} (plan_id, version_id, person_id, kind, outcome, weekly, one_off, whole_life,"
            " already_weekly, already_whole_life, reasons, conditions, decided_on, decided_at, decided_by_id,"
            " decider_id, post_id, in_force, ended_because) SELECT plan_id, version_id, person_id, kind, outcome,"
            " weekly, one_off, whole_life, already_weekly, already_whole_life, reasons, conditions, decided_on,"
            " decided_at, decided_by_id, decider_id, post_id, in_force, ''"
            f" FROM {DECISION} WHERE plan_id = {{refused}}",
        ),
        (EACH_ACT, FORWARDS),
    ),
    Control(
        "a verification stays open after the recommendation",
        OPEN,
        (
            "UPDATE verification_verification SET outcome = 'open', concluded_at = NULL, concluded_by_id = NULL"
            " WHERE plan_id = {awaiting_funding_decision}",
        ),
    ),
    Control(
        "a plan was pushed on without an act",
        REPLAY,
        (
            "UPDATE casework_supportplan SET state = 'quality_assured' WHERE id = {in_quality_assurance}",
            "UPDATE verification_queueentry SET state = 'quality_assured' WHERE plan_id = {in_quality_assurance}",
        ),
    ),
    Control(
        "an act was written and its change was not",
        REPLAY,
        ("UPDATE casework_supportplan SET revision = revision - 1 WHERE id = {draft}",),
    ),
    Control(
        "an act that cannot start there",
        REPLAY,
        (
            "UPDATE delegation_act SET verb = 'return_from_quality_assurance' WHERE subject = '{in_verification_ref}'"
            " AND verb = 'pass_quality_assurance'",
        ),
    ),
    Control(
        "the queue was not told",
        QUEUE,
        ("UPDATE verification_queueentry SET state = 'draft' WHERE plan_id = {agreed_with_person}",),
    ),
    Control("the queue lost a plan", QUEUE, ("DELETE FROM verification_queueentry WHERE plan_id = {submitted}",)),
    Control(
        "the queue names another verifier",
        NAMES,
        (
            "UPDATE verification_queueentry SET claimed_by_id = (SELECT worker_id FROM delegation_account"
            " WHERE username = 'otherverifier') WHERE plan_id = {in_verification}",
        ),
    ),
    Control(
        "a decision without its act",
        EACH_ACT,
        ("UPDATE delegation_act SET verb = 'reopen_plan' WHERE subject = '{refused_ref}' AND verb = 'refuse_funding'",),
        (ITS_ACT, REPLAY),
    ),
    Control(
        "an act without its record",
        EACH_ACT,
        ("DELETE FROM verification_finding WHERE plan_id = {returned_to_provider}",),
    ),
    Control(
        "a decision for other money than its act",
        ITS_ACT,
        (
            "UPDATE delegation_act SET amount_weekly = amount_weekly - 1 WHERE subject = '{funded_ref}'"
            " AND verb = 'record_funding_decision'",
        ),
    ),
    Control(
        "a verification concluded before it was taken up",
        FORWARDS,
        ("UPDATE verification_verification SET concluded_at = '2026-01-01 00:00:00+00' WHERE plan_id = {funded}",),
    ),
    Control(
        "an answer without its author",
        WHO,
        (
            "UPDATE verification_changerequest SET outcome = 'refused', answered_at = requested_at"
            " WHERE plan_id = {awaiting_change_decision}",
        ),
        (OPEN, EACH_ACT),
    ),
    Control(
        "a penny more than its lines",
        SUMS,
        (
            f"{FUNDS} weekly = weekly + 0.01 WHERE plan_id = {{in_brokerage}}",
            "UPDATE delegation_act SET amount_weekly = amount_weekly + 0.01 WHERE subject = '{in_brokerage_ref}'"
            " AND verb = 'record_funding_decision'",
        ),
        (ASKS,),
    ),
    Control(
        "more agreed than the plan asks",
        ASKS,
        (
            "UPDATE verification_fundedline SET weekly = weekly + 5 WHERE line_key = 'L2' AND decision_id IN"
            f" (SELECT id FROM {DECISION} WHERE plan_id = {{funded}})",
            f"{FUNDS} weekly = weekly + 5, whole_life = whole_life + 130 WHERE plan_id = {{funded}}",
            "UPDATE delegation_act SET amount_weekly = amount_weekly + 5 WHERE subject = '{funded_ref}'"
            " AND verb = 'record_funding_decision'",
        ),
    ),
    Control(
        "a package dearer than its decision",
        PACKAGE,
        ("UPDATE verification_package SET weekly = weekly + 100 WHERE plan_id = {suspended}",),
    ),
    Control(
        "an award above its envelope",
        AWARD,
        ("UPDATE verification_requirement SET weekly_envelope = 1 WHERE plan_id = {active} AND line_key = 'L1'",),
    ),
    Control(
        "an envelope raised without a decision",
        ENVELOPES,
        (
            "UPDATE verification_requirement SET weekly_envelope = weekly_envelope + 1 WHERE plan_id = {in_brokerage}"
            " AND line_key = 'L1'",
        ),
    ),
    Control(
        "an offer of a care provider of nobody here",
        OF_THE_PLAN,
        (
            "UPDATE verification_offer SET organisation_id = (SELECT id FROM delegation_organisation WHERE key ="
            " 'riverside') WHERE requirement_id = (SELECT MIN(id) FROM verification_requirement WHERE plan_id ="
            " {in_brokerage})",
        ),
    ),
    Control(
        "another provider acted on the plan",
        BY_OWN,
        (
            "UPDATE delegation_act SET organisation_id = (SELECT id FROM delegation_organisation WHERE key ="
            " 'riverside') WHERE subject = '{draft_ref}' AND verb = 'set_personal_budget'",
        ),
        (IN_POST, "No act goes beyond the days"),
    ),
    Control(
        "a sealed version was altered",
        SEALED,
        (
            "UPDATE casework_planversion SET sha256 = 'z' || substr(sha256, 2, 63) WHERE plan_id = {withdrawn}"
            " OR (plan_id = {refused})",
        ),
    ),
    Control(
        "a line was changed after it was sealed",
        AS_SEALED,
        ("UPDATE casework_plannedsupport SET description = 'Twice' WHERE plan_id = {funded} AND line_key = 'L1'",),
    ),
    Control(
        "a commitment shorter than its weeks",
        WHOLE_LIFE,
        (f"{FUNDS} whole_life = whole_life - 52 WHERE plan_id = {{funded}}",),
    ),
    Control(
        "urgent support for a fifteenth day",
        URGENT,
        (
            "INSERT INTO verification_urgentsupport (plan_id, person_id, weekly, reason, starts_on, verify_by,"
            " authorised_at, authorised_by_id, authoriser_id, live, ended_because, ended_at, ended_by_id)"
            " SELECT id, person_id, 10, 'x', '2026-06-01', '2026-06-15', '2026-06-01 12:00:00+00', prepared_by_id,"
            " worker_id, false, '', '2026-06-01 12:00:01+00', prepared_by_id"
            " FROM casework_supportplan WHERE id = {draft}",
        ),
        (EACH_ACT,),
    ),
)


def _broken() -> set[str]:
    # Every change to a line of the register breaks its hash too, so the walk along it would name each of them.
    return {broken.promise.sentence for broken in broken_promises(with_register_walk=False)}


def test_every_promise_holds_of_a_plan_in_every_state(again: World) -> None:
    assert broken_promises() == []


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.name.replace(" ", "_"))
def test_a_promise_finds_the_row_that_breaks_it(again: World, control: Control) -> None:
    corrupt(again, control.by)
    broken = _broken()
    assert any(sentence.startswith(control.breaks) for sentence in broken), broken
    expected = (control.breaks, *control.also)
    assert not [sentence for sentence in broken if not sentence.startswith(expected)]


def test_every_promise_of_verification_has_its_corruption() -> None:
    own = {one.sentence for one in promises() if one.sentence in _sentences_here()}
    assert own
    assert not {sentence for sentence in own if not sentence.startswith(tuple(each.breaks for each in CONTROLS))}


def _sentences_here() -> set[str]:
    """The sentences this app promises, by where they are said."""
    rooms = (said.course, said.hands, said.money, said.records, walked)
    text = "".join(Path(str(module.__file__)).read_text() for module in rooms)
    return {one.sentence for one in promises() if one.sentence in text}
