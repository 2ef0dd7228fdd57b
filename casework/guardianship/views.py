"""The pages of guardianship: the list, late first, and one guardianship with what may be done next."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework import asking
from casework.guardianship.applying import papers_of
from casework.guardianship.guarded import is_open_to
from casework.guardianship.lock import DECIDES, KIND, applicants_hands, watched_of
from casework.guardianship.rules import (
    Watched,
    amend_by,
    days_falling_due,
    forward_by,
    is_told_late,
    why_not_accepted,
    window_opens,
)
from casework.guardianship.selectors import backlog, guardianship_for_reading, guardianship_page
from casework.guardianship.words import DUE, GUARDIANS, STATES
from casework.models import (
    ActingGuardian,
    Guardian,
    GuardianNotice,
    Guardianship,
    GuardianshipDischarge,
    GuardianshipTransfer,
)
from casework.views.records import Offer, acts_of
from delegation.authority import Question
from delegation.directory import Place
from delegation.models import Account
from delegation.templatetags.govuk import day
from delegation.views.places import account_of, council_place_or_404

COLOURS = {"received": "yellow", "in_force": "green", "refused": "grey", "withdrawn": "grey"}
COLOURS |= dict.fromkeys(("discharged", "transferred", "expired", "ended"), "grey")
# Every act on a guardianship: from where it starts, its page and its button, in the order they are offered.
ACTS = (
    ("accept_guardianship_application", "received", "guardianship-accept", "Accept"),
    ("refuse_guardianship_application", "received", "guardianship-refuse", "Do not accept"),
    ("withdraw_guardianship_application", "received", "guardianship-withdraw", "Record its withdrawal"),
    ("record_guardianship_expiry", "in_force", "guardianship-expire", "Record that it expired"),
    ("receive_guardianship_renewal", "in_force", "guardianship-renew", "Receive a renewal report"),
    ("record_guardianship_visit", "in_force", "guardianship-visit", "Record a visit"),
    ("name_medical_attendant", "in_force", "guardianship-attendant", "Record the medical attendant"),
    ("record_guardian_notice", "in_force", "guardianship-notice", "Record what the guardian told"),
    ("record_absence", "in_force", "guardianship-absence", "Record an absence"),
    ("record_return", "in_force", "guardianship-return", "Record the return"),
    ("receive_report_of_return", "in_force", "guardianship-report", "Receive the report on the return"),
    ("consent_to_amendment", "in_force", "guardianship-amend", "Consent to an amendment"),
    ("change_guardian", "in_force", "guardianship-guardian", "Change the guardian"),
    ("approve_acting_guardian", "in_force", "guardianship-acting", "Have somebody act for the guardian"),
    ("end_acting_guardian", "in_force", "guardianship-acting-end", "Record that the guardian acts again"),
    ("record_displacement", "live", "guardianship-displacement", "Record a displaced nearest relative"),
    ("discharge_guardianship", "in_force", "guardianship-discharge", "Discharge for the council"),
    ("record_discharge_by_another", "in_force", "guardianship-discharged", "Record another’s discharge"),
    ("transfer_guardianship_away", "in_force", "guardianship-transfer", "Transfer it away"),
    ("end_guardianship", "in_force", "guardianship-end", "Record another end"),
)
CALLED_FOR_BY_A_DEATH = frozenset(
    {"refuse_guardianship_application", "withdraw_guardianship_application", "end_guardianship"}
)
STATES_OF = {"live": ("received", "in_force")}


@dataclass(frozen=True, kw_only=True)
class Whole:
    """A guardianship with all that belongs to it, read once for its page."""

    held: Guardianship
    guardians: list[Guardian]
    recommendations: list[Any]
    renewals: list[Any]
    visits: list[Any]
    notices: list[GuardianNotice]
    absences: list[Any]
    amendments: list[Any]
    discharge: GuardianshipDischarge | None
    transfer: GuardianshipTransfer | None
    watched: Watched | None
    acting: list[ActingGuardian]

    @property
    def guardian(self) -> Guardian:
        """The guardian now, or the last there was."""
        return self.guardians[-1]


def whole_of(held: Guardianship) -> Whole:
    """Everything of one guardianship, in at most twelve queries."""
    guardians = list(held.guardians.order_by("pk"))
    in_force = held.state == "in_force"
    return Whole(
        held=held,
        guardians=guardians,
        recommendations=list(held.recommendations.order_by("number")),
        renewals=list(held.renewals.select_related("recorded_by__worker").order_by("-number")),
        visits=list(held.visits.select_related("recorded_by__worker").order_by("-visited_on", "-pk")),
        notices=list(GuardianNotice.objects.filter(guardian__in=guardians).order_by("-told_on", "-pk")),
        absences=list(held.absences.order_by("-left_on", "-pk")),
        amendments=list(held.amendments.select_related("consented_by__worker").order_by("-pk")),
        discharge=_one(GuardianshipDischarge, held),
        transfer=_transfer_of(held),
        watched=watched_of(held, guardians[-1]) if in_force else None,
        acting=_acting_for(guardians),
    )


def _acting_for(guardians: list[Guardian]) -> list[ActingGuardian]:
    private = [each for each in guardians if each.kind == "private"]
    return list(ActingGuardian.objects.filter(guardian__in=private).order_by("pk")) if private else []


def _transfer_of(held: Guardianship) -> GuardianshipTransfer | None:
    if held.state != "transferred":
        return None
    found = GuardianshipTransfer.objects.select_related("guardianship", "amhp__worker")
    return found.prefetch_related("recommendations").filter(guardianship=held).first()


def _one(model: Any, held: Guardianship) -> Any:
    return model.objects.filter(guardianship=held).first() if held.ended_on else None


def place_or_404(request: HttpRequest) -> Place:
    """Where somebody of the council stands who reads its casework; everybody else finds nothing here."""
    place = council_place_or_404(request)
    if not is_open_to(account_of(request), place.council):
        raise Http404
    return place


@require_safe
def guardianships(request: HttpRequest) -> HttpResponse:
    """Every live guardianship, the longest overdue first; those of one state, or in the last two months of a term."""
    place, account, today = place_or_404(request), account_of(request), timezone.localdate()
    show = request.GET.get("show", "")
    show = show if show in STATES or show == "renewals" else ""
    page = guardianship_page(account, place.council, show, request.GET.get("page", ""), today)
    counted = backlog(account, place.council, today)
    told = {
        "page": page,
        "backlog": counted,
        "states": [(key, words, counted.states[key]) for key, words in STATES.items()],
        "show": show,
        "rows": [row_of(each, today) for each in page],
        "place": place,
        "back_href": reverse("delegation:procedures"),
        "back_text": "Procedures",
    }
    return render(request, "casework/guardianship/list.html", told)


def row_of(held: Any, on: date) -> dict[str, Any]:
    """A guardianship as a row of the list."""
    return {
        "held": held,
        "guardian": held.every_guardian[-1],
        "state": STATES[held.state],
        "colour": COLOURS[held.state],
        "due": DUE.get(held.due_what, ""),
        "is_late": bool(held.due_on and held.due_on < on),
        "is_past": has_lapsed(held, on),
    }


def has_lapsed(held: Guardianship, on: date) -> bool:
    """Whether the term ran out and the end is not recorded: the guardianship is over in law. Source: ss.20, 21."""
    return held.state == "in_force" and held.runs_to is not None and held.runs_to < on


@require_safe
def guardianship_record(request: HttpRequest, ref: str) -> HttpResponse:
    """One guardianship: where it stands, what may be done next, its facts, its days and its acts."""
    account, today = account_of(request), timezone.localdate()
    held = guardianship_for_reading(by=account, ref=ref)
    whole = whole_of(held)
    told = {
        "held": held,
        "whole": whole,
        "state": STATES[held.state],
        "colour": COLOURS[held.state],
        "due": DUE.get(held.due_what, ""),
        "is_late": bool(held.due_on and held.due_on < today),
        "is_past": has_lapsed(held, today),
        "against": why_not_accepted(papers_of(held, whole.guardian)) if held.state == "received" else [],
        "offers": offers_of(account, whole, today),
        "application": application_facts(whole),
        "guardian": guardian_facts(whole),
        "days": days_of(whole, today),
        "ends": end_facts(whole),
        "notices": [(each, is_told_late(each.kind, each.happened_on, each.told_on)) for each in whole.notices],
        "acts": acts_of(account, held.council, KIND, held.ref),
        "place": {"council": held.council},
        "back_href": reverse("casework:guardianships"),
        "back_text": "Guardianship",
    }
    return render(request, "casework/guardianship/record.html", told)


def offers_of(account: Account, whole: Whole, on: date) -> list[Offer]:
    """What this account may do now; the guard is asked once for each kind of question."""
    held = whole.held
    plain = asking.may(question_of("record_guardianship_visit", account, held))
    decides = plain and held.state == "received" and asking.may(question_of(ACTS[0][0], account, held))
    offers: list[Offer] = []
    for verb, state, name, text in ACTS:
        fits = held.state in STATES_OF.get(state, (state,)) and (decides if verb in DECIDES else plain)
        if fits and is_its_time(verb, whole, on):
            href = reverse(f"casework:{name}", args=[held.ref])
            offers.append(Offer(text=text, href=href, is_first=not offers))
    return offers


def is_its_time(verb: str, whole: Whole, on: date) -> bool:
    """Whether the facts leave room for the act; the service decides again."""
    held, is_private = whole.held, whole.guardian.kind == "private"
    if held.due_what == "death":
        return verb in CALLED_FOR_BY_A_DEATH
    is_away = any(each.returned_on is None for each in whole.absences)
    if verb == "accept_guardianship_application":
        return not why_not_accepted(papers_of(held, whole.guardian))
    if verb == "record_displacement":
        return held.nearest_relative_displaced_on is None
    if verb in ("name_medical_attendant", "record_guardian_notice"):
        return is_private
    is_acted_for = any(each.to_day is None for each in whole.acting)
    if verb == "approve_acting_guardian":
        return is_private and not is_acted_for
    if verb == "end_acting_guardian":
        return is_acted_for
    if verb == "record_return":
        return is_away
    if verb == "receive_report_of_return":
        return any(each.told.is_long and not each.told.is_reported for each in whole.absences)
    if held.term_to is None or held.began_on is None or held.runs_to is None:
        return True
    times = {
        "record_absence": not is_away,
        "receive_guardianship_renewal": on >= window_opens(held.term_to),
        "record_guardianship_expiry": on >= held.runs_to,
        "consent_to_amendment": held.origin == "application" and on <= amend_by(held.began_on),
    }
    return times.get(verb, True)


def question_of(verb: str, account: Account, held: Guardianship) -> Question:
    """The question the service will ask."""
    hands = applicants_hands(held) if verb in DECIDES else {}
    return asking.question(verb, account, held.council, subject_kind=KIND, subject=held.ref, hands=hands)


def application_facts(whole: Whole) -> list[dict[str, Any]]:
    """How it began: the application, or where it came from."""
    held = whole.held
    rows: list[tuple[str, Any, str]] = [
        ("Person", held.person.name, reverse("casework:person", args=[held.person.ref])),
        ("How it began", held.get_origin_display(), ""),
    ]
    if held.origin == "application":
        amhp = f", {held.amhp.ref}" if held.amhp else ""
        rows += [
            ("Applicant", f"{held.applicant_name}{amhp}. {held.get_applicant_display()}", ""),
            ("Why it is necessary", held.grounds, ""),
            ("Nearest relative", nearest_relative_of(held), ""),
        ]
    else:
        rows += [("From", held.from_name, "")]
    if held.refused_because:
        rows.append(("Not accepted because", held.refused_because, ""))
    if held.signed_in:
        rows.append(("Form G5 is kept in", held.signed_in, ""))
    return [{"key": key, "value": value, "link": link} for key, value, link in rows]


def nearest_relative_of(held: Guardianship) -> str:
    """Who the nearest relative is, and whether they were consulted."""
    said = held.nearest_relative_name or "Not named"
    if held.nearest_relative_consulted_on:
        said += f", consulted {day(held.nearest_relative_consulted_on)}"
    elif held.nearest_relative_not_consulted_because:
        said += f", not consulted: {held.nearest_relative_not_consulted_because}"
    if held.nearest_relative_objects:
        said += ". Objects"
    if held.nearest_relative_displaced_on:
        said += f". Displaced {day(held.nearest_relative_displaced_on)} by {held.nearest_relative_displaced_by}"
    return said


def guardian_facts(whole: Whole) -> list[dict[str, Any]]:
    """Who is guardian, and who was."""
    guardian = whole.guardian
    rows = [("Guardian", f"{guardian.name} ({GUARDIANS[guardian.kind].lower()})")]
    if guardian.from_day:
        rows.append(("Since", day(guardian.from_day)))
    if guardian.kind == "private":
        rows += [
            ("Address", guardian.address or "Not told"),
            ("Who they are", guardian.relationship or "Not told"),
            ("Willing", f"By a statement of {day(guardian.willing_on)}" if guardian.willing_on else "No statement"),
            ("Found fit to act", f"{'Yes' if guardian.is_fit else 'No'}. {guardian.fit_because}"),
            ("Medical attendant", guardian.attendant_name or "Not named yet"),
        ]
    rows += [
        (f"Acting for {guardian.name}", acting_line(each)) for each in whole.acting if each.guardian_id == guardian.pk
    ]
    rows += [
        ("Guardian before", f"{each.name}, until {day(each.to_day)}. {each.get_left_display()}. {each.left_because}")
        for each in reversed(whole.guardians[:-1])
    ]
    return [{"key": key, "value": value} for key, value in rows]


def acting_line(acting: ActingGuardian) -> str:
    """Who acts or acted for the guardian, when and why."""
    until = f" to {day(acting.to_day)}. {acting.ended_because}" if acting.to_day else ""
    return f"{acting.name}, from {day(acting.from_day)}{until or '.'} {acting.incapacitated_because}"


def days_of(whole: Whole, on: date) -> list[dict[str, Any]]:
    """The days that matter, and each thing that falls due."""
    held = whole.held
    pairs: list[tuple[str, Any]] = [("Received", held.received_on), ("Application made", held.applied_on)]
    if held.state == "received" and whole.recommendations:
        pairs.append(("Had to reach the council by", forward_by(one.examined_on for one in whole.recommendations)))
    if held.state == "received":
        pairs.append((DUE["decision"], held.due_on))
    pairs += [("Began", held.began_on)]
    if held.term:
        pairs.append((f"Term {held.term.number} from", held.term.from_day))
    rows = [{"key": key, "value": day(moment)} for key, moment in pairs if moment]
    if whole.watched:
        opens = window_opens(held.term_to or whole.watched.to_day)
        rows.append({"key": "May be renewed from", "value": day(opens)})
        if held.runs_to != held.term_to:
            rows.append({"key": "Runs, by an absence without leave, until", "value": day(held.runs_to)})
        rows += [_due(moment, what, on) for moment, what in days_falling_due(whole.watched)]
    return rows


def _due(moment: date, what: str, on: date) -> dict[str, Any]:
    if moment < on:
        return {"key": DUE[what], "value": f"{day(moment)}, late", "tag": "red"}
    return {"key": DUE[what], "value": day(moment)}


def end_facts(whole: Whole) -> list[dict[str, Any]]:
    """How it ended, and on whose word."""
    held = whole.held
    if not held.ended_on:
        return []
    rows = [("Ended", f"{day(held.ended_on)}. {held.get_ending_display()}"), ("Reasons", held.ended_because)]
    if whole.discharge and whole.discharge.discharged_by == "council":
        agreed = ", ".join(whole.discharge.members.order_by("pk").values_list("name", flat=True))
        rows.append(("Members who agreed", f"{agreed}. {whole.discharge.sitting_as}"))
    elif whole.discharge:
        rows.append(("Ordered by", whole.discharge.ordered_by_name))
    if whole.transfer:
        rows += transfer_rows(whole.transfer)
    rows.append(("Recorded by", f"{held.ended_by}, {day(held.ended_at)}"))
    return [{"key": key, "value": value} for key, value in rows]


def transfer_rows(transfer: GuardianshipTransfer) -> list[tuple[str, Any]]:
    """Where it went; of a hospital also who applied, who agreed, and what the patient is from then on."""
    rows: list[tuple[str, Any]] = [("To", transfer.to_name)]
    if transfer.amhp:
        rows.append(("Applied for by", f"{transfer.amhp.worker.name}, {transfer.amhp.ref}, {day(transfer.applied_on)}"))
    if transfer.council_agreed_on:
        agreed = f"{transfer.council_agreed_by}, {day(transfer.council_agreed_on)}"
        rows.append(("Agreed for the other council", agreed))
    if transfer.managers_agreed_on:
        rows += [
            ("Recommended on", transfer.get_recommended_on_display()),
            ("Agreed for the hospital", f"{transfer.managers_agreed_by}, {day(transfer.managers_agreed_on)}"),
            ("Arranged for the admission", transfer.arrangements),
        ]
    if transfer.to == "hospital":
        rows.append(("From then on", f"{treated_as(transfer.guardianship)} from {day(transfer.moved_on)}"))
    return rows


def treated_as(held: Guardianship) -> str:
    """As what a patient is treated who came to hospital from guardianship.

    Source: ss.19(2)(d), 40(2) (general knowledge).
    """
    if held.section == "37":
        return "As a patient under a hospital order of the court (s.40(2), Sch 1)"
    return "As a patient admitted for treatment under section 3 (s.19(2)(d))"
