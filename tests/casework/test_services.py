"""A person's way to an agreed plan: each refusal beside the success it differs from."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from casework import services as casework
from casework.content import content_hash
from casework.details import Budget, Shares
from casework.models import Need, Person, PlanHand, PlanVersion, SupportPlan
from casework.plans import lock_plan, seal_version
from casework.refusals import AlreadyRecorded, NotEligible, NotKept, PlanNotComplete
from casework.sealing import versions_that_no_longer_match
from casework.selectors import concerns_not_yet_seen_by, people_visible_to, plans_visible_to, search_people
from delegation.authority import (
    NotFound,
    NotYourOrganisation,
    NotYourRole,
    Refused,
    RetainedByTheCouncil,
    StaleRevision,
)
from delegation.demo import DemoOrganisations
from delegation.models import Account, Act
from delegation.promises import broken_promises
from delegation.refusals import WrongState
from tests import scenarios

pytestmark = pytest.mark.django_db


def anew(account: Account) -> Account:
    """The account as the next request finds it."""
    return Account.objects.select_related("worker").get(pk=account.pk)


def test_a_plan_is_written_and_agreed_and_every_promise_holds(here: DemoOrganisations) -> None:
    plan = scenarios.a_plan_agreed_with_person(here)
    assert plan.state == "agreed_with_person"
    assert plan.agreed_content_hash
    assert set(PlanHand.objects.values_list("hand", flat=True)) == {"author", "amender"}
    assert broken_promises() == []
    verbs = set(Act.objects.filter(outcome="exercised").values_list("verb", flat=True))
    assert {"record_person", "record_assessment", "determine_eligibility", "prepare_plan", "amend_plan",
            "set_personal_budget", "agree_plan_with_person"} <= verbs  # fmt: skip


def test_a_charge_for_after_care_and_a_direct_payment_beside_its_lines_are_found(here: DemoOrganisations) -> None:
    plan = scenarios.a_plan_agreed_with_person(here)
    plan.lines.filter(line_key="L1").update(how="direct_payment")
    written = SupportPlan.objects.filter(pk=plan.pk)
    for frequency, amount in (("weekly", "157.50"), ("four_weekly", "630.00"), ("monthly", "682.49")):
        written.update(direct_payment_amount=Decimal(amount), direct_payment_frequency=frequency)
        assert broken_promises() == [], frequency
    written.update(direct_payment_amount=Decimal("682.52"), section_117_aftercare=True)
    told = {broken.promise.sentence for broken in broken_promises()}
    assert len(told) == 2
    assert any("section 117" in sentence for sentence in told)


def test_council_staff_cannot_write_a_plan(here: DemoOrganisations) -> None:
    with pytest.raises(Refused):
        casework.record_person(
            by=here.accounts["verifier"], provider=here.northgate, details=scenarios.person_details()
        )
    assert not Person.objects.exists()
    assert Act.objects.filter(outcome="refused", verb="record_person").count() == 1


def test_another_providers_practitioner_cannot_amend_a_plan(here: DemoOrganisations) -> None:
    plan = scenarios.a_draft_plan(here)
    with pytest.raises(NotYourOrganisation):
        casework.amend_plan(
            by=here.accounts["otherpractitioner"],
            plan=plan.ref,
            seen_revision=plan.revision,
            changes={"wellbeing_matters": "x"},
        )
    casework.amend_plan(
        by=here.accounts["practitioner"], plan=plan.ref, seen_revision=plan.revision, changes={"wellbeing_matters": "x"}
    )


def test_nhs_number_is_checked_and_names_one_person(here: DemoOrganisations) -> None:
    with pytest.raises(NotKept, match="NHS number"):
        scenarios.a_person(here, nhs_number="943 476 5871")
    assert scenarios.a_person(here, nhs_number="943 476 5870").nhs_number == "9434765870"
    with pytest.raises(AlreadyRecorded, match="NHS number"):
        scenarios.a_person(here, nhs_number="9434765870", first_name="Ann")


def test_every_fault_of_a_person_is_told_at_once(here: DemoOrganisations) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(NotKept) as refused:
        scenarios.a_person(here, last_name="", gender="Mail", date_of_birth=tomorrow, address="\x00")
    assert {fault.path for fault in refused.value.faults} == {"last_name", "gender", "date_of_birth", "address"}


def test_one_outcome_is_not_eligible_and_asks_for_advice(here: DemoOrganisations) -> None:
    assessment = scenarios.an_assessment(here, needs=1)
    assert not assessment.determination.eligible
    with pytest.raises(NotEligible):
        casework.prepare_plan(by=here.accounts["practitioner"], assessment=assessment.ref)


def test_eligible_needs_are_those_on_outcomes_the_person_cannot_achieve(here: DemoOrganisations) -> None:
    scenarios.an_assessment(here, needs=3)
    assert set(Need.objects.values_list("eligible", flat=True)) == {True}


def test_the_second_of_two_writers_is_told_who_changed_what(here: DemoOrganisations) -> None:
    plan = scenarios.a_draft_plan(here)
    by = here.accounts["practitioner"]
    casework.amend_plan(by=by, plan=plan.ref, seen_revision=plan.revision, changes={"prevention_advice": "Swim."})
    with pytest.raises(StaleRevision, match=r"Amara Okafor.*prevention advice"):
        casework.amend_plan(
            by=by, plan=plan.ref, seen_revision=plan.revision, changes={"wellbeing_matters": "Company."}
        )
    plan.refresh_from_db()
    assert plan.prevention_advice == "Swim."


def test_saving_what_is_already_there_changes_nothing(here: DemoOrganisations) -> None:
    plan = scenarios.a_draft_plan(here)
    again = casework.amend_plan(
        by=here.accounts["practitioner"],
        plan=plan.ref,
        seen_revision=plan.revision,
        changes={"prevention_advice": plan.prevention_advice},
    )
    assert again.revision == plan.revision


def test_a_changed_line_ends_the_agreement(here: DemoOrganisations) -> None:
    plan = scenarios.a_plan_agreed_with_person(here)
    by = here.accounts["practitioner"]
    casework.change_line(
        by=by,
        plan=plan.ref,
        seen_revision=plan.revision,
        line_key="L1",
        line=scenarios.line_details(1, quantity=Decimal("8.00")),
    )
    plan.refresh_from_db()
    assert (plan.state, plan.agreed_on, plan.agreed_content_hash) == ("draft", None, "")
    with pytest.raises(PlanNotComplete, match="lines of support cost"):
        scenarios.agree(here, plan)
    scenarios.agree(here, scenarios.a_budget_that_fits(here, "practitioner", plan))


def test_a_removed_lines_key_is_never_used_again(here: DemoOrganisations) -> None:
    plan = scenarios.a_draft_plan(here)
    by = here.accounts["practitioner"]
    plan = casework.remove_line(by=by, plan=plan.ref, seen_revision=plan.revision, line_key="L4")
    line = casework.add_line(by=by, plan=plan.ref, seen_revision=plan.revision, line=scenarios.line_details(4))
    assert line.line_key == "L5"
    assert plan.lines.model.history.filter(line_key="L4", history_type="-").count() == 1


def test_a_budget_that_does_not_reconcile_is_refused(here: DemoOrganisations) -> None:
    plan = scenarios.a_draft_plan(here)
    shares = Shares(total=Decimal("157.50"), adult_share=Decimal("20.00"), council_share=Decimal("137.49"))
    with pytest.raises(NotKept, match="is not"):
        casework.set_personal_budget(
            by=here.accounts["practitioner"], plan=plan.ref, seen_revision=plan.revision, budget=Budget(weekly=shares)
        )
    casework.set_personal_budget(
        by=here.accounts["practitioner"],
        plan=plan.ref,
        seen_revision=plan.revision,
        budget=Budget(weekly=replace(shares, council_share=Decimal("137.50"))),
    )


def test_an_agreed_plan_cannot_be_agreed_again(here: DemoOrganisations) -> None:
    plan = scenarios.a_plan_agreed_with_person(here)
    with pytest.raises(WrongState, match="the provider holds it"):
        scenarios.agree(here, plan)


def test_the_database_itself_keeps_a_plan_from_being_funded_without_a_decision(here: DemoOrganisations) -> None:
    plan = scenarios.a_draft_plan(here)
    with pytest.raises(DatabaseError, match="funded_plan_has_a_council_decision"), transaction.atomic():
        SupportPlan.objects.filter(pk=plan.pk).update(state="funded")


def test_the_database_itself_keeps_a_sealed_version(here: DemoOrganisations) -> None:
    plan = scenarios.a_plan_agreed_with_person(here)
    with transaction.atomic():
        version = seal_version(lock_plan(plan.ref), by=here.accounts["quality"])
    version.refresh_from_db()
    assert content_hash(version.content) == version.sha256
    assert list(versions_that_no_longer_match()) == []
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        PlanVersion.objects.update(sha256="0" * 64)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        PlanVersion.objects.all().delete()
    with pytest.raises(DatabaseError, match="stays on it"), transaction.atomic():
        PlanHand.objects.update(hand="broker")


def test_a_plan_is_transferred_to_a_practitioner_of_the_same_provider_only(here: DemoOrganisations) -> None:
    plan = scenarios.a_draft_plan(here)
    boss, other = here.accounts["providermanager"], here.accounts["otherpractitioner"]
    with pytest.raises(NotKept, match="holds no post"):
        casework.transfer_plan_to_worker(by=boss, plan=plan.ref, to_worker=other.worker_id, reason="Leave.")
    with pytest.raises(NotYourRole):
        casework.transfer_plan_to_worker(
            by=here.accounts["practitioner"], plan=plan.ref, to_worker=other.worker_id, reason="Leave."
        )
    own = here.accounts["practitioner"].worker_id
    casework.transfer_plan_to_worker(by=boss, plan=plan.ref, to_worker=own, reason="Back from leave.")


@pytest.mark.parametrize("name", ["date_of_death", "moved_away_on"])
def test_a_death_or_a_move_is_no_correction_but_may_come_with_a_first_recording(
    here: DemoOrganisations, name: str
) -> None:
    by, today = here.accounts["practitioner"], timezone.localdate()
    person = scenarios.a_person(here)
    with pytest.raises(NotKept, match="Nothing was changed") as refused:
        casework.correct_person(by=by, person=person.ref, changes={name: today}, reason="Her daughter rang.")
    assert "Record death or move" in refused.value.faults[0].sentence
    casework.correct_person(by=by, person=person.ref, changes={"telephone": "01632 960123"}, reason="She rang.")
    assert getattr(scenarios.a_person(here, first_name="Ann", **{name: today}), name) == today


def contact(here: DemoOrganisations, person: Person, **but: str) -> object:
    told = {
        "made_by": "Her neighbour",
        "route_of_access": "Community or other route",
        "summary": "Falls.",
        "outcome": "assessment",
    }
    return casework.record_contact(
        by=here.accounts["practitioner"], person=person.ref, made_on=timezone.localdate(), **{**told, **but}
    )


def test_a_safeguarding_concern_stands_before_the_council_at_once(here: DemoOrganisations) -> None:
    person = scenarios.a_person(here)
    contact(here, person)
    assert not concerns_not_yet_seen_by(here.accounts["safeguarding"]).exists()
    contact(here, person, safeguarding_concern="Bruises on both arms.")
    concern = concerns_not_yet_seen_by(here.accounts["safeguarding"]).get()
    with pytest.raises(RetainedByTheCouncil):
        casework.see_safeguarding_concern(by=here.accounts["practitioner"], concern=concern.ref)
    casework.see_safeguarding_concern(by=here.accounts["safeguarding"], concern=concern.ref)
    assert not concerns_not_yet_seen_by(here.accounts["safeguarding"]).exists()


def test_a_restriction_hides_no_concern_from_those_who_look_into_them(here: DemoOrganisations) -> None:
    person = scenarios.a_person(here)
    contact(here, person, safeguarding_concern="Bruises on both arms.")
    casework.restrict_record(by=here.accounts["head"], person=person.ref, because="Works here.", readers=[])
    manager = anew(here.accounts["safeguarding"])
    concern = concerns_not_yet_seen_by(manager).get()
    for username in ("verifier", "broker", "practitioner"):
        assert not concerns_not_yet_seen_by(anew(here.accounts[username])).exists(), username
    with pytest.raises(NotFound):
        casework.person_for_reading(by=manager, ref=person.ref)
    casework.see_safeguarding_concern(by=manager, concern=concern.ref)


def test_information_and_advice_names_a_directory_entry(here: DemoOrganisations) -> None:
    person = scenarios.a_person(here)
    with pytest.raises(NotKept, match="directory"):
        contact(here, person, outcome="information_and_advice")
    contact(here, person, outcome="information_and_advice", directory_entry="Exampleton lunch club")


def test_each_sees_their_own_caseload(here: DemoOrganisations) -> None:
    plan = scenarios.a_draft_plan(here)
    for username, sees in (
        ("practitioner", True),
        ("verifier", True),
        ("otherpractitioner", False),
        ("administrator", False),
    ):
        account = here.accounts[username]
        assert people_visible_to(account).filter(pk=plan.person_id).exists() == sees, username
        assert plans_visible_to(account).filter(pk=plan.pk).exists() == sees, username


def test_a_restricted_record_is_not_there_but_for_those_named(here: DemoOrganisations) -> None:
    plan = scenarios.a_draft_plan(here)
    ref = plan.person.ref
    head, reader, other = here.accounts["head"], here.accounts["practitioner"], here.accounts["quality"]
    with pytest.raises(RetainedByTheCouncil):
        casework.restrict_record(by=reader, person=ref, because="Works here.", readers=[])
    casework.restrict_record(by=head, person=ref, because="Works here.", readers=[reader])
    assert casework.person_for_reading(by=anew(reader), ref=ref).pk == plan.person_id
    assert casework.plan_for_reading(by=anew(head), ref=plan.ref).pk == plan.pk
    for read, what in ((casework.person_for_reading, ref), (casework.plan_for_reading, plan.ref)):
        with pytest.raises(NotFound, match="There is no"):
            read(by=anew(other), ref=what)
    assert search_people(anew(other), "Hollis") == []
    assert Act.objects.filter(outcome="read").count() == 2
    assert Act.objects.filter(outcome="refused", refusal="NotFound", verb="read").count() == 2
    casework.lift_restriction(by=head, person=ref, because="Left.")
    assert casework.person_for_reading(by=anew(other), ref=ref).pk == plan.person_id


def test_search_finds_by_name_number_and_reference(here: DemoOrganisations) -> None:
    plan = scenarios.a_draft_plan(here, person=scenarios.a_person(here, nhs_number="9434765870"))
    scenarios.a_person(here, first_name="Olaf", last_name="Hollister")
    scenarios.a_person(here, by="otherpractitioner", last_name="Hollow")
    by = here.accounts["practitioner"]

    def names(words: str) -> list[str]:
        return [person.name for person in search_people(by, words)]

    assert names("holl") == ["Margaret Hollis", "Olaf Hollister"]
    assert names("HOLLIS, marg") == names("margaret ho") == ["Margaret Hollis"]
    assert names("943 476 5870") == names(plan.person.ref.lower()) == names(plan.ref) == ["Margaret Hollis"]
    assert names("h") == names("%") == names("hollis%") == names("\x00") == []
