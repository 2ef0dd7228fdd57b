"""The forms of deprivation of liberty."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from casework.dols.details import AssessorDetails, GrantDetails, RequestDetails, ResultDetails
from casework.dols.registered import facts_of
from casework.dols.rules import ENDINGS, KINDS, PROFESSIONS, AssessorFacts, Independence, kinds_open_to
from casework.forms.fields import CaseworkForm, Passage, one_of, short, yes_or_no
from casework.models import DolsAssessment, DolsAssessor, DolsAuthorisation, DolsRequest, DolsReview
from delegation.govuk import Checkboxes, DayField, Radios
from delegation.models import Organisation, Worker
from delegation.professions import PROFESSIONS as REGISTRATIONS

NARROW = forms.NumberInput({"class": "govuk-input--width-3"})


class RequestForm(CaseworkForm):
    """What a managing authority tells with its request."""

    setting = forms.ChoiceField(label="Where", choices=DolsRequest.Setting.choices, widget=Radios(inline=True))
    managing_authority = forms.ChoiceField(label="Care home", required=False)
    hospital_name = forms.CharField(label="Or the hospital’s name", required=False, max_length=200)
    received_on = DayField(label="Received on", help_text="The 21 days run from this day.")
    circumstances = Passage(label="What is done, and why it may deprive the person of liberty")
    urgent_on = DayField(label="Urgent authorisation given on", required=False, help_text="Only where there is one.")
    urgent_days = forms.IntegerField(
        label="For how many days", required=False, min_value=1, max_value=7, widget=NARROW, help_text="Seven at most."
    )
    urgent_because = Passage(label="Why the need was urgent", required=False, rows=2)

    def __init__(self, *args: Any, homes: Iterable[Organisation] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.homes = {str(home.pk): home for home in homes}
        choices = [("", "None of these"), *((key, home.name) for key, home in self.homes.items())]
        self.fields["managing_authority"].choices = choices  # type: ignore[attr-defined]

    def details(self) -> RequestDetails:
        """What was typed."""
        typed = dict(self.cleaned_data)
        typed["managing_authority"] = self.homes.get(typed["managing_authority"])
        return RequestDetails(**typed)


class ExtendForm(CaseworkForm):
    """By how many days, and the exceptional reasons."""

    days = forms.IntegerField(label="Days more", min_value=1, max_value=7, widget=NARROW)
    because = Passage(label="Exceptional reasons", rows=3)


class SelectForm(CaseworkForm):
    """Whom to select, for which assessments, and the four answers about this case."""

    assessor = forms.ChoiceField(label="Assessor")
    kinds = forms.MultipleChoiceField(label="Assessments", choices=list(KINDS.items()), widget=Checkboxes())
    is_involved_in_care = yes_or_no(label="Are they involved in the person’s care or treatment?")
    is_relative = yes_or_no(
        label="Are they a relative of the person, or of somebody with a financial interest in the care?"
    )
    has_financial_interest = yes_or_no(label="Have they a financial interest in the case?")
    is_employed_by_managing_authority = yes_or_no(label="Does the managing authority employ them?")

    def __init__(self, *args: Any, assessors: Sequence[DolsAssessor] = (), on: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        facts = facts_of(assessors, on)
        choices = [(each.ref, _with_kinds(each, facts[each.pk], on)) for each in assessors]
        self.fields["assessor"].choices = [("", "Choose"), *choices]  # type: ignore[attr-defined]

    def independence(self) -> Independence:
        """The four answers."""
        return Independence(**{name: bool(self.cleaned_data[name]) for name in Independence.__dataclass_fields__})


def _with_kinds(assessor: DolsAssessor, facts: AssessorFacts, on: Any) -> str:
    kinds = [KINDS[kind].lower() for kind in kinds_open_to(facts, on)]
    return f"{assessor.name}: {', '.join(kinds) if kinds else 'may make none today'}"


class ResultForm(CaseworkForm):
    """What an assessment found."""

    kind = forms.ChoiceField(label="Assessment", widget=Radios())
    assessed_on = DayField(label="Assessed on")
    met = yes_or_no(label="Is the requirement met?")
    reasons = Passage(label="The assessor’s reasons")
    most_days = forms.IntegerField(
        label="Longest period, in days",
        required=False,
        min_value=1,
        max_value=366,
        widget=NARROW,
        help_text="Best interests only: for how long at most.",
    )
    conditions = Passage(label="Conditions recommended", required=False, rows=3, help_text="Best interests only.")

    def __init__(self, *args: Any, waiting: Sequence[DolsAssessment] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(each.kind, f"{each.title}, by {each.assessor.name}") for each in waiting]
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]

    def details(self) -> ResultDetails:
        """What was typed."""
        return ResultDetails(**self.cleaned_data)


class GrantForm(CaseworkForm):
    """What the council authorises."""

    from_day = DayField(label="First day")
    to_day = DayField(label="Last day")
    purpose = Passage(label="Purpose", rows=3, help_text="Why the person is deprived of liberty: Sch A1 para 55.")
    conditions = Passage(label="Conditions", required=False, rows=3)
    representative_name = forms.CharField(label="The person’s representative", max_length=200)
    representative_kind = forms.ChoiceField(
        label="Who they are", choices=DolsAuthorisation.Representative.choices, widget=Radios()
    )

    def details(self) -> GrantDetails:
        """What was typed."""
        return GrantDetails(**self.cleaned_data)


class BecauseForm(CaseworkForm):
    """One act, and its reasons."""

    because = Passage(label="Reasons", rows=4)


class OpenReviewForm(CaseworkForm):
    """Who asked for a review, when and on what ground."""

    asked_by = forms.ChoiceField(label="Who asked for it", choices=DolsReview.Asked.choices, widget=Radios())
    asked_on = DayField(label="Day it was asked for")
    grounds = Passage(label="Grounds", rows=3)


class ConcludeReviewForm(CaseworkForm):
    """What a review found."""

    outcome = forms.ChoiceField(label="What it found", choices=DolsReview.Outcome.choices, widget=Radios())
    reasons = Passage(label="Reasons", rows=4)
    conditions = Passage(
        label="Conditions as they now are", required=False, rows=3, help_text="Where the conditions change."
    )


class SuspendForm(CaseworkForm):
    """From when, and why the person is not eligible meanwhile."""

    on = DayField(label="First day of the suspension")
    because = Passage(label="Why the person is not eligible meanwhile", rows=3)


class EndForm(CaseworkForm):
    """How and when it ended."""

    ending = forms.ChoiceField(
        label="How it ended",
        choices=[(key, words) for key, words in ENDINGS.items() if key != "review"],
        widget=Radios(),
    )
    on = DayField(label="Day it ended")
    because = Passage(label="More about it", required=False, rows=3)


IF_NOT_KNOWN = "Of somebody not known here. Of others the register kept here is asked."


def worker_field() -> forms.ChoiceField:
    """Somebody known here; the page says whom there is to choose from."""
    return forms.ChoiceField(
        label="Somebody known here",
        required=False,
        help_text="Of the council or a provider, with a professional registration recorded here.",
    )


def offer_workers(form: forms.Form, workers: Iterable[Worker]) -> dict[str, Worker]:
    """Give the form's field these to choose from, each with the professions they are registered in."""
    offered = {str(each.pk): each for each in workers}
    choices = [("", "Nobody known here"), *((key, _registered(each)) for key, each in offered.items())]
    form.fields["worker"].choices = choices  # type: ignore[attr-defined]
    return offered


