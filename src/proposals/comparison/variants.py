"""What one document says to a subject, in one of its alternatives or in all of it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

import attrs

from proposals.fields.values import Plain
from proposals.provenance import Citation, Dispute
from proposals.terms.base import Term
from proposals.terms.claims import Subject
from proposals.validation import Validated
from proposals.vocabulary import Modality, Stance


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Variant(Validated):
    """What a document says on a subject: all of it or, where it leaves the point open, one of the alternatives.

    ``holders`` are the ids of those who hold this alternative, ``option`` is what it is called; both are empty where
    the point is not open. ``fields`` are the stated compared fields by key with their plain values, in order of
    declaration; the modality is among them only where it is not *shall*. ``left_out`` are the keys of fields that it is
    known not to state. ``kind`` and ``subject`` are the line's own, save where the document answers the point with
    something else: then ``instead`` is true and they are those of its answer. ``terms`` say where it was read and never
    count as content.

    ``stance`` is how the document takes it: it proposes, rejects, accepts it and so on.
    """

    holders: tuple[str, ...] = ()
    option: str = ""
    stance: Stance = Stance.PROPOSES
    kind: str
    subject: Subject
    fields: tuple[tuple[str, Plain], ...] = attrs.field(default=(), hash=False)
    left_out: tuple[str, ...] = ()
    instead: bool = False
    terms: tuple[Term, ...] = attrs.field(default=(), eq=False, repr=False)

    @property
    def alternative(self) -> bool:
        """Whether it is one of several alternatives."""
        return bool(self.holders or self.option)

    @property
    def points(self) -> tuple[str, ...]:
        """Under which points of the document it stands, in reading order, each once."""
        return points_of(self.terms)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of its terms, in reading order, each once."""
        return citations_of(self.terms)

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """What sources report instead of the coded values, each once."""
        return disputes_of(self.terms)

    @property
    def content(self) -> Hashable:
        """What it says, whoever says it."""
        return (self.stance, self.kind, self.subject, self.instead, tuple(map(repr, self.meanings)))

    @property
    def meanings(self) -> tuple[tuple[str, Plain], ...]:
        """The fields, each in its one spelling; as they are written where its terms are not known."""
        return tuple(filter(shown, self.terms[0].meanings())) if self.terms else self.fields

    @property
    def proposes(self) -> bool:
        """Whether it puts forward a text for the line itself."""
        return self.stance is Stance.PROPOSES and not self.instead

    @property
    def agrees(self) -> bool:
        """Whether it accepts what another puts forward, as it stands."""
        return self.stance is Stance.ACCEPTS and not (self.instead or self.fields or self.left_out or self.alternative)


def first_stance(said: Sequence[Term | Variant]) -> Stance:
    """The stance of one or more terms or variants: of several the first in the order of the list."""
    return said[0].stance if len(said) == 1 else min((one.stance for one in said), key=lambda stance: stance.rank)


def stated(term: Term) -> tuple[tuple[str, Plain], ...]:
    """The stated compared fields of a term by key; the modality only where it is not *shall*."""
    return tuple(filter(shown, term.stated))


def shown(pair: tuple[str, Plain]) -> bool:
    """Whether a field with its value is shown: a *shall* is also what is not written."""
    return pair != ("modality", str(Modality.SHALL))


def points_of(terms: Iterable[Term]) -> tuple[str, ...]:
    """The points under which terms stand, in reading order, each once."""
    return tuple(dict.fromkeys(point for term in terms for point in term.points))


def citations_of(terms: Iterable[Term]) -> tuple[Citation, ...]:
    """The citations of terms, in reading order, each once."""
    return tuple(dict.fromkeys(one for term in terms for one in term.citations))


def disputes_of(terms: Iterable[Term]) -> tuple[Dispute, ...]:
    """The disputes of terms, in reading order, each once."""
    return tuple(dict.fromkeys(dispute for term in terms for dispute in term.disputes))
