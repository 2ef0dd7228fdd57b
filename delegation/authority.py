"""The one guard: may this person, in this organisation, exercise this function today, for this amount?

It knows nothing of plans. A view, the import, a command and a page of explanation all end here, and it always
reads afresh from the database.
Source: Care Act 2014 s.79; NHS Act 2006 s.75; the council's scheme of delegation.
"""

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from django.db import connection, models
from django.utils import timezone

from delegation.models import Account, Authorisation, Cover, FinancialLimit, Organisation, Post, Worker
from delegation.references import is_reference
from delegation.refusals import (
    BeyondLimit,
    Fault,
    NoPost,
    NotAuthorised,
    NotFound,
    NotQualified,
    NotYourOrganisation,
    NotYourRole,
    OutOfDate,
    Refused,
    RetainedByTheCouncil,
    RuleBroken,
    SameHands,
    StaleRevision,
    UnknownFunction,
)
from delegation.rules import why_kept
from delegation.schedule import FUNCTIONS, POWERS, ROLES
from delegation.wording import in_words, long_day, pounds, role_in_a_sentence

M = TypeVar("M", bound=models.Model)

__all__ = [
    "BeyondLimit",
    "Fault",
    "NoPost",
    "NotAuthorised",
    "NotFound",
    "NotQualified",
    "NotYourOrganisation",
    "NotYourRole",
    "OutOfDate",
    "Permission",
    "Question",
    "Refused",
    "RetainedByTheCouncil",
    "RuleBroken",
    "SameHands",
    "StaleRevision",
    "UnknownFunction",
    "permit",
    "would_permit",
]


@dataclass(frozen=True, kw_only=True)
class Question:
    """What somebody asks to do. Amounts are pounds of the council's money, with what the person already receives."""

    act: str
    function: str
    by: Account
    on: date
    council: Organisation
    side: str
    roles: frozenset[str] = frozenset()
    organisation_id: int | None = None
    hands: Mapping[int, str] = field(default_factory=dict)
    weekly: Decimal | None = None
    whole_life: Decimal | None = None
    subject_kind: str = ""
    subject: str = ""
    registration: str | None = None


@dataclass(frozen=True, kw_only=True)
class Permission:
    """The answer yes, with what it rests on."""

    question: Question
    post: Post
    authorisation: Authorisation | None
    limit: FinancialLimit | None
    cover: Cover | None
    reason: str
    source: str


@dataclass(frozen=True, kw_only=True)
class _Standing:
    """A post that could carry the act: the person's own, or one they cover. The limit set last comes first."""

    post: Post
    cover: Cover | None = None
    giver_id: int | None = None
    limits: list[FinancialLimit] = field(default_factory=list)


# The permission last given in the act under way, so that a broken rule can be told to the register.
answered: ContextVar[Permission | None] = ContextVar("answered", default=None)
# The posts read while several questions are asked together, for a page; otherwise nothing is kept from one to the next.
_read_together: ContextVar[dict[Any, list[_Standing]] | None] = ContextVar("read_together", default=None)


def permit(question: Question) -> Permission:
    """The council's schedule, posts and limits allow this act today, or the refusal says why not.

    Raises: one of the named refusals of `delegation.refusals`.
    Source: Care Act 2014 s.79; the council's scheme of delegation.
    """
    permission = _answer(question)
    answered.set(permission)
    return permission


def would_permit(question: Question) -> Permission | Refused:
    """The same answer for a page that decides what to show; never for doing."""
    try:
        return _answer(question)
    except Refused as refused:
        return refused


def would_permit_each(questions: Sequence[Question]) -> list[Permission | Refused]:
    """The same for every button of a page: who asks, and whom they cover, is read once for all of them."""
    token = _read_together.set({})
    try:
        return [would_permit(question) for question in questions]
    finally:
        _read_together.reset(token)


def _answer(question: Question) -> Permission:
    if question.function not in FUNCTIONS:
        raise UnknownFunction(f"The schedule has no function {question.function!r}.", question=question)
    if question.side not in ("council", "provider"):
        raise ValueError(f"a side is council or provider, not {question.side!r}")
    own, covered = _standings_here(question)
    try:
        return _answer_in_post(question, own, covered)
    except Refused as refused:
        refused.post = own[0].post
        raise


