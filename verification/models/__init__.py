"""What the council records of a plan: verification, findings, decisions, brokerage, package.

The state of record lives here and on the plan, held by named constraints. viewflow's own rows
(`PlanRoute.process`) are the route only: losing them would lose no decision.
"""

from verification.models.brokerage import Award, Invitation, Offer, Requirement
from verification.models.direct_payment import DirectPayment, DirectPaymentReview
from verification.models.funding import ChangeRequest, Escalation, FundedLine, FundingDecision
from verification.models.market import GuidePrice, UrgentAmount
from verification.models.packages import Package, UrgentSupport
from verification.models.route import PlanRoute, QueueEntry
from verification.models.sampling import (
    AuditAction,
    AuditAnswer,
    CaseFileSample,
    FileAudit,
    SampledFile,
    SampleStratum,
)
from verification.models.verifying import Finding, Verification

__all__ = [
    "AuditAction",
    "AuditAnswer",
    "Award",
    "CaseFileSample",
    "ChangeRequest",
    "DirectPayment",
    "DirectPaymentReview",
    "Escalation",
    "FileAudit",
    "Finding",
    "FundedLine",
    "FundingDecision",
    "GuidePrice",
    "Invitation",
    "Offer",
    "Package",
    "PlanRoute",
    "QueueEntry",
    "Requirement",
    "SampleStratum",
    "SampledFile",
    "UrgentAmount",
    "UrgentSupport",
    "Verification",
]
