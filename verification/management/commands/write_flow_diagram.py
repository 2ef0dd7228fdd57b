"""Write the picture and the BPMN of the flow into the documents: `manage.py write_flow_diagram`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from verification.diagram import flow_bpmn, flow_svg

DOCS = Path(__file__).resolve().parents[3] / "docs"


class Command(BaseCommand):
    help = "Writes docs/way-of-a-plan.svg and docs/way-of-a-plan.bpmn from the flow as it is coded."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--folder", type=Path, default=DOCS, help="where to write them")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        for name, text in (("way-of-a-plan.svg", flow_svg()), ("way-of-a-plan.bpmn", flow_bpmn())):
            (folder / name).write_text(text, encoding="utf-8")
            self.stdout.write(f"Wrote {folder / name}")
