#!/usr/bin/env python3
"""Every command of the project, with nothing but Python 3.11: it makes .venv the first time and keeps it.

    python3 run.py demo      a demonstration council, one plan walked the whole way, then the site
    python3 run.py test      the everyday tests
    python3 run.py check     style, types, direction of imports, migrations, deployment settings
    python3 run.py --help    the others

Standard library only: it must run before anything is installed.
"""

import argparse
import contextlib
import glob
import hashlib
import importlib.metadata
import importlib.util
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

HOUSE = Path(__file__).resolve().parent
VENV = HOUSE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
VAR = HOUSE / "var"
LOCKS = {"runtime": HOUSE / "requirements.lock", "dev": HOUSE / "requirements-dev.lock"}
TYPED = ("*.py", "*/*.py")
UNTYPED_FOLDERS = {"views", "forms", "models", "migrations", "templatetags", "management"}
# Where the types of Django's forms and migrations, or viewflow's want of any, leave nothing to hold ours against.
UNTYPED = {"delegation/govuk.py", "delegation/whole_tables.py"}


class Stop(Exception):  # noqa: N818 - it is not an error but a sentence for the person at the keyboard
    """Ends the command with a sentence that says what to do."""


def say(sentence: str) -> None:
    print(sentence, flush=True)


@contextlib.contextmanager
def step(what: str) -> Iterator[None]:
    """Says what is being done, and how long it took."""
    say(f"==> {what}")
    began = time.monotonic()
    yield
    say(f"    done in {time.monotonic() - began:.1f} s")


def run(command: Sequence[str | Path], extra: Mapping[str, str] | None = None) -> int:
    """Runs one command in the house and gives its exit status."""
    # What Python compiled is kept: each command, and each process of the tests, would compile the whole house again.
    env = os.environ | {"PYTHONDONTWRITEBYTECODE": ""} | (extra or {})
    return subprocess.run([str(word) for word in command], cwd=HOUSE, env=env).returncode


# --- the environment -----------------------------------------------------------------------------------------


def lock_hash(kind: str) -> str:
    if not LOCKS[kind].exists():
        raise Stop(f"{LOCKS[kind].name} is missing. Take a whole copy of the project.")
    return hashlib.sha256(LOCKS[kind].read_bytes()).hexdigest()


def ready(kind: str) -> None:
    """Makes sure .venv holds exactly what the lock file names; instant when it already does."""
    stamp = VENV / f"countersign-{kind}.stamp"
    whole = lock_hash(kind) + sys.version.split()[0]
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == whole:
        return
    uv = shutil.which("uv")
    if not PYTHON.exists():
        with step("Making .venv (first time only)"):
            make_venv()
    with step(f"Installing what {LOCKS[kind].name} names, each package checked against its hash"):
        if not (uv and install_with_uv(uv, LOCKS[kind])):
            install_with_pip(LOCKS[kind])
    stamp.write_text(whole)
    if kind == "dev":  # the dev lock holds every runtime package at the same version
        (VENV / "countersign-runtime.stamp").write_text(lock_hash("runtime") + sys.version.split()[0])


