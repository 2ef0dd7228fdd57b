"""Write the picture and the BPMN of each flow into the documents: `manage.py write_flow_diagram`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from delegation.diagram import flow_bpmn, flow_svg
from delegation.registers import drawn_procedures
from verification.flows import WAY_OF_A_PLAN

DOCS = Path(__file__).resolve().parents[3] / "docs"


class Command(BaseCommand):
    help = "Writes docs/way-of-a-plan.svg and .bpmn, and those of every register's procedure, from the code."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--folder", type=Path, default=DOCS, help="where to write them")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        (folder / "procedures").mkdir(parents=True, exist_ok=True)
        every = {"way-of-a-plan": WAY_OF_A_PLAN} | {f"procedures/{key}": one for key, one in drawn_procedures().items()}
        for name, drawn in every.items():
            for suffix, text in (("svg", flow_svg(drawn)), ("bpmn", flow_bpmn(drawn))):
                file = folder / f"{name}.{suffix}"
                file.write_text(text, encoding="utf-8")
                self.stdout.write(f"Wrote {file}")
