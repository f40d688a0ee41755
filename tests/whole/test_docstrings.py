"""What the docstrings of the public functions and methods say: every argument, what is returned, and what is raised."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import attrs
import pytest

import proposals


def _functions() -> Iterator[tuple[str, Any]]:
    """Those of the front and of the public packages, and the methods that their classes do not only take over."""
    homes = [proposals, *(import_module(f"proposals.{package}") for package in proposals.PACKAGES)]
    every = {id(held): (f"{home.__name__}.{name}", held) for home in homes for name, held in _public(home)}
    for name, held in every.values():
        if inspect.isfunction(held):
            yield name, held
        elif inspect.isclass(held):
            for member, one in vars(held).items():
                function = getattr(one, "__func__", one)
                inherited = any(member in vars(base) for base in held.__mro__[1:])
                if inspect.isfunction(function) and not member.startswith("_") and not inherited:
                    yield f"{name}.{member}", function


def _public(home: ModuleType) -> Iterator[tuple[str, Any]]:
    return ((name, getattr(home, name)) for name in home.__all__)


FUNCTIONS = dict(_functions())


def _section(function: Any, title: str) -> str:
    """What stands under a title of the docstring; empty without it."""
    found = re.search(rf"^{title}:\n((?:    .*\n?)+)", inspect.getdoc(function) or "", re.MULTILINE)
    return found[1] if found else ""


def _entries(section: str) -> list[str]:
    return re.findall(r"^    (\w+): \S", section, re.MULTILINE)


@pytest.mark.parametrize("name", [name for name in proposals.__all__ if inspect.isclass(getattr(proposals, name))])
def test_every_field_of_a_class_of_the_front_is_described(name: str) -> None:
    shape = getattr(proposals, name)
    said = " ".join(inspect.getdoc(one) or "" for one in shape.__mro__[:-1])
    fields = attrs.fields(shape) if attrs.has(shape) else ()
    own = [one.name for one in fields if one.init and not one.inherited and not one.name.startswith("_")]
    assert [one for one in own if f"``{one}``" not in said] == []


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_argument_is_described_in_order(name: str) -> None:
    parameters = [one for one in inspect.signature(FUNCTIONS[name]).parameters if one not in {"self", "cls"}]
    assert _entries(_section(FUNCTIONS[name], "Args")) == parameters


@pytest.mark.parametrize("name", FUNCTIONS)
def test_what_a_function_with_arguments_returns_is_described(name: str) -> None:
    """Without any, the first line says what is returned, as that of a property does."""
    given = _section(FUNCTIONS[name], "Args") and FUNCTIONS[name].__annotations__["return"] != "None"
    assert bool(_section(FUNCTIONS[name], "Returns")) == bool(given)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_what_is_raised_is_in_its_section(name: str) -> None:
    function = FUNCTIONS[name]
    body = ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function))))
    calls = {one.exc.func.id for one in body if isinstance(one, ast.Raise) and isinstance(one.exc, ast.Call)}
    listed = _entries(_section(function, "Raises"))
    assert {one for one in calls if one[0].isupper()} <= {*listed}
    assert {*listed} <= {*proposals.__all__, "KeyError", "TypeError"}
    assert "Raises :class:" not in inspect.getdoc(function)
