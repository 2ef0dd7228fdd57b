"""The assessment as one long task, an outcome of the regulations at a time; and the determination made of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.utils import ErrorDict

from casework import code_lists
from casework.details import AssessmentDetails, NeedDetails
from casework.forms.fields import YES_NO, CaseworkForm, Group, Passage, one_of, yes_or_no
from casework.models import Assessment, Contact
from casework.outcomes import Entry, limbs_of, outcomes_of
from casework.rules import Answer, faults_of_answers
from delegation.govuk import Checkboxes, DayField, Radios
from delegation.refusals import Fault

FURTHER_NEEDS = ("1", "2")
ACHIEVES = [("can", "Can achieve it"), ("unable", "Unable to achieve it")]
CAPACITY_HINTS = {"lacks_capacity": "Name the decision below, and how it is made in the person’s best interests."}
ADVOCACY_HINTS = {
    "needed": "The person would have substantial difficulty, and nobody appropriate supports them. Section 67.",
    "instructed": "An independent advocate is already at work.",
}


@dataclass(frozen=True, kw_only=True)
class OutcomeBlock:
    """One outcome with its fields, for the template."""

    outcome: Entry
    number: int
    answer: BoundField
    because: BoundField
    impact: BoundField
    need: BoundField
    how_far: BoundField

    @property
    def has_errors(self) -> bool:
        """Whether something of this outcome is to be put right."""
        return any(field.errors for field in (self.answer, self.because, self.impact, self.need, self.how_far))


class AssessmentForm(CaseworkForm):
    """What was found of an adult or of a carer. Source: Care Act 2014 ss.9-12; SI 2015/313."""

    marks_optional = False
    groups = (
        Group(title="The assessment", fields=("started_on", "completed_on", "assessment_type", "method", "contact")),
        Group(
            title="The person’s part in it",
            fields=("involvement", "desired_outcomes"),
            hint="Care Act 2014 section 9(4)(b) and (5).",
        ),
        Group(
            title="Capacity and advocacy",
            fields=("capacity", "capacity_decision", "best_interests", "advocacy", "advocacy_note"),
            hint="Mental Capacity Act 2005 sections 2 to 4; Care Act 2014 section 67.",
        ),
        Group(
            title="Willing and able",
            fields=("carer_willing", "carer_able", "carer_note"),
            hint="Care Act 2014 section 10(5)(a) and (b).",
        ),
    )
    closing_groups = (
        Group(
            title="Wellbeing and other help",
            fields=("wellbeing", "other_help", "continuing_healthcare_referral"),
            hint="Care Act 2014 section 9(4)(a) and (6); section 1(2).",
        ),
        Group(
            title="If the person refused the assessment",
            fields=("refusal",),
            hint="Care Act 2014 section 11. Where the duty ends, the parts above may stay empty.",
        ),
    )

    started_on = DayField(label="Day it began", help_text="For example, 27 3 2026")
    completed_on = DayField(label="Day it was completed")
    assessment_type = one_of(code_lists.assessment_types, label="Type of assessment")
    method = one_of(code_lists.methods_of_assessment, label="Who was assessed together")
    contact = forms.ChoiceField(label="The contact it came from", required=False)
    involvement = Passage(
        label="How the person was involved",
        required=False,
        help_text="And their carer, and anybody they asked to be involved.",
    )
    desired_outcomes = Passage(label="What the person wants to achieve in day-to-day life", required=False)
    capacity = forms.ChoiceField(
        label="Capacity", choices=Assessment.Capacity.choices, widget=Radios(hints=CAPACITY_HINTS)
    )
    capacity_decision = Passage(label="The decision the person lacks capacity for", required=False, rows=2)
    best_interests = Passage(label="How the decision is in their best interests", required=False, rows=3)
    advocacy = forms.ChoiceField(
        label="Independent advocacy", choices=Assessment.Advocacy.choices, widget=Radios(hints=ADVOCACY_HINTS)
    )
    advocacy_note = Passage(
        label="About advocacy",
        required=False,
        rows=2,
        help_text="Needed where an advocate is needed and not instructed, or was declined.",
    )
    carer_willing = yes_or_no(label="The carer is willing to go on caring", required=False)
    carer_able = yes_or_no(label="The carer is able to go on caring", required=False)
    carer_note = Passage(label="More about the carer’s willingness and ability", required=False, rows=3)
    wellbeing = Passage(label="The impact of the needs on wellbeing", required=False, rows=5)
    other_help = Passage(
        label="What else could help",
        required=False,
        help_text="The person’s own strengths, people around them, the community, prevention.",
    )
    continuing_healthcare_referral = forms.BooleanField(
        label="Refer for NHS continuing healthcare", required=False, help_text="SI 2014/2827 regulation 7."
    )
    refusal = forms.ChoiceField(
        label="Was the assessment refused?", choices=Assessment.Refusal.choices, required=False, widget=Radios()
    )

    def __init__(self, *args: Any, kind: str, contacts: Sequence[Contact] = (), **kwargs: Any) -> None:
        self.kind = kind
        super().__init__(*args, **kwargs)
        known = [(contact.ref, f"{contact.ref}: {contact.get_outcome_display()}") for contact in contacts]
        self.fields["contact"].choices = [("", "None"), *known]
        if kind == "adult":
            for name in ("carer_willing", "carer_able", "carer_note"):
                del self.fields[name]
        for outcome in outcomes_of(kind):
            self._ask_about(outcome)
        for number in FURTHER_NEEDS:
            self._ask_for_a_further_need(number)

    def typed(self) -> dict[str, list[str]]:
        """What each box of this form was sent with, whether or not it could be kept as it is."""
        days = [f"{name}_{part}" for name in ("started_on", "completed_on") for part in ("day", "month", "year")]
        sent: Any = self.data
        return {name: values for name, values in sent.lists() if name in self.fields or name in days}

    def as_typed(self) -> None:
        """Show what was typed, and say nothing yet of what is missing."""
        self._errors, self.cleaned_data = ErrorDict(renderer=self.renderer), {}

    def clean(self) -> dict[str, Any]:
        """Where a box at the head is empty already, say at once what the outcomes lack too; the service asks again."""
        if self.errors and self.cleaned_data.get("refusal") != Assessment.Refusal.ENDS_THE_DUTY:
            faults = faults_of_answers(self.kind, tuple(self._answers()))
            self.place(Fault(each.path, each.sentence) for each in faults)
        return self.cleaned_data

    def _ask_about(self, outcome: Entry) -> None:
        limbs = [(limb.key, limb.title) for limb in limbs_of(self.kind)]
        letters = {limb.key: limb.source for limb in limbs_of(self.kind)}
        asked = {
            "answer": forms.ChoiceField(
                label=outcome.title, choices=ACHIEVES, required=False, widget=Radios(), help_text=outcome.source
            ),
            "because": forms.MultipleChoiceField(
                label="Why the person is unable to achieve it",
                choices=limbs,
                required=False,
                widget=Checkboxes(hints=letters),
            ),
            "impact": Passage(label="What that does to their wellbeing", required=False, rows=2),
            "need": Passage(label="The need", required=False, rows=2),
            "how_far": Passage(label="To what extent it meets the eligibility criteria", required=False, rows=2),
        }
        for part, field in asked.items():
            self.fields[f"{part}_{outcome.key}"] = field

    def _ask_for_a_further_need(self, number: str) -> None:
        choices = [(outcome.key, outcome.title) for outcome in outcomes_of(self.kind)]
        self.fields[f"further_outcome_{number}"] = one_of(choices, label="The outcome it bears on", required=False)
        self.fields[f"further_need_{number}"] = Passage(label="The need", required=False, rows=2)
        self.fields[f"further_how_far_{number}"] = Passage(
            label="To what extent it meets the eligibility criteria", required=False, rows=2
        )

    def outcome_blocks(self) -> Iterator[OutcomeBlock]:
        """The outcomes in the order of the regulations, each with its fields."""
        for number, outcome in enumerate(outcomes_of(self.kind), 1):
            parts = {part: self[f"{part}_{outcome.key}"] for part in ("answer", "because", "impact", "need", "how_far")}
            yield OutcomeBlock(outcome=outcome, number=number, **parts)

    def further_needs(self) -> Iterator[list[BoundField]]:
        """Room for needs beside the one under each outcome."""
        for number in FURTHER_NEEDS:
            yield [self[f"further_{part}_{number}"] for part in ("outcome", "need", "how_far")]

    def closing(self) -> Iterator[Any]:
        """The groups after the outcomes."""
        for number, group in enumerate(self.closing_groups, 1):
            yield {
                "title": group.title,
                "hint": group.hint,
                "key": f"closing-{number}",
                "fields": [self[name] for name in group.fields],
            }

    def _needs_by_field(self) -> dict[str, tuple[str, str]]:
        """Which field holds each need, by the key it is given, with the outcome it bears on."""
        said = self.cleaned_data
        told = [(f"need_{outcome.key}", outcome.key) for outcome in outcomes_of(self.kind)]
        told += [(f"further_need_{n}", said.get(f"further_outcome_{n}", "")) for n in FURTHER_NEEDS]
        filled = [(field, outcome) for field, outcome in told if said.get(field) or _further_begun(said, field)]
        return {f"N{number}": each for number, each in enumerate(filled, 1)}

    def details(self) -> AssessmentDetails:
        """The assessment as the services take it. An outcome not answered is left out, and they say so."""
        said = self.cleaned_data
        names = [name for name in AssessmentDetails.__dataclass_fields__ if name not in ("answers", "needs")]
        return AssessmentDetails(
            **{name: said[name] for name in names if name in said},
            answers=tuple(self._answers()),
            needs=tuple(
                NeedDetails(
                    need=key,
                    outcome=outcome,
                    description=said[field],
                    how_far=said[field.replace("need_", "how_far_", 1)],
                )
                for key, (field, outcome) in self._needs_by_field().items()
            ),
        )

    def _answers(self) -> Iterator[Answer]:
        for outcome in outcomes_of(self.kind):
            answer = self.cleaned_data.get(f"answer_{outcome.key}")
            if not answer:
                continue
            can = answer == "can"
            yield Answer(
                outcome=outcome.key,
                can_achieve=can,
                unable_because=() if can else tuple(self.cleaned_data.get(f"because_{outcome.key}", ())),
                wellbeing_impact=self.cleaned_data.get(f"impact_{outcome.key}", ""),
            )

    def field_of(self, path: str) -> str | None:
        """The field of a path such as `outcomes[nutrition].unable_because` or `needs[N2].description`."""
        if found := re.fullmatch(r"outcomes\[(\w+)\](\.unable_because)?", path):
            name = f"{'because' if found[2] else 'answer'}_{found[1]}"
            return name if name in self.fields else None
        if found := re.match(r"needs\[(\w+)\](?:\.(\w+))?", path):
            field = self._needs_by_field().get(found[1], ("", ""))[0]
            if found[2] == "outcome" and field.startswith("further_"):
                field = field.replace("need_", "outcome_", 1)
            return field or None
        return super().field_of(path)


def _further_begun(said: dict[str, Any], field: str) -> bool:
    """Whether a further need was begun, so that its missing part is asked for and not dropped."""
    if not field.startswith("further_"):
        return bool(said.get(field.replace("need_", "how_far_", 1)))
    return any(said.get(field.replace("need_", f"{part}_", 1)) for part in ("outcome", "how_far"))


class DeterminationForm(CaseworkForm):
    """The two findings a determination rests on, and its reasons; the answer itself is worked out, never typed."""

    marks_optional = False

    need_from_impairment = forms.ChoiceField(choices=YES_NO, widget=Radios(inline=True))
    health_at_risk = forms.ChoiceField(
        label="Is the carer’s physical or mental health deteriorating, or at risk of it?",
        choices=YES_NO,
        widget=Radios(inline=True),
        help_text="SI 2015/313 regulation 3(2)(a).",
    )
    significant_effect = forms.ChoiceField(
        label="Is there, or is there likely to be, a significant impact on wellbeing in consequence?",
        choices=YES_NO,
        widget=Radios(inline=True),
    )
    reasons = Passage(
        label="Reasons for the determination",
        rows=6,
        help_text="The person is given these in writing. Care Act 2014 section 13(2).",
    )
    advice = Passage(
        label="Advice on reducing and preventing needs",
        required=False,
        rows=4,
        help_text="Needed where nothing is eligible: what can be done to meet, reduce, prevent or delay needs. "
        "Care Act 2014 section 13(5).",
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["need_from_impairment"]
        said = {
            "need_from_impairment": "Select yes if the needs arise from providing necessary care"
            if kind == "carer"
            else "Select yes if the needs arise from an impairment or illness",
            "health_at_risk": "Select yes if the carer’s health is deteriorating or at risk",
            "significant_effect": "Select yes if there is, or is likely to be, a significant impact on wellbeing",
        }
        for name, sentence in said.items():
            self.fields[name].error_messages["required"] = sentence
        if kind == "carer":
            field.label = "Do the needs arise from providing necessary care for an adult?"
            field.help_text = "SI 2015/313 regulation 3(1)(a)."
            self.fields["significant_effect"].help_text = "SI 2015/313 regulation 3(1)(c)."
        else:
            field.label = "Do the needs arise from a physical or mental impairment or illness?"
            field.help_text = "SI 2015/313 regulation 2(1)(a)."
            self.fields["significant_effect"].help_text = "SI 2015/313 regulation 2(1)(c)."
            del self.fields["health_at_risk"]

    def findings(self) -> dict[str, bool]:
        """The findings as yes or no."""
        names = ("need_from_impairment", "significant_effect", "health_at_risk")
        return {name: self.cleaned_data[name] == "yes" for name in names if name in self.cleaned_data}


class NothingToFill(CaseworkForm):
    """A page whose act needs no words."""
