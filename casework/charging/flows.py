"""The procedure of a charge, from the provider's sum to the council's notice, as a viewflow flow."""

from viewflow import this
from viewflow.workflow import flow, lock
from viewflow.workflow.models import Process

from casework.charging.rules import STATES
from delegation.diagram import Drawn
from delegation.steps import Step


class ChargingFlow(flow.Flow):
    """A charge: worked out by the provider, decided by the council, told to the person, waived, replaced or barred."""

    process_class = Process
    process_title = "Charging"
    lock_impl = lock.SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="Provider works the charge out").Next(this.decision)

    decision = (
        Step()
        .Annotation(title="Council decides the charge")
        .Leads(this.notice, "decided", by="decide_charge")
        .Leads(this.replaced, "replaced", by="calculate_charge")
        .Leads(this.barred, "barred", by="record_aftercare")
    )
    notice = (
        Step()
        .Annotation(title="Council tells the person")
        .Leads(this.in_force, "issued", by="issue_charge_notice")
        .Leads(this.waived, "waived", by="waive_charge")
        .Leads(this.barred, "barred", by="record_aftercare")
    )
    in_force = (
        Step()
        .Annotation(title="Charge in force")
        .Leads(this.waived, "waived", by="waive_charge")
        .Leads(this.replaced, "replaced", by="issue_charge_notice")
        .Leads(this.barred, "barred", by="record_aftercare")
    )

    waived = flow.End().Annotation(title="Waived")
    replaced = flow.End().Annotation(title="Replaced by a later one")
    barred = flow.End().Annotation(title="Never charged: after-care")


WAY_OF_A_CHARGE = Drawn(ChargingFlow, "Charging", lambda state: STATES[state])
# The step that is open while a charge stands in a state.
STEP_OF = {"calculated": "decision", "decided": "notice", "issued": "in_force"}
