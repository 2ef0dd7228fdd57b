"""The council's own casework, taken into a round as a file of the council."""

from typing import Any

from django.http import Http404
from django.urls import reverse

from delegation.authority import permit
from delegation.register import whole
from returns.forms import CaseworkForm
from returns.handling import CLIENT_LEVEL_DATA
from returns.models import CollectedFile
from returns.rounds.from_casework import collect_casework, made_of_casework
from returns.views.places import RoundPage
from returns.wording import counts_of


class TakeCasework(RoundPage):
    """The returns officer takes the casework of the round's period into it."""

    form_class = CaseworkForm
    verb = "collect_casework"
    title = "Take in our casework"
    button = "Take it in"
    lead = (
        "Contacts, assessments, support, urgent support, reviews and carers of the period become rows of a file of the "
        "council. It is kept and checked like any other, and each row leads on to the person, the plan and the act. "
        "Taking it in again replaces it by what is now recorded."
    )

    def find(self, **named: Any) -> None:
        super().find(**named)
        if self.held.kind != CLIENT_LEVEL_DATA:
            raise Http404

    def get_initial(self) -> dict[str, Any]:
        return {"la_code": self.held.council.ods_code}

    def act(self, form: CaseworkForm) -> CollectedFile:
        with whole():  # who may not is told before anybody's casework is read, and the register has it
            permit(self.question())
        with made_of_casework(self.held, la_code=form.cleaned_data["la_code"]) as prepared:
            return collect_casework(by=self.by, round_ref=self.held.ref, prepared=prepared)

    def done(self, result: CollectedFile) -> str:
        return f"File {result.number}: {counts_of(result)}"

    def next_url(self, result: CollectedFile | None) -> str:
        if result is None:
            return super().next_url(result)
        return reverse("returns:file", args=[self.held.ref, result.number])