def _registered(worker: Worker) -> str:
    titles = {REGISTRATIONS[each.profession].title for each in worker.registrations.all()}
    return ", ".join([worker.name, *sorted(titles)])


class AssessorForm(CaseworkForm):
    """An assessor and the facts by which they may assess."""

    worker = worker_field()
    name = forms.CharField(
        label="Or the name of somebody not known here", required=False, max_length=200, widget=short(20)
    )
    profession = one_of(list(PROFESSIONS.items()))
    employer = forms.ChoiceField(label="Employer", required=False)
    employer_name = forms.CharField(label="Or another employer’s name", required=False, max_length=200)
    registered_on = DayField(label="Registered since")
    insured_until = DayField(label="Insured until")
    certificate_on = DayField(label="Criminal record certificate of")
    training_on = DayField(label="Approved training completed on")
    further_training_on = DayField(label="Further training last on", required=False)
    section_12_until = DayField(label="Approved under section 12 until", required=False, help_text="Doctors only.")
    has_special_experience = forms.BooleanField(
        label="A doctor with three years of special experience in mental disorder", required=False
    )
    is_amhp = forms.BooleanField(label="An approved mental health professional", required=False, help_text=IF_NOT_KNOWN)

    def __init__(
        self,
        *args: Any,
        employers: Iterable[Organisation] = (),
        workers: Iterable[Worker] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.workers = offer_workers(self, workers)
        self.employers = {str(each.pk): each for each in employers}
        choices = [("", "None of these"), *((key, each.name) for key, each in self.employers.items())]
        self.fields["employer"].choices = choices  # type: ignore[attr-defined]

    def details(self) -> AssessorDetails:
        """What was typed."""
        typed = dict(self.cleaned_data)
        typed["employer"] = self.employers.get(typed["employer"])
        typed["worker"] = self.workers.get(typed["worker"])
        return AssessorDetails(**typed)


class UpdateAssessorForm(CaseworkForm):
    """What changes of an assessor as time passes."""

    worker = worker_field()
    insured_until = DayField(label="Insured until")
    further_training_on = DayField(label="Further training last on", required=False)
    section_12_until = DayField(label="Approved under section 12 until", required=False)
    is_amhp = forms.BooleanField(label="An approved mental health professional", required=False, help_text=IF_NOT_KNOWN)
    suspended_on = DayField(
        label="First day of the suspension from their register", required=False, help_text=IF_NOT_KNOWN
    )
    reason = Passage(label="What shows it", rows=2)

    def __init__(self, *args: Any, workers: Iterable[Worker] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.workers = offer_workers(self, workers)

    def changes(self) -> dict[str, Any]:
        """What was typed, without the reason."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "reason"}
        return typed | {"worker": self.workers.get(typed["worker"])}
