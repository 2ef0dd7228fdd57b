"""The checklist and the finding, bound to the needs and the lines of one plan."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from delegation.govuk import Radios
from verification.checklist import ANSWER_WORDS, NEED_ITEMS, PLAN_ITEMS, ChecklistItem
from verification.forms.words import words
from verification.page_selectors import NeedShown

Answers = Mapping[str, Mapping[str, Mapping[str, str]]]


@dataclass(frozen=True)
class Group:
    """One question of the checklist with what it is asked of, and its two boxes."""

    need: NeedShown | None
    item: ChecklistItem
    answer: BoundField
    reason: BoundField


class ChecklistForm(forms.Form):
    """Every question of the checklist. Nothing is required: it is saved part by part."""

    marks_optional = False

    def __init__(self, *args: Any, needs: Sequence[NeedShown], saved: Answers, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked: list[tuple[str, str, NeedShown | None, ChecklistItem]] = []
        for shown in needs:
            for item in NEED_ITEMS:
                self._ask(f"need_{shown.need.need_key}_{item.key}", str(shown.need.pk), shown, item, saved)
        for item in PLAN_ITEMS:
            self._ask(f"plan_{item.key}", "plan", None, item, saved)

    def _ask(self, name: str, part: str, need: NeedShown | None, item: ChecklistItem, saved: Answers) -> None:
        given = saved.get(part, {}).get(item.key, {})
        self.fields[name] = forms.ChoiceField(
            label=item.question,
            help_text=item.hint,
            choices=[(answer, ANSWER_WORDS[answer]) for answer in item.answers],
            widget=Radios(inline=len(item.answers) == 3 or item.answers[0] == "yes"),
            required=False,
            initial=given.get("answer", ""),
        )
        self.fields[f"{name}_reason"] = words("Reason or note (optional)", required=False, rows=2)
        self.fields[f"{name}_reason"].initial = given.get("reason", "")
        self.asked.append((name, part, need, item))

    def groups(self) -> Iterator[Group]:
        """The questions in order, for the page."""
        for name, _, need, item in self.asked:
            yield Group(need, item, self[name], self[f"{name}_reason"])

    def answers(self) -> dict[str, dict[str, dict[str, str]]]:
        """What was answered, as the service takes it; a question left open is left as it was."""
        given: dict[str, dict[str, dict[str, str]]] = {}
        for name, part, _, item in self.asked:
            if answer := self.cleaned_data[name]:
                reason = self.cleaned_data[f"{name}_reason"]
                given.setdefault(part, {})[item.key] = {"answer": answer, "reason": reason}
        return given


class FindingForm(forms.Form):
    """A question to the provider, tied to a line or a need."""

    about = forms.ChoiceField(label="What is it about", widget=Radios)
    reason = words("What is in question, and what would answer it")

    def __init__(self, *args: Any, needs: Sequence[NeedShown], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = []
        hints = {}
        for shown in needs:
            if shown.need.eligible:
                choices.append((f"need:{shown.need.pk}", f"Need {shown.need.need_key}: {shown.title}"))
            for line in shown.lines:
                choices.append((f"line:{line.line_key}", f"Line {line.line_key}: {line.description}"))
                hints[f"line:{line.line_key}"] = f"Meets need {shown.need.need_key}"
        self.fields["about"].choices = choices  # type: ignore[attr-defined]
        self.fields["about"].widget.hints = hints

    def given(self) -> dict[str, Any]:
        """What the service takes: a line's key or a need's id, and the reason."""
        kind, _, which = self.cleaned_data["about"].partition(":")
        tied = {"line_key": which} if kind == "line" else {"need": int(which)}
        return {**tied, "reason": self.cleaned_data["reason"]}
