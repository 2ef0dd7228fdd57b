"""Log lines say what happened and where in the code, and never to whom.

The message of an exception can carry a person's details (a database names the value it refused), so the
type and the place are written and the message is not.
"""

import logging
import traceback
from types import TracebackType


class NoPersonalDetails(logging.Formatter):
    """Writes the place and the type of a fault without its message."""

    def formatException(  # noqa: N802 - the standard library's name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        kind, _, trace = ei
        places = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace)]
        return "\n".join([*places, kind.__qualname__ if kind else "no exception"])
