"""What a database must be before anything is asked of it, each said in a sentence with what to do."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import DatabaseError, connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

OLDEST_SQLITE = (3, 35)  # the first that answers an UPDATE with the rows it changed


def databases_can_be_used(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """That SQLite is new enough, and that the tables were made by this state of the project or the one before it.

    Args:
        databases: the aliases asked about; none where Django asks of no database.

    Returns:
        an error for each that cannot be used.
    """
    found: list[CheckMessage] = []
    for alias in databases or ():
        if connections[alias].vendor == "sqlite" and sqlite3.sqlite_version_info < OLDEST_SQLITE:
            needed = ".".join(map(str, OLDEST_SQLITE))
            found.append(
                Error(
                    f"This Python's SQLite is {sqlite3.sqlite_version}; Countersign needs {needed} or later.",
                    hint="Use a newer Python, or a PostgreSQL named in COUNTERSIGN_DATABASE_URL.",
                    id="countersign.E001",
                )
            )
        elif only_in_part := partly_migrated(alias):
            found.append(
                Error(
                    f"This database was made by an earlier state of Countersign and lacks {len(only_in_part)} of its "
                    f"steps, the first of them {only_in_part[0]}.",
                    hint="Move the database aside and begin a new one, or migrate it first with what made it.",
                    id="countersign.E002",
                )
            )
    return found


def partly_migrated(alias: str) -> list[str]:
    """The migrations a database lacks of those that were squashed, where it has run others of the same."""
    try:
        run = MigrationRecorder(connections[alias]).applied_migrations()
    except DatabaseError:
        return []  # what cannot be reached is said by whoever asks for rows
    missing: list[str] = []
    for (app, _), one in sorted(MigrationLoader(None).disk_migrations.items()):
        lacks = [name for name in one.replaces if name not in run]
        if one.replaces and len(lacks) < len(one.replaces):
            missing += [f"{app}.{name}" for app, name in lacks]
    return missing
