#!/usr/bin/env python3
"""Django's command line for Countersign; `python3 run.py manage ...` calls it in the right environment."""

import os
import sys
from importlib import import_module

# What reads files and asks no database needs no settings either, and begins four times as soon without the models.
OF_FILES_ALONE = ("returns_check", "returns_figures")


def run(words: list[str]) -> None:
    """Any of Django's commands, and ours; what is not set up, or not migrated, is told in a sentence."""
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415 - not where files alone are read
    from django.core.management import execute_from_command_line  # noqa: PLC0415
    from django.db import DatabaseError  # noqa: PLC0415

    try:
        execute_from_command_line(words)
    except ImproperlyConfigured as why:
        sys.exit(f"{why} Or use `python3 run.py manage`, which does so for a demonstration.")
    except DatabaseError:
        if sentence := why_not_usable():
            sys.exit(sentence)
        raise


def why_not_usable() -> str:
    """Why no command can use the database, in a sentence; empty where it can be used."""
    from django.db import DatabaseError, connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    connection.close()
    try:
        executor = MigrationExecutor(connection)
        lacks = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return "The database cannot be reached or read. Look at COUNTERSIGN_DATABASE_URL."
    return "The database’s tables are not up to date. First: python3 manage.py migrate." if lacks else ""


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if sys.argv[1:2] and sys.argv[1] in OF_FILES_ALONE:
        import_module(f"returns.management.commands.{sys.argv[1]}").Command().run_from_argv(sys.argv)
    else:
        run(sys.argv)
