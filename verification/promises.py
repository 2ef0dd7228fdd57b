"""What must never be found of verification, funding and brokerage: SQL that returns no row.

Written from the law and the design (Care Act 2014 ss.24-27; the council's scheme of delegation; PRODUCT "The way of
a plan"), not from the services. Whose hands did what is read from the register, which the services cannot take back.
Money is compared to less than half a penny, because SQLite keeps decimals as binary fractions. What SQL cannot
compute is in `verification/walked_promises.py`.
"""

from delegation.promises import listed, promise

# PRODUCT "The way of a plan": from the funding decision on, each of these costs the council money.
FUNDED = listed(
    [
        "funded",
        "in_brokerage",
        "awaiting_envelope_decision",
        "package_arranged",
        "active",
        "awaiting_change_decision",
        "suspended",
        "under_review",
    ]
)
OVER = listed(["refused", "withdrawn", "ended"])
# The scheme of delegation: who may agree money at all.
DECIDERS = listed(["team_manager", "head_of_service", "dass"])

# Whose hands an act leaves on a plan: statutory guidance 10.85, seed 001 "Verification Model".
LEAVES = (
    ("prepare_plan", "author"),
    ("amend_plan", "amender"),
    ("set_personal_budget", "amender"),
    ("answer_finding", "amender"),
    ("request_package_change", "amender"),
    ("pass_quality_assurance", "quality_assurer"),
    ("return_from_quality_assurance", "quality_assurer"),
    ("take_up_verification", "verifier"),
    ("raise_finding", "verifier"),
    ("withdraw_finding", "verifier"),
    ("complete_checklist", "verifier"),
    ("return_plan_to_provider", "verifier"),
    ("recommend_plan", "verifier"),
    ("record_funding_decision", "decider"),
    ("refuse_funding", "decider"),
    ("record_envelope_decision", "decider"),
    ("record_change_decision", "decider"),
    ("take_up_brokerage", "broker"),
    ("invite_offers", "broker"),
    ("record_offer", "broker"),
    ("request_envelope_change", "broker"),
    ("award_package", "broker"),
    ("start_package", "broker"),
)
# Which hands may not do an act: PRODUCT "The way of a plan" 4, 6, 7, 8; shared way of a plan "hands that may not".
WRITERS = ("author", "amender")
BEFORE_MONEY = (*WRITERS, "quality_assurer", "verifier")
VERIFYING = (
    "take_up_verification",
    "hand_over_verification",
    "raise_finding",
    "withdraw_finding",
    "complete_checklist",
    "return_plan_to_provider",
    "recommend_plan",
    "escalate_funding_decision",
    "return_from_funding",
)
BARRED = (
    *(("pass_quality_assurance", hand) for hand in WRITERS),
    *(("return_from_quality_assurance", hand) for hand in WRITERS),
    *((verb, hand) for verb in VERIFYING for hand in (*WRITERS, "quality_assurer")),
    *(("record_funding_decision", hand) for hand in BEFORE_MONEY),
    *(("refuse_funding", hand) for hand in BEFORE_MONEY),
    *(("record_envelope_decision", hand) for hand in (*BEFORE_MONEY, "broker")),
    *(("record_change_decision", hand) for hand in (*BEFORE_MONEY, "broker")),
    *(("award_package", hand) for hand in ("verifier", "decider")),
    *(("start_urgent_support", hand) for hand in WRITERS),
)


def pairs(rows: tuple[tuple[str, str], ...]) -> str:
    """Pairs of our own words as the rows of VALUES."""
    return ", ".join(f"('{one}', '{other}')" for one, other in rows)


# -- I1: no money without a decision of the council --------------------------------------------------------------

