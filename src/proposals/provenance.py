"""Where a value comes from: sources and their grades, citations, passages, and what others reported instead."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from unicodedata import combining, is_normalized

import attrs

from proposals.errors import Location
from proposals.strings import composed, piled
from proposals.validation import Id, Validated
from proposals.values import OneLine
from proposals.vocabulary import Certainty, Credibility, PageKind, Reliability
from proposals.world.dates import Date

_CONTEXT = 32
"""How many characters of prefix and suffix a selector carries."""

_MOST = 1000
"""How many places of one passage are told."""

# One character for one, so that offsets stay those of the source.
_ALIKE = str.maketrans("‘’‚‛“”„‟′″‐‑‒–—\u00a0\u202f\n\t\r", "''''\"\"\"\"'\"-----     ")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Source(OneLine, Validated):
    """A page, a recording or a text that says something.

    ``reliability`` (of the source) and ``credibility`` (of this information) are the two parts of an Admiralty grade
    and are judged apart; in files they are written together, ``B2``. ``date`` is that of publication, ``retrieved``
    that of reading. ``relays`` names whom a relay repeats. ``said_by`` and ``certainty`` hold for every citation that
    does not say otherwise. ``file`` is the path of the text itself where the library or the analyst holds it,
    relative to the folder that :attr:`at` stands in or, for a bundled source, to the collection; ``sha256`` is the
    hash of that file in lower-case hexadecimal.

    ``id`` is what citations write. ``publisher`` is who put it out, under ``title`` at ``url``, each empty or ``None``
    where it is not known; ``language`` is its code, and ``kind`` what sort of page it is. ``note`` is for the
    reader, and ``at`` is where it was declared, which never counts.
    """

    id: Id
    publisher: str = ""
    title: str = ""
    date: Date | None = None
    url: str = ""
    language: str = ""
    kind: PageKind | None = None
    reliability: Reliability | None = None
    credibility: Credibility | None = None
    retrieved: Date | None = None
    relays: str = ""
    said_by: str | None = None
    certainty: Certainty | None = None
    file: str = ""
    sha256: str = ""
    note: str = ""
    at: Location | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def grade(self) -> str:
        """The Admiralty grade, ``B2``; empty where the source is not graded."""
        return f"{self.reliability or ''}{self.credibility or ''}"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Citation(OneLine, Validated):
    """One source for a term, an event or a link.

    ``quote`` is the passage as typed (``None``: the source as a whole). ``said_by`` is the id of the actor who says it
    in the source and ``certainty`` how sure it is; both ``None`` where the source's own hold. ``supports`` are the
    keys of the fields that rest on this citation; empty means all of them.

    ``source`` is the id of the source, and ``at`` is where the citation was read, which never counts.
    """

    source: str
    quote: str | None = None
    said_by: str | None = None
    certainty: Certainty | None = None
    supports: tuple[str, ...] = ()
    at: Location | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Dispute(OneLine, Validated):
    """What another source reports instead of the value that was coded.

    ``field`` is the key of the field (``None``: the term as a whole), ``value`` what was reported, in the field's
    own words where it has such, ``note`` why the coded value was chosen.

    ``citations`` say who reports it.
    """

    field: str | None = None
    value: str
    citations: tuple[Citation, ...] = ()
    note: str = ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TextQuote(Validated):
    """A passage found in its source: a W3C text-quote selector with its position (https://www.w3.org/TR/annotation-model/).

    ``exact`` is the source's own wording, ``prefix`` and ``suffix`` up to 32 characters around it. ``start`` and
    ``end`` count characters (code points) of the source from 0; ``end`` is the offset after the last one.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


def find_quote(quote: str, text: str) -> tuple[TextQuote, ...]:
    """Every place where ``quote`` stands in ``text``, in order, up to a thousand; empty if it stands nowhere.

    Typographic and straight quotation marks, dashes and blanks match each other, and so do letters whose accents are
    coded in one way or the other (Unicode NFC); nothing else does.
    """
    wanted = composed(quote.translate(_ALIKE))
    held, offsets = _composed_with_offsets(text)
    found: list[TextQuote] = []
    at = held.find(wanted) if wanted else -1
    while at >= 0 and len(found) < _MOST:
        start, end = offsets[at], offsets[at + len(wanted)]
        found.append(
            TextQuote(
                exact=text[start:end],
                prefix=text[max(0, start - _CONTEXT) : start],
                suffix=text[end : end + _CONTEXT],
                start=start,
                end=end,
            ),
        )
        at = held.find(wanted, at + 1)
    return tuple(found)


@lru_cache(maxsize=2)  # a text is quoted many times in a row
def _composed_with_offsets(written: str) -> tuple[str, Sequence[int]]:
    """The text in its composed form, its quotation marks, dashes and blanks alike.

    For each of its characters and for its end the offset in the text as it is.
    """
    text = written.translate(_ALIKE)
    if text.isascii() or piled(text) or is_normalized("NFC", text):
        return text, range(len(text) + 1)
    pieces: list[str] = []
    offsets: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        piece = text[start:end]
        if end < len(text) and (combining(text[end]) or composed(piece + text[end]) != composed(piece) + text[end]):
            continue  # the next character belongs to this letter
        pieces.append(composed(piece))
        offsets += [start] * len(pieces[-1])
        start = end
    return "".join(pieces), [*offsets, len(text)]
