"""The forms of a plan while it is written: its texts, its lines of support, its money, the agreement."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django import forms

from casework import code_lists
from casework.details import Budget, LineDetails, Shares
from casework.forms.fields import CaseworkForm, Group, Passage, one_of, short
from casework.models import Need, PlannedSupport, SupportPlan
from casework.rules import DIRECT_PAYMENT_CONDITIONS
from delegation.govuk import Checkboxes, DayField, MoneyField, Radios
from delegation.models import Post

LINE_HINTS = {
    "universal": "Open to anybody. No cost to the council.",
    "friends_and_family": "No cost to the council.",
    "voluntary": "No cost to the council.",
    "commissioned": "The council arranges and pays for it.",
    "direct_payment": "The person is paid to arrange it. Section 31 or 32.",
}


class AmendForm(CaseworkForm):
    """Fields of a plan, by their own names."""

    marks_optional = False

    def changes(self) -> dict[str, Any]:
        """What the page says of the plan's fields."""
        return dict(self.cleaned_data)


class WellbeingForm(AmendForm):
    """Source: Care Act 2014 s.25(1)(d), s.9(4)."""

    wellbeing_matters = Passage(
        label="What matters to the person",
        required=False,
        rows=8,
        help_text="Which parts of wellbeing care and support could help, and which outcomes the person wants "
        "to achieve in day-to-day life.",
    )


class PreventionForm(AmendForm):
    """Source: Care Act 2014 s.25(1)(f), s.2."""

    prevention_advice = Passage(
        label="Advice and information given",
        required=False,
        rows=8,
        help_text="What can be done to reduce the needs, and to prevent or delay others.",
    )


class InvolvementForm(AmendForm):
    """Source: Care Act 2014 s.25(3)-(4)."""

    person_involvement = Passage(
        label="The person", required=False, rows=5, help_text="How they took part in preparing the plan."
    )
    carer_involvement = Passage(
        label="A carer", required=False, rows=4, help_text="Where there is one: what they were asked, what they said."
    )
    others_involvement = Passage(
        label="Anybody else", required=False, rows=4, help_text="Those the person asked to be involved, or an advocate."
    )


class ReviewForm(AmendForm):
    """Source: Care Act 2014 s.27(1); Mental Health Act 1983 s.117."""

    review_on = DayField(
        label="Day of the first review", required=False, help_text="Usually six to eight weeks after support starts."
    )
    section_117_aftercare = forms.BooleanField(
        label="After-care under section 117",
        required=False,
        help_text="Mental Health Act 1983. After-care is not charged for.",
    )
    continuing_healthcare = forms.BooleanField(
        label="NHS continuing healthcare",
        required=False,
        help_text="The person has it, or a checklist points to it.",
    )


