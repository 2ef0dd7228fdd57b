"""The promises the product makes of its records: each is a query that must return nothing.

    promise("I4", "No retained function was exercised by a provider", "SELECT ...")
    walked_promise("I6", "A plan stands where its acts led it", ("ref", "state"), walk)

casework and verification add theirs when the program starts. The SQL runs as it is on SQLite and on PostgreSQL, is
written from the law and not from the services, and changes nothing. What SQL cannot compute (a hash, a replay) is
walked in Python instead, and must likewise find nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection

from delegation.assuring import hash_of_content
from delegation.chain import walk_register
from delegation.models import AssuranceReview, Organisation
from delegation.rules import functions_lawful_under, retained_functions
from delegation.schedule import POWERS

MOST_ROWS = 100
Walk = Callable[[], Iterable[tuple[Any, ...]]]


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One thing that must always be true, and the query, or the walk, that finds where it is not."""

    key: str
    sentence: str
    sql: str = ""
    columns: tuple[str, ...] = ()
    walk: Walk | None = None


@dataclass(frozen=True, kw_only=True)
class Broken:
    """A promise that some rows break."""

    promise: Promise
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


_promises: dict[tuple[str, str], Promise] = {}


def promise(key: str, sentence: str, sql: str) -> None:
    """Add a promise; the same one said again stays one."""
    _promises[key, sentence] = Promise(key=key, sentence=sentence, sql=sql.strip())


def walked_promise(key: str, sentence: str, columns: tuple[str, ...], walk: Walk) -> None:
    """Add a promise that SQL cannot compute: `walk` reads, changes nothing, and yields a row for each breach."""
    _promises[key, sentence] = Promise(key=key, sentence=sentence, columns=columns, walk=walk)


def promises() -> list[Promise]:
    """Every promise, in the order of its key."""
    return sorted(_promises.values(), key=lambda one: (one.key[0], int(one.key[1:] or 0), one.sentence))


def broken_promises(*, with_register_walk: bool = True) -> list[Broken]:
    """The promises that rows in this database break, with the first rows that do.

    Args:
        with_register_walk: whether every line of every register is hashed again, which is long in a long register.
    """
    found = (_look(one) for one in promises() if with_register_walk or one.walk is not bad_lines)
    return [broken for broken in found if broken is not None]


def _look(one: Promise) -> Broken | None:
    if one.walk is not None:
        walked = tuple(islice(one.walk(), MOST_ROWS))
        return Broken(promise=one, columns=one.columns, rows=walked) if walked else None
    with connection.cursor() as cursor:
        cursor.execute(one.sql)
        rows = cursor.fetchmany(MOST_ROWS)
        if not rows:
            return None
        columns = tuple(column[0] for column in cursor.description)
    return Broken(promise=one, columns=columns, rows=tuple(tuple(row) for row in rows))


def bad_lines() -> Iterator[tuple[Any, ...]]:
    """The first line of each council's register that is not as it was written."""
    for council in Organisation.objects.filter(kind=Organisation.Kind.COUNCIL).order_by("key"):
        if bad := walk_register(council).bad:
            yield council.key, bad.seq, bad.sentence


def altered_reviews() -> Iterator[tuple[Any, ...]]:
    """The reviews whose content no longer has the hash it was signed with."""
    for review in AssuranceReview.objects.select_related("council").order_by("pk").iterator():
        if hash_of_content(review.content) != review.sha256:
            yield review.council.key, review.number


def listed(keys: list[str]) -> str:
    """Keys of the schedule as a list in SQL."""
    return ", ".join(f"'{key}'" for key in keys)


