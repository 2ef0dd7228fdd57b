"""What the council sets for its market and its urgent support. Set by a day; what was set before is kept."""

from datetime import date
from decimal import Decimal

from django.utils import timezone

from casework.code_lists import service_components
from casework.models import PlannedSupport
from delegation.authority import Question, permit
from delegation.models import Account, Organisation
from delegation.register import act, keep, record
from verification.models import GuidePrice, UrgentAmount
from verification.refusals import UnknownRecord
from verification.rules import pounds


@act
def set_guide_price(
    *, council: Organisation, by: Account, service_component: str, unit: str, price: Decimal, from_day: date
) -> GuidePrice:
    """Set what the council expects to pay for one unit of a kind of support from a day, in pounds.

    Raises:
        UnknownRecord: the kind or the unit is not on the list, or the price is not above £0.

    Source: Care Act 2014 s.5 (market, sustainability); the council's brokerage procedure.
    """
    permission = permit(
        Question(
            act="set_guide_price",
            function="brokerage_sourcing",
            by=by,
            on=timezone.localdate(),
            council=council,
            side="council",
            roles=frozenset({"broker", "head_of_service", "dass"}),
            subject_kind="organisation",
            subject=council.key,
        )
    )
    kinds = {value for value, _ in service_components()}
    if service_component not in kinds or unit not in PlannedSupport.Unit.values:
        raise UnknownRecord("Choose a kind of support and a unit from the lists.")
    if pounds(price) <= 0:
        raise UnknownRecord("Enter a price above £0, like 21.50.")
    row = GuidePrice(
        council=council,
        service_component=service_component,
        unit=unit,
        price=pounds(price),
        from_day=from_day,
        set_at=timezone.now(),
        set_by=by,
    )
    keep(row, by=by, why="set_guide_price")
    record(
        permission,
        subject_kind="organisation",
        subject=council.key,
        detail={"kind": service_component, "unit": unit, "price": str(row.price)},
    )
    return row


@act
def set_urgent_amount(
    *, council: Organisation, by: Account, weekly: Decimal, days: int, from_day: date
) -> UrgentAmount:
    """Set the most urgent support may cost a week, and for how many days it may run (14 at most), from a day.

    Raises:
        UnknownRecord: more than 14 days or less than one, or an amount below £0.
    """
    permission = permit(
        Question(
            act="set_urgent_amount",
            function="dass_role",
            by=by,
            on=timezone.localdate(),
            council=council,
            side="council",
            roles=frozenset({"dass"}),
            subject_kind="organisation",
            subject=council.key,
        )
    )
    if not 1 <= days <= 14 or weekly < 0:
        raise UnknownRecord("Urgent support runs from 1 to 14 days, and its amount is not below £0.")
    row = UrgentAmount(
        council=council, weekly=pounds(weekly), days=days, from_day=from_day, set_at=timezone.now(), set_by=by
    )
    keep(row, by=by, why="set_urgent_amount")
    record(permission, subject_kind="organisation", subject=council.key, weekly=row.weekly, detail={"days": days})
    return row
