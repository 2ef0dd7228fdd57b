"""What somebody may see of after-care."""

from datetime import date, timedelta

from django.db.models import F, Q, QuerySet

from casework.models import AfterCare, Person
from casework.selectors import readable
from casework.services.reading import reading_refused
from delegation.counting import Counting
from delegation.models import Account, Organisation
from delegation.register import record_reading
from delegation.selectors import organisations_seen_by

# How long the council takes after the board decided. The Act sets no time: this is the product's, to be made shorter.
DECIDED_WITHIN = timedelta(days=28)


def aftercare_visible_to(account: Account) -> QuerySet[AfterCare]:
    """The after-care of the people this account may see."""
    return AfterCare.objects.filter(readable(account, "person"), provider_id__in=organisations_seen_by(account))


def aftercare_list(account: Account, *, closed: bool) -> QuerySet[AfterCare]:
    """What goes on, that on which the board has decided first; or what has ended, the last first."""
    found = aftercare_visible_to(account).select_related("council", "provider", "person")
    if closed:
        return found.filter(ended_on__isnull=False).order_by("-ended_on", "-pk")
    decided_first = F("icb_decided_on").asc(nulls_last=True)
    return found.filter(ended_on__isnull=True).order_by(decided_first, "from_day", "pk")


def aftercare_standing(council: Organisation, on: date) -> list[Counting]:
    """How much goes on, and on how much the board decided while the council let its time pass."""
    live = AfterCare.objects.filter(council=council, ended_on__isnull=True)
    return [Counting(rows=live, late=Q(icb_decided_on__lt=on - DECIDED_WITHIN))]


def decide_by(held: AfterCare) -> date | None:
    """The day by which the council says whether it is satisfied too; None before the board has decided."""
    return held.icb_decided_on + DECIDED_WITHIN if held.icb_decided_on else None


def aftercare_of(account: Account, person: Person) -> list[AfterCare]:
    """The after-care of a person, the last first."""
    found = aftercare_visible_to(account).filter(person=person).select_related("council", "ended_by__worker")
    return list(found.order_by("-pk")[:20])


def aftercare_found(by: Account, ref: str) -> AfterCare | None:
    """The after-care where this account may see it."""
    return aftercare_visible_to(by).select_related("council", "person").filter(ref=ref).first()


def aftercare_for_reading(*, by: Account, ref: str) -> AfterCare:
    """The after-care for this account to read, with the reading in the register. Raises NotFound."""
    found = aftercare_found(by, ref)
    if found is None:
        held = AfterCare.objects.filter(ref=ref).select_related("council").first()
        raise reading_refused(by, "aftercare", ref, held.council if held else None, held.provider_id if held else None)
    record_reading(by=by, council=found.council, subject_kind="aftercare", subject=ref)
    return found
