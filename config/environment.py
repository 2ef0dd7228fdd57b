"""Reads what the council sets in the environment, and says plainly when a value cannot be used."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    """The value as written, without the spaces around it."""
    return os.environ.get(f"COUNTERSIGN_{name}", default).strip()


def flag(name: str, default: bool = False) -> bool:
    """Yes or no. Anything else is refused, so that a slip of the pen never switches a safeguard off."""
    value = text(name, "1" if default else "0").lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off", ""}:
        return False
    raise ImproperlyConfigured(f"COUNTERSIGN_{name} must be true or false, and is {value!r}.")


def names(name: str, default: str = "") -> list[str]:
    """A list written with commas."""
    return [one.strip() for one in text(name, default).split(",") if one.strip()]


def whole_number(name: str, default: int) -> int:
    """A number of nought or more."""
    value = text(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(f"COUNTERSIGN_{name} must be a whole number, and is {value!r}.")
    return int(value)


def one_or_more(name: str, default: int) -> int:
    """A number of one or more."""
    number = whole_number(name, default)
    if number < 1:
        raise ImproperlyConfigured(f"COUNTERSIGN_{name} must be one or more.")
    return number


def files_beside(database: dict[str, Any], house: Path) -> str:
    """The folder for kept files where none is named: beside an SQLite database, else in the house's own."""
    name = str(database["NAME"])
    if database["ENGINE"].endswith("sqlite3") and name != ":memory:":
        return f"{Path(name).resolve()}.files"
    return str(house / "var" / "files")


def database(url: str) -> dict[str, Any]:
    """The database behind a file name, `sqlite:///file` or `postgres://user:password@host:port/name`.

    A PostgreSQL socket folder is given as `postgres:///name?host=/run/postgresql`.
    """
    if "://" not in url or url.startswith("sqlite:///"):
        return _sqlite(url.removeprefix("sqlite:///"))
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("COUNTERSIGN_DATABASE_URL must name a file, or begin sqlite:/// or postgres://")
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        # Someone waiting for a row is told within five seconds, rather than left before a spinning page.
        "OPTIONS": {"options": "-c lock_timeout=5s"} | options,
    }


def _sqlite(file: str) -> dict[str, Any]:
    if file != ":memory:":
        Path(file).resolve().parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        # A writer takes the lock when it begins (IMMEDIATE), so that what it read is still so when it writes.
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # Python keeps 128 statements ready; one walk of the promises alone is more, and would prepare each anew.
            "cached_statements": 1024,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
