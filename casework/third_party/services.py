"""The acts on a third party's request: received, an assessor appointed, concluded, or not pursued.

Source: Mental Capacity Act 2005 Sch A1 paras 67-73 (general knowledge); SI 2008/1858 reg 14.
"""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from casework import asking
from casework.details import field_faults
from casework.dols.registered import facts_on
from casework.dols.rules import BEST_INTERESTS, why_not_eligible
from casework.dols.services import works_for
from casework.models import DolsAssessor, Person, ThirdPartyRequest
from casework.refusals import AlreadyRecorded, refuse_faults
from casework.services.people import lock_person
from casework.third_party.flows import STEP_OF, ThirdPartyFlow
from casework.third_party.rules import STARTS_FROM, look_into_by
from delegation import route
from delegation.authority import Permission, Question, permit
from delegation.models import Account, Organisation
from delegation.records import check_state, lock_record, said
from delegation.references import new_reference
from delegation.refusals import Fault, NotFound, NothingSaid, RuleBroken, WrongDates
from delegation.register import act, keep, record
from delegation.wording import tidy_name

KIND = "third_party_request"
State = ThirdPartyRequest.State
TEXTS = ("setting", "hospital_name", "asked_by_name", "asked_as", "circumstances")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a third party tells the council: who asks, about which place, and what was asked of it before."""

    setting: str
    asked_by_name: str
    asked_as: str
    managing_authority_asked_on: date
    circumstances: str
    received_on: date
    managing_authority: Organisation | None = None
    hospital_name: str = ""


class NotForThisAssessor(RuleBroken):
    """The assessor may not look into this request."""


def third_party_question(
    verb: str, by: Account, council: Organisation, held: ThirdPartyRequest | None = None
) -> Question:
    """What the guard is asked; whoever looked into it does not conclude it for the council."""
    hands = {}
    if held and held.assessor and verb == "conclude_third_party_request":
        named = by.worker and tidy_name(by.worker.name) == tidy_name(held.assessor.name)
        worker = by.worker_id if named else held.assessor.worker_id
        hands = {worker: "the assessor"} if worker is not None else {}
    return asking.question(verb, by, council, subject_kind=KIND, subject=held.ref if held else "", hands=hands)


@act
def record_third_party_request(*, by: Account, person: str, asked: Asked) -> ThirdPartyRequest:
    """Record that a third party asks whether a person is deprived of their liberty without authority.

    Raises: AlreadyRecorded where such a request is open; NotKept with every fault.
    Source: Sch A1 para 68 (general knowledge); SI 2008/1858 reg 14.
    """
    held = lock_person(person)
    permission = permit(third_party_question("record_third_party_request", by, held.council))
    request = ThirdPartyRequest(
        ref=new_reference("TR"),
        council=held.council,
        person=held,
        due_on=look_into_by(asked.received_on),
        recorded_at=timezone.now(),
        recorded_by=by,
        **{name: value.strip() if isinstance(value, str) else value for name, value in vars(asked).items()},
    )
    refuse_faults(_faults(request, held), "This request cannot be recorded")
    if held.third_party_requests.filter(state__in=ThirdPartyRequest.OPEN).exists():
        raise AlreadyRecorded("A third party’s request about this person is open already.")
    keep(request, by=by, why="received")
    route.begin(ThirdPartyFlow, KIND, request.ref, state=request.state)
    detail = {"person": held.ref, "due": request.due_on}
    record(permission, subject_kind=KIND, subject=request.ref, detail=detail)
    return request


def _faults(request: ThirdPartyRequest, person: Person) -> list[Fault]:
    faults = field_faults(request, list(TEXTS))
    if request.received_on > timezone.localdate():
        faults.append(Fault("received_on", "A request was received today or before."))
    if request.managing_authority_asked_on > request.received_on:
        sentence = "The managing authority was asked before the council, or on the same day."
        faults.append(Fault("managing_authority_asked_on", sentence))
    if bool(request.managing_authority) == bool(request.hospital_name.strip()):
        faults.append(Fault("hospital_name", "Choose the care home, or write the hospital’s name; not both."))
    authority = request.managing_authority
    if authority and request.council_id not in (authority.council_id, authority.pk):
        faults.append(Fault("managing_authority", "Choose the care home from the list."))
    if person.date_of_death:
        faults.append(Fault("", "The person has died."))
    return faults


@act
def appoint_third_party_assessor(
    *, by: Account, request: str, assessor: str, is_independent: bool
) -> ThirdPartyRequest:
    """Appoint somebody to look into it: eligible for best interests today, and independent of the case.

    Args: whether they take no part in the care, are no relative and have no financial interest. Somebody else may be
    appointed until it is concluded.

    Raises: NotForThisAssessor, with the regulation.
    Source: Sch A1 para 69; SI 2008/1858 regs 5, 10-12, 14.
    """
    held, permission = _begin("appoint_third_party_assessor", by, request)
    chosen = DolsAssessor.objects.select_related("council").filter(council=held.council, ref=assessor).first()
    if chosen is None:
        raise NotFound(f"There is no assessor {assessor}.")
    today = timezone.localdate()
    if why := why_not_eligible(BEST_INTERESTS, facts_on(chosen, today), today):
        raise NotForThisAssessor(why, at="assessor")
    if not is_independent or works_for(chosen, held):
        said_why = "An assessor takes no part in the care, is no relative, gains nothing, and is not employed there"
        raise NotForThisAssessor(f"{said_why} (SI 2008/1858 regs 10-12).", at="assessor")
    held.assessor, held.appointed_on, held.appointed_by = chosen, today, by
    if held.state == State.RECEIVED:
        route.move(ThirdPartyFlow, KIND, held, STEP_OF, State.LOOKED_INTO, by=by)
    keep(held, by=by, why="assessor appointed")
    record(permission, subject_kind=KIND, subject=held.ref, detail={"assessor": chosen.ref, "independent": True})
    return held


@act
def conclude_third_party_request(
    *, by: Account, request: str, outcome: str, assessed_on: date, reasons: str
) -> ThirdPartyRequest:
    """Record what the assessor found; where nothing authorises it, the managing authority must ask for that.

    Raises: SameHands for the assessor; NotForThisAssessor where they might not assess then; NothingSaid; WrongDates.
    Source: Sch A1 paras 69, 71-73 (general knowledge).
    """
    held, permission = _begin("conclude_third_party_request", by, request)
    if outcome not in ThirdPartyRequest.Outcome.values:
        raise NothingSaid("Choose what was found.", at="outcome")
    today = timezone.localdate()
    if held.appointed_on is None or not held.appointed_on <= assessed_on <= today:
        raise WrongDates("It was looked into after the assessor was appointed, today or before.", at="assessed_on")
    if held.assessor and outcome != ThirdPartyRequest.Outcome.DIED_OR_LEFT:
        why = why_not_eligible(BEST_INTERESTS, facts_on(held.assessor, assessed_on), assessed_on)
        if why:
            raise NotForThisAssessor(why, at="assessed_on")
    held.outcome, held.assessed_on = outcome, assessed_on
    held.reasons = said(reasons, "Write what the assessor found, and why.")
    _close(held, by, State.CONCLUDED)
    detail = {"outcome": outcome, "in_time": today <= held.due_on}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return held


@act
def decline_third_party_request(*, by: Account, request: str, reasons: str) -> ThirdPartyRequest:
    """Do not pursue a request that is frivolous or vexatious, or was answered before and nothing has changed.

    Raises: NothingSaid. Source: Sch A1 para 69(3)-(5) (general knowledge).
    """
    held, permission = _begin("decline_third_party_request", by, request)
    held.reasons = said(reasons, "Write why it is not pursued: whoever asked is told.")
    _close(held, by, State.NOT_PURSUED)
    record(permission, subject_kind=KIND, subject=held.ref, reason=held.reasons)
    return held


def _close(held: ThirdPartyRequest, by: Account, state: str) -> None:
    held.closed_on, held.closed_by = timezone.localdate(), by
    route.move(ThirdPartyFlow, KIND, held, STEP_OF, state, by=by)
    keep(held, by=by, why=held.reasons)


def _begin(verb: str, by: Account, ref: str) -> tuple[ThirdPartyRequest, Permission]:
    """The request, locked; the guard's permission on it; its state looked at."""
    held: ThirdPartyRequest = lock_record(ThirdPartyRequest, ref, "assessor", "managing_authority")
    permission = permit(third_party_question(verb, by, held.council, held))
    check_state(held, STARTS_FROM, verb)
    return held, permission