def _answer_in_post(question: Question, own: list[_Standing], covered: list[_Standing]) -> Permission:
    authorisation = None
    if question.side == "council":
        standings = _council_standings(question, own, covered)
    else:
        standings = _provider_standings(question, own)
        authorisation = _authorisation(question, standings[0].post)
    _check_registration(question)
    standing, limit = _with_clean_hands_and_money(question, standings, covered)
    return Permission(
        question=question,
        post=standing.post,
        authorisation=authorisation,
        limit=limit,
        cover=standing.cover,
        reason=_reason(question, standing, authorisation, limit),
        source=FUNCTIONS[question.function].source,
    )


def _once(question: Question) -> list[_Standing]:
    """The posts of who asks: read afresh for a question asked alone, once for all that a page asks together."""
    known = _read_together.get()
    if known is None:
        return _standings_of(question)
    key = (question.by.worker_id, question.council.pk, question.on, _asks_money(question))
    if key not in known:
        known[key] = _standings_of(question)
    return known[key]


# -- the post ------------------------------------------------------------------------------------------------


def _columns(model: type[models.Model], table: str) -> str:
    """The columns of a joined table, each under the table's name."""
    return ", ".join(f"{table}.{field.column} AS {table}__{field.column}" for field in model._meta.concrete_fields)


# The two questions of every act, in words made once: having Django make them at every asking took most of the
# guard's time. The first asks whose posts one holds: one's own, and those of everybody one covers on the day.
_HELD_COLUMNS = (
    f"post.*, {_columns(Organisation, 'organisation')}, {_columns(Worker, 'worker')}, {_columns(Cover, 'cover')}, "
    "giver.worker_id AS giver_worker_id"
)
_HELD_TABLES = (
    "(SELECT own.id AS post_id, NULL AS cover_id FROM delegation_post own WHERE own.worker_id = %s "
    "UNION ALL SELECT covered.id, live.id FROM delegation_cover live "
    "JOIN delegation_post covered ON covered.worker_id = live.covered_id AND covered.organisation_id = live.council_id "
    "WHERE live.covering_id = %s AND live.council_id = %s AND live.from_day <= %s AND live.to_day >= %s "
    "AND (live.ended_on IS NULL OR live.ended_on > %s)) held "
    "JOIN delegation_post post ON post.id = held.post_id "
    "JOIN delegation_organisation organisation ON organisation.id = post.organisation_id "
    "JOIN delegation_worker worker ON worker.id = post.worker_id "
    "LEFT JOIN delegation_cover cover ON cover.id = held.cover_id "
    "LEFT JOIN delegation_account giver ON giver.id = cover.given_by_id"
)
_HELD = f"SELECT {_HELD_COLUMNS} FROM {_HELD_TABLES} ORDER BY post.id, cover.id DESC"  # noqa: S608 - names only
# A row for each limit of the day that reaches the post; one with no limit in it where none does.
_HELD_WITH_LIMITS = (
    f"SELECT {_HELD_COLUMNS}, {_columns(FinancialLimit, 'financial')} FROM {_HELD_TABLES} "  # noqa: S608 - names only
    "LEFT JOIN delegation_financiallimit financial ON financial.council_id = %s AND financial.from_day <= %s "
    "AND (financial.to_day IS NULL OR financial.to_day >= %s) "
    "AND (financial.worker_id = post.worker_id OR financial.role = post.role) "
    "ORDER BY post.id, cover.id DESC, financial.from_day DESC, financial.id DESC"
)
_AUTHORISATIONS = (
    "SELECT * FROM delegation_authorisation WHERE function = %s AND organisation_id = %s AND council_id = %s "
    "ORDER BY from_day, id"
)


def _standings_of(question: Question) -> list[_Standing]:
    """Every post of who asks, and those they cover on the day, each with its limits where money is asked. One query."""
    worker, council = question.by.worker_id, question.council.pk
    day = connection.ops.adapt_datefield_value(question.on)
    words, asked = _HELD, [worker, worker, council, day, day, day]
    if _asks_money(question):
        words, asked = _HELD_WITH_LIMITS, [*asked, council, day, day]
    standings: dict[int, _Standing] = {}
    for row in Post.objects.raw(words, asked):
        standing = standings.get(row.pk) or standings.setdefault(row.pk, _standing_in(row))
        # Of two covers of one person the one given last is read first and is the one acted under.
        is_this = getattr(row, "cover__id", None) == (standing.cover.pk if standing.cover else None)
        if is_this and getattr(row, "financial__id", None) is not None:
            standing.limits.append(_joined(FinancialLimit, "financial", row))
    return list(standings.values())


