"""What this app keeps: who may do what, who is registered, the Director's reviews, and the registers it must keep."""

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
from delegation.models.procedure import ProcedureRoute
from delegation.models.registration import ProfessionalRegistration, RegistrationSuspension

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
    "Cover",
    "DatedQuerySet",
    "FinancialLimit",
    "Organisation",
    "Post",
    "ProcedureRoute",
    "ProfessionalRegistration",
    "RegisterHead",
    "RegistrationSuspension",
    "Worker",
]
