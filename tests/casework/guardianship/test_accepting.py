"""Guardianship is accepted by the council alone, on papers the Act allows."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.guardianship import demo
from casework.guardianship.applying import (
    accept_guardianship_application,
    consent_to_amendment,
    refuse_guardianship_application,
)
from casework.guardianship.ending import end_guardianship
from casework.guardianship.guarded import standing
from casework.guardianship.rules import last_day
from casework.guardianship.running import record_displacement
from casework.models import Guardianship
from casework.refusals import AlreadyRecorded, NotKept
from delegation.counting import numbers_of
from delegation.demo import DemoOrganisations
from delegation.models import Act, AmhpApproval
from delegation.promises import broken_promises
from delegation.refusals import (
    NotQualified,
    NotYourRole,
    Refused,
    RetainedByTheCouncil,
    SameHands,
    WrongDates,
    WrongState,
)
from delegation.wording import long_day
from tests.casework.guardianship.asking import amhp_as_officer, officer, today
from tests.registers.dols import day
from tests.registers.guardianship.pages import application_typed
from tests.scenarios import a_person

pytestmark = pytest.mark.django_db


def test_an_application_is_accepted_on_form_g5_for_six_months(told: DemoOrganisations) -> None:
    ref = demo.applied(told, a_person(told))
    held = accept_guardianship_application(by=officer(told), guardianship=ref)
    assert (held.state, held.term_number, held.term_to) == ("in_force", 1, last_day(today(), 6))
    assert (held.due_what, held.section) == ("visit", "7")
    assert held.guardians.get().kind == "council"
    assert Act.objects.latest("pk").verb == "accept_guardianship_application"
    assert broken_promises() == []


@pytest.mark.parametrize(
    ("who", "refusal"),
    [("practitioner", RetainedByTheCouncil), ("providermanager", RetainedByTheCouncil), ("verifier", NotYourRole)],
)
def test_nobody_but_the_councils_own_roles_accepts(told: DemoOrganisations, who: str, refusal: type[Refused]) -> None:
    ref = demo.applied(told, a_person(told), guardian=demo.private())
    with pytest.raises(refusal):
        accept_guardianship_application(by=told.accounts[who], guardianship=ref)
    accept_guardianship_application(by=told.accounts["dass"], guardianship=ref)


def test_an_application_of_a_day_before_its_amhp_lapsed_is_logged_by_the_page_and_one_after_it_is_refused_there(
    told: DemoOrganisations, client: Client
) -> None:
    lapsed = AmhpApproval.objects.get(worker__accounts__username="hpugh")
    assert lapsed.last_day
    assert lapsed.last_day < today()
    client.force_login(officer(told))
    page = reverse("casework:record-guardianship-application", args=[a_person(told).ref])
    offered = client.get(page).content.decode()
    assert f"{lapsed.worker.name}, {lapsed.ref}, approved " in offered
    assert f" to {long_day(lapsed.last_day)}" in offered
    typed = application_typed(None, None) | {"amhp": lapsed.ref} | day("received_on", today())
    refused = client.post(page, typed)
    assert refused.status_code == 403
    assert "approval in force" in refused.context["form"].errors["amhp"][0]
    before = {}
    for name in ("applied_on", "seen_on", "nearest_relative_consulted_on", "doctor_1_examined_on"):
        before |= day(name, lapsed.last_day)
    for name in ("doctor_1_signed_on", "doctor_2_examined_on", "doctor_2_signed_on"):
        before |= day(name, lapsed.last_day)
    assert client.post(page, typed | before).status_code == 303
    assert Guardianship.objects.get(amhp=lapsed).applied_on == lapsed.last_day
    assert broken_promises() == []


@pytest.mark.parametrize("username", [demo.SUSPENDED, "hpugh", "jkaur"])
def test_an_amhp_suspended_lapsed_or_refused_is_not_named(told: DemoOrganisations, username: str) -> None:
    person = a_person(told)
    with pytest.raises(NotQualified):
        demo.applied(told, person, amhp=demo.amhp_ref(told, username))
    assert not Guardianship.objects.filter(person=person).exists()
    demo.applied(told, person)
    assert broken_promises() == []


def test_an_amhp_suspended_since_may_have_applied_before(told: DemoOrganisations) -> None:
    ref = demo.applied(told, a_person(told), days_ago=7, amhp=demo.amhp_ref(told, demo.SUSPENDED))
    assert Guardianship.objects.get(ref=ref).amhp is not None
    assert broken_promises() == []


def test_what_bars_acceptance_may_be_logged_and_is_refused_with_reasons(told: DemoOrganisations) -> None:
    ref = demo.applied(told, a_person(told), nearest_relative_objects=True)
    with pytest.raises(NotKept, match="nearest relative objects"):
        accept_guardianship_application(by=officer(told), guardianship=ref)
    held = refuse_guardianship_application(by=officer(told), guardianship=ref, because="Her son objects.")
    assert (held.state, held.due_on) == ("refused", None)
    with pytest.raises(WrongState):
        accept_guardianship_application(by=officer(told), guardianship=ref)
    assert broken_promises() == []


def test_the_nearest_relative_is_consulted_before_the_application(told: DemoOrganisations) -> None:
    tomorrow = today() + timedelta(days=1)
    with pytest.raises(NotKept, match="on or before the day they came"):
        demo.applied(told, a_person(told), nearest_relative_consulted_on=tomorrow)
    after = {"nearest_relative_consulted_on": demo.days_before(2), "received_on": demo.days_before(1)}
    late = demo.applied(told, a_person(told), days_ago=3, **after)
    applied_on = Guardianship.objects.get(ref=late).applied_on
    assert applied_on
    assert applied_on < demo.days_before(2)
    with pytest.raises(NotKept, match=r"consulted before the application.*s\.11\(4\)"):
        accept_guardianship_application(by=officer(told), guardianship=late)


def test_a_court_that_displaces_the_nearest_relative_lifts_the_objection(told: DemoOrganisations) -> None:
    ref = demo.applied(told, a_person(told), nearest_relative_objects=True)
    record_displacement(by=officer(told), guardianship=ref, on=today(), court="Exampleton County Court")
    accept_guardianship_application(by=officer(told), guardianship=ref)
    with pytest.raises(AlreadyRecorded):
        record_displacement(by=officer(told), guardianship=ref, on=today(), court="Exampleton County Court")
    assert broken_promises() == []


def test_whoever_applied_as_an_amhp_does_not_accept(told: DemoOrganisations) -> None:
    by = amhp_as_officer(told)
    ref = demo.applied(told, a_person(told))
    with pytest.raises(SameHands):
        accept_guardianship_application(by=by, guardianship=ref)
    accept_guardianship_application(by=officer(told), guardianship=ref)


def test_a_person_has_one_live_guardianship(told: DemoOrganisations) -> None:
    person = a_person(told)
    ref = demo.accepted(told, person)
    with pytest.raises(AlreadyRecorded):
        demo.applied(told, person)
    end_guardianship(by=officer(told), guardianship=ref, ending="detained", on=today(), because="Section 3.")
    demo.applied(told, person)


def test_a_paper_is_amended_within_fourteen_days_and_no_later(told: DemoOrganisations) -> None:
    ref = demo.accepted(told, a_person(told), days_ago=20)
    mended = {"paper": "application", "defect": "A wrong street.", "amended_by_name": "Ravi Singh"}
    with pytest.raises(WrongDates, match="amended from the day"):
        consent_to_amendment(by=officer(told), guardianship=ref, amended_on=demo.days_before(6), **mended)
    consent_to_amendment(by=officer(told), guardianship=ref, amended_on=demo.days_before(7), **mended)


def test_a_private_guardian_is_accepted_willing_and_living_here(told: DemoOrganisations) -> None:
    for number, wrong in enumerate(({"willing_on": None}, {"lives_here": False}, {"is_fit": False})):
        person = a_person(told, last_name=f"Other{number}")
        ref = demo.applied(told, person, guardian=demo.private(**wrong))
        with pytest.raises(NotKept):
            accept_guardianship_application(by=officer(told), guardianship=ref)
    with pytest.raises(NotKept):
        demo.applied(told, a_person(told), guardian=demo.private(fit_because=" "))
    demo.accepted(told, a_person(told), guardian=demo.private())
    assert broken_promises() == []


def test_the_demonstration_loads_once(here: DemoOrganisations) -> None:
    demo.load(here)
    lines = Act.objects.count()
    demo.load(here)
    assert Act.objects.count() == lines
    states = sorted(Guardianship.objects.filter(council=here.council).values_list("state", flat=True))
    assert states == ["discharged", "expired", *["in_force"] * 4, "received", "received", "refused", "transferred"]
    assert numbers_of(standing(here.council, timezone.localdate())).late == 2
    refused = Act.objects.get(verb="record_guardianship_application", outcome="refused")
    assert refused.refusal == "NotQualified"
    assert broken_promises() == []
