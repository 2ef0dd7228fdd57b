"""Forms that ask for words or a day and nothing else."""

from typing import Any

from django import forms

from casework import code_lists
from delegation.govuk import DayField, MoneyField, Radios

LONG = 4_000


def words(label: str, *, hint: str = "", required: bool = True, rows: int = 5) -> forms.CharField:
    """A box for some sentences."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=LONG,
        widget=forms.Textarea({"rows": rows}),
    )


class Nothing(forms.Form):
    """An act that asks nothing but to be meant."""


class ReasonForm(forms.Form):
    """A reason that must be written."""

    reason = words("Reason")


class MendForm(forms.Form):
    """What the author should mend."""

    reason = words("What should be mended", hint="Name the line or the need, and what would put it right.")


class NoteForm(forms.Form):
    """A note that may be left."""

    marks_optional = True
    note = words("Note", required=False, rows=3)


class AnswerForm(forms.Form):
    """The provider's answer to a finding."""

    answer = words("Answer", hint="What you changed in the plan, or why it stays as it is.")


class ReturnForm(forms.Form):
    """Words to go with the findings."""

    marks_optional = True
    reason = words("Anything to add to the findings", required=False, rows=3)


class RecommendForm(forms.Form):
    """The verifier's recommendation, read by whoever decides the money."""

    marks_optional = True
    recommendation = words("Your recommendation", hint="The person who decides the money reads this.", required=False)


class HandOverForm(forms.Form):
    """Who takes the verification on."""

    to = forms.TypedChoiceField(label="Verifier", coerce=int)
    reason = words("Reason", rows=3)

    def __init__(self, *args: Any, others: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [("", "Choose a verifier"), *others]  # type: ignore[attr-defined]


class EscalateForm(forms.Form):
    """The level a decision goes up to."""

    to_role = forms.ChoiceField(
        label="Who should decide",
        choices=[("head_of_service", "Head of service"), ("dass", "Director of Adult Social Services")],
        widget=Radios,
    )
    reason = words("Reason", hint="For example, the cost is above your limit.", rows=3)


class RefuseForm(forms.Form):
    """The reasons a person is refused funding, which their letter gives."""

    reasons = words(
        "Reasons", hint="The person’s letter gives these words. Write them to be read by the person.", rows=8
    )


class QuestionForm(forms.Form):
    """A question for the verifier."""

    question = words("Question for the verifier")


class AgreeForm(forms.Form):
    """Yes or no to a sum, with the reasons."""

    agree = forms.TypedChoiceField(
        label="Decision",
        choices=[("yes", "Agree"), ("no", "Do not agree")],
        coerce=lambda value: value == "yes",
        widget=Radios,
    )
    reasons = words("Reasons")


class StartForm(forms.Form):
    """The day support began."""

    starts_on = DayField(label="Day the support starts", help_text="For example, 27 3 2026")


class SuspendForm(forms.Form):
    """From when, why, and until when it is expected."""

    on = DayField(label="First day of the suspension", help_text="For example, 27 3 2026")
    expected_return_on = DayField(label="Expected to resume on (optional)", required=False)
    reason = words("Reason", hint="For example, the person is in hospital.", rows=3)


class ResumeForm(forms.Form):
    """The day support resumes."""

    on = DayField(label="Day the support resumes", help_text="For example, 27 3 2026")


class BeginReviewForm(forms.Form):
    """Why a review is held, by the national list."""

    reason = forms.ChoiceField(label="Why the review is held", choices=code_lists.review_reasons, widget=Radios)


class ConcludeReviewForm(forms.Form):
    """What a review found, by the national lists and in words, and when the next falls due."""

    achieved = forms.ChoiceField(
        label="Were the outcomes of the plan achieved?", choices=code_lists.review_outcomes, widget=Radios
    )
    method = forms.ChoiceField(label="Who took part in the review", choices=code_lists.methods_of_review, widget=Radios)
    outcome = words("What the review found", hint="Whether the outcomes were achieved, and what goes on.")
    next_review_on = DayField(label="Next review", help_text="Within the coming 12 months")


class EndPackageForm(forms.Form):
    """When support ends, and why."""

    on = DayField(label="Last day of the support", help_text="For example, 27 3 2026")
    reason = words("Reason", hint="The person has a right to the reason.")


class UrgentForm(forms.Form):
    """Support that cannot wait for verification."""

    weekly = MoneyField(label="Weekly cost", help_text="Pounds a week, like 412.50")
    starts_on = DayField(label="Day the support starts", help_text="Within seven days of today")
    reason = words("Why it cannot wait")


class DeathOrMoveForm(forms.Form):
    """What happened, and when."""

    what = forms.ChoiceField(
        label="What happened",
        choices=[("died", "The person died"), ("moved", "The person moved away")],
        widget=Radios(
            hints={
                "died": "No letter is written to the person.",
                "moved": "The council they move to is told under Care Act 2014 sections 37 and 38.",
            }
        ),
    )
    on = DayField(label="On what day", help_text="For example, 27 3 2026")
