"""Files kept exactly as they were, each under the SHA-256 of its bytes, in the private folder of COUNTERSIGN_FILES.

A file is written whole beside its place, forced to the disk and then given its name, so that what the database names
is there whatever happens after. The same bytes are kept once. Only the service's own account may read them.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

CHUNK = 1 << 20


@dataclass(frozen=True)
class Kept:
    """A kept file: its hash and its size in bytes."""

    sha256: str
    size: int


def keep_bytes(content: bytes) -> Kept:
    """Keep these bytes."""
    return keep_chunks([content])


def keep_file(path: Path) -> Kept:
    """Keep a copy of a file as it is, reading it once."""
    with path.open("rb") as source:
        return keep_chunks(iter(lambda: source.read(CHUNK), b""))


def keep_chunks(chunks: Iterable[bytes]) -> Kept:
    """Keep what these make together. Raises OSError where the folder cannot be written."""
    folder = Path(settings.FILES)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    handle, part = tempfile.mkstemp(dir=folder, prefix="part-")  # readable by its owner alone
    try:
        with os.fdopen(handle, "wb") as out:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        place = path_of(digest.hexdigest())
        place.parent.mkdir(mode=0o700, exist_ok=True)
        os.replace(part, place)
        _force(place.parent)
    finally:
        Path(part).unlink(missing_ok=True)
    return Kept(sha256=digest.hexdigest(), size=size)


def path_of(sha256: str) -> Path:
    """Where the bytes of this hash lie."""
    return Path(settings.FILES) / sha256[:2] / sha256


def is_as_kept(sha256: str) -> bool:
    """Whether the bytes are there and still have their hash."""
    try:
        return hash_of_file(path_of(sha256)) == sha256
    except OSError:
        return False


def hash_of_file(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as held:
        return hashlib.file_digest(held, "sha256").hexdigest()


def _force(folder: Path) -> None:
    """The name of a file is on the disk only when its folder is; not every system can be asked."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
