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
from casework.models.grant import GrantApplication
from casework.models.person import CarerLink, Person, PersonUserObjectPermission
from casework.models.plan import PlanHand, PlannedSupport, PlanVersion, SupportPlan
from casework.models.property import PropertyProtection

__all__ = [
    "AssessedOutcome",
    "Assessment",
    "CarerLink",
    "Complaint",
    "Contact",
    "EligibilityDetermination",
    "GrantApplication",
    "Need",
    "Person",
    "PersonUserObjectPermission",
    "PlanHand",
    "PlanVersion",
    "PlannedSupport",
    "PropertyProtection",
    "SafeguardingConcern",
    "SupportPlan",
]
