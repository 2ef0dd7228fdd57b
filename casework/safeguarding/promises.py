"""What must always be so of safeguarding concerns, said as SQL that must return nothing.

Written from the law: Care Act 2014 ss.42 and 79(2)(d), and the schedule's rows of safeguarding.
"""

from delegation.promises import promise

# The acts that decide for the council, and what each leaves behind.
DECIDING = (
    "'record_threshold_decision', 'cause_enquiry', 'request_information', 'scrutinise_outcome', "
    "'challenge_enquiry', 'close_concern', 'record_who_it_is_about'"
)

promise(
    "I4",
    "No threshold, screening out, cause, scrutiny or closure of a concern is by anybody outside the council",
    f"""
    SELECT a.subject, a.verb, a.seq
      FROM delegation_act a JOIN delegation_post p ON p.id = a.post_id
     WHERE a.subject_kind = 'safeguarding_concern' AND a.outcome = 'exercised'
       AND a.verb IN ({DECIDING}) AND p.organisation_id <> a.council_id
    """,  # noqa: S608 (our own verbs)
)

promise(
    "I4",
    "Every concern judged, enquired into, scrutinised or closed has the act of the council's own that did it",
    """
    SELECT c.ref, needed.verb
      FROM casework_safeguardingconcern c
      JOIN (SELECT t.concern_id, 'record_threshold_decision' AS verb, u.worker_id
              FROM casework_thresholddecision t JOIN delegation_account u ON u.id = t.decided_by_id
            UNION ALL
            SELECT e.concern_id, 'cause_enquiry', u.worker_id
              FROM casework_safeguardingenquiry e JOIN delegation_account u ON u.id = e.caused_by_id
            UNION ALL
            SELECT e.concern_id, CASE s.result WHEN 'accepted' THEN 'scrutinise_outcome' ELSE 'challenge_enquiry' END,
                   u.worker_id
              FROM casework_safeguardingscrutiny s
              JOIN casework_safeguardingenquiry e ON e.id = s.enquiry_id
              JOIN delegation_account u ON u.id = s.scrutinised_by_id
            UNION ALL
            SELECT k.concern_id, 'close_concern', u.worker_id
              FROM casework_safeguardingclosure k JOIN delegation_account u ON u.id = k.closed_by_id
            UNION ALL
            SELECT r.concern_id, 'request_information', u.worker_id
              FROM casework_informationrequest r JOIN delegation_account u ON u.id = r.requested_by_id
           ) needed ON needed.concern_id = c.id
     WHERE NOT EXISTS (
           SELECT 1 FROM delegation_act a
            WHERE a.subject_kind = 'safeguarding_concern' AND a.subject = c.ref AND a.council_id = c.council_id
              AND a.outcome = 'exercised' AND a.verb = needed.verb AND a.worker_id = needed.worker_id
              AND a.organisation_id = c.council_id)
    """,
)

promise(
    "I4",
    "A concern stands where the council's own decisions led it: none is screened out, moved on or closed without one",
    """
    SELECT c.ref, c.state
      FROM casework_safeguardingconcern c
      LEFT JOIN casework_thresholddecision t ON t.concern_id = c.id
      LEFT JOIN casework_safeguardingclosure k ON k.concern_id = c.id
     WHERE (c.state <> 'awaiting_threshold') <> (t.id IS NOT NULL)
        OR (c.state = 'screened_out') <> (t.decision IS NOT NULL AND t.decision = 'screen_out')
        OR (c.state = 'closed') <> (k.id IS NOT NULL)
        OR (c.state IN ('under_enquiry', 'awaiting_scrutiny', 'awaiting_closure', 'closed'))
           <> EXISTS (SELECT 1 FROM casework_safeguardingenquiry e WHERE e.concern_id = c.id)
        OR (c.state IN ('awaiting_closure', 'closed'))
           <> EXISTS (SELECT 1 FROM casework_safeguardingscrutiny s
                        JOIN casework_safeguardingenquiry e ON e.id = s.enquiry_id
                       WHERE e.concern_id = c.id AND s.result = 'accepted')
    """,
)

promise(
    "I4",
    "Where all three limbs of section 42(1) are met enquiries are made; a concern screened out has reasons and advice",
    """
    SELECT c.ref, t.decision
      FROM casework_thresholddecision t JOIN casework_safeguardingconcern c ON c.id = t.concern_id
     WHERE (t.has_needs AND t.is_at_risk AND t.cannot_protect_themselves) <> (t.decision = 'enquire')
        OR TRIM(t.reasons) = '' OR (t.decision = 'screen_out' AND TRIM(t.advice) = '')
    """,
)

