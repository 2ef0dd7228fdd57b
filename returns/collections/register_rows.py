"""Rows of a return out of our own registers: concerns with their enquiries, deprivations of liberty, guardianships.

Pure of who asks: `making.py` asks that, and keeps the line. What our register does not hold stays blank, and counts as
not recorded. Each function takes as many queries for ten records as for ten thousand.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from casework.models import DesiredOutcome, DolsRequest, Guardianship, Person, SafeguardingConcern
from casework.safeguarding.words import Asked
from delegation.models import Organisation
from returns.collections.counting import Period

Row = dict[str, str]
NOT_KNOWN = "Not known"
ENQUIRIES = {"enquire": "Section 42", "other_enquiry": "Other"}
RISKS = {
    "removed": "Risk removed",
    "reduced": "Risk reduced",
    "remains": "Risk remained",
    "none_found": "No risk identified",
}
ASKED = {
    Asked.EXPRESSED: "Asked, outcomes expressed",
    Asked.NONE_EXPRESSED: "Asked, none expressed",
    Asked.NOT_ASKED: "Not asked",
}
REQUIREMENTS = {
    "age": "Age",
    "mental_health": "Mental health",
    "mental_capacity": "Mental capacity",
    "no_refusals": "No refusals",
    "eligibility": "Eligibility",
    "best_interests": "Best interests",
}
NOT_ASSESSED, MET, NOT_MET = "0", "1", "2"
GUARDIANS = {"council": "The council", "private": "Another person"}
ENDINGS = {"expired": "Reached its planned end", "review": "Ended by review", "moved": "Moved away", "died": "Died"}


@dataclass(frozen=True, kw_only=True)
class RegisterRow:
    """A row with whose it is and what it was made of."""

    says: Row
    person: str
    is_restricted: bool
    record: str


# Safeguarding


def safeguarding_rows(council: Organisation, period: Period, code: str) -> list[RegisterRow]:
    """Concerns raised in the period, and earlier ones until their enquiry was concluded. Four queries.

    Source: Care Act 2014 s.42.
    """
    still = Q(told_on__gte=period.start) | Q(closure__isnull=True) | Q(closure__closed_on__gte=period.start)
    ended_at_once = Q(told_on__lt=period.start, state="screened_out")
    concerns = SafeguardingConcern.objects.filter(still, council=council, told_on__lte=period.end)
    told = concerns.exclude(ended_at_once).select_related("person", "threshold", "closure")
    ordered = told.prefetch_related("enquiries", "desired_outcomes").order_by("pk")
    return [_row(one.person, one.ref, _safeguarding(one)) for one in ordered]


def _safeguarding(concern: SafeguardingConcern) -> Row:
    threshold, closure = getattr(concern, "threshold", None), getattr(concern, "closure", None)
    enquiry = ENQUIRIES.get(threshold.decision if threshold else "", "No enquiry")
    begun = min((one.caused_on for one in concern.enquiries.all()), default=None)
    if enquiry != "No enquiry" and begun is None:
        begun = threshold.decided_on if threshold else None
    says = {
        "Concern reference": concern.ref,
        "Date concern raised": _day(concern.told_on),
        "Enquiry": enquiry,
        "Date enquiry began": _day(begun),
        "Types of risk": "Self-neglect" if concern.about == "nobody_else" else "",
        "Source of risk": "Service provider" if concern.about == "organisation" else "",
        "Primary support reason": _group(concern.person.primary_support_reason),
        "Date of death": _day(concern.person.date_of_death),
    }
    if closure is None or enquiry == "No enquiry":
        return says
    return says | {
        "Date enquiry concluded": _day(closure.closed_on),
        "Risk outcome": RISKS[closure.risk],
        "Desired outcomes asked": ASKED.get(Asked(concern.asked_at_start or closure.asked_at_end), NOT_KNOWN),
        "Desired outcomes achieved": _achieved(concern),
    }


def _achieved(concern: SafeguardingConcern) -> str:
    """How far all that the person wished for together was achieved; nothing where nothing was."""
    found = {one.achieved for one in concern.desired_outcomes.all()}
    if not found or concern.asked_at_start != Asked.EXPRESSED:
        return ""
    if found == {DesiredOutcome.Achieved.MET}:
        return "Fully achieved"
    return "Not achieved" if found <= {DesiredOutcome.Achieved.NOT_MET, ""} else "Partially achieved"


# Deprivation of liberty


def dols_rows(council: Organisation, period: Period, code: str) -> list[RegisterRow]:
    """Applications active at any time in the period. Two queries.

    Source: Mental Capacity Act 2005 Sch A1.
    """
    requests = DolsRequest.objects.filter(council=council, received_on__lte=period.end)
    over = Q(ended_on__lt=period.start) | Q(state="refused", decided_at__date__lt=period.start)
    told = requests.exclude(over).select_related("person", "authorisation", "managing_authority")
    return [_row(one.person, one.ref, _dols(one, code)) for one in told.prefetch_related("assessments").order_by("pk")]


def _dols(request: DolsRequest, code: str) -> Row:
    granted = getattr(request, "authorisation", None)
    assessed = {one.kind: one for one in request.assessments.all() if one.met is not None}
    results = {
        f"{name} requirement": (MET if assessed[kind].met else NOT_MET) if kind in assessed else NOT_ASSESSED
        for kind, name in REQUIREMENTS.items()
    }
    says = {
        "Application reference": f"{code}-{request.ref}",
        "Council code": code,
        "CQC location code": request.managing_authority.cqc_location_id if request.managing_authority else "",
        "Date application received": _day(request.received_on),
        "Urgent authorisation included": "1" if request.urgent_on else "0",
        **results,
        "Date last assessment completed": max((_day(one.assessed_on) for one in assessed.values()), default=""),
        "Application sign-off date": _day(_signed_off(request)),
        "Application status": _status(request, is_granted=granted is not None),
    }
    if granted is None:
        return says
    return says | {
        "Authorisation start date": _day(granted.from_day),
        "Authorisation planned end date": _day(granted.to_day),
        "Authorisation actual end date": _day(request.ended_on),
        "End reason": ENDINGS.get(request.ending, "Other") if request.ended_on else "",
    }


def _status(request: DolsRequest, *, is_granted: bool) -> str:
    if is_granted:
        return "Granted"
    return {"refused": "Not granted", "ended": "Withdrawn"}.get(request.state, "Not yet signed off")


def _signed_off(request: DolsRequest) -> date | None:
    """The day of the decision; of what was withdrawn before it, the day it was."""
    return request.decided_at.date() if request.decided_at else request.ended_on


# Guardianship


def guardianship_rows(council: Organisation, period: Period, code: str) -> list[RegisterRow]:
    """Guardianships that were ever in force and not over before the period. Two queries.

    Source: Mental Health Act 1983 ss.7, 37.
    """
    begun = Guardianship.objects.filter(council=council, began_on__isnull=False).exclude(ended_on__lt=period.start)
    told = begun.select_related("person").prefetch_related("guardians").order_by("pk")
    return [_row(one.person, one.ref, _guardianship(one)) for one in told if one.here_since <= period.end]


def _guardianship(held: Guardianship) -> Row:
    """It begins on the day from which this council answers for it, and is counted by its last guardian."""
    last = max(held.guardians.all(), key=lambda one: (one.from_day or date.min, one.pk), default=None)
    return {
        "Case reference": held.ref,
        "Section": held.section,
        "Guardian": GUARDIANS.get(last.kind if last else "", ""),
        "Date guardianship began": _day(held.here_since),
        "Date guardianship ended": _day(held.ended_on),
    }


# What all say of a person


def _row(person: Person, record: str, says: Mapping[str, str]) -> RegisterRow:
    own = person.council_identifier or person.ref
    of_the_person = {
        "Person reference": own,
        "Date of birth": _day(person.date_of_birth),
        "Gender": {"Unknown": NOT_KNOWN}.get(person.gender, person.gender),
        "Ethnic group": _group(person.ethnicity),
    }
    return RegisterRow(says={**of_the_person, **says}, person=own, is_restricted=person.restricted, record=record)


def _group(value: str) -> str:
    """The first part of a value of a national list, without its subdivision."""
    if value.startswith("No data:"):
        return "Refused" if value.endswith("Refused") else NOT_KNOWN
    return {"Unknown": NOT_KNOWN}.get(value, value.split(":")[0])


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


REGISTERS: Mapping[str, Callable[[Organisation, Period, str], Iterable[RegisterRow]]] = {
    "sac": safeguarding_rows,
    "dols": dols_rows,
    "guardianship": guardianship_rows,
}
