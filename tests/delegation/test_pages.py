"""The pages of authority: what each shows, to whom, and that a refusal comes back on the page in a sentence."""

import csv
import io
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from delegation.authority import Permission, would_permit
from delegation.demo import DemoOrganisations
from delegation.explain import explain
from delegation.guarded import ACTS, acts_guarded_by
from delegation.models import Account, Act, Authorisation, Cover, Organisation, Post, ProfessionalRegistration
from delegation.register_reading import no_formula, proof_of
from delegation.schedule import FUNCTIONS
from delegation.services import give_cover
from delegation.standing import standing_of

NO_MORE_QUERIES = 12
READ_BY_ALL = ["me", "why", "schedule", "register", "organisations"]
READ_BY_THE_COUNCIL = ["limits", "cover"]


def as_(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def whole_day(name: str, day) -> dict[str, str]:
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def change_form(function: str, organisation: str, power: str) -> dict[str, str]:
    today = timezone.localdate()
    typed = {"kind": "authorise", "function": function, "organisation": organisation, "power": power}
    typed |= {"instrument": "Deed of 2026", "reasons": "Renewed on other terms.", "conditions": "As the schedule says"}
    typed |= whole_day("from_day", today)
    # Section 79 authorises for a period; an activity needs no end.
    return typed | (whole_day("to_day", today.replace(day=1, year=today.year + 5)) if power == "care_act_s79" else {})


# -- who may open what ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", READ_BY_ALL)
def test_everyone_in_post_opens_the_pages_of_authority(people, name):
    for username in ("practitioner", "verifier", "dass", "administrator", "auditor"):
        assert as_(people[username]).get(reverse(f"delegation:{name}")).status_code == 200


@pytest.mark.parametrize("name", READ_BY_THE_COUNCIL)
def test_limits_and_cover_are_the_councils_own_affair(people, name):
    assert as_(people["verifier"]).get(reverse(f"delegation:{name}")).status_code == 200
    assert as_(people["practitioner"]).get(reverse(f"delegation:{name}")).status_code == 404


@pytest.mark.parametrize("name", [*READ_BY_ALL, *READ_BY_THE_COUNCIL])
def test_nobody_reads_them_without_logging_in(demo, name):
    answer = Client().get(reverse(f"delegation:{name}"))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("login"))


def test_another_organisation_is_not_found(people):
    own, other = (
        reverse("delegation:organisation", args=["riverside"]),
        reverse("delegation:organisation", args=["northgate"]),
    )
    client = as_(people["otherpractitioner"])
    assert client.get(own).status_code == 200
    assert client.get(other).status_code == 404
    assert client.get(reverse("delegation:account", args=["practitioner"])).status_code == 404
    assert b"Northgate" not in client.get(reverse("delegation:schedule")).content


def test_a_line_of_another_organisation_is_not_found(people, demo):
    line = Act.objects.filter(council=demo.council, outcome="exercised").first()
    address = reverse("delegation:register_line", args=["exampleshire", line.seq])
    assert as_(people["auditor"]).get(address).status_code == 200
    assert as_(people["practitioner"]).get(address).status_code == 404


@pytest.mark.parametrize(
    ("username", "name", "args", "status"),
    [
        ("head", "propose_schedule_change", [], 200),
        ("administrator", "propose_schedule_change", [], 403),
        ("practitioner", "propose_schedule_change", [], 404),
        ("dass", "set_limit", [], 200),
        ("head", "set_limit", [], 403),
        ("administrator", "open_organisation", [], 200),
        ("verifier", "open_organisation", [], 403),
        ("administrator", "open_account", [], 200),
        ("auditor", "open_account", [], 403),
        ("administrator", "appoint", ["northgate"], 200),
        ("head", "give_cover", [], 200),
        ("providermanager", "give_cover", [], 404),
    ],
)
def test_the_form_of_an_act_is_shown_to_those_who_may(people, username, name, args, status):
    assert as_(people[username]).get(reverse(f"delegation:{name}", args=args)).status_code == status


# -- the same answer as the guard -----------------------------------------------------------------------------


def test_my_authority_answers_every_function_as_the_guard_does(people):
    today = timezone.localdate()
    for account in people.values():
        for answer in standing_of(account, today).answers:
            told = explain(function=answer.function.key, by=account, on=today)
            assert (answer.permitted, answer.refusal or None) == (told.permitted, told.refusal), (account, answer)


