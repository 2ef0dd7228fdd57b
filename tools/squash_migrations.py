#!/usr/bin/env python3
"""Squashes a run of an app's migrations into one that a new database takes in their place.

Each migration redraws what the next one redraws again, so a new database waits for all of them: `python
tools/squash_migrations.py casework 0001_initial 0005_information` in the project's environment writes one that makes
the same tables at once and names those it replaces. A database that has run them goes on as it is; the files stay.
What they did to rows is left out, for a new database has none.
"""

import os
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django
from django.db import migrations
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.questioner import NonInteractiveMigrationQuestioner
from django.db.migrations.writer import MigrationWriter

from delegation.append_only import MakeAppendOnly
from tools.fold_migrations import folded

HOUSE = Path(__file__).resolve().parent.parent


def squashed(app: str, first: str, last: str) -> migrations.Migration:
    """One migration from before `first` to after `last`."""
    loader = MigrationLoader(None, replace_migrations=False)
    there = sorted(name for of, name in loader.disk_migrations if of == app and first <= name <= last)
    run = [name for name in there if not loader.disk_migrations[app, name].replaces]
    replaced = [loader.disk_migrations[app, name] for name in run]
    outside = {node for one in replaced for node in one.dependencies if node[0] != app or node[1] not in run}
    after = loader.project_state((app, run[-1]))
    before = after.clone()
    own = [parent.key for parent in loader.graph.node_map[app, run[0]].parents if parent.key[0] == app]
    earlier = loader.project_state(own)
    for key in [key for key in before.models if key[0] == app]:
        del before.models[key]
    before.models |= {key: model for key, model in earlier.models.items() if key[0] == app}
    for state in (before, after):
        state.__dict__.pop("apps", None)
        state._relations = None
    detector = MigrationAutodetector(before, after, NonInteractiveMigrationQuestioner())
    changes = detector._detect_changes(convert_apps={app}, graph=loader.graph)
    operations: list[Any] = [operation for one in changes.get(app, []) for operation in one.operations]
    guards = [operation for one in replaced for operation in one.operations if isinstance(operation, MakeAppendOnly)]
    name = f"{run[0]}_squashed_{run[-1]}"
    made = migrations.Migration(name, app)
    made.operations = [*folded(operations, app), *guards]
    made.dependencies = sorted(outside, key=str)
    made.replaces = [(app, each) for each in run]
    made.initial = first == "0001_initial" or None
    return made


def main(app: str, first: str, last: str) -> None:
    """Write the squashed migration beside those it replaces."""
    django.setup()
    made = squashed(app, first, last)
    file = HOUSE / app / "migrations" / f"{made.name}.py"
    file.write_text(MigrationWriter(made, include_header=False).as_string(), encoding="utf-8")
    print(f"{file.relative_to(HOUSE)}: {len(made.operations)} steps in place of {len(made.replaces)} migrations")


if __name__ == "__main__":
    main(*sys.argv[1:])
