"""What must never be found of the returns, written from the law and not from the services.

Source: Health and Social Care Act 2012 s.259 directions; I11 and I12 of the promises.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from delegation.assuring import hash_of_content
from delegation.promises import promise, walked_promise
from returns.compiling import whence
from returns.keeping import is_as_kept, path_of
from returns.models import CollectedFile, Figure, FigureCut, FigureFile
from returns.reference import rows_of
from returns.rounds.recounting import Told, told_otherwise

promise(
    "I11",
    "A signature is under the figures as they were compiled, from the files that were the last ones then",
    """
    SELECT s.id, c.round_id, c.number
      FROM returns_returnsignoff s
      JOIN returns_figurecut c ON c.id = s.cut_id
     WHERE s.sha256 <> c.sha256
        OR NOT EXISTS (SELECT 1 FROM returns_cutfile f WHERE f.cut_id = c.id)
        OR EXISTS (
            SELECT 1 FROM returns_cutfile f
              JOIN returns_collectedfile k ON k.id = f.file_id
              JOIN returns_collectedfile later ON later.round_id = k.round_id
                   AND later.organisation_id = k.organisation_id AND later.number > k.number
             WHERE f.cut_id = c.id AND later.received_at < c.compiled_at)
    """,
)
promise(
    "I11",
    "The files that went into a cut are of its own round",
    """
    SELECT f.id, c.round_id, k.round_id AS round_of_file
      FROM returns_cutfile f
      JOIN returns_figurecut c ON c.id = f.cut_id
      JOIN returns_collectedfile k ON k.id = f.file_id
     WHERE k.round_id <> c.round_id
    """,
)
promise(
    "I12",
    "Every figure that counts something has as many lines of lineage behind it as it says",
    """
    SELECT cut_id, file, place, measure, count, sources FROM returns_figure
     WHERE sources IS NOT NULL AND (count IS NULL OR count <> sources)
    """,
)
promise(
    "I12",
    "A cut has as many rows as its files have accepted ones, but for those it says it left out",
    """
    SELECT c.id, c.rows, c.left_out, (
            SELECT SUM(k.accepted) FROM returns_cutfile f JOIN returns_collectedfile k ON k.id = f.file_id
             WHERE f.cut_id = c.id) AS accepted
      FROM returns_figurecut c
     WHERE c.rows + c.left_out <> COALESCE((
            SELECT SUM(k.accepted) FROM returns_cutfile f JOIN returns_collectedfile k ON k.id = f.file_id
             WHERE f.cut_id = c.id), 0)
    """,
)
promise(
    "I12",
    "Where a table divides its people or events, the parts make as many as its lineage has lines",
    """
    SELECT g.cut_id, g.file, SUM(g.count) AS total, l.lines
      FROM returns_figure g
      JOIN returns_figurefile l ON l.cut_id = g.cut_id AND l.name = g.file || '_persons'
     WHERE g.file IN ('LTS001a_T1a', 'LTS001a_T1b', 'LTS001b_T1a', 'LTS001b_T1b', 'LTS001b_T2', 'LTS001b_T3a',
                      'LTS001b_T3b', 'LTS001c_T1a', 'LTS001c_T1b')
     GROUP BY g.cut_id, g.file, l.lines
    HAVING SUM(g.count) <> l.lines
    UNION ALL
    SELECT g.cut_id, g.file, SUM(g.count) AS total, l.lines
      FROM returns_figure g
      JOIN returns_figurefile l ON l.cut_id = g.cut_id
     WHERE (g.file IN ('STS001_by_la_outcome_mapped', 'STS001_x_la_age_roa_outcome') AND l.name = 'STS001_rows')
        OR (g.file IN ('STS002a_by_la_outcome_mapped', 'STS002a_by_outcome_recordtype') AND l.name = 'STS002a_rows')
        OR (g.file = 'LTS002b' AND l.name = 'LTS002b_rows')
     GROUP BY g.cut_id, g.file, l.lines
    HAVING SUM(g.count) <> l.lines
    """,
)
promise(
    "I12",
    "A row of a file is accepted or refused, and what was refused or is to be mended has a fault",
    """
    SELECT id, round_id, number, rows, accepted, refused, to_mend, faults FROM returns_collectedfile
     WHERE rows <> accepted + refused OR to_mend > accepted OR (refused + to_mend > 0 AND faults = 0)
    """,
)
promise(
    "I4",
    "A return is compiled, reviewed, signed and submitted in a post of its own council",
    """
    SELECT 'compiled' AS what, c.id, r.ref, p.organisation_id
      FROM returns_figurecut c
      JOIN returns_returnround r ON r.id = c.round_id
      JOIN delegation_post p ON p.id = c.compiled_in_id
     WHERE p.organisation_id <> r.council_id
    UNION ALL
    SELECT 'reviewed', v.id, r.ref, p.organisation_id
      FROM returns_returnreview v
      JOIN returns_figurecut c ON c.id = v.cut_id
      JOIN returns_returnround r ON r.id = c.round_id
      JOIN delegation_post p ON p.id = v.reviewed_in_id
     WHERE p.organisation_id <> r.council_id
    UNION ALL
    SELECT 'signed', s.id, r.ref, p.organisation_id
      FROM returns_returnsignoff s
      JOIN returns_figurecut c ON c.id = s.cut_id
      JOIN returns_returnround r ON r.id = c.round_id
      JOIN delegation_post p ON p.id = s.signed_in_id
     WHERE p.organisation_id <> r.council_id
    UNION ALL
    SELECT 'submitted', b.id, r.ref, p.organisation_id
      FROM returns_returnsubmission b
      JOIN returns_returnround r ON r.id = b.round_id
      JOIN delegation_post p ON p.id = b.submitted_in_id
     WHERE p.organisation_id <> r.council_id
    """,
)
promise(
    "I4",
    "A submission rests on a signature under figures of its own round, and each has its act in the register",
    """
    SELECT b.id, r.ref, b.number
      FROM returns_returnsubmission b
      JOIN returns_returnround r ON r.id = b.round_id
      LEFT JOIN returns_returnsignoff s ON s.id = b.sign_off_id
      LEFT JOIN returns_figurecut c ON c.id = s.cut_id
     WHERE s.id IS NULL OR c.round_id <> b.round_id OR b.submitted_at < s.signed_at
        OR (SELECT COUNT(*) FROM delegation_act a
             WHERE a.council_id = r.council_id AND a.subject = r.ref AND a.outcome = 'exercised'
               AND a.verb = 'submit_return' AND a.function = 'statutory_return_submission') < b.number
        OR NOT EXISTS (
            SELECT 1 FROM delegation_act a
             WHERE a.council_id = r.council_id AND a.subject = r.ref AND a.outcome = 'exercised'
               AND a.verb = 'sign_return' AND a.account_id = s.signed_by_id)
    """,
)
promise(
    "I4",
    "A round that is said to be signed or submitted has the signature, or the submission, of the figures in hand",
    """
    SELECT r.id, r.ref, r.state
      FROM returns_returnround r
      LEFT JOIN returns_returnsignoff s ON s.cut_id = r.cut_id
      LEFT JOIN returns_returnsubmission b ON b.sign_off_id = s.id
     WHERE (r.state IN ('signed', 'submitted') AND s.id IS NULL) OR (r.state = 'submitted' AND b.id IS NULL)
    """,
)
promise(
    "I3",
    "Whoever compiled or reviewed the figures of a return did not sign them",
    """
    SELECT s.id, c.id AS cut, signer.worker_id
      FROM returns_returnsignoff s
      JOIN returns_figurecut c ON c.id = s.cut_id
      JOIN returns_returnreview v ON v.id = s.review_id
      JOIN delegation_account signer ON signer.id = s.signed_by_id
      JOIN delegation_account compiler ON compiler.id = c.compiled_by_id
      JOIN delegation_account reviewer ON reviewer.id = v.reviewed_by_id
     WHERE signer.worker_id IN (compiler.worker_id, reviewer.worker_id) OR v.cut_id <> s.cut_id
    """,
)
promise(
    "I13",
    "A file of a round is of its council, or of somebody who works for it",
    """
    SELECT k.id, r.ref, o.name
      FROM returns_collectedfile k
      JOIN returns_returnround r ON r.id = k.round_id
      JOIN delegation_organisation o ON o.id = k.organisation_id
     WHERE o.id <> r.council_id AND (o.council_id IS NULL OR o.council_id <> r.council_id)
    """,
)


promise(
    "I4",
    "Between our casework and a file the round's own council chooses, in its own post, with an act in the register",
    """
    SELECT s.id, r.ref, p.organisation_id
      FROM returns_sourcechoice s
      JOIN returns_returnround r ON r.id = s.round_id
      JOIN delegation_post p ON p.id = s.chosen_in_id
      JOIN delegation_account a ON a.id = s.chosen_by_id
      JOIN returns_collectedfile ours ON ours.id = s.casework_file_id
      JOIN returns_collectedfile theirs ON theirs.id = s.other_file_id
     WHERE p.organisation_id <> r.council_id OR p.worker_id <> a.worker_id
        OR ours.round_id <> r.id OR theirs.round_id <> r.id OR ours.lineage_sha256 = ''
        OR NOT EXISTS (
            SELECT 1 FROM delegation_act t
             WHERE t.council_id = r.council_id AND t.subject = r.ref AND t.outcome = 'exercised'
               AND t.verb = 'choose_source' AND t.account_id = s.chosen_by_id)
    """,
)
promise(
    "I12",
    "What was chosen last between two files of a cut before it was compiled went into it, and nothing chosen before",
    """
    SELECT s.id, c.id AS cut
      FROM returns_sourcechoice s
      JOIN returns_figurecut c ON c.round_id = s.round_id AND s.chosen_at <= c.compiled_at
      JOIN returns_cutfile ours ON ours.cut_id = c.id AND ours.file_id = s.casework_file_id
      JOIN returns_cutfile theirs ON theirs.cut_id = c.id AND theirs.file_id = s.other_file_id
      LEFT JOIN returns_cutchoice u ON u.cut_id = c.id AND u.choice_id = s.id
     WHERE CASE WHEN u.id IS NULL THEN 1 ELSE 0 END <>
           CASE WHEN EXISTS (
               SELECT 1 FROM returns_sourcechoice later
                WHERE later.round_id = s.round_id AND later.matter = s.matter AND later.id > s.id
                  AND later.chosen_at <= c.compiled_at) THEN 1 ELSE 0 END
    """,
)


def altered_cuts() -> Iterator[tuple[Any, ...]]:
    """What is signed and no longer what it was: the cut's own content, its figures, its lineage, or a source of it."""
    for cut in FigureCut.objects.filter(sign_off__isnull=False).select_related("round").order_by("pk").iterator():
        if hash_of_content(cut.content) != cut.sha256:
            yield cut.round.ref, cut.number, "the content"
        named = dict(FigureFile.objects.filter(cut=cut).values_list("name", "sha256"))
        for name in sorted(
            name for name in named | cut.content["figures"] if named.get(name) != cut.content["figures"].get(name)
        ):
            yield cut.round.ref, cut.number, name
        for name, sha256 in sorted(cut.content["figures"].items()):
            if not is_as_kept(sha256):
                yield cut.round.ref, cut.number, name


