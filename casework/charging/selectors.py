"""What somebody may see of charges, and which version of the policy is in force on a day."""

from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet

from casework.charging.rules import STATES
from casework.models import Charge, ChargingPolicy, Person
from casework.selectors import readable
from casework.services.reading import reading_refused
from delegation.models import Account, Organisation
from delegation.register import record_reading
from delegation.selectors import organisations_seen_by

A_PAGE = 50


def policy_in_force(council: Organisation, on: date) -> ChargingPolicy | None:
    """The approved version with the latest first day up to the day, with its figures. Two queries."""
    approved = ChargingPolicy.objects.filter(council=council, approved_at__isnull=False, from_day__lte=on)
    return approved.order_by("-from_day").prefetch_related("figures").first()


def policies_of(council: Organisation) -> QuerySet[ChargingPolicy]:
    """Every version of the council's policy, the last first."""
    found = ChargingPolicy.objects.filter(council=council)
    return found.select_related("drafted_by__worker", "approved_by__worker").order_by("-number")


def policy_by_number(council: Organisation, number: int) -> ChargingPolicy | None:
    """One version of the council's policy, with its figures."""
    found = policies_of(council).select_related("council", "withdrawn_by__worker").prefetch_related("figures")
    return found.filter(number=number).first()


def charges_visible_to(account: Account) -> QuerySet[Charge]:
    """The charges of the people this account may see."""
    return Charge.objects.filter(readable(account, "person"), provider_id__in=organisations_seen_by(account))


def charge_found(by: Account, ref: str) -> Charge | None:
    """The charge with what its page shows, where this account may see it."""
    wanted = charges_visible_to(by).select_related(
        "council",
        "provider",
        "person",
        "plan",
        "calculation__policy",
        "calculated_by__worker",
        "decided_by__worker",
        "issued_by__worker",
        "waived_by__worker",
    )
    return wanted.filter(ref=ref).first()


def charge_for_reading(*, by: Account, ref: str) -> Charge:
    """The charge for this account to read, with the reading in the register. Raises NotFound, and registers that."""
    charge = charge_found(by, ref)
    if charge is None:
        held = Charge.objects.filter(ref=ref).select_related("council").first()
        raise reading_refused(by, "charge", ref, held.council if held else None, held.provider_id if held else None)
    record_reading(by=by, council=charge.council, subject_kind="charge", subject=ref)
    return charge


def counted(account: Account, council: Organisation, on: date) -> tuple[int, dict[str, int]]:
    """How many charges are past their day, and how many stand at each state. Two queries, each along an index."""
    seen = charges_visible_to(account).filter(council=council)
    states = dict(seen.values_list("state").annotate(number=Count("pk")).order_by())
    return seen.filter(due_on__lt=on).count(), {state: states.get(state, 0) for state in STATES}


def charges_page(account: Account, council: Organisation, state: str, number: str) -> Page[Charge]:
    """A page of charges: those that wait, the longest overdue first; or of one state, the newest first."""
    wanted = charges_visible_to(account).filter(council=council)
    if state in STATES:
        wanted = wanted.filter(state=state).order_by("-pk")
    else:
        wanted = wanted.filter(due_on__isnull=False).order_by("due_on", "pk")
    return Paginator(wanted.select_related("person"), A_PAGE).get_page(number)


def charges_of(account: Account, person: Person) -> list[Charge]:
    """The charges of a person, the newest first; at most fifty."""
    return list(charges_visible_to(account).filter(person=person).order_by("-pk")[:A_PAGE])
