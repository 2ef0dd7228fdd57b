"""The forms of the board."""

from django import forms

from casework.forms.fields import CaseworkForm, Group, Passage, short, yes_or_no
from casework.models import BoardMember, ReviewReferral
from delegation.govuk import DayField, Radios


class MemberForm(CaseworkForm):
    """Who sits on the board."""

    name = forms.CharField(label="Name", max_length=200, widget=short(20))
    body = forms.CharField(label="Which body they sit for", max_length=200, widget=short(20))
    seat = forms.ChoiceField(label="Seat", choices=BoardMember.Seat.choices, widget=Radios())
    from_day = DayField(label="Since which day", help_text="For example, 27 3 2026")


class EndMemberForm(CaseworkForm):
    """The last day of a membership."""

    to_day = DayField(label="Last day on the board", help_text="For example, 27 3 2026")


class ReportForm(CaseworkForm):
    """A report as it was published."""

    year_ended = forms.IntegerField(label="The financial year ended on 31 March of which year")
    published_on = DayField(label="The day it was published", help_text="For example, 27 3 2026")
    published_where = forms.CharField(label="Where it was published", max_length=200, widget=short(20))


class ReferForm(CaseworkForm):
    """Why a case is referred for review."""

    why = Passage(label="Why the case is referred", rows=6)
    concern = forms.CharField(
        label="Reference of the safeguarding concern",
        required=False,
        max_length=16,
        widget=short(10),
        help_text="Such as SC-7K3M-Q9TD, where it comes from one.",
    )


class DecideForm(CaseworkForm):
    """The criteria of section 44, and what is decided on them."""

    groups = (
        Group(
            title="The criteria of section 44(1) to (3)",
            fields=("has_needs", "worked_together_badly", "died_of_abuse", "alive_after_serious_abuse"),
            hint="Where the first two and one of the last two are met, a review must be arranged.",
        ),
        Group(title="The decision", fields=("decision", "reasons")),
    )
    has_needs = yes_or_no(
        label="An adult in the area with needs for care and support", help_text="Met or not by the council. 44(1)."
    )
    worked_together_badly = yes_or_no(
        label="There is reasonable cause for concern about how those involved worked together",
        help_text="The board, its members, or others with relevant functions. 44(1)(a).",
    )
    died_of_abuse = yes_or_no(
        label="The adult has died, and the death resulted, or is suspected to have resulted, from abuse or neglect",
        help_text="Condition 1, 44(2).",
    )
    alive_after_serious_abuse = yes_or_no(
        label="The adult is alive, and is known or suspected to have experienced serious abuse or neglect",
        help_text="Condition 2, 44(3).",
    )
    decision = forms.ChoiceField(label="What is decided", choices=ReviewReferral.Decision.choices, widget=Radios())
    reasons = Passage(label="Reasons")
