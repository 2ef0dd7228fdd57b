"""Whose hands were on a plan do not decide it. They are read from the register, which the services cannot take back.

Source: statutory guidance 10.85; seed 001 "Verification Model".
"""

from delegation.promises import listed, promise

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
