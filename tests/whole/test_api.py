"""The public API: no name missing, doubled or undocumented, and the same for a type checker as for Python."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, get_args, get_type_hints

import attrs
import pytest

import proposals
from proposals import corpus, kinds, language
from proposals.comparison.rules import RULES
from proposals.fields.declare import fields_of
from proposals.fields.values import Domain, Words
from proposals.notebook import Displayed
from proposals.validation import Validated

FRONT = Path(proposals.__file__)
LATE = (proposals, corpus, language)
"""The packages whose names are imported when they are first used."""


def _typed(package: ModuleType) -> dict[str, str]:
    """The names that a type checker sees, each with its module."""
    tree = ast.parse(Path(str(package.__file__)).read_text(encoding="utf-8"))
    guard = next(node for node in tree.body if isinstance(node, ast.If))
    assert ast.unparse(guard.test) == "TYPE_CHECKING"
    return {
        alias.asname or alias.name: str(node.module)
        for node in guard.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


@pytest.mark.parametrize("package", LATE)
def test_a_type_checker_sees_the_names_that_python_does(package: ModuleType) -> None:
    typed = _typed(package)
    homes = package._HOMES  # noqa: SLF001 -- the table behind the names
    assert typed == {name: f"proposals.{module}" for module, names in homes.items() for name in names.split()}
    assert {*typed} == {*package.__all__} - {"PACKAGES"}


@pytest.mark.parametrize("package", LATE)
def test_no_name_is_doubled_or_hides_a_module(package: ModuleType) -> None:
    assert len(set(package.__all__)) == len(package.__all__)
    file = Path(str(package.__file__))
    modules = {path.stem for path in file.parent.iterdir()}
    assert modules.isdisjoint(package.__all__)
    assert set(dir(package)) - {"__version__"} == {*package.__all__}
    tree = ast.parse(file.read_text(encoding="utf-8"))
    named = ((ast.unparse(node.targets[0]), node.value) for node in tree.body if isinstance(node, ast.Assign))
    (written,) = (value for name, value in named if name == "__all__")
    assert ast.literal_eval(written) == package.__all__


@pytest.mark.parametrize("name", [name for name in proposals.__all__ if name != "PACKAGES"])
def test_every_name_is_there_and_says_what_it_is(name: str) -> None:
    held = getattr(proposals, name)
    home = import_module(_typed(proposals)[name])
    assert held is getattr(home, name)
    if callable(held):
        assert held.__module__ == home.__name__
        assert held.__doc__
        assert not held.__doc__.startswith(f"{name}(")
    else:
        assert isinstance(held, Domain) or name in {"KINDS", "RULES"}
        assert held


@pytest.mark.parametrize("name", proposals.__all__)
def test_whatever_is_public_is_frozen(name: str) -> None:
    held = getattr(proposals, name)
    if inspect.isclass(held) and attrs.has(held):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            held.__new__(held).id = "x"


def test_tables_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        proposals.KINDS["mine"] = proposals.Term  # type: ignore[index]
    assert isinstance(RULES, tuple)


@pytest.mark.parametrize("package", LATE)
def test_an_unknown_name_is_told(package: ModuleType) -> None:
    with pytest.raises(AttributeError, match=f"module '{package.__name__}' has no attribute 'Qqqq'"):
        _ = package.Qqqq


def test_the_package_is_typed() -> None:
    assert (FRONT.parent / "py.typed").read_bytes() == b""


PUBLIC = {
    held
    for module in (proposals, *(import_module(f"proposals.{name}") for name in proposals.PACKAGES))
    for held in (getattr(module, name) for name in module.__all__)
    if inspect.isclass(held) or inspect.isfunction(held)
}
BASES = {Displayed, Validated}
"""What values have in common inside, and nobody makes or asks for."""


@pytest.mark.parametrize("package", proposals.PACKAGES)
def test_every_name_of_a_public_package_is_there_and_says_what_it_is(package: str) -> None:
    module = import_module(f"proposals.{package}")
    assert module.__doc__
    assert len(set(module.__all__)) == len(module.__all__)
    for name in module.__all__:
        held = getattr(module, name)
        assert not callable(held) or held.__doc__


def test_every_kind_can_be_imported_by_its_name() -> None:
    assert {held for held in vars(kinds).values() if inspect.isclass(held) and issubclass(held, proposals.Term)} == set(
        proposals.KINDS.values()
    )
    for shape in proposals.KINDS.values():
        words = (field.domain.words for field in fields_of(shape) if isinstance(field.domain, Words))
        assert {held.__name__ for held in words if held.__module__.startswith("proposals.terms.")} <= set(kinds.__all__)


def test_what_a_public_signature_mentions_is_public() -> None:
    lacking = {(held.__name__, one.__name__) for held in PUBLIC for one in _mentioned(held) - PUBLIC - BASES}
    assert lacking == set()


def _mentioned(held: Any) -> set[type[Any]]:
    """The classes of the library that the signature of a function, or the fields and methods of a class, name."""
    functions = [held]
    if inspect.isclass(held):
        own = (getattr(one, "__func__", one) for name, one in vars(held).items() if not name.startswith("_"))
        inner = (getattr(one, "fget", None) or getattr(one, "func", None) or one for one in own)
        functions = [one for one in inner if inspect.isfunction(one)]
        functions += [held] if attrs.has(held) else []
    named = (hint for one in functions for name, hint in get_type_hints(one).items() if not name.startswith("_"))
    return {
        one
        for hint in named
        for one in _parts(hint)
        if inspect.isclass(one) and one.__module__.startswith("proposals.") and not one.__name__.startswith("_")
    }


def _parts(hint: Any) -> Iterator[Any]:
    """The types that a type is made of."""
    yield hint
    for one in hint if isinstance(hint, list) else get_args(hint):
        yield from _parts(one)


def test_a_missing_required_field_is_seen_by_python_and_a_word_of_another_name_as_well() -> None:
    with pytest.raises(TypeError, match="missing 1 required keyword-only argument: 'of'"):
        kinds.ForceLimit()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'persons'"):
        kinds.ForceLimit(of=("UA",), persons=3)  # type: ignore[call-arg]
