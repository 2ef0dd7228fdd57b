"""Every form of the council is sent by somebody who covers for who may, at the request that moves the session on."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from config.sessions import TOUCHED
from delegation.models import Account, Act
from delegation.services import give_cover, open_account
from tests.permissions import world
from tests.permissions.forms import STAGES, ready
from tests.permissions.reading import addresses, row_of
from tests.permissions.walking import MOST_STATEMENTS, Written, address_of, typed_for
from tests.permissions.world import ACCOUNTS, NOBODY, PROVIDER_ROLES, World, appointed, undone

COVERED = [role for role in ACCOUNTS if role not in (*PROVIDER_ROLES, *NOBODY, "practitioner elsewhere", "post ended")]
# What is one's own to do (a password, a score, a file drawn for one to audit), or asks somebody named: under cover the
# form comes back with the reason.
IN_PERSON = {
    "casework:record_property_entry",
    "delegation:approve_schedule_change",
    "delegation:enter_due_diligence_evidence",
    "delegation:password",
    "delegation:score_due_diligence",
    "delegation:sign_assurance_review",
    "delegation:sign_due_diligence",
    "verification:sampled_file",
}
# Where more is under way than at the stage at which a page is otherwise opened.
HEAVIER = (
    ("verification:record_death_or_move", "active"),
    ("verification:record_death_or_move", "change asked"),
    ("verification:record_death_or_move", "urgent"),
    ("verification:record_death_or_move", "price asked"),
    ("verification:withdraw_plan_by_council", "arranged"),
    ("verification:withdraw_plan_by_council", "price asked"),
    ("verification:end_package", "suspended"),
    ("verification:end_package", "under review"),
)


def _is_of_the_council(page: str) -> bool:
    row = row_of(page, "POST")
    return row is not None and any(row.answers[role] == "done" for role in COVERED)


STAGED = [(page, STAGES.get(page, "draft")) for page in sorted(addresses()) if _is_of_the_council(page)]


@pytest.fixture(scope="module")
def here(db: None) -> World:
    """The world of the permission table, and in it somebody who covers for everybody of the council."""
    here = world.build()
    by, director, today = here.accounts["administrator"], here.accounts["director"], timezone.localdate()
    account = open_account(by=by, council=here.here.council, username="standin", name="Standin")
    here.accounts["stand-in"] = appointed(here.here, account, here.here.council, "monitoring_officer", None)
    for role in COVERED:
        give_cover(
            by=director,
            council=here.here.council,
            covered=here.accounts[role].worker,
            covering=account.worker,
            from_day=today,
            to_day=today + timedelta(days=5),
            reason="Leave.",
        )
    return here


def after_a_minute(account: Account) -> Client:
    """A browser whose next request also moves its session on."""
    client = Client()
    client.force_login(account)
    session = client.session
    session[TOUCHED] = 0
    session.save()
    return client


def sent(here: World, page: str, stage: str) -> tuple[int, int, Act | None]:
    """The status of the page's form sent under cover, the statements it took, and the register's last line."""
    address = addresses()[page]
    here.base(stage)
    with undone():
        plan = here.plan(stage)
        path = address_of(address, ready(here, page), plan)
        typed = typed_for(here, address, path, plan)
        client, written = after_a_minute(here.accounts["stand-in"]), Written()
        with connection.execute_wrapper(written):
            answer = client.post(path, typed)
        assert "django_session" in written.tables
        return answer.status_code, written.statements, Act.objects.order_by("pk").last()


@pytest.mark.parametrize(("page", "stage"), [*STAGED, *HEAVIER])
def test_each_form_of_the_council_is_sent_under_cover_in_few_statements(here: World, page: str, stage: str) -> None:
    status, statements, _ = sent(here, page, stage)
    assert statements <= MOST_STATEMENTS
    assert (status in (403, 422)) if page in IN_PERSON else status == 303


def test_a_form_sent_under_cover_is_done_in_the_post_of_the_one_covered(here: World) -> None:
    """Otherwise what is counted above would be acts in a post of one's own."""
    _, _, line = sent(here, "verification:record_change_decision", "change asked")
    assert line is not None
    assert line.verb == "record_change_decision"
    assert line.account == here.accounts["stand-in"]
    assert line.post.worker_id != line.worker_id
