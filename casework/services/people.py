"""The person's record: made, corrected, linked to a carer, restricted to named people."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import IntegrityError
from django.dispatch import Signal
from django.utils import timezone
from guardian.shortcuts import assign_perm, remove_perm

from casework.details import PersonDetails, person_faults, said, tidy_nhs_number
from casework.models import CarerLink, Person, PersonUserObjectPermission
from casework.plans import ask_before_plan
from casework.refusals import AlreadyRecorded, NotKept, refuse_faults
from casework.revisions import refuse_stale_record
from delegation.models import Account, Organisation
from delegation.references import new_reference
from delegation.refusals import Fault, NotFound
from delegation.register import act, keep, record

# What ends support is an act of its own, never a correction: it ends the person's plans in the same transaction.
ENDS_SUPPORT = frozenset({"date_of_death", "moved_away_on"})
READ_RESTRICTED = "casework.read_restricted_record"

# Sent inside the transaction in which a death is recorded: person, by. What must then be ended listens.
person_died = Signal()


def lock_person(ref: str) -> Person:
    """The person of this reference, locked until the transaction ends. Raises NotFound."""
    try:
        people = Person.objects.select_for_update(of=("self",)).select_related("council", "provider")
        return people.get(ref=ref)
    except Person.DoesNotExist:
        raise NotFound(f"There is no person {ref}.") from None


def council_of(provider: Organisation) -> Organisation:
    """The council a provider works for; a council is its own."""
    return provider.council or provider


@act
def record_person(*, by: Account, provider: Organisation, details: PersonDetails) -> Person:
    """Record an adult or a carer who appears to have needs.

    Args: the provider whose caseload they join. Raises NotKept with every fault; AlreadyRecorded where the NHS
    number or the council's identifier names another.
    Source: Care Act 2014 s.9(1), s.10(1); client level data.
    """
    return record_new_person(by=by, provider=provider, details=details)


def record_new_person(*, by: Account, provider: Organisation, details: PersonDetails) -> Person:
    """The same inside a whole under way: the import makes several acts one."""
    council = council_of(provider)
    permission = ask_before_plan(
        "record_person", by, council=council, provider_id=provider.pk, subject_kind="person", subject=""
    )
    refuse_faults(person_faults(details, timezone.localdate()), "This person cannot be recorded yet")
    person = Person(ref=new_reference("PE"), council=council, provider=provider)
    _write_details(person, details)
    _keep_once(person, by=by, why="recorded")
    record(permission, subject_kind="person", subject=person.ref)
    return person


def _write_details(person: Person, details: PersonDetails) -> None:
    for name, value in said(details).items():
        setattr(person, name, value)
    person.nhs_number = tidy_nhs_number(details.nhs_number)
    person.fold_names()


def _keep_once(person: Person, *, by: Account, why: str) -> None:
    """Save the person; the database's own constraint says when another has that number, even at the same moment.

    No savepoint: the refusal ends the whole act, and its transaction with it.
    """
    try:
        keep(person, by=by, why=why)
    except IntegrityError as error:
        said_so = str(error)
        if "nhs_number" not in said_so and "council_identifier" not in said_so:
            raise
        name = "nhs_number" if "nhs_number" in said_so else "council_identifier"
        words = "NHS number" if name == "nhs_number" else "council's identifier"
        sentence = f"Another person is already recorded with this {words}. Ask the council if that seems wrong."
        raise AlreadyRecorded(sentence, faults=[Fault(name, sentence)]) from None


@act
def correct_person(
    *, by: Account, person: str, changes: Mapping[str, Any], reason: str, seen_revision: int | None = None
) -> Person:
    """Correct what is recorded of a person; what was there before stays in the history.

    A death or a move is no correction: recording it on the plan ends the support.
    Args: the fields of PersonDetails to change; `seen_revision`, the lines of history the writer saw.
    Raises NotKept, AlreadyRecorded, StaleRevision. Source: UK GDPR Art 5(1)(d).
    """
    held = lock_person(person)
    permission = ask_before_plan(
        "correct_person",
        by,
        council=held.council,
        provider_id=held.provider_id,
        subject_kind="person",
        subject=held.ref,
    )
    if seen_revision is not None:
        refuse_stale_record(held, seen_revision)
    if not reason.strip():
        raise NotKept("Say why the record is corrected.", faults=[Fault("reason", "Say why.")])
    before = PersonDetails(**{name: getattr(held, name) for name in PersonDetails.__dataclass_fields__})
    ends = "A death or a move away is not a correction: use “Record death or move” on the plan, which ends the support."
    refuse_faults([Fault(name, ends) for name in sorted(ENDS_SUPPORT & set(changes))], "Nothing was changed")
    strange = set(changes) - set(PersonDetails.__dataclass_fields__)
    refuse_faults([Fault(name, "This is not a field of a person.") for name in sorted(strange)], "Nothing was changed")
    details = replace(before, **changes)
    refuse_faults(person_faults(details, timezone.localdate()), "This correction cannot be kept yet")
    _write_details(held, details)
    _keep_once(held, by=by, why=reason)
    record(permission, subject_kind="person", subject=held.ref, reason=reason, detail={"fields": sorted(changes)})
    return held


@act
def link_carer(
    *,
    by: Account,
    carer: str,
    cared_for: str,
    relationship: str,
    from_day: date,
    hours_a_week: int | None = None,
) -> CarerLink:
    """Record that one person cares for another, without pay.

    Args: whole hours a week. Raises NotKept, AlreadyRecorded, NotFound. Source: Care Act 2014 s.10(3).
    """
    # Always in the same order, so that two links at once wait for each other and never for both.
    people = {ref: lock_person(ref) for ref in sorted({carer, cared_for})}
    one, other = people[carer], people[cared_for]
    permission = ask_before_plan(
        "link_carer",
        by,
        council=other.council,
        provider_id=other.provider_id,
        subject_kind="person",
        subject=other.ref,
    )
    if one.provider_id != other.provider_id:
        raise NotFound(f"There is no person {carer}.")
    faults = []
    if one == other:
        faults.append(Fault("carer", "Nobody is their own carer."))
    if not relationship:
        faults.append(Fault("relationship", "Say how the two are related."))
    if hours_a_week is not None and not 0 <= hours_a_week <= 168:
        faults.append(Fault("hours_a_week", "A week has 168 hours."))
    if CarerLink.objects.filter(carer=one, cared_for=other, to_day__isnull=True).exists():
        faults.append(Fault("carer", "This carer is already linked to this person."))
    refuse_faults(faults, "This link cannot be kept")
    link = CarerLink(
        carer=one, cared_for=other, relationship=relationship, from_day=from_day, hours_a_week=hours_a_week
    )
    keep(link, by=by, why="linked")
    record(permission, subject_kind="person", subject=other.ref, detail={"carer": one.ref})
    return link


@act
def restrict_record(*, by: Account, person: str, because: str, readers: Collection[Account]) -> Person:
    """Restrict a person's record to the accounts named; everyone else is told there is no such record.

    Args: who may read it from now on; whoever restricts it is always one. Raises NotKept.
    Source: UK GDPR Art 5(1)(f).
    """
    held = lock_person(person)
    permission = ask_before_plan(
        "restrict_record", by, council=held.council, provider_id=None, subject_kind="person", subject=held.ref
    )
    if not because.strip():
        raise NotKept("Say why the record is restricted.", faults=[Fault("because", "Say why.")])
    held.restricted, held.restricted_because = True, because
    keep(held, by=by, why=because)
    _grant_only(held, {by, *readers})
    names = sorted(reader.username for reader in {by, *readers})
    record(permission, subject_kind="person", subject=held.ref, reason=because, detail={"readers": names})
    return held


@act
def lift_restriction(*, by: Account, person: str, because: str) -> Person:
    """Open a restricted record again to all who see the caseload. Raises NotKept. Source: UK GDPR Art 5(1)(f)."""
    held = lock_person(person)
    permission = ask_before_plan(
        "lift_restriction", by, council=held.council, provider_id=None, subject_kind="person", subject=held.ref
    )
    if not because.strip():
        raise NotKept("Say why the restriction is lifted.", faults=[Fault("because", "Say why.")])
    held.restricted, held.restricted_because = False, ""
    keep(held, by=by, why=because)
    _grant_only(held, set())
    record(permission, subject_kind="person", subject=held.ref, reason=because)
    return held


def _grant_only(person: Person, readers: Collection[Account]) -> None:
    """Make the guardian grants on this person exactly these."""
    for grant in PersonUserObjectPermission.objects.filter(content_object=person).select_related("user"):
        if grant.user not in readers:
            remove_perm(READ_RESTRICTED, grant.user, person)
    for reader in readers:
        assign_perm(READ_RESTRICTED, reader, person)
