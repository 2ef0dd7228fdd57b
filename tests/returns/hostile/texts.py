"""Hostile CSV and gzip files, each made here, with what must come back: nothing where it is read, else a sentence."""

import csv
import gzip
import struct
from collections.abc import Callable, Mapping
from io import StringIO

from returns.cld.checking.specification import NAMES
from tests.returns.checking.rows import a_row

Made = Callable[[], bytes]
READ = ""


def table(*rows: Mapping[str, str], headings: tuple[str, ...] = NAMES, ending: str = "\n") -> bytes:
    text = StringIO()
    writer = csv.DictWriter(text, headings, extrasaction="ignore", lineterminator=ending)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


GOOD = table(a_row(), a_row("Review"))
HEAD = GOOD.split(b"\n", 1)[0] + b"\n"
LINE = GOOD.split(b"\n")[1] + b"\n"


def with_cell(column: str, text: str) -> bytes:
    return table(a_row(**{column: text}), a_row("Review"))


def bomb() -> bytes:
    return gzip.compress(HEAD + b"," * 60_000_000)


def gzip_with_name(name: bytes) -> bytes:
    packed = gzip.compress(GOOD)
    return packed[:3] + bytes([packed[3] | 8]) + packed[4:10] + name + b"\0" + packed[10:]


def name_in(form: str) -> bytes:
    return with_cell("Last Name", form)


