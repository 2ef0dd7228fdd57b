"""What must always be so of guardianships, written from the law and not from the services.

Source: Mental Health Act 1983 ss.3(3), 6(1), 7 to 12A, 18(4), 19 to 21B, 23, 34; SI 2008/1184 regs 5, 8, 13, 21;
SI 2008/1206 regs 6 and 7.
"""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from casework.models import (
    Guardianship,
    GuardianshipAbsence,
    GuardianshipRecommendation,
    GuardianshipRenewal,
    GuardianshipTransfer,
    TransferRecommendation,
)
from delegation.promises import promise, walked_promise

# The approval that was named, the day it was named for, and the act by which it was.
NAMED = """
    SELECT g.ref AS ref, g.council_id AS council_id, g.amhp_id AS amhp_id, g.applied_on AS applied_on,
           'record_guardianship_application' AS verb
      FROM casework_guardianship g WHERE g.amhp_id IS NOT NULL
    UNION ALL
    SELECT g.ref, g.council_id, x.amhp_id, x.applied_on, 'transfer_guardianship_away'
      FROM casework_guardianshiptransfer x
      JOIN casework_guardianship g ON g.id = x.guardianship_id
     WHERE x.amhp_id IS NOT NULL
"""
promise(
    "I16",
    "No AMHP was named on an application for guardianship, or on a transfer to hospital, while not approved",
    f"""
    SELECT n.ref, a.ref AS approval, n.applied_on
      FROM ({NAMED}) n
      JOIN delegation_amhpapproval a ON a.id = n.amhp_id
      LEFT JOIN delegation_act t ON t.council_id = n.council_id AND t.verb = n.verb AND t.outcome = 'exercised'
       AND t.subject_kind = 'guardianship' AND t.subject = n.ref
     WHERE t.id IS NULL
        OR NOT EXISTS (
            SELECT 1 FROM delegation_historicalamhpapproval h
             WHERE h.id = a.id AND h.history_date <= t.at AND h.state IN ('in_force', 'suspended', 'ended')
               AND h.decided_on <= n.applied_on AND h.last_day >= n.applied_on)
        OR a.decided_on > n.applied_on OR a.last_day < n.applied_on
        OR EXISTS (
            SELECT 1 FROM delegation_historicalamhpapproval h
             WHERE h.id = a.id AND h.history_date < t.at
               AND (h.ended_on < n.applied_on OR (h.ended_on = n.applied_on AND h.end_cause <> 'term')))
        OR EXISTS (
            SELECT 1 FROM delegation_historicalamhpsuspension s
             WHERE s.approval_id = a.id AND s.history_date < t.at AND s.from_day <= n.applied_on
               AND (s.lifted_on IS NULL OR s.lifted_on > n.applied_on)
               AND NOT EXISTS (
                   SELECT 1 FROM delegation_historicalamhpsuspension later
                    WHERE later.id = s.id AND later.history_id > s.history_id AND later.history_date <= t.at))
        OR NOT EXISTS (
            SELECT 1 FROM delegation_historicalprofessionalregistration r
             WHERE r.id = a.registration_id AND r.history_date <= t.at
               AND (r.live_from IS NULL OR r.live_from <= n.applied_on)
               AND (r.live_to IS NULL OR r.live_to >= n.applied_on))
        OR (a.council_id <> n.council_id AND NOT EXISTS (
            SELECT 1 FROM delegation_amhpacting c
             WHERE c.approval_id = a.id AND c.for_council_id = n.council_id AND c.from_day <= n.applied_on))
    """,  # noqa: S608 (the words are our own)
)
promise(
    "I16",
    "Every guardianship was accepted, received or refused in a post of the council, and by no other",
    """
    SELECT g.ref, g.state
      FROM casework_guardianship g
     WHERE g.state NOT IN ('received', 'withdrawn') AND NOT EXISTS (
        SELECT 1 FROM delegation_act t
          JOIN delegation_post p ON p.id = t.post_id
         WHERE t.outcome = 'exercised' AND t.function = 'guardianship_sign_off' AND t.subject_kind = 'guardianship'
           AND t.subject = g.ref AND t.council_id = g.council_id AND p.organisation_id = g.council_id
           AND p.role IN ('guardianship_officer', 'dass') AND t.account_id = g.decided_by_id
           AND t.verb = CASE WHEN g.state = 'refused' THEN 'refuse_guardianship_application'
                             WHEN g.origin = 'application' THEN 'accept_guardianship_application'
                             ELSE 'receive_into_guardianship' END)
    """,
)
promise(
    "I16",
    "Nobody decides for the council on an application they made as an AMHP",
    """
    SELECT g.ref
      FROM casework_guardianship g
      JOIN delegation_amhpapproval a ON a.id = g.amhp_id
      JOIN delegation_account c ON c.id = g.decided_by_id
     WHERE g.state <> 'withdrawn' AND a.worker_id = c.worker_id
    UNION ALL
    SELECT g.ref
      FROM casework_guardianshiptransfer x
      JOIN casework_guardianship g ON g.id = x.guardianship_id
      JOIN delegation_amhpapproval a ON a.id = x.amhp_id
      JOIN delegation_account c ON c.id = x.agreed_by_id
     WHERE a.worker_id = c.worker_id
    """,
)
promise(
    "I16",
    "No AMHP’s application was accepted over the nearest relative’s objection, unless a court displaced them",
    """
    SELECT ref FROM casework_guardianship
     WHERE began_on IS NOT NULL AND applicant = 'amhp' AND nearest_relative_objects
       AND nearest_relative_displaced_on IS NULL
    """,
)
promise(
    "I16",
    "No private guardian was accepted who had not said in writing that they are willing, or lives elsewhere",
    """
    SELECT g.ref, w.from_day
      FROM casework_guardian w
      JOIN casework_guardianship g ON g.id = w.guardianship_id
     WHERE w.kind = 'private' AND w.from_day IS NOT NULL
       AND (w.willing_on IS NULL OR NOT w.lives_here OR NOT w.is_fit)
    """,
)
promise(
    "I16",
    "A guardianship in force has one guardian, and one that is over has none",
    """
    SELECT g.ref, g.state, COUNT(w.id) AS guardians
      FROM casework_guardianship g
      LEFT JOIN casework_guardian w
        ON w.guardianship_id = g.id AND w.to_day IS NULL AND w.from_day IS NOT NULL
     WHERE g.state IN ('in_force', 'discharged', 'expired', 'transferred', 'ended')
     GROUP BY g.id, g.ref, g.state
    HAVING COUNT(w.id) <> CASE WHEN g.state = 'in_force' THEN 1 ELSE 0 END
    """,
)
promise(
    "I16",
    "Every renewal was reported by the clinician the law names, and received in a post of the council",
    """
    SELECT g.ref, n.number, n.clinician
      FROM casework_guardianshiprenewal n
      JOIN casework_guardianship g ON g.id = n.guardianship_id
      JOIN casework_guardian w ON w.id = n.guardian_id
     WHERE n.clinician <> CASE WHEN w.kind = 'private' THEN 'nominated_medical_attendant'
                               ELSE 'responsible_clinician' END
        OR NOT EXISTS (
            SELECT 1 FROM delegation_act t
              JOIN delegation_post p ON p.id = t.post_id
             WHERE t.verb IN ('receive_guardianship_renewal', 'receive_report_of_return') AND t.outcome = 'exercised'
               AND t.subject_kind = 'guardianship' AND t.subject = g.ref AND t.council_id = g.council_id
               AND p.organisation_id = g.council_id AND t.account_id = n.recorded_by_id)
    """,
)
promise(
    "I16",
    "The council discharged from guardianship only by three or more members, each named",
    """
    SELECT g.ref, COUNT(DISTINCT LOWER(m.name)) AS members
      FROM casework_guardianshipdischarge d
      JOIN casework_guardianship g ON g.id = d.guardianship_id
      LEFT JOIN casework_dischargingmember m ON m.discharge_id = d.id AND m.name <> ''
     WHERE d.discharged_by = 'council'
     GROUP BY d.id, g.ref
    HAVING COUNT(DISTINCT LOWER(m.name)) < 3
    """,
)
promise(
    "I16",
    "Every discharge from guardianship has its order, and a nearest relative discharged from no court’s order",
    """
    SELECT g.ref, g.ending
      FROM casework_guardianship g
      LEFT JOIN casework_guardianshipdischarge d ON d.guardianship_id = g.id
     WHERE (g.state = 'discharged') <> (d.id IS NOT NULL)
        OR (d.discharged_by = 'nearest_relative' AND g.origin = 'court_order')
        OR (d.id IS NOT NULL AND g.ending <> 'by_' || d.discharged_by)
    """,
)
promise(
    "I16",
    "Every end of a guardianship was recorded in a post of the council",
    """
    SELECT g.ref, g.ending
      FROM casework_guardianship g
     WHERE g.state IN ('discharged', 'expired', 'transferred', 'ended') AND NOT EXISTS (
        SELECT 1 FROM delegation_act t
          JOIN delegation_post p ON p.id = t.post_id
         WHERE t.outcome = 'exercised' AND t.subject_kind = 'guardianship' AND t.subject = g.ref
           AND t.council_id = g.council_id AND p.organisation_id = g.council_id AND t.account_id = g.ended_by_id
           AND t.verb IN ('discharge_guardianship', 'record_discharge_by_another', 'transfer_guardianship_away',
                          'record_guardianship_expiry', 'end_guardianship'))
    """,
)


