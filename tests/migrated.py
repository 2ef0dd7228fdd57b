"""A migrated SQLite database, made once for each state of the migrations and copied into every test run.

Migrating takes most of half a minute; copying takes a few milliseconds. The file's name is the hash of the migrations,
so a changed migration is always run again. PostgreSQL is migrated every time.
"""

import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

HOUSE = Path(__file__).resolve().parent.parent
KEPT = HOUSE / "var" / "migrated"


def fingerprint() -> str:
    """The hash of everything that decides what the tables look like: our migrations and the packages' versions."""
    sources = [*sorted(HOUSE.glob("*/migrations/*.py")), HOUSE / "requirements.lock", HOUSE / "config" / "settings.py"]
    digest = hashlib.sha256()
    for source in sources:
        digest.update(str(source.relative_to(HOUSE)).encode() + source.read_bytes())
    return digest.hexdigest()[:20]


def migrated_file() -> Path:
    """The migrated database for today's migrations, made now if this is the first run that needs it."""
    file = KEPT / f"{fingerprint()}.sqlite3"
    if not file.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=KEPT) as folder:
            own = Path(folder) / "new.sqlite3"
            command = [sys.executable, "manage.py", "migrate", "--verbosity", "0", "--settings", "tests.settings"]
            subprocess.run(command, cwd=HOUSE, env=os.environ | {"COUNTERSIGN_DATABASE_URL": str(own)}, check=True)
            with sqlite3.connect(own) as made:
                made.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            made.close()
            own.replace(file)  # whoever is second replaces it by the same
    return file


def create_test_db(**given: Any) -> str:
    """What Django's own does (its arguments are ignored: nothing there to keep), copying where it would migrate."""
    name: str = connection.creation._get_test_db_name()
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
    connection.ensure_connection()
    with sqlite3.connect(migrated_file()) as source:
        source.backup(connection.connection)
    source.close()
    return name
