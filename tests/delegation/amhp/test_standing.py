"""An approval while it stands: the registration under it, its years, its end, and acting for another council."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from django.utils import timezone

from delegation.amhp.naming import refuse_unless_amhp_in_force
from delegation.amhp.records import dues_of
from delegation.amhp.rules import Due, approval_years, dues_of_approval, last_day_of_term, near
from delegation.amhp.selectors import amhp_in_force, waiting
from delegation.amhp.services import (
    end_amhp_approval,
    lift_amhp_suspension,
    suspend_amhp_approval,
)
from delegation.amhp.training import end_amhp_acting, record_amhp_acting, record_amhp_training
from delegation.authority import NotQualified, NotYourRole, RetainedByTheCouncil
from delegation.counting import numbers_of
from delegation.demo import DemoOrganisations
from delegation.models import Act, AmhpApproval, Organisation
from delegation.refusals import AlreadyThere, NotApprovable, WrongAmount, WrongDates
from delegation.registration.services import (
    end_registration,
    lift_registration_suspension,
    record_registration,
)
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


def all_dues(approval: AmhpApproval) -> list[Due]:
    return dues_of(fresh(approval), timezone.localdate())


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


def test_whoever_turns_out_to_be_a_doctor_is_an_amhp_no_longer(demo: DemoOrganisations) -> None:
    approval = approved(demo)
    doctor = {"profession": "medical_practitioner", "number": "7012345", "live_from": date(2020, 1, 1)}
    by = demo.accounts["administrator"]
    record_registration(by=by, council=demo.council, worker=approval.worker, **doctor)
    approval = fresh(approval)
    assert (approval.state, approval.end_cause, approval.ended_on) == ("ended", "profession", TODAY)
    assert amhp_in_force(approval.worker, demo.council) is None
    assert (
        Act.objects.filter(subject=approval.ref, verb="end_amhp_approval")
        .latest("seq")
        .reason.endswith("its holder is registered as a medical practitioner.")
    )
    assert broken() == set()


def test_a_number_that_ended_comes_back_only_after_its_end(demo: DemoOrganisations) -> None:
    worker, by = somebody(demo), demo.accounts["administrator"]
    registration = worker.registrations.get()
    end_registration(by=by, council=demo.council, registration=registration, on=TODAY, reason="Struck off.")
    again = {"profession": "social_worker", "number": registration.number}
    for day in (date(2020, 1, 1), TODAY):
        with pytest.raises(WrongDates, match="ended on"):
            record_registration(by=by, council=demo.council, worker=worker, live_from=day, **again)
    tomorrow = TODAY + timedelta(days=1)
    back = record_registration(by=by, council=demo.council, worker=worker, live_from=tomorrow, **again)
    assert (back.live_from, back.pk != registration.pk) == (tomorrow, True)


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
    asked = {"approved_on": first, "registered_until": None, "on": first}
    assert dues_of_approval(training=enough, **asked)[0].on == date(2026, 6, 9)
    short = dues_of_approval(training=enough[1:], **asked)[0]
    assert (short.on, short.what) == (date(2025, 6, 9), "training")


def test_everything_that_falls_due_is_told_and_not_only_the_first() -> None:
    dues = dues_of_approval(
        approved_on=date(2021, 7, 1),
        training=[(date(2021, 8, 1), Decimal(18)), (date(2022, 8, 1), Decimal(12)), (date(2023, 8, 1), Decimal(18))],
        registered_until=date(2026, 11, 30),
        live_again_from=date(2026, 6, 1),
        on=TODAY,
    )
    assert [(due.on, due.what) for due in dues] == [
        (date(2023, 6, 30), "training"),
        (date(2025, 6, 30), "training"),
        (date(2026, 6, 1), "suspension"),
        (date(2026, 6, 30), "term"),
        (date(2026, 6, 30), "training"),
        (date(2026, 11, 30), "registration"),
    ]
    assert dues[0].further == "Year 2: 6 hours missing"
    assert near(dues, TODAY) == dues[:-1]
    assert near(dues[-1:], TODAY) == dues[-1:]  # where nothing is near, the next


def test_an_application_shows_until_when_what_it_rests_on_may_be_relied_on(demo: DemoOrganisations) -> None:
    approval = competent(applied(demo, course_completed_on=date(2021, 7, 1)), demo.accounts["amhplead"])
    assert [(due.on, due.what) for due in all_dues(approval)] == [
        (date(2026, 7, 1), "course"),
        (date(2031, 6, 10), "competence"),
    ]
    assert (fresh(approval).due_on, fresh(approval).due_what) == (date(2026, 7, 1), "course")
    assert numbers_of(waiting(demo.council, date(2026, 7, 2))).late == 1


def test_a_suspension_falls_due_once_the_registration_is_live_again(demo: DemoOrganisations, clock: Any) -> None:
    lead, approval = demo.accounts["amhplead"], approved(demo)
    registration = suspend_theirs(demo, approval)
    assert "suspension" not in {due.what for due in all_dues(approval)}
    clock.shift(timedelta(days=10))
    lift_registration_suspension(
        by=demo.accounts["administrator"],
        council=demo.council,
        registration=registration,
        on=timezone.localdate(),
        reason="The order was revoked.",
    )
    assert (fresh(approval).due_on, fresh(approval).due_what) == (timezone.localdate(), "suspension")
    lift_amhp_suspension(by=lead, approval=approval, satisfied_of_competence=False, because="Out of practice.")
    assert "suspension" not in {due.what for due in all_dues(approval)}
    assert fresh(approval).due_what == "training"


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
    with pytest.raises(WrongDates, match=r"ended on 9 June 2031.*Choose “The five years ended”") as refused:
        end_amhp_approval(by=lead, approval=approval, cause="request", reasons="They left.")
    assert refused.value.at == "cause"
    ended = end_amhp_approval(by=lead, approval=approval, cause="term", reasons="They left.")
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
