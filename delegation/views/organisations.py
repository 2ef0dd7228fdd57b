"""Organisations, the people in them and their accounts, and the administrator's acts on them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.directory import (
    account_by_username,
    organisation_by_key,
    organisation_list,
    organisation_page,
    post_by_number,
    posts_ever_held,
)
from delegation.forms import AccountForm, AppointForm, EndPostForm, OrganisationForm, ReasonForm
from delegation.models import Account, Organisation, Post
from delegation.refusals import NotFound
from delegation.registration.selectors import registrations_of
from delegation.services import appoint_to_post, close_account, end_post, open_account, open_organisation
from delegation.views.places import SetUpPage, found_or_404, may, place_or_404
from delegation.wording import long_day


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    """The council, its providers and the care providers; staff of a provider see their own."""
    place = place_or_404(request)
    told = {
        "organisations": organisation_list(place, timezone.localdate()),
        "may_open": place.is_council_staff and may(request, place, "open_organisation"),
        "may_open_account": place.is_council_staff and may(request, place, "open_account"),
        "place": place,
    }
    return render(request, "delegation/organisations.html", told)


@require_safe
def organisation(request: HttpRequest, key: str) -> HttpResponse:
    """One organisation: what it is, who is and was in it, and what it is authorised to do."""
    place = place_or_404(request)
    told = {
        "page": found_or_404(organisation_page(place, key, timezone.localdate())),
        "may_appoint": place.is_council_staff and may(request, place, "appoint_to_post"),
        "place": place,
        "back_href": reverse("delegation:organisations"),
        "back_text": "Organisations",
    }
    return render(request, "delegation/organisation.html", told)


@require_safe
def account(request: HttpRequest, username: str) -> HttpResponse:
    """One account: whose it is, the posts ever held, and whether it can still log in."""
    place = place_or_404(request)
    found: Account = found_or_404(account_by_username(place, username))
    told = {
        "account": found,
        "posts": posts_ever_held(place, found_or_404(found.worker)),
        "registrations": registrations_of(found_or_404(found.worker)),
        "may_register": place.is_council_staff and may(request, place, "record_registration"),
        "may_close": place.is_council_staff and may(request, place, "close_account"),
        "today": timezone.localdate(),
        "back_href": reverse("delegation:organisations"),
        "back_text": "Organisations",
    }
    return render(request, "delegation/account.html", told)


class OpenOrganisation(SetUpPage):
    """The administrator enters a provider, or a care provider of the market."""

    form_class = OrganisationForm
    verb = "open_organisation"
    title = "Open an organisation"
    button = "Open organisation"

    def act(self, form: OrganisationForm) -> Organisation:
        return open_organisation(by=self.by, council=self.place.council, **form.cleaned_data)

    def done(self, result: Organisation) -> str:
        return f"{result} is open."

    def next_url(self, result: Organisation | None) -> str:
        if result is None:
            return reverse("delegation:organisations")
        return reverse("delegation:organisation", args=[result.key])


class OpenAccount(SetUpPage):
    """The administrator gives somebody a way to log in; it may do nothing until there is a post."""

    form_class = AccountForm
    verb = "open_account"
    title = "Open an account"
    button = "Open account"
    lead = "An account alone may do nothing: the person is then appointed to a post."

    def act(self, form: AccountForm) -> Account:
        typed = form.cleaned_data
        return open_account(
            by=self.by,
            council=self.place.council,
            username=typed["username"],
            name=typed["name"],
            password=typed["password"],
            registration=form.registration(),
        )

    def done(self, result: Account) -> str:
        return f"The account {result.username} is open. Appoint {result} to a post next."

    def next_url(self, result: Account | None) -> str:
        if result is None:
            return reverse("delegation:organisations")
        return reverse("delegation:account", args=[result.username])


class CloseAccount(SetUpPage):
    """The administrator stops an account at once; the person's posts are ended each on its own."""

    form_class = ReasonForm
    verb = "close_account"
    title = "Close an account"
    button = "Close account"
    account: Account

    def find(self, **named: Any) -> None:
        self.account = found_or_404(account_by_username(self.place, named["username"]))

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        of = f"{self.account} ({self.account.username})"
        lead = "Nobody can log in with it from now on. Posts and lines in the register stay."
        return super().get_context_data(caption=of, lead=lead, is_warning=True, **named)

    def act(self, form: ReasonForm) -> Account:
        return close_account(by=self.by, council=self.place.council, account=self.account, **form.cleaned_data)

    def done(self, result: Account) -> str:
        return f"The account {result.username} is closed."

    def next_url(self, result: Account | None) -> str:
        return reverse("delegation:account", args=[self.account.username])


class Appoint(SetUpPage):
    """The administrator appoints somebody to a post in an organisation."""

    form_class = AppointForm
    verb = "appoint_to_post"
    title = "Appoint to a post"
    button = "Appoint"
    lead = (
        "Nobody appoints themselves. Only the Director appoints a director, an administrator, a head of service or a "
        "team manager."
    )
    organisation: Organisation

    def find(self, **named: Any) -> None:
        self.organisation = found_or_404(organisation_by_key(self.place, named["key"]))

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"kind": self.organisation.kind}

    def get_initial(self) -> dict[str, Any]:
        return {"from_day": self.today, "username": self.request.GET.get("username", "")}

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        return super().get_context_data(caption=self.organisation.name, **named)

    def act(self, form: AppointForm) -> Post:
        typed = dict(form.cleaned_data)
        account = account_by_username(self.place, typed.pop("username"))
        if account is None or account.worker is None:
            raise NotFound("There is no account of that name here. Open one first.")
        return appoint_to_post(by=self.by, worker=account.worker, organisation=self.organisation, **typed)

    def done(self, result: Post) -> str:
        return f"{result.worker} is {result} from {long_day(result.from_day)}."

    def next_url(self, result: Post | None) -> str:
        return reverse("delegation:organisation", args=[self.organisation.key])


class EndPost(SetUpPage):
    """The administrator says the last day of a post; its row stays."""

    form_class = EndPostForm
    verb = "end_post"
    title = "End a post"
    button = "End post"
    post_ended: Post

    def find(self, **named: Any) -> None:
        self.post_ended = found_or_404(post_by_number(self.place, named["pk"]))

    def get_initial(self) -> dict[str, Any]:
        return {"last_day": self.today}

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        lead = "The post counts to the end of its last day. To stop somebody at once, close the account too."
        return super().get_context_data(
            caption=f"{self.post_ended.worker}: {self.post_ended}", lead=lead, is_warning=True, **named
        )

    def act(self, form: EndPostForm) -> Post:
        return end_post(by=self.by, post=self.post_ended, **form.cleaned_data)

    def done(self, result: Post) -> str:
        return f"{self.post_ended.worker}’s last day as {self.post_ended} is {long_day(result.to_day)}."

    def next_url(self, result: Post | None) -> str:
        return reverse("delegation:organisation", args=[self.post_ended.organisation.key])
