"""The registers beside the way of a plan, at ten rows and at a hundred thousand: queries, time, whole tables read.

Each register's own rows of the demonstration are copied by SQL, each copy with a person and a plan of its own.
Drawing a sample of case files is measured in a council grown as for the returns (`bench/compiling.py`).
"""

import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import connection, models
from django.utils import timezone

from bench.compiling import grow_casework_by
from bench.databases import copy_to, go_to, name_of
from bench.measuring import counting
from bench.pages import logged_in
from bench.seeding import highest, insert_copies, reset_sequences
from casework.models import (
    Assessment,
    Charge,
    Complaint,
    CoOperationRequest,
    DolsRequest,
    Guardian,
    Guardianship,
    Person,
    SupportPlan,
)
from delegation.models import Account, Act, Organisation, RegisterHead, RestCentre, RestCentreOpening
from verification.models import DirectPayment
from verification.sampling.services import draw_sample

AT_ONCE = 5
# What each copy has for itself: the model, the columns that are nobody else's, and what of its own it has in turn.
OWN: dict[str, tuple[type[models.Model], tuple[str, ...], str]] = {
    "person_id": (Person, ("nhs_number", "council_identifier"), ""),
    "assessment_id": (Assessment, (), ""),
    "plan_id": (SupportPlan, ("their_reference", "import_hash"), "assessment_id"),
}


@dataclass(frozen=True)
class Grown:
    """A register's table, the pages that list it and for whom; `belongs` point at a row of it by a column."""

    model: type[models.Model]
    pages: tuple[tuple[str, str], ...]
    belongs: tuple[tuple[type[models.Model], str], ...] = ()


REGISTERS = {
    "guardianship": Grown(
        Guardianship,
        (
            ("guardianship", "/guardianships/"),
            ("guardianship", "/guardianships/?show=renewals"),
            ("guardianship", "/guardianships/?show=in_force"),
        ),
        belongs=((Guardian, "guardianship_id"),),
    ),
    "deprivation of liberty": Grown(DolsRequest, (("dass", "/dols/"), ("dass", "/dols/?state=granted"))),
    "complaints": Grown(Complaint, (("information", "/complaints/"), ("information", "/complaints/?show=closed"))),
    "charging": Grown(Charge, (("head", "/charges/"), ("practitioner", "/charges/"))),
    "co-operation": Grown(CoOperationRequest, (("dass", "/co-operation/"), ("dass", "/co-operation/?show=closed"))),
    "rest centres": Grown(
        RestCentre,
        (("dass", "/rest-centres/"), ("providermanager", "/rest-centres/")),
        belongs=((RestCentreOpening, "centre_id"),),
    ),
    "direct payments": Grown(
        DirectPayment,
        (
            ("dass", "/direct-payments/"),
            ("dass", "/direct-payments/?show=closed"),
            ("practitioner", "/direct-payments/"),
        ),
    ),
}


def at_sizes(rows: int, files: int, first: str) -> dict[str, Any]:
    """Each list as the demonstration has it and with so many rows more; the draw out of so many files."""
    go_to(first)
    found: dict[str, Any] = {"rows": rows, "small": _lists()}
    copy_to(name_of("registers"))
    go_to(name_of("registers"))
    for grown in REGISTERS.values():
        grow(grown, rows)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    found["large"] = _lists()
    if files:
        go_to(first)
        copy_to(name_of("files"))
        go_to(name_of("files"))
        grow_casework_by(files)
        _end_after_the_copies()
        found["draw"] = drawing()
    return found


def grow(grown: Grown, many: int) -> None:
    """Copy the register's rows, about so many times in all, each copy with a person and a plan of its own."""
    keys = list(grown.model.objects.order_by("pk").values_list("pk", flat=True))
    each = many // len(keys)
    columns = {one.column for one in grown.model._meta.local_concrete_fields}
    for key in keys:
        before = highest(grown.model)
        instead: dict[str, str | None] = {"id": f"{before} + n.i", "ref": _reference(grown.model, before)}
        for column in sorted(OWN.keys() & columns):
            if of := grown.model.objects.values_list(column, flat=True).get(pk=key):
                instead[column] = _copied(column, of, each)
        insert_copies(grown.model, each, f"t.id = {key}", instead)
        for other, column in grown.belongs:
            for hanging in other.objects.filter(**{column: key}).values_list("pk", flat=True):
                last = highest(other)
                told: dict[str, str | None] = {"id": f"{last} + n.i", column: f"{before} + n.i"}
                if any(one.column == "ref" for one in other._meta.local_concrete_fields):
                    told["ref"] = _reference(other, last)
                insert_copies(other, each, f"t.id = {hanging}", told)
    reset_sequences([Person, Assessment, SupportPlan, grown.model, *(other for other, _ in grown.belongs)])


