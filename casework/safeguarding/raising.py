"""Raising a concern by itself, without a contact: by anybody of the council or of the provider. Never held back."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.utils import timezone

from casework.details import unfit_text
from casework.models import Person, SafeguardingConcern
from casework.refusals import refuse_faults
from casework.safeguarding.about import faults_of_about
from casework.safeguarding.asking import works_for
from casework.safeguarding.beginning import SUBJECT, begin_concern
from casework.services.people import lock_person
from delegation.authority import Question, permit, would_permit
from delegation.guarded import ACTS
from delegation.models import Account, Organisation
from delegation.refusals import Fault, Refused
from delegation.register import act, record

About = SafeguardingConcern.About


@act
def raise_safeguarding_concern(
    *,
    by: Account,
    person: str,
    concern: str,
    told_on: date | None = None,
    about: str = About.NOT_KNOWN,
    about_organisation: Organisation | None = None,
    about_whom: str = "",
) -> SafeguardingConcern:
    """Raise a concern about a person: it stands before the council in the same transaction.

    Anybody of the council may, and anybody of the person's provider while it is authorised to take concerns in.
    Args: `concern` in the words it was told; the day it was told, today where left out; who or what it is about,
    where that is known.

    Raises:
        NotKept: with every fault.
    Source: Care Act 2014 s.42(1).
    """
    held = lock_person(person)
    permission = permit(question_to_raise(by, held))
    told_on = told_on or timezone.localdate()
    faults = faults_of_words(concern, "concern")
    faults += faults_of_about(held.council, about, about_organisation, about_whom)
    if told_on > timezone.localdate():
        faults.append(Fault("told_on", "It was told today or before."))
    refuse_faults(faults, "This concern cannot be raised yet")
    raised = begin_concern(
        by=by,
        why="raised",
        council=held.council,
        provider=held.provider,
        person=held,
        concern=concern.strip(),
        told_on=told_on,
        raised_at=timezone.now(),
        about=about,
        about_organisation=about_organisation,
        about_whom=about_whom.strip(),
    )
    record(
        permission,
        subject_kind=SUBJECT,
        subject=raised.ref,
        detail={"person": held.ref, "about": about, "told_on": told_on},
    )
    return raised


def question_to_raise(by: Account, person: Person) -> Question:
    """What the guard is asked, on the side the one who raises it stands on. One query."""
    question = ACTS["raise_safeguarding_concern"].question(by=by, council=person.council, on=timezone.localdate())
    named: dict[str, Any] = {"subject_kind": "person", "subject": person.ref}
    if works_for(by, person.council):
        return replace(question, **named)
    return replace(question, side="provider", organisation_id=person.provider_id, **named)


def may_raise_concern(by: Account, person: Person) -> bool:
    """Whether to offer it on the person's page; the service asks again."""
    return not isinstance(would_permit(question_to_raise(by, person)), Refused)


def faults_of_words(words: str, path: str) -> list[Fault]:
    """What stands against a passage that must be written."""
    if not words.strip():
        return [Fault(path, "Write it in the words it was told.")]
    return [Fault(path, "It holds a character that cannot be kept.")] if unfit_text(words) else []
