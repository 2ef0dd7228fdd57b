"""Who acts and on which day in the tests of guardianship."""

from datetime import date

from django.utils import timezone

from casework.guardianship.demo import amhp_ref
from delegation.demo import DemoOrganisations
from delegation.models import Account, AmhpApproval
from delegation.services import appoint_to_post


def officer(here: DemoOrganisations) -> Account:
    return here.accounts["guardianship"]


def amhp_as_officer(here: DemoOrganisations) -> Account:
    """The AMHP who applies in the demonstration, appointed a guardianship officer of the council."""
    worker = AmhpApproval.objects.get(ref=amhp_ref(here)).worker
    appoint_to_post(
        by=here.accounts["administrator"],
        worker=worker,
        organisation=here.council,
        role="guardianship_officer",
        from_day=date(2020, 1, 1),
    )
    return worker.accounts.get()


def today() -> date:
    return timezone.localdate()
