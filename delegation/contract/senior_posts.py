"""The acts of the named posts: the council asks for them and lets them go; the provider fills, vacates and covers them.

Source: the 2014 plan, "Provider Function"; statutory guidance 1.27-1.31 (a registered principal social worker with a
way to the Director). A post is not removed in a restructure without the commissioner's agreement: only the council ends
what it asks.
"""

from dataclasses import replace
from datetime import date

from django.utils import timezone

from delegation.authority import Permission, permit
from delegation.contract.registration import registered_as
from delegation.contract.workforce_rules import POST_KINDS
from delegation.guarded import ACTS
from delegation.models import Account, Organisation, Post, SeniorPost, Worker
from delegation.references import new_reference
from delegation.refusals import (
    AlreadyThere,
    NothingSaid,
    NotReady,
    NotRegistered,
    RoleNotOfThisOrganisation,
    WrongDates,
)
from delegation.register import act, keep, record
from delegation.schedule import FUNCTIONS
from delegation.wording import long_day

KIND = "senior_post"


@act
def name_senior_post(
    *, by: Account, council: Organisation, organisation: Organisation, kind: str, title: str, asked_from: date
) -> SeniorPost:
    """Name a post the contract asks of a provider; it is vacant from that day until the provider fills it.

    Raises: RoleNotOfThisOrganisation; NothingSaid without a title; AlreadyThere for a second principal social worker.
    """
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if kind not in POST_KINDS:
        raise NothingSaid("Choose what kind of post it is.")
    permission = _permit("name_senior_post", kind, by, council, organisation.key)
    if organisation.kind != Organisation.Kind.PROVIDER or organisation.council_id != council.pk:
        raise RoleNotOfThisOrganisation(f"{organisation} is not a provider that works for {council}.")
    if not title.strip():
        raise NothingSaid("Write what the post is called.")
    known = SeniorPost.objects.filter(organisation=organisation, kind="principal_social_worker", ended_on=None)
    if kind == "principal_social_worker" and known.exists():
        raise AlreadyThere(f"{organisation} is asked for one principal social worker already.")
    post = SeniorPost(
        ref=new_reference("PO"),
        council=council,
        organisation=organisation,
        kind=kind,
        title=title.strip()[:200],
        asked_from=asked_from,
        named_by=by,
        vacant_since=asked_from,
    )
    keep(post, by=by, why="The contract asks it")
    record(permission, subject_kind=KIND, subject=post.ref, detail={"kind": kind, "from": asked_from})
    return post


@act
def fill_senior_post(*, by: Account, post: str, worker: Worker, since: date) -> SeniorPost:
    """Say who holds a named post, since when; the principal social worker is registered.

    Raises:
        RoleNotOfThisOrganisation: the person holds no post in the provider on that day.
        NotRegistered: the post asks a registration they do not have.
        AlreadyThere: it is held. WrongDates: the day is to come, or before it was vacant.
    """
    held = _locked(post)
    permission = _permit("fill_senior_post", held.kind, by, held.council, held.ref, held.organisation_id)
    _check_asked_still(held)
    if held.holder_id or held.vacant_since is None:
        raise AlreadyThere(f"{held.holder} holds it. Say first that it is vacant.")
    _check_since(since, held.vacant_since)
    _check_works_there(held, worker, since)
    kind = POST_KINDS[held.kind]
    if kind.profession and not registered_as(kind.profession, [worker], timezone.localdate()):
        raise NotRegistered(
            f"The {held.title.lower()} is registered with {kind.body}; {worker} has no live registration."
        )
    held.holder, held.held_since = worker, since
    held.vacant_since = held.covered_by = held.covered_since = None
    keep(held, by=by, why="Filled")
    record(permission, subject_kind=KIND, subject=held.ref, detail={"worker": worker.pk, "since": since})
    return held


