"""What somebody may see of registrations: those of whoever's account they may look up."""

from delegation.directory import Place, account_by_username
from delegation.models import ProfessionalRegistration, Worker


def registrations_of(worker: Worker) -> list[ProfessionalRegistration]:
    """Every registration ever entered of a worker with its suspensions, the newest first. Two queries."""
    found = worker.registrations.select_related("checked_by__worker", "ended_by__worker")
    return list(found.prefetch_related("suspensions").order_by("-pk"))


def registration_by_ref(place: Place, username: str, ref: str) -> ProfessionalRegistration | None:
    """One registration of the holder of an account that somebody may look up."""
    account = account_by_username(place, username)
    if account is None or account.worker_id is None:
        return None
    return (
        ProfessionalRegistration.objects.filter(ref=ref, worker_id=account.worker_id).select_related("worker").first()
    )
