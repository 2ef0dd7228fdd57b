"""Each promise of safeguarding is broken by hand, with every guard out of the way, and found."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from casework.safeguarding import promises as said
from casework.safeguarding_board import promises as said_of_the_board
from delegation.promises import broken_promises, promises
from tests.proof.corrupting import corrupt
from tests.proof.worlds import World

pytestmark = pytest.mark.django_db

OUTSIDE = "No threshold, screening out"
OWN_ACT = "Every concern judged"
STANDS = "A concern stands where"
LIMBS = "Where all three limbs"
CAUSED = "No provider enquired"
COMPLAINED = "Nobody of the organisation complained of"
HANDS = "No outcome is scrutinised"
ASKED = "No enquiry is closed without"
REVIEWS = "No decision on a safeguarding adults review"
CRITERIA = "A case that meets section 44"
RETAINED = "No retained function was exercised"
IN_POST = "Every function exercised has its actor"
AUTHORISED = "Every function a provider exercised rests"

CLOSED = "(SELECT id FROM casework_safeguardingconcern WHERE state = 'closed')"
ITS_REF = "(SELECT ref FROM casework_safeguardingconcern WHERE state = 'closed')"
ITS_ENQUIRY = f"(SELECT id FROM casework_safeguardingenquiry WHERE concern_id = {CLOSED})"
NORTHGATE = "(SELECT id FROM delegation_organisation WHERE key = 'northgate')"
RIVERSIDE = "(SELECT id FROM delegation_organisation WHERE key = 'riverside')"
PRACTITIONER = "(SELECT id FROM delegation_post WHERE role = 'practitioner' ORDER BY id LIMIT 1)"


@dataclass(frozen=True)
class Control:
    """A corruption, the promise it must break, and the others it breaks by the same stroke."""

    name: str
    breaks: str
    by: tuple[str, ...]
    also: tuple[str, ...] = ()


def _done_by_a_provider(verb: str) -> tuple[str, ...]:
    return (
        f"UPDATE delegation_act SET post_id = {PRACTITIONER}, organisation_id = {NORTHGATE}"
        f" WHERE verb = '{verb}' AND subject = {ITS_REF}",
    )


CONTROLS = (
    *(
        Control(
            f"a provider did {verb}",
            OUTSIDE,
            _done_by_a_provider(verb),
            (OWN_ACT, RETAINED, IN_POST, AUTHORISED, CAUSED),
        )
        for verb in ("record_threshold_decision", "cause_enquiry", "scrutinise_outcome", "close_concern")
    ),
    Control(
        "a concern closed that nobody decided on",
        STANDS,
        ("UPDATE casework_safeguardingconcern SET state = 'closed', due_on = NULL WHERE state = 'awaiting_threshold'",),
        (ASKED,),
    ),
    Control(
        "a concern downgraded to screened out",
        STANDS,
        (f"UPDATE casework_safeguardingconcern SET state = 'screened_out' WHERE id = {CLOSED}",),
    ),
    Control(
        "a concern back at the threshold after its decision",
        STANDS,
        ("UPDATE casework_safeguardingconcern SET state = 'awaiting_threshold' WHERE state = 'awaiting_enquiry'",),
    ),
    Control(
        "a closure in the name of somebody who did not act",
        OWN_ACT,
        (
            "UPDATE casework_safeguardingclosure SET closed_by_id ="
            " (SELECT id FROM delegation_account WHERE username = 'verifier')",
        ),
    ),
    Control(
        "enquiries made where a limb is not met",
        LIMBS,
        (f"UPDATE casework_thresholddecision SET is_at_risk = false WHERE concern_id = {CLOSED}",),
    ),
    Control(
        "screened out without advice",
        LIMBS,
        (
            "UPDATE casework_thresholddecision SET is_at_risk = false, decision = 'screen_out'"
            f" WHERE concern_id = {CLOSED}",
        ),
        (STANDS,),
    ),
    Control(
        "a provider enquired that the council did not cause",
        CAUSED,
        (f"UPDATE casework_safeguardingenquiry SET organisation_id = {RIVERSIDE} WHERE concern_id = {CLOSED}",),
    ),
    Control(
        "a provider gave what it was not asked",
        CAUSED,
        (f"UPDATE casework_informationrequest SET organisation_id = {RIVERSIDE}",),
    ),
    Control(
        "the provider complained of enquired of itself",
        COMPLAINED,
        (
            "UPDATE casework_safeguardingconcern SET about = 'organisation',"
            f" about_organisation_id = {NORTHGATE} WHERE state = 'closed'",
        ),
    ),
    Control(
        "the one who caused the enquiry scrutinised it",
        HANDS,
        (
            "UPDATE casework_safeguardingscrutiny SET scrutinised_by_id ="
            f" (SELECT caused_by_id FROM casework_safeguardingenquiry WHERE id = {ITS_ENQUIRY})"
            f" WHERE enquiry_id = {ITS_ENQUIRY}",
        ),
        (OWN_ACT,),
    ),
    Control(
        "the one who enquired closed it",
        HANDS,
        (
            "UPDATE casework_safeguardingenquiry SET enquirer_id = (SELECT u.worker_id FROM delegation_account u"
            " JOIN casework_safeguardingclosure k ON k.closed_by_id = u.id) WHERE id = " + ITS_ENQUIRY,
        ),
        (CAUSED,),
    ),
    Control(
        "closed without having asked at the start",
        ASKED,
        (f"UPDATE casework_safeguardingconcern SET asked_at_start = '' WHERE id = {CLOSED}",),
    ),
    Control(
        "closed without having asked at the end, and no reason",
        ASKED,
        (f"UPDATE casework_safeguardingclosure SET asked_at_end = 'not_asked' WHERE concern_id = {CLOSED}",),
    ),
    Control(
        "closed without saying whether a wish was met",
        ASKED,
        (f"UPDATE casework_desiredoutcome SET achieved = '' WHERE concern_id = {CLOSED}",),
    ),
    Control(
        "a review decided by the provider",
        REVIEWS,
        (
            f"UPDATE delegation_act SET post_id = {PRACTITIONER}, organisation_id = {NORTHGATE}"
            " WHERE verb = 'refer_for_review'",
        ),
        (RETAINED, IN_POST, AUTHORISED),
    ),
    Control(
        "a review decided that no act of the council decided",
        REVIEWS,
        (
            "UPDATE casework_reviewreferral SET decision = 'no_review', reasons = 'x', decided_on = referred_on,"
            " decided_by_id = referred_by_id, due_on = NULL, has_needs = false, worked_together_badly = false,"
            " died_of_abuse = false, alive_after_serious_abuse = false",
        ),
    ),
    Control(
        "no review where one must be arranged",
        CRITERIA,
        (
            "UPDATE casework_reviewreferral SET decision = 'no_review', reasons = 'x', decided_on = referred_on,"
            " decided_by_id = referred_by_id, due_on = NULL, has_needs = true, worked_together_badly = true,"
            " died_of_abuse = true, alive_after_serious_abuse = false",
        ),
        (REVIEWS,),
    ),
)


def _broken() -> set[str]:
    return {broken.promise.sentence for broken in broken_promises(with_register_walk=False)}


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.name.replace(" ", "_"))
def test_a_promise_of_safeguarding_finds_the_row_that_breaks_it(again: World, control: Control) -> None:
    assert not _broken()
    corrupt(again, control.by)
    broken = _broken()
    assert any(sentence.startswith(control.breaks) for sentence in broken), broken
    expected = (control.breaks, *control.also)
    assert not [sentence for sentence in broken if not sentence.startswith(expected)]


def test_every_promise_of_safeguarding_has_its_corruption() -> None:
    text = "".join(Path(str(module.__file__)).read_text() for module in (said, said_of_the_board))
    own = [one.sentence for one in promises() if one.sentence in text]
    assert len(own) >= 10
    assert not [each for each in own if not each.startswith(tuple(one.breaks for one in CONTROLS))]
