"""The pages by which something is done about a deprivation of liberty: an act a page."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from casework.dols import after, services
from casework.dols.forms import (
    BecauseForm,
    ConcludeReviewForm,
    EndForm,
    ExtendForm,
    GrantForm,
    OpenReviewForm,
    RequestForm,
    ResultForm,
    SelectForm,
    SuspendForm,
)
from casework.dols.lock import KIND, check_state
from casework.dols.rules import BEST_INTERESTS, latest_end
from casework.dols.selectors import assessors_of, dols_for_reading, dols_found, managing_authorities_of
from casework.dols.views import ACTS, question_of
from casework.models import DolsRequest
from casework.views.records import BeginPage, RecordPage
from delegation.authority import Question
from delegation.templatetags.govuk import day


class LogRequest(BeginPage):
    """Log what a managing authority asks. Source: Sch A1 para 24."""

    verb = "record_dols_request"
    title = "Log a request for authorisation"
    button = "Log the request"
    form_class = RequestForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "homes": managing_authorities_of(self.person.council)}

    def get_initial(self) -> dict[str, Any]:
        return {"received_on": timezone.localdate()}

    def act(self, form: RequestForm) -> DolsRequest:
        return services.record_dols_request(by=self.account, person=self.person.ref, details=form.details())

    def done(self, result: DolsRequest) -> str:
        return f"Request {result.ref} is logged. Its assessments are due by {day(result.due_on)}."

    def next_url(self, result: Any) -> str:
        return reverse("casework:dols-request", args=[result.ref])


class DolsPage(RecordPage):
    """A page that acts on a request."""

    kind = KIND
    home = "casework:dols-request"
    record: DolsRequest

    def read(self, ref: str) -> DolsRequest:
        return dols_for_reading(by=self.account, ref=ref)

    def found(self, ref: str) -> DolsRequest | None:
        return dols_found(self.account, ref)

    def question(self) -> Question:
        return question_of(self.verb, self.account, self.record)

    def check(self) -> None:
        check_state(self.record, *next(states for verb, states, *_ in ACTS if verb == self.verb))


class Extend(DolsPage):
    """Extend the urgent authorisation once. Source: Sch A1 para 84."""

    verb = "extend_urgent_authorisation"
    title = button = "Extend the urgent authorisation"
    form_class = ExtendForm

    def act(self, form: ExtendForm) -> DolsRequest:
        return services.extend_urgent_authorisation(by=self.account, request=self.record.ref, **form.cleaned_data)

    def done(self, result: DolsRequest) -> str:
        return f"It runs until {day(result.due_on)}."


class Select(DolsPage):
    """Select an assessor. Source: Sch A1 para 129; SI 2008/1858."""

    verb = "select_dols_assessor"
    title = "Select an assessor"
    button = "Select"
    form_class = SelectForm

    def get_form_kwargs(self) -> dict[str, Any]:
        given = {"assessors": assessors_of(self.record.council), "on": timezone.localdate()}
        return {**super().get_form_kwargs(), **given}

    def act(self, form: SelectForm) -> DolsRequest:
        return services.select_dols_assessor(
            by=self.account,
            request=self.record.ref,
            assessor=form.cleaned_data["assessor"],
            kinds=form.cleaned_data["kinds"],
            independence=form.independence(),
        )

    def done(self, result: DolsRequest) -> str:
        return "The assessor is selected."


class Assess(DolsPage):
    """Record what an assessor found. Source: Sch A1 paras 33-49."""

    verb = "record_dols_assessment"
    title = "Record an assessment"
    form_class = ResultForm

    def get_form_kwargs(self) -> dict[str, Any]:
        waiting = self.record.assessments.filter(met__isnull=True).select_related("assessor").order_by("pk")
        return {**super().get_form_kwargs(), "waiting": list(waiting)}

    def get_initial(self) -> dict[str, Any]:
        return {"assessed_on": timezone.localdate()}

    def act(self, form: ResultForm) -> DolsRequest:
        return services.record_dols_assessment(by=self.account, request=self.record.ref, details=form.details())

    def done(self, result: DolsRequest) -> str:
        return "The assessment is recorded."


class Grant(DolsPage):
    """Authorise. Source: Sch A1 paras 50-55."""

    verb = "grant_dols_authorisation"
    title = button = "Authorise the deprivation of liberty"
    form_class = GrantForm

    def get_initial(self) -> dict[str, Any]:
        best = self.record.assessments.filter(kind=BEST_INTERESTS).first()
        today = timezone.localdate()
        most = best.most_days if best else None
        told = {"from_day": today, "conditions": best.conditions if best else ""}
        return told | ({"to_day": latest_end(today, most)} if most else {})

    def act(self, form: GrantForm) -> Any:
        return services.grant_dols_authorisation(by=self.account, request=self.record.ref, details=form.details())

    def done(self, result: Any) -> str:
        return f"Authorised until {day(result.to_day)}. Give the notice to everybody it names."

    def next_url(self, result: Any) -> str:
        return reverse("casework:dols-notice", args=[self.record.ref])


class Refuse(DolsPage):
    """Refuse with reasons. Source: Sch A1 paras 50(2), 58."""

    verb = "refuse_dols_authorisation"
    title = button = "Refuse the authorisation"
    form_class = BecauseForm

    def act(self, form: BecauseForm) -> DolsRequest:
        return services.refuse_dols_authorisation(by=self.account, request=self.record.ref, **form.cleaned_data)

    def done(self, result: DolsRequest) -> str:
        return "Refused. Give the notice to everybody it names."

    def next_url(self, result: Any) -> str:
        return reverse("casework:dols-notice", args=[self.record.ref])


class OpenReview(DolsPage):
    """Begin a review. Source: Sch A1 Part 8."""

    verb = "open_dols_review"
    title = button = "Begin a review"
    form_class = OpenReviewForm

    def get_initial(self) -> dict[str, Any]:
        return {"asked_on": timezone.localdate()}

    def act(self, form: OpenReviewForm) -> Any:
        return after.open_dols_review(by=self.account, request=self.record.ref, **form.cleaned_data)

    def done(self, result: Any) -> str:
        return "The review has begun."


class ConcludeReview(DolsPage):
    """Conclude a review. Source: Sch A1 Part 8."""

    verb = "conclude_dols_review"
    title = button = "Conclude the review"
    form_class = ConcludeReviewForm

    def act(self, form: ConcludeReviewForm) -> Any:
        return after.conclude_dols_review(by=self.account, request=self.record.ref, **form.cleaned_data)

    def done(self, result: Any) -> str:
        return "The review is concluded."


class Suspend(DolsPage):
    """Note a suspension. Source: Sch A1 Part 6."""

    verb = "suspend_dols_authorisation"
    title = button = "Suspend the authorisation"
    form_class = SuspendForm

    def get_initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def act(self, form: SuspendForm) -> DolsRequest:
        return after.suspend_dols_authorisation(by=self.account, request=self.record.ref, **form.cleaned_data)

    def done(self, result: DolsRequest) -> str:
        return f"Suspended. It is resumed by {day(result.due_on)}, or it ends."


class Resume(DolsPage):
    """Resume a suspended authorisation. Source: Sch A1 Part 6."""

    verb = "resume_dols_authorisation"
    title = button = "Resume the authorisation"
    form_class = BecauseForm

    def act(self, form: BecauseForm) -> DolsRequest:
        return after.resume_dols_authorisation(by=self.account, request=self.record.ref, **form.cleaned_data)

    def done(self, result: DolsRequest) -> str:
        return "The authorisation is in force again."


class End(DolsPage):
    """Record an end. Source: Sch A1 paras 29, 91, 97."""

    verb = "end_dols_authorisation"
    title = button = "Record its end"
    form_class = EndForm

    def get_initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def act(self, form: EndForm) -> DolsRequest:
        return after.end_dols_authorisation(by=self.account, request=self.record.ref, **form.cleaned_data)

    def done(self, result: DolsRequest) -> str:
        return "Its end is recorded."
