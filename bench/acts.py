"""Every act of the way through its page, counting the queries of the POST with session and user."""

import re
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any

from django.test import Client
from django.utils import timezone

from bench.measuring import counting
from bench.pages import logged_in
from casework.models import Assessment, SupportPlan
from delegation.demo import DemoOrganisations, load_demo_organisations
from verification.models import Offer

Typed = dict[str, Any]


class Boxes(HTMLParser):
    """What a page's form would post as it stands: every box with its value."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self._select = self._textarea = ""
        self._in_post = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        name = told.get("name") or ""
        if tag == "form":
            self._in_post = (told.get("method") or "").lower() == "post" and "log-out" not in (told.get("action") or "")
        if not self._in_post:
            return
        if tag == "input" and name:
            chosen = told.get("type") not in {"radio", "checkbox"} or "checked" in told
            if chosen and told.get("type") not in {"submit", "file"}:
                self.values.setdefault(name, []).append(told.get("value") or "")
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in told:
            self.values[self._select] = [told.get("value") or ""]
        elif tag == "textarea":
            self._textarea = name
            self.values[name] = [""]

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self.values[self._textarea] = [data.strip()]

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._textarea = ""
        elif tag == "form":
            self._in_post = False


def day(name: str, when: Any) -> Typed:
    """The three boxes of a day."""
    return {f"{name}_day": when.day, f"{name}_month": when.month, f"{name}_year": when.year}


class Walker:
    """Walks a plan by its pages and keeps what each POST cost."""

    def __init__(self) -> None:
        self.clients: dict[str, Client] = {}
        self.told: list[dict[str, Any]] = []

    def do(self, act: str, who: str, address: str, typed: Typed | None = None) -> None:
        """Open the page, type, post; the page must redirect."""
        client = self.clients.setdefault(who, logged_in(who))
        with counting() as opened:
            page = client.get(address)
        boxes = Boxes()
        boxes.feed(page.content.decode())
        with counting() as posted:
            answer = client.post(address, {**boxes.values, **(typed or {})})
        if answer.status_code not in (302, 303):
            told = re.sub(r"<[^>]+>|\s+", " ", answer.content.decode())
            raise RuntimeError(f"{act} at {address}: {answer.status_code} {re.sub(' +', ' ', told)[:3000]}")
        self.told.append({"act": act, "queries": posted.rows, "marks": posted.marks, "queries_of_get": opened.rows})


def through_the_pages(assessment: str) -> list[dict[str, Any]]:
    """One plan from its assessment to its running package, returned once by the verifier, each act by its page."""
    walk, today = Walker(), timezone.localdate()
    held = Assessment.objects.select_related("person").get(ref=assessment)
    walk.do(
        "prepare_plan",
        "practitioner",
        f"/people/{held.person.ref}/assessments/{held.ref}/prepare-plan/",
    )
    plan = SupportPlan.objects.get(assessment=held)
    _written(walk, plan, today)
    _assured_and_submitted(walk, plan, "submit")
    walk.do("take_up_verification", "verifier", f"/plans/{plan.ref}/take-up-verification/")
    finding = {"about": "line:L1", "reason": "Why seven hours?"}
    walk.do("raise_finding", "verifier", f"/plans/{plan.ref}/findings/raise/", finding)
    walk.do("raise_finding", "verifier", f"/plans/{plan.ref}/findings/raise/", {**finding, "about": "line:L2"})
    walk.do("withdraw_finding", "verifier", f"/plans/{plan.ref}/findings/2/withdraw/", {"reason": "Found it."})
    walk.do("return_plan_to_provider", "verifier", f"/plans/{plan.ref}/return-to-provider/", {"reason": "One."})
    walk.do("answer_finding", "practitioner", f"/plans/{plan.ref}/findings/1/answer/", {"answer": "Mornings."})
    _assured_and_submitted(walk, plan, "resubmit")
    walk.do("take_up_verification", "verifier", f"/plans/{plan.ref}/take-up-verification/")
    _verified(walk, plan)
    lines = {f"L{each}_outcome": "fund" for each in range(1, 5)}
    walk.do("record_funding_decision", "teammanager", f"/plans/{plan.ref}/decide-funding/", lines)
    _sourced(walk, plan, today)
    walk.do("start_package", "broker", f"/plans/{plan.ref}/start/", day("starts_on", today))
    return walk.told


def _written(walk: Walker, plan: SupportPlan, today: Any) -> None:
    place = f"/plans/{plan.ref}/prepare"
    for number in range(1, 5):
        bought = number < 3
        line = {
            "need": f"N{number}",
            "how": "commissioned" if bought else "friends_and_family",
            "service_component": "Home support or domiciliary care" if bought else "",
            "description": "A care worker in the morning.",
            "kind": "weekly",
            "quantity": "7",
            "unit": "hour",
            "unit_cost": "21.50" if bought else "",
            **day("starts_on", today),
        }
        walk.do("amend_plan (a line)", "practitioner", f"{place}/support/new/", line)
    texts = {
        "wellbeing": {"wellbeing_matters": "Company."},
        "prevention": {"prevention_advice": "Falls clinic."},
        "involvement": {"person_involvement": "Chose the times."},
        "review": day("review_on", today + timedelta(weeks=7)),
    }
    for page, typed in texts.items():
        walk.do(f"amend_plan ({page})", "practitioner", f"{place}/{page}/", typed)
    budget = {"weekly_total": "301.00", "weekly_adult_share": "60.00", "weekly_council_share": "241.00"}
    once = {f"one_off_{part}": "0.00" for part in ("total", "adult_share", "council_share")}
    walk.do("set_personal_budget", "practitioner", f"{place}/budget/", budget | once)
    agreement = {"agreed_with": "The person", "steps_to_agree": "Read together.", "copy_offered": "on"}
    walk.do("agree_plan_with_person", "practitioner", f"{place}/agreement/", agreement | day("agreed_on", today))


def _assured_and_submitted(walk: Walker, plan: SupportPlan, how: str) -> None:
    place = f"/plans/{plan.ref}"
    walk.do("send_to_quality_assurance", "practitioner", f"{place}/send-to-quality-assurance/")
    walk.do("pass_quality_assurance", "quality", f"{place}/pass-quality-assurance/", {"note": "Adds up."})
    name = "submit_plan_for_verification" if how == "submit" else "resubmit_plan"
    walk.do(name, "providermanager", f"{place}/{how}/")


def _verified(walk: Walker, plan: SupportPlan) -> None:
    client = walk.clients["verifier"]
    boxes = Boxes()
    boxes.feed(client.get(f"/plans/{plan.ref}/checklist/").content.decode())
    asked = [name.removesuffix("_reason") for name in boxes.values if name.endswith("_reason")]
    answers = {name: "met" if name.startswith("need_") else "yes" for name in asked}
    walk.do("complete_checklist", "verifier", f"/plans/{plan.ref}/checklist/", answers)
    walk.do("recommend_plan", "verifier", f"/plans/{plan.ref}/recommend/", {"recommendation": "It is met."})


def _sourced(walk: Walker, plan: SupportPlan, today: Any) -> None:
    place = f"/plans/{plan.ref}"
    walk.do("take_up_brokerage", "broker", f"{place}/take-up-brokerage/")
    providers = [row.pk for row in _world().care_providers]
    award: Typed = {}
    for line in ("L1", "L2"):
        walk.do("invite_offers", "broker", f"{place}/lines/{line}/invite/", {"organisations": providers})
        for provider, price in zip(providers, ("21.00", "20.50", ""), strict=True):
            offer = {"organisation": provider, "kind": "offer" if price else "declined", "unit_price": price}
            offer |= day("available_from", today) if price else {"note": "No staff."}
            walk.do("record_offer", "broker", f"{place}/lines/{line}/record-offer/", offer)
        dearer = Offer.objects.filter(requirement__plan=plan, requirement__line_key=line, kind="offer").latest("weekly")
        award |= {f"{line}_offer": dearer.pk, f"{line}_choice": "Met both.", f"{line}_value": "At the times asked."}
    walk.do("award_package", "broker", f"{place}/award/", award)


def _world() -> DemoOrganisations:
    return load_demo_organisations()
