"""The drawn flow: the way of a plan as a picture and as BPMN, made from the code that routes it."""

from viewflow.workflow import chart

from verification.flows import PlanFlow


def flow_svg() -> str:
    """The flow as a picture that tells a screen reader what it is."""
    svg = chart.grid_to_svg(chart.calc_layout_data(PlanFlow))
    # viewflow draws no width of its own; a picture in a page needs its true size to scroll by.
    return _tidy(svg) + "\n"


def flow_bpmn() -> str:
    """The flow as BPMN 2.0, for a tool that reads it."""
    return _tidy(chart.grid_to_bpmn(chart.calc_layout_data(PlanFlow))) + "\n"


def _tidy(text: str) -> str:
    lines = [line.rstrip() for line in text.strip().splitlines()]
    return "\n".join(line for line in lines if line)
