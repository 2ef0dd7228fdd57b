"""Changing one's own password."""

from typing import Any

from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.urls import reverse

from delegation.models import Account
from delegation.pages import ActPage
from delegation.passwords import change_own_password
from delegation.views.places import account_of, place_or_404


class ChangePassword(ActPage):
    """The holder of an account changes its password and stays logged in here; every other session ends."""

    form_class = PasswordChangeForm
    template_name = "delegation/act.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"user": account_of(self.request)}

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        told = {"title": "Change your password", "button": "Change password", "back_href": self.next_url(None)}
        lead = "Use at least 12 characters. Wherever else you are logged in, you will be logged out."
        return super().get_context_data(**(told | {"lead": lead} | named))

    def act(self, form: PasswordChangeForm) -> Account:
        account = change_own_password(
            by=account_of(self.request),
            council=place_or_404(self.request).council,
            new_password=form.cleaned_data["new_password1"],
        )
        update_session_auth_hash(self.request, account)
        return account

    def done(self, result: Account) -> str:
        return "Your password is changed."

    def next_url(self, result: Account | None) -> str:
        return reverse("delegation:me")
