"""Questions to put to the guard, one difference at a time."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from delegation.authority import Question
from delegation.demo import DemoOrganisations
from delegation.models import Account

THE_DAY = date(2026, 6, 1)
DECIDERS = frozenset({"team_manager", "head_of_service", "dass"})


def to_decide(demo: DemoOrganisations, by: Account, weekly: str, whole_life: str = "1000", **other: Any) -> Question:
    question = Question(
        act="record_funding_decision",
        function="plan_verification_and_funding",
        by=by,
        on=THE_DAY,
        council=demo.council,
        side="council",
        roles=DECIDERS,
        weekly=Decimal(weekly),
        whole_life=Decimal(whole_life),
        subject_kind="plan",
        subject="SP-TEST-0001",
    )
    return replace(question, **other)


def to_plan(demo: DemoOrganisations, by: Account, **other: Any) -> Question:
    question = Question(
        act="prepare_plan",
        function="support_plan_development",
        by=by,
        on=THE_DAY,
        council=demo.council,
        side="provider",
        roles=frozenset({"practitioner"}),
        organisation_id=demo.northgate.pk,
        subject_kind="plan",
        subject="SP-TEST-0001",
    )
    return replace(question, **other)
