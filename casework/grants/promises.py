"""What must be so of every grant, written from the Act and the council's schedule."""

from collections.abc import Iterator
from typing import Any

from casework.grants.registration import was_registered
from casework.models import GrantApplication
from delegation.promises import promise, walked_promise


def unregistered_confirmations() -> Iterator[tuple[Any, ...]]:
    """The confirmations by somebody whose registration was not live at that moment."""
    confirmed = GrantApplication.objects.filter(confirmed_at__isnull=False)
    for grant in confirmed.select_related("confirmed_by__worker").order_by("pk").iterator():
        by, at = grant.confirmed_by, grant.confirmed_at
        worker = by.worker if by else None
        if worker is None or at is None or not was_registered(worker, grant.registration_number, at):
            yield grant.ref, grant.registration_number


walked_promise(
    "I4",
    "No grant was confirmed as necessary and appropriate by somebody without live registration on the day",
    ("grant", "registration"),
    unregistered_confirmations,
)
promise(
    "I4",
    "Every confirmation of a grant is an act of a provider's professional, and every decision one of the council",
    """
    SELECT g.ref, g.state FROM casework_grantapplication g
     WHERE (g.confirmed_at IS NOT NULL OR g.is_necessary IS NOT NULL) AND NOT EXISTS (
            SELECT 1 FROM delegation_act a
             WHERE a.council_id = g.council_id AND a.subject_kind = 'grant_application' AND a.subject = g.ref
               AND a.outcome = 'exercised' AND a.verb = 'confirm_necessary_and_appropriate'
               AND a.account_id = g.confirmed_by_id AND a.authorisation_id IS NOT NULL)
        OR (g.decided_at IS NOT NULL OR g.state IN ('approved', 'refused')) AND NOT EXISTS (
            SELECT 1 FROM delegation_act a JOIN delegation_post p ON p.id = a.post_id
             WHERE a.council_id = g.council_id AND a.subject_kind = 'grant_application' AND a.subject = g.ref
               AND a.outcome = 'exercised' AND a.account_id = g.decided_by_id
               AND a.verb = CASE g.state WHEN 'approved' THEN 'approve_grant' ELSE 'refuse_grant' END
               AND p.organisation_id = g.council_id AND p.role IN ('head_of_service', 'dass'))
    """,
)
