"""What is typed about enquiries from outside."""

from collections.abc import Sequence
from typing import Any

from django import forms

from delegation.govuk import Checkboxes, DayField, Radios
from delegation.information.exemptions import EXEMPTIONS
from delegation.models import OmbudsmanEnquiry, PublicEnquiry
from delegation.records import SHORT

FOR_EXAMPLE = "For example, 27 3 2026"
Choices = Sequence[tuple[Any, Any]]


def words(label: str, *, hint: str = "", rows: int = 5, required: bool = True) -> forms.CharField:
    """A few lines of text."""
    return forms.CharField(label=label, help_text=hint, required=required, widget=forms.Textarea({"rows": rows}))


def line(label: str, *, hint: str = "", required: bool = True) -> forms.CharField:
    """One line of text."""
    return forms.CharField(label=label, help_text=hint, required=required, max_length=SHORT)


class FoiRequestForm(forms.Form):
    """A request for information as it came."""

    marks_optional = True
    reached = forms.ChoiceField(label="Whom it reached", widget=Radios())
    received_on = DayField(label="Day it was received", help_text=FOR_EXAMPLE)
    handed_over_on = DayField(
        label="Day the provider handed it over",
        required=False,
        help_text="Leave out where it reached the council itself.",
    )
    asked_by = line("Who asks")
    reply_to = line("Where the reply goes", hint="An email or postal address")
    asked_for = words("What is asked for", hint="In the words of the request")

    def __init__(self, *args: Any, organisations: Choices, hands_over: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reached"].choices = organisations  # type: ignore[attr-defined]
        if hands_over:
            del self.fields["handed_over_on"]
        if len(organisations) == 1:
            del self.fields["reached"]


class ExtendFoiForm(forms.Form):
    """Why the answer is put off, and to when."""

    exemption = forms.ChoiceField(
        label="Exemption whose public interest is weighed",
        widget=Radios(),
        choices=[(key, str(one)) for key, one in EXEMPTIONS.items() if one.is_qualified],
    )
    until = DayField(label="New day for the answer", help_text=FOR_EXAMPLE)
    because = words("Why more time is needed", hint="It stands in the notice that is sent. Name nobody.")


class AnswerFoiForm(forms.Form):
    """What is answered."""

    is_held = forms.TypedChoiceField(
        label="Whether the council holds it",
        choices=[("yes", "Held, and given"), ("no", "Not held")],
        coerce=lambda said: said == "yes",
        widget=Radios(),
    )
    answer = words("The answer that is sent", hint="What is given, or that the council does not hold it", rows=8)


class RefuseFoiForm(forms.Form):
    """What a refusal notice must say."""

    marks_optional = True
    exemptions = forms.MultipleChoiceField(
        label="Exemptions and other grounds",
        widget=Checkboxes(hints={key: one.source for key, one in EXEMPTIONS.items()}),
        choices=[(key, str(one)) for key, one in EXEMPTIONS.items()],
    )
    reasons = words("Why each applies", hint="Section 17(1)(c). Name nobody: it is kept in the register.")
    public_interest = words(
        "How the public interest was weighed",
        hint="For a qualified exemption: section 17(3)(b)",
        required=False,
    )
    answer = words("What is given of the rest", hint="Leave out where all of it is refused", required=False)


class OmbudsmanForm(forms.Form):
    """What the Ombudsman asks."""

    their_reference = line("The Ombudsman’s reference")
    asked_for = words("What the Ombudsman asks", rows=6)
    received_on = DayField(label="Day it was received", help_text=FOR_EXAMPLE)
    due_on = DayField(label="Day by which to answer", help_text="The day the Ombudsman set. For example, 27 3 2026")


class AskProviderForm(forms.Form):
    """What a provider is asked for, and by when."""

    provider = forms.ChoiceField(label="Provider", widget=Radios())
    supply_asked = words("What the provider is asked for")
    supply_due_on = DayField(label="Day by which it is supplied", help_text=FOR_EXAMPLE)

    def __init__(self, *args: Any, providers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["provider"].choices = providers  # type: ignore[attr-defined]


class SupplyForm(forms.Form):
    """What the provider supplies."""

    supply = words("What you supply", hint="The account of what was done, and which files went with it", rows=8)


class AnswerOmbudsmanForm(forms.Form):
    """The council's answer."""

    answer = words("The answer that is sent", rows=8)


class CloseOmbudsmanForm(forms.Form):
    """What the Ombudsman decided."""

    marks_optional = True
    decision = forms.ChoiceField(
        label="The Ombudsman’s decision", choices=OmbudsmanEnquiry.Decision.choices, widget=Radios()
    )
    remedy = words("What the council does about it", hint="Where the complaint was upheld", required=False)
    remedy_due_on = DayField(
        label="Day by which it is done",
        required=False,
        help_text="Where the complaint was upheld. For example, 27 3 2026",
    )


class RemedyForm(forms.Form):
    """The remedy as it was done."""

    remedied_on = DayField(label="Day the remedy was done", help_text=FOR_EXAMPLE)
    remedy_done = words("What was done", hint="All that the council said it would do")


class PublicEnquiryForm(forms.Form):
    """What the press or a member asks."""

    kind = forms.ChoiceField(label="Who asks", choices=PublicEnquiry.Kind.choices, widget=Radios())
    asked_by = line("Their name", hint="The paper, or the member and ward")
    asked_for = words("What is asked", hint="Name no person who draws on care.")
    received_on = DayField(label="Day it was received", help_text=FOR_EXAMPLE)
    due_on = DayField(label="Day by which to reply", help_text=FOR_EXAMPLE)


class DraftForm(forms.Form):
    """The draft of a reply."""

    draft = words("The draft of the reply", rows=8)


class SendBackForm(forms.Form):
    """What is to be changed in a draft."""

    because = words("What is to be changed", hint="It is kept in the register. Name nobody.")


class ClearForm(forms.Form):
    """On what authority a member is told of a constituent."""

    constituents_authority = forms.ChoiceField(
        label="What the member may be told of the constituent",
        choices=PublicEnquiry.Authority.choices,
        widget=Radios(),
    )

    def __init__(self, *args: Any, is_for_a_member: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_for_a_member:
            del self.fields["constituents_authority"]


class SendForm(forms.Form):
    """Nothing is typed: what was cleared is sent."""
