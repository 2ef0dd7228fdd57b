"""What the tests of a plan's way ask of it."""

from casework.models import SupportPlan
from verification.rules import LineDecision


def now(ref: str) -> SupportPlan:
    return SupportPlan.objects.get(ref=ref)


def all_funded(ref: str) -> list[LineDecision]:
    return [LineDecision(key=line.line_key, outcome="fund") for line in now(ref).lines.all()]
