"""The Director's assurance: green for evidence alone, each number open to its acts, the signature the Director's."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import Error, connection, transaction
from django.test import Client
from django.utils import timezone

from delegation.append_only import guards_lifted
from delegation.assurance import LateWork, Line, assurance_of, changed_since, review_of
from delegation.assuring import (
    close_assurance_exception,
    hash_of_content,
    raise_assurance_exception,
    sign_assurance_review,
)
from delegation.authority import NotYourRole, Question, permit
from delegation.counting import Waiting
from delegation.demo import DemoOrganisations
from delegation.models import Account, Act, AssuranceReview, Authorisation
from delegation.promises import broken_promises
from delegation.refusals import AlreadyThere, NothingSaid, NotTheDirector, Refused, RetainedByTheCouncil, WrongDates
from delegation.register import act, record
from delegation.register_reading import Wanted, lines_wanted
from delegation.registers import registers
from delegation.services import give_cover, open_council, revoke_authorisation

pytestmark = pytest.mark.django_db
People = dict[str, Account]
KEPT, GIVEN = "plan_verification_and_funding", "support_plan_development"


def line(demo: DemoOrganisations, function: str, as_at: date | None = None) -> Line:
    return next(each for each in assurance_of(demo.council, as_at).lines if each.function.key == function)


@act
def exercise(by: Account, demo: DemoOrganisations, function: str, side: str = "council") -> None:
    """Anything at all done under a function."""
    question = Question(
        act="try", function=function, by=by, on=timezone.localdate(), council=demo.council, side=side, roles=frozenset()
    )
    record(permit(question), subject_kind="plan", subject="SP-0000-0001")


def test_silence_is_never_green(demo: DemoOrganisations, people: People) -> None:
    silent = line(demo, KEPT)
    assert (silent.colour, silent.evidence.done, silent.why) == ("none", 0, [])
    exercise(people["teammanager"], demo, KEPT)
    assert line(demo, KEPT).colour == "green"
    assert assurance_of(demo.council).counts["green"] >= 1


def test_an_attempt_from_outside_is_seen(demo: DemoOrganisations, people: People) -> None:
    with pytest.raises(RetainedByTheCouncil):
        exercise(people["practitioner"], demo, KEPT)
    seen = line(demo, KEPT)
    assert (seen.colour, seen.evidence.refused, seen.evidence.out_of_bounds) == ("amber", 1, 1)


def test_an_act_from_outside_on_what_the_council_keeps_is_red(demo: DemoOrganisations, people: People) -> None:
    exercise(people["practitioner"], demo, GIVEN, side="provider")
    with guards_lifted(connection):
        Act.objects.filter(function=GIVEN).update(function=KEPT)
    assert line(demo, KEPT).colour == "red"


def test_an_authorisation_that_ends_is_told_of_in_time(demo: DemoOrganisations, people: People) -> None:
    exercise(people["practitioner"], demo, GIVEN, side="provider")
    assert line(demo, GIVEN).colour == "green"
    with time_machine.travel(date(2031, 1, 10)):
        assert "ends on 31 March 2031" in line(demo, GIVEN).why[0]
    for given in Authorisation.objects.filter(function=GIVEN):
        revoke_authorisation(by=people["dass"], authorisation=given, because="Replaced")
    seen = line(demo, GIVEN)
    assert seen.colour == "red"
    assert "Nobody holds it" in seen.why[0]


def test_each_number_opens_into_as_many_acts(demo: DemoOrganisations, people: People) -> None:
    exercise(people["teammanager"], demo, KEPT)
    exercise(people["practitioner"], demo, GIVEN, side="provider")
    with pytest.raises(RetainedByTheCouncil):
        exercise(people["practitioner"], demo, KEPT)
    sign_assurance_review(by=people["dass"], council=demo.council, remarks="Seen.")
    exercise(people["head"], demo, KEPT)
    seen = assurance_of(demo.council)
    client = Client()
    client.force_login(people["dass"])
    for each in seen.lines:
        for outcome, number in (("exercised", each.evidence.done), ("refused", each.evidence.refused)):
            places = {"from_line": seen.from_line, "to_line": seen.to_line}
            wanted = Wanted(function=each.function.key, outcome=outcome, **places)
            assert lines_wanted(people["dass"], demo.council, wanted).count() == number
            if number:
                asked = {"function": each.function.key, "outcome": outcome, **places}
                assert len(client.get("/register/", asked).context["lines"].acts) == number
    assert sum(each.evidence.done for each in seen.lines) == 2  # the head's act, and the signature itself


def test_a_past_day_shows_what_was_known_at_its_end(demo: DemoOrganisations, people: People) -> None:
    with time_machine.travel(date(2026, 3, 2)):
        exercise(people["teammanager"], demo, KEPT)
    with time_machine.travel(date(2026, 3, 9)):
        exercise(people["head"], demo, KEPT)
        assert line(demo, KEPT, date(2026, 3, 1)).evidence.done == 0
        assert line(demo, KEPT, date(2026, 3, 2)).evidence.done == 1
        assert line(demo, KEPT).evidence.done == 2
        for given in Authorisation.objects.filter(function=GIVEN):
            revoke_authorisation(by=people["dass"], authorisation=given, because="Replaced")
        assert not line(demo, GIVEN).held
        assert line(demo, GIVEN, date(2026, 3, 8)).held


def test_what_was_overdue_on_a_past_day_is_as_the_register_counted_it(
    demo: DemoOrganisations, people: People, monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    late = {date(2026, 3, 2): 3, date(2026, 3, 4): 1}
    told = {KEPT: [lambda council, on: LateWork(told=Waiting(late=late.get(on, 0)), href="/queues/")]}
    monkeypatch.setattr("delegation.assurance._overdue", told)
    for day in late:
        with time_machine.travel(day):
            call_command("count_overdue_work")
    with time_machine.travel(date(2026, 3, 9)):
        numbers = {day: line(demo, KEPT, date(2026, 3, day)).overdue for day in (1, 2, 3, 4, 9)}
        assert numbers[1].number == 0, "the council was opened, and there was no work yet"
        assert line(demo, KEPT, date(2015, 4, 1)).overdue is None, "the council was not open here"
        assert [numbers[day].number for day in (2, 3, 4, 9)] == [3, 3, 1, 0]
        assert "3 records were overdue in this work." in line(demo, KEPT, date(2026, 3, 3)).why
        client.force_login(people["dass"])
        asked = {"as_at_day": "3", "as_at_month": "3", "as_at_year": "2026"}
        page = client.get("/assurance/", asked).content.decode()
        assert "as it was counted on 2 Mar 2026" in page.replace("\xa0", " ")
        counted = Act.objects.filter(verb="count_overdue_work").earliest("seq")
        assert numbers[2].href in page
        assert client.get(numbers[2].href).context["line"].seq == counted.seq


@pytest.mark.parametrize("who", ["head", "auditor", "administrator", "practitioner", "verifier"])
def test_nobody_but_the_director_signs(demo: DemoOrganisations, people: People, who: str) -> None:
    with pytest.raises(Refused):
        sign_assurance_review(by=people[who], council=demo.council, remarks="Seen.")
    assert not AssuranceReview.objects.exists()
    assert Act.objects.latest("pk").verb == "sign_assurance_review"
    assert Act.objects.latest("pk").outcome == "refused"


def test_cover_does_not_reach_the_signature(demo: DemoOrganisations, people: People) -> None:
    today = timezone.localdate()
    director, head = people["dass"].worker, people["head"].worker
    assert director
    assert head
    give_cover(
        by=people["dass"],
        council=demo.council,
        covered=director,
        covering=head,
        from_day=today,
        to_day=today,
        reason="Leave",
    )
    with pytest.raises(NotTheDirector):
        sign_assurance_review(by=people["head"], council=demo.council, remarks="Seen.")


def test_a_signature_freezes_what_was_seen(demo: DemoOrganisations, people: People) -> None:
    exercise(people["teammanager"], demo, KEPT)
    first = sign_assurance_review(by=people["dass"], council=demo.council, remarks="As it should be.")
    assert first.number == 1
    assert first.content["register_hash"] == Act.objects.get(seq=first.until_line, council=demo.council).hash
    first.refresh_from_db()
    assert hash_of_content(first.content) == first.sha256
    for write in (lambda: AssuranceReview.objects.update(remarks="Nothing."), lambda: first.delete()):
        with pytest.raises(Error, match="never changed or removed"), transaction.atomic():
            write()
    assert line(demo, KEPT).colour == "none"  # the next review begins after this one
    second = sign_assurance_review(by=people["dass"], council=demo.council, remarks="Quiet.")
    found = review_of(demo.council, 2)
    assert found
    changed = {each.title: (each.before, each.after) for each in changed_since(*found)}
    assert changed[line(demo, KEPT).function.title] == (
        "Evidenced; held by the council only",
        "No evidence; held by the council only",
    )
    assert second.content["from_line"] == first.until_line + 1
    assert broken_promises() == []


def test_a_review_needs_words(demo: DemoOrganisations, people: People) -> None:
    with pytest.raises(NothingSaid):
        sign_assurance_review(by=people["dass"], council=demo.council, remarks="  ")


@pytest.mark.parametrize(
    "corruption",
    [
        "UPDATE delegation_assurancereview SET post_id = (SELECT MIN(id) FROM delegation_post WHERE role = 'auditor')",
        "UPDATE delegation_assurancereview SET number = 7",
        "UPDATE delegation_assurancereview SET sha256 = 'x'",
    ],
)
def test_a_forged_signature_is_found(demo: DemoOrganisations, people: People, corruption: str) -> None:
    sign_assurance_review(by=people["dass"], council=demo.council, remarks="Seen.")
    assert broken_promises() == []
    with guards_lifted(connection), connection.cursor() as cursor:
        cursor.execute(corruption)
    (broken,) = broken_promises()
    assert "review of assurance" in broken.promise.sentence


def test_an_exception_has_an_owner_and_a_day_and_is_closed_with_a_reason(
    demo: DemoOrganisations, people: People
) -> None:
    owner, today = people["broker"].worker, timezone.localdate()
    assert owner
    typed: dict[str, Any] = {"council": demo.council, "function": KEPT, "what": "Checklists unsigned.", "owner": owner}
    with pytest.raises(WrongDates):
        raise_assurance_exception(by=people["auditor"], due_on=today - timedelta(days=1), **typed)
    with pytest.raises(NotYourRole):
        raise_assurance_exception(by=people["verifier"], due_on=today, **typed)
    raised = raise_assurance_exception(by=people["auditor"], due_on=today, **typed)
    assert line(demo, KEPT).colour == "amber"
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert line(demo, KEPT).colour == "red"
    close_assurance_exception(by=people["dass"], exception=raised, because="Signed since.")
    assert line(demo, KEPT).colour == "none"
    with pytest.raises(AlreadyThere):
        close_assurance_exception(by=people["dass"], exception=raised, because="Again.")


def test_another_councils_reviews_are_not_found(demo: DemoOrganisations, people: People) -> None:
    other = open_council(
        key="othershire",
        name="Othershire Council",
        director_name="Una Other",
        director_username="otherdass",
        administrator_name="Ulf Other",
        administrator_username="otheradministrator",
        password=None,
        from_day=date(2020, 1, 1),
    )
    director = Account.objects.get(username="otherdass")
    sign_assurance_review(by=director, council=other, remarks="Theirs.")
    raised = raise_assurance_exception(
        by=director,
        council=other,
        function=KEPT,
        what="Theirs.",
        owner=director.worker,  # type: ignore[arg-type]
        due_on=timezone.localdate(),
    )
    client = Client()
    client.force_login(people["dass"])
    assert client.get("/assurance/reviews/1/").status_code == 404
    assert client.get(f"/assurance/exceptions/{raised.pk}/close/").status_code == 404
    assert client.get("/assurance/").context["seen"].since is None


def test_the_page_shows_it_in_few_queries(
    demo: DemoOrganisations, people: People, django_assert_max_num_queries: Any
) -> None:
    exercise(people["teammanager"], demo, KEPT)
    client = Client()
    client.force_login(people["dass"])
    assert "never for silence" in client.get("/assurance/").content.decode()
    with django_assert_max_num_queries(17 + 2 * len(registers())):  # each register says in two what is late in it
        page = client.get("/assurance/?show=green")
    assert [each.function.key for each, _ in page.context["rows"] if each.function.key == KEPT] == [KEPT]
    assert "Sign the review" in page.content.decode()
    day = {"as_at_day": "31", "as_at_month": "2", "as_at_year": "2026"}
    assert "Error" in client.get("/assurance/", day).content.decode()
    to_come = client.get("/assurance/", day | {"as_at_day": "1", "as_at_year": "2099"}).content.decode()
    assert "Enter today or a day before it" in to_come
    signed = client.post("/assurance/sign/", {"remarks": "As it should be."})
    signed = client.get(signed.headers["Location"])
    assert "As it should be." in signed.content.decode()
    client.force_login(people["auditor"])
    assert "Sign the review" not in client.get("/assurance/").content.decode()
