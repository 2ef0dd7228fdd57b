"""What the adult pays of a plan's cost: what the council decided to charge, where it charged for the plan.

In force for a plan is what was issued and neither waived nor ended by after-care. A charge covers no more than the
cost. Nobody in after-care and no carer has a charge for it (`rules.why_never`), so nothing of theirs comes from here.
Source: Care Act 2014 ss.14, 17, 26(1)(b).
"""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Case, DecimalField, OuterRef, QuerySet, Subquery, Sum, When
from django.db.models.functions import Coalesce

from casework.models import Charge, SupportPlan
from casework.refusals import NotKept
from casework.rules import NOUGHT
from delegation.refusals import Fault

IN_FORCE, OVER = "issued", ("waived", "barred")


@dataclass(frozen=True, kw_only=True)
class ShareByCharge:
    """The adult's share of a plan by its charges: pounds a week, the charges it comes from, what the budget says."""

    weekly: Decimal
    refs: tuple[str, ...]
    budgeted: Decimal | None

    @property
    def agrees(self) -> bool:
        """Whether the personal budget says the same."""
        return self.budgeted == self.weekly


def share_by_charge(plan: SupportPlan, *, total: Decimal | None = None) -> ShareByCharge | None:
    """The adult's share as the council charges for the plan; None where it told no charge for it. One query.

    Args: the plan's weekly cost, where it is another than the budget has now.
    """
    charges = list(_told().filter(plan=plan).order_by("pk").values_list("ref", "state", "weekly"))
    if not charges:
        return None
    charged = sum((weekly or NOUGHT for _, state, weekly in charges if state == IN_FORCE), NOUGHT)
    standing = tuple(ref for ref, state, _ in charges if state == IN_FORCE) or tuple(ref for ref, *_ in charges)
    cost = plan.budget_total_weekly if total is None else total
    return ShareByCharge(weekly=min(charged, cost or NOUGHT), refs=standing, budgeted=plan.budget_adult_share_weekly)


def charged_weekly() -> Subquery:
    """For a query of plans: what the council charges for each, pounds a week; NULL where it told no charge for it."""
    pounds = DecimalField(max_digits=12, decimal_places=2)
    in_force = Case(When(state=IN_FORCE, then=Coalesce("weekly", NOUGHT)), default=NOUGHT, output_field=pounds)
    of_the_plan = _told().filter(plan=OuterRef("pk")).order_by().values("plan")
    return Subquery(of_the_plan.annotate(charged=Sum(in_force)).values("charged"), output_field=pounds)


def _told() -> QuerySet[Charge]:
    """The charges somebody was told of, with those waived since and those that after-care ended."""
    return Charge.objects.filter(state__in=(IN_FORCE, *OVER), issued_at__isnull=False)


def refuse_another_share(plan: SupportPlan, adult_share: Decimal | None, total: Decimal | None) -> None:
    """Raise NotKept where a budget says another share of the adult than the council charges. Source: s.26(1)(b)."""
    share = share_by_charge(plan, total=total)
    if share is None or share.weekly == adult_share:
        return
    sentence = (
        f"The council charges £{share.weekly:,.2f} a week for this plan ({', '.join(share.refs)}): "
        "that is the adult’s share (section 26(1)(b))."
    )
    raise NotKept(sentence, faults=[Fault("weekly.adult_share", sentence)])
