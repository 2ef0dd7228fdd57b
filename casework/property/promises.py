"""What must be so of every entry: SQL that returns nothing, written from section 47."""

from delegation.promises import promise

promise(
    "I4",
    "Nobody entered under section 47 but the council's officer whom an authorisation before it named, in its days",
    """
    SELECT e.ref, e.state FROM casework_propertyprotection e
     WHERE (e.entered_at IS NOT NULL OR e.entered_on IS NOT NULL OR e.state = 'protected')
       AND (e.officer_id IS NULL OR e.entered_on < e.enter_from OR e.entered_on > e.enter_until
            OR e.notice_on >= e.enter_from OR e.basis = '' OR e.basis_record = ''
            OR NOT EXISTS (
                SELECT 1 FROM delegation_act g JOIN delegation_post p ON p.id = g.post_id
                  JOIN delegation_act n ON n.council_id = g.council_id AND n.subject_kind = g.subject_kind
                   AND n.subject = g.subject AND n.outcome = 'exercised' AND n.verb = 'record_property_entry'
                   AND n.worker_id = e.officer_id AND n.account_id = e.entered_by_id
                  JOIN delegation_post np ON np.id = n.post_id
                 WHERE g.council_id = e.council_id AND g.subject_kind = 'property_protection' AND g.subject = e.ref
                   AND g.outcome = 'exercised' AND g.verb = 'authorise_property_entry'
                   AND g.account_id = e.authorised_by_id AND g.seq < n.seq
                   AND p.organisation_id = e.council_id AND p.role IN ('head_of_service', 'dass')
                   AND np.organisation_id = e.council_id))
    """,
)
promise(
    "I4",
    "No entry under section 47 was recorded without saying whether the social worker attended, and why not",
    """
    SELECT e.ref, e.attendance FROM casework_propertyprotection e
     WHERE e.entered_at IS NOT NULL
       AND (e.attendance NOT IN ('there', 'away', 'not_asked')
            OR (e.attendance = 'away' AND e.away_because = '')
            OR NOT EXISTS (
                SELECT 1 FROM casework_historicalpropertyprotection h
                 WHERE h.ref = e.ref AND h.history_change_reason = 'entered'
                   AND h.attendance = CASE e.attendance WHEN 'not_asked' THEN '' ELSE e.attendance END))
    """,
)
