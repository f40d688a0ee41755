"""What a document says to a row, in words: one phrase for each open alternative."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from proposals.comparison.line import Line
from proposals.comparison.positions import Position
from proposals.comparison.variants import Variant
from proposals.language.names import Lookup
from proposals.language.phrases import Phrase, Role, Run, phrase
from proposals.language.sentences import heading, sentence
from proposals.vocabulary import Stance

ROLES: Final = {
    Stance.REJECTS: Role.OPPOSED,
    Stance.STRIKES: Role.OPPOSED,
    Stance.REFUSES: Role.OPPOSED,
    Stance.DEFERS: Role.DIFFERENT,
}


def title(line: Line, lookup: Lookup) -> str:
    """The kind and the subject of a row."""
    return heading(line.shape, line.subject, lookup)


def said(position: Position, lookup: Lookup) -> tuple[Phrase, ...]:
    """What the document says, a phrase for each open alternative and each term; silence in its own word."""
    if position.left_out:
        return tuple(phrase(Run(sentence(term, lookup), Role.ABSENT)) for term in position.left_out)
    if not position.speaks:
        return (phrase(Run(lookup.language.word(position.state), Role.ABSENT)),)
    return tuple(dict.fromkeys(phrase(*_said(position, one, lookup)) for one in position.variants))


def _said(position: Position, variant: Variant, lookup: Lookup) -> Iterator[str | Run]:
    texts = variant_sentences(position, variant, lookup)
    yield Run(" ".join(texts), ROLES.get(variant.stance, Role.PLAIN))
    if variant.points:
        yield Run(f" [{', '.join(variant.points)}]", Role.FAINT)


def variant_sentences(position: Position, variant: Variant, lookup: Lookup) -> tuple[str, ...]:
    """What a variant of a position says, a sentence for each of its terms, each once.

    Of a deletion only that it is one, where another document there says what is deleted.
    """
    if variant.stance is Stance.STRIKES and position.points_at and not variant.instead:
        return (lookup.language.phrase("brief.deletes"),)
    texts = tuple(dict.fromkeys(sentence(term, lookup) for term in variant.terms))
    return (lookup.language.fill("brief.instead", sentence=" ".join(texts)),) if variant.instead else texts


def titles(lines: Iterable[Line], lookup: Lookup) -> str:
    """Several rows by their titles, in one sentence."""
    return "; ".join(title(line, lookup) for line in lines)


def exact(number: Fraction) -> str:
    """A fraction without rounding: a whole number with its thousands, or ``1/3``."""
    whole = number.denominator == 1
    return f"{number.numerator:,}" if whole else f"{number.numerator:,}/{number.denominator:,}"
