"""A page that begins a record of a register about a person, from the person's own record."""

from typing import Any

from django.urls import reverse

from casework.models import Person
from casework.selectors import people_visible_to
from delegation.views.places import found_or_404
from delegation.views.records import NewRecordPage


class AboutPersonPage(NewRecordPage):
    """Subclasses give the form, the question, the service and `record_name`, the page of what was begun."""

    back_text = "Back to the record"
    record_name = ""
    person: Person

    def find(self, **named: Any) -> None:
        people = people_visible_to(self.by).select_related("council", "provider")
        self.person = found_or_404(people.filter(ref=named["ref"]).first())

    def back_href(self) -> str:
        return reverse("casework:person", args=[self.person.ref])

    def next_url(self, result: Any) -> str:
        return reverse(self.record_name, args=[result.ref])

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        return super().get_context_data(**({"caption": self.person.ref} | named))
