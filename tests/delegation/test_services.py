"""Setting up who may do what: each service beside its refusals."""

from datetime import date, timedelta
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from delegation.authority import NotYourRole, OutOfDate, RetainedByTheCouncil, SameHands, would_permit
from delegation.demo import DemoOrganisations, load_demo_organisations
from delegation.hands import PlanStanding, tell_of_plans
from delegation.models import Account, Act, Authorisation, Cover, FinancialLimit, Organisation, Post, Worker
from delegation.refusals import (
    AlreadyThere,
    KeptByChoice,
    RoleNotOfThisOrganisation,
    UnlawfulAuthorisation,
    WrongDates,
)
from delegation.rules import conditional_functions
from delegation.schedule import FUNCTIONS
from delegation.selectors import organisations_seen_by, posts_of
from delegation.services import (
    appoint_to_post,
    authorise_function,
    close_account,
    end_post,
    give_cover,
    open_account,
    open_council,
    open_organisation,
    revoke_authorisation,
    set_financial_limit,
)

from .asking import to_plan

People = dict[str, Account]


def _worker(account: Account) -> Worker:
    assert account.worker
    return account.worker


def _fresh(account: Account) -> Account:
    return Account.objects.get(pk=account.pk)


def _authorise(demo: DemoOrganisations, by: Account, function: str, power: str, **other: object) -> Authorisation:
    given = {
        "by": by,
        "council": demo.council,
        "organisation": demo.northgate,
        "function": function,
        "power": power,
        "from_day": timezone.localdate(),
        "to_day": timezone.localdate() + timedelta(days=365),
        "conditions": "As the schedule says",
        "instrument": "Variation 2",
        "signed_by": "Director",
    }
    return authorise_function(**{**given, **other})


def test_loading_the_demo_twice_changes_nothing(demo: DemoOrganisations) -> None:
    before = Act.objects.count()
    assert load_demo_organisations() == demo
    assert Act.objects.count() == before
    assert len(demo.accounts) == 19


def test_a_council_is_opened_once_and_that_is_its_first_line(demo: DemoOrganisations) -> None:
    first = Act.objects.get(council=demo.council, seq=1)
    assert (first.verb, first.outcome, first.account) == ("open_council", "noted", None)
    with pytest.raises(AlreadyThere):
        open_council(
            key="exampleshire",
            name="Another",
            director_name="A",
            director_username="a",
            administrator_name="B",
            administrator_username="b",
            password=None,
            from_day=date(2026, 1, 1),
        )


def test_a_safeguarding_function_cannot_be_authorised_under_section_79(demo: DemoOrganisations, people: People) -> None:
    with pytest.raises(UnlawfulAuthorisation, match=r"s\.79\(2\)\(d\)"):
        _authorise(demo, people["dass"], "safeguarding_outcome_scrutiny", "care_act_s79")
    line = Act.objects.latest("seq")
    assert (line.refusal, line.verb) == ("UnlawfulAuthorisation", "authorise_function")


def test_section_79_authorises_for_a_period_that_ends(demo: DemoOrganisations, people: People) -> None:
    old = Authorisation.objects.get(organisation=demo.northgate, function="support_plan_development")
    revoke_authorisation(by=people["dass"], authorisation=old, because="Replaced")
    with pytest.raises(UnlawfulAuthorisation, match=r"s\.79\(5\)\(a\)"):
        _authorise(demo, people["dass"], "support_plan_development", "care_act_s79", to_day=None)
    assert _authorise(demo, people["dass"], "support_plan_development", "care_act_s79")
    assert _authorise(demo, people["dass"], "press_liaison", "activity", to_day=None)


def test_section_75_is_for_an_nhs_body_only(demo: DemoOrganisations, people: People) -> None:
    with pytest.raises(UnlawfulAuthorisation, match="only with an NHS body"):
        _authorise(demo, people["dass"], "single_access_point_advice", "nhs_act_s75")


