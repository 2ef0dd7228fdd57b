"""Writes a pack: each table as CSV and as HTML pages, an index, and a manifest with the SHA-256 of every file."""

import csv
import hashlib
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from html import escape
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import IO

from delegation.evidence.naming import People
from delegation.evidence.tables import Asked, Table
from delegation.register_reading import no_formula
from delegation.wording import long_day, name_in_words, sentence_case

ROWS_A_PAGE = 1000
MANIFEST = "manifest.csv"
Told = Callable[[int], None]


@dataclass(frozen=True, kw_only=True)
class Written:
    """A pack on the disk: its folder, the SHA-256 of its manifest, how many files and rows."""

    folder: Path
    sha256: str
    files: int
    rows: int


def write_pack(folder: Path, asked: Asked, tables: list[Table], told: Told = lambda _: None) -> Written:
    """Write every table into an empty folder.

    Args:
        folder: is made where it is not there.
        told: called with the number of rows written since the last call.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "style.css").write_bytes(_style())
    lengths = {table.name: _write_table(folder, asked, table, told) for table in tables}
    _write_index(folder, asked, tables, lengths)
    return Written(
        folder=folder,
        sha256=_write_manifest(folder),
        files=sum(1 for _ in folder.iterdir()),
        rows=sum(lengths.values()),
    )


def zip_pack(written: Written, file: IO[bytes] | Path) -> None:
    """The folder as one zip, its files in the order of their names."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as whole:
        for each in sorted(written.folder.iterdir()):
            whole.write(each, f"{written.folder.name}/{each.name}")


def _write_table(folder: Path, asked: Asked, table: Table, told: Told) -> int:
    written, rows = 0, iter(table.rows())
    with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(table.columns)
        page, several = 1, list(islice(rows, ROWS_A_PAGE))
        while True:
            following = list(islice(rows, ROWS_A_PAGE))
            out.writerows([no_formula(cell) for cell in row] for row in several)
            _write_page(folder, asked, table, page, several, is_last=not following)
            written += len(several)
            told(len(several))
            if not following:
                return written
            page, several = page + 1, following


def page_name(table: Table, page: int) -> str:
    """The file of one page of a table."""
    return f"{table.name}.html" if page == 1 else f"{table.name}-{page}.html"


def _write_page(
    folder: Path, asked: Asked, table: Table, page: int, rows: list[tuple[str, ...]], *, is_last: bool
) -> None:
    title = escape(table.title)
    numbered = table.title if page == 1 and is_last else f"{table.title}, page {page}"
    with (folder / page_name(table, page)).open("w", encoding="utf-8") as file:
        file.write(_head(asked, numbered))
        file.write(f'<p><a href="index.html">All of the pack</a></p>\n<h1>{escape(numbered)}</h1>\n')
        file.write(f'<p>{escape(table.says)} <a href="{table.name}.csv">The same as CSV</a></p>\n')
        file.write(f'<div class="table" role="region" tabindex="0" aria-label="{title}">')
        file.write(f"<table><caption>{title}</caption><thead><tr>")
        file.write("".join(f'<th scope="col">{escape(in_words(column))}</th>' for column in table.columns))
        file.write("</tr></thead>\n<tbody>\n")
        for row in rows:
            file.write("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n")
        if not rows:
            file.write(f'<tr><td colspan="{len(table.columns)}">Nothing in these days.</td></tr>\n')
        file.write("</tbody></table></div>\n")
        file.write("".join(_beside(table, page, is_last=is_last)))
        file.write("</main></body></html>\n")


def _beside(table: Table, page: int, *, is_last: bool) -> Iterator[str]:
    if page > 1 or not is_last:
        yield '<nav aria-label="Pages"><p>'
        if page > 1:
            yield f'<a href="{page_name(table, page - 1)}">Previous page</a> '
        if not is_last:
            yield f'<a href="{page_name(table, page + 1)}">Next page</a>'
        yield "</p></nav>\n"


def _write_index(folder: Path, asked: Asked, tables: list[Table], lengths: dict[str, int]) -> None:
    with (folder / "index.html").open("w", encoding="utf-8") as file:
        file.write(_head(asked, "Evidence pack"))
        file.write(f"<p>{escape(asked.council.name)}</p>\n<h1>Evidence pack {escape(asked.naming.pack)}</h1>\n")
        file.write(f"<p>From {long_day(asked.from_day)} to {long_day(asked.to_day)}. ")
        file.write(f"{People(asked.naming.people).label}. No word written about a person is in it.</p>\n")
        file.write("<p>What a provider does or omits counts as done or omitted by the council ")
        file.write("(Care Act 2014 s.79(6)).</p>\n<ul>\n")
        for table in tables:
            number = f"{lengths[table.name]:,} {'row' if lengths[table.name] == 1 else 'rows'}"
            file.write(
                f'<li><a href="{table.name}.html">{escape(table.title)}</a> ({number}): {escape(table.says)}</li>\n'
            )
        file.write(f'</ul>\n<p><a href="{MANIFEST}">{MANIFEST}</a> has the SHA-256 of every file; the hash of that ')
        file.write("list stands in the council’s register of acts.</p>\n</main></body></html>\n")


def _head(asked: Asked, title: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(title)} – {escape(asked.council.name)}</title>"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="style.css"></head>\n<body><main>\n'
    )


def in_words(column: str) -> str:
    """The name of a column as a heading."""
    return sentence_case(name_in_words(column))


def _style() -> bytes:
    return (resources.files("delegation") / "data" / "evidence.css").read_bytes()


def _write_manifest(folder: Path) -> str:
    with ExitStack() as held:
        file = held.enter_context((folder / MANIFEST).open("w", encoding="utf-8", newline=""))
        out = csv.writer(file)
        out.writerow(["file", "bytes", "sha256"])
        for each in sorted(folder.iterdir()):
            if each.name != MANIFEST:
                out.writerow([each.name, each.stat().st_size, _hash(each)])
    return _hash(folder / MANIFEST)


def _hash(file: Path) -> str:
    with file.open("rb") as read:
        return hashlib.file_digest(read, "sha256").hexdigest()
