"""What a rule of verification, funding or brokerage refuses, each by its own name."""

from delegation.authority import Refused, RuleBroken


class PlanIncomplete(RuleBroken):
    """Something of Care Act s.25(1)(a)-(f) is missing."""


class AgreementLapsed(RuleBroken):
    """The support changed after the person agreed to the plan."""


class FindingsUnanswered(RuleBroken):
    """A finding of the council's has no answer yet."""


class FindingsOpen(RuleBroken):
    """A finding is open, so the plan cannot be recommended."""


class NoFinding(RuleBroken):
    """A plan is returned only with a finding tied to a line or a need."""


class ChecklistIncomplete(RuleBroken):
    """The verification checklist is not complete."""


class NothingToSay(RuleBroken):
    """A reason or an answer must be written."""


class NotTheHolder(RuleBroken):
    """Another verifier or broker holds the plan."""


class DecisionNotMade(RuleBroken):
    """The decision on the lines is not whole or not possible."""


class AboveTheEnvelope(RuleBroken):
    """The price is above what the council agreed to pay."""


class AwardNotMade(RuleBroken):
    """A requirement has no award, or the award lacks its reason or the person's choice."""


class UnknownRecord(RuleBroken):
    """The finding, line, requirement, offer or organisation named is not one of this plan's."""


class BadDate(RuleBroken):
    """The day given cannot be."""


class NotOnTheList(RuleBroken):
    """The value given is not one of the national code list."""


class UrgentSupportRefused(RuleBroken):
    """Urgent support is beyond what the council set, or already runs."""


class NotTheAuditor(Refused):
    """The file is another's to audit."""


class NotDrawn(RuleBroken):
    """The sample cannot be drawn, or the file is not one that it drew."""


class AuditIncomplete(RuleBroken):
    """A question of the audit has no answer, or an answer no reason."""


class NotAFinding(RuleBroken):
    """The audit found nothing there to mend."""


class CannotAudit(RuleBroken):
    """This person cannot be the auditor of this file."""
