"""What must always be so of the board and its reviews, said as SQL that must return nothing.

Written from the law: Care Act 2014 ss.43-44 and 79(2)(d).
"""

from delegation.promises import promise

promise(
    "I4",
    "No decision on a safeguarding adults review is taken by the provider",
    """
    SELECT a.subject, a.verb, a.seq
      FROM delegation_act a JOIN delegation_post p ON p.id = a.post_id
     WHERE a.outcome = 'exercised' AND a.function = 'safeguarding_adults_board' AND p.organisation_id <> a.council_id
    UNION ALL
    SELECT r.ref, r.decision, 0
      FROM casework_reviewreferral r JOIN delegation_account u ON u.id = r.decided_by_id
     WHERE NOT EXISTS (
           SELECT 1 FROM delegation_act a
            WHERE a.subject_kind = 'review_referral' AND a.subject = r.ref AND a.verb = 'decide_review'
              AND a.outcome = 'exercised' AND a.council_id = r.council_id AND a.organisation_id = r.council_id
              AND a.worker_id = u.worker_id)
    """,
)

promise(
    "I4",
    "A case that meets section 44(1) to (3) is reviewed, and each decision follows its criteria, with reasons",
    """
    SELECT ref, decision FROM casework_reviewreferral
     WHERE decision <> ''
       AND (TRIM(reasons) = '' OR has_needs IS NULL OR worked_together_badly IS NULL OR died_of_abuse IS NULL
            OR alive_after_serious_abuse IS NULL
            OR (has_needs AND worked_together_badly AND (died_of_abuse OR alive_after_serious_abuse))
               <> (decision = 'mandatory')
            OR (decision = 'discretionary' AND NOT has_needs))
    """,
)
