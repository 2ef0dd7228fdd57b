"""Charging: the council's policy in versions, the provider's sum, the council's decision; never a carer."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.db import Error, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from casework.aftercare.services import end_aftercare, record_aftercare, record_board_decision
from casework.charging import demo as charging
from casework.charging.policies import (
    PolicyFigure,
    approve_charging_policy,
    draft_charging_policy,
    withdraw_charging_policy,
)
from casework.charging.rules import FIGURES, NEVER, Means, Standing, tariff_income, why_never, work_out
from casework.charging.selectors import policy_in_force
from casework.charging.services import (
    NeverCharged,
    calculate_charge,
    decide_charge,
    issue_charge_notice,
    waive_charge,
)
from casework.models import AfterCare, Charge, ChargeCalculation, ChargingFigure, ChargingPolicy, Person
from casework.refusals import AlreadyRecorded, NotKept
from delegation.demo import DemoOrganisations
from delegation.models import Act, Authorisation
from delegation.promises import broken_promises
from delegation.refusals import (
    NothingSaid,
    NotYourRole,
    OutOfDate,
    Refused,
    RetainedByTheCouncil,
    WrongDates,
    WrongState,
)
from delegation.services import revoke_authorisation
from tests.scenarios import a_person

pytestmark = pytest.mark.django_db
FIGURE = {key: Decimal(amount) for key, amount in charging.FIGURES.items()}


# -- the sum ----------------------------------------------------------------------------------------------------------


def test_the_sum_is_kept_step_by_step() -> None:
    sum_of = work_out(FIGURE, charging.means())
    assert [(step.words, str(step.amount)) for step in sum_of.steps] == [
        ("Income", "290.00"),
        ("Income counted from capital", "5.00"),
        ("Together", "295.00"),
        ("Less allowances, such as rent", "0.00"),
        ("Less disability-related expenditure", "-20.00"),
        ("Less the minimum income guarantee", "-230.00"),
        ("Disposable income, not below nought", "45.00"),
        ("90% of it", "40.50"),
        ("Not more than the cost of the support", "40.50"),
        ("Charge a week", "40.50"),
    ]
    assert sum_of.weekly == Decimal("40.50")


@pytest.mark.parametrize(
    ("capital", "weekly"),
    [("14000.00", "0.00"), ("14000.01", "1.00"), ("14250.00", "1.00"), ("14250.01", "2.00"), ("23000.00", "36.00")],
)
def test_a_pound_counts_for_each_step_of_capital_or_part_of_one(capital: str, weekly: str) -> None:
    assert tariff_income(FIGURE, Decimal(capital)) == Decimal(weekly)


@pytest.mark.parametrize(
    ("but", "weekly"),
    [
        ({"capital": Decimal("23000.01")}, "210.00"),
        ({"has_declined": True}, "210.00"),
        ({"is_light_touch": True}, "210.00"),
        ({"weekly_income": Decimal(100)}, "0.00"),
        ({"weekly_income": Decimal("247.00")}, "0.00"),
        ({"weekly_income": Decimal("249.00")}, "3.60"),
        ({"weekly_cost": Decimal("12.00")}, "12.00"),
        ({"disability_expenditure": Decimal("30.00")}, "31.50"),
        ({"disability_expenditure": Decimal("5.00")}, "40.50"),
        ({"category": "couple"}, "89.10"),
    ],
)
def test_the_sum_follows_the_means(but: dict[str, Any], weekly: str) -> None:
    assert work_out(FIGURE, replace(charging.means(), **but)).weekly == Decimal(weekly)


pennies = st.decimals(min_value=0, max_value=100_000, places=2)


@given(cost=pennies.filter(bool), income=pennies, capital=pennies, allowances=pennies, spent=pennies)
def test_no_charge_is_above_the_cost_nor_takes_the_guarantee(
    cost: Decimal, income: Decimal, capital: Decimal, allowances: Decimal, spent: Decimal
) -> None:
    means = Means(
        category="working_age",
        weekly_cost=cost,
        weekly_income=income,
        capital=capital,
        allowances=allowances,
        disability_expenditure=spent,
    )
    weekly = work_out(FIGURE, means).weekly
    assert 0 <= weekly <= cost
    assert weekly == weekly.quantize(Decimal("0.01"))
    if capital <= FIGURE["upper_capital_limit"] and weekly:
        left = income + tariff_income(FIGURE, capital) - weekly
        assert left >= FIGURE["minimum_income_guarantee_working_age"]
    assert Means.from_plain(means.as_plain()) == means


def test_what_the_law_names_is_never_charged() -> None:
    assert {
        "given_to_the_adult",
        "section_117_aftercare",
        "reablement_six_weeks",
        "aids_and_minor_adaptations",
    } == NEVER
    adult = Standing(client_type="Service user")
    assert why_never("care_and_support", adult, FIGURE) == ""
    assert "s.14(3)" in why_never("care_and_support", Standing(client_type="Unpaid carer"), FIGURE)
    assert "s.14(3)" in why_never("care_and_support", replace(adult, plan_is_a_carers=True), FIGURE)
    assert "117" in why_never("care_and_support", replace(adult, plan_is_aftercare=True), FIGURE)
    assert "117" in why_never("care_and_support", replace(adult, has_aftercare=True), FIGURE)
    assert why_never("carers_own_support", adult, FIGURE | {"charges_carers": Decimal(1)}) == ""
    assert "policy" in why_never("carers_own_support", adult, FIGURE)


# -- the policy -------------------------------------------------------------------------------------------------------


@pytest.fixture
def policy(here: DemoOrganisations) -> ChargingPolicy:
    return charging.policy(here, timezone.localdate())


def figures(**but: str) -> dict[str, PolicyFigure]:
    told = {**charging.FIGURES, **but}
    return {key: PolicyFigure(amount=Decimal(amount), source="Minute 14") for key, amount in told.items()}


def draft(here: DemoOrganisations, from_day: date, by: str = "head", **but: Any) -> ChargingPolicy:
    given = {"from_day": from_day, "choices_made": "As before.", "figures": figures()} | but
    return draft_charging_policy(by=here.accounts[by], council=here.council, **given)


@pytest.mark.parametrize(
    ("who", "refusal"),
    [("practitioner", RetainedByTheCouncil), ("providermanager", RetainedByTheCouncil), ("teammanager", NotYourRole)],
)
def test_only_the_councils_own_officers_hold_the_policy(
    here: DemoOrganisations, who: str, refusal: type[Refused]
) -> None:
    with pytest.raises(refusal):
        draft(here, timezone.localdate(), by=who)
    kept = draft(here, timezone.localdate())
    with pytest.raises(refusal):
        approve_charging_policy(by=here.accounts[who], policy=kept, decision="Minute 1")
    assert policy_in_force(here.council, timezone.localdate()) is None
    approve_charging_policy(by=here.accounts["dass"], policy=kept, decision="Minute 1")
    assert policy_in_force(here.council, timezone.localdate()) == kept


def test_every_figure_is_given_with_its_source(here: DemoOrganisations) -> None:
    today = timezone.localdate()
    short = {key: figure for key, figure in figures().items() if key != "smallest_charge"}
    for wrong in (
        short,
        figures() | {"smallest_charge": PolicyFigure(amount=Decimal(3), source=" ")},
        figures(upper_capital_limit="100"),
        figures(disposable_income_share="101"),
        figures(charges_carers="0.5"),
        figures() | {"tax": PolicyFigure(amount=Decimal(3), source="No")},
    ):
        with pytest.raises(NotKept):
            draft(here, today, figures=wrong)
    with pytest.raises(NotKept):
        draft(here, today - timedelta(days=1))
    assert draft(here, today).figures.count() == len(FIGURES)


def test_an_approved_version_never_changes(here: DemoOrganisations, policy: ChargingPolicy) -> None:
    for write in (
        lambda: ChargingFigure.objects.filter(policy=policy).update(amount=1),
        lambda: ChargingFigure.objects.filter(policy=policy).delete(),
        lambda: ChargingPolicy.objects.filter(pk=policy.pk).update(from_day=date(2020, 1, 1)),
    ):
        with pytest.raises(Error), transaction.atomic():
            write()
    with pytest.raises(NotKept):
        withdraw_charging_policy(by=here.accounts["head"], policy=policy, because="No longer.")
    with pytest.raises(NotKept):
        approve_charging_policy(by=here.accounts["head"], policy=policy, decision="Again")


def test_one_version_is_in_force_on_a_day(here: DemoOrganisations, policy: ChargingPolicy) -> None:
    today = timezone.localdate()
    with pytest.raises(AlreadyRecorded):
        charging.policy(here, today)
    later = charging.policy(here, today + timedelta(days=30))
    unapproved = draft(here, today + timedelta(days=10))
    assert policy_in_force(here.council, today + timedelta(days=29)) == policy
    assert policy_in_force(here.council, today + timedelta(days=30)) == later
    withdraw_charging_policy(by=here.accounts["head"], policy=unapproved, because="Superseded.")
    with pytest.raises(NotKept):
        approve_charging_policy(by=here.accounts["dass"], policy=unapproved, decision="Minute 2")
    assert policy_in_force(here.council, today - timedelta(days=1)) is None
    assert broken_promises() == []


def test_a_draft_whose_day_is_past_is_not_approved(here: DemoOrganisations) -> None:
    kept = draft(here, timezone.localdate())
    with time_machine.travel(timezone.now() + timedelta(days=2)), pytest.raises(WrongDates):
        approve_charging_policy(by=here.accounts["dass"], policy=kept, decision="Minute 3")


# -- a charge ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def person(here: DemoOrganisations) -> Person:
    return a_person(here)


def test_the_provider_works_out_and_the_council_decides_and_tells(
    here: DemoOrganisations, policy: ChargingPolicy, person: Person
) -> None:
    charge = charging.calculated(here, person)
    assert (charge.state, charge.calculated_weekly, charge.weekly) == ("calculated", Decimal("40.50"), None)
    assert charge.calculation.policy == policy
    decide_charge(by=here.accounts["head"], charge=charge.ref, weekly=Decimal("40.50"))
    issued = issue_charge_notice(by=here.accounts["head"], charge=charge.ref)
    assert (issued.state, issued.weekly, issued.due_on) == ("issued", Decimal("40.50"), None)
    assert broken_promises() == []


@pytest.mark.parametrize("who", ["practitioner", "providermanager", "dataofficer"])
def test_no_provider_decides_tells_or_waives(
    here: DemoOrganisations, policy: ChargingPolicy, person: Person, who: str
) -> None:
    charge, by = charging.calculated(here, person), here.accounts[who]
    with pytest.raises(RetainedByTheCouncil):
        decide_charge(by=by, charge=charge.ref, weekly=charge.calculated_weekly)
    decide_charge(by=here.accounts["head"], charge=charge.ref, weekly=charge.calculated_weekly)
    with pytest.raises(RetainedByTheCouncil):
        issue_charge_notice(by=by, charge=charge.ref)
    with pytest.raises(RetainedByTheCouncil):
        waive_charge(by=by, charge=charge.ref, because="They asked.")
    waive_charge(by=here.accounts["dass"], charge=charge.ref, because="They would stop the support.")
    assert broken_promises() == []


def test_without_its_authorisation_the_provider_works_out_nothing(
    here: DemoOrganisations, policy: ChargingPolicy, person: Person
) -> None:
    given = Authorisation.objects.get(function="charging_policy_apply", organisation=here.northgate)
    revoke_authorisation(by=here.accounts["dass"], authorisation=given, because="Inspection.")
    with pytest.raises(OutOfDate):
        charging.calculated(here, person)


def test_without_a_policy_in_force_there_is_no_charge(here: DemoOrganisations, person: Person) -> None:
    draft(here, timezone.localdate())
    with pytest.raises(NotKept, match="no charging policy in force"):
        charging.calculated(here, person)


@pytest.mark.parametrize("support", sorted(NEVER))
def test_what_is_never_charged_is_refused_and_the_register_has_it(
    here: DemoOrganisations, policy: ChargingPolicy, person: Person, support: str
) -> None:
    by = here.accounts["practitioner"]
    with pytest.raises(NeverCharged):
        calculate_charge(by=by, person=person.ref, details=charging.details(support=support))
    last = Act.objects.latest("pk")
    assert (last.outcome, last.refusal, last.verb) == ("refused", "NeverCharged", "calculate_charge")
    assert not Charge.objects.exists()
    calculate_charge(by=by, person=person.ref, details=charging.details())


def test_a_carer_is_never_charged_for_the_adults_care(here: DemoOrganisations, policy: ChargingPolicy) -> None:
    carer = a_person(here, client_type="Unpaid carer")
    with pytest.raises(NeverCharged, match=r"s\.14\(3\)"):
        charging.calculated(here, carer)


def test_the_council_corrects_only_with_its_reasons_and_never_above_the_cost(
    here: DemoOrganisations, policy: ChargingPolicy, person: Person
) -> None:
    charge, by = charging.calculated(here, person), here.accounts["head"]
    for weekly, reasons in (("30.00", " "), ("210.01", "More."), ("-1", "Less."), ("30.001", "Odd.")):
        with pytest.raises(NotKept):
            decide_charge(by=by, charge=charge.ref, weekly=Decimal(weekly), reasons=reasons)
    held = decide_charge(by=by, charge=charge.ref, weekly=Decimal("30.00"), reasons="Heating.")
    assert (held.weekly, held.calculated_weekly) == (Decimal("30.00"), Decimal("40.50"))
    with pytest.raises(WrongState):
        decide_charge(by=by, charge=charge.ref, weekly=Decimal("30.00"), reasons="Again.")
    with pytest.raises(NothingSaid):
        waive_charge(by=by, charge=charge.ref, because="")


def test_a_version_that_comes_between_sends_the_sum_back(
    here: DemoOrganisations, policy: ChargingPolicy, person: Person
) -> None:
    in_a_month = timezone.localdate() + timedelta(days=30)
    by = here.accounts["practitioner"]
    ahead = replace(charging.details(), from_day=in_a_month)
    charge = calculate_charge(by=by, person=person.ref, details=ahead)
    charging.policy(here, in_a_month - timedelta(days=1), disposable_income_share="50")
    with pytest.raises(NotKept, match="works it out again"):
        decide_charge(by=here.accounts["head"], charge=charge.ref, weekly=charge.calculated_weekly)
    again = calculate_charge(by=by, person=person.ref, details=ahead)
    charge.refresh_from_db()
    assert charge.state == "replaced"
    decide_charge(by=here.accounts["head"], charge=again.ref, weekly=again.calculated_weekly)
    assert again.calculated_weekly == Decimal("22.50")
    assert broken_promises() == []


def test_a_later_charge_takes_the_place_of_the_one_in_force(
    here: DemoOrganisations, policy: ChargingPolicy, person: Person
) -> None:
    refs = []
    for income in ("290.00", "300.00"):
        charge = charging.calculated(here, person, weekly_income=income)
        decide_charge(by=here.accounts["head"], charge=charge.ref, weekly=charge.calculated_weekly)
        issue_charge_notice(by=here.accounts["head"], charge=charge.ref)
        refs.append(charge.ref)
    assert [Charge.objects.get(ref=ref).state for ref in refs] == ["replaced", "issued"]
    assert broken_promises() == []


def test_the_sum_never_changes(here: DemoOrganisations, policy: ChargingPolicy, person: Person) -> None:
    charging.calculated(here, person)
    with pytest.raises(Error, match="never changed"), transaction.atomic():
        ChargeCalculation.objects.update(weekly=1)


# -- after-care -------------------------------------------------------------------------------------------------------


def an_aftercare(here: DemoOrganisations, person: Person) -> AfterCare:
    return record_aftercare(
        by=here.accounts["practitioner"],
        person=person.ref,
        from_day=timezone.localdate(),
        needs="Support to take medicine and to stay well.",
        icb_name="Exampleshire Integrated Care Board",
    )


def test_neither_body_ends_aftercare_alone(here: DemoOrganisations, person: Person) -> None:
    held, today = an_aftercare(here, person), timezone.localdate()
    with pytest.raises(NotKept, match="Neither body"):
        end_aftercare(by=here.accounts["head"], aftercare=held.ref, because="Well since spring.")
    with pytest.raises(Error), transaction.atomic():
        AfterCare.objects.update(ended_on=today, ended_at=timezone.now(), ended_by=1, ended_because="Alone.")
    board = {"aftercare": held.ref, "decided_on": today, "signed_by": "Dr Board", "reference": "ICB/1"}
    record_board_decision(by=here.accounts["head"], **board)
    assert AfterCare.objects.get().ended_on is None
    with pytest.raises(RetainedByTheCouncil):
        end_aftercare(by=here.accounts["practitioner"], aftercare=held.ref, because="Well.")
    end_aftercare(by=here.accounts["head"], aftercare=held.ref, because="Well since spring.")
    assert broken_promises() == []


def test_whoever_has_aftercare_is_charged_only_for_what_is_no_part_of_it(
    here: DemoOrganisations, policy: ChargingPolicy, person: Person
) -> None:
    an_aftercare(here, person)
    with pytest.raises(NeverCharged, match="117"):
        charging.calculated(here, person)
    outside = replace(charging.details(), outside_aftercare_because="Arthritis: help to dress.")
    calculate_charge(by=here.accounts["practitioner"], person=person.ref, details=outside)
    assert broken_promises() == []


def test_what_is_charged_ends_when_aftercare_is_recorded(
    here: DemoOrganisations, policy: ChargingPolicy, person: Person, client: Client
) -> None:
    who = here.accounts
    issued = charging.calculated(here, person)
    decide_charge(by=who["head"], charge=issued.ref, weekly=Decimal("40.50"))
    issue_charge_notice(by=who["head"], charge=issued.ref)
    decided = charging.calculated(here, person)
    decide_charge(by=who["head"], charge=decided.ref, weekly=Decimal("40.50"))
    waiting = charging.calculated(here, person)
    held = an_aftercare(here, person)
    ended = {issued.ref, decided.ref, waiting.ref}
    assert set(Charge.objects.filter(state="barred").values_list("ref", flat=True)) == ended
    assert set(Act.objects.get(subject=held.ref, verb="record_aftercare").detail["charges_ended"]) == ended
    assert Charge.history.filter(ref=issued.ref).latest("history_id").history_change_reason.startswith("after-care AC-")
    for service, asked in (
        (decide_charge, {"charge": waiting.ref, "weekly": Decimal("40.50")}),
        (issue_charge_notice, {"charge": decided.ref}),
        (waive_charge, {"charge": issued.ref, "because": "Late."}),
    ):
        with pytest.raises(WrongState, match="Ended: after-care"):
            service(by=who["head"], **asked)
    client.force_login(who["head"])
    letter = client.get(f"/charges/{issued.ref}/letter/").content.decode()
    assert "You do not pay for your support" in letter
    assert "we repay it" in letter
    assert "the council repays it" in client.get(f"/charges/{issued.ref}/").content.decode()
    assert broken_promises() == []


def test_what_is_no_part_of_aftercare_is_charged_on(
    here: DemoOrganisations, policy: ChargingPolicy, person: Person
) -> None:
    outside = replace(charging.details(), outside_aftercare_because="Arthritis: help to dress.")
    charge = calculate_charge(by=here.accounts["practitioner"], person=person.ref, details=outside)
    an_aftercare(here, person)
    decide_charge(by=here.accounts["head"], charge=charge.ref, weekly=Decimal("40.50"))
    assert issue_charge_notice(by=here.accounts["head"], charge=charge.ref).state == "issued"
    assert broken_promises() == []


def test_what_barred_a_charge_is_asked_again_when_it_is_decided_and_told(
    here: DemoOrganisations, policy: ChargingPolicy, person: Person
) -> None:
    charge = charging.calculated(here, person)
    Person.objects.filter(pk=person.pk).update(client_type="Unpaid carer")
    with pytest.raises(NeverCharged, match="A carer is never charged"):
        decide_charge(by=here.accounts["head"], charge=charge.ref, weekly=Decimal("40.50"))
    Person.objects.filter(pk=person.pk).update(client_type=person.client_type)
    decide_charge(by=here.accounts["head"], charge=charge.ref, weekly=Decimal("40.50"))
    Person.objects.filter(pk=person.pk).update(client_type="Unpaid carer")
    with pytest.raises(NeverCharged, match="A carer is never charged"):
        issue_charge_notice(by=here.accounts["head"], charge=charge.ref)
    assert Act.objects.latest("pk").refusal == "NeverCharged"


def test_the_register_says_where_the_board_has_decided_and_the_council_not(
    here: DemoOrganisations, person: Person, client: Client
) -> None:
    with time_machine.travel(timezone.now() - timedelta(days=40)):
        held = an_aftercare(here, person)
        long_ago = {"decided_on": timezone.localdate(), "signed_by": "Dr Board"}
        record_board_decision(by=here.accounts["head"], aftercare=held.ref, **long_ago)
    goes_on = an_aftercare(here, a_person(here))
    client.force_login(here.accounts["head"])
    page = client.get("/after-care/")
    assert [row[0][1]["text"] for row in page.context["rows"]] == [person.name, goes_on.person.name]
    assert page.context["figures"] == [(2, "go on"), (1, "late")]
    assert "The board has decided, the council not yet" in page.content.decode()
    end_aftercare(by=here.accounts["head"], aftercare=held.ref, because="Well since spring.")
    assert client.get("/after-care/").context["figures"] == [(1, "go on"), (0, "late")]
    assert [row[0][1]["text"] for row in client.get("/after-care/?show=closed").context["rows"]] == [person.name]


def test_the_demonstration_loads_once(here: DemoOrganisations) -> None:
    charging.load(here)
    lines = Act.objects.count()
    charging.load(here)
    assert Act.objects.count() == lines
    states = sorted(Charge.objects.values_list("state", flat=True))
    assert states == ["calculated", "decided", "issued", "waived"]
    assert Act.objects.filter(refusal="NeverCharged").count() == 1
    assert ChargingPolicy.objects.count() == 2
    assert broken_promises() == []
