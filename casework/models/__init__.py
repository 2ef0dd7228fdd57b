"""What a provider's social workers record: the person, the contact, the assessment, the plan."""

from casework.models.assessment import (
    AssessedOutcome,
    Assessment,
    Contact,
    EligibilityDetermination,
    Need,
)
from casework.models.person import CarerLink, Person, PersonUserObjectPermission
from casework.models.plan import PlanHand, PlannedSupport, PlanVersion, SupportPlan
from casework.models.safeguarding import (
    DesiredOutcome,
    InformationRequest,
    SafeguardingClosure,
    SafeguardingConcern,
    SafeguardingEnquiry,
    SafeguardingScrutiny,
    ThresholdDecision,
)
from casework.models.safeguarding_board import BoardMember, BoardReport, ReviewReferral

__all__ = [
    "AssessedOutcome",
    "Assessment",
    "BoardMember",
    "BoardReport",
    "CarerLink",
    "Contact",
    "DesiredOutcome",
    "EligibilityDetermination",
    "InformationRequest",
    "Need",
    "Person",
    "PersonUserObjectPermission",
    "PlanHand",
    "PlanVersion",
    "PlannedSupport",
    "ReviewReferral",
    "SafeguardingClosure",
    "SafeguardingConcern",
    "SafeguardingEnquiry",
    "SafeguardingScrutiny",
    "SupportPlan",
    "ThresholdDecision",
]
