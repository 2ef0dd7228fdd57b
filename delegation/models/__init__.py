"""What this app keeps: who may do what (`authority`), the Director's reviews of it (`assurance`), the contract with a
provider (`contract`)."""

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
from delegation.models.procedure import ProcedureRoute
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
    "Organisation",
    "Post",
    "ProcedureRoute",
    "RegisterHead",
    "ScheduleChange",
    "SeniorPost",
    "Worker",
    "WorkforceLine",
    "WorkforceMember",
    "WorkforceMinimum",
    "WorkforceReturn",
]
