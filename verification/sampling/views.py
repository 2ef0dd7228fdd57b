"""The pages of case-file sampling: the samples, one sample with its strata, one file with its audit, the actions."""

from dataclasses import replace
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe

from casework.services import plan_for_reading
from delegation.authority import Question, permit, would_permit
from delegation.guarded import COUNCIL_STAFF, OVERSEERS
from delegation.models import Worker
from delegation.refusals import Refused, RuleBroken
from delegation.register import whole
from delegation.views.places import (
    SetUpPage,
    account_of,
    council_place_or_404,
    found_or_404,
    may,
    place_or_404,
    question_of,
)
from delegation.wording import long_day
from verification.models import AuditAction, AuditAnswer, CaseFileSample, FileAudit, SampledFile
from verification.sampling import auditing, selectors, services
from verification.sampling.forms import ActionForm, AuditForm, AuditorForm, CloseActionForm, DrawForm, ReplaceForm
from verification.sampling.questions import BY_KEY
from verification.sampling.rules import FINDINGS

A_PAGE = 50


@require_safe
def samples(request: HttpRequest) -> HttpResponse:
    """Every sample, the newest first, and the actions that are open, the latest first."""
    place = council_place_or_404(request)
    check(question_of(request, place, "see_samples"))
    page = Paginator(selectors.samples_of(place.council), A_PAGE).get_page(request.GET.get("page"))
    told = {
        "place": place,
        "page": page,
        "actions": selectors.open_actions(account_of(request), place.council),
        "today": timezone.localdate(),
        "may_draw": may(request, place, "draw_sample"),
    }
    return render(request, "verification/sampling/samples.html", told)


@require_safe
def sample(request: HttpRequest, number: int) -> HttpResponse:
    """One sample: how it was drawn, its strata and files, who audits each and how far it is."""
    place = council_place_or_404(request)
    found = found_or_404(selectors.sample_of(place.council, number))
    check(question_of(request, place, "see_samples"))
    told = {
        "place": place,
        "sample": found,
        "strata": selectors.strata_shown(account_of(request), found),
        "may_name": may(request, place, "name_file_auditor"),
    }
    return render(request, "verification/sampling/sample.html", told)


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The files that wait for this person's audit, and the actions that are theirs to do."""
    place, account = place_or_404(request), account_of(request)
    worker = found_or_404(account.worker)
    told = {
        "files": selectors.files_audited_by(worker, place.council) if place.is_council_staff else [],
        "actions": selectors.actions_owned_by(worker),
        "place": place,
        "today": timezone.localdate(),
    }
    return render(request, "verification/sampling/mine.html", told)


def check(question: Question) -> None:
    """Raise the guard's refusal, where it refuses."""
    answer = would_permit(question)
    if isinstance(answer, Refused):
        raise answer


class DrawSample(SetUpPage):
    """Draw a sample of case files."""

    form_class = DrawForm
    verb = "draw_sample"
    title = "Draw a sample"
    button = "Draw"
    lead = (
        "Files are drawn by chance from the plans on whose money the council decided between two days: so many of each "
        "provider and outcome. The seed is kept, so that anybody can draw the same files again."
    )

    def act(self, form: DrawForm) -> CaseFileSample:
        return services.draw_sample(by=self.by, council=self.place.council, **form.cleaned_data)

    def done(self, result: CaseFileSample) -> str:
        return f"Sample {result.number} is drawn."

    def next_url(self, result: CaseFileSample | None) -> str:
        if result is None:
            return reverse("verification:samples")
        return reverse("verification:sample", args=[result.number])


class FilePage(SetUpPage):
    """A page of one drawn file, named by its sample's number and its plan's reference."""

    file: SampledFile
    # Whether the page also belongs to the file's auditor, whatever their role in the council.
    is_also_the_auditors = False

    def find(self, **named: Any) -> None:
        found = found_or_404(selectors.sample_of(self.place.council, named["number"]))
        self.file = found_or_404(selectors.file_of(found, named["ref"]))

    def question(self) -> Question:
        asked = super().question()
        own = self.is_also_the_auditors and self.is_their_own
        return replace(asked, roles=COUNCIL_STAFF if own else OVERSEERS)

    def refuse(self, form: Any, refused: Refused) -> HttpResponse:
        """Whoever lacks the authority is shown nothing of the file; a broken rule comes back with the form."""
        if not isinstance(refused, RuleBroken):
            raise refused
        return super().refuse(form, refused)

    @property
    def is_their_own(self) -> bool:
        """Whether this person is the file's auditor."""
        return self.by.worker_id is not None and self.by.worker_id == self.file.auditor_id

    def back_href(self) -> str:
        """The sample, or for an auditor who sees no samples what is theirs to do."""
        if may(self.request, self.place, "see_samples"):
            return reverse("verification:sample", args=[self.file.sample.number])
        return reverse("verification:my_sampling")

    def next_url(self, result: Any) -> str:
        return reverse("verification:sampled_file", args=[self.file.sample.number, self.file.plan.ref])

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        caption = f"Sample {self.file.sample.number}, plan {self.file.plan.ref}"
        return super().get_context_data(caption=caption, file=self.file, **named)


class OpenFilePage(FilePage):
    """A page that tells what an audit found: opening it is a reading, and a restricted record stays closed."""

    is_also_the_auditors = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        check(self.question())
        plan_for_reading(by=self.by, ref=self.file.plan.ref)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not selectors.is_open_to(self.by, self.file):
            with whole():
                permit(self.question())
            plan_for_reading(by=self.by, ref=self.file.plan.ref)  # refuses, and the register has it
        return super().post(request, *args, **kwargs)


