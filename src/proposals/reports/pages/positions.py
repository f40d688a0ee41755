"""What a document says to a row, in words: one phrase for each open alternative."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from proposals.comparison.line import Line
from proposals.comparison.positions import Position, Variant
from proposals.language.fields import statements
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Phrase, Role, Run, phrase
from proposals.language.values import headline, listed, titled
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


def entry(name: str, position: Position, lookup: Lookup) -> Entry:
    """The position under the id of its document."""
    return Entry(phrase(Run(name, Role.FAINT)), said(position, lookup))


def said(position: Position, lookup: Lookup) -> tuple[Phrase, ...]:
    """What the document says, one phrase for each open alternative; silence in its own word."""
    if not position.speaks:
        return (phrase(Run(str(position.state), Role.ABSENT)),)
    return tuple(phrase(*_variant(one, lookup, modal=position.modal)) for one in position.variants)


def _variant(variant: Variant, lookup: Lookup, *, modal: bool) -> Iterator[str | Run | Phrase]:
    if variant.holders:
        yield Run(f"held by {listed(map(lookup.name, variant.holders))}: ", Role.STRONG)
    stated = fields(variant.terms[0], lookup, modal=modal) if variant.terms else ()
    if variant.stance is not Stance.PROPOSES:
        word = Stance.ACCEPTS if variant.stance is Stance.ACCEPTS_IF else variant.stance  # the field says if what
        yield Run(str(word), ROLES.get(variant.stance, Role.PLAIN))
        yield ": " if stated else ""
    elif not stated and not variant.instead:
        yield "proposed, with no field stated"
    if variant.instead:
        yield f"instead {headline(variant.terms[0], lookup)}{': ' if stated else ''}"
    yield stated
    if variant.points:
        yield Run(f" (point {', '.join(variant.points)})", Role.FAINT)


def fields(term: Term, lookup: Lookup, *, modal: bool = False) -> Phrase:
    """The stated fields in one line, in order of declaration; *shall* is among them only if ``modal``."""
    parts: list[str | Run | Phrase] = []
    for key, held in statements(term, lookup, modal=modal):
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
