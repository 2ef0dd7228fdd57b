"""Each promise of the returns, broken by hand past the services."""

from datetime import date
from pathlib import Path

import pytest
from django.db import connection, transaction

from delegation.append_only import guards_lifted
from delegation.assuring import hash_of_content
from delegation.demo import DemoOrganisations
from delegation.models import Organisation
from delegation.promises import promises
from returns import demo
from returns.demo_rows import a_year
from returns.keeping import keep_bytes, path_of
from returns.models import CollectedFile, FigureCut, ReturnRound, ReturnSignOff
from tests.proof.corrupting import _lifts
from tests.returns.rounds.made import FEW, broken, compiled

pytestmark = pytest.mark.django_db


BREACHES = (
    ("UPDATE returns_returnsignoff SET sha256 = 'other'", "A signature is under the figures as they were compiled"),
    ("UPDATE returns_figurecut SET sha256 = 'other'", "Every signed return is as it was frozen"),
    ("UPDATE returns_figure SET count = count + 1 WHERE count > 0", "Every figure that counts something"),
    ("UPDATE returns_figure SET value = '77' WHERE place = 1", "The signed figures are those their file prints"),
    (
        "UPDATE returns_figure SET count = count + 1, sources = sources + 1 WHERE count > 0",
        "The lineage of every signed figure, counted again,",
    ),
    ("UPDATE returns_cutfile SET file_id = {elsewhere}", "The files that went into a cut are of its own round"),
    ("UPDATE returns_figurecut SET rows = rows + 1", "A cut has as many rows as its files have accepted ones"),
    ("UPDATE returns_figurefile SET lines = lines + 1", "Where a table divides its people or events"),
    ("UPDATE returns_collectedfile SET sha256 = 'other'", "Every file sent for a return is kept as it was sent"),
    ("UPDATE returns_collectedfile SET refused = refused + 1", "A row of a file is accepted or refused"),
    (
        "UPDATE returns_returnsubmission SET submitted_in_id = (SELECT p.id FROM delegation_post p "
        "JOIN delegation_account a ON a.worker_id = p.worker_id WHERE a.username = 'dataofficer')",
        "A return is compiled, reviewed, signed and submitted in a post of its own council",
    ),
    (
        "UPDATE returns_returnsignoff SET signed_by_id = (SELECT compiled_by_id FROM returns_figurecut LIMIT 1)",
        "Whoever compiled or reviewed the figures of a return did not sign them",
    ),
    (
        "UPDATE returns_returnsubmission SET number = 4, reason = 'x'",
        "A submission rests on a signature under figures of its own round",
    ),
    (
        "UPDATE returns_collectedfile SET organisation_id = (SELECT id FROM delegation_organisation "
        "WHERE key = 'elsewhere')",
        "A file of a round is of its council",
    ),
)


def test_each_promise_finds_what_was_done_past_the_services(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile
) -> None:
    demo.submitted(here, held)
    Organisation.objects.create(key="elsewhere", name="Elsewhere", kind="council")
    other = demo.opened(here, date(2026, 6, 30))
    elsewhere = demo.send(here, other, a_year(other.period_start, other.period_end, people=FEW), "other.csv")
    assert not broken()
    for statement, sentence in BREACHES:
        lifted = transaction.savepoint()
        with connection.cursor() as cursor:
            for lift in _lifts():
                cursor.execute(lift)
        with guards_lifted(connection), connection.cursor() as cursor:
            cursor.execute(statement.format(elsewhere=elsewhere.pk))
        found = broken()
        transaction.savepoint_rollback(lifted)
        assert any(said.startswith(sentence) for _, said in found), sentence
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")


def test_a_line_of_signed_lineage_that_names_no_record_or_one_of_another_file_is_found(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile
) -> None:
    """Whoever alters the lineage also writes its hash anew, in the cut and under the signature."""
    demo.submitted(here, held)
    promised = ("I12", "Every line of signed lineage names records, and each of a file of its cut")
    for record in ("", "990000002"):
        lifted = transaction.savepoint()
        with guards_lifted(connection):
            _lineage_altered(FigureCut.objects.get(), "LTS001a_T1b_persons", record)
        found = broken()
        transaction.savepoint_rollback(lifted)
        assert promised in found, record
        assert not any("as it was frozen" in said or "as they were compiled" in said for _, said in found)
    assert promised not in broken()


def _lineage_altered(cut: FigureCut, name: str, record: str) -> None:
    """The last line of a lineage names this record; every hash above it is that of what now lies there."""
    lines = path_of(cut.content["figures"][name]).read_text(encoding="utf-8").splitlines()
    lines[-1] = f"{lines[-1].rpartition(',')[0]},{record}"
    kept = keep_bytes(("\n".join(lines) + "\n").encode())
    content = cut.content | {"figures": cut.content["figures"] | {name: kept.sha256}}
    cut.files.filter(name=name).update(sha256=kept.sha256)
    FigureCut.objects.filter(pk=cut.pk).update(content=content, sha256=hash_of_content(content))
    ReturnSignOff.objects.filter(cut=cut).update(sha256=hash_of_content(content))


def test_every_promise_of_the_returns_is_broken_by_hand() -> None:
    path = Path(__file__).parents[1] / "cld_events" / "test_choices.py"
    told = Path(__file__).read_text(encoding="utf-8") + path.read_text(encoding="utf-8")
    sentences = [
        one.sentence
        for one in promises()
        if "returns_" in one.sql or (one.walk is not None and one.walk.__module__.startswith("returns."))
    ]
    assert len(sentences) >= 19
    for sentence in sentences:
        assert any(f'"{sentence[:length]}"' in told for length in range(20, len(sentence) + 1)), sentence


def test_a_signature_without_its_figures_or_a_state_without_its_signature_is_found(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile
) -> None:
    compiled(here, held)
    ReturnRound.objects.filter(pk=held.pk).update(state="signed")
    assert any(said.startswith("A round that is said to be signed") for _, said in broken())


def test_a_file_gone_from_the_disk_is_found(here: DemoOrganisations, held: ReturnRound, sent: CollectedFile) -> None:
    demo.submitted(here, held)
    path_of(sent.report_sha256).unlink()
    assert any(said.startswith("Every file sent for a return") for _, said in broken())
