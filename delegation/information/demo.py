"""The demonstration of enquiries from outside: some in time, some late, some refused. Loading it again changes nothing.

Everything goes through the services, so it stands in the register like anything else.
"""

from contextlib import suppress
from datetime import date

from django.utils import timezone

from delegation.demo import LAST_DAY_AUTHORISED, DemoOrganisations
from delegation.information.foi import answer_foi_request, extend_foi_request, record_foi_request, refuse_foi_request
from delegation.information.ombudsman import (
    answer_ombudsman_enquiry,
    ask_provider_to_supply,
    close_ombudsman_enquiry,
    complete_ombudsman_remedy,
    record_ombudsman_enquiry,
)
from delegation.information.public import (
    clear_public_reply,
    draft_public_reply,
    record_public_enquiry,
    send_back_public_reply,
    send_public_reply,
)
from delegation.information.rules import foi_latest_extension
from delegation.models import Authorisation, FoiRequest, OmbudsmanEnquiry, Organisation, PublicEnquiry
from delegation.refusals import Refused
from delegation.register import whole
from delegation.schedule import FUNCTIONS
from delegation.services import authorise_function
from delegation.working_days import add_working_days


def load(here: DemoOrganisations) -> None:
    """A few enquiries of each kind, made once."""
    if not FoiRequest.objects.filter(council=here.council).exists():
        with whole():
            _requests_for_information(here)
        _a_provider_that_tries_to_answer(here)
    if not OmbudsmanEnquiry.objects.filter(council=here.council).exists():
        with whole():
            _ombudsman(here)
    if not PublicEnquiry.objects.filter(council=here.council).exists():
        with whole():
            _authorise_to_draft(here)
            _press_and_members(here)


def ago(working_days: int) -> date:
    """The day that many working days before today."""
    return add_working_days(timezone.localdate(), -working_days)


def _requests_for_information(here: DemoOrganisations) -> None:
    """Handed over in time and late, by each provider; one late to answer, one put off, one answered, one refused."""
    officer = here.accounts["information"]
    record_foi_request(
        by=here.accounts["practitioner"],
        council=here.council,
        reached=here.northgate,
        received_on=ago(0),
        asked_by="The Exampleshire Gazette",
        reply_to="desk@gazette.example",
        asked_for="How many people wait for an assessment?",
    )
    _passed_on(here, here.riverside, 4, 0, "A care home owner", "The hourly price paid to each home care provider.")
    _passed_on(here, here.northgate, 26, 6, "A student", "Staff turnover at Northgate in each of five years.")
    tendered = _passed_on(here, here.northgate, 15, 1, "A consultant", "The bids for the day support contract.")
    extend_foi_request(
        by=officer,
        foi_request=tendered.ref,
        exemption="s43",
        because="The contract is being tendered; commercial interests must be weighed against openness.",
        until=foi_latest_extension(tendered.first_due_on),
    )
    answer_foi_request(
        by=officer,
        foi_request=_passed_on(here, here.northgate, 12, 0, "A parish council", "Opening hours of the centres.").ref,
        answer="The hours of the four centres are attached.",
    )
    refuse_foi_request(
        by=officer,
        foi_request=_passed_on(here, here.northgate, 18, 0, "A neighbour", "The assessment of a named person.").ref,
        exemptions=["s40"],
        reasons="What is asked for is the personal data of somebody else.",
    )


def _passed_on(
    here: DemoOrganisations, provider: Organisation, days: int, late: int, asked_by: str, asked_for: str
) -> FoiRequest:
    """Received so many working days ago, and passed to the council so many working days after that."""
    return record_foi_request(
        by=here.accounts["information"],
        council=here.council,
        reached=provider,
        received_on=ago(days),
        handed_over_on=ago(days - late),
        asked_by=asked_by,
        reply_to="reply@requester.example",
        asked_for=asked_for,
    )


def _a_provider_that_tries_to_answer(here: DemoOrganisations) -> None:
    """The refusal stands in the register: the provider handed it over and may not answer it."""
    waiting = FoiRequest.objects.filter(council=here.council, state="open").order_by("due_on").first()
    with suppress(Refused):
        answer_foi_request(by=here.accounts["providermanager"], foi_request=waiting.ref if waiting else "", answer="9.")