promise(
    "I1",
    "Every funded plan has a decision of the council in force, by somebody in a deciding post of that council",
    f"""
    SELECT p.ref, p.state
      FROM casework_supportplan p
     WHERE p.state IN ({FUNDED})
       AND NOT EXISTS (
           SELECT 1
             FROM verification_fundingdecision d
             JOIN delegation_post post ON post.id = d.post_id
            WHERE d.plan_id = p.id AND d.in_force AND d.outcome = 'fund'
              AND post.organisation_id = p.council_id AND post.role IN ({DECIDERS})
              AND post.from_day <= d.decided_on AND (post.to_day IS NULL OR post.to_day >= d.decided_on))
    """,  # noqa: S608 (the words are our own, here and below)
)
promise(
    "I1",
    "A decision in force is on the version sealed last, of a plan that is funded or refused by it",
    f"""
    SELECT p.ref, p.state, d.id AS decision, d.outcome, v.number, p.sealed_version
      FROM verification_fundingdecision d
      JOIN casework_supportplan p ON p.id = d.plan_id
      JOIN casework_planversion v ON v.id = d.version_id
     WHERE d.in_force
       AND (v.plan_id <> p.id OR v.number <> p.sealed_version
            OR (d.outcome = 'fund' AND p.state NOT IN ({FUNDED}))
            OR (d.outcome = 'refuse' AND p.state <> 'refused'))
    """,  # noqa: S608
)
promise(
    "I1",
    "No package runs without the decision in force that pays for it, and none outlives its plan",
    f"""
    SELECT p.ref, p.state, k.state AS package, d.in_force
      FROM verification_package k
      JOIN casework_supportplan p ON p.id = k.plan_id
      JOIN verification_fundingdecision d ON d.id = k.decision_id
     WHERE (k.state <> 'ended' AND (NOT d.in_force OR d.plan_id <> p.id OR p.state NOT IN ({FUNDED})))
        OR (k.state = 'ended'
            AND p.state IN ('package_arranged', 'active', 'awaiting_change_decision', 'suspended', 'under_review'))
    UNION ALL
    SELECT p.ref, p.state, 'none', NULL
      FROM casework_supportplan p
     WHERE p.state IN ('package_arranged', 'active', 'awaiting_change_decision', 'suspended', 'under_review')
       AND NOT EXISTS (SELECT 1 FROM verification_package k WHERE k.plan_id = p.id)
    """,  # noqa: S608
)
promise(
    "I1",
    "Urgent support runs only on a plan that somebody still has to bring to a decision or end",
    f"""
    SELECT p.ref, p.state, u.weekly, u.verify_by
      FROM verification_urgentsupport u
      JOIN casework_supportplan p ON p.id = u.plan_id
     WHERE u.live AND p.state IN ({OVER})
    """,  # noqa: S608
)

# -- I2: by somebody with enough authority on that day -----------------------------------------------------------

