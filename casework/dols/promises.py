"""What must always be so of deprivations of liberty. Source: Mental Capacity Act 2005 Sch A1; SI 2008/1858."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from casework.models import DolsAssessment, DolsAuthorisation, DolsRequest
from delegation.promises import promise, walked_promise

promise(
    "I16",
    "No deprivation of liberty is authorised without six requirements assessed and met",
    """
    SELECT r.ref, COUNT(DISTINCT s.kind) AS met
      FROM casework_dolsauthorisation a
      JOIN casework_dolsrequest r ON r.id = a.request_id
      LEFT JOIN casework_dolsassessment s ON s.request_id = r.id AND s.met AND s.assessed_on IS NOT NULL
     GROUP BY r.id, r.ref HAVING COUNT(DISTINCT s.kind) < 6
    UNION ALL
    SELECT r.ref, 0
      FROM casework_dolsassessment s
      JOIN casework_dolsrequest r ON r.id = s.request_id
      JOIN casework_dolsauthorisation a ON a.request_id = r.id
     WHERE NOT s.met OR s.met IS NULL
    """,
)
promise(
    "I16",
    "Mental health and best interests were assessed by different people",
    """
    SELECT r.ref
      FROM casework_dolsassessment mental
      JOIN casework_dolsassessment best ON best.request_id = mental.request_id AND best.kind = 'best_interests'
      JOIN casework_dolsassessor one ON one.id = mental.assessor_id
      JOIN casework_dolsassessor other ON other.id = best.assessor_id
      JOIN casework_dolsrequest r ON r.id = mental.request_id
     WHERE mental.kind = 'mental_health' AND (one.id = other.id OR one.worker_id = other.worker_id)
    """,
)
promise(
    "I16",
    "Nobody assesses whom the managing authority employs, who takes part in the care, or who gains by it",
    """
    SELECT r.ref, s.kind
      FROM casework_dolsassessment s
      JOIN casework_dolsrequest r ON r.id = s.request_id
      JOIN casework_dolsassessor a ON a.id = s.assessor_id
     WHERE s.is_involved_in_care OR s.is_relative OR s.has_financial_interest OR s.is_employed_by_managing_authority
        OR a.employer_id = r.managing_authority_id OR a.council_id <> r.council_id
    """,
)
promise(
    "I16",
    "Every decision on a deprivation of liberty was signed in a post of the council",
    """
    SELECT r.ref, 'granted' AS decision
      FROM casework_dolsauthorisation a
      JOIN casework_dolsrequest r ON r.id = a.request_id
     WHERE NOT EXISTS (
        SELECT 1 FROM delegation_act t
          JOIN delegation_post p ON p.id = t.post_id
         WHERE t.verb = 'grant_dols_authorisation' AND t.outcome = 'exercised' AND t.subject_kind = 'dols'
           AND t.subject = r.ref AND t.council_id = r.council_id AND p.organisation_id = r.council_id
           AND t.account_id = a.granted_by_id)
    UNION ALL
    SELECT r.ref, 'refused'
      FROM casework_dolsrequest r
     WHERE r.state = 'refused' AND NOT EXISTS (
        SELECT 1 FROM delegation_act t
          JOIN delegation_post p ON p.id = t.post_id
         WHERE t.verb = 'refuse_dols_authorisation' AND t.outcome = 'exercised' AND t.subject_kind = 'dols'
           AND t.subject = r.ref AND t.council_id = r.council_id AND p.organisation_id = r.council_id
           AND t.account_id = r.decided_by_id)
    """,
)
promise(
    "I16",
    "Nobody signs a deprivation of liberty that they assessed",
    """
    SELECT r.ref, s.kind
      FROM casework_dolsassessment s
      JOIN casework_dolsrequest r ON r.id = s.request_id
      JOIN casework_dolsassessor a ON a.id = s.assessor_id
      JOIN delegation_account c ON c.id = r.decided_by_id
     WHERE a.worker_id = c.worker_id
    """,
)
promise(
    "I16",
    "A request is in force, under review or suspended exactly where there is an authorisation that has not ended",
    """
    SELECT r.ref, r.state
      FROM casework_dolsrequest r
      LEFT JOIN casework_dolsauthorisation a ON a.request_id = r.id
     WHERE (r.state IN ('granted', 'under_review', 'suspended') AND a.id IS NULL)
        OR (r.state IN ('received', 'assessing', 'assessed', 'refused') AND a.id IS NOT NULL)
    """,
)
promise(
    "I16",
    "Nobody known here assessed while no registration of theirs was known to be live on the day of the assessment",
    """
    SELECT r.ref, s.kind, s.assessed_on
      FROM casework_dolsassessment s
      JOIN casework_dolsrequest r ON r.id = s.request_id
      JOIN casework_dolsassessor a ON a.id = s.assessor_id
     WHERE s.assessed_on IS NOT NULL AND a.worker_id IS NOT NULL
       -- An assessor may be found to be somebody known here only after they assessed.
       AND EXISTS (
           SELECT 1 FROM casework_historicaldolsassessor known
            WHERE known.id = a.id AND known.worker_id = a.worker_id AND known.history_date <= s.recorded_at)
       AND NOT EXISTS (
           SELECT 1 FROM delegation_historicalprofessionalregistration h
            WHERE h.worker_id = a.worker_id AND h.history_date <= s.recorded_at
              AND (h.live_from IS NULL OR h.live_from <= s.assessed_on)
              AND (h.live_to IS NULL OR h.live_to >= s.assessed_on)
              AND (h.ended_on IS NULL OR h.ended_on > s.assessed_on))
    """,
)


def too_long() -> Iterator[tuple[Any, ...]]:
    """The authorisations of more than twelve months, or longer than best interests allows."""
    found = DolsAuthorisation.objects.filter(request__assessments__kind="best_interests").values_list(
        "request__ref", "from_day", "to_day", "request__assessments__most_days"
    )
    for ref, first, last, most in found.iterator():
        if (last - first).days + 1 > (most or 0) or last >= _years_after(first, 1):
            yield ref, first, last, most


def unfit_assessors() -> Iterator[tuple[Any, ...]]:
    """The assessments by somebody of another profession, registered too short a time, or not yet trained."""
    made = DolsAssessment.objects.filter(kind__in=["best_interests", "mental_health"]).values_list(
        "request__ref",
        "kind",
        "assessor__profession",
        "assessor__registered_on",
        "assessor__training_on",
        "selected_on",
    )
    for ref, kind, profession, registered_on, training_on, selected_on in made.iterator():
        is_doctor = profession == "doctor"
        too_new = kind == "best_interests" and _years_after(registered_on, 2) > selected_on
        if is_doctor != (kind == "mental_health") or too_new or training_on > selected_on:
            yield ref, kind, profession


def children() -> Iterator[tuple[Any, ...]]:
    """The requests about somebody who was under eighteen when they were received."""
    asked = DolsRequest.objects.values_list("ref", "person__date_of_birth", "received_on")
    for ref, born, received_on in asked.iterator():
        if _years_after(born, 18) > received_on:
            yield (ref,)


def _years_after(day: date, years: int) -> date:
    """The same day some years later; 1 March for 29 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


walked_promise(
    "I16",
    "No deprivation of liberty is authorised beyond twelve months, or beyond what best interests allows",
    ("request", "from_day", "to_day", "most_days"),
    too_long,
)
walked_promise(
    "I16",
    "Mental health was assessed by a doctor, best interests by one of the four professions, each in standing",
    ("request", "kind", "profession"),
    unfit_assessors,
)
walked_promise("I16", "Only the liberty of adults is authorised here", ("request",), children)
