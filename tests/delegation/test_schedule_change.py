"""A change of the schedule: against the law, seen before it is made, decided by the Director, felt on the next act."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.db import connection
from django.test import Client
from django.utils import timezone

from casework.effects import states_under
from casework.models import InformationRequest, SafeguardingConcern, SafeguardingEnquiry, SupportPlan
from casework.safeguarding import demo as safeguarding
from delegation.append_only import guards_lifted
from delegation.authority import Question, permit
from delegation.counting import Waiting
from delegation.demo import DemoOrganisations
from delegation.diagram import flow_bpmn, flow_svg
from delegation.models import Account, Act, Authorisation, Organisation, Post, ScheduleChange
from delegation.promises import broken_promises
from delegation.refusals import (
    AlreadyThere,
    KeptByChoice,
    NoDueDiligence,
    NotAuthorised,
    NothingSaid,
    NotReady,
    NotTheDirector,
    NotYourRole,
    OutOfDate,
    SameHands,
    UnknownFunction,
    UnlawfulAuthorisation,
    WrongDates,
)
from delegation.registers import drawn_procedures, registers, waiting_in
from delegation.schedule_change.demo import load
from delegation.schedule_change.effects import effects_of
from delegation.schedule_change.services import (
    approve_schedule_change,
    propose_schedule_change,
    refuse_schedule_change,
    withdraw_schedule_change,
)
from delegation.services import appoint_to_post, give_cover, open_organisation, revoke_authorisation
from tests.scenarios import a_person, an_assessment, looked_into
from verification.demo import BY_NUMBER, Storyteller, four_lines

pytestmark = pytest.mark.django_db
People = dict[str, Account]
FUNCTION = "carer_assessment"


def propose(demo: DemoOrganisations, people: People, **but: Any) -> ScheduleChange:
    given: dict[str, Any] = {
        "by": people["head"],
        "council": demo.council,
        "organisation": demo.northgate,
        "function": FUNCTION,
        "kind": "revoke",
        "from_day": timezone.localdate(),
        "reasons": "The council does it itself.",
    }
    return propose_schedule_change(**given | but)


def to_authorise(**but: Any) -> dict[str, Any]:
    given = {
        "kind": "authorise",
        "power": "activity",
        "function": "press_liaison",
        "conditions": "Agreed lines only",
        "instrument": "Variation 3",
    }
    return given | but


def ask(demo: DemoOrganisations, people: People, function: str = FUNCTION) -> None:
    """The guard's own question, as the next request of a provider's practitioner would ask it."""
    question = Question(
        act="try",
        function=function,
        by=people["practitioner"],
        on=timezone.localdate(),
        council=demo.council,
        side="provider",
    )
    permit(question)


def test_what_cannot_be_authorised_says_why(demo: DemoOrganisations, people: People) -> None:
    later = timezone.localdate() + timedelta(days=365)
    for but, refusal, why in (
        (to_authorise(function="charging_policy_hold", power="care_act_s79"), UnlawfulAuthorisation, r"s\.79\(2\)"),
        (to_authorise(function="astrology"), UnknownFunction, "no function"),
        (to_authorise(function="brokerage_sourcing", power="care_act_s79", to_day=later), KeptByChoice, "own choice"),
        (to_authorise(power="nhs_act_s75"), UnlawfulAuthorisation, "only with an NHS body"),
        (to_authorise(conditions=" "), UnlawfulAuthorisation, "written conditions"),
        (to_authorise(instrument=" "), NotReady, "instrument"),
        ({"from_day": timezone.localdate() - timedelta(days=1)}, WrongDates, "today or a later day"),
        ({"reasons": " "}, NothingSaid, "Write why"),
        ({"function": "press_liaison"}, NotReady, "no authorisation"),
        (to_authorise(function=FUNCTION, power="care_act_s79", to_day=later), AlreadyThere, "is authorised from"),
    ):
        with pytest.raises(refusal, match=why):
            propose(demo, people, **but)
    assert not ScheduleChange.objects.exists()
    assert Act.objects.latest("pk").verb == "propose_schedule_change"


def test_nothing_changes_until_the_director_approves(demo: DemoOrganisations, people: People) -> None:
    change = propose(demo, people)
    ask(demo, people)
    approve_schedule_change(by=people["dass"], change=change.ref, reason="Agreed.")
    with pytest.raises(OutOfDate, match="revoked"):
        ask(demo, people)
    line = Act.objects.filter(subject=change.ref).latest("pk")
    assert (line.verb, line.outcome) == ("approve_schedule_change", "exercised")
    assert line.detail["effects"]["posts"] == 2
    assert broken_promises() == []


def test_running_work_is_decided_by_the_day_of_the_act(demo: DemoOrganisations, people: People) -> None:
    change = propose(demo, people, from_day=timezone.localdate() + timedelta(days=10))
    approve_schedule_change(by=people["dass"], change=change.ref, reason="Agreed.")
    with time_machine.travel(timezone.now() + timedelta(days=9)):
        ask(demo, people)
    with time_machine.travel(timezone.now() + timedelta(days=10)), pytest.raises(OutOfDate):
        ask(demo, people)


def test_a_function_given_is_in_force_from_its_day_and_rests_on_due_diligence(
    demo: DemoOrganisations, people: People
) -> None:
    newcomer = open_organisation(
        by=people["administrator"], council=demo.council, key="fenside", name="Fenside", kind="provider"
    )
    appoint_to_post(
        by=people["administrator"],
        worker=people["practitioner"].worker,  # type: ignore[arg-type]
        organisation=newcomer,
        role="practitioner",
        from_day=timezone.localdate(),
    )
    until = timezone.localdate() + timedelta(days=700)
    given = to_authorise(function=FUNCTION, power="care_act_s79", to_day=until)
    change = propose(demo, people, organisation=newcomer, **given)
    decide: dict[str, Any] = {"by": people["dass"], "change": change.ref, "reason": "Agreed."}
    with pytest.raises(NotReady, match="Cabinet"):
        approve_schedule_change(**decide)
    with pytest.raises(NoDueDiligence):
        approve_schedule_change(**decide, cabinet_reference="Cabinet 14/26")
    assert not Authorisation.objects.filter(organisation=newcomer).exists()
    looked_into(demo.council, newcomer, people["administrator"], people["dass"])
    approve_schedule_change(**decide, cabinet_reference="Cabinet 14/26")
    made = Authorisation.objects.get(organisation=newcomer)
    assert (made.function, made.from_day, made.to_day) == (FUNCTION, timezone.localdate(), until)
    assert broken_promises() == []


def test_who_decides(demo: DemoOrganisations, people: People) -> None:
    change = propose(demo, people)
    decide: dict[str, Any] = {"change": change.ref, "reason": "Agreed."}
    for who in ("head", "auditor", "administrator"):
        with pytest.raises(NotYourRole):
            approve_schedule_change(by=people[who], **decide)
    for who in ("dass", "verifier"):
        with pytest.raises(NotYourRole):
            propose(demo, people, by=people[who], function="dfg_necessary_appropriate")
    today = timezone.localdate()
    cover: dict[str, Any] = {"council": demo.council, "covered": people["dass"].worker, "reason": "Leave"}
    give_cover(by=people["dass"], covering=people["auditor"].worker, from_day=today, to_day=today, **cover)
    with pytest.raises(NotTheDirector):
        approve_schedule_change(by=people["auditor"], **decide)
    give_cover(by=people["dass"], covering=people["head"].worker, from_day=today, to_day=today, **cover)
    with pytest.raises(SameHands):
        approve_schedule_change(by=people["head"], **decide)
    refuse_schedule_change(by=people["dass"], **decide)
    ask(demo, people)
    for service in (approve_schedule_change, refuse_schedule_change):
        with pytest.raises(AlreadyThere):
            service(by=people["dass"], **decide)


def test_a_withdrawn_change_changes_nothing_and_makes_room(demo: DemoOrganisations, people: People) -> None:
    change = propose(demo, people)
    with pytest.raises(AlreadyThere, match="waits for its decision"):
        propose(demo, people)
    withdraw_schedule_change(by=people["head"], change=change.ref, reason="Too early.")
    ask(demo, people)
    assert propose(demo, people).state == "proposed"
    assert broken_promises() == []


def test_a_change_decided_too_late_is_proposed_again(demo: DemoOrganisations, people: People) -> None:
    change = propose(demo, people)
    (register,) = [one for one in registers() if one.key == "schedule_changes"]
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert waiting_in([register], demo.council, timezone.localdate()) == [Waiting(open=1, late=1)]
        with pytest.raises(WrongDates, match="Propose it again"):
            approve_schedule_change(by=people["dass"], change=change.ref, reason="Agreed.")


def test_what_has_changed_since_the_proposal_is_asked_again(demo: DemoOrganisations, people: People) -> None:
    change = propose(demo, people)
    given = Authorisation.objects.get(organisation=demo.northgate, function=FUNCTION)
    revoke_authorisation(by=people["dass"], authorisation=given, because="At once")
    with pytest.raises(AlreadyThere, match="revoked"):
        approve_schedule_change(by=people["dass"], change=change.ref, reason="Agreed.")
    assert ScheduleChange.objects.get().state == "proposed"


# -- what it would stop or start -----------------------------------------------------------------------------------


def every_row() -> dict[str, int]:
    """How many rows each table of the house holds, its histories and the register included."""
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


def counted(council: Organisation, organisation: Organisation, function: str) -> dict[str, int]:
    return {one.key: one.number for one in effects_of(council, organisation, function)}


def test_it_is_approved_with_what_it_touches_and_what_it_needs_in_sight(
    demo: DemoOrganisations, people: People, client: Client
) -> None:
    client.force_login(people["dass"])
    back = propose(demo, people)
    page = client.get(f"/schedule-changes/{back.ref}/approve/").content.decode()
    assert "What it would stop today" in page
    assert "Cabinet" not in page
    approved = client.post(f"/schedule-changes/{back.ref}/approve/", {"reason": "Agreed."})
    assert approved.status_code == 303
    until = timezone.localdate() + timedelta(days=700)
    again = propose(demo, people, **to_authorise(function=FUNCTION, power="care_act_s79", to_day=until))
    page = client.get(f"/schedule-changes/{again.ref}/approve/").content.decode()
    assert "Cabinet’s reference is asked" in page
    assert "(optional)" not in page
    refused = client.post(f"/schedule-changes/{again.ref}/approve/", {"reason": "Agreed."})
    assert refused.status_code == 422
    assert "cabinet_reference" in refused.context["form"].errors
    assert f"/schedule-changes/{again.ref}/approve/" in client.get(f"/schedule-changes/{again.ref}/").content.decode()
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        client.force_login(people["dass"])
        record = client.get(f"/schedule-changes/{again.ref}/").content.decode()
        assert "it has to be proposed again" in record
        assert f"/schedule-changes/{again.ref}/approve/" not in record


def test_what_it_touches_is_counted_exactly_and_nothing_is_written(demo: DemoOrganisations, people: People) -> None:
    a_person(demo)
    an_assessment(demo)
    Storyteller(demo).drafted(BY_NUMBER[1], four_lines())
    before, head = every_row(), Act.objects.latest("pk").hash
    seen = counted(demo.council, demo.northgate, "support_plan_development")
    plans = SupportPlan.objects.filter(provider=demo.northgate, state__in=states_under("support_plan_development"))
    assert plans.count() > 0
    assert seen == {"posts": 3, "staff": 3, "plans": plans.count(), "people": plans.count(), "late": 0, "urgent": 0}
    assert counted(demo.council, demo.riverside, "support_plan_development")["plans"] == 0
    assert counted(demo.council, demo.northgate, "single_access_point_advice")["caseload"] == 3
    assert counted(demo.council, demo.northgate, "eligibility_determination")["assessments"] == 0
    assert "concerns" in counted(demo.council, demo.northgate, "safeguarding_alert_capture")
    assert "enquiries" in counted(demo.council, demo.northgate, "care_support_assessment")
    assert (every_row(), Act.objects.latest("pk").hash) == (before, head)


def test_what_a_provider_was_asked_in_safeguarding_is_counted(demo: DemoOrganisations) -> None:
    safeguarding.load(demo)
    in_hand = {
        "concerns": ("safeguarding_alert_capture", SafeguardingConcern.objects.filter(seen_at=None)),
        "information_requests": ("safeguarding_information_gathering", InformationRequest.objects.filter(answer="")),
        "safeguarding_enquiries": ("safeguarding_investigation", SafeguardingEnquiry.objects.filter(reported_on=None)),
    }
    for key, (function, rows) in in_hand.items():
        theirs = {"provider": demo.northgate} if key == "concerns" else {"organisation": demo.northgate}
        expected = rows.filter(**theirs).count()
        assert expected > 0, key
        assert counted(demo.council, demo.northgate, function)[key] == expected
        assert counted(demo.council, demo.riverside, function)[key] == 0
    assert "concerns" not in counted(demo.council, demo.northgate, "safeguarding_investigation")


def test_the_page_counts_without_writing(demo: DemoOrganisations, people: People) -> None:
    change = propose(demo, people, function="support_plan_development")
    client = Client()
    client.force_login(people["dass"])
    client.get("/me/")
    before = {key: number for key, number in every_row().items() if key != "sessions.Session"}
    page = client.get(f"/schedule-changes/{change.ref}/").content.decode()
    assert "What it would stop today" in page
    assert "Approve" in page
    assert {key: number for key, number in every_row().items() if key != "sessions.Session"} == before


def test_a_transfer_from_anywhere_is_no_next_step() -> None:
    assert "funded" not in states_under("support_plan_development")
    assert states_under("brokerage_sourcing") == frozenset()


def test_what_was_counted_is_kept_with_the_decision(demo: DemoOrganisations, people: People) -> None:
    change = propose(demo, people)
    approve_schedule_change(by=people["dass"], change=change.ref, reason="Agreed.")
    Post.objects.filter(organisation=demo.northgate, role="practitioner").update(to_day=date(2020, 1, 1))
    client = Client()
    client.force_login(people["auditor"])
    page = client.get(f"/schedule-changes/{change.ref}/").content.decode()
    assert "as counted on deciding" in page
    assert ScheduleChange.objects.get().effects[0]["number"] == 2


def test_the_demonstration_has_one_that_waits(demo: DemoOrganisations, people: People) -> None:
    load(demo)
    load(demo)
    assert ScheduleChange.objects.get().state == "proposed"


def test_a_page_says_which_section_stands_against_it(demo: DemoOrganisations, people: People) -> None:
    client = Client()
    client.force_login(people["head"])
    day = timezone.localdate()
    typed = to_authorise(function="charging_policy_hold", power="care_act_s79") | {
        "organisation": "northgate",
        "reasons": "To save time.",
        "from_day_day": day.day,
        "from_day_month": day.month,
        "from_day_year": day.year,
        "to_day_day": day.day,
        "to_day_month": day.month,
        "to_day_year": day.year + 3,
    }
    page = client.post("/schedule-changes/propose/", typed)
    assert page.status_code == 422
    assert "To save time." in page.content.decode()
    assert "s.79(2)" in page.content.decode()


@pytest.mark.parametrize(
    ("corruption", "found"),
    [
        (
            "UPDATE delegation_schedulechange SET post_id = "
            "(SELECT MIN(id) FROM delegation_post WHERE role = 'auditor')",
            "had not proposed it",
        ),
        ("UPDATE delegation_schedulechange SET from_day = '2026-12-31'", "in force as it was proposed"),
        ("UPDATE delegation_schedulechange SET kind = 'authorise', power = 'care_act_s79'", "Cabinet"),
        ("DELETE FROM delegation_act WHERE verb = 'approve_schedule_change'", "had not proposed it"),
    ],
)
def test_a_change_made_past_the_director_is_found(
    demo: DemoOrganisations, people: People, corruption: str, found: str
) -> None:
    change = propose(demo, people)
    approve_schedule_change(by=people["dass"], change=change.ref, reason="Agreed.")
    assert broken_promises(with_register_walk=False) == []
    with guards_lifted(connection), connection.cursor() as cursor:
        cursor.execute(corruption)
    assert any(found in broken.promise.sentence for broken in broken_promises(with_register_walk=False))


def test_what_was_never_given_is_said_so(demo: DemoOrganisations, people: People) -> None:
    with pytest.raises(NotAuthorised):
        ask(demo, people, "press_liaison")


@pytest.mark.parametrize("key", sorted(drawn_procedures()))
def test_the_documents_hold_each_procedure_as_the_code_draws_it(key: str) -> None:
    docs, drawn = Path(__file__).resolve().parents[2] / "docs" / "procedures", drawn_procedures()[key]
    assert (docs / f"{key}.svg").read_text(encoding="utf-8") == flow_svg(drawn)
    assert (docs / f"{key}.bpmn").read_text(encoding="utf-8") == flow_bpmn(drawn)
