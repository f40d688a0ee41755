"""Reading a raw text: plain text, Markdown, HTML, Word, PDF; bounded, and with one clear error for all else."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeAlias

from proposals.errors import Location, ProposalsError, UnreadableError
from proposals.files.text import STANDARD_INPUT, read_bytes
from proposals.texts.endings import ENDINGS, is_standard_input
from proposals.texts.html import html
from proposals.texts.lines import markdown, plain
from proposals.texts.pdf import pdf
from proposals.texts.raw import NoTextError, Paragraph, RawText

_Reader: TypeAlias = Callable[[bytes, str], tuple[tuple[Paragraph, ...], tuple[str, ...]]]

_PAGE: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_WIDE: Final = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16", codecs.BOM_UTF8: "utf-8-sig"}
_FOREIGN: Final = (b"PK\x03\x04", b"%PDF")
"""How files begin that are packed, or a PDF."""
_BEGINNINGS: Final = {".pdf": re.compile(rb"%PDF"), ".docx": re.compile(rb"PK\x03\x04"), ".html": _PAGE}
"""How a text begins whose file has no ending, by the ending that it would have."""


def read_raw(name: str | Path) -> RawText:
    """The text of a file, in the format that its ending names; of ``-``, a stream or without one, by how it begins.

    Raises :class:`UnreadableError` for what cannot be read or has no words, :class:`ProposalsError` where a package is
    missing that the format needs.
    """
    standard = is_standard_input(str(name))
    path, called = (STANDARD_INPUT, "standard input") if standard else (Path(name), str(name))
    ending = path.suffix.casefold()
    if ending not in FORMATS:
        known = ", ".join(ENDINGS)
        raise UnreadableError(Location(called), f"texts are read from {known} files, not from '{path.suffix}'")
    held = read_bytes(path)
    if not ending:
        ending = next((one for one, begins in _BEGINNINGS.items() if begins.match(held)), "")
    paragraphs, remarks = FORMATS[ending](held, called)
    return RawText.of(called, paragraphs, remarks)


def _decoded(held: bytes, name: str) -> str:
    """The text of bytes: UTF-8, or UTF-16 that says so at its beginning."""
    coding = next((one for mark, one in _WIDE.items() if held.startswith(mark)), "utf-8")
    if held.startswith(_FOREIGN):
        raise UnreadableError(Location(name), "this is not text; give the file the ending of its format")
    try:
        return held.decode(coding)
    except UnicodeDecodeError as error:
        before = held[: error.start].decode(coding, "replace")
        at = Location(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise UnreadableError(at, f"byte 0x{held[error.start]:02X} is not {coding.upper()}; save it as UTF-8") from None


def _of_text(parse: Callable[[str], tuple[Paragraph, ...]]) -> _Reader:
    return lambda held, name: (parse(_decoded(held, name)), ())


def _of_word(held: bytes, name: str) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    try:
        module = import_module("proposals.texts.word")
    except ModuleNotFoundError as error:
        message = f"needs {error.name}, of the extra 'office': pip install 'negotiation-proposals[office]'"
        raise ProposalsError(f"a Word file {message}") from None
    try:
        found: tuple[tuple[Paragraph, ...], tuple[str, ...]] = module.word(held)
    except NoTextError as error:
        raise UnreadableError(Location(name), str(error)) from None
    return found


def _of_pdf(held: bytes, name: str) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    package = find_spec("pypdfium2")
    if package is None or package.origin is None:
        message = "a PDF needs pypdfium2, of the extra 'pdf': pip install 'negotiation-proposals[pdf]'"
        raise ProposalsError(message)
    try:
        return pdf(held, Path(package.origin).parents[1])
    except NoTextError as error:
        raise UnreadableError(Location(name), str(error)) from None


FORMATS: Final[Mapping[str, _Reader]] = MappingProxyType(
    {
        "": _of_text(plain),
        ".txt": _of_text(plain),
        ".md": _of_text(markdown),
        ".html": _of_text(html),
        ".htm": _of_text(html),
        ".docx": _of_word,
        ".pdf": _of_pdf,
    }
)
"""How the text of a file is found, by the ending of its name in small letters."""
