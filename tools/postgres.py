"""A PostgreSQL of one's own for as long as a command runs: a cluster in a temporary folder, on a socket there.

Standard library only. It uses the server's programs where Debian puts them, and opens no network port.
"""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = "countersign"


class NoPostgres(Exception):  # noqa: N818 - a sentence for whoever asked
    """PostgreSQL's server programs are not on this machine, or would not start."""


def programs() -> Path:
    """The folder of the newest server's programs."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: int((re.findall(r"\d+", str(path)) or ["0"])[0]),
    )
    if found:
        return found[-1].parent
    if elsewhere := shutil.which("initdb"):
        return Path(elsewhere).resolve().parent
    raise NoPostgres("PostgreSQL's server is not installed. On Debian: apt install postgresql")


@contextmanager
def cluster(*, durable: bool) -> Iterator[str]:
    """Starts the cluster, gives its address, and leaves nothing behind.

    durable: write to disk as a service would (for measuring); False is faster (for tests).
    """
    home = Path(tempfile.mkdtemp(prefix="countersign-pg-"))
    owner = "postgres" if hasattr(os, "geteuid") and os.geteuid() == 0 else None
    folder = home / "data"
    settings = ["listen_addresses=", f"unix_socket_directories={home}", "max_connections=60"]
    if not durable:
        settings += ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
    if owner:
        shutil.chown(home, owner, owner)
        home.chmod(0o755)
    own = programs()
    started = False
    try:
        _run(
            own / "initdb", "-D", folder, "-U", NAME, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", owner=owner
        )
        with (folder / "postgresql.conf").open("a") as conf:
            conf.writelines(f"{name} = '{value}'\n" for name, _, value in (one.partition("=") for one in settings))
        _run(own / "pg_ctl", "-D", folder, "-l", home / "log", "-w", "-t", "60", "start", owner=owner)
        started = True
        _run(own / "createdb", "-h", home, "-U", NAME, NAME, owner=owner)
        yield f"postgres://{NAME}@/{NAME}?host={home}"
    finally:
        if started:
            _run(own / "pg_ctl", "-D", folder, "-m", "immediate", "-w", "stop", owner=owner)
        shutil.rmtree(home, ignore_errors=True)


def _run(program: Path, *words: str | Path, owner: str | None) -> None:
    # A server keeps pg_ctl's pipes open, so what it says goes to a file.
    with tempfile.TemporaryFile("w+") as told:
        done = subprocess.run(
            [str(program), *map(str, words)],
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=subprocess.STDOUT,
            user=owner,
            group=owner,
            extra_groups=[] if owner else None,
            cwd="/",
        )
        if done.returncode:
            told.seek(0)
            raise NoPostgres(f"{program.name} would not run:\n{told.read()[-2000:]}")
