"""What is typed on each page that acts: the form as it opens for somebody who may, and the few words it lacks."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from casework import code_lists
from casework.models import Need, SupportPlan
from casework.outcomes import outcomes_of
from casework.services import record_assessment
from tests.casework.sent_plans import a_sent_plan
from tests.permissions.world import World, a_new_person
from tests.registers.kit import pages
from verification.checklist import NEED_ITEMS, PLAN_ITEMS
from verification.demo import assessment_details
from verification.models import Offer
from verification.services.ways_out import withdraw_plan

Typed = dict[str, Any]

# The stage a plan must stand at for the act of a page to start. Pages not named are opened on a draft.
STAGES = {
    "casework:agreement": "draft",
    "verification:send_to_quality_assurance": "agreed",
    "verification:pass_quality_assurance": "in quality assurance",
    "verification:return_from_quality_assurance": "in quality assurance",
    "verification:submit_plan_for_verification": "quality assured",
    "verification:resubmit_plan": "answered",
    "verification:answer_finding": "returned",
    "verification:take_up_verification": "submitted",
    "verification:complete_checklist": "in verification",
    "verification:raise_finding": "in verification",
    "verification:withdraw_finding": "in verification",
    "verification:return_plan_to_provider": "in verification",
    "verification:hand_over_verification": "in verification",
    "verification:recommend_plan": "verified",
    "verification:record_funding_decision": "recommended",
    "verification:escalate_funding_decision": "recommended",
    "verification:refuse_funding": "recommended",
    "verification:return_from_funding": "recommended",
    "verification:record_envelope_decision": "price asked",
    "verification:record_change_decision": "change asked",
    "verification:take_up_brokerage": "funded",
    "verification:invite_offers": "in brokerage",
    "verification:record_offer": "in brokerage",
    "verification:request_envelope_change": "in brokerage",
    "verification:award_package": "in brokerage",
    "verification:start_package": "arranged",
    "verification:request_package_change": "active",
    "verification:suspend_package": "active",
    "verification:resume_package": "suspended",
    "verification:review_plan": "active",
    "verification:conclude_review": "under review",
    "verification:end_package": "active",
    "verification:end_urgent_support": "urgent",
    "verification:reopen_plan": "withdrawn",
    "verification:withdraw_plan_by_council": "submitted",
    "verification:return_to_brokerage": "arranged",
    "verification:brokerage": "in brokerage",
    "verification:findings": "in verification",
    "verification:letter": "funded",
    "verification:money": "active",
    "verification:versions": "answered",
    "verification:plan": "submitted",
}


def ready(world: World, page: str) -> dict[str, Any]:
    """Our things as a page needs them, where no stage of a plan gives it; call it inside `undone()`."""
    things = dict(world.ours)
    if page in pages() and (make_ready := pages()[page].ready):
        return things | make_ready(world, things)
    if page == "casework:determine-eligibility":
        by, person = world.here.accounts["practitioner"], things["person"]
        things["assessment"] = record_assessment(by=by, person=person.ref, details=assessment_details())
    if page == "casework:prepare-plan":
        withdraw_plan(by=world.here.accounts["practitioner"], plan=things["plan"].ref, reason="Begun anew.")
    return things


class Boxes(HTMLParser):
    """What the form of a page would post as it stands."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self._select = self._textarea = ""
        self._in_form = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        name = told.get("name") or ""
        if tag == "form":
            self._in_form = (told.get("method") or "").lower() == "post" and "log-out" not in (told.get("action") or "")
        if not self._in_form:
            return
        if tag == "input" and name and told.get("type") not in ("submit", "file"):
            if told.get("type") not in ("radio", "checkbox") or "checked" in told:
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
        if tag in ("select", "textarea", "form"):
            self._select = self._textarea = ""
            self._in_form = self._in_form and tag != "form"


def day(name: str, when: date) -> Typed:
    """The three boxes of a day."""
    return {f"{name}_day": when.day, f"{name}_month": when.month, f"{name}_year": when.year}


def today() -> date:
    return timezone.localdate()


def soon(days: int = 40) -> date:
    return timezone.localdate() + timedelta(days=days)


def _person(world: World, plan: SupportPlan) -> Typed:
    return {
        "first_name": "Harpreet",
        "last_name": "Gill",
        **day("date_of_birth", date(1950, 7, 4)),
        "gender": "Female",
        "ethnicity": "White: Irish",
        "client_type": "Service user",
        "accommodation_status": "Owner occupier or shared ownership scheme",
        "has_unpaid_carer": "No",
    }


