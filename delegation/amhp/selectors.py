"""Reads of the register of AMHPs: a council's own, for those of its staff who may; and who is in force on a day."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from delegation.amhp.records import DUES_REST_ON
from delegation.amhp.rules import SOON, ApprovalYear, approval_years, kept_until
from delegation.amhp.words import AREAS, Area
from delegation.counting import Counting
from delegation.directory import Place
from delegation.models import (
    AmhpActing,
    AmhpApproval,
    AmhpCompetence,
    AmhpNotice,
    AmhpSuspension,
    AmhpTraining,
    Organisation,
    ProfessionalRegistration,
    Worker,
)
from delegation.models.amhp import APPROVED, STANDING

FUNCTION = "amhp_approval"
# The ways to look at the register, in the page's order.
VIEWS = {
    "live": "Live and waiting",
    "due": "Falling due in 90 days",
    "applied": "Applications",
    "in_force": "In force",
    "suspended": "Suspended",
    "over": "Refused and ended",
    "all": "All",
}


@dataclass(frozen=True, kw_only=True)
class Whole:
    """Everything the register keeps of one approval (reg 8(1))."""

    approval: AmhpApproval
    years: tuple[ApprovalYear, ...]
    areas: tuple[tuple[Area, AmhpCompetence | None], ...]
    training: tuple[AmhpTraining, ...]
    suspensions: tuple[AmhpSuspension, ...]
    acting: tuple[AmhpActing, ...]
    notices: tuple[AmhpNotice, ...]
    earlier: tuple[AmhpApproval, ...]
    kept_until: date | None


def amhps_in(place: Place) -> QuerySet[AmhpApproval]:
    """The approvals of the council somebody stands in."""
    return AmhpApproval.objects.filter(council=place.council)


def amhps_listed(place: Place, on: date, *, show: str = "live", name: str = "") -> QuerySet[AmhpApproval]:
    """A view of the register, late first, then what falls due soonest, then the newest."""
    found = amhps_in(place).filter(_shown(show, on))
    if name:
        found = found.filter(worker__name__icontains=name)
    found = found.select_related("worker", "registration", "earlier").prefetch_related(*DUES_REST_ON)
    return found.order_by(F("due_on").asc(nulls_last=True), "-pk")


def _shown(show: str, on: date) -> Q:
    past = Q(last_day__lt=on)
    views = {
        "live": Q(state__in=["applied", *STANDING]),
        "due": Q(state__in=["applied", *STANDING], due_on__lte=on + SOON),
        "applied": Q(state="applied"),
        "in_force": Q(state="in_force") & ~past,
        "suspended": Q(state="suspended") & ~past,
        "over": Q(state__in=["refused", "ended"]) | (Q(state__in=STANDING) & past),
    }
    return views.get(show, Q())


def waiting(council: Organisation, on: date) -> list[Counting]:
    """How many applications wait or live approvals fall due within 90 days, and of how many a day is past.

    The index `amhps_by_what_falls_due` serves it.
    """
    late = Q(state__in=["applied", *STANDING], due_on__lt=on)
    approvals = AmhpApproval.objects.filter(council=council)
    return [Counting(rows=approvals, open=Q(state="applied") | _shown("due", on), late=late)]


def amhp_by_ref(place: Place, ref: str) -> AmhpApproval | None:
    """One approval of the council, by its reference."""
    found = amhps_in(place).filter(ref=ref)
    related = ("council", "worker", "registration", "earlier", "decided_by__worker", "ended_by__worker")
    return found.select_related(*related).first()


def amhps_to_name_as_earlier(place: Place) -> QuerySet[AmhpApproval]:
    """The approvals of the council, standing and ended, by name: those an application may name as the one before."""
    return amhps_in(place).filter(state__in=APPROVED).select_related("worker").order_by("worker__name", "-decided_on")


def acting_by_number(place: Place, ref: str, number: int) -> AmhpActing | None:
    """One agreement to act for another council."""
    found = AmhpActing.objects.filter(approval__in=amhps_in(place), approval__ref=ref, number=number)
    return found.select_related("approval__council", "approval__worker").first()


def notice_by_number(place: Place, ref: str, number: int) -> AmhpNotice | None:
    """One notice of an approval."""
    found = AmhpNotice.objects.filter(approval__in=amhps_in(place), approval__ref=ref, number=number)
    return found.select_related("approval__council", "approval__worker", "given_by__worker").first()


def whole_of(approval: AmhpApproval) -> Whole:
    """An approval with all that the register keeps of it. Six queries."""
    training = list(approval.training.select_related("recorded_by__worker").order_by("completed_on", "pk"))
    shown = {row.area: row for row in approval.competence.select_related("recorded_by__worker")}
    years: list[ApprovalYear] = []
    if approval.decided_on and approval.last_day:
        years = approval_years(approval.decided_on, [(row.completed_on, row.hours) for row in training])
    earlier = AmhpApproval.objects.filter(worker_id=approval.worker_id, council_id=approval.council_id)
    over = approval.ended_on or (approval.decided_on if approval.state == "refused" else None)
    return Whole(
        approval=approval,
        years=tuple(years),
        areas=tuple((area, shown.get(key)) for key, area in AREAS.items()),
        training=tuple(training),
        suspensions=tuple(approval.suspensions.order_by("-from_day", "-pk")),
        acting=tuple(approval.acting.order_by("number")),
        notices=tuple(approval.notices.order_by("-number")),
        earlier=tuple(earlier.exclude(pk=approval.pk).order_by("-pk")),
        kept_until=kept_until(over) if over else None,
    )


# -- who may act as an AMHP -----------------------------------------------------------------------------------


def amhp_in_force(worker_or_ref: Worker | str, council: Organisation, on: date | None = None) -> AmhpApproval | None:
    """The approval under which somebody may act as an AMHP for this council on the day; None where there is none.

    Args:
        worker_or_ref: the worker, or the reference of the approval.
        council: the approving council, or one the AMHP agreed to act for on that day.
        on: today where left out.

    Past days are answered as they were: by the term, the suspensions, the end, and the registration of that day.
    Source: Mental Health Act 1983 s.114; SI 2008/1206 regs 4, 6 and 7.
    """
    who = Q(ref=worker_or_ref) if isinstance(worker_or_ref, str) else Q(worker=worker_or_ref)
    found = amhps_in_force(council, on or timezone.localdate()).filter(who)
    return found.select_related("worker", "council").order_by("-pk").first()


def amhps_in_force(council: Organisation, day: date) -> QuerySet[AmhpApproval]:
    """The approvals under which somebody may act as an AMHP for this council on the day."""
    acting = AmhpActing.objects.filter(
        Q(to_day__isnull=True) | Q(to_day__gte=day), approval=OuterRef("pk"), for_council=council, from_day__lte=day
    )
    suspended = AmhpSuspension.objects.filter(
        Q(lifted_on__isnull=True) | Q(lifted_on__gt=day), approval=OuterRef("pk"), from_day__lte=day
    )
    registered = ProfessionalRegistration.objects.live_on(day).filter(pk=OuterRef("registration"))
    # The end of the term is the end of its last day; every other end is at once (reg 7).
    not_ended = Q(ended_on__isnull=True) | Q(ended_on__gt=day) | Q(end_cause="term", ended_on__gte=day)
    return AmhpApproval.objects.filter(
        Q(council=council) | Exists(acting),
        not_ended,
        ~Exists(suspended),
        Exists(registered),
        state__in=APPROVED,
        decided_on__lte=day,
        last_day__gte=day,
    )
