"""What is typed about a complaint."""

from typing import Any

from django import forms

from casework.models import Complaint
from delegation.govuk import DayField, Radios
from delegation.records import SHORT

FOR_EXAMPLE = "For example, 27 3 2026"


def words(label: str, *, hint: str = "", rows: int = 5, required: bool = True) -> forms.CharField:
    """A few lines of text."""
    return forms.CharField(label=label, help_text=hint, required=required, widget=forms.Textarea({"rows": rows}))


class ComplaintForm(forms.Form):
    """A complaint as it came."""

    marks_optional = True
    made_by = forms.ChoiceField(label="Who complains", choices=Complaint.MadeBy.choices, widget=Radios())
    complainant = forms.CharField(label="Their name", max_length=SHORT)
    about = words("What the complaint is about", hint="In their words")
    wanted = words("What would put it right", required=False, rows=3)
    arose_on = DayField(label="Day the matter arose, or was first known of", help_text=FOR_EXAMPLE)
    received_on = DayField(label="Day the complaint was received", help_text=FOR_EXAMPLE)
    late_because = words(
        "Why it is looked into after 12 months",
        hint="Only where more than 12 months lie between the two days",
        required=False,
        rows=3,
    )


class AcknowledgeForm(forms.Form):
    """When the complaint was acknowledged."""

    acknowledged_on = DayField(label="Day it was acknowledged", help_text=FOR_EXAMPLE)


class PlanForm(forms.Form):
    """What was agreed of the handling."""

    handling = words("How it is handled", hint="As discussed with who complains")
    respond_by = DayField(label="Day by which to respond", help_text=FOR_EXAMPLE)


class LongerForm(forms.Form):
    """A longer period, as agreed."""

    respond_by = DayField(label="Day by which to respond", help_text=FOR_EXAMPLE)
    because = words("Why, and how who complains agreed", hint="It is kept in the register. Name nobody.", rows=3)


class ResponseForm(forms.Form):
    """The response as it is prepared."""

    outcome = forms.ChoiceField(label="Outcome", choices=Complaint.Outcome.choices, widget=Radios())
    response = words(
        "The response",
        hint="How it was considered, what was found, what is put right. The letter ends with the way to the Ombudsman.",
        rows=12,
    )


class BecauseForm(forms.Form):
    """Why something is done, which stands in the register."""

    because = words("Why", hint="It is kept in the register. Name nobody.", rows=4)


class SignForm(forms.Form):
    """The signature, and why it comes late where it does."""

    marks_optional = True
    late_because = words(
        "Why the response is late",
        hint="Only where the period is over. It stands in the letter.",
        required=False,
        rows=3,
    )

    def __init__(self, *args: Any, is_late: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_late:
            del self.fields["late_because"]
        else:
            self.fields["late_because"].required = True
