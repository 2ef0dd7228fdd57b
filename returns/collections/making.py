"""Making the file of a return out of our own registers: who may, what was read, and the line that says so."""

import csv
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import StringIO

from django.utils import timezone

from delegation.authority import Permission, permit
from delegation.guarded import ACTS
from delegation.models import Account, Organisation
from delegation.references import new_reference
from delegation.register import act, record, whole
from returns.collections.counting import Period
from returns.collections.guarded import VERB
from returns.collections.register_rows import REGISTERS, RegisterRow
from returns.collections.specification import Collection
from returns.refusals import UnusableInput

KIND = "register_file"


@dataclass(frozen=True, kw_only=True)
class Made:
    """The file as it travels, what it was made of, and the reference of the line that says it was made."""

    reference: str
    collection: str
    file: bytes
    sha256: str
    rows: Sequence[RegisterRow]


def make_register_file(
    *, by: Account, council: Organisation, collection: Collection, period: Period, la_code: str = ""
) -> Made:
    """The file of a return for a period out of the council's register; reading it is one line of the register of acts.

    The permission is asked before anything is read, and again with the line; the line stands before the file is handed
    over.

    Args: the council's code at the centre; its ODS code where none is given.
    Raises Refused, or UnusableInput where no register holds the return, or the council has no code.
    Source: Health and Social Care Act 2012 s.259; UK GDPR Art 5(2).
    """
    with whole():
        _may(by, council)
    if collection.key not in REGISTERS:
        raise UnusableInput(f"No register here holds {collection.title}. There are: {', '.join(REGISTERS)}.")
    code = la_code or council.ods_code
    if not code:
        raise UnusableInput(
            f"{council.name} has no ODS code here. Give its code at the centre (in a command: --la-code)."
        )
    rows = list(REGISTERS[collection.key](council, period, code))
    file = as_file(collection, rows)
    reference, sha256 = new_reference("RF"), hashlib.sha256(file).hexdigest()
    made = Made(reference=reference, collection=collection.key, file=file, sha256=sha256, rows=rows)
    record_register_file(by=by, council=council, period=period, made=made)
    return made


@act
def record_register_file(*, by: Account, council: Organisation, period: Period, made: Made) -> str:
    """Keep in the register that the file was made: its return and period, how many were read, its SHA-256.

    Source: UK GDPR Art 5(2); P5.
    """
    permission = _may(by, council)
    detail = {
        "sha256": made.sha256,
        "return": made.collection,
        "period": [period.start, period.end],
        "rows": len(made.rows),
        "people": len({one.person for one in made.rows}),
        "restricted_people": len({one.person for one in made.rows if one.is_restricted}),
    }
    record(permission, subject_kind=KIND, subject=made.reference, detail=detail)
    return made.sha256


def as_file(collection: Collection, rows: Sequence[RegisterRow]) -> bytes:
    """The rows as CSV in UTF-8 with every column of the layout."""
    out = StringIO()
    lines = csv.DictWriter(out, collection.names, restval="", extrasaction="ignore", lineterminator="\r\n")
    lines.writeheader()
    lines.writerows(one.says for one in rows)
    return out.getvalue().encode()


def _may(by: Account, council: Organisation) -> Permission:
    question = ACTS[VERB].question(by=by, council=council, on=timezone.localdate())
    return permit(replace(question, subject_kind=KIND))
