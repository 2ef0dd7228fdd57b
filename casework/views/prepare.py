"""The plan while it is written: its task list, and the pages of its texts and days."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import is_valid_path, reverse
from django.views import View

from casework.colleagues import posts_that_may_take
from casework.content import Content, read_content
from casework.forms.plans import (
    AgreementForm,
    AmendForm,
    InvolvementForm,
    PreventionForm,
    ReviewForm,
    TransferForm,
    WellbeingForm,
)
from casework.models import SupportPlan
from casework.plans import ask, check_state
from casework.rules import Task, cost_of_support, missing_of_section_25, task_list
from casework.selectors import plan_visible_to
from casework.services import agree_plan_with_person, amend_plan, plan_for_reading, transfer_plan_to_worker
from casework.views.acting import PlanPage, account_of, may_on_plan, plan_href
from casework.way import STATES, WAY
from delegation.pages import why_href
from delegation.refusals import Refused

AGREEMENT = "s.25(5)"
PAGES = {
    "s.25(1)(a)": "needs",
    "s.25(1)(b)": "needs",
    "s.25(1)(c)": "needs",
    "s.25(1)(d)": "wellbeing",
    "s.25(1)(e)": "budget",
    "s.25(2)": "direct-payment",
    "s.25(1)(f)": "prevention",
    "s.25(3)": "involvement",
    "s.27(1)": "review",
    "s.25(5)": "agreement",
}
GROUPS = (
    ("What the plan must say", ("s.25(1)(a)", "s.25(1)(b)", "s.25(1)(c)", "s.25(1)(d)", "s.25(1)(e)", "s.25(1)(f)")),
    ("How it is paid and reviewed", ("s.25(2)", "s.27(1)")),
    ("The person’s part", ("s.25(3)", "s.25(5)")),
)


class PreparePlanTasks(View):
    """What of section 25 is done and what is missing; each part opens its own page."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        account = account_of(request)
        plan = plan_for_reading(by=account, ref=ref)
        content = read_content(plan)
        refusal = None
        try:
            ask("amend_plan", plan, account)
            check_state(plan, "amend_plan")
        except Refused as refused:
            refusal = refused
        tasks = task_list(content)
        context = {
            "plan": plan,
            "state": STATES[plan.state],
            "groups": groups_of(plan, tasks, may_write=refusal is None),
            "done": sum(task.done for task in tasks),
            "all": len(tasks),
            "missing": missing_of_section_25(content),
            "cost": cost_of_support(content["support"]),
            "refusal": refusal,
            "why_href": why_href(refusal) if refusal else "",
            "send_href": address_of(plan, "send-to-quality-assurance"),
            "answer_href": address_of(plan, "findings") if plan.state == "returned_to_provider" else "",
            "plan_href": plan_href(plan),
            "may_transfer": may_on_plan("transfer_plan_to_worker", account, plan),
            "back_href": reverse("casework:person", args=[plan.person.ref]),
            "back_text": "Back to the record",
        }
        return render(request, "casework/prepare.html", context)


def address_of(plan: SupportPlan, act: str) -> str:
    """The page of an act of the way after the draft; empty where the product has none."""
    address = f"/plans/{plan.ref}/{act}/"
    return address if is_valid_path(address) else ""


def groups_of(plan: SupportPlan, tasks: list[Task], *, may_write: bool) -> list[dict[str, Any]]:
    """The tasks under their headings, each with its state, what is missing, and its page."""
    by_section = {task.section: task for task in tasks}
    others_missing = sum(len(task.missing) for task in tasks if task.section != AGREEMENT)
    return [
        {
            "title": title,
            "prefix": f"group-{number}",
            "tasks": [row_of(plan, by_section[section], others_missing, may_write) for section in sections],
        }
        for number, (title, sections) in enumerate(GROUPS, 1)
    ]