def _assessment(kind: str) -> Typed:
    outcomes = outcomes_of(kind)
    typed: Typed = {
        **day("started_on", today()),
        **day("completed_on", today()),
        "assessment_type": code_lists.assessment_types()[0][0],
        "method": "Service user only",
        "involvement": "Seen at home.",
        "desired_outcomes": "To be safe.",
        "capacity": "has_capacity",
        "advocacy": "not_needed",
        "wellbeing": "Anxious.",
        "other_help": "None.",
        "carer_willing": "yes",
        "carer_able": "yes",
    }
    return typed | {f"answer_{outcome.key}": "can" for outcome in outcomes}


def _checklist(world: World, plan: SupportPlan) -> Typed:
    needs = Need.objects.filter(assessment_id=plan.assessment_id, eligible=True)
    typed = {f"need_{need.need_key}_{item.key}": "met" for need in needs for item in NEED_ITEMS}
    return typed | {f"plan_{item.key}": "yes" for item in PLAN_ITEMS}


def _award(world: World, plan: SupportPlan) -> Typed:
    typed: Typed = {}
    for offer in Offer.objects.filter(requirement__plan=plan, kind="offer").select_related("requirement"):
        key = offer.requirement.line_key
        typed |= {f"{key}_offer": offer.pk, f"{key}_choice": "Met both.", f"{key}_value": "At the times asked."}
    return typed


LINE = {
    "need": "N1",
    "how": "friends_and_family",
    "description": "Her daughter cooks.",
    "kind": "weekly",
    "quantity": "2",
    "unit": "day",
    "unit_cost": "",
}
PASSWORD = "a-long-enough-password-7"

Writer = Callable[[World, SupportPlan], Typed]

