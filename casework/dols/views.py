"""The pages of deprivation of liberty: the list with its backlog, one request, and an act a page."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework import asking
from casework.dols import services
from casework.dols.guarded import is_open_to
from casework.dols.lock import KIND, SIGNED, assessors_hands, urgent_last_day
from casework.dols.rules import IN_FORCE, OPEN, STATES, why_not_granted
from casework.dols.rules import KINDS as SIX
from casework.dols.selectors import (
    backlog,
    dols_for_reading,
    dols_page,
)
from casework.models import DolsAssessment, DolsRequest
from casework.views.records import Offer, acts_of
from delegation.authority import Question
from delegation.directory import Place
from delegation.models import Account
from delegation.templatetags.govuk import day
from delegation.views.places import account_of, council_place_or_404

COLOURS = {"received": "blue", "assessing": "blue", "assessed": "yellow", "granted": "green", "refused": "grey"}
COLOURS |= {"under_review": "yellow", "suspended": "orange", "ended": "grey"}
# Every act on a request: from where it starts, its page and its button, in the order they are offered.
ACTS = (
    ("select_dols_assessor", {"received", "assessing"}, "dols-select", "Select an assessor"),
    ("record_dols_assessment", {"assessing"}, "dols-assess", "Record an assessment"),
    ("grant_dols_authorisation", {"assessed"}, "dols-grant", "Authorise"),
    ("refuse_dols_authorisation", {"assessed"}, "dols-refuse", "Refuse"),
    ("open_dols_review", {"granted"}, "dols-review", "Begin a review"),
    ("conclude_dols_review", {"under_review"}, "dols-conclude-review", "Conclude the review"),
    ("resume_dols_authorisation", {"suspended"}, "dols-resume", "Resume"),
    ("suspend_dols_authorisation", {"granted"}, "dols-suspend", "Suspend"),
    ("extend_urgent_authorisation", set(OPEN), "dols-extend", "Extend the urgent authorisation"),
    ("end_dols_authorisation", {*OPEN, *IN_FORCE, "suspended"}, "dols-end", "Record its end"),
)


def place_or_404(request: HttpRequest) -> Place:
    """Where somebody of the council stands who reads its casework; everybody else finds nothing here."""
    place = council_place_or_404(request)
    if not is_open_to(account_of(request), place.council):
        raise Http404
    return place


@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """Every live request, the longest overdue first, with the backlog; or those at one state."""
    place, account, today = place_or_404(request), account_of(request), timezone.localdate()
    state = request.GET.get("state", "")
    page = dols_page(account, place.council, state, request.GET.get("page", ""))
    counted = backlog(account, place.council, today)
    told = {
        "page": page,
        "backlog": counted,
        "states": [(key, words, counted.states[key]) for key, words in STATES.items()],
        "state": state if state in STATES else "",
        "rows": [(each, COLOURS[each.state], bool(each.due_on and each.due_on < today)) for each in page],
        "place": place,
        "back_href": reverse("delegation:procedures"),
        "back_text": "Procedures",
    }
    return render(request, "casework/dols/requests.html", told)


@require_safe
def request_record(request: HttpRequest, ref: str) -> HttpResponse:
    """One request: where it stands, what may be done next, its facts, its assessments, its days and its acts."""
    account, today = account_of(request), timezone.localdate()
    held = dols_for_reading(by=account, ref=ref)
    found = list(held.assessments.select_related("assessor__employer", "recorded_by__worker").order_by("pk"))
    authorisation = getattr(held, "authorisation", None)
    told = {
        "held": held,
        "state": STATES[held.state],
        "colour": COLOURS[held.state],
        "is_late": bool(held.due_on and held.due_on < today),
        "offers": offers_of(account, held, found),
        "facts": facts_of(held),
        "days": days_of(held),
        "assessments": in_order(found),
        "is_partial": len(found) < len(SIX),
        "authorisation": authorisation,
        "authorised": authorised_facts(held) if authorisation else [],
        "reviews": held.reviews.select_related("opened_by__worker", "concluded_by__worker").order_by("-pk"),
        "acts": acts_of(account, held.council, KIND, held.ref),
        "place": {"council": held.council},
        "back_href": reverse("casework:dols"),
        "back_text": "Deprivation of liberty",
    }
    return render(request, "casework/dols/request.html", told)


def in_order(found: list[DolsAssessment]) -> list[tuple[str, DolsAssessment | None]]:
    """The six assessments in the order of the Schedule, with nothing where nobody is selected yet."""
    by_kind = {each.kind: each for each in found}
    return [(title, by_kind.get(kind)) for kind, title in SIX.items()]


def offers_of(account: Account, held: DolsRequest, found: list[DolsAssessment]) -> list[Offer]:
    """What this account may do now; the guard is asked once for each kind of question."""
    plain = asking.may(question_of("select_dols_assessor", account, held))
    signs = plain and held.state == "assessed" and asking.may(question_of("grant_dols_authorisation", account, held))
    unmet = bool(why_not_granted(services.results_of(found)))
    offers: list[Offer] = []
    for verb, states, name, text in ACTS:
        fits = held.state in states and (signs if verb in SIGNED else plain)
        fits = fits and (verb != "grant_dols_authorisation" or not unmet)
        fits = fits and (verb != "refuse_dols_authorisation" or unmet)
        fits = fits and (verb != "extend_urgent_authorisation" or may_extend(held))
        if fits:
            href = reverse(f"casework:{name}", args=[held.ref])
            offers.append(Offer(text=text, href=href, is_first=not offers))
    return offers


def may_extend(held: DolsRequest) -> bool:
    """Whether there is an urgent authorisation still running that was not extended yet."""
    last = urgent_last_day(held)
    return last is not None and not held.extended_by_days and last >= timezone.localdate()


def question_of(verb: str, account: Account, held: DolsRequest) -> Question:
    """The question the service will ask."""
    hands = assessors_hands(held, account) if verb in SIGNED else {}
    return asking.question(verb, account, held.council, subject_kind=KIND, subject=held.ref, hands=hands)


def facts_of(held: DolsRequest) -> list[dict[str, Any]]:
    """What the managing authority told, and how it came out."""
    rows = [
        ("Person", held.person.name, reverse("casework:person", args=[held.person.ref])),
        (held.get_setting_display(), held.managed_by, ""),
        ("Circumstances", held.circumstances, ""),
    ]
    if held.urgent_on:
        rows.append(("Why it was urgent", held.urgent_because, ""))
    if held.extended_by_days:
        rows.append(("Why it was extended", held.extended_because, ""))
    if held.refused_because:
        rows.append(("Refused because", held.refused_because, ""))
    if held.suspended_because:
        rows.append(("Suspended because", held.suspended_because, ""))
    if held.ended_on:
        rows.append(("How it ended", f"{held.get_ending_display()}. {held.ended_because}".strip(), ""))
    return [{"key": key, "value": value, "link": link} for key, value, link in rows]


def days_of(held: DolsRequest) -> list[dict[str, Any]]:
    """The days that matter, and the one that falls due next."""
    last = urgent_last_day(held)
    lapsed = last is not None and last < held.received_on
    pairs = [
        ("Received", held.received_on),
        ("Urgent authorisation from", held.urgent_on),
        ("Urgent authorisation until", last),
        ("Nothing authorised it, before the request came, from", last + timedelta(days=1) if last and lapsed else None),
        ("Decided", held.decided_at),
        ("Suspended", held.suspended_on),
        ("Ended", held.ended_on),
        ("Falls due", held.due_on),
    ]
    return [{"key": key, "value": day(moment)} for key, moment in pairs if moment]


def authorised_facts(held: DolsRequest) -> list[dict[str, Any]]:
    """What the council authorised."""
    given = held.authorisation
    return [
        {"key": "Period", "value": f"{day(given.from_day)} to {day(given.to_day)}"},
        {"key": "Purpose", "value": given.purpose},
        {"key": "Conditions", "value": given.conditions or "None"},
        {"key": "Representative", "value": f"{given.representative_name} ({given.get_representative_kind_display()})"},
        {"key": "Signed by", "value": f"{given.granted_by}, {day(given.granted_at)}"},
    ]


@require_safe
def notice(request: HttpRequest, ref: str) -> HttpResponse:
    """The notice of the council's decision, and to whom copies go. Source: Sch A1 paras 55, 57-58."""
    held = dols_for_reading(by=account_of(request), ref=ref)
    told = {
        "held": held,
        "authorisation": getattr(held, "authorisation", None),
        "unmet": [each for each in held.assessments.all() if each.met is False],
        "back_href": reverse("casework:dols-request", args=[held.ref]),
        "back_text": "Back to the record",
    }
    return render(request, "casework/dols/notice.html", told)