def row_of(plan: SupportPlan, task: Task, others_missing: int, may_write: bool) -> dict[str, Any]:
    """One row of the task list; its page where something may be done there now."""
    waits = task.section == AGREEMENT and others_missing > 0
    agreed_already = task.section == AGREEMENT and plan.state not in WAY["agree_plan_with_person"].from_states
    opens = may_write and not waits and not agreed_already
    status, colour = ("Completed", "") if task.done else ("Cannot start yet", "") if waits else ("To do", "blue")
    return {
        "title": task.title,
        "section": f"Section {task.section.removeprefix('s.')}",
        "missing": ["Complete the other parts first."] if waits else [each.sentence for each in task.missing],
        "href": reverse(f"casework:{PAGES[task.section]}", args=[plan.ref]) if opens else "",
        "status": status,
        "colour": colour,
        "cannot_start": waits,
    }


class AmendPlan(PlanPage):
    """A page of some fields of a plan. Subclasses give the form and its words."""

    form_class: type[AmendForm] = AmendForm

    def values_of(self, plan: Any) -> dict[str, Any]:
        return {name: getattr(plan, name) for name in self.form_class.base_fields}

    def act(self, form: Any) -> SupportPlan:
        return amend_plan(by=self.account, plan=self.plan.ref, seen_revision=self.seen_revision, changes=form.changes())

    def done(self, result: SupportPlan) -> str:
        return "Saved."


class Wellbeing(AmendPlan):
    """Source: Care Act 2014 s.25(1)(d)."""

    title = "What matters to the person’s wellbeing"
    form_class = WellbeingForm


class Prevention(AmendPlan):
    """Source: Care Act 2014 s.25(1)(f)."""

    title = "Advice on reducing and preventing needs"
    form_class = PreventionForm


class Involvement(AmendPlan):
    """Source: Care Act 2014 s.25(3)."""

    title = "How the person, the carer and others were involved"
    form_class = InvolvementForm


class Review(AmendPlan):
    """Source: Care Act 2014 s.27(1)."""

    title = "When the plan is reviewed"
    form_class = ReviewForm


class Agreement(PlanPage):
    """The person agrees the plan as it now stands. Source: Care Act 2014 s.25(5), (9)."""

    act_name = "agree_plan_with_person"
    title = "Agreement with the person"
    button = "Record the agreement"
    template_name = "casework/agreement.html"
    form_class = AgreementForm

    def values_of(self, plan: Any) -> dict[str, Any]:
        return {name: getattr(plan, name) for name in AgreementForm.base_fields}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        content = read_content(self.plan)
        told = {"support": support_of(content), "cost": cost_of_support(content["support"]), "missing": to_do(content)}
        return super().get_context_data(**{**told, **kwargs})

    def act(self, form: AgreementForm) -> SupportPlan:
        return agree_plan_with_person(
            by=self.account, plan=self.plan.ref, seen_revision=self.seen_revision, **form.cleaned_data
        )

    def done(self, result: SupportPlan) -> str:
        return "The agreement is recorded. If the support or the budget changes, the person must agree again."


def support_of(content: Content) -> list[Content]:
    """The lines as the person agreed them."""
    return list(content["support"])


def to_do(content: Content) -> list[Any]:
    """What is missing beside the agreement itself."""
    own = {"agreement.steps_to_agree", "agreement.agreed_on", "agreement.copy_offered"}
    return [each for each in missing_of_section_25(content) if each.path not in own]


class Transfer(PlanPage):
    """Give the plan to another practitioner of the same provider."""

    act_name = "transfer_plan_to_worker"
    title = "Transfer the plan to another practitioner"
    button = "Transfer the plan"
    form_class = TransferForm

    def revision(self) -> None:
        return None

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "posts": posts_that_may_take(self.plan)}

    def act(self, form: TransferForm) -> SupportPlan:
        said = form.cleaned_data
        return transfer_plan_to_worker(
            by=self.account, plan=self.plan.ref, to_worker=int(said["to_worker"]), reason=said["reason"]
        )

    def done(self, result: SupportPlan) -> str:
        now = plan_visible_to(self.account, result.ref)
        return f"The plan is now with {now.worker}." if now else "The plan is transferred."
