"""The contract with a provider: its due diligence, its workforce and named posts, told to the proofs."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from delegation.contract.areas import AREAS, DISCIPLINES, SCORES, areas_of
from delegation.contract.demo import TEAM
from delegation.contract.diligence import (
    Scored,
    enter_due_diligence_evidence,
    open_due_diligence,
    score_due_diligence,
    sign_due_diligence,
)
from delegation.contract.measures import MEASURES
from delegation.contract.selectors import check_due_diligence
from delegation.contract.senior_posts import fill_senior_post, name_senior_post
from delegation.contract.workforce import Declared, Named, declare_workforce, set_workforce_minimum
from delegation.contract.workforce_rules import POST_KINDS, ROLES_OF_A_CONTRACT, first_of_month
from delegation.models import Account, DueDiligence, Organisation, SeniorPost, Worker, WorkforceReturn
from delegation.refusals import NoDueDiligence
from delegation.services import appoint_to_post, authorise_function, open_account, open_organisation
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


def in_date(council: Organisation, organisation: Organisation, *, head: Account, signatory: Account) -> None:
    """The provider's due diligence in date today: signed anew where it has run out, with the next one open again."""
    today = timezone.localdate()
    try:
        check_due_diligence(council, organisation, today)
    except NoDueDiligence:
        held = evaluated(opened(council, organisation, head))
        sign_due_diligence(by=signatory, diligence=held.ref, valid_to=today + timedelta(days=365), remarks="Renewed.")
        evaluated(opened(council, organisation, head))


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


def _given_minimum(a: Any) -> Given:
    return {
        "council": a.a_council(),
        "organisation": a.provider(),
        "role": a.either(a.one_of(sorted(ROLES_OF_A_CONTRACT)), "astrologer"),
        "fte": a.either(Decimal(a.one_of([0, 2, 5])), Decimal(-1), Decimal(10**7)),
        "from_day": a.day(a.one_of([-30, 0, 30])),
    }


def _given_target(a: Any) -> Given:
    return {
        "council": a.a_council(),
        "organisation": a.provider(),
        "measure": a.either(a.one_of(sorted(MEASURES)), "happiness"),
        "value": a.either(Decimal(a.one_of([0, 5, 20])), Decimal(-1), Decimal(10**7)),
        "from_day": a.day(a.one_of([-30, 0, 30])),
    }


def _given_month(a: Any) -> Given:
    number = Decimal(a.one_of(["0", "1.5", "2"]))
    roles = {key: Declared(fte=number, agency=a.either(Decimal(0), number + 1)) for key in ROLES_OF_A_CONTRACT}
    named = Named(worker=a.either(a.world.worker("practitioner"), a.a_worker()), role="social_worker", fte=Decimal(1))
    return {
        "organisation": a.either(a.world.demo.northgate, a.world.demo.riverside, a.world.council),
        "month": a.day(-30 * a.random.randrange(12)),
        "roles": a.either(roles, {}),
        "staff": a.one_of([[], [named]]),
        "remarks": a.words("As the payroll has it."),
    }


def _given_post(a: Any) -> Given:
    return {
        "council": a.a_council(),
        "organisation": a.provider(),
        "kind": a.either(a.one_of(["senior", "development", *POST_KINDS]), "king"),
        "title": a.words("Head of practice"),
        "asked_from": a.day(-10),
    }


def _a_post(a: Any) -> str:
    refs = list(SeniorPost.objects.order_by("-pk").values_list("ref", flat=True)[:4])
    return a.either(a.one_of(refs) if refs else "PO-0000-0000", "PO-0000-0000")


def _given_holder(a: Any) -> Given:
    worker = a.either(a.world.worker("quality"), a.a_worker())
    return {"post": _a_post(a), "worker": worker, "since": a.day()}


def _given_vacancy(a: Any) -> Given:
    return {"post": _a_post(a), "since": a.day(), "reason": a.words("Left.")}


def named_post(council: Organisation, organisation: Organisation, by: Account, title: str) -> SeniorPost:
    """A senior post asked of a provider, vacant, the one there is of that title or a new one."""
    known = SeniorPost.objects.filter(organisation=organisation, title=title, ended_on=None).first()
    today = timezone.localdate()
    asked = {"council": council, "organisation": organisation, "kind": "senior", "title": title, "asked_from": today}
    return known or name_senior_post(by=by, **asked)


def _vacant(world: Any) -> Given:
    return {"post": named_post(world.council, world.demo.northgate, world.accounts["head"], "Head of practice").ref}


def _held(world: Any) -> Given:
    post = _vacant(world)["post"]
    if SeniorPost.objects.get(ref=post).holder is None:
        worker = world.worker("quality")
        fill_senior_post(by=world.accounts["providermanager"], post=post, worker=worker, since=timezone.localdate())
    return {"post": post}


def _open_one(world: Any) -> Given:
    return {"diligence": opened(world.council, world.demo.northgate, world.accounts["head"]).ref}


def _new_one(world: Any) -> Given:
    return {"organisation": _newcomer(world.accounts["administrator"], world.council)}


def _evaluated_one(world: Any) -> Given:
    return {"diligence": evaluated(opened(world.council, world.demo.northgate, world.accounts["head"])).ref}


def populate(world: Any) -> None:
    """One that is open and evaluated, so that a signature is a short way off."""
    evaluated(opened(world.council, world.demo.riverside, world.accounts["head"]))
    set_workforce_minimum(
        by=world.accounts["head"],
        council=world.council,
        organisation=world.demo.northgate,
        role="community_care_worker",
        fte=Decimal(2),
        from_day=first_of_month(timezone.localdate()),
    )
    _vacant(world)


