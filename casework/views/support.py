"""The needs of a plan and the lines of support that meet them: added, changed, removed, or said why there is none."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views import View

from casework.content import read_content
from casework.forms.assessments import NothingToFill
from casework.forms.plans import LineForm, NeedForm, line_initial
from casework.models import Need, PlannedSupport, SupportPlan
from casework.refusals import NotOnThisPlan
from casework.rules import Cost, cost_of_support, missing_of_section_25
from casework.selectors import plan_visible_to
from casework.services import add_line, change_line, explain_need, plan_for_reading, remove_line
from casework.views.acting import PlanPage, account_of, may_on_plan
from delegation.models import Account
from delegation.refusals import Refused
from delegation.templatetags.govuk import money


def needs_of(plan: SupportPlan) -> Sequence[Need]:
    """The needs of a plan in their order."""
    return list(plan.assessment.needs.order_by("pk"))


def lines_of(plan: SupportPlan) -> Sequence[PlannedSupport]:
    """The lines of a plan in their order, each with its need."""
    return list(plan.lines.select_related("need").order_by("pk"))


class NeedsAndSupport(View):
    """Each need with the lines that meet it, what is missing of them, and what it all costs."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        account = account_of(request)
        plan = plan_for_reading(by=account, ref=ref)
        content = read_content(plan)
        lines = lines_of(plan)
        missing = missing_of_section_25(content)
        context = {
            "plan": plan,
            "needs": [need_card(need, lines, missing) for need in needs_of(plan)],
            "cost": cost_of_support(content["support"]),
            "may_write": may_on_plan("amend_plan", account, plan),
            "back_href": reverse("casework:prepare", args=[plan.ref]),
            "back_text": "Back to the plan’s tasks",
        }
        return render(request, "casework/needs.html", context)


def need_card(need: Need, lines: Sequence[PlannedSupport], missing: Sequence[Any]) -> dict[str, Any]:
    """One need with its lines, and what section 25 still misses of them."""
    own = [line for line in lines if line.need_id == need.pk]
    paths = (f"needs[{need.need_key}]", *(f"support[{line.line_key}]" for line in own))
    return {"need": need, "lines": own, "missing": [each for each in missing if each.path.startswith(paths)]}


def cost_sentence(account: Account, ref: str) -> str:
    """What the plan's support costs now, worked out afresh."""
    plan = plan_visible_to(account, ref)
    if plan is None:
        return ""
    cost: Cost = cost_of_support(read_content(plan)["support"])
    return f"The plan now costs {money(cost.weekly)} a week and {money(cost.one_off)} once."


class LinePage(PlanPage):
    """A page about one line of support."""

    template_name = "casework/line.html"
    form_class = LineForm
    back_text = "Back to needs and support"

    def back_href(self) -> str:
        return reverse("casework:needs", args=[self.plan.ref])

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "needs": needs_of(self.plan)}

    def done(self, result: PlannedSupport) -> str:
        cost = result.weekly_cost if result.kind == "weekly" else result.one_off_cost
        often = "a week" if result.kind == "weekly" else "once"
        whole = cost_sentence(self.account, self.plan.ref)
        return f"Line {result.line_key} is saved: {money(cost)} {often}. {whole}"


class AddLine(LinePage):
    """Add a line of support. Source: Care Act 2014 s.25(1)(c)."""

    title = "Add a line of support"
    button = "Save the line"

    def get_initial(self) -> dict[str, Any]:
        return {"need": self.request.GET.get("need", ""), "kind": "weekly"}

    def act(self, form: LineForm) -> PlannedSupport:
        return add_line(by=self.account, plan=self.plan.ref, seen_revision=self.seen_revision, line=form.details())


class ChangeLine(LinePage):
    """Change a line of support; it keeps its key."""

    button = "Save the line"
    line: PlannedSupport | None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.title = f"Change line {kwargs['line']}"
        return super().dispatch(request, *args, **kwargs)

    def find_line(self) -> PlannedSupport | None:
        """The line as it is now; None where somebody took it off meanwhile."""
        return self.plan.lines.select_related("need").filter(line_key=self.kwargs["line"]).first()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        get_object_or_404(self.plan.lines.all(), line_key=kwargs["line"])
        return super().get(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        line = self.find_line()
        return line_initial(line) if line else {}

    def held_now(self) -> dict[str, Any]:
        self.reload()
        return self.get_initial()

    def held_before(self) -> dict[str, Any]:
        plan, line = self.plan_before(), self.find_line()
        if plan is None or line is None:
            return {}
        then = line.history.filter(history_date__lte=plan.history_date).order_by("-history_id").first()
        return line_initial(then) if then else {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        gone = self.request.method == "POST" and self.find_line() is None
        return super().get_context_data(**{"line": self.find_line(), "line_is_gone": gone, **kwargs})

    def act(self, form: LineForm) -> PlannedSupport:
        return change_line(
            by=self.account,
            plan=self.plan.ref,
            seen_revision=self.seen_revision,
            line_key=self.kwargs["line"],
            line=form.details(),
        )

    def refuse(self, form: Any, refused: Refused) -> HttpResponse:
        response = super().refuse(form, refused)
        if isinstance(refused, NotOnThisPlan):
            response.status_code = 409
        return response


class RemoveLine(LinePage):
    """Take a line off the plan, after one question."""

    template_name = "casework/remove_line.html"
    button = "Remove the line"
    form_class = NothingToFill
    line: PlannedSupport

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        kwargs.pop("needs")
        return kwargs

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.title = f"Remove line {kwargs['line']}"
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        line = get_object_or_404(self.plan.lines.select_related("need"), line_key=self.kwargs["line"])
        return super().get_context_data(**{"line": line, **kwargs})

    def act(self, form: NothingToFill) -> SupportPlan:
        return remove_line(
            by=self.account, plan=self.plan.ref, seen_revision=self.seen_revision, line_key=self.kwargs["line"]
        )

    def done(self, result: Any) -> str:
        return f"Line {self.kwargs['line']} is removed. {cost_sentence(self.account, self.plan.ref)}"

    def next_url(self, result: Any) -> str:
        return self.back_href()


class ExplainNeed(PlanPage):
    """How far a need meets the criteria, and why no line meets it. Source: Care Act 2014 s.25(1)(b)-(c), s.18(7)."""

    form_class = NeedForm
    template_name = "casework/need.html"
    back_text = "Back to needs and support"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.title = f"Need {kwargs['need']}"
        return super().dispatch(request, *args, **kwargs)

    def find_need(self) -> Need:
        """The need of this page, as it is now."""
        return get_object_or_404(self.plan.assessment.needs.all(), need_key=self.kwargs["need"])

    def back_href(self) -> str:
        return reverse("casework:needs", args=[self.plan.ref])

    def values_of(self, plan: Any) -> dict[str, Any]:
        need = self.find_need()
        return {"how_far": need.how_far, "met_otherwise_because": need.met_otherwise_because}

    def held_before(self) -> dict[str, Any]:
        plan = self.plan_before()
        if plan is None:
            return {}
        then = self.find_need().history.filter(history_date__lte=plan.history_date).order_by("-history_id").first()
        return {"how_far": then.how_far, "met_otherwise_because": then.met_otherwise_because} if then else {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"need": self.find_need(), **kwargs})

    def act(self, form: NeedForm) -> Need:
        return explain_need(
            by=self.account,
            plan=self.plan.ref,
            seen_revision=self.seen_revision,
            need_key=self.kwargs["need"],
            **form.cleaned_data,
        )

    def done(self, result: Need) -> str:
        return f"Need {result.need_key} is saved."
