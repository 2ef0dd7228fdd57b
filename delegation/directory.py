"""Who works where, what is authorised to whom, what may be agreed and who covers: each read starts from who asks.

Staff of the council see the council and everyone who works for it; staff of a provider see their own organisation.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone

from delegation.models import Account, Authorisation, Cover, FinancialLimit, Organisation, Post, Worker
from delegation.schedule import FUNCTIONS, Function
from delegation.selectors import posts_of

SECTIONS = {
    "table": "Statutory functions",
    "table, split": "Statutory functions",
    "table, returns list": "Statutory returns",
    "verification model": "Verification model",
    "protecting social care": "Protecting social care",
    "gap": "Functions the 2014 plan does not mention",
}


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where somebody stands today: the council they work for or under, in which roles, and whom they look up."""

    council: Organisation
    is_council_staff: bool
    organisations: frozenset[int]
    council_roles: frozenset[str]
    provider_roles: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class ScheduleRow:
    """A function and the authorisations of it that are live."""

    function: Function
    live: tuple[Authorisation, ...]


@dataclass(frozen=True, kw_only=True)
class OrganisationPage:
    """An organisation with the people in it, then and now, and what it is authorised to do."""

    organisation: Organisation
    posts: tuple[Post, ...]
    past_posts: tuple[Post, ...]
    authorisations: tuple[Authorisation, ...]
    past_authorisations: tuple[Authorisation, ...]


def place_of(account: Account) -> Place | None:
    """Where this account's worker stands today; None without a live post."""
    posts = posts_of(account, timezone.localdate())
    if not posts:
        return None
    posts.sort(key=lambda post: post.organisation.kind != Organisation.Kind.COUNCIL)
    first = posts[0].organisation
    of_council = first.kind == Organisation.Kind.COUNCIL
    council = first if of_council else Organisation.objects.get(pk=first.answerable_council_id)
    return Place(
        council=council,
        is_council_staff=of_council,
        organisations=frozenset(post.organisation_id for post in posts),
        council_roles=frozenset(post.role for post in posts if post.organisation_id == council.pk),
        provider_roles=frozenset(post.role for post in posts if post.organisation_id != council.pk),
    )


# -- the schedule ---------------------------------------------------------------------------------------------


def authorisations_visible_in(place: Place) -> QuerySet[Authorisation]:
    """The council's authorisations: all of them for its staff, their own for a provider's."""
    given = Authorisation.objects.filter(council=place.council)
    return given if place.is_council_staff else given.filter(organisation_id__in=place.organisations)


def schedule_in(place: Place, on: date) -> list[ScheduleRow]:
    """Every function of the schedule, in its order, with who holds it on the day. One query."""
    held: dict[str, list[Authorisation]] = {}
    begun = authorisations_visible_in(place).filter(Q(to_day=None) | Q(to_day__gte=on), from_day__lte=on)
    live = begun.filter(Q(revoked_on=None) | Q(revoked_on__gt=on))
    for authorisation in live.select_related("organisation").order_by("organisation__name"):
        held.setdefault(authorisation.function, []).append(authorisation)
    return [ScheduleRow(function=row, live=tuple(held.get(key, ()))) for key, row in FUNCTIONS.items()]


def by_section(rows: Iterable[ScheduleRow]) -> dict[str, list[ScheduleRow]]:
    """The rows under the headings a reader knows, in the schedule's order."""
    sections: dict[str, list[ScheduleRow]] = {title: [] for title in SECTIONS.values()}
    for row in rows:
        sections[SECTIONS.get(row.function.section, "Other functions")].append(row)
    return {title: found for title, found in sections.items() if found}


def authorisations_of_function(place: Place, function: str) -> tuple[list[Authorisation], list[Authorisation]]:
    """The authorisations of a function that are live or still to begin, and those that are past."""
    found = authorisations_visible_in(place).filter(function=function)
    return _live_and_past(found.select_related("organisation", "revoked_by__worker").order_by("-from_day", "-pk"))


def authorisation_to_revoke(place: Place, function: str, pk: int) -> Authorisation | None:
    """One authorisation of a function that this person may look at."""
    found = authorisations_visible_in(place).filter(function=function, pk=pk)
    return found.select_related("organisation", "council").first()


# -- organisations, posts, accounts ---------------------------------------------------------------------------


def organisations_in(place: Place) -> QuerySet[Organisation]:
    """The organisations somebody may look up."""
    if place.is_council_staff:
        return Organisation.objects.filter(Q(pk=place.council.pk) | Q(council=place.council))
    return Organisation.objects.filter(pk__in=place.organisations)


def organisation_list(place: Place, on: date) -> list[Organisation]:
    """The council, then providers, then care providers, each with how many people hold a post in it."""
    live = Q(posts__from_day__lte=on) & (Q(posts__to_day=None) | Q(posts__to_day__gte=on))
    people = Count("posts__worker", filter=live, distinct=True)
    found = list(organisations_in(place).annotate(people=people).order_by("name"))
    order = [Organisation.Kind.COUNCIL, Organisation.Kind.PROVIDER, Organisation.Kind.CARE_PROVIDER]
    return sorted(found, key=lambda organisation: order.index(Organisation.Kind(organisation.kind)))


