"""Who may open which page and send which form: the product is held to tests/permissions/tables, cell by cell."""

import importlib
import inspect
import pkgutil
import zlib
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

import casework.services
import verification.services
from casework import selectors as casework_selectors
from casework.models import SupportPlan
from casework.way import WAY
from delegation import authority
from delegation.authority import Permission, Question
from delegation.models import Account, Act, Organisation, Post
from delegation.refusals import Refused, RuleBroken
from delegation.schedule import FUNCTIONS
from delegation.services import close_account, end_post, revoke_authorisation
from tests.permissions import reading
from tests.permissions.forms import ready
from tests.permissions.reading import addresses, cells, row_of, rows
from tests.permissions.walking import Walk, address_of, typed_for
from tests.permissions.world import ACCOUNTS, PROVIDER_ROLES, World, undone

PAGES = sorted(addresses())
# The role of the schedule that each column of the table holds.
ROLE_OF = {
    "author": "practitioner",
    "quality assurer": "quality_assurer",
    "provider manager": "provider_manager",
    "data officer": "data_officer",
    "practitioner elsewhere": "practitioner",
    "verifier": "verifier",
    "team manager": "team_manager",
    "head of service": "head_of_service",
    "director": "dass",
    "strategic director": "strategic_director",
    "broker": "broker",
    "safeguarding manager": "safeguarding_manager",
    "independent chair": "independent_chair",
    "AMHP lead": "amhp_lead",
    "guardianship officer": "guardianship_officer",
    "information officer": "information_officer",
    "returns officer": "returns_officer",
    "auditor": "auditor",
    "administrator": "administrator",
}
# The pages of casework that do an act of the way under a name of their own.
ACT_OF = {
    "casework:correct-person": "correct_person",
    "casework:link-carer": "link_carer",
    "casework:restrict-record": "restrict_record",
    "casework:lift-restriction": "lift_restriction",
    "casework:record-contact": "record_contact",
    "casework:safeguarding-concern": "see_safeguarding_concern",
    "casework:record-assessment": "record_assessment",
    "casework:record-carer-assessment": "record_carer_assessment",
    "casework:determine-eligibility": "determine_eligibility",
    "casework:prepare-plan": "prepare_plan",
    **{
        f"casework:{name}": "amend_plan"
        for name in (
            "explain-need",
            "add-line",
            "change-line",
            "remove-line",
            "wellbeing",
            "prevention",
            "involvement",
            "review",
            "direct-payment",
        )
    },
    "casework:budget": "set_personal_budget",
    "casework:agreement": "agree_plan_with_person",
    "casework:transfer-plan": "transfer_plan_to_worker",
}


# The table itself


def test_every_page_stands_in_the_table_and_every_row_is_a_page() -> None:
    listed = {(row.page, row.address) for row in rows() if not row.page.startswith("*")}
    assert listed == {(address.name, f"/{address.route}") for address in addresses().values()}


def test_every_row_is_written_in_the_words_of_the_table() -> None:
    words = {*reading.WORDS, "as ours", "their own"}
    kinds = {address.kind for address in addresses().values()}
    for row in rows():
        assert set(row.answers.values()) <= words, row
        assert row.method in ("GET", "POST", "any"), row
        if row.page.startswith("*"):
            assert row.page.removeprefix("* ") in kinds, row


def test_no_two_rows_answer_the_same_question() -> None:
    asked = [(row.page, row.method, row.whose) for row in rows()]
    assert len(asked) == len(set(asked))


def test_what_is_named_of_another_council_or_restricted_has_its_row() -> None:
    stars = {(row.page, row.whose) for row in rows() if row.page.startswith("*")}
    for kind in {address.kind for address in addresses().values()} - {"none", "queue", "function"}:
        assert (f"* {kind}", "another council's") in stars
    assert {("* plan", "restricted"), ("* person", "restricted"), ("* concern", "restricted")} <= stars


@pytest.mark.parametrize("page", PAGES)
def test_the_table_lets_act_whom_the_way_of_a_plan_lets_act(page: str) -> None:
    act = ACT_OF.get(page) or page.partition(":")[2]
    if act not in WAY:
        return
    row, step = row_of(page, "POST"), WAY[act]
    assert row is not None
    may = {role for role, answer in row.answers.items() if answer == "done"}
    same_side = {role for role in ROLE_OF if (role in PROVIDER_ROLES) == (step.side == "provider")}
    assert may == {role for role in same_side if ROLE_OF[role] in step.roles}


# The walk


@pytest.mark.parametrize("page", PAGES)
def test_a_share_of_the_table_is_answered_as_it_says(here: World, page: str) -> None:
    address = addresses()[page]
    faults = Walk(here, address).go(cell for cell in cells(address) if cell.is_everyday)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("page", [page for page in PAGES if row_of(page, "POST")])
