"""The demonstration's returns: one submitted, one whose data need mending, one late, one with disagreements, and a
small one of each other kind.

Everything goes through the services. Loading again changes nothing.
"""

import csv
import tempfile
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from django.utils import timezone

from delegation.demo import DemoOrganisations
from delegation.working_days import add_working_days
from returns.checking import PAGE
from returns.demo_others import concerns, load_others, send_rows
from returns.demo_rows import COUNCIL_CODE, Row, a_year, as_csv, asked_long_before, with_faults
from returns.keeping import path_of
from returns.models import CollectedFile, ReturnRound
from returns.rounds.choosing import choose_source
from returns.rounds.from_casework import collect_casework, made_of_casework
from returns.rounds.matters_shown import matters_of
from returns.rounds.refusals import NotUsable
from returns.rounds.services import collect_return_file, open_return_round, prepare, set_return_days
from returns.rounds.signing import compile_return, figure, review_return, sign_return, submit_return

# Headings of a release, by which our own rows are not named.
FIELD_OF = {"Unit cost": "Unit Cost"}


def load(here: DemoOrganisations) -> None:
    """The rounds of the demo council, made once."""
    if ReturnRound.objects.filter(council=here.council).exists():
        return
    today = timezone.localdate()
    last = last_quarter_end(today)
    _submitted(here, last_quarter_end(last))
    _to_mend(here, last, today)
    _late(here, today)
    _disagreeing(here, today)


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
        prepared = prepare(path, name, held=held, limits=PAGE, is_ours=True)
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
    rows = [*a_year(held.period_start, held.period_end), *asked_long_before(held.period_start, held.period_end)]
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


def _disagreeing(here: DemoOrganisations, today: date) -> None:
    """The year that runs: our casework beside a file that tells some of it otherwise; one is chosen upon."""
    held = opened(here, last_quarter_end(last_quarter_end(today) + timedelta(days=100)))
    try:
        disagree(here, held)
    except NotUsable:  # nobody's casework was loaded: the round stands empty
        return
    matters = matters_of(held)
    by = here.accounts["returns"]
    for matter in matters.shown(by, 0, 1):
        reason = "The provider’s call record names the outcome; ours was entered before the call ended."
        choose_source(by=by, round_ref=held.ref, matter=matter.sha256, chosen="file", reason=reason)


def disagree(here: DemoOrganisations, held: ReturnRound) -> None:
    """Take our casework into a round, and send as the provider's the same with a few things told otherwise."""
    with made_of_casework(held, la_code=COUNCIL_CODE) as made:
        ours = collect_casework(by=here.accounts["returns"], round_ref=held.ref, prepared=made)
    with path_of(ours.sha256).open(encoding="utf-8", newline="") as lines:
        rows = [{FIELD_OF.get(name, name): text for name, text in row.items()} for row in csv.DictReader(lines)]
    send(here, held, told_otherwise(rows), "cld-running.csv")


def told_otherwise(rows: Sequence[Row]) -> list[Row]:
    """The same rows, but for the outcome of a request, a postcode, and one request more."""
    told = [dict(row) for row in rows]
    asked = [row for row in told if row["Event Type"] == "Request"] or told
    day = asked[-1]["Event Start Date"]
    asked[0]["Event Outcome"] = "NFA: Information and advice or signposting"
    for row in told:
        if row["LA Person Unique Identifier"] == asked[-1]["LA Person Unique Identifier"]:
            row["Postcode"] = "EX9 4QT"
    more = asked[-1] | {"Event Reference": "CALL-77", "Event Start Date": _day_before(day), "Event End Date": day}
    return [*told, more]


def _day_before(day: str) -> str:
    return f"{datetime.strptime(day, '%d/%m/%Y').date() - timedelta(days=3):%d/%m/%Y}"  # noqa: DTZ007


def _late(here: DemoOrganisations, today: date) -> None:
    """A return whose day is past and which nobody has submitted, and the year's other returns."""
    first = date(today.year if today >= date(today.year, 4, 1) else today.year - 1, 4, 1)
    start, end = first.replace(year=first.year - 1), first - timedelta(days=1)
    by = here.accounts["returns"]
    held = open_return_round(by=by, council=here.council, kind="SAC", period_start=start, period_end=end)
    due = max(add_working_days(today, -6), first)
    set_return_days(
        by=here.accounts["returns"],
        round_ref=held.ref,
        due_on=due,
        cut_off_on=add_working_days(due, -10),
        because="An extension agreed with the centre.",
    )
    send_rows(here, held, concerns(start))
    load_others(here, start, end)
