"""A migration operation that makes a table append-only in the database itself, on SQLite and on PostgreSQL.

    MakeAppendOnly("casework", "PlanVersion", "A sealed version of a plan is never changed or removed.")

UPDATE and DELETE are refused on both, TRUNCATE on PostgreSQL, with the sentence as the error. `columns` names the
only columns that an UPDATE may not touch, where a few others may still change (all of them when left out).
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

PREFIX = "append_only_"


class MakeAppendOnly(Operation):
    """Refuse, in the database, to change or remove what was once written to a table."""

    reduces_to_sql = True
    reversible = True
    atomic = True

    def __init__(self, app_label: str, model: str, sentence: str, columns: Sequence[str] = ()) -> None:
        self.app_label = app_label
        self.model = model
        self.sentence = sentence
        self.columns = tuple(columns)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return "MakeAppendOnly", [self.app_label, self.model, self.sentence], {"columns": self.columns}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The shape of the models is unchanged."""

    def database_forwards(
        self, app_label: str, editor: BaseDatabaseSchemaEditor, before: ProjectState, after: ProjectState
    ) -> None:
        for statement in _raise_guard(editor.connection.vendor, self._table(after), self.sentence, self.columns):
            editor.execute(statement, params=None)

    def database_backwards(
        self, app_label: str, editor: BaseDatabaseSchemaEditor, before: ProjectState, after: ProjectState
    ) -> None:
        for statement in _drop_guard(editor.connection.vendor, self._table(before)):
            editor.execute(statement, params=None)

    def describe(self) -> str:
        return f"Make {self.model} append-only in the database"

    def _table(self, state: ProjectState) -> str:
        """The table's name, told by the state itself: to draw the model every other would be drawn with it."""
        options = state.models[self.app_label, self.model.lower()].options
        return str(options.get("db_table") or f"{self.app_label}_{self.model.lower()}")


@contextmanager
def guards_lifted(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Lift every append-only guard for as long as the block lasts: only for emptying a test database between tests."""
    if connection.vendor == "postgresql":
        lift, restore = _lift_on_postgresql(connection)
    else:
        lift, restore = _lift_on_sqlite(connection)
    _execute(connection, lift)
    try:
        yield
    finally:
        _execute(connection, restore)


def _execute(connection: BaseDatabaseWrapper, statements: Sequence[str]) -> None:
    if connection.vendor == "postgresql":
        connection.check_constraints()  # a table with checks still pending is not altered
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def guarded_tables(connection: BaseDatabaseWrapper) -> list[str]:
    """The tables the database holds append-only, for a check that none has lost its guard."""
    if connection.vendor == "postgresql":
        sql = (
            "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE starts_with(t.tgname, 'append_only_') AND t.tgenabled <> 'D' "
            "GROUP BY c.relname HAVING count(*) = 2"
        )
    else:
        sql = (
            "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, 12) = 'append_only_' "
            "GROUP BY tbl_name HAVING count(*) = 2"
        )
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return sorted(row[0] for row in cursor.fetchall())


def _raise_guard(vendor: str, table: str, sentence: str, columns: Sequence[str]) -> list[str]:
    said = sentence.replace("'", "''")
    of_columns = " OF " + ", ".join(f'"{column}"' for column in columns) if columns else ""
    if vendor == "sqlite":
        return [
            f'CREATE TRIGGER "{PREFIX}{table}_{verb.lower()}" BEFORE {verb}{only} ON "{table}" '
            f"BEGIN SELECT RAISE(ABORT, '{said}'); END"
            for verb, only in (("UPDATE", of_columns), ("DELETE", ""))
        ]
    return [
        f'CREATE FUNCTION "{PREFIX}{table}"() RETURNS trigger LANGUAGE plpgsql AS '
        f"$guard$ BEGIN RAISE EXCEPTION USING MESSAGE = '{said}', ERRCODE = 'integrity_constraint_violation'; "
        "END $guard$",
        f'CREATE TRIGGER "{PREFIX}{table}_rows" BEFORE UPDATE{of_columns} OR DELETE ON "{table}" '
        f'FOR EACH ROW EXECUTE FUNCTION "{PREFIX}{table}"()',
        f'CREATE TRIGGER "{PREFIX}{table}_truncate" BEFORE TRUNCATE ON "{table}" '
        f'FOR EACH STATEMENT EXECUTE FUNCTION "{PREFIX}{table}"()',
    ]


def _drop_guard(vendor: str, table: str) -> list[str]:
    if vendor == "sqlite":
        return [f'DROP TRIGGER "{PREFIX}{table}_{verb}"' for verb in ("update", "delete")]
    return [
        *(f'DROP TRIGGER "{PREFIX}{table}_{what}" ON "{table}"' for what in ("rows", "truncate")),
        f'DROP FUNCTION "{PREFIX}{table}"()',
    ]


def _lift_on_postgresql(connection: BaseDatabaseWrapper) -> tuple[list[str], list[str]]:
    tables = guarded_tables(connection)
    return (
        [f'ALTER TABLE "{table}" DISABLE TRIGGER USER' for table in tables],
        # Foreign keys still waiting to be checked would stand in the way of altering a table.
        ["SET CONSTRAINTS ALL IMMEDIATE", *(f'ALTER TABLE "{table}" ENABLE TRIGGER USER' for table in tables)],
    )


def _lift_on_sqlite(connection: BaseDatabaseWrapper) -> tuple[list[str], list[str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, 12) = 'append_only_'"
        )
        triggers = cursor.fetchall()
    return [f'DROP TRIGGER "{name}"' for name, _ in triggers], [sql for _, sql in triggers]
