"""The acts on a change of the schedule: propose, withdraw, and the Director's approval or refusal.

Source: Care Act 2014 s.79; NHS Act 2006 s.75; the council's scheme of delegation.
"""

from dataclasses import replace
from datetime import date

from django.utils import timezone

from delegation import route
from delegation.authorising import (
    check_days,
    check_lawful,
    check_none_in_force,
    give_authorisation,
    take_authorisation_back,
)
from delegation.authority import Permission, permit
from delegation.guarded import ACTS
from delegation.models import Account, Authorisation, Organisation, ScheduleChange
from delegation.references import new_reference
from delegation.refusals import AlreadyThere, NothingSaid, NotReady, NotTheDirector, UnlawfulAuthorisation, WrongDates
from delegation.register import act, keep, record
from delegation.schedule_change.effects import effects_of
from delegation.schedule_change.flows import ScheduleChangeFlow
from delegation.schedule_change.rules import (
    APPROVED,
    AUTHORISE,
    KINDS,
    PROPOSED,
    REFUSED,
    REVOKE,
    WITHDRAWN,
    why_cabinet,
)
from delegation.wording import long_day

KIND = "schedule_change"


@act
def propose_schedule_change(
    *,
    by: Account,
    council: Organisation,
    organisation: Organisation,
    function: str,
    kind: str,
    from_day: date,
    reasons: str,
    to_day: date | None = None,
    power: str = "",
    scope: str = "",
    conditions: str = "",
    instrument: str = "",
) -> ScheduleChange:
    """Propose that a function be authorised to a provider, or taken back from it, from a day; nothing changes yet.

    Raises:
        UnlawfulAuthorisation, KeptByChoice: it cannot be authorised; the sentence names the section.
        NotReady: there is no live authorisation to take back, or no instrument is named.
        WrongDates: it would begin before today. NothingSaid: without reasons.
        AlreadyThere: a change of this function of this provider waits for its decision, or it holds the function then.
    """
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    permission = _permit("propose_schedule_change", by, council, f"{organisation.key}:{function}")
    if kind not in KINDS:
        raise NothingSaid("Choose whether to authorise, or to take an authorisation back.")
    if not reasons.strip():
        raise NothingSaid("Write why the schedule should change.")
    if from_day < timezone.localdate():
        raise WrongDates("A change is in force from today or a later day.")
    if ScheduleChange.objects.filter(organisation=organisation, function=function, state=PROPOSED).exists():
        raise AlreadyThere(f"A change of this function of {organisation} waits for its decision.")
    change = ScheduleChange(
        ref=new_reference("CS"),
        council=council,
        organisation=organisation,
        function=function,
        kind=kind,
        from_day=from_day,
        reasons=reasons.strip(),
        proposed_on=timezone.localdate(),
        proposed_by=by,
    )
    if kind == AUTHORISE:
        check_days(from_day, to_day)
        check_lawful(council, organisation, function, power, from_day, to_day, conditions)
        check_none_in_force(organisation, function, from_day, to_day)
        if not instrument.strip():
            raise NotReady("Name the instrument that will give it, and its date.")
        change.to_day, change.power, change.scope = to_day, power, scope
        change.conditions, change.instrument = conditions, instrument.strip()[:200]
    else:
        change.authorisation = _to_take_back(council, organisation, function, from_day)
    keep(change, by=by, why=change.reasons)
    route.begin(ScheduleChangeFlow, KIND, change.ref, state=PROPOSED)
    detail = {"function": function, "organisation": organisation.key, "kind": kind, "from": from_day, "power": power}
    record(permission, subject_kind=KIND, subject=change.ref, reason=change.reasons, detail=detail)
    return change


@act
def withdraw_schedule_change(*, by: Account, change: str, reason: str) -> ScheduleChange:
    """Withdraw a proposed change; nothing changes.

    Raises: AlreadyThere where it is decided; NothingSaid without a reason.
    """
    held = _locked(change)
    permission = _permit("withdraw_schedule_change", by, held.council, held.ref)
    return _decide(held, WITHDRAWN, permission, reason)


@act
def refuse_schedule_change(*, by: Account, change: str, reason: str) -> ScheduleChange:
    """Refuse a proposed change, with reasons: by the Director; nothing changes.

    Raises: AlreadyThere where it is decided; NothingSaid without reasons; SameHands for whoever proposed it.
    """
    held = _locked(change)
    permission = _permit_decision("refuse_schedule_change", by, held)
    return _decide(held, REFUSED, permission, reason)


