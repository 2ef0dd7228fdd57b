"""The forms of a person's record: who they are, who cares for them, who may read it."""

from collections.abc import Sequence
from typing import Any

from django import forms

from casework import code_lists
from casework.details import PersonDetails
from casework.forms.fields import CaseworkForm, Group, Passage, one_of, short
from casework.models import Person
from delegation.govuk import Checkboxes, DayField, Radios
from delegation.models import Account, Organisation

ON_RECORD = tuple(PersonDetails.__dataclass_fields__)
NHS_HINT = "Ten digits, like 943 476 5919. Leave it empty where it is not known."


class SearchForm(forms.Form):
    """Whom somebody looks for. Sent by POST, so that no name or number stands in an address."""

    words = forms.CharField(
        label="Name, NHS number or reference",
        help_text="The beginning of a first or last name, a whole NHS number, or a reference such as PE-7K3M-Q9TD.",
        max_length=200,
    )


class PersonForm(CaseworkForm):
    """Everything recorded of a person, grouped as it is asked."""

    groups = (
        Group(title="Whose caseload", fields=("provider",)),
        Group(
            title="Who they are",
            fields=("first_name", "last_name", "preferred_name", "date_of_birth", "gender", "ethnicity", "client_type"),
        ),
        Group(title="Numbers they are known by", fields=("nhs_number", "council_identifier")),
        Group(title="How to reach them", fields=("address", "postcode", "telephone", "communication_needs")),
        Group(title="GP practice", fields=("gp_practice_name", "gp_practice_code")),
        Group(
            title="Where and how they live",
            fields=("accommodation_status", "employment_status", "has_unpaid_carer"),
        ),
        Group(
            title="Health and support",
            fields=(
                "primary_support_reason",
                "client_funding_status",
                "autism",
                "dementia",
                "visual_impairment",
                "hearing_impairment",
            ),
        ),
        Group(title="Why the record is corrected", fields=("reason",)),
    )

    first_name = forms.CharField(max_length=100, widget=short(20))
    last_name = forms.CharField(max_length=100, widget=short(20))
    preferred_name = forms.CharField(
        max_length=100, required=False, widget=short(20), help_text="What they like to be called."
    )
    date_of_birth = DayField(help_text="For example, 27 3 1948")
    gender = one_of(code_lists.genders)
    ethnicity = one_of(code_lists.ethnicities)
    client_type = one_of(code_lists.client_types, label="Service user or carer")
    nhs_number = forms.CharField(
        label="NHS number", required=False, max_length=16, widget=short(10), help_text=NHS_HINT
    )
    council_identifier = forms.CharField(
        label="Council’s own identifier", required=False, max_length=40, widget=short(20)
    )
    address = Passage(required=False, rows=3)
    postcode = forms.CharField(required=False, max_length=8, widget=short(10))
    telephone = forms.CharField(required=False, max_length=40, widget=short(20))
    communication_needs = Passage(
        required=False, rows=2, help_text="An interpreter, large print, a time of day, who to ring instead."
    )
    gp_practice_name = forms.CharField(label="Name of the GP practice", required=False, max_length=200)
    gp_practice_code = forms.CharField(
        label="Code of the GP practice", required=False, max_length=10, widget=short(10), help_text="Like L83100."
    )
    accommodation_status = one_of(code_lists.accommodation_statuses, label="Accommodation")
    employment_status = one_of(code_lists.employment_statuses, label="Employment", required=False)
    has_unpaid_carer = one_of(code_lists.unpaid_carer_answers, label="Somebody cares for them without pay")
    primary_support_reason = one_of(code_lists.primary_support_reasons, required=False)
    client_funding_status = one_of(code_lists.client_funding_statuses, label="Who pays for their care", required=False)
    autism = one_of(code_lists.asd_answers, label="Autism spectrum disorder", required=False)
    dementia = one_of(code_lists.dementia_answers, required=False)
    visual_impairment = one_of(code_lists.visual_impairments, required=False)
    hearing_impairment = one_of(code_lists.hearing_impairments, required=False)

    def details(self) -> dict[str, Any]:
        """What was typed, by the names of PersonDetails."""
        return {name: self.cleaned_data[name] for name in ON_RECORD if name in self.cleaned_data}


class RegisterForm(PersonForm):
    """A new person; who works for several providers says for which."""

    def __init__(self, *args: Any, providers: Sequence[Organisation] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.providers = {str(provider.pk): provider for provider in providers}
        if len(self.providers) > 1:
            choices = [(key, provider.name) for key, provider in self.providers.items()]
            self.fields["provider"] = forms.ChoiceField(label="Provider", choices=choices, widget=Radios())

    def provider(self) -> Organisation:
        """The provider whose caseload the person joins."""
        chosen = self.cleaned_data.get("provider") or next(iter(self.providers))
        return self.providers[chosen]


class CorrectForm(PersonForm):
    """The same fields, with the reason. A death or a move is recorded on the plan, where it ends the support."""

    reason = Passage(
        label="Reason", rows=2, help_text="Kept beside what was there before: who told you, and what was wrong."
    )

    def changes(self) -> dict[str, Any]:
        """Only the fields that differ from what the page showed, so that another's correction is not undone."""
        return {name: value for name, value in self.details().items() if name in self.changed_data}


class CarerForm(CaseworkForm):
    """Who cares for this person without pay."""

    carer = forms.CharField(
        label="Carer’s reference",
        max_length=20,
        widget=short(20),
        help_text="Like PE-7K3M-Q9TD. A carer has a record of their own: find or register them first.",
    )
    relationship = forms.CharField(max_length=60, widget=short(20), help_text="To the person: daughter.")
    from_day = DayField(label="Caring since", help_text="For example, 1 9 2024")
    hours_a_week = forms.IntegerField(
        label="Hours of care a week",
        required=False,
        min_value=0,
        max_value=168,
        help_text="Whole hours, as the carer tells them.",
    )


class EndCarerForm(CaseworkForm):
    """The last day on which a carer cared for this person, and why it ended."""

    marks_optional = False
    last_day = DayField(label="Last day of caring", help_text="Today or before. For example, 27 3 2026")
    reason = Passage(label="Why the caring ended", rows=3)


class RestrictForm(CaseworkForm):
    """Why a record is restricted, and to whom it stays open."""

    marks_optional = False
    because = Passage(label="Why the record is restricted", rows=3)
    readers = forms.MultipleChoiceField(
        label="Who may read it",
        required=False,
        widget=Checkboxes(),
        help_text="You always may. Everybody else is told that there is no such record.",
    )

    def __init__(self, *args: Any, accounts: Sequence[Account] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.accounts = {str(account.pk): account for account in accounts}
        self.fields["readers"].choices = [(key, f"{who} ({who.username})") for key, who in self.accounts.items()]

    def named(self) -> list[Account]:
        """The accounts ticked."""
        return [self.accounts[key] for key in self.cleaned_data["readers"]]


class LiftForm(CaseworkForm):
    """Why a restriction ends."""

    because = Passage(label="Why the restriction is lifted", rows=3)


def initial_of(person: Person) -> dict[str, Any]:
    """What the record says now, for a form to begin from."""
    return {name: getattr(person, name) for name in ON_RECORD}
