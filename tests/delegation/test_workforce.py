"""The workforce a contract asks: what counts, what falls short and when the Director knows, and the named posts."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.utils import timezone

from delegation.append_only import guards_lifted
from delegation.assurance import Line, assurance_of
from delegation.contract.demo import load
from delegation.contract.senior_posts import (
    cover_senior_post,
    end_senior_post,
    fill_senior_post,
    name_senior_post,
    vacate_senior_post,
)
from delegation.contract.workforce import Declared, Named, declare_workforce, set_workforce_minimum
from delegation.contract.workforce_rules import counted_fte, is_red, months_due, return_due_on
from delegation.contract.workforce_selectors import missing_returns, red_posts, short_returns
from delegation.demo import DemoOrganisations
from delegation.models import Account, Act, AssuranceException, SeniorPost, Worker, WorkforceReturn
from delegation.promises import broken_promises
from delegation.refusals import (
    AlreadyThere,
    NotAuthorised,
    NothingSaid,
    NotReady,
    NotRegistered,
    NotYourOrganisation,
    NotYourRole,
    OutOfDate,
    RoleNotOfThisOrganisation,
    WrongAmount,
    WrongDates,
)
from delegation.register_reading import Wanted, lines_wanted
from delegation.registers import registers
from delegation.registration.services import record_registration, suspend_registration
from delegation.services import revoke_authorisation

pytestmark = pytest.mark.django_db
People = dict[str, Account]
FLOOR = "minimum_workforce_fte"
TODAY = date(2026, 6, 15)


@pytest.fixture(autouse=True)
def _in_june() -> Any:
    with time_machine.travel(TODAY, tick=True):
        yield


def ask(demo: DemoOrganisations, people: People, role: str, fte: str, from_day: date = date(2026, 4, 1)) -> None:
    set_workforce_minimum(
        by=people["head"],
        council=demo.council,
        organisation=demo.northgate,
        role=role,
        fte=Decimal(fte),
        from_day=from_day,
    )


def worker(people: People, name: str) -> Worker:
    found = people[name].worker
    assert found
    return found


def social_workers(people: People, *names: str) -> list[Named]:
    return [Named(worker=worker(people, name), role="social_worker", fte=Decimal(1)) for name in names]


def declare(demo: DemoOrganisations, people: People, **but: Any) -> WorkforceReturn:
    given: dict[str, Any] = {
        "by": people["dataofficer"],
        "organisation": demo.northgate,
        "month": date(2026, 5, 1),
        "roles": roles("2", "0", "12"),
        "staff": social_workers(people, "practitioner", "quality"),
    }
    return declare_workforce(**given | but)


def roles(social: str, therapists: str, community: str, agency: str = "0") -> dict[str, Declared]:
    return {
        "social_worker": Declared(fte=Decimal(social)),
        "occupational_therapist": Declared(fte=Decimal(therapists)),
        "community_care_worker": Declared(fte=Decimal(community), agency=Decimal(agency)),
    }


def line(demo: DemoOrganisations, function: str = FLOOR) -> Line:
    return next(each for each in assurance_of(demo.council).lines if each.function.key == function)


def test_a_registered_role_counts_only_with_live_registration(demo: DemoOrganisations, people: People) -> None:
    ask(demo, people, "social_worker", "2")
    made = declare(demo, people)
    assert made.lines.get(role="social_worker").counted == 2
    assert not AssuranceException.objects.filter(function=FLOOR).exists()
    worker(people, "quality").registrations.update(live_to=date(2026, 5, 30))
    lapsed = declare(
        demo,
        people,
        staff=social_workers(Account.objects.in_bulk(field_name="username"), "practitioner", "quality"),
        remarks="A registration had lapsed.",
    )
    counted = lapsed.lines.get(role="social_worker")
    assert (counted.declared, counted.counted, counted.minimum) == (2, 1, 2)
    assert not lapsed.members.get(worker=worker(people, "quality")).was_registered
    assert broken_promises() == []


@pytest.mark.parametrize(("profession", "counted"), [("occupational_therapist", 1), ("practitioner_psychologist", 0)])
def test_an_occupational_therapist_counts_as_one_and_nobody_else_of_that_register(
    demo: DemoOrganisations, people: People, profession: str, counted: int
) -> None:
    record_registration(
        by=people["administrator"],
        council=demo.council,
        worker=worker(people, "practitioner"),
        profession=profession,
        number="XX000417",
        live_from=date(2020, 1, 1),
    )
    staff = [Named(worker=worker(people, "practitioner"), role="occupational_therapist", fte=Decimal(1))]
    made = declare(demo, people, roles=roles("0", "1", "12"), staff=staff)
    assert made.lines.get(role="occupational_therapist").counted == counted


def test_what_is_not_named_does_not_count(demo: DemoOrganisations, people: People) -> None:
    made = declare(demo, people, staff=(), roles=roles("9", "3", "12"))
    assert {one.role: one.counted for one in made.lines.all()} == {
        "social_worker": 0,
        "occupational_therapist": 0,
        "community_care_worker": 12,
    }


def test_a_shortfall_is_the_directors_the_moment_it_is_declared(demo: DemoOrganisations, people: People) -> None:
    ask(demo, people, "community_care_worker", "12", from_day=date(2026, 5, 1))
    declare(demo, people)
    assert line(demo).colour == "green"
    before = Act.objects.count()
    made = declare(demo, people, roles=roles("2", "0", "11.5"), remarks="One of them left in April.")
    assert Act.objects.count() == before + 1
    told = AssuranceException.objects.get(function=FLOOR)
    assert (told.owner, told.raised_on, told.due_on) == (
        worker(people, "dass"),
        TODAY,
        TODAY + timedelta(days=28),
    )
    assert made.ref in told.what
    seen = line(demo)
    assert seen.colour == "red"  # late in the register at once; the exception itself waits its four weeks
    assert seen.overdue
    assert seen.overdue.number == 1
    client = Client()
    client.force_login(people["dass"])
    assert "Community care workers: 11.5 FTE counted, 12 asked" in told.what
    page = client.get("/assurance/").content.decode()
    assert "1 record is overdue in this work" in page
    declare(demo, people, roles=roles("2", "0", "12"), remarks="Two began on the 20th.")
    assert short_returns(demo.council, TODAY) == []
    assert broken_promises() == []


def test_a_month_not_declared_by_its_day_is_late(demo: DemoOrganisations, people: People) -> None:
    ask(demo, people, "community_care_worker", "12", from_day=date(2026, 4, 1))
    assert return_due_on(date(2026, 5, 1)) == date(2026, 6, 12)
    (register,) = [one for one in registers() if one.key == "workforce"]
    assert register.standing(demo.council, date(2026, 5, 15)).late == 0
    assert register.standing(demo.council, date(2026, 5, 16)).late == 1
    assert [one.month for one in missing_returns(demo.council, TODAY)] == [date(2026, 4, 1), date(2026, 5, 1)]
    declare(demo, people)
    assert [one.month for one in missing_returns(demo.council, TODAY)] == [date(2026, 4, 1)]


def test_a_revoked_authorisation_is_felt_at_the_next_return(demo: DemoOrganisations, people: People) -> None:
    given = demo.northgate.authorisations.get(function=FLOOR)
    declare(demo, people)
    revoke_authorisation(by=people["dass"], authorisation=given, because="Brought in house")
    with pytest.raises(OutOfDate):
        declare(demo, people, month=date(2026, 4, 1))


@pytest.mark.parametrize(
    ("but", "refusal"),
    [
        ({"month": date(2026, 7, 1)}, WrongDates),
        ({"roles": {"social_worker": Declared(fte=Decimal(2))}}, NotReady),
        ({"roles": roles("-1", "0", "12")}, WrongAmount),
        ({"roles": roles("2", "0", "12", agency="13")}, WrongAmount),
    ],
)
def test_a_return_that_cannot_be_is_refused(
    demo: DemoOrganisations, people: People, but: dict[str, Any], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        declare(demo, people, **but)
    assert not WorkforceReturn.objects.exists()


def test_who_declares_and_of_whom(demo: DemoOrganisations, people: People) -> None:
    with pytest.raises(NotYourRole):
        declare(demo, people, by=people["practitioner"])
    with pytest.raises(NotYourOrganisation):
        declare(demo, people, organisation=demo.riverside)
    with pytest.raises(RoleNotOfThisOrganisation):
        declare(demo, people, staff=social_workers(people, "otherpractitioner"))
    with pytest.raises(WrongAmount):
        declare(demo, people, staff=social_workers(people, "quality", "quality"))
    with pytest.raises(NotYourRole):
        set_workforce_minimum(
            by=people["broker"],
            council=demo.council,
            organisation=demo.northgate,
            role="social_worker",
            fte=Decimal(2),
            from_day=TODAY,
        )
    declare(demo, people)
    with pytest.raises(NothingSaid):
        declare(demo, people)
    assert declare(demo, people, remarks="Two more began.").number == 2


def test_what_is_asked_later_does_not_change_what_was_asked(demo: DemoOrganisations, people: People) -> None:
    ask(demo, people, "social_worker", "2")
    made = declare(demo, people)
    ask(demo, people, "social_worker", "3", from_day=date(2026, 6, 1))
    assert made.lines.get(role="social_worker").minimum == 2
    with pytest.raises(WrongDates):
        ask(demo, people, "social_worker", "4", from_day=date(2026, 6, 1))
    assert declare(demo, people, month=TODAY).lines.get(role="social_worker").minimum == 3


# -- named posts ---------------------------------------------------------------------------------------------------


def a_post(demo: DemoOrganisations, people: People, kind: str = "principal_social_worker") -> SeniorPost:
    by = people["dass"] if kind == "principal_social_worker" else people["head"]
    return name_senior_post(
        by=by, council=demo.council, organisation=demo.northgate, kind=kind, title="Lead", asked_from=date(2026, 5, 1)
    )


def test_a_vacancy_over_thirty_days_without_cover_is_red(demo: DemoOrganisations, people: People) -> None:
    post = a_post(demo, people)
    kinds = ("principal_social_worker",)
    assert red_posts(demo.council, kinds, date(2026, 5, 31)) == 0
    assert red_posts(demo.council, kinds, date(2026, 6, 1)) == 1
    assert line(demo, "principal_social_worker_post").colour == "red"
    manager = people["providermanager"]
    cover_senior_post(by=manager, post=post.ref, worker=worker(people, "quality"), since=date(2026, 6, 10))
    assert red_posts(demo.council, kinds, TODAY) == 0
    fill_senior_post(by=manager, post=post.ref, worker=worker(people, "quality"), since=TODAY)
    vacate_senior_post(by=manager, post=post.ref, since=TODAY, reason="Left.")
    assert red_posts(demo.council, kinds, TODAY + timedelta(days=30)) == 0
    assert red_posts(demo.council, kinds, TODAY + timedelta(days=31)) == 1


def test_the_principal_social_worker_is_registered(demo: DemoOrganisations, people: People) -> None:
    post, senior, manager = a_post(demo, people), a_post(demo, people, "senior"), people["providermanager"]
    who: dict[str, Any] = {"worker": worker(people, "providermanager"), "since": TODAY}
    for service in (fill_senior_post, cover_senior_post):
        with pytest.raises(NotRegistered):
            service(by=manager, post=post.ref, **who)
        assert service(by=manager, post=senior.ref, **who).ref == senior.ref if service is fill_senior_post else True


def test_a_post_held_without_live_registration_is_red_from_that_day(
    demo: DemoOrganisations, people: People, client: Client
) -> None:
    post, who = a_post(demo, people), worker(people, "quality")
    fill_senior_post(by=people["providermanager"], post=post.ref, worker=who, since=TODAY)
    assert red_posts(demo.council, ["principal_social_worker"], TODAY) == 0
    suspended = {"registration": who.registrations.get(), "from_day": TODAY, "reason": "Fitness to practise."}
    suspend_registration(by=people["administrator"], council=demo.council, **suspended)
    assert red_posts(demo.council, ["principal_social_worker"], TODAY - timedelta(days=1)) == 0
    assert red_posts(demo.council, ["principal_social_worker"], TODAY) == 1
    assert line(demo, "principal_social_worker_post").colour == "red"
    client.force_login(people["dass"])
    for address in ("/workforce/", f"/workforce/posts/{post.ref}/"):
        page = client.get(address).content.decode()
        assert "Not registered" in page
        assert f"{who} has no live registration" in page
    vacate_senior_post(by=people["providermanager"], post=post.ref, since=TODAY, reason="Suspended.")
    assert red_posts(demo.council, ["principal_social_worker"], TODAY) == 0


def test_who_acts_on_a_post(demo: DemoOrganisations, people: People) -> None:
    post, manager = a_post(demo, people), people["providermanager"]
    who: dict[str, Any] = {"worker": worker(people, "quality"), "since": TODAY}
    with pytest.raises(NotYourRole):
        fill_senior_post(by=people["practitioner"], post=post.ref, **who)
    with pytest.raises(NotYourOrganisation):
        fill_senior_post(by=people["head"], post=post.ref, **who)
    with pytest.raises(NotYourRole):  # the principal social worker is the Director's to ask and to let go
        end_senior_post(by=people["head"], post=post.ref, because="Merged.")
    with pytest.raises(AlreadyThere):
        a_post(demo, people)
    with pytest.raises(WrongDates):
        fill_senior_post(by=manager, post=post.ref, **who | {"since": TODAY + timedelta(days=1)})
    with pytest.raises(RoleNotOfThisOrganisation):
        fill_senior_post(by=manager, post=post.ref, **who | {"worker": worker(people, "otherpractitioner")})
    with pytest.raises(AlreadyThere):
        vacate_senior_post(by=manager, post=post.ref, since=TODAY, reason="Left.")
    fill_senior_post(by=manager, post=post.ref, **who)
    with pytest.raises(AlreadyThere):
        cover_senior_post(by=manager, post=post.ref, **who)
    end_senior_post(by=people["dass"], post=post.ref, because="Merged with the council's own.")
    with pytest.raises(AlreadyThere):
        vacate_senior_post(by=manager, post=post.ref, since=TODAY, reason="Left.")


def test_a_provider_not_authorised_says_nothing_of_its_posts(demo: DemoOrganisations, people: People) -> None:
    post = a_post(demo, people)
    demo.northgate.authorisations.filter(function="principal_social_worker_post").delete()
    with pytest.raises(NotAuthorised):
        fill_senior_post(by=people["providermanager"], post=post.ref, worker=worker(people, "quality"), since=TODAY)


# -- the pages, the demonstration, the rules -----------------------------------------------------------------------


def test_the_demonstration_has_one_short_one_missing_and_a_vacancy(demo: DemoOrganisations, people: People) -> None:
    load(demo)
    written = Act.objects.count()
    load(demo)
    assert Act.objects.count() == written
    assert [one.month for one in short_returns(demo.council, TODAY)] == [date(2026, 5, 1)]
    missing = missing_returns(demo.council, TODAY)
    assert [one.month for one in missing if one.organisation == demo.northgate] == [date(2026, 2, 1)]
    assert red_posts(demo.council, ["principal_social_worker"], TODAY) == 1
    assert broken_promises() == []


def test_each_side_sees_its_own_in_few_queries(
    demo: DemoOrganisations, people: People, django_assert_max_num_queries: Any
) -> None:
    load(demo)
    client = Client()
    for who, sees in (("head", True), ("providermanager", True), ("otherpractitioner", False)):
        client.force_login(people[who])
        client.get("/workforce/")
        with django_assert_max_num_queries(16):
            page = client.get("/workforce/").content.decode()
        assert ("Head of adult social care" in page) is sees
    made, post = WorkforceReturn.objects.first(), SeniorPost.objects.filter(organisation=demo.northgate).first()
    assert made
    assert post
    for address in (f"/workforce/returns/{made.ref}/", f"/workforce/posts/{post.ref}/"):
        assert client.get(address).status_code == 404  # another provider's
        client.force_login(people["providermanager"])
        assert client.get(address).status_code == 200
        client.force_login(people["otherpractitioner"])


def test_a_return_declared_on_its_page(demo: DemoOrganisations, people: People) -> None:
    client = Client()
    client.force_login(people["dataofficer"])
    typed = {
        "month_day": 1,
        "month_month": 5,
        "month_year": 2026,
        "social_worker_fte": "1",
        "occupational_therapist_fte": "0",
        "community_care_worker_fte": "many",
        f"staff_{worker(people, 'practitioner').pk}_role": "social_worker",
    }
    page = client.post("/workforce/declare/", typed)
    assert page.status_code == 422
    assert "must be a number" in page.content.decode()
    page = client.post("/workforce/declare/", typed | {"community_care_worker_fte": "11.5"})
    assert page.status_code == 303
    made = WorkforceReturn.objects.get()
    assert made.lines.get(role="social_worker").counted == 1
    seen = lines_wanted(people["auditor"], demo.council, Wanted(subject=made.ref))
    assert [each.verb for each in seen] == ["declare_workforce"]


def test_the_rules_of_counting_and_of_days() -> None:
    two = Decimal(2)
    assert counted_fte(two, None) == 2
    assert counted_fte(two, [Decimal(1), Decimal("0.5")]) == Decimal("1.5")
    assert counted_fte(two, [Decimal(1)] * 3) == 2
    assert months_due(date(2026, 4, 2), date(2026, 6, 13)) == [date(2026, 5, 1)]  # April was not whole
    assert len(months_due(date(2015, 4, 1), date(2026, 6, 13))) == 12
    assert not is_red(date(2026, 5, 1), date(2026, 5, 2), date(2026, 9, 1))


@pytest.mark.parametrize(
    ("corruption", "found"),
    [
        ("UPDATE delegation_workforcemember SET was_registered = false", "named staff whose registration was live"),
        ("DELETE FROM delegation_assuranceexception", "was the Director"),
        (
            "UPDATE delegation_assuranceexception SET owner_id = (SELECT MIN(worker_id) FROM delegation_post "
            "WHERE role = 'broker')",
            "was the Director",
        ),
    ],
)
def test_what_was_hidden_of_the_workforce_is_found(demo: DemoOrganisations, corruption: str, found: str) -> None:
    load(demo)
    with guards_lifted(connection), connection.cursor() as cursor:
        cursor.execute(corruption)
    assert any(found in broken.promise.sentence for broken in broken_promises(with_register_walk=False))


def test_today_is_the_clock_of_these_tests() -> None:
    assert timezone.localdate() == TODAY
