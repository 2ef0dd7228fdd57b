"""The acts of safeguarding with the function each exercises, and its register, told when the program starts.

Threshold, screening out, scrutiny and closure exercise the function the law keeps for the council (s.79(2)(d)), so
that no authorisation of any kind lets a provider do one of them.
"""

from datetime import date, datetime, time

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from casework.models import InformationRequest, SafeguardingConcern, SafeguardingEnquiry
from casework.safeguarding.flows import SAFEGUARDING
from casework.safeguarding.rules import TARGETS
from delegation.assurance import LateWork, tell_of_overdue
from delegation.authority import would_permit
from delegation.counting import Counting
from delegation.guarded import ACTS, GuardedAct, tell_of_acts
from delegation.models import Account, Organisation, Post
from delegation.refusals import Refused
from delegation.registers import Register, tell_of_register
from delegation.schedule import FUNCTIONS
from delegation.work import Work, tell_of_work
from delegation.working_days import add_working_days

CAPTURE = "safeguarding_alert_capture"
GATHERING = "safeguarding_information_gathering"
INVESTIGATION = "safeguarding_investigation"
SCRUTINY = "safeguarding_outcome_scrutiny"
ANYBODY: frozenset[str] = frozenset()
# Who scrutinises what was found; and who, beside that, leads a concern through to its close.
SCRUTINISERS = FUNCTIONS[SCRUTINY].council_roles
MANAGERS = FUNCTIONS[INVESTIGATION].council_roles
THRESHOLD = frozenset({"safeguarding_manager"})
# Who reads the council's concerns beside those who decide on them.
READERS = SCRUTINISERS | {"head_of_service", "auditor", "monitoring_officer"}


def _of_the_council(verb: str, function: str, roles: frozenset[str]) -> GuardedAct:
    return GuardedAct(verb=verb, function=function, side="council", roles=roles)


tell_of_acts(
    (
        # Both sides do these three; the side of the one who acts is put in when they ask.
        _of_the_council("raise_safeguarding_concern", CAPTURE, ANYBODY),
        _of_the_council("record_desired_outcomes", INVESTIGATION, MANAGERS),
        _of_the_council("record_enquiry_findings", INVESTIGATION, ANYBODY),
        GuardedAct(
            verb="answer_information_request",
            function=GATHERING,
            side="provider",
            roles=FUNCTIONS[GATHERING].provider_roles,
        ),
        _of_the_council("read_safeguarding_concerns", SCRUTINY, READERS),
        _of_the_council("record_threshold_decision", SCRUTINY, THRESHOLD),
        _of_the_council("record_who_it_is_about", SCRUTINY, MANAGERS),
        _of_the_council("cause_enquiry", INVESTIGATION, MANAGERS),
        _of_the_council("name_another_enquirer", INVESTIGATION, MANAGERS),
        _of_the_council("request_information", GATHERING, MANAGERS),
        _of_the_council("scrutinise_outcome", SCRUTINY, SCRUTINISERS),
        _of_the_council("challenge_enquiry", SCRUTINY, SCRUTINISERS),
        _of_the_council("close_concern", SCRUTINY, MANAGERS),
    )
)


def may_read_concerns(account: Account, council: Organisation) -> bool:
    """Whether somebody reads the council's safeguarding concerns."""
    question = ACTS["read_safeguarding_concerns"].question(by=account, council=council, on=timezone.localdate())
    return not isinstance(would_permit(question), Refused)


def standing(council: Organisation, on: date) -> list[Counting]:
    """How many concerns of a council are open, and how many of them are past the day of their next step."""
    open_ones = SafeguardingConcern.objects.filter(council=council, due_on__isnull=False)
    return [Counting(rows=open_ones, late=Q(due_on__lt=on))]


def _late_enquiries(council: Organisation, on: date) -> LateWork:
    late = SafeguardingEnquiry.objects.filter(
        concern__council=council, live=True, reported_on__isnull=True, due_on__lt=on
    )
    return LateWork(
        told=[Counting(rows=late)], href=reverse("casework:safeguarding"), things=("enquiry is", "enquiries are")
    )


def _late_answers(council: Organisation, on: date) -> LateWork:
    late = InformationRequest.objects.filter(
        concern__council=council, concern__due_on__isnull=False, answered_on__isnull=True, due_on__lt=on
    )
    return LateWork(
        told=[Counting(rows=late)], href=reverse("casework:safeguarding"), things=("answer is", "answers are")
    )


def _asked_of_holder(post: Post, on: date) -> list[Counting]:
    """The enquiries somebody is named for and has not reported, and the requests they, or those they manage, owe."""
    enquiries = SafeguardingEnquiry.objects.filter(
        enquirer=post.worker_id, organisation=post.organisation_id, live=True, reported_on__isnull=True
    )
    requests = InformationRequest.objects.filter(
        organisation=post.organisation_id, concern__due_on__isnull=False, answered_on__isnull=True
    )
    if post.role != "provider_manager":
        requests = requests.filter(lead=post.worker_id)
    return [Counting(rows=rows, late=Q(due_on__lt=on)) for rows in (enquiries, requests)]


def _to_scrutinise(post: Post, on: date) -> list[Counting]:
    """The findings of a council that wait for scrutiny."""
    waiting = SafeguardingConcern.objects.filter(
        council=post.organisation_id, due_on__isnull=False, state=SafeguardingConcern.State.AWAITING_SCRUTINY
    )
    return [Counting(rows=waiting, late=Q(due_on__lt=on))]


def _unseen(council: Organisation, on: date) -> LateWork:
    """Concerns the council has not marked as seen by the local target: the day before which they were raised."""
    begins = timezone.make_aware(datetime.combine(add_working_days(on, -TARGETS["seen"]), time.min))
    unseen = SafeguardingConcern.objects.filter(council=council, seen_at__isnull=True, raised_at__lt=begins)
    href = reverse("casework:safeguarding-concerns")
    return LateWork(told=[Counting(rows=unseen)], href=href, things=("concern is", "concerns are"))


tell_of_overdue(CAPTURE, _unseen)
tell_of_overdue(INVESTIGATION, _late_enquiries)
tell_of_overdue(GATHERING, _late_answers)
tell_of_register(
    Register(
        key="safeguarding",
        title="Safeguarding",
        says="Concerns, threshold decisions, enquiries, their scrutiny and closure.",
        function=SCRUTINY,
        sections="Care Act 2014 section 42",
        address="casework:safeguarding",
        is_open_to=may_read_concerns,
        standing=standing,
        drawn=SAFEGUARDING,
    )
)
tell_of_work(
    Work(
        title="Safeguarding: findings to scrutinise",
        address="casework:safeguarding",
        roles={"independent_chair"},
        standing=_to_scrutinise,
    )
)
tell_of_work(
    Work(
        title="Safeguarding: asked of us",
        address="casework:safeguarding-asked-of-us",
        roles=FUNCTIONS[GATHERING].provider_roles | FUNCTIONS[INVESTIGATION].provider_roles,
        standing=_asked_of_holder,
    )
)