def test_what_the_council_keeps_by_choice_is_said_to_be_its_choice(demo: DemoOrganisations, people: People) -> None:
    with pytest.raises(KeptByChoice, match="own choice"):
        _authorise(demo, people["dass"], "plan_verification_and_funding", "care_act_s79")


def test_a_conditional_function_needs_written_conditions(demo: DemoOrganisations, people: People) -> None:
    with pytest.raises(UnlawfulAuthorisation, match="only on written conditions"):
        _authorise(demo, people["dass"], "press_liaison", "activity", conditions="  ")
    assert _authorise(demo, people["dass"], "press_liaison", "activity")


def test_only_the_director_authorises(demo: DemoOrganisations, people: People) -> None:
    with pytest.raises(NotYourRole):
        _authorise(demo, people["administrator"], "press_liaison", "activity")
    with pytest.raises(RetainedByTheCouncil):
        _authorise(demo, people["providermanager"], "press_liaison", "activity")


def test_two_authorisations_do_not_run_at_once(demo: DemoOrganisations, people: People) -> None:
    with pytest.raises(AlreadyThere):
        _authorise(demo, people["dass"], "support_plan_development", "care_act_s79")
    old = Authorisation.objects.get(organisation=demo.northgate, function="support_plan_development")
    revoke_authorisation(by=people["dass"], authorisation=old, because="Replaced")
    assert _authorise(demo, people["dass"], "support_plan_development", "care_act_s79")


def test_a_revocation_cannot_reach_back(demo: DemoOrganisations, people: People) -> None:
    old = Authorisation.objects.get(organisation=demo.northgate, function="support_plan_development")
    yesterday = timezone.localdate() - timedelta(days=1)
    with pytest.raises(WrongDates):
        revoke_authorisation(by=people["dass"], authorisation=old, because="x", from_day=yesterday)


@pytest.mark.parametrize(
    ("function", "power", "nhs_body", "conditions", "constraint"),
    [
        ("safeguarding_investigation", "care_act_s79", False, "c", "s79_authorises_only"),
        ("support_plan_development", "care_act_s79", False, "", "s79_authorises_for_a_period"),
        ("support_plan_development", "nhs_act_s75", False, "", "s75_authorises_only"),
        ("amhp_approval", "nhs_act_s75", True, "", "s75_authorises_only|a_function_the_council_keeps"),
        ("support_plan_development", "activity", False, "", "an_activity_is_one"),
        ("plan_verification_and_funding", "care_act_s79", False, "", "a_function_the_council_keeps"),
        ("press_liaison", "activity", False, "", "a_conditional_function"),
    ],
)
def test_the_database_itself_holds_no_unlawful_authorisation(
    demo: DemoOrganisations,
    people: People,
    function: str,
    power: str,
    nhs_body: bool,
    conditions: str,
    constraint: str,
) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Authorisation.objects.create(
            function=function,
            council=demo.council,
            organisation=demo.northgate,
            to_nhs_body=nhs_body,
            from_day=date(2016, 1, 1),
            to_day=None if constraint == "s79_authorises_for_a_period" else date(2027, 1, 1),
            power=power,
            conditions=conditions,
            instrument="None",
            signed_by="Nobody",
            signed_on=date(2016, 1, 1),
            recorded_by=people["dass"],
        )


def test_nobody_appoints_themselves_and_only_the_director_appoints_a_director(
    demo: DemoOrganisations, people: People
) -> None:
    administrator, today = people["administrator"], timezone.localdate()
    appoint = {"organisation": demo.council, "from_day": today}
    with pytest.raises(SameHands):
        appoint_to_post(by=administrator, worker=_worker(administrator), role="verifier", **appoint)
    with pytest.raises(NotYourRole):
        appoint_to_post(by=administrator, worker=_worker(people["broker"]), role="dass", **appoint)
    assert appoint_to_post(by=administrator, worker=_worker(people["broker"]), role="verifier", **appoint)
    assert appoint_to_post(by=people["dass"], worker=_worker(people["head"]), role="dass", **appoint)


