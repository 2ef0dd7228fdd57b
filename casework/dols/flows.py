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
        .Leads(this.assessment, "assessing")
        .Leads(this.ended, "ended")
    )
    assessment = (
        Step().Annotation(title="Six assessments are made").Leads(this.decision, "assessed").Leads(this.ended, "ended")
    )
    decision = (
        Step()
        .Annotation(title="Council authorises or refuses")
        .Leads(this.in_force, "granted")
        .Leads(this.refused, "refused")
        .Leads(this.ended, "ended")
    )
    in_force = (
        Step()
        .Annotation(title="Authorisation in force")
        .Leads(this.review, "under_review")
        .Leads(this.suspension, "suspended")
        .Leads(this.ended, "ended")
    )
    review = Step().Annotation(title="Council reviews").Leads(this.in_force, "granted").Leads(this.ended, "ended")
    suspension = (
        Step().Annotation(title="Authorisation suspended").Leads(this.in_force, "granted").Leads(this.ended, "ended")
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
