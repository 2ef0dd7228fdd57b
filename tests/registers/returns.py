"""The statutory returns, told to the proofs: a round with a file, and one that was signed and submitted."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from delegation.models import Account, Organisation
from returns import demo
from returns.cld.events.casework_frames import casework_of
from returns.cld.events.compiling import compiled
from returns.cld.events.period import Period
from returns.cld.making import Made
from returns.collections import counting, making
from returns.collections.register_rows import RegisterRow
from returns.demo_rows import Row, a_year, as_csv
from returns.models import CollectedFile, ReturnRound
from returns.refusals import UnusableInput
from returns.rounds.from_casework import made_of_casework
from returns.rounds.matters_shown import matters_of
from returns.rounds.services import Prepared, collect_return_file, open_return_round, prepare
from returns.rounds.signing import (
    compile_return,
    figure,
    review_return,
    sign_return,
    submit_return,
)
from tests.registers.kit import Given, Page, Register, Service, Things

FOLDER = Path(tempfile.gettempdir()) / "countersign-proof-of-returns"
STEPS = ("collecting", "compiled", "reviewed", "signed", "submitted")
FEW = 12


def a_round(here: Any, council: Organisation, end: date, by: Account) -> ReturnRound:
    """A round of Client Level Data for the twelve months to a day."""
    start = demo.twelve_months_to(end)
    return open_return_round(by=by, council=council, kind="CLD", period_start=start, period_end=end)


def prepared(held: ReturnRound, people: int = FEW) -> Prepared:
    """A small file, read and checked."""
    rows: Sequence[Row] = a_year(held.period_start, held.period_end, people=people)
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{held.period_end}-{people}.csv"
    path.write_bytes(as_csv(rows))
    return prepare(path, "year.csv", held=held)


def sent(here: Any, held: ReturnRound, people: int = FEW, of: Organisation | None = None) -> CollectedFile:
    """A file of Northgate's sent by its data officer; of another's by the council."""
    by = here.accounts["returns" if of else "dataofficer"]
    northgate = Organisation.objects.get(key="northgate")
    return collect_return_file(by=by, round_ref=held.ref, organisation=of or northgate, prepared=prepared(held, people))


def brought(here: Any, held: ReturnRound, state: str) -> ReturnRound:
    """A round with a file, walked to a state."""
    officer, director, ref = here.accounts["returns"], here.accounts["dass"], held.ref
    upto = STEPS.index(state)
    if upto >= 1:
        compile_return(by=officer, round_ref=ref, figured=figure(held))
    if upto >= 2:
        review_return(by=officer, round_ref=ref, remarks="Compared with the last: as expected.")
    if upto >= 3:
        sign_return(by=director, round_ref=ref, statement="Seen, and signed for.")
    if upto >= 4:
        submit_return(by=officer, round_ref=ref, receipt="DLP-1")
    held.refresh_from_db()
    return held


def quarter_end(quarters_ago: int = 0) -> date:
    """The end of a quarter that is past."""
    end = demo.last_quarter_end(timezone.localdate())
    for _ in range(quarters_ago):
        end = demo.last_quarter_end(end)
    return end


# -- the permission table ------------------------------------------------------------------------------------------


def furnish(here: Any, things: Things) -> Things:
    """For our own caseload a round with a file and one submitted; elsewhere a file of theirs, or a round of theirs."""
    if here.council.key != "exampleshire":
        return {"return_round": a_round(here, here.council, quarter_end(), here.accounts["dass"])}
    done = ReturnRound.objects.filter(council=here.council, state="submitted").first()
    if done is None:
        held = a_round(here, here.council, quarter_end(), here.accounts["returns"])
        sent(here, held)
        sent(here, held, of=here.riverside)
        done = a_round(here, here.council, quarter_end(1), here.accounts["returns"])
        sent(here, done)
        brought(here, done, "submitted")
    held = ReturnRound.objects.get(council=here.council, state="collecting")
    theirs = things["organisation"].key != "northgate"
    return {"return_round": held, "return_done": done, "return_file": 2 if theirs else 1}


def _ref(things: Things) -> Given:
    return {"ref": things["return_round"].ref if "return_round" in things else "RR-0000-0000"}


def _a_file(things: Things) -> Given:
    return _ref(things) | {"number": things.get("return_file", 1)}


def _a_cut(things: Things) -> Given:
    held = things.get("return_done") or things.get("return_round")
    return {"ref": held.ref if held else "RR-0000-0000", "number": 1}


def _ready(state: str) -> Any:
    return lambda world, things: {"return_round": brought(world.here, things["return_round"], state)}


def _round_page(state: str = "", typed: Given | None = None) -> Page:
    return Page(
        kind="round of a return",
        named=_ref,
        ready=_ready(state) if state else None,
        typed=lambda world, plan: typed or {},
    )


def _new_file(world: Any, plan: Any) -> Given:
    held = world.ours["return_round"]
    rows = a_year(held.period_start, held.period_end, people=FEW + 1)
    return {"file": SimpleUploadedFile("cld.csv", as_csv(rows), content_type="text/csv")}


def _running_round(here: Any) -> ReturnRound:
    """The round of the year that runs, in which the casework of the proofs falls."""
    end = this_quarter_end()
    held = ReturnRound.objects.filter(council=here.council, kind="CLD", period_end=end).first()
    return held or a_round(here, here.council, end, here.accounts["returns"])


def _disagreeing(here: Any) -> Given:
    """The round of the year that runs with our casework and a file that tells one thing otherwise."""
    held = _running_round(here)
    if not len(matters_of(held)):
        demo.disagree(here, held)
    shown = matters_of(held).shown(here.accounts["dass"], 0, len(matters_of(held)))
    # Whom the file tells otherwise of hangs on references drawn by lot; a matter of a restricted record is closed.
    return {"return_round": held, "return_matter": next(one.sha256 for one in shown if not one.closed)}


def _a_matter(things: Things) -> Given:
    return _ref(things) | {"matter": things.get("return_matter", "0" * 64)}


def _a_period(world: Any, plan: Any) -> Given:
    end = quarter_end(3)
    return {"kind": "CLD", "period_start": demo.twelve_months_to(end).isoformat(), "period_end": end.isoformat()}


PAGES = {
    "returns:open": Page(typed=_a_period),
    "returns:round": _round_page(),
    "returns:days": _round_page(typed={"because": "The centre’s letter."}),
    "returns:send": Page(kind="round of a return", named=_ref, typed=_new_file),
    "returns:casework": Page(
        kind="round of a return",
        named=_ref,
        ready=lambda world, things: things | {"return_round": _running_round(world.here)},
        typed=lambda world, plan: {"la_code": "908"},
    ),
    "returns:disagreements": Page(kind="round of a return", named=_ref),
    "returns:choose": Page(
        kind="disagreement of a return",
        named=_a_matter,
        ready=lambda world, things: things | _disagreeing(world.here),
        typed=lambda world, plan: {"chosen": "file", "reason": "The record of care says so."},
    ),
    "returns:compile": _round_page(),
    "returns:review": _round_page("compiled", {"remarks": "Compared: as expected."}),
    "returns:back": _round_page("compiled", {"because": "A file is missing."}),
    "returns:sign": Page(
        kind="round of a return",
        named=_ref,
        ready=_ready("reviewed"),
        typed=lambda world, plan: {"statement": "Seen, and signed for."},
    ),
    "returns:submit": _round_page("signed", {"receipt": "DLP-2"}),
    "returns:reopen": _round_page("submitted", {"because": "A provider found events it had left out."}),
    "returns:file": Page(kind="file of a return", named=_a_file),
    "returns:sent": Page(kind="file of a return", named=_a_file),
    "returns:report_csv": Page(kind="file of a return", named=_a_file),
    "returns:report_xlsx": Page(kind="file of a return", named=_a_file),
    "returns:blank_csv": _round_page(),
    "returns:blank_xlsx": _round_page(),
    "returns:file_pictures": Page(kind="file of a return", named=_a_file),
    "returns:published_copy": Page(kind="round of a return", named=lambda things: _a_cut(things) | {"table": "STS001"}),
    "returns:figure_years": Page(kind="round of a return", named=lambda things: _a_cut(things) | {"at": 1}),
    "returns:figures": Page(kind="round of a return", named=_a_cut),
    "returns:figure": Page(kind="round of a return", named=lambda things: _a_cut(things) | {"at": 1}),
    "returns:compare": Page(kind="round of a return", named=_a_cut),
    "returns:moves": Page(kind="round of a return", named=lambda things: _a_cut(things) | {"at": 1}),
    "returns:record": Page(kind="round of a return", named=lambda things: _a_cut(things) | {"record": 10_000_002}),
}


# -- the machine and the n-th query ----------------------------------------------------------------------------------


def populate(world: Any) -> None:
    """One round with a file, and one submitted."""
    sent(world, a_round(world, world.council, quarter_end(), world.accounts["returns"]))
    done = a_round(world, world.council, quarter_end(1), world.accounts["returns"])
    sent(world, done)
    brought(world, done, "submitted")


def _some_round(arguments: Any, *states: str) -> str:
    every = list(ReturnRound.objects.order_by("pk"))
    fitting = [one for one in every if one.state in states]
    return arguments.either(arguments.one_of(fitting or every).ref, arguments.one_of(every).ref, "RR-0000-0000")


def _figured(arguments: Any) -> Given:
    ref = _some_round(arguments, "collecting")
    held = ReturnRound.objects.filter(ref=ref).first()
    try:
        figured: Any = figure(held) if held and not arguments.is_foolish() else UnusableInput("There is no row.")
    except UnusableInput as sentence:
        figured = sentence
    return {"round_ref": ref, "figured": figured}


def _collected(arguments: Any) -> Given:
    held = arguments.one_of(list(ReturnRound.objects.filter(kind="CLD").order_by("pk")))
    people = arguments.one_of([FEW, FEW + 1, FEW + 2])
    return {
        "round_ref": arguments.either(held.ref, "RR-0000-0000"),
        "organisation": arguments.either(Organisation.objects.get(key="northgate"), arguments.a_council()),
        "prepared": arguments.either(prepared(held, people), UnusableInput("The file is empty.")),
    }


def _opened(arguments: Any) -> Given:
    end = quarter_end(arguments.one_of([0, 1, 2, 3, 4]))
    return {
        "council": arguments.a_council(),
        "kind": arguments.either("CLD", "SAC", "ASCOF", "nothing"),
        "period_start": arguments.either(demo.twelve_months_to(end), end + timedelta(days=1)),
        "period_end": end,
    }


def _at(state: str) -> Any:
    def ready(world: Any) -> Given:
        held = ReturnRound.objects.filter(council=world.council, kind="CLD", state="collecting").earliest("pk")
        return {"round_ref": brought(world, held, state).ref}

    return ready


def _to_compile(world: Any) -> Given:
    held = ReturnRound.objects.filter(council=world.council, kind="CLD", state="collecting").earliest("pk")
    return {"round_ref": held.ref, "figured": figure(held)}


def _to_collect(world: Any) -> Given:
    held = ReturnRound.objects.filter(council=world.council, kind="CLD", state="collecting").earliest("pk")
    northgate = Organisation.objects.get(key="northgate")
    return {"round_ref": held.ref, "organisation": northgate, "prepared": prepared(held, FEW + 3)}


def a_file_made_of_the_casework_of(council: Organisation) -> Given:
    """A file made of a council's casework of the year until today, about to be told."""
    today = timezone.localdate()
    period = Period(start=today - timedelta(days=364), end=today)
    told = compiled(casework_of(council, period), period, release="2", la_code="908")
    made = Made(reference="CF-0000-0000", file=b"", sha256="0" * 64, compiled=told)
    return {"council": council, "period": period, "made": made}


