"""The one guard: each refusal beside the permission that differs in one thing."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from delegation import authority
from delegation.authority import (
    BeyondLimit,
    NoPost,
    NotAuthorised,
    NotQualified,
    NotYourOrganisation,
    NotYourRole,
    OutOfDate,
    Permission,
    Question,
    RetainedByTheCouncil,
    SameHands,
    UnknownFunction,
    permit,
    would_permit,
    would_permit_each,
)
from delegation.demo import DemoOrganisations
from delegation.explain import explain
from delegation.models import Account, Authorisation, FinancialLimit, Organisation, Post
from delegation.promises import broken_promises
from delegation.registration.services import record_registration, suspend_registration
from delegation.schedule import FUNCTIONS
from delegation.services import end_cover, give_cover, revoke_authorisation, set_financial_limit
from tests.proof.corrupting import corrupt_here

from .asking import THE_DAY, to_decide, to_plan

People = dict[str, Account]


def test_a_practitioner_of_an_authorised_provider_may_plan_and_is_told_why(
    demo: DemoOrganisations, people: People
) -> None:
    permission = permit(to_plan(demo, people["practitioner"]))
    assert permission.authorisation is not None
    assert "Practitioner of Northgate Care Partnership" in permission.reason
    assert "Care Act 2014 s.79" in permission.reason
    assert permission.source == "Care Act 2014 ss.24, 25, 27"


def test_a_provider_cannot_decide_a_plan_whatever_its_role(demo: DemoOrganisations, people: People) -> None:
    question = to_decide(demo, people["providermanager"], "1", roles=frozenset())
    with pytest.raises(RetainedByTheCouncil, match="own choice"):
        permit(question)
    assert permit(replace(question, by=people["dass"]))


def test_a_retained_function_stays_the_councils_even_when_asked_on_the_providers_side(
    demo: DemoOrganisations, people: People
) -> None:
    question = to_plan(demo, people["practitioner"], function="amhp_approval", roles=frozenset())
    with pytest.raises(RetainedByTheCouncil, match="in law"):
        permit(question)


def test_a_provider_without_authorisation_is_refused(demo: DemoOrganisations, people: People) -> None:
    # No service takes an authorisation off the rows, so the test does.
    Authorisation.objects.filter(organisation=demo.northgate, function="support_plan_development").delete()
    with pytest.raises(NotAuthorised) as refused:
        permit(to_plan(demo, people["practitioner"]))
    assert "Development of the care and support plan" in refused.value.sentence
    assert "Care Act 2014 ss.24, 25, 27" in refused.value.sentence
    assert refused.value.who_may == f"Who may: nobody in {demo.northgate} on 1 June 2026."
    with pytest.raises(NotAuthorised) as refused:
        permit(to_plan(demo, people["practitioner"], organisation_id=None))
    assert refused.value.who_may == f"Who may: practitioner of {demo.riverside}."


def test_a_revoked_authorisation_says_who_holds_the_function_now(demo: DemoOrganisations, people: People) -> None:
    question = to_plan(demo, people["practitioner"], organisation_id=None)
    revoked = {"revoked_on": THE_DAY, "revoked_by": people["dass"], "revoked_because": "Breach."}
    at = timezone.now()
    mine = Authorisation.objects.filter(function="support_plan_development")
    mine.filter(organisation=demo.northgate).update(revoked_at=at, **revoked)
    with pytest.raises(OutOfDate, match="was revoked from") as refused:
        permit(question)
    assert refused.value.who_may == f"Who may: practitioner of {demo.riverside}."
    mine.update(revoked_at=at, **revoked)
    with pytest.raises(OutOfDate) as refused:
        permit(question)
    assert refused.value.who_may == "Who may: nobody in a provider on 1 June 2026."
    with pytest.raises(OutOfDate) as refused:
        permit(replace(question, on=timezone.localdate()))
    assert refused.value.who_may == "Who may: nobody in a provider today."


@pytest.mark.parametrize(
    "outside",
    [
        "power = 'care_act_s79' WHERE function = 'dfg_necessary_appropriate'",
        "power = 'activity' WHERE function = 'support_plan_development'",
        "power = 'a_nod' WHERE function = 'support_plan_development'",
        "to_day = NULL WHERE power = 'care_act_s79'",
    ],
)
def test_an_authorisation_outside_the_law_is_found(demo: DemoOrganisations, outside: str) -> None:
    assert broken_promises(with_register_walk=False) == []
    corrupt_here(f"UPDATE delegation_authorisation SET {outside}")
    found = {one.promise.sentence for one in broken_promises(with_register_walk=False)}
    assert any(sentence.startswith("Every authorisation is under a power that reaches") for sentence in found)


def test_the_authorisation_of_another_provider_does_not_help(demo: DemoOrganisations, people: People) -> None:
    question = to_plan(demo, people["otherpractitioner"])
    with pytest.raises(NotYourOrganisation):
        permit(question)
    assert permit(replace(question, organisation_id=demo.riverside.pk))


def test_council_staff_do_not_write_the_providers_plan(demo: DemoOrganisations, people: People) -> None:
    with pytest.raises(NotYourOrganisation):
        permit(to_plan(demo, people["verifier"]))


@pytest.mark.parametrize(("day", "may"), [(date(2015, 3, 31), False), (date(2015, 4, 1), True)])
def test_a_post_counts_from_its_first_day(demo: DemoOrganisations, people: People, day: date, may: bool) -> None:
    answer = would_permit(to_plan(demo, people["practitioner"], on=day))
    assert isinstance(answer, Permission if may else OutOfDate)


@pytest.mark.parametrize(("days", "may"), [(0, True), (1, False)])
def test_a_post_counts_up_to_its_last_day(demo: DemoOrganisations, people: People, days: int, may: bool) -> None:
    Post.objects.filter(worker=people["practitioner"].worker).update(to_day=THE_DAY)
    answer = would_permit(to_plan(demo, people["practitioner"], on=THE_DAY + timedelta(days=days)))
    assert isinstance(answer, Permission if may else OutOfDate)


@pytest.mark.parametrize(("days", "may"), [(0, True), (1, False)])
def test_an_authorisation_counts_up_to_its_last_day(
    demo: DemoOrganisations, people: People, days: int, may: bool
) -> None:
    Authorisation.objects.filter(organisation=demo.northgate).update(to_day=THE_DAY)
    answer = would_permit(to_plan(demo, people["practitioner"], on=THE_DAY + timedelta(days=days)))
    assert isinstance(answer, Permission if may else OutOfDate)


def test_a_revoked_authorisation_is_out_of_date_from_that_day(demo: DemoOrganisations, people: People) -> None:
    today = timezone.localdate()
    authorisation = Authorisation.objects.get(organisation=demo.northgate, function="support_plan_development")
    revoke_authorisation(by=people["dass"], authorisation=authorisation, because="Quality fell.")
    assert isinstance(would_permit(to_plan(demo, people["practitioner"], on=today)), OutOfDate)
    assert permit(to_plan(demo, people["practitioner"], on=today - timedelta(days=1)))


def test_a_closed_organisation_has_no_authority_left(demo: DemoOrganisations, people: People) -> None:
    Organisation.objects.filter(pk=demo.northgate.pk).update(closed_on=THE_DAY)
    assert isinstance(would_permit(to_plan(demo, people["practitioner"])), OutOfDate)
    assert permit(to_plan(demo, people["practitioner"], on=THE_DAY - timedelta(days=1)))


def test_the_role_must_be_one_that_does_this(demo: DemoOrganisations, people: People) -> None:
    with pytest.raises(NotYourRole):
        permit(to_plan(demo, people["dataofficer"]))


def test_a_technical_or_closed_account_holds_no_authority(demo: DemoOrganisations, people: People) -> None:
    technical = Account.objects.create(username="importer")
    assert isinstance(would_permit(to_plan(demo, technical)), NoPost)
    people["practitioner"].is_active = False
    assert isinstance(would_permit(to_plan(demo, people["practitioner"])), NoPost)


def test_an_unknown_function_is_refused_by_name(demo: DemoOrganisations, people: People) -> None:
    with pytest.raises(UnknownFunction):
        permit(to_plan(demo, people["practitioner"], function="magic"))


def register_with_hcpc(demo: DemoOrganisations, people: People) -> None:
    """The practitioner is an occupational therapist too."""
    assert people["practitioner"].worker
    record_registration(
        by=people["administrator"],
        council=demo.council,
        worker=people["practitioner"].worker,
        profession="occupational_therapist",
        number="OT123456",
        live_from=date(2020, 1, 1),
    )


def test_the_guard_itself_asks_the_registration_the_schedule_names(demo: DemoOrganisations, people: People) -> None:
    """A service that names no registration is asked it all the same, and the page says what the service does."""
    function = "dfg_necessary_appropriate"
    question = to_plan(demo, people["practitioner"], function=function)
    with pytest.raises(NotQualified, match="HCPC") as refused:
        permit(question)
    held = "practitioner of the provider that holds it"
    assert refused.value.who_may == f"Who may: {held} with a live registration with HCPC."
    page = explain(function=function, by=people["practitioner"], on=question.on)
    assert (page.permitted, page.refusal) == (False, "NotQualified")
    register_with_hcpc(demo, people)
    assert permit(question)
    assert explain(function=function, by=people["practitioner"], on=question.on).permitted
    assert permit(to_plan(demo, people["head"], function=function, side="council", roles=frozenset()))


def test_the_reason_names_the_conditions_of_the_authorisation(demo: DemoOrganisations, people: People) -> None:
    register_with_hcpc(demo, people)
    conditional = permit(to_plan(demo, people["practitioner"], function="dfg_necessary_appropriate"))
    condition = FUNCTIONS["dfg_necessary_appropriate"].condition.rstrip(".")
    assert f"on conditions: {condition}." in conditional.reason
    Authorisation.objects.filter(function="carer_assessment").update(conditions="")
    assert "on conditions" not in permit(to_plan(demo, people["practitioner"], function="carer_assessment")).reason


def test_an_act_that_asks_registration_needs_it_live_on_the_day(demo: DemoOrganisations, people: People) -> None:
    question = to_plan(demo, people["practitioner"], registration="Social Work England")
    assert permit(question)
    assert isinstance(would_permit(replace(question, registration="HCPC")), NotQualified)
    assert isinstance(would_permit(replace(question, on=date(2019, 12, 1))), NotQualified)
    worker = people["practitioner"].worker
    assert worker
    suspend_registration(
        by=people["administrator"],
        council=demo.council,
        registration=worker.registrations.get(),
        from_day=date(2026, 1, 5),
        reason="Interim order.",
    )
    assert isinstance(would_permit(question), NotQualified)
    assert permit(replace(question, on=date(2026, 1, 4)))


def test_hands_are_compared_by_person_and_not_by_account(demo: DemoOrganisations, people: People) -> None:
    second = Account.objects.create(username="teammanager2", worker=people["teammanager"].worker)
    barred = {people["teammanager"].worker_id or 0: "verifier"}
    assert permit(to_decide(demo, second, "500"))
    with pytest.raises(SameHands, match="as verifier"):
        permit(to_decide(demo, second, "500", hands=barred))


@pytest.mark.parametrize(
    ("who", "weekly", "whole_life", "may"),
    [
        ("teammanager", "500.00", "26000.00", True),
        ("teammanager", "500.01", "1000", False),
        ("teammanager", "100", "26000.01", False),
        ("head", "1500", "78000", True),
        ("head", "1500.01", "1000", False),
        ("dass", "99999", "9999999", True),
    ],
)
def test_a_limit_covers_both_sums_to_the_penny(
    demo: DemoOrganisations, people: People, who: str, weekly: str, whole_life: str, may: bool
) -> None:
    answer = would_permit(to_decide(demo, people[who], weekly, whole_life))
    assert isinstance(answer, Permission if may else BeyondLimit)


def test_a_limit_is_kept_to_the_penny_whatever_the_database_makes_of_fractions(
    demo: DemoOrganisations, people: People
) -> None:
    limit = FinancialLimit.objects.filter(council=demo.council, role="team_manager").get()
    for pounds in ("225.10", "300.30", "150.55"):
        FinancialLimit.objects.filter(pk=limit.pk).update(weekly=Decimal(pounds))
        permission = permit(to_decide(demo, people["teammanager"], pounds))
        assert (permission.limit, permission.limit.weekly) == (limit, Decimal(pounds))
        with pytest.raises(BeyondLimit):
            permit(to_decide(demo, people["teammanager"], str(Decimal(pounds) + Decimal("0.01"))))


def test_no_limit_set_means_nought(demo: DemoOrganisations, people: People) -> None:
    FinancialLimit.objects.filter(role="team_manager").delete()
    with pytest.raises(BeyondLimit, match=r"is £0.00 a week"):
        permit(to_decide(demo, people["teammanager"], "0.01", "0.01"))
    assert permit(to_decide(demo, people["teammanager"], "0", "0"))


def test_beyond_the_limit_says_the_limit_the_sum_and_who_may(demo: DemoOrganisations, people: People) -> None:
    with pytest.raises(BeyondLimit) as refused:
        permit(to_decide(demo, people["teammanager"], "612", "31824"))
    assert "£500.00 a week" in refused.value.sentence
    assert "£612.00 a week" in refused.value.sentence
    assert "Head of service (up to £1,500.00 a week)" in refused.value.who_may
    assert "Team manager" not in refused.value.who_may


def test_the_limit_of_the_day_counts_and_not_todays(demo: DemoOrganisations, people: People) -> None:
    today = timezone.localdate()
    set_financial_limit(
        by=people["dass"],
        council=demo.council,
        role="team_manager",
        weekly=Decimal(800),
        whole_life=Decimal(41_600),
        from_day=today,
    )
    assert permit(to_decide(demo, people["teammanager"], "700", on=today))
    yesterday = to_decide(demo, people["teammanager"], "700", on=today - timedelta(days=1))
    assert isinstance(would_permit(yesterday), BeyondLimit)


def test_a_persons_own_limit_stands_in_place_of_the_roles(demo: DemoOrganisations, people: People) -> None:
    today = timezone.localdate()
    set_financial_limit(
        by=people["dass"],
        council=demo.council,
        worker=people["teammanager"].worker,
        weekly=Decimal(50),
        whole_life=Decimal(1000),
        from_day=today,
    )
    assert isinstance(would_permit(to_decide(demo, people["teammanager"], "51", on=today)), BeyondLimit)


def _cover(demo: DemoOrganisations, people: People, given_by: str = "head", covering: str = "teammanager") -> object:
    today = timezone.localdate()
    return give_cover(
        by=people[given_by],
        council=demo.council,
        covered=people["head"].worker,
        covering=people[covering].worker,
        from_day=today,
        to_day=today + timedelta(days=7),
        reason="Leave",
    )


def test_cover_lends_the_role_and_the_limit_between_its_days(demo: DemoOrganisations, people: People) -> None:
    today = timezone.localdate()
    question = to_decide(demo, people["teammanager"], "1200", on=today)
    assert isinstance(would_permit(question), BeyondLimit)
    cover = _cover(demo, people)
    permission = permit(question)
    assert permission.cover == cover
    assert permission.post.role == "head_of_service"
    assert isinstance(would_permit(replace(question, on=today + timedelta(days=8))), BeyondLimit)
    end_cover(by=people["head"], cover=cover, reason="Back early")
    assert isinstance(would_permit(question), BeyondLimit)


@pytest.mark.parametrize("covered", [True, False])
def test_questions_asked_together_get_the_same_answers_and_read_who_asks_once(
    demo: DemoOrganisations, people: People, covered: bool, django_assert_max_num_queries: Any
) -> None:
    today = timezone.localdate()
    if covered:
        _cover(demo, people, covering="broker")
    questions = [
        to_decide(demo, people["broker"], "1200", on=today),
        *[to_decide(demo, people["broker"], "1200", on=today, roles=frozenset({"auditor"}))] * 5,
        to_decide(demo, people["broker"], "1200", on=today + timedelta(days=400)),
        to_decide(demo, people["verifier"], "1", on=today),
        to_decide(demo, people["providermanager"], "1", on=today),
    ]
    alone = [would_permit(question) for question in questions]
    with django_assert_max_num_queries(12):  # asked one by one: 20 and more
        together = would_permit_each(questions)
    assert [type(answer) for answer in together] == [type(answer) for answer in alone]
    assert isinstance(together[0], Permission if covered else NotYourRole)
    assert isinstance(together[1], NotYourRole)
    # nothing is kept from one asking to the next
    Post.objects.filter(worker=people["broker"].worker).update(to_day=today - timedelta(days=1))
    assert isinstance(would_permit_each(questions)[0], OutOfDate)


@pytest.mark.parametrize("whose", ["teammanager", "head"])
def test_cover_helps_nobody_whose_hands_or_whose_holders_hands_are_on_it(
    demo: DemoOrganisations, people: People, whose: str
) -> None:
    _cover(demo, people, covering="broker")
    question = to_decide(demo, people["broker"], "1200", on=timezone.localdate())
    assert permit(question)
    hands = {people["broker" if whose == "teammanager" else whose].worker_id or 0: "verifier"}
    assert isinstance(would_permit(replace(question, hands=hands)), SameHands)


def test_cover_helps_nobody_when_its_givers_hands_are_on_it(demo: DemoOrganisations, people: People) -> None:
    _cover(demo, people, given_by="dass", covering="broker")
    question = to_decide(demo, people["broker"], "1200", on=timezone.localdate())
    assert permit(question)
    hands = {people["dass"].worker_id or 0: "decider"}
    assert isinstance(would_permit(replace(question, hands=hands)), SameHands)


def test_an_act_without_money_takes_two_queries_at_most_and_with_money_three(
    demo: DemoOrganisations, people: People, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(2):  # type: ignore[operator]
        permit(to_plan(demo, people["practitioner"]))
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        permit(to_decide(demo, people["teammanager"], "500"))
    without_money = to_decide(demo, people["teammanager"], "0", "0")
    with django_assert_max_num_queries(1):  # type: ignore[operator]
        permit(without_money)


def test_the_guard_reads_afresh_each_time(demo: DemoOrganisations, people: People) -> None:
    question = to_plan(demo, people["practitioner"])
    assert permit(question)
    Post.objects.filter(worker=people["practitioner"].worker).update(to_day=date(2020, 1, 1))
    assert isinstance(would_permit(question), OutOfDate)


def test_negative_control_with_hands_not_compared_the_author_decides(
    demo: DemoOrganisations, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    question: Question = to_decide(demo, people["head"], "10", hands={people["head"].worker_id or 0: "author"})
    assert isinstance(would_permit(question), SameHands)
    monkeypatch.setattr(authority, "_barred_hands", lambda *_: "")
    assert isinstance(would_permit(question), Permission)
