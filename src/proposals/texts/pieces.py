"""The pieces of a text of which each may begin a point: its paragraphs or, where the text runs on, its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from proposals.texts.raw import Paragraph, RawText

SENTENCE_END: Final = re.compile(
    r"(?<![.!?])(?<!\b\w)(?<!\bArt)(?<!\bNo)(?<!\bUN)(?<!\.\w)[.!?]+[\"”’)\]]*\s+(?=[\[“\"(A-ZÀ-ÞЀ-Я0-9])|;\s+",
)
"""What ends a sentence: not the dot of an initial or of ``Art.``."""

_BEFORE_NUMBER: Final = re.compile(r"(?<=\s)(?=\(?(?:\d{1,2}|[a-z]|[ivx]{2,5})\)\s)|:\s+")
"""What else stands before a number in running text: the blank before ``(2)`` or ``b)``, or a colon."""
_FEWEST: Final = 3
"""How many sentences a note has at least."""
_SHORT: Final = 4
"""How many words the sentences of a note have on average at most."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Piece(Paragraph):
    """A paragraph or a sentence of it, with the offset in the text at which it stands."""

    start: int


def paragraphs_of(text: RawText) -> tuple[Piece, ...]:
    """The paragraphs of a text."""
    found: list[Piece] = []
    offset = 0
    for one in text.paragraphs:
        found.append(Piece(text=one.text, heading=one.heading, start=offset + len(one.line) - len(one.text)))
        offset += len(one.line) + 1
    return tuple(found)


def sentences_of(paragraphs: Sequence[Piece]) -> tuple[Piece, ...]:
    """The sentences of paragraphs, also cut where a number may stand in them; headings are left whole."""
    return tuple(piece for one in paragraphs for piece in ((one,) if one.heading else _cut(one)))


def _cut(paragraph: Piece) -> Iterator[Piece]:
    ends = {match.end() for pattern in (SENTENCE_END, _BEFORE_NUMBER) for match in pattern.finditer(paragraph.text)}
    begin = 0
    for end in (*sorted(ends), len(paragraph.text)):
        yield Piece(text=paragraph.text[begin:end].rstrip(), start=paragraph.start + begin)
        begin = end


def is_note(paragraphs: Sequence[Piece], sentences: Sequence[Piece]) -> bool:
    """Whether a text is a note in the style of a telegram, *Army 600k. No NATO.*, of which every sentence is a point.

    It is one paragraph; an author who makes several says what belongs together.
    """
    words = [len(one.text.split()) for one in sentences if not one.heading]
    whole = sum(not one.heading for one in paragraphs) == 1
    return whole and len(words) >= _FEWEST and sum(words) <= _SHORT * len(words)
