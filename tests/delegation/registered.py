"""Somebody registered with a professional body, written past the services."""

from datetime import date

from django.utils import timezone

from delegation.models import Account, ProfessionalRegistration, Worker
from delegation.references import new_reference


def register_with(worker: Worker, body: str, from_day: date, by: Account) -> None:
    """Put the worker on the body's register from a day."""
    ProfessionalRegistration.objects.create(
        ref=new_reference("PR"),
        worker=worker,
        profession="occupational_therapist",
        body=body,
        number="1234",
        live_from=from_day,
        checked_on=timezone.localdate(),
        checked_by=by,
        source="The body's register",
    )
