"""What somebody may see of organisations, posts and the register; each starts from who asks."""

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from guardian.models import GroupObjectPermission, UserObjectPermission

from delegation.models import Account, Act, AssuranceException, Organisation, Post


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
    return frozenset(organisations_granted_to(account).values_list("pk", flat=True))


def organisations_granted_to(account: Account) -> QuerySet[Organisation]:
    """The same organisations as a question, to be asked within that of one record."""
    if account.worker_id is None or not account.is_active:
        return Organisation.objects.none()
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
    key = Cast("object_pk", BigIntegerField())
    return Organisation.objects.filter(Q(pk__in=as_staff.values(key=key)) | Q(pk__in=by_name.values(key=key)))


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


def exceptions_owned_by(account: Account) -> list[AssuranceException]:
    """The open exceptions of assurance that somebody is to mend, the first due first; at most fifty."""
    if account.worker_id is None:
        return []
    found = AssuranceException.objects.filter(owner=account.worker_id, closed_on__isnull=True)
    return list(found.order_by("due_on", "pk")[:50])
