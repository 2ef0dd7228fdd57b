#!/usr/bin/env python3
"""Django's command line for Countersign; `python3 run.py manage ...` calls it in the right environment."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor


def why_not_usable() -> str:
    """Why no command can use the database, in a sentence; empty where it can be used."""
    connection.close()
    try:
        executor = MigrationExecutor(connection)
        lacks = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return "The database cannot be reached or read. Look at COUNTERSIGN_DATABASE_URL."
    return "The database’s tables are not up to date. First: python3 manage.py migrate." if lacks else ""


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as why:
        sys.exit(f"{why} Or use `python3 run.py manage`, which does so for a demonstration.")
    except DatabaseError:
        if sentence := why_not_usable():
            sys.exit(sentence)
        raise