TYPED: dict[str, Writer] = {
    # casework
    "casework:people": lambda w, p: {"words": w.ours["person"].ref},
    "casework:record-person": _person,
    "casework:correct-person": lambda w, p: {"telephone": "01632 960123", "reason": "She rang."},
    "casework:link-carer": lambda w, p: {
        "carer": a_new_person(w.here, 90).ref,
        "relationship": "Daughter",
        **day("from_day", date(2024, 9, 1)),
    },
    "casework:restrict-record": lambda w, p: {"because": "Threats."},
    "casework:lift-restriction": lambda w, p: {"because": "The threat is over."},
    "casework:record-contact": lambda w, p: {
        "made_by": "Ward",
        "route_of_access": "Community or other route",
        "summary": "Going home.",
        "outcome": "assessment",
    },
    "casework:record-assessment": lambda w, p: _assessment("adult"),
    "casework:record-carer-assessment": lambda w, p: _assessment("carer"),
    "casework:determine-eligibility": lambda w, p: {
        "need_from_impairment": "yes",
        "significant_effect": "yes",
        "reasons": "As assessed.",
    },
    "casework:explain-need": lambda w, p: {"how_far": "Fully."},
    "casework:add-line": lambda w, p: LINE | day("starts_on", soon()),
    "casework:change-line": lambda w, p: {"description": "Help each morning and evening"},
    "casework:wellbeing": lambda w, p: {"wellbeing_matters": "Company."},
    "casework:prevention": lambda w, p: {"prevention_advice": "Falls clinic."},
    "casework:involvement": lambda w, p: {"person_involvement": "Chose the times."},
    "casework:review": lambda w, p: day("review_on", soon()),
    "casework:direct-payment": lambda w, p: {},
    "casework:agreement": lambda w, p: {
        "agreed_with": "The person",
        "steps_to_agree": "Read together.",
        "copy_offered": "on",
        **day("agreed_on", today()),
    },
    "casework:transfer-plan": lambda w, p: {
        "to_worker": w.here.accounts["secondpractitioner"].worker_id,
        "reason": "Leave.",
    },
    "casework:import-plans": lambda w, p: {
        "file": SimpleUploadedFile("plans.json", json.dumps(a_sent_plan(7)).encode())
    },
    # verification
    "verification:pass_quality_assurance": lambda w, p: {"note": "Adds up."},
    "verification:return_from_quality_assurance": lambda w, p: {"reason": "L1: say the times."},
    "verification:answer_finding": lambda w, p: {"answer": "Mornings."},
    "verification:complete_checklist": _checklist,
    "verification:raise_finding": lambda w, p: {"about": "line:L2", "reason": "Why two days?"},
    "verification:withdraw_finding": lambda w, p: {"reason": "Found it."},
    "verification:hand_over_verification": lambda w, p: {
        "to": w.here.accounts["secondverifier"].worker_id,
        "reason": "Leave.",
    },
    "verification:recommend_plan": lambda w, p: {"recommendation": "It is met."},
    "verification:record_funding_decision": lambda w, p: {
        f"{key}_outcome": "fund" for key in p.lines.values_list("line_key", flat=True)
    },
    "verification:escalate_funding_decision": lambda w, p: {"to_role": "dass", "reason": "Dear."},
    "verification:refuse_funding": lambda w, p: {"reasons": "Met otherwise."},
    "verification:return_from_funding": lambda w, p: {"question": "Which days?"},
    "verification:record_envelope_decision": lambda w, p: {"agree": "yes", "reasons": "Usual."},
    "verification:record_change_decision": lambda w, p: {"agree": "yes", "reasons": "Usual."},
    "verification:invite_offers": lambda w, p: {"organisations": [w.here.care_providers[0].pk]},
    "verification:record_offer": lambda w, p: {
        "organisation": w.here.care_providers[0].pk,
        "kind": "declined",
        "note": "No staff.",
    },
    "verification:request_envelope_change": lambda w, p: {"weekly_L1": "260.00", "reason": "No offer within it."},
    "verification:award_package": _award,
    "verification:start_package": lambda w, p: day("starts_on", today()),
    "verification:request_package_change": lambda w, p: {
        "weekly_L1": "250.00",
        "reason": "Evenings.",
        **day("effective_on", today()),
    },
    "verification:suspend_package": lambda w, p: {"reason": "In hospital.", **day("on", today())},
    "verification:resume_package": lambda w, p: day("on", today()),
    "verification:review_plan": lambda w, p: {"reason": "Planned"},
    "verification:conclude_review": lambda w, p: {
        "outcome": "Going well.",
        "achieved": "Partially Met",
        "method": "Service user only",
        **day("next_review_on", soon(100)),
    },
    "verification:end_package": lambda w, p: {"reason": "No longer needed.", **day("on", today())},
    "verification:start_urgent_support": lambda w, p: {
        "weekly": "300.00",
        "reason": "Home tonight.",
        **day("starts_on", today()),
    },
    "verification:end_urgent_support": lambda w, p: {"reason": "No longer needed."},
    "verification:withdraw_plan": lambda w, p: {"reason": "Moved in with family."},
    "verification:reopen_plan": lambda w, p: {"reason": "Needs changed."},
    "verification:withdraw_plan_by_council": lambda w, p: {"reason": "The person declined."},
    "verification:return_to_brokerage": lambda w, p: {"reason": "The provider closed."},
    "verification:record_death_or_move": lambda w, p: {"what": "died", **day("on", today())},
    "verification:guide_prices": lambda w, p: {
        "service_component": "Day support",
        "unit": "day",
        "price": "60.00",
        **day("from_day", soon()),
    },
    "verification:urgent_amounts": lambda w, p: {"weekly": "500.00", "days": "10", **day("from_day", soon())},
    # delegation
    "delegation:password": lambda w, p: {
        "old_password": "countersign-demo",
        "new_password1": PASSWORD,
        "new_password2": PASSWORD,
    },
    "delegation:revoke": lambda w, p: {"because": "The contract ended.", **day("from_day", today())},
    "delegation:open_organisation": lambda w, p: {"name": "Fenside", "key": "fenside", "kind": "provider"},
    "delegation:appoint": lambda w, p: {
        "username": "secondverifier",
        "role": "data_officer",
        **day("from_day", today()),
    },
    "delegation:end_post": lambda w, p: {"reason": "Retired.", **day("last_day", today())},
    "delegation:open_account": lambda w, p: {"name": "Zoe Nye", "username": "zoe", "password": PASSWORD},
    "delegation:close_account": lambda w, p: {"reason": "Left."},
    "delegation:set_limit": lambda w, p: {
        "role": "team_manager",
        "weekly": "400.00",
        "whole_life": "20000.00",
        **day("from_day", today()),
    },
    "delegation:give_cover": lambda w, p: {
        "covered": w.here.accounts["head"].worker_id,
        "covering": w.here.accounts["broker"].worker_id,
        "reason": "Leave.",
        **day("from_day", today()),
        **day("to_day", soon()),
    },
    "delegation:sign_assurance_review": lambda w, p: {"remarks": "Each function seen."},
    "delegation:raise_assurance_exception": lambda w, p: {
        "function": "brokerage_sourcing",
        "what": "Too few offers.",
        "owner": w.here.accounts["broker"].worker_id,
        **day("due_on", soon()),
    },
    "delegation:close_assurance_exception": lambda w, p: {"because": "Mended."},
    "delegation:end_cover": lambda w, p: {"reason": "Back early."},
    "login": lambda w, p: {"username": "verifier", "password": "countersign-demo"},
}
