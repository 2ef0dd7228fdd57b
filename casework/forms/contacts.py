"""What somebody who came to the single access point said, and what came of it."""

from django import forms

from casework import code_lists
from casework.forms.fields import CaseworkForm, Group, Passage, one_of, short
from casework.models import Contact
from delegation.govuk import DayField, Radios

OUTCOME_HINTS = {
    "information_and_advice": "Name the entry of the directory below. Care Act 2014 section 4.",
    "immediate_support": "Support that starts at once; say below what and from when.",
    "clinic": "Say below which clinic and when.",
    "assessment": "The person appears to have needs for care and support. Section 9(1).",
}


class ContactForm(CaseworkForm):
    """A contact, its outcome, and a safeguarding concern where one was told."""

    groups = (
        Group(title="The contact", fields=("made_on", "made_by", "route_of_access", "summary")),
        Group(title="What came of it", fields=("outcome", "directory_entry", "outcome_detail")),
        Group(
            title="A safeguarding concern",
            fields=("safeguarding_concern",),
            hint="Anything written here stands before the council’s safeguarding manager as soon as you save.",
        ),
    )

    made_on = DayField(label="Day of the contact", help_text="For example, 27 3 2026")
    made_by = forms.CharField(
        label="Who made contact", max_length=100, widget=short(20), help_text="The person, a daughter, the ward."
    )
    route_of_access = one_of(code_lists.routes_of_access, label="Route of access")
    summary = Passage(label="What was said", rows=5)
    outcome = forms.ChoiceField(choices=Contact.Outcome.choices, widget=Radios(hints=OUTCOME_HINTS))
    directory_entry = forms.CharField(
        label="Entry of the directory",
        max_length=200,
        required=False,
        help_text="Needed for information and advice: the name of the entry the person was given.",
    )
    outcome_detail = Passage(label="More about the outcome", required=False, rows=3)
    safeguarding_concern = Passage(
        label="The concern, in the words it was told",
        required=False,
        rows=4,
        help_text="Leave it empty where there is none. Care Act 2014 section 42(1).",
    )
