"""The lists of versions fit what pyproject.toml asks for, on every Python that it admits."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TREE = Path(__file__).parents[1]
LOCKED = TREE / "constraints.txt"
LOWEST = TREE / ".ci" / "lowest.txt"
PYTHONS = ("3.11.0", "3.11.9", "3.12.0", "3.13.5", "3.14.0")
SETTINGS = tomllib.loads((TREE / "pyproject.toml").read_text(encoding="utf-8"))
OWN = SETTINGS["project"]["name"]
OPTIONAL: dict[str, list[str]] = SETTINGS["project"]["optional-dependencies"]


def _asked(*left_out: str) -> Iterator[Requirement]:
    """What the library, its build and its extras ask for, without the extras named."""
    optional = [line for name, lines in OPTIONAL.items() if name not in left_out for line in lines]
    for line in (*SETTINGS["build-system"]["requires"], *SETTINGS["project"]["dependencies"], *optional):
        if (requirement := Requirement(line)).name != OWN:
            yield requirement


def _pins(path: Path, python: str) -> list[tuple[str, str]]:
    """The names and versions that hold on this Python."""
    where = {"python_full_version": python, "python_version": python.rpartition(".")[0]}
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    pins = [pin for pin in map(Requirement, lines) if pin.marker is None or pin.marker.evaluate(where)]
    assert all([one.operator for one in pin.specifier] == ["=="] for pin in pins)
    return [(canonicalize_name(pin.name), next(iter(pin.specifier)).version) for pin in pins]


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize(("path", "left_out"), [(LOCKED, ()), (LOWEST, ("bench",))], ids=["locked", "lowest"])
def test_each_version_is_pinned_once_and_is_one_that_is_asked_for(
    path: Path, left_out: tuple[str, ...], python: str
) -> None:
    pins = _pins(path, python)
    versions = dict(pins)
    assert len(versions) == len(pins)
    for requirement in _asked(*left_out):
        name = canonicalize_name(requirement.name)
        assert name in versions, f"{name} has no version in {path.name}; run .ci/lock"
        assert requirement.specifier.contains(versions[name]), f"{name} {versions[name]}; run .ci/lock"
