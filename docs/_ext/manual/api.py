"""The reference of the library: every public name, those of the front under the modules that they live in."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import Any

import proposals
from manual.markdown import docstring
from proposals.words import Word


def reference() -> str:
    """Every name of the front door, by module, for autodoc to fill in."""
    homes: dict[str, list[str]] = {}
    for name in proposals.__all__:
        homes.setdefault(_home(name), []).append(name)
    front = [_module(home, [f"proposals.{name}" for name in names]) for home, names in homes.items()]
    return "\n".join((*front, *map(_package, proposals.PACKAGES)))


def _package(name: str) -> str:
    """What a public package has besides the names of the front; other members of the packages are not public."""
    held = import_module(f"proposals.{name}")
    front = {id(getattr(proposals, one)) for one in proposals.__all__}
    own = [f"proposals.{name}.{one}" for one in held.__all__ if id(getattr(held, one)) not in front]
    return _module(f"proposals.{name}", own)


def _home(name: str) -> str:
    """The module that a name of the front lives in; the front itself for the names of its packages."""
    homes = proposals._HOMES.items()  # noqa: SLF001 -- the one list there is
    return next((f"proposals.{module}" for module, names in homes if name in names.split()), "proposals")


def _module(home: str, names: list[str]) -> str:
    summary = (import_module(home).__doc__ or "").split("\n\n", 1)[0]
    blocks = "\n\n".join(_block(name) for name in names)
    return f"## `{home}`\n\n{docstring(summary)}\n\n```{{eval-rst}}\n{blocks}\n```\n"


def _block(path: str) -> str:
    module, _, name = path.rpartition(".")
    held: Any = getattr(import_module(module), name)
    if inspect.isclass(held):
        words = issubclass(held, Word)
        return f".. autoclass:: {path}\n" + ("" if words else "   :members:\n")
    return f".. auto{'function' if inspect.isroutine(held) else 'data'}:: {path}\n"
