"""What must be so of every rest centre, written from the Act and the council's schedule."""

from delegation.promises import promise

# The bodies of Schedule 1, as this release knows them; a provider of social care is none of them.
LISTED = (
    "('local_authority', 'police', 'fire_and_rescue', 'ambulance_trust', 'emergency_department_trust', 'nhs_england', "
    "'integrated_care_board', 'health_protection', 'port_health_authority', 'environment_agency', 'coastguard', "
    "'utility', 'transport', 'health_and_safety')"
)
COUNCIL_ACT = """
            SELECT 1 FROM delegation_act a JOIN delegation_post p ON p.id = a.post_id
             WHERE a.council_id = o.council_id AND a.subject_kind = 'rest_centre_opening' AND a.subject = o.ref
               AND a.outcome = 'exercised' AND p.organisation_id = o.council_id
               AND p.role IN ('head_of_service', 'dass')"""

promise(
    "I4",
    "No rest centre is arranged with anybody but the council or a responder in the Act's list, in writing",
    f"""
    SELECT c.ref, c.responder_kind, c.responder_name FROM delegation_restcentre c
     WHERE c.responder_kind NOT IN {LISTED}
        OR (c.responder_name <> '' OR c.responder_kind <> 'local_authority')
           AND (c.responder_name = '' OR c.agreement = '' OR c.agreed_on IS NULL)
        OR EXISTS (SELECT 1 FROM delegation_organisation p
                    WHERE p.council_id = c.council_id AND p.kind <> 'council'
                      AND LOWER(p.name) = LOWER(c.responder_name) AND p.is_nhs_body = FALSE)
    """,  # noqa: S608 (the list is our own)
)
promise(
    "I4",
    "No rest centre was opened, stood down or debriefed but by the council, which keeps the duty",
    f"""
    SELECT o.ref, o.state FROM delegation_restcentreopening o
     WHERE NOT EXISTS ({COUNCIL_ACT} AND a.verb = 'activate_rest_centre' AND a.account_id = o.opened_by_id)
        OR (o.state <> 'open' OR o.stood_down_at IS NOT NULL) AND NOT EXISTS ({COUNCIL_ACT}
               AND a.verb = 'stand_down_rest_centre' AND a.account_id = o.stood_down_by_id)
        OR (o.state = 'debriefed' OR o.debriefed_at IS NOT NULL) AND NOT EXISTS ({COUNCIL_ACT}
               AND a.verb = 'debrief_rest_centre' AND a.account_id = o.debriefed_by_id)
    """,  # noqa: S608 (the words are our own)
)
promise(
    "I4",
    "No provider was called to a rest centre without a written arrangement and a contact test on file",
    """
    SELECT o.ref FROM delegation_restcentreopening o
     WHERE o.provider_id IS NOT NULL
       AND (NOT EXISTS (
            SELECT 1 FROM delegation_restcentrecheck k
             WHERE k.centre_id = o.centre_id AND k.kind = 'contact_test' AND k.passed
               AND k.provider_id = o.provider_id AND k.done_on <= o.opened_on)
        OR NOT EXISTS (
            SELECT 1 FROM delegation_historicalrestcentre h
             WHERE h.id = o.centre_id AND h.provider_id = o.provider_id AND h.contract <> ''
               AND h.contracted_on <= o.opened_on))
    """,
)
promise(
    "I4",
    "Whoever attended a rest centre was recorded by the provider called in, under its live authorisation",
    """
    SELECT o.ref, t.worker_id FROM delegation_restcentreattendance t
      JOIN delegation_restcentreopening o ON o.id = t.opening_id
     WHERE o.provider_id IS NULL OR NOT EXISTS (
            SELECT 1 FROM delegation_act a
             WHERE a.council_id = o.council_id AND a.subject_kind = 'rest_centre_opening' AND a.subject = o.ref
               AND a.outcome = 'exercised' AND a.verb = 'record_rest_centre_attendance'
               AND a.account_id = t.arrived_by_id AND a.organisation_id = o.provider_id
               AND a.authorisation_id IS NOT NULL)
        OR (t.left_at IS NULL AND o.state <> 'open')
    """,
)
