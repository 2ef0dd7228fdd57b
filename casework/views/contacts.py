"""The pages of the single access point, and of the safeguarding concerns told there."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView

from casework.colleagues import council_of_account
from casework.forms.contacts import ContactForm
from casework.forms.fields import CaseworkForm
from casework.models import Contact, SafeguardingConcern
from casework.plans import ask_before_plan
from casework.safeguarding.guarded import may_read_concerns
from casework.selectors import concerns_not_yet_seen_by, contacts_visible_to, people_visible_to
from casework.services import person_for_reading, record_contact, see_safeguarding_concern
from casework.views.acting import CaseworkPage, PersonPage, account_of, read_again
from delegation.models import Account, Organisation
from delegation.refusals import NoPost, Refused
from delegation.selectors import organisations_seen_by

MOST_CONCERNS = 50


class RecordContact(PersonPage):
    """Record a contact and its outcome. Source: Care Act 2014 s.4, s.9(1), s.42(1)."""

    act_name = "record_contact"
    title = "Record a contact"
    button = "Save the contact"
    form_class = ContactForm

    def get_initial(self) -> dict[str, Any]:
        return {"made_on": timezone.localdate()}

    def act(self, form: ContactForm) -> Contact:
        return record_contact(by=self.account, person=self.person.ref, **form.cleaned_data)

    def done(self, result: Contact) -> str:
        if result.safeguarding_concern:
            return "The contact is saved, and the safeguarding concern stands before the council."
        return "The contact is saved."


class ContactRecord(TemplateView):
    """One contact, as it was recorded."""

    template_name = "casework/contact.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        account = account_of(self.request)
        person = person_for_reading(by=account, ref=kwargs["ref"])
        contacts = contacts_visible_to(account).filter(person=person).select_related("recorded_by__worker")
        contact = get_object_or_404(contacts, ref=kwargs["contact"])
        concern = contact.safeguarding_concerns.select_related("seen_by__worker").first()
        back = reverse("casework:person", args=[person.ref])
        return super().get_context_data(
            person=person, contact=contact, concern=concern, back_href=back, back_text="Back to the record"
        )


def ask_to_see_concerns(account: Account) -> None:
    """Raise the guard's refusal where this account may not take up the council's safeguarding concerns."""
    council = council_of_account(account)
    if council is None:
        raise NoPost("You hold no post today.")
    ask_before_plan(
        "see_safeguarding_concern",
        account,
        council=council,
        provider_id=None,
        subject_kind="safeguarding_concern",
        subject="",
    )


def may_see_concerns(account: Account) -> bool:
    """Whether this account takes up the council's safeguarding concerns."""
    try:
        ask_to_see_concerns(account)
    except Refused:
        return False
    return True


def sees_the_council(account: Account, council: Organisation | None) -> bool:
    """Whether this account is of the council itself, and so reads what stands before it."""
    return council is not None and council.pk in organisations_seen_by(account)


def ask_to_read_concerns(account: Account) -> None:
    """Raise the guard's refusal where this account neither sees the whole council nor may take up its concerns."""
    if not sees_the_council(account, council_of_account(account)):
        ask_to_see_concerns(account)


class SafeguardingConcerns(TemplateView):
    """The concerns the council has not yet seen, newest first. Source: Care Act 2014 s.42(1)."""

    template_name = "casework/safeguarding_concerns.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        account = account_of(self.request)
        ask_to_read_concerns(account)
        unseen = concerns_not_yet_seen_by(account).select_related("person", "provider", "raised_by__worker")
        concerns = list(unseen[: MOST_CONCERNS + 1])
        return super().get_context_data(
            concerns=concerns[:MOST_CONCERNS], are_more=len(concerns) > MOST_CONCERNS, most=MOST_CONCERNS, **kwargs
        )


class SeeConcern(CaseworkPage):
    """One concern, in the words it was told, and that it has been seen; never the record behind a restriction.

    Source: Care Act 2014 s.42(1)-(2).
    """

    template_name = "casework/safeguarding_concern.html"
    title = "Safeguarding concern"
    form_class = CaseworkForm
    back_text = "Back to the concerns"
    concern: SafeguardingConcern

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        unseen = concerns_not_yet_seen_by(account_of(request)).select_related(
            "person", "provider", "council", "contact", "raised_by__worker"
        )
        self.concern = get_object_or_404(unseen, ref=kwargs["ref"])
        return super().dispatch(request, *args, **kwargs)

    def back_href(self) -> str:
        return reverse("casework:safeguarding-concerns")

    def next_url(self, result: Any) -> str:
        return self.back_href()

    def act(self, form: CaseworkForm) -> SafeguardingConcern:
        return see_safeguarding_concern(by=account_of(self.request), concern=self.concern.ref)

    def done(self, result: SafeguardingConcern) -> str:
        return f"Concern {result.ref} is seen."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may = may_see_concerns(account_of(self.request))
        reads = people_visible_to(account_of(self.request)).filter(pk=self.concern.person_id).exists()
        further = may_read_concerns(account_of(self.request), self.concern.council)
        told = {"concern": self.concern, "may_see": may, "reads_record": reads, "looks_further": further}
        return super().get_context_data(**{**told, **kwargs})

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        read_again(account_of(self.request), "safeguarding_concern", self.concern.ref, self.concern.council)
        return super().render_to_response(context, **kwargs)
