"""Guardianship leaves the council: to another council, or to a hospital with what admission for treatment asks."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from casework.guardianship import demo, leaving
from casework.guardianship.details import HospitalDetails
from casework.guardianship.hospital import Admission, why_not_moved
from casework.guardianship.leaving import transfer_guardianship_away
from casework.guardianship.rules import Recommendation
from casework.models import Guardianship, GuardianshipTransfer, TransferRecommendation
from casework.refusals import NotKept
from delegation.demo import DemoOrganisations
from delegation.models import Account, AmhpApproval
from delegation.promises import broken_promises
from delegation.refusals import NotQualified, RetainedByTheCouncil, SameHands
from tests.casework.guardianship.asking import amhp_as_officer, officer, today
from tests.registers.dols import day
from tests.scenarios import a_person

FIRST = date(2026, 6, 1)


def admission(**but: Any) -> Admission:
    """Two doctors on the 1st and the 3rd, the application of the 4th, admitted on the 5th; with what should differ."""
    told = {"is_section_12": True, "is_acquainted": True, "has_tie": False}
    two = [
        Recommendation(doctor=doctor, examined_on=on, signed_on=on, **told)
        for doctor, on in (("Dr One", FIRST), ("Dr Two", FIRST + timedelta(days=2)))
    ]
    days = {
        "applied_on": FIRST + timedelta(days=3),
        "managers_agreed_on": FIRST + timedelta(days=4),
        "moved_on": FIRST + timedelta(days=4),
    }
    return Admission(**{"recommendations": two, **days, **but})


def test_a_transfer_with_all_its_papers_may_be_agreed() -> None:
    assert why_not_moved(admission()) == []


@pytest.mark.parametrize(("days", "is_in_time"), [(15, True), (16, False)])
def test_admission_is_within_fourteen_days_that_begin_with_the_later_examination(days: int, is_in_time: bool) -> None:
    moved_on = FIRST + timedelta(days=days)
    found = why_not_moved(admission(moved_on=moved_on))
    assert [path for path, _ in found] == ([] if is_in_time else ["moved_on"])


@pytest.mark.parametrize(
    ("but", "path", "sentence"),
    [
        ({"recommendations": admission().recommendations[:1]}, "recommendations", r"each of them another \(s.3\(3\)\)"),
        ({"applied_on": FIRST + timedelta(days=5)}, "applied_on", "on or before the day"),
        ({"managers_agreed_on": FIRST + timedelta(days=5)}, "managers_agreed_on", "managers agree"),
        ({"managers_agreed_on": FIRST}, "managers_agreed_on", "managers agree"),
        ({"applied_on": FIRST + timedelta(days=1)}, "recommendations", "by the day of the application"),
    ],
)
def test_each_fault_of_a_transfer_to_hospital_is_said_where_it_stands(
    but: dict[str, Any], path: str, sentence: str
) -> None:
    (found,) = [why for at, why in why_not_moved(admission(**but)) if at == path]
    assert re.search(sentence, found)


@pytest.mark.django_db
class TestToAHospital:
    """A guardianship in force, and what the council is told of the hospital."""

    def away(self, here: DemoOrganisations, ref: str, by: str = "guardianship", **but: Any) -> GuardianshipTransfer:
        told = {"to": "hospital", "to_name": "Exampleton Hospital", "moved_on": today(), "because": "Relapse."}
        return transfer_guardianship_away(by=Account.objects.get(username=by), guardianship=ref, **(told | but))

    def test_an_amhp_in_force_applied(self, told: DemoOrganisations) -> None:
        ref = demo.accepted(told, a_person(told))
        with pytest.raises(NotKept, match="AMHP"):
            self.away(told, ref, hospital=demo.hospital(told, amhp=""))
        with pytest.raises(NotQualified):
            self.away(told, ref, hospital=demo.hospital(told, amhp=demo.amhp_ref(told, demo.SUSPENDED)))
        assert Guardianship.objects.get(ref=ref).state == "in_force"
        self.away(told, ref, hospital=demo.hospital(told))
        assert Guardianship.objects.get(ref=ref).ending == "to_hospital"
        assert broken_promises() == []

    def test_whoever_applied_does_not_agree_for_the_council(self, told: DemoOrganisations) -> None:
        ref, by = demo.accepted(told, a_person(told)), amhp_as_officer(told)
        with pytest.raises(SameHands):
            self.away(told, ref, by=by.username, hospital=demo.hospital(told))
        assert Guardianship.objects.get(ref=ref).state == "in_force"

    def test_without_anything_of_the_hospital_every_thing_missing_is_said(self, told: DemoOrganisations) -> None:
        ref = demo.accepted(told, a_person(told))
        with pytest.raises(NotKept) as refused:
            self.away(told, ref)
        assert {fault.path for fault in refused.value.faults} == {
            "amhp",
            "applied_on",
            "recommended_on",
            "managers_agreed_by",
            "managers_agreed_on",
            "arrangements",
        }
        assert not GuardianshipTransfer.objects.exists()

    @pytest.mark.parametrize(
        ("but", "path"),
        [
            ({"managers_agreed_by": " "}, "managers_agreed_by"),
            ({"managers_agreed_by": "Gail\0"}, "managers_agreed_by"),
            ({"arrangements": ""}, "arrangements"),
            ({"recommended_on": "napkin"}, "recommended_on"),
        ],
    )
    def test_what_the_hospital_agreed_is_said(self, told: DemoOrganisations, but: dict[str, str], path: str) -> None:
        ref = demo.accepted(told, a_person(told))
        with pytest.raises(NotKept) as refused:
            self.away(told, ref, hospital=demo.hospital(told, **but))
        assert {fault.path for fault in refused.value.faults} == {path}

    @pytest.mark.parametrize(
        ("change", "sentence"),
        [
            (lambda one, two: (one, replace(two, doctor=one.doctor.upper())), "each of them another"),
            (lambda one, two: (replace(one, is_section_12=False), two), "section 12"),
            (lambda one, two: (replace(one, examined_on=demo.days_before(9)), two), "five days"),
            (lambda one, two: (one, replace(two, has_business_tie=True)), "conflict"),
            (lambda one, two: (one, replace(two, is_acquainted=False)), "knew the person before"),
        ],
    )
    def test_two_doctors_recommend_it_as_for_admission(
        self, told: DemoOrganisations, change: Any, sentence: str
    ) -> None:
        ref = demo.accepted(told, a_person(told))
        with pytest.raises(NotKept, match=sentence):
            self.away(told, ref, hospital=demo.hospital(told, recommendations=change(*demo.recommendations(today()))))
        assert not TransferRecommendation.objects.exists()

    def test_no_provider_agrees_to_it(self, told: DemoOrganisations) -> None:
        ref = demo.accepted(told, a_person(told))
        with pytest.raises(RetainedByTheCouncil):
            self.away(told, ref, by="providermanager", hospital=demo.hospital(told))

    def test_to_another_council_nothing_of_a_hospital_is_kept(self, told: DemoOrganisations) -> None:
        ref = demo.accepted(told, a_person(told))
        agreed = {"council_agreed_by": "R Pike, head of service", "council_agreed_on": today()}
        moved = self.away(told, ref, to="council", to_name="Hillshire", hospital=demo.hospital(told), **agreed)
        assert (moved.amhp, moved.applied_on, moved.managers_agreed_by) == (None, None, "")
        assert not TransferRecommendation.objects.exists()
        assert broken_promises() == []

    @pytest.mark.parametrize(
        ("but", "path"),
        [
            ({"council_agreed_by": " "}, "council_agreed_by"),
            ({"council_agreed_on": None}, "council_agreed_on"),
            ({"council_agreed_on": timedelta(days=1)}, "council_agreed_on"),
        ],
    )
    def test_another_council_agrees_by_the_day_and_it_is_said_who(
        self, told: DemoOrganisations, but: dict[str, Any], path: str
    ) -> None:
        ref = demo.accepted(told, a_person(told))
        agreed = {"council_agreed_by": "R Pike, head of service", "council_agreed_on": today()} | but
        if isinstance(agreed["council_agreed_on"], timedelta):
            agreed["council_agreed_on"] = today() + timedelta(days=1)
        with pytest.raises(NotKept) as refused:
            self.away(told, ref, to="council", to_name="Hillshire", **agreed)
        assert {fault.path for fault in refused.value.faults} == {path}

    def test_no_doctor_is_the_amhp_who_applied_nor_the_nearest_relative(self, told: DemoOrganisations) -> None:
        ref = demo.accepted(told, a_person(told))
        applicant = AmhpApproval.objects.get(ref=demo.amhp_ref(told)).worker.name
        one, two = demo.recommendations(today())
        papers = (one, replace(two, doctor=f"Dr {applicant.upper()}"))
        with pytest.raises(NotKept, match="is also the applicant"):
            self.away(told, ref, hospital=demo.hospital(told, recommendations=papers))

    def test_its_papers_have_their_history(self, told: DemoOrganisations) -> None:
        moved = self.away(told, demo.accepted(told, a_person(told)), hospital=demo.hospital(told))
        kept = [each.history.get() for each in moved.recommendations.order_by("number")]
        assert [(each.doctor, each.history_user) for each in kept] == [
            ("Dr Priya Nandan", officer(told)),
            ("Dr Hugh Marlow", officer(told)),
        ]


def hospital_typed(details: HospitalDetails) -> dict[str, str]:
    """What an officer types of a transfer to hospital."""
    typed = {
        "to": "hospital",
        "to_name": "Exampleton Hospital",
        "because": "Relapse.",
        "amhp": details.amhp,
        "recommended_on": "joint",
        "managers_agreed_by": details.managers_agreed_by,
        "arrangements": details.arrangements,
        **day("moved_on", today()),
        **day("applied_on", today()),
        **day("managers_agreed_on", today()),
    }
    for number, each in enumerate(details.recommendations, 1):
        typed |= {f"doctor_{number}_doctor": each.doctor}
        typed |= day(f"doctor_{number}_examined_on", each.examined_on) | day(
            f"doctor_{number}_signed_on", each.signed_on
        )
        for name in ("is_section_12", "is_acquainted", "is_relative", "has_business_tie", "has_professional_tie"):
            typed[f"doctor_{number}_{name}"] = "yes" if getattr(each, name) else "no"
    return typed


@pytest.mark.django_db
def test_the_page_asks_what_a_hospital_needs_and_shows_it(told: DemoOrganisations, client: Client) -> None:
    ref = demo.accepted(told, a_person(told))
    client.force_login(officer(told))
    page = reverse("casework:guardianship-transfer", args=[ref])
    typed = hospital_typed(demo.hospital(told))
    missing = ("doctor_2_doctor", "doctor_2_is_section_12", "managers_agreed_by")
    refused = client.post(page, {name: value for name, value in typed.items() if name not in missing})
    assert refused.status_code == 422
    assert set(refused.context["form"].errors) == set(missing)
    page_again = refused.content.decode()
    for sentence in (
        "Name the second doctor who recommends it.",
        "Answer of the second doctor: Is the doctor approved under section 12?",
        "Name who agreed for the hospital’s managers (s.19(1)(b); reg 8).",
    ):
        assert sentence in page_again
    assert "(optional)" not in page_again
    late = typed | day("doctor_1_examined_on", today() - timedelta(days=9))
    assert "doctor_1_doctor" in client.post(page, late).context["form"].errors
    assert client.post(page, typed).status_code == 303
    shown = client.get(reverse("casework:guardianship", args=[ref])).content.decode()
    for words in ("Medical recommendations for hospital", "Dr Hugh Marlow", "Joint recommendation, Form A7"):
        assert words in shown
    assert "As a patient admitted for treatment under section 3 (s.19(2)(d)) from" in shown


@pytest.mark.django_db
def test_the_page_asks_nothing_of_a_hospital_where_it_goes_to_a_council(
    told: DemoOrganisations, client: Client
) -> None:
    ref = demo.accepted(told, a_person(told))
    client.force_login(officer(told))
    typed = {"to": "council", "to_name": "Hillshire", "because": "Moved.", **day("moved_on", today())}
    refused = client.post(reverse("casework:guardianship-transfer", args=[ref]), typed)
    assert set(refused.context["form"].errors) == {"council_agreed_by", "council_agreed_on"}
    typed |= {"council_agreed_by": "R Pike, head of service", **day("council_agreed_on", today())}
    assert client.post(reverse("casework:guardianship-transfer", args=[ref]), typed).status_code == 303
    assert Guardianship.objects.get(ref=ref).ending == "to_council"
    assert "R Pike, head of service" in client.get(reverse("casework:guardianship", args=[ref])).content.decode()


@pytest.mark.django_db
def test_with_the_rule_off_the_promise_finds_the_transfer(
    told: DemoOrganisations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaving, "why_not_moved", lambda admission: [])
    one, two = demo.recommendations(today(), is_section_12=False)
    transfer_guardianship_away(
        by=officer(told),
        guardianship=demo.accepted(told, a_person(told)),
        to="hospital",
        to_name="Exampleton Hospital",
        moved_on=today(),
        because="Relapse.",
        hospital=demo.hospital(told, recommendations=(one, two)),
    )
    (broken,) = broken_promises()
    assert broken.promise.sentence.startswith("No guardianship was transferred without")
