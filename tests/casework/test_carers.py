"""Who cares for whom, and that it ends: on a day, for a reason, with what was there before kept."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from casework.models import CarerLink
from casework.refusals import NotKept
from casework.services import end_carer_link, link_carer
from delegation.demo import DemoOrganisations
from delegation.models import Act
from delegation.refusals import NotFound, Refused
from returns.cld.events.casework_frames import carers_linked
from returns.cld.events.period import Period
from tests import scenarios
from tests.permissions.forms import day
from tests.registers.carers import a_carer_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(here: DemoOrganisations) -> CarerLink:
    held = a_carer_of(scenarios.a_person(here), here.accounts["practitioner"])
    CarerLink.objects.filter(pk=held.pk).update(from_day=timezone.localdate() - timedelta(days=100))
    return CarerLink.objects.select_related("carer", "cared_for").get(pk=held.pk)


def end(here: DemoOrganisations, link: CarerLink, who: str = "practitioner", **otherwise: object) -> CarerLink:
    told = {"last_day": timezone.localdate(), "reason": "He moved abroad.", **otherwise}
    return end_carer_link(by=here.accounts[who], cared_for=link.cared_for.ref, carer=link.carer.ref, **told)


def test_caring_that_ended_says_when_and_why_and_its_history_who_told(here: DemoOrganisations, link: CarerLink) -> None:
    ended = end(here, link)
    assert (ended.to_day, ended.ended_because) == (timezone.localdate(), "He moved abroad.")
    last = ended.history.latest()
    assert (last.history_user, last.history_change_reason) == (here.accounts["practitioner"], "He moved abroad.")
    line = Act.objects.latest("pk")
    assert (line.verb, line.subject, line.detail["carer"]) == ("end_carer_link", link.cared_for.ref, link.carer.ref)


def test_whoever_cared_may_care_again(here: DemoOrganisations, link: CarerLink) -> None:
    end(here, link)
    with pytest.raises(NotFound):
        end(here, link)
    by, today = here.accounts["practitioner"], timezone.localdate()
    link_carer(by=by, carer=link.carer.ref, cared_for=link.cared_for.ref, relationship="Son", from_day=today)
    assert end(here, link).pk != link.pk


@pytest.mark.parametrize(
    "told",
    [
        {"last_day": timezone.localdate() + timedelta(days=400)},
        {"last_day": date(1950, 1, 1)},
        {"reason": "  "},
        {"reason": "He moved\0 abroad."},
        {"reason": "He moved abroad\ud800."},
    ],
)
def test_an_end_to_come_or_before_its_beginning_or_without_a_reason_is_not_kept(
    here: DemoOrganisations, link: CarerLink, told: dict[str, object]
) -> None:
    with pytest.raises(NotKept):
        end(here, link, **told)
    assert CarerLink.objects.get(pk=link.pk).to_day is None


@pytest.mark.parametrize("who", ["quality", "otherpractitioner", "verifier", "dass"])
def test_nobody_else_ends_a_carers_link(here: DemoOrganisations, link: CarerLink, who: str) -> None:
    with pytest.raises(Refused):
        end(here, link, who)
    assert CarerLink.objects.get(pk=link.pk).to_day is None


def test_who_cared_until_a_day_is_counted_on_it_and_on_none_after(here: DemoOrganisations, link: CarerLink) -> None:
    last = timezone.localdate() - timedelta(days=10)
    end(here, link, last_day=last)
    on_it, after = (Period(start=one, end=last + timedelta(days=9)) for one in (last, last + timedelta(days=1)))
    assert link in carers_linked(here.council, on_it)
    assert link not in carers_linked(here.council, after)


def test_the_page_ends_it_and_the_record_shows_it_ended(here: DemoOrganisations, link: CarerLink) -> None:
    client = Client()
    client.force_login(here.accounts["practitioner"])
    record = f"/people/{link.cared_for.ref}/"
    page = f"{record}carers/{link.carer.ref}/end/"
    assert page in client.get(record).content.decode()
    assert link.carer.name in client.get(page).content.decode()
    assert client.post(page, day("last_day", timezone.localdate())).status_code == 422
    sent = {**day("last_day", timezone.localdate()), "reason": "He moved abroad."}
    assert client.post(page, sent).status_code == 303
    shown = client.get(record).content.decode()
    assert page not in shown
    assert "He moved abroad." in shown
    assert "Ended" in client.get(f"/people/{link.carer.ref}/").content.decode()
    assert client.get(page).status_code == 404
