"""The assessment of an adult or of a carer, and the determination made of it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Value, When
from django.utils import timezone

from casework.details import AssessmentDetails, Findings, assessment_faults, said, unfit_text
from casework.models import AssessedOutcome, Assessment, Contact, EligibilityDetermination, Need, Person
from casework.plans import ask_before_plan
from casework.refusals import AlreadyRecorded, NotKept, refuse_faults
from casework.rules import Answer, is_eligible, unable_outcomes
from casework.services.drafts import finish_draft
from casework.services.people import lock_person
from delegation.models import Account
from delegation.references import new_reference
from delegation.refusals import Fault, NotFound
from delegation.register import act, keep, keep_many, record


@act
def record_assessment(*, by: Account, person: str, details: AssessmentDetails, contact: str = "") -> Assessment:
    """Record an adult's needs assessment: the ten outcomes, wellbeing, involvement, capacity, advocacy, refusal.

    Args: the references of the person and, where there was one, of the contact. Raises NotKept, NotFound.
    Source: Care Act 2014 ss.9, 11, 12; SI 2014/2827; SI 2015/313 reg 2.
    """
    held = lock_person(person)
    assessed = assess_locked("adult", held, by=by, details=details, contact=contact)
    finish_draft(by, held, "adult")
    return assessed.assessment


@act
def record_carer_assessment(*, by: Account, person: str, details: AssessmentDetails, contact: str = "") -> Assessment:
    """Record a carer's assessment: the eight outcomes, and whether the carer is willing and able.

    Raises NotKept, NotFound. Source: Care Act 2014 s.10; SI 2015/313 reg 3.
    """
    held = lock_person(person)
    assessed = assess_locked("carer", held, by=by, details=details, contact=contact)
    finish_draft(by, held, "carer")
    return assessed.assessment


@dataclass(frozen=True, kw_only=True)
class Assessed:
    """An assessment just recorded, or locked, with its answers and its needs."""

    assessment: Assessment
    answers: list[AssessedOutcome]
    needs: list[Need]


def assess_locked(kind: str, held: Person, *, by: Account, details: AssessmentDetails, contact: str = "") -> Assessed:
    """Record the assessment of a person already locked, inside a whole under way."""
    act_name = "record_carer_assessment" if kind == "carer" else "record_assessment"
    permission = ask_before_plan(
        act_name,
        by,
        council=held.council,
        provider_id=held.provider_id,
        subject_kind="person",
        subject=held.ref,
    )
    refuse_faults(assessment_faults(kind, details, timezone.localdate()), "This assessment cannot be kept yet")
    came_of = Contact.objects.filter(ref=contact, person=held).first() if contact else None
    if contact and came_of is None:
        raise NotFound(f"This person has no contact {contact}.")
    assessment = Assessment(
        ref=new_reference("AS"),
        kind=kind,
        council=held.council,
        provider=held.provider,
        person=held,
        contact=came_of,
        assessor=permission.post.worker,
        recorded_at=timezone.now(),
        recorded_by=by,
        **said(details, but=("answers", "needs")),
    )
    keep(assessment, by=by, why="recorded")
    assessed = _keep_answers_and_needs(assessment, details, by=by)
    record(permission, subject_kind="assessment", subject=assessment.ref, detail={"person": held.ref})
    return assessed


def _keep_answers_and_needs(assessment: Assessment, details: AssessmentDetails, *, by: Account) -> Assessed:
    answers = [
        AssessedOutcome(
            assessment=assessment,
            outcome=answer.outcome,
            can_achieve=answer.can_achieve,
            unable_because=list(answer.unable_because),
            wellbeing_impact=answer.wellbeing_impact,
        )
        for answer in details.answers
    ]
    needs = [
        Need(
            assessment=assessment,
            need_key=need.need,
            outcome=need.outcome,
            description=need.description,
            how_far=need.how_far,
            met_otherwise_because=need.met_otherwise_because,
        )
        for need in details.needs
    ]
    return Assessed(
        assessment=assessment,
        answers=keep_many(answers, by=by, why="recorded"),
        needs=keep_many(needs, by=by, why="recorded"),
    )


def lock_assessment(ref: str) -> Assessment:
    """The assessment of this reference, locked, with its person, council and provider. Raises NotFound."""
    try:
        return (
            Assessment.objects.select_for_update(of=("self",))
            .select_related("person", "council", "provider")
            .get(ref=ref)
        )
    except Assessment.DoesNotExist:
        raise NotFound(f"There is no assessment {ref}.") from None


@act
def determine_eligibility(
    *,
    by: Account,
    assessment: str,
    need_from_impairment: bool,
    significant_effect: bool,
    reasons: str,
    advice: str = "",
    health_at_risk: bool = False,
    determined_on: date | None = None,
) -> EligibilityDetermination:
    """Determine whether the needs meet the eligibility criteria, in writing, with reasons.

    The outcome follows from the answers of the assessment and the two findings given here; it cannot be typed.
    Each need on an outcome the person is unable to achieve is then an eligible need.
    Args: `need_from_impairment`, that the needs arise as the regulations ask (impairment or illness; for a carer,
    providing necessary care); `health_at_risk` for a carer; `advice` where nothing is eligible.
    Raises NotKept, AlreadyRecorded, NotFound. Source: Care Act 2014 s.13; SI 2015/313 regs 2-3.
    """
    held = lock_assessment(assessment)
    assessed = Assessed(assessment=held, answers=list(held.outcomes.all()), needs=list(held.needs.all()))
    found = Findings(
        need_from_impairment=need_from_impairment,
        significant_effect=significant_effect,
        reasons=reasons,
        advice=advice,
        health_at_risk=health_at_risk,
        determined_on=determined_on,
    )
    return determine_locked(assessed, by=by, found=found)


def determine_locked(assessed: Assessed, *, by: Account, found: Findings) -> EligibilityDetermination:
    """Determine eligibility on an assessment already locked, inside a whole under way; marks its needs."""
    held = assessed.assessment
    permission = ask_before_plan(
        "determine_eligibility",
        by,
        council=held.council,
        provider_id=held.provider_id,
        subject_kind="assessment",
        subject=held.ref,
    )
    if EligibilityDetermination.objects.filter(assessment=held).exists():
        raise AlreadyRecorded(f"Eligibility was already determined on assessment {held.ref}.")
    if held.refusal == Assessment.Refusal.ENDS_THE_DUTY:
        raise NotKept("The person refused the assessment, which ended the duty: Care Act 2014 s.11(1).")
    unable = unable_outcomes(held.kind, [_answer(row) for row in assessed.answers])
    eligible = is_eligible(
        held.kind,
        unable,
        need_from_impairment=found.need_from_impairment,
        significant_effect=found.significant_effect,
        health_at_risk=found.health_at_risk,
    )
    refuse_faults(_determination_faults(eligible, found.reasons, found.advice), "This determination cannot be kept yet")
    determination = EligibilityDetermination(
        assessment=held,
        eligible=eligible,
        outcomes_counted=unable,
        **said(found, but=("determined_on",)),
        determined_on=found.determined_on or timezone.localdate(),
        determined_at=timezone.now(),
        determined_by=by,
    )
    keep(determination, by=by, why="determined")
    # A carer whose health is at risk is eligible though able to achieve every outcome: then each need counts.
    counted = (unable or [need.outcome for need in assessed.needs]) if eligible else []
    _mark_needs(assessed, counted, by=by)
    record(permission, subject_kind="assessment", subject=held.ref, reason=found.reasons, detail={"eligible": eligible})
    return determination


def _answer(row: AssessedOutcome) -> Answer:
    return Answer(outcome=row.outcome, can_achieve=row.can_achieve, unable_because=tuple(row.unable_because))


def _determination_faults(eligible: bool, reasons: str, advice: str) -> list[Fault]:
    faults = []
    if not reasons.strip():
        faults.append(Fault("reasons", "Give the reasons in writing: Care Act 2014 s.13(2)."))
    if not eligible and not advice.strip():
        sentence = "Nothing is eligible: give written advice on reducing and preventing needs, Care Act 2014 s.13(5)."
        faults.append(Fault("advice", sentence))
    if unfit_text(reasons + advice):
        faults.append(Fault("reasons", "The text holds a character that cannot be kept."))
    return faults


def _mark_needs(assessed: Assessed, counted: list[str], *, by: Account) -> None:
    for need in assessed.needs:
        need.eligible = need.outcome in counted
    if assessed.needs:
        marked = Case(When(outcome__in=counted, then=True), default=False) if counted else Value(False)
        Need.objects.filter(assessment=assessed.assessment).update(eligible=marked)
        Need.history.bulk_history_create(
            assessed.needs, update=True, default_user=by, default_change_reason="eligibility determined"
        )
