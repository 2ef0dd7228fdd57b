#!/usr/bin/env python3
"""Folds a migration: its new tables are made in one step, each with its keys, constraints and indexes.

`python3 run.py manage makemigrations` writes each constraint as a step of its own, and Django redraws every model
that is related to it at each step: with this many constraints that is most of a minute. Before a release a maintainer
runs `python tools/fold_migrations.py casework.0003_safeguarding ...` in the project's environment. The tables that
come out are the same; a migration that has been released is never folded again. What a migration does besides (its
own functions, tables made append-only) stays as it was written, after the tables. A first migration also lets the
packages' own migrations run first, while there is little to redraw.
"""

import ast
import os
import sys
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django
from django.db import migrations
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import AddConstraint, AddField, AddIndex, CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.writer import MigrationWriter

from delegation.whole_tables import CreateTables

PACKAGES = ("guardian", "viewflow")
FIRST = "0001_initial"
FOUNDATION = "delegation"  # the packages' tables point at its accounts


def targets(model: CreateModel, app: str) -> set[str]:
    """The models of the same app that this one points at."""
    named: set[str] = set()
    for _, field in model.fields:
        remote = getattr(field, "remote_field", None)
        if remote and isinstance(remote.model, str) and remote.model.lower().startswith(f"{app}."):
            named.add(remote.model.lower().split(".")[1])
    return named - {model.name_lower}


def folded(operations: list[Operation], app: str) -> list[Operation]:
    """The same operations with the tables made in one step, ordered so that a key's target comes before it."""
    flat = [one for whole in operations for one in (whole.tables if isinstance(whole, CreateTables) else [whole])]
    made: dict[str, CreateModel] = {}
    later: list[Operation] = []
    for operation in flat:
        if isinstance(operation, CreateModel):
            made[operation.name_lower] = operation
        elif isinstance(operation, AddField) and operation.model_name_lower in made:
            made[operation.model_name_lower].fields.append((operation.name, operation.field))
        elif isinstance(operation, AddConstraint) and operation.model_name_lower in made:
            made[operation.model_name_lower].options.setdefault("constraints", []).append(operation.constraint)
        elif isinstance(operation, AddIndex) and operation.model_name_lower in made:
            made[operation.model_name_lower].options.setdefault("indexes", []).append(operation.index)
        else:
            later.append(operation)
    ordered: list[CreateModel] = []
    placed: set[str] = set()
    while left := [model for name, model in made.items() if name not in placed]:
        ready = [model for model in left if targets(model, app) & made.keys() <= placed]
        ordered += ready or left  # tables that point at one another are made together; their keys are laid at the end
        placed |= {model.name_lower for model in ready or left}
    return [CreateTables(tables=ordered), *later]


def own_functions(source: str) -> str:
    """What the migration's module defines beside the migration itself, as it was written."""
    tree = ast.parse(source)
    kept = [one for one in tree.body if isinstance(one, ast.FunctionDef | ast.Assign)]
    return "\n\n\n".join(ast.get_source_segment(source, one) or "" for one in kept)


def own_imports(source: str) -> str:
    """The imports of the migration's module, for its functions."""
    tree = ast.parse(source)
    kept = [one for one in tree.body if isinstance(one, ast.Import | ast.ImportFrom)]
    return "\n".join(ast.get_source_segment(source, one) or "" for one in kept)


def fold(app: str, name: str) -> None:
    """Rewrite one migration of an app."""
    module = import_module(f"{app}.migrations.{name}")
    file = Path(str(module.__file__))
    source = file.read_text(encoding="utf-8")
    migration: migrations.Migration = module.Migration(name, app)
    before = len(migration.operations)
    migration.operations = folded(list(migration.operations), app)
    if name == FIRST and app != FOUNDATION:
        graph = MigrationLoader(None).graph
        first = {node for package in PACKAGES for node in graph.leaf_nodes(package)}
        migration.dependencies = sorted(first | {tuple(node) for node in migration.dependencies})
    text = MigrationWriter(migration, include_header=False).as_string()
    if functions := own_functions(source):
        text = text.replace(f"{app}.migrations.{name}.", "").replace(f"import {app}.migrations.{name}\n", "")
        head, _, body = text.partition("class Migration")
        text = f"{own_imports(source)}\n{head}\n\n{functions}\n\n\nclass Migration{body}"
    file.write_text(text, encoding="utf-8")
    print(f"{app}.{name}: {before} steps became {len(migration.operations)}")


def main(named: list[str]) -> None:
    """Rewrites each migration named, as app.name."""
    django.setup()
    for each in named:
        app, _, name = each.partition(".")
        fold(app, name)


if __name__ == "__main__":
    main(sys.argv[1:])
