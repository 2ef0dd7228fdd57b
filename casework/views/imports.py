"""Plans from the provider's own system, taken in through the same services as the pages."""

from pathlib import Path
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views import View

from casework.colleagues import council_of_account, providers_of
from casework.forms.imports import MOST_BYTES, MOST_PLANS, ImportForm
from casework.intake import FORMAT, Taken, take_in_file
from casework.plans import ask_before_plan
from casework.views.acting import account_of
from delegation.models import Account
from delegation.refusals import NoPost
from delegation.register import whole

SCHEMA = Path(__file__).resolve().parent.parent / "data" / "support-plan.schema.json"
MOST_TOLD = 500
HEADINGS = (("added", "Accepted"), ("already here", "Unchanged"), ("refused", "Refused"))


class ImportPlans(View):
    """Send a file of plans; each is taken in whole or refused whole, and every fault is told by its place."""

    def get(self, request: HttpRequest) -> HttpResponse:
        ask_to_import(account_of(request))
        return render(request, "casework/import_plans.html", {"form": ImportForm(), **about(request)})

    def post(self, request: HttpRequest) -> HttpResponse:
        account = account_of(request)
        with whole():
            ask_to_import(account)
        form = ImportForm(request.POST, request.FILES)
        if not form.is_valid():
            return render(request, "casework/import_plans.html", {"form": form, **about(request)}, status=422)
        file = form.cleaned_data["file"]
        taken = take_in_file(file, by=account, most_bytes=MOST_BYTES, most_plans=MOST_PLANS)
        context = {"groups": groups_of(taken), "counts": counts_of(taken), "file": request.FILES["file"].name}
        status = 200 if any(one.outcome != "refused" for one in taken) else 422
        return render(request, "casework/imported_plans.html", {**context, **about(request)}, status=status)


class ImportSchema(View):
    """The JSON Schema of a plan, for the provider's own system to check against before it sends."""

    def get(self, request: HttpRequest) -> FileResponse:
        if not SCHEMA.is_file():
            raise Http404
        return FileResponse(SCHEMA.open("rb"), content_type="application/schema+json")


def about(request: HttpRequest) -> dict[str, Any]:
    """What both pages say of the format."""
    return {"format": FORMAT, "schema_href": reverse("casework:import-schema")}


def ask_to_import(account: Account) -> None:
    """Raise the guard's refusal where this account may not prepare plans at all; each plan is asked for again."""
    council, providers = council_of_account(account), providers_of(account)
    if council is None:
        raise NoPost("You hold no post today.")
    first = providers[0].pk if providers else None
    ask_before_plan("prepare_plan", account, council=council, provider_id=first, subject_kind="plan", subject="")


def prepare_href(one: Taken) -> str:
    """Where the plan is gone on with; empty where none was kept."""
    return reverse("casework:prepare", args=[one.plan]) if one.plan else ""


def groups_of(taken: list[Taken]) -> list[dict[str, Any]]:
    """What became of each plan, under its heading; at most 500 of each are told one by one."""
    groups = []
    for outcome, title in HEADINGS:
        own = [one for one in taken if one.outcome == outcome]
        rows = [
            {"one": one, "href": reverse("casework:prepare", args=[one.plan]) if one.plan else ""}
            for one in own[:MOST_TOLD]
        ]
        groups.append({"outcome": outcome, "title": title, "rows": rows, "count": len(own), "told": MOST_TOLD})
    return groups


def counts_of(taken: list[Taken]) -> list[tuple[str, int]]:
    """How many of each outcome, in words and figures."""
    return [(title, sum(one.outcome == outcome for one in taken)) for outcome, title in HEADINGS]
