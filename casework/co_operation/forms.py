"""What is typed about co-operation."""

from typing import Any

from django import forms

from casework.co_operation.rules import GROUNDS, PARTNERS
from casework.complaints.forms import FOR_EXAMPLE, words
from delegation.govuk import DayField, Radios
from delegation.records import SHORT


class AskedForm(forms.Form):
    """Who asks whom for what."""

    marks_optional = True
    partner_kind = forms.ChoiceField(
        label="What kind of partner",
        choices=[(key, one.title) for key, one in PARTNERS.items()],
        widget=Radios(hints={key: one.source for key, one in PARTNERS.items()}),
    )
    partner = forms.CharField(label="Name of the partner", max_length=SHORT)
    person = forms.CharField(
        label="Reference of the person",
        required=False,
        max_length=20,
        help_text="In the case of one person (section 7), like PE-7K3M-Q9TD. Leave out where it is general.",
        widget=forms.TextInput({"class": "govuk-input--width-10"}),
    )
    asked_for = words("What is asked for", hint="Write the person’s reference and not their name")
    asked_on = DayField(label="Day it was asked", help_text=FOR_EXAMPLE)
    needed_by = DayField(label="Day it is needed by", required=False, help_text=FOR_EXAMPLE)


class AgreeForm(forms.Form):
    """What the council does."""

    answer = words("What the council does")


class DeclineForm(forms.Form):
    """On which ground and why the council declines."""

    ground = forms.ChoiceField(label="Ground", choices=list(GROUNDS.items()), widget=Radios(), required=False)
    reasons = words("The written reasons", hint="They go to the partner as they stand here (section 7(3))", rows=6)

    def __init__(self, *args: Any, in_a_case: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ground"].required = in_a_case
        if not in_a_case:
            del self.fields["ground"]


class PartnersAnswerForm(forms.Form):
    """What the partner answered."""

    marks_optional = True
    agreed = forms.TypedChoiceField(
        label="The partner",
        choices=[("yes", "Co-operates"), ("no", "Declines")],
        coerce=lambda said: said == "yes",
        widget=Radios(),
    )
    answered_on = DayField(label="Day it answered", help_text=FOR_EXAMPLE)
    answer = words("What the partner does", required=False, rows=3)
    reasons = words(
        "The written reasons, where it declines",
        hint="Leave out where it gave none: they are then owed (section 7(3))",
        required=False,
        rows=3,
    )


class PartnersReasonsForm(forms.Form):
    """The reasons the partner gave afterwards."""

    reasons_on = DayField(label="Day they came", help_text=FOR_EXAMPLE)
    reasons = words("The written reasons")


class WithdrawForm(forms.Form):
    """Why it is withdrawn."""

    because = words("Why it is withdrawn", hint="It is kept in the register. Name nobody.", rows=3)
