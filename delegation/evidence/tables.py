"""What is in a pack: tables with their columns and rows, from delegation and from whoever told of more.

    tell_of_evidence(sampled_files)   # a callable from the Asked to a Table

Rows are read as they are written, so a pack of any length takes little memory.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from delegation.assurance import WORDS, assurance_of
from delegation.evidence.naming import Naming
from delegation.models import (
    Act,
    AssuranceException,
    AssuranceReview,
    Authorisation,
    Cover,
    FinancialLimit,
    Organisation,
    Post,
    RegisterHead,
)
from delegation.schedule import FUNCTIONS, POWERS, ROLES

Row = tuple[str, ...]
AT_A_TIME = 2000
# What the pack tells of an act; never its reason or its detail, which people write.
ACT_FIELDS = (
    "seq",
    "at",
    "outcome",
    "verb",
    "function",
    "source",
    "worker_id",
    "post_id",
    "organisation_id",
    "subject_kind",
    "subject",
    "amount_weekly",
    "amount_whole_life",
    "refusal",
    "hash",
)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which pack: of which council, for which days, up to which line of the register, naming people how."""

    council: Organisation
    from_day: date
    to_day: date
    to_line: int
    naming: Naming

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """The first moment of the days, and the first after them."""
        begins = datetime.combine(self.from_day, time.min)
        return timezone.make_aware(begins), timezone.make_aware(
            datetime.combine(self.to_day + timedelta(days=1), time.min)
        )


@dataclass(frozen=True, kw_only=True)
class Table:
    """One table of a pack: the name of its file, its title, what it says, its columns and its rows."""

    name: str
    title: str
    says: str
    columns: Row
    rows: Callable[[], Iterable[Row]]


Maker = Callable[[Asked], Table]
_makers: list[Maker] = []


def tell_of_evidence(maker: Maker) -> Maker:
    """Add a table to every pack, once, when the program starts."""
    _makers.append(maker)
    return maker


def tables_of(asked: Asked) -> list[Table]:
    """Every table of a pack, in the order they were told."""
    return [maker(asked) for maker in _makers]


def acts_of(asked: Asked) -> int:
    """How many lines of the register the pack will hold, for a progress bar. One query."""
    return _acts(asked).count()


@tell_of_evidence
def functions(asked: Asked) -> Table:
    """Each function of the schedule, as the assurance page shows it."""

    def rows() -> Iterator[Row]:
        seen = assurance_of(asked.council, asked.to_day)
        for line in seen.lines:
            yield (
                line.function.title,
                line.function.source,
                line.function.lawful_position,
                "; ".join(sorted(one.organisation.name for one in line.held)) or "the council only",
                str(line.evidence.done),
                str(line.evidence.done_outside),
                str(line.evidence.refused),
                WORDS[line.colour],
                asked.naming.said(" ".join(line.why)),
            )

    return Table(
        name="functions",
        title="Functions and their evidence",
        says="Each function of the schedule on the last day, with its evidence since the Director's last review.",
        columns=("function", "source", "position", "held_by", "acts", "acts_outside", "refusals", "evidence", "why"),
        rows=rows,
    )


@tell_of_evidence
def authorisations(asked: Asked) -> Table:
    """Who was authorised to exercise what, under which power, for how long."""

    def rows() -> Iterator[Row]:
        found = Authorisation.objects.filter(council=asked.council, from_day__lte=asked.to_day)
        running = found.filter(Q(to_day=None) | Q(to_day__gte=asked.from_day))
        for one in running.select_related("organisation").order_by("function", "pk").iterator(AT_A_TIME):
            yield (
                FUNCTIONS[one.function].title,
                asked.naming.organisation(one.organisation),
                POWERS[one.power],
                str(one.from_day),
                str(one.to_day or ""),
                one.conditions,
                one.instrument,
                str(one.revoked_on or ""),
            )

    return Table(
        name="authorisations",
        title="Authorisations",
        says="What the council let others exercise in these days (Care Act 2014 s.79; NHS Act 2006 s.75).",
        columns=("function", "organisation", "power", "from", "to", "conditions", "instrument", "revoked_from"),
        rows=rows,
    )


