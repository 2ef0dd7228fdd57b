"""What this app keeps: who may do what (`authority`), and the Director's reviews of it (`assurance`)."""

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
from delegation.models.information import FoiRequest, OmbudsmanEnquiry, PublicEnquiry
from delegation.models.procedure import ProcedureRoute

__all__ = [
    "Account",
    "Act",
    "AssuranceException",
    "AssuranceReview",
    "Authorisation",
    "Cover",
    "DatedQuerySet",
    "FinancialLimit",
    "FoiRequest",
    "OmbudsmanEnquiry",
    "Organisation",
    "Post",
    "ProcedureRoute",
    "PublicEnquiry",
    "RegisterHead",
    "Worker",
]
