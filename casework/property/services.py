"""The acts of protecting property: proposed, authorised or refused by the council, entered by its officer, ended.

Source: Care Act 2014 ss.47, 79(2)(d).
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet
from django.utils import timezone

from casework.models import PropertyProtection
from casework.property.flows import STEP_OF, PropertyFlow
from casework.property.rules import NO_OFFICER, STARTS_FROM
from casework.property.selectors import posts_of_officers, posts_of_practitioners
from casework.services.people import lock_person
from delegation import route
from delegation.authority import NotYourRole, Permission, Question, permit
from delegation.models import Account, Organisation, Post, Worker
from delegation.professions import PROFESSIONS
from delegation.records import check_state, lock_record, question_about, said
from delegation.references import new_reference
from delegation.refusals import NothingSaid, NotKept, NotQualified, RoleNotOfThisOrganisation, WrongAmount, WrongDates
from delegation.register import act, keep, record
from delegation.wording import long_day

KIND = "property_protection"
FUNCTION = "property_entry_protection"
# Who registers social workers: the schedule's condition is a social worker of the provider, not any practitioner.
REGISTRAR = PROFESSIONS["social_worker"].body


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What an authorisation says: on which basis, after which notice, between which days, by whom, with whom.

    `officer` and `social_worker` are the numbers of the two workers.
    """

    basis: str
    basis_record: str
    notice_on: date
    enter_from: date
    enter_until: date
    officer: int
    social_worker: int


def property_question(verb: str, by: Account, council: Organisation, provider: Organisation, ref: str = "") -> Question:
    """What the guard is asked: a provider may propose; the rest is the council's."""
    asked = question_about(verb, by, council, subject_kind=KIND, subject=ref)
    return replace(asked, organisation_id=provider.pk) if verb == "propose_property_protection" else asked


@act
def propose_property_protection(
    *, by: Account, person: str, whereabouts: str, danger: str, no_other_arrangement: str
) -> PropertyProtection:
    """Say that somebody's movable property is in danger of loss or damage and nobody else protects it.

    Source: Care Act 2014 s.47(1).
    """
    held = lock_person(person)
    permission = permit(property_question("propose_property_protection", by, held.council, held.provider))
    if whereabouts not in PropertyProtection.Whereabouts.values:
        raise NothingSaid("Say whether the person is in hospital or in accommodation the council arranged (s.47(1)).")
    protection = PropertyProtection(
        ref=new_reference("PP"),
        council=held.council,
        person=held,
        provider=held.provider,
        whereabouts=whereabouts,
        danger=said(danger, "Write what is in danger of loss or damage, and why (s.47(1))."),
        no_other_arrangement=said(no_other_arrangement, "Write why no other arrangement is made (s.47(1))."),
        proposed_at=timezone.now(),
        proposed_by=by,
        proposed_on=timezone.localdate(),
    )
    keep(protection, by=by, why="proposed")
    route.begin(PropertyFlow, KIND, protection.ref, state=protection.state)
    record(permission, subject_kind=KIND, subject=protection.ref, detail={"person": held.ref})
    return protection


@act
def authorise_property_entry(*, by: Account, protection: str, entry: Entry) -> PropertyProtection:
    """Authorise a named officer of the council to enter and protect, with a social worker of the provider available.

    Raises NothingSaid without consent or a best-interests record; WrongDates without reasonable notice;
    RoleNotOfThisOrganisation where the officer holds no post of the council that acts on cases, or the social worker
    is not the provider's;
    NotQualified where the social worker's registration is not live.
    Source: Care Act 2014 s.47(2)-(5); the schedule for the social worker.
    """
    held, permission = _begin("authorise_property_entry", by, protection)
    if entry.basis not in PropertyProtection.Basis.values:
        raise NothingSaid("Say on whose consent, or that it is in the person’s best interests (s.47(4)).")
    held.basis = entry.basis
    held.basis_record = said(entry.basis_record, "Write who consented and when, or the best-interests record.")
    today = timezone.localdate()
    if not (entry.notice_on <= today and entry.notice_on < entry.enter_from <= entry.enter_until):
        raise WrongDates("Notice was given by today, and before the first day of entry (s.47(3)).", at="notice_on")
    if entry.enter_from < today:
        raise WrongDates(
            f"Entry is authorised from today or later, not from {long_day(entry.enter_from)}.", at="enter_from"
        )
    held.notice_on, held.enter_from, held.enter_until = entry.notice_on, entry.enter_from, entry.enter_until
    held.officer = _holder(posts_of_officers(held.council, today), entry.officer, NO_OFFICER)
    sentence = "The social worker holds no practitioner’s post in the provider today."
    held.social_worker = _holder(posts_of_practitioners(held.provider, today), entry.social_worker, sentence)
    if not held.social_worker.is_registered_with(REGISTRAR, today):
        raise NotQualified(f"{held.social_worker} has no live registration with {REGISTRAR}.")
    held.authorised_at, held.authorised_by = timezone.now(), by
    route.move(PropertyFlow, KIND, held, STEP_OF, PropertyProtection.State.AUTHORISED, by=by)
    keep(held, by=by, why="authorised")
    detail = {"officer": entry.officer, "basis": entry.basis, "from": entry.enter_from, "until": entry.enter_until}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return held


