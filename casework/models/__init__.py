"""What a provider's social workers record: the person, the contact, the assessment, the plan."""

from casework.models.assessment import (
    AssessedOutcome,
    Assessment,
    Contact,
    EligibilityDetermination,
    Need,
    SafeguardingConcern,
)
from casework.models.complaint import Complaint
from casework.models.person import CarerLink, Person, PersonUserObjectPermission
from casework.models.plan import PlanHand, PlannedSupport, PlanVersion, SupportPlan

__all__ = [
    "AssessedOutcome",
    "Assessment",
    "CarerLink",
    "Complaint",
    "Contact",
    "EligibilityDetermination",
    "Need",
    "Person",
    "PersonUserObjectPermission",
    "PlanHand",
    "PlanVersion",
    "PlannedSupport",
    "SafeguardingConcern",
    "SupportPlan",
]
