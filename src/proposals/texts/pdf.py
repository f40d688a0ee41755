"""The paragraphs of a PDF, from the text that it holds; a scan holds none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from proposals.texts.lines import plain
from proposals.texts.markers import markers
from proposals.texts.raw import NoTextError, Paragraph, bounded
from proposals.texts.running import without, without_running_lines

MOST_PAGES: Final = 2_000
"""The most pages of a PDF; a plan of a hundred points has some twenty."""

_UNREADABLE: Final = "this is not a PDF that can be read"
_ENDS: Final = ".:;!?-"
"""What a line ends with that does not go on, or in which a word is cut, which is joined later."""
_HYPHEN: Final = re.compile("[\x02\ufffe]\\s*")
"""What stands for a hyphen at the end of a line, by which one word is cut in two."""


def pdf(held: bytes, pdfium: Any) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """The paragraphs of a PDF, and remarks on it; ``pdfium`` is the module of pypdfium2.

    Raises :class:`NoTextError`.
    """
    try:
        document = pdfium.PdfDocument(held)
    except pdfium.PdfiumError as error:
        encrypted = "password" in str(error).casefold()
        why = "this PDF is encrypted; save it without a password" if encrypted else _UNREADABLE
        raise NoTextError(why) from None
    try:
        if len(document) > MOST_PAGES:
            raise NoTextError(f"this PDF has {len(document):,} pages; {MOST_PAGES:,} are the most")
        found = (Paragraph(str(page.get_textpage().get_text_bounded())) for page in document)
        pages = [page.text for page in bounded(found)]
    except pdfium.PdfiumError:
        raise NoTextError(_UNREADABLE) from None
    finally:
        document.close()
    empty = sum(not page.strip() for page in pages)
    if empty == len(pages):
        raise NoTextError("this PDF holds no text: it is a scan, whose text has to be recognised first")
    remarks = [f"{empty} of {len(pages)} pages hold no text, only pictures"] if empty else []
    lines, running = without_running_lines([_lines(page, number) for number, page in enumerate(pages, 1)])
    if running:
        remarks.append(f"what most pages begin or end with was left out: {', '.join(map(repr, running))}")
    return plain("\n".join(_going_on(lines))), tuple(remarks)


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
