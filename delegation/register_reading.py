"""Reading the register of acts: a page of it newest first, one line with its proof, and lines to take away.

A page costs the same wherever in the register it lies: it is found by its place (`seq`), never by counting.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from django.db.models import QuerySet
from django.utils import timezone

from delegation.closed import veil
from delegation.models import Account, Act, Organisation, Worker
from delegation.register import HASHED, hash_of
from delegation.schedule import FUNCTIONS, ROLES
from delegation.selectors import acts_visible_to

PAGE = 50
MOST_LINES = 10_000
LINES_AT_A_TIME = 1000
MOST_PEOPLE = 25
# A cell that begins with one of these is a formula to a spreadsheet.
FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = (
    "line",
    "at",
    "outcome",
    "act",
    "function",
    "source",
    "account",
    "name",
    "post",
    "organisation",
    "kind",
    "reference",
    "weekly",
    "whole_life",
    "refusal",
    "reason",
    "previous_hash",
    "hash",
)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which lines somebody asked for; what is empty does not narrow."""

    function: str = ""
    outcome: str = ""
    worker: str = ""
    organisation: str = ""
    kind: str = ""
    subject: str = ""
    from_day: date | None = None
    to_day: date | None = None
    from_line: int | None = None
    to_line: int | None = None


@dataclass(frozen=True, kw_only=True)
class Lines:
    """A page of lines, newest first, and where the pages beside it begin."""

    acts: tuple[Act, ...]
    older_than: int | None
    newer_than: int | None


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What the hashes of one line say today."""

    line_agrees: bool
    follows_the_line_before: bool


def lines_wanted(account: Account, council: Organisation, wanted: Wanted) -> QuerySet[Act]:
    """The lines of a council's register that this account may see and asked for."""
    acts = acts_visible_to(account).filter(council=council)
    exact = {
        "function": wanted.function,
        "outcome": wanted.outcome,
        "organisation__key": wanted.organisation,
        "subject_kind": wanted.kind,
        "subject": wanted.subject,
    }
    acts = acts.filter(**{name: value for name, value in exact.items() if value})
    if wanted.worker:
        named = Worker.objects.filter(name__icontains=wanted.worker).order_by("pk").values_list("pk", flat=True)
        acts = acts.filter(worker_id__in=list(named[:MOST_PEOPLE]))
    if wanted.from_line:
        acts = acts.filter(seq__gte=wanted.from_line)
    if wanted.to_line:
        acts = acts.filter(seq__lte=wanted.to_line)
    if wanted.from_day:
        acts = acts.filter(at__gte=_midnight(wanted.from_day))
    if wanted.to_day:
        acts = acts.filter(at__lt=_midnight(wanted.to_day + timedelta(days=1)))
    return acts


def page_of_lines(
    account: Account, acts: QuerySet[Act], *, before: int | None = None, after: int | None = None
) -> Lines:
    """The fifty lines below a place, or above one; without either, the newest. Closed records are veiled."""
    acts = acts.select_related("account__worker", "organisation", "post")
    if after is not None:
        found = list(acts.filter(seq__gt=after).order_by("seq")[: PAGE + 1])
        if found:
            more, shown = len(found) > PAGE, found[:PAGE][::-1]
            veil(account, shown)
            return Lines(acts=tuple(shown), older_than=shown[-1].seq, newer_than=shown[0].seq if more else None)
    if before is not None:
        acts = acts.filter(seq__lt=before)
    found = list(acts.order_by("-seq")[: PAGE + 1])
    more, shown = len(found) > PAGE, found[:PAGE]
    veil(account, shown)
    newer = shown[0].seq if shown and before is not None else None
    return Lines(acts=tuple(shown), older_than=shown[-1].seq if more else None, newer_than=newer)


def last_lines(account: Account, council: Organisation, wanted: Wanted, most: int) -> list[Act]:
    """The newest few lines asked for."""
    acts = lines_wanted(account, council, wanted).select_related("account__worker", "organisation", "post")
    found = list(acts.order_by("-seq")[:most])
    veil(account, found)
    return found


def line_at(account: Account, council: Organisation, seq: int) -> tuple[Act, Proof] | None:
    """One line of the register with its proof, where this account may see it; veiled if its record is closed."""
    acts = acts_visible_to(account).filter(council=council, seq=seq)
    line = acts.select_related("account__worker", "organisation", "post", "council", "authorisation").first()
    if line is None:
        return None
    proof = proof_of(line)  # over the line as it stands, so before the veil
    veil(account, [line])
    return line, proof


def proof_of(act: Act) -> Proof:
    """Whether the line still hashes to what was written, and holds the hash of the line before it."""
    before = Act.objects.filter(council_id=act.council_id, seq=act.seq - 1).values_list("hash", flat=True).first()
    values = {name: getattr(act, name) for name in HASHED}
    return Proof(
        line_agrees=act.hash == hash_of(act.previous_hash, values),
        follows_the_line_before=act.previous_hash == (before or ""),
    )


def own_refusal(account: Account, act: str, subject: str) -> Act | None:
    """The last time this account was refused this act on this subject."""
    if not act or account.worker_id is None:
        return None
    refused = Act.objects.filter(worker_id=account.worker_id, outcome=Act.Outcome.REFUSED, verb=act)
    found = list(refused.filter(subject=subject).select_related("council").order_by("-pk")[:1])
    veil(account, found)
    return found[0] if found else None


def lines_as_cells(account: Account, acts: QuerySet[Act]) -> Iterator[tuple[str, ...]]:
    """The headings and at most ten thousand lines, newest first, safe to open in a spreadsheet."""
    yield COLUMNS
    found = acts.select_related("worker", "account", "organisation", "post").order_by("-seq")[:MOST_LINES]
    lines = found.iterator(chunk_size=LINES_AT_A_TIME)
    while several := list(islice(lines, LINES_AT_A_TIME)):
        veil(account, several)
        for line in several:
            yield tuple(no_formula(cell) for cell in _cells(line))


def no_formula(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would reckon with."""
    return f"'{cell}" if cell.startswith(FORMULA_BEGINS) else cell


def _cells(line: Act) -> Iterator[str]:
    function = FUNCTIONS.get(line.function)
    yield str(line.seq)
    yield timezone.localtime(line.at).isoformat(timespec="seconds")
    yield line.outcome
    yield line.verb
    yield function.title if function else line.function
    yield line.source
    yield line.account.username if line.account else ""
    yield line.worker.name if line.worker else ""
    yield ROLES[line.post.role].title if line.post else ""
    yield line.organisation.name if line.organisation else ""
    yield line.subject_kind
    yield line.subject
    yield "" if line.amount_weekly is None else str(line.amount_weekly)
    yield "" if line.amount_whole_life is None else str(line.amount_whole_life)
    yield line.refusal
    yield line.reason
    yield line.previous_hash
    yield line.hash


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