class DirectPaymentForm(CaseworkForm):
    """The terms of a direct payment. Source: Care Act 2014 ss.31-33; SI 2014/2871."""

    marks_optional = False
    groups = (
        Group(
            title="The payment",
            fields=("direct_payment_amount", "direct_payment_frequency", "direct_payment_managed_by"),
        ),
        Group(
            title="The conditions",
            fields=("conditions_31", "conditions_32"),
            hint="All four of section 31 where the person has capacity to ask; all five of section 32 where not.",
        ),
    )

    direct_payment_amount = MoneyField(
        label="Amount",
        required=False,
        help_text="What is paid each time: what its lines cost for that time, a month being a twelfth of 52 weeks.",
    )
    direct_payment_frequency = one_of(SupportPlan.How.choices, label="How often", required=False)
    direct_payment_managed_by = forms.CharField(
        label="Who manages it",
        max_length=200,
        required=False,
        help_text="The person, or whom they name.",
    )
    conditions_31 = forms.MultipleChoiceField(
        label="Section 31: the person has capacity", required=False, widget=Checkboxes()
    )
    conditions_32 = forms.MultipleChoiceField(
        label="Section 32: the person lacks capacity", required=False, widget=Checkboxes()
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for section in ("31", "32"):
            rows = [row for row in DIRECT_PAYMENT_CONDITIONS if row["section"] == section]
            field = self.fields[f"conditions_{section}"]
            field.choices = [(row["key"], row["title"]) for row in rows]
            field.widget.hints = {row["key"]: row["source"] for row in rows}

    def changes(self) -> dict[str, Any]:
        """The terms by the names of the plan's fields."""
        said = dict(self.cleaned_data)
        conditions = (*said.pop("conditions_31"), *said.pop("conditions_32"))
        return {**said, "direct_payment_conditions": conditions}

    def field_of(self, path: str) -> str | None:
        return "conditions_31" if path == "direct_payment_conditions" else super().field_of(path)


def direct_payment_initial(plan: SupportPlan) -> dict[str, Any]:
    """The terms as the plan now has them."""
    names = ("direct_payment_amount", "direct_payment_frequency", "direct_payment_managed_by")
    held = plan.direct_payment_conditions
    return {name: getattr(plan, name) for name in names} | {
        f"conditions_{section}": [key for key in held if key.startswith(section)] for section in ("31", "32")
    }


def _share(label: str, hint: str = "") -> MoneyField:
    return MoneyField(label=label, help_text=hint)


class BudgetForm(CaseworkForm):
    """Three figures a week and three figures once, which must reconcile. Source: Care Act 2014 s.26(1)."""

    marks_optional = False
    groups = (
        Group(title="Each week", fields=("weekly_total", "weekly_adult_share", "weekly_council_share")),
        Group(title="Once", fields=("one_off_total", "one_off_adult_share", "one_off_council_share")),
    )

    weekly_total = _share("Cost a week")
    weekly_adult_share = _share("The adult’s share a week", "After the financial assessment. 0 where nothing is paid.")
    weekly_council_share = _share("The council’s share a week")
    one_off_total = _share("Cost once")
    one_off_adult_share = _share("The adult’s share once")
    one_off_council_share = _share("The council’s share once")

    def budget(self) -> Budget:
        """The figures as the service takes them."""
        parts = ("total", "adult_share", "council_share")
        said = self.cleaned_data
        shares = {kind: Shares(**{part: said[f"{kind}_{part}"] for part in parts}) for kind in ("weekly", "one_off")}
        return Budget(**shares)

    def field_of(self, path: str) -> str | None:
        kind, _, part = path.partition(".")
        return super().field_of(f"{kind}_{part or 'total'}")


def budget_initial(plan: SupportPlan) -> dict[str, Decimal | None]:
    """The personal budget as the plan now has it."""
    return {
        f"{kind}_{part}": getattr(plan, f"budget_{part}_{kind}")
        for kind in ("weekly", "one_off")
        for part in ("total", "adult_share", "council_share")
    }


class LineForm(CaseworkForm):
    """One line of support. Source: Care Act 2014 s.25(1)(c), (2)."""

    groups = (
        Group(title="What it is", fields=("need", "how", "service_component", "description")),
        Group(title="How much and what it costs", fields=("kind", "quantity", "unit", "unit_cost")),
        Group(title="From when and for how long", fields=("starts_on", "planned_weeks")),
    )

    need = forms.ChoiceField(label="The need it meets", widget=Radios())
    how = forms.ChoiceField(label="How it is met", choices=PlannedSupport.How.choices, widget=Radios(hints=LINE_HINTS))
    service_component = one_of(
        code_lists.service_components,
        label="Kind of service",
        required=False,
        help_text="Needed where the council pays for it.",
    )
    description = Passage(label="What happens", rows=4, help_text="Who does what, when, and how the person wants it.")
    kind = forms.ChoiceField(label="How often", choices=PlannedSupport.Kind.choices, widget=Radios(inline=True))
    quantity = forms.DecimalField(
        max_digits=8,
        decimal_places=2,
        widget=short(5),
        help_text="How many a week, or how many once. 7 hours a week is 7.",
    )
    unit = one_of(PlannedSupport.Unit.choices)
    unit_cost = MoneyField(
        label="Cost of each", required=False, help_text="Leave it empty where the council does not pay."
    )
    starts_on = DayField(label="Starts on", help_text="For example, 27 3 2026")
    planned_weeks = forms.IntegerField(
        label="Planned weeks", required=False, min_value=1, max_value=1040, help_text="Leave it empty where it goes on."
    )

    def __init__(self, *args: Any, needs: Sequence[Need] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["need"].choices = [
            (need.need_key, f"{need.need_key}: {need.get_outcome_display()}") for need in needs
        ]
        self.fields["need"].widget.hints = {need.need_key: need.description for need in needs}

    def details(self) -> LineDetails:
        """The line as the services take it; no cost is nought."""
        said = dict(self.cleaned_data)
        said["unit_cost"] = said["unit_cost"] or Decimal("0.00")
        return LineDetails(**said)

    def field_of(self, path: str) -> str | None:
        return super().field_of(path.rpartition(".")[2])


def line_initial(line: PlannedSupport) -> dict[str, Any]:
    """A line as the plan now has it."""
    names = [
        "how",
        "service_component",
        "description",
        "kind",
        "quantity",
        "unit",
        "unit_cost",
        "starts_on",
        "planned_weeks",
    ]
    return {"need": line.need.need_key, **{name: getattr(line, name) for name in names}}


class NeedForm(CaseworkForm):
    """How far a need meets the criteria, and why no line meets it. Source: Care Act 2014 s.25(1)(b)-(c), s.18(7)."""

    marks_optional = False
    how_far = Passage(
        label="To what extent it meets the eligibility criteria",
        required=False,
        rows=4,
        help_text="Care Act 2014 section 25(1)(b).",
    )
    met_otherwise_because = Passage(
        label="Why no line of support meets it",
        required=False,
        rows=4,
        help_text="Only where none does: a carer meets it and is willing and able to go on. Section 18(7).",
    )


class AgreementForm(CaseworkForm):
    """That the person agreed the plan as it now stands. Source: Care Act 2014 s.25(5), (9)."""

    marks_optional = False
    agreed_on = DayField(label="Day it was agreed", help_text="For example, 27 3 2026")
    agreed_with = forms.CharField(
        label="Who agreed it", max_length=200, help_text="The person, or who agreed on their behalf and by what right."
    )
    steps_to_agree = Passage(
        label="Steps taken to reach agreement", rows=5, help_text="All reasonable steps. Section 25(5)."
    )
    copy_offered = forms.BooleanField(
        label="The person was offered a copy of the plan",
        required=False,
        help_text="And their carer, where they asked; and anybody else the person named. Section 25(9) to (11).",
    )


class TransferForm(CaseworkForm):
    """Who has the plan from now on, and why."""

    marks_optional = False
    to_worker = one_of([], label="Practitioner")
    reason = Passage(label="Reason", rows=3)

    def __init__(self, *args: Any, posts: Iterable[Post] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(post.worker_id), post.worker.name) for post in posts]
        self.fields["to_worker"].choices = [("", "Choose"), *named]
