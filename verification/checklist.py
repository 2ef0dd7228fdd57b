"""The verification checklist as data: what the council asks of every plan, with the section beside it."""

import csv
from dataclasses import dataclass
from pathlib import Path

PATH = Path(__file__).parent / "data" / "checklist.csv"


@dataclass(frozen=True)
class ChecklistItem:
    """One question of the checklist; `scope` is `need` (asked of each eligible need) or `plan`."""

    key: str
    scope: str
    question: str
    hint: str
    answers: tuple[str, ...]
    source: str


def load_checklist(path: Path = PATH) -> tuple[ChecklistItem, ...]:
    """The items in order. Raises ValueError naming the row whose scope or answers cannot be read."""
    items = []
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            answers = tuple(answer for answer in row["answers"].split(";") if answer)
            if row["scope"] not in {"need", "plan"} or not answers:
                raise ValueError(f"{path.name} row {number}: scope must be need or plan, and answers must be given")
            items.append(ChecklistItem(row["key"], row["scope"], row["question"], row["hint"], answers, row["source"]))
    return tuple(items)


CHECKLIST = load_checklist()
NEED_ITEMS = tuple(item for item in CHECKLIST if item.scope == "need")
PLAN_ITEMS = tuple(item for item in CHECKLIST if item.scope == "plan")

ANSWER_WORDS = {
    "met": "Yes, it is met",
    "not_met_reasoned": "No, and the reason is written",
    "yes": "Yes",
    "no": "No",
    "not_applicable": "Does not apply",
}
