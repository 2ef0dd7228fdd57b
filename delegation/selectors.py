"""What somebody may see of organisations, posts and the register; each starts from who asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils import timezone
from guardian.models import GroupObjectPermission, UserObjectPermission

from delegation.models import Account, Act, Organisation, Post


def organisations_seen_by(account: Account) -> frozenset[int]:
    """The organisations whose casework this account may see: its grants, while its worker holds a live post.

    A grant to the staff of an organisation counts only while this worker's own post there is live. The answer is
    kept on the account object, which lives for one request.
    """
    known = getattr(account, "_organisations_seen", None)
    if known is None:
        known = account._organisations_seen = _organisations_granted(account)  # type: ignore[attr-defined]
    return known


def _organisations_granted(account: Account) -> frozenset[int]:
    if account.worker_id is None or not account.is_active:
        return frozenset()
    today = timezone.localdate()
    live = (
        Post.objects.live_on(today)
        .filter(worker_id=account.worker_id)
        .filter(Q(organisation__closed_on__isnull=True) | Q(organisation__closed_on__gt=today))
    )
    grant = {
        "content_type": ContentType.objects.get_for_model(Organisation),
        "permission__codename": "see_casework",
    }
    as_staff = GroupObjectPermission.objects.filter(
        **grant, group__user=account, group__organisation__in=live.values("organisation")
    )
    by_name = UserObjectPermission.objects.filter(**grant, user=account).filter(user__worker__posts__in=live)
    granted = as_staff.values_list("object_pk").union(by_name.values_list("object_pk"))
    return frozenset(int(object_pk) for (object_pk,) in granted)


def posts_of(account: Account, on: date) -> list[Post]:
    """The posts this account's worker holds on the day, with their organisations."""
    if account.worker_id is None:
        return []
    posts = Post.objects.live_on(on).filter(worker_id=account.worker_id)
    return list(posts.select_related("organisation").order_by("pk"))


def acts_visible_to(account: Account) -> QuerySet[Act]:
    """Council staff see their council's register; a provider's staff see the lines of their own organisation."""
    seen = organisations_seen_by(account)
    councils = Organisation.objects.filter(pk__in=seen, kind=Organisation.Kind.COUNCIL).values_list("pk", flat=True)
    own = list(councils)
    return Act.objects.filter(council_id__in=own) if own else Act.objects.filter(organisation_id__in=seen)


@dataclass(frozen=True, kw_only=True)
class RegisterPage:
    """A page of the register, newest first, with where the next one begins."""

    acts: Sequence[Act]
    next_before: int | None


def register_page(
    account: Account,
    *,
    council: Organisation,
    before: int | None = None,
    subject: tuple[str, str] | None = None,
    function: str = "",
    worker_id: int | None = None,
    refusals_only: bool = False,
    size: int = 50,
) -> RegisterPage:
    """Lines of one council's register, newest first, from below a place (`before`); the cost is that of one page.

    Args:
        subject: kind and public reference, where only the lines of one thing are wanted.
    """
    acts = Act.objects.filter(council=council)
    seen = organisations_seen_by(account)
    # Council staff are asked no more, so that the index of what is asked begins with the one council.
    if council.pk not in seen:
        acts = acts.filter(organisation_id__in=seen)
    if before is not None:
        acts = acts.filter(seq__lt=before)
    if subject:
        acts = acts.filter(subject_kind=subject[0], subject=subject[1])
    if function:
        acts = acts.filter(function=function)
    if worker_id is not None:
        acts = acts.filter(worker_id=worker_id)
    if refusals_only:
        acts = acts.filter(outcome=Act.Outcome.REFUSED)
    found = list(acts.select_related("worker", "account", "organisation", "post").order_by("-seq")[: size + 1])
    return RegisterPage(acts=found[:size], next_before=found[size - 1].seq if len(found) > size else None)


def organisations_visible_to(account: Account) -> QuerySet[Organisation]:
    """The organisations somebody may look up: their own council, and those that work for it."""
    councils = {post.organisation.answerable_council_id for post in posts_of(account, timezone.localdate())}
    return Organisation.objects.filter(Q(pk__in=councils) | Q(council_id__in=councils)).order_by("kind", "name")
