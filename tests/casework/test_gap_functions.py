"""The functions the 2014 plan does not mention: what the schedule says of each is what the guard and the acts do."""

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from casework import services as casework
from casework.aftercare.services import end_aftercare, record_aftercare, record_board_decision
from casework.charging.rules import NEVER, Standing, why_never
from casework.co_operation.services import decline_to_co_operate
from casework.models import Assessment, EligibilityDetermination
from casework.refusals import NotKept
from casework.safeguarding_board.services import (
    decide_review,
    record_board_member,
    record_board_report,
    refer_for_review,
)
from delegation.authority import NotAuthorised, OutOfDate, RetainedByTheCouncil
from delegation.demo import LAST_DAY_AUTHORISED, DemoOrganisations
from delegation.guarded import acts_guarded_by
from delegation.models import Authorisation
from delegation.refusals import UnlawfulAuthorisation
from delegation.rules import why_kept, why_unlawful
from delegation.schedule import FUNCTIONS
from delegation.services import authorise_function, revoke_authorisation
from tests import scenarios
from tests.registers.co_operation import received

pytestmark = pytest.mark.django_db
# As the schedule treats each: who may be authorised, and under section 79 or not at all.
TREATMENT = {
    "eligibility_determination": "delegable",
    "direct_payment_decision": "conditional",
    "s117_aftercare": "delegable",
    "safeguarding_adults_board": "retained",
    "co_operation_integration": "retained",
}
TO_DAY = date(2031, 3, 31)


def authorise(here: DemoOrganisations, function: str, power: str = "care_act_s79", conditions: str = "All.") -> Any:
    return authorise_function(
        by=here.accounts["dass"],
        council=here.council,
        organisation=here.northgate,
        function=function,
        power=power,
        from_day=timezone.localdate(),
        to_day=LAST_DAY_AUTHORISED,
        conditions=conditions,
        instrument="A deed",
        signed_by="The director",
    )


def assessed(here: DemoOrganisations) -> Assessment:
    """An assessment on which nothing is determined yet."""
    person, by = scenarios.a_person(here), here.accounts["practitioner"]
    return casework.record_assessment(by=by, person=person.ref, details=scenarios.assessment_details(3))


def taken_back(here: DemoOrganisations, function: str) -> None:
    given = Authorisation.objects.get(organisation=here.northgate, function=function)
    revoke_authorisation(by=here.accounts["dass"], authorisation=given, because="The contract ended.")


@pytest.mark.parametrize("function", sorted(TREATMENT))
def test_the_treatment_of_the_schedule_is_what_the_law_as_data_lets_be_written(
    here: DemoOrganisations, function: str
) -> None:
    row = FUNCTIONS[function]
    assert (row.seed_position, row.lawful_position) == ("not_stated", TREATMENT[function])
    if TREATMENT[function] == "retained":
        assert why_kept(row)
        for power in ("care_act_s79", "nhs_act_s75", "activity"):
            with pytest.raises(UnlawfulAuthorisation):
                authorise(here, function, power)
        assert {act.side for act in acts_guarded_by(function)} == {"council"}
    else:
        assert why_kept(row) is None
        assert why_unlawful(row, "care_act_s79", False, date(2015, 4, 1), TO_DAY) is None
        taken_back(here, function)
        if TREATMENT[function] == "conditional":
            with pytest.raises(UnlawfulAuthorisation, match="conditions"):
                authorise(here, function, conditions=" ")
        assert authorise(here, function).pk


def test_eligibility_goes_with_the_assessment_and_is_written_with_reasons(here: DemoOrganisations) -> None:
    assessment = assessed(here)
    given: dict[str, Any] = {
        "by": here.accounts["practitioner"],
        "assessment": assessment.ref,
        "need_from_impairment": True,
        "significant_effect": False,
    }
    for reasons, advice in (("", "A walking group."), ("No effect on wellbeing.", "")):
        with pytest.raises(NotKept):  # s.13(2): reasons; s.13(5): advice where nothing is eligible
            casework.determine_eligibility(**given, reasons=reasons, advice=advice)
    casework.determine_eligibility(**given, reasons="No effect on wellbeing.", advice="A walking group.")
    with pytest.raises(DatabaseError), transaction.atomic():
        EligibilityDetermination.objects.update(reasons="")
    other = assessed(here)
    taken_back(here, "eligibility_determination")
    with pytest.raises((NotAuthorised, OutOfDate)):
        casework.determine_eligibility(**given | {"assessment": other.ref}, reasons="None.", advice="None.")


