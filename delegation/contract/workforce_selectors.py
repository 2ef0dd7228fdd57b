"""Reads of the workforce: how each provider stands, which returns are missing, and the named posts.

Staff of a council see all its providers, staff of a provider their own: each read starts from where somebody stands.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Exists, F, OuterRef, QuerySet

from delegation.contract.registration import registered_as
from delegation.contract.workforce_rules import POST_KINDS, is_red, last_of_month, months_due, return_due_on
from delegation.directory import Place
from delegation.models import (
    Organisation,
    Post,
    SeniorPost,
    Worker,
    WorkforceLine,
    WorkforceMember,
    WorkforceMinimum,
    WorkforceReturn,
)


@dataclass(frozen=True, kw_only=True)
class MissingReturn:
    """A month a provider has not declared by its day."""

    organisation: Organisation
    month: date
    due_on: date


@dataclass(frozen=True, kw_only=True)
class RoleSeen:
    """One role of a provider today: what is asked, and what the last return counted."""

    minimum: WorkforceMinimum
    line: WorkforceLine | None

    @property
    def is_short(self) -> bool:
        """Whether the last return counted less than is asked today."""
        return self.line is not None and self.line.counted < self.minimum.fte

    @property
    def agency_share(self) -> Decimal | None:
        """Agency staff in a hundred of those declared; None where none were."""
        if self.line is None or not self.line.declared:
            return None
        return 100 * self.line.agency / self.line.declared


def providers_seen(place: Place) -> QuerySet[Organisation]:
    """The providers of the council whose workforce somebody in this place may see."""
    found = Organisation.objects.filter(council=place.council, kind=Organisation.Kind.PROVIDER)
    return found if place.is_council_staff else found.filter(pk__in=place.organisations)


def returns_seen(place: Place) -> QuerySet[WorkforceReturn]:
    """The returns somebody in this place may see, the last month first, each with whether it was short."""
    short = WorkforceLine.objects.filter(workforce_return=OuterRef("pk"), counted__lt=F("minimum"))
    found = WorkforceReturn.objects.filter(council=place.council).annotate(is_short=Exists(short))
    if not place.is_council_staff:
        found = found.filter(organisation_id__in=place.organisations)
    return found.select_related("organisation", "declared_by__worker").order_by("-month", "-number", "-pk")


def return_by_ref(place: Place, ref: str) -> WorkforceReturn | None:
    """One return that somebody in this place may see."""
    return returns_seen(place).select_related("post").filter(ref=ref).first()


def lines_of(made: WorkforceReturn) -> list[WorkforceLine]:
    """The roles of a return."""
    return list(made.lines.order_by("pk"))


def members_of(made: WorkforceReturn) -> list[WorkforceMember]:
    """The named staff of a return."""
    return list(made.members.select_related("worker").order_by("role", "worker__name", "pk"))


def roles_seen(place: Place, on: date) -> list[RoleSeen]:
    """Each minimum in force of each provider, with the line of the last return. Two queries."""
    last = WorkforceReturn.objects.filter(organisation=OuterRef("workforce_return__organisation"))
    newest = last.order_by("-month", "-number").values("pk")[:1]
    lines = WorkforceLine.objects.filter(
        workforce_return__council=place.council, workforce_return=newest
    ).select_related("workforce_return")
    by_role = {(line.workforce_return.organisation_id, line.role): line for line in lines}
    asked = WorkforceMinimum.objects.live_on(on).filter(council=place.council)
    if not place.is_council_staff:
        asked = asked.filter(organisation_id__in=place.organisations)
    found = asked.select_related("organisation").order_by("organisation__name", "pk")
    return [RoleSeen(minimum=one, line=by_role.get((one.organisation_id, one.role))) for one in found]


def posts_seen(place: Place) -> QuerySet[SeniorPost]:
    """The named posts somebody in this place may see, those still asked first."""
    found = SeniorPost.objects.filter(council=place.council)
    if not place.is_council_staff:
        found = found.filter(organisation_id__in=place.organisations)
    ordered = found.order_by(F("ended_on").asc(nulls_first=True), "organisation__name", "title", "pk")
    return ordered.select_related("organisation", "holder", "covered_by")


def post_by_ref(place: Place, ref: str) -> SeniorPost | None:
    """One named post that somebody in this place may see."""
    return posts_seen(place).filter(ref=ref).first()


def staff_of(organisation_id: int, month: date) -> list[Worker]:
    """Everyone who held a post in an organisation in a month, by name."""
    posts = Post.objects.filter(organisation_id=organisation_id, from_day__lte=last_of_month(month))
    held = posts.exclude(to_day__lt=month).values("worker")
    return list(Worker.objects.filter(pk__in=held).order_by("name", "pk"))


def missing_returns(council: Organisation, on: date) -> list[MissingReturn]:
    """The months no provider under a minimum declared by their day, in the last twelve. Two queries."""
    return _missing(council, _recent(council, on), on)


def short_returns(council: Organisation, on: date) -> list[WorkforceReturn]:
    """The last return of each provider where it fell short of what was asked. One query."""
    return _short(_recent(council, on))


def workforce_troubles(council: Organisation, on: date) -> tuple[int, int]:
    """How many months are not declared by their day, and how many providers' last return fell short. Two queries."""
    recent = _recent(council, on)
    return len(_missing(council, recent, on)), len(_short(recent))


