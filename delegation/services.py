"""The acts by which a council sets up who may do what: organisations, accounts, posts, authorisations, limits, cover.

Each is guarded and recorded like any other. An administrator opens accounts, organisations and posts and has no case
authority; the Director of Adult Social Services authorises, sets limits, appoints whoever may agree money, and alone
opens a further account for somebody already known.
Source: Care Act 2014 s.79; Local Authority Social Services Act 1970 s.6; the council's scheme of delegation.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Q
from django.utils import timezone
from guardian.shortcuts import assign_perm

from delegation.authorising import check_days, give_authorisation, take_authorisation_back
from delegation.authority import Permission, Question, permit
from delegation.models import (
    Account,
    Authorisation,
    Cover,
    FinancialLimit,
    Organisation,
    Post,
    RegisterHead,
    Worker,
)
from delegation.refusals import (
    AlreadyThere,
    RoleNotOfThisOrganisation,
    WrongAmount,
    WrongDates,
)
from delegation.register import act, keep, note, record
from delegation.registration.records import enter
from delegation.schedule import ROLES
from delegation.unfit import refuse_unfit_words
from delegation.wording import long_day

OVERSIGHT = "retained_statutory_oversight"
DIRECTOR = "dass_role"
ADMINISTRATION = frozenset({"administrator", "dass"})
DIRECTION = frozenset({"dass"})
# Whoever holds one of these could agree the council's money, or give themselves anything: only the director appoints
# to them, ends their posts and closes their accounts.
APPOINTED_BY_THE_DIRECTOR = frozenset({"dass", "administrator", "head_of_service", "team_manager"})
# Roles with no authority over any case: whoever holds none but these sees no casework.
WITHOUT_CASEWORK = frozenset({"administrator", "strategic_director"})


@act
def open_council(
    *,
    key: str,
    name: str,
    director_name: str,
    director_username: str,
    administrator_name: str,
    administrator_username: str,
    password: str | None,
    from_day: date,
    limits: Mapping[str, tuple[Decimal, Decimal]] | None = None,
) -> Organisation:
    """Open a council in this product, with its director and its first administrator: the one act nobody is asked for.

    It happens once for a council, on the machine itself (`manage.py open_council`), and is the first line of its
    register. The director's own limit is set here, by the council's scheme, because nobody sets their own; no later
    limit can begin before the day it is set.

    Args:
        limits: what else the council's scheme lets each role agree from that day, as pounds a week and pounds over
            the whole life.

    Raises: AlreadyThere when there is a council or an account of that name.
    Source: Local Authority Social Services Act 1970 s.6(A1).
    """
    _refuse_taken_names(key, director_username, administrator_username)
    why = "The council was opened"
    council = Organisation(key=key, name=name, kind=Organisation.Kind.COUNCIL, staff_group=_new_group(key))
    keep(council, by=None, why=why)
    RegisterHead.objects.create(council=council)
    assign_perm("delegation.see_casework", council.staff_group, council)
    for role, person, username in (
        ("dass", director_name, director_username),
        ("administrator", administrator_name, administrator_username),
    ):
        account = _new_account(username, _new_worker(person, {}, by=None), password)
        keep(Post(worker=account.worker, organisation=council, role=role, from_day=from_day), by=None, why=why)
        _join_staff(account, council, role)
    keep(FinancialLimit(council=council, role="dass", unlimited=True, from_day=from_day), by=None, why=why)
    for role, (weekly, whole_life) in (limits or {}).items():
        limit = FinancialLimit(council=council, role=role, weekly=weekly, whole_life=whole_life, from_day=from_day)
        keep(limit, by=None, why=why)
    note(
        council=council,
        verb="open_council",
        subject_kind="organisation",
        subject=key,
        reason="The council was opened with its director and first administrator.",
        detail={
            "dass": director_username,
            "administrator": administrator_username,
            "dass_limit": "unlimited",
            "limits": {role: [str(amount) for amount in amounts] for role, amounts in (limits or {}).items()},
        },
    )
    return council


@act
def open_organisation(
    *,
    by: Account,
    council: Organisation,
    key: str,
    name: str,
    kind: str,
    ods_code: str = "",
    cqc_location_id: str = "",
    cqc_rating: str = "",
    is_nhs_body: bool = False,
) -> Organisation:
    """Enter a provider, or a care provider in the market, that works for the council."""
    permission = _permit("open_organisation", OVERSIGHT, by, council, ADMINISTRATION, "organisation", key)
    if Organisation.objects.filter(key=key).exists():
        raise AlreadyThere(f"There is an organisation with the key {key} already.")
    if kind not in (Organisation.Kind.PROVIDER, Organisation.Kind.CARE_PROVIDER):
        raise RoleNotOfThisOrganisation("A council is opened by `open_council`, not as an organisation of another.")
    organisation = Organisation(
        key=key,
        name=name,
        kind=kind,
        council=council,
        ods_code=ods_code,
        cqc_location_id=cqc_location_id,
        cqc_rating=cqc_rating,
        is_nhs_body=is_nhs_body,
    )
    if kind == Organisation.Kind.PROVIDER:
        organisation.staff_group = _new_group(key)
    keep(organisation, by=by, why="Opened")
    if organisation.staff_group:
        # The provider's staff see its casework; so do the staff of the council that answers for it.
        assign_perm("delegation.see_casework", organisation.staff_group, organisation)
        assign_perm("delegation.see_casework", _staff_of(council), organisation)
    record(permission, subject_kind="organisation", subject=key, detail={"kind": kind, "nhs_body": is_nhs_body})
    return organisation


@act
def open_account(
    *,
    by: Account,
    council: Organisation,
    username: str,
    name: str = "",
    worker: Worker | None = None,
    password: str | None = None,
    registration: Mapping[str, Any] | None = None,
) -> Account:
    """Give somebody a way to log in: a new person by name, or by the director a further account of one already known.

    A further account acts with all that its holder's posts carry, so whoever gave it could act as that person.

    Args:
        registration: profession, number, live_from, live_to of a new person, as the body's register has them.
        password: left out where the person will set it.
    """
    known = worker is not None and (worker.accounts.exists() or worker.posts.exists())
    who = DIRECTION if known else ADMINISTRATION
    permission = _permit("open_account", OVERSIGHT, by, council, who, "account", username)
    _refuse_taken_names("", username)
    account = _new_account(username, worker or _new_worker(name, registration or {}, by=by), password)
    for post in Post.objects.live_on(timezone.localdate()).filter(worker=account.worker):
        _join_staff(account, post.organisation, post.role)
    record(permission, subject_kind="account", subject=username)
    return account


@act
def close_account(*, by: Account, council: Organisation, account: Account, reason: str) -> Account:
    """Stop an account at once; its posts and its lines in the register stay as they are.

    Of somebody the director appointed, or will have appointed, only the director closes it.
    """
    hands = {account.worker_id: "its holder"} if account.worker_id else {}
    who = DIRECTION if _was_appointed_by_the_director(account.worker) else ADMINISTRATION
    permission = _permit("close_account", OVERSIGHT, by, council, who, "account", account.username, hands=hands)
    account.is_active = False
    account.save(update_fields=["is_active"])
    record(permission, subject_kind="account", subject=account.username, reason=reason)
    return account


@act
def appoint_to_post(
    *,
    by: Account,
    worker: Worker,
    organisation: Organisation,
    role: str,
    from_day: date,
    to_day: date | None = None,
) -> Post:
    """Appoint a person to a role in the council or in a provider, from a day; nobody appoints themselves.

    Raises: RoleNotOfThisOrganisation; AlreadyThere when the person holds that post; WrongDates.
    """
    council = _council_of(organisation)
    who = DIRECTION if role in APPOINTED_BY_THE_DIRECTOR else ADMINISTRATION
    subject = f"{organisation.key}:{role}"
    hands = {worker.pk: "the one appointed"}
    permission = _permit("appoint_to_post", OVERSIGHT, by, council, who, "post", subject, hands=hands)
    if role not in ROLES or ROLES[role].side != organisation.kind:
        raise RoleNotOfThisOrganisation(f"{role!r} is not a role of a {organisation.get_kind_display().lower()}.")
    check_days(from_day, to_day)
    posts = Post.objects.filter(worker=worker, organisation=organisation, role=role)
    if posts.filter(Q(to_day=None) | Q(to_day__gte=from_day)).exists():
        raise AlreadyThere(f"{worker} holds that post already.")
    post = Post(worker=worker, organisation=organisation, role=role, from_day=from_day, to_day=to_day)
    keep(post, by=by, why="Appointed")
    for account in worker.accounts.all():
        _join_staff(account, organisation, role)
    record(permission, subject_kind="post", subject=subject, detail={"worker": worker.pk, "post": post.pk})
    return post


@act
def end_post(*, by: Account, post: Post, last_day: date, reason: str) -> Post:
    """Say the last day of a post, today or later; the row stays. To stop somebody at once, close the account too.

    A post the director appoints to, the director ends.
    """
    post = Post.objects.select_for_update().get(pk=post.pk)
    council = _council_of(post.organisation)
    subject = f"{post.organisation.key}:{post.role}"
    who = DIRECTION if post.role in APPOINTED_BY_THE_DIRECTOR else ADMINISTRATION
    permission = _permit("end_post", OVERSIGHT, by, council, who, "post", subject)
    if last_day < timezone.localdate():
        raise WrongDates("The last day of a post is today or later: what was done until now was done in post.")
    check_days(post.from_day, last_day)
    post.to_day = last_day
    keep(post, by=by, why=reason)
    record(permission, subject_kind="post", subject=subject, reason=reason, detail={"post": post.pk})
    return post


@act
def authorise_function(
    *,
    by: Account,
    council: Organisation,
    organisation: Organisation,
    function: str,
    power: str,
    from_day: date,
    to_day: date | None = None,
    scope: str = "",
    conditions: str = "",
    instrument: str,
    signed_by: str,
    signed_on: date | None = None,
) -> Authorisation:
    """Write that the council authorises an organisation to exercise a function, for a time, on conditions.

    For what was signed before the council came to the product; no page leads here. What comes after is proposed by
    one and approved by another: `delegation.schedule_change`.

    Raises: UnlawfulAuthorisation naming the section; KeptByChoice where the council's own scheme keeps the function;
        WrongDates; AlreadyThere where one is in force for those days; NoDueDiligence where none on the provider is
        signed and in date today.
    Source: Care Act 2014 s.79(1)-(5); NHS Act 2006 s.75; SI 2000/617 regs 3 and 6; the council's contract rules.
    """
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    subject = f"{organisation.key}:{function}"
    permission = _permit("authorise_function", DIRECTOR, by, council, DIRECTION, "authorisation", subject)
    authorisation, diligence = give_authorisation(
        by=by,
        council=council,
        organisation=organisation,
        function=function,
        power=power,
        from_day=from_day,
        to_day=to_day,
        scope=scope,
        conditions=conditions,
        instrument=instrument,
        signed_by=signed_by,
        signed_on=signed_on or timezone.localdate(),
    )
    detail = {"authorised": function, "power": power, "from": from_day, "to": to_day, "instrument": instrument}
    detail["due_diligence"] = diligence.ref
    record(permission, subject_kind="authorisation", subject=subject, detail=detail)
    return authorisation


@act
def revoke_authorisation(
    *, by: Account, authorisation: Authorisation, because: str, from_day: date | None = None
) -> Authorisation:
    """Take an authorisation back, from today or a later day; acts until then stay the council's own.

    Source: Care Act 2014 s.79(5)(b), (6).
    """
    authorisation = Authorisation.objects.select_for_update().get(pk=authorisation.pk)
    subject = f"{authorisation.organisation.key}:{authorisation.function}"
    permission = _permit(
        "revoke_authorisation", DIRECTOR, by, authorisation.council, DIRECTION, "authorisation", subject
    )
    take_authorisation_back(authorisation, by=by, because=because, from_day=from_day or timezone.localdate())
    record(permission, subject_kind="authorisation", subject=subject, reason=because)
    return authorisation


@act
def set_financial_limit(
    *,
    by: Account,
    council: Organisation,
    role: str = "",
    worker: Worker | None = None,
    weekly: Decimal = Decimal(0),
    whole_life: Decimal = Decimal(0),
    unlimited: bool = False,
    from_day: date,
    to_day: date | None = None,
) -> FinancialLimit:
    """Set how much of the council's money a role, or one person in place of their role, may agree from a day.

    The limit before it ends the day before. It begins today or later, because one that began in the past would
    change what was within limits when it was decided. Nobody sets their own.

    Args:
        weekly, whole_life: pounds; both must cover what is asked.
    """
    subject = role or f"worker:{worker.pk if worker else ''}"
    holders = {worker.pk: "the holder of this limit"} if worker else _holders_of(council, role)
    permission = _permit(
        "set_financial_limit", DIRECTOR, by, council, DIRECTION, "financial_limit", subject, hands=holders
    )
    if bool(role) == bool(worker) or (role and (role not in ROLES or ROLES[role].side != "council")):
        raise RoleNotOfThisOrganisation("A limit is of one role of the council, or of one person.")
    if from_day < timezone.localdate():
        raise WrongDates("A limit begins today or later: what was agreed until now was agreed within the limits then.")
    check_days(from_day, to_day)
    if weekly < 0 or whole_life < 0:
        raise WrongAmount("A limit is not below £0. To let nobody agree money, set it to £0.")
    # Whoever agrees money holds the council's row until it is agreed: a limit moves before or after, not meanwhile.
    Organisation.objects.select_for_update(no_key=True).get(pk=council.pk)
    _close_limit_before(by, council, role, worker, from_day)
    limit = FinancialLimit(
        council=council,
        role=role,
        worker=worker,
        weekly=weekly,
        whole_life=whole_life,
        unlimited=unlimited,
        from_day=from_day,
        to_day=to_day,
        set_by=by,
    )
    keep(limit, by=by, why="Limit set")
    record(
        permission,
        subject_kind="financial_limit",
        subject=subject,
        detail={"weekly": weekly, "whole_life": whole_life, "unlimited": unlimited, "from": from_day, "to": to_day},
    )
    return limit


@act
def give_cover(
    *,
    by: Account,
    council: Organisation,
    covered: Worker,
    covering: Worker,
    from_day: date,
    to_day: date,
    reason: str,
) -> Cover:
    """Let somebody act in another's absence, with that person's role and limit; given by the holder or the director.

    Nobody gives it to themselves, and both hold posts in the council. Hands already on a plan bar it there.
    """
    subject = f"worker:{covered.pk}"
    # The holder needs no other role than their own; anybody else must be the director.
    who = frozenset[str]() if by.worker_id == covered.pk else DIRECTION
    hands = {covering.pk: "the one who would cover"}
    permission = _permit("give_cover", DIRECTOR, by, council, who, "cover", subject, hands=hands)
    check_days(from_day, to_day)
    if covered == covering:
        raise WrongDates("Nobody covers for themselves.")
    for worker in (covered, covering):
        if not Post.objects.live_on(from_day).filter(worker=worker, organisation=council).exists():
            raise RoleNotOfThisOrganisation(f"{worker} holds no post in {council} on {long_day(from_day)}.")
    cover = Cover(
        council=council,
        covered=covered,
        covering=covering,
        from_day=from_day,
        to_day=to_day,
        given_by=by,
        reason=reason,
    )
    keep(cover, by=by, why=reason)
    detail = {"covering": covering.pk, "from": from_day, "to": to_day}
    record(permission, subject_kind="cover", subject=subject, reason=reason, detail=detail)
    return cover


@act
def end_cover(*, by: Account, cover: Cover, reason: str) -> Cover:
    """End a cover from today: by the holder, the one covering, or the director."""
    cover = Cover.objects.select_for_update().get(pk=cover.pk)
    own = by.worker_id in (cover.covered_id, cover.covering_id)
    subject = f"worker:{cover.covered_id}"
    who = frozenset[str]() if own else DIRECTION
    permission = _permit("end_cover", DIRECTOR, by, cover.council, who, "cover", subject)
    if cover.ended_on:
        raise AlreadyThere(f"It ended on {long_day(cover.ended_on)} already.")
    cover.ended_on = timezone.localdate()
    cover.ended_by = by
    keep(cover, by=by, why=reason)
    record(permission, subject_kind="cover", subject=subject, reason=reason)
    return cover


# -- the steps the services share -------------------------------------------------------------------------


def _permit(
    verb: str,
    function: str,
    by: Account,
    council: Organisation,
    roles: frozenset[str],
    subject_kind: str,
    subject: str,
    *,
    hands: Mapping[int, str] | None = None,
) -> Permission:
    return permit(
        Question(
            act=verb,
            function=function,
            by=by,
            on=timezone.localdate(),
            council=council,
            side="council",
            roles=roles,
            hands=hands or {},
            subject_kind=subject_kind,
            subject=subject,
        )
    )


def _close_limit_before(by: Account, council: Organisation, role: str, worker: Worker | None, from_day: date) -> None:
    limits = FinancialLimit.objects.select_for_update().filter(council=council, role=role, worker=worker)
    for limit in limits.filter(Q(to_day=None) | Q(to_day__gte=from_day)):
        if limit.from_day < from_day:
            limit.to_day = date.fromordinal(from_day.toordinal() - 1)
            keep(limit, by=by, why="Another limit follows it")


def _holders_of(council: Organisation, role: str) -> dict[int, str]:
    posts = Post.objects.live_on(timezone.localdate()).filter(organisation=council, role=role)
    return dict.fromkeys(posts.values_list("worker_id", flat=True), "a holder of this limit")


def _was_appointed_by_the_director(worker: Worker | None) -> bool:
    """Whether the person holds, or is to hold, a post to which only the director appoints."""
    if worker is None:
        return False
    posts = Post.objects.filter(worker=worker, role__in=APPOINTED_BY_THE_DIRECTOR)
    return posts.filter(Q(to_day=None) | Q(to_day__gte=timezone.localdate())).exists()


def _council_of(organisation: Organisation) -> Organisation:
    return organisation.council or organisation


def _refuse_taken_names(key: str, *usernames: str) -> None:
    refuse_unfit_words(key, usernames)
    if key and Organisation.objects.filter(key=key).exists():
        raise AlreadyThere(f"There is an organisation with the key {key} already.")
    for username in usernames:
        if Account.objects.filter(username__iexact=username).exists():
            raise AlreadyThere(f"There is an account {username} already.")


def _new_worker(name: str, registration: Mapping[str, Any], *, by: Account | None) -> Worker:
    worker = Worker(name=name)
    keep(worker, by=by, why="Entered")
    if registration:
        enter(by=by, worker=worker, **registration)
    return worker


def _new_account(username: str, worker: Worker, password: str | None) -> Account:
    first, _, last = worker.name.partition(" ")
    account = Account(username=username, worker=worker, first_name=first[:150], last_name=last[:150])
    account.set_password(password)
    account.save()
    return account


def _new_group(key: str) -> Group:
    return Group.objects.create(name=f"staff of {key}")


def _staff_of(organisation: Organisation) -> Group:
    if organisation.staff_group is None:
        raise RoleNotOfThisOrganisation(f"{organisation} has no staff here.")
    return organisation.staff_group


def _join_staff(account: Account, organisation: Organisation, role: str) -> None:
    """Let the account see the organisation's casework, unless the role has no authority over any case."""
    if role not in WITHOUT_CASEWORK:
        account.groups.add(_staff_of(organisation))
