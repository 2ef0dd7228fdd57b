"""The register: append-only, chained, and keeping what was refused through the rollback."""

import json
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from delegation import register
from delegation.append_only import guarded_tables, guards_lifted
from delegation.authority import BeyondLimit, Refused, RuleBroken, permit
from delegation.chain import walk_register
from delegation.closed import RESTRICTED
from delegation.demo import DemoOrganisations
from delegation.models import Account, Act, RegisterHead, Worker
from delegation.promises import broken_promises
from delegation.register import act, record, record_reading, whole
from delegation.register_reading import (
    Lines,
    Wanted,
    last_lines,
    line_at,
    lines_as_cells,
    lines_wanted,
    own_refusal,
    page_of_lines,
)
from delegation.selectors import acts_visible_to

from .asking import to_decide, to_plan

People = dict[str, Account]


@act
def decide(demo: DemoOrganisations, by: Account, weekly: str, trace: str = "changed") -> Act:
    """A service for these tests: it changes something, then asks, then writes."""
    Worker.objects.create(name=trace)
    permission = permit(to_decide(demo, by, weekly, on=timezone.localdate()))
    return record(permission, subject_kind="plan", subject="SP-TEST-0001", reason="Because")


def test_an_exercised_function_leaves_one_line_with_all_of_it(demo: DemoOrganisations, people: People) -> None:
    line = decide(demo, people["teammanager"], "120.5")
    line.refresh_from_db()
    assert line.outcome == "exercised"
    assert line.verb == "record_funding_decision"
    assert line.function == "plan_verification_and_funding"
    assert line.amount_weekly == Decimal("120.50")
    assert line.post is not None
    assert line.post.role == "team_manager"
    assert line.organisation == demo.council
    assert (line.subject_kind, line.subject) == ("plan", "SP-TEST-0001")
    assert walk_register(demo.council).bad is None


def test_a_refusal_undoes_the_change_and_survives_it(demo: DemoOrganisations, people: People) -> None:
    with pytest.raises(BeyondLimit):
        decide(demo, people["teammanager"], "501")
    assert not Worker.objects.filter(name="changed").exists()
    line = Act.objects.latest("seq")
    assert (line.outcome, line.refusal) == ("refused", "BeyondLimit")
    assert "£501.00 a week" in line.reason
    assert line.post is not None
    assert line.organisation == demo.council


def test_a_refusal_in_a_whole_undoes_all_of_it_and_is_written_once(demo: DemoOrganisations, people: People) -> None:
    before = Act.objects.count()

    def decide_both() -> None:
        with whole():
            decide(demo, people["teammanager"], "100", "first")
            with whole():
                decide(demo, people["teammanager"], "501", "second")

    with pytest.raises(BeyondLimit):
        decide_both()
    assert not Worker.objects.filter(name__in=["first", "second"]).exists()
    assert Act.objects.count() == before + 1


def test_a_refusal_that_the_whole_steps_over_undoes_only_itself(demo: DemoOrganisations, people: People) -> None:
    before = Act.objects.count()
    with whole():
        with pytest.raises(BeyondLimit):
            decide(demo, people["teammanager"], "501", "second")
        decide(demo, people["teammanager"], "100", "first")
    assert list(Worker.objects.filter(name__in=["first", "second"]).values_list("name", flat=True)) == ["first"]
    outcomes = Act.objects.filter(seq__gt=before).order_by("seq").values_list("outcome", flat=True)
    assert list(outcomes) == ["exercised", "refused"]


