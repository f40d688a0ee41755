"""A draft as a value: terms whose every value rests on words of the text, and what is left for a person to decide."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from proposals.documents.proposal import Proposal
from proposals.drafting.states import Declared
from proposals.fields.values import Plain
from proposals.terms.base import Term
from proposals.texts.points import Split
from proposals.validation import Validated
from proposals.vocabulary import Link

SOURCE: Final = "text"
"""The id under which a draft cites the text that it was made from."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Value(Validated):
    """One drafted value of a term: its field by key, the value as a file writes it, and the words it rests on.

    ``start`` and ``end`` are offsets in the text. ``inferred`` says that the value was not read from these words but
    taken from what stands around them, or from the sides that were named.
    """

    key: str
    plain: Plain
    start: int
    end: int
    inferred: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class DraftTerm(Validated):
    """A term with its values, those of the subject first, and the points under which it stands.

    Of a field that is a list there may be several values, each with the members that its words name. ``term`` is what a
    reader of the file gets; ``start`` and ``end`` are where the words stand by which it was known. ``answers`` are the
    points of the text that this one marks up which it seems to answer with another kind of term.
    """

    term: Term
    values: tuple[Value, ...]
    points: tuple[str, ...]
    start: int
    end: int
    answers: tuple[str, ...] = ()

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
    """What a person must decide: of which point, in a sentence, with the kinds that are nearest to its words.

    ``unread`` says that it quotes words of which no kind was recognised.
    """

    point: str
    what: str
    nearest: tuple[str, ...] = ()
    unread: bool = False


@attrs.frozen(kw_only=True)
class Kept:
    """A term that is taken over from an earlier version as it was decided there, under its points in this one.

    ``remarks`` say what is to be looked at again; empty where its words stand here as they did.
    """

    term: Term
    remarks: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Descent:
    """How a text seems to descend from an earlier document: the link, and the points of that one which it deletes."""

    link: Link
    to: str
    struck: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Draft:
    """What was drafted of a text: its terms and gaps in the order of its points.

    ``deleted`` are the points that an editor says are deleted, by the number that is named. ``descent`` is ``None``
    where no earlier document was named, or nothing in common was found. ``kept`` are terms of an earlier ``version`` of
    this text, whose names and sources go with them; ``None`` where there is no such version. ``head`` is what the text
    says of itself: its title, its form, its date, who made it, between whom, and where it was published. ``own`` are
    the places and actors that it declares.
    """

    split: Split
    terms: tuple[DraftTerm, ...]
    gaps: tuple[DraftGap, ...]
    head: tuple[Value, ...] = ()
    own: Declared = attrs.field(factory=Declared)
    deleted: tuple[str, ...] = ()
    descent: Descent | None = None
    kept: tuple[Kept, ...] = ()
    version: Proposal | None = None

    @property
    def typed(self) -> int:
        """How many points have a term."""
        drafted = {point for one in self.terms for point in one.points}
        return len(drafted.union(*(one.term.points for one in self.kept)))

    @property
    def unread(self) -> int:
        """How many gaps quote words of which no kind was recognised."""
        return sum(one.unread for one in self.gaps)

    @property
    def inferred(self) -> int:
        """How many values are inferred."""
        return sum(value.inferred for one in self.terms for value in one.values)
