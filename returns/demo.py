"""The demonstration's returns: a year of events, one return submitted, one whose data need mending, one late.

Everything goes through the services. Loading again changes nothing.
"""

import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from django.utils import timezone

from delegation.demo import DemoOrganisations
from delegation.working_days import add_working_days
from returns.checking import PAGE
from returns.demo_rows import Row, a_year, as_csv, with_faults
from returns.models import CollectedFile, ReturnRound
from returns.rounds.services import collect_return_file, open_return_round, prepare, set_return_days
from returns.rounds.signing import compile_return, figure, review_return, sign_return, submit_return


def load(here: DemoOrganisations) -> None:
    """The rounds of the demo council, made once."""
    if ReturnRound.objects.filter(council=here.council).exists():
        return
    today = timezone.localdate()
    last = last_quarter_end(today)
    _submitted(here, last_quarter_end(last))
    _to_mend(here, last, today)
    _late(here, today)


def last_quarter_end(before: date) -> date:
    """The last day of a quarter that is before a day."""
    first = date(before.year, before.month - (before.month - 1) % 3, 1)
    return first - timedelta(days=1)


def twelve_months_to(end: date) -> date:
    """The first day of the twelve months that end on the last day of a quarter."""
    after = end + timedelta(days=1)
    return date(after.year - 1, after.month, 1)


def opened(here: DemoOrganisations, end: date) -> ReturnRound:
    """A round of Client Level Data for the twelve months to a day."""
    start, by = twelve_months_to(end), here.accounts["returns"]
    return open_return_round(by=by, council=here.council, kind="CLD", period_start=start, period_end=end)


def send(here: DemoOrganisations, held: ReturnRound, rows: Sequence[Row], name: str) -> CollectedFile:
    """The provider's data officer sends these rows."""
    with tempfile.TemporaryDirectory(prefix="countersign-demo-") as folder:
        path = Path(folder) / "cld.csv"
        path.write_bytes(as_csv(rows))
        prepared = prepare(path, name, held=held, limits=PAGE)
        by = here.accounts["dataofficer"]
        return collect_return_file(by=by, round_ref=held.ref, organisation=here.northgate, prepared=prepared)


def submitted(here: DemoOrganisations, held: ReturnRound) -> None:
    """The council compiles, reviews, signs and submits."""
    officer, director, ref = here.accounts["returns"], here.accounts["dass"], held.ref
    compile_return(by=officer, round_ref=ref, figured=figure(held))
    review_return(by=officer, round_ref=ref, remarks="The totals are as expected; nobody counts in two settings.")
    sign_return(by=director, round_ref=ref, statement="I have seen the figures and the review, and sign for them.")
    submit_return(by=officer, round_ref=ref, receipt="DLP-2041-7719")


def _submitted(here: DemoOrganisations, end: date) -> None:
    """Sent with faults, mended at source, sent again; then compiled, signed and submitted."""
    held = opened(here, end)
    rows = a_year(held.period_start, held.period_end)
    send(here, held, rows[: len(rows) // 2], "cld-first.csv")
    send(here, held, rows, "cld-whole.csv")
    submitted(here, held)


def _to_mend(here: DemoOrganisations, end: date, today: date) -> None:
    """Sent with twenty-five kinds of fault; the provider mends it in time."""
    held = opened(here, end)
    due = add_working_days(today, 12)
    set_return_days(
        by=here.accounts["returns"],
        round_ref=held.ref,
        due_on=due,
        cut_off_on=add_working_days(due, -8),
        because="The centre’s letter on this quarter’s window.",
    )
    send(here, held, with_faults(a_year(held.period_start, held.period_end, people=116)), "cld-quarter.csv")


def _late(here: DemoOrganisations, today: date) -> None:
    """A return whose day is past and which nobody has submitted."""
    first = date(today.year if today >= date(today.year, 4, 1) else today.year - 1, 4, 1)
    held = open_return_round(
        by=here.accounts["returns"],
        council=here.council,
        kind="SAC",
        period_start=first.replace(year=first.year - 1),
        period_end=first - timedelta(days=1),
    )
    due = max(add_working_days(today, -6), first)
    set_return_days(
        by=here.accounts["returns"],
        round_ref=held.ref,
        due_on=due,
        cut_off_on=add_working_days(due, -10),
        because="An extension agreed with the centre.",
    )
