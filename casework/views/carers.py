"""The end of caring: the page on which it is told."""

from typing import Any

from django.http import HttpRequest

from casework.forms.people import EndCarerForm
from casework.models import CarerLink
from casework.selectors import carer_of
from casework.services import end_carer_link
from casework.views.acting import PersonPage
from delegation.refusals import NotFound


class EndCarerLink(PersonPage):
    """Record that somebody no longer cares for this person. Source: Care Act 2014 s.10(3)."""

    act_name = "end_carer_link"
    template_name = "casework/end_carer.html"
    title = "End the caring"
    button = "End the caring"
    form_class = EndCarerForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.carer = kwargs["carer"]
        return super().dispatch(request, *args, **kwargs)

    def permit(self) -> None:
        super().permit()
        self.link()

    def link(self) -> CarerLink:
        """Who still cares for the person; NotFound where this account sees no such carer."""
        link = carer_of(self.account, self.person, self.carer)
        if link is None:
            raise NotFound(f"Nobody of the reference {self.carer} cares for {self.person.ref} now.")
        return link

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"link": self.link(), **kwargs})

    def act(self, form: EndCarerForm) -> CarerLink:
        return end_carer_link(by=self.account, cared_for=self.person.ref, carer=self.carer, **form.cleaned_data)

    def done(self, result: CarerLink) -> str:
        return "The end of the caring is recorded."
