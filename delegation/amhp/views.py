"""The register of AMHPs as a list, and the application that begins a record."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.amhp.forms import ApplyForm, ListForm
from delegation.amhp.selectors import VIEWS, amhp_by_ref, amhps_listed, amhps_to_name_as_earlier, waiting
from delegation.amhp.services import apply_for_amhp_approval
from delegation.amhp.wording import row_of
from delegation.authority import would_permit
from delegation.counting import numbers_of
from delegation.directory import Place, account_by_username
from delegation.models import AmhpApproval
from delegation.refusals import NotFound, Refused
from delegation.views.places import SetUpPage, council_place_or_404, may, question_of

A_PAGE = 50


def refuse_unless_reader(request: HttpRequest, place: Place) -> None:
    """Whoever may not read the register of AMHPs is told who may."""
    answer = would_permit(question_of(request, place, "see_amhp_register"))
    if isinstance(answer, Refused):
        raise answer


@require_safe
def amhps(request: HttpRequest) -> HttpResponse:
    """The register, fifty to a page: what is late first, then what falls due soonest."""
    place, today = council_place_or_404(request), timezone.localdate()
    refuse_unless_reader(request, place)
    form = ListForm(request.GET if request.GET else None)
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    show = asked.get("show") or "live"
    found = amhps_listed(place, today, show=show, name=asked.get("name", ""))
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    told = {
        "page": page,
        "rows": [row_of(approval, today) for approval in page],
        "form": form if form.is_bound else ListForm(),
        "title_of_view": VIEWS[show],
        "waiting": numbers_of(waiting(place.council, today)),
        "may_apply": may(request, place, "apply_for_amhp_approval"),
        "place": place,
    }
    return render(request, "delegation/amhp/list.html", told)


class Apply(SetUpPage):
    """The AMHP lead receives somebody's application."""

    form_class = ApplyForm
    verb = "apply_for_amhp_approval"
    title = "Record an application"
    button = "Record application"
    lead = (
        "The applicant’s profession is one of SI 2008/1206 Schedule 1, and their registration is live. A registered "
        "medical practitioner is never approved."
    )

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "earlier": amhps_to_name_as_earlier(self.place)}

    def act(self, form: ApplyForm) -> AmhpApproval:
        typed = dict(form.cleaned_data)
        typed["earlier"] = amhp_by_ref(self.place, typed["earlier"]) if typed["earlier"] else None
        account = account_by_username(self.place, typed.pop("username"))
        if account is None or account.worker is None:
            raise NotFound("There is no account of that name here. An administrator opens one first.")
        return apply_for_amhp_approval(by=self.by, council=self.place.council, worker=account.worker, **typed)

    def done(self, result: AmhpApproval) -> str:
        return f"The application {result.ref} is recorded. Record the five areas of competence next."

    def next_url(self, result: AmhpApproval | None) -> str:
        return reverse("delegation:amhp", args=[result.ref]) if result else reverse("delegation:amhps")

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        return super().get_context_data(back_text="AMHPs", **named)