@pytest.mark.parametrize("role", ["team_manager", "head_of_service", "dass", "administrator"])
def test_an_administrator_makes_nobody_a_funder_nor_unmakes_one(
    demo: DemoOrganisations, people: People, role: str
) -> None:
    today = timezone.localdate()
    appoint = {"worker": _worker(people["broker"]), "organisation": demo.council, "role": role, "from_day": today}
    with pytest.raises(NotYourRole):
        appoint_to_post(by=people["administrator"], **appoint)
    post = appoint_to_post(by=people["dass"], **appoint)
    with pytest.raises(NotYourRole):
        end_post(by=people["administrator"], post=post, last_day=today, reason="Left")
    closing = {"council": demo.council, "account": people["broker"], "reason": "Left"}
    with pytest.raises(NotYourRole):
        close_account(by=people["administrator"], **closing)
    assert end_post(by=people["dass"], post=post, last_day=today, reason="Left").to_day == today
    assert not close_account(by=people["dass"], **closing).is_active


@pytest.mark.parametrize("whose", ["dass", "head", "practitioner"])
def test_an_administrator_opens_no_further_account_of_somebody_known(
    demo: DemoOrganisations, people: People, whose: str
) -> None:
    further = {"council": demo.council, "username": "further", "worker": _worker(people[whose])}
    with pytest.raises(NotYourRole):
        open_account(by=people["administrator"], **further)
    assert open_account(by=people["dass"], **further)


def test_a_post_alone_makes_somebody_known(demo: DemoOrganisations, people: People) -> None:
    unknown = Worker.objects.create(name="Rosa Lind")
    assert open_account(by=people["administrator"], council=demo.council, username="rosa", worker=unknown)
    posted = Worker.objects.create(name="Sam Poole")
    appoint_to_post(
        by=people["administrator"],
        worker=posted,
        organisation=demo.council,
        role="verifier",
        from_day=timezone.localdate() + timedelta(days=30),
    )
    with pytest.raises(NotYourRole):
        open_account(by=people["administrator"], council=demo.council, username="sam", worker=posted)


def test_a_role_belongs_to_its_side(demo: DemoOrganisations, people: People) -> None:
    with pytest.raises(RoleNotOfThisOrganisation):
        appoint_to_post(
            by=people["administrator"],
            worker=_worker(people["quality"]),
            organisation=demo.northgate,
            role="verifier",
            from_day=timezone.localdate(),
        )


def test_staff_see_their_organisation_and_the_council_sees_those_that_work_for_it(
    demo: DemoOrganisations, people: People
) -> None:
    northgate, riverside, council = demo.northgate.pk, demo.riverside.pk, demo.council.pk
    assert organisations_seen_by(_fresh(people["practitioner"])) == {northgate}
    assert organisations_seen_by(_fresh(people["otherpractitioner"])) == {riverside}
    assert organisations_seen_by(_fresh(people["verifier"])) == {council, northgate, riverside}
    assert organisations_seen_by(_fresh(people["administrator"])) == frozenset()


def test_what_is_seen_ends_with_the_post_and_does_not_pass_to_another(demo: DemoOrganisations, people: People) -> None:
    account = people["practitioner"]
    appoint_to_post(
        by=people["administrator"],
        worker=_worker(account),
        organisation=demo.riverside,
        role="practitioner",
        from_day=timezone.localdate(),
    )
    assert organisations_seen_by(_fresh(account)) == {demo.northgate.pk, demo.riverside.pk}
    Post.objects.filter(worker=account.worker, organisation=demo.northgate).update(to_day=date(2026, 1, 1))
    assert organisations_seen_by(_fresh(account)) == {demo.riverside.pk}