def _register_file(council: Organisation) -> Given:
    start = date(2025, 4, 1)
    rows = (RegisterRow(says={}, person="P1", is_restricted=False, record="SC-1"),)
    made = making.Made(reference="RF-0000-0001", collection="sac", file=b"", sha256="0" * 64, rows=rows)
    return {"council": council, "period": counting.Period(start=start, end=start + timedelta(days=364)), "made": made}


def of_casework(held: ReturnRound) -> Any:
    """A file made of casework, kept where the proofs can read it while they run."""
    FOLDER.mkdir(exist_ok=True)
    with made_of_casework(held, la_code="908") as made:
        if isinstance(made, UnusableInput):
            return made
        path = FOLDER / f"casework-{held.period_end}.csv"
        path.write_bytes(made.path.read_bytes())
        return replace(made, path=path)


def this_quarter_end() -> date:
    """The end of the quarter that is running: what casework the proofs have is of it."""
    today = timezone.localdate()
    return demo.last_quarter_end(demo.last_quarter_end(today) + timedelta(days=100))


def _of_casework(arguments: Any) -> Given:
    held = arguments.one_of(list(ReturnRound.objects.filter(kind="CLD").order_by("pk")))
    return {
        "round_ref": arguments.either(held.ref, "RR-0000-0000"),
        "prepared": arguments.either(of_casework(held), UnusableInput("Casework has no event in the period.")),
    }


