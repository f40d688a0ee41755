"""Re-finding every quotation in its source, and listing what rests on no text that is held.

The hash of the held file is checked first: a quotation is evidence only of the text that it was taken from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from heapq import nlargest
from itertools import accumulate
from pathlib import Path
from typing import Final

import attrs

from proposals.errors import NOWHERE, Problem, UnreadableError
from proposals.files.text import read_bytes
from proposals.provenance import Citation, Source, TextQuote, find_quote
from proposals.strings import nearest
from proposals.validation import Validated

UNQUOTED: Final = "no passage is quoted"
"""Why a citation of a text that is held cannot be checked."""

_MOST_COMPARED = 5_000_000
"""In how many characters of texts, all quotations together, the passages nearest to them are looked for."""
_CLOSEST = 5
"""How many passages with the most groups of three letters in common are looked at letter by letter."""
_LONGEST = 1_000
"""Up to how many letters of a quotation that is done."""

_THREE = 3


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Anchored(Validated):
    """A quotation found again, exactly once, at ``passage`` in the text of ``source``."""

    citation: Citation
    source: Source
    passage: TextQuote


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Unanchored(Validated):
    """A citation that cannot be checked here, and why: no text of its source is held, or nothing is quoted."""

    citation: Citation
    reason: str


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Verification(Validated):
    """What became of each citation, in reading order; it failed if there are ``problems``."""

    anchored: tuple[Anchored, ...] = ()
    unanchored: tuple[Unanchored, ...] = ()
    problems: tuple[Problem, ...] = ()


def verify(citations: Iterable[Citation], sources: Iterable[Source], folder: Path) -> Verification:
    """Check citations against the texts of their sources.

    ``folder`` is what the paths of the sources are relative to; nothing outside it is read. A citation of a source
    that is not among ``sources`` counts as unanchored: whether it exists is for :mod:`proposals.documents.checks`.
    """
    known = {source.id: source for source in sources}
    texts: dict[str, str | Problem] = {}
    anchored: list[Anchored] = []
    unanchored: list[Unanchored] = []
    problems: list[Problem] = []
    compared = 0
    for citation in citations:
        source = known.get(citation.source)
        if source is None or not source.file:
            unanchored.append(Unanchored(citation=citation, reason=f"no text of '{citation.source}' is held"))
            continue
        if citation.quote is None:
            unanchored.append(Unanchored(citation=citation, reason=UNQUOTED))
            continue
        if source.id not in texts:
            texts[source.id] = _held_text(source, folder)
            problems.extend(fault for fault in [texts[source.id]] if isinstance(fault, Problem))
        text = texts[source.id]
        if isinstance(text, Problem):
            continue
        found = find_quote(citation.quote, text)
        if len(found) == 1:
            anchored.append(Anchored(citation=citation, source=source, passage=found[0]))
        else:
            compared += 0 if found else len(text)
            problems.append(_not_anchored(citation, len(found), text, looked_for=compared <= _MOST_COMPARED))
    return Verification(anchored=tuple(anchored), unanchored=tuple(unanchored), problems=tuple(problems))


def _held_text(source: Source, folder: Path) -> str | Problem:
    at = source.at or NOWHERE
    try:
        path = (folder / source.file).resolve()
        if not path.is_relative_to(folder.resolve()):
            return Problem(at, "outside", f"the file of source '{source.id}' lies outside {folder}")
        held = read_bytes(path)
    except (UnreadableError, OSError, RuntimeError) as error:  # the last two for a loop of links
        return Problem(at, "unreadable-source", f"the text of source '{source.id}': {error}")
    found = hashlib.sha256(held).hexdigest()
    if source.sha256 != found:
        expected = source.sha256 or "none is given"
        return Problem(at, "changed-source", f"'{source.file}' has SHA-256 {found}", f"expected: {expected}")
    return held.decode("utf-8", "replace")


def _not_anchored(citation: Citation, count: int, text: str, *, looked_for: bool) -> Problem:
    at = citation.at or NOWHERE
    quote = citation.quote or ""
    if count:
        message = f"'{quote}' stands {count} times in '{citation.source}'"
        return Problem(at, "ambiguous-quote", message, "quote more words")
    near = nearest(quote, _passages(quote, text)) if looked_for and len(quote) <= _LONGEST else None
    hint = f"nearest: '{near}'" if near else None
    return Problem(at, "quote-not-found", f"'{quote}' does not stand in '{citation.source}'", hint)


def _passages(quote: str, text: str) -> Iterator[str]:
    """The passages of as many words as a quotation that have the most groups of three letters in common with it."""
    words, split = len(quote.split()), text.split()
    wanted = {group for word in quote.split() for group in _groups(word)}
    known = {word: len(wanted.intersection(_groups(word))) for word in set(split)}
    upto = [0, *accumulate(known[word] for word in split)]
    starts = range(max(1, len(split) - words + 1))
    likest = nlargest(_CLOSEST, starts, key=lambda at: (upto[min(at + words, len(split))] - upto[at], -at))
    yield from (" ".join(split[at : at + words]) for at in sorted(likest))


def _groups(word: str) -> Iterator[str]:
    """Every three neighbouring letters of a word, its ends counted as letters."""
    held = f" {word.casefold()} "
    return (held[at : at + _THREE] for at in range(len(held) - _THREE + 1))
