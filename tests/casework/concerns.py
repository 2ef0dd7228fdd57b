"""A safeguarding concern told step by step, for the tests: each step by whoever it is for."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from casework.models import SafeguardingConcern, SafeguardingEnquiry
from casework.safeguarding.answering import (
    record_desired_outcomes,
    record_enquiry_findings,
)
from casework.safeguarding.causing import cause_enquiry
from casework.safeguarding.raising import raise_safeguarding_concern
from casework.safeguarding.services import (
    close_concern,
    record_threshold_decision,
    scrutinise_outcome,
)
from delegation.demo import DemoOrganisations
from delegation.models import Account
from tests import scenarios


def anew(account: Account) -> Account:
    return Account.objects.select_related("worker").get(pk=account.pk)


def who(here: DemoOrganisations, username: str) -> Account:
    return anew(here.accounts[username])


def raised(here: DemoOrganisations, by: str = "practitioner", **but: Any) -> SafeguardingConcern:
    person = scenarios.a_person(here)
    given = {"concern": "Bruises on both arms.", **but}
    return raise_safeguarding_concern(by=who(here, by), person=person.ref, **given)


def decided(here: DemoOrganisations, concern: SafeguardingConcern, by: str = "safeguarding", **but: Any) -> Any:
    given = {
        "has_needs": True,
        "is_at_risk": True,
        "cannot_protect_themselves": True,
        "decision": "enquire",
        "reasons": "She cannot leave the house alone.",
        **but,
    }
    return record_threshold_decision(by=who(here, by), concern=concern.ref, **given)


def caused(here: DemoOrganisations, concern: SafeguardingConcern, enquirer: str = "practitioner", **but: Any) -> Any:
    of_council = enquirer not in ("practitioner", "providermanager")
    given = {
        "enquirer": here.accounts[enquirer].worker,
        "organisation": here.council if of_council else here.northgate,
        "scope": "How she came by the bruises.",
        "due_on": timezone.localdate() + timedelta(days=10),
        **but,
    }
    return cause_enquiry(by=who(here, "safeguarding"), concern=concern.ref, **given)


def under_enquiry(here: DemoOrganisations, **about: Any) -> SafeguardingEnquiry:
    concern = raised(here)
    decided(here, concern, **about)
    return caused(here, concern)


def asked(here: DemoOrganisations, concern: SafeguardingConcern, by: str = "practitioner", **but: Any) -> Any:
    given = {"asked_at_start": "expressed", "outcomes": ["To feel safe at home", "To see her sister"], **but}
    return record_desired_outcomes(by=who(here, by), concern=concern.ref, **given)


def found(here: DemoOrganisations, enquiry: SafeguardingEnquiry, by: str = "practitioner") -> SafeguardingEnquiry:
    return record_enquiry_findings(
        by=who(here, by), enquiry=enquiry.ref, findings="Rough handling at night.", conclusion="substantiated"
    )


def to_scrutinise(here: DemoOrganisations) -> SafeguardingEnquiry:
    enquiry = under_enquiry(here)
    asked(here, enquiry.concern)
    return found(here, enquiry)


def accepted(here: DemoOrganisations, concern: SafeguardingConcern, by: str = "dass") -> Any:
    return scrutinise_outcome(
        by=who(here, by),
        concern=concern.ref,
        reasons="Two accounts agree.",
        action="Another agency from Monday.",
        action_by_whom="The broker",
    )


def closed(here: DemoOrganisations, concern: SafeguardingConcern, by: str = "safeguarding", **but: Any) -> Any:
    given = {
        "asked_at_end": "expressed",
        "what_they_said": "She sleeps again.",
        "risk": "reduced",
        "risk_left": "The old agency still works next door.",
        "achieved": {1: "met", 2: "partly"},
        **but,
    }
    return close_concern(by=who(here, by), concern=concern.ref, **given)


def now(concern: SafeguardingConcern) -> SafeguardingConcern:
    return SafeguardingConcern.objects.get(pk=concern.pk)
