"""The pages of an assessment, of the determination made of it, and of the plan that begins from it."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.views.generic import TemplateView

from casework.forms.assessments import AssessmentForm, DeterminationForm, NothingToFill
from casework.models import Assessment, AssessmentDraft, EligibilityDetermination, SupportPlan
from casework.outcomes import OUTCOMES, limbs_of
from casework.plans import ask_before_plan
from casework.rules import Answer, is_eligible, unable_outcomes
from casework.selectors import assessments_visible_to, contacts_visible_to, plans_visible_to
from casework.services import (
    determine_eligibility,
    discard_assessment_draft,
    person_for_reading,
    prepare_plan,
    record_assessment,
    record_carer_assessment,
    save_assessment_draft,
)
from casework.services.drafts import draft_of
from casework.views.acting import PersonPage, account_of, may_about_person, plan_href
from casework.way import LIVE_STATES
from delegation.refusals import Refused

MOST_CONTACTS = 50


class RecordAssessment(PersonPage):
    """Record an adult's assessment against the ten outcomes. Source: Care Act 2014 s.9; SI 2015/313 reg 2."""

    act_name = "record_assessment"
    kind = "adult"
    title = "Assess needs for care and support"
    button = "Save the assessment"
    template_name = "casework/assess.html"
    form_class = AssessmentForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.draft: AssessmentDraft | None = None
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form, with what its reader saved of it to come back to."""
        self.draft = draft_of(self.account, self.person, self.kind)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Finish the assessment, or keep what is typed for later, or throw away what was kept."""
        for button, do in (("later", self.save_for_later), ("discard", self.discard)):
            if button in request.POST:
                return self.as_draft(do)
        return super().post(request, *args, **kwargs)

    def as_draft(self, do: Callable[[AssessmentForm], str]) -> HttpResponse:
        """Do one of the two acts on the draft, and say so on the person's page; nothing is asked of what is typed."""
        form = self.get_form()
        form.as_typed()
        try:
            said = do(form)
        except Refused as refused:
            return self.refuse(form, refused)
        messages.success(self.request, said)
        return HttpResponse(status=HTTPStatus.SEE_OTHER, headers={"Location": self.back_href()})

    def save_for_later(self, form: AssessmentForm) -> str:
        save_assessment_draft(by=self.account, person=self.person.ref, kind=self.kind, typed=form.typed())
        return "What you typed is saved for you to come back to. It is no assessment until you finish it."

    def discard(self, form: AssessmentForm) -> str:
        discard_assessment_draft(by=self.account, person=self.person.ref, kind=self.kind)
        return "The draft is discarded."

    def get_form(self, form_class: type[AssessmentForm] | None = None) -> AssessmentForm:
        form: AssessmentForm = super().get_form(form_class)
        if self.draft is not None:
            form.as_typed()
        return form

    def get_form_kwargs(self) -> dict[str, Any]:
        contacts = contacts_visible_to(self.account).filter(person=self.person).order_by("-made_on")
        told = {**super().get_form_kwargs(), "kind": self.kind, "contacts": list(contacts[:MOST_CONTACTS])}
        if self.draft is not None:
            told["data"] = MultiValueDict(self.draft.typed)
        return told

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"draft": self.draft or self.draft_kept(), **kwargs})

    def draft_kept(self) -> AssessmentDraft | None:
        """The draft that stands while a finish is refused: what is shown is what was sent, and the draft stays."""
        return draft_of(self.account, self.person, self.kind) if self.request.method == "POST" else None

    def get_initial(self) -> dict[str, Any]:
        return {"completed_on": timezone.localdate()}

    def act(self, form: AssessmentForm) -> Assessment:
        service = record_carer_assessment if self.kind == "carer" else record_assessment
        contact = form.cleaned_data["contact"]
        return service(by=self.account, person=self.person.ref, details=form.details(), contact=contact)

    def done(self, result: Assessment) -> str:
        return f"Assessment {result.ref} is saved."

    def next_url(self, result: Assessment) -> str:
        place = "assessment" if result.refusal == Assessment.Refusal.ENDS_THE_DUTY else "determine-eligibility"
        return reverse(f"casework:{place}", args=[self.person.ref, result.ref])


class RecordCarerAssessment(RecordAssessment):
    """Record a carer's assessment against the eight outcomes. Source: Care Act 2014 s.10; SI 2015/313 reg 3."""

    act_name = "record_carer_assessment"
    kind = "carer"
    title = "Assess a carer’s needs for support"


@dataclass(frozen=True, kw_only=True)
class RuleAnswer:
    """What the regulations make of the answers given, before and after the two findings."""

    unable: tuple[str, ...]
    asked: int
    is_carer: bool
    eligible_if_both: bool

    @property
    def enough(self) -> bool:
        """Whether the number of outcomes is reached."""
        return len(self.unable) >= self.asked


def rule_answer(assessment: Assessment) -> RuleAnswer:
    """The rule's own answer on an assessment. Source: SI 2015/313 regs 2(1) and 3(1)."""
    answers = [
        Answer(outcome=row.outcome, can_achieve=row.can_achieve, unable_because=tuple(row.unable_because))
        for row in assessment.outcomes.all()
    ]
    unable = unable_outcomes(assessment.kind, answers)
    return RuleAnswer(
        unable=tuple(OUTCOMES[key].title for key in unable),
        asked=1 if assessment.kind == "carer" else 2,
        is_carer=assessment.kind == "carer",
        eligible_if_both=is_eligible(assessment.kind, unable, need_from_impairment=True, significant_effect=True),
    )


