"""The form of a transfer away, the longer part of it for a transfer to hospital."""

from collections.abc import Iterable
from typing import Any

from django import forms

from casework.forms.fields import CaseworkForm, Group, Passage, short
from casework.guardianship.details import HospitalDetails
from casework.guardianship.forms import (
    RECOMMENDATIONS,
    amhp_field,
    chosen,
    named,
    recommendation_fields,
    recommended,
)
from casework.guardianship.hospital import MUST_BE_SAID
from casework.guardianship.words import AWAY, RECOMMENDED_ON
from delegation.govuk import DayField
from delegation.models import AmhpApproval

TO_HOSPITAL = ("amhp", "applied_on", "recommended_on")
# What is said of one doctor where it is missing; the rest are questions, and said as they are asked.
UNSAID = {
    "doctor": "Name the {which} doctor who recommends it.",
    "examined_on": "Say on which day the {which} doctor examined the person.",
    "signed_on": "Say on which day the {which} doctor signed.",
}
BY_COUNCIL = ("council_agreed_by", "council_agreed_on")
AGREED = ("managers_agreed_by", "managers_agreed_on", "arrangements")


class TransferForm(CaseworkForm):
    """Where it goes; to a hospital also the application, its two recommendations and who agreed."""

    marks_optional = False  # what is asked depends on where it goes

    to = chosen(AWAY.items(), "Where it goes")
    to_name = forms.CharField(label="Its name", max_length=200, widget=short(20))
    moved_on = DayField(label="Transferred on", help_text="To a hospital, the day of admission.")
    because = Passage(label="Why", rows=3)
    amhp = amhp_field(help_text="Whoever applied for admission, in force on that day.")
    applied_on = DayField(label="The AMHP applied on", required=False)
    recommended_on = chosen(RECOMMENDED_ON.items(), "The two doctors recommend it on", required=False)
    why_no_acquaintance = Passage(
        label="Why neither doctor knew the person before", required=False, rows=2, help_text="Where neither did."
    )
    council_agreed_by = forms.CharField(
        label="Who agreed for the other council",
        required=False,
        max_length=200,
        widget=short(20),
        help_text="Their name and their post",
    )
    council_agreed_on = DayField(label="The other council agreed on", required=False)
    managers_agreed_by = forms.CharField(
        label="Who agreed for the hospital’s managers", required=False, max_length=200, widget=short(20)
    )
    managers_agreed_on = DayField(label="They agreed on", required=False)
    arrangements = Passage(
        label="What was arranged for the admission",
        required=False,
        rows=3,
        help_text="Within 14 days that begin with the later examination. The council must be satisfied of it.",
    )
    groups = (
        Group(title="Where it goes", fields=("to", "to_name", "moved_on", "because")),
        Group(
            title="To another council: who agreed",
            fields=BY_COUNCIL,
            hint="Form G7. Leave this empty where it goes to a hospital.",
        ),
        Group(
            title="To a hospital: the application",
            fields=TO_HOSPITAL,
            hint="Form G8. Leave this and what follows empty where it goes to another council.",
        ),
        Group(title="To a hospital: first medical recommendation", fields=RECOMMENDATIONS[1], hint="Form A7 or A8."),
        Group(
            title="To a hospital: second medical recommendation", fields=(*RECOMMENDATIONS[2], "why_no_acquaintance")
        ),
        Group(title="To a hospital: who agreed", fields=AGREED),
    )

    def __init__(self, *args: Any, amhps: Iterable[AmhpApproval] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in (1, 2):
            self.fields.update(recommendation_fields(number, required=False))
        self.fields["amhp"].choices = named(amhps)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What a transfer to hospital asks is asked where it goes to one, and only there."""
        typed = self.cleaned_data
        if typed.get("to") == "hospital":
            for name in (*TO_HOSPITAL, *RECOMMENDATIONS[1], *RECOMMENDATIONS[2], *AGREED):
                if name not in self.errors and typed.get(name) in (None, ""):
                    self.add_error(name, MUST_BE_SAID.get(name) or self._of_a_doctor(name))
        return typed

    def _of_a_doctor(self, name: str) -> str:
        _, number, asked = name.split("_", 2)
        which = "first" if number == "1" else "second"
        if asked in UNSAID:
            return UNSAID[asked].format(which=which)
        return f"Answer of the {which} doctor: {self.fields[name].label}"

    def hospital(self) -> HospitalDetails | None:
        """What was typed of the hospital; nothing where it goes to another council."""
        typed = self.cleaned_data
        if typed["to"] != "hospital":
            return None
        told = {name: typed[name] for name in (*TO_HOSPITAL, *AGREED, "why_no_acquaintance")}
        return HospitalDetails(**told, recommendations=recommended(typed))

    def field_of(self, path: str) -> str | None:
        """The recommendations are told of at the first of them."""
        return "doctor_1_doctor" if path == "recommendations" else super().field_of(path)
