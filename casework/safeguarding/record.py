"""What the page of one concern shows beside the concern itself: its parts, its acts, and what may be done next."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from casework.models import (
    SafeguardingClosure,
    SafeguardingConcern,
    SafeguardingEnquiry,
    SafeguardingScrutiny,
    ThresholdDecision,
)
from casework.safeguarding.asking import STARTS_FROM, enquirers_of, hands_on, question_of
from casework.safeguarding.beginning import SUBJECT
from casework.safeguarding.words import Asked
from delegation.authority import would_permit
from delegation.models import Account, Act
from delegation.refusals import Refused
from delegation.register_reading import Wanted, lines_wanted, page_of_lines

# The acts of the council, in the order of the procedure, each with its page and its button.
BUTTONS = (
    ("record_threshold_decision", "safeguarding-threshold", "Decide the threshold"),
    ("cause_enquiry", "safeguarding-cause-enquiry", "Make or cause the enquiry"),
    ("scrutinise_outcome", "safeguarding-scrutinise", "Accept the findings"),
    ("challenge_enquiry", "safeguarding-challenge", "Send the enquiry back"),
    ("close_concern", "safeguarding-close", "Close the concern"),
    ("record_desired_outcomes", "safeguarding-desired-outcomes", "Record what the person wants"),
    ("request_information", "safeguarding-request-information", "Ask for information"),
    ("record_who_it_is_about", "safeguarding-about", "Record who it is about"),
    ("name_another_enquirer", "safeguarding-another-enquirer", "Name another to enquire"),
)
WITH_OTHER_HANDS = frozenset({"scrutinise_outcome", "challenge_enquiry"})
FIRST = frozenset({"record_threshold_decision", "cause_enquiry", "scrutinise_outcome", "close_concern"})


@dataclass(frozen=True, kw_only=True)
class NextAct:
    """A button of the page."""

    href: str
    text: str
    kind: str


def next_acts(account: Account, concern: SafeguardingConcern) -> list[NextAct]:
    """What this person may do to the concern as it stands; the services ask again."""
    return [
        NextAct(href=reverse(f"casework:{page}", args=[concern.ref]), text=text, kind=_kind(verb))
        for verb, page, text in BUTTONS
        if concern.state in STARTS_FROM[verb] and not _is_done(verb, concern) and _may(verb, account, concern)
    ]


def _kind(verb: str) -> str:
    return "" if verb in FIRST else "secondary"


def _is_done(verb: str, concern: SafeguardingConcern) -> bool:
    return verb == "record_desired_outcomes" and concern.asked_at_start == Asked.EXPRESSED


def _may(verb: str, account: Account, concern: SafeguardingConcern) -> bool:
    hands: dict[int, str] = {}
    if verb in WITH_OTHER_HANDS:
        hands = hands_on(concern)
    if verb == "close_concern":
        hands = {enquirer: "the enquirer" for enquirer, _ in enquirers_of(concern)}
    return not isinstance(would_permit(question_of(verb, concern, account, hands=hands)), Refused)


def record_of(concern: SafeguardingConcern) -> dict[str, Any]:
    """The parts of a concern's record. Six queries, and one for each enquirer of those complained of."""
    threshold = ThresholdDecision.objects.filter(concern=concern).select_related("decided_by__worker").first()
    enquiries = concern.enquiries.select_related(
        "enquirer", "organisation", "caused_by__worker", "reported_by__worker"
    ).order_by("pk")
    scrutinies = SafeguardingScrutiny.objects.filter(enquiry__concern=concern).select_related("scrutinised_by__worker")
    requests = concern.information_requests.select_related(
        "organisation", "lead", "requested_by__worker", "answered_by__worker"
    )
    closure = SafeguardingClosure.objects.filter(concern=concern)
    return {
        "threshold": threshold,
        "enquiries": [(enquiry, _who_said_why(enquiry)) for enquiry in enquiries],
        "scrutinies": list(scrutinies.order_by("pk")),
        "requests": list(requests.order_by("pk")),
        "outcomes": list(concern.desired_outcomes.order_by("number")),
        "closure": closure.select_related("closed_by__worker").first(),
    }


def _who_said_why(enquiry: SafeguardingEnquiry) -> Any:
    """The line of history in which it was written why somebody of those complained of enquires; nothing for others."""
    if not enquiry.is_of_those_complained_of:
        return None
    lines = enquiry.history.filter(despite_that_because=enquiry.despite_that_because)
    return lines.select_related("history_user__worker").order_by("history_id").first()


def acts_on(account: Account, concern: SafeguardingConcern) -> tuple[Act, ...]:
    """The newest lines of the register on this concern that this account may see, readings left out."""
    wanted = Wanted(kind=SUBJECT, subject=concern.ref)
    lines = lines_wanted(account, concern.council, wanted).exclude(outcome=Act.Outcome.READ)
    return page_of_lines(account, lines).acts
