"""The product as a newcomer meets it: the demonstration, under its own settings, served by its own server.

The database is made once for each state of the code and copied for every site, so no test sees what another did.
"""

import hashlib
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.migrated import HOUSE, migrated_file

KEPT = HOUSE / "var" / "browser"

# A plan is told from another by its state, by open findings, by urgent support and by having been sealed before; a
# person by a restriction and by how far they have come towards a plan.
KINDS = """
SELECT plan.ref, plan.state
    || CASE WHEN EXISTS (SELECT 1 FROM verification_finding f WHERE f.plan_id = plan.id AND f.closed_at IS NULL)
        THEN ' with findings' ELSE '' END
    || CASE WHEN EXISTS (SELECT 1 FROM verification_urgentsupport u WHERE u.plan_id = plan.id AND u.live)
        THEN ' urgent' ELSE '' END
    || CASE WHEN plan.state = 'quality_assured' AND plan.sealed_version THEN ' again' ELSE '' END
FROM casework_supportplan plan
UNION ALL
SELECT person.ref, CASE
    WHEN person.restricted THEN 'restricted'
    WHEN EXISTS (SELECT 1 FROM casework_carerlink link WHERE link.carer_id = person.id) THEN 'carer'
    WHEN EXISTS (SELECT 1 FROM casework_supportplan plan WHERE plan.person_id = person.id) THEN (
        SELECT CASE WHEN plan.state IN ('refused', 'withdrawn', 'ended') THEN plan.state ELSE 'planned' END
        FROM casework_supportplan plan WHERE plan.person_id = person.id)
    WHEN EXISTS (
        SELECT 1 FROM casework_assessment a JOIN casework_eligibilitydetermination e ON e.assessment_id = a.id
        WHERE a.person_id = person.id) THEN 'determined'
    ELSE 'assessed' END
    || CASE WHEN EXISTS (SELECT 1 FROM casework_charge c WHERE c.person_id = person.id AND c.state = 'issued')
        THEN '+charged' ELSE '' END
    || COALESCE((SELECT CASE WHEN a.icb_decided_on IS NULL THEN '+after-care' ELSE '+after-care ending' END
        FROM casework_aftercare a WHERE a.person_id = person.id AND a.ended_on IS NULL), '')
FROM casework_person person
UNION ALL
SELECT account.username, CASE WHEN EXISTS (
    SELECT 1 FROM delegation_professionalregistration r WHERE r.worker_id = account.worker_id AND r.ended_on IS NULL)
    THEN 'registered' ELSE 'an account' END
FROM delegation_account account
UNION ALL
SELECT key, kind FROM delegation_organisation
UNION ALL
SELECT function, 'held' FROM delegation_authorisation WHERE revoked_on IS NULL
"""

# A record of a register is told from another by its state, whatever register it is of; the last of each state is met
# beside the first, because the last are those the proofs add to the demonstration's.
STATES = """
SELECT ref, '{0}:' || state || CASE WHEN id = MAX(id) OVER (PARTITION BY state) THEN ':last' ELSE '' END FROM {0}
"""
RECORDS = """
SELECT name FROM sqlite_master t WHERE type = 'table' AND name NOT LIKE '%historical%'
    AND (SELECT COUNT(*) FROM pragma_table_info(t.name) c WHERE c.name IN ('ref', 'state')) = 2
"""


@dataclass(frozen=True)
class Site:
    """Where the product answers, and the file its data lie in."""

    url: str
    file: Path

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """What the database holds, read past the product."""
        with sqlite3.connect(self.file) as data:
            found = data.execute(sql, values).fetchall()
        data.close()
        return found

    def states(self) -> dict[str, str]:
        """The state of every plan by its reference."""
        return dict(self.rows("SELECT ref, state FROM casework_supportplan"))  # type: ignore[arg-type]

    def kinds(self) -> dict[str, str]:
        """What kind of thing each reference names: a plan by where it stands, a person by what is recorded of them."""
        kinds = [*self.rows(KINDS), *(row for table in self.records() for row in self.rows(STATES.format(table)))]
        return {str(ref): str(kind) for ref, kind in kinds}

    def records(self) -> list[str]:
        """The tables of the registers: what has a reference and a state, but for plans."""
        return [str(table) for (table,) in self.rows(RECORDS) if table != "casework_supportplan"]

    def plan_in(self, state: str, position: int = 0) -> str:
        """The reference of a plan in this state, the oldest first."""
        return str(self.rows("SELECT ref FROM casework_supportplan WHERE state = ? ORDER BY id", state)[position][0])


@contextmanager
def served() -> Iterator[Site]:
    """A site of one's own, for as long as the block lasts."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "site.sqlite3"
        shutil.copy(loaded_file(), file)
        port = _free_port()
        command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}"]
        command += ["--workers", "1", "--threads", "4", "--log-level", "error"]
        with (Path(folder) / "log").open("w") as log:
            server = subprocess.Popen(command, cwd=HOUSE, env=_environment(file), stderr=log)
            try:
                _wait_for(f"http://127.0.0.1:{port}", server)
                yield Site(url=f"http://127.0.0.1:{port}", file=file)
            finally:
                server.terminate()
                server.wait()


def loaded_file() -> Path:
    """The loaded demonstration for today's code and today's date, made now if this is the first run that needs it."""
    file = KEPT / f"{_fingerprint()}.sqlite3"
    if not file.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=KEPT) as folder:
            own = Path(folder) / "new.sqlite3"
            shutil.copy(migrated_file(), own)
            for words in (["demo"], ["shell", "-c", "from tests.browser.every_step import load; load()"]):
                command = [sys.executable, "manage.py", *words]
                subprocess.run(command, cwd=HOUSE, env=_environment(own), check=True, stdout=subprocess.DEVNULL)
            with sqlite3.connect(own) as made:
                made.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            made.close()
            for older in KEPT.glob("*.sqlite3"):
                older.unlink(missing_ok=True)
            own.replace(file)
    return file


def _fingerprint() -> str:
    apps = [HOUSE / app for app in ("delegation", "casework", "verification", "returns", "tests/registers")]
    sources = [source for app in apps for kind in ("py", "csv") for source in sorted(app.rglob(f"*.{kind}"))]
    sources += [HOUSE / "requirements.lock", HOUSE / "tests/browser/every_step.py", HOUSE / "tests/proof/worlds.py"]
    digest = hashlib.sha256(datetime.now(tz=UTC).date().isoformat().encode())
    for source in sources:
        digest.update(str(source.relative_to(HOUSE)).encode() + source.read_bytes())
    return digest.hexdigest()[:20]


def _environment(file: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COUNTERSIGN_", "DJANGO_"))}
    return kept | {
        "COUNTERSIGN_DEMO": "1",
        "COUNTERSIGN_SECRET_KEY": "of-no-worth-outside-the-tests",
        "COUNTERSIGN_DATABASE_URL": str(file),
        # Files lie under their hash, so every site may share the folder they were first kept in.
        "COUNTERSIGN_FILES": str(KEPT / "files"),
    }


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(150):
        assert server.poll() is None, "the site ended before it answered"
        with suppress(OSError, urllib.error.URLError):
            urllib.request.urlopen(f"{url}/healthz", timeout=2).close()
            return
        time.sleep(0.1)
    raise AssertionError("the site did not answer")
