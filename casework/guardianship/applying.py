"""An application for guardianship, from the day it reaches the council to the council's decision.

Source: Mental Health Act 1983 ss.7, 8, 11, 12, 37; SI 2008/1184 reg 5.
"""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.utils import timezone

from casework import asking
from casework.details import field_faults
from casework.guardianship.details import ApplicationDetails, GuardianDetails, ReceptionDetails
from casework.guardianship.flows import GuardianshipFlow
from casework.guardianship.lock import (
    KIND,
    ask,
    check_state,
    decided,
    guardian_of,
    lock_guardianship,
    move,
    say,
    set_first_due,
    set_term,
)
from casework.guardianship.rules import (
    Papers,
    Term,
    amend_by,
    first_term,
    forward_by,
    term_on,
    why_not_a_guardian,
    why_not_accepted,
)
from casework.guardianship.words import APPLICANTS, GUARDIANS, LIVE, PAPERS, RECEIVED
from casework.models import Guardian, Guardianship, GuardianshipAmendment, GuardianshipRecommendation, Person
from casework.refusals import AlreadyRecorded, NotKept, refuse_faults
from casework.services.people import lock_person
from delegation import route
from delegation.amhp.naming import refuse_unless_amhp_in_force
from delegation.models import Account, AmhpApproval
from delegation.references import new_reference
from delegation.refusals import Fault, WrongDates
from delegation.register import act, keep, keep_many, record
from delegation.wording import long_day

TOLD = (
    "applicant",
    "applicant_name",
    "applied_on",
    "seen_on",
    "received_on",
    "grounds",
    "is_learning_disability",
    "has_serious_conduct",
    "nearest_relative_name",
    "nearest_relative_consulted_on",
    "nearest_relative_not_consulted_because",
    "nearest_relative_objects",
    "why_no_acquaintance",
)
RECOMMENDED = ("doctor", "examined_on", "signed_on")


@act
def record_guardianship_application(*, by: Account, person: str, details: ApplicationDetails) -> Guardianship:
    """Log a guardianship application that reached the council, with its two recommendations and the guardian named.

    What stands against accepting it is no bar to logging it: the council refuses it with reasons. An AMHP who was not
    approved on the day, or was suspended, is not named at all.

    Raises: NotQualified for such an AMHP; AlreadyRecorded where one is live; NotKept with every fault.
    Source: ss.7, 8, 11; SI 2008/1184 reg 5.
    """
    held = lock_person(person)
    permission = asking.ask("record_guardianship_application", by, held)
    amhp = _amhp_named(held, details)
    told = {name: getattr(details, name) for name in TOLD}
    if amhp:
        told["applicant_name"] = amhp.worker.name
    guardianship = _begun(held, by, origin="application", amhp=amhp, **told)
    doctors = [
        GuardianshipRecommendation(guardianship=guardianship, number=number, **asdict(each))
        for number, each in enumerate(details.recommendations, 1)
    ]
    guardian = guardian_from(guardianship, details.guardian)
    refuse_faults(_application_faults(guardianship, doctors, guardian), "This application cannot be logged")
    _refuse_second(held)
    guardianship.due_on = max(details.received_on, forward_by(each.examined_on for each in details.recommendations))
    guardianship.due_what = "decision"
    keep(guardianship, by=by, why="received")
    keep_many(doctors, by=by, why="received")
    keep(guardian, by=by, why="named")
    route.begin(GuardianshipFlow, KIND, guardianship.ref, state=guardianship.state)
    detail = {"person": held.ref, "applicant": details.applicant, "amhp": amhp.ref if amhp else ""}
    record(permission, subject_kind=KIND, subject=guardianship.ref, detail=detail)
    return guardianship


