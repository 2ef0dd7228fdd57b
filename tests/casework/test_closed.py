"""A restricted person's records in the register of acts: who and when for all, what was written for those named."""

from django.test import Client
from django.urls import reverse

from casework import services as casework
from delegation.closed import RESTRICTED, closed_to
from delegation.demo import DemoOrganisations
from delegation.models import Account, Act
from delegation.views.why import _visible_plan
from tests import scenarios


def anew(account: Account) -> Account:
    return Account.objects.get(pk=account.pk)


def test_the_records_of_a_restricted_person_are_closed_to_whoever_is_not_named(
    here: DemoOrganisations, django_assert_num_queries
) -> None:
    plan = scenarios.a_draft_plan(here)
    about = frozenset({("person", plan.person.ref), ("plan", plan.ref), ("assessment", plan.assessment.ref)})
    asked = about | {("organisation", "northgate"), ("plan", "SP-NONE-NONE")}
    auditor, head, reader = here.accounts["auditor"], here.accounts["head"], here.accounts["practitioner"]
    assert closed_to(auditor, asked) == frozenset()
    casework.restrict_record(by=head, person=plan.person.ref, because="Works here.", readers=[reader])
    with django_assert_num_queries(1):
        assert closed_to(auditor, asked) == about
    assert closed_to(reader, asked) == closed_to(head, asked) == frozenset()
    assert _visible_plan(anew(auditor), plan.ref) is None
    assert _visible_plan(anew(head), plan.ref) is not None


def test_the_page_of_a_line_and_the_download_veil_it(here: DemoOrganisations) -> None:
    plan = scenarios.a_draft_plan(here)
    because = "Her daughter sits in the next office."
    casework.restrict_record(by=here.accounts["head"], person=plan.person.ref, because=because, readers=[])
    line = Act.objects.filter(verb="restrict_record", outcome="exercised").latest("seq")
    assert line.reason == because
    pages = (
        reverse("delegation:register_line", args=[here.council.key, line.seq]),
        reverse("delegation:register_download"),
    )
    for username, told in (("auditor", False), ("head", True)):
        client = Client()
        client.force_login(here.accounts[username])
        for page in pages:
            answer = client.get(page)
            said = (answer.getvalue() if answer.streaming else answer.content).decode()
            assert (because in said, RESTRICTED in said) == (told, not told), (username, page)
