"""The procedure of a deprivation of liberty, from the request to the end, as a viewflow flow.

Read top to bottom. viewflow routes and draws; the request's own state is what counts, and its constraints hold it.
"""

from viewflow import this
from viewflow.workflow import flow, lock
from viewflow.workflow.models import Process

from casework.dols.rules import STATES
from delegation.diagram import Drawn
from delegation.steps import Step


class DolsFlow(flow.Flow):
    """A request: six assessments, the council's decision, the authorisation in force, its review and its end."""

    process_class = Process
    process_title = "Deprivation of liberty"
    lock_impl = lock.SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="Request received and logged").Next(this.selection)

    selection = (
        Step()
        .Annotation(title="Council selects the assessors")
        .Leads(this.assessment, "assessing", by="select_dols_assessor")
        .Leads(this.ended, "ended", by="end_dols_authorisation")
    )
    assessment = (
        Step()
        .Annotation(title="Six assessments are made")
        .Leads(this.decision, "assessed", by="record_dols_assessment")
        .Leads(this.ended, "ended", by="end_dols_authorisation")
    )
    decision = (
        Step()
        .Annotation(title="Council authorises or refuses")
        .Leads(this.in_force, "granted", by="grant_dols_authorisation")
        .Leads(this.refused, "refused", by="refuse_dols_authorisation")
        .Leads(this.ended, "ended", by="end_dols_authorisation")
    )
    in_force = (
        Step()
        .Annotation(title="Authorisation in force")
        .Leads(this.review, "under_review", by="open_dols_review")
        .Leads(this.suspension, "suspended", by="suspend_dols_authorisation")
        .Leads(this.ended, "ended", by="end_dols_authorisation")
    )
    review = (
        Step()
        .Annotation(title="Council reviews")
        .Leads(this.in_force, "granted", by="conclude_dols_review")
        .Leads(this.ended, "ended", by="conclude_dols_review end_dols_authorisation")
    )
    suspension = (
        Step()
        .Annotation(title="Authorisation suspended")
        .Leads(this.in_force, "granted", by="resume_dols_authorisation")
        .Leads(this.ended, "ended", by="end_dols_authorisation")
    )

    refused = flow.End().Annotation(title="Refused")
    ended = flow.End().Annotation(title="Ended")


WAY_OF_DOLS = Drawn(DolsFlow, "Deprivation of liberty", lambda state: STATES[state])
# The step that is open while a request stands in a state.
STEP_OF = {
    "received": "selection",
    "assessing": "assessment",
    "assessed": "decision",
    "granted": "in_force",
    "under_review": "review",
    "suspended": "suspension",
}
