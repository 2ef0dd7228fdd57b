"""A plan goes forwards, one thing at a time, and is in the queue where it waits.

Source: PRODUCT "The way of a plan".
"""

from delegation.promises import promise
from verification.promises.stages import OVER

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
