"""The forms of after-care."""

from django import forms

from casework.forms.fields import CaseworkForm, Passage, short
from delegation.govuk import DayField


class RecordForm(CaseworkForm):
    """Since when, for which needs, with which board."""

    from_day = DayField(label="Since")
    needs = Passage(label="Needs it meets", rows=4)
    icb_name = forms.CharField(label="Integrated care board", max_length=200, widget=short(20))


class BoardForm(CaseworkForm):
    """When the board decided, and who signed."""

    decided_on = DayField(label="Decided on")
    signed_by = forms.CharField(label="Who signed for the board", max_length=200, widget=short(20))
    reference = forms.CharField(label="The board’s reference", max_length=200, required=False, widget=short(20))


class EndForm(CaseworkForm):
    """Why the person no longer needs it."""

    because = Passage(label="Why the person no longer needs it", rows=4)
