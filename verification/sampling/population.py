"""The files a sample is drawn from: the plans of a council on whose money it decided between two days.

Decided, and not sealed or in force, because only then has every function that the council gives or keeps left its
trace on the file: assessment, eligibility, plan, quality assurance, verification, money. A refusal is a decision too.
What became of a file is what had become of it by the end of the last day, so the same days give the same files again.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from delegation.models import Organisation
from verification.models import FundingDecision, Package, UrgentSupport, Verification
from verification.sampling.rules import CaseFile


@dataclass
class Decided:
    """A plan decided on in the days, by its key, with its last decision in them."""

    plan: int
    provider: int
    provider_key: str
    day: date
    outcomes: set[str]


def decided_between(council: Organisation, from_day: date, to_day: date) -> dict[str, Decided]:
    """The plans decided on between two days, by reference. Five queries, however many plans there are."""
    decisions = FundingDecision.objects.filter(plan__council=council, decided_on__range=(from_day, to_day))
    found: dict[str, Decided] = {}
    by_plan: dict[int, Decided] = {}
    columns = ("plan_id", "plan__ref", "plan__provider_id", "plan__provider__key", "kind", "outcome", "decided_on")
    for plan, ref, provider, key, kind, outcome, day in decisions.values_list(*columns).iterator(chunk_size=5000):
        held = by_plan.get(plan)
        if held is None:
            held = by_plan[plan] = found[ref] = Decided(plan, provider, key, day, set())
        held.day = max(held.day, day)
        held.outcomes.add(_of_decision(kind, outcome))
    for outcome, plans in _other_outcomes(decisions, to_day).items():
        for plan in plans.iterator(chunk_size=5000):
            by_plan[plan].outcomes.add(outcome)
    return found


def _of_decision(kind: str, outcome: str) -> str:
    """What a decision makes of a file; one on a higher price leaves it funded, whichever way it went."""
    if kind == FundingDecision.Kind.CHANGE:
        return "changed"
    refuses = kind == FundingDecision.Kind.FUNDING and outcome == FundingDecision.Outcome.REFUSE
    return "refused" if refuses else "funded"


def _other_outcomes(decisions: QuerySet[FundingDecision], to_day: date) -> dict[str, QuerySet[Any, int]]:
    """What else had become of the decided plans by the end of the last day; each gives the keys of plans."""
    these = {"plan__in": decisions.order_by().values("plan")}
    end = timezone.make_aware(datetime.combine(to_day + timedelta(days=1), time.min))
    returned = Verification.objects.filter(**these, outcome=Verification.Outcome.RETURNED, concluded_at__lt=end)
    return {
        "returned": returned.values_list("plan_id", flat=True),
        "urgent_start": UrgentSupport.objects.filter(**these, authorised_at__lt=end).values_list("plan_id", flat=True),
        "ended": Package.objects.filter(**these, ended_at__lt=end).values_list("plan_id", flat=True),
    }


def as_files(decided: dict[str, Decided]) -> list[CaseFile]:
    """The plans as the rules of the draw know them."""
    return [CaseFile(ref, one.provider_key, frozenset(one.outcomes)) for ref, one in decided.items()]
