"""Turns a refusal that no page caught into a page: what was refused, the source, and who may do it."""

from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from delegation.pages import status_of, why_href
from delegation.refusals import NotFound, Refused

# What PostgreSQL and SQLite say when somebody else held a row for longer than we wait.
HELD_ELSEWHERE = ("lock timeout", "database is locked", "could not obtain lock", "deadlock detected")


class RefusalPages:
    """A refused act is 403, a broken rule 422, a conflict 409; what one may not know of is 404 like any other."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page for a refusal or for a row held by somebody else; anything else goes on to the fault page."""
        if isinstance(exception, NotFound):
            return render(request, "404.html", status=404)
        if isinstance(exception, Refused):
            status = status_of(exception)
            template = "409.html" if status == 409 else "403.html"
            return render(request, template, {"refusal": exception, "why_href": why_href(exception)}, status=status)
        if isinstance(exception, OperationalError) and any(words in str(exception) for words in HELD_ELSEWHERE):
            return render(request, "409.html", {"held_elsewhere": True}, status=409)
        return None
