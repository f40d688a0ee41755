"""The public API as lines of text: names, parameters, fields, methods and words, on each of which code may rest.

Code that loses none of them can run on. Something new adds lines, and one more thing that must be given alters one.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import attrs

import proposals
from proposals.words import Word


def surface() -> list[str]:
    """Every line, in alphabetical order."""
    homes = ["proposals", *(f"proposals.{package}" for package in proposals.PACKAGES)]
    names = [(home, name) for home in homes for name in import_module(home).__all__]
    lines = {f"{home} has {name}" for home, name in names}
    found: dict[int, tuple[str, Any]] = {}
    for home, name in names:
        held = getattr(import_module(home), name)
        found.setdefault(id(held), (f"{home}.{name}", held))
    shapes = {held: name for name, held in found.values() if inspect.isclass(held)}
    for shape, name in shapes.items():
        lines |= {f"{name} is a {shapes[base]}" for base in shape.__mro__[1:] if base in shapes}
        lines.update(_of_class(name, shape, public={*shapes} - {shape}))
    for name, held in found.values():
        if inspect.isfunction(held):
            lines.update(_of_function(name, held))
    return sorted(lines)


def _of_class(name: str, shape: type[Any], public: set[type[Any]]) -> Iterator[str]:
    """What a class has, of its own or from those above it that are not public themselves."""
    if issubclass(shape, Word):
        yield from (f"{name}.{word.name} = {str(word)!r}" for word in shape)
    if attrs.has(shape):
        above = [attrs.fields_dict(base) for base in shape.__mro__ if base in public and attrs.has(base)]
        known = {name for fields in above for name in fields}
        own = [field for field in attrs.fields(shape) if not field.inherited or field.name not in known]
        yield from (f"{name}.{field.name}: {field.type}" for field in own if not field.name.startswith("_"))
        needed = [field.name for field in attrs.fields(shape) if field.init and field.default is attrs.NOTHING]
        yield f"{name}: must be given: {', '.join(needed)}"
    ours = [base for base in shape.__mro__ if base.__module__.startswith("proposals") and base not in public]
    for member, held in (found for base in reversed(ours) for found in vars(base).items()):
        inner = getattr(held, "__func__", held)
        if not member.startswith("_") and inspect.isfunction(inner):
            yield from _of_function(f"{name}.{member}", inner)
        elif not member.startswith("_") and hasattr(type(inner), "__get__") and not inspect.ismemberdescriptor(inner):
            yield f"{name}.{member}: {_returned(getattr(inner, 'fget', None) or getattr(inner, 'func', None))}"


def _of_function(name: str, function: Any) -> Iterator[str]:
    signature = inspect.signature(function)
    given = {one: held for one, held in signature.parameters.items() if one not in {"self", "cls"}}
    for at, (parameter, held) in enumerate(given.items(), 1):
        place = "by keyword" if held.kind is held.KEYWORD_ONLY else f"parameter {at}"
        yield f"{name}: {place}: {parameter}"
    needed = [one for one, held in given.items() if held.default is held.empty]
    yield f"{name}: must be given: {', '.join(needed)}"
    yield f"{name}: returns {_returned(function)}"


def _returned(function: Any) -> str:
    return str(getattr(function, "__annotations__", {}).get("return", ""))
