"""The acts of co-operation: a request received or made, the council's answer, the partner's answer.

Source: Care Act 2014 ss.6, 7, 79(2).
"""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from casework.co_operation.flows import CoOperationFlow
from casework.co_operation.rules import GROUNDS, PARTNERS, STARTS_FROM, answer_due, reasons_due
from casework.models import CoOperationRequest, Person
from casework.services.people import lock_person
from delegation import route
from delegation.authority import Permission, Question, permit
from delegation.models import Account, Organisation
from delegation.records import SHORT, check_state, lock_record, question_about, said
from delegation.references import new_reference
from delegation.refusals import NotFound, NothingSaid, WrongDates
from delegation.register import act, keep, record

KIND = "co_operation_request"
FUNCTION = "co_operation_integration"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is asked, of whom, and when.

    Args: `person`, the reference of the person where it is in a case (s.7); empty where it is general (s.6).
    """

    partner_kind: str
    partner: str
    asked_for: str
    asked_on: date
    needed_by: date | None = None
    person: str = ""


def co_operation_question(verb: str, by: Account, council: Organisation, ref: str = "") -> Question:
    """What the guard is asked before an act of co-operation: always the council's own people."""
    return question_about(verb, by, council, subject_kind=KIND, subject=ref)


@act
def record_co_operation_request(*, by: Account, council: Organisation, asked: Asked) -> CoOperationRequest:
    """Record that a partner asks the council to co-operate. Source: Care Act 2014 ss.6(2), 7(2)."""
    permission = permit(co_operation_question("record_co_operation_request", by, council))
    return _begun(permission, CoOperationRequest.Direction.RECEIVED, asked)


@act
def request_co_operation(*, by: Account, council: Organisation, asked: Asked) -> CoOperationRequest:
    """Ask a partner to co-operate with the council. Source: Care Act 2014 ss.6(1), 7(1)."""
    permission = permit(co_operation_question("request_co_operation", by, council))
    return _begun(permission, CoOperationRequest.Direction.MADE, asked)


def _begun(permission: Permission, direction: str, asked: Asked) -> CoOperationRequest:
    by, council = permission.question.by, permission.question.council
    received = direction == CoOperationRequest.Direction.RECEIVED
    person = _person_of(asked, council)
    scope = CoOperationRequest.Scope.CASE if person else CoOperationRequest.Scope.GENERAL
    _check(asked, scope)
    request = CoOperationRequest(
        ref=new_reference("CQ"),
        council=council,
        direction=direction,
        scope=scope,
        person=person,
        partner_kind=asked.partner_kind,
        partner=said(asked.partner, "Write which body it is.", most=SHORT),
        asked_for=said(asked.asked_for, "Write what is asked for."),
        asked_on=asked.asked_on,
        due_on=answer_due(scope, asked.asked_on, asked.needed_by),
        state=CoOperationRequest.State.WAITING if received else CoOperationRequest.State.ASKED,
        recorded_at=timezone.now(),
        recorded_by=by,
    )
    keep(request, by=by, why="received" if received else "made")
    route.begin(CoOperationFlow, KIND, request.ref, state=request.state)
    detail = {"scope": scope, "partner": asked.partner_kind, "due_on": request.due_on}
    record(permission, subject_kind=KIND, subject=request.ref, detail=detail)
    return request


def _person_of(asked: Asked, council: Organisation) -> Person | None:
    if not asked.person:
        return None
    person = lock_person(asked.person)
    if person.council_id != council.pk:
        raise NotFound(f"There is no person {asked.person}.")
    return person


def _check(asked: Asked, scope: str) -> None:
    if asked.partner_kind not in PARTNERS:
        raise NothingSaid("Choose what kind of partner it is (s.6(7)).")
    if scope == CoOperationRequest.Scope.CASE and not PARTNERS[asked.partner_kind].in_a_case:
        raise NothingSaid("In a case only a relevant partner or another local authority is asked, or asks (s.7).")
    if asked.asked_on > timezone.localdate():
        raise WrongDates("It was asked today or before.")
    if asked.needed_by is not None and asked.needed_by < asked.asked_on:
        raise WrongDates("It is needed on the day it was asked or after.")


@act
def agree_to_co_operate(*, by: Account, request: str, answer: str) -> CoOperationRequest:
    """The council complies with a partner's request. Source: Care Act 2014 s.7(2)."""
    held, permission = _begin("agree_to_co_operate", by, request)
    held.answer = said(answer, "Write what the council does.")
    held.answered_on = timezone.localdate()
    return _ended(held, permission, CoOperationRequest.State.AGREED)