promise(
    "I16",
    "Whoever acts for a guardian acts for a private one who is guardian still, and a post of the council approved it",
    """
    SELECT g.ref, x.from_day
      FROM casework_actingguardian x
      JOIN casework_guardian w ON w.id = x.guardian_id
      JOIN casework_guardianship g ON g.id = w.guardianship_id
     WHERE w.kind <> 'private' OR x.from_day < w.from_day
        OR (w.to_day IS NOT NULL AND x.to_day IS NULL)
        -- That the guardian left may be heard of after somebody was approved, or had acted: that stands as it was.
        OR (x.to_day > w.to_day AND x.to_day > x.from_day AND NOT EXISTS (
            SELECT 1 FROM delegation_act t
             WHERE t.verb = 'end_acting_guardian' AND t.outcome = 'exercised' AND t.subject_kind = 'guardianship'
               AND t.subject = g.ref AND t.council_id = g.council_id AND t.account_id = x.ended_by_id))
        OR NOT EXISTS (
            SELECT 1 FROM delegation_act t
              JOIN delegation_post p ON p.id = t.post_id
             WHERE t.verb = 'approve_acting_guardian' AND t.outcome = 'exercised'
               AND t.subject_kind = 'guardianship' AND t.subject = g.ref AND t.council_id = g.council_id
               AND p.organisation_id = g.council_id AND t.account_id = x.approved_by_id)
    """,
)