@tell_of_evidence
def posts(asked: Asked) -> Table:
    """Who held which role."""

    def rows() -> Iterator[Row]:
        mine = Q(organisation=asked.council) | Q(organisation__council=asked.council)
        found = Post.objects.filter(mine, from_day__lte=asked.to_day).filter(
            Q(to_day=None) | Q(to_day__gte=asked.from_day)
        )
        for post in found.select_related("worker", "organisation").order_by("organisation__name", "role", "pk"):
            yield (
                asked.naming.worker(post.worker),
                ROLES[post.role].title,
                post.organisation.name,
                str(post.from_day),
                str(post.to_day or ""),
            )

    return Table(
        name="posts",
        title="Posts",
        says="Who held which role in these days, in the council and in those who work for it.",
        columns=("who", "role", "organisation", "from", "to"),
        rows=rows,
    )


@tell_of_evidence
def limits(asked: Asked) -> Table:
    """How much of the council's money each role, or one person, could agree."""

    def rows() -> Iterator[Row]:
        found = FinancialLimit.objects.filter(council=asked.council, from_day__lte=asked.to_day)
        running = found.filter(Q(to_day=None) | Q(to_day__gte=asked.from_day))
        for limit in running.select_related("worker").order_by("role", "from_day", "pk"):
            yield (
                ROLES[limit.role].title if limit.role else asked.naming.worker(limit.worker),
                "without limit" if limit.unlimited else str(limit.weekly),
                "without limit" if limit.unlimited else str(limit.whole_life),
                str(limit.from_day),
                str(limit.to_day or ""),
            )

    return Table(
        name="limits",
        title="Financial limits",
        says="Pounds a week and pounds over the whole life that each could agree in these days.",
        columns=("role_or_person", "weekly", "whole_life", "from", "to"),
        rows=rows,
    )


@tell_of_evidence
def covers(asked: Asked) -> Table:
    """Who stood in for whom."""

    def rows() -> Iterator[Row]:
        found = Cover.objects.filter(
            council=asked.council, from_day__lte=asked.to_day, to_day__gte=asked.from_day
        ).select_related("covered", "covering")
        for cover in found.order_by("from_day", "pk"):
            yield (
                asked.naming.worker(cover.covered),
                asked.naming.worker(cover.covering),
                str(cover.from_day),
                str(cover.ended_on or cover.to_day),
            )

    return Table(
        name="cover",
        title="Cover for absence",
        says="Whose posts others exercised in these days.",
        columns=("covered", "covering", "from", "to"),
        rows=rows,
    )


@tell_of_evidence
def acts(asked: Asked) -> Table:
    """Every function exercised or refused and every record read, without what was written about anybody."""

    def rows() -> Iterator[Row]:
        named = _Named(asked)
        lines = _acts(asked).order_by("seq").values_list(*ACT_FIELDS)
        for (
            seq,
            at,
            outcome,
            verb,
            function,
            source,
            worker,
            post,
            organisation,
            kind,
            subject,
            weekly,
            whole_life,
            refusal,
            hashed,
        ) in lines.iterator(chunk_size=AT_A_TIME):
            yield (
                str(seq),
                timezone.localtime(at).isoformat(timespec="seconds"),
                outcome,
                verb,
                FUNCTIONS[function].title if function in FUNCTIONS else function,
                source,
                named.workers.get(worker, ""),
                named.posts.get(post, ""),
                named.organisations.get(organisation, ""),
                kind,
                asked.naming.subject(kind, subject),
                "" if weekly is None else str(weekly),
                "" if whole_life is None else str(whole_life),
                refusal,
                hashed,
            )

    return Table(
        name="acts",
        title="Register of acts",
        says="Every function exercised or refused, and every record read, in these days. Each line's hash holds the "
        "line before it.",
        columns=(
            "line",
            "at",
            "outcome",
            "act",
            "function",
            "source",
            "who",
            "role",
            "organisation",
            "kind",
            "record",
            "weekly",
            "whole_life",
            "refusal",
            "hash",
        ),
        rows=rows,
    )


