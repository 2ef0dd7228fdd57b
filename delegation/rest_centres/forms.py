"""What is typed about rest centres."""

from typing import Any

from django import forms

from delegation.govuk import DayField, Radios
from delegation.information.forms import FOR_EXAMPLE, Choices, line, words
from delegation.models import RestCentreCheck
from delegation.rest_centres.openings import MOST_PEOPLE
from delegation.rest_centres.rules import RESPONDERS
from delegation.rest_centres.services import MOST_PLACES

NARROW = {"class": "govuk-input--width-5"}


def number(label: str, *, least: int, most: int, hint: str = "") -> forms.IntegerField:
    """A whole number of people."""
    widget = forms.NumberInput(NARROW)
    return forms.IntegerField(label=label, help_text=hint, min_value=least, max_value=most, widget=widget)


class CentreForm(forms.Form):
    """A rest centre of the plan, and who arranges it."""

    marks_optional = True
    name = line("Name of the centre")
    address = line("Where it is")
    places = number("How many people it takes", least=1, most=MOST_PLACES)
    responder_kind = forms.ChoiceField(
        label="Who arranges it",
        help_text="The council itself, or a responder listed in Schedule 1 to the Civil Contingencies Act 2004. A "
        "provider of social care is not listed.",
        choices=[(key, one.label) for key, one in RESPONDERS.items()],
    )
    responder_name = line(
        "Name of the other responder", hint="Leave out where the council arranges it itself.", required=False
    )
    agreement = line("The written arrangement with it", required=False)
    agreed_on = DayField(label="Day it was made", required=False, help_text=FOR_EXAMPLE)


class StaffingForm(forms.Form):
    """Which provider staffs a centre, under which arrangement."""

    provider = forms.ChoiceField(label="Provider", widget=Radios())
    contract = line("The written arrangement", hint="Its title and date, as the council files it")
    contracted_on = DayField(label="Day it was made", help_text=FOR_EXAMPLE)

    def __init__(self, *args: Any, providers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["provider"].choices = providers  # type: ignore[attr-defined]


class CheckForm(forms.Form):
    """A test, an exercise or a review, and how it went."""

    kind = forms.ChoiceField(label="What was done", choices=RestCentreCheck.Kind.choices, widget=Radios())
    done_on = DayField(label="Day", help_text=FOR_EXAMPLE)
    passed = forms.TypedChoiceField(
        label="How it went",
        choices=[("yes", "Passed"), ("no", "Failed")],
        coerce=lambda said: said == "yes",
        widget=Radios(),
    )
    findings = words("What was found")


class ActivateForm(forms.Form):
    """Why a centre is opened."""

    incident = words("What happened", hint="Name nobody")


class WithdrawForm(forms.Form):
    """Why a centre is taken out of the plan."""

    because = words("Why it is taken out of the plan")


class AttendanceForm(forms.Form):
    """Who came to staff the centre."""

    worker = forms.TypedChoiceField(label="Who has come", coerce=int)
    duty = line("What they do there", hint="For example, reception")

    def __init__(self, *args: Any, workers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"].choices = workers  # type: ignore[attr-defined]


class LeavingForm(forms.Form):
    """Who has left the centre."""

    worker = forms.TypedChoiceField(label="Who has left", coerce=int, widget=Radios())

    def __init__(self, *args: Any, workers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"].choices = workers  # type: ignore[attr-defined]


class CountForm(forms.Form):
    """How many people came and are there."""

    received = number("People received since it opened", least=0, most=MOST_PEOPLE)
    here_now = number("People in the centre now", least=0, most=MOST_PEOPLE)
    needing_care = number(
        "Of those received, with care and support needs", least=0, most=MOST_PEOPLE, hint="A number; name nobody."
    )


class StandDownForm(forms.Form):
    """Where the people went."""

    onward = words("Where the people still there went", hint="For example, how many home and how many to a hotel")


class DebriefForm(forms.Form):
    """What the opening taught."""

    lessons = words("What was learnt", hint="What is changed in the plan, and by whom", rows=6)
