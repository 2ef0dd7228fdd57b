"""Writes the figures of a cut into the database in one statement, however many there are.

Django's own way takes a statement for each few hundred rows, and a large council has thousands of figures.
"""

import json
from collections.abc import Sequence

from django.db import connection

from returns.lineage import Line
from returns.models import FigureCut

INTO = 'INSERT INTO returns_figure (cut_id, place, "table", file, says, measure, value, count, sources) '
SQLITE = INTO + (  # noqa: S608 (names of our own)
    "SELECT %s, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), "
    "json_extract(value, '$[3]'), json_extract(value, '$[4]'), json_extract(value, '$[5]'), "
    "json_extract(value, '$[6]'), json_extract(value, '$[7]') FROM json_each(%s)"
)
POSTGRESQL = INTO + (
    "SELECT %s, (one->>0)::integer, one->>1, one->>2, one->3, one->>4, one->>5, (one->>6)::bigint, (one->>7)::bigint "
    "FROM jsonb_array_elements(%s::jsonb) AS one"
)


def insert_figures(cut: FigureCut, lines: Sequence[Line]) -> None:
    """Every figure of a cut, numbered by its place from 1."""
    rows = [
        [place, line.table, line.file, line.says, line.measure, line.value, line.count, line.sources]
        for place, line in enumerate(lines, 1)
    ]
    with connection.cursor() as cursor:
        cursor.execute(SQLITE if connection.vendor == "sqlite" else POSTGRESQL, [cut.pk, json.dumps(rows)])