class AssessmentRecord(TemplateView):
    """One assessment with its answers, its needs and its determination."""

    template_name = "casework/assessment.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        account = account_of(self.request)
        person = person_for_reading(by=account, ref=kwargs["ref"])
        mine = (
            assessments_visible_to(account).filter(person=person).select_related("determination", "assessor", "contact")
        )
        assessment = get_object_or_404(mine, ref=kwargs["assessment"])
        plan = plans_visible_to(account).filter(assessment=assessment, state__in=LIVE_STATES).first()
        return super().get_context_data(
            person=person,
            assessment=assessment,
            panels=panels_of(assessment),
            determination=getattr(assessment, "determination", None),
            rule=rule_answer(assessment),
            outcomes=[outcome_row(row, assessment.kind) for row in assessment.outcomes.order_by("pk")],
            needs=assessment.needs.order_by("pk"),
            plan=plan,
            plan_href=plan_href(plan) if plan else "",
            may_determine=may_about_person("determine_eligibility", account, person),
            may_prepare=may_about_person("prepare_plan", account, person),
            back_href=reverse("casework:person", args=[person.ref]),
            back_text="Back to the record",
        )


def outcome_row(row: Any, kind: str) -> dict[str, Any]:
    """One outcome as it was answered, in words."""
    reasons = {limb.key: limb.title for limb in limbs_of(kind)}
    return {
        "title": OUTCOMES[row.outcome].title,
        "source": OUTCOMES[row.outcome].source,
        "can_achieve": row.can_achieve,
        "because": [reasons.get(key, key) for key in row.unable_because],
        "impact": row.wellbeing_impact,
    }


def panels_of(assessment: Assessment) -> list[dict[str, Any]]:
    """What the assessment says beside its outcomes and needs; a carer's has its own two answers."""
    said = [
        ("How the person was involved", assessment.involvement),
        ("What the person wants to achieve", assessment.desired_outcomes),
        ("Impact on wellbeing", assessment.wellbeing),
        ("What else could help", assessment.other_help),
        ("Capacity", assessment.get_capacity_display()),
        ("Independent advocacy", assessment.get_advocacy_display()),
    ]
    further = [
        ("The decision the person lacks capacity for", assessment.capacity_decision),
        ("How the decision is in their best interests", assessment.best_interests),
        ("About advocacy", assessment.advocacy_note),
        ("Refusal", assessment.get_refusal_display() if assessment.refusal else ""),
        ("NHS continuing healthcare", "Referred" if assessment.continuing_healthcare_referral else ""),
        ("More about the carer’s willingness and ability", assessment.carer_note),
    ]
    if assessment.kind == "carer":
        words = {True: "Yes", False: "No", None: ""}
        said.append(("Willing to go on caring", words[assessment.carer_willing]))
        said.append(("Able to go on caring", words[assessment.carer_able]))
    return [{"key": key, "value": value} for key, value in [*said, *(pair for pair in further if pair[1])]]


class AssessmentPage(PersonPage):
    """A page that acts on one assessment of a person."""

    assessment: Assessment

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        mine = assessments_visible_to(self.account).filter(person__ref=kwargs["ref"]).select_related("assessor")
        self.assessment = get_object_or_404(mine, ref=kwargs["assessment"])
        return super().dispatch(request, *args, **kwargs)

    def permit(self) -> None:
        ask_before_plan(
            self.act_name,
            self.account,
            council=self.person.council,
            provider_id=self.person.provider_id,
            subject_kind="assessment",
            subject=self.assessment.ref,
        )

    def back_href(self) -> str:
        return reverse("casework:assessment", args=[self.person.ref, self.assessment.ref])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = {"assessment": self.assessment, "back_text": "Back to the assessment"}
        return super().get_context_data(**{**told, **kwargs})


class DetermineEligibility(AssessmentPage):
    """Determine eligibility, the rule's own answer beside the reasons. Source: Care Act 2014 s.13; SI 2015/313."""

    act_name = "determine_eligibility"
    title = "Determine eligibility"
    button = "Record the determination"
    template_name = "casework/determine.html"
    form_class = DeterminationForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "kind": self.assessment.kind}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"rule": rule_answer(self.assessment), **kwargs})

    def act(self, form: DeterminationForm) -> EligibilityDetermination:
        words = {name: form.cleaned_data[name] for name in ("reasons", "advice")}
        return determine_eligibility(by=self.account, assessment=self.assessment.ref, **form.findings(), **words)

    def done(self, result: EligibilityDetermination) -> str:
        return "Determined: the needs are eligible." if result.eligible else "Determined: no need is eligible."

    def next_url(self, result: EligibilityDetermination) -> str:
        return self.back_href()


class PreparePlan(AssessmentPage):
    """Begin the plan of somebody with eligible needs. Source: Care Act 2014 ss.24(1)(a), 25."""

    act_name = "prepare_plan"
    title = "Start a support plan"
    button = "Start the plan"
    template_name = "casework/start_plan.html"
    form_class = NothingToFill

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"needs": self.assessment.needs.order_by("pk"), **kwargs})

    def act(self, form: NothingToFill) -> SupportPlan:
        return prepare_plan(by=self.account, assessment=self.assessment.ref)

    def done(self, result: SupportPlan) -> str:
        return f"Plan {result.ref} is started. It is saved at every step."

    def next_url(self, result: SupportPlan) -> str:
        return reverse("casework:prepare", args=[result.ref])
