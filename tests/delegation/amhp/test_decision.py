"""Approval as an AMHP: the decision, and one live approval at a time."""

from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from delegation.amhp.approving import earlier_day_it_could_be_approved, what_stands_against
from delegation.amhp.rules import years_after
from delegation.amhp.selectors import amhp_in_force
from delegation.amhp.services import (
    approve_amhp,
    record_amhp_competence,
    refuse_amhp,
)
from delegation.amhp.wording import approved_before
from delegation.amhp.words import AREAS
from delegation.authority import NotYourRole, RetainedByTheCouncil, SameHands
from delegation.demo import DemoOrganisations
from delegation.models import Account, Act, AmhpNotice
from delegation.refusals import AlreadyThere, NotApprovable, NothingSaid, RuleBroken, WrongDates, WrongState
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


def test_whoever_was_approved_before_needs_no_new_course(demo: DemoOrganisations) -> None:
    hillshire = {
        "earlier_council": "Hillshire Council",
        "earlier_from": date(2012, 3, 1),
        "earlier_to": date(2017, 2, 28),
    }
    approval = approved(demo, course="", course_completed_on=None, **hillshire)
    assert (approval.state, approval.was_approved_before, approval.approved_by_now) == ("in_force", True, "")
    assert approved_before(approval) == "By Hillshire Council, from 1 March 2012 to 28 February 2017"
    with pytest.raises(NothingSaid):
        applied(demo, somebody(demo, "first"), course="", course_completed_on=None)
    assert broken() == set()


def test_an_earlier_approval_in_this_register_is_chosen_there(demo: DemoOrganisations) -> None:
    first = approved(demo)
    second = approved(demo, first.worker, course="", course_completed_on=None, earlier=first)
    assert (second.earlier, second.was_approved_before) == (first, True)
    assert approved_before(second) == "By this council, from 10 June 2026 to 10 June 2026"
    told = Act.objects.filter(verb="apply_for_amhp_approval").latest("seq").detail
    assert told["approved_before"] == first.ref
    assert broken() == set()


def test_nobody_rests_on_the_approval_of_another_or_on_an_application(demo: DemoOrganisations) -> None:
    another, waits, rowan = (
        approved(demo, somebody(demo, "another")),
        applied(demo, somebody(demo, "waits")),
        somebody(demo),
    )
    for earlier in (another, waits):
        with pytest.raises(NotApprovable, match=f"{earlier.ref} is no approval of Rowan") as refused:
            applied(demo, rowan, earlier=earlier)
        assert refused.value.at == "earlier"
    with pytest.raises(WrongDates, match="after this application"):
        applied(demo, another.worker, earlier=another, applied_on=TODAY - A_DAY)
    with pytest.raises(NothingSaid, match="not both"):
        applied(demo, another.worker, earlier=another, earlier_council="Hillshire Council")


@pytest.mark.parametrize(
    ("told", "at", "said"),
    [
        ({"earlier_council": ""}, "earlier_council", "Enter the name of the council"),
        ({"earlier_council": "exampleshire  council", "earlier_to": None}, "earlier_to", "choose the approval"),
        ({"earlier_from": None}, "earlier_from", "Enter the day on which that council approved them"),
        ({"earlier_from": TODAY + A_DAY}, "earlier_from", "cannot have begun after the application of 10 June 2026"),
        ({"earlier_to": TODAY + A_DAY}, "earlier_to", "cannot be after today"),
        ({"earlier_to": date(2021, 5, 31)}, "earlier_to", "cannot have ended before it began on 1 June 2021"),
        ({"earlier_to": date(2026, 6, 1)}, "earlier_to", "lasted until 31 May 2026 at most"),
        ({"earlier_to": None}, "earlier_to", "lasted until 31 May 2026 at most .* Enter its last day"),
    ],
)
def test_the_days_of_an_earlier_approval_can_be(demo: DemoOrganisations, told: Any, at: str, said: str) -> None:
    whole = {"earlier_council": "Hillshire Council", "earlier_from": date(2021, 6, 1), "earlier_to": date(2026, 5, 31)}
    worker = somebody(demo)
    with pytest.raises(RuleBroken, match=said) as refused:
        applied(demo, worker, **(whole | told))
    assert refused.value.at == at
    assert applied(demo, worker, **whole).was_approved_before


def test_competence_is_assessed_within_five_years(demo: DemoOrganisations, clock: Any) -> None:
    lead, approval = demo.accounts["amhplead"], applied(demo)
    earliest = years_after(TODAY, -5)
    evidence = dict.fromkeys(AREAS, "Portfolio.")
    for day, said in ((earliest - A_DAY, "before 10 June 2021, five years before"), (TODAY + A_DAY, "after today")):
        with pytest.raises(WrongDates, match=said):
            record_amhp_competence(by=lead, approval=approval, evidence=evidence, assessed_on=day)
    record_amhp_competence(by=lead, approval=approval, evidence=evidence, assessed_on=earliest)
    clock.shift(A_DAY)
    with pytest.raises(NotApprovable, match="was assessed before 11 June 2021: assess it again"):
        approve_amhp(by=lead, approval=approval, reasons="A day late.")
    then = {"approved_on": TODAY, "decision_written_in": "Minutes"}
    assert approve_amhp(by=lead, approval=approval, reasons="On the day.", **then).state == "in_force"
    assert broken() == set()


def test_what_is_missing_is_said_until_an_approval_is_possible(demo: DemoOrganisations, clock: Any) -> None:
    lead, approval = demo.accounts["amhplead"], applied(demo, course_completed_on=years_after(TODAY, -5))

    def missing() -> list[str]:
        return [fault.path for fault in what_stands_against(approval, timezone.localdate())]

    assert (missing(), earlier_day_it_could_be_approved(approval)) == (["competence"], None)
    competent(approval, lead)
    assert (missing(), earlier_day_it_could_be_approved(approval)) == ([], None)
    clock.shift(A_DAY)
    assert (missing(), earlier_day_it_could_be_approved(approval)) == (["course"], TODAY)
    suspend_theirs(demo, approval)
    assert (missing(), earlier_day_it_could_be_approved(approval)) == (["registration", "course"], None)


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
    second = approved(demo, first.worker, earlier=first)
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
    known = {"earlier_council": demo.council.name, "earlier_from": TODAY}
    second = approved(demo, first.worker, by=director, council=other, **known)
    first = fresh(first)
    assert (first.state, first.end_cause) == ("ended", "elsewhere")
    assert set(second.notices.values_list("to_authority", flat=True)) == {"", demo.council.name}
    noted = Act.objects.filter(council=demo.council).latest("seq")
    assert (noted.verb, noted.outcome, noted.subject) == ("end_amhp_approval", "noted", first.ref)
    assert amhp_in_force(first.worker, demo.council) is None
    assert amhp_in_force(first.worker, other) == second
    assert broken() == set()


def test_a_council_outside_this_service_is_told(demo: DemoOrganisations) -> None:
    approval = approved(demo, earlier_council="Hillshire Council", earlier_from=date(2023, 1, 9))
    assert approved_before(approval) == "By Hillshire Council, from 9 January 2023, and still at the application"
    assert "Hillshire Council" in approval.notices.values_list("to_authority", flat=True)


def test_one_application_at_a_time(demo: DemoOrganisations) -> None:
    approval = applied(demo)
    with pytest.raises(AlreadyThere):
        applied(demo, approval.worker)
