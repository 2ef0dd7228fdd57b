"""What is promised of AMHPs, broken by hand and found."""

import pytest
from django.db import Error, transaction

from delegation.demo import DemoOrganisations
from delegation.models import AmhpNotice
from delegation.promises import promises
from tests.delegation.amhp.people import approved, broken, somebody
from tests.proof.corrupting import corrupt
from tests.proof.worlds import World

pytestmark = pytest.mark.django_db


COMPETENCE = "competence shown in all five areas"
REGISTERED = "in a profession of Schedule 1"
BY_THE_COUNCIL = "approved by an act of that council"
ONE_LIVE = "two live approvals"
AT_A_TIME = "in force at the same time"
NOT_WHILE = "in force while its registration is suspended or ended"
EXACTLY = "suspended exactly while"
TOLD = "was told of the approval"
TERM = "past its five years"
KEPT = "removed before five years"
BEFORE = "approved before names an approval of their own"
TOO_OLD = "more than five years before"
TOO_LONG = "lasted more than five years"
A = "delegation_amhpapproval"
TOLD_OF = "was_approved_before = {yes}, earlier_council = 'Hillshire Council'"
CHILDREN = (
    "DELETE FROM delegation_amhpnotice WHERE approval_id = {one}; "
    "DELETE FROM delegation_amhpcompetence WHERE approval_id = {one}"
)


@pytest.mark.parametrize(
    ("breaks", "statement"),
    [
        (COMPETENCE, "DELETE FROM delegation_amhpcompetence WHERE approval_id = {one} AND area = 'values'"),
        (COMPETENCE, "UPDATE delegation_amhpcompetence SET assessed_on = '2026-06-11' WHERE approval_id = {one}"),
        (REGISTERED, f"UPDATE {A} SET profession = 'nurse' WHERE id = {{one}}"),
        (REGISTERED, f"UPDATE {A} SET decided_on = '2019-12-01', last_day = '2024-11-30' WHERE id = {{one}}"),
        (BY_THE_COUNCIL, f"UPDATE {A} SET decided_in_id = {{elsewhere}} WHERE id = {{one}}"),
        (BY_THE_COUNCIL, f"UPDATE {A} SET decided_by_id = {{auditor}} WHERE id = {{one}}"),
        (ONE_LIVE, f"UPDATE {A} SET worker_id = (SELECT worker_id FROM {A} WHERE id = {{two}}) WHERE id = {{one}}"),
        (
            NOT_WHILE,
            "UPDATE delegation_professionalregistration SET ended_on = '2026-06-10', ended_because = 'x' "
            f"WHERE id = (SELECT registration_id FROM {A} WHERE id = {{one}})",
        ),
        (
            NOT_WHILE,
            "INSERT INTO delegation_registrationsuspension (registration_id, from_day, because, lifted_because) "
            f"SELECT registration_id, '2026-06-10', 'x', '' FROM {A} WHERE id = {{one}}",
        ),
        (EXACTLY, f"UPDATE {A} SET state = 'suspended' WHERE id = {{one}}"),
        (TOLD, "DELETE FROM delegation_amhpnotice WHERE approval_id = {one}"),
        (TERM, f"UPDATE {A} SET last_day = '2032-06-09' WHERE id = {{one}}"),
        (BEFORE, f"UPDATE {A} SET was_approved_before = {{yes}}, earlier_id = {{two}} WHERE id = {{one}}"),
        (BEFORE, f"UPDATE {A} SET {TOLD_OF}, earlier_from = '2026-06-11' WHERE id = {{one}}"),
        (BEFORE, f"UPDATE {A} SET {TOLD_OF} WHERE id = {{one}}"),
        (
            BEFORE,
            f"UPDATE {A} SET {TOLD_OF}, earlier_from = '2025-01-01', earlier_to = '2026-06-11' WHERE id = {{one}}",
        ),
        (
            TOO_LONG,
            f"UPDATE {A} SET {TOLD_OF}, earlier_from = '2011-01-01', earlier_to = '2016-01-01' WHERE id = {{one}}",
        ),
        (TOO_OLD, "UPDATE delegation_amhpcompetence SET assessed_on = '2021-06-09' WHERE approval_id = {one}"),
        (TOO_OLD, f"UPDATE {A} SET course_completed_on = '2021-06-09' WHERE id = {{one}}"),
        (KEPT, f"{CHILDREN}; DELETE FROM {A} WHERE id = {{one}}"),
    ],
)
def test_each_promise_finds_what_breaks_it(demo: DemoOrganisations, breaks: str, statement: str) -> None:
    one, two = approved(demo, somebody(demo, "one")), approved(demo, somebody(demo, "two"))
    assert broken() == set()
    names = {
        "yes": "TRUE",
        "one": one.pk,
        "two": two.pk,
        "elsewhere": demo.accounts["practitioner"].worker.posts.get().pk,  # type: ignore[union-attr]
        "auditor": demo.accounts["auditor"].pk,
    }
    corrupt(World(demo=demo, accounts=demo.accounts), statement.format(**names).split("; "))
    assert any(breaks in sentence for sentence in broken())


def test_the_promise_of_one_at_a_time_finds_an_overlap(demo: DemoOrganisations) -> None:
    first = approved(demo)
    approved(demo, first.worker, earlier=first)
    corrupt(World(demo=demo, accounts=demo.accounts), [f"UPDATE {A} SET ended_on = '2027-01-01' WHERE id = {first.pk}"])
    assert any(AT_A_TIME in sentence for sentence in broken())


# What guardianship promises of the AMHPs who apply is broken by hand where guardianship's promises are.
OF_GUARDIANSHIP = (
    "No AMHP was named on an application for guardianship, or on a transfer to hospital, while not approved",
    "Nobody decides for the council on an application they made as an AMHP",
    "No AMHP’s application was accepted over the nearest relative’s objection, unless a court displaced them",
)


def test_every_promise_of_amhps_is_broken_here_by_hand() -> None:
    first = {COMPETENCE, REGISTERED, BY_THE_COUNCIL, ONE_LIVE, AT_A_TIME, NOT_WHILE, EXACTLY, TOLD, TERM, KEPT}
    tried = first | {BEFORE, TOO_OLD, TOO_LONG}
    told = [one.sentence for one in promises() if one.key == "I16" and "AMHP" in one.sentence]
    ours = [sentence for sentence in told if sentence not in OF_GUARDIANSHIP]
    assert all(any(words in sentence for words in tried) for sentence in ours)
    assert len(ours) >= len(tried) - 1


def test_the_database_keeps_a_notice_as_it_was_given(demo: DemoOrganisations) -> None:
    given = approved(demo).notices.get()
    with pytest.raises(Error, match="never changed"), transaction.atomic():
        AmhpNotice.objects.filter(pk=given.pk).update(reasons="Other.")
