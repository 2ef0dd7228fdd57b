"""What must never be found of the council's samples and audits: SQL that returns no row.

Written from what a sample is for (Care Act 2014 s.79(6)) and not from the services. Whose hands were on a plan is read
from the plan; a hand that came on the day of the audit counts where the register has its act before the audit's.
"""

from delegation.promises import listed, promise
from verification.sampling.questions import BY_KEY

NUMBER_OF_QUESTIONS = len(BY_KEY)

promise(
    "I2",
    "Nobody audited a case file that their hands were on",
    """
    SELECT p.ref, t.auditor_id, h.hand
      FROM verification_fileaudit t
      JOIN verification_sampledfile f ON f.id = t.file_id
      JOIN casework_supportplan p ON p.id = f.plan_id
      JOIN casework_planhand h ON h.plan_id = p.id AND h.worker_id = t.auditor_id
     WHERE EXISTS (
            SELECT 1 FROM delegation_act a
             WHERE a.subject_kind = 'plan' AND a.subject = p.ref AND a.outcome = 'exercised'
               AND a.worker_id = t.auditor_id AND a.at < t.audited_at)
    """,
)
promise(
    "I4",
    "Every case file is audited by its named auditor, in a post of the council live on the day, by an act",
    """
    SELECT p.ref, t.auditor_id, f.auditor_id AS named
      FROM verification_fileaudit t
      JOIN verification_sampledfile f ON f.id = t.file_id
      JOIN verification_casefilesample s ON s.id = f.sample_id
      JOIN casework_supportplan p ON p.id = f.plan_id
      JOIN delegation_account c ON c.id = t.audited_by_id
     WHERE f.auditor_id IS NULL OR f.auditor_id <> t.auditor_id OR c.worker_id IS NULL OR c.worker_id <> t.auditor_id
        OR s.council_id <> t.council_id
        OR NOT EXISTS (
            SELECT 1 FROM delegation_act a
              JOIN delegation_post o ON o.id = a.post_id
             WHERE a.council_id = s.council_id AND a.verb = 'save_file_audit' AND a.outcome = 'exercised'
               AND a.subject = p.ref AND a.account_id = t.audited_by_id AND a.at >= t.audited_at
               AND o.organisation_id = s.council_id)
    """,
)
promise(
    "I13",
    "Every file of a sample was decided on in the days of its sample, and stands in a stratum of its own provider",
    """
    SELECT s.number, p.ref, f.decided_on
      FROM verification_sampledfile f
      JOIN verification_casefilesample s ON s.id = f.sample_id
      JOIN verification_samplestratum g ON g.id = f.stratum_id
      JOIN casework_supportplan p ON p.id = f.plan_id
     WHERE f.decided_on < s.from_day OR f.decided_on > s.to_day
        OR g.sample_id <> s.id OR g.provider_id <> p.provider_id OR p.council_id <> s.council_id
        OR NOT EXISTS (
            SELECT 1 FROM verification_fundingdecision d WHERE d.plan_id = p.id AND d.decided_on = f.decided_on)
    """,
)
promise(
    "I13",
    "The strata of a sample add up to what it was drawn from, and no more files stand than were drawn",
    """
    SELECT s.number, s.population, COALESCE(SUM(g.population), 0) AS counted
      FROM verification_casefilesample s
      LEFT JOIN verification_samplestratum g ON g.sample_id = s.id
     GROUP BY s.id, s.number, s.population
    HAVING s.population <> COALESCE(SUM(g.population), 0)
    UNION ALL
    SELECT s.number, g.population, COUNT(f.id)
      FROM verification_samplestratum g
      JOIN verification_casefilesample s ON s.id = g.sample_id
      JOIN verification_sampledfile f ON f.stratum_id = g.id
     GROUP BY s.id, s.number, s.per_stratum, g.id, g.population
    HAVING COUNT(f.id) > g.population OR SUM(CASE WHEN f.state = 'drawn' THEN 1 ELSE 0 END) > s.per_stratum
    """,
)
promise(
    "I9",
    "A replaced case file was replaced by one act, and the file after it took its place",
    """
    SELECT p.ref, f.place
      FROM verification_sampledfile f
      JOIN verification_casefilesample s ON s.id = f.sample_id
      JOIN casework_supportplan p ON p.id = f.plan_id
     WHERE f.state = 'replaced'
       AND NOT EXISTS (
            SELECT 1 FROM delegation_act a
             WHERE a.council_id = s.council_id AND a.verb = 'replace_drawn_file' AND a.outcome = 'exercised'
               AND a.subject = p.ref)
    """,
)
promise(
    "I10",
    "Every audit answers every question of the form",
    f"""
    SELECT t.id, COUNT(w.id) AS answered
      FROM verification_fileaudit t
      LEFT JOIN verification_auditanswer w ON w.audit_id = t.id AND w.question IN ({listed(list(BY_KEY))})
           AND (w.answer IN ('met', 'does_not_apply') OR (w.answer IN ('partly', 'not_met') AND w.reason <> ''))
     GROUP BY t.id
    HAVING COUNT(w.id) <> {NUMBER_OF_QUESTIONS}
    """,  # noqa: S608 (the keys are our own)
)
promise(
    "I13",
    "Every action is about a finding of its file, and owned by somebody of the council or of the file's provider",
    """
    SELECT x.id, p.ref, x.owner_id
      FROM verification_auditaction x
      JOIN verification_sampledfile f ON f.id = x.file_id
      JOIN casework_supportplan p ON p.id = f.plan_id
     WHERE x.council_id <> p.council_id
        OR NOT EXISTS (SELECT 1 FROM verification_fileaudit t
                         JOIN verification_auditanswer w ON w.audit_id = t.id
                        WHERE t.file_id = f.id AND w.question = x.question)
        OR NOT EXISTS (SELECT 1 FROM delegation_post o
                        WHERE o.worker_id = x.owner_id AND o.organisation_id IN (p.council_id, p.provider_id))
    """,
)
