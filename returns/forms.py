"""What is typed about a return: its round, its days, a file, and the words of each step."""

from datetime import date
from typing import Any

from django import forms

from delegation.govuk import DayField, Radios
from returns.catalogue import catalogue
from returns.intake.limits import PAGE
from returns.rounds.matters_shown import Matter

# What is larger is sent by the command.
MOST_BYTES = PAGE.most_bytes


class WordsField(forms.CharField):
    """A few lines that the record keeps."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**({"widget": forms.Textarea({"rows": 4})} | options))


class OpenRoundForm(forms.Form):
    """A return and its period."""

    kind = forms.ChoiceField(label="Return")
    period_start = DayField(label="First day of the period")
    period_end = DayField(label="Last day of the period")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(one.key, f"{one.title} ({one.key})") for one in catalogue().values() if one.is_submitted]
        self.fields["kind"].choices = sorted(named, key=lambda pair: pair[1])  # type: ignore[attr-defined]


class DaysForm(forms.Form):
    """By when the council submits, and its provider sends."""

    due_on = DayField(label="Day by which the council submits")
    cut_off_on = DayField(label="Day by which the provider sends")
    because = WordsField(label="Where these days come from", help_text="For example, the centre’s letter of 2 April")


class SendFileForm(forms.Form):
    """A file of data."""

    organisation = forms.ChoiceField(label="Whose data")
    file = forms.FileField(
        label="File",
        help_text="CSV, gzip or XLSX. It is kept exactly as you send it.",
        error_messages={"empty": "The file is empty. Choose one with headings and rows."},
    )

    def __init__(self, *args: Any, organisations: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = organisations  # type: ignore[attr-defined]
        self.fields["organisation"].initial = organisations[0][0] if organisations else ""

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                f"The file is larger than {MOST_BYTES // 1_000_000} megabytes. Ask for it to be sent by command."
            )
        return file


class CaseworkForm(forms.Form):
    """What the casework itself does not say."""

    la_code = forms.RegexField(
        r"^[A-Za-z0-9]{1,10}$",
        label="The council’s code at the centre",
        help_text="As it stands in the column LA Code, such as 908",
        widget=forms.TextInput({"class": "govuk-input--width-5"}),
        error_messages={"invalid": "The code is letters and digits, ten at most."},
    )


class ChoiceForm(forms.Form):
    """Whose word counts, and why."""

    chosen = forms.ChoiceField(label="Which counts", widget=Radios())
    reason = WordsField(
        label="Why this one is right", help_text="For example, what the care record or the invoice says"
    )

    def __init__(self, *args: Any, matter: Matter, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ours, theirs = "Our casework", f"The file of {matter.other.organisation.name}"
        if matter.about == "alone":
            here = matter.told_by == "our casework"
            ours += ": the event took place" if here else ": there was no such event"
            theirs += ": there was no such event" if here else ": the event took place"
        self.fields["chosen"].choices = [("casework", ours), ("file", theirs)]  # type: ignore[attr-defined]


class NothingForm(forms.Form):
    """An act of one button."""


class ReviewForm(forms.Form):
    """What was compared and found."""

    remarks = WordsField(label="What you compared, and what you found")


class BackForm(forms.Form):
    """Why a round goes back."""

    because = WordsField(label="Why it goes back to be collected and compiled again")


class SignForm(forms.Form):
    """What is signed for."""

    statement = WordsField(label="What you sign for", help_text="The figures and their lineage are frozen as they are.")


class SubmitForm(forms.Form):
    """The receipt of the portal."""

    receipt = forms.CharField(label="Receipt or reference", max_length=100, help_text="As the centre’s portal gave it")


class ReopenForm(forms.Form):
    """Why a return is submitted again."""

    because = WordsField(label="Why it is submitted again", help_text="It goes with the next submission.")


def day_or(text: str, otherwise: date | None) -> date | None:
    """A day written as 2026-03-31 in an address, or the other."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return otherwise
