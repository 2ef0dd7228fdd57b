"""How the protection of somebody's property goes. The record's state counts; the flow routes."""

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.lock import SelectForUpdateLock
from viewflow.workflow.models import Process

from casework.models import PropertyProtection
from delegation.diagram import Drawn
from delegation.steps import Step


class PropertyFlow(flow.Flow):
    """Care Act 2014 s.47: proposed, entry authorised or refused by the council, entered by its officer, ended."""

    process_class = Process
    process_title = "Protection of property"
    lock_impl = SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="Property in danger of loss or damage").Next(this.authorisation)
    authorisation = (
        Step()
        .Annotation(title="Council authorises its officer to enter")
        .Leads(this.entry, "authorised", by="authorise_property_entry")
        .Leads(this.refused, "refused", by="refuse_property_entry")
    )
    entry = (
        Step()
        .Annotation(title="Officer named enters and protects")
        .Leads(this.protection, "protected", by="record_property_entry")
        .Leads(this.ended, "ended", by="end_property_protection")
    )
    protection = (
        Step()
        .Annotation(title="Property protected until it is given back")
        .Leads(this.ended, "ended", by="end_property_protection")
    )
    ended = flow.End().Annotation(title="Ended")
    refused = flow.End().Annotation(title="No entry")


# The step that is open while a protection stands in a state.
STEP_OF = {"proposed": "authorisation", "authorised": "entry", "protected": "protection"}
WORDS = dict(PropertyProtection.State.choices) | {"refused": "Refused"}
WAY_OF_PROTECTION = Drawn(PropertyFlow, "Protection of property", lambda state: str(WORDS[state]))
