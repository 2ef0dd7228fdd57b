"""What a provider's social workers record: the person, the contact, the assessment, the plan."""

from casework.models.aftercare import AfterCare
from casework.models.assessment import (
    AssessedOutcome,
    Assessment,
    Contact,
    EligibilityDetermination,
    Need,
    SafeguardingConcern,
)
from casework.models.charging import Charge, ChargeCalculation, ChargingFigure, ChargingPolicy
from casework.models.dols import DolsAssessment, DolsAssessor, DolsAuthorisation, DolsRequest, DolsReview
from casework.models.person import CarerLink, Person, PersonUserObjectPermission
from casework.models.plan import PlanHand, PlannedSupport, PlanVersion, SupportPlan

__all__ = [
    "AfterCare",
    "AssessedOutcome",
    "Assessment",
    "CarerLink",
    "Charge",
    "ChargeCalculation",
    "ChargingFigure",
    "ChargingPolicy",
    "Contact",
    "DolsAssessment",
    "DolsAssessor",
    "DolsAuthorisation",
    "DolsRequest",
    "DolsReview",
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