def _ombudsman(here: DemoOrganisations) -> None:
    """One waiting for the provider, one answered, one past the Ombudsman's day; two upheld, one remedy past its day."""
    officer, today = here.accounts["information"], timezone.localdate()
    for number, (asked_for, days) in enumerate(
        (
            ("How the assessment came to be nine weeks late, and what was done since.", 8),
            ("The contract and the plan that the complaint is about.", 15),
            ("Whether the apology that was promised was sent.", 30),
            ("Every letter to the family since the spring.", 26),
            ("Why nobody rang back for three months.", 60),
        )
    ):
        held = record_ombudsman_enquiry(
            by=officer,
            council=here.council,
            their_reference=f"26 00{number} 418",
            asked_for=asked_for,
            received_on=ago(days),
            due_on=ago(days - 20),
        )
        if number == 0:
            ask_provider_to_supply(
                by=officer,
                enquiry=held.ref,
                provider=here.northgate,
                supply_asked="The case file, and an account of the nine weeks.",
                supply_due_on=today,
            )
        if number in (0, 3):
            continue
        answer_ombudsman_enquiry(by=officer, enquiry=held.ref, answer="The papers are attached.")
        if number == 2:
            remedy = "An apology, and £150 for the delay."
            upheld = {"enquiry": held.ref, "decision": "upheld", "remedy": remedy}
            close_ombudsman_enquiry(by=officer, **upheld, remedy_due_on=ago(2))
            done = "The apology was sent, and £150 paid."
            complete_ombudsman_remedy(by=officer, enquiry=held.ref, remedied_on=ago(3), remedy_done=done)
        if number == 4:
            remedy = "An apology, and every call answered within two working days, shown by a count of a month."
            upheld = {"enquiry": held.ref, "decision": "upheld", "remedy": remedy}
            close_ombudsman_enquiry(by=officer, **upheld, remedy_due_on=ago(6))


def _authorise_to_draft(here: DemoOrganisations) -> None:
    """Northgate may draft what is said of its work, on the condition of the schedule."""
    for function in ("press_liaison", "members_liaison"):
        if not Authorisation.objects.filter(organisation=here.northgate, function=function).exists():
            authorise_function(
                by=here.accounts["dass"],
                council=here.council,
                organisation=here.northgate,
                function=function,
                power="activity",
                from_day=timezone.localdate(),
                to_day=LAST_DAY_AUTHORISED,
                conditions=FUNCTIONS[function].condition,
                instrument="Communication protocol, Exampleshire and Northgate",
                signed_by="Director of Adult Social Services",
            )


def _press_and_members(here: DemoOrganisations) -> None:
    """One late without a draft, one to be cleared, one sent back, one sent."""
    for kind, asked_by, asked_for, days, far in (
        ("press", "The Exampleshire Gazette", "Why was the Harbour day centre shut for a week?", 6, "open"),
        ("member", "Councillor for Harbour ward", "How long do people wait for an assessment?", 2, "drafted"),
        ("press", "Coast Radio", "Are care workers paid for travelling?", 1, "sent back"),
        ("member", "Councillor for Moor ward", "Which day centres open on Saturdays?", 5, "sent"),
    ):
        _enquiry(here, far, kind=kind, asked_by=asked_by, asked_for=asked_for, received_on=ago(days))


def _enquiry(here: DemoOrganisations, far: str, *, received_on: date, **asked: str) -> None:
    manager, officer = here.accounts["providermanager"], here.accounts["information"]
    ref = record_public_enquiry(
        by=manager,
        council=here.council,
        provider=here.northgate,
        received_on=received_on,
        due_on=add_working_days(received_on, 5),
        **asked,
    ).ref
    if far == "open":
        return
    draft = "Two of the four centres open on Saturdays, ten until three."
    if far == "drafted":
        draft = "Half of the people wait twelve working days or fewer, and nobody has waited more than forty."
    draft_public_reply(by=manager, enquiry=ref, draft=draft)
    if far == "sent back":
        send_back_public_reply(by=officer, enquiry=ref, because="It answers another question.")
    if far == "sent":
        clear_public_reply(by=officer, enquiry=ref, constituents_authority="nothing_personal")
        send_public_reply(by=officer, enquiry=ref)