def _recent(council: Organisation, on: date) -> list[WorkforceReturn]:
    short = WorkforceLine.objects.filter(workforce_return=OuterRef("pk"), counted__lt=F("minimum"))
    since = on - timedelta(days=430)
    found = WorkforceReturn.objects.filter(council=council, month__gte=since).annotate(is_short=Exists(short))
    return list(found.select_related("organisation").order_by("-month", "-number", "-pk"))


def _short(recent: Iterable[WorkforceReturn]) -> list[WorkforceReturn]:
    last: dict[int, WorkforceReturn] = {}
    for one in recent:
        last.setdefault(one.organisation_id, one)
    return [one for one in last.values() if one.is_short]  # type: ignore[attr-defined]


def _missing(council: Organisation, recent: Iterable[WorkforceReturn], on: date) -> list[MissingReturn]:
    declared = {(one.organisation_id, one.month) for one in recent}
    begun: dict[int, tuple[Organisation, date]] = {}
    asked = WorkforceMinimum.objects.filter(council=council, from_day__lte=on, fte__gt=0)
    for one in asked.select_related("organisation").order_by("from_day", "pk"):
        closed = one.organisation.closed_on
        if closed is None or closed > on:
            begun.setdefault(one.organisation_id, (one.organisation, one.from_day))
    return [
        MissingReturn(organisation=organisation, month=month, due_on=return_due_on(month))
        for organisation, from_day in begun.values()
        for month in months_due(from_day, on)
        if (organisation.pk, month) not in declared
    ]


def red_posts(council: Organisation, kinds: Iterable[str], on: date) -> int:
    """How many named posts of some kinds are red: vacant over 30 days without cover, or without the registration asked.

    One query, and one for each profession that is asked.
    """
    asked = SeniorPost.objects.filter(council=council, kind__in=list(kinds), ended_on=None)
    posts = list(asked.select_related("holder", "covered_by"))
    lapsed = unregistered(posts, on)
    return sum(one.pk in lapsed or is_red(one.vacant_since, one.covered_since, on) for one in posts)


def unregistered(posts: Iterable[SeniorPost], on: date) -> frozenset[int]:
    """The posts, by key, whose holder or cover has not the live registration that the post asks on the day.

    One query for each profession that is asked.
    """
    by_profession: dict[str, dict[int, Worker]] = defaultdict(dict)
    for one in posts:
        profession, who = POST_KINDS[one.kind].profession, one.holder or one.covered_by
        if profession and who and one.ended_on is None:
            by_profession[profession][one.pk] = who
    return frozenset(
        pk
        for profession, held in by_profession.items()
        for registered in (registered_as(profession, held.values(), on),)
        for pk, who in held.items()
        if who.pk not in registered
    )