promise(
    "I2",
    "No decision goes beyond the limit its decider had when it was made, with what the person already received",
    """
    WITH known AS (
        SELECT d.id AS decision, l.unlimited, l.weekly, l.whole_life,
               ROW_NUMBER() OVER (
                   PARTITION BY d.id
                   ORDER BY CASE WHEN l.worker_id IS NULL THEN 1 ELSE 0 END, l.from_day DESC, l.id DESC) AS place
          FROM verification_fundingdecision d
          JOIN casework_supportplan p ON p.id = d.plan_id
          JOIN delegation_post post ON post.id = d.post_id
          JOIN delegation_historicalfinanciallimit l
            ON l.council_id = p.council_id
           AND (l.worker_id = post.worker_id OR (l.worker_id IS NULL AND l.role = post.role))
         WHERE l.history_type <> '-' AND l.history_date <= d.decided_at
           AND l.from_day <= d.decided_on AND (l.to_day IS NULL OR l.to_day >= d.decided_on)
           AND NOT EXISTS (
               SELECT 1 FROM delegation_historicalfinanciallimit later
                WHERE later.id = l.id AND later.history_id > l.history_id AND later.history_date <= d.decided_at)
    )
    SELECT p.ref, d.id AS decision, d.decided_on, d.weekly + d.already_weekly AS weekly, k.weekly AS most_weekly,
           d.whole_life + d.already_whole_life AS whole_life, k.whole_life AS most_whole_life
      FROM verification_fundingdecision d
      JOIN casework_supportplan p ON p.id = d.plan_id
      LEFT JOIN known k ON k.decision = d.id AND k.place = 1
     WHERE d.outcome = 'fund'
       AND (d.weekly + d.already_weekly > 0.004 OR d.whole_life + d.already_whole_life > 0.004)
       AND (k.decision IS NULL
            OR (NOT k.unlimited
                AND (d.weekly + d.already_weekly > k.weekly + 0.004
                     OR d.whole_life + d.already_whole_life > k.whole_life + 0.004)))
    """,
)
promise(
    "I2",
    "Every decision was made in the decider's own post, live on the day, or in one they covered that day",
    f"""
    SELECT p.ref, d.id AS decision, d.decided_on, d.decided_by_id, post.worker_id
      FROM verification_fundingdecision d
      JOIN casework_supportplan p ON p.id = d.plan_id
      JOIN delegation_post post ON post.id = d.post_id
      JOIN delegation_account a ON a.id = d.decided_by_id
     WHERE a.worker_id IS NULL OR d.decider_id <> post.worker_id
        OR post.organisation_id <> p.council_id OR post.role NOT IN ({DECIDERS})
        OR post.from_day > d.decided_on OR (post.to_day IS NOT NULL AND post.to_day < d.decided_on)
        OR (a.worker_id <> post.worker_id AND NOT EXISTS (
            SELECT 1 FROM delegation_cover c
             WHERE c.council_id = p.council_id AND c.covering_id = a.worker_id AND c.covered_id = post.worker_id
               AND d.decided_on BETWEEN c.from_day AND c.to_day
               AND (c.ended_on IS NULL OR c.ended_on >= d.decided_on)))
    """,  # noqa: S608
)
promise(
    "I2",
    "A decision to fund counted all that the person already received of the council when it was made",
    """
    WITH received AS (
        SELECT d.id AS decision, e.weekly AS weekly, e.whole_life AS whole_life
          FROM verification_fundingdecision d
          JOIN verification_fundingdecision e
            ON e.person_id = d.person_id AND e.plan_id <> d.plan_id AND e.outcome = 'fund'
           AND e.decided_at < d.decided_at AND (e.in_force OR e.ended_at > d.decided_at)
        UNION ALL
        SELECT d.id, u.weekly, u.weekly * 2
          FROM verification_fundingdecision d
          JOIN verification_urgentsupport u
            ON u.person_id = d.person_id AND u.plan_id <> d.plan_id
           AND u.authorised_at < d.decided_at AND (u.live OR u.ended_at > d.decided_at)
    )
    SELECT p.ref, d.id AS decision, d.already_weekly, COALESCE(SUM(r.weekly), 0) AS received
      FROM verification_fundingdecision d
      JOIN casework_supportplan p ON p.id = d.plan_id
      LEFT JOIN received r ON r.decision = d.id
     WHERE d.outcome = 'fund'
     GROUP BY p.ref, d.id, d.already_weekly, d.already_whole_life
    HAVING ABS(d.already_weekly - COALESCE(SUM(r.weekly), 0)) > 0.004
        OR ABS(d.already_whole_life - COALESCE(SUM(r.whole_life), 0)) > 0.004
    """,
)

# -- I3: by other hands ------------------------------------------------------------------------------------------

