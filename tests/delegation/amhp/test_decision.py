"""Approval as an AMHP: the decision, and one live approval at a time."""

from datetime import date
from typing import Any

import pytest

from delegation.amhp.rules import years_after
from delegation.amhp.selectors import amhp_in_force
from delegation.amhp.services import (
    approve_amhp,
    record_amhp_competence,
    refuse_amhp,
)
from delegation.amhp.words import AREAS
from delegation.authority import NotYourRole, RetainedByTheCouncil, SameHands
from delegation.demo import DemoOrganisations
from delegation.models import Account, Act, AmhpNotice
from delegation.refusals import AlreadyThere, NotApprovable, NothingSaid, WrongDates, WrongState
from delegation.registration.services import (
    record_registration,
)
from delegation.services import open_council
from tests.delegation.amhp.people import (
    A_DAY,
    TODAY,
    applied,
    approved,
    broken,
    competent,
    fresh,
    somebody,
    suspend_theirs,
)

pytestmark = pytest.mark.django_db


# -- the decision --------------------------------------------------------------------------------------------------


def test_an_approval_lasts_five_years_and_the_amhp_is_told_with_reasons(demo: DemoOrganisations) -> None:
    approval = approved(demo)
    assert (approval.state, approval.decided_on, approval.last_day) == ("in_force", TODAY, date(2031, 6, 9))
    told = AmhpNotice.objects.get(approval=approval)
    assert (told.kind, told.to_authority, told.reasons) == ("approved", "", "All five areas are shown.")
    assert "9 June 2031" in told.says
    line = Act.objects.latest("pk")
    assert (line.verb, line.outcome, line.subject) == ("approve_amhp", "exercised", approval.ref)
    assert broken() == set()


@pytest.mark.parametrize("missing", sorted(AREAS))
def test_no_approval_without_competence_in_each_of_the_five_areas(demo: DemoOrganisations, missing: str) -> None:
    lead = demo.accounts["amhplead"]
    approval = competent(applied(demo), lead, set(AREAS) - {missing})
    with pytest.raises(NotApprovable, match=AREAS[missing].title):
        approve_amhp(by=lead, approval=approval, reasons="Nearly.")
    assert approve_amhp(by=lead, approval=competent(approval, lead, [missing]), reasons="Now all.")


def test_only_a_profession_of_schedule_1_applies(demo: DemoOrganisations) -> None:
    for number, profession in enumerate(("nurse", "hcpc_other", "medical_practitioner")):
        with pytest.raises(NotApprovable):
            applied(demo, somebody(demo, f"not{number}", profession))
    for number, profession in enumerate(("mental_health_nurse", "occupational_therapist", "practitioner_psychologist")):
        assert approved(demo, somebody(demo, f"may{number}", profession)).state == "in_force"


def test_a_registered_medical_practitioner_is_never_approved_whatever_else_they_are(demo: DemoOrganisations) -> None:
    worker = somebody(demo)
    approval = competent(applied(demo, worker), demo.accounts["amhplead"])
    record_registration(
        by=demo.accounts["administrator"],
        council=demo.council,
        worker=worker,
        profession="medical_practitioner",
        number="7654321",
        live_from=date(2024, 1, 1),
    )
    with pytest.raises(NotApprovable, match="medical practitioner"):
        approve_amhp(by=demo.accounts["amhplead"], approval=approval, reasons="A doctor too.")


def test_no_approval_while_the_registration_is_not_live(demo: DemoOrganisations) -> None:
    lead = demo.accounts["amhplead"]
    approval = competent(applied(demo), lead)
    suspend_theirs(demo, approval)
    with pytest.raises(NotApprovable, match="not live"):
        approve_amhp(by=lead, approval=approval, reasons="All shown.")
    assert fresh(approval).state == "applied"


@pytest.mark.parametrize(("days_beyond", "may"), [(0, True), (1, False)])
def test_the_course_of_a_first_approval_is_within_five_years(
    demo: DemoOrganisations, days_beyond: int, may: bool
) -> None:
    lead = demo.accounts["amhplead"]
    completed = years_after(TODAY, -5) - days_beyond * A_DAY
    approval = competent(applied(demo, course_completed_on=completed), lead)
    if may:
        assert approve_amhp(by=lead, approval=approval, reasons="In time.")
    else:
        with pytest.raises(NotApprovable, match="within the five years"):
            approve_amhp(by=lead, approval=approval, reasons="Late.")


BEFORE = {
    "approved_before_by": "Hillshire Council",
    "approved_before_from": date(2020, 6, 1),
    "approved_before_until": date(2025, 5, 31),
}


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"approved_before_by": ""}, "approved_before_by"),
        ({"approved_before_from": None}, "approved_before_from"),
        ({"approved_before_until": None}, "approved_before_until"),
        ({"approved_before_from": date(2027, 1, 1)}, "approved_before_from"),
        ({"approved_before_until": date(2025, 6, 1)}, "approved_before_until"),
        ({"approved_before_until": date(2020, 5, 31)}, "approved_before_until"),
    ],
)
def test_an_approval_before_is_told_whole(demo: DemoOrganisations, told: dict[str, Any], field: str) -> None:
    with pytest.raises(NotApprovable) as refused:
        applied(demo, course="", course_completed_on=None, **(BEFORE | told))
    assert field in {fault.path for fault in refused.value.faults}


