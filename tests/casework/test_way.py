"""The way of a plan is data, and wrong data is said at once."""

import pytest

from casework.way import LIVE_STATES, STATES, WAY, WayIsWrong, acts_from, read_way
from delegation.schedule import FUNCTIONS, ROLES


def test_no_state_is_without_an_owner_and_every_live_state_has_a_way_on() -> None:
    for key in LIVE_STATES:
        owner = STATES[key].owner_role
        assert any(owner in step.roles for step in acts_from(key)), f"{owner} can do nothing with a plan {key}"


def test_every_act_exercises_a_function_of_the_schedule_by_known_roles() -> None:
    for step in WAY.values():
        assert step.function in FUNCTIONS
        assert step.roles <= set(ROLES)
        assert {ROLES[role].side for role in step.roles} == {step.side}


def test_no_provider_act_exercises_a_retained_function() -> None:
    assert not [step.act for step in WAY.values() if step.side == "provider" and FUNCTIONS[step.function].is_retained]


def test_every_live_state_can_be_reached_from_a_draft() -> None:
    reached, waiting = {"draft"}, ["draft"]
    while waiting:
        state = waiting.pop()
        for step in acts_from(state):
            to = step.leads_to(state)
            if to not in reached:
                reached.add(to)
                waiting.append(to)
    assert reached == set(STATES)


def test_amending_an_agreed_plan_makes_it_a_draft_and_a_returned_one_stays_returned() -> None:
    assert WAY["amend_plan"].leads_to("agreed_with_person") == "draft"
    assert WAY["amend_plan"].leads_to("returned_to_provider") == "returned_to_provider"
    assert not {"in_quality_assurance", "quality_assured", "submitted"} & WAY["amend_plan"].from_states


ROW = {
    "act": "mend", "from_state": "draft", "to_state": "draft", "function": "f", "side": "provider",
    "roles": "practitioner",
    "hands_that_may_not": "", "leaves_hand": "", "rule": "", "clock": "", "source": "s",
}  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"from_state": "drafft"}, "the state drafft"),
        ({"to_state": "nowhere"}, "the state nowhere"),
        ({"side": "both"}, "the side both"),
        ({"hands_that_may_not": "autor"}, "the hand autor"),
        ({"function": ""}, "exercises a function"),
        ({"source": ""}, "its source"),
    ],
)
def test_a_row_that_cannot_be_meant_is_refused_with_a_sentence(wrong: dict[str, str], said: str) -> None:
    with pytest.raises(WayIsWrong, match=said):
        read_way([{**ROW, **wrong}], STATES)


def test_a_row_that_can_be_meant_is_read() -> None:
    assert read_way([ROW], STATES)["mend"].leads_to("draft") == "draft"
