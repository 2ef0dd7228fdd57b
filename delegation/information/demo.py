"""The demonstration of enquiries from outside: some in time, some late, some refused. Loading it again changes nothing.

Everything goes through the services, so it stands in the register like anything else.
"""

from contextlib import suppress
from datetime import date

from django.utils import timezone

from delegation.demo import DemoOrganisations
from delegation.information.foi import answer_foi_request, extend_foi_request, record_foi_request, refuse_foi_request
from delegation.information.rules import foi_latest_extension
from delegation.models import FoiRequest
from delegation.refusals import Refused
from delegation.register import whole
from delegation.working_days import add_working_days


def load(here: DemoOrganisations) -> None:
    """A few enquiries of each kind, made once."""
    if not FoiRequest.objects.filter(council=here.council).exists():
        with whole():
            _requests_for_information(here)
        _a_provider_that_tries_to_answer(here)


def ago(working_days: int) -> date:
    """The day that many working days before today."""
    return add_working_days(timezone.localdate(), -working_days)


def _requests_for_information(here: DemoOrganisations) -> None:
    officer = here.accounts["information"]
    _received(here, "practitioner", 0, "The Exampleshire Gazette", "How many people wait for an assessment?")
    _received(here, "otherpractitioner", 4, "A care home owner", "The hourly price paid to each home care provider.")
    _received(here, "dataofficer", 26, "A student", "Staff turnover at Northgate in each of five years.")
    tendered = _received(here, "providermanager", 15, "A consultant", "The bids for the day support contract.")
    extend_foi_request(
        by=officer,
        foi_request=tendered.ref,
        exemption="s43",
        because="The contract is being tendered; commercial interests must be weighed against openness.",
        until=foi_latest_extension(tendered.first_due_on),
    )
    answer_foi_request(
        by=officer,
        foi_request=_received(here, "practitioner", 12, "A parish council", "Opening hours of the day centres.").ref,
        answer="The hours of the four centres are attached.",
    )
    refuse_foi_request(
        by=officer,
        foi_request=_received(here, "quality", 18, "A neighbour", "The assessment of a named person.").ref,
        exemptions=["s40"],
        reasons="What is asked for is the personal data of somebody else.",
    )


def _received(here: DemoOrganisations, who: str, days: int, asked_by: str, asked_for: str) -> FoiRequest:
    return record_foi_request(
        by=here.accounts[who],
        council=here.council,
        reached=here.riverside if who == "otherpractitioner" else here.northgate,
        received_on=ago(days),
        asked_by=asked_by,
        reply_to="reply@requester.example",
        asked_for=asked_for,
    )


def _a_provider_that_tries_to_answer(here: DemoOrganisations) -> None:
    """The refusal stands in the register: the provider handed it over and may not answer it."""
    waiting = FoiRequest.objects.filter(council=here.council, state="open").order_by("due_on").first()
    with suppress(Refused):
        answer_foi_request(by=here.accounts["providermanager"], foi_request=waiting.ref if waiting else "", answer="9.")
