"""No record without its act, no act without its record, and nothing of one council that hangs on another's."""

from delegation.promises import promise

# -- I8: no record without its act, no act without its record ----------------------------------------------------

promise(
    "I8",
    "Each decision, seal, verification, finding, offer, award and urgent start has its act, and each act its record",
    """
    WITH records(plan_id, what, how_many) AS (
        SELECT plan_id, 'record_funding_decision', COUNT(*) FROM verification_fundingdecision
         WHERE kind = 'funding' AND outcome = 'fund' GROUP BY plan_id
        UNION ALL
        SELECT plan_id, 'refuse_funding', COUNT(*) FROM verification_fundingdecision
         WHERE outcome = 'refuse' GROUP BY plan_id
        UNION ALL
        SELECT plan_id, 'answer a change', COUNT(*) FROM verification_changerequest
         WHERE outcome IN ('agreed', 'refused') GROUP BY plan_id
        UNION ALL
        SELECT plan_id, 'ask for a change', COUNT(*) FROM verification_changerequest GROUP BY plan_id
        UNION ALL
        SELECT p.id, 'submit', COUNT(*) FROM casework_planversion v JOIN casework_supportplan p ON p.id = v.plan_id
         WHERE NOT EXISTS (
             SELECT 1 FROM verification_fundingdecision d WHERE d.version_id = v.id AND d.kind <> 'funding')
         GROUP BY p.id
        UNION ALL
        SELECT plan_id, 'open a verification', COUNT(*) FROM verification_verification GROUP BY plan_id
        UNION ALL
        SELECT plan_id, 'raise_finding', COUNT(*) FROM verification_finding GROUP BY plan_id
        UNION ALL
        SELECT plan_id, 'award_package', COUNT(*) FROM verification_package GROUP BY plan_id
        UNION ALL
        SELECT plan_id, 'start_urgent_support', COUNT(*) FROM verification_urgentsupport GROUP BY plan_id
        UNION ALL
        SELECT r.plan_id, 'record_offer', COUNT(*)
          FROM verification_offer o JOIN verification_requirement r ON r.id = o.requirement_id GROUP BY r.plan_id
    ), acts(plan_id, what, how_many) AS (
        -- A plan whose award fell through is awarded again, and keeps its one package.
        SELECT p.id, told.what, CASE WHEN told.what = 'award_package' THEN 1 ELSE COUNT(*) END
          FROM (SELECT subject, council_id,
                       CASE verb
                           WHEN 'record_envelope_decision' THEN 'answer a change'
                           WHEN 'record_change_decision' THEN 'answer a change'
                           WHEN 'request_envelope_change' THEN 'ask for a change'
                           WHEN 'request_package_change' THEN 'ask for a change'
                           WHEN 'submit_plan_for_verification' THEN 'submit'
                           WHEN 'resubmit_plan' THEN 'submit'
                           WHEN 'take_up_verification' THEN 'open a verification'
                           WHEN 'return_from_funding' THEN 'open a verification'
                           ELSE verb END AS what
                  FROM delegation_act
                 WHERE outcome = 'exercised' AND subject_kind = 'plan'
                   AND verb IN ('record_funding_decision', 'refuse_funding', 'record_envelope_decision',
                                'record_change_decision', 'request_envelope_change', 'request_package_change',
                                'submit_plan_for_verification', 'resubmit_plan', 'take_up_verification',
                                'return_from_funding', 'raise_finding', 'award_package', 'start_urgent_support',
                                'record_offer')) told
          JOIN casework_supportplan p ON p.ref = told.subject AND p.council_id = told.council_id
         GROUP BY p.id, told.what
    )
    SELECT p.ref, said.what, SUM(said.records) AS records, SUM(said.acts) AS acts
      FROM (SELECT plan_id, what, how_many AS records, 0 AS acts FROM records
            UNION ALL
            SELECT plan_id, what, 0, how_many FROM acts) said
      JOIN casework_supportplan p ON p.id = said.plan_id
     GROUP BY p.ref, said.what
    HAVING SUM(said.records) <> SUM(said.acts)
    """,
)
promise(
    "I8",
    "Every decision has the act of the account that made it, on its day and for its money",
    """
    SELECT p.ref, d.id AS decision, d.kind, d.outcome, d.decided_on
      FROM verification_fundingdecision d
      JOIN casework_supportplan p ON p.id = d.plan_id
     WHERE NOT EXISTS (
           SELECT 1 FROM delegation_act a
            WHERE a.council_id = p.council_id AND a.subject_kind = 'plan' AND a.subject = p.ref
              AND a.outcome = 'exercised' AND a.account_id = d.decided_by_id AND a.post_id = d.post_id
              AND a.day = d.decided_on
              AND (d.outcome = 'refuse' OR ABS(a.amount_weekly - d.weekly) < 0.005)
              AND a.verb = CASE WHEN d.outcome = 'refuse' THEN 'refuse_funding'
                                WHEN d.kind = 'funding' THEN 'record_funding_decision'
                                WHEN d.kind = 'envelope' THEN 'record_envelope_decision'
                                ELSE 'record_change_decision' END)
    """,
)