promise(
    "I4",
    "No retained function was exercised by somebody whose post is outside the council",
    f"""
    SELECT a.council_id, a.seq, a.verb, a.function, o.name
      FROM delegation_act a
      JOIN delegation_post p ON p.id = a.post_id
      JOIN delegation_organisation o ON o.id = p.organisation_id
     WHERE a.outcome = 'exercised' AND o.id <> a.council_id
       AND a.function IN ({listed(retained_functions())})
    """,  # noqa: S608 (the keys are our own)
)
promise(
    "I4",
    "No retained function is authorised to anybody",
    f"""
    SELECT id, function, organisation_id FROM delegation_authorisation
     WHERE function IN ({listed(retained_functions())})
    """,  # noqa: S608
)
promise(
    "I8",
    "Every function exercised has its actor, and a post of that person in that organisation, live on the day",
    """
    SELECT a.council_id, a.seq, a.verb, a.day
      FROM delegation_act a
      LEFT JOIN delegation_post p ON p.id = a.post_id
      LEFT JOIN delegation_organisation o ON o.id = a.organisation_id
     WHERE a.outcome = 'exercised'
       AND (a.account_id IS NULL OR a.worker_id IS NULL OR p.id IS NULL OR o.id IS NULL
            OR p.organisation_id <> a.organisation_id
            OR a.day < p.from_day OR (p.to_day IS NOT NULL AND a.day > p.to_day)
            OR (o.id <> a.council_id AND (o.council_id IS NULL OR o.council_id <> a.council_id))
            OR (p.worker_id <> a.worker_id AND NOT EXISTS (
                SELECT 1 FROM delegation_cover c
                 WHERE c.covering_id = a.worker_id AND c.covered_id = p.worker_id
                   AND c.council_id = a.council_id AND a.day BETWEEN c.from_day AND c.to_day)))
    """,
)
promise(
    "I8",
    "Every function a provider exercised rests on an authorisation",
    """
    SELECT a.council_id, a.seq, a.verb, a.function
      FROM delegation_act a
     WHERE a.outcome = 'exercised' AND a.organisation_id <> a.council_id AND a.authorisation_id IS NULL
    """,
)
promise(
    "I9",
    "Time does not run backwards along a council's register",
    """
    SELECT a.council_id, a.seq, a.at, before.at AS at_before
      FROM delegation_act a
      JOIN delegation_act before ON before.council_id = a.council_id AND before.seq = a.seq - 1
     WHERE a.at < before.at
    """,
)
promise(
    "I14",
    "No line is missing from a council's register, and each holds the hash of the one before",
    """
    SELECT a.council_id, a.seq, a.previous_hash, before.hash AS hash_before
      FROM delegation_act a
      LEFT JOIN delegation_act before ON before.council_id = a.council_id AND before.seq = a.seq - 1
     WHERE (a.seq > 1 AND before.id IS NULL)
        OR a.previous_hash <> COALESCE(before.hash, '')
        OR a.seq < 1
    """,
)
promise(
    "I14",
    "The head of a council's register is its last line",
    """
    SELECT h.council_id, h.seq, h.hash, a.hash AS hash_of_line
      FROM delegation_registerhead h
      LEFT JOIN delegation_act a ON a.council_id = h.council_id AND a.seq = h.seq
     WHERE (h.seq > 0 AND (a.id IS NULL OR a.hash <> h.hash))
        OR EXISTS (SELECT 1 FROM delegation_act later WHERE later.council_id = h.council_id AND later.seq > h.seq)
    """,
)
promise(
    "I14",
    "Every council with lines in the register has a head",
    """
    SELECT DISTINCT a.council_id FROM delegation_act a
     WHERE NOT EXISTS (SELECT 1 FROM delegation_registerhead h WHERE h.council_id = a.council_id)
    """,
)
walked_promise(
    "I14",
    "Every line of a council's register hashes to what was written",
    ("council", "line", "sentence"),
    bad_lines,
)
promise(
    "I15",
    "No act goes beyond the days, the function or the organisation of the authorisation it rests on",
    """
    SELECT a.council_id, a.seq, a.verb, a.function, a.day, z.id AS authorisation
      FROM delegation_act a
      JOIN delegation_authorisation z ON z.id = a.authorisation_id
     WHERE a.outcome = 'exercised'
       AND (a.function <> z.function OR a.organisation_id <> z.organisation_id OR a.council_id <> z.council_id
            OR a.day < z.from_day OR (z.to_day IS NOT NULL AND a.day > z.to_day)
            OR (z.revoked_on IS NOT NULL AND a.day >= z.revoked_on AND a.at > z.revoked_at))
    """,
)
promise(
    "I15",
    "An authorisation under section 75 is to an NHS body, and to one that works for the council that gave it",
    """
    SELECT z.id, z.function, o.name
      FROM delegation_authorisation z
      JOIN delegation_organisation o ON o.id = z.organisation_id
     WHERE (z.power = 'nhs_act_s75' AND NOT o.is_nhs_body) OR o.council_id <> z.council_id
    """,
)
promise(
    "I15",
    "Every authorisation is under a power that reaches its function in law, and is open-ended only where that lets it",
    f"""
    SELECT z.id, z.function, z.power, z.to_day
      FROM delegation_authorisation z
     WHERE (z.power = 'care_act_s79'
            AND (z.function NOT IN ({listed(functions_lawful_under("care_act_s79", False))}) OR z.to_day IS NULL))
        OR (z.power = 'nhs_act_s75' AND z.function NOT IN ({listed(functions_lawful_under("nhs_act_s75", True))}))
        OR (z.power = 'activity' AND z.function NOT IN ({listed(functions_lawful_under("activity", False))}))
        OR z.power NOT IN ({listed(sorted(POWERS))})
    """,  # noqa: S608 (the keys are our own)
)
promise(
    "I4",
    "A review of assurance is signed by the Director of that council, in their own post, by an act of the register",
    """
    SELECT o.key, r.number, p.role, r.signed_by_id
      FROM delegation_assurancereview r
      JOIN delegation_organisation o ON o.id = r.council_id
      JOIN delegation_post p ON p.id = r.post_id
      JOIN delegation_account a ON a.id = r.signed_by_id
     WHERE p.role <> 'dass' OR p.organisation_id <> r.council_id
        OR a.worker_id IS NULL OR a.worker_id <> p.worker_id
        OR NOT EXISTS (
            SELECT 1 FROM delegation_act t
             WHERE t.council_id = r.council_id AND t.verb = 'sign_assurance_review' AND t.outcome = 'exercised'
               AND t.account_id = r.signed_by_id AND t.post_id = r.post_id AND t.seq > r.until_line
               AND t.subject = o.key || ':' || r.number)
    """,
)
walked_promise(
    "I14",
    "Every review of assurance is as it was signed",
    ("council", "review"),
    altered_reviews,
)
