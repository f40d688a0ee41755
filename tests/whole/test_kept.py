"""What earlier versions wrote is read today: their documents, pickles and JSON, as tests/kept/keep.py kept them."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator, Mapping
from contextlib import chdir
from pathlib import Path
from typing import Any

import attrs
import pytest
from keep import keep
from surface import surface

import proposals

HERE = Path(__file__).parents[1] / "kept"
VERSION = proposals.__version__.split(".")
EVERY = sorted(path for path in HERE.glob("[0-9]*"))
BOUND = [path for path in EVERY if path.name.split(".")[:2] == VERSION[:2]]
"""Those of the same minor version before 1.0, from which nothing public may go."""
_WORDS = {"direction", "kind", "relation", "rule", "schema_version", "stance"}
"""The members of JSON whose values a program asks for; other values are corrected with the verdicts and the wording."""


@pytest.fixture(scope="module", autouse=True)
def _kept_anew(request: pytest.FixtureRequest) -> None:
    """With ``--update-golden``, as long as a version is not released, what is kept of it follows the code."""
    if request.config.getoption("--update-golden"):
        keep(HERE / proposals.__version__)


@pytest.mark.parametrize("folder", BOUND, ids=lambda folder: folder.name)
def test_nothing_public_is_lost_within_a_minor_version(folder: Path) -> None:
    """What goes is deprecated first, and goes with a minor version; while that is not released, keep it anew."""
    gone = {*(folder / "api.txt").read_text(encoding="utf-8").splitlines()} - {*surface()}
    assert sorted(gone) == []


@pytest.mark.parametrize("folder", BOUND, ids=lambda folder: folder.name)
def test_a_kept_pickle_holds_the_documents_that_are_read_today_and_every_field_of_today(folder: Path) -> None:
    kept = pickle.loads((folder / "comparison.pickle").read_bytes())
    with chdir(folder):
        assert (kept.left, kept.right) == (proposals.load("left.yaml"), proposals.load("right.yaml"))
    shapes = {type(value) for value in _values(kept)}
    assert {proposals.Finding, proposals.Difference, proposals.Line, proposals.World} <= shapes
    assert proposals.to_text(kept)
    assert hash(kept) == hash(pickle.loads(pickle.dumps(kept)))


def _values(held: Any) -> Iterator[Any]:
    """Every value of a class of attrs that a value is made of, whose fields are all there."""
    if attrs.has(type(held)):
        yield held
        inner = [getattr(held, field.name) for field in attrs.fields(type(held))]
    else:
        inner = [*held.values()] if isinstance(held, Mapping) else held if isinstance(held, tuple) else ()
    for one in inner:
        yield from _values(one)


@pytest.mark.parametrize("folder", BOUND, ids=lambda folder: folder.name)
def test_a_kept_error_is_the_one_of_today(folder: Path) -> None:
    kept = pickle.loads((folder / "error.pickle").read_bytes())
    with chdir(folder), pytest.raises(proposals.InvalidProposalError) as raised:
        proposals.load("wrong.yaml")
    told = [(problem.code, problem.location) for problem in raised.value.problems]
    assert [(problem.code, problem.location) for problem in kept.problems] == told


@pytest.mark.parametrize("folder", EVERY, ids=lambda folder: folder.name)
def test_json_has_every_member_that_it_had_under_the_same_schema_version(folder: Path) -> None:
    kept = json.loads((folder / "comparison.json").read_text(encoding="utf-8"))
    with chdir(folder):
        left, right = proposals.load("left.yaml"), proposals.load("right.yaml")
    today = json.loads(proposals.to_json(proposals.compare(left, right)))
    assert kept["schema_version"] < today["schema_version"] or {*_members(kept)} <= {*_members(today)}


def _members(held: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Each member by its path, with the type of its value or, of words that programs ask for, the value."""
    if isinstance(held, dict):
        for name, value in held.items():
            yield from _members(value, f"{path}.{name}")
    elif isinstance(held, list):
        for value in held:
            yield from _members(value, f"{path}[]")
    else:
        yield path, str(held) if path.rpartition(".")[2] in _WORDS else type(held).__name__
