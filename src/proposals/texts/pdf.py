"""The paragraphs of a PDF, from the text that it holds; a scan holds none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from proposals.texts.lines import plain
from proposals.texts.markers import markers
from proposals.texts.pages import MEMORY, SECONDS, read_pages
from proposals.texts.raw import MOST_READ, NoTextError, Paragraph, too_long
from proposals.texts.running import without, without_running_lines

MOST_PAGES: Final = 2_000
"""The most pages of a PDF; a plan of a hundred points has some twenty."""

_UNREADABLE: Final = "this is not a PDF that can be read"
_ENDS: Final = ".:;!?-"
"""What a line ends with that does not go on, or in which a word is cut, which is joined later."""
_HYPHEN: Final = re.compile("[\x02\ufffe]\\s*")
"""What stands for a hyphen at the end of a line, by which one word is cut in two."""


def pdf(held: bytes, home: Path) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """The paragraphs of a PDF, and remarks on it; ``home`` is the folder that holds pypdfium2.

    Raises :class:`NoTextError`.
    """
    found = read_pages(held, home, MOST_PAGES, MOST_READ)
    if "pages" not in found:
        raise NoTextError(_refusal(found))
    return paragraphs(found["pages"])


def paragraphs(pages: Sequence[str]) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """The paragraphs of the text of pages, and remarks on it. Raises :class:`NoTextError` where they hold none."""
    empty = sum(not page.strip() for page in pages)
    if empty == len(pages):
        raise NoTextError("this PDF holds no text: it is a scan, whose text has to be recognised first")
    remarks = [f"{empty} of {len(pages)} pages hold no text, only pictures"] if empty else []
    lines, running = without_running_lines([_lines(page, number) for number, page in enumerate(pages, 1)])
    if running:
        remarks.append(f"what most pages begin or end with was left out: {', '.join(map(repr, running))}")
    return plain("\n".join(_going_on(lines))), tuple(remarks)


def _refusal(found: Mapping[str, Any]) -> str:
    """Why no pages were found."""
    if "count" in found:
        return f"this PDF has {found['count']:,} pages; {MOST_PAGES:,} are the most"
    if "characters" in found:
        return too_long()
    if "unloaded" in found:
        return f"pypdfium2, which reads PDFs, cannot be loaded here: {found['unloaded']}"
    if "error" in found:
        encrypted = "password" in found["error"].casefold()
        return "this PDF is encrypted; save it without a password" if encrypted else _UNREADABLE
    return f"this PDF cannot be read in {MEMORY} GiB of memory and {SECONDS} seconds; give its text in a .txt file"


def _going_on(lines: Iterable[str]) -> Iterator[str]:
    """The lines, with one that begins in small letters at the end of the one before, unless that one has ended.

    The lines of a page are of any length, so that length says little of what goes on.
    """
    held = ""
    for line in lines:
        words = line.strip()
        if held and held[-1] not in _ENDS and words[:1].islower() and not markers(words):
            held = f"{held} {words}"
        else:
            yield held
            held = line.rstrip()
    yield held


def _lines(page: str, number: int) -> Sequence[str]:
    """The lines of a page without the number of the page above or below them."""
    return _unnumbered(_unnumbered(_HYPHEN.sub("", page).splitlines(), 0, number), -1, number)


def _unnumbered(lines: Sequence[str], at: int, number: int) -> Sequence[str]:
    numbered = bool(lines) and re.fullmatch(rf"\W*(?:page\s+)?{number}(?:\s*(?:/|of)\s*\d+)?\W*", lines[at].casefold())
    return without(lines, at) if numbered else lines
