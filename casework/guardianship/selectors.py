"""What somebody may see of guardianships. Every selector starts from who asks."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from casework.guardianship.rules import months_after
from casework.guardianship.words import STATES
from casework.models import Guardian, Guardianship
from casework.selectors import readable
from casework.services.reading import reading_refused
from delegation.models import Account, AmhpActing, AmhpApproval, Organisation
from delegation.register import record_reading
from delegation.selectors import organisations_seen_by

A_PAGE = 50
# How far back an application may be dated whose AMHP is still offered to be named.
MONTHS_BACK = 24


def guardianships_visible_to(account: Account) -> QuerySet[Guardianship]:
    """The guardianships of the councils this account sees, without those of restricted people closed to it.

    A provider's staff see none: guardianship lies between the guardian and the council.
    """
    return Guardianship.objects.filter(readable(account, "person"), council_id__in=organisations_seen_by(account))


def guardianship_for_reading(*, by: Account, ref: str) -> Guardianship:
    """The guardianship for this account to read, its reading registered. Raises NotFound, and registers that."""
    found = guardianship_found(by, ref)
    if found is None:
        held = Guardianship.objects.filter(ref=ref).select_related("council").first()
        raise reading_refused(by, "guardianship", ref, held.council if held else None, None)
    record_reading(by=by, council=found.council, subject_kind="guardianship", subject=ref)
    return found


def guardianship_found(by: Account, ref: str) -> Guardianship | None:
    """The guardianship with what its page shows, where this account may see it."""
    related = ("council", "person", "amhp__worker", "logged_by__worker", "decided_by__worker", "ended_by__worker")
    return guardianships_visible_to(by).select_related(*related).filter(ref=ref).first()


@dataclass(frozen=True, kw_only=True)
class Backlog:
    """How many are past a day, how many of these are past their term, and how many stand at each state."""

    late: int
    past_their_term: int
    renewals: int
    states: dict[str, int]


def backlog(account: Account, council: Organisation, on: date) -> Backlog:
    """What waits in a council as this account may see it. Three queries, each along an index."""
    seen = guardianships_visible_to(account).filter(council=council)
    counted = seen.filter(due_on__lt=on).aggregate(
        late=Count("pk"), past_their_term=Count("pk", filter=Q(runs_to__lt=on))
    )
    states = dict(seen.values_list("state").annotate(number=Count("pk")).order_by())
    renewals = seen.filter(_in_their_window(on)).count()
    return Backlog(**counted, renewals=renewals, states={state: states.get(state, 0) for state in STATES})


def _in_their_window(on: date) -> Q:
    """In force, and in the last two months of the term or past it. Source: s.20(6)."""
    return Q(state="in_force", term_to__lt=months_after(on, 2))


def guardianship_page(account: Account, council: Organisation, show: str, number: str, on: date) -> Page[Any]:
    """A page of guardianships, the longest overdue first; of all that are live, of one state, or of those to renew."""
    wanted = guardianships_visible_to(account).filter(council=council)
    if show == "renewals":
        wanted = wanted.filter(_in_their_window(on)).order_by("term_to", "pk")
    elif show in STATES:
        wanted = wanted.filter(state=show).order_by("due_on", "pk")
    else:
        wanted = wanted.filter(due_on__isnull=False).order_by("due_on", "pk")
    guardians = Prefetch("guardians", queryset=Guardian.objects.order_by("pk"), to_attr="every_guardian")
    return Paginator(wanted.select_related("person").prefetch_related(guardians), A_PAGE).get_page(number)


def amhps_to_name(council: Organisation, on: date) -> QuerySet[AmhpApproval]:
    """Those who were approved on some day of the last two years to act for the council, by name.

    An application may be logged after its AMHP lapsed: the service asks of the day itself.
    """
    since = months_after(on, -MONTHS_BACK)
    acting = AmhpActing.objects.filter(
        Q(to_day__isnull=True) | Q(to_day__gte=since), approval=OuterRef("pk"), for_council=council, from_day__lte=on
    )
    ran = Q(ended_on__isnull=True) | Q(ended_on__gte=since)
    found = AmhpApproval.objects.filter(ran, Q(council=council) | Exists(acting), last_day__gte=since)
    return found.select_related("worker", "registration").order_by("worker__name", "-decided_on", "pk")