promise(
    "I3",
    "Nobody did to a plan what their own earlier hands on it, or those of the one they cover, keep them from",
    f"""
    WITH leaves(verb, hand) AS (VALUES {pairs(LEAVES)}),
         barred(verb, hand) AS (VALUES {pairs(BARRED)}),
         hands AS (
             SELECT a.council_id, a.subject, a.worker_id, l.hand, MIN(a.seq) AS since
               FROM delegation_act a
               JOIN leaves l ON l.verb = a.verb
              WHERE a.outcome = 'exercised' AND a.subject_kind = 'plan'
              GROUP BY a.council_id, a.subject, a.worker_id, l.hand)
    SELECT a.council_id, a.seq, a.subject, a.verb, h.worker_id, h.hand, h.since
      FROM hands h
      JOIN barred b ON b.hand = h.hand
      JOIN delegation_act a
        ON a.subject_kind = 'plan' AND a.subject = h.subject AND a.council_id = h.council_id
       AND a.seq > h.since AND a.outcome = 'exercised' AND a.verb = b.verb
      JOIN delegation_post post ON post.id = a.post_id
     WHERE h.worker_id = a.worker_id OR h.worker_id = post.worker_id
    """,  # noqa: S608
)
promise(
    "I3",
    "Every act that leaves its doer's hands on a plan has left them",
    f"""
    WITH leaves(verb, hand) AS (VALUES {pairs(LEAVES)})
    SELECT a.council_id, a.seq, a.subject, a.verb, a.worker_id, l.hand
      FROM delegation_act a
      JOIN leaves l ON l.verb = a.verb
      JOIN casework_supportplan p ON p.ref = a.subject
     WHERE a.outcome = 'exercised' AND a.subject_kind = 'plan'
       AND NOT EXISTS (
           SELECT 1 FROM casework_planhand h
            WHERE h.plan_id = p.id AND h.worker_id = a.worker_id AND h.hand = l.hand)
    """,  # noqa: S608
)
promise(
    "I3",
    "Nobody decided the money of a plan whose hands were on it on an earlier day",
    f"""
    SELECT p.ref, d.id AS decision, h.worker_id, h.hand
      FROM verification_fundingdecision d
      JOIN casework_supportplan p ON p.id = d.plan_id
      JOIN delegation_account a ON a.id = d.decided_by_id
      JOIN casework_planhand h ON h.plan_id = p.id AND (h.worker_id = d.decider_id OR h.worker_id = a.worker_id)
     WHERE h.first_on < d.decided_on
       AND (h.hand IN ({listed(list(BEFORE_MONEY))}) OR (h.hand = 'broker' AND d.kind <> 'funding'))
    """,  # noqa: S608
)

# -- I5: one at a time -------------------------------------------------------------------------------------------

promise(
    "I5",
    "A plan has at most one decision in force, and at most one of whatever else is open on it",
    """
    SELECT 'decision' AS what, plan_id, COUNT(*) AS how_many
      FROM verification_fundingdecision WHERE in_force GROUP BY plan_id HAVING COUNT(*) > 1
    UNION ALL
    SELECT 'decision on a version', version_id, COUNT(*)
      FROM verification_fundingdecision WHERE in_force GROUP BY version_id HAVING COUNT(*) > 1
    UNION ALL
    SELECT 'verification', plan_id, COUNT(*)
      FROM verification_verification WHERE outcome = 'open' GROUP BY plan_id HAVING COUNT(*) > 1
    UNION ALL
    SELECT 'change', plan_id, COUNT(*)
      FROM verification_changerequest WHERE outcome = 'open' GROUP BY plan_id HAVING COUNT(*) > 1
    UNION ALL
    SELECT 'urgent support', plan_id, COUNT(*)
      FROM verification_urgentsupport WHERE live GROUP BY plan_id HAVING COUNT(*) > 1
    UNION ALL
    SELECT 'route', plan_id, COUNT(*)
      FROM verification_planroute WHERE live GROUP BY plan_id HAVING COUNT(*) > 1
    """,
)
promise(
    "I5",
    "A verification is open exactly while its plan is in verification, a change while it waits for a decision",
    """
    SELECT p.ref, p.state, 'verification' AS what
      FROM casework_supportplan p
     WHERE (p.state = 'in_verification') <> EXISTS (
           SELECT 1 FROM verification_verification v WHERE v.plan_id = p.id AND v.outcome = 'open')
    UNION ALL
    SELECT p.ref, p.state, 'change'
      FROM casework_supportplan p
     WHERE (p.state IN ('awaiting_envelope_decision', 'awaiting_change_decision')) <> EXISTS (
           SELECT 1 FROM verification_changerequest c WHERE c.plan_id = p.id AND c.outcome = 'open')
    UNION ALL
    SELECT p.ref, p.state, 'escalation'
      FROM casework_supportplan p
      JOIN verification_escalation e ON e.plan_id = p.id AND e.live
     WHERE p.state <> 'awaiting_funding_decision'
    """,
)

# -- I6: the queue is where the plans are ------------------------------------------------------------------------

