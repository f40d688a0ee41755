"""What Word and Excel files have in common: text that XML can hold, and the same bytes from the same data."""

from __future__ import annotations

import datetime as dt
import re
from importlib.util import find_spec
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from proposals.errors import ProposalsError
from proposals.strings import visible

_NO_XML: Final = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
_WHEN: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</)")
_OLDEST: Final = (1980, 1, 1, 0, 0, 0)


def need(package: str) -> None:
    """Raise :class:`ProposalsError` with what to install if a package of the extra ``office`` is missing."""
    if find_spec(package) is None:
        raise ProposalsError("Word and Excel files need an extra: pip install 'negotiation-proposals[office]'")


def xml_text(text: str) -> str:
    """The text with what hides, and what XML cannot hold, written out."""
    return _NO_XML.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", visible(text))


def moment(day: dt.date) -> dt.datetime:
    """The first moment of a day, without a zone, as both formats take it."""
    return dt.datetime(day.year, day.month, day.day)  # noqa: DTZ001 -- the formats' libraries take no zone


def settled(data: bytes, day: dt.date) -> bytes:
    """The archive with every time in it set to that of the data, so that equal data give equal bytes."""
    when = f"{day.year:04}-{day.month:02}-{day.day:02}T00:00:00Z".encode()
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
