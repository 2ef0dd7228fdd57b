"""The council's procedure for a support plan, from quality assurance to review, as a viewflow flow.

Read top to bottom. viewflow routes and draws; it records nothing the council relies on
(docs/decisions/viewflow-is-the-route.md). A person's step is finished by `verification.route`, which the
services call on the locked plan; the flow's own nodes (clocks) call services.
"""

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.models import Process

from casework.way import STATES
from delegation.diagram import Drawn
from delegation.steps import Step
from verification.clocks import flag_late, mark_review_due, review_due_at, step_due_at
from verification.nodes import LockPlanFirst


class PlanFlow(flow.Flow):
    """A provider-produced plan: quality assurance, verification, funding, brokerage, package, review."""

    process_class = Process
    process_title = "The way of a support plan"
    lock_impl = LockPlanFirst(nowait=False, attempts=1)

    # -- The provider --------------------------------------------------------------------------------
    start = flow.StartHandle().Annotation(title="Plan agreed with the person").Next(this.quality_assurance)

    quality_assurance = (
        Step()
        .Annotation(title="Provider quality assurance")
        .Leads(this.submission, "quality_assured")
        .Leads(this.preparation, "draft")
    )
    preparation = (
        Step().Annotation(title="Provider answers and mends").Leads(this.quality_assurance, "in_quality_assurance")
    )
    submission = Step().Annotation(title="Provider submits a version").Leads(this.verification, "submitted")

    # -- The council ---------------------------------------------------------------------------------
    verification = (
        Step()
        .Annotation(title="Council verifies statutory needs")
        .OnTimeout(step_due_at, this.flag_verification_late, interrupting=False, title="Verification late")
        .Leads(this.funding_decision, "awaiting_funding_decision")
        .Leads(this.preparation, "returned_to_provider")
    )
    flag_verification_late = flow.Function(flag_late).Annotation(title="Flag late").Next(this.verification_flagged)
    verification_flagged = flow.End().Annotation(title="Flagged")

    funding_decision = (
        Step()
        .Annotation(title="Council decides the funding")
        .OnTimeout(step_due_at, this.flag_funding_late, interrupting=False, title="Decision late")
        .Leads(this.brokerage, "funded")
        .Leads(this.verification, "in_verification")
        .Leads(this.refused, "refused")
    )
    flag_funding_late = flow.Function(flag_late).Annotation(title="Flag late").Next(this.funding_flagged)
    funding_flagged = flow.End().Annotation(title="Flagged")

    brokerage = (
        Step()
        .Annotation(title="Brokerage sources the package")
        .Leads(this.package_start, "package_arranged")
        .Leads(this.envelope_decision, "awaiting_envelope_decision")
    )
    envelope_decision = (
        Step().Annotation(title="Council decides the price above the envelope").Leads(this.brokerage, "in_brokerage")
    )
    package_start = (
        Step().Annotation(title="Package starts").Leads(this.package, "active").Leads(this.brokerage, "in_brokerage")
    )

    # -- The person is supported -----------------------------------------------------------------------
    package = (
        Step()
        .Annotation(title="Package in force")
        .OnTimeout(review_due_at, this.review_due, interrupting=False, title="Review due")
        .Leads(this.change_decision, "awaiting_change_decision")
        .Leads(this.review, "under_review")
        .Leads(this.ended, "ended")
    )
    review_due = flow.Function(mark_review_due).Annotation(title="Call the review").Next(this.review_called)
    review_called = flow.End().Annotation(title="Review called")
    change_decision = Step().Annotation(title="Council decides the change").Leads(this.package, "active")
    review = Step().Annotation(title="Review of the plan").Leads(this.package, "active").Leads(this.ended, "ended")

    refused = flow.End().Annotation(title="Funding refused")
    ended = flow.End().Annotation(title="Support ended")


WAY_OF_A_PLAN = Drawn(PlanFlow, "The way of a support plan", lambda state: STATES[state].title)
