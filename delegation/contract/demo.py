"""The demonstration's contract: due diligence on each provider before anything is authorised to it, then its workforce:
what is asked, six months as declared, one of them short and one missing, and the named posts, one vacant too long. Due
diligence that ran out is being made again.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from delegation.contract.areas import AREAS, DISCIPLINES, areas_of
from delegation.contract.diligence import (
    Scored,
    enter_due_diligence_evidence,
    open_due_diligence,
    score_due_diligence,
    sign_due_diligence,
)
from delegation.contract.selectors import OUT_OF_DATE, due_diligences_of, standings_of
from delegation.contract.senior_posts import fill_senior_post, name_senior_post
from delegation.contract.targets import set_contract_target
from delegation.contract.workforce import Declared, Named, declare_workforce, set_workforce_minimum
from delegation.contract.workforce_rules import first_of_month
from delegation.models import Account, DueDiligence, Organisation, WorkforceMinimum
from delegation.register import whole

# Who evaluates in the demo council, by username.
TEAM = {
    "commissioning": "head",
    "procurement": "broker",
    "finance": "returns",
    "human_resources": "teammanager",
    "legal": "information",
    "safeguarding": "safeguarding",
}
SEEN = {
    "business_standing": "Company number, articles and directors; no insolvency and no convictions.",
    "finance_insurance": "Audited accounts of two years; employer's, public and professional liability insurance.",
    "health_safety": "Health and safety policy and last year's risk assessments; no notices.",
    "data_protection": "Registered with the Information Commissioner; security and protection toolkit met.",
    "equalities": "Equalities and diversity policy; no findings of a tribunal.",
    "safeguarding": "Safeguarding adults policy; a named lead; checks on all staff.",
    "quality_management": "Practice audits of four quarters; complaints and what was learnt.",
    "contracts_references": "Two references; no contract ended early in three years.",
    "business_capability": "Skills and experience of the leadership; a tested continuity plan.",
}
# Days from today on which the evidence of some areas runs out; the others' does not.
RUNS_OUT = {"finance_insurance": 700, "safeguarding": 900}


def signed_due_diligence(
    *,
    council: Organisation,
    organisation: Organisation,
    opened_by: Account,
    director: Account,
    team: Mapping[str, Account],
    runs_out: Mapping[str, int] = RUNS_OUT,
) -> DueDiligence:
    """A provider's due diligence from its opening to the strategic director's signature, today, for three years.

    Args:
        team: an account for each discipline.
        runs_out: in how many days the evidence of an area runs out.
    """
    today = timezone.localdate()
    workers = {discipline: account.worker for discipline, account in team.items() if account.worker}
    ref = open_due_diligence(by=opened_by, council=council, organisation=organisation, team=workers).ref
    for key in AREAS:
        enter_due_diligence_evidence(
            by=team[AREAS[key].disciplines[0]],
            diligence=ref,
            area=key,
            what=SEEN[key],
            kept_at=f"Contract file of {organisation.name}, {AREAS[key].title.lower()}",
            expires_on=today + timedelta(days=runs_out[key]) if key in runs_out else None,
        )
    for discipline in DISCIPLINES:
        scores = {area.key: Scored(score=3, reasons="Seen and sound.") for area in areas_of(discipline)}
        score_due_diligence(by=team[discipline], diligence=ref, scores=scores)
    return sign_due_diligence(
        by=director,
        diligence=ref,
        valid_to=today + timedelta(days=3 * 365),
        remarks="Nine areas seen with the evaluators; nothing stands against it.",
    )


# What Northgate's contract asks: full-time equivalents of each role; and of community care workers what it declared in
# six months, the oldest first, where None was never declared.
ASKED = {"social_worker": "2.00", "occupational_therapist": "0.00", "community_care_worker": "12.00"}
DECLARED = ("12.40", "12.00", None, "13.20", "12.60", "11.10")
# What the demo's contracts ask of each measure, in its own unit.
TARGETS = {
    "assessment_to_plan": 10,
    "assurance_to_submission": 3,
    "return_rate": 15,
    "late_reviews": 5,
    "provider_days": 15,
    "council_days": 10,
}
POSTS = (
    ("northgate", "principal_social_worker", "Principal social worker", "quality"),
    ("northgate", "senior", "Head of adult social care", "providermanager"),
    ("northgate", "development", "Workforce development lead", ""),
    ("riverside", "principal_social_worker", "Principal social worker", ""),
)


def load(here: Any) -> None:
    """Northgate's workforce, and the named posts and targets of both; loading again changes nothing."""
    if WorkforceMinimum.objects.filter(council=here.council).exists():
        return
    months = _last_months(6)
    with whole():
        for role, number in ASKED.items():
            set_workforce_minimum(
                by=here.accounts["head"],
                council=here.council,
                organisation=here.northgate,
                role=role,
                fte=Decimal(number),
                from_day=months[0],
            )
        _renew_due_diligence(here)
        _declare(here, zip(months, DECLARED, strict=True))
        _name_posts(here, months[0])
        _set_targets(here, _last_months(12)[0])


