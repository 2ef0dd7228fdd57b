"""Deprivation of liberty: six requirements met, by eligible and independent assessors, signed by the council."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from casework.dols import demo as dols
from casework.dols.after import (
    conclude_dols_review,
    end_dols_authorisation,
    open_dols_review,
    resume_dols_authorisation,
    suspend_dols_authorisation,
)
from casework.dols.assessors import enter_dols_assessor, update_dols_assessor
from casework.dols.details import AssessorDetails, GrantDetails, RequestDetails
from casework.dols.guarded import standing
from casework.dols.rules import (
    KINDS,
    AssessorFacts,
    Independence,
    assess_by,
    kinds_open_to,
    latest_end,
    urgent_until,
    why_not_eligible,
    why_not_independent,
)
from casework.dols.services import (
    extend_urgent_authorisation,
    grant_dols_authorisation,
    record_dols_assessment,
    record_dols_request,
    refuse_dols_authorisation,
    select_dols_assessor,
)
from casework.models import DolsAssessor, DolsAuthorisation, DolsRequest
from casework.refusals import AlreadyRecorded, NotKept
from delegation.counting import numbers_of
from delegation.demo import DemoOrganisations
from delegation.models import Account, Act
from delegation.promises import broken_promises
from delegation.refusals import (
    NothingSaid,
    NotYourRole,
    Refused,
    RetainedByTheCouncil,
    SameHands,
    WrongDates,
    WrongState,
)
from tests.casework.test_dols_assessors import registered
from tests.scenarios import a_person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 15)

BEST = AssessorFacts(
    profession="social_worker",
    registered_on=date(2015, 1, 1),
    insured_until=date(2027, 1, 1),
    certificate_on=date(2024, 1, 1),
    training_on=date(2020, 1, 1),
    further_training_on=date(2026, 1, 1),
)
DOCTOR = replace(BEST, profession="doctor", section_12_until=date(2027, 1, 1))


# -- rules ------------------------------------------------------------------------------------------------------------


def test_a_social_worker_may_not_assess_mental_health_nor_a_doctor_best_interests() -> None:
    assert kinds_open_to(BEST, TODAY) == ["age", "no_refusals", "mental_capacity", "best_interests"]
    assert kinds_open_to(DOCTOR, TODAY) == ["mental_capacity", "mental_health", "eligibility"]
    assert "eligibility" in kinds_open_to(replace(BEST, is_amhp=True), TODAY)


@pytest.mark.parametrize(
    ("but", "kind"),
    [
        ({"registered_on": date(2024, 6, 16)}, "best_interests"),
        ({"further_training_on": date(2025, 6, 15)}, "best_interests"),
        ({"training_on": date(2026, 6, 16)}, "best_interests"),
        ({"suspended_on": TODAY}, "age"),
        ({"insured_until": date(2026, 6, 14)}, "age"),
        ({"certificate_on": date(2026, 6, 16)}, "age"),
        ({"profession": "doctor"}, "mental_health"),
    ],
)
def test_an_assessor_out_of_standing_may_not_assess(but: dict[str, Any], kind: str) -> None:
    assert why_not_eligible(kind, replace(BEST, **but), TODAY)


def test_two_years_of_registration_are_enough_on_the_day() -> None:
    assert why_not_eligible("best_interests", replace(BEST, registered_on=date(2024, 6, 15)), TODAY) == ""
    experienced = replace(DOCTOR, section_12_until=None, has_special_experience=True)
    assert why_not_eligible("mental_health", experienced, TODAY) == ""


@pytest.mark.parametrize("tie", list(Independence.__dataclass_fields__))
def test_any_tie_bars_an_assessor(tie: str) -> None:
    assert why_not_independent(Independence()) == ""
    assert "SI 2008/1858" in why_not_independent(Independence(**{tie: True}))


def test_the_clocks() -> None:
    assert assess_by(date(2026, 6, 1), None) == date(2026, 6, 22)
    assert urgent_until(date(2026, 6, 1), 7) == date(2026, 6, 7)
    assert assess_by(date(2026, 6, 1), urgent_until(date(2026, 6, 1), 7, 7)) == date(2026, 6, 14)
    assert assess_by(date(2026, 6, 7), urgent_until(date(2026, 6, 1), 7)) == date(2026, 6, 7)
    assert assess_by(date(2026, 6, 8), urgent_until(date(2026, 6, 1), 7)) == date(2026, 6, 29)
    assert latest_end(date(2026, 6, 15), 366) == date(2027, 6, 14)
    assert latest_end(date(2028, 2, 29), 366) == date(2029, 2, 27)
    assert latest_end(date(2026, 6, 15), 30) == date(2026, 7, 14)


# -- the way ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def pair(here: DemoOrganisations) -> tuple[str, str]:
    return dols.assessors(here)


@pytest.fixture
def asked(here: DemoOrganisations) -> str:
    return dols.received(here, a_person(here), timezone.localdate())


def safeguarding(here: DemoOrganisations) -> Account:
    return here.accounts["safeguarding"]


def grant_details(**but: Any) -> GrantDetails:
    today = timezone.localdate()
    details: dict[str, Any] = {
        "from_day": today,
        "to_day": today + timedelta(days=89),
        "purpose": "To be given care.",
        "representative_name": "Carol Hollis",
        "representative_kind": "family",
    }
    return GrantDetails(**{**details, **but})


def test_six_assessments_and_the_councils_signature_authorise(
    here: DemoOrganisations, pair: tuple[str, str], asked: str
) -> None:
    dols.assessed(here, asked, *pair)
    assert DolsRequest.objects.get(ref=asked).state == "assessed"
    given = grant_dols_authorisation(by=safeguarding(here), request=asked, details=grant_details())
    held = DolsRequest.objects.get(ref=asked)
    assert (held.state, held.due_on) == ("granted", given.to_day)
    assert Act.objects.latest("pk").verb == "grant_dols_authorisation"
    assert broken_promises() == []


def test_with_five_assessments_nothing_is_authorised(
    here: DemoOrganisations, pair: tuple[str, str], asked: str
) -> None:
    dols.select(here, asked, *pair)
    for kind in list(KINDS)[:5]:
        record_dols_assessment(by=safeguarding(here), request=asked, details=dols.result(kind))
    with pytest.raises(WrongState):
        grant_dols_authorisation(by=safeguarding(here), request=asked, details=grant_details())
    record_dols_assessment(by=safeguarding(here), request=asked, details=dols.result(list(KINDS)[5]))
    grant_dols_authorisation(by=safeguarding(here), request=asked, details=grant_details())


def test_one_no_is_enough_to_refuse_and_bars_the_grant(
    here: DemoOrganisations, pair: tuple[str, str], asked: str
) -> None:
    dols.select(here, asked, *pair)
    record_dols_assessment(
        by=safeguarding(here), request=asked, details=dols.result("mental_capacity", met=False, reasons="He decides.")
    )
    with pytest.raises(NotKept, match="may not authorise"):
        grant_dols_authorisation(by=safeguarding(here), request=asked, details=grant_details())
    with pytest.raises(NothingSaid):
        refuse_dols_authorisation(by=safeguarding(here), request=asked, because=" ")
    held = refuse_dols_authorisation(by=safeguarding(here), request=asked, because="He decides for himself.")
    assert (held.state, held.due_on) == ("refused", None)
    assert broken_promises() == []


def test_what_meets_all_six_is_not_refused(here: DemoOrganisations, pair: tuple[str, str], asked: str) -> None:
    dols.assessed(here, asked, *pair)
    with pytest.raises(NotKept, match="the council authorises"):
        refuse_dols_authorisation(by=safeguarding(here), request=asked, because="We would rather not.")


@pytest.mark.parametrize(
    ("who", "refusal"),
    [("practitioner", RetainedByTheCouncil), ("providermanager", RetainedByTheCouncil), ("verifier", NotYourRole)],
)
def test_nobody_outside_the_councils_own_roles_signs(
    here: DemoOrganisations, pair: tuple[str, str], asked: str, who: str, refusal: type[Refused]
) -> None:
    dols.assessed(here, asked, *pair)
    with pytest.raises(refusal):
        grant_dols_authorisation(by=here.accounts[who], request=asked, details=grant_details())
    assert not DolsAuthorisation.objects.filter(request__ref=asked).exists()
    grant_dols_authorisation(by=here.accounts["dass"], request=asked, details=grant_details())


def test_no_authorisation_runs_longer_than_best_interests_says(
    here: DemoOrganisations, pair: tuple[str, str], asked: str
) -> None:
    dols.assessed(here, asked, *pair)
    today = timezone.localdate()
    for wrong in (
        {"to_day": today + timedelta(days=180)},
        {"to_day": today - timedelta(days=1)},
        {"from_day": today - timedelta(days=1)},
        {"from_day": today + timedelta(days=29), "to_day": today + timedelta(days=40)},
    ):
        with pytest.raises(NotKept):
            grant_dols_authorisation(by=safeguarding(here), request=asked, details=grant_details(**wrong))
    grant_dols_authorisation(
        by=safeguarding(here), request=asked, details=grant_details(to_day=today + timedelta(days=179))
    )


def test_an_assessor_does_not_sign(here: DemoOrganisations, asked: str) -> None:
    doctor, _ = dols.assessors(here)
    registered(here, "safeguarding", "social_worker")
    mine = enter_dols_assessor(
        by=safeguarding(here),
        council=here.council,
        details=AssessorDetails(
            name="",
            profession="social_worker",
            registered_on=date(2012, 9, 3),
            insured_until=timezone.localdate(),
            certificate_on=date(2024, 2, 1),
            training_on=timezone.localdate() - timedelta(days=30),
            worker=safeguarding(here).worker,
        ),
    )
    select_dols_assessor(by=safeguarding(here), request=asked, assessor=doctor, kinds=["eligibility", *dols.DOCTORS])
    select_dols_assessor(
        by=safeguarding(here), request=asked, assessor=mine.ref, kinds=["age", "no_refusals", "best_interests"]
    )
    for kind in KINDS:
        record_dols_assessment(by=safeguarding(here), request=asked, details=dols.result(kind))
    with pytest.raises(SameHands):
        grant_dols_authorisation(by=safeguarding(here), request=asked, details=grant_details())
    grant_dols_authorisation(by=here.accounts["dass"], request=asked, details=grant_details())


def test_whoever_assessed_under_their_own_name_does_not_sign(
    here: DemoOrganisations, pair: tuple[str, str], asked: str
) -> None:
    dols.assessed(here, asked, *pair)
    DolsAssessor.objects.filter(ref=pair[1]).update(name=f" {str(safeguarding(here).worker).upper()} ", worker=None)
    with pytest.raises(SameHands):
        grant_dols_authorisation(by=safeguarding(here), request=asked, details=grant_details())
    grant_dols_authorisation(by=here.accounts["dass"], request=asked, details=grant_details())


def test_a_person_is_under_one_authorisation_on_a_day(
    here: DemoOrganisations, pair: tuple[str, str], asked: str
) -> None:
    first = granted(here, pair, asked)
    again = dols.received(here, first.request.person, timezone.localdate())
    dols.assessed(here, again, *pair)
    with pytest.raises(NotKept, match=f"{asked} is in force until"):
        grant_dols_authorisation(by=safeguarding(here), request=again, details=grant_details())
    later = grant_details(from_day=first.to_day + timedelta(days=1))
    with pytest.raises(NotKept) as refused:
        grant_dols_authorisation(by=safeguarding(here), request=again, details=later)
    assert "in force" not in " ".join(fault.sentence for fault in refused.value.faults)


def test_mental_health_and_best_interests_are_different_people(here: DemoOrganisations, asked: str) -> None:
    doctor, best = dols.assessors(here)
    with pytest.raises(NotKept, match="reg 5"):
        select_dols_assessor(by=safeguarding(here), request=asked, assessor=doctor, kinds=["best_interests"])
    with pytest.raises(NotKept, match="reg 4"):
        select_dols_assessor(by=safeguarding(here), request=asked, assessor=best, kinds=["mental_health"])


def test_whom_the_home_employs_does_not_assess_there(here: DemoOrganisations, asked: str) -> None:
    _, best = dols.assessors(here)
    home = here.care_providers[0]
    facts = {name: getattr(BEST, name) for name in set(AssessorFacts.__dataclass_fields__) - {"is_registered"}}
    facts |= {"insured_until": timezone.localdate(), "further_training_on": timezone.localdate() - timedelta(days=9)}
    nurse = AssessorDetails(name="Olu Ade", employer=home, **{**facts, "profession": "nurse"})
    theirs = enter_dols_assessor(by=safeguarding(here), council=here.council, details=nurse)
    with pytest.raises(NotKept, match="not employed by the managing authority"):
        select_dols_assessor(by=safeguarding(here), request=asked, assessor=theirs.ref, kinds=["age"])
    with pytest.raises(NotKept, match="financial interest"):
        select_dols_assessor(
            by=safeguarding(here),
            request=asked,
            assessor=best,
            kinds=["age"],
            independence=Independence(has_financial_interest=True),
        )
    DolsAssessor.objects.filter(ref=best).update(employer=None, employer_name=f" {home.name.upper()}")
    with pytest.raises(NotKept, match="not employed by the managing authority"):
        select_dols_assessor(by=safeguarding(here), request=asked, assessor=best, kinds=["age"])


def test_the_councils_own_assessor_does_not_assess_in_the_councils_own_home(here: DemoOrganisations) -> None:
    _, best = dols.assessors(here)
    request = record_dols_request(
        by=safeguarding(here),
        person=a_person(here).ref,
        details=RequestDetails(
            setting="care_home",
            received_on=timezone.localdate(),
            circumstances="Locked doors.",
            managing_authority=here.council,
        ),
    )
    with pytest.raises(NotKept, match="reg 12"):
        select_dols_assessor(by=safeguarding(here), request=request.ref, assessor=best, kinds=["best_interests"])


def test_an_assessor_suspended_since_stops_the_grant(
    here: DemoOrganisations, pair: tuple[str, str], asked: str
) -> None:
    dols.assessed(here, asked, *pair)
    suspended = {"suspended_on": timezone.localdate()}
    update_dols_assessor(by=safeguarding(here), assessor=pair[1], changes=suspended, reason="The regulator wrote.")
    with pytest.raises(NotKept, match="suspended"):
        grant_dols_authorisation(by=safeguarding(here), request=asked, details=grant_details())


def test_a_child_is_refused_at_the_door(here: DemoOrganisations) -> None:
    today = timezone.localdate()
    child = a_person(here, date_of_birth=today.replace(year=today.year - 18) + timedelta(days=1))
    with pytest.raises(NotKept, match="under 18"):
        dols.received(here, child, today)
    assert not DolsRequest.objects.filter(person=child).exists()
    dols.received(here, a_person(here, date_of_birth=today.replace(year=today.year - 18)), today)


def test_a_second_request_waits_for_the_first(here: DemoOrganisations) -> None:
    person = a_person(here)
    dols.received(here, person, timezone.localdate())
    with pytest.raises(AlreadyRecorded):
        dols.received(here, person, timezone.localdate())


def test_the_urgent_clock_runs_shorter_and_is_extended_once(here: DemoOrganisations) -> None:
    today = timezone.localdate()
    ref = dols.received(here, a_person(here), today, is_urgent=True)
    assert DolsRequest.objects.get(ref=ref).due_on == today + timedelta(days=6)
    for days in (0, 8):
        with pytest.raises(NotKept):
            extend_urgent_authorisation(by=safeguarding(here), request=ref, days=days, because="No assessor.")
    held = extend_urgent_authorisation(by=safeguarding(here), request=ref, days=7, because="The doctor is ill.")
    assert held.due_on == today + timedelta(days=13)
    with pytest.raises(NotKept, match="once"):
        extend_urgent_authorisation(by=safeguarding(here), request=ref, days=1, because="Still ill.")


def test_an_urgent_authorisation_that_has_ended_is_not_extended(here: DemoOrganisations) -> None:
    today = timezone.localdate()
    ref = dols.received(here, a_person(here), today - timedelta(days=7), is_urgent=True)
    with pytest.raises(NotKept, match="has ended"):
        extend_urgent_authorisation(by=safeguarding(here), request=ref, days=3, because="Late.")


def granted(here: DemoOrganisations, pair: tuple[str, str], asked: str) -> DolsAuthorisation:
    dols.assessed(here, asked, *pair)
    return grant_dols_authorisation(by=safeguarding(here), request=asked, details=grant_details())


def test_a_review_continues_varies_or_ends(here: DemoOrganisations, pair: tuple[str, str], asked: str) -> None:
    granted(here, pair, asked)
    by, today = safeguarding(here), timezone.localdate()
    for outcome, state in (("continues", "granted"), ("varied", "granted"), ("ends", "ended")):
        open_dols_review(by=by, request=asked, asked_by="representative", asked_on=today, grounds="She is calmer.")
        assert DolsRequest.objects.get(ref=asked).state == "under_review"
        conclude_dols_review(by=by, request=asked, outcome=outcome, reasons="Seen at home.", conditions="Two walks.")
        assert DolsRequest.objects.get(ref=asked).state == state
    assert DolsAuthorisation.objects.get(request__ref=asked).conditions == "Two walks."
    assert broken_promises() == []


def test_a_suspension_is_resumed_in_time_or_ends(here: DemoOrganisations, pair: tuple[str, str], asked: str) -> None:
    granted(here, pair, asked)
    by, today = safeguarding(here), timezone.localdate()
    suspend_dols_authorisation(by=by, request=asked, on=today, because="Detained under section 2.")
    with pytest.raises(WrongDates):
        end_dols_authorisation(by=by, request=asked, ending="not_resumed", on=today)
    resume_dols_authorisation(by=by, request=asked, because="Back home.")
    suspend_dols_authorisation(by=by, request=asked, on=today, because="Detained again.")
    with time_machine.travel(timezone.now() + timedelta(days=29)):
        with pytest.raises(WrongDates):
            resume_dols_authorisation(by=by, request=asked, because="Back home.")
        end_dols_authorisation(by=by, request=asked, ending="not_resumed", on=timezone.localdate())


def test_a_period_ends_on_its_last_day_and_no_sooner(
    here: DemoOrganisations, pair: tuple[str, str], asked: str
) -> None:
    given = granted(here, pair, asked)
    by = safeguarding(here)
    with pytest.raises(WrongDates):
        end_dols_authorisation(by=by, request=asked, ending="expired", on=timezone.localdate())
    assert numbers_of(standing(here.council, given.to_day)).late == 0
    assert numbers_of(standing(here.council, given.to_day + timedelta(days=1))).late == 1
    with time_machine.travel(timezone.now() + timedelta(days=91)):
        end_dols_authorisation(by=by, request=asked, ending="expired", on=given.to_day)
    assert DolsRequest.objects.get(ref=asked).ended_on == given.to_day
    assert broken_promises() == []


def test_the_demonstration_loads_once(here: DemoOrganisations) -> None:
    dols.load(here)
    lines = Act.objects.count()
    dols.load(here)
    assert Act.objects.count() == lines
    states = sorted(DolsRequest.objects.filter(council=here.council).values_list("state", flat=True))
    assert states == ["assessed", "assessing", "ended", "granted", "received", "refused"]
    assert numbers_of(standing(here.council, timezone.localdate())).late == 1
    assert broken_promises() == []
