"""What must be so of every complaint: SQL that returns nothing, written from the regulations."""

from delegation.promises import promise

promise(
    "I4",
    "No complaint is answered but over the signature of the council's responsible person, the Ombudsman named",
    """
    SELECT c.ref, c.signed_by_id FROM casework_complaint c
     WHERE (c.state = 'responded' OR c.signed_at IS NOT NULL OR c.signed_by_id IS NOT NULL)
       AND (c.letter NOT LIKE '%Ombudsman%' OR NOT EXISTS (
            SELECT 1 FROM delegation_act a JOIN delegation_post p ON p.id = a.post_id
             WHERE a.council_id = c.council_id AND a.subject_kind = 'complaint' AND a.subject = c.ref
               AND a.outcome = 'exercised' AND a.verb = 'sign_complaint_response'
               AND a.account_id = c.signed_by_id AND p.organisation_id = c.council_id AND p.role = 'dass'))
    """,
)
promise(
    "I4",
    "The council sees every complaint: it is held under the person's council, and handled there or at its provider",
    """
    SELECT c.ref, c.council_id, c.handler_id FROM casework_complaint c
      JOIN casework_person p ON p.id = c.person_id
      JOIN delegation_organisation h ON h.id = c.handler_id
     WHERE c.council_id <> p.council_id
        OR (c.handler_id <> c.council_id AND (h.council_id IS NULL OR h.council_id <> c.council_id))
        OR (c.taken_over_at IS NOT NULL AND c.handler_id <> c.council_id)
    """,
)
promise(
    "I4",
    "A complaint from more than twelve months after the matter was known says why it is looked into",
    """
    SELECT c.ref, c.arose_on, c.received_on FROM casework_complaint c
     WHERE c.late_because = '' AND c.received_on > c.arose_on
       AND CAST(SUBSTR(CAST(c.received_on AS TEXT), 1, 4) AS INTEGER) * 10000
         + CAST(SUBSTR(CAST(c.received_on AS TEXT), 6, 2) AS INTEGER) * 100
         + CAST(SUBSTR(CAST(c.received_on AS TEXT), 9, 2) AS INTEGER)
         > (CAST(SUBSTR(CAST(c.arose_on AS TEXT), 1, 4) AS INTEGER) + 1) * 10000
         + CAST(SUBSTR(CAST(c.arose_on AS TEXT), 6, 2) AS INTEGER) * 100
         + CAST(SUBSTR(CAST(c.arose_on AS TEXT), 9, 2) AS INTEGER)
    """,
)