def _standing_in(post: Post) -> _Standing:
    """The post of a row, with its organisation, its holder and the cover by which somebody else stands in it."""
    post.organisation = _joined(Organisation, "organisation", post)
    post.worker = _joined(Worker, "worker", post)
    if getattr(post, "cover__id", None) is None:
        return _Standing(post=post)
    cover = _joined(Cover, "cover", post)
    cover.covered = post.worker
    return _Standing(post=post, cover=cover, giver_id=getattr(post, "giver_worker_id", None))


def _joined(model: type[M], table: str, post: Post) -> M:
    """The joined row as its own record, each value as its field reads it: SQLite keeps money in binary fractions."""
    fields = model._meta.concrete_fields
    values = [getattr(post, f"{table}__{field.column}") for field in fields]
    for place, column, convert in _converters(model, connection.vendor):
        values[place] = convert(values[place], column, connection)
    return model.from_db(post._state.db, [field.attname for field in fields], values)


@cache
def _converters(model: type[models.Model], vendor: str) -> list[tuple[int, Any, Any]]:
    """How this database's values become those of the fields: the place of the field, its column, the conversion."""
    columns = [field.get_col(model._meta.db_table) for field in model._meta.concrete_fields]
    return [
        (place, column, convert)
        for place, column in enumerate(columns)
        for convert in (*connection.ops.get_db_converters(column), *column.get_db_converters(connection))
    ]


def _standings_here(question: Question) -> tuple[list[_Standing], list[_Standing]]:
    """The posts live on the day in the council or in an organisation that works for it: one's own, and those covered.

    Covered are posts in the council itself.
    """
    by = question.by
    if by.worker_id is None or not by.is_active:
        raise _refusal(NoPost, f"The account {by.username} belongs to nobody who can hold authority.", question)
    council = question.council.pk
    every = [standing for standing in _once(question) if standing.post.organisation.answerable_council_id == council]
    live = [standing for standing in every if _is_live(standing.post, question.on)]
    if own := [standing for standing in live if not standing.cover]:
        return own, [standing for standing in live if standing.cover]
    if posts := [standing.post for standing in every if not standing.cover]:
        raise _refusal(OutOfDate, _why_no_post_is_live(posts[-1], question.on), question)
    raise _refusal(NoPost, f"{by} holds no post in {question.council} or for it.", question)


def _is_live(post: Post, day: date) -> bool:
    closed = post.organisation.closed_on
    return post.from_day <= day and (post.to_day is None or day <= post.to_day) and (closed is None or day < closed)


def _why_no_post_is_live(post: Post, day: date) -> str:
    if post.from_day > day:
        return f"The post of {post} begins on {long_day(post.from_day)}; the day asked is {long_day(day)}."
    if post.to_day and post.to_day < day:
        return f"The post of {post} ended on {long_day(post.to_day)}; the day asked is {long_day(day)}."
    return f"{post.organisation} closed on {long_day(post.organisation.closed_on)}; the day asked is {long_day(day)}."


# -- the side and the role ------------------------------------------------------------------------------------


def _council_standings(question: Question, held: list[_Standing], covered: list[_Standing]) -> list[_Standing]:
    own = [standing for standing in held if standing.post.organisation_id == question.council.pk]
    if not own:
        kept = why_kept(FUNCTIONS[question.function]) or "This step belongs to the council."
        raise _refusal(RetainedByTheCouncil, f"{kept} {held[0].post.organisation} may not exercise it.", question)
    fitting = _in_a_role_that_may(question, own) or _in_a_role_that_may(question, covered)
    if not fitting:
        raise _refusal(NotYourRole, f"{_as_posts(own)} does not exercise this.", question)
    return fitting


def _provider_standings(question: Question, held: list[_Standing]) -> list[_Standing]:
    if kept := why_kept(FUNCTIONS[question.function]):
        raise _refusal(RetainedByTheCouncil, kept, question)
    own = [standing for standing in held if _is_where_asked(question, standing.post)]
    if not own:
        raise _refusal(
            NotYourOrganisation,
            f"The record is another organisation's to act on, not {held[0].post.organisation}'s.",
            question,
        )
    fitting = _in_a_role_that_may(question, own)
    if not fitting:
        raise _refusal(NotYourRole, f"{_as_posts(own)} does not exercise this.", question)
    return fitting


def _is_where_asked(question: Question, post: Post) -> bool:
    """Whether a post is in the organisation asked about: any provider where none is named."""
    if question.organisation_id is None:
        return post.organisation.kind == Organisation.Kind.PROVIDER
    return post.organisation_id == question.organisation_id


