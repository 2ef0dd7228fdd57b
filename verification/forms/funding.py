"""The decision on a plan's money, line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from casework.models import PlannedSupport
from delegation.govuk import DayField, MoneyField, Radios
from verification.forms.words import words
from verification.models import FundedLine
from verification.rules import LineCost, LineDecision, line_problem

OUTCOMES = [
    (FundedLine.Outcome.FUND, "Fund"),
    (FundedLine.Outcome.PART, "In part"),
    (FundedLine.Outcome.UNTIL, "Until a day"),
    (FundedLine.Outcome.REFUSE, "Refuse"),
]
BOXES = ("weekly", "one_off", "until", "reason", "condition")


@dataclass(frozen=True)
class LineGroup:
    """A line of the plan and the boxes that decide it."""

    line: PlannedSupport
    outcome: BoundField
    boxes: Sequence[BoundField]

    @property
    def is_open(self) -> bool:
        """Whether something was typed beside the choice, or is wrong with it."""
        return any(box.errors or box.value() for box in self.boxes) or bool(self.outcome.errors)


class DecisionForm(forms.Form):
    """Fund, fund in part, fund until a day, or refuse each line; conditions and reasons of the whole."""

    marks_optional = False

    def __init__(self, *args: Any, lines: Sequence[PlannedSupport], costs: Sequence[LineCost], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = list(lines)
        self.costs = {cost.key: cost for cost in costs}
        for line in self.costly():
            self._ask(line)
        self.fields["conditions"] = words("Conditions on the whole decision (optional)", required=False, rows=3)
        self.fields["reasons"] = words(
            "Your reasons", hint="The person’s letter gives these words.", required=False, rows=4
        )

    def costly(self) -> list[PlannedSupport]:
        """The lines that cost the council something; the others are not asked, because there is no money to decide."""
        return [line for line in self.lines if line.weekly_cost or line.one_off_cost]

    def without_cost(self) -> list[PlannedSupport]:
        """The lines that cost the council nothing."""
        return [line for line in self.lines if not line.weekly_cost and not line.one_off_cost]

    def _ask(self, line: PlannedSupport) -> None:
        key = line.line_key
        self.fields[f"{key}_outcome"] = forms.ChoiceField(
            label=f"Decision on line {key}", choices=OUTCOMES, widget=Radios(inline=True)
        )
        if line.weekly_cost:
            self.fields[f"{key}_weekly"] = MoneyField(label="Fund in part: pounds a week", required=False)
        if line.one_off_cost:
            self.fields[f"{key}_one_off"] = MoneyField(label="Fund in part: pounds once", required=False)
        self.fields[f"{key}_until"] = DayField(label="Fund until: the last day", required=False)
        self.fields[f"{key}_reason"] = words("Reason, unless funded whole", required=False, rows=2)
        self.fields[f"{key}_condition"] = words("Condition on this line", required=False, rows=2)

    def groups(self) -> Iterator[LineGroup]:
        """The lines in order with their boxes, for the page."""
        for line in self.costly():
            names = [f"{line.line_key}_{box}" for box in BOXES]
            yield LineGroup(
                line,
                self[f"{line.line_key}_outcome"],
                [self[name] for name in names if name in self.fields],
            )

    def decisions(self) -> list[LineDecision]:
        """What was decided of each line, as the service takes it; lines not yet decided are left out."""
        given = self.cleaned_data
        free = [LineDecision(key=line.line_key, outcome=FundedLine.Outcome.FUND) for line in self.without_cost()]
        return free + [
            LineDecision(
                key=line.line_key,
                outcome=given[f"{line.line_key}_outcome"],
                weekly=given.get(f"{line.line_key}_weekly"),
                one_off=given.get(f"{line.line_key}_one_off"),
                until=given.get(f"{line.line_key}_until"),
                condition=given.get(f"{line.line_key}_condition", ""),
                reason=given.get(f"{line.line_key}_reason", ""),
            )
            for line in self.costly()
            if given.get(f"{line.line_key}_outcome")
        ]

    def clean(self) -> dict[str, Any]:
        """Say at each line what the rule will say, so that it can be mended where it stands."""
        for wanted in self.decisions():
            if problem := line_problem(self.costs[wanted.key], wanted):
                self.add_error(f"{wanted.key}_outcome", problem)
        return self.cleaned_data
