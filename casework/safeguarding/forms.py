"""The forms of safeguarding. What a service finds wrong goes to the field it speaks of."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from casework.forms.fields import CaseworkForm, Group, Passage, one_of, short, yes_or_no
from casework.models import (
    DesiredOutcome,
    SafeguardingClosure,
    SafeguardingConcern,
    SafeguardingEnquiry,
    ThresholdDecision,
)
from casework.safeguarding.selectors import ENDED
from casework.safeguarding.words import Asked
from delegation.govuk import DayField, Radios
from delegation.models import Organisation, Post

About = SafeguardingConcern.About
Choices = list[tuple[str, str]]
ABOUT_HINTS = {
    About.ORGANISATION: "Choose it below, or write its name.",
    About.NAMED_PERSON: "Write below who they are to the person: a son, a neighbour.",
}


def let_choose(form: forms.Form, name: str, choices: Choices) -> None:
    """Give a field what may be chosen, which only the page knows."""
    cast(forms.ChoiceField, form.fields[name]).choices = choices


class AboutForm(CaseworkForm):
    """Who or what a concern is about."""

    about = forms.ChoiceField(label="Who is it about", choices=About.choices, widget=Radios(hints=ABOUT_HINTS))
    about_organisation = one_of([], label="Which organisation", required=False)
    about_whom = forms.CharField(
        label="Another organisation, or which person",
        required=False,
        max_length=200,
        widget=short(20),
        help_text="Where it is not in the list above.",
    )

    def __init__(self, *args: Any, organisations: Sequence[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._organisations = {one.key: one for one in organisations}
        choices = [("", "Not in this list"), *((one.key, one.name) for one in organisations)]
        let_choose(self, "about_organisation", choices)

    def clean_about_organisation(self) -> Organisation | None:
        return self._organisations.get(self.cleaned_data["about_organisation"])


ABOUT_FIELDS = ("about", "about_organisation", "about_whom")


class RaiseForm(AboutForm):
    """A concern in the words it was told."""

    groups = (
        Group(title="The concern", fields=("concern", "told_on")),
        Group(title="Who it is about", fields=ABOUT_FIELDS),
    )
    concern = Passage(label="The concern, in the words it was told", rows=6)
    told_on = DayField(label="The day it was told", help_text="For example, 27 3 2026")
    field_order = ["concern", "told_on", *ABOUT_FIELDS]


class ThresholdForm(AboutForm):
    """The three limbs of section 42(1), and what is decided on them."""

    groups = (
        Group(
            title="The three limbs of section 42(1)",
            fields=("has_needs", "is_at_risk", "cannot_protect_themselves"),
            hint="Where all three are met, enquiries must be made.",
        ),
        Group(title="Who it is about", fields=ABOUT_FIELDS),
        Group(title="The decision", fields=("decision", "reasons", "advice")),
    )
    has_needs = yes_or_no(
        label="The adult has needs for care and support",
        help_text="Whether or not the council is meeting any of them. Section 42(1)(a).",
    )
    is_at_risk = yes_or_no(
        label="The adult is experiencing, or is at risk of, abuse or neglect", help_text="Section 42(1)(b)."
    )
    cannot_protect_themselves = yes_or_no(
        label="As a result of those needs they cannot protect themselves against it", help_text="Section 42(1)(c)."
    )
    decision = forms.ChoiceField(label="What is decided", choices=ThresholdDecision.Decision.choices, widget=Radios())
    reasons = Passage(label="Reasons")
    advice = Passage(
        label="Advice given, and to whom", required=False, help_text="Needed where the concern is screened out."
    )
    field_order = ["has_needs", "is_at_risk", "cannot_protect_themselves", *ABOUT_FIELDS]


class WhoItIsAboutForm(AboutForm):
    """Who or what an open concern is about, now that more is known."""

    because = Passage(label="What came to light", rows=3)
    despite_that_because = Passage(
        label="Why the one who enquires goes on all the same",
        required=False,
        rows=3,
        help_text="Needed where they are of the organisation complained of. Otherwise leave it empty.",
    )
    field_order = [*ABOUT_FIELDS, "because", "despite_that_because"]


class NamingForm(CaseworkForm):
    """A form that names somebody by the post they hold."""

    names = ""

    def __init__(self, *args: Any, posts: Sequence[Post], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._posts = {str(post.pk): post for post in posts}
        let_choose(self, self.names, [("", "Choose"), *((key, _named(one)) for key, one in self._posts.items())])

    def _clean_named(self) -> Post:
        return self._posts[self.cleaned_data[self.names]]


def _named(post: Post) -> str:
    return f"{post.worker}, {post.role_title}, {post.organisation}"


class CauseForm(NamingForm):
    """Who enquires, into what, by when."""

    names = "enquirer"
    enquirer = one_of([], label="Who enquires", help_text="Of the council, or of the provider that knows the person.")
    scope = Passage(label="What they enquire into", rows=5)
    due_on = DayField(label="By which day", help_text="For example, 27 3 2026")
    despite_that_because = Passage(
        label="Why somebody of the organisation complained of enquires",
        required=False,
        rows=3,
        help_text="Needed where the concern is about the organisation they work for. Otherwise leave it empty.",
    )

    def clean_enquirer(self) -> Post:
        return self._clean_named()


class AnotherEnquirerForm(CauseForm):
    """Who goes on with an enquiry, by when, and why the one before does not."""

    scope = None  # type: ignore[assignment]  # what is enquired into stays as it was asked
    because = Passage(label="Why the one named before does not go on", rows=3)
    field_order = ("enquirer", "because", "due_on", "despite_that_because")


class RequestForm(NamingForm):
    """What information is asked for, who leads, by when."""

    names = "lead"
    lead = one_of([], label="Who of the provider leads on it")
    scope = Passage(label="What is asked for", rows=5)
    due_on = DayField(label="By which day", help_text="For example, 27 3 2026")

    def clean_lead(self) -> Post:
        return self._clean_named()


class DesiredForm(CaseworkForm):
    """What the person wants of the enquiry."""

    asked_at_start = forms.ChoiceField(
        label="Was the person asked what they want to happen", choices=Asked.choices, widget=Radios()
    )
    outcomes = Passage(
        label="What they want, one outcome a line", required=False, rows=5, help_text="In their own words."
    )
    not_asked_because = Passage(label="Why they could not be asked", required=False, rows=3)

    def clean_outcomes(self) -> list[str]:
        return [line for line in self.cleaned_data["outcomes"].split("\n") if line.strip()]


class AnswerForm(CaseworkForm):
    """The answer to a request for information."""

    answer = Passage(label="What you found", rows=8)
    consent_and_wishes = Passage(
        label="The person’s consent, capacity and wishes",
        rows=4,
        help_text="Whether they agree to this being shared, whether they can decide that, and what they want.",
    )


class FindingsForm(CaseworkForm):
    """What an enquiry found."""

    findings = Passage(label="What was found", rows=8)
    conclusion = forms.ChoiceField(label="Conclusion", choices=SafeguardingEnquiry.Conclusion.choices, widget=Radios())


class ScrutiniseForm(CaseworkForm):
    """What the council decides on the findings."""

    reasons = Passage(label="Why the findings are accepted")
    action = Passage(label="What action is taken", help_text="Say so where none is needed.")
    action_by_whom = forms.CharField(label="By whom", max_length=200, widget=short(20))


class ChallengeForm(CaseworkForm):
    """What more is asked of the one who enquired."""

    reasons = Passage(label="What is missing or must be looked at again", rows=5)
    due_on = DayField(label="By which day", help_text="For example, 27 3 2026")


class CloseForm(CaseworkForm):
    """What the person said at the end, whether each outcome was met, and the risk left."""

    asked_at_end = forms.ChoiceField(
        label="Was the person asked what came of it", choices=Asked.choices, widget=Radios()
    )
    what_they_said = Passage(label="What they said", required=False, rows=4)
    not_asked_at_end_because = Passage(label="Why they could not be asked", required=False, rows=3)
    risk = forms.ChoiceField(label="The risk", choices=SafeguardingClosure.Risk.choices, widget=Radios())
    risk_left = Passage(label="What risk is left, and who keeps watch over it", rows=4)

    def __init__(self, *args: Any, wanted: Sequence[DesiredOutcome], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._wanted = [one.number for one in wanted]
        for one in wanted:
            self.fields[f"achieved_{one.number}"] = forms.ChoiceField(
                label=f"They wanted: {one.wanted}",
                choices=DesiredOutcome.Achieved.choices,
                widget=Radios(inline=True),
                error_messages={"required": f"Say whether outcome {one.number} was met"},
            )
        self.order_fields([*(f"achieved_{number}" for number in self._wanted), *self.base_fields])

    def typed(self) -> dict[str, Any]:
        """What the service takes."""
        given = {name: value for name, value in self.cleaned_data.items() if not name.startswith("achieved_")}
        return given | {"achieved": {number: self.cleaned_data[f"achieved_{number}"] for number in self._wanted}}


class NarrowForm(forms.Form):
    """Which concerns are shown."""

    state = one_of([], label="Where it stands", required=False)
    provider = one_of([], label="Provider", required=False)
    late = forms.BooleanField(label="Only those that are late", required=False)

    def __init__(self, *args: Any, providers: Sequence[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = [choice for choice in SafeguardingConcern.State.choices if choice[0] not in SafeguardingConcern.ENDED]
        let_choose(self, "state", [("", "Every open one"), *states, (ENDED, "Screened out or closed")])
        let_choose(self, "provider", [("", "Every provider"), *((one.key, one.name) for one in providers)])