def test_the_acts_of_a_whole_are_written_in_order_at_its_end_and_what_was_undone_leaves_no_line(
    demo: DemoOrganisations, people: People
) -> None:
    def decide_twice() -> None:
        with whole():
            decide(demo, people["teammanager"], "101", "undone")
            decide(demo, people["teammanager"], "501", "refused")

    before = Act.objects.count()
    with whole():
        first = decide(demo, people["teammanager"], "100", "first")
        with pytest.raises(BeyondLimit):
            decide_twice()
        last = decide(demo, people["teammanager"], "102", "last")
        assert Act.objects.count() == before
    lines = Act.objects.filter(seq__gt=before).order_by("seq")
    assert [(line.outcome, line.amount_weekly) for line in lines] == [
        ("exercised", Decimal("100.00")),
        ("exercised", Decimal("102.00")),
        ("refused", Decimal("501.00")),
    ]
    assert [(line.pk, line.hash) for line in lines[:2]] == [(first.pk, first.hash), (last.pk, last.hash)]
    assert not Worker.objects.filter(name="undone").exists()
    assert walk_register(demo.council).bad is None


def test_a_refusal_survives_even_when_the_whole_falls_to_something_else(
    demo: DemoOrganisations, people: People
) -> None:
    def fall_after_a_refusal() -> None:
        with whole():
            with pytest.raises(BeyondLimit):
                decide(demo, people["teammanager"], "501")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fall_after_a_refusal()
    assert Act.objects.latest("seq").refusal == "BeyondLimit"


def test_a_broken_rule_is_written_with_the_question_that_was_permitted(demo: DemoOrganisations, people: People) -> None:
    @act
    def break_a_rule() -> None:
        permit(to_plan(demo, people["practitioner"], on=timezone.localdate()))
        raise RuleBroken("The plan is not complete.")

    with pytest.raises(RuleBroken):
        break_a_rule()
    line = Act.objects.latest("seq")
    assert (line.refusal, line.reason, line.verb) == ("RuleBroken", "The plan is not complete.", "prepare_plan")
    assert line.organisation == demo.northgate


def test_a_refusal_nobody_can_be_asked_about_is_raised_and_not_written(demo: DemoOrganisations) -> None:
    @act
    def find() -> None:
        raise Refused("There is no such plan.")

    before = Act.objects.count()
    with pytest.raises(Refused):
        find()
    assert Act.objects.count() == before


def test_negative_control_with_the_writing_after_rollback_off_the_refusal_is_lost(
    demo: DemoOrganisations, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register, "_write_refusals", lambda refusals: None)
    before = Act.objects.count()
    with pytest.raises(BeyondLimit):
        decide(demo, people["teammanager"], "501")
    assert Act.objects.count() == before


def test_reading_a_record_leaves_a_line(demo: DemoOrganisations, people: People) -> None:
    line = record_reading(by=people["verifier"], council=demo.council, subject_kind="person", subject="PE-1")
    assert (line.outcome, line.subject, line.worker) == ("read", "PE-1", people["verifier"].worker)
    assert line.organisation == demo.council


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE delegation_act SET reason = 'x' WHERE seq = 1",
        "DELETE FROM delegation_act WHERE seq = 1",
        pytest.param("TRUNCATE delegation_act CASCADE", marks=pytest.mark.postgres),
    ],
)
def test_the_database_itself_refuses_to_change_the_register(demo: DemoOrganisations, statement: str) -> None:
    assert "delegation_act" in guarded_tables(connection)
    if connection.vendor == "postgresql":
        connection.check_constraints()  # nothing pending of its own may stand in the way of the TRUNCATE
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(
    ("tampering", "line"),
    [
        ("UPDATE delegation_act SET reason = 'altered' WHERE seq = 7", 7),
        ("UPDATE delegation_act SET amount_weekly = 5 WHERE seq = 9", 9),
        ("DELETE FROM delegation_act WHERE seq = 11", 11),
        ("UPDATE delegation_registerhead SET seq = seq - 1", None),  # the last, however many there are
    ],
)
def test_the_walk_names_the_first_bad_line_when_the_guard_was_lifted(
    demo: DemoOrganisations, tampering: str, line: int | None
) -> None:
    assert walk_register(demo.council).bad is None
    line = line or RegisterHead.objects.get(council=demo.council).seq
    with guards_lifted(connection), connection.cursor() as cursor:
        cursor.execute(tampering)
    bad = walk_register(demo.council).bad
    assert bad is not None
    assert bad.seq == line
    with pytest.raises(SystemExit) as ended:
        call_command("verify_register", stdout=StringIO())
    assert ended.value.code == 1