def altered_files() -> Iterator[tuple[Any, ...]]:
    """The collected files whose bytes, report or accepted rows are not what was kept."""
    for file in CollectedFile.objects.select_related("round").order_by("pk").iterator():
        kept = [file.sha256, file.report_sha256, file.rows_sha256, *filter(None, [file.lineage_sha256])]
        if not all(is_as_kept(each) for each in kept):
            yield file.round.ref, file.number


def unlike_figures() -> Iterator[tuple[Any, ...]]:
    """The files of signed figures that do not print what the database holds of them, read again with plain Python."""
    for cut in FigureCut.objects.filter(sign_off__isnull=False).select_related("round").order_by("pk").iterator():
        held: dict[str, Counter[tuple[Any, ...]]] = {}
        for one in Figure.objects.filter(cut=cut).iterator():
            held.setdefault(one.file, Counter())[tuple(sorted(one.says.items())), one.measure, one.value] += 1
        for file in FigureFile.objects.filter(cut=cut, kind=FigureFile.Kind.FIGURES).order_by("name"):
            if is_as_kept(file.sha256) and held.get(file.name, Counter()) != _printed(file):
                yield cut.round.ref, cut.number, file.name


def recounted_otherwise() -> Iterator[tuple[Any, ...]]:
    """The signed figures that the kept lineage, counted again in plain Python, does not give, and what it has more."""
    for cut in FigureCut.objects.filter(sign_off__isnull=False).select_related("round").order_by("pk").iterator():
        kept = {name: path_of(one) for name, one in cut.content["figures"].items() if is_as_kept(one)}
        if kept.keys() != cut.content["figures"].keys():
            continue  # what is not as it was kept is told above
        held = Figure.objects.filter(cut=cut).iterator()
        for file in told_otherwise([_told(one) for one in held], kept):
            yield cut.round.ref, cut.number, file


