"""Money is committed by a decision of the council alone, within a limit of that day, and its sums agree.

Source: Care Act 2014 ss.24-27; the council's scheme of delegation. Money is compared to less than half a penny,
because SQLite keeps decimals as binary fractions.
"""

from delegation.promises import promise
from verification.promises.stages import DECIDERS, FUNDED, OVER

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
