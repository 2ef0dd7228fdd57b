"""Throwaway databases: copies of one another, and moving the one connection between them."""

import shutil
from pathlib import Path

import psycopg
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection

from bench.plain.models import TABLES


def make_tables() -> None:
    """The product's tables by its migrations, the plain way's by the schema editor."""
    call_command("migrate", verbosity=0)
    with connection.schema_editor() as editor:
        for model in TABLES:
            editor.create_model(model)
            if hasattr(model, "history"):
                editor.create_model(model.history.model)


def name_of(size: str) -> str:
    """The name of the database for a size: a file beside the first, or a database of the same cluster."""
    first = connection.settings_dict["NAME"]
    if connection.vendor == "postgresql":
        return f"bench_{size}"
    return str(Path(first).with_name(f"{size}.sqlite3"))


def go_to(name: str) -> None:
    """Use another database from now on."""
    connection.close()
    connection.settings_dict["NAME"] = name
    ContentType.objects.clear_cache()
    connection.ensure_connection()


def copy_to(name: str) -> None:
    """Copy the database now used to another name."""
    now = connection.settings_dict["NAME"]
    if connection.vendor == "postgresql":
        told = connection.get_connection_params()
        connection.close()
        words = {key: told[key] for key in ("host", "user", "password", "port") if told.get(key)}
        with psycopg.connect(dbname="postgres", autocommit=True, **words) as other:
            other.execute(f'CREATE DATABASE "{name}" TEMPLATE "{now}"')  # type: ignore[arg-type]
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    shutil.copyfile(now, name)
