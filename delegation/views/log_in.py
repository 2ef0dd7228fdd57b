"""Logging in, where guessing is slowed: by name, and by the address it comes from."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.core.exceptions import ValidationError
from django.http import HttpResponse

from delegation.login_tries import address_of, begin_try, forget_old_tries, forgive

TOO_MANY = (
    "There were too many tries to log in. Wait {minutes}, then try again. If you have forgotten your password, ask "
    "whoever gave you your account."
)


class LogInForm(AuthenticationForm):
    """A name and a password; after too many bad tries neither is looked at until the wait is over."""

    wait: timedelta | None = None

    def clean(self) -> dict[str, Any]:
        """Count the try, then look at the password. The sentence is the same whether or not there is such a name."""
        name, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not name or not password:
            return super().clean()
        told = self.request.META if self.request else {}
        address = address_of(told.get("HTTP_X_FORWARDED_FOR", ""), told.get("REMOTE_ADDR", ""))
        this = begin_try(name=name, address=address)
        if this.wait is not None:
            self.wait = this.wait
            raise ValidationError(TOO_MANY.format(minutes=_in_minutes(this.wait)), code="too_many_tries")
        try:
            cleaned = super().clean()
        except ValidationError:
            forget_old_tries()
            raise
        forgive(this)
        return cleaned


class LogIn(LoginView):
    """The page that lets somebody in; 429 with the seconds to wait where there were too many tries."""

    # A form is sent by POST. Django's form pages would take a PUT for one too.
    http_method_names = ["get", "head", "post", "options"]
    form_class = LogInForm
    redirect_authenticated_user = True

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """What was wrong, in one sentence."""
        response = super().form_invalid(form)
        if isinstance(form, LogInForm) and form.wait is not None:
            response.status_code = HTTPStatus.TOO_MANY_REQUESTS
            response.headers["Retry-After"] = str(int(form.wait.total_seconds()) + 1)
        return response


def _in_minutes(wait: timedelta) -> str:
    minutes = -(-int(wait.total_seconds() + 1) // 60)
    return "1 minute" if minutes <= 1 else f"{minutes} minutes"
