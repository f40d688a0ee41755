"""What one document does with a subject, or why it is not known to do anything.

Every output reads these, for two documents or for twenty, so that no two of them can say different things.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import cached_property
from typing import Any, Final

import attrs

from proposals.comparison.rules import State
from proposals.comparison.variants import Variant, citations_of, disputes_of, first_stance, points_of, shown, stated
from proposals.fields.declare import compared_fields
from proposals.fields.members import Members
from proposals.provenance import Citation, Dispute
from proposals.terms.base import Term
from proposals.terms.claims import Subject
from proposals.validation import Validated
from proposals.vocabulary import BINDING, Absence, Coverage, Stance

OPEN: Final = "open"
"""What stands for the state of a document whose open alternatives have different stances."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Answer(Validated):
    """What a document is about that answers a point of another by reference, where their keys do not meet."""

    subject: Subject
    excepted: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Position(Validated):
    """What one document does with the subject of a line, or why it is not known to do anything.

    ``kind`` and ``subject`` are the line's. ``state`` is the stance; of several the first in the order of
    :class:`~proposals.vocabulary.Stance`, which :attr:`stances` tells apart. ``coverage`` is how much of the document
    is known. ``terms`` are those in which it speaks, in reading order; none where it is absent. Several are open
    alternatives if :attr:`open`, else equal in content on adjoining ground. With ``answer`` the document speaks to
    something else instead. ``left_out`` are the terms that it is known not to have, where that is why it says nothing;
    :attr:`lacking` has what they would say. ``modal`` says that modalities differ on the line, so that an unwritten
    *shall* is to be shown as well; ``points_at`` that another document there states what this one deletes, so that
    *this* is enough to say what it deletes.

    Positions that say the same are equal, wherever they were read.
    """

    kind: str
    subject: Subject
    state: State
    coverage: Coverage
    terms: tuple[Term, ...] = ()
    left_out: tuple[Term, ...] = ()
    answer: Answer | None = None
    modal: bool = False
    points_at: bool = False
    _written: tuple[Variant, ...] = ()
    _unwritten: tuple[Variant, ...] = ()

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """What it says: nothing where it is absent, else one thing, or each open alternative, by holders and name."""
        if self._written:
            return self._written
        return tuple(sorted(self._each_once(self.terms), key=lambda one: (one.holders, one.option)))

    @cached_property
    def lacking(self) -> tuple[Variant, ...]:
        """What the document is known not to have, in reading order; empty unless that is why it says nothing."""
        return self._unwritten or tuple(self._each_once(self.left_out))

    def lacks(self, other: Position) -> bool:
        """Whether the document is known not to have what another says: by its whole text, or by what it leaves out.

        Args:
            other: The position of the other document on the same line.

        Returns:
            ``False`` also where it is not known.
        """
        if self.state is Absence.LEFT_OUT:
            return leaves_out(self.left_out, other.terms)
        return self.state is Absence.SILENT

    def _each_once(self, terms: Iterable[Term]) -> Iterable[Variant]:
        """What terms say, in their order; those that say the same are one."""
        found: dict[Hashable, Variant] = {}
        for term in terms:
            one = self._variant(term)
            same = (one.holders, one.option, one.content, one.left_out)
            found[same] = attrs.evolve(found[same], terms=(*found[same].terms, term)) if same in found else one
        return found.values()

    def _variant(self, term: Term) -> Variant:
        return Variant(
            holders=term.holders,
            option=term.option,
            stance=term.stance,
            kind=term.kind,
            subject=term.subject if self.answer else self.subject,
            fields=stated(term),
            left_out=term.left_out,
            instead=self.answer is not None,
            terms=(term,),
        )

    @classmethod
    def read(cls, kind: str, subject: Subject, coverage: Coverage, variants: tuple[Variant, ...]) -> Position:
        """A position that was written out without its terms, as in a bracketed text.

        Args:
            kind: The word of the kind of term.
            subject: What the line is about, with a tuple for each subject field.
            coverage: How much of the document is known on the topic of the kind.
            variants: What the document says, in each alternative that it leaves open; empty where it says nothing.

        Returns:
            The position; without variants it is absent: silent where the coverage is complete, else not reported.
        """
        said = tuple(one for one in variants if one.stance is not Stance.LEAVES_OUT)
        lacking = () if said else variants
        state = first_stance(said) if said else absence(coverage, left_out=bool(lacking))
        return cls(kind=kind, subject=subject, state=state, coverage=coverage, written=said, unwritten=lacking)

    def __eq__(self, other: object) -> bool:
        """Whether they say the same in the same words, each alternative with its holders and its name."""
        if not isinstance(other, Position):
            return NotImplemented
        return self._facts == other._facts

    @property
    def _facts(self) -> tuple[object, ...]:
        return (self.state, self.coverage, self.variants, self.lacking)

    def __hash__(self) -> int:
        """That of what they say."""
        return hash((self.state, self.coverage, self.content))

    def __repr__(self) -> str:
        """What it does, and in how many variants."""
        return f"Position(state={self.state!r}, coverage={self.coverage!r}, variants=<{len(self.variants)}>)"

    @property
    def speaks(self) -> bool:
        """Whether the document says anything, be it a rejection or a deletion."""
        return not isinstance(self.state, Absence)

    @property
    def absence(self) -> Absence | None:
        """Why it says nothing; ``None`` where it speaks."""
        return self.state if isinstance(self.state, Absence) else None

    @property
    def open(self) -> bool:
        """Whether the document leaves the point open between alternatives."""
        return any(one.alternative for one in self.terms) or any(one.alternative for one in self._written)

    @property
    def stances(self) -> tuple[State, ...]:
        """Its stances, each once, in the order of :attr:`variants`; open alternatives may have several."""
        return tuple(dict.fromkeys(one.stance for one in self.variants)) or (self.state,)

    @property
    def mixed(self) -> bool:
        """Whether its open alternatives have different stances, so that none is the whole document's."""
        return len(self.stances) > 1

    @property
    def word(self) -> str:
        """Its state in a word; *open* where its alternatives have different stances."""
        return OPEN if self.mixed else str(self.state)

    @property
    def binds(self) -> bool:
        """Whether it puts a term forward or agrees to one, so that somebody bears it."""
        return any(one.stance in BINDING for one in self.variants)

    @property
    def agrees(self) -> bool:
        """Whether it accepts what another puts forward, as it stands."""
        return self.speaks and all(one.agrees for one in self.variants)

    @property
    def instead(self) -> bool:
        """Whether it answers the point with a term of another kind or subject."""
        return any(one.instead for one in self.variants)

    @property
    def has(self) -> bool:
        """Whether it has a term for the line itself, of whatever stance: neither a deletion nor something instead."""
        return self.speaks and self.answer is None and not self.deletes

    @property
    def deletes(self) -> bool:
        """Whether all that it does is to delete a term from a text that it marks up."""
        return self.stances == (Stance.STRIKES,)

    @property
    def deletes_in_part(self) -> bool:
        """Whether it deletes no more than single values of a clause, which stays."""
        return any(term.in_part for term in self.terms)

    @property
    def points(self) -> tuple[str, ...]:
        """Under which points of the document it stands, or would, in reading order, each once."""
        return points_of(self.terms or self.left_out)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of the terms or of the known absence, in reading order, each once."""
        return citations_of(self.terms or self.left_out)

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """What sources report instead of the coded values or of the known absence, each once."""
        return disputes_of(self.terms or self.left_out)

    @property
    def about(self) -> Subject:
        """What its terms are about here: the line's subject, or what it speaks to instead."""
        return self.answer.subject if self.answer else self.subject

    @property
    def bearers(self) -> tuple[str, ...]:
        """The ids of those who bear what its terms say of the subject, in alphabetical order."""
        return tuple(sorted({actor for term in self.terms for actor in term.bearers_of(self.about)}))

    @property
    def beneficiaries(self) -> tuple[str, ...]:
        """The ids of those for whom that is, in alphabetical order."""
        return tuple(sorted({actor for term in self.terms for actor in term.beneficiaries_of(self.about)}))

    @property
    def content(self) -> frozenset[Hashable]:
        """What it says, whoever holds it and wherever it stands: equal for two documents that say the same."""
        return frozenset(one.content for one in self.variants)


