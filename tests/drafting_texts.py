"""Drafts of texts made for tests, with the names of the bundled collection."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from proposals.drafting.drafter import Drafter
from proposals.drafting.drafts import Draft, plain_of
from proposals.drafting.english import drafter
from proposals.library.bundled import bundled
from proposals.texts.lines import plain
from proposals.texts.points import split
from proposals.texts.raw import RawText

SIDES = ("RU", "UA")


@cache
def english(*sides: str) -> Drafter:
    return drafter(bundled(), sides)


def drafted(text: str, *sides: str) -> Draft:
    return english(*sides).draft(split(RawText.of("plan.txt", plain(text))))


def terms(text: str, *sides: str) -> list[tuple[str, Mapping[str, Any]]]:
    """Each term of a draft: its kind, and its fields as a file writes them."""
    return [(one.term.kind, plain_of(one.values)) for one in drafted(text, *sides).terms]
