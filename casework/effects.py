"""What of the casework an organisation does under a function, counted for a change of the schedule; nothing is written.

Which plans fall under a function is read from the way of a plan, so that it cannot differ from what the guard asks.
"""

from collections.abc import Iterable

from django.db.models import QuerySet

from casework.models import Assessment, Contact, Person, SupportPlan
from casework.way import LIVE_STATES, WAY
from delegation.models import Organisation
from delegation.schedule_change.effects import Effect, tell_of_effects

ASSESSED_UNDER = frozenset({"care_support_assessment", "carer_assessment"})


def states_under(function: str) -> frozenset[str]:
    """The live states of a plan from which the provider's next step exercises the function.

    An act that may be done from anywhere (a transfer) is no next step.
    """
    steps = [step for step in WAY.values() if step.function == function and step.side == "provider"]
    found = [step.from_states & LIVE_STATES for step in steps if not step.from_states >= LIVE_STATES]
    return frozenset[str]().union(*found)


def plans_under(organisation: Organisation, function: str) -> QuerySet[SupportPlan]:
    """The organisation's live plans whose next step of the provider exercises the function."""
    return SupportPlan.objects.filter(provider=organisation, state__in=states_under(function))


def casework_under(council: Organisation, organisation: Organisation, function: str) -> Iterable[Effect]:
    """Live plans and their people, enquiries and assessments that the organisation deals with under it."""
    if states_under(function):
        yield from _plans(organisation, function)
    if function in ASSESSED_UNDER:
        waiting = Contact.objects.filter(provider=organisation, outcome="assessment", assessments__isnull=True)
        yield Effect(
            key="enquiries",
            number=waiting.count(),
            one="enquiry that waits for an assessment",
            many="enquiries that wait for an assessment",
        )
    if function == "eligibility_determination":
        open_still = Assessment.objects.filter(provider=organisation, determination__isnull=True)
        yield Effect(
            key="assessments",
            number=open_still.exclude(refusal="ends_the_duty").count(),
            one="assessment that waits for its determination",
            many="assessments that wait for their determination",
        )
    if function == "single_access_point_advice":
        yield Effect(
            key="caseload",
            number=Person.objects.filter(provider=organisation).count(),
            one="person on its caseload",
            many="people on its caseload",
        )


def _plans(organisation: Organisation, function: str) -> Iterable[Effect]:
    plans = plans_under(organisation, function)
    yield Effect(
        key="plans",
        number=plans.count(),
        one="live plan with its provider’s next step under it",
        many="live plans with their provider’s next step under it",
    )
    yield Effect(
        key="people",
        number=plans.values("person").distinct().count(),
        one="person with such a plan",
        many="people with such a plan",
    )


tell_of_effects(casework_under)