def make_venv() -> None:
    command = [sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise Stop(f"The virtual environment could not be made.\n{done.stdout}{done.stderr}".strip())


def pip_for_venv() -> list[str | Path]:
    """This Python's own pip where it can install into .venv; else one put there, which takes some seconds more."""
    with contextlib.suppress(importlib.metadata.PackageNotFoundError):
        if tuple(map(int, importlib.metadata.version("pip").split(".")[:2])) >= (22, 3):
            return [sys.executable, "-m", "pip", "--python", PYTHON]
    if importlib.util.find_spec("ensurepip") is None:
        raise Stop("This Python has no pip to install with. On Debian or Ubuntu: apt install python3-venv")
    done = subprocess.run([str(PYTHON), "-m", "ensurepip", "--default-pip"], capture_output=True, text=True)
    if done.returncode:
        raise Stop(f"pip could not be put into .venv.\n{done.stdout}{done.stderr}".strip())
    return [PYTHON, "-m", "pip"]


def install_with_uv(uv: str, lock: Path) -> bool:
    """uv where it is at hand, for its speed. When it cannot (other index settings than pip's), pip is asked."""
    command = [uv, "pip", "install", "--quiet", "--no-progress", "--require-hashes", "--only-binary", ":all:"]
    done = subprocess.run(
        [*command, "--python", str(PYTHON), "--requirement", str(lock)],
        cwd=HOUSE,
        env=os.environ | {"UV_PYTHON_DOWNLOADS": "never"},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        say("    uv could not install them; asking pip.")
    return done.returncode == 0


def install_with_pip(lock: Path) -> None:
    whole = len(re.findall(r"^[A-Za-z0-9]", lock.read_text(), re.MULTILINE))
    command = [*pip_for_venv(), "install", "--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    command += ["--no-deps", "--require-hashes", "--only-binary", ":all:", "--requirement", lock]
    taken, lines = 0, []
    with subprocess.Popen(
        [str(word) for word in command], cwd=HOUSE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as pip:
        for line in pip.stdout or []:
            lines.append(line)
            if line.startswith(("Collecting ", "Requirement already satisfied")):
                taken += 1
                if taken % 5 == 0:
                    say(f"    {taken} of about {whole} packages fetched")
            elif line.startswith("Installing collected"):
                say("    writing them to .venv")
    if pip.returncode:
        told = "".join(lines[-12:]).strip()
        raise Stop(
            "The packages could not be installed. Is this machine connected, and is pip's package index set?\n"
            f"pip's last words were:\n{told}"
        )


# --- the commands --------------------------------------------------------------------------------------------


def secret_key() -> str:
    """A key of this machine's own, made once and kept where only its owner reads it."""
    VAR.mkdir(exist_ok=True)
    file = VAR / "demo_secret_key"
    if not file.exists():
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
            out.write(secrets.token_urlsafe(50))
    return file.read_text().strip()


def demo_environment(database: str | None = None) -> dict[str, str]:
    return {
        "COUNTERSIGN_DEMO": "1",
        "COUNTERSIGN_DEBUG": "0",
        "COUNTERSIGN_SECRET_KEY": secret_key(),
        "COUNTERSIGN_DATABASE_URL": database or str(VAR / "demo.sqlite3"),
    }


def demo(words: argparse.Namespace) -> int:
    if not words.once and not free(words.port):
        raise Stop(f"Port {words.port} is in use. Choose another: python3 run.py demo --port {words.port + 1}")
    ready("runtime")
    env = demo_environment(str(Path(words.database).resolve()) if words.database else None)
    if status := run([PYTHON, "-u", "manage.py", "demo", "--migrate"], env):
        return status
    return 0 if words.once else serve(words.port, env)


def free(port: int) -> bool:
    with socket.socket() as door:
        return door.connect_ex(("127.0.0.1", port)) != 0


def serve(port: int, env: Mapping[str, str]) -> int:
    """Serves the site on this machine alone until Ctrl-C."""
    where = f"127.0.0.1:{port}"
    if os.name == "nt":
        command = [PYTHON, "manage.py", "runserver", "--noreload", "--insecure", where]
    else:
        command = [PYTHON, "-m", "gunicorn", "config.wsgi", "--bind", where, "--workers", "2", "--log-level", "warning"]
    server = subprocess.Popen([str(word) for word in command], cwd=HOUSE, env=os.environ | env)
    try:
        for _ in range(100):
            if server.poll() is not None:
                return server.returncode
            with contextlib.suppress(OSError, urllib.error.URLError):
                urllib.request.urlopen(f"http://{where}/healthz", timeout=2).close()
                break
            time.sleep(0.2)
        say(f"\nThe site is at http://{where}  (Ctrl-C ends it)")
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        if server.poll() is None:
            server.terminate()
            server.wait()


def manage(words: list[str]) -> int:
    ready("runtime")
    env = {name: value for name, value in demo_environment().items() if name not in os.environ}
    if "COUNTERSIGN_SECRET_KEY" in os.environ:
        env.pop("COUNTERSIGN_DEMO", None)
    return run([PYTHON, "manage.py", *words], env)


def pytest(words: list[str]) -> int:
    """The everyday tests, or (with --all) those of which one in so many is in every run too; --postgres for its own."""
    ready("dev")
    postgres = "--postgres" in words
    whole = ["-m", "not browser and not slow"] if "--all" in words else []
    if not any("browser" in word for word in words):
        whole.append("--ignore=tests/browser")  # what is not asked for is not collected either
    words = [*whole, *(word for word in words if word not in {"--postgres", "--all"})]
    if not any(word.startswith("-n") or word in {"--pdb", "--collect-only"} for word in words):
        words = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder", *words]  # a world is made once a file
    command = [PYTHON, "-m", "pytest", *words]
    if not postgres:
        return run(command)
    with postgres_cluster(durable=False) as url:
        return run(command, {"COUNTERSIGN_DATABASE_URL": url})


def browser(words: list[str]) -> int:
    """The journeys in a real Chromium."""
    chromium = os.environ.get("COUNTERSIGN_CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if not chromium:
        raise Stop("No Chromium was found. On Debian: apt install chromium. Or name one in COUNTERSIGN_CHROMIUM.")
    os.environ["COUNTERSIGN_CHROMIUM"] = chromium
    return pytest(["-m", "browser and not slow", "-n0", *words])


@contextlib.contextmanager
def postgres_cluster(*, durable: bool) -> Iterator[str]:
    from tools.postgres import NoPostgres, cluster  # noqa: PLC0415 - only where PostgreSQL is asked for

    try:
        with step("Starting a PostgreSQL of our own in a temporary folder"):
            place = cluster(durable=durable)
            url = place.__enter__()
    except NoPostgres as why:
        raise Stop(str(why)) from why
    try:
        yield url
    finally:
        place.__exit__(None, None, None)


def postgres(words: list[str]) -> int:
    """Runs any command with COUNTERSIGN_DATABASE_URL naming a PostgreSQL that lasts as long as it does."""
    words = words[1:] if words[:1] == ["--"] else words
    if not words:
        raise Stop("Say which command: python3 run.py postgres -- python3 run.py bench")
    with postgres_cluster(durable=True) as url:
        return run(words, {"COUNTERSIGN_DATABASE_URL": url})


def typed_files() -> list[str]:
    """The modules whose types are checked: services, selectors, rules and all beside them."""
    found = {
        file
        for app in ("delegation", "casework", "verification", "returns")
        for pattern in TYPED
        for file in glob.glob(f"{app}/{pattern}", root_dir=HOUSE)
    }
    return sorted(file for file in found - UNTYPED if file.split("/")[1] not in UNTYPED_FOLDERS)


def check() -> int:
    ready("dev")
    VAR.mkdir(exist_ok=True)
    service = {
        "COUNTERSIGN_SECRET_KEY": secrets.token_urlsafe(60),
        "COUNTERSIGN_ALLOWED_HOSTS": "countersign.example.gov.uk",
        "COUNTERSIGN_DATABASE_URL": str(VAR / "check.sqlite3"),
        "COUNTERSIGN_DEMO": "0",
        "COUNTERSIGN_DEBUG": "0",
    }
    checks: list[tuple[str, list[str | Path]]] = [
        ("Style", [BIN / "ruff", "check", "."]),
        ("Layout", [BIN / "ruff", "format", "--check", "."]),
        ("Types", [PYTHON, "-m", "mypy", *typed_files()]),
        ("Direction of imports", [BIN / "lint-imports"]),
        ("Migrations complete", [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"]),
        ("Deployment settings", [PYTHON, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]),
    ]
    broken = []
    for name, command in checks:
        with step(name):
            if run(command, service):
                broken.append(name)
    say(f"Not in order: {', '.join(broken)}" if broken else "All in order.")
    return 1 if broken else 0


def lock() -> int:
    """Makes the lock files again from pyproject.toml, with no address of any index in them."""
    uv = shutil.which("uv")
    if not uv:
        raise Stop("Making the lock files needs uv. Installing from them does not.")
    plain = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate"]
    plain += ["--no-emit-index-url", "--no-emit-find-links", "--quiet", "--upgrade"]
    for kind, group in (("dev", ["--group", "dev"]), ("runtime", ["--constraint", LOCKS["dev"].name])):
        if run([uv, "pip", "compile", "pyproject.toml", *group, *plain, "--output-file", LOCKS[kind].name]):
            return 1
        if "://" in LOCKS[kind].read_text():
            raise Stop(f"{LOCKS[kind].name} holds an address; it must not.")
    return 0


def bench(words: list[str]) -> int:
    ready("dev")
    return run([PYTHON, "-m", "bench", *words])


FREE_WORDS = {"manage": manage, "test": pytest, "browser": browser, "postgres": postgres, "bench": bench}


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="run.py", description="Every command of the project.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    show = commands.add_parser("demo", help="load a demonstration council, walk one plan, serve the site")
    show.add_argument("--once", action="store_true", help="end after the walk")
    show.add_argument("--database", metavar="FILE", help="keep the data in this file")
    show.add_argument("--port", type=int, default=8000)
    commands.add_parser("check", help="style, types, imports, migrations, deployment settings")
    commands.add_parser("lock", help="make the lock files again (maintainers; needs uv)")
    commands.add_parser("test", help="the tests; takes pytest's words, and --postgres")
    commands.add_parser("browser", help="the journeys in a real browser")
    commands.add_parser("bench", help="measure, as a table and as JSON")
    commands.add_parser("manage", help="manage.py with the demonstration's settings")
    commands.add_parser("postgres", help="a command with a PostgreSQL of its own: run.py postgres -- COMMAND")
    if words and words[0] in FREE_WORDS:
        return FREE_WORDS[words[0]](words[1:])
    known = parser.parse_args(words)
    return {"demo": lambda: demo(known), "check": check, "lock": lock}[known.command]()


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - this is the sentence for whoever has an older one
        sys.exit(f"Countersign needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    # Being told to end is an orderly end: what was started (a server, a database) is stopped on the way out.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as sentence:
        sys.exit(str(sentence))
    except KeyboardInterrupt:
        sys.exit(130)