@act
def vacate_senior_post(*, by: Account, post: str, since: date, reason: str) -> SeniorPost:
    """Say that a named post is vacant since a day, and why.

    Raises: AlreadyThere where it is vacant; NothingSaid; WrongDates for a day to come or before it was held.
    """
    held = _locked(post)
    permission = _permit("vacate_senior_post", held.kind, by, held.council, held.ref, held.organisation_id)
    _check_asked_still(held)
    if held.held_since is None:
        raise AlreadyThere(f"It is vacant since {long_day(held.vacant_since)}.")
    if not reason.strip():
        raise NothingSaid("Write why it is vacant.")
    _check_since(since, held.held_since)
    held.holder, held.held_since, held.vacant_since = None, None, since
    keep(held, by=by, why=reason.strip())
    record(permission, subject_kind=KIND, subject=held.ref, reason=reason.strip(), detail={"since": since})
    return held


@act
def cover_senior_post(*, by: Account, post: str, worker: Worker, since: date) -> SeniorPost:
    """Say who covers a vacant post, since when; the principal social worker's cover is registered too.

    Raises: as `fill_senior_post`.
    """
    held = _locked(post)
    permission = _permit("cover_senior_post", held.kind, by, held.council, held.ref, held.organisation_id)
    _check_asked_still(held)
    if held.vacant_since is None:
        raise AlreadyThere(f"{held.holder} holds it; only a vacant post is covered.")
    _check_since(since, held.vacant_since)
    _check_works_there(held, worker, since)
    kind = POST_KINDS[held.kind]
    if kind.profession and not registered_as(kind.profession, [worker], timezone.localdate()):
        raise NotRegistered(f"Whoever covers is registered with {kind.body}; {worker} has no live registration.")
    held.covered_by, held.covered_since = worker, since
    keep(held, by=by, why="Covered")
    record(permission, subject_kind=KIND, subject=held.ref, detail={"worker": worker.pk, "since": since})
    return held


@act
def end_senior_post(*, by: Account, post: str, because: str) -> SeniorPost:
    """Agree that a named post is no longer asked of the provider, from today; its row stays.

    Raises: NothingSaid without a reason; AlreadyThere where it is no longer asked.
    """
    held = _locked(post)
    permission = _permit("end_senior_post", held.kind, by, held.council, held.ref)
    _check_asked_still(held)
    if not because.strip():
        raise NothingSaid("Write why the contract no longer asks it.")
    held.ended_on, held.ended_because = timezone.localdate(), because.strip()
    keep(held, by=by, why=held.ended_because)
    record(permission, subject_kind=KIND, subject=held.ref, reason=held.ended_because)
    return held


# -- the steps the services share ---------------------------------------------------------------------------------


def _locked(ref: str) -> SeniorPost:
    found = SeniorPost.objects.select_for_update(of=("self",)).select_related("council", "organisation", "holder")
    held = found.filter(ref=ref).first()
    if held is None:
        raise NotReady("There is no such post.")
    return held


def _permit(
    verb: str, kind: str, by: Account, council: Organisation, subject: str, organisation_id: int | None = None
) -> Permission:
    """The guard's answer for the function the post answers to; of the council, in the schedule's own roles for it."""
    question = ACTS[verb].question(by=by, council=council, on=timezone.localdate())
    function = POST_KINDS[kind].function
    roles = FUNCTIONS[function].council_roles if question.side == "council" else question.roles
    return permit(
        replace(
            question,
            function=function,
            roles=roles,
            organisation_id=organisation_id,
            subject_kind=KIND,
            subject=subject,
        )
    )


def _check_asked_still(held: SeniorPost) -> None:
    if held.ended_on:
        raise AlreadyThere(f"The contract asks it no longer, since {long_day(held.ended_on)}.")


def _check_since(since: date, earliest: date) -> None:
    if not earliest <= since <= timezone.localdate():
        raise WrongDates(f"The day is between {long_day(earliest)} and today.")


def _check_works_there(held: SeniorPost, worker: Worker, on: date) -> None:
    if not Post.objects.live_on(on).filter(worker=worker, organisation_id=held.organisation_id).exists():
        raise RoleNotOfThisOrganisation(f"{worker} holds no post in {held.organisation} on {long_day(on)}.")
