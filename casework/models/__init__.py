"""What a provider's social workers record: the person, the contact, the assessment, the plan."""

from casework.models.aftercare import AfterCare
from casework.models.assessment import (
    AssessedOutcome,
    Assessment,
    Contact,
    EligibilityDetermination,
    Need,
)
from casework.models.charging import Charge, ChargeCalculation, ChargingFigure, ChargingPolicy
from casework.models.co_operation import CoOperationRequest
from casework.models.complaint import Complaint
from casework.models.dols import DolsAssessment, DolsAssessor, DolsAuthorisation, DolsRequest, DolsReview
from casework.models.draft import AssessmentDraft
from casework.models.grant import GrantApplication
from casework.models.guardianship import (
    ActingGuardian,
    DischargingMember,
    Guardian,
    GuardianNotice,
    Guardianship,
    GuardianshipAbsence,
    GuardianshipAmendment,
    GuardianshipDischarge,
    GuardianshipRecommendation,
    GuardianshipRenewal,
    GuardianshipVisit,
)
from casework.models.guardianship_transfer import GuardianshipTransfer, TransferRecommendation
from casework.models.person import CarerLink, Person, PersonUserObjectPermission
from casework.models.plan import PlanHand, PlannedSupport, PlanVersion, SupportPlan
from casework.models.property import PropertyProtection
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
from casework.models.third_party import ThirdPartyRequest

__all__ = [
    "ActingGuardian",
    "AfterCare",
    "AssessedOutcome",
    "Assessment",
    "AssessmentDraft",
    "BoardMember",
    "BoardReport",
    "CarerLink",
    "Charge",
    "ChargeCalculation",
    "ChargingFigure",
    "ChargingPolicy",
    "CoOperationRequest",
    "Complaint",
    "Contact",
    "DesiredOutcome",
    "DischargingMember",
    "DolsAssessment",
    "DolsAssessor",
    "DolsAuthorisation",
    "DolsRequest",
    "DolsReview",
    "EligibilityDetermination",
    "GrantApplication",
    "Guardian",
    "GuardianNotice",
    "Guardianship",
    "GuardianshipAbsence",
    "GuardianshipAmendment",
    "GuardianshipDischarge",
    "GuardianshipRecommendation",
    "GuardianshipRenewal",
    "GuardianshipTransfer",
    "GuardianshipVisit",
    "InformationRequest",
    "Need",
    "Person",
    "PersonUserObjectPermission",
    "PlanHand",
    "PlanVersion",
    "PlannedSupport",
    "PropertyProtection",
    "ReviewReferral",
    "SafeguardingClosure",
    "SafeguardingConcern",
    "SafeguardingEnquiry",
    "SafeguardingScrutiny",
    "SupportPlan",
    "ThirdPartyRequest",
    "ThresholdDecision",
    "TransferRecommendation",
]