@act
def decline_to_co_operate(*, by: Account, request: str, reasons: str, ground: str = "") -> CoOperationRequest:
    """The council declines a partner's request, and gives it written reasons today.

    Args: `ground`, in a case one of the two of section 7(2). Source: Care Act 2014 s.7(2)-(3).
    """
    held, permission = _begin("decline_to_co_operate", by, request)
    _ground(held, ground)
    held.reasons = said(reasons, "Write the reasons: whoever declines gives them in writing (s.7(3)).")
    held.answered_on = held.reasons_on = timezone.localdate()
    return _ended(held, permission, CoOperationRequest.State.DECLINED)


def _ground(held: CoOperationRequest, ground: str) -> None:
    """In a case a ground of section 7(2); in general none need be named."""
    if ground not in GROUNDS and (ground or held.scope == CoOperationRequest.Scope.CASE):
        raise NothingSaid("Say on which ground of section 7(2) the council declines.")
    held.ground = ground


@act
def record_partners_answer(
    *, by: Account, request: str, agreed: bool, answered_on: date, answer: str = "", reasons: str = ""
) -> CoOperationRequest:
    """Record what the partner answered. A refusal without reasons stays open: they are owed in writing.

    Source: Care Act 2014 s.7(1), (3).
    """
    held, permission = _begin("record_partners_answer", by, request)
    if not held.asked_on <= answered_on <= timezone.localdate():
        raise WrongDates("It was answered today or before, and not before it was asked.")
    held.answered_on = answered_on
    if agreed:
        held.answer = said(answer, "Write what the partner does.")
        return _ended(held, permission, CoOperationRequest.State.PARTNER_AGREED)
    if reasons.strip():
        held.reasons, held.reasons_on = reasons.strip(), answered_on
        return _ended(held, permission, CoOperationRequest.State.PARTNER_DECLINED)
    held.state, held.due_on = CoOperationRequest.State.REASONS_OWED, reasons_due(answered_on)
    keep(held, by=by, why="declined without reasons")
    route.finish(CoOperationFlow, KIND, held.ref, "answer", state=held.state, by=by)
    record(permission, subject_kind=KIND, subject=held.ref, detail={"agreed": False, "reasons": False})
    return held


@act
def record_partners_reasons(*, by: Account, request: str, reasons: str, reasons_on: date) -> CoOperationRequest:
    """Record the written reasons of a partner that declined without any. Source: Care Act 2014 s.7(3)."""
    held, permission = _begin("record_partners_reasons", by, request)
    if held.answered_on is None or not held.answered_on <= reasons_on <= timezone.localdate():
        raise WrongDates("The reasons came today or before, and not before the partner declined.")
    held.reasons, held.reasons_on = said(reasons, "Write the reasons the partner gave."), reasons_on
    return _ended(held, permission, CoOperationRequest.State.PARTNER_DECLINED, step="reasons")


@act
def withdraw_co_operation_request(*, by: Account, request: str, because: str) -> CoOperationRequest:
    """Whoever asked no longer asks."""
    held, permission = _begin("withdraw_co_operation_request", by, request)
    why = said(because, "Write why it is withdrawn.")
    step = "reasons" if held.state == CoOperationRequest.State.REASONS_OWED else "answer"
    return _ended(held, permission, CoOperationRequest.State.WITHDRAWN, step=step, reason=why)


def _ended(
    held: CoOperationRequest, permission: Permission, state: str, *, step: str = "answer", reason: str = ""
) -> CoOperationRequest:
    by, in_time = permission.question.by, timezone.localdate() <= held.due_on
    held.state, held.closed_at, held.closed_by = state, timezone.now(), by
    keep(held, by=by, why=reason or state.replace("_", " "))
    route.finish(CoOperationFlow, KIND, held.ref, step, state=state, by=by)
    record(permission, subject_kind=KIND, subject=held.ref, reason=reason, detail={"in_time": in_time})
    return held


def _begin(verb: str, by: Account, ref: str) -> tuple[CoOperationRequest, Permission]:
    """The request, locked; the guard's permission on it; its state looked at."""
    held: CoOperationRequest = lock_record(CoOperationRequest, ref)
    permission = permit(co_operation_question(verb, by, held.council, held.ref))
    check_state(held, STARTS_FROM, verb)
    return held, permission
