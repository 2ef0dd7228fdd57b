"""Keeps the session of somebody at work alive, without writing to the database at every request."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

TOUCHED = "touched"


class KeepSessionAlive:
    """Moves the end of a session on when it was last moved at least `SESSION_TOUCHED_EVERY` seconds ago.

    A session so ends between `SESSION_COOKIE_AGE` less that and `SESSION_COOKIE_AGE` seconds after the last request.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        session = request.session
        is_logged_in = session.session_key and SESSION_KEY in session
        if is_logged_in and abs(_now() - session.get(TOUCHED, 0)) >= settings.SESSION_TOUCHED_EVERY:
            session[TOUCHED] = _now()
        return response


def _now() -> int:
    return int(timezone.now().timestamp())
