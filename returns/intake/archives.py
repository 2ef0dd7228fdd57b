"""An XLSX file is an archive of parts: its directory is looked at before anything is unpacked, then each part.

Refused: encrypted, nested, many or large parts, names that lead elsewhere, parts that overlap, macros, embedded
things, links to other files, and XML that declares a document type or entities.
"""

import re
import zipfile
from itertools import pairwise
from pathlib import Path

from returns.intake.kinds import refusal
from returns.intake.limits import Limits
from returns.refusals import UnusableInput

NOT_WHOLE = "cannot be read as XLSX: the archive is not whole."
NO_WORKBOOK = "is an archive, and not an XLSX workbook."
WORKBOOK = "xl/workbook.xml"
ENCRYPTED = 0x1
FORBIDDEN_PARTS = {
    "vbaproject": "holds macros. Save it as XLSX without them.",
    "macrosheets": "holds macros. Save it as XLSX without them.",
    "externallinks": "refers to other files. Break the links, or copy the values, and save it again.",
    "embeddings": "holds another file inside. Take it out and save it again.",
    "activex": "holds a control. Take it out and save it again.",
    "connections.xml": "draws on a source of data. Copy the values and save it again.",
    "querytables": "draws on a source of data. Copy the values and save it again.",
}
PACKED_INSIDE = (".zip", ".xlsx", ".xlsm", ".gz", ".7z", ".rar", ".jar", ".bin.zip")
DECLARES = re.compile(rb"<!\s*(DOCTYPE|ENTITY)|<!\[(?!CDATA)", re.IGNORECASE)
EXTERNAL = re.compile(rb'TargetMode\s*=\s*["\']External["\']', re.IGNORECASE)
# A link to a page in a cell is harmless: it is never followed.
HYPERLINK = re.compile(rb"<Relationship\b[^>]*/relationships/hyperlink[^>]*>", re.IGNORECASE)
CHUNK = 1 << 20
# What declares a document type stands before the first element.
SMALL_PART = 1 << 16


def check_archive(path: Path, limits: Limits) -> None:
    """Refuse the archive unless its directory and its parts are those of a plain workbook."""
    try:
        with zipfile.ZipFile(path) as archive:
            _check_directory(path, archive, limits)
            for part in archive.infolist():
                _check_part(path, archive, part)
    except UnusableInput:
        raise
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
        raise refusal(path, NOT_WHOLE) from None
    except Exception as error:
        # zlib.error has no common parent with the others.
        if type(error).__name__ == "error":
            raise refusal(path, NOT_WHOLE) from None
        raise


def _check_directory(path: Path, archive: zipfile.ZipFile, limits: Limits) -> None:
    """Number, names, sizes and places of the parts, all told by the directory."""
    parts = archive.infolist()
    if len(parts) > limits.most_members:
        raise refusal(path, f"holds {len(parts):,} parts, more than {limits.most_members}.")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.most_unpacked:
        raise refusal(path, f"unpacks to more than {limits.most_unpacked:,} bytes. Send it in parts.")
    if unpacked > max(1_000_000, limits.most_ratio * path.stat().st_size):
        raise refusal(path, f"unpacks to more than {limits.most_ratio} times its size.")
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise refusal(path, "is locked with a password. Save it without one.")
    names = [part.filename for part in parts]
    if any(_leads_elsewhere(name) for name in names) or len({name.lower() for name in names}) < len(names):
        raise refusal(path, "holds parts whose names are not those of a workbook.")
    if _overlap(parts):
        raise refusal(path, "holds parts that lie over one another.")
    _check_names(path, names)


def _check_names(path: Path, names: list[str]) -> None:
    for name in names:
        lowered = name.lower()
        for forbidden, told in FORBIDDEN_PARTS.items():
            if forbidden in lowered:
                raise refusal(path, told)
        if lowered.endswith(PACKED_INSIDE):
            raise refusal(path, "holds another packed file inside.")
    if WORKBOOK not in names or "[Content_Types].xml" not in names:
        raise refusal(path, NO_WORKBOOK)


def _leads_elsewhere(name: str) -> bool:
    pieces = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in pieces or ":" in name or "\0" in name or not name


def _overlap(parts: list[zipfile.ZipInfo]) -> bool:
    """A part begins before the one in front of it can have ended."""
    placed = sorted(parts, key=lambda part: part.header_offset)
    return any(
        one.header_offset + 30 + len(one.filename.encode()) + one.compress_size > other.header_offset
        for one, other in pairwise(placed)
    )


def _check_part(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Unpack one part, no further than it says it goes, and look for what XML must not declare."""
    if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
        return
    read, before = 0, b""
    with archive.open(part) as stream:
        while chunk := stream.read(CHUNK):
            read += len(chunk)
            if read > part.file_size:
                raise refusal(path, NOT_WHOLE)
            if not before and chunk.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00")):
                raise refusal(path, "is not written in UTF-8 inside.")
            if DECLARES.search(before + chunk):
                raise refusal(path, "declares things inside that a workbook does not need. Save it again as XLSX.")
            before = chunk[-32:]
            if part.filename.endswith(".rels") and EXTERNAL.search(HYPERLINK.sub(b"", chunk)):
                raise refusal(path, FORBIDDEN_PARTS["externallinks"])
            if part.filename == "[Content_Types].xml" and b"macroEnabled" in chunk:
                raise refusal(path, FORBIDDEN_PARTS["vbaproject"])
