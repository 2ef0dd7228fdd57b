"""How an opening of a rest centre goes, read top to bottom. The record's state is what counts; the flow routes."""

from typing import Any

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.lock import SelectForUpdateLock
from viewflow.workflow.models import Process

from delegation.diagram import Drawn
from delegation.models import RestCentreOpening
from delegation.steps import Step


def _states() -> Any:
    words = dict(RestCentreOpening.State.choices)
    return lambda state: str(words[state])


class RestCentreFlow(flow.Flow):
    """Civil Contingencies Act 2004 s.2: opened and stood down by the council, staffed meanwhile by a provider."""

    process_class = Process
    process_title = "An opening of a rest centre"
    lock_impl = SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="Council opens the centre").Next(this.stand_down)
    stand_down = (
        Step()
        .Annotation(title="Provider staffs it and counts; council stands it down")
        .Leads(this.debrief, "stood_down", by="stand_down_rest_centre")
    )
    debrief = (
        Step()
        .Annotation(title="Council writes down what was learnt")
        .Leads(this.debriefed, "debriefed", by="debrief_rest_centre")
    )
    debriefed = flow.End().Annotation(title="The plan is read again")


REST_CENTRE = Drawn(RestCentreFlow, "An opening of a rest centre", _states())
