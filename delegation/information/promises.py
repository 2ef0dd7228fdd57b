"""What must be so of every enquiry from outside: SQL that returns nothing, written from the law."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from delegation.models import FoiRequest
from delegation.promises import promise, walked_promise

# The schedule's council roles for both functions.
INFORMATION_OFFICER_OR_DIRECTOR = "('information_officer', 'dass')"

promise(
    "I4",
    "No request for information was answered or refused but by the council's own information officer or Director",
    f"""
    SELECT r.ref, r.state FROM delegation_foirequest r
     WHERE (r.state IN ('answered', 'refused') OR r.closed_by_id IS NOT NULL OR r.closed_at IS NOT NULL)
       AND NOT EXISTS (
            SELECT 1 FROM delegation_act a JOIN delegation_post p ON p.id = a.post_id
             WHERE a.council_id = r.council_id AND a.subject_kind = 'foi_request' AND a.subject = r.ref
               AND a.outcome = 'exercised' AND a.function = 'foi_response'
               AND a.verb = CASE r.state WHEN 'answered' THEN 'answer_foi_request' ELSE 'refuse_foi_request' END
               AND a.account_id = r.closed_by_id AND p.organisation_id = r.council_id
               AND p.role IN {INFORMATION_OFFICER_OR_DIRECTOR})
    """,  # noqa: S608 (the roles are our own)
)
promise(
    "I4",
    "No clock of a request for information was moved but by a public interest notice given in time by the council",
    """
    SELECT r.ref, r.due_on FROM delegation_foirequest r
     WHERE r.due_on <> r.first_due_on AND (r.extended_on IS NULL OR r.extended_on > r.first_due_on
           OR NOT EXISTS (
            SELECT 1 FROM delegation_act a JOIN delegation_post p ON p.id = a.post_id
             WHERE a.council_id = r.council_id AND a.subject_kind = 'foi_request' AND a.subject = r.ref
               AND a.outcome = 'exercised' AND a.verb = 'extend_foi_request' AND p.organisation_id = r.council_id))
    """,
)
promise(
    "I4",
    "A request for information that reached a provider was handed over, and a late hand-over stands against it",
    """
    SELECT r.ref, r.received_on, r.handed_over_on FROM delegation_foirequest r
      JOIN delegation_organisation o ON o.id = r.reached_id
     WHERE (r.reached_id <> r.council_id AND (r.handed_over_on IS NULL OR o.council_id <> r.council_id))
        OR (r.reached_id = r.council_id AND r.days_late <> 0)
        OR r.handed_over_on < r.received_on
    """,
)


def counted_otherwise() -> Iterator[tuple[Any, ...]]:
    """The requests handed over whose days late are not those of the calendar after they came."""
    passed = FoiRequest.objects.filter(handed_over_on__isnull=False).order_by("pk")
    told = ("ref", "received_on", "handed_over_on", "days_late")
    for ref, received_on, handed_over_on, late in passed.values_list(*told).iterator():
        if received_on + timedelta(days=late) != handed_over_on:
            yield ref, received_on, handed_over_on, late


walked_promise(
    "I4",
    "Each request for information handed over after the day it came is late by the days of the calendar since",
    ("request", "received_on", "handed_over_on", "days_late"),
    counted_otherwise,
)
# An act on the enquiry of the council's own, of those who answer the Ombudsman.
BY_THE_COUNCIL = f"""
            SELECT 1 FROM delegation_act a JOIN delegation_post p ON p.id = a.post_id
             WHERE a.council_id = e.council_id AND a.subject_kind = 'ombudsman_enquiry' AND a.subject = e.ref
               AND a.outcome = 'exercised' AND p.organisation_id = e.council_id
               AND p.role IN {INFORMATION_OFFICER_OR_DIRECTOR}"""  # noqa: S608 (the roles are our own)
promise(
    "I4",
    "The Ombudsman was answered, and an enquiry of the Ombudsman closed, by the council's own people alone",
    f"""
    SELECT e.ref, e.state FROM delegation_ombudsmanenquiry e
     WHERE (e.answered_at IS NOT NULL OR e.answered_by_id IS NOT NULL OR e.state IN ('answered', 'remedying', 'closed'))
       AND NOT EXISTS ({BY_THE_COUNCIL} AND a.verb = 'answer_ombudsman_enquiry' AND a.account_id = e.answered_by_id)
        OR (e.decision <> '' OR e.state IN ('remedying', 'closed'))
       AND NOT EXISTS ({BY_THE_COUNCIL} AND a.verb = 'close_ombudsman_enquiry')
        OR (e.closed_at IS NOT NULL OR e.closed_by_id IS NOT NULL OR e.state = 'closed')
       AND NOT EXISTS ({BY_THE_COUNCIL} AND a.account_id = e.closed_by_id AND a.verb = CASE
               WHEN e.remedied_on IS NULL THEN 'close_ombudsman_enquiry' ELSE 'complete_ombudsman_remedy' END)
    """,  # noqa: S608 (the roles are our own)
)
promise(
    "I4",
    "No enquiry of the Ombudsman that was upheld is closed before the council recorded its remedy done",
    f"""
    SELECT e.ref, e.remedy_due_on, e.remedied_on FROM delegation_ombudsmanenquiry e
     WHERE e.decision = 'upheld' AND e.state <> 'remedying'
       AND NOT (e.remedy_due_on IS NOT NULL AND e.remedied_on IS NOT NULL AND e.remedy_done <> ''
                AND EXISTS ({BY_THE_COUNCIL} AND a.verb = 'complete_ombudsman_remedy'))
       AND NOT (e.closed_without_remedy_day AND NOT EXISTS (
                SELECT 1 FROM delegation_historicalombudsmanenquiry h
                 WHERE h.ref = e.ref AND (h.state = 'remedying' OR h.closed_without_remedy_day)))
    """,  # noqa: S608 (the roles are our own)
)
promise(
    "I4",
    "No reply to the press or a member was sent but in the words that somebody of the council had cleared before",
    """
    SELECT e.ref, e.state FROM delegation_publicenquiry e
     WHERE (e.sent_at IS NOT NULL OR e.state = 'sent' OR e.sent_words <> '')
       AND (e.sent_words <> e.cleared_words OR e.cleared_at IS NULL OR e.cleared_at > e.sent_at OR NOT EXISTS (
            SELECT 1 FROM delegation_act a JOIN delegation_post p ON p.id = a.post_id
              JOIN delegation_act s ON s.council_id = a.council_id AND s.subject = a.subject
               AND s.subject_kind = a.subject_kind AND s.verb = 'send_public_reply' AND s.outcome = 'exercised'
             WHERE a.council_id = e.council_id AND a.subject_kind = 'public_enquiry' AND a.subject = e.ref
               AND a.outcome = 'exercised' AND a.verb = 'clear_public_reply' AND a.account_id = e.cleared_by_id
               AND a.function = CASE e.kind WHEN 'press' THEN 'press_liaison' ELSE 'members_liaison' END
               AND p.organisation_id = e.council_id AND s.seq > a.seq))
    """,
)
promise(
    "I4",
    "No reply to a member was sent by a provider, nor without the constituent's authority being checked",
    """
    SELECT e.ref FROM delegation_publicenquiry e
     WHERE e.kind = 'member' AND (e.sent_at IS NOT NULL OR e.state = 'sent')
       AND (e.constituents_authority = '' OR NOT EXISTS (
            SELECT 1 FROM delegation_act a JOIN delegation_post p ON p.id = a.post_id
             WHERE a.council_id = e.council_id AND a.subject_kind = 'public_enquiry' AND a.subject = e.ref
               AND a.outcome = 'exercised' AND a.verb = 'send_public_reply' AND a.account_id = e.sent_by_id
               AND p.organisation_id = e.council_id))
    """,
)
