"""The council's steps on a round: compile, review, send back, sign off, submit, and submit again."""

from typing import Any

from django.urls import reverse

from returns.forms import BackForm, NothingForm, ReopenForm, ReviewForm, SignForm, SubmitForm
from returns.models import FigureCut, ReturnReview, ReturnRound, ReturnSignOff, ReturnSubmission
from returns.refusals import UnusableInput
from returns.rounds import signing
from returns.views.places import RoundPage


class Compile(RoundPage):
    """Compute the figures from the last file of each organisation."""

    form_class = NothingForm
    verb = "compile_return"
    title = "Compile the figures"
    button = "Compile"
    lead = (
        "The figures are computed from the accepted rows of the last file of each organisation, all together, by the "
        "published method. Each keeps the records behind it."
    )

    def act(self, form: NothingForm) -> FigureCut:
        try:
            figured: signing.Figured | UnusableInput = signing.figure(self.held)
        except UnusableInput as sentence:
            figured = sentence
        return signing.compile_return(by=self.by, round_ref=self.held.ref, figured=figured)

    def done(self, result: FigureCut) -> str:
        twice = result.content.get("told_twice", {}).get("events", 0)
        look = f" {twice:,} events are told by two files and count twice: look at them first." if twice else ""
        return f"Cut {result.number} is compiled from {result.rows:,} rows.{look} Compare it, then record the review."

    def next_url(self, result: Any) -> str:
        if result is None:
            return super().next_url(result)
        return reverse("returns:figures", args=[self.held.ref, result.number])


class Review(RoundPage):
    """Somebody of the council compares the figures and says what they found."""

    form_class = ReviewForm
    verb = "review_return"
    title = "Record the review"
    button = "Record the review"
    lead = "Compare the figures with the last cut and with last year’s, and say what you found. Other hands sign."

    def act(self, form: ReviewForm) -> ReturnReview:
        return signing.review_return(by=self.by, round_ref=self.held.ref, **form.cleaned_data)

    def done(self, result: ReturnReview) -> str:
        return "The review is recorded. Somebody who neither compiled nor reviewed signs."


class SendBack(RoundPage):
    """The round goes back to be collected and compiled again."""

    form_class = BackForm
    verb = "send_return_back"
    title = "Send the round back"
    button = "Send back"
    lead = "What was compiled, reviewed and signed stays as it was. The next compilation makes another cut."

    def act(self, form: BackForm) -> ReturnRound:
        return signing.send_return_back(by=self.by, round_ref=self.held.ref, **form.cleaned_data)

    def done(self, result: ReturnRound) -> str:
        return "The round is open for files and for another compilation."


class Sign(RoundPage):
    """The council signs the figures; they and their lineage are frozen."""

    form_class = SignForm
    verb = "sign_return"
    title = "Sign off"
    button = "Sign"
    lead = "Your signature freezes the figures and the records behind them. Whoever compiled or reviewed does not sign."

    def act(self, form: SignForm) -> ReturnSignOff:
        return signing.sign_return(by=self.by, round_ref=self.held.ref, **form.cleaned_data)

    def done(self, result: ReturnSignOff) -> str:
        return "The return is signed. Submit it through the centre’s portal, then record the submission."


class Submit(RoundPage):
    """The council says that it handed the signed return over."""

    form_class = SubmitForm
    verb = "submit_return"
    title = "Record the submission"
    button = "Record the submission"
    lead = "Only the council submits, through the centre’s portal. Enter what the portal answered."

    def act(self, form: SubmitForm) -> ReturnSubmission:
        return signing.submit_return(by=self.by, round_ref=self.held.ref, **form.cleaned_data)

    def done(self, result: ReturnSubmission) -> str:
        return f"Submission {result.number} is recorded."


class Reopen(RoundPage):
    """A submitted round is opened again, to be submitted anew with a reason."""

    form_class = ReopenForm
    verb = "reopen_return"
    title = "Submit again"
    button = "Open the round again"
    lead = "What was submitted stays as it was. Collect what is corrected, compile, review, sign and submit again."

    def act(self, form: ReopenForm) -> ReturnRound:
        return signing.reopen_return(by=self.by, round_ref=self.held.ref, **form.cleaned_data)

    def done(self, result: ReturnRound) -> str:
        return "The round is open again."
