"""Reads of the contract: the due diligence of a council and its providers, and how it stands on a day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from delegation.contract.areas import AREAS, Area
from delegation.contract.rules import FALLS_DUE, last_day_in_date
from delegation.models import (
    DueDiligence,
    DueDiligenceEvidence,
    DueDiligenceScore,
    Evaluator,
    Organisation,
)
from delegation.refusals import NoDueDiligence
from delegation.wording import long_day

EVALUATED, IN_DATE, FALLS_DUE_SOON, OUT_OF_DATE = "in evaluation", "in date", "falls due", "out of date"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A due diligence on a day: its last day in date where it is signed, and what that makes of it."""

    diligence: DueDiligence
    last_day: date | None
    state: str


@dataclass(frozen=True, kw_only=True)
class AreaSeen:
    """One of the nine areas with its evidence and its scores."""

    area: Area
    evidence: tuple[DueDiligenceEvidence, ...]
    scores: tuple[DueDiligenceScore, ...]


def check_due_diligence(council: Organisation, organisation: Organisation, on: date) -> DueDiligence:
    """The signed due diligence of a provider that is in date on the day. Two queries.

    Raises: NoDueDiligence saying what there is instead.
    """
    found = DueDiligence.objects.filter(council=council, organisation=organisation, signed_on__lte=on)
    standings = standings_of(found.order_by("-signed_on", "-pk"), on)
    for one in standings:
        if one.last_day and one.last_day >= on:
            return one.diligence
    if standings:
        raise NoDueDiligence(
            f"The due diligence on {organisation} ({standings[0].diligence.ref}) was in date until "
            f"{long_day(standings[0].last_day)}; on {long_day(on)} nothing can be authorised to it."
        )
    raise NoDueDiligence(
        f"No due diligence on {organisation} is signed by the strategic director: nothing can be authorised to it "
        "before that."
    )


def standings_of(diligences: Iterable[DueDiligence], on: date) -> list[Standing]:
    """How each due diligence stands on a day, with one further query for all of them."""
    held = list(diligences)
    expiries = expiries_of(held, on)
    return [_standing(one, expiries[one.pk], on) for one in held]


def expiries_of(diligences: Iterable[DueDiligence], on: date) -> Mapping[int, Mapping[str, list[date | None]]]:
    """The last day of each piece of evidence entered until a day, by due diligence and area. One query."""
    found: dict[int, dict[str, list[date | None]]] = defaultdict(lambda: defaultdict(list))
    entered = DueDiligenceEvidence.objects.filter(diligence__in=[one.pk for one in diligences], entered_on__lte=on)
    for diligence, area, day in entered.values_list("diligence_id", "area", "expires_on"):
        found[diligence][area].append(day)
    return found


def _standing(one: DueDiligence, expiries: Mapping[str, list[date | None]], on: date) -> Standing:
    if one.valid_to is None:
        return Standing(diligence=one, last_day=None, state=EVALUATED)
    last = last_day_in_date(one.valid_to, expiries)
    if last is None or last < on:
        return Standing(diligence=one, last_day=last, state=OUT_OF_DATE)
    return Standing(diligence=one, last_day=last, state=FALLS_DUE_SOON if last - on <= FALLS_DUE else IN_DATE)


def due_diligences_of(council: Organisation) -> QuerySet[DueDiligence]:
    """Every due diligence of a council, the last opened first."""
    found = DueDiligence.objects.filter(council=council).select_related("organisation", "signed_by__worker")
    return found.order_by("-opened_on", "-pk")


def due_diligence_by_ref(council: Organisation, ref: str) -> DueDiligence | None:
    """A due diligence of the council; None where it has no such one."""
    return due_diligences_of(council).select_related("opened_by__worker", "post").filter(ref=ref).first()


def areas_seen(diligence: DueDiligence) -> list[AreaSeen]:
    """The nine areas with their evidence and scores. Two queries."""
    evidence: dict[str, list[DueDiligenceEvidence]] = defaultdict(list)
    for one in diligence.evidence.select_related("entered_by__worker").order_by("pk"):
        evidence[one.area].append(one)
    scores: dict[str, list[DueDiligenceScore]] = defaultdict(list)
    for score in diligence.scores.select_related("evaluator__worker").order_by("pk"):
        scores[score.area].append(score)
    return [
        AreaSeen(area=area, evidence=tuple(evidence[key]), scores=tuple(scores[key])) for key, area in AREAS.items()
    ]


def scores_given(diligence: DueDiligence) -> dict[tuple[str, str], int]:
    """The scores by area and discipline. One query."""
    rows = diligence.scores.values_list("area", "evaluator__discipline", "score")
    return {(area, discipline): score for area, discipline, score in rows}


def team_of(diligence: DueDiligence) -> list[Evaluator]:
    """The evaluators, with who they are. One query."""
    return list(diligence.evaluators.select_related("worker").order_by("pk"))
