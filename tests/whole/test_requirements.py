"""The lists of versions fit what pyproject.toml asks for, on every Python that it admits."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TREE = Path(__file__).parents[2]
LISTS = {
    "requirements.txt": "dev",
    ".ci/lowest.txt": "dev",
    "tests/benchmarks/requirements.txt": "bench",
}
PYTHONS = ("3.11.0", "3.11.9", "3.12.0", "3.13.5", "3.14.0")
SETTINGS: dict[str, Any] = tomllib.loads((TREE / "pyproject.toml").read_text(encoding="utf-8"))


def _group(name: str) -> Iterator[str]:
    for line in SETTINGS["dependency-groups"][name]:
        if isinstance(line, str):
            yield line
        else:
            yield from _group(line["include-group"])


def _asked(group: str) -> Iterator[Requirement]:
    """What the library, its extras and a group of tools ask for."""
    project = SETTINGS["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    yield from map(Requirement, (*project["dependencies"], *extras, *_group(group)))


def _pins(path: Path, python: str) -> dict[str, str]:
    """The names and versions that hold on this Python, each with at least one hash."""
    where = {"python_full_version": python, "python_version": python.rpartition(".")[0]}
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert all("--hash=sha256:" in line for line in lines)
    pins = [Requirement(line.partition(" --hash")[0]) for line in lines]
    held = [pin for pin in pins if pin.marker is None or pin.marker.evaluate(where)]
    assert all([one.operator for one in pin.specifier] == ["=="] for pin in held)
    versions = {canonicalize_name(pin.name): next(iter(pin.specifier)).version for pin in held}
    assert len(versions) == len(held)
    return versions


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize(("path", "group"), LISTS.items(), ids=LISTS)
def test_each_version_is_pinned_once_and_is_one_that_is_asked_for(path: str, group: str, python: str) -> None:
    versions = _pins(TREE / path, python)
    for requirement in _asked(group):
        name = canonicalize_name(requirement.name)
        assert name in versions, f"{name} has no version in {path}; run .ci/lock"
        assert requirement.specifier.contains(versions[name]), f"{name} {versions[name]}; run .ci/lock"


def test_what_builds_the_library_is_locked_as_well() -> None:
    locked = _pins(TREE / "requirements.txt", PYTHONS[0])
    assert {canonicalize_name(Requirement(line).name) for line in SETTINGS["build-system"]["requires"]} <= set(locked)
