"""What somebody may see of concerns and of what was asked of them. Every selector starts from who asks."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from casework.models import InformationRequest, SafeguardingConcern, SafeguardingEnquiry
from casework.safeguarding.asking import hands_on
from casework.safeguarding.guarded import SCRUTINISERS
from casework.selectors import readable
from delegation.models import Account, Cover, Organisation, Post
from delegation.selectors import organisations_seen_by

ENDED = "ended"


def decides_in(account: Account) -> QuerySet[Post]:
    """The posts by which this account decides on a council's concerns today: its own, and those it covers."""
    today = timezone.localdate()
    covered = Cover.objects.live_on(today).filter(Q(ended_on=None) | Q(ended_on__gt=today), covering=account.worker_id)
    own = Q(worker=account.worker_id)
    by_cover = Q(worker__in=covered.values("covered"), organisation__in=covered.values("council"))
    return Post.objects.live_on(today).filter(own | by_cover, role__in=SCRUTINISERS)


def concerns_known_to(account: Account) -> QuerySet[SafeguardingConcern]:
    """The concerns of the caseloads this account sees; a restriction hides none from those who decide on them.

    Knowing of one is not yet being allowed to read it: the pages ask the guard for that.
    """
    return SafeguardingConcern.objects.filter(
        readable(account, "person") | Q(council__in=decides_in(account).values("organisation")),
        provider__in=organisations_seen_by(account),
    )


def left_to_scrutinise(concern: SafeguardingConcern, *, without: Collection[int | None] = ()) -> list[str]:
    """The names of those of the council who may scrutinise what is found: no hand in it, no post outside. Six queries.

    Args: `without`, the workers who are about to take part.
    Source: schedule, "Safeguarding: scrutiny and decision on outcome".
    """
    live = Post.objects.live_on(timezone.localdate())
    outside = live.exclude(organisation__kind=Organisation.Kind.COUNCIL).values("worker")
    fitting = live.filter(organisation=concern.council_id, role__in=SCRUTINISERS).exclude(worker__in=outside)
    free = fitting.exclude(worker__in=[*hands_on(concern), *without])
    return list(free.order_by("worker__name").values_list("worker__name", flat=True).distinct())


@dataclass(frozen=True, kw_only=True)
class Narrowed:
    """Which concerns somebody asked for; what is empty does not narrow."""

    state: str = ""
    provider: str = ""
    late: bool = False


def concerns_of(account: Account, council: Organisation, wanted: Narrowed) -> QuerySet[SafeguardingConcern]:
    """The concerns of a council this account reads: the open ones, late first, or those ended, the newest first."""
    found = SafeguardingConcern.objects.filter(council=council)
    if not decides_in(account).filter(organisation=council).exists():
        found = found.filter(readable(account, "person"))
    if wanted.provider:
        found = found.filter(provider__key=wanted.provider)
    if wanted.state and wanted.state != ENDED:
        found = found.filter(state=wanted.state)
    is_ended = wanted.state == ENDED or wanted.state in SafeguardingConcern.ENDED
    found = found.filter(due_on__isnull=is_ended)
    if wanted.late:
        found = found.filter(due_on__lt=timezone.localdate())
    return found.order_by("-id") if is_ended else found.order_by("due_on", "id")


def _organisations_of(account: Account, on: date) -> QuerySet[Post]:
    return Post.objects.live_on(on).filter(worker=account.worker_id)


def enquiries_asked_of(account: Account) -> QuerySet[SafeguardingEnquiry]:
    """The live enquiries the council named this person to make, while they hold a post there; the first due first.

    Source: Care Act 2014 s.42(2): the council causes them.
    """
    posts = _organisations_of(account, timezone.localdate())
    return SafeguardingEnquiry.objects.filter(
        readable(account, "concern__person"),
        live=True,
        enquirer=account.worker_id,
        organisation__in=posts.values("organisation"),
    ).order_by("due_on", "id")


def requests_asked_of(account: Account) -> QuerySet[InformationRequest]:
    """The requests for information this person leads on, and for a provider's manager those of all of it."""
    posts = _organisations_of(account, timezone.localdate())
    managed = posts.filter(role="provider_manager").values("organisation")
    return InformationRequest.objects.filter(
        Q(lead=account.worker_id) | Q(organisation__in=managed),
        readable(account, "concern__person"),
        organisation__in=posts.values("organisation"),
        concern__due_on__isnull=False,
    ).order_by(F("answered_on").asc(nulls_first=True), "due_on", "id")
