"""Many plans, quickly: the demonstration's plans, which stand at every step, copied by SQL with other people's names.

Only the bench does this. Persons, assessments, plans, the last three lines of each plan's history and the queue's row
are copied, which is all that the measured pages read. Nothing here writes to the register.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection, models

from casework.models import Assessment, Person, SupportPlan
from delegation.models import Account
from verification.models import QueueEntry

# Where a council's plans are on an ordinary day, in hundredths; the demonstration has one plan in each.
SPREAD = {
    "draft": 3,
    "in_quality_assurance": 1,
    "quality_assured": 1,
    "returned_to_provider": 2,
    "submitted": 4,
    "in_verification": 3,
    "awaiting_funding_decision": 3,
    "funded": 1,
    "in_brokerage": 3,
    "active": 79,
}
LAST_NAMES = ("Abara", "Bell", "Chowdhury", "Dunn", "Evans", "Fox", "Grey", "Hollis", "Iqbal", "Jones", "Khan", "Lowe")
FIRST_NAMES = ("Ada", "Bert", "Cora", "Dev", "Edie", "Finn", "Grace", "Hal", "Ivy", "Joan", "Kit", "Lena", "May")
HISTORY_KEPT = 3


@dataclass(frozen=True)
class Template:
    """A plan to copy, with what hangs on it."""

    plan: int
    assessment: int
    person: int


def templates() -> dict[str, Template]:
    """A plan in each state that the demonstration has one in."""
    return {
        plan.state: Template(plan.pk, plan.assessment_id, plan.person_id)
        for plan in SupportPlan.objects.order_by("-pk")
        if plan.state in SPREAD
    }


def grow_to(total: int) -> int:
    """Copy plans until there are `total`, in the states that have a template; gives how many there are now."""
    found = templates()
    begun = SupportPlan.objects.count()
    hundred = sum(SPREAD[state] for state in found)
    wanted = total - begun
    made = 0
    for place, (state, template) in enumerate(found.items(), 1):
        many = wanted - made if place == len(found) else wanted * SPREAD[state] // hundred
        _copy(template, many, in_queue_since_days=30)
        made += many
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return SupportPlan.objects.count()


def _copy(template: Template, many: int, *, in_queue_since_days: int) -> None:
    """`many` copies of one plan, numbered on from the highest keys."""
    if many < 1:
        return
    person, assessment, plan = (highest(model) for model in (Person, Assessment, SupportPlan))
    history = SupportPlan.history.model
    new_ref = "|| CAST(n.i + {0} AS VARCHAR(12))" if connection.vendor == "postgresql" else "|| (n.i + {0})"
    first, last = _one_of(FIRST_NAMES, 1), _one_of(LAST_NAMES, len(FIRST_NAMES))
    low_first, low_last = (
        _one_of([name.lower() for name in names], step) for names, step in ((FIRST_NAMES, 1), (LAST_NAMES, 13))
    )
    keys = {"person_id": f"{person} + n.i", "assessment_id": f"{assessment} + n.i", "plan_id": f"{plan} + n.i"}
    insert_copies(
        Person,
        many,
        f"t.id = {template.person}",
        {
            "id": f"{person} + n.i",
            "ref": f"'PB-' {new_ref.format(person)}",
            "nhs_number": "''",
            "council_identifier": "''",
            "first_name": first,
            "last_name": last,
            "search_name": f"{low_last} || ' ' || {low_first}",
            "search_first_name": f"{low_first} || ' ' || {low_last}",
        },
    )
    insert_copies(
        Assessment,
        many,
        f"t.id = {template.assessment}",
        {"id": f"{assessment} + n.i", "ref": f"'AB-' {new_ref.format(assessment)}", "person_id": keys["person_id"]},
    )
    provider = _either_provider()
    insert_copies(
        SupportPlan,
        many,
        f"t.id = {template.plan}",
        {
            "id": f"{plan} + n.i",
            "ref": f"'SB-' {new_ref.format(plan)}",
            "their_reference": "''",
            "person_id": keys["person_id"],
            "assessment_id": keys["assessment_id"],
            "provider_id": provider,
        },
    )
    kept = history.objects.filter(id=template.plan).order_by("-history_id").values_list("pk", flat=True)[:HISTORY_KEPT]
    for line in sorted(kept):
        insert_copies(
            history,
            many,
            f"t.history_id = {line}",
            {"history_id": None, "id": f"{plan} + n.i", "ref": f"'SB-' {new_ref.format(plan)}"},
        )
    due = f"n.i % {in_queue_since_days} - 8"
    insert_copies(
        QueueEntry,
        many,
        f"t.plan_id = {template.plan}",
        {
            "plan_id": keys["plan_id"],
            "person_id": keys["person_id"],
            "provider_id": provider,
            "due_on": _days_on("t.due_on", due),
            # The twentieth is in the verifier's own hands, as a day's work is; the rest in a colleague's or nobody's.
            "claimed_by_id": f"CASE WHEN n.i % {max(many // 10, 2)} = 0 THEN t.claimed_by_id ELSE NULL END",
        },
    )
    reset_sequences([Person, Assessment, SupportPlan, history])


def insert_copies(model: type[models.Model], many: int, where: str, instead: dict[str, str | None]) -> None:
    """Insert `many` copies of the row `where` names, with some columns made otherwise (None: by the database)."""
    columns = [field.column for field in model._meta.local_concrete_fields]
    chosen = [column for column in columns if instead.get(column, "") is not None]
    given = [instead.get(column) or f't."{column}"' for column in chosen]
    names = ", ".join(f'"{column}"' for column in chosen)
    table = model._meta.db_table
    # Numbers are ours, never anybody's text.
    sql = f'INSERT INTO "{table}" ({names}) {_numbers_first(many, ", ".join(given), table, where)}'
    with connection.cursor() as cursor:
        cursor.execute(sql)


def _numbers_first(many: int, given: str, table: str, where: str) -> str:
    if connection.vendor == "postgresql":
        numbers = f"generate_series(1, {many}) AS n(i)"
        return f'SELECT {given} FROM "{table}" t, {numbers} WHERE {where}'  # noqa: S608
    return (
        f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many}) "  # noqa: S608
        f'SELECT {given} FROM "{table}" t, n WHERE {where}'
    )


def _one_of(names: Iterable[str], step: int) -> str:
    chosen = list(names)
    cases = " ".join(f"WHEN {place} THEN '{name}'" for place, name in enumerate(chosen))
    return f"(CASE (n.i / {step}) % {len(chosen)} {cases} END)"


def _either_provider() -> str:
    """One plan in four is the second provider's, all of the same council."""
    first, second = (
        Account.objects.get(username=name).worker.posts.get().organisation_id
        for name in ("practitioner", "otherpractitioner")
    )
    return f"(CASE WHEN n.i % 4 = 0 THEN {second} ELSE {first} END)"


def _days_on(day: str, more: str) -> str:
    if connection.vendor == "postgresql":
        return f"{day} + CAST({more} AS INTEGER)"
    return f"date({day}, ({more}) || ' days')"


def highest(model: type[models.Model]) -> int:
    return model.objects.aggregate(last=models.Max("pk"))["last"] or 0


def reset_sequences(tables: Iterable[type[models.Model]]) -> None:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for model in tables:
            key, table = model._meta.pk.column, model._meta.db_table
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', '{key}'), (SELECT max({key}) FROM {table}))"  # noqa: S608
            )
