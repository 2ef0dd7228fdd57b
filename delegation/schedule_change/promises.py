"""What must never be found of a change of the schedule, written from the law and the scheme, not from the services."""

from delegation.promises import promise
from delegation.schedule_change.rules import ASKS_CABINET

ASKED = " OR ".join(f"(c.kind = '{kind}' AND c.power = '{power}')" for kind, power in sorted(ASKS_CABINET))

promise(
    "I15",
    "Every change of the schedule in force was approved by the Director in their own post, who had not proposed it, by "
    "an act of the register",
    """
    SELECT c.ref, p.role
      FROM delegation_schedulechange c
      JOIN delegation_account a ON a.id = c.decided_by_id
      JOIN delegation_account b ON b.id = c.proposed_by_id
      JOIN delegation_post p ON p.id = c.post_id
     WHERE c.state = 'approved'
       AND (p.role <> 'dass' OR p.organisation_id <> c.council_id OR p.worker_id <> a.worker_id
            OR a.worker_id = b.worker_id
            OR NOT EXISTS (SELECT 1 FROM delegation_act t
                            WHERE t.council_id = c.council_id AND t.verb = 'approve_schedule_change'
                              AND t.outcome = 'exercised' AND t.subject = c.ref AND t.account_id = c.decided_by_id
                              AND t.day = c.decided_on AND t.day <= c.from_day))
    """,
)
promise(
    "I15",
    "An approved change is in force as it was proposed, and one that was not approved changed nothing",
    """
    SELECT c.ref, c.state, z.id
      FROM delegation_schedulechange c
      JOIN delegation_authorisation z ON z.id = c.authorisation_id
     WHERE z.organisation_id <> c.organisation_id OR z.function <> c.function OR z.council_id <> c.council_id
        OR (c.kind = 'authorise' AND (c.state <> 'approved' OR z.from_day <> c.from_day OR z.power <> c.power))
        OR (c.kind = 'revoke' AND c.state = 'approved' AND (z.revoked_on IS NULL OR z.revoked_on <> c.from_day))
    """,
)
promise(
    "I15",
    "A change that the scheme brings to Cabinet was approved with Cabinet's reference",
    f"""
    SELECT c.ref FROM delegation_schedulechange c
     WHERE c.state = 'approved' AND c.cabinet_reference = '' AND ({ASKED})
    """,  # noqa: S608 (of our own data)
)
