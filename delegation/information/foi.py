"""The acts of freedom of information: received or handed over, put off, answered, refused.

Whoever a request reaches hands it over, authorised or not: holding it back would cost the council its twenty days. To
hand over exercises no function, so the register notes it. To answer is the council's alone.
Source: Freedom of Information Act 2000 ss.1, 3(2)(b), 8, 10, 17.
"""

from collections.abc import Collection
from datetime import date

from django.utils import timezone

from delegation import route
from delegation.authority import Question, permit
from delegation.information.exemptions import EXEMPTIONS, Exemption
from delegation.information.flows import FOI_STEP_OF, FoiFlow
from delegation.information.rules import (
    FOI_BEGINS,
    FOI_STARTS_FROM,
    days_late,
    foi_due,
    foi_latest_extension,
)
from delegation.models import Account, FoiRequest, Organisation
from delegation.records import SHORT, check_state, lock_record, post_in, question_about, said
from delegation.references import new_reference
from delegation.refusals import NothingSaid, WrongDates
from delegation.register import act, keep, note, record
from delegation.wording import long_day

KIND = "foi_request"


def foi_question(verb: str, by: Account, council: Organisation, ref: str = "") -> Question:
    """What the guard is asked before an act on a request for information."""
    return question_about(verb, by, council, subject_kind=KIND, subject=ref)


@act
def record_foi_request(
    *,
    by: Account,
    council: Organisation,
    reached: Organisation,
    received_on: date,
    asked_by: str,
    reply_to: str,
    asked_for: str,
    handed_over_on: date | None = None,
) -> FoiRequest:
    """Record a request for information that reached the council, or hand over one that reached a provider.

    Args:
        reached: the council, or the provider whose staff hand it over now; the council's own officer may record
            what a provider passed on otherwise, and says on which day it did.
        received_on: the day it reached either; the twenty working days run from the day after.
    Source: Freedom of Information Act 2000 ss.3(2)(b), 8, 10(1).
    """
    moment = timezone.localtime()
    post = post_in(by, reached, council)
    permission = None if post else permit(foi_question("record_foi_request", by, council))
    if post:
        handed_over_on = moment.date()
    _check_days(council, reached, received_on, handed_over_on)
    request = FoiRequest(
        ref=new_reference("FR"),
        council=council,
        reached=reached,
        received_on=received_on,
        handed_over_on=handed_over_on if reached != council else None,
        handed_over_time=moment.time().replace(microsecond=0) if post else None,
        first_due_on=foi_due(received_on),
        due_on=foi_due(received_on),
        asked_by=said(asked_by, "Write who asks: a request gives a name (s.8(1)(b)).", most=SHORT),
        reply_to=said(reply_to, "Write where the reply goes (s.8(1)(b)).", most=SHORT),
        asked_for=said(asked_for, "Write what is asked for (s.8(1)(c))."),
        recorded_at=moment,
        recorded_by=by,
    )
    if request.handed_over_on:
        request.days_late = days_late(received_on, request.handed_over_on)
    keep(request, by=by, why="handed over" if post else "recorded")
    route.begin(FoiFlow, KIND, request.ref, state=request.state)
    detail = {"reached": reached.key, "received_on": received_on, "days_late": request.days_late}
    if permission:
        record(permission, subject_kind=KIND, subject=request.ref, detail=detail)
    else:
        told = f"Handed over by {reached}. {_lateness(request)}"
        named = {"subject_kind": KIND, "subject": request.ref}
        note(council=council, verb="record_foi_request", reason=told, by=by, post=post, detail=detail, **named)
    return request


def _lateness(request: FoiRequest) -> str:
    if not request.days_late:
        return "On the day it came."
    return f"Late: {request.days_late} {'day' if request.days_late == 1 else 'days'} after it came."


def _check_days(council: Organisation, reached: Organisation, received_on: date, handed_over_on: date | None) -> None:
    today = timezone.localdate()
    if reached != council and (reached.kind != Organisation.Kind.PROVIDER or reached.council_id != council.pk):
        raise WrongDates("Say whom it reached: the council, or one of its providers.")
    if not FOI_BEGINS <= received_on <= today:
        raise WrongDates(
            f"A request is received today or before, and not before {long_day(FOI_BEGINS)}.", at="received_on"
        )
    if reached == council:
        return
    if handed_over_on is None:
        raise WrongDates(f"Say on which day {reached} handed it over.", at="handed_over_on")
    if not received_on <= handed_over_on <= today:
        raise WrongDates(
            "It was handed over on the day it was received or later, and not after today.", at="handed_over_on"
        )


