"""What is typed about an AMHP: the application, competence, the decision, training, suspension, acting, the end."""

from decimal import Decimal
from typing import Any

from django import forms

from delegation.amhp.selectors import VIEWS
from delegation.amhp.words import AREAS, CAUSES
from delegation.forms import today
from delegation.govuk import DayField, Radios

EXAMPLE = "For example, 27 3 2026"


class WordsField(forms.CharField):
    """A few lines that the record keeps."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**({"widget": forms.Textarea({"rows": 4})} | options))


class ReasonsField(WordsField):
    """Reasons that a notice gives to the AMHP."""

    def __init__(self, **options: Any) -> None:
        told = {"label": "Reasons", "help_text": "The notice to the AMHP gives them word for word."}
        super().__init__(**(told | options))


class ListForm(forms.Form):
    """What narrows the register."""

    show = forms.ChoiceField(label="Show", required=False, choices=list(VIEWS.items()))
    name = forms.CharField(label="Name", required=False, max_length=100, help_text="A name or part of one")


class ApplyForm(forms.Form):
    """An application to be approved."""

    marks_optional = True
    username = forms.CharField(
        label="User name",
        max_length=150,
        help_text="Of the applicant’s account. The registration is recorded on the account’s page first.",
    )
    applied_on = DayField(label="Applied on", initial=today)
    course = forms.CharField(
        label="Approved course",
        required=False,
        max_length=200,
        help_text="Asked of whoever was never approved as an AMHP before",
    )
    course_completed_on = DayField(
        label="Course completed on", required=False, help_text="Within the five years before the approval"
    )
    approved_before_by = forms.CharField(
        label="Approved before by the council",
        required=False,
        max_length=200,
        help_text="Its name. Leave it out where the approval is in this register.",
    )
    approved_before_from = DayField(label="First day of that approval", required=False, help_text=EXAMPLE)
    approved_before_until = DayField(
        label="Last day of that approval", required=False, help_text="The day it ends, where it has not ended yet"
    )
    earlier_approvals = WordsField(
        label="Other approvals in the last five years", required=False, help_text="By which council, from when to when"
    )
    approved_by_now = forms.CharField(
        label="Approved now by another council",
        required=False,
        max_length=200,
        help_text="Its name. It is told when you approve, because its approval then ends.",
    )
    undertakes_to_tell_of_acting = forms.BooleanField(
        label="Undertakes to tell the council when they agree to act for another, and when that ends"
    )
    undertakes_to_stop_on_suspension = forms.BooleanField(
        label="Undertakes to stop and tell at once when the registration is suspended, and when that is lifted"
    )
    undertakes_to_stop_on_loss = forms.BooleanField(
        label="Undertakes to stop and tell at once when a professional requirement is no longer met"
    )


class CompetenceForm(forms.Form):
    """What shows each of the five areas of competence."""

    assessed_on = DayField(label="Assessed on", initial=today)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, area in AREAS.items():
            self.fields[key] = WordsField(label=area.title, help_text=area.says, required=False)

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if not any(typed.get(key) for key in AREAS):
            self.add_error(next(iter(AREAS)), "Write what shows the competence, in at least one area")
        return typed

    def evidence(self) -> dict[str, str]:
        """What was written, by area."""
        return {key: self.cleaned_data[key] for key in AREAS if self.cleaned_data.get(key)}


class ApproveForm(forms.Form):
    """An approval for five years."""

    reasons = ReasonsField()
    approved_on = DayField(label="Approved on", initial=today, help_text="The five years begin on this day.")
    decision_written_in = forms.CharField(
        label="Where the decision is written",
        required=False,
        max_length=200,
        help_text="Only for a decision of an earlier day that you enter now",
    )
    marks_optional = True


class RefuseForm(forms.Form):
    """A refusal, with reasons."""

    reasons = ReasonsField(help_text="The notice to the applicant gives them word for word.")


class TrainingForm(forms.Form):
    """Training completed."""

    completed_on = DayField(label="Completed on", help_text=EXAMPLE)
    hours = forms.DecimalField(
        label="Hours",
        min_value=Decimal("0.25"),
        max_value=Decimal(100),
        max_digits=5,
        decimal_places=2,
        help_text="In quarters, such as 6 or 3.5",
        widget=forms.TextInput({"class": "govuk-input--width-5", "inputmode": "decimal"}),
    )
    what = forms.CharField(label="What it was", max_length=200)


class SuspendForm(forms.Form):
    """The registration is suspended, and with it the approval."""

    from_day = DayField(label="First day of the registration’s suspension", help_text=EXAMPLE)
    because = ReasonsField(help_text="And where it is said. The notice to the AMHP gives it word for word.")


class LiftForm(forms.Form):
    """The registration is live again: the council lifts the suspension, or is not satisfied of competence."""

    marks_optional = True
    registration_lifted_on = DayField(
        label="First day the registration is live again",
        required=False,
        help_text="Leave it out where it is recorded already",
    )
    satisfied = forms.ChoiceField(
        label="Is the council satisfied of their competence?",
        choices=[("yes", "Yes: lift the suspension"), ("no", "No: the suspension stands")],
        widget=Radios,
    )
    because = ReasonsField()


class ActingForm(forms.Form):
    """The AMHP agreed to act for another council."""

    authority = forms.CharField(label="The other council", max_length=200)
    from_day = DayField(label="First day of acting", help_text=EXAMPLE)
    told_on = DayField(label="Day the AMHP told you", initial=today)


class EndActingForm(forms.Form):
    """The AMHP no longer acts for another council."""

    to_day = DayField(label="Last day", help_text=EXAMPLE)
    end_told_on = DayField(label="Day the AMHP told you", initial=today)


class EndForm(forms.Form):
    """An approval ends."""

    cause = forms.ChoiceField(label="Why it ends", widget=Radios)
    reasons = ReasonsField()

    def __init__(self, *args: Any, is_past_its_term: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        possible = {"term"} if is_past_its_term else set(CAUSES) - {"term", "renewed"}
        named = [(key, title) for key, title in CAUSES.items() if key in possible]
        self.fields["cause"].choices = named  # type: ignore[attr-defined]
