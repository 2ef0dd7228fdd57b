"""Files by somebody who means harm, or whose system is broken: each is taken in or refused with a sentence."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casework.details import unfit_text
from casework.intake import read_plans, take_in_file
from casework.json_reading import FileFault
from casework.models import Person, SupportPlan
from delegation.demo import DemoOrganisations
from delegation.promises import broken_promises
from delegation.refusals import Fault
from tests.casework.sent_plans import a_sent_plan

WRONG: list[Any] = [
    None, True, False, 0, -1, 7, 10**14, 10**30, 0.1, 1e308, -0.0, "", " ", "x", "\x00", "a\ud800b", "\u202e", "\ufeff",
    "1e999", "NaN", "-Infinity", "0x10", "١٢", "½", "1_000", "2026-02-30", "0000-00-00", "9999-12-31", "2026-W01-1",
    "N1", "L1", "adult", "carer", "northgate", "riverside", "weekly", "one_off", "direct_payment", "lacks_capacity",
    "=cmd|' /C calc'!A0", "'; DROP TABLE delegation_act; --", "x" * 20_001, "x" * 300, "🙂" * 80, [], {}, [[]], [{}],
    {"a": 1}, [None], ["x"], [1], {"can_achieve": 1}, [{"need": "N1"}], {"": ""}, {"\x00": 1}, {"weekly": {}},
]  # fmt: skip


def places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value of a document, the whole of it first."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way, *(place for name, one in inner for place in places(one, (*way, name)))]


GOOD = a_sent_plan()
GOOD["direct_payment"] = {"amount": 10, "frequency": "weekly", "managed_by": "Himself", "conditions": ["s31_a"]}
PLACES = places(GOOD)[1:]


def changed(plan: Any, place: tuple[Any, ...], what: str, wrong: Any) -> Any:
    """The plan with one place changed: another value, left out, said twice, or a name nobody knows beside it."""
    plan = deepcopy(plan)
    holder = plan
    for name in place[:-1]:
        holder = holder[name]
    last = place[-1]
    if what == "drop":
        del holder[last]
    elif what == "wrap":
        holder[last] = [holder[last]]
    elif what == "double" and isinstance(holder, list):
        holder.append(deepcopy(holder[last]))
    elif what == "beside" and isinstance(holder, dict):
        holder["unknown\ud83d" if wrong is None else str(wrong)] = wrong
    else:
        holder[last] = wrong
    return plan


mutations = st.tuples(
    st.sampled_from(PLACES),
    st.sampled_from(["value", "value", "value", "drop", "wrap", "double", "beside"]),
    st.sampled_from(WRONG),
)


def mutated(steps: list[Any]) -> Any:
    plan = GOOD
    for place, what, wrong in steps:
        try:
            plan = changed(plan, place, what, wrong)
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took this place away
    return plan


def has_a_path_and_a_sentence(path: str, sentence: str) -> bool:
    return path.startswith("$") and not unfit_text(path + sentence) and sentence.strip()[-1:] in tuple(".?!")


def faults_of(file: bytes) -> list[list[Fault]]:
    """What reading the file says of each plan in it, or of the whole of it."""
    try:
        return [list(plan.faults) for plan in read_plans(file)]
    except FileFault as fault:
        return [[Fault("$", str(fault))]]


@settings(max_examples=100)
@given(st.lists(mutations, min_size=1, max_size=3))
def test_a_good_file_damaged_anywhere_is_read_or_told_by_path(steps: list[Any]) -> None:
    for faults in faults_of(json.dumps(mutated(steps)).encode()):
        assert all(has_a_path_and_a_sentence(fault.path, fault.sentence) for fault in faults), faults


def test_whatever_is_read_without_fault_is_taken_in_or_refused_by_path(here: DemoOrganisations) -> None:
    by = here.accounts["practitioner"]
    tried = {"added": 0, "refused": 0}

    @settings(max_examples=40, deadline=None)
    @given(st.lists(mutations, min_size=1, max_size=2))
    def check(steps: list[Any]) -> None:
        for taken in take_in_file(json.dumps(mutated(steps)).encode(), by=by):
            tried["added" if taken.outcome == "already here" else taken.outcome] += 1
            assert taken.outcome != "refused" or taken.faults
            assert all(has_a_path_and_a_sentence(fault.path, fault.sentence) for fault in taken.faults), taken.faults

    check = example([(("assessment", "outcomes", "nutrition"), "beside", None)])(check)  # a name no answer can carry
    check()
    assert tried["refused"]
    assert broken_promises() == []


@pytest.mark.parametrize(
    "file",
    [
        b"", b" ", b"\xef\xbb\xbf", b"\x00", b"null", b"true", b"1", b'"x"', b"[[]]", b"[null]", b"{}", b"[1]",
        "{}".encode("utf-16"), "{}".encode("utf-16-le"), "{}".encode("utf-32"), '{"a": "£"}'.encode("cp1252"),
        b'{"a": 1, "a": 1}', b'{"format": "\\ud800"}', b'{"\\ud800": 1}', b'{"\\ud800": 1, "\\ud800": 1}',
        b"[NaN]", b"[Infinity]", b"[-Infinity]", b"[1e9999999999]", b"[1e-9999999]", b"[" + b"1" * 5000 + b"]",
        b"[" * 900 + b"]" * 900, b"[" * 200_000, b'{"a":' * 100_000, b"[1,]", b"{'a': 1}", b"//\n{}", b"{}{}",
        b'{"format": "' + b"x" * 11_000_000 + b'"}', b"[" + b"{}," * 99_999 + b"{}]",
        json.dumps(GOOD).encode()[:-1], json.dumps(GOOD).encode()[:500],
    ],
    ids=lambda file: f"{file[:12]!r}-{len(file)}",
)  # fmt: skip
def test_a_hostile_file_is_refused_with_a_sentence(file: bytes) -> None:
    told = faults_of(file)
    assert told
    for faults in told:
        assert faults
        assert all(has_a_path_and_a_sentence(fault.path, fault.sentence) for fault in faults), faults


def test_a_name_said_twice_among_very_many_is_found_at_once() -> None:
    names = [f'"n{number}": 1' for number in range(60_000)]
    ((fault,),) = faults_of(("{" + ", ".join([*names, names[-1]]) + "}").encode())
    assert "said twice" in fault.sentence


def test_an_empty_list_is_no_plans_and_no_fault() -> None:
    assert read_plans(b"[]") == []


def test_a_plan_for_another_provider_is_refused_and_leaves_nothing(here: DemoOrganisations) -> None:
    for provider in ("riverside", "nobody", "exampleton"):
        (taken,) = take_in_file(json.dumps(a_sent_plan(provider=provider)).encode(), by=here.accounts["practitioner"])
        assert taken.outcome == "refused", provider
        assert taken.faults[0].path.startswith("$")
    assert not Person.objects.exists()
    assert not SupportPlan.objects.exists()
