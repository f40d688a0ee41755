"""Drafts of texts made for tests, with the names of the bundled collection."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from proposals.drafting.drafter import Drafter
from proposals.drafting.drafts import Draft, plain_of
from proposals.drafting.english import drafter
from proposals.drafting.writing import Copy, draft_yaml
from proposals.errors import Problem
from proposals.library.bundled import bundled
from proposals.library.checking import checked
from proposals.texts.lines import plain
from proposals.texts.points import split
from proposals.texts.raw import RawText

SIDES = ("RU", "UA")


@cache
def english(*sides: str) -> Drafter:
    return drafter(bundled(), sides)


def drafted(text: str, *sides: str) -> Draft:
    return english(*sides).draft(split(RawText.of("plan.txt", plain(text))))


def problems(text: str, *sides: str) -> tuple[Problem, ...]:
    """What ``check`` has against the draft of a text, its quotations included."""
    draft = drafted(text, *sides)
    held = draft.split.text
    copy = Copy(original="leak.txt", file="leak.text.txt", sha256=held.sha256, facts={})
    with TemporaryDirectory() as folder:
        path = Path(folder) / "leak.yaml"
        path.write_text(draft_yaml(draft, name="leak", program="proposals", date="2026", copy=copy), encoding="utf-8")
        (Path(folder) / copy.file).write_text(held.text, encoding="utf-8")
        return checked(path, "leak", bundled()).every_problem


def terms(text: str, *sides: str) -> list[tuple[str, Mapping[str, Any]]]:
    """Each term of a draft: its kind, and its fields as a file writes them."""
    return [(one.term.kind, plain_of(one.values)) for one in drafted(text, *sides).terms]
