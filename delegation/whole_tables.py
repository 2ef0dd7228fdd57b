"""Makes all the tables of an app in one step of a migration.

Django redraws every related model after each step. Everything here is related to everything else, so an ordinary first
migration of a hundred steps takes most of a minute; as one step it takes about a second. The tables are the same.
`tools/fold_migrations.py` writes it.
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
        apps = state.__dict__.pop("apps", None)  # so that no table draws all the others again
        for table in self.tables:
            table.state_forwards(app_label, state)
        if apps is not None:
            apps.render_multiple([state.models[app_label, table.name_lower] for table in self.tables])
            state.__dict__["apps"] = apps

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


class AlterTable(Operation):
    """Several steps on tables that are there already, the state drawn of these tables alone at each step.

    Django draws every model that has anything to do with a changed one, which here is every model there is; a step
    needs its own table and those it points at.
    """

    category = OperationCategory.ALTERATION
    serialization_expand_args = ("steps",)

    def __init__(self, steps: Sequence[Operation]) -> None:
        self.steps = list(steps)

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)
        for step in self.steps:
            step.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for step, before, after in self._drawn(app_label, from_state):
            step.database_forwards(app_label, schema_editor, before, after)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for step, before, after in reversed(list(self._drawn(app_label, to_state))):
            step.database_backwards(app_label, schema_editor, after, before)

    def references_model(self, name: str, app_label: str) -> bool:
        return any(step.references_model(name, app_label) for step in self.steps)

    def describe(self) -> str:
        return "; ".join(step.describe() for step in self.steps)

    def _drawn(self, app_label: str, state: ProjectState) -> Iterator[tuple[Operation, ProjectState, ProjectState]]:
        whole = state.clone()
        whole.__dict__.pop("apps", None)
        named = {(app_label, step.model_name_lower) for step in self.steps}  # type: ignore[attr-defined]
        before = _narrowed(whole, named)
        for step in self.steps:
            step.state_forwards(app_label, whole)
            after = _narrowed(whole, named)
            yield step, before, after
            before = after


def _narrowed(state: ProjectState, named: set[tuple[str, str]]) -> ProjectState:
    """The state with only these models and all that they lead to."""
    wanted, left = set(named), list(named)
    while left:
        model = state.models[left.pop()]
        bases = [base for base in model.bases if isinstance(base, str)]
        remotes = [getattr(getattr(field, "remote_field", None), "model", None) for field in model.fields.values()]
        through = [getattr(getattr(field, "remote_field", None), "through", None) for field in model.fields.values()]
        for each in (*bases, *remotes, *through):
            if isinstance(each, str) and "." in each:
                app, _, name = each.lower().partition(".")
                if (app, name) in state.models and (app, name) not in wanted:
                    wanted.add((app, name))
                    left.append((app, name))
    return ProjectState({key: state.models[key].clone() for key in wanted}, real_apps=state.real_apps)
