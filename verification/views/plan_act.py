"""The shape of a page on which somebody does one act to one plan."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from casework.models import SupportPlan
from casework.plans import ask, check_state
from delegation.authority import Permission
from delegation.pages import ActPage, status_of, why_href
from delegation.refusals import Refused, StaleRevision, WrongState
from delegation.register import whole
from verification.as_seen import do_as_seen
from verification.forms.words import Nothing
from verification.page_selectors import plan_to_act_on, urgent_support_of
from verification.plan_acts import may_they
from verification.wording import button_of, done_of


class PlanActPage(ActPage):
    """One act on one plan. Subclasses name the act and its service, and say in `lead` what it does."""

    act_name: ClassVar[str]
    service: ClassVar[Callable[..., Any]]
    form_class: type[forms.Form] = Nothing
    template_name = "verification/act.html"
    lead: ClassVar[str] = ""
    warning: ClassVar[str] = ""
    back_to: ClassVar[str] = "verification:plan"
    plan: SupportPlan

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Find the plan among those this person may see; another's is a 404."""
        self.plan = plan_to_act_on(request.user, kwargs["ref"])
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form; or, where this person may not or the plan stands elsewhere, the sentence that says so."""
        return self.stands_against() or super().get(request, *args, **kwargs)

    def form_invalid(self, form: Any) -> HttpResponse:
        """Whoever may not act is told that and the register has it, whatever they typed; others, what to mend."""
        with suppress(Refused), whole():
            ask(self.act_name, self.plan, self.request.user)
        return self.stands_against() or super().form_invalid(form)

    def stands_against(self) -> HttpResponse | None:
        """The page that says why this cannot be done, or None where it can."""
        answer = may_they(self.act_name, self.plan, self.request.user)
        if isinstance(answer, Permission):
            try:
                return self.check()
            except Refused as refused:
                answer = refused
        context = {"plan": self.plan, "refusal": answer, "title": self.title, "why_href": why_href(answer)}
        context |= {"back_href": self.back_href, "back_text": f"Plan {self.plan.ref}"}
        return render(self.request, "verification/cannot.html", context, status=status_of(answer))

    def check(self) -> None:
        """Raise what else stands against the act before anything is typed: the plan's state, most often."""
        try:
            check_state(self.plan, self.act_name)
        except WrongState as wrong:
            wrong.question = None
            raise

    @property
    def title(self) -> str:
        return button_of(self.act_name)

    @property
    def back_href(self) -> str:
        return reverse(self.back_to, args=[self.plan.ref])

    def given(self, form: Any) -> dict[str, Any]:
        """What was typed, as the service takes it."""
        return dict(form.cleaned_data)

    def act(self, form: Any) -> Any:
        seen = self.request.POST.get("revision", "")
        return do_as_seen(
            type(self).service,
            plan=self.plan,
            by=self.request.user,
            seen_revision=int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 10 else 0,
            **self.given(form),
        )

    def done(self, result: Any) -> str:
        return f"{done_of(self.act_name)}: plan {self.plan.ref}."

    def next_url(self, result: Any) -> str:
        return self.back_href

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(
            plan=self.plan,
            title=self.title,
            button=button_of(self.act_name),
            lead=self.lead,
            warning=self.warning,
            urgent=urgent_support_of(self.plan),
            seen_revision=self.seen_revision(context.get("refusal")),
            back_href=self.back_href,
            back_text=f"Plan {self.plan.ref}",
            **context,
        )

    def seen_revision(self, refusal: Refused | None) -> Any:
        """The revision the page carries: the one first seen, until its reader was told of another's change."""
        if isinstance(refusal, StaleRevision):
            self.plan.refresh_from_db(fields=["revision"])
            return self.plan.revision
        return self.request.POST.get("revision", self.plan.revision)