@tell_of_evidence
def refusals(asked: Asked) -> Table:
    """What was tried and refused, function by function."""

    def rows() -> Iterator[Row]:
        found = _acts(asked).filter(outcome=Act.Outcome.REFUSED).select_related("worker", "organisation")
        for line in found.order_by("seq").iterator(chunk_size=AT_A_TIME):
            yield (
                str(line.seq),
                str(line.day),
                line.verb,
                FUNCTIONS[line.function].title if line.function in FUNCTIONS else line.function,
                asked.naming.worker(line.worker),
                asked.naming.organisation(line.organisation),
                line.refusal,
                asked.naming.said(line.reason),
            )

    return Table(
        name="refusals",
        title="Refusals",
        says="What somebody tried in these days and was refused, with the sentence they were told.",
        columns=("line", "day", "act", "function", "who", "organisation", "refusal", "sentence"),
        rows=rows,
    )


@tell_of_evidence
def exceptions(asked: Asked) -> Table:
    """What was found not to be as it must be, who mends it and by when."""

    def rows() -> Iterator[Row]:
        found = AssuranceException.objects.filter(council=asked.council, raised_on__lte=asked.to_day).filter(
            Q(closed_on=None) | Q(closed_on__gte=asked.from_day)
        )
        for one in found.select_related("owner").order_by("raised_on", "pk"):
            yield (
                FUNCTIONS[one.function].title,
                one.what,
                asked.naming.worker(one.owner),
                str(one.raised_on),
                str(one.due_on),
                str(one.closed_on or ""),
                one.closed_because,
            )

    return Table(
        name="exceptions",
        title="Exceptions",
        says="What was not as it must be in these days, its owner and its day.",
        columns=("function", "what", "owner", "raised", "due", "closed", "what_was_done"),
        rows=rows,
    )


@tell_of_evidence
def reviews(asked: Asked) -> Table:
    """The Director's signed reviews, each with its hash."""

    def rows() -> Iterator[Row]:
        begins, ends = asked.moments
        found = AssuranceReview.objects.filter(council=asked.council, signed_at__gte=begins, signed_at__lt=ends)
        for review in found.select_related("signed_by__worker").order_by("number"):
            yield (
                str(review.number),
                timezone.localtime(review.signed_at).isoformat(timespec="seconds"),
                asked.naming.worker(review.signed_by.worker),
                review.remarks,
                str(review.until_line),
                review.sha256,
            )

    return Table(
        name="reviews",
        title="The Director's reviews",
        says="Each review signed in these days: up to which line of the register, with the SHA-256 of what was seen.",
        columns=("review", "signed_at", "signed_by", "remarks", "until_line", "sha256"),
        rows=rows,
    )


@tell_of_evidence
def register(asked: Asked) -> Table:
    """Where the register ends."""

    def rows() -> Iterator[Row]:
        head = RegisterHead.objects.get(council=asked.council)
        last = Act.objects.filter(council=asked.council, seq=asked.to_line).values_list("hash", flat=True).first()
        yield str(asked.to_line), last or "", str(head.seq), head.hash

    return Table(
        name="register",
        title="The end of the register",
        says="The last line this pack could hold and the end of the register when it was written. "
        "`manage.py verify_register` walks every line.",
        columns=("last_line", "hash", "end", "hash_of_the_end"),
        rows=rows,
    )


class _Named:
    """Everybody and everything an act of the council may name, read once: a hundred thousand acts name few people."""

    def __init__(self, asked: Asked) -> None:
        mine = Q(organisation=asked.council) | Q(organisation__council=asked.council)
        posts = list(Post.objects.filter(mine).select_related("worker", "organisation"))
        self.workers = {post.worker_id: asked.naming.worker(post.worker) for post in posts}
        self.posts = {post.pk: asked.naming.post(post) for post in posts}
        self.organisations = {post.organisation_id: post.organisation.name for post in posts}


def _acts(asked: Asked) -> QuerySet[Act]:
    begins, ends = asked.moments
    return Act.objects.filter(council=asked.council, at__gte=begins, at__lt=ends, seq__lte=asked.to_line)
