"""What must never be found of the contract with a provider, written from the rules of contract and not the services."""

from delegation.contract.areas import AREAS, DISCIPLINES
from delegation.contract.workforce_rules import ROLES_OF_A_CONTRACT
from delegation.promises import listed, promise

REGISTERED = [key for key, role in ROLES_OF_A_CONTRACT.items() if role.body]

# Which discipline answers for which area, as a list in SQL.
ANSWERED = ", ".join(f"'{key}:{each}'" for key, area in AREAS.items() for each in area.disciplines)
# Each authorisation with the act of the register that gave it: the Director's own, or a change of the schedule that the
# Director approved.
GIVEN = """
    SELECT z.id AS authorisation_id, z.organisation_id, a.council_id, a.seq, a.day
      FROM delegation_authorisation z
      JOIN delegation_organisation o ON o.id = z.organisation_id
      JOIN delegation_act a ON a.council_id = z.council_id AND a.subject = o.key || ':' || z.function
     WHERE a.verb = 'authorise_function' AND a.outcome = 'exercised'
    UNION ALL
    SELECT z.id, z.organisation_id, a.council_id, a.seq, a.day
      FROM delegation_schedulechange c
      JOIN delegation_authorisation z ON z.id = c.authorisation_id
      JOIN delegation_act a ON a.council_id = z.council_id AND a.subject = c.ref
     WHERE c.kind = 'authorise' AND a.verb = 'approve_schedule_change' AND a.outcome = 'exercised'
"""
# Due diligence on the organisation, signed before that line of the register and in date on its day: one piece of
# evidence in each of the nine areas, entered by then, that had not run out.
SIGNED_AND_IN_DATE = f"""
    SELECT 1 FROM delegation_duediligence d
     WHERE d.organisation_id = g.organisation_id AND d.council_id = g.council_id
       AND d.signed_on <= g.day AND g.day <= d.valid_to
       AND EXISTS (SELECT 1 FROM delegation_act s
                    WHERE s.council_id = g.council_id AND s.verb = 'sign_due_diligence' AND s.outcome = 'exercised'
                      AND s.subject = d.ref AND s.seq < g.seq)
       AND {len(AREAS)} = (SELECT COUNT(DISTINCT e.area) FROM delegation_duediligenceevidence e
                            WHERE e.diligence_id = d.id AND e.entered_on <= g.day
                              AND (e.expires_on IS NULL OR e.expires_on >= g.day))
"""  # noqa: S608 (a number of our own)

promise(
    "I15",
    "Every authorisation was given to a provider whose due diligence was signed and in date on the day it was given",
    f"""
    SELECT DISTINCT g.council_id, g.seq, g.organisation_id
      FROM ({GIVEN}) g
     WHERE NOT EXISTS ({SIGNED_AND_IN_DATE})
    """,  # noqa: S608
)
promise(
    "I15",
    "Every authorisation was given by an act of the register",
    f"""
    SELECT z.id, z.function, z.organisation_id
      FROM delegation_authorisation z
     WHERE z.id NOT IN (SELECT g.authorisation_id FROM ({GIVEN}) g)
    """,  # noqa: S608
)
promise(
    "I15",
    "No due diligence is signed by somebody who evaluated it, or by anybody but the strategic director of that council",
    """
    SELECT d.ref, p.role, a.worker_id
      FROM delegation_duediligence d
      JOIN delegation_account a ON a.id = d.signed_by_id
      JOIN delegation_post p ON p.id = d.post_id
     WHERE p.role <> 'strategic_director' OR p.organisation_id <> d.council_id OR a.worker_id IS NULL
        OR p.worker_id <> a.worker_id
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
promise(
    "I15",
    "Of a registered role no more is counted than the named staff whose registration was live, and never more than was "
    "declared",
    f"""
    SELECT r.ref, l.role, l.counted
      FROM delegation_workforceline l
      JOIN delegation_workforcereturn r ON r.id = l.workforce_return_id
     WHERE l.counted > l.declared
        OR (l.role IN ({listed(REGISTERED)}) AND l.counted > (
                SELECT COALESCE(SUM(m.fte), 0) FROM delegation_workforcemember m
                 WHERE m.workforce_return_id = r.id AND m.role = l.role AND m.was_registered) + 0.001)
    """,  # noqa: S608
)
promise(
    "I15",
    "Every shortfall of the workforce was the Director's on the day it was declared, as an exception of assurance",
    """
    SELECT r.ref, r.declared_on
      FROM delegation_workforcereturn r
     WHERE EXISTS (SELECT 1 FROM delegation_workforceline l
                    WHERE l.workforce_return_id = r.id AND l.counted < l.minimum)
       AND NOT EXISTS (SELECT 1 FROM delegation_assuranceexception e
                         JOIN delegation_post p ON p.worker_id = e.owner_id
                        WHERE e.council_id = r.council_id AND e.function = 'minimum_workforce_fte'
                          AND e.raised_on = r.declared_on AND e.raised_by_id = r.declared_by_id
                          AND e.what LIKE '%' || r.ref || '%'
                          AND p.organisation_id = r.council_id AND p.role = 'dass')
    """,
)