def test_a_second_account_of_a_person_sees_what_the_first_sees(demo: DemoOrganisations, people: People) -> None:
    second = open_account(
        by=people["dass"],
        council=demo.council,
        username="verifier2",
        worker=_worker(people["verifier"]),
    )
    assert organisations_seen_by(_fresh(second)) == organisations_seen_by(_fresh(people["verifier"]))


def test_a_provider_opened_later_is_seen_by_the_council(demo: DemoOrganisations, people: People) -> None:
    opened = open_organisation(
        by=people["administrator"], council=demo.council, key="hillside", name="Hillside", kind="provider"
    )
    assert opened.pk in organisations_seen_by(_fresh(people["verifier"]))
    assert opened.pk not in organisations_seen_by(_fresh(people["practitioner"]))


def test_a_post_ends_today_or_later_and_an_account_stops_at_once(demo: DemoOrganisations, people: People) -> None:
    today = timezone.localdate()
    account = people["practitioner"]
    post = posts_of(account, today)[0]
    with pytest.raises(WrongDates):
        end_post(by=people["administrator"], post=post, last_day=today - timedelta(days=1), reason="Left")
    end_post(by=people["administrator"], post=post, last_day=today, reason="Left")
    assert isinstance(would_permit(to_plan(demo, account, on=today + timedelta(days=1))), OutOfDate)
    close_account(by=people["administrator"], council=demo.council, account=account, reason="Left")
    assert not _fresh(account).is_active


def test_a_new_limit_ends_the_one_before_and_cannot_reach_back(demo: DemoOrganisations, people: People) -> None:
    today = timezone.localdate()
    limit = {"by": people["dass"], "council": demo.council, "role": "team_manager", "weekly": Decimal(700)}
    with pytest.raises(WrongDates):
        set_financial_limit(**limit, from_day=today - timedelta(days=1))
    with pytest.raises(WrongDates):
        # Nor where nothing was set before: a decision of last week would be within a limit it never had.
        set_financial_limit(**limit | {"role": "broker"}, from_day=today - timedelta(days=7))
    set_financial_limit(**limit, from_day=today)
    old = FinancialLimit.objects.filter(role="team_manager").earliest("from_day")
    assert old.to_day == today - timedelta(days=1)
    assert old.history.first().history_user == people["dass"]


def test_nobody_sets_their_own_limit(demo: DemoOrganisations, people: People) -> None:
    with pytest.raises(SameHands):
        set_financial_limit(
            by=people["dass"],
            council=demo.council,
            role="dass",
            weekly=Decimal(1),
            from_day=timezone.localdate(),
        )


@pytest.mark.parametrize(("by", "refusal"), [("head", None), ("dass", None), ("broker", NotYourRole)])
def test_cover_is_given_by_its_holder_or_the_director(
    demo: DemoOrganisations, people: People, by: str, refusal: type[Exception] | None
) -> None:
    today = timezone.localdate()
    cover = {
        "by": people[by],
        "council": demo.council,
        "covered": _worker(people["head"]),
        "covering": _worker(people["teammanager"]),
        "from_day": today,
        "to_day": today,
        "reason": "Leave",
    }
    if refusal:
        with pytest.raises(refusal):
            give_cover(**cover)
    else:
        assert give_cover(**cover)


def test_nobody_gives_cover_to_themselves_nor_to_a_provider(demo: DemoOrganisations, people: People) -> None:
    today = timezone.localdate()
    cover = {"council": demo.council, "covered": _worker(people["head"]), "from_day": today, "to_day": today}
    with pytest.raises(SameHands):
        give_cover(by=people["dass"], covering=_worker(people["dass"]), reason="x", **cover)
    with pytest.raises(RoleNotOfThisOrganisation):
        give_cover(by=people["head"], covering=_worker(people["practitioner"]), reason="x", **cover)
    assert not Cover.objects.exists()


def _explain(*arguments: str) -> tuple[int, str]:
    said = StringIO()
    try:
        call_command("explain_authority", *arguments, stdout=said)
    except SystemExit as ended:
        return int(ended.code or 0), said.getvalue()
    except CommandError as fault:
        return fault.returncode, str(fault)
    return 0, said.getvalue()


