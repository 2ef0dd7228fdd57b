"""How the acts and queues of a plan's way are said on a page: one word for one thing, wherever it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from delegation.guarded import title_of_act


@dataclass(frozen=True)
class Said:
    """An act in words: what the button says, and what the history says afterwards."""

    button: str
    done: str


ACTS: Mapping[str, Said] = MappingProxyType(
    {
        "record_contact": Said("Record a contact", "Contact recorded"),
        "record_assessment": Said("Record an assessment", "Assessment recorded"),
        "determine_eligibility": Said("Determine eligibility", "Eligibility determined"),
        "prepare_plan": Said("Prepare a plan", "Plan begun"),
        "amend_plan": Said("Write the plan", "Plan changed"),
        "set_personal_budget": Said("Set the personal budget", "Personal budget set"),
        "agree_plan_with_person": Said("Record the person’s agreement", "Agreed with the person"),
        "transfer_plan_to_worker": Said("Transfer to another practitioner", "Transferred to another practitioner"),
        "send_to_quality_assurance": Said("Send to quality assurance", "Sent to quality assurance"),
        "pass_quality_assurance": Said("Pass quality assurance", "Passed quality assurance"),
        "return_from_quality_assurance": Said("Return to the author", "Returned to the author"),
        "submit_plan_for_verification": Said("Submit to the council", "Submitted to the council"),
        "resubmit_plan": Said("Submit to the council again", "Submitted to the council again"),
        "take_up_verification": Said("Take up verification", "Taken up for verification"),
        "hand_over_verification": Said("Hand over to another verifier", "Handed over to another verifier"),
        "complete_checklist": Said("Complete the checklist", "Checklist saved"),
        "raise_finding": Said("Raise a finding", "Finding raised"),
        "withdraw_finding": Said("Withdraw the finding", "Finding withdrawn"),
        "answer_finding": Said("Answer the finding", "Finding answered"),
        "return_plan_to_provider": Said("Return to the provider", "Returned to the provider"),
        "recommend_plan": Said("Recommend for funding", "Recommended for funding"),
        "record_funding_decision": Said("Decide the funding", "Funding decided"),
        "escalate_funding_decision": Said("Pass the decision up", "Decision passed up"),
        "refuse_funding": Said("Refuse funding", "Funding refused"),
        "return_from_funding": Said("Send back to the verifier", "Sent back to the verifier"),
        "take_up_brokerage": Said("Take up brokerage", "Taken up for brokerage"),
        "invite_offers": Said("Invite offers", "Offers invited"),
        "record_offer": Said("Record an offer", "Offer recorded"),
        "request_envelope_change": Said("Ask for a higher envelope", "Higher envelope asked for"),
        "record_envelope_decision": Said("Decide the higher price", "Higher price decided"),
        "award_package": Said("Award the package", "Package awarded"),
        "start_package": Said("Start the package", "Package started"),
        "request_package_change": Said("Ask for a change of cost", "Change of cost asked for"),
        "record_change_decision": Said("Decide the change", "Change decided"),
        "suspend_package": Said("Suspend the package", "Package suspended"),
        "resume_package": Said("Resume the package", "Package resumed"),
        "review_plan": Said("Begin the review", "Review begun"),
        "conclude_review": Said("Conclude the review", "Review concluded"),
        "end_package": Said("End the package", "Package ended"),
        "start_urgent_support": Said("Start urgent support", "Urgent support started"),
        "end_urgent_support": Said("End urgent support", "Urgent support ended"),
        "withdraw_plan": Said("Withdraw the plan", "Plan withdrawn"),
        "withdraw_plan_by_council": Said("Take the plan back", "Plan taken back by the council"),
        "return_to_brokerage": Said("Source it again", "Returned to brokerage"),
        "reopen_plan": Said("Reopen the plan", "Plan reopened"),
        "record_death_or_move": Said("Record a death or a move away", "Death or move away recorded"),
        "flag_late": Said("Flag as late", "Flagged as late"),
        "call_review": Said("Call the review", "Review fell due"),
        "read": Said("Read", "Record read"),
    }
)


@dataclass(frozen=True)
class QueueSaid:
    """A queue in words: its title, what its plans wait for, and what to do with nothing in it."""

    title: str
    waits: str
    empty: str


QUEUES_SAID: Mapping[str, QueueSaid] = MappingProxyType(
    {
        "preparation": QueueSaid("Preparation", "to be written or mended", "No plan is being prepared."),
        "quality_assurance": QueueSaid(
            "Quality assurance", "for a colleague’s check", "No plan waits for a colleague’s check."
        ),
        "submission": QueueSaid("Submission", "to be submitted to the council", "No plan waits to be submitted."),
        "verification": QueueSaid("Verification", "for verification", "No plan waits for verification."),
        "decision": QueueSaid("Funding decisions", "for a decision on the money", "No plan waits for a decision."),
        "brokerage": QueueSaid("Brokerage", "for a package", "No plan waits for a package."),
        "package": QueueSaid("Packages", "with support running", "No package is running."),
        "review": QueueSaid("Reviews", "under review", "No plan is under review."),
    }
)


def button_of(act: str) -> str:
    """What the button of an act says."""
    return ACTS[act].button if act in ACTS else title_of_act(act)


def done_of(act: str) -> str:
    """What the history says of an act that was done."""
    return ACTS[act].done if act in ACTS else title_of_act(act)


def reason_in_words(reason: str) -> str:
    """A history's reason for a page: what a person wrote stays; the name of an act becomes its words."""
    return done_of(reason) if reason in ACTS else reason


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun: 1 plan, 2 plans."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def a_or_an(noun: str) -> str:
    """The noun with its article: a week, an hour."""
    return f"an {noun}" if noun[:1] in "aeio" or noun == "hour" else f"a {noun}"
