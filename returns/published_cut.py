"""The published copy of a cut's tables: small numbers suppressed, the others rounded, as CSV; marked as what it is.

Source: NHS England, SALT statistics (rounding); data/published_copies.csv.
"""

import csv
from collections.abc import Iterable
from io import StringIO

import polars as pl

from returns.figures.writing import headers
from returns.models import Figure, FigureCut
from returns.published_copy import TOTAL, PublishedCopy, published_copy_of, published_table

COUNTED = "Number"


def published_csv(cut: FigureCut, table: str, asked: PublishedCopy) -> bytes:
    """Every file of figures of one table, each with its totals, under the sentence that says what this copy is.

    Percentages are left out: with them a suppressed number could be worked out. Two queries.
    """
    out = StringIO()
    write = csv.writer(out, lineterminator="\r\n")
    write.writerow([asked.note])
    write.writerow([f"{cut.round.kind} {cut.round.ref}, cut {cut.number}"])
    figures = Figure.objects.filter(cut=cut, table=table, count__isnull=False).order_by("place")
    for (file, measure), own in _by_file(figures.iterator()).items():
        write.writerow([])
        write.writerow([file, measure])
        shown = _published(file, own, asked)
        write.writerow(shown.columns)
        write.writerows(shown.iter_rows())
    return out.getvalue().encode("utf-8-sig")


def published_of(cut: FigureCut) -> PublishedCopy:
    """How the numbers of this return are published."""
    return published_copy_of(cut.round.kind.lower())


def _by_file(figures: Iterable[Figure]) -> dict[tuple[str, str], list[Figure]]:
    found: dict[tuple[str, str], list[Figure]] = {}
    for one in figures:
        found.setdefault((one.file, one.measure), []).append(one)
    return found


def _published(file: str, figures: list[Figure], asked: PublishedCopy) -> pl.DataFrame:
    """The numbers of one file down by all but its last column, and across by that."""
    columns = [column for column in headers()[file] if column in figures[0].says]
    down, across = (columns[:-1], columns[-1]) if len(columns) > 1 else (columns, "")
    rows = [
        {
            "Of": "; ".join(one.says[column] or "Not known" for column in down) or TOTAL,
            across or " ": (one.says[across] or "Not known") if across else COUNTED,
            COUNTED: one.count,
        }
        for one in figures
    ]
    told = pl.DataFrame(rows, schema={"Of": pl.String, across or " ": pl.String, COUNTED: pl.Int64})
    return published_table(told, down="Of", across=across or " ", count=COUNTED, asked=asked)
