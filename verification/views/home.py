"""The first page, and the queues."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.selectors import posts_of
from verification.clock_days import QUEUES
from verification.forms.queues import QueueFilterForm
from verification.home import DECIDERS, home_of
from verification.page_selectors import council_of
from verification.queue_reads import (
    Counted,
    counted,
    narrowed,
    providers_seen,
    queue_of,
    queue_page,
    scope_of,
    urgent_of,
    weekly_limit_of,
)
from verification.unsourced import unsourced_page
from verification.wording import QUEUES_SAID


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What waits for me."""
    return render(request, "verification/home.html", {"home": home_of(request.user)})


@require_safe
def queues(request: HttpRequest) -> HttpResponse:
    """Every queue this person may see, with how many wait in it."""
    scope = scope_of(request.user)
    rows = [
        {"queue": queue, "said": QUEUES_SAID[queue], "waiting": counted(queue_of(request.user, queue, scope))}
        for queue in QUEUES
        if scope is not None
    ]
    is_of_the_council = council_of(request.user) is not None
    return render(request, "verification/queues.html", {"rows": rows, "is_of_the_council": is_of_the_council})


@require_safe
def queue(request: HttpRequest, queue: str) -> HttpResponse:
    """One queue, overdue first, fifty a page."""
    if queue not in QUEUES:
        raise Http404
    form = _filter_form(request, queue)
    scope = scope_of(request.user)
    entries = narrowed(queue_of(request.user, queue, scope), form.filters(), request.user)
    page = queue_page(entries, request.user, request.GET.get("after", ""))
    whole = not request.GET.get("after") and not page.next_after
    context: dict[str, Any] = {
        "queue": queue,
        "said": QUEUES_SAID[queue],
        "filter_form": form,
        "filters": form.filters(),
        "page": page,
        "waiting": Counted(number=len(page.rows)) if whole else counted(entries),
        "is_first": not request.GET.get("after"),
        # Urgent support opened its verification when it started, wherever its plan still stands.
        "urgent": urgent_of(request.user, scope) if queue == "verification" else [],
    }
    return render(request, "verification/queue.html", context)


def _filter_form(request: HttpRequest, queue: str) -> QueueFilterForm:
    posts = posts_of(request.user, timezone.localdate()) if queue == "decision" else []
    level = next((post for post in posts if post.role in DECIDERS), None)
    form = QueueFilterForm(
        request.GET or None,
        providers=providers_seen(request.user),
        level=level.role if level else "",
        limit=weekly_limit_of(level) if level else None,
    )
    form.is_valid()
    return form


@require_safe
def unsourced(request: HttpRequest) -> HttpResponse:
    """Funded support that the market has not yet supplied, with the days it waits."""
    rows, next_after = unsourced_page(request.user, request.GET.get("after", ""))
    context = {"rows": rows, "next_after": next_after, "is_first": not request.GET.get("after")}
    return render(request, "verification/unsourced.html", context)