def test_competence_is_no_older_than_an_approval_lasts(demo: DemoOrganisations) -> None:
    lead, approval = demo.accounts["amhplead"], applied(demo)
    given = {"by": lead, "approval": approval, "evidence": dict.fromkeys(AREAS, "Seen.")}
    with pytest.raises(WrongDates, match="older than an approval lasts") as refused:
        record_amhp_competence(assessed_on=years_after(TODAY, -5), **given)
    assert refused.value.at == "assessed_on"
    record_amhp_competence(assessed_on=years_after(TODAY, -5) + A_DAY, **given)
    assert approve_amhp(by=lead, approval=approval, reasons="All shown.").state == "in_force"


def test_whoever_was_approved_before_needs_no_new_course(demo: DemoOrganisations) -> None:
    assert approved(demo, course="", course_completed_on=None, **BEFORE).state == "in_force"
    with pytest.raises(NothingSaid):
        applied(demo, somebody(demo, "first"), course="", course_completed_on=None)


def test_all_three_undertakings_are_given(demo: DemoOrganisations) -> None:
    with pytest.raises(NothingSaid, match="undertakings"):
        applied(demo, undertakes_to_stop_on_loss=False)


@pytest.mark.parametrize(
    ("who", "refusal"),
    [("practitioner", RetainedByTheCouncil), ("providermanager", RetainedByTheCouncil), ("auditor", NotYourRole)],
)
def test_only_a_post_of_the_council_that_holds_the_function_decides(
    demo: DemoOrganisations, who: str, refusal: type[Exception]
) -> None:
    approval = competent(applied(demo), demo.accounts["amhplead"])
    with pytest.raises(refusal):
        approve_amhp(by=demo.accounts[who], approval=approval, reasons="Please.")
    assert (Act.objects.latest("pk").outcome, fresh(approval).state) == ("refused", "applied")
    assert approve_amhp(by=demo.accounts["dass"], approval=approval, reasons="The lead is away.")


def test_nobody_decides_their_own_application(demo: DemoOrganisations) -> None:
    lead = demo.accounts["amhplead"]
    assert lead.worker
    record_registration(
        by=demo.accounts["administrator"],
        council=demo.council,
        worker=lead.worker,
        profession="social_worker",
        number="SW900001",
        live_from=date(2012, 8, 1),
    )
    with pytest.raises(SameHands):
        applied(demo, lead.worker)
    assert approved(demo, lead.worker, by=demo.accounts["dass"]).worker == lead.worker


def test_a_refusal_gives_its_reasons_and_a_decision_is_made_once(demo: DemoOrganisations) -> None:
    lead = demo.accounts["amhplead"]
    approval = competent(applied(demo), lead)
    with pytest.raises(NothingSaid):
        refuse_amhp(by=lead, approval=approval, reasons="  ")
    refused = refuse_amhp(by=lead, approval=approval, reasons="The portfolio shows no partnership work.")
    assert refused.state == "refused"
    assert AmhpNotice.objects.get(approval=refused).kind == "refused"
    with pytest.raises(WrongState):
        approve_amhp(by=lead, approval=approval, reasons="After all.")
    assert applied(demo, refused.worker).state == "applied"  # they may apply again
    assert broken() == set()


def test_a_decision_of_an_earlier_day_says_where_it_is_written(demo: DemoOrganisations) -> None:
    lead, when = demo.accounts["amhplead"], date(2024, 2, 29)
    approval = competent(applied(demo, applied_on=when, course_completed_on=date(2023, 7, 1)), lead)
    with pytest.raises(NothingSaid, match="written"):
        approve_amhp(by=lead, approval=approval, reasons="Then.", approved_on=when)
    entered = approve_amhp(
        by=lead, approval=approval, reasons="Then.", approved_on=when, decision_written_in="Panel minute 12/2024"
    )
    assert entered.last_day == date(2029, 2, 28)
    assert broken() == set()


# -- one live approval ---------------------------------------------------------------------------------------------


def test_a_new_approval_takes_the_place_of_the_one_before(demo: DemoOrganisations) -> None:
    first = approved(demo)
    second = approved(demo, first.worker)
    first = fresh(first)
    assert (first.state, first.end_cause, first.ended_on) == ("ended", "renewed", TODAY)
    assert amhp_in_force(first.worker, demo.council) == second
    assert amhp_in_force(first.ref, demo.council) is None
    assert broken() == set()


def test_an_approval_by_another_council_ends_this_one_and_tells_it(demo: DemoOrganisations) -> None:
    first = approved(demo)
    other = open_council(
        key="fenshire",
        name="Fenshire Council",
        director_name="Ada Fen",
        director_username="fendirector",
        administrator_name="Abe Fen",
        administrator_username="fenadministrator",
        password=None,
        from_day=date(2015, 4, 1),
    )
    director = Account.objects.get(username="fendirector")
    second = approved(demo, first.worker, by=director, council=other)
    first = fresh(first)
    assert (first.state, first.end_cause) == ("ended", "elsewhere")
    assert set(second.notices.values_list("to_authority", flat=True)) == {"", demo.council.name}
    noted = Act.objects.filter(council=demo.council).latest("seq")
    assert (noted.verb, noted.outcome, noted.subject) == ("end_amhp_approval", "noted", first.ref)
    assert amhp_in_force(first.worker, demo.council) is None
    assert amhp_in_force(first.worker, other) == second
    assert broken() == set()


def test_a_council_outside_this_service_is_told(demo: DemoOrganisations) -> None:
    approval = approved(demo, approved_by_now="Hillshire Council")
    assert "Hillshire Council" in approval.notices.values_list("to_authority", flat=True)


def test_one_application_at_a_time(demo: DemoOrganisations) -> None:
    approval = applied(demo)
    with pytest.raises(AlreadyThere):
        applied(demo, approval.worker)
