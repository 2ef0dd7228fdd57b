"""The files a sample is drawn from: the plans of a council on whose money it decided between two days.

Decided, and not sealed or in force, because only then has every function that the council gives or keeps left its
trace on the file: assessment, eligibility, plan, quality assurance, verification, money. A refusal is a decision too.
What became of a file is what had become of it by the end of the last day, so the same days give the same files again.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Max, QuerySet
from django.utils import timezone

from casework.models import SupportPlan
from delegation.models import Organisation
from verification.models import FundingDecision, Package, UrgentSupport, Verification
from verification.sampling.rules import OUTCOMES, Alike

# What became of a plan as one small number, a bit for each outcome: there may be hundreds of thousands of plans.
BIT = {outcome: 1 << place for place, outcome in enumerate(OUTCOMES)}
A_READ = 5000


def _of_decision(kind: str, outcome: str) -> str:
    """What a decision makes of a file; one on a higher price leaves it funded, whichever way it went."""
    if kind == FundingDecision.Kind.CHANGE:
        return "changed"
    refuses = kind == FundingDecision.Kind.FUNDING and outcome == FundingDecision.Outcome.REFUSE
    return "refused" if refuses else "funded"


BIT_OF_DECISION = {
    (kind, outcome): BIT[_of_decision(kind, outcome)]
    for kind in FundingDecision.Kind.values
    for outcome in FundingDecision.Outcome.values
}


def decided_between(council: Organisation, from_day: date, to_day: date) -> list[Alike]:
    """The plans decided on between two days, by provider and by what became of them. Six queries, for any number."""
    decided = FundingDecision.objects.filter(decided_on__range=(from_day, to_day)).order_by()
    became = _became(decided, to_day)
    plans = SupportPlan.objects.filter(council=council, pk__in=decided.values("plan")).order_by()
    found: dict[tuple[int, int], list[str]] = defaultdict(list)
    for plan, ref, provider in plans.values_list("pk", "ref", "provider_id").iterator(chunk_size=A_READ):
        if plan in became:  # a decision made since the first of these queries is not of this draw
            found[provider, became[plan]].append(ref)
    keys = dict(Organisation.objects.values_list("pk", "key"))
    return [Alike(keys[provider], _outcomes(bits), refs) for (provider, bits), refs in found.items()]


def _became(decided: QuerySet[FundingDecision], to_day: date) -> dict[int, int]:
    """What became of each plan by the end of the last day, by its key."""
    became: dict[int, int] = defaultdict(int)
    for plan, kind, outcome in decided.values_list("plan_id", "kind", "outcome").iterator(chunk_size=A_READ):
        became[plan] |= BIT_OF_DECISION[kind, outcome]
    for other, plans in _other_outcomes(decided, to_day).items():
        for plan in plans.iterator(chunk_size=A_READ):
            if plan in became:
                became[plan] |= BIT[other]
    return became


def _outcomes(bits: int) -> frozenset[str]:
    return frozenset(outcome for outcome, bit in BIT.items() if bits & bit)


def _other_outcomes(decided: QuerySet[FundingDecision], to_day: date) -> dict[str, QuerySet[Any, int]]:
    """What else had become of the decided plans by the end of the last day; each gives the keys of plans."""
    these = {"plan__in": decided.values("plan")}
    end = timezone.make_aware(datetime.combine(to_day + timedelta(days=1), time.min))
    returned = Verification.objects.filter(**these, outcome=Verification.Outcome.RETURNED, concluded_at__lt=end)
    return {
        "returned": returned.values_list("plan_id", flat=True),
        "urgent_start": UrgentSupport.objects.filter(**these, authorised_at__lt=end).values_list("plan_id", flat=True),
        "ended": Package.objects.filter(**these, ended_at__lt=end).values_list("plan_id", flat=True),
    }


def last_decided(refs: Collection[str], from_day: date, to_day: date) -> dict[str, tuple[int, date]]:
    """The key and the last day of decision in the days of each of these plans, by reference. One query."""
    decided = FundingDecision.objects.filter(plan__ref__in=refs, decided_on__range=(from_day, to_day)).order_by()
    days = decided.values_list("plan__ref", "plan_id").annotate(day=Max("decided_on"))
    return {ref: (plan, day) for ref, plan, day in days}