def past_their_term() -> Iterator[tuple[Any, ...]]:
    """The guardianships that ran out and whose end nobody recorded.

    Source: s.20(1)-(2); ss.21, 21B(4) (general knowledge).
    """
    found = Guardianship.objects.filter(state="in_force", runs_to__lt=timezone.localdate())
    yield from found.order_by("runs_to", "pk").values_list("ref", "runs_to")


def running_wrongly() -> Iterator[tuple[Any, ...]]:
    """The guardianships that run longer or shorter than their term although no absence makes it so.

    What is over keeps the day it had when it ended, and only a day beyond that of the law is wrong.
    Source: ss.18(4), 21-21B (general knowledge).
    """
    away: dict[int, list[GuardianshipAbsence]] = {}
    for each in GuardianshipAbsence.objects.order_by("pk"):
        away.setdefault(each.guardianship_id, []).append(each)
    begun = Guardianship.objects.filter(began_on__isnull=False).order_by("pk")
    for pk, ref, state, ends, runs in begun.values_list("pk", "ref", "state", "term_to", "runs_to").iterator():
        if ends and runs != _ends_by_law(ends, away.get(pk, [])) and (state == "in_force" or pk not in away):
            yield ref, ends, runs


def _ends_by_law(ends: date, absences: list[GuardianshipAbsence]) -> date:
    """The day on which the Act ends a guardianship whose term ends on a day."""
    week, latest, ended = timedelta(days=6), ends, []
    for each in absences:
        left, back = each.left_on, each.returned_on
        if back is None:
            latest = max(latest, _end_of(left, 6)) if left <= ends else latest
        else:
            latest = max(latest, back + week) if left <= ends and ends - week <= back else latest
            ended += [back + week] if back > left + timedelta(days=27) and each.reported_on is None else []
    return min([latest, *ended])