def _told(one: Figure) -> Told:
    return Told(file=one.file, says=one.says, measure=one.measure, value=one.value, count=one.count)


def counted_though_not_chosen() -> Iterator[tuple[Any, ...]]:
    """The records that a choice left out of a signed cut, and that its lineage names all the same."""
    for cut in FigureCut.objects.filter(sign_off__isnull=False, choices__left_out__isnull=False).distinct():
        out = set(cut.choices.exclude(left_out=None).values_list("left_out", flat=True))
        for name, sha256 in FigureFile.objects.filter(cut=cut, kind="lineage").values_list("name", "sha256"):
            if is_as_kept(sha256) and (named := out & _records_of(path_of(sha256))):
                yield cut.round.ref, cut.number, name, sorted(named)


def _records_of(path: Path) -> set[int]:
    """Every record a file of lineage names."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {int(one) for row in csv.DictReader(lines) for one in row["record_ids"].split()}


def _printed(file: FigureFile) -> Counter[tuple[Any, ...]]:
    """Every number a file of figures prints, with what it is of."""
    measures = _measures(file.name)
    found: Counter[tuple[Any, ...]] = Counter()
    with path_of(file.sha256).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            says = tuple(sorted((column, text) for column, text in row.items() if column not in measures))
            found.update((says, measure, row[measure]) for measure in measures if row[measure])
    return found


def _measures(name: str) -> set[str]:
    """The columns of a file that hold numbers."""
    others = (row["measures"].split(";") for row in rows_of("collection_figures") if row["file"] == name)
    return {row["measure"] for row in rows_of("figure_lineage") if row["file"] == name}.union(*others)


def lines_without_records() -> Iterator[tuple[Any, ...]]:
    """The signed lineage with lines that name no record, or records of no file that went in."""
    for cut in FigureCut.objects.filter(sign_off__isnull=False).select_related("round").order_by("pk").iterator():
        lines = dict(FigureFile.objects.filter(cut=cut, kind=FigureFile.Kind.LINEAGE).values_list("name", "sha256"))
        for name, sha256 in sorted(lines.items()):
            if is_as_kept(sha256) and (strange := _strange_records(path_of(sha256), cut)):
                yield cut.round.ref, cut.number, name, strange


def _strange_records(path: Path, cut: FigureCut) -> int:
    """How many lines of a lineage name no record, or one that is of no file of the cut."""
    known = {one[0] for one in cut.content["files"]}
    with path.open(encoding="utf-8", newline="") as lines:
        named = [[int(one) for one in row["record_ids"].split()] for row in csv.DictReader(lines)]
    return sum(not records or any(whence(one)[0] not in known for one in records) for records in named)


walked_promise(
    "I11",
    "Every signed return is as it was frozen, and so is what it was made of",
    ("round", "cut", "what"),
    altered_cuts,
)
walked_promise("I11", "Every file sent for a return is kept as it was sent", ("round", "file"), altered_files)
walked_promise(
    "I12",
    "Every line of signed lineage names records, and each of a file of its cut",
    ("round", "cut", "file", "lines"),
    lines_without_records,
)
walked_promise(
    "I12", "The signed figures are those their file prints, each once", ("round", "cut", "file"), unlike_figures
)
walked_promise(
    "I12",
    "The lineage of every signed figure, counted again, gives what the figure says",
    ("round", "cut", "file"),
    recounted_otherwise,
)
walked_promise(
    "I12",
    "No signed figure counts a record that was not chosen",
    ("round", "cut", "file", "records"),
    counted_though_not_chosen,
)
