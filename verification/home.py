"""What waits for somebody, by their roles: which queues are theirs, and the sentence and next action of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.utils import timezone

from casework.selectors import concerns_not_yet_seen_by
from delegation.counting import Waiting as RegisterWaiting
from delegation.models import Account, AssuranceException, Organisation, Post
from delegation.registers import Register, registers, waiting_in
from delegation.selectors import exceptions_owned_by, posts_of
from delegation.work import Work, work_of
from verification.queue_reads import (
    Counted,
    Filters,
    Row,
    UrgentRow,
    counted,
    mine,
    narrowed,
    queue_of,
    scope_of,
    urgent_of,
)
from verification.wording import QUEUES_SAID, plural

# The queues a role works, in the order of their day; and those it watches.
WORKS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "practitioner": ("preparation", "review"),
        "quality_assurer": ("quality_assurance", "submission"),
        "provider_manager": ("submission", "quality_assurance", "preparation"),
        "verifier": ("verification",),
        "team_manager": ("decision", "verification"),
        "head_of_service": ("decision", "verification"),
        "dass": ("decision", "verification", "brokerage"),
        "broker": ("brokerage", "package"),
        "auditor": ("verification", "decision", "brokerage"),
        "monitoring_officer": ("verification", "decision", "brokerage"),
    }
)
DECIDERS = frozenset({"team_manager", "head_of_service", "dass"})
TAKEN_UP = frozenset({"verification", "brokerage"})
TAKES_UP = frozenset({"verifier", "broker"})
READS_ONLY = frozenset({"auditor", "monitoring_officer"})
# Who looks over every register on pages of their own.
LOOKS_OVER = READS_ONLY | {"dass"}


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One queue for one person: how many wait, how many are late, how many nobody holds."""

    queue: str
    title: str
    waiting: Counted
    overdue: Counted
    unclaimed: Counted
    sentence: str
    action: str

    @property
    def is_taken_up(self) -> bool:
        """Whether its plans are taken up by one person, who then holds them."""
        return self.queue in TAKEN_UP


@dataclass(frozen=True, kw_only=True)
class OtherWork:
    """Work that is not a queue of plans: a sentence, and where to go."""

    title: str
    sentence: str
    action: str
    url_name: str


@dataclass(frozen=True, kw_only=True)
class Home:
    """Everything the first page says to one person."""

    posts: Sequence[Post]
    waiting: Sequence[Waiting]
    mine: Sequence[Row]
    urgent: Sequence[UrgentRow]
    kept: Sequence[tuple[Register, RegisterWaiting]]
    work: Sequence[tuple[Work, RegisterWaiting]]
    exceptions: Sequence[AssuranceException]
    other: Sequence[OtherWork]
    concerns: int
    reads_only: bool
    takes_up: bool
    today: date


# Where roles go next that work neither a queue of plans nor a register of their own.
OTHER: Mapping[str, OtherWork] = MappingProxyType(
    {
        "data_officer": OtherWork(
            title="Data for the returns",
            sentence="You send the provider’s data and mend what is refused, by the day the council sets.",
            action="Open the returns",
            url_name="returns:calendar",
        ),
        "auditor": OtherWork(
            title="The register of acts",
            sentence="You read everything and change nothing. Every reading of a person’s record is recorded too.",
            action="Open the register",
            url_name="delegation:register",
        ),
        "monitoring_officer": OtherWork(
            title="The register of acts",
            sentence="You read everything and change nothing. Every reading of a person’s record is recorded too.",
            action="Open the register",
            url_name="delegation:register",
        ),
        "administrator": OtherWork(
            title="Accounts, posts and organisations",
            sentence="You open accounts and appoint people to posts. You have no authority over casework and see none.",
            action="Open organisations and posts",
            url_name="delegation:organisations",
        ),
        "dass": OtherWork(
            title="What the council must keep",
            sentence="Each function with its evidence: what the council kept, what was given to whom, what is overdue.",
            action="Open assurance",
            url_name="delegation:assurance",
        ),
    }
)


def home_of(account: Account) -> Home:
    """What waits for this person today, in every post they hold."""
    posts = posts_of(account, timezone.localdate())
    roles = list(dict.fromkeys(post.role for post in posts))
    scope = scope_of(account)
    queues = list(dict.fromkeys(queue for role in roles for queue in WORKS.get(role, ())))
    level = next((role for role in roles if role in DECIDERS), "")
    reads_only = bool(roles) and not set(roles) - READS_ONLY
    works = bool(set(roles) & set(WORKS))
    return Home(
        posts=posts,
        waiting=[_waiting(account, queue, scope, level, reads_only) for queue in queues] if scope else [],
        mine=mine(account) if works and not reads_only else [],
        urgent=urgent_of(account, scope) if works else [],
        kept=_kept(account, posts),
        work=work_of(posts, timezone.localdate()),
        exceptions=exceptions_owned_by(account),
        other=[OTHER[role] for role in roles if role in OTHER],
        concerns=concerns_not_yet_seen_by(account)[:1001].count() if "safeguarding_manager" in roles else 0,
        reads_only=reads_only,
        takes_up=bool(set(roles) & TAKES_UP),
        today=timezone.localdate(),
    )


def _kept(account: Account, posts: Sequence[Post]) -> list[tuple[Register, RegisterWaiting]]:
    """The registers of the functions somebody's council posts hold, with what waits in each and what is late."""
    own = [post for post in posts if post.organisation.kind == Organisation.Kind.COUNCIL]
    roles = {post.role for post in own} - LOOKS_OVER
    if not roles:
        return []
    council = own[0].organisation
    theirs = [each for each in registers() if each.keepers & roles]
    kept = [each for each in theirs if each.is_open_to(account, council)]
    return list(zip(kept, waiting_in(kept, council, timezone.localdate()), strict=True))


def _waiting(account: Account, queue: str, scope: object, level: str, reads_only: bool) -> Waiting:
    said = QUEUES_SAID[queue]
    entries = queue_of(account, queue, scope)  # type: ignore[arg-type]
    if queue == "decision" and level:
        entries = narrowed(entries, Filters(for_role=level), account)
    waiting = counted(entries)
    overdue = counted(narrowed(entries, Filters(overdue=True), account)) if waiting else waiting
    unclaimed = counted(narrowed(entries, Filters(whose="unclaimed"), account)) if waiting else waiting
    return Waiting(
        queue=queue,
        title=said.title,
        waiting=waiting,
        overdue=overdue,
        unclaimed=unclaimed,
        sentence=_sentence(queue, waiting, overdue),
        action="See the queue" if reads_only or not waiting else "Open the queue",
    )


def _sentence(queue: str, waiting: Counted, overdue: Counted) -> str:
    said = QUEUES_SAID[queue]
    if not waiting:
        return said.empty
    if queue == "package":
        late = f"{overdue} {'review is' if overdue.number == 1 else 'reviews are'} overdue." if overdue else ""
        return f"{plural(waiting.number, 'plan has', 'plans have')} support running. {late or 'No review is overdue.'}"
    verb = "is" if queue == "review" else "waits"
    many = "are" if queue == "review" else "wait"
    number = str(waiting)
    late = f"{overdue} {'is' if overdue.number == 1 else 'are'} overdue." if overdue else "None is overdue."
    return f"{number} {'plan ' + verb if waiting.number == 1 else 'plans ' + many} {said.waits}. {late}"
