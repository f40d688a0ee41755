"""A lesson links each word of the glossary that it uses, at least once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from manual import glossary
from manual.statements import EVERYDAY

LESSONS = sorted((Path(__file__).parents[2] / "docs" / "lessons").glob("*.md"))
ROLE = re.compile(r"\{term\}`(?:[^`<]*<)?([^`<>]+)>?`")
ASIDE = re.compile(r"^(`{3,}).*?^\1$|`[^`]*`|\]\([^)]*\)|^#[^\n]*$", re.MULTILINE | re.DOTALL)


def used(text: str) -> set[str]:
    """The words of the glossary in a text apart from code, addresses and headings, also in the plural."""
    prose = ASIDE.sub(" ", ROLE.sub(" ", text))
    words = [one.word for one in glossary.definitions() if one.word not in EVERYDAY]
    known = {form: word for word in words for form in (word, word[0].upper() + word[1:])}
    longest = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    return {known[found] for found in re.findall(rf"(?<![\w-])({longest})s?(?![\w-])", prose)}


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_word_that_it_uses_is_linked(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    linked = {word.casefold() for word in ROLE.findall(text)}
    assert {word for word in used(text) if word.casefold() not in linked} == set()
    assert linked or path.stem == "index"


def test_a_word_is_found_in_the_plural_and_not_in_code() -> None:
    assert used("Two ceasefires, `amnesty`, [x](leak.md)\n# Snapback\nA pause and leaks.\n") == {
        "ceasefire",
        "leak",
    }
