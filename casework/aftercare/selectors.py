"""What somebody may see of after-care."""

from django.db.models import QuerySet

from casework.models import AfterCare, Person
from casework.selectors import readable
from casework.services.reading import reading_refused
from delegation.models import Account
from delegation.register import record_reading
from delegation.selectors import organisations_seen_by


def aftercare_visible_to(account: Account) -> QuerySet[AfterCare]:
    """The after-care of the people this account may see."""
    return AfterCare.objects.filter(readable(account, "person"), provider_id__in=organisations_seen_by(account))


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
