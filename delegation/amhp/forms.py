"""What is typed about an AMHP: the application, competence, the decision, training, suspension, acting, the end."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from delegation.amhp.rules import causes_of_an_end, earliest_assessment, last_day_of_term
from delegation.amhp.selectors import VIEWS
from delegation.amhp.words import AREAS, CAUSES
from delegation.forms import today
from delegation.govuk import DayField, Radios
from delegation.models import AmhpApproval
from delegation.wording import long_day

EXAMPLE = "For example, 27 3 2026"
EARLIER = ("earlier", "earlier_council", "earlier_from", "earlier_to")


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
    earlier = forms.ChoiceField(
        label="Their latest approval before, in this register",
        required=False,
        help_text="The course is then not asked again.",
    )
    earlier_council = forms.CharField(
        label="Or the council that approved them before",
        required=False,
        max_length=200,
        help_text="Where the approval is not in this register. The course is then not asked again.",
    )
    earlier_from = DayField(label="That council approved them on", required=False, help_text=EXAMPLE)
    earlier_to = DayField(
        label="Last day of that approval",
        required=False,
        help_text="At most five years later. Leave it out where that council approves them still: it is told when you "
        "approve, because its approval then ends.",
    )
    earlier_approvals = WordsField(
        label="Other approvals in the last five years",
        required=False,
        help_text="By which council, from when to when",
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

    def __init__(self, *args: Any, earlier: Iterable[AmhpApproval] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(one.ref, f"{one.worker.name}, {one.ref}, approved on {long_day(one.decided_on)}") for one in earlier]
        self.fields["earlier"].choices = [("", "None in this register"), *named]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if not any(name in self.errors or typed.get(name) for name in EARLIER):
            if not typed.get("course"):
                said = "Enter the approved course, or the approval they had before: one of the two is asked"
                self.add_error("course", said)
            if not typed.get("course_completed_on") and "course_completed_on" not in self.errors:
                self.add_error("course_completed_on", "Enter the day the course was completed")
        return typed


class CompetenceForm(forms.Form):
    """What shows each of the five areas of competence."""

    assessed_on = DayField(label="Assessed on", initial=today)

    def __init__(self, *args: Any, applied_on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        earliest = long_day(earliest_assessment(applied_on))
        said = f"Not after today, and not before {earliest}, five years before the application"
        self.fields["assessed_on"].help_text = said
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
    approved_on = DayField(label="Approved on", initial=today)
    decision_written_in = forms.CharField(
        label="Where the decision is written",
        required=False,
        max_length=200,
        help_text="Only for a decision of an earlier day that you enter now",
    )
    marks_optional = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        until = long_day(last_day_of_term(today()))
        said = f"The five years begin on this day. Of an approval of today, they last until the end of {until}."
        self.fields["approved_on"].help_text = said


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

    def __init__(self, *args: Any, last_day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_past, until = today() > last_day, long_day(last_day)
        possible = causes_of_an_end(is_past_its_term=is_past)
        asked: forms.ChoiceField = self.fields["cause"]  # type: ignore[assignment]
        asked.choices = [(key, CAUSES[key]) for key in possible]
        if is_past:
            asked.initial = "term"
            asked.help_text = f"The five years ended on {until}: no other cause is possible after that day."
        else:
            asked.help_text = f"“{CAUSES['term']}” is offered from the day after {until}, when they have."
        wrong = f"Choose one of the causes listed: the five years {'ended' if is_past else 'end'} on {until}"
        asked.error_messages["invalid_choice"] = wrong
