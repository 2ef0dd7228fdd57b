"""What must never be found of the contract with a provider, written from the rules of contract and not the services."""

from delegation.contract.areas import AREAS, DISCIPLINES
from delegation.promises import promise

# Which discipline answers for which area, as a list in SQL.
ANSWERED = ", ".join(f"'{key}:{each}'" for key, area in AREAS.items() for each in area.disciplines)
# Due diligence on an organisation, signed before a line of the register and in date on its day: one piece of evidence
# in each of the nine areas, entered by then, that had not run out.
SIGNED_AND_IN_DATE = f"""
    SELECT 1 FROM delegation_duediligence d
     WHERE d.organisation_id = o.id AND d.council_id = a.council_id
       AND d.signed_on <= a.day AND a.day <= d.valid_to
       AND EXISTS (SELECT 1 FROM delegation_act s
                    WHERE s.council_id = a.council_id AND s.verb = 'sign_due_diligence' AND s.outcome = 'exercised'
                      AND s.subject = d.ref AND s.seq < a.seq)
       AND {len(AREAS)} = (SELECT COUNT(DISTINCT e.area) FROM delegation_duediligenceevidence e
                            WHERE e.diligence_id = d.id AND e.entered_on <= a.day
                              AND (e.expires_on IS NULL OR e.expires_on >= a.day))
"""  # noqa: S608 (a number of our own)

promise(
    "I15",
    "Every authorisation was given to a provider whose due diligence was signed and in date on the day it was given",
    f"""
    SELECT DISTINCT a.council_id, a.seq, o.name
      FROM delegation_act a
      JOIN delegation_authorisation z ON z.council_id = a.council_id
      JOIN delegation_organisation o ON o.id = z.organisation_id
     WHERE a.outcome = 'exercised' AND a.verb = 'authorise_function' AND a.subject = o.key || ':' || z.function
       AND NOT EXISTS ({SIGNED_AND_IN_DATE})
    """,  # noqa: S608
)
promise(
    "I15",
    "Every authorisation was given by an act of the register",
    """
    SELECT z.id, z.function, o.name
      FROM delegation_authorisation z
      JOIN delegation_organisation o ON o.id = z.organisation_id
     WHERE NOT EXISTS (SELECT 1 FROM delegation_act a
                        WHERE a.council_id = z.council_id AND a.verb = 'authorise_function' AND a.outcome = 'exercised'
                          AND a.subject = o.key || ':' || z.function)
    """,
)
promise(
    "I15",
    "No due diligence is signed by somebody who evaluated it, or by anybody but the Director of that council",
    """
    SELECT d.ref, p.role, a.worker_id
      FROM delegation_duediligence d
      JOIN delegation_account a ON a.id = d.signed_by_id
      JOIN delegation_post p ON p.id = d.post_id
     WHERE p.role <> 'dass' OR p.organisation_id <> d.council_id OR a.worker_id IS NULL OR p.worker_id <> a.worker_id
        OR EXISTS (SELECT 1 FROM delegation_evaluator v WHERE v.diligence_id = d.id AND v.worker_id = a.worker_id)
        OR EXISTS (SELECT 1 FROM delegation_duediligenceevidence e
                     JOIN delegation_account b ON b.id = e.entered_by_id
                    WHERE e.diligence_id = d.id AND b.worker_id = a.worker_id)
        OR NOT EXISTS (SELECT 1 FROM delegation_act s
                        WHERE s.council_id = d.council_id AND s.verb = 'sign_due_diligence' AND s.outcome = 'exercised'
                          AND s.subject = d.ref AND s.account_id = d.signed_by_id AND s.post_id = d.post_id
                          AND s.day = d.signed_on)
    """,
)
promise(
    "I15",
    "A signed due diligence was scored sufficient in each area by each discipline that stands for it, and by no other",
    f"""
    SELECT d.ref FROM delegation_duediligence d
     WHERE d.signed_on IS NOT NULL
       AND ({sum(len(area.disciplines) for area in AREAS.values())} <> (
                SELECT COUNT(*) FROM delegation_duediligencescore s WHERE s.diligence_id = d.id AND s.score >= 2)
            OR {len(DISCIPLINES)} <> (
                SELECT COUNT(DISTINCT v.worker_id) FROM delegation_evaluator v WHERE v.diligence_id = d.id)
            OR EXISTS (SELECT 1 FROM delegation_duediligencescore s
                         JOIN delegation_evaluator v ON v.id = s.evaluator_id
                        WHERE s.diligence_id = d.id
                          AND (v.diligence_id <> d.id
                               OR s.area || ':' || v.discipline NOT IN ({ANSWERED})
                               OR s.scored_on > d.signed_on)))
    """,  # noqa: S608
)
