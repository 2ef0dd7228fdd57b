"""The single access point: someone came, and what came of it."""

from datetime import date

from django.utils import timezone

from casework.details import field_faults, unfit_text
from casework.models import Contact, SafeguardingConcern
from casework.plans import ask_before_plan
from casework.refusals import refuse_faults
from casework.safeguarding.beginning import begin_concern
from casework.services.people import lock_person
from delegation.models import Account
from delegation.references import new_reference
from delegation.refusals import Fault, NotFound
from delegation.register import act, keep, record

CONTACT_FIELDS = ["made_on", "made_by", "route_of_access", "summary", "outcome", "directory_entry", "outcome_detail"]


@act
def record_contact(
    *,
    by: Account,
    person: str,
    made_on: date,
    made_by: str,
    route_of_access: str,
    summary: str,
    outcome: str,
    directory_entry: str = "",
    outcome_detail: str = "",
    safeguarding_concern: str = "",
) -> Contact:
    """Record a contact with the single access point and its outcome.

    A safeguarding concern told with it stands before the council in the same transaction: it is never held back
    for want of an authorisation to look into it.
    Args: the person's reference; `safeguarding_concern` in the words it was told. Raises NotKept, NotFound.
    Source: Care Act 2014 s.4, s.9(1), s.42(1).
    """
    held = lock_person(person)
    permission = ask_before_plan(
        "record_contact",
        by,
        council=held.council,
        provider_id=held.provider_id,
        subject_kind="person",
        subject=held.ref,
    )
    contact = Contact(
        ref=new_reference("CO"),
        council=held.council,
        provider=held.provider,
        person=held,
        made_on=made_on,
        made_by=made_by,
        route_of_access=route_of_access,
        summary=summary,
        outcome=outcome,
        directory_entry=directory_entry,
        outcome_detail=outcome_detail,
        safeguarding_concern=bool(safeguarding_concern),
        recorded_at=timezone.now(),
        recorded_by=by,
    )
    refuse_faults(_faults(contact, safeguarding_concern), "This contact cannot be kept yet")
    keep(contact, by=by, why="recorded")
    detail = {"person": held.ref, "outcome": outcome}
    if safeguarding_concern:
        detail["safeguarding_concern"] = _raise_concern(contact, safeguarding_concern, by=by).ref
    record(permission, subject_kind="contact", subject=contact.ref, detail=detail)
    return contact


def _faults(contact: Contact, concern: str) -> list[Fault]:
    faults = field_faults(contact, CONTACT_FIELDS)
    if contact.made_on > timezone.localdate():
        faults.append(Fault("made_on", "A contact was made today or before."))
    if contact.outcome == Contact.Outcome.INFORMATION_AND_ADVICE and not contact.directory_entry:
        faults.append(Fault("directory_entry", "Name the entry of the directory the person was given."))
    if unfit_text(concern):
        faults.append(Fault("safeguarding_concern", "The concern holds a character that cannot be kept."))
    return faults


def _raise_concern(contact: Contact, words: str, *, by: Account) -> SafeguardingConcern:
    return begin_concern(
        by=by,
        why="told with a contact",
        council_id=contact.council_id,
        provider_id=contact.provider_id,
        person_id=contact.person_id,
        contact=contact,
        concern=words,
        told_on=contact.made_on,
        raised_at=contact.recorded_at,
    )


@act
def see_safeguarding_concern(*, by: Account, concern: str) -> SafeguardingConcern:
    """Record that the council's safeguarding manager has seen a concern; seen twice, the first seeing stands.

    Source: Care Act 2014 s.42(1)-(2).
    """
    try:
        held = SafeguardingConcern.objects.select_for_update(of=("self",)).select_related("council").get(ref=concern)
    except SafeguardingConcern.DoesNotExist:
        raise NotFound(f"There is no concern {concern}.") from None
    permission = ask_before_plan(
        "see_safeguarding_concern",
        by,
        council=held.council,
        provider_id=None,
        subject_kind="safeguarding_concern",
        subject=held.ref,
    )
    if held.seen_at is None:
        held.seen_at, held.seen_by = timezone.now(), by
        keep(held, by=by, why="seen")
    record(permission, subject_kind="safeguarding_concern", subject=held.ref)
    return held