def _casework_to_take(world: Any) -> Given:
    held = a_round(world, world.council, this_quarter_end(), world.accounts["returns"])
    return {"round_ref": held.ref, "prepared": of_casework(held)}


def _chosen(arguments: Any) -> Given:
    held = arguments.one_of(list(ReturnRound.objects.filter(kind="CLD").order_by("pk")))
    found = [sha for one in matters_of(held).beside for sha in one.laid.matters["sha256"]]
    return {
        "round_ref": arguments.either(held.ref, "RR-0000-0000"),
        "matter": arguments.either(arguments.one_of(found or ["0" * 64]), "0" * 64),
        "chosen": arguments.either(arguments.one_of(["casework", "file"]), "neither"),
        "reason": arguments.words(),
    }


def _to_choose(world: Any) -> Given:
    told = _disagreeing(world.demo)
    return {"round_ref": told["return_round"].ref, "matter": told["return_matter"], "chosen": "file"}


def _words(name: str, *states: str) -> Any:
    return lambda arguments: {"round_ref": _some_round(arguments, *states), name: arguments.words()}


SERVICES = {
    "open_return_round": Service(
        by="returns",
        given=_opened,
        ready=lambda world: {
            "council": world.council,
            "kind": "CLD",
            "period_start": demo.twelve_months_to(quarter_end(4)),
            "period_end": quarter_end(4),
        },
    ),
    "set_return_days": Service(
        by="returns",
        given=lambda arguments: {
            "round_ref": _some_round(arguments, "collecting"),
            "due_on": arguments.day(20),
            "cut_off_on": arguments.day(6),
            "because": arguments.words(),
        },
        ready=lambda world: {
            "round_ref": ReturnRound.objects.filter(council=world.council).earliest("pk").ref,
            "due_on": timezone.localdate() + timedelta(days=20),
            "cut_off_on": timezone.localdate() + timedelta(days=6),
            "because": "The centre’s letter.",
        },
    ),
    "record_register_file": Service(
        by="returns",
        given=lambda arguments: _register_file(arguments.a_council()),
        ready=lambda world: _register_file(world.council),
    ),
    "collect_return_file": Service(by="dataofficer", given=_collected, ready=_to_collect),
    "record_cld_file": Service(
        by="returns",
        given=lambda arguments: a_file_made_of_the_casework_of(arguments.a_council()),
        ready=lambda world: a_file_made_of_the_casework_of(world.council),
    ),
    "collect_casework": Service(by="returns", given=_of_casework, ready=_casework_to_take),
    "choose_source": Service(by="returns", given=_chosen, ready=_to_choose),
    "compile_return": Service(by="returns", given=_figured, ready=_to_compile),
    "review_return": Service(by="returns", given=_words("remarks", "compiled"), ready=_at("compiled")),
    "send_return_back": Service(
        by="returns", given=_words("because", "compiled", "reviewed", "signed"), ready=_at("compiled")
    ),
    "sign_return": Service(by="dass", given=_words("statement", "reviewed"), ready=_at("reviewed")),
    "submit_return": Service(by="returns", given=_words("receipt", "signed"), ready=_at("signed")),
    "reopen_return": Service(
        by="returns",
        given=_words("because", "submitted"),
        ready=lambda world: {
            "round_ref": ReturnRound.objects.filter(council=world.council, state="submitted").earliest("pk").ref
        },
    ),
}

REGISTER = Register(services=SERVICES, pages=PAGES, furnish=furnish, populate=populate)
