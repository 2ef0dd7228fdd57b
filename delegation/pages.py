"""The one shape of a page that acts: load, show what may be done, call one service, redirect.

A refusal or a broken rule comes back on the same page as a sentence with everything typed still there, and a link
to "Why can't I do this?". Views of every app build on it.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.views.generic import FormView

from delegation.govuk import DayField
from delegation.hands import standing_of
from delegation.refusals import Refused, RuleBroken, StaleRevision

# Which fields ask what these rules are about.
ASKED_BY: Mapping[str, tuple[type[forms.Field], ...]] = {
    "WrongDates": (DayField,),
    "WrongAmount": (forms.DecimalField, forms.IntegerField),
}


class ActPage(FormView):
    """A page whose form is one act. Subclasses give `form_class`, `template_name`, `act`, `done` and `next_url`."""

    # A form is sent by POST. Django's form pages would take a PUT for one too.
    http_method_names = ["get", "head", "post", "options"]
    back_text = "Back"

    def act(self, form: Any) -> Any:
        """Call the one service with what was typed. A `Refused` is shown on the page."""
        raise NotImplementedError

    def done(self, result: Any) -> str:
        """The sentence shown after the act; empty to show none."""
        return ""

    def next_url(self, result: Any) -> str:
        """Where the person goes after the act."""
        raise NotImplementedError

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            result = self.act(form)
        except Refused as refused:
            return self.refuse(form, refused)
        if sentence := self.done(result):
            messages.success(self.request, sentence)
        return HttpResponse(status=HTTPStatus.SEE_OTHER, headers={"Location": self.next_url(result)})

    def form_invalid(self, form: Any) -> HttpResponse:
        response = super().form_invalid(form)
        response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return response

    def refuse(self, form: Any, refused: Refused) -> HttpResponse:
        """The same page again with the refusal's sentence, nothing typed being lost."""
        for field, sentence in said_of(form, refused):
            form.add_error(field, sentence)
        context = self.get_context_data(form=form, refusal=refused, why_href=why_href(refused))
        response = self.render_to_response(context)
        response.status_code = status_of(refused)
        return response


def said_of(form: Any, refused: Refused) -> list[tuple[str | None, str]]:
    """What a refusal says, each sentence with the field it speaks of; every fault by itself where one has a field."""
    faults = refused.faults if isinstance(refused, RuleBroken) else ()
    if not any(fault.path in form.fields for fault in faults):
        return [(field_of(form, refused), refused.sentence)]
    return [(fault.path if fault.path in form.fields else None, fault.sentence) for fault in faults]


def field_of(form: Any, refused: Refused) -> str | None:
    """The field a broken rule speaks of: the one it names, or the only one that asks a day, or an amount; else none."""
    if refused.at in form.fields:
        return refused.at
    kinds = ASKED_BY.get(refused.name, ())
    asked = [name for name, field in form.fields.items() if isinstance(field, kinds)]
    return asked[0] if len(asked) == 1 else None


def status_of(refused: Refused) -> int:
    """409 where somebody else was first or changed it, 422 where a rule is broken, 403 where authority lacks."""
    if isinstance(refused, StaleRevision) or refused.name in {"WrongState", "AlreadyTaken", "NotTheHolder"}:
        return HTTPStatus.CONFLICT
    if isinstance(refused, RuleBroken):
        return HTTPStatus.UNPROCESSABLE_ENTITY
    return HTTPStatus.FORBIDDEN


def why_href(refused: Refused) -> str:
    """The address that explains a refusal of authority; empty for a broken rule, which explains itself."""
    if refused.question is None or isinstance(refused, RuleBroken):
        return ""
    asked = refused.question
    named = {"function": asked.function, "act": asked.act, "subject": asked.subject}
    if asked.weekly is not None:
        standing = standing_of(asked.subject)  # the explanation adds again what the person already receives
        named["amount_weekly"] = str(asked.weekly - (standing.live_weekly if standing else 0))
    return f"{reverse('delegation:why')}?{urlencode({key: value for key, value in named.items() if value})}"
