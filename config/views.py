"""The pages that belong to no app: is it well, the statements, and what is said when something is wrong."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers. It touches nothing else, so a slow database never gets it restarted."""
    return HttpResponse("ok\n", content_type="text/plain")


@login_not_required
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers and has every table this version needs; otherwise 503 and one word why."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return HttpResponse("no database\n", content_type="text/plain", status=503)
    if waiting:
        return HttpResponse("migrations waiting\n", content_type="text/plain", status=503)
    return HttpResponse("ready\n", content_type="text/plain")


@login_not_required
@require_safe
@cache_control(public=True, max_age=3600)
def council_css(request: HttpRequest) -> HttpResponse:
    """The council's colour as a style sheet of its own, so that no page needs an inline style."""
    return HttpResponse(
        f":root{{--council-colour:{settings.COLOUR};--govuk-brand-colour:{settings.COLOUR}}}\n",
        content_type="text/css",
    )


@login_not_required
@require_safe
def accessibility_statement(request: HttpRequest) -> HttpResponse:
    """The statement the 2018 accessibility regulations ask for."""
    return render(request, "pages/accessibility.html")


@login_not_required
@require_safe
def privacy_notice(request: HttpRequest) -> HttpResponse:
    """What is held about whom, why, and how long."""
    return render(request, "pages/privacy.html")


@login_not_required
@require_safe
def source_code(request: HttpRequest) -> HttpResponse:
    """The offer of the source that section 13 of the AGPL asks for, to everyone who uses the service."""
    return render(request, "pages/source_code.html")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what was sent could not be read."""
    return render(request, "400.html", status=400)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the reason, where the refusal gives one."""
    return render(request, "403.html", {"refusal": exception}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: the same words whether a record is not there or is not yours to see."""
    return render(request, "404.html", status=404)


def fault(request: HttpRequest) -> HttpResponse:
    """500: says what was and was not saved, without touching the database again."""
    return HttpResponse(FAULT_PAGE, status=500)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form's token did not match, most often after a log-out in another tab."""
    return render(request, "form_expired.html", status=403)


FAULT_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sorry, there is a problem with the service</title>
<link rel="stylesheet" href="/council.css"></head>
<body><main><h1>Sorry, there is a problem with the service</h1>
<p>What you last sent was not saved. What was saved before it is safe.</p>
<p>Go back, and try again in a few minutes. If it happens again, tell whoever looks after the service
what you were doing and at what time.</p></main></body></html>
"""
