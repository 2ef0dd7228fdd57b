"""Direct payments: begun from a package funded as one, on every condition, reviewed in time, ended by the council."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from importlib import import_module
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.db import connection
from django.test import Client

from casework.services.people import restrict_record
from delegation.authority import NotAuthorised, NotYourRole, OutOfDate, RetainedByTheCouncil
from delegation.closed import closed_to
from delegation.counting import numbers_of
from delegation.demo import DemoOrganisations
from delegation.models import Account, Act, Authorisation
from delegation.promises import broken_promises
from delegation.refusals import AlreadyThere, NothingSaid, NotReady, WrongAmount, WrongDates, WrongState
from delegation.services import revoke_authorisation
from tests.proof.corrupting import corrupt_here
from tests.registers.direct_payments import a_running_plan, approved, requested
from verification.demo import BY_NUMBER, Storyteller, four_lines
from verification.direct_payments.asking import FUNCTION, SellerNotKnown, SellsTheCare
from verification.direct_payments.demo import PAID_WEEKLY, asked_for, found, load
from verification.direct_payments.rules import conditions_of, first_review_due, next_review_due, not_met
from verification.direct_payments.selectors import payments_standing
from verification.direct_payments.services import (
    approve_direct_payment,
    call_direct_payment_review,
    name_seller,
    refuse_direct_payment,
    request_direct_payment,
    require_repayment,
    review_direct_payment,
    terminate_direct_payment,
)
from verification.models import DirectPayment
from verification.services.packages import end_package

pytestmark = pytest.mark.django_db
People = dict[str, Account]
MONDAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def clock() -> Any:
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def plan(story: Storyteller) -> str:
    return a_running_plan(story.world, 85)


@pytest.fixture
def payment(story: Storyteller, plan: str) -> DirectPayment:
    return requested(story.world, plan)


def test_the_clocks_and_conditions_are_those_of_the_act_and_the_regulations() -> None:
    assert first_review_due(date(2026, 8, 31)) == date(2027, 2, 28)
    assert next_review_due(MONDAY) == date(2027, 3, 2)
    assert (len(conditions_of("31")), len(conditions_of("32"))) == (4, 5)
    assert len(not_met("31", conditions_of("31")[1:])) == 1
    assert not not_met("32", conditions_of("32"))


def test_a_direct_payment_begins_only_from_a_package_funded_as_one(
    demo: DemoOrganisations, people: People, story: Storyteller, payment: DirectPayment, plan: str
) -> None:
    assert (payment.amount, payment.frequency) == (PAID_WEEKLY, "weekly")
    given: dict[str, Any] = {"section": "31", "asked_by": "The adult", "requested_on": MONDAY, "sold_by": "elsewhere"}
    manager = people["providermanager"]
    with pytest.raises(AlreadyThere):
        request_direct_payment(by=manager, plan=plan, **given)
    commissioned = story.active(BY_NUMBER[1], four_lines())
    funded = story.funded(BY_NUMBER[3], four_lines())
    for other in (commissioned, funded):
        with pytest.raises(NotReady):
            request_direct_payment(by=manager, plan=other, **given)
    with pytest.raises(NotYourRole):
        request_direct_payment(by=people["practitioner"], plan=plan, **given)


@pytest.mark.parametrize("key", conditions_of("31"))
def test_every_condition_is_met_or_there_is_no_payment(people: People, payment: DirectPayment, key: str) -> None:
    without = replace(found(), conditions=tuple(one for one in conditions_of("31") if one != key))
    given: dict[str, Any] = {"by": people["teammanager"], "payment": payment.ref, "reasons": "Met."}
    with pytest.raises(NotReady, match="Not every condition"):
        approve_direct_payment(**given, found=without, first_paid_on=MONDAY)


def test_nobody_excluded_and_no_relative_of_the_household_without_need_is_paid(
    people: People, payment: DirectPayment
) -> None:
    given: dict[str, Any] = {"by": people["teammanager"], "payment": payment.ref, "reasons": "Met."}
    with pytest.raises(NotReady, match="Schedule 1"):
        approve_direct_payment(**given, found=replace(found(), not_excluded=False), first_paid_on=MONDAY)
    for wrong in (replace(found(), relative="cousin"), replace(found(), relative="necessary")):
        with pytest.raises(NothingSaid):
            approve_direct_payment(**given, found=wrong, first_paid_on=MONDAY)
    with pytest.raises(WrongDates):
        approve_direct_payment(**given, found=found(), first_paid_on=MONDAY - timedelta(days=1))
    told = replace(found(), relative="necessary", relative_because="Only he speaks her language.")
    assert approve_direct_payment(**given, found=told, first_paid_on=MONDAY).due_on == date(2026, 9, 2)


def test_under_section_32_whoever_must_be_was_consulted(people: People, story: Storyteller, plan: str) -> None:
    payment = request_direct_payment(
        by=people["teammanager"],
        plan=plan,
        section="32",
        asked_by="Deputy by order of the Court of Protection",
        requested_on=MONDAY,
        sold_by="elsewhere",
    )
    given: dict[str, Any] = {"by": people["dass"], "payment": payment.ref, "reasons": "Met."}
    five = replace(found(), conditions=conditions_of("32"))
    with pytest.raises(NotReady):
        approve_direct_payment(**given, found=found(), first_paid_on=MONDAY)  # four of section 31
    with pytest.raises(NothingSaid, match="consulted"):
        approve_direct_payment(**given, found=five, first_paid_on=MONDAY)
    told = replace(five, consulted="Her sister and her doctor.", certificate_on=MONDAY)
    assert approve_direct_payment(**given, found=told, first_paid_on=MONDAY).state == "in_payment"


def test_a_provider_never_decides_where_its_own_care_would_be_bought(
    demo: DemoOrganisations, people: People, plan: str
) -> None:
    payment = request_direct_payment(
        by=people["providermanager"],
        plan=plan,
        section="31",
        asked_by="The adult",
        requested_on=MONDAY,
        sold_by="organisation",
        seller=demo.northgate,
    )
    manager: dict[str, Any] = {"by": people["providermanager"], "payment": payment.ref}
    with pytest.raises(SellsTheCare, match="own services"):
        approve_direct_payment(**manager, found=found(), first_paid_on=MONDAY, reasons="Met.")
    line = Act.objects.latest("pk")
    assert (line.outcome, line.refusal, line.function) == ("refused", "SellsTheCare", FUNCTION)
    with pytest.raises(SellsTheCare):
        refuse_direct_payment(**manager, reasons="No.")
    approved(people["teammanager"], payment)
    with pytest.raises(SellsTheCare):
        review_direct_payment(**manager, conditions=conditions_of("31"), findings="Well.")
    assert broken_promises() == []


def test_while_it_is_not_known_who_sells_the_care_only_the_council_decides(
    demo: DemoOrganisations, people: People, story: Storyteller, plan: str
) -> None:
    payment = asked_for(story, plan, requested_on=MONDAY, sold_by="unknown")
    manager: dict[str, Any] = {"by": people["providermanager"], "payment": payment.ref}
    client = Client()
    client.force_login(people["providermanager"])
    page = client.get(f"/direct-payments/{payment.ref}/").content.decode()
    assert "Not known yet: only the council decides on it" in page
    assert "Agree to it" not in page
    with pytest.raises(SellerNotKnown, match="not known yet who sells"):
        approve_direct_payment(**manager, found=found(), first_paid_on=MONDAY, reasons="Met.")
    assert Act.objects.latest("pk").refusal == "SellerNotKnown"
    with pytest.raises(SellerNotKnown):
        refuse_direct_payment(**manager, reasons="No.")
    assert approved(people["teammanager"], payment).state == "in_payment"
    with pytest.raises(SellerNotKnown):
        review_direct_payment(**manager, conditions=conditions_of("31"), findings="Well.")
    assert broken_promises() == []


@pytest.mark.parametrize("sold_by", ["elsewhere", "organisation"])
def test_once_it_is_known_who_sells_the_care_a_provider_that_does_not_may_decide(
    demo: DemoOrganisations, people: People, story: Storyteller, plan: str, sold_by: str
) -> None:
    payment = asked_for(story, plan, requested_on=MONDAY, sold_by="unknown")
    client = Client()
    client.force_login(people["providermanager"])
    page, form = f"/direct-payments/{payment.ref}/", f"/direct-payments/{payment.ref}/seller/"
    assert "Say whose care it buys" in client.get(page).content.decode()
    assert "Not known yet" not in client.get(form).content.decode()
    assert client.post(form, {"sold_by": "unknown", "seller": ""}).status_code == 422
    with pytest.raises(NothingSaid, match="stands there already"):
        name_seller(by=people["head"], payment=payment.ref, sold_by="unknown")
    with pytest.raises(NothingSaid, match="provider"):
        name_seller(by=people["head"], payment=payment.ref, sold_by="organisation", seller=demo.council)
    seller = demo.northgate.key if sold_by == "organisation" else ""
    assert client.post(form, {"sold_by": sold_by, "seller": seller}).status_code == 303
    payment.refresh_from_db()
    assert (payment.sold_by, payment.history.first().history_change_reason) == (sold_by, "seller named")
    shown = client.get(page).content.decode()
    assert ("Agree to it" in shown, "Say whose care it buys" in shown) == (sold_by == "elsewhere", False)
    with pytest.raises(AlreadyThere, match="known already"):
        name_seller(by=people["head"], payment=payment.ref, sold_by="elsewhere")
    if sold_by == "elsewhere":
        assert approved(people["providermanager"], payment).state == "in_payment"
    else:
        with pytest.raises(SellsTheCare):
            approved(people["providermanager"], payment)
    assert broken_promises() == []


@pytest.mark.parametrize(
    ("sold_by", "is_named"), [("", False), ("nobody", False), ("organisation", False), ("elsewhere", True)]
)
def test_it_is_said_who_sells_the_care(
    demo: DemoOrganisations, people: People, plan: str, sold_by: str, is_named: bool
) -> None:
    with pytest.raises(NothingSaid):
        request_direct_payment(
            by=people["providermanager"],
            plan=plan,
            section="31",
            asked_by="The adult",
            requested_on=MONDAY,
            sold_by=sold_by,
            seller=demo.northgate if is_named else None,
        )
    assert not DirectPayment.objects.exists()


def test_the_page_asks_whose_care_it_would_buy(demo: DemoOrganisations, people: People, plan: str) -> None:
    client = Client()
    client.force_login(people["providermanager"])
    page = f"/plans/{plan}/direct-payment/"
    typed = {"section": "31", "asked_by": "The adult", "requested_on": MONDAY.isoformat()}
    assert "Choose an answer for ‘Whose care it buys’" in client.post(page, typed).content.decode()
    assert client.post(page, typed | {"sold_by": "organisation"}).status_code == 422
    assert client.post(page, typed | {"sold_by": "organisation", "seller": "northgate"}).status_code == 303
    held = DirectPayment.objects.get()
    assert (held.sold_by, held.seller) == ("organisation", demo.northgate)
    shown = client.get(f"/direct-payments/{held.ref}/").content.decode()
    assert f"{demo.northgate}, which does not decide on it" in shown
    assert "Agree to it" not in shown


def test_an_authorised_provider_decides_and_reviews_and_only_the_council_ends_and_takes_back(
    demo: DemoOrganisations, people: People, payment: DirectPayment, clock: Any
) -> None:
    manager, head = people["providermanager"], people["head"]
    held = approved(manager, payment)
    assert (held.state, held.due_on) == ("in_payment", date(2026, 9, 2))
    clock.move_to(date(2026, 9, 3))
    assert numbers_of(payments_standing(demo.council, date(2026, 9, 3))).late == 1
    review_direct_payment(by=manager, payment=held.ref, conditions=conditions_of("31"), findings="In order.")
    held.refresh_from_db()
    assert held.due_on == date(2027, 9, 3)
    with pytest.raises(NotYourRole):
        call_direct_payment_review(by=people["broker"], payment=held.ref, because="A doubt.")
    call_direct_payment_review(by=manager, payment=held.ref, because="The account is empty.")
    review_direct_payment(by=manager, payment=held.ref, conditions=conditions_of("31")[:2], findings="Not managed.")
    held.refresh_from_db()
    assert (held.state, held.due_on) == ("to_end", date(2026, 9, 3))
    end: dict[str, Any] = {"payment": held.ref, "ground": "condition", "because": "Not managed."}
    for service, given in (
        (terminate_direct_payment, end | {"ended_on": date(2026, 9, 30)}),
        (require_repayment, {"payment": held.ref, "amount": Decimal(90), "because": "Spent otherwise."}),
    ):
        with pytest.raises(RetainedByTheCouncil):
            service(by=manager, **given)
        assert Act.objects.latest("pk").outcome == "refused"
    with pytest.raises(WrongDates):
        terminate_direct_payment(by=head, **end, ended_on=MONDAY - timedelta(days=1))
    with pytest.raises(NothingSaid):
        terminate_direct_payment(by=head, **end | {"ground": "whim"}, ended_on=date(2026, 9, 30))
    assert terminate_direct_payment(by=head, **end, ended_on=date(2026, 9, 30)).state == "ended"
    repay: dict[str, Any] = {"by": head, "payment": held.ref, "because": "Spent otherwise."}
    with pytest.raises(WrongAmount):
        require_repayment(**repay, amount=Decimal(0))
    require_repayment(**repay, amount=Decimal(90))
    with pytest.raises(AlreadyThere):
        require_repayment(**repay, amount=Decimal(9))
    with pytest.raises(WrongState):
        review_direct_payment(by=manager, payment=held.ref, conditions=conditions_of("31"), findings="Late.")
    assert numbers_of(payments_standing(demo.council, date(2026, 9, 4))).open == 0


def test_without_its_authorisation_the_provider_decides_nothing(
    demo: DemoOrganisations, people: People, payment: DirectPayment
) -> None:
    authorisation = Authorisation.objects.get(organisation=demo.northgate, function=FUNCTION)
    revoke_authorisation(by=people["dass"], authorisation=authorisation, because="It sells care now.")
    with pytest.raises((NotAuthorised, OutOfDate)):
        approved(people["providermanager"], payment)
    assert approved(people["teammanager"], payment).state == "in_payment"


def test_a_payment_that_outlives_its_plan_is_late(
    demo: DemoOrganisations, people: People, payment: DirectPayment, plan: str
) -> None:
    approved(people["teammanager"], payment)
    assert numbers_of(payments_standing(demo.council, MONDAY)).late == 0
    end_package(by=people["head"], plan=plan, on=MONDAY, reason="Moved to a care home.")
    assert numbers_of(payments_standing(demo.council, MONDAY)).late == 1
    client = Client()
    client.force_login(people["head"])
    assert "The plan has ended" in client.get(f"/direct-payments/{payment.ref}/").content.decode()


@pytest.mark.parametrize(
    "corruption",
    [
        "UPDATE verification_directpayment SET sold_by = 'unknown'",
        "UPDATE verification_directpayment SET sold_by = 'organisation', seller_id = "
        "(SELECT id FROM delegation_organisation WHERE key = 'northgate')",
        "UPDATE delegation_act SET authorisation_id = NULL WHERE verb = 'approve_direct_payment'",
        "UPDATE verification_directpayment SET decided_by_id = "
        "(SELECT id FROM delegation_account WHERE username = 'practitioner')",
        "UPDATE delegation_act SET post_id = (SELECT MIN(id) FROM delegation_post WHERE role = 'provider_manager') "
        "WHERE verb = 'require_repayment'",
        "UPDATE verification_directpayment SET state = 'ended'",
        "UPDATE verification_directpaymentreview SET all_met = FALSE",
        "UPDATE verification_directpayment SET not_excluded = FALSE",
        "UPDATE verification_directpayment SET due_on = '2028-01-01'",
        "UPDATE verification_package SET starts_on = '2026-12-01'",
    ],
)
def test_a_direct_payment_kept_otherwise_is_found(
    people: People, payment: DirectPayment, corruption: str, demo: DemoOrganisations
) -> None:
    held = approved(people["providermanager"], payment)
    review_direct_payment(by=people["head"], payment=held.ref, conditions=conditions_of("31"), findings="Well.")
    require_repayment(by=people["head"], payment=held.ref, amount=Decimal(9), because="Spent otherwise.")
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT before_it")
        corrupt_here(corruption)
        broken = {one.promise.sentence for one in broken_promises(with_register_walk=False)}
        cursor.execute("ROLLBACK TO SAVEPOINT before_it")
    assert any("direct payment" in sentence for sentence in broken)


@pytest.mark.parametrize(
    "seller",
    [
        "sold_by = 'unknown'",
        "sold_by = 'organisation', seller_id = (SELECT id FROM delegation_organisation WHERE key = 'northgate')",
    ],
)
def test_a_review_by_whom_the_payment_buys_care_from_is_found(
    people: People, payment: DirectPayment, seller: str
) -> None:
    held = approved(people["teammanager"], payment)
    review_direct_payment(
        by=people["providermanager"], payment=held.ref, conditions=conditions_of("31"), findings="Well."
    )
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT before_it")
        corrupt_here(f"UPDATE verification_directpayment SET {seller}")
        (broken,) = broken_promises(with_register_walk=False)
        cursor.execute("ROLLBACK TO SAVEPOINT before_it")
    assert broken.promise.sentence.startswith("No direct payment was reviewed by whom")


def test_a_payment_kept_before_it_was_asked_who_sells_the_care_is_given_what_its_page_said(
    people: People, story: Storyteller, payment: DirectPayment
) -> None:
    approved(people["teammanager"], payment)
    waiting = asked_for(story, a_running_plan(story.world, 86), requested_on=MONDAY)
    import_module("verification.migrations.0002_who_sells_the_care").answer(apps, None)
    answers = dict(DirectPayment.objects.values_list("ref", "sold_by"))
    assert answers == {payment.ref: "elsewhere", waiting.ref: "unknown"}
    assert [each.sold_by for each in payment.history.order_by("history_id")] == ["unknown", "elsewhere"]


def test_the_pages_are_open_to_those_who_see_the_person(
    people: People, payment: DirectPayment, django_assert_max_num_queries: Any
) -> None:
    client = Client()
    client.force_login(people["auditor"])
    with django_assert_max_num_queries(12):
        assert payment.ref in client.get("/direct-payments/").content.decode()
    page = client.get(f"/direct-payments/{payment.ref}/").content.decode()
    assert "Agree to it" not in page
    assert Act.objects.filter(outcome="read", subject=payment.ref, account=people["auditor"]).exists()
    client.force_login(people["providermanager"])
    page = client.get(f"/direct-payments/{payment.ref}/").content.decode()
    assert "Agree to it" in page
    assert "Have money repaid" not in page
    client.force_login(people["otherpractitioner"])
    assert client.get(f"/direct-payments/{payment.ref}/").status_code == 404
    restrict_record(by=people["safeguarding"], person=payment.person.ref, because="Threats.", readers=[])
    client.force_login(people["head"])
    assert client.get(f"/direct-payments/{payment.ref}/").status_code == 404
    about = ("direct_payment", payment.ref)
    assert closed_to(Account.objects.get(pk=people["head"].pk), {about}) == {about}


def test_the_demonstration_loads_once(story: Storyteller) -> None:
    load(story.world)
    before = Act.objects.count()
    load(story.world)
    assert Act.objects.count() == before
    assert numbers_of(payments_standing(story.world.council, MONDAY)).late == 2
    assert Act.objects.filter(verb="terminate_direct_payment", outcome="refused").exists()
