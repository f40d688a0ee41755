"""The front door: no name missing, doubled or undocumented, and the same for a type checker as for Python."""

from __future__ import annotations

import ast
import inspect
from importlib import import_module
from pathlib import Path

import attrs
import pytest

import proposals
from proposals.comparison.rules import RULES
from proposals.fields.values import Domain

FRONT = Path(proposals.__file__)


def _typed() -> dict[str, str]:
    """The names that a type checker sees, each with its module."""
    guard = next(node for node in ast.parse(FRONT.read_text(encoding="utf-8")).body if isinstance(node, ast.If))
    assert ast.unparse(guard.test) == "TYPE_CHECKING"
    return {
        alias.asname or alias.name: str(node.module)
        for node in guard.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def test_a_type_checker_sees_the_names_that_python_does() -> None:
    homes = proposals._HOMES  # noqa: SLF001 -- the table behind the front door
    assert _typed() == {name: f"proposals.{module}" for module, names in homes.items() for name in names}
    assert sorted(_typed()) == proposals.__all__


def test_no_name_is_doubled_or_hides_a_module() -> None:
    assert len(set(proposals.__all__)) == len(proposals.__all__)
    modules = {path.stem for path in FRONT.parent.iterdir()}
    assert modules.isdisjoint(proposals.__all__)
    assert dir(proposals) == sorted([*proposals.__all__, "__version__"])


@pytest.mark.parametrize("name", proposals.__all__)
def test_every_name_is_there_and_says_what_it_is(name: str) -> None:
    held = getattr(proposals, name)
    home = import_module(_typed()[name])
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


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(AttributeError, match="module 'proposals' has no attribute 'Qqqq'"):
        _ = proposals.Qqqq


def test_the_package_is_typed() -> None:
    assert (FRONT.parent / "py.typed").read_bytes() == b""
