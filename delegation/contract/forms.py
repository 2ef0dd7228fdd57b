"""What a person types about the contract with a provider."""

from collections.abc import Sequence
from typing import Any

from django import forms

from delegation.contract.areas import AREAS, DISCIPLINES, SCORES, Area
from delegation.contract.diligence import Scored
from delegation.forms import NOBODY, Choices
from delegation.govuk import DayField, Radios


class OpenDueDiligenceForm(forms.Form):
    """A provider, and who evaluates it in each discipline."""

    organisation = forms.ChoiceField(label="Provider")

    def __init__(self, *args: Any, providers: Choices, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = [*NOBODY, *providers]  # type: ignore[attr-defined]
        for key, title in DISCIPLINES.items():
            self.fields[key] = forms.ChoiceField(label=title, choices=[*NOBODY, *people])


class EvidenceForm(forms.Form):
    """What was seen in one of the nine areas."""

    marks_optional = True
    area = forms.ChoiceField(
        label="Area",
        choices=[(area.key, area.title) for area in AREAS.values()],
        widget=Radios(hints={area.key: area.asks for area in AREAS.values()}),
    )
    what = forms.CharField(label="What you saw", widget=forms.Textarea({"rows": 4}))
    kept_at = forms.CharField(label="Where it is kept", max_length=200, help_text="The file or system, and its name")
    expires_on = DayField(
        label="Last day it can be relied on",
        required=False,
        help_text="Such as the end of an insurance. Leave it out where it does not run out.",
    )


class ScoreForm(forms.Form):
    """The areas of one discipline, each with a score and its reason."""

    def __init__(self, *args: Any, areas: Sequence[Area], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.areas = areas
        for area in areas:
            self.fields[f"{area.key}_score"] = forms.TypedChoiceField(
                label=area.title,
                choices=[(score, f"{score}: {words}") for score, words in SCORES.items()],
                widget=Radios(inline=True),
                coerce=int,
                help_text=area.asks,
                error_messages={"required": f"Score {area.title.lower()}"},
            )
            self.fields[f"{area.key}_reasons"] = forms.CharField(
                label=f"Why: {area.title.lower()}",
                widget=forms.Textarea({"rows": 3}),
                error_messages={"required": f"Say why you score {area.title.lower()} so"},
            )

    def scores(self) -> dict[str, Scored]:
        """What was given, by area."""
        typed = self.cleaned_data
        return {
            area.key: Scored(score=typed[f"{area.key}_score"], reasons=typed[f"{area.key}_reasons"])
            for area in self.areas
        }


class SignDueDiligenceForm(forms.Form):
    """The Director's signature."""

    valid_to = DayField(label="It may be relied on until", help_text="At most three years from today")
    remarks = forms.CharField(label="On what your signature rests", widget=forms.Textarea({"rows": 5}))
