"""The file a provider's own system gives."""

from django import forms

from casework.forms.fields import CaseworkForm

MOST_BYTES = 2_000_000
MOST_PLANS = 1_000


class ImportForm(CaseworkForm):
    """One JSON file of plans, small enough to be answered while somebody waits."""

    file = forms.FileField(
        label="File of plans",
        help_text="JSON in UTF-8, one plan or a list of them, at most 2 megabytes (some 200 plans).",
        allow_empty_file=True,
    )

    def clean_file(self) -> bytes:
        """The bytes of the file; one that is too large is not read at all."""
        sent = self.cleaned_data["file"]
        if sent.size > MOST_BYTES:
            raise forms.ValidationError(
                "The file is larger than 2 megabytes. Send it in parts, or ask for it to be taken in by command."
            )
        return bytes(sent.read())