def _cut(tenth: int) -> bytes:
    return GOOD[: len(GOOD) * tenth // 10]


TEXTS: dict[str, tuple[Made, str]] = {
    # Nothing, or something else
    "empty": (lambda: b"", "is empty"),
    "one byte": (lambda: b"a", "row of headings"),
    "a line end alone": (lambda: b"\n", "row of headings"),
    "spaces alone": (lambda: b"   \n  \n", "row of headings"),
    "headings and no row": (lambda: HEAD, "headings and no rows"),
    "headings without a line end": (lambda: HEAD[:-1], "headings and no rows"),
    "rows of commas alone": (lambda: HEAD + b"," * 49 + b"\n" + b"," * 49 + b"\n", "headings and no rows"),
    "no headings": (lambda: LINE * 3, "of the 50 columns"),
    "another table": (lambda: b"a,b,c\n1,2,3\n", "of the 50 columns"),
    "a program": (lambda: b"MZ" + bytes(300), "is a program"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "is a picture"),
    "a PDF": (lambda: b"%PDF-1.7\n" + GOOD, "is a PDF"),
    "a web page": (lambda: b"<!DOCTYPE html><table></table>", "is a web page"),
    "an old workbook": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old or encrypted workbook"),
    "what virus scanners are tested with": (
        lambda: rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-" + b"TEST-FILE!$H+H*",
        "virus scanners",
    ),
    "random bytes": (lambda: bytes(range(256)) * 4, ""),
    "JSON": (lambda: b'[{"LA Code": "908"}]', "row of headings"),
    # Encodings
    "UTF-8 with its mark": (lambda: b"\xef\xbb\xbf" + GOOD, READ),
    "two marks": (lambda: b"\xef\xbb\xbf" * 2 + GOOD, READ),
    "UTF-16": (lambda: GOOD.decode().encode("utf-16"), "UTF-16"),
    "UTF-16 the other way": (lambda: b"\xfe\xff" + GOOD.decode().encode("utf-16-be"), "UTF-16"),
    "UTF-16 without its mark": (lambda: GOOD.decode().encode("utf-16-le"), "CSV file"),
    "UTF-32": (lambda: GOOD.decode().encode("utf-32"), "UTF-32"),
    "Windows text": (lambda: with_cell("Last Name", "Zoë").decode().encode("cp1252"), READ),
    "Windows text with a euro": (lambda: with_cell("Last Name", "€").decode().encode("cp1252"), READ),
    "neither": (lambda: GOOD.replace(b"P100", b"P\x81\x8d0"), "neither UTF-8 nor Windows"),
    "both": (lambda: with_cell("Last Name", "Zoë") + LINE.replace(b"P100", b"P\xeb00"), "partly UTF-8"),
    "a lone surrogate": (lambda: GOOD.replace(b"P100", b"P\xed\xa0\x800"), ""),
    "an overlong form": (lambda: GOOD.replace(b"P100", b"P\xc0\xaf0"), ""),
    "NUL in a cell": (lambda: GOOD.replace(b"P100", b"P\x000"), "no text"),
    "NUL in the headings": (lambda: GOOD.replace(b"Gender", b"Gen\0der"), "row of headings"),
    "NUL at the end": (lambda: GOOD + bytes(500), "no text"),
    "right to left": (lambda: name_in("‮gnp.exe"), READ),
    "zero width": (lambda: name_in("A​nn"), READ),
    "one name in two forms": (lambda: table(a_row(**{"Last Name": "Zoë"}), a_row(**{"Last Name": "Zoë"})), READ),
    "controls": (lambda: name_in("a\x07\x1b[31m"), READ),
    "emoji": (lambda: name_in("👩🏽‍🦽" * 20), READ),
    # Rows and marks
    "CRLF": (lambda: table(a_row(), ending="\r\n"), READ),
    "CR alone": (lambda: GOOD.replace(b"\n", b"\r"), ""),
    "line ends mixed": (lambda: HEAD[:-1] + b"\r\n" + LINE + LINE[:-1] + b"\r\n", READ),
    "line ends in quotation marks": (lambda: with_cell("Event Description", "one\r\ntwo\nthree"), READ),
    "quotation marks doubled": (lambda: with_cell("Event Description", 'said "no"'), READ),
    "a quotation mark never closed": (lambda: GOOD + b'"908,' + LINE, "never closed"),
    "a quotation mark within a cell": (lambda: GOOD.replace(b"PL1 2AA", b'PL"1 2AA'), ""),
    "two quotation marks within cells": (lambda: GOOD.replace(b"PL1 2AA", b'PL1" 2AA'), "quotation mark"),
    "text after a closing mark": (lambda: GOOD.replace(b"PL1 2AA", b'"PL1"2AA'), READ),
    "a row too long": (lambda: GOOD + LINE[:-1] + b",more\n", "row 4 has more fields"),
    "a row much too long": (lambda: GOOD + LINE[:-1] + b",more" * 40 + b"\n", "row 4 has more fields"),
    "a row too short": (lambda: HEAD + b"908,2025-04-01\n" + LINE, READ),
    "empty lines": (lambda: HEAD + b"\n\n" + LINE + b"\n", READ),
    "no line end at the end": (lambda: GOOD[:-1], READ),
    "separated by semicolons": (lambda: GOOD.replace(b",", b";"), "separated by commas"),
    "separated by tabs": (lambda: GOOD.replace(b",", b"\t"), "separated by commas"),
    "a word before the headings": (lambda: b"sep=,\n" + GOOD, ""),
    "headings in another order": (lambda: table(a_row(), headings=NAMES[::-1]), READ),
    "headings twice": (lambda: table(a_row(), headings=(*NAMES, "Gender")), READ),
    "headings in other letters": (lambda: HEAD.upper().replace(b" ", b"_") + LINE, READ),
    "200 columns and one": (lambda: b",".join(b"c%d" % n for n in range(201)) + b"\n", "201 columns"),
    "100,000 columns": (lambda: b"," * 100_000 + b"\n", "columns"),
    "a line of a megabyte": (lambda: with_cell("Event Description", "x" * 1_000_000), "more than 32,767 letters"),
    "a cell of 32,767 letters": (lambda: with_cell("Event Description", "é" * 32_767), READ),
    "a cell of 32,768 letters": (lambda: with_cell("Event Description", "x" * 32_768), "row 2"),
    "a cell of many lines": (lambda: with_cell("Event Description", "x\n" * 20_000), "row 2"),
    "a line of nine megabytes": (lambda: HEAD + b"x" * 9_500_000, ""),
    # Values
    "formulas": (lambda: table(*(a_row(**{"Last Name": f"{mark}1"}) for mark in "=+-@\t\r")), READ),
    "a number of a spreadsheet": (lambda: with_cell("LA Person Unique Identifier", "1E+05"), READ),
    "leading noughts": (lambda: with_cell("LA Person Unique Identifier", "000123"), READ),
    "29 February 1900": (lambda: with_cell("Date of Birth", "1900-02-29"), READ),
    "the year nought": (lambda: with_cell("Date of Birth", "0000-00-00"), READ),
    "the year 9999": (lambda: with_cell("Event End Date", "9999-12-31"), READ),
    "a year of ten digits": (lambda: with_cell("Date of Birth", "2147483648-01-01"), READ),
    "digits of another script": (lambda: with_cell("NHS Number", "٩٤٣٤٧٦٥٩١٩"), READ),
    "a number of 300 digits": (lambda: with_cell("Unit Cost", "9" * 300), READ),
    "not a number": (lambda: with_cell("Unit Cost", "NaN"), READ),
    "pounds and commas": (lambda: with_cell("Unit Cost", "£1,234.50"), READ),
    # gzip
    "gzip": (lambda: gzip.compress(GOOD), READ),
    "gzip in two parts": (lambda: gzip.compress(HEAD) + gzip.compress(LINE), READ),
    "gzip of gzip": (lambda: gzip.compress(gzip.compress(GOOD)), ""),
    "gzip cut off": (lambda: gzip.compress(GOOD)[:-20], "not a whole gzip"),
    "gzip with a wrong sum": (lambda: gzip.compress(GOOD)[:-8] + bytes(8), "not a whole gzip"),
    "gzip with rubbish behind": (lambda: gzip.compress(GOOD) + b"rubbish", "not a whole gzip"),
    "gzip that is damaged": (lambda: gzip.compress(GOOD * 50)[:100] + bytes(200), "not a whole gzip"),
    "a head of gzip alone": (lambda: b"\x1f\x8b\x08" + bytes(7), "not a whole gzip"),
    "a gzip bomb": (bomb, "times its size"),
    "gzip of nothing": (lambda: gzip.compress(b""), "row of headings"),
    "gzip with a path for its name": (lambda: gzip_with_name(b"../../etc/passwd"), READ),
    "gzip that lies of its length": (lambda: gzip.compress(GOOD)[:-4] + struct.pack("<I", 5), "not a whole gzip"),
} | {f"cut off at {tenth} tenths": (lambda tenth=tenth: _cut(tenth), "") for tenth in range(1, 10)}
# These may be read or refused, as it falls; what matters is that nothing else comes back.
EITHER = {name for name, (_, told) in TEXTS.items() if name.startswith("cut off") and not told} | {
    "random bytes",
    "a lone surrogate",
    "an overlong form",
    "a quotation mark within a cell",
    "gzip of gzip",
    "CR alone",
    "a word before the headings",
    "a line of nine megabytes",
}
