"""A concern under lock, and who may act on it: what every service of safeguarding does first."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.utils import timezone

from casework.models import SafeguardingConcern, SafeguardingEnquiry, ThresholdDecision
from casework.safeguarding.beginning import SUBJECT
from delegation.authority import Permission, Question, permit
from delegation.guarded import ACTS, acts_in_words, title_of_act
from delegation.models import Account, Organisation, Post
from delegation.refusals import NotFound, RuleBroken, WrongState

State = SafeguardingConcern.State
# Where each act starts from.
STARTS_FROM: Mapping[str, frozenset[str]] = {
    "record_threshold_decision": frozenset({State.AWAITING_THRESHOLD}),
    "cause_enquiry": frozenset({State.AWAITING_ENQUIRY}),
    "name_another_enquirer": frozenset({State.UNDER_ENQUIRY}),
    "request_information": frozenset(set(State) - {State.SCREENED_OUT, State.CLOSED}),
    "answer_information_request": frozenset(set(State) - {State.SCREENED_OUT, State.CLOSED}),
    "record_who_it_is_about": frozenset(set(State) - {State.SCREENED_OUT, State.CLOSED}),
    "record_desired_outcomes": frozenset({State.AWAITING_THRESHOLD, State.AWAITING_ENQUIRY, State.UNDER_ENQUIRY}),
    "record_enquiry_findings": frozenset({State.UNDER_ENQUIRY}),
    "scrutinise_outcome": frozenset({State.AWAITING_SCRUTINY}),
    "challenge_enquiry": frozenset({State.AWAITING_SCRUTINY}),
    "close_concern": frozenset({State.AWAITING_CLOSURE}),
}


class ManagedInAProvider(RuleBroken):
    """Whoever decides for the council holds a post outside it."""


def lock_concern(ref: str) -> SafeguardingConcern:
    """The concern of this reference, locked until the transaction ends. Raises NotFound."""
    concerns = SafeguardingConcern.objects.select_for_update(of=("self",))
    try:
        return concerns.select_related("council", "provider", "person").get(ref=ref)
    except SafeguardingConcern.DoesNotExist:
        raise NotFound(f"There is no concern {ref}.") from None


def question_of(verb: str, concern: SafeguardingConcern, by: Account, **but: Any) -> Question:
    """What the guard is asked when `by` would do this to the concern."""
    question = ACTS[verb].question(by=by, council=concern.council, on=timezone.localdate())
    return replace(question, subject_kind=SUBJECT, subject=concern.ref, **but)


def ask(verb: str, concern: SafeguardingConcern, by: Account, **but: Any) -> Permission:
    """Permission for `by` to do this to the concern, or the guard's refusal."""
    return permit(question_of(verb, concern, by, **but))


def check_state(concern: SafeguardingConcern, verb: str) -> None:
    """Raise WrongState, saying where the concern stands, unless the act starts from there."""
    if concern.state not in STARTS_FROM[verb]:
        stands = concern.get_state_display()
        may = acts_in_words(act for act, states in STARTS_FROM.items() if concern.state in states)
        raise WrongState(
            f"Concern {concern.ref} stands at “{stands}”, from where “{title_of_act(verb)}” cannot be done. "
            f"What can be done there: {may or 'nothing more'}."
        )


def refuse_managed_in_a_provider(by: Account) -> None:
    """Raise ManagedInAProvider where the one who decides for the council is also of an organisation outside it.

    Source: schedule, "Safeguarding: scrutiny and decision on outcome": not managed in the provider.
    """
    today = timezone.localdate()
    outside = Post.objects.live_on(today).filter(worker=by.worker_id).exclude(organisation__kind="council")
    if post := outside.select_related("organisation").first():
        raise ManagedInAProvider(f"You also hold a post in {post.organisation}; this asks for somebody who does not.")


def works_for(by: Account, council: Organisation) -> bool:
    """Whether the one who asks holds a post of the council itself today."""
    return Post.objects.live_on(timezone.localdate()).filter(worker=by.worker_id, organisation=council).exists()


def hands_on(concern: SafeguardingConcern) -> dict[int, str]:
    """The workers who took part, each with what they did: they do not scrutinise. Four queries.

    Source: schedule, "Safeguarding: scrutiny and decision on outcome"; docs/decisions/safeguarding.md.
    """
    threshold = ThresholdDecision.objects.filter(concern=concern).values_list("decided_by__worker_id", flat=True)
    asked = concern.history.values_list("asked_at_start_by__worker_id", flat=True).distinct()
    hands = dict.fromkeys(threshold, "the one who decided the threshold")
    hands |= dict.fromkeys(asked, "one who asked the person what they want")
    requested = concern.information_requests.values_list("requested_by__worker_id", flat=True)
    hands |= dict.fromkeys(requested, "the one who asked for information")
    for enquirer, caused in enquirers_of(concern):
        hands |= {caused: "the one who caused the enquiry", enquirer: "the enquirer"}
    return {worker: did for worker, did in hands.items() if worker is not None}


def enquirers_of(concern: SafeguardingConcern) -> list[tuple[int, int]]:
    """The worker who enquired and the worker who caused it, of every enquiry into the concern. One query."""
    enquiries = SafeguardingEnquiry.objects.filter(concern=concern).order_by("pk")
    return list(enquiries.values_list("enquirer_id", "caused_by__worker_id"))