def _amhp_named(person: Person, details: ApplicationDetails) -> AmhpApproval | None:
    """The AMHP who applies, in force on the day of the application. Source: s.114; SI 2008/1206 regs 6 and 7."""
    if details.applicant != "amhp":
        return None
    if not details.amhp:
        raise NotKept("Choose the AMHP who applies.", faults=[Fault("amhp", "Choose the AMHP who applies.")])
    return refuse_unless_amhp_in_force(details.amhp, person.council, details.applied_on)


def _begun(person: Person, by: Account, **told: Any) -> Guardianship:
    """A guardianship of this person, not yet saved."""
    return Guardianship(
        ref=new_reference("GU"),
        council=person.council,
        person=person,
        logged_at=timezone.now(),
        logged_by=by,
        **told,
    )


def guardian_from(guardianship: Guardianship, details: GuardianDetails) -> Guardian:
    """The guardian named, not yet saved; the council goes by its own name."""
    told = asdict(details)
    if details.kind == "council":
        told = {"kind": "council", "name": guardianship.council.name}
    return Guardian(guardianship=guardianship, **told)


def guardian_faults(guardian: Guardian) -> list[Fault]:
    """What of a guardian cannot be kept, each at the field of the form."""
    if guardian.kind not in GUARDIANS:
        return [Fault("kind", "Choose who is guardian.")]
    faults = field_faults(guardian, ["name", "address", "relationship", "fit_because"])
    if guardian.kind == "private" and not guardian.fit_because.strip():
        faults.append(Fault("fit_because", "Write how the council found whether they can act as guardian."))
    if guardian.willing_on and guardian.willing_on > timezone.localdate():
        faults.append(Fault("willing_on", "The statement was made today or before."))
    return faults


def _application_faults(
    guardianship: Guardianship, doctors: list[GuardianshipRecommendation], guardian: Guardian
) -> list[Fault]:
    faults = field_faults(guardianship, list(TOLD)) + guardian_faults(guardian)
    if guardianship.applicant not in APPLICANTS:
        faults.append(Fault("applicant", "Choose who applies."))
    if not guardianship.applicant_name.strip():
        faults.append(Fault("applicant_name", "Write the applicant’s name."))
    if not guardianship.grounds.strip():
        faults.append(Fault("grounds", "Write why guardianship is necessary (s.7(2))."))
    for each in doctors:
        faults += field_faults(each, RECOMMENDED, f"doctor_{each.number}_")
    days = [
        guardianship.seen_on,
        guardianship.nearest_relative_consulted_on,
        *(day for each in doctors for day in (each.examined_on, each.signed_on)),
    ]
    if guardianship.person.date_of_death:
        faults.append(Fault("", "The person has died."))
    if guardianship.received_on > timezone.localdate():
        faults.append(Fault("received_on", "It was received today or before."))
    if guardianship.applied_on and guardianship.applied_on > guardianship.received_on:
        faults.append(Fault("applied_on", "The application was made on or before the day it was received."))
    if any(day and day > guardianship.received_on for day in days):
        faults.append(Fault("received_on", "Everything in the papers happened on or before the day they came."))
    return faults


def _refuse_second(person: Person) -> None:
    if person.guardianships.filter(state__in=sorted(LIVE)).exists():
        raise AlreadyRecorded("A guardianship of this person is live already, or waits for the council.")


def papers_of(held: Guardianship, guardian: Guardian) -> Papers:
    """What acceptance asks of the application as it is recorded."""
    consulted, applied = held.nearest_relative_consulted_on, held.applied_on or held.received_on
    told = bool((consulted and consulted <= applied) or held.nearest_relative_not_consulted_because.strip())
    return Papers(
        born=held.person.date_of_birth,
        applicant=held.applicant,
        applied_on=applied,
        seen_on=held.seen_on or held.received_on,
        received_on=held.received_on,
        recommendations=[each.told for each in held.recommendations.all()],
        is_learning_disability=held.is_learning_disability,
        has_serious_conduct=held.has_serious_conduct,
        nearest_relative_told=told or bool(held.nearest_relative_displaced_on),
        nearest_relative_objects=held.nearest_relative_objects and not held.nearest_relative_displaced_on,
        why_no_acquaintance=held.why_no_acquaintance,
        guardian_is_private=guardian.kind == "private",
        guardian_lives_here=guardian.lives_here,
        guardian_willing_on=guardian.willing_on,
        guardian_is_fit=guardian.is_fit,
        has_died=held.person.date_of_death is not None,
        applicant_name=held.applicant_name,
        nearest_relative_name=held.nearest_relative_name,
        guardian_name=guardian.name,
    )


