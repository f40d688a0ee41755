"""Names of a package that are imported when they are first used, so that nobody waits for what others need."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def late(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """What finds the names of a package, as its ``__getattr__``.

    No name may be that of a module of the package: once that is imported, it would stand in its place.

    Args:
        package: The name of the package.
        homes: The names, with blanks between, by the modules that they live in.

    Returns:
        A function that takes a name and gives what it stands for, or raises :class:`AttributeError`.
    """
    homes_by_name = {name: module for module, names in homes.items() for name in names.split()}

    def found(name: str) -> Any:
        if name not in homes_by_name:
            raise AttributeError(f"module '{package}' has no attribute '{name}'")
        return getattr(import_module(f"proposals.{homes_by_name[name]}"), name)

    return found
