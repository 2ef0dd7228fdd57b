"""What must be so of co-operation, written from the Act: the council asks and answers, a refusal has its reasons."""

from delegation.promises import promise

COUNCIL_ACT = """
            SELECT 1 FROM delegation_act a JOIN delegation_post p ON p.id = a.post_id
             WHERE a.council_id = r.council_id AND a.subject_kind = 'co_operation_request' AND a.subject = r.ref
               AND a.outcome = 'exercised' AND a.function = 'co_operation_integration'
               AND p.organisation_id = r.council_id AND p.role IN ('head_of_service', 'dass')"""

promise(
    "I4",
    "Nobody but the council asked for co-operation or answered for it in its name",
    f"""
    SELECT r.ref, r.state FROM casework_cooperationrequest r
     WHERE NOT EXISTS ({COUNCIL_ACT} AND a.account_id = r.recorded_by_id AND a.verb = CASE r.direction
               WHEN 'received' THEN 'record_co_operation_request' ELSE 'request_co_operation' END)
        OR (r.closed_at IS NOT NULL OR r.closed_by_id IS NOT NULL
            OR r.state NOT IN ('waiting', 'asked', 'reasons_owed'))
           AND NOT EXISTS ({COUNCIL_ACT} AND a.account_id = r.closed_by_id AND (a.verb = CASE r.state
               WHEN 'agreed' THEN 'agree_to_co_operate' WHEN 'declined' THEN 'decline_to_co_operate'
               WHEN 'withdrawn' THEN 'withdraw_co_operation_request' ELSE 'record_partners_answer' END
               OR r.state = 'partner_declined' AND a.verb = 'record_partners_reasons'))
    """,  # noqa: S608 (the words are our own)
)
promise(
    "I4",
    "Whoever declined to co-operate gave written reasons, and the council in a case a ground of section 7",
    """
    SELECT r.ref, r.state FROM casework_cooperationrequest r
     WHERE r.state IN ('declined', 'partner_declined') AND (TRIM(r.reasons) = '' OR r.reasons_on IS NULL)
        OR r.state = 'declined' AND r.scope = 'case' AND r.ground NOT IN ('own_duties', 'own_functions')
    """,
)