def wrong_terms() -> Iterator[tuple[Any, ...]]:
    """The guardianships whose term is not that of six months, six months, then twelve from their first day."""
    renewed: dict[int, dict[int, tuple[date, date]]] = {}
    for number, first, last, of in GuardianshipRenewal.objects.values_list(
        "number", "from_day", "to_day", "guardianship"
    ):
        renewed.setdefault(of, {})[number] = (first, last)
    begun = Guardianship.objects.filter(began_on__isnull=False).order_by("pk")
    told = ("pk", "ref", "origin", "began_on", "term_number", "term_from", "term_to")
    for pk, ref, origin, began_on, number, first, last in begun.values_list(*told).iterator():
        terms, reports = _terms(began_on, number), renewed.get(pk, {})
        first_here = number - len(reports)
        wrong = terms[-1] != (first, last) or any(
            reports.get(each) != terms[each - 1] for each in range(first_here + 1, number + 1)
        )
        if wrong or (origin in ("application", "court_order") and first_here != 1):
            yield ref, began_on, number, first, last


def _terms(began_on: date, number: int) -> list[tuple[date, date]]:
    """The first and the last day of each term up to this one."""
    found, first = [], began_on
    for each in range(1, number + 1):
        last = _end_of(first, 12 if each > 2 else 6)
        found.append((first, last))
        first = last + timedelta(days=1)
    return found


def _end_of(first: date, months: int) -> date:
    """The day before the same day some months later; the month's last day where it has no such day."""
    year, month = first.year + (first.month + months - 1) // 12, (first.month + months - 1) % 12 + 1
    days = calendar.monthrange(year, month)[1]
    return date(year, month, days) if first.day > days else date(year, month, first.day) - timedelta(days=1)


def unlawful_papers() -> Iterator[tuple[Any, ...]]:
    """The applications accepted although the papers did not allow it (ss.7(1), 7(3), 8(2), 11(5), 12, 12A)."""
    papers: dict[int, list[GuardianshipRecommendation]] = {}
    for each in GuardianshipRecommendation.objects.order_by("number"):
        papers.setdefault(each.guardianship_id, []).append(each)
    accepted = Guardianship.objects.filter(origin="application", began_on__isnull=False).select_related("person")
    for held in accepted.order_by("pk").iterator():
        if why := _what_is_wrong(held, papers.get(held.pk, [])):
            yield held.ref, why


def _plain(name: str) -> str:
    """A name without case, spaces and the title before it."""
    words = name.lower().replace(".", " ").split()
    return " ".join(words[1:] if words[:1] in (["dr"], ["doctor"], ["prof"], ["professor"]) else words)


def _what_is_wrong(held: Guardianship, doctors: list[GuardianshipRecommendation]) -> str:
    applied, seen = held.applied_on, held.seen_on
    parts = {_plain(held.applicant_name), _plain(held.nearest_relative_name)} - {""}
    if len(doctors) != 2 or applied is None or seen is None:
        return "two recommendations, and the days"
    examined = [each.examined_on for each in doctors]
    born = held.person.date_of_birth
    faults = {
        "under 16": (applied.year - born.year - ((applied.month, applied.day) < (born.month, born.day))) < 16,
        "not seen in 14 days": not applied - timedelta(days=13) <= seen <= applied,
        "forwarded after 14 days": held.received_on > max(examined) + timedelta(days=13),
        "over five days between": max(examined) - min(examined) > timedelta(days=6),
        "no section 12 doctor": not any(each.is_section_12 for each in doctors),
        "a conflict of interest": any(
            each.is_relative or each.has_business_tie or each.has_professional_tie for each in doctors
        ),
        "a doctor who applied, or is the nearest relative": any(_plain(each.doctor) in parts for each in doctors),
        "an AMHP who is the nearest relative": held.applicant == "amhp"
        and _plain(held.applicant_name) == _plain(held.nearest_relative_name),
        "signed after the application": any(each.signed_on > applied for each in doctors),
        "conduct": held.is_learning_disability and not held.has_serious_conduct,
    }
    return ", ".join(fault for fault, is_so in faults.items() if is_so)