@act
def extend_foi_request(*, by: Account, foi_request: str, exemption: str, because: str, until: date) -> FoiRequest:
    """Put the answer off while the public interest in a qualified exemption is weighed, and give notice of it.

    Raises:
        WrongDates: the twenty working days are over, or the new day is beyond what is reasonable.
        NothingSaid: the exemption is none that asks the public interest to be weighed.
    Source: Freedom of Information Act 2000 ss.2(2)(b), 10(3), 17(2).
    """
    held: FoiRequest = lock_record(FoiRequest, foi_request, "reached")
    permission = permit(foi_question("extend_foi_request", by, held.council, held.ref))
    check_state(held, FOI_STARTS_FROM, "extend_foi_request")
    ground = EXEMPTIONS.get(exemption)
    if ground is None or not ground.is_qualified:
        raise NothingSaid("Choose a qualified exemption: only there is the public interest weighed (s.10(3)).")
    today, latest = timezone.localdate(), foi_latest_extension(held.first_due_on)
    if today > held.first_due_on:
        raise WrongDates(f"Notice is given within the twenty working days; they ended {long_day(held.first_due_on)}.")
    if not held.first_due_on < until <= latest:
        first = long_day(held.first_due_on)
        raise WrongDates(f"The new day is after {first} and not after {long_day(latest)}.")
    held.extended_on, held.extended_under, held.due_on = today, exemption, until
    held.extended_because = said(because, "Write why more time is needed (s.17(2)).")
    route.move(FoiFlow, KIND, held, FOI_STEP_OF, FoiRequest.State.EXTENDED, by=by)
    keep(held, by=by, why=held.extended_because)
    detail = {"exemption": exemption, "until": until}
    record(permission, subject_kind=KIND, subject=held.ref, reason=held.extended_because, detail=detail)
    return held


@act
def answer_foi_request(*, by: Account, foi_request: str, answer: str, is_held: bool = True) -> FoiRequest:
    """Answer: give the information, or say that the council does not hold it. The council alone answers.

    Source: Freedom of Information Act 2000 ss.1(1), 10(1).
    """
    held: FoiRequest = lock_record(FoiRequest, foi_request, "reached")
    permission = permit(foi_question("answer_foi_request", by, held.council, held.ref))
    check_state(held, FOI_STARTS_FROM, "answer_foi_request")
    held.answer, held.is_held = said(answer, "Write the answer that is sent."), is_held
    _close(held, by, FoiRequest.State.ANSWERED, "answered")
    detail = {"is_held": is_held, "due_on": held.due_on}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return held


@act
def refuse_foi_request(
    *,
    by: Account,
    foi_request: str,
    exemptions: Collection[str],
    reasons: str,
    public_interest: str = "",
    answer: str = "",
) -> FoiRequest:
    """Refuse all of a request or a part of it: the exemption named, why it applies, and how the interest was weighed.

    Args: the keys of the exemptions; `answer`, what is given of the rest.
    Raises NothingSaid where the notice would lack what section 17 asks. Source: ss.2(2)(b), 17(1), (3), (5).
    """
    held: FoiRequest = lock_record(FoiRequest, foi_request, "reached")
    permission = permit(foi_question("refuse_foi_request", by, held.council, held.ref))
    check_state(held, FOI_STARTS_FROM, "refuse_foi_request")
    grounds = _grounds(exemptions)
    held.exemptions = ";".join(ground.key for ground in grounds)
    held.reasons = said(reasons, "Write why each exemption applies (s.17(1)(c)).")
    held.public_interest, held.answer = public_interest.strip(), answer.strip()
    if any(ground.is_qualified for ground in grounds):
        said(public_interest, "Write how the public interest was weighed (s.17(3)(b)).")
    _close(held, by, FoiRequest.State.REFUSED, held.reasons)
    detail = {"exemptions": held.exemptions, "due_on": held.due_on}
    record(permission, subject_kind=KIND, subject=held.ref, reason=held.reasons, detail=detail)
    return held


def _grounds(keys: Collection[str]) -> list[Exemption]:
    if not keys or set(keys) - set(EXEMPTIONS):
        raise NothingSaid("Name the exemption, or the other ground, that the Act has for it (s.17(1)(b)).")
    return [ground for key, ground in EXEMPTIONS.items() if key in keys]


def _close(held: FoiRequest, by: Account, state: str, why: str) -> None:
    held.closed_at, held.closed_by, held.closed_on = timezone.now(), by, timezone.localdate()
    route.move(FoiFlow, KIND, held, FOI_STEP_OF, state, by=by)
    keep(held, by=by, why=why)
