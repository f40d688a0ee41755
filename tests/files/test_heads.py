"""Heads are read without terms, and say what the whole document says."""

from __future__ import annotations

from pathlib import Path

import pytest

import proposals
from proposals.documents.heads import Head
from proposals.errors import InvalidProposalError
from proposals.files.proposals import read_head
from proposals.library.bundled import bundled

WORLD = bundled().bundled.world

OPEN = """
id: open
title: A plan with an open point
date: 2026-01-15
terms:
- security-guarantee: UA
  options:
  - {held-by: US, until: 2030}
  - {held-by: UA}
- amnesty: UA
  stance: Leaves-Out
"""


@pytest.mark.parametrize("name", bundled().bundled.paths)
def test_the_head_of_a_bundled_document_is_that_of_the_whole(name: str) -> None:
    assert read_head(bundled().bundled.paths[name], WORLD) == Head.of(proposals.load(name))


def _written(folder: Path, text: str) -> Path:
    path = folder / "open.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_option_is_a_term_and_what_is_left_out_is_none(tmp_path: Path) -> None:
    path = _written(tmp_path, OPEN)
    assert read_head(path, WORLD) == Head.of(proposals.load(path))
    assert read_head(path, WORLD).terms_known == 2


@pytest.mark.parametrize("terms", ["", "terms:", "terms: 5", "terms: []"])
def test_a_document_without_terms_has_none(tmp_path: Path, terms: str) -> None:
    path = _written(tmp_path, f"{OPEN.partition('terms:')[0]}{terms}\n")
    assert read_head(path, WORLD).terms_known == 0


@pytest.mark.parametrize(
    ("text", "code"), [("- 5", "not-a-proposal"), (OPEN.replace("2026-01-15", "soon"), "bad-date")]
)
def test_what_is_wrong_with_a_head_is_raised(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(InvalidProposalError) as raised:
        read_head(_written(tmp_path, text), WORLD)
    assert [problem.code for problem in raised.value.problems] == [code]
