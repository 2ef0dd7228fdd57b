"""A file from outside is read and checked in a process of its own, whose memory and time are limited.

What a file asks for is not known before it is read, and polars ends the process that cannot have its memory: so that
process is not the service's. `check_apart` starts it (`python -m returns.apart`) and hears its answer; it holds no key
and no address of the database. Starting it takes about a second of processor, most of it polars and openpyxl.
"""

import contextlib
import logging
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from returns.checking import Checked
from returns.cld.checking import Progress
from returns.intake.kinds import refusal
from returns.intake.limits import Limits
from returns.refusals import UnusableInput

log = logging.getLogger(__name__)
HOUSE = Path(__file__).resolve().parent.parent.parent
# Reading has its own deadline and sentence; the process is ended so many seconds after it, whatever it does.
SECONDS_TO_START = 15
# The columns of a file share two threads, on a machine of any size: each thread keeps memory of its own.
THREADS = "2"
# What polars no longer needs is given back soon, so that it does not count.
GIVEN_BACK = "dirty_decay_ms:500,muzzy_decay_ms:0,retain:false"
# How the process ends where Python has no memory left to answer.
NO_MEMORY = 70
PASSED_ON = ("PATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT")


@dataclass(frozen=True, kw_only=True)
class Work:
    """What is asked of the process: `handling_of(kind).check(path, ...)`."""

    kind: str
    path: Path
    limits: Limits
    words: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Told:
    """One answer of the process: how far it is, or how it ended."""

    checked: Checked | None = None
    progress: tuple[float, int] | None = None
    refused: str = ""
    failed: str = ""


def check_apart(path: Path, *, kind: str, limits: Limits, tell: Progress | None = None, **words: Any) -> Checked:
    """Read a file of a return and try every row, as `Handling.check` does, in a process of its own.

    Raises UnusableInput with one sentence where the file cannot be read, or not within the limits.
    """
    work = Work(kind=kind, path=path.absolute(), limits=limits, words=words)
    with _reader(limits.most_seconds + SECONDS_TO_START) as (process, late):
        told = _answer(process, work, tell)
    if told and told.checked:
        return told.checked
    if told and told.refused:
        raise UnusableInput(told.refused)
    if told and told.failed:
        log.error("The check of a file failed: %s", told.failed)
        raise refusal(path, "cannot be read, by a fault that is ours. It has been noted.")
    if late.is_set():
        raise refusal(path, f"takes longer than {limits.most_seconds} seconds to check. Send it in parts.")
    if process.returncode in (NO_MEMORY, -signal.SIGABRT, -signal.SIGKILL):
        needed = f"needs more than {limits.most_memory:,} bytes of memory to be checked. Send it in parts."
        raise refusal(path, needed)
    log.error("The check of a file ended with %s", process.returncode)
    raise refusal(path, "cannot be read: reading it ended the program that read it.")


@contextlib.contextmanager
def _reader(seconds: float) -> Iterator[tuple[subprocess.Popen[bytes], threading.Event]]:
    """The process, ended at the latest when its time is over, and whether that came to pass."""
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    environment |= {"PYTHONPATH": str(HOUSE), "POLARS_MAX_THREADS": THREADS, "_RJEM_MALLOC_CONF": GIVEN_BACK}
    late = threading.Event()
    # What a dying process says of itself may hold a cell: it is not kept.
    process = subprocess.Popen(
        [sys.executable, "-m", "returns.apart"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    )

    def end() -> None:
        late.set()
        process.kill()

    clock = threading.Timer(seconds, end)
    clock.daemon = True
    clock.start()
    try:
        yield process, late
        process.wait()
    finally:
        clock.cancel()
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                pipe.close()  # type: ignore[union-attr]


def _answer(process: subprocess.Popen[bytes], work: Work, tell: Progress | None) -> Told | None:
    """The last word of the process; nothing where it ended without one."""
    to_it, from_it = process.stdin, process.stdout
    try:
        pickle.dump(work, to_it)  # type: ignore[arg-type]
        to_it.close()  # type: ignore[union-attr]
        while True:
            told: Told = pickle.load(from_it)  # type: ignore[arg-type]  # noqa: S301 - written by our own program
            if told.progress is None:
                return told
            if tell:
                tell(*told.progress)
    except (EOFError, OSError, pickle.UnpicklingError):
        return None