promise(
    "I6",
    "Every plan that waits stands in the queue where it is, with whoever holds it, and no other plan does",
    f"""
    SELECT p.ref, p.state, q.state AS in_queue
      FROM casework_supportplan p
      LEFT JOIN verification_queueentry q ON q.plan_id = p.id
     WHERE p.state NOT IN ({OVER})
       AND (q.plan_id IS NULL OR q.state <> p.state OR q.side <> p.held_by
            OR q.council_id <> p.council_id OR q.provider_id <> p.provider_id OR q.person_id <> p.person_id
            OR q.flagged_late <> (p.late_since IS NOT NULL)
            OR ABS(q.weekly_cost - COALESCE(p.budget_total_weekly, 0)) > 0.004)
    UNION ALL
    SELECT p.ref, p.state, q.state
      FROM verification_queueentry q
      JOIN casework_supportplan p ON p.id = q.plan_id
     WHERE p.state IN ({OVER})
    """,  # noqa: S608
)
promise(
    "I6",
    "The queue names the verifier who holds a plan, the level it waits for, and the urgent support that burns on it",
    """
    SELECT p.ref, p.state, q.claimed_by_id, v.verifier_id, q.for_role, e.to_role, q.urgent_until, u.verify_by
      FROM verification_queueentry q
      JOIN casework_supportplan p ON p.id = q.plan_id
      LEFT JOIN verification_verification v ON v.plan_id = p.id AND v.outcome = 'open'
      LEFT JOIN verification_escalation e ON e.plan_id = p.id AND e.live
      LEFT JOIN verification_urgentsupport u ON u.plan_id = p.id AND u.live
     WHERE (p.state = 'in_verification' AND (q.claimed_by_id IS NULL OR q.claimed_by_id <> v.verifier_id))
        OR (p.state IN ('draft', 'agreed_with_person', 'returned_to_provider', 'under_review')
            AND (q.claimed_by_id IS NULL OR q.claimed_by_id <> p.worker_id))
        OR COALESCE(e.to_role, '') <> q.for_role
        OR (q.urgent_until IS NULL) <> (u.verify_by IS NULL) OR q.urgent_until <> u.verify_by
        OR q.due_on > u.verify_by
    """,
)

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

# -- I9: each moment with its person, and forwards ---------------------------------------------------------------

promise(
    "I9",
    "Time runs forwards along a plan's verifications, findings, decisions, offers and package",
    """
    SELECT 'verification' AS what, id FROM verification_verification WHERE concluded_at < taken_up_at
    UNION ALL
    SELECT 'finding', id FROM verification_finding WHERE answered_at < raised_at OR closed_at < answered_at
    UNION ALL
    SELECT 'decision', id FROM verification_fundingdecision WHERE ended_at < decided_at
    UNION ALL
    SELECT 'decision before its version', d.id FROM verification_fundingdecision d
      JOIN casework_planversion v ON v.id = d.version_id WHERE d.decided_at < v.sealed_at
    UNION ALL
    SELECT 'decisions of a plan', later.id FROM verification_fundingdecision later
      JOIN verification_fundingdecision d ON d.plan_id = later.plan_id AND d.id < later.id
     WHERE later.decided_at < d.decided_at OR d.in_force OR d.ended_at > later.decided_at
    UNION ALL
    SELECT 'package', id FROM verification_package WHERE started_at < arranged_at OR ended_at < arranged_at
    UNION ALL
    SELECT 'award before its offer', w.id FROM verification_award w
      JOIN verification_offer o ON o.id = w.offer_id WHERE w.awarded_at < o.recorded_at
    UNION ALL
    SELECT 'change', id FROM verification_changerequest WHERE answered_at < requested_at
    UNION ALL
    SELECT 'urgent support', id FROM verification_urgentsupport WHERE ended_at < authorised_at
    """,
)
promise(
    "I9",
    "What ended, was answered or was concluded says when and by whom",
    """
    SELECT 'urgent support' AS what, id FROM verification_urgentsupport
     WHERE live <> (ended_at IS NULL) OR (ended_at IS NULL) <> (ended_by_id IS NULL)
    UNION ALL
    SELECT 'change', id FROM verification_changerequest
     WHERE (outcome = 'open') <> (answered_at IS NULL) OR (answered_at IS NULL) <> (answered_by_id IS NULL)
    UNION ALL
    SELECT 'verification', id FROM verification_verification
     WHERE (outcome = 'open') <> (concluded_at IS NULL) OR (concluded_at IS NULL) <> (concluded_by_id IS NULL)
    UNION ALL
    SELECT 'finding', id FROM verification_finding
     WHERE (answered_at IS NULL) <> (answered_by_id IS NULL) OR (closed_at IS NULL) <> (closed_by_id IS NULL)
    UNION ALL
    SELECT 'package', id FROM verification_package
     WHERE (state = 'ended') <> (ended_at IS NOT NULL) OR (ended_at IS NULL) <> (ended_by_id IS NULL)
        OR (started_at IS NULL) <> (started_by_id IS NULL)
    """,
)