class AuditFile(OpenFilePage):
    """The audit of a file, beside the way to the plan's own pages."""

    form_class = AuditForm
    verb = "save_file_audit"
    template_name = "verification/sampling/file.html"

    @cached_property
    def answers(self) -> dict[str, AuditAnswer]:
        """What was answered before, by the question's key."""
        return selectors.answers_of(self.file)

    def form_invalid(self, form: Any) -> HttpResponse:
        if not self.is_their_own:
            return self.form_valid(form)  # the service says whose it is, before it looks at any answer
        return super().form_invalid(form)

    def get_form_kwargs(self) -> dict[str, Any]:
        audit = getattr(self.file, "audit", None)
        return super().get_form_kwargs() | {"saved": self.answers, "audit": audit}

    def act(self, form: AuditForm) -> FileAudit:
        return auditing.save_file_audit(by=self.by, file=self.file, **form.given())

    def done(self, result: FileAudit) -> str:
        return f"The audit is saved: {result.get_overall_display().lower()}."

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        answers = [(question, self.answers[key]) for key, question in BY_KEY.items() if key in self.answers]
        told = {
            "audit": getattr(self.file, "audit", None),
            "answers": answers,
            "has_findings": any(answer.answer in FINDINGS for _, answer in answers),
            "actions": selectors.actions_of_file(self.file),
            "is_their_own": self.is_their_own,
            "may_name": may(self.request, self.place, "name_file_auditor"),
            "today": self.today,
        }
        return super().get_context_data(**(told | named))


class NameAuditor(FilePage):
    """Name who audits a file."""

    form_class = AuditorForm
    verb = "name_file_auditor"
    title = "Name the auditor"
    button = "Name the auditor"
    lead = "Somebody of the council whose hands are not on the plan. A restricted record asks for somebody named to it."

    def get_form_kwargs(self) -> dict[str, Any]:
        people = selectors.possible_auditors(self.file, self.today)
        return super().get_form_kwargs() | {"people": [(worker.pk, worker.name) for worker in people]}

    def get_initial(self) -> dict[str, Any]:
        return {"auditor": self.file.auditor_id or ""}

    def act(self, form: AuditorForm) -> SampledFile:
        chosen = int(form.cleaned_data["auditor"])
        auditor: Worker = found_or_404(
            next((each for each in selectors.possible_auditors(self.file, self.today) if each.pk == chosen), None)
        )
        return services.name_file_auditor(by=self.by, file=self.file, auditor=auditor)

    def done(self, result: SampledFile) -> str:
        return f"{result.auditor} audits the file."

    def next_url(self, result: Any) -> str:
        return self.back_href()


class ReplaceFile(FilePage):
    """Replace a drawn file whose record is restricted by the next of its stratum."""

    form_class = ReplaceForm
    verb = "replace_drawn_file"
    title = "Replace the file"
    button = "Replace"
    lead = (
        "Only a file whose record is restricted may be replaced. The next file of its stratum, in the order that was "
        "drawn, takes its place; this one stays in the sample with your reason."
    )

    def act(self, form: ReplaceForm) -> SampledFile:
        return services.replace_drawn_file(by=self.by, file=self.file, **form.cleaned_data)

    def done(self, result: SampledFile) -> str:
        return f"Plan {result.plan.ref} takes its place."

    def next_url(self, result: Any) -> str:
        return self.back_href()


class RaiseAction(OpenFilePage):
    """Something that an audit found gets an owner and a day."""

    form_class = ActionForm
    verb = "raise_audit_action"
    title = "Raise an action"
    button = "Raise action"

    def get_form_kwargs(self) -> dict[str, Any]:
        answers = selectors.answers_of(self.file)
        findings = [(key, BY_KEY[key].question) for key, given in answers.items() if given.answer in FINDINGS]
        people = selectors.possible_owners(self.file)
        return super().get_form_kwargs() | {"findings": findings, "people": people}

    def act(self, form: ActionForm) -> AuditAction:
        typed = dict(form.cleaned_data)
        owner = found_or_404(selectors.owner_by_number(self.file, int(typed.pop("owner"))))
        return auditing.raise_audit_action(by=self.by, file=self.file, owner=owner, **typed)

    def done(self, result: AuditAction) -> str:
        return f"{result.owner} does it by {long_day(result.due_on)}."


class CloseAction(OpenFilePage):
    """An action is done."""

    form_class = CloseActionForm
    verb = "close_audit_action"
    title = "Close an action"
    button = "Close action"
    action: AuditAction

    def find(self, **named: Any) -> None:
        self.action = found_or_404(selectors.action_by_number(self.place.council, named["pk"]))
        self.file = self.action.file

    @property
    def is_their_own(self) -> bool:
        """Whether this person is the file's auditor, or the action is theirs."""
        return super().is_their_own or (self.by.worker_id is not None and self.by.worker_id == self.action.owner_id)

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        return super().get_context_data(lead=self.action.what, **named)

    def act(self, form: CloseActionForm) -> AuditAction:
        return auditing.close_audit_action(by=self.by, action=self.action, **form.cleaned_data)

    def done(self, result: AuditAction) -> str:
        return "The action is closed."

    def back_href(self) -> str:
        return self.next_url(None)

    def next_url(self, result: Any) -> str:
        return reverse("verification:my_sampling")
