"""Who works where: whose caseload somebody writes on, whom a record may be opened to, whom a plan may be given to."""

from django.db.models import Q, QuerySet
from django.utils import timezone

from casework.models import Person, SupportPlan
from delegation.models import Account, Organisation, Post
from delegation.selectors import posts_of

MOST_COLLEAGUES = 500


def providers_of(account: Account) -> list[Organisation]:
    """The providers this account holds a post with today."""
    posts = posts_of(account, timezone.localdate())
    found = {post.organisation_id: post.organisation for post in posts}
    return [organisation for organisation in found.values() if organisation.kind == Organisation.Kind.PROVIDER]


def council_of_account(account: Account) -> Organisation | None:
    """The council this account works in or for today, or last did, for the guard to answer; None without a post."""
    live = posts_of(account, timezone.localdate())
    held = Post.objects.filter(worker=account.worker_id, worker__isnull=False).select_related("organisation__council")
    post = live[0] if live else held.order_by("-from_day", "-pk").first()
    return (post.organisation.council or post.organisation) if post else None


def possible_readers_of(person: Person) -> QuerySet[Account]:
    """The accounts of those who work today for the person's provider or council; at most 500, by name."""
    posts = Post.objects.live_on(timezone.localdate()).filter(
        Q(organisation_id=person.provider_id) | Q(organisation_id=person.council_id)
    )
    accounts = Account.objects.filter(is_active=True, worker__in=posts.values("worker")).select_related("worker")
    return accounts.order_by("worker__name", "pk")[:MOST_COLLEAGUES]


def named_readers_of(person: Person) -> list[Account]:
    """The accounts this restricted record is open to, by name."""
    grants = person.personuserobjectpermission_set.select_related("user__worker").order_by("user__worker__name")
    return [grant.user for grant in grants]


def posts_that_may_take(plan: SupportPlan) -> QuerySet[Post]:
    """The practitioners of the plan's provider today, but for the one who has it; at most 500, by name."""
    posts = Post.objects.live_on(timezone.localdate()).filter(organisation_id=plan.provider_id, role="practitioner")
    others = posts.exclude(worker_id=plan.worker_id).select_related("worker")
    return others.order_by("worker__name", "pk")[:MOST_COLLEAGUES]