def test_each_act_is_done_by_somebody_who_may_in_few_statements(here: World, page: str) -> None:
    """Every form of the product is sent, whatever share of the table is walked."""
    done = [cell for cell in cells(addresses()[page]) if cell.method == "POST" and cell.answer == "done"]
    faults = Walk(here, addresses()[page]).go(done[:1])
    assert not faults, "\n".join(faults)


def walked(here: World, page: str, method: str, role: str, whose: str = "ours") -> list[str]:
    """One cell, asked."""
    address = addresses()[page]
    own = [cell for cell in cells(address) if (cell.method, cell.role, cell.whose) == (method, role, whose)]
    assert own
    return Walk(here, address).go(own)


DECIDE = "verification:record_funding_decision"


def test_with_a_guard_that_permits_everything_the_walk_finds_it(here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not walked(here, DECIDE, "POST", "broker")
    monkeypatch.setattr(authority, "_answer_in_post", yes_to_all)
    assert walked(here, DECIDE, "POST", "broker")
    assert walked(here, "verification:take_up_verification", "POST", "author")
    assert walked(here, "casework:restrict-record", "POST", "auditor")


def yes_to_all(question: Question, own: list[Any], covered: list[Any]) -> Permission:
    """A guard that has stopped guarding."""
    return Permission(
        question=question, post=own[0].post, authorisation=None, limit=None, cover=None, reason="Yes.", source="None."
    )


@pytest.mark.parametrize("whose", ["another provider's", "another council's"])
def test_with_selectors_that_show_everything_the_walk_finds_it(
    here: World, monkeypatch: pytest.MonkeyPatch, whose: str
) -> None:
    assert not walked(here, "verification:plan", "GET", "author", whose)
    everything = frozenset(Organisation.objects.values_list("pk", flat=True))
    monkeypatch.setattr(casework_selectors, "organisations_seen_by", lambda account: everything)
    monkeypatch.setattr(casework_selectors, "organisations_granted_to", lambda account: Organisation.objects.all())
    assert walked(here, "verification:plan", "GET", "author", whose)
    assert walked(here, "casework:person", "GET", "author", whose)


# What the table cannot say in a cell


def test_a_part_of_anothers_record_is_not_found_under_ones_own(here: World) -> None:
    client, theirs = here.client("author"), here.others["another provider's"]
    mine = here.ours["person"].ref
    for part in (
        f"contacts/{theirs['contact'].ref}/",
        f"assessments/{theirs['assessment'].ref}/",
        f"assessments/{theirs['assessment'].ref}/determine-eligibility/",
        f"assessments/{theirs['assessment'].ref}/prepare-plan/",
    ):
        assert client.get(f"/people/{mine}/{part}").status_code == 404, part
        assert client.post(f"/people/{mine}/{part}").status_code in (404, 405), part


def test_a_form_without_its_token_does_nothing(here: World) -> None:
    with undone():
        for page in PAGES:
            if row_of(page, "POST") is None:
                continue
            path = address_of(addresses()[page], here.ours, here.ours["plan"])
            client = Client(enforce_csrf_checks=True)
            client.cookies["sessionid"] = here.sessions["director"]
            assert client.post(path, {}).status_code == 403, page


def test_a_restricted_record_is_found_by_whoever_was_named(here: World) -> None:
    client = Client()
    client.force_login(here.here.accounts["secondsafeguarding"])
    assert client.get(f"/people/{here.others['restricted']['person'].ref}/").status_code == 200


# The same through services and commands

SERVICES: dict[str, Any] = {
    name: service
    for package in (casework.services, verification.services)
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
    for name, service in inspect.getmembers(importlib.import_module(found.name), inspect.isfunction)
    if name in WAY and service.__module__ == found.name
}


def test_every_act_of_the_way_has_its_service() -> None:
    assert set(SERVICES) == set(WAY)


@pytest.mark.parametrize("act", sorted(WAY))
def test_no_service_lets_act_whom_the_table_does_not(here: World, act: str) -> None:
    """A third of the roles for each act; with `--all`, the rest."""
    refuses(here, act, [role for role in here.accounts if _is_everyday(act, role)])


@pytest.mark.parametrize("act", sorted(WAY))
def test_no_service_lets_act_any_other_whom_the_table_does_not(here: World, act: str) -> None:
    refuses(here, act, [role for role in here.accounts if not _is_everyday(act, role)])


def _is_everyday(act: str, role: str) -> bool:
    return zlib.crc32(f"{act} {role}".encode()) % 3 == 0


def refuses(here: World, act: str, roles: list[str]) -> None:
    """Nothing but who asks and about what is given: authority is asked before anything else is looked at."""
    step, things = WAY[act], here.ours
    for role in roles:
        account = here.accounts[role]
        ours = role != "practitioner elsewhere"
        if ours and ROLE_OF.get(role) in step.roles and (role in PROVIDER_ROLES) == (step.side == "provider"):
            continue
        if act == "record_person" and role == "practitioner elsewhere":
            continue
        with undone():
            before = last_line()
            with pytest.raises(Refused) as refused:
                SERVICES[act](by=Account.objects.get(pk=account.pk), **nothing_but_the_record(act, things))
            assert not isinstance(refused.value, RuleBroken), (act, role)
            line = Act.objects.filter(pk__gt=before).get()
            assert (line.outcome, line.account_id, line.verb) == ("refused", account.pk, act), role
            assert SupportPlan.objects.get(pk=things["plan"].pk).revision == things["plan"].revision


def nothing_but_the_record(act: str, things: dict[str, Any]) -> dict[str, Any]:
    """The record a service is asked about, and nothing else of what it takes."""
    known = {
        "plan": things["plan"].ref,
        "person": things["person"].ref,
        "assessment": things["assessment"].ref,
        "concern": things["concern"].ref,
        "provider": things["organisation"],
        "carer": things["person"].ref,
        "cared_for": things["person"].ref,
        "seen_revision": things["plan"].revision,
        "readers": [],
        # The guard is asked about an amount, so these must be known before it is.
        "lines": [] if act == "record_funding_decision" else None,
        "weekly": Decimal("1.00"),
    }
    asked = inspect.signature(SERVICES[act]).parameters
    given = {name: known.get(name) for name in asked if name != "by"}
    return {name: value for name, value in given.items() if value is not None or _must(asked[name])}


def _must(parameter: inspect.Parameter) -> bool:
    return parameter.default is inspect.Parameter.empty


def last_line() -> int:
    return Act.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


@pytest.mark.parametrize("role", PROVIDER_ROLES)
def test_no_command_says_that_a_provider_may_exercise_what_the_council_keeps(
    here: World, role: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = [key for key, function in FUNCTIONS.items() if function.lawful_position == "retained"]
    assert len(kept) > 10
    for key in kept:
        with pytest.raises(SystemExit) as ended:
            call_command("explain_authority", "--function", key, "--as", ACCOUNTS[role])
        assert ended.value.code == 1, key


# Authority taken back counts at the next request


def send(here: World, page: str, client: Client) -> int:
    """Send the page's form as somebody who may would; the status."""
    address = addresses()[page]
    path = address_of(address, ready(here, page), here.ours["plan"])
    return client.post(path, typed_for(here, address, path, here.ours["plan"])).status_code


def test_a_revoked_authorisation_counts_at_the_next_request(here: World) -> None:
    with undone():
        client = here.client("author")
        assert send(here, "casework:wellbeing", client) == 303
        form = wellbeing(here)
        revoke_authorisation(
            by=here.accounts["director"],
            authorisation=here.ours["authorisation"],
            from_day=timezone.localdate(),
            because="The contract ended.",
        )
        assert client.post(*form).status_code == 403


def wellbeing(here: World) -> tuple[str, dict[str, Any]]:
    plan = SupportPlan.objects.get(pk=here.ours["plan"].pk)
    return f"/plans/{plan.ref}/prepare/wellbeing/", {"wellbeing_matters": "Quiet.", "revision": plan.revision}


def test_a_closed_account_counts_at_the_next_request(here: World) -> None:
    with undone():
        client = here.client("author")
        assert client.post(*wellbeing(here)).status_code == 303
        close_account(
            by=here.accounts["administrator"],
            council=here.here.council,
            account=here.accounts["author"],
            reason="Left today.",
        )
        answer = client.post(*wellbeing(here))
        assert (answer.status_code, answer.headers["Location"][:9]) == (302, "/log-in/?")


def test_a_post_that_ends_at_midnight_counts_at_the_next_request(here: World) -> None:
    last = datetime.combine(timezone.localdate(), time(23, 55), tzinfo=timezone.get_current_timezone())
    with undone(), time_machine.travel(last, tick=False) as clock:
        client = Client()
        client.force_login(here.accounts["author"])
        end_post(
            by=here.accounts["administrator"],
            post=Post.objects.get(worker=here.accounts["author"].worker),
            last_day=last.date(),
            reason="Retired.",
        )
        assert client.post(*wellbeing(here)).status_code == 303
        clock.move_to(last + timedelta(minutes=10))
        assert client.post(*wellbeing(here)).status_code == 404
        assert client.get("/limits/").status_code == 404