@act
def accept_guardianship_application(
    *, by: Account, guardianship: str, accepted_on: date | None = None, signed_in: str = ""
) -> Guardianship:
    """Accept the application on Form G5, for the council alone, whoever is to be guardian; the first term begins.

    Args: the day of acceptance, today where left out; where the form is kept, for one signed on an earlier day.
    Raises: NotKept, with every reason, where the papers do not allow it; SameHands for the AMHP who applied.
    Source: ss.7(5), 8(1)-(2), 20(1); SI 2008/1184 regs 5(2), 21(1).
    """
    held = lock_guardianship(guardianship)
    permission = ask("accept_guardianship_application", held, by)
    check_state(held, "received")
    on, guardian = accepted_on or timezone.localdate(), guardian_of(held)
    if why := why_not_accepted(papers_of(held, guardian)):
        raise NotKept(" ".join(why), faults=[Fault("", each) for each in why])
    faults = field_faults(held, ["signed_in"])
    if not held.received_on <= on <= timezone.localdate():
        faults.append(Fault("accepted_on", "It was accepted today or before, and after it was received."))
    if first_term(on).to_day < timezone.localdate():
        faults.append(Fault("accepted_on", "The six months from that day are over by now (s.20(1))."))
    if on < timezone.localdate() and not signed_in.strip():
        faults.append(Fault("signed_in", "Say where the form signed on that earlier day is kept."))
    refuse_faults(faults, "This cannot be accepted")
    held.began_on, held.signed_in = on, signed_in.strip()
    set_term(held, first_term(on))
    decided(held, by)
    guardian.from_day = on
    keep(guardian, by=by, why="accepted")
    move(held, "in_force", by=by, why="accepted on Form G5", guardian=guardian)
    detail = {"accepted_on": on, "until": held.term_to, "guardian": guardian.kind}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return held


@act
def refuse_guardianship_application(*, by: Account, guardianship: str, because: str) -> Guardianship:
    """Not accept the application, with reasons. The council is never bound to accept. Source: ss.7(5), 8(1)."""
    held = lock_guardianship(guardianship)
    permission = ask("refuse_guardianship_application", held, by)
    check_state(held, "received")
    held.refused_because = say(because, "Write why the application is not accepted.")
    return _closed(held, "refused", permission, by=by, because=held.refused_because)


@act
def withdraw_guardianship_application(*, by: Account, guardianship: str, because: str) -> Guardianship:
    """Note that the applicant withdrew the application before the council decided."""
    held = lock_guardianship(guardianship)
    permission = ask("withdraw_guardianship_application", held, by)
    check_state(held, "received")
    words = say(because, "Write what the applicant said.")
    return _closed(held, "withdrawn", permission, by=by, because=words)


def _closed(held: Guardianship, to: str, permission: Any, *, by: Account, because: str) -> Guardianship:
    decided(held, by)
    move(held, to, by=by, why=because)
    record(permission, subject_kind=KIND, subject=held.ref, reason=because)
    return held


