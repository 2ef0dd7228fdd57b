"""The lead's AMHPs, as the services make them."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from delegation.amhp.services import (
    apply_for_amhp_approval,
    approve_amhp,
    record_amhp_competence,
)
from delegation.amhp.words import AREAS
from delegation.demo import DemoOrganisations
from delegation.models import Account, AmhpApproval, ProfessionalRegistration, Worker
from delegation.promises import broken_promises
from delegation.registration.services import (
    suspend_registration,
)
from delegation.services import appoint_to_post, open_account

People = dict[str, Account]
TODAY = date(2026, 6, 10)
A_DAY = timedelta(days=1)


def somebody(demo: DemoOrganisations, username: str = "rowan", profession: str = "social_worker") -> Worker:
    """A worker of Northgate with a live registration."""
    by = demo.accounts["administrator"]
    registration = {"profession": profession, "number": f"N{username}", "live_from": date(2019, 12, 2)}
    account = open_account(
        by=by, council=demo.council, username=username, name=username.title(), registration=registration
    )
    assert account.worker
    appoint_to_post(
        by=by, worker=account.worker, organisation=demo.northgate, role="practitioner", from_day=date(2020, 1, 1)
    )
    return account.worker


def applied(demo: DemoOrganisations, worker: Worker | None = None, **other: Any) -> AmhpApproval:
    told = {
        "by": demo.accounts["amhplead"],
        "council": demo.council,
        "worker": worker or somebody(demo),
        "applied_on": timezone.localdate(),
        "course": "AMHP programme",
        "course_completed_on": timezone.localdate() - timedelta(days=100),
        "undertakes_to_tell_of_acting": True,
        "undertakes_to_stop_on_suspension": True,
        "undertakes_to_stop_on_loss": True,
    }
    return apply_for_amhp_approval(**(told | other))  # type: ignore[arg-type]


def competent(approval: AmhpApproval, by: Account, areas: Any = AREAS) -> AmhpApproval:
    evidence = dict.fromkeys(areas, "Portfolio and observed assessment.")
    return record_amhp_competence(by=by, approval=approval, evidence=evidence, assessed_on=approval.applied_on)


def approved(demo: DemoOrganisations, worker: Worker | None = None, **other: Any) -> AmhpApproval:
    lead = other.pop("by", demo.accounts["amhplead"])
    approval = competent(applied(demo, worker, by=lead, **other), lead)
    return approve_amhp(by=lead, approval=approval, reasons="All five areas are shown.")


def fresh(approval: AmhpApproval) -> AmhpApproval:
    return AmhpApproval.objects.get(pk=approval.pk)


def suspend_theirs(demo: DemoOrganisations, approval: AmhpApproval) -> ProfessionalRegistration:
    return suspend_registration(
        by=demo.accounts["administrator"],
        council=demo.council,
        registration=approval.registration,
        from_day=timezone.localdate(),
        reason="Interim suspension order.",
    )


def broken() -> set[str]:
    return {one.promise.sentence for one in broken_promises(with_register_walk=False)}
