"""Makes all the tables of an app in one step of a migration.

Django redraws every related model after each step. Everything here is related to everything else, so an ordinary first
migration of a hundred steps takes most of a minute; as one step it takes about a second. The tables are the same.
`tools/fold_first_migrations.py` writes it.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.state import ProjectState


class CreateTables(Operation):
    """CreateModel for several models, whose state is drawn once for all of them."""

    category = OperationCategory.ADDITION
    serialization_expand_args = ("tables",)

    def __init__(self, tables: Sequence[CreateModel]) -> None:
        self.tables = list(tables)

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)  # drawn afresh, once, when it is next asked for
        for table in self.tables:
            table.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for table in self.tables:
            table.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for table in reversed(self.tables):
            table.database_backwards(app_label, schema_editor, from_state, to_state)

    def references_model(self, name: str, app_label: str) -> bool:
        return any(table.references_model(name, app_label) for table in self.tables)

    def describe(self) -> str:
        return f"Create the tables {', '.join(self._names())}"

    def _names(self) -> Iterator[str]:
        return (table.name for table in self.tables)
