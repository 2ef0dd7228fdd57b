"""Reading a person's record: it leaves a line, and a refused reading leaves one too."""

from django.utils import timezone

from casework.models import Person, SupportPlan
from casework.selectors import people_visible_to, plan_visible_to
from delegation.authority import Question
from delegation.models import Account, Organisation
from delegation.refusals import NotFound
from delegation.register import record_reading, whole
from delegation.selectors import organisations_seen_by


def person_for_reading(*, by: Account, ref: str) -> Person:
    """The person's record for this account to read, with the reading in the register.

    Raises NotFound for another's record and for a restricted one, as if there were none; where the account sees
    the caseload but not this record, the register has the refused reading.
    Source: UK GDPR Art 5(1)(f), (2); P5.
    """
    person = people_visible_to(by).select_related("council", "provider").filter(ref=ref).first()
    if person is None:
        held = Person.objects.filter(ref=ref).select_related("council").first()
        raise reading_refused(by, "person", ref, held.council if held else None, held.provider_id if held else None)
    record_reading(by=by, council=person.council, subject_kind="person", subject=person.ref)
    return person


def plan_for_reading(*, by: Account, ref: str) -> SupportPlan:
    """The plan for this account to read, with its person, and the reading in the register. Raises NotFound."""
    plan = plan_visible_to(by, ref)
    if plan is None:
        held = SupportPlan.objects.filter(ref=ref).select_related("council").first()
        raise reading_refused(by, "plan", ref, held.council if held else None, held.provider_id if held else None)
    record_reading(by=by, council=plan.council, subject_kind="plan", subject=plan.ref)
    return plan


def reading_refused(
    by: Account, kind: str, ref: str, council: Organisation | None, provider_id: int | None
) -> NotFound:
    """The refusal of a reading, written to the register where there is such a record at all."""
    question = None
    if council is not None:
        question = Question(
            act="read",
            function="",
            by=by,
            on=timezone.localdate(),
            council=council,
            side="provider" if provider_id in organisations_seen_by(by) else "council",
            roles=frozenset(),
            subject_kind=kind,
            subject=ref,
        )
    refusal = NotFound(f"There is no {kind} {ref}.", question=question)
    try:
        with whole():
            raise refusal
    except NotFound as told:
        return told
