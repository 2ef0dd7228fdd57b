"""What a person types about the contract with a provider."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms

from delegation.contract.areas import AREAS, DISCIPLINES, SCORES, Area
from delegation.contract.diligence import Scored
from delegation.contract.measures import MEASURES
from delegation.contract.workforce import Declared, Named
from delegation.contract.workforce_rules import POST_KINDS, ROLES_OF_A_CONTRACT
from delegation.forms import NOBODY, Choices, ReasonField
from delegation.govuk import DayField, Radios
from delegation.models import Worker


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
    """The strategic director's signature."""

    valid_to = DayField(label="It may be relied on until", help_text="At most three years from today")
    remarks = forms.CharField(label="On what your signature rests", widget=forms.Textarea({"rows": 5}))


class FteField(forms.DecimalField):
    """Full-time equivalents, nought or more, in a narrow box."""

    def __init__(self, **options: Any) -> None:
        box = forms.TextInput({"class": "govuk-input--width-5", "inputmode": "decimal"})
        told: dict[str, Any] = {"widget": box, "min_value": 0, "max_digits": 7, "decimal_places": 2}
        super().__init__(**(told | options))


class MinimumForm(forms.Form):
    """The least the contract asks of one role of a provider."""

    organisation = forms.ChoiceField(label="Provider")
    role = forms.ChoiceField(
        label="Role",
        choices=[(one.key, one.title) for one in ROLES_OF_A_CONTRACT.values()],
        widget=Radios(
            hints={
                one.key: f"Counts only registered with {one.body}" for one in ROLES_OF_A_CONTRACT.values() if one.body
            }
        ),
    )
    fte = FteField(label="Full-time equivalents", help_text="As the contract says, such as 18.5")
    from_day = DayField(label="First day it counts", help_text="For example, 1 4 2026")

    def __init__(self, *args: Any, providers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = [*NOBODY, *providers]  # type: ignore[attr-defined]


class TargetForm(forms.Form):
    """What the contract asks of one measure."""

    organisation = forms.ChoiceField(label="Provider")
    measure = forms.ChoiceField(
        label="Measure",
        choices=[(one.key, one.title) for one in MEASURES.values()],
        widget=Radios(hints={one.key: f"{one.says}. In {one.unit}." for one in MEASURES.values()}),
    )
    value = FteField(label="Target", decimal_places=1, help_text="At most this, in the measure’s own unit")
    from_day = DayField(label="First day it counts", help_text="For example, 1 4 2026")

    def __init__(self, *args: Any, providers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = [*NOBODY, *providers]  # type: ignore[attr-defined]


class DeclareForm(forms.Form):
    """A month of a provider's workforce: each role, then the named staff in the registered ones."""

    marks_optional = True
    month = DayField(label="Month", help_text="Any day of the month you declare")

    def __init__(self, *args: Any, staff: Sequence[Worker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.staff = staff
        for key, role in ROLES_OF_A_CONTRACT.items():
            self.fields[f"{key}_fte"] = FteField(label=f"{role.title}: full-time equivalents")
            self.fields[f"{key}_agency"] = FteField(
                label=f"{role.title}: of them agency staff", required=False, help_text="Nought if you leave it out"
            )
        registered = [(one.key, one.title) for one in ROLES_OF_A_CONTRACT.values() if one.body]
        for worker in staff:
            self.fields[f"staff_{worker.pk}_role"] = forms.ChoiceField(
                label=f"{worker}: counted as", required=False, choices=[("", "Not counted"), *registered]
            )
            self.fields[f"staff_{worker.pk}_fte"] = FteField(
                label=f"{worker}: full-time equivalent", required=False, max_value=1, help_text="1 where left out"
            )
        self.fields["remarks"] = forms.CharField(
            label="Remarks",
            required=False,
            widget=forms.Textarea({"rows": 3}),
            help_text="Needed where you declare a month again: say why.",
        )

    def roles(self) -> dict[str, Declared]:
        """What was declared of each role."""
        typed = self.cleaned_data
        return {
            key: Declared(fte=typed[f"{key}_fte"], agency=typed[f"{key}_agency"] or Decimal(0))
            for key in ROLES_OF_A_CONTRACT
        }

    def named(self) -> list[Named]:
        """The staff counted in a registered role."""
        typed = self.cleaned_data
        return [
            Named(
                worker=worker, role=typed[f"staff_{worker.pk}_role"], fte=typed[f"staff_{worker.pk}_fte"] or Decimal(1)
            )
            for worker in self.staff
            if typed[f"staff_{worker.pk}_role"]
        ]


class NamePostForm(forms.Form):
    """A post the contract asks of a provider."""

    organisation = forms.ChoiceField(label="Provider")
    kind = forms.ChoiceField(
        label="What kind of post", choices=[(one.key, one.title) for one in POST_KINDS.values()], widget=Radios()
    )
    title = forms.CharField(label="What the post is called", max_length=200)
    asked_from = DayField(label="First day it is asked for", help_text="For example, 1 4 2026")

    def __init__(self, *args: Any, providers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = [*NOBODY, *providers]  # type: ignore[attr-defined]


class WhoForm(forms.Form):
    """Somebody of the provider, since a day."""

    worker = forms.ChoiceField(label="Who")
    since = DayField(label="Since", help_text="Today or earlier")

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"].choices = [*NOBODY, *people]  # type: ignore[attr-defined]


class VacateForm(forms.Form):
    """A post is vacant."""

    since = DayField(label="Vacant since", help_text="Today or earlier")
    reason = ReasonField()


class EndPostAskedForm(forms.Form):
    """The contract asks a post no longer."""

    because = ReasonField(label="Why the contract no longer asks it")
