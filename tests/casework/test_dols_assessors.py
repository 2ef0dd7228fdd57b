"""The council's assessors: those known here by our own registers, those not known here as they were told."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.dols import demo as dols
from casework.dols.assessors import enter_dols_assessor, update_dols_assessor
from casework.dols.details import AssessorDetails, GrantDetails, RequestDetails
from casework.dols.services import (
    grant_dols_authorisation,
    record_dols_assessment,
    record_dols_request,
    select_dols_assessor,
)
from casework.models import DolsAssessor, DolsRequest
from casework.refusals import NotKept
from delegation.amhp import demo as amhps
from delegation.amhp.services import suspend_amhp_approval
from delegation.demo import DemoOrganisations
from delegation.models import AmhpApproval, ProfessionalRegistration, Worker
from delegation.promises import broken_promises
from delegation.registration.services import end_registration, record_registration, suspend_registration
from tests.registers.dols import day
from tests.scenarios import a_person

pytestmark = pytest.mark.django_db

# In force as an AMHP in the demonstration, a social worker of Riverside.
AMHP = "rsingh"


def registered(here: DemoOrganisations, username: str, profession: str) -> ProfessionalRegistration:
    """A registration of somebody of the demonstration, live since 2012."""
    worker = here.accounts[username].worker
    assert worker
    return record_registration(
        by=here.accounts["administrator"],
        council=here.council,
        worker=worker,
        profession=profession,
        number=f"N{worker.pk}",
        live_from=date(2012, 9, 3),
    )


def entered(here: DemoOrganisations, worker: Worker | None, profession: str = "social_worker", **but: Any) -> str:
    today = timezone.localdate()
    told = {
        "name": "",
        "profession": profession,
        "registered_on": date(2012, 9, 3),
        "insured_until": today + timedelta(days=300),
        "certificate_on": date(2024, 2, 1),
        "training_on": today - timedelta(days=30),
        "worker": worker,
    }
    details = AssessorDetails(**(told | but))
    by = here.accounts["safeguarding"]
    return enter_dols_assessor(by=by, council=here.council, details=details).ref


def the_amhp(here: DemoOrganisations) -> Worker:
    amhps.load(here)
    return Worker.objects.get(accounts__username=AMHP)


def asked(here: DemoOrganisations) -> str:
    return dols.received(here, a_person(here), timezone.localdate())


def selected(here: DemoOrganisations, request: str, assessor: str, *kinds: str) -> DolsRequest:
    return select_dols_assessor(by=here.accounts["safeguarding"], request=request, assessor=assessor, kinds=kinds)


def test_an_assessor_known_here_goes_by_their_name_and_is_an_amhp_by_the_register(here: DemoOrganisations) -> None:
    worker, request = the_amhp(here), asked(here)
    ref = entered(here, worker, is_amhp=False)
    assert DolsAssessor.objects.get(ref=ref).name == worker.name
    selected(here, request, ref, "eligibility")
    suspend_amhp_approval(
        by=here.accounts["amhplead"],
        approval=AmhpApproval.objects.get(worker=worker),
        from_day=timezone.localdate(),
        because="As Social Work England published.",
    )
    for kinds in (["eligibility"], ["best_interests"]):
        with pytest.raises(NotKept, match="not live on that day, by the register kept here"):
            selected(here, request, ref, *kinds)


def test_a_tick_makes_nobody_known_here_an_amhp(here: DemoOrganisations) -> None:
    request = asked(here)
    worker = here.accounts["practitioner"].worker
    ref = entered(here, worker, is_amhp=True)
    assert not DolsAssessor.objects.get(ref=ref).is_amhp
    with pytest.raises(NotKept, match="Eligibility is assessed by"):
        selected(here, request, ref, "eligibility")
    selected(here, request, ref, "best_interests")
    update_dols_assessor(
        by=here.accounts["safeguarding"], assessor=ref, changes={"is_amhp": True}, reason="She says so."
    )
    with pytest.raises(NotKept, match="Eligibility is assessed by"):
        selected(here, request, ref, "eligibility")


def test_without_a_live_registration_of_the_profession_nobody_known_here_is_entered(here: DemoOrganisations) -> None:
    broker = here.accounts["broker"].worker
    with pytest.raises(NotKept, match="Record it first, on the page of their account"):
        entered(here, broker)
    registered(here, "broker", "occupational_therapist")
    with pytest.raises(NotKept, match="No registration of Jamal Wright as social worker is live today"):
        entered(here, broker)
    entered(here, broker, "occupational_therapist")


def test_a_registration_suspended_since_stops_the_record_and_the_grant(here: DemoOrganisations) -> None:
    request, worker = asked(here), here.accounts["practitioner"].worker
    doctor, _ = dols.assessors(here)
    ref = entered(here, worker)
    selected(here, request, doctor, "eligibility", *dols.DOCTORS)
    selected(here, request, ref, "age", "no_refusals", "best_interests")
    for kind in ("eligibility", *dols.DOCTORS, "age", "no_refusals"):
        record_dols_assessment(by=here.accounts["safeguarding"], request=request, details=dols.result(kind))
    assert broken_promises() == []
    registration = ProfessionalRegistration.objects.get(worker=worker)
    suspend_registration(
        by=here.accounts["administrator"],
        council=here.council,
        registration=registration,
        from_day=timezone.localdate(),
        reason="Interim order.",
    )
    with pytest.raises(NotKept, match="not live on that day"):
        record_dols_assessment(by=here.accounts["safeguarding"], request=request, details=dols.result("best_interests"))


def test_a_registration_found_to_have_ended_stops_the_grant(here: DemoOrganisations) -> None:
    request, worker = asked(here), here.accounts["practitioner"].worker
    doctor, _ = dols.assessors(here)
    ref = entered(here, worker)
    selected(here, request, doctor, "eligibility", *dols.DOCTORS)
    selected(here, request, ref, "age", "no_refusals", "best_interests")
    for kind in ("eligibility", *dols.DOCTORS, "age", "no_refusals", "best_interests"):
        record_dols_assessment(by=here.accounts["safeguarding"], request=request, details=dols.result(kind))
    end_registration(
        by=here.accounts["administrator"],
        council=here.council,
        registration=ProfessionalRegistration.objects.get(worker=worker),
        on=timezone.localdate(),
        reason="Struck off.",
    )
    details = GrantDetails(
        from_day=timezone.localdate(),
        to_day=timezone.localdate() + timedelta(days=30),
        purpose="She would wander onto the road.",
        representative_name="Carol Poe",
        representative_kind="family",
    )
    with pytest.raises(NotKept, match="not live on that day"):
        grant_dols_authorisation(by=here.accounts["safeguarding"], request=request, details=details)


def test_somebody_of_a_known_name_is_chosen_and_not_typed(here: DemoOrganisations) -> None:
    with pytest.raises(NotKept, match="known here: choose them") as refused:
        entered(here, None, name=" amara  OKAFOR ")
    assert [fault.path for fault in refused.value.faults] == ["name"]
    entered(here, None, name="Amara Okafor (Hillshire)", is_amhp=True)
    with pytest.raises(NotKept, match="Choose somebody known here, or write the name"):
        entered(here, None)


def test_a_typed_assessor_is_found_to_be_somebody_known_here_and_that_is_not_undone(here: DemoOrganisations) -> None:
    by, worker = here.accounts["safeguarding"], here.accounts["practitioner"].worker
    ref = entered(here, None, name="A Okafor", is_amhp=True)
    update_dols_assessor(by=by, assessor=ref, changes={"worker": worker}, reason="It is our own.")
    held = DolsAssessor.objects.get(ref=ref)
    assert (held.worker, held.name, held.is_amhp) == (worker, "Amara Okafor", False)
    with pytest.raises(NotKept, match="It is Amara Okafor, who is known here"):
        update_dols_assessor(by=by, assessor=ref, changes={"worker": None}, reason="Another after all.")


def test_whoever_holds_a_post_of_the_managing_authority_does_not_assess_there(here: DemoOrganisations) -> None:
    registered(here, "verifier", "social_worker")
    ref = entered(here, here.accounts["verifier"].worker, employer_name="Rao Assessments")
    details = RequestDetails(
        setting="care_home",
        received_on=timezone.localdate(),
        circumstances="Locked doors.",
        managing_authority=here.council,
    )
    request = record_dols_request(by=here.accounts["safeguarding"], person=a_person(here).ref, details=details)
    with pytest.raises(NotKept, match="reg 12"):
        selected(here, request.ref, ref, "best_interests")


def test_the_pages_offer_who_is_known_and_say_what_was_only_told(here: DemoOrganisations, client: Client) -> None:
    client.force_login(here.accounts["safeguarding"])
    page, today = reverse("casework:dols-enter-assessor"), timezone.localdate()
    worker = here.accounts["practitioner"].worker
    assert worker
    assert "Amara Okafor, Social worker" in client.get(page).content.decode()
    typed = {
        "worker": worker.pk,
        "profession": "social_worker",
        **day("registered_on", date(2015, 1, 1)),
        **day("insured_until", today + timedelta(days=90)),
        **day("certificate_on", date(2024, 1, 1)),
        **day("training_on", today - timedelta(days=9)),
    }
    assert client.post(page, typed).status_code == 303
    assert client.post(page, typed | {"worker": "", "name": "Una Hale"}).status_code == 303
    shown = client.get(reverse("casework:dols-assessors")).content.decode()
    assert "Registration and approval as an AMHP by the registers kept here" in shown
    assert "As told to the council, not in the registers kept here" in shown


def test_an_urgent_authorisation_that_had_ended_does_not_make_the_request_late_at_once(
    here: DemoOrganisations, client: Client
) -> None:
    today = timezone.localdate()
    details = RequestDetails(
        setting="hospital",
        hospital_name="Exampleton Hospital",
        received_on=today,
        circumstances="Locked ward.",
        urgent_on=today - timedelta(days=9),
        urgent_days=7,
        urgent_because="Admitted at night.",
    )
    by = here.accounts["safeguarding"]
    held = record_dols_request(by=by, person=a_person(here).ref, details=details)
    assert held.due_on == today + timedelta(days=21)
    client.force_login(by)
    shown = client.get(reverse("casework:dols-request", args=[held.ref])).content.decode()
    assert "Nothing authorised it, before the request came, from" in shown