def unlawful_moves() -> Iterator[tuple[Any, ...]]:
    """The transfers to hospital without what reg 8 asks, and those to a council that is not known to have agreed.

    Source: ss.3(3), 6(1), 12, 12A, 19(1)(b); SI 2008/1184 reg 8 (general knowledge).
    """
    papers: dict[int, list[TransferRecommendation]] = {}
    for each in TransferRecommendation.objects.order_by("number"):
        papers.setdefault(each.transfer_id, []).append(each)
    for moved in GuardianshipTransfer.objects.select_related("guardianship").order_by("pk").iterator():
        doctors = papers.get(moved.pk, [])
        if moved.to == "hospital":
            why = _what_is_wrong_of_a_move(moved, doctors)
        elif moved.council_agreed_on is None or moved.council_agreed_on > moved.moved_on:
            why = "the other council's agreement"
        else:
            why = "papers" * bool(doctors)
        if why:
            yield moved.guardianship.ref, why


def _what_is_wrong_of_a_move(moved: GuardianshipTransfer, doctors: list[TransferRecommendation]) -> str:
    applied, agreed = moved.applied_on, moved.managers_agreed_on
    if len({" ".join(each.doctor.lower().split()) for each in doctors}) != 2 or len(doctors) != 2:
        return "two recommendations"
    if applied is None or agreed is None or not moved.managers_agreed_by or not moved.arrangements:
        return "the hospital's agreement"
    first, last = sorted(each.examined_on for each in doctors)
    faults = {
        "applied, agreed and moved in this order": not applied <= agreed <= moved.moved_on,
        "admitted after 14 days": moved.moved_on > last + timedelta(days=13),
        "over five days between": last - first > timedelta(days=6),
        "no section 12 doctor": not any(each.is_section_12 for each in doctors),
        "nobody knew the person, and why": not any(each.is_acquainted for each in doctors)
        and not moved.why_no_acquaintance.strip(),
        "a conflict of interest": any(
            each.is_relative or each.has_business_tie or each.has_professional_tie for each in doctors
        ),
        "signed after the application": any(not each.examined_on <= each.signed_on <= applied for each in doctors),
    }
    return ", ".join(fault for fault, is_so in faults.items() if is_so)


def early_renewals() -> Iterator[tuple[Any, ...]]:
    """The renewals whose examination lies outside the last two months of the term, or that came after it (s.20(6)).

    A report in the week after a return from an absence over the end of the term is in time (ss.21, 21A(2), 21B(5):
    general knowledge).
    """
    weeks: dict[int, list[tuple[date, date]]] = {}
    for of, left, back in GuardianshipAbsence.objects.values_list("guardianship", "left_on", "returned_on"):
        weeks.setdefault(of, []).append((left, back + timedelta(days=6) if back else _end_of(left, 6)))
    for of, ref, number, examined, received, first in GuardianshipRenewal.objects.values_list(
        "guardianship", "guardianship__ref", "number", "examined_on", "received_on", "from_day"
    ):
        by = max([first - timedelta(days=1), *(end for left, end in weeks.get(of, ()) if left < first)])
        if not _two_months_before(first) <= examined <= by or not examined <= received <= by:
            yield ref, number, examined


def _two_months_before(day: date) -> date:
    year, month = (day.year, day.month - 2) if day.month > 2 else (day.year - 1, day.month + 10)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


walked_promise(
    "I16",
    "No guardianship is past its term without an end",
    ("guardianship", "term_to"),
    past_their_term,
)
walked_promise(
    "I16",
    "No guardianship runs to another day than its term, unless an absence without leave makes it so",
    ("guardianship", "term_to", "runs_to"),
    running_wrongly,
)
walked_promise(
    "I16",
    "Every guardianship runs six months, six months, then twelve at a time, each term after a report",
    ("guardianship", "began_on", "number", "from_day", "to_day"),
    wrong_terms,
)
walked_promise(
    "I16",
    "No application for guardianship was accepted on papers the Act does not allow",
    ("guardianship", "what"),
    unlawful_papers,
)
walked_promise(
    "I16",
    "No guardianship was transferred without the agreement of where it goes, nor to hospital without its papers",
    ("guardianship", "what"),
    unlawful_moves,
)
walked_promise(
    "I16",
    "Every renewal was examined for in the last two months of the term, and received before it ended",
    ("guardianship", "number", "examined_on"),
    early_renewals,
)
