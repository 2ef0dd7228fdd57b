"""Somebody registered with a professional body, written past the services."""

from datetime import date

from delegation.models import Worker


def register_with(worker: Worker, body: str, from_day: date) -> None:
    """Put the worker on the body's register from a day."""
    worker.registration_body, worker.registration_number, worker.registered_from = body, "1234", from_day
    worker.save()
