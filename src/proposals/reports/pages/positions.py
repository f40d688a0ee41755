"""What a document says to a row, in words: one phrase for each voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from proposals.language.fields import statements
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Phrase, Role, Run, phrase
from proposals.language.values import headline, listed, titled
from proposals.negotiation.lines import Line, Voice
from proposals.negotiation.matrix import Cell
from proposals.terms.base import Term
from proposals.vocabulary import Stance

ROLES: Final = {
    Stance.REJECTS: Role.OPPOSED,
    Stance.STRIKES: Role.OPPOSED,
    Stance.REFUSES: Role.OPPOSED,
    Stance.DEFERS: Role.DIFFERENT,
}


def title(line: Line, lookup: Lookup) -> str:
    """The kind and the subject of a row."""
    return titled(line.shape, line.subject, lookup)


def entry(cell: Cell, lookup: Lookup) -> Entry:
    """The cell under the id of its document."""
    return Entry(phrase(Run(cell.document, Role.FAINT)), said(cell, lookup))


def said(cell: Cell, lookup: Lookup) -> tuple[Phrase, ...]:
    """What the document says, one phrase for each open alternative; silence in its own word."""
    if not cell.voices:
        return (phrase(Run(str(cell.state), Role.ABSENT)),)
    return tuple(phrase(*_voice(voice, lookup)) for voice in cell.voices)


def _voice(voice: Voice, lookup: Lookup) -> Iterator[str | Run | Phrase]:
    if voice.holders:
        yield Run(f"held by {listed(map(lookup.name, voice.holders))}: ", Role.STRONG)
    stated = fields(voice.terms[0], lookup) if voice.terms else ()
    if voice.stance is not Stance.PROPOSES:
        word = Stance.ACCEPTS if voice.stance is Stance.ACCEPTS_IF else voice.stance  # the field says if what
        yield Run(str(word), ROLES.get(voice.stance, Role.PLAIN))
        yield ": " if stated else ""
    elif not stated and not voice.instead:
        yield "proposed, with no field stated"
    if voice.instead:
        yield f"instead {headline(voice.terms[0], lookup)}{': ' if stated else ''}"
    yield stated
    if voice.points:
        yield Run(f" (point {', '.join(voice.points)})", Role.FAINT)


def fields(term: Term, lookup: Lookup) -> Phrase:
    """The stated fields in one line, in order of declaration; empty where none is stated but *shall*."""
    parts: list[str | Run | Phrase] = []
    for key, held in statements(term, lookup):
        parts.append(f"{'; ' if parts else ''}{key}: ")
        for index, one in enumerate(held):
            parts += [", " if index else "", one]
    return phrase(*parts)


def titles(lines: Iterable[Line], lookup: Lookup) -> str:
    """Several rows by their titles, in one sentence."""
    return "; ".join(title(line, lookup) for line in lines)


def exact(number: Fraction) -> str:
    """A fraction without rounding: a whole number with its thousands, or ``1/3``."""
    whole = number.denominator == 1
    return f"{number.numerator:,}" if whole else f"{number.numerator:,}/{number.denominator:,}"