def acting_organisations(place: Place) -> list[Organisation]:
    """The organisations whose staff act here: the council and its providers, or one's own."""
    found = organisations_in(place).exclude(kind=Organisation.Kind.CARE_PROVIDER)
    return list(found.order_by("kind", "name"))


def providers_of(place: Place) -> list[Organisation]:
    """The open providers the council may authorise."""
    kind = Organisation.Kind.PROVIDER
    return list(Organisation.objects.filter(council=place.council, kind=kind, closed_on=None).order_by("name"))


def organisation_by_key(place: Place, key: str) -> Organisation | None:
    """An organisation somebody may look up, by its key."""
    return organisations_in(place).filter(key=key).select_related("council").first()


def organisation_page(place: Place, key: str, on: date) -> OrganisationPage | None:
    """An organisation with its posts and authorisations. Three queries."""
    organisation = organisation_by_key(place, key)
    if organisation is None:
        return None
    accounts = Prefetch("worker__accounts", queryset=Account.objects.filter(is_active=True).order_by("username"))
    posts = list(
        Post.objects.filter(organisation=organisation)
        .select_related("worker", "organisation")
        .prefetch_related(accounts)
        .order_by("worker__name", "from_day")
    )
    given = authorisations_visible_in(place).filter(organisation=organisation)
    live, past = _live_and_past(given.select_related("organisation", "revoked_by__worker").order_by("function"))
    return OrganisationPage(
        organisation=organisation,
        posts=tuple(post for post in posts if post.to_day is None or post.to_day >= on),
        past_posts=tuple(post for post in posts if post.to_day is not None and post.to_day < on),
        authorisations=tuple(live),
        past_authorisations=tuple(past),
    )


def post_by_number(place: Place, pk: int) -> Post | None:
    """A post in an organisation somebody may look up."""
    found = Post.objects.filter(pk=pk, organisation__in=organisations_in(place))
    return found.select_related("worker", "organisation__council").first()


def account_by_username(place: Place, username: str) -> Account | None:
    """An account of somebody who holds, or held, a post one may look up; for the council's staff also a new one."""
    of_ours = Q(worker__posts__organisation__in=organisations_in(place))
    if place.is_council_staff:
        of_ours |= Q(worker__isnull=False, worker__posts=None)
    found = Account.objects.filter(of_ours, username__iexact=username.strip())
    return found.select_related("worker").distinct().first()


def posts_ever_held(place: Place, worker: Worker) -> list[Post]:
    """Every post of a worker in the organisations one may look up, the newest first."""
    found = Post.objects.filter(worker=worker, organisation__in=organisations_in(place))
    return list(found.select_related("organisation").order_by("-from_day", "-pk"))


# -- money and cover ------------------------------------------------------------------------------------------


def limits_of(council: Organisation, on: date) -> tuple[list[FinancialLimit], list[FinancialLimit]]:
    """The council's limits in force or still to begin, and those that are over. The newest first."""
    found = FinancialLimit.objects.filter(council=council).select_related("worker", "set_by__worker")
    limits = list(found.order_by("-from_day", "-pk"))
    now = [limit for limit in limits if limit.to_day is None or limit.to_day >= on]
    return now, [limit for limit in limits if limit not in now]


def covers_of(council: Organisation, on: date) -> tuple[list[Cover], list[Cover]]:
    """The covers in force or still to begin, and the last fifty that are over."""
    found = Cover.objects.filter(council=council).select_related(
        "covered", "covering", "given_by__worker", "ended_by__worker"
    )
    over = Q(to_day__lt=on) | Q(ended_on__lte=on)
    return list(found.exclude(over).order_by("from_day")), list(found.filter(over).order_by("-to_day")[:50])


def cover_by_number(council: Organisation, pk: int) -> Cover | None:
    """One cover of the council."""
    return Cover.objects.filter(council=council, pk=pk).select_related("covered", "covering", "council").first()


def workers_of(council: Organisation, on: date, *, but: Collection[str] = ()) -> list[Worker]:
    """Those who hold a post in the council on the day, by name.

    Args:
        but: whoever holds one of these roles is left out.
    """
    live = Post.objects.live_on(on).filter(organisation=council)
    live = live.exclude(worker__in=live.filter(role__in=but).values("worker")) if but else live
    return list(Worker.objects.filter(pk__in=live.values("worker")).order_by("name", "pk"))


def worker_of(council: Organisation, pk: int, on: date) -> Worker | None:
    """One who holds a post in the council on the day."""
    live = Post.objects.live_on(on).filter(organisation=council, worker=pk)
    return Worker.objects.filter(pk__in=live.values("worker")).first()


def _live_and_past(found: Iterable[Authorisation]) -> tuple[list[Authorisation], list[Authorisation]]:
    today = timezone.localdate()
    given = list(found)
    live = [one for one in given if one.is_live_on(today) or _begins_later(one, today)]
    return live, [one for one in given if one not in live]


def _begins_later(authorisation: Authorisation, today: date) -> bool:
    return authorisation.from_day > today and authorisation.revoked_on is None
