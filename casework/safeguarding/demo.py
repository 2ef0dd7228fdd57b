"""Concerns of the demonstration: one at each step, one late, one about the provider itself, and two attempts refused.

Everything goes through the services. Loading it again changes nothing.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from casework.details import PersonDetails
from casework.models import Person, SafeguardingEnquiry
from casework.safeguarding.answering import record_desired_outcomes, record_enquiry_findings
from casework.safeguarding.causing import cause_enquiry
from casework.safeguarding.raising import raise_safeguarding_concern
from casework.safeguarding.services import (
    close_concern,
    record_threshold_decision,
    request_information,
    scrutinise_outcome,
)
from casework.services.people import record_person
from delegation.demo import DemoOrganisations
from delegation.models import Account, Worker
from delegation.refusals import Refused
from delegation.register import whole
from delegation.working_days import add_working_days

# The council's own identifier, by which a person of this demonstration is found again.
IDENTIFIER = "DEMO-SAFEGUARDING-{}"
ALL_MET = {"has_needs": True, "is_at_risk": True, "cannot_protect_themselves": True}
Story = Callable[["Teller", str], None]


class Teller:
    """Tells of one concern with the people of the demonstration."""

    def __init__(self, here: DemoOrganisations) -> None:
        self.here = here
        self.today = timezone.localdate()

    def by(self, username: str) -> Account:
        return self.here.accounts[username]

    def worker(self, username: str) -> Worker:
        return Worker.objects.get(accounts=self.by(username))

    def person(self, number: int, first_name: str, last_name: str, born: date) -> str:
        details = PersonDetails(
            first_name=first_name,
            last_name=last_name,
            date_of_birth=born,
            gender="Female",
            ethnicity="White: English, Welsh, Scottish, Northern Irish or British",
            accommodation_status="Owner occupier or shared ownership scheme",
            council_identifier=IDENTIFIER.format(number),
        )
        person = record_person(by=self.by("practitioner"), provider=self.here.northgate, details=details)
        return str(person.ref)

    def raised(self, person: str, words: str, by: str = "practitioner", **but: Any) -> str:
        concern = raise_safeguarding_concern(by=self.by(by), person=person, concern=words, **but)
        return str(concern.ref)

    def decided(self, concern: str, reasons: str, **but: Any) -> None:
        given = {**ALL_MET, "decision": "enquire", **but}
        record_threshold_decision(by=self.by("safeguarding"), concern=concern, reasons=reasons, **given)

    def caused(self, concern: str, enquirer: str, scope: str, days: int = 10, **but: Any) -> SafeguardingEnquiry:
        organisation = self.here.northgate if enquirer in ("practitioner", "providermanager") else self.here.council
        return cause_enquiry(
            by=self.by("safeguarding"),
            concern=concern,
            enquirer=self.worker(enquirer),
            organisation=organisation,
            scope=scope,
            due_on=add_working_days(self.today, days),
            **but,
        )

    def asked(self, concern: str, by: str, *outcomes: str) -> None:
        record_desired_outcomes(by=self.by(by), concern=concern, asked_at_start="expressed", outcomes=outcomes)

    def found(self, enquiry: SafeguardingEnquiry, by: str, findings: str, conclusion: str) -> None:
        record_enquiry_findings(by=self.by(by), enquiry=enquiry.ref, findings=findings, conclusion=conclusion)


def _late_at_threshold(tell: Teller, person: str) -> None:
    told_on = add_working_days(tell.today, -6)
    tell.raised(person, "A neighbour heard shouting and found her crying on the step.", told_on=told_on)


def _just_raised(tell: Teller, person: str) -> None:
    words = "Her plan was checked today: the pension is drawn each week by somebody she cannot name."
    tell.raised(person, words, by="verifier")


def _screened_out(tell: Teller, person: str) -> None:
    concern = tell.raised(person, "Her son does not visit any more.", about="named_person", about_whom="Her son")
    tell.decided(
        concern,
        "She is lonely and safe. Nobody harms or neglects her, and she manages her own affairs.",
        is_at_risk=False,
        cannot_protect_themselves=False,
        decision="screen_out",
        advice="The befriending scheme was offered to her by telephone; the practitioner asks again at the review.",
        about="named_person",
        about_whom="Her son",
    )


def _under_enquiry(tell: Teller, person: str) -> None:
    about: dict[str, Any] = {"about": "organisation", "about_organisation": tell.here.care_providers[0]}
    concern = tell.raised(person, "Three evening visits missed in a week; she was in bed in her clothes.", **about)
    tell.decided(concern, "She cannot go to bed by herself, and was left without help.", **about)
    tell.caused(concern, "practitioner", "Which visits were missed, why, and what it did to her.")
    tell.asked(concern, "practitioner", "Somebody comes every evening", "I am told when they cannot")
    request_information(
        by=tell.by("safeguarding"),
        concern=concern,
        organisation=tell.here.northgate,
        lead=tell.worker("providermanager"),
        scope="The agency’s log of visits for October, as it was sent to you.",
        due_on=tell.today + timedelta(days=5),
    )
    with suppress(Refused):  # the attempt is what is shown: it stands in the register
        close_concern(
            by=tell.by("providermanager"),
            concern=concern,
            asked_at_end="not_asked",
            not_asked_at_end_because="Sorted out with the agency.",
            risk="removed",
            risk_left="None.",
        )


def _about_the_provider(tell: Teller, person: str) -> None:
    about: dict[str, Any] = {"about": "organisation", "about_organisation": tell.here.northgate}
    concern = tell.raised(person, "She says her worker told her to sign a form she had not read.", **about)
    tell.decided(concern, "She relies on her worker for every form and cannot read this one.", **about)
    with suppress(Refused):  # nobody of those complained of, without the reason
        tell.caused(concern, "providermanager", "How the form came to be signed.")
    enquiry = tell.caused(
        concern,
        "providermanager",
        "How the form came to be signed.",
        despite_that_because="The files are at Northgate and the manager is new there; a council worker sits in.",
    )
    tell.asked(concern, "safeguarding", "To have another worker")
    tell.found(enquiry, "providermanager", "The form was for a review and was not explained.", "partly_substantiated")


def _closed(tell: Teller, person: str) -> None:
    concern = tell.raised(person, "Her niece keeps her bank card.", about="named_person", about_whom="Her niece")
    tell.decided(
        concern,
        "She has no other way to her money and cannot ask for it back.",
        about="named_person",
        about_whom="Her niece",
    )
    enquiry = tell.caused(concern, "teammanager", "Who draws the money, and whether she agreed to it.")
    tell.asked(concern, "safeguarding", "My card back", "To stay friends with my niece")
    tell.found(enquiry, "teammanager", "The niece drew £340 for herself over six weeks.", "substantiated")
    scrutinise_outcome(
        by=tell.by("dass"),
        concern=concern,
        reasons="The statements and both accounts agree.",
        action="The card is returned; the bank pays by direct debit; the niece repays by Christmas.",
        action_by_whom="The council’s finance team",
    )
    close_concern(
        by=tell.by("safeguarding"),
        concern=concern,
        asked_at_end="expressed",
        what_they_said="She has her card. Her niece came to tea.",
        risk="reduced",
        risk_left="The niece still visits; the practitioner asks about money at each review.",
        achieved={1: "met", 2: "partly"},
    )


PEOPLE: tuple[tuple[str, str, date, Story], ...] = (
    ("Edith", "Lanyon", date(1938, 5, 2), _late_at_threshold),
    ("Sunita", "Rao", date(1951, 9, 14), _just_raised),
    ("Joan", "Pascoe", date(1944, 1, 30), _screened_out),
    ("Beryl", "Trew", date(1935, 11, 8), _under_enquiry),
    ("Maureen", "Coyle", date(1947, 7, 19), _about_the_provider),
    ("Ivy", "Nance", date(1940, 3, 25), _closed),
)


def load(here: DemoOrganisations) -> None:
    """The six concerns, each made once."""
    tell = Teller(here)
    made = set(
        Person.objects.filter(council=here.council, council_identifier__startswith=IDENTIFIER.format("")).values_list(
            "council_identifier", flat=True
        )
    )
    for number, (first_name, last_name, born, story) in enumerate(PEOPLE, 1):
        if IDENTIFIER.format(number) not in made:
            with whole():
                story(tell, tell.person(number, first_name, last_name, born))