def test_my_authority_agrees_with_the_guard_through_cover_and_revocation(people, demo):
    today = timezone.localdate()
    give_cover(
        by=people["amhplead"],
        council=demo.council,
        covered=people["amhplead"].worker,
        covering=people["auditor"].worker,
        from_day=today,
        to_day=today + timedelta(days=5),
        reason="Leave",
    )
    revoke = {"because": "The contract ended.", **whole_day("from_day", today)}
    given = Authorisation.objects.get(function="carer_assessment", organisation=demo.northgate)
    as_(people["dass"]).post(reverse("delegation:revoke", args=["carer_assessment", given.pk]), revoke)
    for username in ("auditor", "practitioner"):
        for answer in standing_of(people[username], today).answers:
            told = explain(function=answer.function.key, by=people[username], on=today)
            assert (answer.permitted, answer.refusal or None) == (told.permitted, told.refusal), answer
    assert "amhp_approval" in {answer.function.key for answer in standing_of(people["auditor"], today).may}
    assert "carer_assessment" not in {answer.function.key for answer in standing_of(people["practitioner"], today).may}


def test_the_page_asks_of_each_act_what_its_service_asks(people, demo):
    """Each form's door and its service agree: who is shown a form is not refused it for want of a role."""
    today = timezone.localdate()
    for username in ("dass", "administrator", "head", "verifier"):
        for verb in ("open_organisation", "authorise_function", "set_financial_limit"):
            question = ACTS[verb].question(by=people[username], council=demo.council, on=today)
            shown = isinstance(would_permit(question), Permission)
            expected = {"open_organisation": {"dass", "administrator"}}.get(verb, {"dass"})
            assert shown is (username in expected), (username, verb)


def test_why_says_the_guards_own_answer(people):
    asked = {"function": "plan_verification_and_funding", "amount_weekly": "900"}
    page = as_(people["teammanager"]).get(reverse("delegation:why"), asked)
    told = explain(function=asked["function"], by=people["teammanager"], on=timezone.localdate(), weekly=Decimal(900))
    assert page.context["explanation"] == told
    assert told.refusal == "BeyondLimit"
    assert "You may not exercise this function" in page.content.decode()


def test_why_says_what_was_refused(people):
    client = as_(people["verifier"])
    typed = {"name": "Newcomer", "key": "newcomer", "kind": "provider"}
    refused = client.post(reverse("delegation:open_organisation"), typed)
    assert refused.status_code == 403
    page = client.get(refused.context["why_href"]).content.decode()
    assert "What you tried" in page
    assert "does not exercise this" in page


# -- the schedule ---------------------------------------------------------------------------------------------


def test_the_schedule_shows_every_function(people):
    page = as_(people["dass"]).get(reverse("delegation:schedule")).content.decode()
    for key in FUNCTIONS:
        assert reverse("delegation:function", args=[key]) in page


def test_a_function_says_which_acts_it_guards(people):
    page = as_(people["dass"]).get(reverse("delegation:function", args=["dass_role"])).content.decode()
    assert "Authorise function" in page
    assert {act.verb for act in acts_guarded_by("dass_role")} >= {"authorise_function", "set_financial_limit"}


def test_an_authorisation_is_given_by_a_change_that_another_proposed(people, demo):
    given = Authorisation.objects.get(function="carer_assessment", organisation=demo.northgate)
    director = as_(people["dass"])
    revoked = director.post(
        reverse("delegation:revoke", args=["carer_assessment", given.pk]),
        {"because": "Renewed on other terms.", **whole_day("from_day", timezone.localdate())},
    )
    assert revoked.status_code == 303
    page = as_(people["head"]).get(reverse("delegation:function", args=["carer_assessment"])).content.decode()
    assert f"{reverse('delegation:propose_schedule_change')}?function=carer_assessment" in page
    proposed = as_(people["head"]).post(
        reverse("delegation:propose_schedule_change"), change_form("carer_assessment", "northgate", "care_act_s79")
    )
    assert proposed.status_code == 303
    assert Authorisation.objects.filter(function="carer_assessment", organisation=demo.northgate).count() == 1
    approved = director.post(f"{proposed['Location']}approve/", {"reason": "Agreed.", "cabinet_reference": "CAB/12"})
    assert approved.status_code == 303
    assert Authorisation.objects.filter(function="carer_assessment", organisation=demo.northgate).count() == 2


def test_an_unlawful_change_is_refused_on_the_page_by_its_section(people):
    address = reverse("delegation:propose_schedule_change")
    typed = change_form("safeguarding_outcome_scrutiny", "northgate", "care_act_s79")
    answer = as_(people["head"]).post(address, typed)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "s.79(2)" in page
    assert "Deed of 2026" in page, "what was typed is still there"
    assert not Authorisation.objects.filter(function="safeguarding_outcome_scrutiny").exists()


def test_a_provider_cannot_propose_its_own_authority(people):
    typed = change_form("care_support_assessment", "northgate", "activity")
    assert as_(people["practitioner"]).post(reverse("delegation:propose_schedule_change"), typed).status_code == 404