def _renew_due_diligence(here: Any) -> None:
    """Where a provider's ran out: opened again, with one piece of evidence seen so far."""
    team = {discipline: here.accounts[name] for discipline, name in TEAM.items()}
    today = timezone.localdate()
    last = {one.diligence.organisation: one.state for one in standings_of(due_diligences_of(here.council), today)}
    for organisation in (one for one, state in last.items() if state == OUT_OF_DATE):
        workers = {discipline: account.worker for discipline, account in team.items()}
        held = open_due_diligence(
            by=team["commissioning"], council=here.council, organisation=organisation, team=workers
        )
        enter_due_diligence_evidence(
            by=team["legal"],
            diligence=held.ref,
            area="data_protection",
            what=SEEN["data_protection"],
            kept_at=f"Contract file of {organisation.name}, data protection",
        )


def _last_months(number: int) -> list[date]:
    """The first days of the last whole months, the oldest first."""
    found, month = [], first_of_month(timezone.localdate())
    for _ in range(number):
        month = first_of_month(month - timedelta(days=1))
        found.append(month)
    return found[::-1]


def _declare(here: Any, months: Iterable[tuple[date, str | None]]) -> None:
    who = ("practitioner", "quality")
    staff = [Named(worker=here.accounts[name].worker, role="social_worker", fte=Decimal(1)) for name in who]
    for month, community in months:
        if community is not None:
            roles = {
                "social_worker": Declared(fte=Decimal(len(staff))),
                "occupational_therapist": Declared(fte=Decimal(0)),
                "community_care_worker": Declared(fte=Decimal(community), agency=Decimal("1.50")),
            }
            given = {"organisation": here.northgate, "month": month, "roles": roles, "staff": staff}
            declare_workforce(by=here.accounts["dataofficer"], **given)


def _set_targets(here: Any, from_day: date) -> None:
    for organisation in (here.northgate, here.riverside):
        for measure, value in TARGETS.items():
            set_contract_target(
                by=here.accounts["head"],
                council=here.council,
                organisation=organisation,
                measure=measure,
                value=Decimal(value),
                from_day=from_day,
            )


def _name_posts(here: Any, asked_from: date) -> None:
    director, head, manager = (here.accounts[name] for name in ("dass", "head", "providermanager"))
    for key, kind, title, holder in POSTS:
        post = name_senior_post(
            by=director if kind == "principal_social_worker" else head,
            council=here.council,
            organisation=here.northgate if key == "northgate" else here.riverside,
            kind=kind,
            title=title,
            asked_from=asked_from,
        )
        if holder:
            fill_senior_post(by=manager, post=post.ref, worker=here.accounts[holder].worker, since=asked_from)
