"""What may be done to a person's record and to a plan while the provider writes it. Each asks the guard itself."""

from casework.services.assessments import (
    determine_eligibility,
    record_assessment,
    record_carer_assessment,
)
from casework.services.carers import end_carer_link
from casework.services.contacts import record_contact, see_safeguarding_concern
from casework.services.drafts import discard_assessment_draft, save_assessment_draft
from casework.services.people import (
    correct_person,
    lift_restriction,
    link_carer,
    record_person,
    restrict_record,
)
from casework.services.plans import (
    add_line,
    agree_plan_with_person,
    amend_plan,
    change_line,
    explain_need,
    prepare_plan,
    remove_line,
    set_personal_budget,
    transfer_plan_to_worker,
)
from casework.services.reading import person_for_reading, plan_for_reading

__all__ = [
    "add_line",
    "agree_plan_with_person",
    "amend_plan",
    "change_line",
    "correct_person",
    "determine_eligibility",
    "discard_assessment_draft",
    "end_carer_link",
    "explain_need",
    "lift_restriction",
    "link_carer",
    "person_for_reading",
    "plan_for_reading",
    "prepare_plan",
    "record_assessment",
    "record_carer_assessment",
    "record_contact",
    "record_person",
    "remove_line",
    "restrict_record",
    "save_assessment_draft",
    "see_safeguarding_concern",
    "set_personal_budget",
    "transfer_plan_to_worker",
]