def test_a_tail_cut_off_with_its_head_is_caught_by_a_published_head(demo: DemoOrganisations) -> None:
    head = RegisterHead.objects.get(council=demo.council)
    with guards_lifted(connection):
        Act.objects.filter(seq=head.seq).delete()
    last = Act.objects.latest("seq")
    RegisterHead.objects.update(seq=last.seq, hash=last.hash)
    assert walk_register(demo.council).bad is None
    bad = walk_register(demo.council, published=(head.seq, head.hash)).bad
    assert bad is not None


def test_verify_register_prints_the_head(demo: DemoOrganisations) -> None:
    said = StringIO()
    call_command("verify_register", stdout=said)
    head = RegisterHead.objects.get(council=demo.council)
    assert f"exampleshire: {head.seq} lines, head {head.seq}:{head.hash}" in said.getvalue()


def test_every_promise_holds_of_the_demo(demo: DemoOrganisations) -> None:
    assert broken_promises() == []
    call_command("check_promises", stdout=StringIO())


@pytest.mark.parametrize(
    ("breaking", "key"),
    [
        (
            "UPDATE delegation_act SET function = 'amhp_approval', organisation_id = {northgate}, post_id = {post} "
            "WHERE seq = 20",
            "I4",
        ),
        ("UPDATE delegation_act SET post_id = {post} WHERE seq = 20", "I8"),
        ("UPDATE delegation_act SET at = '2031-01-01 00:00:00+00:00' WHERE seq = 20", "I9"),
        ("DELETE FROM delegation_act WHERE seq = 20", "I14"),
        ("DELETE FROM delegation_registerhead", "I14"),
        ("UPDATE delegation_act SET authorisation_id = {authorisation} WHERE seq = 20", "I15"),
        ("UPDATE delegation_organisation SET is_nhs_body = {false} WHERE key = 'riverside'", "I15"),
    ],
)
def test_each_promise_finds_what_breaks_it(demo: DemoOrganisations, people: People, breaking: str, key: str) -> None:
    worker = people["practitioner"].worker
    assert worker
    values = {
        "northgate": demo.northgate.pk,
        "post": worker.posts.get().pk,
        "authorisation": demo.northgate.authorisations.first().pk,
        "false": "false" if connection.vendor == "postgresql" else "0",
    }
    with guards_lifted(connection), connection.cursor() as cursor:
        cursor.execute(breaking.format(**values))
    assert key in {broken.promise.key for broken in broken_promises()}
    said = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("check_promises", stdout=said)
    assert ended.value.code == 1
    assert f"{key} BROKEN" in said.getvalue()


def test_a_line_altered_where_no_query_looks_is_found_by_the_walk(demo: DemoOrganisations) -> None:
    with guards_lifted(connection), connection.cursor() as cursor:
        cursor.execute("UPDATE delegation_act SET reason = 'altered' WHERE seq = 7")
    (broken,) = broken_promises()
    assert (broken.promise.key, broken.rows[0][:2]) == ("I14", ("exampleshire", 7))
    said = StringIO()
    with pytest.raises(SystemExit):
        call_command("check_promises", stdout=said)
    assert "I14 BROKEN" in said.getvalue()
    assert broken_promises(with_register_walk=False) == []
    call_command("check_promises", "--without-walk", stdout=StringIO())


def test_the_register_is_paged_by_place_and_by_what_is_asked(demo: DemoOrganisations, people: People) -> None:
    def wanted(**asked: object) -> Lines:
        return page_of_lines(people["auditor"], lines_wanted(people["auditor"], demo.council, Wanted(**asked)))

    every = lines_wanted(people["auditor"], demo.council, Wanted())
    last = RegisterHead.objects.get(council=demo.council).seq
    first = page_of_lines(people["auditor"], every)
    second = page_of_lines(people["auditor"], every, before=first.older_than)
    assert [line.seq for line in first.acts] == list(range(last, last - 50, -1))
    assert [line.seq for line in second.acts] == list(range(last - 50, last - 100, -1))
    assert second.newer_than == last - 50
    oldest = page_of_lines(people["auditor"], every, before=20)
    assert [line.seq for line in oldest.acts] == list(range(19, 0, -1))
    assert oldest.older_than is None
    assert page_of_lines(people["auditor"], every, after=last - 50).acts == first.acts
    assert not wanted(outcome="refused").acts
    about = wanted(kind="organisation", subject="northgate")
    assert [line.verb for line in about.acts] == ["open_organisation"]
    by_director = wanted(function="dass_role")
    assert {line.worker for line in by_director.acts} == {people["dass"].worker}


