"""The measures of a contract: computed from what the plans' history says, against the target of the month."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client

from casework.models import SupportPlan
from delegation.contract.measures import MEASURES
from delegation.contract.targets import set_contract_target
from delegation.demo import DemoOrganisations, load_demo_organisations
from delegation.models import Act
from delegation.refusals import NothingSaid, NotYourRole, RoleNotOfThisOrganisation, WrongAmount, WrongDates
from verification.demo import BY_NUMBER, Storyteller, four_lines, load_settings
from verification.measures import MeasureSeen, figure_of, last_months, measures_of, trend
from verification.services.funding import refuse_funding
from verification.services.packages import conclude_review, review_plan
from verification.services.quality import (
    pass_quality_assurance,
    resubmit_plan,
    send_to_quality_assurance,
    submit_plan_for_verification,
)
from verification.services.verifying import answer_finding, raise_finding, return_plan_to_provider, take_up_verification

pytestmark = pytest.mark.django_db
MONTHS = [date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1)]


@pytest.fixture
def here() -> DemoOrganisations:
    with time_machine.travel(datetime(2026, 1, 5, 9, 0, tzinfo=UTC), tick=True):
        demo = load_demo_organisations()
        load_settings(demo)
    return demo


def on(day: date, do: Callable[..., Any], *args: Any, **given: Any) -> Any:
    """Does something on a day, in the forenoon."""
    with time_machine.travel(datetime(day.year, day.month, day.day, 10, 0, tzinfo=UTC), tick=True):
        return do(*args, **given)


def by_key(here: DemoOrganisations, months: list[date] = MONTHS) -> dict[str, MeasureSeen]:
    return {one.measure.key: one for one in measures_of(here.northgate, months)}


def figures(seen: MeasureSeen) -> list[Decimal | None]:
    return [one.value for one in seen.months]


def submitted(here: DemoOrganisations, number: int, assured: date, sent: date) -> str:
    """A plan agreed and assured on a day, and submitted on another."""
    tale, who = Storyteller(here), here.accounts
    ref: str = on(assured, tale.agreed, BY_NUMBER[number], four_lines(starts_on=date(2026, 6, 1)))
    on(assured, send_to_quality_assurance, by=who["practitioner"], plan=ref)
    on(assured, pass_quality_assurance, by=who["quality"], plan=ref)
    on(sent, submit_plan_for_verification, by=who["providermanager"], plan=ref)
    return ref


def test_each_figure_is_what_the_history_says(here: DemoOrganisations) -> None:
    who, tale = here.accounts, Storyteller(here)
    # Assessed (the demo's assessments end the day before) and begun on Monday 2 February; submitted two and four
    # working days after their quality assurance, so three is the middle.
    first = submitted(here, 1, date(2026, 2, 2), date(2026, 2, 4))
    submitted(here, 2, date(2026, 2, 2), date(2026, 2, 6))
    on(date(2026, 3, 2), take_up_verification, by=who["verifier"], plan=first)
    on(date(2026, 3, 2), raise_finding, by=who["verifier"], plan=first, line_key="L1", reason="Why seven visits?")
    on(date(2026, 3, 3), return_plan_to_provider, by=who["verifier"], plan=first, reason="One question.")
    active: str = on(date(2026, 3, 9), tale.active, BY_NUMBER[3], four_lines(starts_on=date(2026, 6, 1)))
    due = SupportPlan.objects.get(ref=active).package.review_due_on  # type: ignore[attr-defined]
    months = [*MONTHS, *_until(due)]
    on(due + timedelta(days=1), review_plan, by=who["practitioner"], plan=active, reason="Planned")
    given = {"outcome": "Well.", "achieved": "Fully Met", "method": "Service user only"}
    given["next_review_on"] = due + timedelta(days=60)  # moves the day, not what was late
    on(due + timedelta(days=3), conclude_review, by=who["practitioner"], plan=active, **given)
    seen = by_key(here, months)
    assert figures(seen["assurance_to_submission"])[:3] == [Decimal("3.0"), Decimal("0.0"), None]
    assert [one.number for one in seen["assurance_to_submission"].months][:3] == [2, 1, 0]
    assert figures(seen["return_rate"])[:3] == [Decimal("0.0"), Decimal("100.0"), None]
    assert figures(seen["provider_days"])[0] is None
    assert figures(seen["council_days"])[1] == Decimal("0.0")  # walked in one day
    assert figures(seen["late_reviews"])[months.index((due + timedelta(days=1)).replace(day=1))] == Decimal(100)
    assert seen["assessment_to_plan"].months[0].number == 2
    assert figures(seen["assessment_to_plan"])[0] == Decimal("0.0")  # the assessment ended on the Sunday before


@pytest.mark.parametrize("outcome", ["funded", "refused"])
def test_the_days_of_each_side_are_those_until_the_decision(here: DemoOrganisations, outcome: str) -> None:
    who, tale = here.accounts, Storyteller(here)
    # Agreed on Monday 2 February, submitted on Friday: four working days with the provider.
    ref: str = on(date(2026, 2, 2), tale.agreed, BY_NUMBER[1], four_lines(starts_on=date(2026, 6, 1)))
    on(date(2026, 2, 6), tale.assure, ref)
    on(date(2026, 2, 6), submit_plan_for_verification, by=who["providermanager"], plan=ref)
    # Taken up and returned on Tuesday: two with the council. Answered on Thursday: two more with the provider.
    on(date(2026, 2, 10), take_up_verification, by=who["verifier"], plan=ref)
    on(date(2026, 2, 10), raise_finding, by=who["verifier"], plan=ref, line_key="L1", reason="Why seven visits?")
    on(date(2026, 2, 10), return_plan_to_provider, by=who["verifier"], plan=ref, reason="One question.")
    on(date(2026, 2, 12), answer_finding, by=who["practitioner"], plan=ref, number=1, answer="She works at weekends.")
    on(date(2026, 2, 12), tale.assure, ref)
    on(date(2026, 2, 12), resubmit_plan, by=who["practitioner"], plan=ref)
    # Decided on the Thursday of the week after: five more with the council, whose plan a funded one still is.
    on(date(2026, 2, 12), take_up_verification, by=who["verifier"], plan=ref)
    on(date(2026, 2, 12), tale.verify, ref)
    if outcome == "funded":
        on(date(2026, 2, 19), tale.fund, ref, by="teammanager")
    else:
        on(date(2026, 2, 19), refuse_funding, by=who["teammanager"], plan=ref, reasons="Met by health care.")
    seen = by_key(here)
    assert figures(seen["provider_days"])[0] == Decimal("6.0")
    assert figures(seen["council_days"])[0] == Decimal("7.0")


def _until(day: date) -> list[date]:
    found = [date(2026, 5, 1)]
    while found[-1] < day.replace(day=1):
        found.append(date(found[-1].year + found[-1].month // 12, found[-1].month % 12 + 1, 1))
    return found


def test_a_month_and_a_year_take_the_same_queries(here: DemoOrganisations, django_assert_num_queries: Any) -> None:
    for number in (1, 2, 3):
        submitted(here, number, date(2026, 2, 2), date(2026, 2, 4))
    for months in ([date(2026, 2, 1)], last_months(12, date(2026, 5, 3))):
        with django_assert_num_queries(4):
            measures_of(here.northgate, months)


def test_a_plan_is_there_when_the_person_agreed_it(here: DemoOrganisations) -> None:
    tale = Storyteller(here)
    ref: str = on(date(2026, 2, 2), tale.drafted, BY_NUMBER[1], four_lines(starts_on=date(2026, 6, 1)))
    assert by_key(here)["assessment_to_plan"].months[0].number == 0
    on(date(2026, 2, 12), tale.agree, ref)
    assert figures(by_key(here)["assessment_to_plan"])[0] == Decimal("8.0")


def test_another_providers_plans_are_not_in_it(here: DemoOrganisations) -> None:
    submitted(here, 1, date(2026, 2, 2), date(2026, 2, 4))
    assert by_key(here)["return_rate"].months[0].number == 1
    assert measures_of(here.riverside, MONTHS)[2].months[0].number == 0


def test_a_month_keeps_the_target_it_had(here: DemoOrganisations) -> None:
    asked: dict[str, Any] = {"council": here.council, "organisation": here.northgate, "measure": "return_rate"}
    by = here.accounts["head"]
    set_contract_target(by=by, value=Decimal(20), from_day=date(2026, 2, 1), **asked)
    set_contract_target(by=by, value=Decimal(10), from_day=date(2026, 3, 15), **asked)
    submitted(here, 1, date(2026, 2, 2), date(2026, 2, 4))
    seen = by_key(here)["return_rate"]
    assert [one.target for one in seen.months] == [20, 10, 10]
    assert by_key(here, [date(2026, 2, 1)])["return_rate"].is_met
    assert "the contract asks 20% or less" in by_key(here, [date(2026, 2, 1)])["return_rate"].finding
    for but, refusal in (
        ({"by": here.accounts["broker"]}, NotYourRole),
        ({"measure": "happiness"}, NothingSaid),
        ({"value": Decimal(101)}, WrongAmount),
        ({"from_day": date(2026, 3, 15)}, WrongDates),
        ({"organisation": here.care_providers[0]}, RoleNotOfThisOrganisation),
    ):
        given = {"by": by, "value": Decimal(5), "from_day": date(2026, 9, 1), **asked} | but
        with pytest.raises(refusal):
            set_contract_target(**given)
        assert Act.objects.latest("pk").refusal == refusal.__name__


def test_the_page_draws_each_trend_with_its_table(here: DemoOrganisations) -> None:
    submitted(here, 1, date(2026, 2, 2), date(2026, 2, 4))
    client = Client()
    with time_machine.travel(datetime(2026, 2, 27, 9, 0, tzinfo=UTC), tick=True):
        client.force_login(here.accounts["head"])
        page = client.get("/contract-measures/?provider=northgate").content.decode()
        assert page.count("View as a table") == len(MEASURES)
        assert "From quality assurance to submission: 2 working days in February 2026" in page
        assert client.get("/contract-measures/?provider=moorview-care").status_code == 404
        client.force_login(here.accounts["otherpractitioner"])
        assert client.get("/contract-measures/?provider=northgate").status_code == 404
        assert "Riverside" in client.get("/contract-measures/").content.decode()


def test_shares_and_middles() -> None:
    assert figure_of("return_rate", [Decimal(0)] * 3 + [Decimal(100)]) == (3, Decimal("33.3"))
    assert figure_of("return_rate", [Decimal(100)]) == (0, None)
    assert figure_of("late_reviews", [Decimal(0), Decimal(100)]) == (2, Decimal("50.0"))
    assert figure_of("provider_days", [Decimal(1), Decimal(9), Decimal(4)]) == (3, Decimal("4.0"))
    assert figure_of("provider_days", []) == (0, None)


def test_a_month_of_nothing_is_drawn_as_nothing(here: DemoOrganisations) -> None:
    chart = trend(by_key(here)["late_reviews"])
    assert [bar.shown for bar in chart.bars] == ["None counted"] * 3
    assert "nothing was counted" in chart.finding
