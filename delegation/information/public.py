"""The acts of an enquiry from the press or a member: drafted, cleared or sent back by the commissioner, then sent.

A reply to a member is the council's to send; one to the press the provider that drafted it may send, once cleared.
Source: the schedule's conditions for both; Data Protection Act 2018 Sch 1 paras 23 and 24.
"""

from dataclasses import replace
from datetime import date

from django.utils import timezone

from delegation import route
from delegation.authority import Permission, Question, permit
from delegation.information.flows import PUBLIC_STEP_OF, PublicFlow
from delegation.information.rules import PUBLIC_STARTS_FROM
from delegation.models import Account, Organisation, PublicEnquiry
from delegation.records import SHORT, check_state, lock_record, question_about, said
from delegation.references import new_reference
from delegation.refusals import NothingSaid, NotYourOrganisation, WrongDates
from delegation.register import act, keep, record
from delegation.schedule import FUNCTIONS

SUBJECT = "public_enquiry"
FUNCTION_OF = {"press": "press_liaison", "member": "members_liaison"}
# What a provider may do: take it in, draft, and send to the press what was cleared.
BY_THE_PROVIDER = {
    "press": frozenset({"record_public_enquiry", "draft_public_reply", "send_public_reply"}),
    "member": frozenset({"record_public_enquiry", "draft_public_reply"}),
}


def public_question(
    verb: str, by: Account, council: Organisation, kind: str, provider: Organisation | None, ref: str = ""
) -> Question:
    """What the guard is asked: the function by who asks, the side by whose step it is."""
    asked = question_about(verb, by, council, subject_kind=SUBJECT, subject=ref, function=FUNCTION_OF[kind])
    if provider is None or verb not in BY_THE_PROVIDER[kind]:
        return asked
    roles = FUNCTIONS[FUNCTION_OF[kind]].provider_roles
    return replace(asked, side="provider", roles=roles, organisation_id=provider.pk)


def question_on(verb: str, by: Account, held: PublicEnquiry) -> Question:
    """The question for an act on an enquiry that is there. Whoever drafted a reply does not clear it."""
    asked = public_question(verb, by, held.council, held.kind, held.provider, held.ref)
    if verb == "clear_public_reply" and held.drafted_by and held.drafted_by.worker_id:
        return replace(asked, hands={held.drafted_by.worker_id: "drafter"})
    return asked


@act
def record_public_enquiry(
    *,
    by: Account,
    council: Organisation,
    provider: Organisation | None,
    kind: str,
    asked_by: str,
    asked_for: str,
    received_on: date,
    due_on: date,
) -> PublicEnquiry:
    """Take in what the press or a member asks.

    Args: the provider whose manager takes it in and drafts; None where the council itself does.
    """
    if kind not in FUNCTION_OF:
        raise NothingSaid("Say whether the press asks, or an elected member.")
    permission = permit(public_question("record_public_enquiry", by, council, kind, provider))
    if provider is not None and provider.council_id != council.pk:
        raise NotYourOrganisation("Choose one of the council’s providers.")
    if received_on > timezone.localdate() or due_on < received_on:
        raise WrongDates("It was received today or before, and the reply falls due after that.", at="received_on")
    enquiry = PublicEnquiry(
        ref=new_reference("PM"),
        council=council,
        provider=provider,
        kind=kind,
        asked_by=said(asked_by, "Write who asks.", most=SHORT),
        asked_for=said(asked_for, "Write what is asked."),
        received_on=received_on,
        due_on=due_on,
        recorded_at=timezone.now(),
        recorded_by=by,
    )
    keep(enquiry, by=by, why="recorded")
    route.begin(PublicFlow, SUBJECT, enquiry.ref, state=enquiry.state)
    record(permission, subject_kind=SUBJECT, subject=enquiry.ref, detail={"kind": kind, "due_on": due_on})
    return enquiry


@act
def draft_public_reply(*, by: Account, enquiry: str, draft: str) -> PublicEnquiry:
    """Draft the reply, or draft it anew. Nothing is sent."""
    held, permission = _begin("draft_public_reply", by, enquiry)
    held.draft = said(draft, "Write the draft of the reply.")
    held.drafted_at, held.drafted_by, held.sent_back_because = timezone.now(), by, ""
    if held.state == PublicEnquiry.State.OPEN:
        _move(held, PublicEnquiry.State.DRAFTED, by=by)
    keep(held, by=by, why="drafted")
    record(permission, subject_kind=SUBJECT, subject=held.ref)
    return held


@act
def send_back_public_reply(*, by: Account, enquiry: str, because: str) -> PublicEnquiry:
    """Send a draft back to whoever wrote it, with what is to be changed."""
    held, permission = _begin("send_back_public_reply", by, enquiry)
    held.sent_back_because = said(because, "Write what is to be changed.")
    _move(held, PublicEnquiry.State.OPEN, by=by)
    keep(held, by=by, why=held.sent_back_because)
    record(permission, subject_kind=SUBJECT, subject=held.ref, reason=held.sent_back_because)
    return held


@act
def clear_public_reply(*, by: Account, enquiry: str, constituents_authority: str = "") -> PublicEnquiry:
    """Clear the draft, word for word, for sending: the commissioner's act, by other hands than drafted it.

    Args: on what a member may be told of a constituent; asked for a member's enquiry.
    Source: Data Protection Act 2018 Sch 1 paras 23 and 24.
    """
    held, permission = _begin("clear_public_reply", by, enquiry)
    if held.kind == PublicEnquiry.Kind.MEMBER and constituents_authority not in PublicEnquiry.Authority.values:
        raise NothingSaid("Say on what authority the member may be told of the constituent, or that nothing is told.")
    held.constituents_authority = constituents_authority if held.kind == PublicEnquiry.Kind.MEMBER else ""
    held.cleared_at, held.cleared_by, held.cleared_words = timezone.now(), by, held.draft
    _move(held, PublicEnquiry.State.CLEARED, by=by)
    keep(held, by=by, why="cleared")
    detail = {"constituents_authority": held.constituents_authority}
    record(permission, subject_kind=SUBJECT, subject=held.ref, detail=detail)
    return held


@act
def send_public_reply(*, by: Account, enquiry: str) -> PublicEnquiry:
    """Send the reply in the words that were cleared, and no others."""
    held, permission = _begin("send_public_reply", by, enquiry)
    held.sent_at, held.sent_by, held.sent_on = timezone.now(), by, timezone.localdate()
    held.sent_words = held.cleared_words
    _move(held, PublicEnquiry.State.SENT, by=by)
    keep(held, by=by, why="sent")
    record(permission, subject_kind=SUBJECT, subject=held.ref, detail={"in_time": held.sent_on <= held.due_on})
    return held


def _move(held: PublicEnquiry, to: str, *, by: Account) -> None:
    route.move(PublicFlow, SUBJECT, held, PUBLIC_STEP_OF, to, by=by)


def _begin(verb: str, by: Account, ref: str) -> tuple[PublicEnquiry, Permission]:
    """The enquiry, locked; the guard's permission on it; its state looked at."""
    held: PublicEnquiry = lock_record(PublicEnquiry, ref, "provider", "drafted_by")
    permission = permit(question_on(verb, by, held))
    check_state(held, PUBLIC_STARTS_FROM, verb)
    return held, permission
