"""A draft as a value: terms whose every value rests on words of the text, and what is left for a person to decide."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from proposals.fields.values import Plain
from proposals.terms.base import Term
from proposals.texts.points import Split


@attrs.frozen(kw_only=True)
class Value:
    """One drafted value of a term: its field by key, the value as a file writes it, and the words it rests on.

    ``start`` and ``end`` are offsets in the text. ``inferred`` says that the value was not read from these words but
    taken from what stands around them, or from the sides that were named.
    """

    key: str
    plain: Plain
    start: int
    end: int
    inferred: bool = False


@attrs.frozen(kw_only=True)
class DraftTerm:
    """A term with its values, those of the subject first, and the points under which it stands.

    Of a field that is a list there may be several values, each with the members that its words name. ``term`` is what a
    reader of the file gets; ``start`` and ``end`` are where the words stand by which it was known.
    """

    term: Term
    values: tuple[Value, ...]
    points: tuple[str, ...]
    start: int
    end: int

    @property
    def inferred(self) -> tuple[str, ...]:
        """The keys of the fields of which a value is inferred."""
        return tuple(dict.fromkeys(value.key for value in self.values if value.inferred))


def plain_of(values: Iterable[Value]) -> dict[str, Plain]:
    """The fields by key as a file writes them, the members of lists together."""
    plain: dict[str, Plain] = {}
    for value in values:
        held, further = plain.get(value.key), value.plain
        plain[value.key] = [*held, *further] if isinstance(held, list) and isinstance(further, list) else further
    return plain


@attrs.frozen(kw_only=True)
class DraftGap:
    """What a person must decide: of which point, in a sentence, with the kinds that are nearest to its words."""

    point: str
    what: str
    nearest: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Draft:
    """What was drafted of a text: its terms and gaps in the order of its points."""

    split: Split
    terms: tuple[DraftTerm, ...]
    gaps: tuple[DraftGap, ...]

    @property
    def typed(self) -> int:
        """How many points have a term."""
        return len({point for one in self.terms for point in one.points})

    @property
    def inferred(self) -> int:
        """How many values are inferred."""
        return sum(value.inferred for one in self.terms for value in one.values)
