"""The process in which a file from outside is read: `python -m returns.apart`, started by returns.apart alone."""

import contextlib
import pickle
import sys
import traceback
from pathlib import Path
from typing import BinaryIO

from returns.apart import NO_MEMORY, Told, Work
from returns.cld.checking import Progress
from returns.handling import handling_of
from returns.refusals import UnusableInput

try:
    import resource
except ImportError:  # Windows has no limits of a process: there the file's own limits are all there is.
    resource = None  # type: ignore[assignment]


def main(given: BinaryIO, answers: BinaryIO) -> None:
    """Do the work that is given, within its limits, and answer."""
    work: Work = pickle.load(given)  # noqa: S301 - written by our own program
    limit_memory(work.limits.most_memory)

    def say(told: Told) -> None:
        pickle.dump(told, answers)
        answers.flush()

    say(_done(work, lambda share, rows: say(Told(progress=(share, rows)))))


def _done(work: Work, tell: Progress) -> Told:
    try:
        return Told(checked=handling_of(work.kind).check(work.path, limits=work.limits, tell=tell, **work.words))
    except UnusableInput as sentence:
        return Told(refused=str(sentence))
    except MemoryError:
        raise
    except BaseException as fault:
        # Where it failed and of what kind; never the message, which may hold a cell.
        places = "".join(traceback.format_tb(fault.__traceback__))
        return Told(failed=f"{type(fault).__name__}\n{places}")


def limit_memory(most: int) -> None:
    """Let this process have so many bytes more than it has now.

    Only what is written to counts (RLIMIT_DATA): polars and the threads reserve far more of the address space than
    they use. Where the system knows no such limit, there is none.
    """
    if resource is None:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = _held() + most
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


def _held() -> int:
    """The bytes this process may write to already."""
    held = Path("/proc/self/statm")
    return int(held.read_text(encoding="ascii").split()[5]) * resource.getpagesize() if held.exists() else 0


if __name__ == "__main__":
    try:
        main(sys.stdin.buffer, sys.stdout.buffer)
    except (MemoryError, OSError):  # polars tells of the memory it lacks to answer as an OSError
        sys.exit(NO_MEMORY)
