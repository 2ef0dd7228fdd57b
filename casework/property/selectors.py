"""What somebody may see of protected property: that of the people they may see."""

from datetime import date

from django.db.models import Q, QuerySet

from casework.models import PropertyProtection
from casework.selectors import readable
from delegation.counting import Counting
from delegation.guarded import ACT_ON_NO_CASE
from delegation.models import Account, Organisation, Post, ProfessionalRegistration
from delegation.professions import PROFESSIONS
from delegation.selectors import organisations_seen_by

GOES_ON = ("proposed", "authorised", "protected")


def protections_visible_to(account: Account) -> QuerySet[PropertyProtection]:
    """Those of the people this account may see."""
    seen = organisations_seen_by(account)
    found = PropertyProtection.objects.filter(readable(account, "person"), provider_id__in=seen)
    return found.select_related("council", "provider", "person", "officer", "social_worker")


def protection_list(account: Account, *, closed: bool) -> QuerySet[PropertyProtection]:
    """Those that go on, the oldest first, or those that are over, the last first."""
    found = protections_visible_to(account)
    if closed:
        return found.exclude(state__in=GOES_ON).order_by("-proposed_on", "-pk")
    return found.filter(state__in=GOES_ON).order_by("proposed_on", "pk")


def protection_of(account: Account, ref: str) -> PropertyProtection | None:
    """One this account may see."""
    found = protections_visible_to(account).select_related("authorised_by__worker", "entered_by__worker")
    return found.filter(ref=ref).first()


def posts_of_officers(council: Organisation, on: date) -> QuerySet[Post]:
    """The posts live on the day whose holders may be the officer who enters: those that reach records, and act."""
    return Post.objects.live_on(on).filter(organisation=council).exclude(role__in=ACT_ON_NO_CASE)


def posts_of_practitioners(provider: Organisation, on: date) -> QuerySet[Post]:
    """The practitioners' posts of the provider that are live on the day."""
    return Post.objects.live_on(on).filter(organisation=provider, role="practitioner")


def officers_in(council: Organisation, on: date) -> list[tuple[int, str]]:
    """Those who may be named to enter on the day, for a list to choose from."""
    return _holders(posts_of_officers(council, on))


def social_workers_in(provider: Organisation, on: date) -> list[tuple[int, str]]:
    """The provider's practitioners who are registered social workers on the day, for a list to choose from."""
    registered = ProfessionalRegistration.objects.live_on(on).filter(body=PROFESSIONS["social_worker"].body)
    return _holders(posts_of_practitioners(provider, on).filter(worker__in=registered.values("worker")))


def _holders(posts: QuerySet[Post]) -> list[tuple[int, str]]:
    return sorted({(post.worker_id, post.worker.name) for post in posts.select_related("worker")}, key=lambda w: w[1])


def property_standing(council: Organisation, on: date) -> list[Counting]:
    """How many go on, and how many authorised entries were not made by their last day."""
    going = PropertyProtection.objects.filter(council=council, state__in=GOES_ON)
    late = Q(state="authorised", enter_until__lt=on)
    return [Counting(rows=going, late=late)]
