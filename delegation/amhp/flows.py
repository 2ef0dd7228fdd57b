"""The procedure of an AMHP's approval, read top to bottom.

viewflow routes and draws; the approval's own state is what counts (docs/decisions/viewflow-is-the-route.md).
Source: SI 2008/1206 regs 3 to 7.
"""

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.lock import SelectForUpdateLock
from viewflow.workflow.models import Process

from delegation.amhp.words import STATES
from delegation.diagram import Drawn
from delegation.steps import Step


class AmhpFlow(flow.Flow):
    """Application, decision, five years in force, suspension with the registration, end."""

    process_class = Process
    process_title = "The approval of an AMHP"
    lock_impl = SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="Application received").Next(this.decision)

    decision = (
        Step()
        .Annotation(title="Competence shown, council decides")
        .Leads(this.standing, "in_force", by="approve_amhp")
        .Leads(this.refused, "refused", by="refuse_amhp")
    )
    standing = (
        Step()
        .Annotation(title="Approved for five years, 18 hours of training each")
        .Leads(this.suspension, "suspended", by="suspend_amhp_approval suspend_registration")
        .Leads(this.ended, "ended", by="end_amhp_approval approve_amhp end_registration record_registration")
    )
    suspension = (
        Step()
        .Annotation(title="Suspended with the registration")
        .Leads(this.standing, "in_force", by="lift_amhp_suspension")
        .Leads(this.ended, "ended", by="end_amhp_approval approve_amhp end_registration record_registration")
    )
    refused = flow.End().Annotation(title="Application refused")
    ended = flow.End().Annotation(title="Approval ended, kept five years")


AMHP_APPROVAL = Drawn(AmhpFlow, "The approval of an AMHP", lambda state: STATES[state])