def _in_a_role_that_may(question: Question, standings: list[_Standing]) -> list[_Standing]:
    return [standing for standing in standings if not question.roles or standing.post.role in question.roles]


# -- the authorisation and the registration -------------------------------------------------------------------


def _authorisation(question: Question, post: Post) -> Authorisation:
    asked = [question.function, post.organisation_id, question.council.pk]
    given = list(Authorisation.objects.raw(_AUTHORISATIONS, asked))
    for authorisation in given:
        if authorisation.is_live_on(question.on):
            return authorisation
    if given:
        why = _why_not_live(given[-1], post, question.on)
        raise OutOfDate(why, question=question, who_may=_who_may_where_held(question, post))
    raise NotAuthorised(
        f"{question.council} has not authorised {post.organisation} to exercise this.",
        question=question,
        who_may=_who_may_where_held(question, post),
    )


def _why_not_live(authorisation: Authorisation, post: Post, day: date) -> str:
    whose = f"The authorisation of {post.organisation} ({authorisation.instrument})"
    if authorisation.revoked_on and authorisation.revoked_on <= day:
        return f"{whose} was revoked from {long_day(authorisation.revoked_on)}: {authorisation.revoked_because}"
    if authorisation.from_day > day:
        return f"{whose} begins on {long_day(authorisation.from_day)}; the day asked is {long_day(day)}."
    return f"{whose} ended on {long_day(authorisation.to_day)}; the day asked is {long_day(day)}."


def _check_registration(question: Question) -> None:
    """What the schedule asks of a provider's hand, and what the act itself asks."""
    for body in _registrars(question):
        worker = question.by.worker
        if worker and not worker.is_registered_with(body, question.on):
            raise _refusal(
                NotQualified,
                f"This asks for a live registration with {body} on {long_day(question.on)}, "
                f"which {worker} does not have.",
                question,
            )


def _registrars(question: Question) -> list[str]:
    """The bodies with which whoever does this is registered."""
    asked = {question.registration}
    if question.side == "provider":
        asked.add(FUNCTIONS[question.function].registration)
    return sorted(body for body in asked if body)


# -- hands and money ------------------------------------------------------------------------------------------


def _with_clean_hands_and_money(
    question: Question, standings: list[_Standing], covered: list[_Standing]
) -> tuple[_Standing, FinancialLimit | None]:
    """The first standing whose hands are clean and whose limit covers the amount; else the first's refusal.

    Where money is asked and their own posts do not reach, the posts they cover may.
    """
    refusals: list[tuple[type[Refused], str]] = []
    found = _first_able(question, standings, refusals)
    if found is None and question.side == "council" and _asks_money(question) and not standings[0].cover:
        found = _first_able(question, _in_a_role_that_may(question, covered), refusals)
    if found is None:
        raise _refusal(*refusals[0], question)
    return found


def _first_able(
    question: Question, standings: list[_Standing], refusals: list[tuple[type[Refused], str]]
) -> tuple[_Standing, FinancialLimit | None] | None:
    for standing in standings:
        limit = _limit_of(standing)
        if hands := _barred_hands(question, standing):
            refusals.append((SameHands, hands))
        elif too_much := _beyond(question, standing, limit):
            refusals.append((BeyondLimit, too_much))
        else:
            return standing, limit
    return None


def _asks_money(question: Question) -> bool:
    return bool(question.weekly or question.whole_life)


def _barred_hands(question: Question, standing: _Standing) -> str:
    """Hands are the actor's; with cover also those of the one covered and of whoever gave the cover."""
    people: dict[int | None, str] = {question.by.worker_id: "You have"}
    if standing.cover:
        people.setdefault(standing.cover.covered_id, f"{standing.cover.covered}, whom you cover, has")
        people.setdefault(standing.giver_id, "Whoever gave you this cover has")
    for worker_id, who in people.items():
        if worker_id is not None and worker_id in question.hands:
            did = question.hands[worker_id].replace("_", " ")
            about = question.subject if is_reference(question.subject) else "this"
            return f"{who} already acted on {about} as {did}; it asks for other hands."
    return ""


def _limit_of(standing: _Standing) -> FinancialLimit | None:
    """A person's own limit stands in place of their role's; the one set last is the one in force."""
    personal = [limit for limit in standing.limits if limit.worker_id is not None]
    return next(iter(personal + standing.limits), None)


