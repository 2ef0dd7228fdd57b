"""The file of Client Level Data out of our own casework: seconds, queries and memory at several sizes of council.

A council is grown out of one plan of the demonstration that the services walked to its package: person, contact,
assessment, determination, plan, lines, decision, awards, package and the acts that made them, copied by SQL.
"""

import resource
import time
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import connection, models

from bench.databases import copy_to, go_to, name_of
from bench.measuring import counting
from bench.seeding import highest, insert_copies, reset_sequences
from casework.models import (
    Assessment,
    Contact,
    EligibilityDetermination,
    Person,
    PlannedSupport,
    PlanVersion,
    SupportPlan,
)
from delegation.models import Act, Organisation
from returns.cld.events.casework_frames import casework_of
from returns.cld.events.compiling import compiled
from returns.cld.events.period import Period
from returns.cld.export import as_file
from verification.models import Award, FundedLine, FundingDecision, Offer, Package, Requirement

# Where a copied row points: by column, the model of the copied row of the same person that it points to.
POINTS_TO: dict[type[models.Model], dict[str, type[models.Model]]] = {
    Person: {},
    Contact: {"person_id": Person},
    Assessment: {"person_id": Person, "contact_id": Contact},
    EligibilityDetermination: {"assessment_id": Assessment},
    SupportPlan: {"person_id": Person, "assessment_id": Assessment},
    PlanVersion: {"plan_id": SupportPlan},
    PlannedSupport: {"plan_id": SupportPlan},
    FundingDecision: {"plan_id": SupportPlan, "version_id": PlanVersion, "person_id": Person},
    FundedLine: {"decision_id": FundingDecision},
    Requirement: {"plan_id": SupportPlan, "decision_id": FundingDecision},
    Offer: {"requirement_id": Requirement},
    Award: {"requirement_id": Requirement, "offer_id": Offer},
    Package: {"plan_id": SupportPlan, "decision_id": FundingDecision},
}
BLANKED = {Person: ("nhs_number", "council_identifier"), SupportPlan: ("their_reference",)}


def at_sizes(sizes: Iterable[int], first: str) -> list[dict[str, Any]]:
    """The file of a year, compiled in a council of each size; each grown out of a copy of the same database."""
    found = []
    for size in sizes:
        go_to(first)
        copy_to(name_of(f"compiled_{size}"))
        go_to(name_of(f"compiled_{size}"))
        grow_casework_by(size)
        found.append(_measured(size))
    return found


def grow_casework_by(many: int) -> None:
    """Copy one plan with a running package, with all that its file is made of, so many times."""
    running = Package.objects.filter(state="active", plan__assessment__contact__isnull=False)
    package = running.select_related("plan__assessment").order_by("pk")[0]
    rows = _rows_of(package)
    before = {model: highest(model) for model in POINTS_TO}
    places = {(model, key): place for model in POINTS_TO for place, key in enumerate(rows[model])}
    for model, keys in rows.items():
        for key in keys:
            insert_copies(model, many, f"t.id = {key}", _instead(model, key, many, before, places))
    _copy_acts(package, many, before)
    reset_sequences(POINTS_TO)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _rows_of(package: Package) -> dict[type[models.Model], list[int]]:
    """The keys of everything that hangs on a package's plan, a model at a time."""
    plan = package.plan
    return {
        Person: [plan.person_id],
        Contact: [plan.assessment.contact_id],
        Assessment: [plan.assessment_id],
        EligibilityDetermination: [plan.assessment.determination.pk],
        SupportPlan: [plan.pk],
        PlanVersion: [package.decision.version_id],
        PlannedSupport: list(plan.lines.values_list("pk", flat=True)),
        FundingDecision: [package.decision_id],
        FundedLine: list(package.decision.lines.values_list("pk", flat=True)),
        Requirement: list(plan.requirements.values_list("pk", flat=True)),
        Offer: list(Award.objects.filter(requirement__plan=plan).values_list("offer", flat=True)),
        Award: list(Award.objects.filter(requirement__plan=plan).values_list("pk", flat=True)),
        Package: [package.pk],
    }


def _instead(
    model: type[models.Model],
    key: int,
    many: int,
    before: dict[type[models.Model], int],
    places: dict[tuple[type[models.Model], int], int],
) -> dict[str, str | None]:
    """The columns of a copy that are not those of the row: its key, its reference, and what it points to."""
    row = model.objects.filter(pk=key).values().get()
    told: dict[str, str | None] = {"id": f"{before[model] + places[model, key] * many} + n.i"}
    for column, other in POINTS_TO[model].items():
        told[column] = f"{before[other] + places[other, row[column]] * many} + n.i"
    if "ref" in row:
        told["ref"] = _reference(model, before)
    return told | dict.fromkeys(BLANKED.get(model, ()), "''")


def _reference(model: type[models.Model], before: dict[type[models.Model], int]) -> str:
    number = f"(n.i + {before[model]})"
    text = f"CAST({number} AS VARCHAR(12))" if connection.vendor == "postgresql" else number
    return f"'{model.__name__[:2].upper()}-' || {text}"


def _copy_acts(package: Package, many: int, before: dict[type[models.Model], int]) -> None:
    """The acts that made the contact, the assessment and the package; their places go on from the last."""
    plan = package.plan
    for verb, model, ref in (
        ("record_contact", Contact, plan.assessment.contact.ref),
        ("record_assessment", Assessment, plan.assessment.ref),
        ("determine_eligibility", Assessment, plan.assessment.ref),
        ("start_package", SupportPlan, plan.ref),
    ):
        line = Act.objects.filter(verb=verb, subject=ref).latest("seq")
        last = Act.objects.filter(council=line.council_id).latest("seq").seq
        instead = {"id": f"{highest(Act)} + n.i", "seq": f"{last} + n.i", "subject": _reference(model, before)}
        insert_copies(Act, many, f"t.id = {line.pk}", instead)


def _measured(plans: int) -> dict[str, Any]:
    council = Organisation.objects.get(kind=Organisation.Kind.COUNCIL)
    today = date.today()  # noqa: DTZ011 - the day of the machine that is measured
    period = Period(start=date(today.year, 1, 1), end=date(today.year, 12, 31))
    began = time.process_time()
    with counting() as counted:
        casework = casework_of(council, period)
    read = time.process_time()
    told = compiled(casework, period, release="2", la_code="901")
    ruled = time.process_time()
    file = as_file(told.rows, "2")
    written = time.process_time()
    return {
        "plans": plans,
        "rows": told.rows.height,
        "queries": counted.rows,
        "reading_seconds": read - began,
        "rules_seconds": ruled - read,
        "writing_seconds": written - ruled,
        "bytes": len(file),
        "most_memory_kilobytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
    }
