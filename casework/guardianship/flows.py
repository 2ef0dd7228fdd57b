"""The procedure of guardianship, from the application to its end, as a viewflow flow.

Read top to bottom. viewflow routes and draws; the guardianship's own state is what counts, and its constraints hold it.
"""

from viewflow import this
from viewflow.workflow import flow, lock
from viewflow.workflow.models import Process

from casework.guardianship.words import STATES
from delegation.diagram import Drawn
from delegation.steps import Step


class GuardianshipFlow(flow.Flow):
    """An application: the council's decision, the terms in force with their renewals and guardians, the end."""

    process_class = Process
    process_title = "Guardianship"
    lock_impl = lock.SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="Application or order received").Next(this.decision)

    decision = (
        Step()
        .Annotation(title="Council decides (Form G5)")
        .Leads(this.in_force, "in_force", by="accept_guardianship_application receive_into_guardianship")
        .Leads(this.refused, "refused", by="refuse_guardianship_application")
        .Leads(this.withdrawn, "withdrawn", by="withdraw_guardianship_application")
    )
    in_force = (
        Step()
        .Annotation(title="In force for a term: visits, renewal, change of guardian")
        .Leads(this.in_force, "in_force", by="receive_guardianship_renewal change_guardian")
        .Leads(this.discharged, "discharged", by="discharge_guardianship record_discharge_by_another")
        .Leads(this.transferred, "transferred", by="transfer_guardianship_away")
        .Leads(this.expired, "expired", by="record_guardianship_expiry")
        .Leads(this.ended, "ended", by="end_guardianship")
    )

    refused = flow.End().Annotation(title="Not accepted")
    withdrawn = flow.End().Annotation(title="Withdrawn")
    discharged = flow.End().Annotation(title="Discharged")
    transferred = flow.End().Annotation(title="Transferred away")
    expired = flow.End().Annotation(title="Expired")
    ended = flow.End().Annotation(title="Ended by law")


WAY_OF_GUARDIANSHIP = Drawn(GuardianshipFlow, "Guardianship", lambda state: STATES[state])
# The step that is open while a guardianship stands in a state.
STEP_OF = {"received": "decision", "in_force": "in_force"}
