"""The import: plans a second by `manage.py import_plans`, and the share of the time that the database took."""

import json
import tempfile
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any
from unittest import mock

from django.core.management import call_command
from django.db import connection

from tests.casework.sent_plans import a_sent_plan

Call = Callable[..., Any]


class DatabaseClock:
    """Seconds spent waiting for the database: statements, and commits."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.statements = 0

    def statement(self, execute: Call, sql: str, params: Any, many: bool, context: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.seconds += time.perf_counter() - began
            self.statements += 1

    def commit(self, commit: Call) -> Call:
        def timed() -> Any:
            began = time.perf_counter()
            try:
                return commit()
            finally:
                self.seconds += time.perf_counter() - began

        return timed


def import_plans(many: int) -> dict[str, Any]:
    """Import so many plans, each of another person: 2 needs, 2 lines, budget, agreement."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plans.json"
        file.write_text(json.dumps([a_sent_plan(number) for number in range(1, many + 1)]), encoding="utf-8")
        clock, told = DatabaseClock(), StringIO()
        connection.ensure_connection()
        with (
            connection.execute_wrapper(clock.statement),
            mock.patch.object(connection, "commit", clock.commit(connection.commit)),
        ):
            wall, processor = time.perf_counter(), time.process_time()
            call_command("import_plans", str(file), "--as", "practitioner", stdout=told)
            wall, processor = time.perf_counter() - wall, time.process_time() - processor
    if f"{many} added" not in told.getvalue():
        raise RuntimeError(told.getvalue()[-2000:])
    return {
        "plans": many,
        "seconds": wall,
        "plans_a_second": many / wall,
        "plans_a_second_of_processor": many / processor,
        "share_in_the_database": clock.seconds / wall,
        "queries_a_plan": clock.statements / many,
    }
