"""Pictures: where plans are and how long they take, and the way of a plan as it is drawn."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casework.way import STATES, acts_from
from delegation.diagram import flow_bpmn, flow_svg, picture_size
from verification.flows import WAY_OF_A_PLAN
from verification.picture import counts_by_state, times_chart, times_taken, where_chart
from verification.wording import button_of


@require_safe
def picture(request: HttpRequest) -> HttpResponse:
    """Where plans are, and how long they take."""
    counts = counts_by_state(request.user)
    ended = [(state.title, counts[key]) for key, state in STATES.items() if not state.live and counts.get(key)]
    context = {"where": where_chart(counts), "times": times_chart(times_taken(request.user)), "ended": ended}
    return render(request, "verification/picture.html", context)


@require_safe
def flow(request: HttpRequest) -> HttpResponse:
    """The way of a plan: the drawn flow, and every state in words."""
    steps = [
        {"state": state, "acts": [button_of(step.act) for step in acts_from(key) if step.leads_to(key) != key]}
        for key, state in STATES.items()
    ]
    width, height = picture_size(WAY_OF_A_PLAN)
    return render(request, "verification/flow.html", {"steps": steps, "width": width, "height": height})


@require_safe
def diagram_svg(request: HttpRequest) -> HttpResponse:
    """The drawn flow as a picture."""
    return HttpResponse(flow_svg(WAY_OF_A_PLAN), content_type="image/svg+xml")


@require_safe
def diagram_bpmn(request: HttpRequest) -> HttpResponse:
    """The drawn flow as BPMN 2.0, to keep."""
    answer = HttpResponse(flow_bpmn(WAY_OF_A_PLAN), content_type="application/xml")
    answer.headers["Content-Disposition"] = 'attachment; filename="way-of-a-plan.bpmn"'
    return answer
