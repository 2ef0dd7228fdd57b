"""What is typed to draw a sample, to audit a file, and to have what was found mended."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from delegation.forms import NOBODY, Choices, ReasonField
from delegation.govuk import DayField, Radios
from verification.models import AuditAnswer, FileAudit
from verification.sampling.questions import QUESTIONS, AuditQuestion
from verification.sampling.rules import ANSWERS, LONGEST_SEED, MOST_PER_STRATUM, OVERALL, Answer, faults_of_audit

NAME_NOBODY = "Name no person who draws on care."


class DrawForm(forms.Form):
    """Which days to draw from, and how many of each stratum."""

    marks_optional = True
    from_day = DayField(label="Decided from", help_text="For example, 1 4 2026")
    to_day = DayField(label="Decided until", help_text="Today at the latest")
    per_stratum = forms.IntegerField(
        label="Files of each provider and outcome",
        help_text="Where there are fewer, all of them are drawn",
        min_value=1,
        max_value=MOST_PER_STRATUM,
        initial=5,
    )
    seed = forms.RegexField(
        label="Seed",
        regex=r"^[A-Za-z0-9]+$",
        required=False,
        max_length=LONGEST_SEED,
        help_text="Only to draw an earlier sample again. A new one is made if you leave it out",
        error_messages={"invalid": "Seed must be letters and digits only"},
    )


class AuditorForm(forms.Form):
    """Who audits a file."""

    auditor = forms.ChoiceField(label="Who audits it")

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["auditor"].choices = [*NOBODY, *people]  # type: ignore[attr-defined]


class ReplaceForm(forms.Form):
    """Why a drawn file cannot be audited."""

    because = ReasonField(label="Why nobody named to the record can audit it")


@dataclass(frozen=True)
class Asked:
    """One question of the audit form with its two boxes."""

    question: AuditQuestion
    answer: BoundField
    reason: BoundField


class AuditForm(forms.Form):
    """Every question of the audit, each answered, and the judgement of the whole."""

    overall = forms.ChoiceField(label="Overall judgement", choices=list(OVERALL.items()), widget=Radios)
    remarks = forms.CharField(
        label="Remarks (optional)", help_text=NAME_NOBODY, required=False, widget=forms.Textarea({"rows": 4})
    )

    def __init__(self, *args: Any, saved: Mapping[str, AuditAnswer], audit: FileAudit | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in QUESTIONS:
            self._ask(question, saved.get(question.key))
        if audit:
            self.fields["overall"].initial, self.fields["remarks"].initial = audit.overall, audit.remarks

    def _ask(self, question: AuditQuestion, saved: AuditAnswer | None) -> None:
        kept = [key for key in ANSWERS if key != "does_not_apply" or question.may_not_apply]
        self.fields[question.key] = forms.ChoiceField(
            label=question.question,
            help_text=question.hint,
            choices=[(key, ANSWERS[key]) for key in kept],
            widget=Radios(inline=True),
            initial=saved.answer if saved else "",
            error_messages={"required": f"Select an answer: {question.question}"},
        )
        self.fields[f"{question.key}_reason"] = forms.CharField(
            label="What was not met, or a note (optional)",
            required=False,
            widget=forms.Textarea({"rows": 2}),
            initial=saved.reason if saved else "",
        )

    def parts(self) -> Iterator[tuple[str, Sequence[Asked]]]:
        """The questions under the part of the file they ask about."""
        for part in dict.fromkeys(question.part for question in QUESTIONS):
            yield (
                part,
                [
                    Asked(question, self[question.key], self[f"{question.key}_reason"])
                    for question in QUESTIONS
                    if question.part == part
                ],
            )

    def clean(self) -> dict[str, Any]:
        """Each fault that the rule finds, at the box it is about."""
        cleaned = super().clean() or {}
        for key, fault in faults_of_audit(self.answers(cleaned), cleaned.get("overall", "")).items():
            box = f"{key}_reason" if cleaned.get(key) else key
            if key not in self.errors and box not in self.errors:
                self.add_error(box if box in self.fields else key, fault)
        return cleaned

    def answers(self, cleaned: Mapping[str, Any]) -> dict[str, Answer]:
        """What was answered, as the service takes it."""
        return {
            question.key: Answer(cleaned[question.key], cleaned.get(f"{question.key}_reason", ""))
            for question in QUESTIONS
            if cleaned.get(question.key)
        }

    def given(self) -> dict[str, Any]:
        """What the service takes beside the file; it looks at the answers again."""
        cleaned = self.cleaned_data
        words = {name: cleaned.get(name, "") for name in ("overall", "remarks")}
        return {"answers": self.answers(cleaned), **words}


class ActionForm(forms.Form):
    """What is to be done about a finding, by whom and by when."""

    question = forms.ChoiceField(label="What was found", widget=Radios)
    what = forms.CharField(
        label="What is to be done", help_text=NAME_NOBODY, widget=forms.Textarea({"rows": 4}), max_length=2000
    )
    owner = forms.ChoiceField(label="Who does it")
    due_on = DayField(label="By which day", help_text="For example, 27 3 2027")

    def __init__(self, *args: Any, findings: Choices, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["question"].choices = list(findings)  # type: ignore[attr-defined]
        self.fields["owner"].choices = [*NOBODY, *people]  # type: ignore[attr-defined]


class CloseActionForm(forms.Form):
    """What was done about an action."""

    what_was_done = ReasonField(label="What was done")
