"""The pages of the council's assessors: the list, and how it is kept."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework import asking
from casework.dols import assessors
from casework.dols.forms import AssessorForm, UpdateAssessorForm
from casework.dols.registered import facts_of, workers_to_choose
from casework.dols.rules import KINDS, kinds_open_to
from casework.dols.selectors import assessor_of, assessors_of, managing_authorities_of
from casework.dols.views import place_or_404
from casework.models import DolsAssessor
from casework.views.acting import CaseworkPage
from delegation.authority import permit
from delegation.directory import Place
from delegation.views.places import account_of, found_or_404


@require_safe
def assessor_list(request: HttpRequest) -> HttpResponse:
    """The council's assessors, and what each may assess today."""
    place, today = place_or_404(request), timezone.localdate()
    found = list(assessors_of(place.council))
    facts = facts_of(found, today)
    rows = [(each, facts[each.pk], [KINDS[kind] for kind in kinds_open_to(facts[each.pk], today)]) for each in found]
    asked = asking.question(
        "enter_dols_assessor", account_of(request), place.council, subject_kind=assessors.KIND, subject=""
    )
    told = {
        "rows": rows,
        "place": place,
        "may_enter": asking.may(asked),
        "back_href": reverse("casework:dols"),
        "back_text": "Deprivation of liberty",
    }
    return render(request, "casework/dols/assessors.html", told)


class AssessorPage(CaseworkPage):
    """A page that acts on the council's list of assessors."""

    verb = ""
    place: Place
    assessor: DolsAssessor | None = None
    back_text = "Assessors"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.place, self.account = place_or_404(request), account_of(request)
        if "ref" in kwargs:
            self.assessor = found_or_404(assessor_of(self.place.council, kwargs["ref"]))
        return super().dispatch(request, *args, **kwargs)

    def permit(self) -> None:
        subject = self.assessor.ref if self.assessor else ""
        permit(
            asking.question(self.verb, self.account, self.place.council, subject_kind=assessors.KIND, subject=subject)
        )

    def back_href(self) -> str:
        return reverse("casework:dols-assessors")

    def next_url(self, result: Any) -> str:
        return self.back_href()


class EnterAssessor(AssessorPage):
    """Enter an assessor. Source: SI 2008/1858 regs 3-9."""

    verb = "enter_dols_assessor"
    title = "Enter an assessor"
    button = "Enter"
    form_class = AssessorForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {
            **super().get_form_kwargs(),
            "employers": managing_authorities_of(self.place.council),
            "workers": workers_to_choose(self.place.council, timezone.localdate()),
        }

    def act(self, form: AssessorForm) -> DolsAssessor:
        return assessors.enter_dols_assessor(by=self.account, council=self.place.council, details=form.details())

    def done(self, result: DolsAssessor) -> str:
        return "The assessor is entered."


class UpdateAssessor(AssessorPage):
    """Note what changed of an assessor. Source: SI 2008/1858 regs 3-9."""

    verb = "update_dols_assessor"
    title = "Note a change"
    form_class = UpdateAssessorForm
    assessor: DolsAssessor

    def get_initial(self) -> dict[str, Any]:
        return {name: getattr(self.assessor, name) for name in assessors.CHANGED} | {"worker": self.assessor.worker_id}

    def get_form_kwargs(self) -> dict[str, Any]:
        workers = workers_to_choose(self.place.council, timezone.localdate())
        return {**super().get_form_kwargs(), "workers": workers}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"caption": self.assessor.name, **kwargs})

    def act(self, form: UpdateAssessorForm) -> DolsAssessor:
        return assessors.update_dols_assessor(
            by=self.account,
            assessor=self.assessor.ref,
            changes=form.changes(),
            reason=form.cleaned_data["reason"],
        )

    def done(self, result: DolsAssessor) -> str:
        return "The change is noted."
