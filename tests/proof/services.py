"""Every public service of the house, found by walking the modules."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from types import ModuleType
from typing import Any

import casework
import delegation
import returns
import verification

Service = Callable[..., Any]
# The register's own two acts are what services write with; they are tried through them.
REGISTER = "delegation.register"


def modules_of(package: ModuleType) -> list[ModuleType]:
    """Every module of an app, but its migrations and its commands."""
    found = []
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if ".migrations" not in info.name and ".management" not in info.name:
            found.append(importlib.import_module(info.name))
    return found


def acts() -> dict[str, Service]:
    """Every function that carries `@act`, by its name, but those of the register itself."""
    found: dict[str, Service] = {}
    for package in (delegation, casework, verification, returns):
        for module in modules_of(package):
            for name, function in inspect.getmembers(module, inspect.isfunction):
                own = function.__module__ == module.__name__
                if own and getattr(function, "is_act", False) and module.__name__ != REGISTER:
                    assert name not in found, f"two services are called {name}"
                    found[name] = function
    return found


def functions_of_service_modules() -> dict[str, Service]:
    """Every public function of a module called services, or in a folder of that name."""
    found: dict[str, Service] = {}
    for package in (delegation, casework, verification, returns):
        for module in modules_of(package):
            if "services" not in module.__name__.split(".")[1:2]:
                continue
            for name, function in inspect.getmembers(module, inspect.isfunction):
                if function.__module__ == module.__name__ and not name.startswith("_"):
                    found[f"{module.__name__}.{name}"] = function
    return found