# -- I10: the sums -----------------------------------------------------------------------------------------------

promise(
    "I10",
    "The lines of a decision add up to its money, a week and once, to the penny",
    """
    SELECT d.plan_id, d.id AS decision, d.kind, d.weekly, COALESCE(SUM(l.weekly), 0) AS lines_weekly,
           d.one_off, COALESCE(SUM(l.one_off), 0) AS lines_one_off
      FROM verification_fundingdecision d
      LEFT JOIN verification_fundedline l ON l.decision_id = d.id
     GROUP BY d.plan_id, d.id, d.kind, d.weekly, d.one_off
    HAVING ABS(d.weekly - COALESCE(SUM(l.weekly), 0)) > 0.004
        OR ABS(d.one_off - COALESCE(SUM(l.one_off), 0)) > 0.004
    """,
)
promise(
    "I10",
    "No decision agrees more than the plan it was made on asks",
    """
    SELECT p.ref, d.id AS decision, d.weekly, p.budget_total_weekly, d.one_off, p.budget_total_one_off
      FROM verification_fundingdecision d
      JOIN casework_supportplan p ON p.id = d.plan_id
     WHERE d.in_force AND d.outcome = 'fund'
       AND (d.weekly > p.budget_total_weekly + 0.004 OR d.one_off > p.budget_total_one_off + 0.004)
    """,
)
promise(
    "I10",
    "A package costs no more than the decision that pays for it",
    """
    SELECT k.plan_id, k.weekly, d.weekly AS decided_weekly, k.one_off, d.one_off AS decided_one_off
      FROM verification_package k
      JOIN verification_fundingdecision d ON d.id = k.decision_id
     WHERE k.weekly > d.weekly + 0.004 OR k.one_off > d.one_off + 0.004 OR k.weekly < 0 OR k.one_off < 0
    """,
)
promise(
    "I10",
    "An award is within its envelope, and an offer for weekly support asks its quantity at its price",
    """
    SELECT r.plan_id, r.line_key, o.id AS offer, o.weekly, r.weekly_envelope, o.one_off, r.one_off_envelope
      FROM verification_award w
      JOIN verification_requirement r ON r.id = w.requirement_id
      JOIN verification_offer o ON o.id = w.offer_id
     WHERE o.requirement_id <> r.id OR o.kind <> 'offer' OR ABS(w.unit_price - o.unit_price) > 0.004
        OR o.weekly > r.weekly_envelope + 0.004 OR o.one_off > r.one_off_envelope + 0.004
    UNION ALL
    SELECT r.plan_id, r.line_key, o.id, o.weekly, r.weekly_envelope, o.one_off, r.one_off_envelope
      FROM verification_offer o
      JOIN verification_requirement r ON r.id = o.requirement_id
      JOIN casework_plannedsupport s ON s.plan_id = r.plan_id AND s.line_key = r.line_key
     WHERE o.kind = 'offer' AND s.kind = 'weekly' AND ABS(o.weekly - r.quantity * o.unit_price) > 0.006
    """,
)
promise(
    "I10",
    "The envelopes being sourced are the lines of the decision in force",
    """
    SELECT r.plan_id, r.line_key, r.weekly_envelope, l.weekly, r.one_off_envelope, l.one_off
      FROM verification_requirement r
      JOIN casework_supportplan p ON p.id = r.plan_id
      JOIN verification_fundingdecision d ON d.id = r.decision_id
      LEFT JOIN verification_fundedline l ON l.decision_id = d.id AND l.line_key = r.line_key
     WHERE r.live AND p.state IN ('in_brokerage', 'awaiting_envelope_decision')
       AND (NOT d.in_force OR l.id IS NULL OR l.outcome = 'refuse'
            OR ABS(r.weekly_envelope - l.weekly) > 0.004 OR ABS(r.one_off_envelope - l.one_off) > 0.004)
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
