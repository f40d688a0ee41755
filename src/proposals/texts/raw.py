"""A raw text as a value: its paragraphs in reading order, cleaned of what a reader cannot see."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Final

import attrs

from proposals.errors import Location, UnreadableError
from proposals.strings import composed, describe, hidden
from proposals.values import Value

MOST_CHARACTERS: Final = 1_000_000
"""The most characters of a text; a plan of a hundred points has some forty thousand."""

HEADING: Final = "## "
"""What a heading begins with in the copy of a text, so that it is one when the copy is read again."""

MOST_READ: Final = 16 * MOST_CHARACTERS
"""The most characters that are taken from a file, blanks and what is hidden among them."""

_FEW: Final = 5
"""How many words or characters a remark names."""

_LATIN: Final = re.compile("[A-Za-zÀ-ɏ]")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_WORD: Final = re.compile(r"[^\W\d_]+")


class NoTextError(Exception):
    """Bytes of which no text can be read; the message says why."""


@attrs.frozen(eq=False, repr=False)
class Paragraph(Value):
    """One paragraph: its ``text`` with single blanks, on one line, and whether it is a ``heading``."""

    text: str
    heading: bool = False

    @classmethod
    def of_line(cls, line: str) -> Paragraph:
        """The paragraph that a line of a copy is."""
        return cls(line.removeprefix(HEADING), heading=line.startswith(HEADING))

    @property
    def line(self) -> str:
        """The paragraph as a line of a copy."""
        return f"{HEADING if self.heading else ''}{self.text}"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RawText(Value):
    """A text that nobody has coded.

    ``name`` is the file's. ``remarks`` are sentences on what was left out of it or looks odd.
    """

    name: str
    paragraphs: tuple[Paragraph, ...]
    remarks: tuple[str, ...] = ()

    @classmethod
    def of(cls, name: str, paragraphs: Iterable[Paragraph], remarks: Iterable[str] = ()) -> RawText:
        """Make a text of paragraphs as they were found: hidden characters left out, blanks and empty ones dropped.

        Raises :class:`UnreadableError` where nothing is left, or too much.
        """
        left_out: Counter[str] = Counter()
        held = tuple(
            attrs.evolve(one, text=text) for one in paragraphs if (text := " ".join(_seen(one.text, left_out).split()))
        )
        size = sum(len(one.text) for one in held)
        if not held:
            raise UnreadableError(Location(name), "this file holds no text")
        if size > MOST_CHARACTERS:
            message = f"this text has {size:,} characters; {MOST_CHARACTERS:,} are the most"
            raise UnreadableError(Location(name), message)
        return cls(name=name, paragraphs=held, remarks=(*remarks, *_hidden(left_out), *_mixed(held)))

    @property
    def text(self) -> str:
        """The whole text, one paragraph per line: what a draft keeps beside it and quotes from."""
        return "".join(f"{one.line}\n" for one in self.paragraphs)

    @property
    def is_cyrillic(self) -> bool:
        """Whether most of its words are in Cyrillic letters."""
        words = _WORD.findall(self.text)
        return 2 * sum(_CYRILLIC.match(word) is not None for word in words) > len(words)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, in lower-case hexadecimal."""
        return sha256(self.text.encode()).hexdigest()


def bounded(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs as they are found. Raises :class:`NoTextError` once they have too many characters to go on."""
    size = 0
    for one in paragraphs:
        size += len(one.text)
        if size > MOST_READ:
            raise NoTextError(too_long())
        yield one


def too_long() -> str:
    """What is said of a file with too many characters to go on."""
    return f"this file holds more than {MOST_READ:,} characters"


def _seen(text: str, left_out: Counter[str]) -> str:
    """The text without the characters that nobody sees, which are counted."""
    kept: list[str] = []
    for line in re.split("[\n\t\r\x0b\x0c\x85\u2028\u2029]", text):  # layout, not hiding
        begin = 0
        for at in hidden(line):
            left_out[line[at]] += 1
            kept.append(line[begin:at])
            begin = at + 1
        kept.append(f"{line[begin:]} ")
    return composed("".join(kept))


def _hidden(left_out: Counter[str]) -> Iterator[str]:
    if left_out:
        named = ", ".join(f"{describe(one)} ({count}×)" for one, count in left_out.most_common(_FEW))
        yield f"hidden characters were left out: {named}"


def _mixed(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    words = (word for one in paragraphs for word in _WORD.findall(one.text))
    found = list(dict.fromkeys(word for word in words if _LATIN.search(word) and _CYRILLIC.search(word)))
    if found:
        more = f" and {len(found) - _FEW} more" if len(found) > _FEW else ""
        named = ", ".join(f"'{word}'" for word in found[:_FEW])
        yield f"Latin and Cyrillic letters are mixed in one word: {named}{more}"
