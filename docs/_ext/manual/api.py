"""The reference of the library: every public name under the module that it lives in."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import Any

import proposals
from manual.markdown import docstring
from proposals.vocabulary import Word


def reference() -> str:
    """Every name of the front door, by module, for autodoc to fill in."""
    homes: dict[str, list[str]] = {}
    for name in proposals.__all__:
        homes.setdefault(_home(name), []).append(name)
    return "\n".join(_module(home, names) for home, names in homes.items())


def _home(name: str) -> str:
    """The module that a name lives in; of a value that does not know it, the one that the front door takes it from."""
    held = getattr(proposals, name)
    home = getattr(held, "__module__", None) if inspect.isclass(held) or inspect.isroutine(held) else None
    return home or next(
        module
        for module in sorted(f"proposals.{path}" for path in proposals._HOMES)  # noqa: SLF001 -- the one list there is
        if name in vars(import_module(module))
    )


def _module(home: str, names: list[str]) -> str:
    summary = (import_module(home).__doc__ or "").split("\n\n", 1)[0]
    blocks = "\n\n".join(_block(name) for name in names)
    return f"## `{home}`\n\n{docstring(summary)}\n\n```{{eval-rst}}\n{blocks}\n```\n"


def _block(name: str) -> str:
    held: Any = getattr(proposals, name)
    if inspect.isclass(held):
        words = issubclass(held, Word)
        return f".. autoclass:: proposals.{name}\n" + ("" if words else "   :members:\n")
    return f".. auto{'function' if inspect.isroutine(held) else 'data'}:: proposals.{name}\n"
