"""The evidence pack, as the proofs call it."""

from pathlib import Path
from typing import Any

from delegation.evidence.writing import Written
from tests.registers.kit import Given, Page, Register, Service


def _recorded(arguments: Any) -> Given:
    return {
        "council": arguments.a_council(),
        "pack": "EP-TEST-0001",
        "people": "minimised",
        "written": Written(folder=Path("pack"), sha256="0" * 64, files=3, rows=7),
    }


REGISTER = Register(
    services={"record_evidence_pack": Service(by="auditor", given=_recorded)},
    pages={"delegation:make_evidence_pack": Page()},
)
