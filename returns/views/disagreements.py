"""Where our casework and a provider's file disagree: both side by side, and a choice with a reason."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from delegation.register import record_reading
from delegation.views.places import account_of, council_place_or_404, found_or_404
from returns.catalogue import catalogue
from returns.forms import ChoiceForm
from returns.models import SourceChoice
from returns.rounds.choosing import choose_source
from returns.rounds.matters_shown import Matter, matters_of
from returns.views.places import RoundPage, open_to_reader, round_or_404

A_PAGE = 50


@require_safe
def disagreements(request: HttpRequest, ref: str) -> HttpResponse:
    """What they disagree on, fifty to a page; that it was opened is in the register."""
    place, account = council_place_or_404(request), account_of(request)
    held = round_or_404(place, ref)
    acts = open_to_reader(request, place, ["choose_source"])
    matters = matters_of(held)
    page = Paginator(range(len(matters)), A_PAGE).get_page(request.GET.get("page"))
    record_reading(by=account, council=held.council, subject_kind="return_disagreements", subject=ref)
    told = {
        "held": held,
        "entry": catalogue()[held.kind],
        "page": page,
        "matters": matters.shown(account, (page.number - 1) * A_PAGE, A_PAGE),
        "undecided": matters.undecided,
        "may_choose": "choose_source" in acts,
        "has_casework": bool(matters.beside),
        "place": place,
        "back_href": reverse("returns:round", args=[ref]),
        "back_text": "Back to the round",
    }
    return render(request, "returns/disagreements.html", told)


class Choose(RoundPage):
    """Somebody of the council chooses between both, with a reason."""

    form_class = ChoiceForm
    verb = "choose_source"
    template_name = "returns/choose.html"
    title = "Choose whose word counts"
    button = "Choose"
    back_text = "Back to the disagreements"
    matter: Matter

    def find(self, **named: Any) -> None:
        super().find(**named)
        self.matter = found_or_404(matters_of(self.held).one(self.by, named["matter"]))
        if self.matter.closed:
            found_or_404(None)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().get(request, *args, **kwargs)
        subject = f"{self.held.ref}:{self.matter.sha256[:12]}"
        record_reading(by=self.by, council=self.held.council, subject_kind="return_disagreements", subject=subject)
        return response

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"matter": self.matter}

    def act(self, form: ChoiceForm) -> SourceChoice:
        return choose_source(by=self.by, round_ref=self.held.ref, matter=self.matter.sha256, **form.cleaned_data)

    def done(self, result: SourceChoice) -> str:
        return "Your choice is kept. It counts when the figures are compiled next."

    def next_url(self, result: Any) -> str:
        return reverse("returns:disagreements", args=[self.held.ref])

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        return super().get_context_data(**({"matter": self.matter} | named))