# -- the register ---------------------------------------------------------------------------------------------


def test_the_register_is_newest_first_and_goes_on(people, demo):
    client = as_(people["auditor"])
    first = client.get(reverse("delegation:register"))
    places = [line.seq for line in first.context["lines"].acts]
    assert places == sorted(places, reverse=True)
    second = client.get(reverse("delegation:register") + first.context["older_href"])
    assert second.context["lines"].acts[0].seq == places[-1] - 1
    back = client.get(reverse("delegation:register") + second.context["newer_href"])
    assert [line.seq for line in back.context["lines"].acts] == places


@pytest.mark.parametrize(
    "asked",
    [
        {"function": "dass_role"},
        {"outcome": "refused"},
        {"worker": "Quinn"},
        {"organisation": "exampleshire"},
        {"subject": "northgate"},
        {"from_day": "2020-01-01", "to_day": "2020-01-02"},
        {"function": "no_such", "from_day": "2020-31-31", "before": "x"},
    ],
)
def test_each_filter_narrows_and_none_breaks(people, asked):
    page = as_(people["auditor"]).get(reverse("delegation:register"), asked)
    assert page.status_code == 200
    for line in page.context["lines"].acts:
        assert "function" not in asked or asked["function"] in (line.function, "no_such")
        assert "worker" not in asked or asked["worker"] in line.worker.name
        assert "subject" not in asked or line.subject == asked["subject"]
        assert "to_day" not in asked or "before" in asked


def test_a_line_shows_its_hashes(people, demo):
    line = Act.objects.filter(council=demo.council, seq=5).get()
    page = as_(people["auditor"]).get(reverse("delegation:register_line", args=["exampleshire", 5])).content.decode()
    assert line.hash in page
    assert line.previous_hash in page
    assert "follows the line before it" in page


def test_a_changed_line_is_seen_not_to_agree(demo):
    line = Act.objects.get(council=demo.council, seq=5)
    line.reason = "Something else"
    assert not proof_of(line).line_agrees


