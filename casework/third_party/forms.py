"""What is typed about a third party's request."""

from collections.abc import Iterable
from typing import Any

from django import forms

from casework.complaints.forms import FOR_EXAMPLE, words
from casework.dols.registered import facts_of
from casework.dols.rules import BEST_INTERESTS, why_not_eligible
from casework.forms.fields import yes_or_no
from casework.models import DolsAssessor, DolsRequest, ThirdPartyRequest
from casework.third_party.services import Asked
from delegation.forms import today
from delegation.govuk import DayField, Radios
from delegation.models import Organisation


class AskedForm(forms.Form):
    """Who asks, about which place, and what was asked of it before."""

    marks_optional = True
    asked_by_name = forms.CharField(label="Who asks", max_length=200)
    asked_as = forms.CharField(
        label="Who they are to the person", max_length=200, help_text="For example, her sister, or an advocate"
    )
    received_on = DayField(label="Received on", initial=today, help_text="The seven days run from this day.")
    setting = forms.ChoiceField(label="Where", choices=DolsRequest.Setting.choices, widget=Radios(inline=True))
    managing_authority = forms.ChoiceField(label="Care home", required=False)
    hospital_name = forms.CharField(label="Or the hospital’s name", required=False, max_length=200)
    managing_authority_asked_on = DayField(label="Day they asked the care home or hospital", help_text=FOR_EXAMPLE)
    circumstances = words("What is done, and why it may deprive the person of liberty")

    def __init__(self, *args: Any, homes: Iterable[Organisation] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.homes = {str(home.pk): home for home in homes}
        choices = [("", "None of these"), *((key, home.name) for key, home in self.homes.items())]
        self.fields["managing_authority"].choices = choices  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        """What was typed."""
        typed = dict(self.cleaned_data)
        typed["managing_authority"] = self.homes.get(typed["managing_authority"])
        return Asked(**typed)


class AppointForm(forms.Form):
    """Who looks into it."""

    assessor = forms.ChoiceField(label="Assessor")
    is_independent = yes_or_no(
        label="Are they independent of the case?",
        help_text="They take no part in the care, are no relative, and gain nothing by it.",
    )

    def __init__(self, *args: Any, assessors: Iterable[DolsAssessor] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered, on = list(assessors), today()
        facts = facts_of(offered, on)
        fitting = [each for each in offered if not why_not_eligible(BEST_INTERESTS, facts[each.pk], on)]
        choices = [("", "Choose one"), *((each.ref, each.name) for each in fitting)]
        self.fields["assessor"].choices = choices  # type: ignore[attr-defined]


class ConcludeForm(forms.Form):
    """What was found."""

    outcome = forms.ChoiceField(label="What was found", choices=ThirdPartyRequest.Outcome.choices, widget=Radios())
    assessed_on = DayField(label="Day it was looked into", initial=today)
    reasons = words("What the assessor found, and why")


class DeclineForm(forms.Form):
    """Why it is not pursued."""

    reasons = words(
        "Reasons", hint="Frivolous or vexatious, or answered before and nothing has changed. They are told."
    )
