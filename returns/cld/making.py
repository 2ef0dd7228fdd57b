"""Making the file of Client Level Data out of our own casework: who may, what was read, and the line that says so."""

import hashlib
from dataclasses import dataclass, replace

from django.utils import timezone

from delegation.authority import Permission, permit
from delegation.guarded import ACTS
from delegation.models import Account, Organisation
from delegation.references import new_reference
from delegation.register import act, record, whole
from returns.cld.events.casework_frames import casework_of
from returns.cld.events.compiling import Compiled, compiled
from returns.cld.events.period import Period
from returns.cld.export import as_file
from returns.cld.guarded import VERB
from returns.refusals import UnusableInput

KIND = "cld_file"


@dataclass(frozen=True, kw_only=True)
class Made:
    """The file as it travels, what it holds, and the reference of the line that says it was made."""

    reference: str
    file: bytes
    sha256: str
    compiled: Compiled


def make_cld_file(*, by: Account, council: Organisation, period: Period, release: str, la_code: str = "") -> Made:
    """The file of a council for a period, out of its casework; reading it is one line of the register, not a line each.

    No transaction stands open while it is read: the permission is asked before, and again with the line. The line
    stands before the file is handed over.

    Args: the council's code at the centre; its ODS code where none is given.
    Raises Refused, or UnusableInput where the council has no code or a text may not travel.
    Source: Health and Social Care Act 2012 s.259; UK GDPR Art 5(2).
    """
    with whole():
        _may(by, council)
    code = la_code or council.ods_code
    if not code:
        raise UnusableInput(
            f"{council.name} has no ODS code here. Give its code at the centre (in a command: --la-code)."
        )
    seen = replace(period, made_on=timezone.localdate())
    told = compiled(casework_of(council, seen), seen, release=release, la_code=code)
    file = as_file(told.rows, release)
    reference, sha256 = new_reference("CF"), hashlib.sha256(file).hexdigest()
    made = Made(reference=reference, file=file, sha256=sha256, compiled=told)
    record_cld_file(by=by, council=council, period=period, made=made)
    return made


@act
def record_cld_file(*, by: Account, council: Organisation, period: Period, made: Made) -> str:
    """Keep in the register that the file was made: its period, whose casework was read, its SHA-256; gives that hash.

    Source: UK GDPR Art 5(2); P5.
    """
    permission = _may(by, council)
    lineage = made.compiled.lineage
    detail = {
        "sha256": made.sha256,
        "release": made.compiled.release,
        "period": [period.start, period.end],
        "rows": lineage.height,
        "people": lineage["person"].n_unique(),
        "restricted_people": lineage.filter("restricted")["person"].n_unique(),
    }
    record(permission, subject_kind=KIND, subject=made.reference, detail=detail)
    return made.sha256


def _may(by: Account, council: Organisation) -> Permission:
    question = ACTS[VERB].question(by=by, council=council, on=timezone.localdate())
    return permit(replace(question, subject_kind=KIND))
