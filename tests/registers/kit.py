"""How a register is told to the proofs: its services, its pages, and what must stand in a world for them."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import tests.registers

Given = dict[str, Any]
Things = dict[str, Any]


def _nothing(*_: Any) -> Given:
    return {}


@dataclass(frozen=True, kw_only=True)
class Service:
    """One service, by its name, for the state machine and for the n-th query.

    Args:
        by: the username, in the world of the proofs, of somebody who may.
        given: from `tests.proof.arguments.Arguments`, what it takes beside `by`: what the database holds, sensible
            or, as the arguments' folly wills, foolish.
        ready: makes the world ready for one sure call and gives what must not be left to chance.
    """

    by: str
    given: Callable[[Any], Given]
    ready: Callable[[Any], Given] = _nothing


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page, by the name of its address, for the permission table.

    Args:
        kind: what the address names, as the table's rows of a star say it; "none" where it names nothing of anybody.
        named: from the things of a caseload, what the address names.
        typed: from the permission world and a plan, what is typed beyond the form as it opens.
        ready: from the permission world and its things, inside a block that is undone, the things as the page's act
            needs them.
    """

    kind: str = "none"
    named: Callable[[Things], Given] = _nothing
    typed: Callable[[Any, Any], Given] = _nothing
    ready: Callable[[Any, Things], Things] | None = None


@dataclass(frozen=True, kw_only=True)
class Register:
    """What a module of this folder calls REGISTER.

    Args:
        services: by name.
        pages: by the name of the address.
        furnish: for the permission table, called once for each caseload (ours, another provider's, another council's,
            a restricted person's) with its people and its things; gives further things by name.
        populate: for the state machine, called once with the world of the proofs when it is made.
        days_pass: for the state machine, called with that world whenever days have passed: what the law ends by time
            alone, and the council must record.
    """

    services: dict[str, Service] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    furnish: Callable[[Any, Things], Things] = _nothing
    populate: Callable[[Any], Any] = _nothing
    days_pass: Callable[[Any], Any] = _nothing


@cache
def registers() -> tuple[Register, ...]:
    """Every register told in this folder."""
    modules = (importlib.import_module(f"tests.registers.{info.name}") for info in _found())
    return tuple(module.REGISTER for module in modules if hasattr(module, "REGISTER"))


@cache
def services() -> dict[str, Service]:
    """Every told service by its name."""
    return {name: service for register in registers() for name, service in register.services.items()}


@cache
def pages() -> dict[str, Page]:
    """Every told page by the name of its address."""
    return {name: page for register in registers() for name, page in register.pages.items()}


def _found() -> list[pkgutil.ModuleInfo]:
    return sorted(pkgutil.iter_modules(tests.registers.__path__), key=lambda info: info.name)
