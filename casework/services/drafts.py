"""An assessment saved before it is finished: behind the same guard, and no exercise of a function until it is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.utils import timezone

from casework.details import unfit_text
from casework.models import Assessment, AssessmentDraft, Person
from casework.plans import question_before_plan
from casework.refusals import refuse_faults
from casework.services.people import lock_person
from delegation.authority import Permission, permit
from delegation.models import Account
from delegation.refusals import Fault, NotFound
from delegation.register import act, note

# More than anybody types into one assessment.
MOST_LETTERS = 500_000
ACT_OF = {Assessment.Kind.ADULT: "record_assessment", Assessment.Kind.CARER: "record_carer_assessment"}


@act
def save_assessment_draft(
    *, by: Account, person: str, kind: str, typed: Mapping[str, Sequence[str]]
) -> AssessmentDraft:
    """Keep what has been typed of an assessment, so that its writer can come back to it. Nothing is assessed by it.

    Args: `kind`, "adult" or "carer"; what each box of the page held, by its name. A writer has one draft of each kind
    for a person, and what is saved last stands. Raises NotKept, NotFound.
    Source: Care Act 2014 ss.9-10; UK GDPR Art 5(1)(c).
    """
    held = lock_person(person)
    permission = _ask("save_assessment_draft", held, kind, by)
    refuse_faults(_faults(typed), "This draft cannot be kept")
    draft = draft_of(by, held, kind) or AssessmentDraft(person=held, kind=kind, saved_by=by)
    draft.typed = {name: list(values) for name, values in typed.items()}
    draft.saved_at = timezone.now()
    draft.save()
    _note(permission, kind, by, "Saved to come back to later; not finished.")
    return draft


@act
def discard_assessment_draft(*, by: Account, person: str, kind: str) -> None:
    """Throw away one's own unfinished assessment. Raises NotFound. Source: UK GDPR Art 5(1)(e)."""
    held = lock_person(person)
    permission = _ask("discard_assessment_draft", held, kind, by)
    draft = draft_of(by, held, kind)
    if draft is None:
        raise NotFound(f"You have no draft of an assessment of {person}.")
    draft.delete()
    _note(permission, kind, by, "The draft was discarded.")


def draft_of(by: Account, person: Person, kind: str) -> AssessmentDraft | None:
    """The writer's own draft of an assessment of this kind, if there is one."""
    return AssessmentDraft.objects.filter(person=person, kind=kind, saved_by=by).first()


def finish_draft(by: Account, person: Person, kind: str) -> None:
    """The assessment is recorded: its writer's draft of it is no longer needed. Inside that act. One statement."""
    AssessmentDraft.objects.filter(person=person, kind=kind, saved_by=by).delete()


def _ask(verb: str, held: Person, kind: str, by: Account) -> Permission:
    if kind not in ACT_OF:
        raise NotFound("An assessment is of an adult or of a carer.")
    asked = question_before_plan(
        ACT_OF[Assessment.Kind(kind)],
        by,
        council=held.council,
        provider_id=held.provider_id,
        subject_kind="person",
        subject=held.ref,
    )
    return permit(replace(asked, act=verb))


def _note(permission: Permission, kind: str, by: Account, reason: str) -> None:
    asked = permission.question
    note(
        council=asked.council,
        verb=asked.act,
        subject_kind=asked.subject_kind,
        subject=asked.subject,
        reason=reason,
        by=by,
        post=permission.post,
        detail={"kind": kind},
    )


def _faults(typed: Mapping[str, Sequence[str]]) -> list[Fault]:
    texts = [text for name, values in typed.items() for text in (name, *values)]
    faults = []
    if any(unfit_text(text) for text in texts):
        faults.append(Fault("typed", "The text holds a character that cannot be kept."))
    if sum(len(text) for text in texts) > MOST_LETTERS:
        faults.append(Fault("typed", f"A draft holds at most {MOST_LETTERS:,} letters."))
    return faults
