"""The contract with a provider: its due diligence, told to the proofs."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from delegation.contract.areas import AREAS, DISCIPLINES, SCORES, areas_of
from delegation.contract.demo import TEAM
from delegation.contract.diligence import (
    Scored,
    enter_due_diligence_evidence,
    open_due_diligence,
    score_due_diligence,
)
from delegation.models import Account, DueDiligence, Organisation
from delegation.services import open_organisation
from tests.registers.kit import Given, Page, Register, Service, Things


def _day(name: str, when: date) -> Given:
    return {f"{name}_day": when.day, f"{name}_month": when.month, f"{name}_year": when.year}


def soon(days: int = 40) -> date:
    return timezone.localdate() + timedelta(days=days)


def team_in(council: Organisation) -> dict[str, Account]:
    """Six people of a council who evaluate: the demo's own, or those of another council in the tests' worlds."""
    names = TEAM.values() if council.key == "exampleshire" else [f"moorshire-moorcare-{each}" for each in DISCIPLINES]
    names = [name.replace("_", "-") for name in names]
    found = {account.username: account for account in Account.objects.filter(username__in=names)}
    return {discipline: found[name] for discipline, name in zip(DISCIPLINES, names, strict=True)}


def opened(council: Organisation, organisation: Organisation, by: Account) -> DueDiligence:
    """An open due diligence on the provider, the one there is or a new one."""
    held = DueDiligence.objects.filter(organisation=organisation, signed_on=None).first()
    workers: Any = {discipline: account.worker for discipline, account in team_in(council).items()}
    return held or open_due_diligence(by=by, council=council, organisation=organisation, team=workers)


def evaluated(held: DueDiligence) -> DueDiligence:
    """The same with evidence and scores in each area."""
    team = team_in(held.council)
    for key, area in AREAS.items():
        by = team[area.disciplines[0]]
        enter_due_diligence_evidence(by=by, diligence=held.ref, area=key, what="Seen.", kept_at="Contract file")
    for discipline, account in team.items():
        scores = {area.key: Scored(score=3, reasons="Seen.") for area in areas_of(discipline)}
        score_due_diligence(by=account, diligence=held.ref, scores=scores)
    return held


def _newcomer(by: Account, council: Organisation) -> Organisation:
    return open_organisation(by=by, council=council, key="fensidecare", name="Fenside", kind="provider")


# -- the services --------------------------------------------------------------------------------------------------


def _a_diligence(a: Any) -> str:
    refs = list(DueDiligence.objects.order_by("-pk").values_list("ref", flat=True)[:4])
    return a.either(a.one_of(refs), "DD-0000-0000")


def _given_open(a: Any) -> Given:
    workers = {each: account.worker for each, account in team_in(a.world.council).items()}
    team = a.either(workers, {}, workers | {"legal": workers["finance"]}, workers | {"legal": a.a_worker()})
    return {"council": a.a_council(), "organisation": a.organisation(), "team": team}


def _given_evidence(a: Any) -> Given:
    return {
        "diligence": _a_diligence(a),
        "area": a.either(a.one_of(sorted(AREAS)), "astrology"),
        "what": a.words("Seen."),
        "kept_at": a.words("Contract file"),
        "expires_on": a.one_of([None, a.day(400)]),
    }


def _given_scores(a: Any) -> Given:
    areas = areas_of(a.either("finance", a.one_of(sorted(DISCIPLINES))))
    score = a.either(a.one_of(sorted(SCORES)), 9, -1)
    return {
        "diligence": _a_diligence(a),
        "scores": {area.key: Scored(score=score, reasons=a.words("Seen.")) for area in areas},
    }


def _given_signature(a: Any) -> Given:
    return {"diligence": _a_diligence(a), "valid_to": a.day(300), "remarks": a.words("Sound.")}


def _open_one(world: Any) -> Given:
    return {"diligence": opened(world.council, world.demo.northgate, world.accounts["head"]).ref}


def _new_one(world: Any) -> Given:
    return {"organisation": _newcomer(world.accounts["administrator"], world.council)}


def _evaluated_one(world: Any) -> Given:
    return {"diligence": evaluated(opened(world.council, world.demo.northgate, world.accounts["head"])).ref}


def populate(world: Any) -> None:
    """One that is open and evaluated, so that a signature is a short way off."""
    evaluated(opened(world.council, world.demo.riverside, world.accounts["head"]))


# -- the pages -----------------------------------------------------------------------------------------------------


def furnish(here: Any, things: Things) -> Things:
    by = here.accounts.get("head", here.accounts["dass"])
    return {"due_diligence": opened(here.council, things["organisation"], by)}


def _named(things: Things) -> Given:
    return {"ref": things["due_diligence"].ref if "due_diligence" in things else "DD-0000-0000"}


def _ready_to_sign(world: Any, things: Things) -> Things:
    return {"due_diligence": evaluated(things["due_diligence"])}


def _ready_to_open(world: Any, things: Things) -> Things:
    _newcomer(world.here.accounts["administrator"], world.here.council)
    return {}


def _typed_team(world: Any, plan: Any) -> Given:
    team = {each: account.worker_id for each, account in team_in(world.here.council).items()}
    return {"organisation": "fensidecare", **team}


def _typed_evidence(world: Any, plan: Any) -> Given:
    return {"area": "safeguarding", "what": "Policy.", "kept_at": "File", **_day("expires_on", soon())}


def _typed_scores(world: Any, plan: Any) -> Given:
    # Of the first who may, the head of service, who commissions.
    return {
        f"{area.key}_{part}": value for area in AREAS.values() for part, value in (("score", 3), ("reasons", "Seen."))
    }


KIND = "due diligence"

REGISTER = Register(
    services={
        "open_due_diligence": Service(by="head", given=_given_open, ready=_new_one),
        "enter_due_diligence_evidence": Service(by="returns", given=_given_evidence, ready=_open_one),
        "score_due_diligence": Service(by="returns", given=_given_scores, ready=_open_one),
        "sign_due_diligence": Service(by="dass", given=_given_signature, ready=_evaluated_one),
    },
    pages={
        "delegation:due_diligences": Page(),
        "delegation:open_due_diligence": Page(typed=_typed_team, ready=_ready_to_open),
        "delegation:due_diligence": Page(kind=KIND, named=_named),
        "delegation:enter_due_diligence_evidence": Page(
            kind=KIND,
            named=_named,
            typed=lambda w, p: {
                "area": "safeguarding",
                "what": "Policy.",
                "kept_at": "File",
                **_day("expires_on", soon()),
            },
        ),
        "delegation:score_due_diligence": Page(kind=KIND, named=_named, typed=_typed_scores),
        "delegation:sign_due_diligence": Page(
            kind=KIND,
            named=_named,
            typed=lambda w, p: {"remarks": "Sound.", **_day("valid_to", soon(300))},
            ready=_ready_to_sign,
        ),
    },
    furnish=furnish,
    populate=populate,
)
