"""The demonstration of rest centres: one late for its contact test, one open, one arranged with another responder.

Everything goes through the services. Loading it again changes nothing.
"""

from contextlib import suppress
from datetime import date, timedelta

from django.utils import timezone

from delegation.demo import LAST_DAY_AUTHORISED, DemoOrganisations
from delegation.models import Authorisation, RestCentre
from delegation.refusals import Refused
from delegation.register import whole
from delegation.rest_centres.asking import FUNCTION
from delegation.rest_centres.openings import (
    activate_rest_centre,
    record_people_received,
    record_rest_centre_attendance,
    stand_down_rest_centre,
)
from delegation.rest_centres.services import (
    arrange_rest_centre_staffing,
    record_rest_centre,
    record_rest_centre_check,
)
from delegation.schedule import FUNCTIONS
from delegation.services import authorise_function


def load(here: DemoOrganisations) -> None:
    """Four centres, made once."""
    if RestCentre.objects.filter(council=here.council).exists():
        return
    with whole():
        _authorise_to_staff(here)
        _late(here)
        _of_another_responder(here)
        opened = _open(here)
    # The refusal stands in the register: a provider may staff a centre and never stands it down.
    with suppress(Refused):
        stand_down_rest_centre(by=here.accounts["providermanager"], opening=opened, onward="Everybody is home.")


def _ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def _authorise_to_staff(here: DemoOrganisations) -> None:
    if Authorisation.objects.filter(organisation=here.northgate, function=FUNCTION).exists():
        return
    authorise_function(
        by=here.accounts["dass"],
        council=here.council,
        organisation=here.northgate,
        function=FUNCTION,
        power="activity",
        from_day=timezone.localdate(),
        to_day=LAST_DAY_AUTHORISED,
        conditions=FUNCTIONS[FUNCTION].condition,
        instrument="Emergency support schedule, Exampleshire and Northgate",
        signed_by="Director of Adult Social Services",
    )


def _late(here: DemoOrganisations) -> None:
    """Tested more than half a year ago, and exercised last spring."""
    ref = _a_centre(here, "Harbour Leisure Centre", "Quay Road, Harbour", 120)
    _staffed(here, ref, tested_on=_ago(215))
    _checked(here, ref, "exercise", _ago(150), "Thirty volunteers, opened in 50 minutes. Two camp beds short.")


def _of_another_responder(here: DemoOrganisations) -> None:
    record_rest_centre(
        by=here.accounts["head"],
        council=here.council,
        name="Moor Village Hall",
        address="Church Lane, Moor",
        places=60,
        responder_kind="fire_and_rescue",
        responder_name="Exampleshire Fire and Rescue Authority",
        agreement="Memorandum on rest centres",
        agreed_on=_ago(400),
    )


def _open(here: DemoOrganisations) -> str:
    """Opened this morning after a flood, with two of the provider's people in it."""
    ref = _a_centre(here, "Riverbank School", "Mill Street, Riverbank", 200)
    _staffed(here, ref, tested_on=_ago(20))
    opening = activate_rest_centre(by=here.accounts["head"], centre=ref, incident="The river is over Mill Street.").ref
    manager = here.accounts["providermanager"]
    for username, duty in (("providermanager", "Leads the centre"), ("practitioner", "Reception and first needs")):
        worker = here.accounts[username].worker_id
        if worker:
            record_rest_centre_attendance(by=manager, opening=opening, worker=worker, duty=duty)
    record_people_received(by=manager, opening=opening, here_now=31, received=38, needing_care=4)
    return opening


def _a_centre(here: DemoOrganisations, name: str, address: str, places: int) -> str:
    head = here.accounts["head"]
    return record_rest_centre(by=head, council=here.council, name=name, address=address, places=places).ref


def _staffed(here: DemoOrganisations, ref: str, *, tested_on: date) -> None:
    arrange_rest_centre_staffing(
        by=here.accounts["head"],
        centre=ref,
        provider=here.northgate,
        contract="Emergency support schedule to the contract",
        contracted_on=_ago(600),
    )
    _checked(here, ref, "contact_test", tested_on, "Rung at 02.10; the duty manager answered within four minutes.")


def _checked(here: DemoOrganisations, ref: str, kind: str, on: date, findings: str) -> None:
    by = here.accounts["head"]
    record_rest_centre_check(by=by, centre=ref, kind=kind, done_on=on, passed=True, findings=findings)