promise(
    "I4",
    "No provider enquired, or gave information, but where the council caused that provider to",
    """
    SELECT a.subject, a.verb, a.seq
      FROM delegation_act a
     WHERE a.outcome = 'exercised' AND a.subject_kind = 'safeguarding_concern' AND a.organisation_id <> a.council_id
       AND a.function = 'safeguarding_investigation'
       AND NOT EXISTS (
           SELECT 1 FROM casework_safeguardingenquiry e
             JOIN casework_safeguardingconcern c ON c.id = e.concern_id
            WHERE c.ref = a.subject AND e.organisation_id = a.organisation_id AND e.enquirer_id = a.worker_id)
    UNION ALL
    SELECT a.subject, a.verb, a.seq
      FROM delegation_act a
     WHERE a.outcome = 'exercised' AND a.subject_kind = 'safeguarding_concern' AND a.organisation_id <> a.council_id
       AND a.function = 'safeguarding_information_gathering'
       AND NOT EXISTS (
           SELECT 1 FROM casework_informationrequest r
             JOIN casework_safeguardingconcern c ON c.id = r.concern_id
            WHERE c.ref = a.subject AND r.organisation_id = a.organisation_id)
    """,
)

promise(
    "I4",
    "Nobody of the organisation complained of enquires without the reason a council manager recorded",
    """
    SELECT e.ref, c.ref
      FROM casework_safeguardingenquiry e JOIN casework_safeguardingconcern c ON c.id = e.concern_id
     WHERE (e.is_of_those_complained_of
            OR (e.organisation_id = c.about_organisation_id
                AND NOT EXISTS (SELECT 1 FROM casework_safeguardingenquiry later
                                 WHERE later.concern_id = c.id AND later.id > e.id)))
       AND TRIM(e.despite_that_because) = ''
    UNION ALL
    SELECT a.subject, c.ref
      FROM delegation_act a
      JOIN casework_safeguardingconcern c ON c.ref = a.subject AND c.about_organisation_id = a.organisation_id
     WHERE a.outcome = 'exercised' AND a.verb = 'record_enquiry_findings'
       AND NOT EXISTS (
           SELECT 1 FROM casework_safeguardingenquiry e
             JOIN delegation_account u ON u.id = e.caused_by_id
             JOIN delegation_post p ON p.worker_id = u.worker_id AND p.organisation_id = c.council_id
            WHERE e.concern_id = c.id AND TRIM(e.despite_that_because) <> '')
       AND EXISTS (
           SELECT 1 FROM casework_safeguardingenquiry e
            WHERE e.concern_id = c.id AND e.organisation_id = a.organisation_id
              AND NOT EXISTS (SELECT 1 FROM casework_safeguardingenquiry later
                               WHERE later.concern_id = c.id AND later.id > e.id))
    """,
)

promise(
    "I3",
    "No outcome is scrutinised by somebody who took part in the enquiry, and none closed by the one who enquired",
    """
    SELECT c.ref, 'scrutinised' AS what
      FROM casework_safeguardingscrutiny s
      JOIN casework_safeguardingenquiry e ON e.id = s.enquiry_id
      JOIN casework_safeguardingconcern c ON c.id = e.concern_id
      JOIN casework_thresholddecision t ON t.concern_id = c.id
      JOIN delegation_account by_whom ON by_whom.id = s.scrutinised_by_id
      JOIN delegation_account caused ON caused.id = e.caused_by_id
      JOIN delegation_account decided ON decided.id = t.decided_by_id
      LEFT JOIN delegation_account reported ON reported.id = e.reported_by_id
     WHERE by_whom.worker_id IN (e.enquirer_id, caused.worker_id, decided.worker_id, reported.worker_id)
        OR EXISTS (SELECT 1 FROM casework_historicalsafeguardingconcern told
                     JOIN delegation_account asked ON asked.id = told.asked_at_start_by_id
                    WHERE told.id = c.id AND asked.worker_id = by_whom.worker_id)
    UNION ALL
    SELECT c.ref, 'closed'
      FROM casework_safeguardingclosure k
      JOIN casework_safeguardingconcern c ON c.id = k.concern_id
      JOIN casework_safeguardingenquiry e ON e.concern_id = c.id
      JOIN delegation_account by_whom ON by_whom.id = k.closed_by_id
     WHERE by_whom.worker_id = e.enquirer_id
    """,
)

promise(
    "I9",
    "No enquiry is closed without what the person wanted at the start and said at the end, or why they were not asked",
    """
    SELECT c.ref, 'at the start' AS gap
      FROM casework_safeguardingclosure k JOIN casework_safeguardingconcern c ON c.id = k.concern_id
     WHERE c.asked_at_start = ''
        OR (c.asked_at_start = 'not_asked' AND TRIM(c.not_asked_at_start_because) = '')
        OR (c.asked_at_start = 'expressed'
            AND NOT EXISTS (SELECT 1 FROM casework_desiredoutcome o WHERE o.concern_id = c.id))
    UNION ALL
    SELECT c.ref, 'at the end'
      FROM casework_safeguardingclosure k JOIN casework_safeguardingconcern c ON c.id = k.concern_id
     WHERE k.asked_at_end NOT IN ('expressed', 'none_expressed', 'not_asked')
        OR (k.asked_at_end = 'not_asked' AND TRIM(k.not_asked_at_end_because) = '')
        OR (k.asked_at_end = 'expressed' AND TRIM(k.what_they_said) = '')
        OR EXISTS (SELECT 1 FROM casework_desiredoutcome o WHERE o.concern_id = c.id AND o.achieved = '')
    """,
)