def test_the_download_is_csv_that_no_spreadsheet_reckons_with(people, demo):
    answer = as_(people["auditor"]).get(reverse("delegation:register_download"), {"function": "dass_role"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == Act.objects.filter(council=demo.council, function="dass_role").count()
    assert Act.objects.filter(subject_kind="register", outcome="read").exists(), "that it was taken away is known"
    assert no_formula("=1+1") == "'=1+1"
    assert no_formula("plain") == "plain"


def test_a_provider_downloads_only_its_own_lines(people):
    answer = as_(people["practitioner"]).get(reverse("delegation:register_download"))
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    organisations = {row["organisation"] for row in csv.DictReader(io.StringIO(text))}
    assert organisations <= {"Northgate Care Partnership"}


@pytest.mark.parametrize("name", [*READ_BY_ALL, *READ_BY_THE_COUNCIL])
def test_a_page_asks_the_database_little(people, name):
    client = as_(people["dass"])
    client.get(reverse(f"delegation:{name}"))
    with CaptureQueriesContext(connection) as asked:
        client.get(reverse(f"delegation:{name}"))
    reads = [query for query in asked if "SAVEPOINT" not in query["sql"]]
    assert len(reads) <= NO_MORE_QUERIES, [query["sql"] for query in reads]


def test_an_administrator_is_told_why_the_register_is_empty(people):
    page = as_(people["administrator"]).get(reverse("delegation:register"))
    assert "no case authority" in page.content.decode()
    assert not page.context["lines"].acts


@pytest.mark.parametrize(("power", "status"), [("care_act_s79", 422), ("activity", 303)])
def test_the_form_asks_a_last_day_of_section_79_only(people, demo, power, status):
    function = "carer_assessment" if power == "care_act_s79" else "press_liaison"
    given = change_form(function, "northgate", power)
    typed = {name: said for name, said in given.items() if "to_day" not in name}
    answer = as_(people["head"]).post(reverse("delegation:propose_schedule_change"), typed)
    assert answer.status_code == status
    assert ("section 79(5)" in answer.content.decode()) == (status == 422)


# -- organisations, posts, accounts, limits, cover ------------------------------------------------------------


def test_an_administrator_opens_an_organisation_an_account_and_a_post(people, demo: DemoOrganisations):
    client = as_(people["administrator"])
    opened = client.post(
        reverse("delegation:open_organisation"), {"name": "Hilltop Partnership", "key": "hilltop", "kind": "provider"}
    )
    assert opened["Location"] == reverse("delegation:organisation", args=["hilltop"])
    account = {"name": "Rhona Bell", "username": "rhona", "password": "a long enough phrase"}
    assert client.post(reverse("delegation:open_account"), account).status_code == 303
    assert client.get(reverse("delegation:account", args=["rhona"])).status_code == 200
    post = {"username": "rhona", "role": "practitioner", **whole_day("from_day", timezone.localdate())}
    assert client.post(reverse("delegation:appoint", args=["hilltop"]), post).status_code == 303
    held = Post.objects.get(organisation__key="hilltop")
    ended = {"reason": "Moved on.", **whole_day("last_day", timezone.localdate())}
    assert client.post(reverse("delegation:end_post", args=[held.pk]), ended).status_code == 303
    closed = client.post(reverse("delegation:close_account", args=["rhona"]), {"reason": "Moved on."})
    assert closed.status_code == 303
    assert not Account.objects.get(username="rhona").is_active


def test_an_administrator_does_not_appoint_a_director(people):
    typed = {"username": "verifier", "role": "dass", **whole_day("from_day", timezone.localdate())}
    answer = as_(people["administrator"]).post(reverse("delegation:appoint", args=["exampleshire"]), typed)
    assert answer.status_code == 403


def test_an_empty_form_says_what_is_missing(people):
    answer = as_(people["administrator"]).post(reverse("delegation:open_organisation"), {})
    assert answer.status_code == 422
    assert "Fill in ‘Name’" in answer.content.decode()


def test_the_page_of_limits_says_that_none_means_nought(people):
    assert "No limit means £0.00" in as_(people["verifier"]).get(reverse("delegation:limits")).content.decode()


def test_the_director_sets_a_limit(people, demo):
    typed = {"role": "broker", "weekly": "£250", "whole_life": "13,000", **whole_day("from_day", timezone.localdate())}
    assert as_(people["dass"]).post(reverse("delegation:set_limit"), typed).status_code == 303
    assert demo.council.financial_limits.get(role="broker").weekly == Decimal("250.00")


def test_the_holder_gives_and_ends_cover(people, demo):
    today = timezone.localdate()
    client = as_(people["head"])
    typed = {"covered": people["head"].worker.pk, "covering": people["teammanager"].worker.pk, "reason": "Leave"}
    typed |= whole_day("from_day", today) | whole_day("to_day", today + timedelta(days=7))
    assert client.post(reverse("delegation:give_cover"), typed).status_code == 303
    cover = Cover.objects.get()
    assert "George Mills" in client.get(reverse("delegation:cover")).content.decode()
    assert client.post(reverse("delegation:end_cover", args=[cover.pk]), {"reason": "Back"}).status_code == 303


def test_nobody_gives_away_anothers_authority(people):
    today = timezone.localdate()
    typed = {"covered": people["head"].worker.pk, "covering": people["teammanager"].worker.pk, "reason": "Leave"}
    typed |= whole_day("from_day", today) | whole_day("to_day", today)
    assert as_(people["verifier"]).post(reverse("delegation:give_cover"), typed).status_code == 403
    assert not Cover.objects.exists()


# -- logging in -----------------------------------------------------------------------------------------------


def test_the_demo_accounts_are_listed_only_in_a_demonstration(demo, settings):
    settings.DEMO = False
    assert "countersign-demo" not in Client().get(reverse("login")).content.decode()
    settings.DEMO = True
    page = Client().get(reverse("login")).content.decode()
    assert "countersign-demo" in page
    assert "otherpractitioner" in page


def test_one_who_was_sent_to_log_in_reads_why(demo):
    page = Client().get(reverse("login"), {"next": "/register/"}).content.decode()
    assert "after 30 minutes" in page


def test_a_changed_password_is_recorded_and_works(people, demo):
    client = as_(people["broker"])
    typed = {"old_password": "countersign-demo", "new_password1": "quite another phrase"}
    typed["new_password2"] = typed["new_password1"]
    assert client.post(reverse("delegation:password"), typed).status_code == 303
    assert client.get(reverse("delegation:me")).status_code == 200, "still logged in here"
    assert Client().login(username="broker", password="quite another phrase")
    assert Act.objects.filter(verb="change_own_password", subject="broker").exists()


def test_organisations_of_another_council_are_not_listed(people, demo):
    other = Organisation.objects.create(key="elsewhere", name="Elsewhere Council", kind="council")
    Organisation.objects.create(key="theirs", name="Their Provider", kind="provider", council=other)
    client = as_(people["administrator"])
    assert "Their Provider" not in client.get(reverse("delegation:organisations")).content.decode()
    assert client.get(reverse("delegation:organisation", args=["theirs"])).status_code == 404


def test_my_authority_says_that_a_registration_ran_out(people):
    worker = people["practitioner"].worker
    ProfessionalRegistration.objects.filter(worker=worker).update(live_to=timezone.localdate() - timedelta(days=3))
    page = as_(people["practitioner"]).get(reverse("delegation:me")).content.decode()
    assert "<strong>ran out</strong> on" in page
