"""AMHPs: approved by the council alone on what the law asks, for five years, and never named while not in force."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
import time_machine
from django.db import Error, transaction
from django.test import Client
from django.utils import timezone

from delegation.amhp.naming import refuse_unless_amhp_in_force
from delegation.amhp.rules import approval_years, last_day_of_term, next_due, years_after
from delegation.amhp.selectors import amhp_in_force, waiting
from delegation.amhp.services import (
    apply_for_amhp_approval,
    approve_amhp,
    end_amhp_approval,
    lift_amhp_suspension,
    record_amhp_competence,
    refuse_amhp,
    suspend_amhp_approval,
)
from delegation.amhp.training import end_amhp_acting, record_amhp_acting, record_amhp_training
from delegation.amhp.words import AREAS
from delegation.authority import NotQualified, NotYourRole, RetainedByTheCouncil, SameHands
from delegation.counting import numbers_of
from delegation.demo import DemoOrganisations
from delegation.models import Account, Act, AmhpApproval, AmhpNotice, Organisation, ProfessionalRegistration, Worker
from delegation.promises import broken_promises, promises
from delegation.refusals import AlreadyThere, NotApprovable, NothingSaid, WrongAmount, WrongDates, WrongState
from delegation.registration.services import (
    end_registration,
    lift_registration_suspension,
    record_registration,
    suspend_registration,
)
from delegation.services import appoint_to_post, open_account, open_council
from tests.proof.corrupting import corrupt
from tests.proof.worlds import World

pytestmark = pytest.mark.django_db
People = dict[str, Account]
TODAY = date(2026, 6, 10)
A_DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def clock() -> Any:
    with time_machine.travel(TODAY, tick=True) as clock:
        yield clock


def somebody(demo: DemoOrganisations, username: str = "rowan", profession: str = "social_worker") -> Worker:
    """A worker of Northgate with a live registration."""
    by = demo.accounts["administrator"]
    registration = {"profession": profession, "number": f"N{username}", "live_from": date(2019, 12, 2)}
    account = open_account(
        by=by, council=demo.council, username=username, name=username.title(), registration=registration
    )
    assert account.worker
    appoint_to_post(
        by=by, worker=account.worker, organisation=demo.northgate, role="practitioner", from_day=date(2020, 1, 1)
    )
    return account.worker


def applied(demo: DemoOrganisations, worker: Worker | None = None, **other: Any) -> AmhpApproval:
    told = {
        "by": demo.accounts["amhplead"],
        "council": demo.council,
        "worker": worker or somebody(demo),
        "applied_on": timezone.localdate(),
        "course": "AMHP programme",
        "course_completed_on": timezone.localdate() - timedelta(days=100),
        "undertakes_to_tell_of_acting": True,
        "undertakes_to_stop_on_suspension": True,
        "undertakes_to_stop_on_loss": True,
    }
    return apply_for_amhp_approval(**(told | other))  # type: ignore[arg-type]


def competent(approval: AmhpApproval, by: Account, areas: Any = AREAS) -> AmhpApproval:
    evidence = dict.fromkeys(areas, "Portfolio and observed assessment.")
    return record_amhp_competence(by=by, approval=approval, evidence=evidence, assessed_on=approval.applied_on)


def approved(demo: DemoOrganisations, worker: Worker | None = None, **other: Any) -> AmhpApproval:
    lead = other.pop("by", demo.accounts["amhplead"])
    approval = competent(applied(demo, worker, by=lead, **other), lead)
    return approve_amhp(by=lead, approval=approval, reasons="All five areas are shown.")


def fresh(approval: AmhpApproval) -> AmhpApproval:
    return AmhpApproval.objects.get(pk=approval.pk)


def suspend_theirs(demo: DemoOrganisations, approval: AmhpApproval) -> ProfessionalRegistration:
    return suspend_registration(
        by=demo.accounts["administrator"],
        council=demo.council,
        registration=approval.registration,
        from_day=timezone.localdate(),
        reason="Interim suspension order.",
    )


def broken() -> set[str]:
    return {one.promise.sentence for one in broken_promises(with_register_walk=False)}


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
    assert approved(demo, course="", course_completed_on=None, was_approved_before=True).state == "in_force"
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
    second = approved(demo, first.worker, was_approved_before=True)
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
    second = approved(demo, first.worker, by=director, council=other, was_approved_before=True)
    first = fresh(first)
    assert (first.state, first.end_cause) == ("ended", "elsewhere")
    assert set(second.notices.values_list("to_authority", flat=True)) == {"", demo.council.name}
    noted = Act.objects.filter(council=demo.council).latest("seq")
    assert (noted.verb, noted.outcome, noted.subject) == ("end_amhp_approval", "noted", first.ref)
    assert amhp_in_force(first.worker, demo.council) is None
    assert amhp_in_force(first.worker, other) == second
    assert broken() == set()


def test_a_council_outside_this_service_is_told(demo: DemoOrganisations) -> None:
    approval = approved(demo, was_approved_before=True, approved_by_now="Hillshire Council")
    assert "Hillshire Council" in approval.notices.values_list("to_authority", flat=True)


def test_one_application_at_a_time(demo: DemoOrganisations) -> None:
    approval = applied(demo)
    with pytest.raises(AlreadyThere):
        applied(demo, approval.worker)


# -- registration --------------------------------------------------------------------------------------------------


def test_a_suspended_registration_suspends_the_approval_in_the_same_act(demo: DemoOrganisations) -> None:
    approval = approved(demo)
    suspend_theirs(demo, approval)
    approval = fresh(approval)
    assert (approval.state, approval.last_day) == ("suspended", date(2031, 6, 9))
    assert approval.notices.latest("number").kind == "suspended"
    assert amhp_in_force(approval.worker, demo.council) is None
    assert broken() == set()


def test_the_suspension_is_lifted_on_notice_and_the_term_is_not_extended(demo: DemoOrganisations, clock: Any) -> None:
    lead, approval = demo.accounts["amhplead"], approved(demo)
    registration = suspend_theirs(demo, approval)
    with pytest.raises(NotApprovable):
        lift_amhp_suspension(by=lead, approval=approval, satisfied_of_competence=True, because="Hoped so.")
    clock.shift(timedelta(days=60))
    lift_registration_suspension(
        by=demo.accounts["administrator"],
        council=demo.council,
        registration=registration,
        on=timezone.localdate(),
        reason="The order was revoked.",
    )
    assert fresh(approval).state == "suspended"
    held = lift_amhp_suspension(by=lead, approval=approval, satisfied_of_competence=False, because="Out of practice.")
    assert (held.state, held.notices.latest("number").kind) == ("suspended", "held")
    lifted = lift_amhp_suspension(by=lead, approval=approval, satisfied_of_competence=True, because="Shown again.")
    assert (lifted.state, lifted.last_day) == ("in_force", date(2031, 6, 9))
    assert amhp_in_force(approval.worker, demo.council) == lifted
    assert amhp_in_force(approval.worker, demo.council, TODAY + A_DAY) is None
    assert broken() == set()


def test_the_lead_told_by_the_amhp_suspends_both_at_once(demo: DemoOrganisations) -> None:
    lead, approval = demo.accounts["amhplead"], approved(demo)
    suspended = suspend_amhp_approval(by=lead, approval=approval, from_day=TODAY, because="Told under reg 5(c).")
    assert suspended.state == "suspended"
    assert not approval.worker.is_registered_with("Social Work England", TODAY)
    lifted = lift_amhp_suspension(
        by=lead,
        approval=approval,
        satisfied_of_competence=True,
        because="Told that it is lifted.",
        registration_lifted_on=TODAY,
    )
    assert lifted.state == "in_force"
    assert broken() == set()


def test_an_ended_registration_ends_the_approval(demo: DemoOrganisations) -> None:
    approval = approved(demo)
    end_registration(
        by=demo.accounts["administrator"],
        council=demo.council,
        registration=approval.registration,
        on=TODAY,
        reason="Removed from the register.",
    )
    approval = fresh(approval)
    assert (approval.state, approval.end_cause, approval.ended_on) == ("ended", "profession", TODAY)
    assert amhp_in_force(approval.worker, demo.council) is None
    assert broken() == set()


def test_a_registration_that_runs_out_stops_the_amhp_without_anybody_acting(demo: DemoOrganisations) -> None:
    approval = approved(demo)
    record_registration(
        by=demo.accounts["administrator"],
        council=demo.council,
        worker=approval.worker,
        profession="social_worker",
        number=approval.registration.number,
        live_from=date(2019, 12, 2),
        live_to=TODAY + timedelta(days=20),
    )
    assert (fresh(approval).due_on, fresh(approval).due_what) == (TODAY + timedelta(days=20), "registration")
    assert amhp_in_force(approval.worker, demo.council, TODAY + timedelta(days=20))
    assert amhp_in_force(approval.worker, demo.council, TODAY + timedelta(days=21)) is None


@pytest.mark.parametrize("who", ["providermanager", "amhplead", "auditor", "practitioner"])
def test_the_council_s_administrators_alone_record_registrations(demo: DemoOrganisations, who: str) -> None:
    worker = somebody(demo)
    given: dict[str, Any] = {
        "council": demo.council,
        "worker": worker,
        "profession": "occupational_therapist",
        "number": "OT1",
        "live_from": date(2020, 1, 1),
    }
    with pytest.raises((NotYourRole, RetainedByTheCouncil)):
        record_registration(by=demo.accounts[who], **given)
    assert record_registration(by=demo.accounts["administrator"], **given).body == "HCPC"


def test_a_number_is_one_persons(demo: DemoOrganisations) -> None:
    first, second = somebody(demo, "one"), somebody(demo, "two")
    with pytest.raises(AlreadyThere, match="somebody else"):
        record_registration(
            by=demo.accounts["administrator"],
            council=demo.council,
            worker=second,
            profession="social_worker",
            number=first.registrations.get().number.lower(),
            live_from=date(2020, 1, 1),
        )


# -- the years -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("approved_on", "last_day"),
    [
        (date(2026, 6, 10), date(2031, 6, 9)),
        (date(2024, 2, 29), date(2029, 2, 28)),
        (date(2023, 3, 1), date(2028, 2, 29)),
    ],
)
def test_five_years_endclock_before_the_anniversary(approved_on: date, last_day: date) -> None:
    assert last_day_of_term(approved_on) == last_day
    years = approval_years(approved_on, [])
    assert (years[0].first, years[-1].last) == (approved_on, last_day)
    assert all(after.first == before.last + A_DAY for before, after in pairwise(years))


def test_training_counts_in_the_approval_year_of_its_day() -> None:
    first = date(2024, 6, 10)
    years = approval_years(first, [(date(2025, 6, 9), Decimal(10)), (date(2025, 6, 10), Decimal("8.5"))])
    assert [year.hours for year in years[:2]] == [Decimal(10), Decimal("8.5")]
    enough = [(date(2024, 7, 1), Decimal(18)), (date(2025, 7, 1), Decimal("17.75"))]
    assert next_due(approved_on=first, training=enough, registered_until=None).on == date(2026, 6, 9)
    short = next_due(approved_on=first, training=enough[1:], registered_until=None)
    assert (short.on, short.what) == (date(2025, 6, 9), "training")


def test_a_year_short_of_18_hours_is_late_until_the_council_acts(demo: DemoOrganisations, clock: Any) -> None:
    lead, approval = demo.accounts["amhplead"], approved(demo)
    record_amhp_training(by=lead, approval=approval, completed_on=TODAY, hours=Decimal("17.75"), what="Law update")
    assert numbers_of(waiting(demo.council, TODAY)).late == 0
    clock.shift(timedelta(days=366))
    today = timezone.localdate()
    assert numbers_of(waiting(demo.council, today)).late == 1
    record_amhp_training(by=lead, approval=approval, completed_on=TODAY, hours=Decimal("0.25"), what="Case review")
    assert numbers_of(waiting(demo.council, today)).late == 0
    assert fresh(approval).due_on == date(2028, 6, 9)


def test_training_is_within_the_approval_and_in_quarters_of_an_hour(demo: DemoOrganisations) -> None:
    lead, approval = demo.accounts["amhplead"], approved(demo)
    for completed_on, hours, refusal in (
        (TODAY + A_DAY, Decimal(2), WrongDates),
        (TODAY - A_DAY, Decimal(2), WrongDates),
        (TODAY, Decimal(0), WrongAmount),
        (TODAY, Decimal("1.1"), WrongAmount),
        (TODAY, Decimal(101), WrongAmount),
    ):
        with pytest.raises(refusal):
            record_amhp_training(by=lead, approval=approval, completed_on=completed_on, hours=hours, what="Law")


# -- the end -------------------------------------------------------------------------------------------------------


def test_an_amhp_is_not_in_forceclock_after_the_five_years(demo: DemoOrganisations, clock: Any) -> None:
    lead, approval = demo.accounts["amhplead"], approved(demo)
    assert approval.last_day
    assert amhp_in_force(approval.worker, demo.council, approval.last_day)
    with pytest.raises(NotQualified):
        refuse_unless_amhp_in_force(approval.worker, demo.council, approval.last_day + A_DAY)
    with pytest.raises(WrongDates):
        end_amhp_approval(by=lead, approval=approval, cause="term", reasons="Over.")
    clock.move_to(approval.last_day + 30 * A_DAY)
    ended = end_amhp_approval(by=lead, approval=approval, cause="request", reasons="They left.")
    assert (ended.end_cause, ended.ended_on) == ("term", approval.last_day)
    assert amhp_in_force(approval.worker, demo.council, approval.last_day)
    assert broken() == set()


@pytest.mark.parametrize("cause", ["request", "competence", "breach", "elsewhere", "profession"])
def test_an_approval_ends_at_once_and_everyone_is_told(demo: DemoOrganisations, cause: str) -> None:
    lead, approval = demo.accounts["amhplead"], approved(demo)
    record_amhp_acting(by=lead, approval=approval, authority="Hillshire Council", from_day=TODAY, told_on=TODAY)
    ended = end_amhp_approval(by=lead, approval=approval, cause=cause, reasons="As the panel found.")
    assert (ended.state, ended.ended_on) == ("ended", TODAY)
    told = ended.notices.filter(kind="ended").values_list("to_authority", "reasons")
    assert set(told) == {("", "As the panel found."), ("Hillshire Council", "As the panel found.")}
    assert not ended.acting.filter(to_day=None).exists()
    assert amhp_in_force(approval.worker, demo.council) is None
    assert broken() == set()


# -- acting for another council, and being named -------------------------------------------------------------------


def test_an_amhp_acts_for_another_council_from_day_to_day(demo: DemoOrganisations) -> None:
    lead, approval = demo.accounts["amhplead"], approved(demo)
    other = Organisation.objects.create(key="hillshire", name="Hillshire Council", kind="council")
    with pytest.raises(NotQualified):
        refuse_unless_amhp_in_force(approval.ref, other)
    acting = record_amhp_acting(
        by=lead, approval=approval, authority="Hillshire council", from_day=TODAY, told_on=TODAY
    )
    assert refuse_unless_amhp_in_force(approval.ref, other) == approval
    with pytest.raises(AlreadyThere):
        record_amhp_acting(by=lead, approval=approval, authority="Hillshire Council", from_day=TODAY, told_on=TODAY)
    end_amhp_acting(by=lead, acting=acting, to_day=TODAY, end_told_on=TODAY)
    assert amhp_in_force(approval.ref, other, TODAY) == approval
    assert amhp_in_force(approval.ref, other, TODAY + A_DAY) is None


def test_an_applicant_cannot_be_named(demo: DemoOrganisations) -> None:
    approval = applied(demo)
    for who in (approval.worker, approval.ref, "AM-0000-0000"):
        with pytest.raises(NotQualified, match="approval in force"):
            refuse_unless_amhp_in_force(who, demo.council)


# -- the promises --------------------------------------------------------------------------------------------------


COMPETENCE = "competence shown in all five areas"
REGISTERED = "in a profession of Schedule 1"
BY_THE_COUNCIL = "approved by an act of that council"
ONE_LIVE = "two live approvals"
AT_A_TIME = "in force at the same time"
NOT_WHILE = "in force while its registration is suspended or ended"
EXACTLY = "suspended exactly while"
TOLD = "was told of the approval"
TERM = "past its five years"
KEPT = "removed before five years"
A = "delegation_amhpapproval"
CHILDREN = (
    "DELETE FROM delegation_amhpnotice WHERE approval_id = {one}; "
    "DELETE FROM delegation_amhpcompetence WHERE approval_id = {one}"
)


@pytest.mark.parametrize(
    ("breaks", "statement"),
    [
        (COMPETENCE, "DELETE FROM delegation_amhpcompetence WHERE approval_id = {one} AND area = 'values'"),
        (COMPETENCE, "UPDATE delegation_amhpcompetence SET assessed_on = '2026-06-11' WHERE approval_id = {one}"),
        (REGISTERED, f"UPDATE {A} SET profession = 'nurse' WHERE id = {{one}}"),
        (REGISTERED, f"UPDATE {A} SET decided_on = '2019-12-01', last_day = '2024-11-30' WHERE id = {{one}}"),
        (BY_THE_COUNCIL, f"UPDATE {A} SET decided_in_id = {{elsewhere}} WHERE id = {{one}}"),
        (BY_THE_COUNCIL, f"UPDATE {A} SET decided_by_id = {{auditor}} WHERE id = {{one}}"),
        (ONE_LIVE, f"UPDATE {A} SET worker_id = (SELECT worker_id FROM {A} WHERE id = {{two}}) WHERE id = {{one}}"),
        (
            NOT_WHILE,
            "UPDATE delegation_professionalregistration SET ended_on = '2026-06-10', ended_because = 'x' "
            f"WHERE id = (SELECT registration_id FROM {A} WHERE id = {{one}})",
        ),
        (
            NOT_WHILE,
            "INSERT INTO delegation_registrationsuspension (registration_id, from_day, because, lifted_because) "
            f"SELECT registration_id, '2026-06-10', 'x', '' FROM {A} WHERE id = {{one}}",
        ),
        (EXACTLY, f"UPDATE {A} SET state = 'suspended' WHERE id = {{one}}"),
        (TOLD, "DELETE FROM delegation_amhpnotice WHERE approval_id = {one}"),
        (TERM, f"UPDATE {A} SET last_day = '2032-06-09' WHERE id = {{one}}"),
        (KEPT, f"{CHILDREN}; DELETE FROM {A} WHERE id = {{one}}"),
    ],
)
def test_each_promise_finds_what_breaks_it(demo: DemoOrganisations, breaks: str, statement: str) -> None:
    one, two = approved(demo, somebody(demo, "one")), approved(demo, somebody(demo, "two"))
    assert broken() == set()
    names = {
        "one": one.pk,
        "two": two.pk,
        "elsewhere": demo.accounts["practitioner"].worker.posts.get().pk,  # type: ignore[union-attr]
        "auditor": demo.accounts["auditor"].pk,
    }
    corrupt(World(demo=demo, accounts=demo.accounts), statement.format(**names).split("; "))
    assert any(breaks in sentence for sentence in broken())


def test_the_promise_of_one_at_a_time_finds_an_overlap(demo: DemoOrganisations) -> None:
    first = approved(demo)
    approved(demo, first.worker, was_approved_before=True)
    corrupt(World(demo=demo, accounts=demo.accounts), [f"UPDATE {A} SET ended_on = '2027-01-01' WHERE id = {first.pk}"])
    assert any(AT_A_TIME in sentence for sentence in broken())


# What guardianship promises of the AMHPs who apply is broken by hand where guardianship's promises are.
OF_GUARDIANSHIP = (
    "No AMHP was named on an application for guardianship, or on a transfer to hospital, while not approved",
    "Nobody decides for the council on an application they made as an AMHP",
    "No AMHP’s application was accepted over the nearest relative’s objection, unless a court displaced them",
)


def test_every_promise_of_amhps_is_broken_here_by_hand() -> None:
    tried = {COMPETENCE, REGISTERED, BY_THE_COUNCIL, ONE_LIVE, AT_A_TIME, NOT_WHILE, EXACTLY, TOLD, TERM, KEPT}
    told = [one.sentence for one in promises() if one.key == "I16" and "AMHP" in one.sentence]
    ours = [sentence for sentence in told if sentence not in OF_GUARDIANSHIP]
    assert all(any(words in sentence for words in tried) for sentence in ours)
    assert len(ours) >= len(tried) - 1


def test_the_database_keeps_a_notice_as_it_was_given(demo: DemoOrganisations) -> None:
    given = approved(demo).notices.get()
    with pytest.raises(Error, match="never changed"), transaction.atomic():
        AmhpNotice.objects.filter(pk=given.pk).update(reasons="Other.")


# -- the pages -----------------------------------------------------------------------------------------------------


def browser(demo: DemoOrganisations, who: str) -> Client:
    client = Client()
    client.force_login(demo.accounts[who])
    return client


def test_the_lead_walks_an_application_to_its_notice_on_the_pages(demo: DemoOrganisations) -> None:
    worker, client = somebody(demo), browser(demo, "amhplead")
    day = {"day": "10", "month": "6", "year": "2026"}

    def dated(name: str) -> dict[str, str]:
        return {f"{name}_{part}": value for part, value in day.items()}

    answer = client.post("/amhps/apply/", {"username": "rowan"})
    assert answer.status_code == 422
    assert b"Enter the approved course" in answer.content
    ticked = dict.fromkeys(
        ("undertakes_to_tell_of_acting", "undertakes_to_stop_on_suspension", "undertakes_to_stop_on_loss"), "on"
    )
    typed = {
        "username": "rowan",
        "course": "Programme",
        **dated("applied_on"),
        **dated("course_completed_on"),
        **ticked,
    }
    answer = client.post("/amhps/apply/", typed)
    assert answer.status_code == 303
    record = answer.headers["Location"]
    assert client.post(f"{record}approve/", {"reasons": "All.", **dated("approved_on")}).status_code == 422
    shown = dict.fromkeys(AREAS, "Seen.") | dated("assessed_on")
    assert client.post(f"{record}competence/", shown).status_code == 303
    assert client.post(f"{record}approve/", {"reasons": "All shown.", **dated("approved_on")}).status_code == 303
    page = client.get(record).content.decode()
    assert "In force" in page
    assert "9 June 2031" in page.replace("\xa0", " ")
    assert "All shown." in client.get(f"{record}notices/1/").content.decode()
    assert amhp_in_force(worker, demo.council)


@pytest.mark.parametrize(("who", "status"), [("auditor", 200), ("dass", 200), ("broker", 403), ("practitioner", 404)])
def test_who_reads_the_register(demo: DemoOrganisations, who: str, status: int) -> None:
    approval = approved(demo)
    client = browser(demo, who)
    for path in ("/amhps/", f"/amhps/{approval.ref}/", f"/amhps/{approval.ref}/notices/1/"):
        assert client.get(path).status_code == status
    if status == 200:
        assert (b"Suspend" in client.get(f"/amhps/{approval.ref}/").content) == (who == "dass")


def test_the_list_asks_as_many_queries_for_many_as_for_few(
    demo: DemoOrganisations, django_assert_max_num_queries: Any
) -> None:
    client = browser(demo, "amhplead")
    client.get("/amhps/")
    for number in range(12):
        approved(demo, somebody(demo, f"amhp{number}"))
    with django_assert_max_num_queries(12):
        page = client.get("/amhps/", {"show": "live", "name": "amhp"}).content.decode()
    assert page.count("app-row-header") == 12
    with django_assert_max_num_queries(20):
        client.get(f"/amhps/{AmhpApproval.objects.latest('pk').ref}/")
