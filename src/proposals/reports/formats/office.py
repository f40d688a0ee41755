"""What Word and Excel files have in common: text that XML can hold, colours, and the same bytes from the same data."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from types import MappingProxyType
from typing import Final
from unicodedata import bidirectional
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from proposals.language.dates import date_words
from proposals.language.phrases import Role
from proposals.language.tables import Language
from proposals.reports.page import EARLIEST, Origin
from proposals.strings import visible
from proposals.world.dates import Date

HEAD: Final = "1F3A5F"
LINE: Final = "B8C2CF"
"""Colours of heads and of lines, in red, green and blue."""

COLOURS: Final[Mapping[Role, str]] = MappingProxyType(
    {
        Role.FAINT: "5A6372",
        Role.ABSENT: "5A6372",
        Role.FAILED: "A3260F",
    },
)
"""The colour of what has a role; its words say the same without. To agree or to oppose has none: neither is better."""

AUTHOR: Final = "proposals"
"""Who is named as the author of a file and of the changes in it."""

_LEFTWARD: Final = frozenset({"R", "AL"})
_STRETCH: Final = re.compile("R(?:[RN]*R)?")
_NO_XML: Final = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
_WHEN: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</)")
_OLDEST: Final = (1980, 1, 1, 0, 0, 0)


def xml_text(text: str) -> str:
    """The text with what hides, and what XML cannot hold, written out."""
    return _NO_XML.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", visible(text))


def directions(text: str) -> Iterator[tuple[str, bool]]:
    """The text in stretches, each with whether it runs from right to left; what has no direction goes with the rest."""
    end = 0
    for found in _STRETCH.finditer("" if text.isascii() else _strengths(text)):
        if found.start() > end:
            yield text[end : found.start()], False
        yield text[found.start() : found.end()], True
        end = found.end()
    if text[end:]:
        yield text[end:], False


def leftward(text: str) -> bool:
    """Whether the first character that has a direction runs from right to left."""
    return not text.isascii() and _strengths(text).lstrip("N").startswith("R")


def _strengths(text: str) -> str:
    """For each character R or L if it has a direction, else N (Unicode Standard Annex 9)."""
    kinds = map(bidirectional, text)
    return "".join("R" if kind in _LEFTWARD else "L" if kind == "L" else "N" for kind in kinds)


def data_of(origin: Origin | None, language: Language) -> str:
    """From which state of the data a file was made; empty where it rests on no document."""
    if origin is None:
        return ""
    day = date_words(Date(origin.day.isoformat()), language)
    return language.fill("pages.frame.data", day=day, edition=origin.edition)


def moment(origin: Origin | None) -> dt.datetime:
    """The first moment of the day of the data, without a zone, as both formats take it."""
    day = origin.day if origin else EARLIEST
    return dt.datetime(day.year, day.month, day.day)  # noqa: DTZ001 -- the formats' libraries take no zone


def settled(data: bytes, origin: Origin | None) -> bytes:
    """The archive with every time in it set to that of the data, so that equal data give equal bytes."""
    when = f"{moment(origin):%Y-%m-%dT00:00:00Z}".encode()
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            held = old.read(name)
            if name == "docProps/core.xml":
                held = _WHEN.sub(rb"\g<1>" + when + rb"\g<3>", held)
            entry = ZipInfo(name, _OLDEST)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            new.writestr(entry, held)
    return made.getvalue()
