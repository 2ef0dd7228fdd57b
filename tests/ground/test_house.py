"""What lies in the repository: locks, licences, no address of a package index."""

import re
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]


def pinned(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9._-]+(?:\[[a-z,]+\])?)==(\S+)", (HOUSE / lock).read_text(), re.MULTILINE))


def test_every_package_is_locked_with_its_hash_and_no_address() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock"):
        text = (HOUSE / lock).read_text()
        assert "://" not in text
        entries = re.split(r"\n(?=[a-z0-9])", text.strip())
        assert all("--hash=sha256:" in entry for entry in entries)


def test_the_tests_run_with_the_very_packages_of_the_service() -> None:
    service, tests = pinned("requirements.lock"), pinned("requirements-dev.lock")
    assert service
    assert {name: tests.get(name) for name in service} == service


def test_licence_is_the_affero_one() -> None:
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in (HOUSE / "LICENSE").read_text()
