#!/usr/bin/env python3
"""Squashes all migrations there are: one for each app, which makes its tables, as the models are, in one step.

Each migration redraws what the next one redraws again, so a new database waits for all of them: `python
tools/squash_migrations.py 0001_tables` in the project's environment writes one of that name for each app in place of
all its others, and names those it replaces. A database that has run all of them goes on as it is; one that has run
only some is brought up to date before, by the state of the project that still has them. What they did to rows is left
out, for a new database has none. The accounts come first and alone (`0001_`), for the packages' own tables point at
them; then the packages, while there is little to redraw; then everything else (`0002_` where `0001_` is taken).
"""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django
from django.apps import apps
from django.conf import settings
from django.db import migrations
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.questioner import NonInteractiveMigrationQuestioner
from django.db.migrations.state import ProjectState
from django.db.migrations.writer import MigrationWriter

from delegation.append_only import MakeAppendOnly
from tools.fold_migrations import FOUNDATION, PACKAGES, folded

HOUSE = Path(__file__).resolve().parent.parent
APPS = (FOUNDATION, "casework", "verification", "returns")
Model = tuple[str, str]


def leads_to(model: Model, state: ProjectState) -> set[Model]:
    """The models this one points at, and all that they point at."""
    found: set[Model] = set()
    left = [model]
    while left:
        drawn = state.models[left.pop()]
        named = [base for base in drawn.bases if isinstance(base, str)]
        for field in drawn.fields.values():
            remote = getattr(field, "remote_field", None)
            named += [each for each in (getattr(remote, "model", None), getattr(remote, "through", None)) if each]
        for each in named:
            app, _, name = str(each).lower().partition(".")
            if (app, name) in state.models and (app, name) not in found:
                found.add((app, name))
                left.append((app, name))
    return found


def steps_between(before: ProjectState, after: ProjectState, app: str, loader: MigrationLoader) -> list[Any]:
    """What makes the tables of an app that are in one state and not in the other."""
    detector = MigrationAutodetector(before, after, NonInteractiveMigrationQuestioner())
    changes = detector._detect_changes(convert_apps={app}, graph=loader.graph)
    return folded([step for one in changes.get(app, []) for step in one.operations], app)


def only(state: ProjectState, models: Iterable[Model]) -> ProjectState:
    """The state with none but these models."""
    return ProjectState({key: state.models[key].clone() for key in models}, real_apps=state.real_apps)


def guards_of(app: str, loader: MigrationLoader, state: ProjectState) -> dict[Model, MakeAppendOnly]:
    """The tables of an app that the database holds append-only; of two guards of one table the later stands."""
    there = sorted(key for key, one in loader.disk_migrations.items() if key[0] == app and not one.replaces)
    steps = [step for key in there for step in loader.disk_migrations[key].operations]
    guards = [step for step in steps if isinstance(step, MakeAppendOnly)]
    return {(app, one.model.lower()): one for one in guards if (app, one.model.lower()) in state.models}


def squashed(app: str, name: str, loader: MigrationLoader) -> list[migrations.Migration]:
    """The migrations that make an app's tables as they are: the accounts, which the packages stand on, and the rest."""
    whole = ProjectState.from_apps(apps)
    own = [key for key in whole.models if key[0] == app]
    others = [key for key in whole.models if key[0] != app]
    accounts: Model = tuple(settings.AUTH_USER_MODEL.lower().split("."))
    ground = [key for key in own if app == FOUNDATION and key in {accounts, *leads_to(accounts, whole)}]
    above = [key for key in own if key not in ground]
    replaces = sorted(key for key, one in loader.disk_migrations.items() if key[0] == app and not one.replaces)
    guards = guards_of(app, loader, whole)
    made: list[migrations.Migration] = []
    for number, models in enumerate(filter(None, (ground, above)), 1):
        before = only(whole, [*others, *(ground if models is above else [])])
        after = only(whole, [*others, *(ground if models is above else []), *models])
        one = migrations.Migration(name.replace("0001", f"{number:04}"), app)
        one.operations = [*steps_between(before, after, app, loader), *(guards[m] for m in models if m in guards)]
        reached = {to for model in models for to, _ in leads_to(model, whole)} - {app}
        one.dependencies = sorted(outside(reached | ({*PACKAGES} if models is above else set()), loader, name))
        one.dependencies += [(app, made[-1].name)] if made else []
        one.initial = not made or None
        made.append(one)
    # Those before the packages' own are replaced by the first, for the packages stand on it; the rest by the last.
    on_packages = [key for key in replaces if len(made) > 1 and stands_on_packages(key, loader)]
    made[0].replaces = [key for key in replaces if key not in on_packages]
    made[-1].replaces = on_packages or made[-1].replaces
    return made


def stands_on_packages(key: Model, loader: MigrationLoader) -> bool:
    return any(app in PACKAGES for app, _ in loader.graph.forwards_plan(key))


def outside(reached: set[str], loader: MigrationLoader, name: str) -> set[tuple[str, str]]:
    """What has to be there first: our other apps' last migration of this squashing, the packages' own last."""
    wanted: set[tuple[str, str]] = set()
    for app in reached:
        if app == FOUNDATION:
            wanted.add((app, name.replace("0001", "0002")))
        elif app in APPS:
            wanted.add((app, name))
        else:
            wanted |= set(loader.graph.leaf_nodes(app))
    return wanted


def main(name: str) -> None:
    """Writes the squashed migrations of every app and removes those they replace."""
    django.setup()
    loader = MigrationLoader(None, replace_migrations=False)
    for app, made in {app: squashed(app, name, loader) for app in APPS}.items():
        folder = HOUSE / app / "migrations"
        for old in folder.glob("0*.py"):
            old.unlink()
        for one in made:
            (folder / f"{one.name}.py").write_text(MigrationWriter(one, include_header=False).as_string(), "utf-8")
            print(f"{app}.{one.name}: {len(one.operations)} steps in place of {len(one.replaces)} migrations")


if __name__ == "__main__":
    main(*sys.argv[1:])