@act
def approve_schedule_change(*, by: Account, change: str, reason: str, cabinet_reference: str = "") -> ScheduleChange:
    """Approve a proposed change: it is in force from its day, and what it touched is kept with the decision.

    The Director approves in person. The law, due diligence and what is in force are asked again, as they are now.

    Raises:
        NotTheDirector: the authority was another's, through cover. SameHands: they proposed it.
        NotReady: the scheme asks Cabinet's reference. WrongDates: its day is past.
        UnlawfulAuthorisation, NoDueDiligence, AlreadyThere: as `authorise_function` and `revoke_authorisation`.
    """
    held = _locked(change)
    permission = _permit_decision("approve_schedule_change", by, held)
    if permission.cover is not None:
        raise NotTheDirector("The Director approves a change in person. Cover does not reach it.")
    _check_proposed(held)
    if (why := why_cabinet(held.kind, held.power)) and not cabinet_reference.strip():
        raise NotReady(f"Give the reference of Cabinet's decision: {why}.")
    if held.from_day < timezone.localdate():
        raise WrongDates(f"It was to be in force from {long_day(held.from_day)}. Propose it again from a day to come.")
    held.effects = [one.as_json() for one in effects_of(held.council, held.organisation, held.function)]
    held.cabinet_reference = cabinet_reference.strip()[:100]
    held.authorisation = _put_in_force(held, by)
    return _decide(held, APPROVED, permission, reason)


# -- the steps the services share ---------------------------------------------------------------------------------


def _locked(ref: str) -> ScheduleChange:
    found = ScheduleChange.objects.select_for_update(of=("self",)).select_related("council", "organisation")
    held = found.filter(ref=ref).first()
    if held is None:
        raise NotReady("There is no such change.")
    return held


def _permit(verb: str, by: Account, council: Organisation, subject: str) -> Permission:
    question = ACTS[verb].question(by=by, council=council, on=timezone.localdate())
    return permit(replace(question, subject_kind=KIND, subject=subject))


def _permit_decision(verb: str, by: Account, held: ScheduleChange) -> Permission:
    """The Director's authority; whoever proposed has their hands on it."""
    question = ACTS[verb].question(by=by, council=held.council, on=timezone.localdate())
    proposer = held.proposed_by.worker_id
    hands = {proposer: "the one who proposed it"} if proposer else {}
    return permit(replace(question, subject_kind=KIND, subject=held.ref, hands=hands))


def _check_proposed(held: ScheduleChange) -> None:
    if held.state != PROPOSED:
        raise AlreadyThere(f"It was decided on {long_day(held.decided_on)}: {held.get_state_display().lower()}.")


def _decide(held: ScheduleChange, state: str, permission: Permission, reason: str) -> ScheduleChange:
    _check_proposed(held)
    if not reason.strip():
        raise NothingSaid("Write the reasons.")
    by = permission.question.by
    held.state, held.decided_on, held.decided_by = state, timezone.localdate(), by
    held.post, held.decision_reasons = permission.post, reason.strip()
    keep(held, by=by, why=held.decision_reasons)
    route.finish(ScheduleChangeFlow, KIND, held.ref, "decision", state=state, by=by)
    detail = {
        "function": held.function,
        "organisation": held.organisation.key,
        "kind": held.kind,
        "from": held.from_day,
        "cabinet": held.cabinet_reference,
        "effects": {one["key"]: one["number"] for one in held.effects},
    }
    record(permission, subject_kind=KIND, subject=held.ref, reason=held.decision_reasons, detail=detail)
    return held


def _to_take_back(council: Organisation, organisation: Organisation, function: str, from_day: date) -> Authorisation:
    given = Authorisation.objects.filter(council=council, organisation=organisation, function=function)
    for one in given.order_by("from_day", "pk"):
        if one.revoked_on is None and (one.to_day is None or one.to_day >= from_day):
            return one
    raise NotReady(f"{organisation} holds no authorisation of this function to take back on {long_day(from_day)}.")


def _put_in_force(held: ScheduleChange, by: Account) -> Authorisation:
    if held.kind == REVOKE:
        if held.authorisation is None:
            raise UnlawfulAuthorisation("The change names no authorisation to take back.")
        given = Authorisation.objects.select_for_update().get(pk=held.authorisation.pk)
        return take_authorisation_back(given, by=by, because=f"{held.reasons} ({held.ref})", from_day=held.from_day)
    return give_authorisation(
        by=by,
        council=held.council,
        organisation=Organisation.objects.select_for_update().get(pk=held.organisation_id),
        function=held.function,
        power=held.power,
        from_day=held.from_day,
        to_day=held.to_day,
        scope=held.scope,
        conditions=held.conditions,
        instrument=held.instrument,
        signed_by=str(by),
        signed_on=timezone.localdate(),
    )[0]
