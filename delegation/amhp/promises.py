"""What must never be true of the register of AMHPs, written from the law and not from the services.

Source: Mental Health Act 1983 s.114; SI 2008/1206 regs 3 to 8.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Min
from django.utils import timezone

from delegation.models import AmhpApproval
from delegation.promises import listed, promise, walked_promise

# What stands in the place of the council for whoever was recorded before it was asked (migration 0008).
NOT_ASKED = "Not asked when it was recorded"
# Written out here, so that a fault in the data file is found too.
AREAS = ("values", "law_and_policy", "mental_disorder", "partnership", "decisions")
PROFESSIONS = [
    "learning_disability_nurse",
    "mental_health_nurse",
    "occupational_therapist",
    "practitioner_psychologist",
    "social_worker",
]

promise(
    "I16",
    "No approval of an AMHP stands without competence shown in all five areas by the day of the decision",
    f"""
    SELECT a.ref, COUNT(DISTINCT c.area) AS areas
      FROM delegation_amhpapproval a
      LEFT JOIN delegation_amhpcompetence c
        ON c.approval_id = a.id AND c.evidence <> '' AND c.assessed_on <= a.decided_on
       AND c.area IN ({listed(list(AREAS))})
     WHERE a.state IN ('in_force', 'suspended', 'ended')
     GROUP BY a.id, a.ref
    HAVING COUNT(DISTINCT c.area) < {len(AREAS)}
    """,  # noqa: S608 (the words are our own)
)
promise(
    "I16",
    "Every AMHP was approved in a profession of Schedule 1, with a registration of their own known to be live that day",
    f"""
    SELECT a.ref, a.profession, r.ref AS registration
      FROM delegation_amhpapproval a
      JOIN delegation_professionalregistration r ON r.id = a.registration_id
      JOIN delegation_act t ON t.council_id = a.council_id AND t.verb = 'approve_amhp' AND t.outcome = 'exercised'
       AND t.subject_kind = 'amhp' AND t.subject = a.ref
     WHERE a.state IN ('in_force', 'suspended', 'ended')
       AND (a.profession NOT IN ({listed(PROFESSIONS)}) OR r.worker_id <> a.worker_id
            OR NOT EXISTS (
                SELECT 1 FROM delegation_historicalprofessionalregistration h
                 WHERE h.id = r.id AND h.history_date <= t.at AND h.profession = a.profession
                   AND (h.live_from IS NULL OR h.live_from <= a.decided_on)
                   AND (h.live_to IS NULL OR h.live_to >= a.decided_on))
            OR EXISTS (
                SELECT 1 FROM delegation_historicalprofessionalregistration h
                 WHERE h.id = r.id AND h.history_date < t.at AND h.ended_on IS NOT NULL)
            OR EXISTS (
                SELECT 1 FROM delegation_historicalregistrationsuspension s
                 WHERE s.registration_id = r.id AND s.history_date < t.at AND s.from_day <= a.decided_on
                   AND (s.lifted_on IS NULL OR s.lifted_on > a.decided_on)
                   AND NOT EXISTS (
                       SELECT 1 FROM delegation_historicalregistrationsuspension later
                        WHERE later.id = s.id AND later.history_id > s.history_id AND later.history_date <= t.at)))
    """,  # noqa: S608
)
promise(
    "I16",
    "Every AMHP was approved by an act of that council, in a post of it that holds the function",
    """
    SELECT a.ref, p.role, a.decided_by_id
      FROM delegation_amhpapproval a
      JOIN delegation_post p ON p.id = a.decided_in_id
     WHERE a.state IN ('in_force', 'suspended', 'ended')
       AND (p.organisation_id <> a.council_id OR p.role NOT IN ('amhp_lead', 'dass')
            OR NOT EXISTS (
                SELECT 1 FROM delegation_act t
                 WHERE t.council_id = a.council_id AND t.verb = 'approve_amhp' AND t.outcome = 'exercised'
                   AND t.function = 'amhp_approval' AND t.subject_kind = 'amhp' AND t.subject = a.ref
                   AND t.account_id = a.decided_by_id AND t.post_id = p.id AND t.organisation_id = a.council_id
                   AND t.worker_id <> a.worker_id))
    """,
)
promise(
    "I16",
    "An AMHP approved before names an approval of their own, which had begun by the application",
    f"""
    SELECT a.ref, e.ref AS earlier, a.earlier_council
      FROM delegation_amhpapproval a
      LEFT JOIN delegation_amhpapproval e ON e.id = a.earlier_id
     WHERE (a.was_approved_before AND e.id IS NULL AND a.earlier_council = '')
        OR (NOT a.was_approved_before AND (e.id IS NOT NULL OR a.earlier_council <> ''))
        OR e.worker_id <> a.worker_id OR e.council_id <> a.council_id
        OR e.state NOT IN ('in_force', 'suspended', 'ended') OR e.decided_on > a.applied_on
        OR (a.earlier_council NOT IN ('', {listed([NOT_ASKED])}) AND (
               a.earlier_from IS NULL OR a.earlier_from > a.applied_on OR a.earlier_to < a.earlier_from
               OR EXISTS (
                   SELECT 1 FROM delegation_act t
                    WHERE t.council_id = a.council_id AND t.verb = 'apply_for_amhp_approval'
                      AND t.outcome = 'exercised' AND t.subject_kind = 'amhp' AND t.subject = a.ref
                      AND t.day < a.earlier_to)))
    """,  # noqa: S608 (the words are our own)
)
promise(
    "I16",
    "Nobody has two live approvals as an AMHP, in one council or in two",
    """
    SELECT one.ref, other.ref AS another
      FROM delegation_amhpapproval one
      JOIN delegation_amhpapproval other ON other.worker_id = one.worker_id AND other.id > one.id
     WHERE one.state IN ('in_force', 'suspended') AND other.state IN ('in_force', 'suspended')
    """,
)
promise(
    "I16",
    "No two approvals of one AMHP were in force at the same time",
    """
    SELECT earlier.ref, later.ref AS another
      FROM delegation_amhpapproval earlier
      JOIN delegation_amhpapproval later
        ON later.worker_id = earlier.worker_id AND later.id <> earlier.id
       AND (later.decided_on > earlier.decided_on OR (later.decided_on = earlier.decided_on AND later.id > earlier.id))
     WHERE earlier.state = 'ended' AND later.state IN ('in_force', 'suspended', 'ended')
       AND earlier.ended_on > later.decided_on
    """,
)
promise(
    "I16",
    "No approval of an AMHP is in force while its registration is suspended or ended",
    """
    SELECT a.ref, r.ref AS registration
      FROM delegation_amhpapproval a
      JOIN delegation_professionalregistration r ON r.id = a.registration_id
     WHERE (a.state = 'in_force' AND EXISTS (
                SELECT 1 FROM delegation_registrationsuspension s
                 WHERE s.registration_id = r.id AND s.lifted_on IS NULL))
        OR (a.state IN ('in_force', 'suspended') AND r.ended_on IS NOT NULL)
    """,
)
promise(
    "I16",
    "An approval of an AMHP is suspended exactly while a suspension of it is open",
    """
    SELECT a.ref, a.state
      FROM delegation_amhpapproval a
     WHERE (a.state = 'suspended') <> EXISTS (
            SELECT 1 FROM delegation_amhpsuspension s WHERE s.approval_id = a.id AND s.lifted_on IS NULL)
       AND a.state <> 'ended'
    """,
)
promise(
    "I16",
    "Every AMHP was told of the approval, and of its end, with reasons",
    """
    SELECT a.ref, a.state
      FROM delegation_amhpapproval a
     WHERE (a.state IN ('in_force', 'suspended', 'ended') AND NOT EXISTS (
                SELECT 1 FROM delegation_amhpnotice n WHERE n.approval_id = a.id AND n.kind = 'approved'
                   AND n.to_authority = '' AND n.reasons <> ''))
        OR (a.state = 'refused' AND NOT EXISTS (
                SELECT 1 FROM delegation_amhpnotice n WHERE n.approval_id = a.id AND n.kind = 'refused'
                   AND n.to_authority = '' AND n.reasons <> ''))
        OR (a.state = 'ended' AND NOT EXISTS (
                SELECT 1 FROM delegation_amhpnotice n WHERE n.approval_id = a.id AND n.kind = 'ended'
                   AND n.to_authority = '' AND n.reasons <> ''))
    """,
)


def wrong_terms() -> Iterator[tuple[Any, ...]]:
    """The approvals whose last day is not that of five years from the day of approval."""
    found = AmhpApproval.objects.exclude(state__in=["applied", "refused"]).order_by("pk")
    for ref, approved_on, last_day in found.values_list("ref", "decided_on", "last_day").iterator():
        if approved_on is None or last_day != _five_years_from(approved_on):
            yield ref, approved_on, last_day


def rests_on_what_is_too_old() -> Iterator[tuple[Any, ...]]:
    """The approvals that rest on competence assessed, or on the course of a first approval, over five years before."""
    found = AmhpApproval.objects.exclude(state__in=["applied", "refused"]).order_by("pk")
    shown = found.values_list("ref", "decided_on", "was_approved_before", "course_completed_on")
    for ref, approved_on, again, course, oldest in shown.annotate(oldest=Min("competence__assessed_on")).iterator():
        for day in (None if again else course, oldest):
            if day and approved_on and _five_years_from(day) + timedelta(days=1) < approved_on:
                yield ref, approved_on, day


def earlier_terms_too_long() -> Iterator[tuple[Any, ...]]:
    """The earlier approvals told that lasted over the five years of reg 4."""
    told = AmhpApproval.objects.filter(earlier_from__isnull=False, earlier_to__isnull=False).order_by("pk")
    for ref, first, last in told.values_list("ref", "earlier_from", "earlier_to").iterator():
        if first and last and last > _five_years_from(first):
            yield ref, first, last


def _five_years_from(day: date) -> date:
    """The day before the fifth anniversary; of 29 February, the 28th of a year that has no 29th."""
    if (day.month, day.day) == (2, 29):
        return date(day.year + 5, 2, 28)
    return date(day.year + 5, day.month, day.day) - timedelta(days=1)


def removed_too_early() -> Iterator[tuple[Any, ...]]:
    """The approvals that are gone, though five years had not passed since they ended (reg 8(2))."""
    kept = AmhpApproval.history.exclude(id__in=AmhpApproval.objects.values("pk"))
    gone: dict[int, Any] = {line.id: line for line in kept.order_by("history_date", "history_id")}
    for line in gone.values():
        over = line.ended_on or (line.decided_on if line.state == "refused" else None)
        removed = line.history_date if line.history_type == "-" else None
        if over is None or removed is None or _day(removed) <= _five_years_from(over) + timedelta(days=1):
            yield line.ref, line.state, over


def _day(moment: datetime) -> date:
    return timezone.localdate(moment)


walked_promise(
    "I16",
    "No approval of an AMHP runs past its five years",
    ("approval", "approved_on", "last_day"),
    wrong_terms,
)
walked_promise(
    "I16",
    "No AMHP was approved on competence assessed, or on a first course completed, more than five years before",
    ("approval", "approved_on", "day"),
    rests_on_what_is_too_old,
)
walked_promise(
    "I16",
    "No earlier approval told of an AMHP lasted more than five years",
    ("approval", "from", "to"),
    earlier_terms_too_long,
)
walked_promise(
    "I16",
    "No record of an AMHP was removed before five years from the end of the approval",
    ("approval", "state", "ended_on"),
    removed_too_early,
)