@act
def receive_into_guardianship(*, by: Account, person: str, details: ReceptionDetails) -> Guardianship:
    """Receive somebody whom a court ordered into guardianship, or who comes from another guardian or from hospital.

    The term is reckoned from the order, or from the first acceptance or admission, every renewal before having been
    made elsewhere. Raises NotKept with every fault; AlreadyRecorded where one is live.
    Source: ss.19(2), 37, 40(2); SI 2008/1184 regs 7(4), 8(1).
    """
    held = lock_person(person)
    permission = asking.ask("receive_into_guardianship", by, held)
    told = {name: getattr(details, name) for name in ("origin", "began_on", "received_on", "from_name")}
    guardianship = _begun(held, by, **told)
    guardian = guardian_from(guardianship, details.guardian)
    refuse_faults(_reception_faults(guardianship, guardian), "This cannot be recorded")
    _refuse_second(held)
    set_term(guardianship, _running_since(guardianship))
    guardianship.state, guardian.from_day = "in_force", guardianship.here_since
    decided(guardianship, by)
    set_first_due(guardianship, guardian)
    keep(guardianship, by=by, why="received into guardianship")
    keep(guardian, by=by, why="named")
    route.begin(GuardianshipFlow, KIND, guardianship.ref, state=guardianship.state)
    route.finish(GuardianshipFlow, KIND, guardianship.ref, "decision", state=guardianship.state, by=by)
    detail = {"person": held.ref, "origin": details.origin, "until": guardianship.term_to, "guardian": guardian.kind}
    record(permission, subject_kind=KIND, subject=guardianship.ref, detail=detail)
    return guardianship


def _running_since(guardianship: Guardianship) -> Term:
    """The term that ran on the day the council here became answerable."""
    return term_on(guardianship.began_on or guardianship.received_on, guardianship.here_since)


def _reception_faults(guardianship: Guardianship, guardian: Guardian) -> list[Fault]:
    faults = field_faults(guardianship, ["from_name", "received_on", "began_on"]) + guardian_faults(guardian)
    began_on = guardianship.began_on or guardianship.received_on
    if guardianship.origin not in RECEIVED:
        faults.append(Fault("origin", "Choose where it comes from."))
    if not guardianship.from_name.strip():
        faults.append(Fault("from_name", "Name the court, the council or the hospital."))
    if not began_on <= guardianship.received_on <= timezone.localdate():
        faults.append(Fault("began_on", "It began before it was received, and was received today or before."))
    if _running_since(guardianship).to_day < timezone.localdate():
        faults.append(Fault("began_on", "The term that ran then is over by now (s.20)."))
    if guardianship.person.date_of_death:
        faults.append(Fault("", "The person has died."))
    if guardian.kind == "private":
        why = why_not_a_guardian(lives_here=guardian.lives_here, willing_on=guardian.willing_on, is_fit=guardian.is_fit)
        faults += [Fault("", each) for each in why]
    return faults


@act
def consent_to_amendment(
    *, by: Account, guardianship: str, paper: str, defect: str, amended_on: date, amended_by_name: str
) -> GuardianshipAmendment:
    """Consent that whoever signed a paper mends a defect in it, within fourteen days from acceptance.

    Raises WrongDates after that. Source: s.8(4).
    """
    held = lock_guardianship(guardianship)
    permission = ask("consent_to_amendment", held, by)
    check_state(held, "in_force")
    amendment = GuardianshipAmendment(
        guardianship=held,
        paper=paper,
        defect=say(defect, "Write what was incorrect or defective."),
        amended_on=amended_on,
        amended_by_name=amended_by_name.strip(),
        consented_at=timezone.now(),
        consented_by=by,
    )
    faults = field_faults(amendment, ["paper", "defect", "amended_by_name"])
    if paper not in PAPERS or held.origin != "application":
        faults.append(Fault("paper", "Choose a paper of the application."))
    refuse_faults(faults, "This amendment cannot be made")
    if held.began_on is None or not held.began_on <= amended_on <= min(amend_by(held.began_on), timezone.localdate()):
        last = long_day(amend_by(held.began_on)) if held.began_on else "no day"
        raise WrongDates(f"A paper is amended from the day of acceptance until {last}, today or before (s.8(4)).")
    keep(amendment, by=by, why=amendment.defect)
    record(permission, subject_kind=KIND, subject=held.ref, reason=amendment.defect, detail={"paper": paper})
    return amendment
