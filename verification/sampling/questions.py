"""What an auditor asks of a case file, as data: each question with its source and the functions it is evidence for.

Read once from data/case_file_audit.csv; a row that cannot be meant stops the programme at start with a sentence.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

from delegation.schedule import FUNCTIONS

PATH = Path(__file__).parent.parent / "data" / "case_file_audit.csv"


@dataclass(frozen=True)
class AuditQuestion:
    """One question of the audit form; `functions` are those of the schedule that its answer is evidence for."""

    key: str
    part: str
    question: str
    hint: str
    may_not_apply: bool
    functions: tuple[str, ...]
    source: str


def load_questions(path: Path = PATH) -> tuple[AuditQuestion, ...]:
    """The questions in order. Raises ValueError naming the row that cannot be read."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = tuple(_question(path.name, number, row) for number, row in enumerate(rows, start=2))
    if len({each.key for each in found}) != len(found):
        raise ValueError(f"{path.name}: two questions have one key")
    return found


def _question(name: str, number: int, row: dict[str, str]) -> AuditQuestion:
    functions = tuple(key for key in row["functions"].split(";") if key)
    if not functions or set(functions) - set(FUNCTIONS):
        raise ValueError(f"{name} row {number}: functions must be of the schedule")
    if row["may_not_apply"] not in ("yes", "no") or not row["question"] or not row["source"]:
        raise ValueError(f"{name} row {number}: say the question, its source, and whether it may not apply")
    return AuditQuestion(
        key=row["key"],
        part=row["part"],
        question=row["question"],
        hint=row["hint"],
        may_not_apply=row["may_not_apply"] == "yes",
        functions=functions,
        source=row["source"],
    )


QUESTIONS = load_questions()
BY_KEY = {each.key: each for each in QUESTIONS}


def questions_for(function: str) -> tuple[str, ...]:
    """The keys of the questions whose answers are evidence for a function."""
    return tuple(each.key for each in QUESTIONS if function in each.functions)
