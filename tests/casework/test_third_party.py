"""A third party asks whether somebody is deprived of their liberty without authority: within seven days it is known."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.dols import demo as dols
from casework.dols.assessors import enter_dols_assessor
from casework.dols.details import AssessorDetails
from casework.models import DolsAssessor, ThirdPartyRequest
from casework.refusals import AlreadyRecorded, NotKept
from casework.third_party import demo
from casework.third_party.guarded import third_party_standing
from casework.third_party.services import (
    NotForThisAssessor,
    appoint_third_party_assessor,
    conclude_third_party_request,
    decline_third_party_request,
    record_third_party_request,
)
from delegation.counting import numbers_of
from delegation.demo import DemoOrganisations
from delegation.models import Account
from delegation.promises import broken_promises
from delegation.refusals import NothingSaid, NotYourRole, RetainedByTheCouncil, SameHands, WrongDates, WrongState
from tests.casework.test_dols_assessors import entered, registered
from tests.proof.corrupting import corrupt
from tests.proof.worlds import World
from tests.scenarios import a_person

pytestmark = pytest.mark.django_db


def by(here: DemoOrganisations, username: str = "safeguarding") -> Account:
    return here.accounts[username]


def received(here: DemoOrganisations, who: str = "safeguarding", days: int = 0, **but: Any) -> ThirdPartyRequest:
    asked = replace(demo.asked(here, days=days), **but)
    return record_third_party_request(by=by(here, who), person=a_person(here).ref, asked=asked)


def appointed(here: DemoOrganisations, held: ThirdPartyRequest, assessor: str = "") -> ThirdPartyRequest:
    best = assessor or dols.assessors(here)[1]
    return appoint_third_party_assessor(by=by(here), request=held.ref, assessor=best, is_independent=True)


def concluded(here: DemoOrganisations, held: ThirdPartyRequest, who: str = "safeguarding", **but: Any) -> Any:
    told = {"outcome": "unauthorised", "assessed_on": timezone.localdate(), "reasons": "Not free to leave."} | but
    return conclude_third_party_request(by=by(here, who), request=held.ref, **told)


def test_a_third_party_asks_an_assessor_looks_and_the_managing_authority_must_ask(here: DemoOrganisations) -> None:
    held = received(here)
    assert held.due_on == timezone.localdate() + timedelta(days=7)
    held = appointed(here, held)
    assert held.state == "looked_into"
    held = concluded(here, held)
    assert (held.state, held.outcome, held.closed_by) == ("concluded", "unauthorised", by(here))
    assert broken_promises() == []


def test_one_is_open_at_a_time_and_late_after_seven_days(here: DemoOrganisations) -> None:
    held = received(here, days=8)
    assert numbers_of(third_party_standing(here.council, timezone.localdate())).late == 1
    with pytest.raises(AlreadyRecorded):
        record_third_party_request(by=by(here), person=held.person.ref, asked=demo.asked(here))
    with pytest.raises(NothingSaid):
        decline_third_party_request(by=by(here), request=held.ref, reasons=" ")
    decline_third_party_request(by=by(here), request=held.ref, reasons="Asked before; nothing has changed.")
    with pytest.raises(WrongState):
        appointed(here, held)
    assert numbers_of(third_party_standing(here.council, timezone.localdate())).open == 0


@pytest.mark.parametrize(
    ("but", "field"),
    [
        ({"received_on": timedelta(days=1)}, "received_on"),
        ({"managing_authority_asked_on": timedelta(days=1)}, "managing_authority_asked_on"),
        ({"hospital_name": "A hospital"}, "hospital_name"),
        ({"asked_by_name": " "}, "asked_by_name"),
        ({"circumstances": ""}, "circumstances"),
        ({"setting": "castle"}, "setting"),
    ],
)
def test_what_is_told_is_told_whole(here: DemoOrganisations, but: dict[str, Any], field: str) -> None:
    days = {name: timezone.localdate() + value for name, value in but.items() if isinstance(value, timedelta)}
    with pytest.raises(NotKept) as refused:
        received(here, **(but | days))
    assert field in {fault.path for fault in refused.value.faults}


@pytest.mark.parametrize(
    ("who", "refusal"),
    [("practitioner", RetainedByTheCouncil), ("providermanager", RetainedByTheCouncil), ("verifier", NotYourRole)],
)
def test_only_the_councils_own_roles_act_on_it(here: DemoOrganisations, who: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        received(here, who)
    held = appointed(here, received(here))
    with pytest.raises(refusal):
        concluded(here, held, who)


def test_the_assessor_fits_is_independent_and_does_not_conclude(here: DemoOrganisations) -> None:
    held, (doctor, best) = received(here), dols.assessors(here)
    with pytest.raises(NotForThisAssessor, match=r"reg 5\(2\)"):
        appointed(here, held, doctor)
    with pytest.raises(NotForThisAssessor, match="regs 10-12"):
        appoint_third_party_assessor(by=by(here), request=held.ref, assessor=best, is_independent=False)
    DolsAssessor.objects.filter(ref=best).update(employer=here.care_providers[0])
    with pytest.raises(NotForThisAssessor, match="not employed there"):
        appointed(here, held, best)
    registered(here, "safeguarding", "social_worker")
    appointed(here, held, entered(here, by(here).worker))
    with pytest.raises(SameHands):
        concluded(here, held)
    with pytest.raises(WrongDates):
        concluded(here, held, "dass", assessed_on=timezone.localdate() - timedelta(days=1))
    concluded(here, held, "dass")
    assert broken_promises() == []


def test_whoever_looked_into_it_under_their_own_name_does_not_conclude(here: DemoOrganisations) -> None:
    held, today = received(here), timezone.localdate()
    details = AssessorDetails(
        name=str(by(here).worker),
        profession="social_worker",
        registered_on=today - timedelta(days=3000),
        insured_until=today,
        certificate_on=today - timedelta(days=300),
        training_on=today - timedelta(days=30),
    )
    mine = enter_dols_assessor(by=by(here), council=here.council, details=details)
    appointed(here, held, mine.ref)
    with pytest.raises(SameHands):
        concluded(here, held)


def test_what_was_learnt_of_the_assessor_since_stops_what_they_found(here: DemoOrganisations) -> None:
    held = appointed(here, received(here))
    DolsAssessor.objects.filter(profession="social_worker").update(suspended_on=timezone.localdate())
    with pytest.raises(NotForThisAssessor, match="suspended"):
        concluded(here, held)
    concluded(here, held, outcome="died_or_left")


@pytest.mark.parametrize(
    ("breaks", "statement"),
    [
        ("was closed in a post", "UPDATE delegation_act SET verb = 'record_dols_request' WHERE verb = 'conclude_{}'"),
        ("one of the four professions", "UPDATE casework_dolsassessor SET profession = 'doctor'"),
    ],
)
def test_each_promise_finds_what_breaks_it(here: DemoOrganisations, breaks: str, statement: str) -> None:
    concluded(here, appointed(here, received(here)))
    corrupt(World(demo=here, accounts=here.accounts), [statement.format("third_party_request")])
    assert any(breaks in one.promise.sentence for one in broken_promises(with_register_walk=False))


def test_it_is_worked_through_its_pages(here: DemoOrganisations, client: Client) -> None:
    client.force_login(by(here))
    assessor = dols.assessors(here)[1]
    held = received(here)
    for name, typed in (
        ("appoint_third_party_assessor", {"assessor": assessor, "is_independent": "yes"}),
        ("conclude_third_party_request", {"outcome": "authorised", "reasons": "Granted in May.", "assessed_on": ""}),
    ):
        page = reverse(f"casework:{name}", args=[held.ref])
        shown = client.get(page).content.decode()
        assert "Dr Priya Nandan" not in shown
        if "assessed_on" in typed:
            assert client.post(page, typed).status_code == 422
            today = timezone.localdate()
            typed |= {
                "assessed_on_day": str(today.day),
                "assessed_on_month": str(today.month),
                "assessed_on_year": str(today.year),
            }
        assert client.post(page, typed).status_code == 303
    record = client.get(reverse("casework:third_party_request", args=[held.ref])).content.decode()
    assert "They are, and it is authorised" in record
    assert "any independent mental capacity advocate" in record
    assert held.ref in client.get(reverse("casework:third_party_requests") + "?show=closed").content.decode()


def test_the_demonstration_loads_once(here: DemoOrganisations) -> None:
    dols.load(here)
    for number in range(4):
        a_person(here, last_name=f"Other{number}")
    demo.load(here)
    demo.load(here)
    states = sorted(ThirdPartyRequest.objects.values_list("state", flat=True))
    assert states == ["concluded", "looked_into", "not_pursued", "received"]
    assert broken_promises() == []
