"""Faults the proofs found, each as a plain test, so that none comes back."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
import time_machine

from casework.models import SupportPlan
from delegation.promises import broken_promises
from delegation.refusals import WrongAmount
from delegation.services import set_financial_limit
from tests.proof.services import acts
from tests.proof.worlds import BEGINS_AT, World, plan_in
from verification.models import Requirement
from verification.refusals import AboveTheEnvelope, BadDate, UnknownRecord
from verification.rules import LineDecision
from verification.services.brokerage import AwardChoice

pytestmark = pytest.mark.django_db
do = acts()


@pytest.fixture(autouse=True)
def _on_the_day() -> Iterator[None]:
    with time_machine.travel(BEGINS_AT, tick=True):
        yield


def test_a_limit_below_nought_is_refused_by_name(again: World) -> None:
    with pytest.raises(WrongAmount, match="not below £0"):
        set_financial_limit(
            by=again.accounts["dass"],
            council=again.council,
            role="team_manager",
            weekly=Decimal("-1.00"),
            whole_life=Decimal(100),
            from_day=date(2026, 6, 2),
        )


def test_nobody_dies_before_they_were_born(again: World) -> None:
    with pytest.raises(BadDate, match="before the person was born"):
        do["record_death_or_move"](
            plan=again.plans["active"], by=again.accounts["verifier"], what="died", on=date(1800, 1, 1)
        )


@pytest.mark.parametrize("line", ["L3", "L4", "L6"])
def test_no_weekly_cost_is_asked_for_support_that_costs_nothing(again: World, line: str) -> None:
    """It was taken, and then the decision to agree fell on a constraint: the plan could only be refused."""
    with pytest.raises(UnknownRecord, match="funds by the week"):
        do["request_package_change"](
            plan=again.plans["active"],
            by=again.accounts["practitioner"],
            lines={line: Decimal("7.00")},
            reason="The club asks for it now.",
        )


def test_no_weekly_cost_is_asked_for_a_line_that_was_refused(again: World) -> None:
    ref = again.plans["awaiting_funding_decision"]
    lines = [
        LineDecision(key=key, outcome="refuse" if key == "L2" else "fund", reason="Met by the lunch club.")
        for key in SupportPlan.objects.get(ref=ref).lines.values_list("line_key", flat=True)
    ]
    do["record_funding_decision"](plan=ref, by=again.accounts["teammanager"], lines=lines, reasons="In part.")
    broker = again.accounts["broker"]
    (row,) = do["take_up_brokerage"](plan=ref, by=broker)
    offer = _offer(again, ref, row, "21.00")
    do["award_package"](plan=ref, by=broker, choices=[AwardChoice(offer=offer, persons_choice="She agreed.")])
    do["start_package"](plan=ref, by=broker, starts_on=date(2026, 6, 2))
    with pytest.raises(UnknownRecord, match="funds by the week"):
        do["request_package_change"](
            plan=ref, by=again.accounts["practitioner"], lines={"L2": Decimal("9.00")}, reason="The club closed."
        )


def _offer(world: World, ref: str, row: Requirement, price: str) -> int:
    offer = do["record_offer"](
        plan=ref,
        by=world.accounts["broker"],
        requirement=row.pk,
        organisation=world.demo.care_providers[0].pk,
        kind="offer",
        unit_price=Decimal(price),
    )
    return int(offer.pk)


def test_a_line_funded_at_nought_is_not_awarded_at_any_price(again: World) -> None:
    """An envelope of £0 a week made every offer cost £0 a week."""
    ref = plan_in("awaiting_funding_decision", again, 61)
    lines = [
        LineDecision(key=key, outcome="part", weekly=Decimal("0.00"), reason="A block contract pays for it.")
        if key == "L2"
        else LineDecision(key=key, outcome="fund")
        for key in SupportPlan.objects.get(ref=ref).lines.values_list("line_key", flat=True)
    ]
    do["record_funding_decision"](plan=ref, by=again.accounts["teammanager"], lines=lines, reasons="In part.")
    broker = again.accounts["broker"]
    rows = do["take_up_brokerage"](plan=ref, by=broker)
    choices = [AwardChoice(offer=_offer(again, ref, row, "20.00"), persons_choice="She agreed.") for row in rows]
    with pytest.raises(AboveTheEnvelope):
        do["award_package"](plan=ref, by=broker, choices=choices)
    assert broken_promises() == []


def test_an_award_that_fell_through_leaves_no_package_behind_a_new_decision(again: World) -> None:
    """The package stayed arranged on a decision that a higher envelope had replaced."""
    ref, broker = again.plans["package_arranged"], again.accounts["broker"]
    do["return_to_brokerage"](plan=ref, by=broker, reason="The agency handed it back.")
    do["request_envelope_change"](plan=ref, by=broker, prices={"L1": Decimal("260.00")}, reason="Nobody for less.")
    do["record_envelope_decision"](plan=ref, by=again.accounts["dass"], agree=True, reasons="The usual price now.")
    assert broken_promises() == []
    rows = SupportPlan.objects.get(ref=ref).requirements.filter(live=True)
    choices = [AwardChoice(offer=_offer(again, ref, row, "1.00"), persons_choice="She agreed.") for row in rows]
    do["award_package"](plan=ref, by=broker, choices=choices)
    assert SupportPlan.objects.get(ref=ref).package.state == "arranged"
    assert broken_promises() == []
