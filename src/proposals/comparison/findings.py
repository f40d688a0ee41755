"""Findings as frozen values: how two documents stand to each other on one subject, and what made it so.

A finding carries everything that a report needs; wording is left to the reports.
"""

from __future__ import annotations

from hashlib import blake2b

import attrs

from proposals.comparison.rows import Answer, Row
from proposals.comparison.rules import Rule, State
from proposals.documents.proposal import Struck
from proposals.fields.changes import Change, Lack, Stated, plain_change
from proposals.fields.values import Plain
from proposals.provenance import Citation, Dispute
from proposals.terms.base import Subject, Term
from proposals.vocabulary import Absence, Direction, Relation, Stance, Topic


@attrs.frozen(kw_only=True)
class Difference:
    """A field in which two terms differ: the two values, how they differ, and how that weighs.

    ``field`` is its key, ``scale`` the name of the scale that it is compared on. ``left`` and ``right`` are the plain
    values; ``None`` where it is not stated. ``change`` is what the scale says of the right value, seen from the left
    one. ``direction`` says how the right weighs for the bearer, compared with the left; ``None`` where the field says
    nothing of weight or the values cannot be ordered. ``unreported``: it is only that a text known in part is not
    reported to say what the other one says, or names fewer members of a list.
    """

    field: str
    scale: str
    left: Plain
    right: Plain
    change: Change
    direction: Direction | None
    unreported: bool = False

    @property
    def lack(self) -> Lack | None:
        """Why the value is missing on the side that does not state it; ``None`` where both state one."""
        return self.change.lack if isinstance(self.change, Stated) else None

    def plain(self) -> dict[str, Plain]:
        """The difference as JSON holds it."""
        return {
            "field": self.field,
            "scale": self.scale,
            "left": self.left,
            "right": self.right,
            **plain_change(self.change),
            "direction": self.direction and str(self.direction),
            "unreported": self.unreported,
        }

    def mirrored(self) -> Difference:
        """The difference with the sides exchanged."""
        return Difference(
            field=self.field,
            scale=self.scale,
            left=self.right,
            right=self.left,
            change=self.change.mirrored(),
            direction=self.direction and self.direction.reversed(),
            unreported=self.unreported,
        )


@attrs.frozen(kw_only=True)
class Side:
    """What one document does with a subject.

    ``terms`` is empty where it is absent or where it strikes the point as a whole (``struck`` then says where). Several
    terms are open alternatives if ``open``, else equal in content on adjoining ground; ``state`` is then the first of
    their stances in the order of :class:`~proposals.vocabulary.Stance`.
    """

    state: State
    terms: tuple[Term, ...] = ()
    struck: Struck | None = None

    @property
    def open(self) -> bool:
        """Whether the document leaves the point open between alternatives."""
        return bool(self.terms and self.terms[0].holders)

    @property
    def points(self) -> tuple[str, ...]:
        """Under which points of the document, in reading order, each once."""
        own = (self.struck.point,) if self.struck else ()
        return tuple(dict.fromkeys((*(point for term in self.terms for point in term.points), *own)))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of the terms or of the deletion, in reading order, each once."""
        own = self.struck.citations if self.struck else ()
        return tuple(dict.fromkeys((*(one for term in self.terms for one in term.citations), *own)))

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """What sources report instead of the coded values."""
        return tuple(dispute for term in self.terms for dispute in term.disputes)


@attrs.frozen(kw_only=True)
class Option:
    """One alternative of the left with one of the right, where a point is open."""

    left: Term
    right: Term
    rule: Rule
    differences: tuple[Difference, ...]
    direction: Direction | None


@attrs.frozen(kw_only=True)
class Counterpart:
    """A term of the other document that is left over, of the same kind, and may answer this one; never paired."""

    term: Term
    reason: str


@attrs.frozen(kw_only=True)
class Finding:
    """How two documents stand to each other on one subject.

    ``rule`` is the one that the two meet, ``row`` has their terms and what these are about. ``differences`` are in order
    of declaration; empty unless both sides have terms and neither is open. ``direction`` says how the right weighs for
    ``bearers``, compared with the left; ``None`` where nothing weighs. ``options`` are, where a point is open, each
    alternative of the left with each of the right. ``counterparts`` are, where one side has no such term, terms of the
    same kind that the other one is left with and that may answer this.
    """

    rule: Rule
    row: Row
    differences: tuple[Difference, ...] = ()
    direction: Direction | None = None
    options: tuple[Option, ...] = ()
    counterparts: tuple[Counterpart, ...] = ()

    @property
    def subject(self) -> Subject:
        """One tuple of ids for each subject field of the kind; with an ``answer``, the left's."""
        return self.row.subject

    @property
    def excepted(self) -> tuple[str, ...]:
        """The places inside the subject that a narrower term of the same document governs; each has its finding."""
        return self.row.excepted

    @property
    def answer(self) -> Answer | None:
        """What the right is about, where it answers a point of the left with something else."""
        return self.row.answer

    @property
    def left(self) -> Side:
        """What the left document does with the subject."""
        return self._side(self.row.left)

    @property
    def right(self) -> Side:
        """What the right document does with the subject."""
        return self._side(self.row.right)

    def _side(self, terms: tuple[Term, ...]) -> Side:
        if terms:
            return Side(state=stance_of(terms), terms=terms)
        if self.row.struck:
            return Side(state=Stance.STRIKES, struck=self.row.struck)
        return Side(state=Absence.SILENT if self.relation is Relation.SILENT else Absence.UNREPORTED)

    @property
    def relation(self) -> Relation:
        """What the rule gives."""
        return self.rule.relation

    @property
    def open(self) -> bool:
        """Whether either side leaves the point open."""
        return self.left.open or self.right.open

    @property
    def disputed(self) -> bool:
        """Whether the finding rests on a value that sources dispute."""
        return bool(self.left.disputes or self.right.disputes)

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits made of rule, key and values, so that a review decision survives a new draft.

        Provenance does not count (points, citations, positions), and neither does the order of terms or places.
        """
        answer = self.answer and (_sorted(self.answer.subject), sorted(self.answer.excepted))
        said = [sorted({term.content for term in terms}) for terms in self.row.sides]
        facts = (self.rule.id, self.kind, _sorted(self.subject), sorted(self.excepted), answer, said)
        return blake2b(repr(facts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()

    @property
    def topic(self) -> Topic:
        """The matter under which reports show it: the left term's, where an answer is of another kind."""
        return (self.row.left or self.row.right)[0].topic

    @property
    def kind(self) -> str:
        """The kind of the terms: the left's, where an answer is of another kind."""
        return self.row.kind

    @property
    def bearers(self) -> tuple[str, ...]:
        """The ids of those who bear the term on both sides, or else on either, in alphabetical order."""
        return _shared(*({actor for term in terms for actor in term.bearers} for terms in self.row.sides))

    @property
    def beneficiaries(self) -> tuple[str, ...]:
        """The ids of those for whom the term is on both sides, or else on either, in alphabetical order."""
        return _shared(*({actor for term in terms for actor in term.beneficiaries} for terms in self.row.sides))


def stance_of(terms: tuple[Term, ...]) -> Stance:
    """The stance of a side that has these terms: the first in the order of the list where there are several."""
    return min((term.stance for term in terms), key=lambda stance: stance.rank)


def _sorted(subject: Subject) -> Subject:
    return tuple(tuple(sorted(part)) for part in subject)


def _shared(one: set[str], other: set[str]) -> tuple[str, ...]:
    return tuple(sorted(one & other or one | other))
