"""What must always be so of after-care. Source: Mental Health Act 1983 s.117(2)."""

from delegation.promises import promise

promise(
    "I17",
    "No after-care was ended by one body alone: the board decided, and the council did in its own post",
    """
    SELECT a.ref
      FROM casework_aftercare a
     WHERE a.ended_on IS NOT NULL AND (
        a.icb_decided_on IS NULL OR a.icb_signed_by = '' OR a.icb_decided_on > a.ended_on
        OR NOT EXISTS (
            SELECT 1 FROM delegation_act t
              JOIN delegation_post p ON p.id = t.post_id
             WHERE t.verb = 'end_aftercare' AND t.outcome = 'exercised' AND t.subject_kind = 'aftercare'
               AND t.subject = a.ref AND t.council_id = a.council_id AND p.organisation_id = a.council_id))
    """,
)