# -- I13: nothing of one plan, provider or council hangs on another's --------------------------------------------

promise(
    "I13",
    "What hangs on a plan is of that plan, its person and its council",
    """
    SELECT p.ref, 'decision' AS what FROM verification_fundingdecision d
      JOIN casework_supportplan p ON p.id = d.plan_id
      JOIN casework_planversion v ON v.id = d.version_id
     WHERE v.plan_id <> p.id OR d.person_id <> p.person_id
    UNION ALL
    SELECT p.ref, 'verification' FROM verification_verification x
      JOIN casework_supportplan p ON p.id = x.plan_id
      JOIN casework_planversion v ON v.id = x.version_id WHERE v.plan_id <> p.id
    UNION ALL
    SELECT p.ref, 'finding' FROM verification_finding f
      JOIN casework_supportplan p ON p.id = f.plan_id
      JOIN casework_planversion v ON v.id = f.version_id
      LEFT JOIN casework_need n ON n.id = f.need_id
     WHERE v.plan_id <> p.id OR (n.id IS NOT NULL AND n.assessment_id <> p.assessment_id)
    UNION ALL
    SELECT p.ref, 'requirement' FROM verification_requirement r
      JOIN casework_supportplan p ON p.id = r.plan_id
      JOIN verification_fundingdecision d ON d.id = r.decision_id WHERE d.plan_id <> p.id
    UNION ALL
    SELECT p.ref, 'invitation' FROM verification_invitation i
      JOIN verification_requirement r ON r.id = i.requirement_id
      JOIN casework_supportplan p ON p.id = r.plan_id
      JOIN delegation_organisation o ON o.id = i.organisation_id
     WHERE o.kind <> 'care_provider' OR o.council_id <> p.council_id
    UNION ALL
    SELECT p.ref, 'offer' FROM verification_offer f
      JOIN verification_requirement r ON r.id = f.requirement_id
      JOIN casework_supportplan p ON p.id = r.plan_id
      JOIN delegation_organisation o ON o.id = f.organisation_id
     WHERE o.kind <> 'care_provider' OR o.council_id <> p.council_id
    UNION ALL
    SELECT p.ref, 'award' FROM verification_award w
      JOIN verification_requirement r ON r.id = w.requirement_id
      JOIN casework_supportplan p ON p.id = r.plan_id WHERE w.council_id <> p.council_id
    UNION ALL
    SELECT p.ref, 'package' FROM verification_package k
      JOIN casework_supportplan p ON p.id = k.plan_id
      JOIN verification_fundingdecision d ON d.id = k.decision_id WHERE d.plan_id <> p.id
    UNION ALL
    SELECT p.ref, 'change' FROM verification_changerequest c
      JOIN casework_supportplan p ON p.id = c.plan_id
      JOIN verification_fundingdecision d ON d.id = c.decision_id WHERE d.plan_id <> p.id
    UNION ALL
    SELECT p.ref, 'urgent support' FROM verification_urgentsupport u
      JOIN casework_supportplan p ON p.id = u.plan_id WHERE u.person_id <> p.person_id
    """,
)
promise(
    "I13",
    "Every act on a plan is by its own council, or by the provider whose plan it is",
    """
    SELECT a.council_id, a.seq, a.verb, a.subject, a.organisation_id
      FROM delegation_act a
      JOIN casework_supportplan p ON p.ref = a.subject
     WHERE a.outcome = 'exercised' AND a.subject_kind = 'plan'
       AND (a.council_id <> p.council_id OR a.organisation_id NOT IN (p.council_id, p.provider_id))
    """,
)
