"""Two codings of one text: how far they agreed, and how each difference was settled.

The codings are in ``docs/codings``, and beside them the list of what was settled and why.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Final

import attrs
import yaml

import proposals
from manual.markdown import safe, table
from manual.statements import document_link
from proposals.measures.agreement import Agreement, agreement
from proposals.words import Word

FOLDER: Final = Path(__file__).parents[2] / "codings"
TEXTS: Final = {"istanbul": "istanbul-communique", "us-april": "us-april-text"}
"""The texts that were coded twice, by the names of their codings, and the documents of the data."""


class Settled(Word):
    """Whose value the data has now."""

    FIRST = "first", "the first"
    SECOND = "second", "the second"
    WORD = "word", "a new word"
    EITHER = "either", "the same"


@attrs.frozen(kw_only=True)
class Difference:
    """A difference between two codings: its points, what it is about, both values, and how it was settled."""

    point: str
    what: str
    first: str
    second: str
    settled: Settled = attrs.field(converter=Settled)
    because: str


@cache
def differences() -> dict[str, tuple[Difference, ...]]:
    """The settled differences by the name of the text, in the order of its points."""
    held = yaml.safe_load((FOLDER / "settled.yaml").read_text(encoding="utf-8"))
    return {text: tuple(Difference(**one) for one in rows) for text, rows in held.items()}


@cache
def agreed(text: str) -> Agreement:
    """How far the two codings of a text agreed before anything was settled."""
    first, second = (proposals.load(FOLDER / f"{text}-{coder}.yaml") for coder in ("first", "second"))
    return agreement(first, second)


def page() -> str:
    """The figures, and a table of differences for each text."""
    parts = [
        table(["text", "points", "terms of both", "alike", "only one's", "agreement", "alpha"], map(_figures, TEXTS))
    ]
    for text, rows in differences().items():
        count = Counter(one.settled for one in rows)
        settled = ", ".join(f"{word.definition} {count[word]}" for word in Settled)
        head = ["point", "what", "first coder", "second reader", "settled as", "because"]
        cells = (
            [one.point, *map(safe, (one.what, one.first, one.second)), one.settled.definition, safe(one.because)]
            for one in rows
        )
        title = proposals.load(TEXTS[text]).title
        parts.append(f"## {title}\n\nOf {len(rows)} differences: {settled}.\n\n{table(head, cells)}")
    return "\n".join(parts)


def _figures(text: str) -> list[str]:
    found = agreed(text)
    alike = sum(not one.unlike for one in found.both)
    alone = len(found.only_first) + len(found.only_second)
    numbers = (found.points, len(found.both), alike, alone)
    shares = (found.overall, found.alpha)
    told = ("–" if one is None else f"{float(one):.2f}" for one in shares)
    return [document_link(TEXTS[text]), *map(str, numbers), *told]
