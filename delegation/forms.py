"""What a person types to ask about authority, to look in the register, and to set up who may do what."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils import timezone

from delegation.directory import SECTIONS
from delegation.evidence.naming import People
from delegation.govuk import DayField, MoneyField, Radios
from delegation.models import Act, Organisation
from delegation.professions import PROFESSIONS
from delegation.register_reading import Wanted
from delegation.schedule import FUNCTIONS, ROLES

Choices = Sequence[tuple[Any, Any]]
NOBODY: Choices = [("", "Choose one")]
RATINGS = ("Outstanding", "Good", "Requires improvement", "Inadequate")
# Addresses under /organisations/ and /accounts/ that are an act and not an organisation or an account.
TAKEN_KEYS = frozenset({"open"})
# What is asked of a registration, and the sentence where it is missing.
REGISTRATION = {
    "profession": "Select what they are registered as",
    "number": "Enter the registration number",
    "live_from": "Enter the day from which they are registered",
    "live_to": "",
}


def functions_by_section() -> list[tuple[str, list[tuple[str, str]]]]:
    """The functions of the schedule under their headings, for a list to choose from."""
    sections: dict[str, list[tuple[str, str]]] = {title: [] for title in SECTIONS.values()}
    for key, function in FUNCTIONS.items():
        sections[SECTIONS[function.section]].append((key, function.title))
    return list(sections.items())


def professions() -> list[tuple[str, str]]:
    """The professions with the body that registers each, for a list to choose from."""
    return [(one.key, f"{one.title} ({one.body})") for one in PROFESSIONS.values()]


def roles_of(kind: str) -> list[tuple[str, str]]:
    """The roles of a council, or of a provider, in their order."""
    return [(key, role.title) for key, role in ROLES.items() if role.side == kind]


def today() -> date:
    return timezone.localdate()


class ReasonField(forms.CharField):
    """A few lines saying why, which stand in the register."""

    def __init__(self, **options: Any) -> None:
        told = {"label": "Reason", "help_text": "It is kept in the register. Name no person who draws on care."}
        super().__init__(**({"widget": forms.Textarea({"rows": 4})} | told | options))


class WhyForm(forms.Form):
    """A function, a day and an amount to ask the guard about."""

    marks_optional = True
    function = forms.ChoiceField(label="Function")
    on = DayField(label="Day", required=False, help_text="Today if you leave it out. For example, 27 3 2026")
    amount_weekly = MoneyField(label="Council’s money a week", required=False)
    act = forms.CharField(required=False, widget=forms.HiddenInput, max_length=60)
    subject = forms.CharField(required=False, label="Plan", max_length=80, help_text="Its reference, like SP-7K3M-Q9TD")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["function"].choices = [*NOBODY, *functions_by_section()]  # type: ignore[attr-defined]


class RegisterForm(forms.Form):
    """What narrows the register."""

    function = forms.ChoiceField(label="Function", required=False)
    outcome = forms.ChoiceField(label="Outcome", required=False, choices=[("", "Every outcome"), *Act.Outcome.choices])
    worker = forms.CharField(label="Who", required=False, max_length=100, help_text="A name or part of one")
    organisation = forms.ChoiceField(label="Organisation", required=False)
    subject = forms.CharField(label="Reference", required=False, max_length=80, help_text="Like SP-7K3M-Q9TD")
    kind = forms.CharField(required=False, widget=forms.HiddenInput, max_length=40)
    from_day = DayField(label="From", required=False)
    to_day = DayField(label="To", required=False)
    from_line = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=1, max_value=10**18)
    to_line = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=1, max_value=10**18)

    def __init__(self, *args: Any, organisations: Sequence[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(organisation.key, organisation.name) for organisation in organisations]
        self.fields["function"].choices = [("", "Every function"), *functions_by_section()]  # type: ignore[attr-defined]
        self.fields["organisation"].choices = [("", "Every organisation"), *named]  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        """What was asked for; a box that could not be read narrows nothing, and the page says so."""
        asked = {name: self.cleaned_data.get(name) for name in Wanted.__dataclass_fields__}
        asked["subject"] = (asked["subject"] or "").strip()
        return Wanted(**{name: value for name, value in asked.items() if value})


class RevokeForm(forms.Form):
    """Taking an authorisation back."""

    from_day = DayField(label="First day without it", help_text="Today or later")
    because = ReasonField()


class OrganisationForm(forms.Form):
    """An organisation that works for the council."""

    marks_optional = True
    name = forms.CharField(label="Name", max_length=200)
    key = forms.SlugField(
        label="Short name", max_length=80, help_text="For addresses: small letters, figures and hyphens, like northgate"
    )
    kind = forms.ChoiceField(
        label="Kind",
        widget=Radios(
            hints={
                "provider": "Does social work for the council: assesses people and writes their plans.",
                "care_provider": "Gives the care itself, and makes offers to the brokers.",
            }
        ),
    )
    is_nhs_body = forms.BooleanField(
        label="It is an NHS body", required=False, help_text="Only with one can there be a section 75 arrangement."
    )
    ods_code = forms.CharField(label="ODS code", required=False, max_length=10)
    cqc_location_id = forms.CharField(label="CQC location", required=False, max_length=20)
    cqc_rating = forms.ChoiceField(
        label="CQC rating", required=False, choices=[("", "Not rated"), *zip(RATINGS, RATINGS, strict=True)]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = (Organisation.Kind.PROVIDER, Organisation.Kind.CARE_PROVIDER)
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]  # type: ignore[attr-defined]

    def clean_key(self) -> str:
        if self.cleaned_data["key"] in TAKEN_KEYS:
            raise forms.ValidationError("Choose another short name: this one is an address of its own")
        return str(self.cleaned_data["key"])


class AccountForm(forms.Form):
    """A way to log in, for somebody new here."""

    marks_optional = True
    name = forms.CharField(label="Name", max_length=200)
    username = forms.SlugField(label="User name", max_length=150, help_text="Small letters, figures and hyphens")
    password = forms.CharField(
        label="First password",
        help_text="At least 12 characters. Give it to the person yourself; they change it after the first log-in.",
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        strip=False,
        validators=[validate_password],
    )
    profession = forms.ChoiceField(
        label="Registered as", required=False, help_text="Leave it out where the post asks no registration"
    )
    number = forms.CharField(label="Registration number", required=False, max_length=40)
    live_from = DayField(label="Registered from", required=False)
    live_to = DayField(label="Registered to", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["profession"].choices = [("", "Not registered"), *professions()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if any(typed.get(name) for name in REGISTRATION):
            for name, said in REGISTRATION.items():
                if said and not typed.get(name) and name not in self.errors:
                    self.add_error(name, said)
        return typed

    def clean_username(self) -> str:
        if self.cleaned_data["username"] in TAKEN_KEYS:
            raise forms.ValidationError("Choose another user name: this one is an address of its own")
        return str(self.cleaned_data["username"])

    def registration(self) -> dict[str, object]:
        """What was said of the registration; empty where there is none."""
        return {name: self.cleaned_data[name] for name in REGISTRATION if self.cleaned_data[name]}


class AppointForm(forms.Form):
    """A person, by account, appointed to a role of one organisation."""

    marks_optional = True
    username = forms.CharField(label="User name", max_length=150, help_text="Open an account first if there is none")
    role = forms.ChoiceField(label="Role")
    from_day = DayField(label="First day", initial=today)
    to_day = DayField(label="Last day", required=False, help_text="Leave it out for no end")

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [*NOBODY, *roles_of(kind)]  # type: ignore[attr-defined]


class EndPostForm(forms.Form):
    """The last day of a post."""

    last_day = DayField(label="Last day", help_text="Today or later")
    reason = ReasonField()


class ReasonForm(forms.Form):
    """An act that asks only why."""

    reason = ReasonField()


class LimitForm(forms.Form):
    """How much a role, or one person in place of their role, may agree."""

    marks_optional = True
    role = forms.ChoiceField(label="Role", required=False)
    worker = forms.ChoiceField(
        label="Or one person", required=False, help_text="Their limit stands in place of their role’s"
    )
    weekly = MoneyField(label="Most a week", initial=Decimal(0), required=False)
    whole_life = MoneyField(
        label="Most over the whole life",
        initial=Decimal(0),
        required=False,
        help_text="Weekly cost times planned weeks (52 where there is no end), with one-off costs.",
    )
    unlimited = forms.BooleanField(label="Any amount", required=False)
    from_day = DayField(label="First day", initial=today)
    to_day = DayField(label="Last day", required=False, help_text="Leave it out for no end")

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [("", "No role: one person"), *roles_of("council")]  # type: ignore[attr-defined]
        self.fields["worker"].choices = [("", "Nobody: the whole role"), *people]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if bool(typed.get("role")) == bool(typed.get("worker")):
            self.add_error("role", "Choose a role, or one person, and not both")
        return typed


class CoverForm(forms.Form):
    """Who covers for whom, and when."""

    covered = forms.ChoiceField(label="Who is away")
    covering = forms.ChoiceField(label="Who covers", help_text="Has the other’s role and limit until the last day")
    from_day = DayField(label="First day", help_text="For example, 27 3 2026")
    to_day = DayField(label="Last day", help_text="For example, 10 4 2026")
    reason = ReasonField(help_text="Such as annual leave. It is kept in the register.")

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("covered", "covering"):
            self.fields[name].choices = [*NOBODY, *people]  # type: ignore[attr-defined]


class AsAtForm(forms.Form):
    """The day as at which to look."""

    as_at = DayField(label="As at", required=False, help_text="Today if you leave it out. For example, 27 3 2026")

    def clean_as_at(self) -> date | None:
        """A day that has come: what is still to be done is no evidence."""
        day: date | None = self.cleaned_data["as_at"]
        if day is not None and day > timezone.localdate():
            raise forms.ValidationError("Enter today or a day before it")
        return day


class ReviewForm(forms.Form):
    """What the Director found, above their signature."""

    remarks = forms.CharField(
        label="What you found",
        help_text="It is frozen with what you saw. Name no person who draws on care.",
        widget=forms.Textarea({"rows": 6}),
    )


class EvidencePackForm(forms.Form):
    """Of which days an evidence pack is, and how it names people."""

    from_day = DayField(label="First day")
    to_day = DayField(label="Last day")
    people = forms.ChoiceField(
        label="How people are named",
        choices=People.choices,
        widget=Radios(
            hints={
                People.MINIMISED: "For an inspection under the law. Nothing written about a person is in the pack.",
                People.PSEUDONYMISED: "For anyone else. The codes are this pack’s own; only the council can go back.",
            }
        ),
    )


class ExceptionForm(forms.Form):
    """Something that is not as it must be, who mends it, and by when."""

    function = forms.ChoiceField(label="Function")
    what = forms.CharField(
        label="What is not as it must be",
        help_text="It is kept in the register. Name no person who draws on care.",
        widget=forms.Textarea({"rows": 4}),
    )
    owner = forms.ChoiceField(label="Who mends it")
    due_on = DayField(label="By which day", help_text="For example, 27 3 2027")

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["function"].choices = [*NOBODY, *functions_by_section()]  # type: ignore[attr-defined]
        self.fields["owner"].choices = [*NOBODY, *people]  # type: ignore[attr-defined]


class CloseExceptionForm(forms.Form):
    """What was done about an exception."""

    because = ReasonField(label="What was done about it")


class RegistrationForm(forms.Form):
    """A registration as the body's own register has it, or what a later look in it found."""

    marks_optional = True
    profession = forms.ChoiceField(label="Registered as")
    number = forms.CharField(label="Registration number", max_length=40)
    live_from = DayField(label="Registered from", help_text="For example, 2 12 2019")
    live_to = DayField(label="Registered to", required=False, help_text="Where the register says a last day")
    checked_on = DayField(label="Looked up on", initial=today)
    source = forms.CharField(
        label="Where you looked it up", required=False, max_length=200, help_text="The body’s own register if left out"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["profession"].choices = [*NOBODY, *professions()]  # type: ignore[attr-defined]


class SuspendRegistrationForm(forms.Form):
    """The body suspended a registration."""

    from_day = DayField(label="First day of the suspension", help_text="For example, 27 3 2026")
    reason = ReasonField(help_text="And where it is said. It is kept in the register.")


class RegistrationDayForm(forms.Form):
    """The day on which a suspension was lifted or a registration ended."""

    on = DayField(label="First day of it", help_text="For example, 27 3 2026")
    reason = ReasonField(help_text="And where it is said. It is kept in the register.")