def test_aftercare_is_delegable_never_charged_and_ended_by_both_bodies(here: DemoOrganisations) -> None:
    today, person = timezone.localdate(), scenarios.a_person(here)
    held = record_aftercare(
        by=here.accounts["practitioner"], person=person.ref, from_day=today, needs="To stay well.", icb_name="The board"
    )
    assert "section_117_aftercare" in NEVER
    assert "117" in why_never("care_and_support", Standing(client_type="Service user", has_aftercare=True), {})
    with pytest.raises(NotKept, match="Neither body"):
        end_aftercare(by=here.accounts["head"], aftercare=held.ref, because="Well.")
    board: dict[str, Any] = {"aftercare": held.ref, "decided_on": today, "signed_by": "Dr Board"}
    with pytest.raises(RetainedByTheCouncil):
        record_board_decision(by=here.accounts["providermanager"], **board)
    record_board_decision(by=here.accounts["head"], **board)
    with pytest.raises(RetainedByTheCouncil):
        end_aftercare(by=here.accounts["providermanager"], aftercare=held.ref, because="Well.")
    assert end_aftercare(by=here.accounts["head"], aftercare=held.ref, because="Well.").ended_on == today


def test_the_safeguarding_adults_board_is_the_councils_in_each_of_its_acts(here: DemoOrganisations) -> None:
    today, by = timezone.localdate(), here.accounts["providermanager"]
    referral = refer_for_review(
        by=here.accounts["safeguarding"], person=scenarios.a_person(here).ref, why="Nobody told another."
    )
    tried: list[tuple[Any, dict[str, Any]]] = [
        (
            record_board_member,
            {"council": here.council, "name": "G", "body": "B", "seat": "other", "from_day": today},
        ),
        (
            record_board_report,
            {"council": here.council, "year_ended": 2020, "published_on": today, "published_where": "x"},
        ),
        (refer_for_review, {"person": referral.person.ref, "why": "Again."}),
        (
            decide_review,
            {
                "referral": referral.ref,
                "has_needs": False,
                "worked_together_badly": False,
                "died_of_abuse": False,
                "alive_after_serious_abuse": False,
                "decision": "no_review",
                "reasons": "None met.",
            },
        ),
    ]
    for service, given in tried:
        with pytest.raises(RetainedByTheCouncil, match="kept by the council in law"):
            service(by=by, **given)


def test_co_operation_is_declined_by_the_council_alone_and_never_without_reasons(here: DemoOrganisations) -> None:
    ref = received(here.accounts["head"], here.council).ref
    with pytest.raises(RetainedByTheCouncil, match="kept by the council in law"):
        decline_to_co_operate(by=here.accounts["providermanager"], request=ref, reasons="Short today.")
    assert decline_to_co_operate(by=here.accounts["head"], request=ref, reasons="The hub has its own.").reasons


def test_a_direct_payment_may_be_decided_by_a_provider_but_not_ended_nor_repaid() -> None:
    """On the provider's own services see tests/verification/test_direct_payments.py."""
    sides: dict[str, set[str]] = {}
    for act in acts_guarded_by("direct_payment_decision"):
        sides.setdefault(act.verb, set()).add(act.side)
    assert sides.pop("terminate_direct_payment") == sides.pop("require_repayment") == {"council"}
    assert set(sides) == {
        "request_direct_payment",
        "name_seller",
        "approve_direct_payment",
        "refuse_direct_payment",
        "call_direct_payment_review",
        "review_direct_payment",
    }
    assert all(both == {"council", "provider"} for both in sides.values())
