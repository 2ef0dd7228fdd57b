"""Who cares for whom, and until when. That somebody begins to care is recorded in `people.link_carer`."""

from datetime import date

from django.utils import timezone

from casework.details import unfit_text
from casework.models import CarerLink
from casework.plans import ask_before_plan
from casework.refusals import refuse_faults
from casework.services.people import lock_person
from delegation.models import Account
from delegation.refusals import Fault, NotFound
from delegation.register import act, keep, record
from delegation.wording import long_day


@act
def end_carer_link(*, by: Account, cared_for: str, carer: str, last_day: date, reason: str) -> CarerLink:
    """Record that one person no longer cares for another; that they did stays on both records.

    Args: the two people's references; the last day of caring, today or before. Raises NotKept, NotFound.
    Source: Care Act 2014 s.10(3); UK GDPR Art 5(1)(d).
    """
    held = lock_person(cared_for)
    permission = ask_before_plan(
        "end_carer_link",
        by,
        council=held.council,
        provider_id=held.provider_id,
        subject_kind="person",
        subject=held.ref,
    )
    link = CarerLink.objects.filter(cared_for=held, carer__ref=carer, to_day__isnull=True).first()
    if link is None:
        raise NotFound(f"Nobody of the reference {carer} is recorded as caring for {cared_for} now.")
    refuse_faults(_faults(link, last_day, reason), "This end cannot be kept")
    link.to_day, link.ended_because = last_day, reason.strip()
    keep(link, by=by, why=reason)
    detail = {"carer": carer, "last_day": last_day.isoformat()}
    record(permission, subject_kind="person", subject=held.ref, reason=reason, detail=detail)
    return link


def _faults(link: CarerLink, last_day: date, reason: str) -> list[Fault]:
    faults = []
    if last_day > timezone.localdate():
        faults.append(Fault("last_day", "The last day of caring cannot be in the future."))
    if last_day < link.from_day:
        faults.append(Fault("last_day", f"Caring began on {long_day(link.from_day)}; it cannot end before."))
    if not reason.strip():
        faults.append(Fault("reason", "Say why the caring ended."))
    if unfit_text(reason):
        faults.append(Fault("reason", "The reason holds a character that cannot be kept."))
    return faults