# -- the pages -----------------------------------------------------------------------------------------------------


def furnish(here: Any, things: Things) -> Things:
    by = here.accounts.get("head", here.accounts["dass"])
    return {
        "due_diligence": opened(here.council, things["organisation"], by),
        "senior_post": named_post(here.council, things["organisation"], by, "Head of practice"),
        "workforce_return": _a_return(here, things["organisation"]),
    }


def _a_return(here: Any, organisation: Organisation) -> WorkforceReturn:
    """A month as the provider declared it; where it may not yet, it is authorised and gets somebody who declares."""
    known = WorkforceReturn.objects.filter(organisation=organisation).first()
    by = Account.objects.filter(worker__posts__organisation=organisation, worker__posts__role="data_officer").first()
    if known:
        return known
    if not organisation.authorisations.filter(function="minimum_workforce_fte").exists():
        authorise_function(
            by=here.accounts["dass"],
            council=here.council,
            organisation=organisation,
            function="minimum_workforce_fte",
            power="activity",
            from_day=date(2015, 4, 1),
            conditions="As the contract says",
            instrument="Contract",
            signed_by="The director",
        )
    if by is None:
        administrator, name = here.accounts["administrator"], f"{organisation.key}-data"
        by = open_account(by=administrator, council=here.council, username=name, name="Data Officer")
        appoint_to_post(
            by=administrator,
            worker=by.worker,
            organisation=organisation,
            role="data_officer",
            from_day=date(2015, 4, 1),
        )
    roles = {key: Declared(fte=Decimal(0)) for key in ROLES_OF_A_CONTRACT}
    return declare_workforce(by=by, organisation=organisation, month=timezone.localdate(), roles=roles)


def _named_post(things: Things) -> Given:
    return {"ref": things["senior_post"].ref if "senior_post" in things else "PO-0000-0000"}


def _named_return(things: Things) -> Given:
    made = things.get("workforce_return")
    return {"ref": made.ref if made else "WR-0000-0000"}


def _ready_held(world: Any, things: Things) -> Things:
    here, today = world.here, timezone.localdate()
    post = things["senior_post"]
    worker = here.accounts["quality"].worker
    return {
        "senior_post": fill_senior_post(by=here.accounts["providermanager"], post=post.ref, worker=worker, since=today)
    }


def _typed_month(world: Any, plan: Any) -> Given:
    typed = {f"{key}_fte": "2" for key in ROLES_OF_A_CONTRACT}
    return typed | {"remarks": "As the payroll has it."}


def _typed_who(world: Any, plan: Any) -> Given:
    return {"worker": Worker.objects.get(accounts__username="quality").pk}


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


KIND, POST, RETURN = "due diligence", "senior post", "workforce return"

REGISTER = Register(
    services={
        "open_due_diligence": Service(by="head", given=_given_open, ready=_new_one),
        "enter_due_diligence_evidence": Service(by="returns", given=_given_evidence, ready=_open_one),
        "score_due_diligence": Service(by="returns", given=_given_scores, ready=_open_one),
        "sign_due_diligence": Service(by="strategicdirector", given=_given_signature, ready=_evaluated_one),
        "set_contract_target": Service(by="head", given=_given_target),
        "set_workforce_minimum": Service(by="head", given=_given_minimum),
        "declare_workforce": Service(by="dataofficer", given=_given_month),
        "name_senior_post": Service(by="head", given=_given_post, ready=lambda world: {"kind": "senior"}),
        "fill_senior_post": Service(by="providermanager", given=_given_holder, ready=_vacant),
        "cover_senior_post": Service(by="providermanager", given=_given_holder, ready=_vacant),
        "vacate_senior_post": Service(by="providermanager", given=_given_vacancy, ready=_held),
        "end_senior_post": Service(
            by="dass", given=lambda a: {"post": _a_post(a), "because": a.words("Merged.")}, ready=_vacant
        ),
    },
    pages={
        "delegation:workforce": Page(),
        "verification:set_contract_target": Page(
            typed=lambda w, p: {
                "organisation": "northgate",
                "measure": "return_rate",
                "value": "15",
                **_day("from_day", soon()),
            }
        ),
        "delegation:declare_workforce": Page(typed=_typed_month),
        "delegation:set_workforce_minimum": Page(
            typed=lambda w, p: {
                "organisation": "northgate",
                "role": "social_worker",
                "fte": "18.5",
                **_day("from_day", soon()),
            }
        ),
        "delegation:workforce_return": Page(kind=RETURN, named=_named_return),
        "delegation:name_senior_post": Page(
            typed=lambda w, p: {
                "organisation": "northgate",
                "kind": "senior",
                "title": "Head of reablement",
                **_day("asked_from", soon()),
            }
        ),
        "delegation:senior_post": Page(kind=POST, named=_named_post),
        "delegation:fill_senior_post": Page(kind=POST, named=_named_post, typed=_typed_who),
        "delegation:cover_senior_post": Page(kind=POST, named=_named_post, typed=_typed_who),
        "delegation:vacate_senior_post": Page(
            kind=POST,
            named=_named_post,
            typed=lambda w, p: {"reason": "Left.", **_day("since", soon(0))},
            ready=_ready_held,
        ),
        "delegation:end_senior_post": Page(kind=POST, named=_named_post, typed=lambda w, p: {"because": "Merged."}),
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