def same_options(one: Position, other: Position) -> bool:
    """Whether two documents leave the same alternatives open, and each that has holders in both has the same.

    Who holds an alternative says what that actor wants: two that have changed places are not the same.
    """
    held, again = (_held(position) for position in (one, other))
    return held.keys() == again.keys() and all(
        not holders or not again[content] or holders == again[content] for content, holders in held.items()
    )


def _held(position: Position) -> dict[Hashable, frozenset[str]]:
    """Who holds each alternative, by what it says."""
    found: dict[Hashable, frozenset[str]] = {}
    for variant in position.variants:
        found[variant.content] = found.get(variant.content, frozenset[str]()).union(variant.holders)
    return found


def absence(coverage: Coverage, *, left_out: bool = False) -> Absence:
    """Why a document says nothing to a subject: how much of it is known, and whether it is known to leave this out."""
    if coverage is Coverage.COMPLETE:
        return Absence.SILENT
    return Absence.LEFT_OUT if left_out else Absence.UNREPORTED


def leaves_out(left_out: Iterable[Term], terms: Iterable[Term]) -> bool:
    """Whether a text that is known not to have the one does not have any of the others: each states all that it lacks.

    *Shall* is also what is not written, so that a term that is left out without a modality is left out with any.
    """
    lacking = [[pair for pair in one.meanings() if shown(pair)] for one in left_out]
    stated = [[*term.meanings()] for term in terms]
    return all(any(all(pair in held for pair in one) for one in lacking) for held in stated)


def unlike(term: Term, other: Term) -> bool:
    """Whether two terms of one kind state values of a field that have nothing in common."""
    fields = compared_fields(type(term))
    return any(apart(getattr(term, field.name), getattr(other, field.name)) for field in fields)


def apart(held: Any, value: Any) -> bool:
    """Whether two values have nothing in common: both are stated and unlike, and they are not lists that overlap."""
    if held is None or value is None or held == value:
        return False
    lists = isinstance(held, Members) and isinstance(value, Members)
    return not lists or not (held.open or value.open or set(held) & set(value))
