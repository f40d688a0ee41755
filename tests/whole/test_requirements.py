"""The lists of versions fit what pyproject.toml asks for, on every Python that it admits."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
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


def test_the_list_is_whole_so_that_nothing_else_is_looked_up() -> None:
    locked = _pins(TREE / "requirements.txt", platform.python_version())
    for installed in distributions():
        if locked.get(canonicalize_name(installed.name)) == installed.version:
            needed = map(Requirement, installed.requires or ())
            held = [one for one in needed if one.marker is None or one.marker.evaluate({"extra": ""})]
            for one in held:
                version = locked.get(canonicalize_name(one.name))
                assert version is not None, f"{installed.name} needs {one}; run .ci/lock"
                assert one.specifier.contains(version, prereleases=True), f"{installed.name} needs {one}; run .ci/lock"


def test_a_list_is_installed_without_a_look_at_what_else_there_is() -> None:
    texts = [TREE / "README.md", TREE / ".ci/run", *(TREE / "docs").glob("[a-z]*/*.md")]
    lines = [line for path in texts for line in path.read_text(encoding="utf-8").splitlines()]
    installing = [line for line in lines if "install" in line and (".txt" in line and " -r " in line)]
    assert len(installing) >= len(LISTS)
    assert all("--no-deps -r" in line for line in installing)


ADVISORIES = yaml.safe_load((TREE / ".ci" / "advisories.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", LISTS)
def test_no_version_is_known_to_be_unsafe(path: str) -> None:
    for python in PYTHONS:
        versions = _pins(TREE / path, python)
        for one in ADVISORIES:
            version = versions.get(one["package"])
            unsafe = version is not None and SpecifierSet(one["affected"]).contains(version, prereleases=True)
            assert not unsafe, f"{one['package']} {version} has {one['id']}: {one['allows']}"


def test_each_advisory_is_of_something_that_is_installed_and_stands_once_in_order() -> None:
    every = {name for path in LISTS for name in _pins(TREE / path, PYTHONS[-1])}
    assert {one["package"] for one in ADVISORIES} <= every
    names = [(one["package"], one["id"]) for one in ADVISORIES]
    assert len(set(names)) == len(names)
    assert [name for name, _ in names] == sorted(name for name, _ in names)


def test_the_bill_of_materials_lists_what_the_library_asks_for_with_hashes() -> None:
    made = subprocess.run([sys.executable, TREE / ".ci" / "sbom"], capture_output=True, check=True)  # noqa: S603 -- our own
    bill = json.loads(made.stdout)
    assert (bill["bomFormat"], bill["metadata"]["component"]["name"]) == ("CycloneDX", "negotiation-proposals")
    parts = {one["name"]: one for one in bill["components"]}
    assert {canonicalize_name(Requirement(line).name) for line in SETTINGS["project"]["dependencies"]} <= set(parts)
    locked = _pins(TREE / "requirements.txt", platform.python_version())
    for name, part in parts.items():
        if locked.get(name) == part["version"]:
            assert part["externalReferences"][0]["hashes"]
