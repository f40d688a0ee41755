"""No word of the data files where a person reads: in what pages compute, and on the pages made from the data."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from manual.blocks import answer, computed
from manual.pages import made_pages

import proposals
from proposals.fields.declare import fields_of
from walking import blocks

MANUAL = Path(__file__).parents[2] / "docs"
MADE = {"{answer}": answer, "{computed}": computed}
COMPUTED = [
    pytest.param(made, source, id=f"{path.relative_to(MANUAL).as_posix()}-{number}")
    for path in sorted(MANUAL.rglob("*.md"))
    if not {"_build", "positions", "topics"} & {*path.relative_to(MANUAL).parts}
    for number, (kind, source) in enumerate(blocks(path))
    if (made := MADE.get(kind))
]
PAGES = made_pages()

SHAPES = proposals.KINDS.values()
KEYS = {field.key for shape in SHAPES for field in fields_of(shape)}
CODES = {code for code in (*proposals.KINDS, *proposals.ids(), *KEYS) if "-" in code} | {"struck", "unreported"}
CODES -= {"case-by-case", "free-trade", "long-term", "pull-back", "self-government", "short-term"}
"""Words of the data files that nobody would write so in a sentence."""

CODED = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(CODES, key=len, reverse=True))})(?![\w-])|\b\d{{4}}-\d\d\b")
HIDDEN = re.compile(
    r"\]\([^)]*\)|<[^<>]*>`|^\([\w-]+\)=$|`[^`\n]*`|^- In the file: .*|In the codebook: .*|^```\{.*", re.MULTILINE
)
"""Targets of links and anchors, what is marked as code, and how a term is coded, which is folded away."""


def coded(text: str) -> list[str]:
    """The words of the data files that a reader of the text meets."""
    return CODED.findall(HIDDEN.sub("", text))


def test_a_code_is_found_and_a_target_is_not() -> None:
    assert coded("It is struck by e3-counter on 2025-11-23.") == ["struck", "e3-counter", "2025-11"]
    assert coded("[the plan](#document-us-28-point), `void-if`, {term}`deleted <struck>`") == []


@pytest.mark.parametrize(("made", "source"), COMPUTED)
def test_what_a_page_computes_has_no_code(made: Callable[[str], str], source: str) -> None:
    printed = made(source).partition("<details><summary>How it was computed")[0]
    assert coded(printed) == []


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in PAGES.items() if name.endswith(".md")])
def test_a_page_made_from_the_data_has_no_code(text: str) -> None:
    assert coded(text.partition("```{toctree}")[0]) == []
