"""No regular expression of the library takes more than in proportion to the text, however that is written.

What is measured is steps, not time: on a text twice as long at most 2.5 times as many.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest

import proposals
from proposals.drafting.cues import read_cues
from proposals.drafting.patterns import Cue
from steps import Matcher, growth

DRAFTING = Path(__file__).parents[2] / "data" / "language" / "en" / "drafting"

MOST = 2.5
PATTERNS = {
    f"{name.removeprefix('proposals.')}.{key}": (held, module)
    for name, module in sorted(sys.modules.items())
    if name.startswith("proposals.")
    for key, held in vars(module).items()
    if isinstance(held, re.Pattern)
}
INLINE = sorted(
    (call.args[0].value, call.func.attr)
    for path in Path(proposals.__file__).parent.rglob("*.py")
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.args
    if ast.unparse(call.func.value) == "re" and isinstance(call.args[0], ast.Constant) and call.func.attr != "compile"
)
"""Patterns that are written where they are used, each with what is asked of it."""


def cues_in(held: Any) -> Iterator[Cue]:
    """The cues of the drafter, wherever they stand."""
    if isinstance(held, Cue):
        yield held
    elif attrs.has(type(held)):
        yield from (cue for field in attrs.fields(type(held)) for cue in cues_in(getattr(held, field.name)))
    elif isinstance(held, Mapping):
        yield from (cue for one in held.values() for cue in cues_in(one))
    elif isinstance(held, tuple):
        yield from (cue for one in held for cue in cues_in(one))


CUES = {re.sub(r"[^\W\d_]+", "a", cue.pattern.pattern): cue.pattern for cue in cues_in(read_cues(DRAFTING))}
"""The cues by their form, with one letter for each word: those of one form grow alike."""
SEARCHING = r"\b{}\.(?:search|sub|subn|split|findall|finditer)\("


@pytest.mark.parametrize("name", PATTERNS)
def test_a_text_twice_as_long_takes_about_twice_the_steps(name: str) -> None:
    pattern, module = PATTERNS[name]
    searching = re.search(SEARCHING.format(name.rpartition(".")[2]), inspect.getsource(module)) is not None
    assert growth(pattern, searching=searching) <= MOST


@pytest.mark.parametrize(("pattern", "asked"), dict.fromkeys(INLINE))
def test_so_does_one_that_is_written_where_it_is_used(pattern: str, asked: str) -> None:
    assert growth(re.compile(pattern), searching=asked not in {"match", "fullmatch"}) <= MOST


@pytest.mark.bulk
def test_so_do_the_cues_of_the_drafter() -> None:
    assert len(CUES) > 100
    assert [text for text, cue in CUES.items() if growth(cue, searching=True, size=15) > MOST] == []


@pytest.mark.parametrize(
    ("pattern", "searching", "slow"),
    [("(a+)+$", False, True), ("a*a*$", False, True), (r"\s+$", True, True), (r"(?<!\s)\s+$", True, False)],
)
def test_the_measure_finds_what_is_slow(pattern: str, *, searching: bool, slow: bool) -> None:
    assert (growth(re.compile(pattern), searching=searching) > MOST) is slow


TEXTS = ("texts.lines._EMPHASIS", "12a.", "1) First; then", "“Donetsk” (UA-14)", "100bn per year", "[A: x | B: y]")


@pytest.mark.parametrize("name", PATTERNS)
def test_the_matcher_of_the_measure_is_right(name: str) -> None:
    pattern, _ = PATTERNS[name]
    for text in TEXTS:
        if isinstance(pattern.pattern, str):
            assert Matcher(pattern, text).matches() is (pattern.match(text) is not None)
            assert Matcher(pattern, text).searches() is (pattern.search(text) is not None)