def test_a_provider_sees_only_the_lines_of_its_own(demo: DemoOrganisations, people: People) -> None:
    before = RegisterHead.objects.get(council=demo.council).seq
    decide(demo, people["teammanager"], "10")
    record_reading(by=people["practitioner"], council=demo.council, subject_kind="person", subject="PE-1")
    assert [line.verb for line in acts_visible_to(people["providermanager"])] == ["read"]
    assert not acts_visible_to(people["otherpractitioner"]).exists()
    assert acts_visible_to(people["auditor"]).count() == before + 2
    assert not acts_visible_to(people["administrator"]).exists()


def test_the_line_is_hashed_as_the_database_gives_it_back(demo: DemoOrganisations, people: People) -> None:
    permission = permit(to_decide(demo, people["dass"], "10", on=timezone.localdate()))
    detail = {"sum": Decimal("1.50"), "day": timezone.localdate(), "word": "£ ‘é’", "n": 3, "deep": {"b": 1, "a": [2]}}
    with whole():
        line = record(permission, subject_kind="plan", subject="SP-1", detail=detail)
    line.refresh_from_db()
    assert json.loads(json.dumps(line.detail)) == line.detail
    assert walk_register(demo.council).bad is None


def _refused_on_a_plan(demo: DemoOrganisations, people: People) -> Act:
    with pytest.raises(BeyondLimit):
        decide(demo, people["teammanager"], "501")
    return Act.objects.latest("seq")


def test_of_a_closed_record_the_register_says_who_and_when_and_not_what_was_written(
    demo: DemoOrganisations, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(demo, people["teammanager"], "100")
    auditor, named = people["auditor"], people["dass"]
    monkeypatch.setattr(
        "delegation.closed._tellers",
        [
            lambda account, subjects: (
                frozenset(subjects & {("plan", "SP-TEST-0001")}) if account != named else frozenset()
            )
        ],
    )
    seq = Act.objects.latest("seq").seq
    acts = lines_wanted(auditor, demo.council, Wanted())
    shown = [page_of_lines(auditor, acts).acts[0], last_lines(auditor, demo.council, Wanted(), 1)[0]]
    alone = line_at(auditor, demo.council, seq)
    assert alone
    assert alone[1].line_agrees
    for line in [*shown, alone[0]]:
        assert (line.reason, line.detail, line.verb) == (RESTRICTED, {}, "record_funding_decision")
        assert line.worker == people["teammanager"].worker
    cells = list(lines_as_cells(auditor, acts))
    assert RESTRICTED in cells[1]
    assert "Because" not in cells[1]
    open_to_the_named = line_at(named, demo.council, seq)
    assert open_to_the_named
    assert (open_to_the_named[0].reason, bool(open_to_the_named[0].detail)) == ("Because", True)
    assert "Because" in list(lines_as_cells(named, acts))[1]
    assert page_of_lines(auditor, acts).acts[-1].reason != RESTRICTED


def test_a_refusal_on_a_closed_record_is_not_told_again(
    demo: DemoOrganisations, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = _refused_on_a_plan(demo, people)
    asked = (people["teammanager"], line.verb, line.subject)
    told = own_refusal(*asked)
    assert told
    assert "£501.00" in told.reason
    monkeypatch.setattr("delegation.closed._tellers", [lambda account, subjects: frozenset(subjects)])
    veiled = own_refusal(*asked)
    assert veiled
    assert veiled.reason == RESTRICTED
