"""What a person types to propose a change of the schedule, and to decide it."""

from typing import Any

from django import forms

from delegation.forms import NOBODY, Choices, ReasonField, functions_by_section
from delegation.govuk import DayField, Radios
from delegation.schedule import POWERS
from delegation.schedule_change.rules import AUTHORISE, KINDS


class ProposeForm(forms.Form):
    """A function, a provider, and whether it is to be given or taken back."""

    marks_optional = True
    kind = forms.ChoiceField(label="What is to change", choices=list(KINDS.items()), widget=Radios())
    function = forms.ChoiceField(label="Function")
    organisation = forms.ChoiceField(label="Provider")
    from_day = DayField(label="In force from", help_text="Today or later")
    power = forms.ChoiceField(
        label="Power",
        required=False,
        choices=[
            ("", "None: it is taken back"),
            *((key, title[0].upper() + title[1:]) for key, title in POWERS.items()),
        ],
    )
    to_day = DayField(label="Last day", required=False, help_text="Section 79 authorises for a period, so it needs one")
    scope = forms.CharField(label="Scope", required=False, help_text="Which people, which area")
    conditions = forms.CharField(label="Conditions", required=False, widget=forms.Textarea({"rows": 4}))
    instrument = forms.CharField(
        label="Instrument", required=False, max_length=200, help_text="The document that will give it, and its date"
    )
    reasons = ReasonField(label="Why the schedule should change")

    def __init__(self, *args: Any, providers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["function"].choices = [*NOBODY, *functions_by_section()]  # type: ignore[attr-defined]
        self.fields["organisation"].choices = [*NOBODY, *providers]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if typed.get("kind") == AUTHORISE and not typed.get("power"):
            self.add_error("power", "Choose the power under which it is authorised")
        if typed.get("power") == "care_act_s79" and not typed.get("to_day") and "to_day" not in self.errors:
            self.add_error("to_day", "Enter the last day: section 79(5) authorises for the period specified")
        if typed.get("kind") == AUTHORISE and not typed.get("instrument"):
            self.add_error("instrument", "Name the instrument that will give it")
        return typed


class ApproveForm(forms.Form):
    """The Director's approval; Cabinet's reference is asked where the scheme says so, and nowhere else."""

    cabinet_reference = forms.CharField(label="Cabinet’s reference", max_length=100)
    reason = ReasonField(label="Why you approve it")

    def __init__(self, *args: Any, why_cabinet: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if why_cabinet:
            self.fields["cabinet_reference"].help_text = f"Of Cabinet’s decision ({why_cabinet})"
        else:
            del self.fields["cabinet_reference"]


class DecideForm(forms.Form):
    """A refusal, or a withdrawal."""

    reason = ReasonField()
