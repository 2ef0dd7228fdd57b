"""Hostile workbooks, each made here, with what must come back: "" where it is read, else part of the sentence."""

import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache
from io import BytesIO

from openpyxl import Workbook

from returns.cld.checking.specification import NAMES
from tests.returns.checking.rows import a_row

Made = Callable[[], bytes]
SHEET = "xl/worksheets/sheet1.xml"
FIRST_CELL = b'<c r="A1" t="inlineStr"><is><t>LA Code</t></is></c>'
SHARED_CELL = b'<c r="A1" t="s"><v>0</v></c>'
SHARED_TEXTS = (
    b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1">'
    b"<si><t>LA Code</t></si></sst>"
)
SHARED_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)
DOCTYPE = b'<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>'
EXTERNAL_ENTITY = b'<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>'


def saved(change: Callable[[Workbook], object] | None = None) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(NAMES))
    for event in ("Service", "Review"):
        sheet.append([cell or None for cell in a_row(event).values()])
    if change:
        change(book)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


@cache
def good() -> bytes:
    return saved()


def parts_of(book: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", how) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return held.getvalue()


def with_part(name: str, part: bytes) -> bytes:
    return packed(parts_of(good()) | {name: part})


def without(left_out: str) -> dict[str, bytes]:
    return {name: part for name, part in parts_of(good()).items() if name != left_out}


def changed(name: str, old: bytes, new: bytes) -> bytes:
    parts = parts_of(good())
    assert old in parts[name]
    return packed(parts | {name: parts[name].replace(old, new, 1)})


def declares(name: str, declaration: bytes) -> bytes:
    part = parts_of(good())[name]
    head = part.index(b"?>") + 2 if part.startswith(b"<?xml") else 0
    return with_part(name, part[:head] + declaration + part[head:])


def with_shared_text() -> bytes:
    parts = parts_of(changed(SHEET, FIRST_CELL, SHARED_CELL))
    types = parts["[Content_Types].xml"].replace(b"</Types>", SHARED_TYPE + b"</Types>")
    return packed(parts | {"xl/sharedStrings.xml": SHARED_TEXTS, "[Content_Types].xml": types})


def flagged_as_encrypted() -> bytes:
    book = bytearray(good())
    at = book.find(b"PK\x01\x02")
    while at >= 0:
        book[at + 8] |= 1
        at = book.find(b"PK\x01\x02", at + 4)
    return bytes(book)


def overlapping() -> bytes:
    """Every entry of the directory points at the first part."""
    book = bytearray(good())
    at = book.find(b"PK\x01\x02")
    while at >= 0:
        book[at + 42 : at + 46] = bytes(4)
        at = book.find(b"PK\x01\x02", at + 4)
    return bytes(book)


def lies_of_its_size() -> bytes:
    book = bytearray(good())
    at = book.find(b"PK\x01\x02")
    while at >= 0:
        book[at + 24 : at + 28] = (10).to_bytes(4, "little")
        at = book.find(b"PK\x01\x02", at + 4)
    return bytes(book)


def many_parts() -> bytes:
    return packed(parts_of(good()) | {f"xl/part{number}.xml": b"<a/>" for number in range(60)})


def put(cell: str, value: object) -> bytes:
    def change(book: Workbook) -> None:
        assert book.active is not None
        book.active[cell] = value  # type: ignore[index]

    return saved(change)


def macro_types() -> bytes:
    return changed("[Content_Types].xml", b"spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main")


def link_outside() -> bytes:
    rels = b'<Relationships><Relationship Type="x/externalLink" Target="//h/s" TargetMode="External"/></Relationships>'
    return with_part("xl/_rels/other.rels", rels)


_MADE: dict[str, tuple[Made, str]] = {
    "a workbook": (good, ""),
    "a day as a date": (lambda: put("L2", date(1950, 5, 10)), ""),
    "a day as its number": (lambda: put("AA2", 45820), ""),
    "29 February 1900 as its number": (lambda: put("L2", 60), ""),
    "a number of a day beyond all days": (lambda: put("L2", 99999), ""),
    "a cell in the last corner": (lambda: put("XFD1048576", 1), "more than 100,000 rows"),
    "a cell in the last row": (lambda: put("A1048576", 1), "more than 100,000 rows"),
    "a cell in the last column": (lambda: put("XFD1", "x"), "more than 200 columns"),
    "a cell beyond the headings": (lambda: put("AZ2", "x"), "beyond the headings"),
    "a formula": (lambda: put("G2", "=1+1"), ""),
    "a formula that failed": (lambda: put("G2", "#REF!"), "formula that failed"),
    "yes as a truth": (lambda: put("S2", True), ""),
    "no headings": (lambda: saved(lambda book: book.active.delete_rows(1)), "of the 50 columns"),
    "an empty first row": (lambda: saved(lambda book: book.active.insert_rows(1)), "row of headings"),
    "an empty sheet": (lambda: saved(lambda book: book.active.delete_rows(1, 9)), "row of headings"),
    "several sheets": (lambda: saved(lambda book: book.create_sheet("more")), ""),
    "an archive that is no workbook": (lambda: packed({"cld.csv": b"a,b\n"}), "not an XLSX workbook"),
    "an archive of nothing": (lambda: packed({}), "empty archive"),
    "a document of the same family": (
        lambda: packed({"[Content_Types].xml": b"<a/>", "word/a.xml": b"<a/>"}),
        "not an XLSX",
    ),
    "a workbook without its sheet": (
        lambda: packed({name: part for name, part in parts_of(good()).items() if name != SHEET}),
        "",
    ),
    "a flat bomb": (lambda: with_part("xl/more.xml", b" " * 40_000_000), "times its size"),
    "a nested archive": (lambda: with_part("xl/inner.zip", packed({"a": b"b"})), "packed file inside"),
    "overlapping parts": (overlapping, ""),
    "a part that lies of its size": (lies_of_its_size, ""),
    "sixty parts": (many_parts, "more than 50"),
    "encrypted parts": (flagged_as_encrypted, "password"),
    "a name that leads up": (lambda: with_part("../../etc/passwd", b"x"), "names"),
    "a name from the root": (lambda: with_part("/etc/passwd", b"x"), "names"),
    "a name with a drive": (lambda: with_part("c:evil.xml", b"x"), "names"),
    "a name with backslashes": (lambda: with_part("..\\evil.xml", b"x"), "names"),
    "one name in two cases": (lambda: with_part("XL/WORKBOOK.XML", b"<a/>"), "names"),
    "macros": (lambda: with_part("xl/vbaProject.bin", b"x"), "macros"),
    "types that run macros": (macro_types, "macros"),
    "old macros": (lambda: with_part("xl/macrosheets/sheet1.xml", b"<a/>"), "macros"),
    "links to other files": (lambda: with_part("xl/externalLinks/externalLink1.xml", b"<a/>"), "other files"),
    "a relation to the outside": (link_outside, "other files"),
    "another file inside": (lambda: with_part("xl/embeddings/oleObject1.bin", b"x"), "another file inside"),
    "a control": (lambda: with_part("xl/activeX/activeX1.xml", b"<a/>"), "control"),
    "a source of data": (lambda: with_part("xl/connections.xml", b"<a/>"), "source of data"),
    "a billion laughs": (lambda: declares(SHEET, DOCTYPE), "declares"),
    "entities in the workbook part": (lambda: declares("xl/workbook.xml", DOCTYPE), "declares"),
    "an entity from outside": (lambda: declares(SHEET, EXTERNAL_ENTITY), "declares"),
    "a declaration in the relations": (lambda: declares("_rels/.rels", EXTERNAL_ENTITY), "declares"),
    "a sheet in UTF-16": (lambda: with_part(SHEET, parts_of(good())[SHEET].decode().encode("utf-16")), "UTF-8"),
    "a sheet cut off": (lambda: with_part(SHEET, parts_of(good())[SHEET][:-200]), "damaged"),
    "a sheet that is no XML": (lambda: with_part(SHEET, b"not xml"), "damaged"),
    "a shared text that is not there": (lambda: changed(SHEET, FIRST_CELL, SHARED_CELL), "damaged"),
    "a shared text": (with_shared_text, ""),
    "a cell without a place": (lambda: changed(SHEET, b'r="A2"', b'r="?"'), ""),
    "rows out of order": (lambda: changed(SHEET, b'<row r="3"', b'<row r="2"'), ""),
    "a row numbered minus one": (lambda: changed(SHEET, b'<row r="3"', b'<row r="-1"'), ""),
    "a row that is a word": (lambda: changed(SHEET, b'<row r="3"', b'<row r="x"'), "damaged"),
    "parts only stored": (lambda: packed(parts_of(good()), zipfile.ZIP_STORED), ""),
    "rubbish behind": (lambda: good() + b"rubbish" * 10, ""),
    "rubbish before": (lambda: b"rubbish" + good(), "headings"),
    "no directory": (lambda: good()[: good().rfind(b"PK\x01\x02")], "not whole"),
    "a part that is damaged": (lambda: good()[:60] + bytes(40) + good()[100:], ""),
} | {
    f"a workbook cut off at {tenth} tenths": (lambda tenth=tenth: good()[: len(good()) * tenth // 10], "not whole")
    for tenth in range(1, 10)
}
# These may be read or refused, as it falls; what matters is that nothing else comes back.
_EITHER = {
    "a workbook without its sheet",
    "overlapping parts",
    "a part that lies of its size",
    "a cell without a place",
    "rows out of order",
    "a row numbered minus one",
    "a part that is damaged",
    "rubbish behind",
    "rubbish before",
}

WORKBOOKS = {f"workbook: {name}": made for name, made in _MADE.items()}
EITHER = {f"workbook: {name}" for name in _EITHER}
