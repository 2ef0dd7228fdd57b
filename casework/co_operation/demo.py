"""The demonstration of co-operation: received and made, one late, one declined, one partner that owes its reasons.

Everything goes through the services. Loading it again changes nothing.
"""

from contextlib import suppress

from django.utils import timezone

from casework.co_operation.services import (
    Asked,
    agree_to_co_operate,
    decline_to_co_operate,
    record_co_operation_request,
    record_partners_answer,
    request_co_operation,
)
from casework.models import CoOperationRequest, Person
from delegation.demo import DemoOrganisations
from delegation.refusals import Refused
from delegation.register import whole
from delegation.working_days import add_working_days

# Kind and name of the partner, what it asks, working days ago, in a case or not, how far it went.
RECEIVED = (
    ("nhs_body", "Exampleshire Integrated Care Board", "A social worker at the discharge meeting.", 14, True, "late"),
    ("police", "Exampleshire Constabulary", "Who sits in the hub for missing adults.", 3, False, "waiting"),
    ("probation", "Exampleshire Probation Service", "The support plan before release.", 9, True, "agreed"),
    ("local_authority", "Moorshire Council", "To pay for the placement from before the move.", 8, True, "declined"),
)
MADE = (
    ("nhs_body", "Exampleshire Hospitals Trust", "Its therapists’ reports before discharge.", 18, True, "reasons_owed"),
    ("work_and_pensions", "Jobcentre Harbour", "A named adviser for carers.", 5, False, "asked"),
)


def load(here: DemoOrganisations) -> None:
    """Six requests, made once; none in a case where nobody is registered yet."""
    people = Person.objects.filter(provider=here.northgate, restricted=False).order_by("pk")
    person = people.first()
    if person is None or CoOperationRequest.objects.filter(council=here.council).exists():
        return
    with whole():
        for kind, name, asked_for, days, in_a_case, far in RECEIVED:
            asked = _asked(kind, name, asked_for, days, person.ref if in_a_case else "")
            ref = record_co_operation_request(by=here.accounts["head"], council=here.council, asked=asked).ref
            _answered(here, ref, far)
        for kind, name, asked_for, days, in_a_case, far in MADE:
            asked = _asked(kind, name, asked_for, days, person.ref if in_a_case else "")
            ref = request_co_operation(by=here.accounts["head"], council=here.council, asked=asked).ref
            _answered(here, ref, far)
    # The refusal stands in the register: the provider declines nothing in the council's name.
    waiting = CoOperationRequest.objects.filter(council=here.council, state="waiting").order_by("due_on").first()
    with suppress(Refused):
        decline_to_co_operate(
            by=here.accounts["providermanager"], request=waiting.ref if waiting else "", reasons="We are short today."
        )


def _asked(kind: str, name: str, asked_for: str, days: int, person: str) -> Asked:
    asked_on = add_working_days(timezone.localdate(), -days)
    return Asked(partner_kind=kind, partner=name, asked_for=asked_for, asked_on=asked_on, person=person)


def _answered(here: DemoOrganisations, ref: str, far: str) -> None:
    head, today = here.accounts["head"], timezone.localdate()
    if far == "agreed":
        agree_to_co_operate(by=head, request=ref, answer="The plan goes to the offender manager on Monday.")
    if far == "declined":
        reasons = "The person was ordinarily resident in Moorshire until the move, and paying would be unlawful."
        decline_to_co_operate(by=head, request=ref, ground="own_duties", reasons=reasons)
    if far == "reasons_owed":
        record_partners_answer(by=head, request=ref, agreed=False, answered_on=add_working_days(today, -12))
