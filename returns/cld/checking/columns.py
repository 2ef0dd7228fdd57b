"""Which column of a file is which field, and what to say of those that are missing or not known."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl

from returns.cld.checking.findings import Finding
from returns.cld.checking.specification import FIELDS, NAMES
from returns.cld.columns import plain
from returns.intake.kinds import refusal

# With fewer, the first row is no row of headings of Client Level Data.
FEWEST_KNOWN = 10
IMPORTED = ("Record ID", "Import Date", "LA Name")
NEVER = pl.lit(value=False)
MISSING = {
    field.name: Finding(
        "CSN005", field.name, "The column is missing.", NEVER, "error" if field.is_mandatory else "warning"
    )
    for field in FIELDS
}
UNKNOWN = Finding("CSN006", "", "A heading is not one of the specification, or stands twice.", NEVER)
FINDINGS = (*MISSING.values(), UNKNOWN)


def places_of(headings: Sequence[str], path: Path) -> Mapping[str, int]:
    """Where each field stands, the first of its name. Headings may be in any case and spacing.

    Raises UnusableInput where the file is not Client Level Data.
    """
    places = {plain(heading): place for place, heading in reversed(list(enumerate(headings)))}
    found = {name: places[plain(name)] for name in NAMES if plain(name) in places}
    if len(found) < FEWEST_KNOWN:
        told = (
            f"has {len(found)} of the {len(NAMES)} columns of Client Level Data in its first row: it is another file."
        )
        raise refusal(path, told)
    return found


def findings_of(headings: Sequence[str], places: Mapping[str, int]) -> list[Finding]:
    """What the headings alone show. A heading itself is never told: a file without headings begins with a person."""
    told = [MISSING[name] for name in NAMES if name not in places]
    known = {plain(name) for name in (*NAMES, *IMPORTED)}
    written = [plain(heading) for heading in headings]
    if any(heading not in known for heading in written) or len(set(written)) < len(written):
        told.append(UNKNOWN)
    return told
