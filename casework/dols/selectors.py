"""What somebody may see of deprivations of liberty. Every selector starts from who asks."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from casework.dols.rules import OPEN, STATES
from casework.models import DolsAssessor, DolsRequest
from casework.selectors import readable
from casework.services.reading import reading_refused
from delegation.models import Account, Organisation
from delegation.register import record_reading
from delegation.selectors import organisations_seen_by

A_PAGE = 50


def dols_visible_to(account: Account) -> QuerySet[DolsRequest]:
    """The requests before the councils this account sees, without those of restricted people closed to it.

    A provider's staff see none: the request lies between the managing authority and the council.
    """
    return DolsRequest.objects.filter(readable(account, "person"), council_id__in=organisations_seen_by(account))


def dols_for_reading(*, by: Account, ref: str) -> DolsRequest:
    """The request for this account to read, with the reading in the register. Raises NotFound, and registers that."""
    request = dols_found(by, ref)
    if request is None:
        held = DolsRequest.objects.filter(ref=ref).select_related("council").first()
        raise reading_refused(by, "dols", ref, held.council if held else None, None)
    record_reading(by=by, council=request.council, subject_kind="dols", subject=ref)
    return request


def dols_found(by: Account, ref: str) -> DolsRequest | None:
    """The request with what its page shows, where this account may see it."""
    wanted = dols_visible_to(by).select_related(
        "council",
        "person",
        "managing_authority",
        "authorisation__granted_by__worker",
        "logged_by__worker",
        "decided_by__worker",
    )
    return wanted.filter(ref=ref).first()


@dataclass(frozen=True, kw_only=True)
class Backlog:
    """How many requests stand at each state, and how many of the live ones are late."""

    late: int
    late_undecided: int
    states: dict[str, int]


def backlog(account: Account, council: Organisation, on: date) -> Backlog:
    """The backlog of a council as this account may see it. Two queries, each along an index."""
    seen = dols_visible_to(account).filter(council=council)
    counted = seen.filter(due_on__lt=on).aggregate(
        late=Count("pk"), late_undecided=Count("pk", filter=Q(state__in=sorted(OPEN)))
    )
    states = dict(seen.values_list("state").annotate(number=Count("pk")).order_by())
    return Backlog(**counted, states={state: states.get(state, 0) for state in STATES})


def dols_page(account: Account, council: Organisation, state: str, number: str) -> Page[DolsRequest]:
    """A page of requests, the longest overdue first; of all that are live, or of one state."""
    wanted = dols_visible_to(account).filter(council=council)
    if state in STATES:
        wanted = wanted.filter(state=state).order_by("due_on", "pk")
    else:
        wanted = wanted.filter(due_on__isnull=False).order_by("due_on", "pk")
    return Paginator(wanted.select_related("person", "managing_authority"), A_PAGE).get_page(number)


def assessors_of(council: Organisation) -> QuerySet[DolsAssessor]:
    """The council's assessors, by name."""
    return DolsAssessor.objects.filter(council=council).select_related("employer").order_by("name", "pk")


def assessor_of(council: Organisation, ref: str) -> DolsAssessor | None:
    """An assessor of the council."""
    return assessors_of(council).filter(ref=ref).first()


def managing_authorities_of(council: Organisation) -> QuerySet[Organisation]:
    """The care homes of the council's market, and the council itself, which may run one."""
    today = timezone.localdate()
    open_now = Organisation.objects.filter(Q(closed_on=None) | Q(closed_on__gt=today))
    return open_now.filter(Q(council=council, kind=Organisation.Kind.CARE_PROVIDER) | Q(pk=council.pk)).order_by(
        "name", "pk"
    )
