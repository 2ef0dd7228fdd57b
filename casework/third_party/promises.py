"""What must be so of every third party's request, written from the Schedule and the regulations."""

from delegation.promises import promise

promise(
    "I16",
    "Every third party’s request about liberty was closed in a post of the council, and by nobody who looked into it",
    """
    SELECT r.ref, r.state
      FROM casework_thirdpartyrequest r
      LEFT JOIN casework_dolsassessor s ON s.id = r.assessor_id
      LEFT JOIN delegation_account c ON c.id = r.closed_by_id
     WHERE r.state IN ('concluded', 'not_pursued')
       AND (s.worker_id = c.worker_id OR NOT EXISTS (
            SELECT 1 FROM delegation_act a JOIN delegation_post p ON p.id = a.post_id
             WHERE a.council_id = r.council_id AND a.subject_kind = 'third_party_request' AND a.subject = r.ref
               AND a.outcome = 'exercised' AND a.account_id = r.closed_by_id AND p.organisation_id = r.council_id
               AND p.role IN ('safeguarding_manager', 'dass')
               AND a.verb = CASE r.state WHEN 'concluded' THEN 'conclude_third_party_request'
                                         ELSE 'decline_third_party_request' END))
    """,
)
promise(
    "I16",
    "Whoever looked into a third party’s request is of one of the four professions, and no managing authority’s",
    """
    SELECT r.ref, s.ref AS assessor
      FROM casework_thirdpartyrequest r
      JOIN casework_dolsassessor s ON s.id = r.assessor_id
     WHERE s.profession NOT IN ('social_worker', 'nurse', 'occupational_therapist', 'psychologist')
        OR s.employer_id = r.managing_authority_id OR s.council_id <> r.council_id
    """,
)
