"""Making an evidence pack: who may, what is written, and the line of the register that holds its hash."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.utils import timezone

from delegation.authority import Permission, permit
from delegation.evidence.naming import Naming, People
from delegation.evidence.tables import Asked, acts_of, tables_of
from delegation.evidence.writing import Told, Written, write_pack
from delegation.guarded import ACTS
from delegation.models import Account, Organisation, RegisterHead
from delegation.references import new_reference
from delegation.refusals import NothingSaid, WrongDates
from delegation.register import act, record, whole

VERB = "record_evidence_pack"


def make_evidence_pack(
    *,
    by: Account,
    council: Organisation,
    from_day: date,
    to_day: date,
    people: str,
    into: Path,
    begins: Callable[[int], Told] = lambda acts: lambda rows: None,
    most_acts: int | None = None,
) -> Written:
    """Write the pack of some days into a folder of its own within `into`, and its hash into the register.

    No transaction stands open while files are written, so nobody waits for it: the permission is asked before and
    again with the line that says what was written. Acts after it began are not in it.

    Args:
        from_day, to_day: the first and the last day; the last not in the future.
        people: "minimised" or "pseudonymised".
        into: a folder; the pack's own is named after its reference.
        most_acts: how many acts it may hold, where somebody waits for it.
        begins: called with the number of acts the pack will hold; gives what to call with rows as they are written.

    Raises:
        WrongDates: the days are in the wrong order, the last is to come, or they hold more acts than may be.
        NothingSaid: people are named in no such way.

    Source: Health and Social Care Act 2008 s.46A.
    """
    pack = new_reference("EP")
    with whole():
        _may(by, council)
        _check(from_day, to_day, people)
    end = RegisterHead.objects.get(council=council).seq
    asked = Asked(
        council=council, from_day=from_day, to_day=to_day, to_line=end, naming=Naming(pack=pack, people=people)
    )
    acts = acts_of(asked)
    if most_acts is not None and acts > most_acts:
        raise WrongDates(
            f"These days hold {acts:,} acts; this page makes packs of up to {most_acts:,}. Ask for fewer days, or have "
            "the administrator run manage.py evidence_pack, which takes any number."
        )
    written = write_pack(into / pack, asked, tables_of(asked), begins(acts))
    record_evidence_pack(by=by, council=council, pack=pack, people=people, written=written)
    return written


@act
def record_evidence_pack(*, by: Account, council: Organisation, pack: str, people: str, written: Written) -> str:
    """Keep in the register that a pack was made, with the SHA-256 of its manifest; gives that hash."""
    permission = _may(by, council)
    detail = {"manifest_sha256": written.sha256, "files": written.files, "rows": written.rows, "people": people}
    record(permission, subject_kind="evidence_pack", subject=pack, detail=detail)
    return written.sha256


def _may(by: Account, council: Organisation) -> Permission:
    return permit(ACTS[VERB].question(by=by, council=council, on=timezone.localdate()))


def _check(from_day: date, to_day: date, people: str) -> None:
    if from_day > to_day:
        raise WrongDates("The last day of the pack cannot be before its first.")
    if to_day > timezone.localdate():
        raise WrongDates("The last day of the pack cannot be to come.")
    if people not in People.values:
        raise NothingSaid(f"People are named {' or '.join(People.values)}.")