def test_explain_authority_ends_with_what_it_found(demo: DemoOrganisations, people: People) -> None:
    key = "plan_verification_and_funding"
    assert _explain("--function", key, "--as", "teammanager", "--amount-weekly", "500")[0] == 0
    status, said = _explain("--function", key, "--as", "teammanager", "--amount-weekly", "500.01", "--format", "json")
    assert status == 1
    assert '"refusal": "BeyondLimit"' in said
    assert set(_keys(said)) == {"function", "permitted", "refusal", "reason", "source", "who_may"}
    assert _explain("--function", "magic", "--as", "teammanager")[0] == 2
    assert _explain("--function", key, "--as", "nobody")[0] == 2
    assert _explain("--function", key, "--as", "teammanager", "--plan", "SP-NONE-NONE")[0] == 2


@pytest.mark.parametrize(
    ("argument", "value", "sentence"),
    [
        *(("--amount-weekly", value, "Write it as 512.50") for value in ("ten", "", "NaN", "Infinity", "-5", "1.005")),
        ("--on", "31/03/2026", "Write it as 2026-03-31"),
        ("--function", "plan_verification", "Perhaps plan_verification_and_funding"),
    ],
)
def test_explain_authority_says_how_to_write_what_it_cannot_read(
    demo: DemoOrganisations, argument: str, value: str, sentence: str
) -> None:
    asked = {"--function": "plan_verification_and_funding", "--as": "teammanager", argument: value}
    status, said = _explain(*(f"{name}={typed}" for name, typed in asked.items()))
    assert status != 0
    assert sentence in said


def _keys(said: str) -> list[str]:
    return [line.split('"')[1] for line in said.splitlines() if line.startswith('  "')]


def test_explain_authority_counts_the_hands_and_money_of_a_plan(
    demo: DemoOrganisations, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("delegation.hands._tellers", [])
    hands = {people["head"].worker_id or 0: frozenset({"verifier"})}
    tell_of_plans(
        lambda reference: PlanStanding(
            council=demo.council, organisation_id=demo.northgate.pk, hands=hands, live_weekly=Decimal(400)
        )
    )
    key, plan = "plan_verification_and_funding", ("--plan", "SP-0000-0000")
    assert "SameHands" in _explain("--function", key, "--as", "head", "--amount-weekly", "1", *plan)[1]
    assert _explain("--function", key, "--as", "head", *plan)[0] == 0
    assert _explain("--function", key, "--as", "teammanager", "--amount-weekly", "100", *plan)[0] == 0
    assert "BeyondLimit" in _explain("--function", key, "--as", "teammanager", "--amount-weekly", "101", *plan)[1]


@pytest.mark.parametrize("username", ["practitioner", "providermanager", "dataofficer", "otherpractitioner"])
def test_explain_authority_permits_no_provider_any_retained_function(demo: DemoOrganisations, username: str) -> None:
    for key, function in FUNCTIONS.items():
        if function.is_retained:
            status, said = _explain("--function", key, "--as", username)
            assert (status, "RetainedByTheCouncil" in said) == (1, True), key


def test_the_demo_authorises_nothing_the_council_keeps(demo: DemoOrganisations) -> None:
    given = Authorisation.objects.filter(organisation=demo.northgate)
    assert given.count() == 21
    assert not any(FUNCTIONS[authorisation.function].is_retained for authorisation in given)
    assert all(one.conditions for one in given if one.function in conditional_functions())


def test_the_history_of_a_post_says_who_and_why(demo: DemoOrganisations, people: People) -> None:
    post = posts_of(people["practitioner"], timezone.localdate())[0]
    kept = post.history.get()
    assert (kept.history_user, kept.history_change_reason) == (people["administrator"], "Appointed")
    assert Organisation.objects.get(key="northgate").history.count() == 1
