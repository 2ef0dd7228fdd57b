"""The pages of those whom the council asked: what was asked of them, and nothing else of the concern.

Source: Care Act 2014 s.42(2): the council causes an enquiry; schedule rows of safeguarding.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework.models import InformationRequest, SafeguardingConcern, SafeguardingEnquiry
from casework.safeguarding.answering import (
    INVESTIGATION,
    answer_information_request,
    record_desired_outcomes,
    record_enquiry_findings,
    side_of,
)
from casework.safeguarding.asking import check_state, question_of
from casework.safeguarding.beginning import SUBJECT
from casework.safeguarding.forms import AnswerForm, DesiredForm, FindingsForm
from casework.safeguarding.selectors import enquiries_asked_of, requests_asked_of
from casework.safeguarding.words import Asked
from casework.views.acting import CaseworkPage, account_of, read_again
from delegation.authority import permit

MOST = 50


@require_safe
def asked_of_us(request: HttpRequest) -> HttpResponse:
    """What the council asked of this person, or of the organisation they manage: the first due first."""
    account = account_of(request)
    told = {
        "enquiries": enquiries_asked_of(account).select_related("concern__person", "organisation")[:MOST],
        "requests": requests_asked_of(account).select_related("concern__person", "lead")[:MOST],
        "today": timezone.localdate(),
    }
    return render(request, "casework/safeguarding/asked_of_us.html", told)


@require_safe
def asked_enquiry(request: HttpRequest, ref: str) -> HttpResponse:
    """An enquiry the council caused, for the one it named. A reading of the concern."""
    enquiry = enquiry_or_404(request, ref)
    concern = enquiry.concern
    read_again(account_of(request), SUBJECT, concern.ref, concern.council)
    may_record = concern.state == SafeguardingConcern.State.UNDER_ENQUIRY
    told = {
        "enquiry": enquiry,
        "concern": concern,
        "outcomes": concern.desired_outcomes.order_by("number"),
        "sent_back": enquiry.scrutinies.filter(result="sent_back").order_by("-pk").first(),
        "may_record": may_record,
        "may_ask": may_record and concern.asked_at_start != Asked.EXPRESSED,
        "today": timezone.localdate(),
        "back_href": reverse("casework:safeguarding-asked-of-us"),
        "back_text": "Asked of us",
    }
    return render(request, "casework/safeguarding/asked_enquiry.html", told)


def enquiry_or_404(request: HttpRequest, ref: str) -> SafeguardingEnquiry:
    """The enquiry where the council named this person to make it."""
    asked = enquiries_asked_of(account_of(request)).select_related(
        "concern__person", "concern__council", "organisation", "caused_by__worker"
    )
    return get_object_or_404(asked, ref=ref)


class AskedPage(CaseworkPage):
    """A page that acts on what the council asked of somebody."""

    act_name = ""
    template_name = "casework/safeguarding/asked_act.html"
    concern: SafeguardingConcern

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.account = account_of(request)
        self.find(**kwargs)
        self.caption = f"{self.concern.person.name}, {self.concern.ref}"
        return super().dispatch(request, *args, **kwargs)

    def find(self, **named: Any) -> None:
        """Look up what the address names."""

    def permit(self) -> None:
        self.may()
        check_state(self.concern, self.act_name)

    def may(self) -> None:
        permit(question_of(self.act_name, self.concern, self.account, **self.for_whom()))

    def for_whom(self) -> dict[str, Any]:
        """For which organisation the guard is asked."""
        return {}

    def back_href(self) -> str:
        return reverse("casework:safeguarding-asked-of-us")

    def next_url(self, result: Any) -> str:
        return self.back_href()

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        read_again(self.account, SUBJECT, self.concern.ref, self.concern.council)
        return super().render_to_response(context, **kwargs)


class EnquiryPage(AskedPage):
    """A page of the one the council named to enquire."""

    back_text = "Back to the enquiry"
    enquiry: SafeguardingEnquiry

    def find(self, **named: Any) -> None:
        self.enquiry = enquiry_or_404(self.request, named["ref"])
        self.concern = self.enquiry.concern

    def for_whom(self) -> dict[str, Any]:
        return side_of(self.enquiry.organisation, INVESTIGATION)

    def back_href(self) -> str:
        return reverse("casework:safeguarding-enquiry", args=[self.enquiry.ref])


class RecordFindings(EnquiryPage):
    """The one the council named says what was found."""

    act_name = "record_enquiry_findings"
    title = "Record what was found"
    button = "Send the findings to the council"
    form_class = FindingsForm

    def get_initial(self) -> dict[str, Any]:
        return {"findings": self.enquiry.findings, "conclusion": self.enquiry.conclusion}

    def act(self, form: FindingsForm) -> SafeguardingEnquiry:
        return record_enquiry_findings(by=self.account, enquiry=self.enquiry.ref, **form.cleaned_data)

    def done(self, result: SafeguardingEnquiry) -> str:
        return "The findings stand before the council."


class AskWhatTheyWant(EnquiryPage):
    """The one the council named asks the person what they want."""

    act_name = "record_desired_outcomes"
    title = "What the person wants"
    button = "Record"
    form_class = DesiredForm

    def act(self, form: DesiredForm) -> SafeguardingConcern:
        return record_desired_outcomes(by=self.account, concern=self.concern.ref, **form.cleaned_data)

    def done(self, result: SafeguardingConcern) -> str:
        return "What the person wants is recorded."


class AnswerRequest(AskedPage):
    """The lead the council named answers a request for information."""

    act_name = "answer_information_request"
    title = "Answer the council’s request"
    button = "Send the answer"
    form_class = AnswerForm
    back_text = "Asked of us"
    asked: InformationRequest

    def find(self, **named: Any) -> None:
        mine = requests_asked_of(self.account).select_related(
            "concern__person", "concern__council", "organisation", "lead", "requested_by__worker", "answered_by__worker"
        )
        self.asked = get_object_or_404(mine, ref=named["ref"])
        self.concern = self.asked.concern

    def for_whom(self) -> dict[str, Any]:
        return {"organisation_id": self.asked.organisation_id}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"asked": self.asked, **kwargs})

    def act(self, form: AnswerForm) -> InformationRequest:
        return answer_information_request(by=self.account, request=self.asked.ref, **form.cleaned_data)

    def done(self, result: InformationRequest) -> str:
        return "The answer stands before the council."
