"""What a file is, told by its first bytes and never by its name."""

from pathlib import Path

from returns.intake.limits import Limits
from returns.refusals import UnusableInput

GZIP = b"\x1f\x8b"
ZIP = b"PK\x03\x04"
# What is not read, by its first bytes, with what to do instead.
REFUSED = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "is an old or encrypted workbook. Save it as XLSX without a password.",
    b"PK\x05\x06": "is an empty archive.",
    b"PK\x07\x08": "is an archive in several parts.",
    b"%PDF": "is a PDF document. Send CSV or XLSX.",
    b"{\\rtf": "is a text document. Send CSV or XLSX.",
    b"MZ": "is a program. Send CSV or XLSX.",
    b"\x7fELF": "is a program. Send CSV or XLSX.",
    b"X5O!P%@AP": "is a file that virus scanners are tested with. Send CSV or XLSX.",
    b"7z\xbc\xaf": "is packed in a way that is not read. Send CSV, gzip or XLSX.",
    b"Rar!": "is packed in a way that is not read. Send CSV, gzip or XLSX.",
    b"BZh": "is packed in a way that is not read. Send CSV, gzip or XLSX.",
    b"\xfd7zXZ": "is packed in a way that is not read. Send CSV, gzip or XLSX.",
    b"\x28\xb5\x2f\xfd": "is packed in a way that is not read. Send CSV, gzip or XLSX.",
    b"\x89PNG": "is a picture. Send CSV or XLSX.",
    b"GIF8": "is a picture. Send CSV or XLSX.",
    b"\xff\xd8\xff": "is a picture. Send CSV or XLSX.",
    b"SQLite format 3": "is a database. Send CSV or XLSX.",
    b"PAR1": "is a Parquet file. Send CSV or XLSX.",
    b"<?xml": "is XML. Send CSV or XLSX.",
    b"<!DOCTYPE": "is a web page. Send CSV or XLSX.",
    b"<html": "is a web page. Send CSV or XLSX.",
    b"\xff\xfe\x00\x00": "is UTF-32 text. Save it as CSV UTF-8 and try again.",
    b"\x00\x00\xfe\xff": "is UTF-32 text. Save it as CSV UTF-8 and try again.",
    b"\xff\xfe": "is UTF-16 text. Save it as CSV UTF-8 and try again.",
    b"\xfe\xff": "is UTF-16 text. Save it as CSV UTF-8 and try again.",
}


def refusal(path: Path, told: str) -> UnusableInput:
    """The sentence for one file: its name, not the folder it lies in."""
    return UnusableInput(f"The file {path.name} {told}")


def kind_of(path: Path, limits: Limits) -> str:
    """ "csv", "gzip" or "xlsx". Raises UnusableInput where it is something else, empty, or too large."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            first = file.read(64)
    except (OSError, ValueError) as error:
        raise refusal(path, f"cannot be read: {getattr(error, 'strerror', None) or 'its name is not one'}.") from None
    if size > limits.most_bytes:
        raise refusal(path, f"holds {size:,} bytes, more than {limits.most_bytes:,}. Send it in parts.")
    if not size:
        raise refusal(path, "is empty.")
    check_text(path, first)
    return "gzip" if first.startswith(GZIP) else "xlsx" if first.startswith(ZIP) else "csv"


def check_text(path: Path, first: bytes) -> None:
    """Refuses the beginnings of what is no table of text."""
    for begins, told in REFUSED.items():
        if first.startswith(begins):
            raise refusal(path, told)