def _beyond(question: Question, standing: _Standing, limit: FinancialLimit | None) -> str:
    weekly, whole_life = question.weekly or Decimal(0), question.whole_life or Decimal(0)
    if limit and limit.unlimited:
        return ""
    most_weekly = limit.weekly if limit else Decimal(0)
    most_whole_life = limit.whole_life if limit else Decimal(0)
    if weekly <= most_weekly and whole_life <= most_whole_life:
        return ""
    whose = f"The limit of {standing.cover.covered}, whom you cover," if standing.cover else "Your limit"
    return (
        f"{whose} on {long_day(question.on)} is {pounds(most_weekly)} a week and {pounds(most_whole_life)} over the "
        f"whole life; this asks {pounds(weekly)} a week and {pounds(whole_life)} over the whole life."
    )


# -- words ----------------------------------------------------------------------------------------------------


def _refusal(kind: type[Refused], reason: str, question: Question) -> Refused:
    return kind(reason, question=question, who_may=_who_may(kind, question))


def _who_may_where_held(question: Question, post: Post) -> str:
    """For somebody whose provider does not hold the function on the day: where it is held instead."""
    when = "today" if question.on == timezone.localdate() else f"on {long_day(question.on)}"
    if question.organisation_id is not None:  # the record is their provider's to act on, whoever else holds it
        return f"Who may: nobody in {post.organisation} {when}."
    given = Authorisation.objects.filter(function=question.function, council=question.council)
    live = [one.organisation for one in given.select_related("organisation") if one.is_live_on(question.on)]
    holders = sorted({str(each) for each in live if each.closed_on is None or question.on < each.closed_on})
    if not holders:
        return f"Who may: nobody in a provider {when}."
    named = [role_in_a_sentence(role) for role in sorted(question.roles or _roles_of(question))]
    return f"Who may: {in_words(named)} of {in_words(holders)}."


def _who_may(kind: type[Refused], question: Question) -> str:
    roles = question.roles or _roles_of(question)
    if kind is BeyondLimit:
        return _who_may_agree_so_much(question, roles)
    where = f"of {question.council}" if question.side == "council" else "of the provider that holds it"
    named = [role_in_a_sentence(role) for role in sorted(roles)]
    if not named:
        return f"It is for staff {where}."
    other = " whose hands are not on it" if kind is SameHands else ""
    if kind is NotQualified:
        other = f" with a live registration with {in_words(_registrars(question), joiner='and')}"
    return f"Who may: {in_words(named)} {where}{other}."


def _who_may_agree_so_much(question: Question, roles: frozenset[str]) -> str:
    limits = FinancialLimit.objects.live_on(question.on).filter(council=question.council, role__in=roles)
    enough: dict[str, str] = {}
    for limit in limits.order_by("from_day", "pk"):
        covers = limit.unlimited or (
            (question.weekly or 0) <= limit.weekly and (question.whole_life or 0) <= limit.whole_life
        )
        enough.pop(limit.role, None)
        if covers:
            up_to = "without limit" if limit.unlimited else f"up to {pounds(limit.weekly)} a week"
            enough[limit.role] = f"{ROLES[limit.role].title} ({up_to})"
    if not enough:
        return f"Nobody in {question.council} has a limit that covers it."
    return f"Who may: {in_words(list(enough.values()))} of {question.council}."


def _roles_of(question: Question) -> frozenset[str]:
    row = FUNCTIONS.get(question.function)
    if row is None:
        return frozenset()
    return row.council_roles if question.side == "council" else row.provider_roles


def _as_posts(standings: list[_Standing]) -> str:
    return in_words([str(standing.post) for standing in standings], joiner="and")


def _reason(
    question: Question,
    standing: _Standing,
    authorisation: Authorisation | None,
    limit: FinancialLimit | None,
) -> str:
    parts = [f"{standing.post} since {long_day(standing.post.from_day)}"]
    if standing.cover:
        parts.append(f"held by {standing.cover.covered}, covered until {long_day(standing.cover.to_day)}")
    if authorisation:
        parts.append(
            f"authorised under {POWERS[authorisation.power]} from {long_day(authorisation.from_day)} "
            f"({authorisation.instrument})"
        )
        if authorisation.conditions:
            parts.append(f"on conditions: {authorisation.conditions.strip().rstrip('.')}")
    if limit:
        parts.append("without financial limit" if limit.unlimited else f"limit {pounds(limit.weekly)} a week")
    return "; ".join(parts) + "."
