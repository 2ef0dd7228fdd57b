"""The demonstration's contract: due diligence on each provider, signed before anything is authorised to it."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils import timezone

from delegation.contract.areas import AREAS, DISCIPLINES, areas_of
from delegation.contract.diligence import (
    Scored,
    enter_due_diligence_evidence,
    open_due_diligence,
    score_due_diligence,
    sign_due_diligence,
)
from delegation.models import Account, DueDiligence, Organisation

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
    """A provider's due diligence from its opening to the Director's signature, today, for three years.

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
