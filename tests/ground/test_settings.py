"""The service is safe when nothing is set, and refuses to start when it cannot be."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment

HOUSE = Path(__file__).resolve().parents[2]


def start(**chosen: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COUNTERSIGN_", "DJANGO_"))}
    show = (
        "from config import settings as s;"
        "print(s.DEBUG, s.SESSION_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS > 0, s.ALLOWED_HOSTS)"
    )
    return subprocess.run(
        [sys.executable, "-c", show], cwd=HOUSE, env=kept | chosen, capture_output=True, text=True, check=False
    )


def test_service_does_not_start_without_a_secret_key() -> None:
    done = start()
    assert done.returncode != 0
    assert "COUNTERSIGN_SECRET_KEY" in done.stderr


def test_service_with_a_key_is_safe_with_nothing_else_set(tmp_path: Path) -> None:
    done = start(COUNTERSIGN_SECRET_KEY="k" * 60, COUNTERSIGN_DATABASE_URL=str(tmp_path / "a.sqlite3"))
    assert done.stdout.strip() == "False True True True []"


def test_demo_answers_this_machine_only_and_never_debugs(tmp_path: Path) -> None:
    done = start(COUNTERSIGN_DEMO="1", COUNTERSIGN_DATABASE_URL=str(tmp_path / "a.sqlite3"))
    assert done.stdout.strip() == "False False False False ['localhost', '127.0.0.1', '[::1]']"


def test_a_slip_in_a_flag_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTERSIGN_DEMO", "flase")
    with pytest.raises(ImproperlyConfigured, match="COUNTERSIGN_DEMO"):
        environment.flag("DEMO")


def test_postgres_address_is_read_whole() -> None:
    read = environment.database("postgres://kate:p%40ss@db.example:5433/countersign?sslmode=require")
    assert (read["USER"], read["PASSWORD"], read["HOST"], read["PORT"], read["NAME"]) == (
        "kate",
        "p@ss",
        "db.example",
        "5433",
        "countersign",
    )
    assert read["OPTIONS"] == {"options": "-c lock_timeout=5s", "sslmode": "require"}


def test_postgres_socket_folder_is_read() -> None:
    assert environment.database("postgres://own@/own?host=/run/postgresql")["HOST"] == "/run/postgresql"


def test_an_unknown_database_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured):
        environment.database("mysql://somewhere/else")


def test_sqlite_takes_its_lock_when_a_change_begins(tmp_path: Path) -> None:
    assert environment.database(str(tmp_path / "a.sqlite3"))["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