def _copied(column: str, key: int, many: int) -> str:
    """Copies of the row that a column names; the column of each copy that points at it."""
    model, blank, further = OWN[column]
    last = highest(model)
    told: dict[str, str | None] = {"id": f"{last} + n.i", "ref": _reference(model, last)}
    told |= dict.fromkeys(blank, "''")
    if further:
        told[further] = _copied(further, model.objects.values_list(further, flat=True).get(pk=key), many)
    insert_copies(model, many, f"t.id = {key}", told)
    return f"{last} + n.i"


def _reference(model: type[models.Model], before: int) -> str:
    number = f"(n.i + {before})"
    text = f"CAST({number} AS VARCHAR(12))" if connection.vendor == "postgresql" else number
    return f"'B{model.__name__[:2].upper()}' || {text}"


def _lists() -> list[dict[str, Any]]:
    found = []
    for title, grown in REGISTERS.items():
        for username, address in grown.pages:
            found.append({"register": title, "who": username, "address": address, **_one(username, address)})
    return found


def _one(username: str, address: str) -> dict[str, Any]:
    """One page: its queries, its least time of a few, and the statements that read a whole table."""
    client = logged_in(username)
    client.get(address)
    with counting() as counted, _remembering() as sent:
        answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code} to {username}")
    times = []
    for _ in range(AT_ONCE):
        began = time.process_time()
        client.get(address)
        times.append(time.process_time() - began)
    return {"queries": counted.rows, "processor_ms": 1000 * min(times), "whole_tables": _whole_tables(sent)}


@contextmanager
def _remembering() -> Iterator[list[tuple[str, Any]]]:
    """Every reading statement sent meanwhile, with its parameters."""
    sent: list[tuple[str, Any]] = []

    def remember(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith("SELECT"):
            sent.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(remember):
        yield sent


def _whole_tables(sent: list[tuple[str, Any]]) -> list[str]:
    """The tables of the registers that a statement reads from one end to the other; of SQLite alone."""
    if connection.vendor != "sqlite":
        return []
    tables = {model._meta.db_table for grown in REGISTERS.values() for model in (grown.model, Person)}
    tables |= {other._meta.db_table for grown in REGISTERS.values() for other, _ in grown.belongs}
    found = []
    for sql, params in sent:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
            steps = [str(row[3]) for row in cursor.fetchall()]
        found += [step for step in steps if step.startswith("SCAN") and step.split()[1] in tables]
        found += [f"{step}: {sql[:90]}" for step in steps if "TEMP B-TREE FOR ORDER" in step and _reads(sql, tables)]
    return found


def _reads(sql: str, tables: set[str]) -> bool:
    return any(f'FROM "{table}"' in sql for table in tables)


def _end_after_the_copies() -> None:
    """The register goes on after the acts that were copied into it; their hashes are nobody's."""
    for head in RegisterHead.objects.all():
        last = Act.objects.filter(council=head.council_id).latest("seq")
        RegisterHead.objects.filter(pk=head.pk).update(seq=last.seq, hash=last.hash)
    reset_sequences([Act])


def drawing() -> dict[str, Any]:
    """A sample drawn out of everything decided in the last year: seconds, queries, and the memory it added."""
    council, today = Organisation.objects.get(kind=Organisation.Kind.COUNCIL), timezone.localdate()
    by = Account.objects.get(username="dass")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, processor = time.perf_counter(), time.process_time()
    with counting() as counted:
        sample = draw_sample(
            by=by, council=council, from_day=today - timedelta(days=364), to_day=today, per_stratum=20, seed="79"
        )
    return {
        "files": sample.population,
        "drawn": sample.files.count(),
        "wall_s": time.perf_counter() - wall,
        "processor_s": time.process_time() - processor,
        "queries": counted.rows,
        "memory_mb": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024,
    }