def _holder(posts: QuerySet[Post], pk: int, otherwise: str) -> Worker:
    post = posts.filter(worker_id=pk).select_related("worker").first()
    if post is None:
        raise RoleNotOfThisOrganisation(otherwise)
    worker: Worker = post.worker
    return worker


@act
def refuse_property_entry(*, by: Account, protection: str, because: str) -> PropertyProtection:
    """Decide that entry is not authorised, with the reason. Source: Care Act 2014 s.47(1)-(4)."""
    held, permission = _begin("refuse_property_entry", by, protection)
    held.refused_because = said(because, "Write why entry is not authorised.")
    route.move(PropertyFlow, KIND, held, STEP_OF, PropertyProtection.State.REFUSED, by=by)
    keep(held, by=by, why=held.refused_because)
    record(permission, subject_kind=KIND, subject=held.ref, reason=held.refused_because)
    return held


def check_officer(by: Account, held: PropertyProtection) -> None:
    """Raise NotYourRole unless this is the officer whom the authorisation names."""
    if held.officer_id is None or by.worker_id != held.officer_id:
        question = property_question("record_property_entry", by, held.council, held.provider, held.ref)
        raise NotYourRole(
            "Only the officer whom the authorisation names enters (s.47(5)).",
            question=question,
            who_may=f"Who may: {held.officer or 'nobody before the council authorises the entry'}.",
        )


@act
def record_property_entry(
    *,
    by: Account,
    protection: str,
    entered_on: date,
    inventory: str,
    social_worker_attended: bool,
    away_because: str = "",
) -> PropertyProtection:
    """Record the entry, by the officer named, within the days authorised, with the inventory of what is protected.

    Args:
        social_worker_attended: whether the social worker whom the authorisation names was there.
        away_because: why not, where they were not there.

    Raises:
        WrongDates: the day is not one of those authorised, or is still to come.
        NothingSaid: there is no inventory, or no reason why the social worker was away.
        NotKept: a reason why the social worker was away, who was there.

    Source: Care Act 2014 s.47(3), (5); the schedule for the social worker.
    """
    held, permission = _lock("record_property_entry", by, protection)
    check_officer(by, held)
    check_state(held, STARTS_FROM, "record_property_entry")
    first, last = held.enter_from, held.enter_until
    if first is None or last is None or not first <= entered_on <= min(last, timezone.localdate()):
        raise WrongDates(f"Entry is authorised from {long_day(first)} to {long_day(last)}, and is recorded once made.")
    held.inventory = said(inventory, "Write the inventory of what is protected, and where it is kept.")
    if social_worker_attended and away_because.strip():
        raise NotKept(f"Leave out why {held.social_worker} was not there, or say that they were not.")
    if social_worker_attended:
        held.attendance = PropertyProtection.Attendance.THERE
    else:
        held.attendance = PropertyProtection.Attendance.AWAY
        held.away_because = said(away_because, f"Write why {held.social_worker} was not there.")
    held.entered_at, held.entered_by, held.entered_on = timezone.now(), by, entered_on
    route.move(PropertyFlow, KIND, held, STEP_OF, PropertyProtection.State.PROTECTED, by=by)
    keep(held, by=by, why="entered")
    detail = {"entered_on": entered_on, "social_worker": held.social_worker_id, "attendance": held.attendance}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail | {"away_because": held.away_because})
    return held


@act
def end_property_protection(
    *, by: Account, protection: str, because: str, costs: Decimal | None = None
) -> PropertyProtection:
    """End the protection, with the reasonable expenses that may be recovered. Source: Care Act 2014 s.47."""
    held, permission = _begin("end_property_protection", by, protection)
    if costs is not None and costs < 0:
        raise WrongAmount("Expenses are nothing or more.")
    held.ended_because = said(because, "Write why it ends, and to whom the property went.")
    held.costs, held.ended_on = costs, timezone.localdate()
    route.move(PropertyFlow, KIND, held, STEP_OF, PropertyProtection.State.ENDED, by=by)
    keep(held, by=by, why=held.ended_because)
    record(permission, subject_kind=KIND, subject=held.ref, reason=held.ended_because, detail={"costs": costs})
    return held


def _lock(verb: str, by: Account, ref: str) -> tuple[PropertyProtection, Permission]:
    held: PropertyProtection = lock_record(PropertyProtection, ref, "provider")
    return held, permit(property_question(verb, by, held.council, held.provider, held.ref))


def _begin(verb: str, by: Account, ref: str) -> tuple[PropertyProtection, Permission]:
    """The record, locked; the guard's permission on it; its state looked at."""
    held, permission = _lock(verb, by, ref)
    check_state(held, STARTS_FROM, verb)
    return held, permission
