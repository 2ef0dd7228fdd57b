"""Writing into a database what no service would and the database itself refuses, to see a promise find it."""

from collections.abc import Iterable

from django.db import connection

from casework.models import SupportPlan
from delegation.append_only import guards_lifted
from tests.proof.worlds import World

APPS = ("delegation", "casework", "verification", "returns")


def corrupt(world: World, statements: Iterable[str]) -> None:
    """Run raw SQL with every trigger, check and unique index out of the way; `{draft}` is that plan's id.

    For a world that is thrown away afterwards: the constraints are not put back.
    """
    ids = {state: SupportPlan.objects.values_list("pk", flat=True).get(ref=ref) for state, ref in world.plans.items()}
    refs = {f"{state}_ref": ref for state, ref in world.plans.items()}
    with connection.cursor() as cursor:
        for lift in _lifts():
            cursor.execute(lift)
    with guards_lifted(connection), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement.format(**ids, **refs))
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")
            cursor.execute("PRAGMA foreign_keys = ON")


def corrupt_here(statement: str) -> None:
    """The same for one statement in the database of a test, which is put back when the test ends.

    On SQLite the unique indexes stay; on PostgreSQL the constraints go with the test's transaction.
    """
    with connection.cursor() as cursor:
        for lift in _lifts() if connection.vendor == "postgresql" else ["PRAGMA ignore_check_constraints = ON"]:
            cursor.execute(lift)
    with guards_lifted(connection), connection.cursor() as cursor:
        cursor.execute(statement)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")


def _lifts() -> list[str]:
    if connection.vendor == "sqlite":
        with connection.cursor() as reading:
            reading.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE UNIQUE INDEX%'")
            drops = [f'DROP INDEX "{name}"' for (name,) in reading.fetchall()]
        return ["PRAGMA foreign_keys = OFF", "PRAGMA ignore_check_constraints = ON", *drops]
    with connection.cursor() as reading:
        reading.execute("SET CONSTRAINTS ALL IMMEDIATE")
        reading.execute(
            "SELECT r.relname, c.conname FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid "
            "WHERE c.contype IN ('c', 'u') AND split_part(r.relname, '_', 1) = ANY(%s)",
            [list(APPS)],
        )
        drops = [f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}" CASCADE' for table, name in reading.fetchall()]
        reading.execute(
            "SELECT i.indexname FROM pg_indexes i WHERE i.indexdef LIKE 'CREATE UNIQUE INDEX%%WHERE%%' "
            "AND split_part(i.tablename, '_', 1) = ANY(%s)",
            [list(APPS)],
        )
        drops += [f'DROP INDEX "{name}"' for (name,) in reading.fetchall()]
    return drops
