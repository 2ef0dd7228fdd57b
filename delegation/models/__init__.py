"""What this app keeps: who may do what, who is registered, the Director's reviews, the registers, the contract."""

from delegation.models.amhp import (
    AmhpActing,
    AmhpApproval,
    AmhpCompetence,
    AmhpNotice,
    AmhpSuspension,
    AmhpTraining,
)
from delegation.models.assurance import AssuranceException, AssuranceReview
from delegation.models.authority import (
    Account,
    Act,
    Authorisation,
    Cover,
    DatedQuerySet,
    FinancialLimit,
    Organisation,
    Post,
    RegisterHead,
    Worker,
)
from delegation.models.contract import (
    ContractTarget,
    DueDiligence,
    DueDiligenceEvidence,
    DueDiligenceScore,
    Evaluator,
)
from delegation.models.information import FoiRequest, OmbudsmanEnquiry, PublicEnquiry
from delegation.models.login import LoginTries
from delegation.models.procedure import ProcedureRoute
from delegation.models.registration import ProfessionalRegistration, RegistrationSuspension
from delegation.models.rest_centre import RestCentre, RestCentreAttendance, RestCentreCheck, RestCentreOpening
from delegation.models.schedule_change import ScheduleChange
from delegation.models.workforce import (
    SeniorPost,
    WorkforceLine,
    WorkforceMember,
    WorkforceMinimum,
    WorkforceReturn,
)

__all__ = [
    "Account",
    "Act",
    "AmhpActing",
    "AmhpApproval",
    "AmhpCompetence",
    "AmhpNotice",
    "AmhpSuspension",
    "AmhpTraining",
    "AssuranceException",
    "AssuranceReview",
    "Authorisation",
    "ContractTarget",
    "Cover",
    "DatedQuerySet",
    "DueDiligence",
    "DueDiligenceEvidence",
    "DueDiligenceScore",
    "Evaluator",
    "FinancialLimit",
    "FoiRequest",
    "LoginTries",
    "OmbudsmanEnquiry",
    "Organisation",
    "Post",
    "ProcedureRoute",
    "ProfessionalRegistration",
    "PublicEnquiry",
    "RegisterHead",
    "RegistrationSuspension",
    "RestCentre",
    "RestCentreAttendance",
    "RestCentreCheck",
    "RestCentreOpening",
    "ScheduleChange",
    "SeniorPost",
    "Worker",
    "WorkforceLine",
    "WorkforceMember",
    "WorkforceMinimum",
    "WorkforceReturn",
]
