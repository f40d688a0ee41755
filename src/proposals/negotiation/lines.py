"""The matters of a negotiation, line by line: who says what to each, in any number of documents.

A line is what negotiators' papers have in common: the subject, and one voice for each document that speaks to it.
A document that says nothing has no voice, so that silence can never be taken for a position.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from proposals.comparison.alignment import align, align_many
from proposals.comparison.findings import Finding
from proposals.comparison.result import Comparison
from proposals.comparison.rows import Row
from proposals.documents.proposal import Proposal, Struck
from proposals.fields.declare import compared_fields
from proposals.fields.values import Plain
from proposals.library.collection import world_of
from proposals.provenance import Citation, Dispute
from proposals.terms.base import Subject, Term
from proposals.vocabulary import Absence, Coverage, Modality, Stance, Topic
from proposals.world.world import World


@attrs.frozen(kw_only=True)
class Voice:
    """What one document says to a line or, where it leaves the point open, what those say who hold one variant.

    ``document`` counts the documents from 0. ``fields`` are the stated compared fields by key with their plain values,
    in order of declaration; the modality is among them only where it is not *shall*. ``kind`` and ``subject`` are the
    line's own, save where the document answers the point with something else: then ``instead`` is true and they are
    those of its answer. ``terms`` and ``struck`` say where it was read and never count as content.
    """

    document: int
    holders: tuple[str, ...] = ()
    stance: Stance = Stance.PROPOSES
    kind: str
    subject: Subject
    fields: tuple[tuple[str, Plain], ...] = ()
    instead: bool = False
    terms: tuple[Term, ...] = attrs.field(default=(), eq=False, repr=False)
    struck: Struck | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def points(self) -> tuple[str, ...]:
        """Under which points of the document it stands, in reading order, each once."""
        own = (self.struck.point,) if self.struck else ()
        return tuple(dict.fromkeys((*(point for term in self.terms for point in term.points), *own)))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of its terms or of the deletion, in reading order, each once."""
        own = self.struck.citations if self.struck else ()
        return tuple(dict.fromkeys((*(one for term in self.terms for one in term.citations), *own)))

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """What sources report instead of the coded values."""
        return tuple(dict.fromkeys(dispute for term in self.terms for dispute in term.disputes))

    @property
    def content(self) -> tuple[object, ...]:
        """What it says, whoever says it."""
        said = self.terms[0].content if self.terms else self.fields
        return (self.stance, self.kind, self.subject, self.instead, said)

    @property
    def proposes(self) -> bool:
        """Whether it puts forward a text for the line itself."""
        return self.stance is Stance.PROPOSES and not self.instead

    @property
    def agrees(self) -> bool:
        """Whether it accepts what another puts forward, as it stands."""
        return self.stance is Stance.ACCEPTS and not (self.instead or self.fields or self.holders)


@attrs.frozen(kw_only=True)
class Line:
    """One subject with the voices of the documents that speak to it, in the order of documents, then of holders.

    ``subject`` has one tuple of ids for each subject field of the kind; ``excepted`` are the places inside it that
    narrower terms of the same document govern. ``shape`` is the class of the kind.
    """

    topic: Topic
    kind: str
    subject: Subject
    excepted: tuple[str, ...] = ()
    voices: tuple[Voice, ...]
    shape: type[Term] = attrs.field(eq=False, repr=False)

    def of(self, document: int) -> tuple[Voice, ...]:
        """The voices of one document: none, one, or one for each variant that it leaves open."""
        return tuple(voice for voice in self.voices if voice.document == document)

    @property
    def speakers(self) -> tuple[int, ...]:
        """The documents that speak to it, in order."""
        return tuple(dict.fromkeys(voice.document for voice in self.voices))

    @property
    def settled_in_part(self) -> bool:
        """Whether some of its text may be common ground: two or more speak, and all propose it or accept it whole."""
        if len(self.speakers) <= 1 or not any(voice.proposes for voice in self.voices):
            return False
        return all(voice.proposes or voice.agrees for voice in self.voices)

    @property
    def agreed(self) -> bool:
        """Whether two or more speak to it and all of them say the same."""
        return self.settled_in_part and len({voice.content for voice in self.voices if voice.proposes}) == 1


def lines(documents: Sequence[Proposal], *, world: World | None = None) -> tuple[Line, ...]:
    """The lines of any number of documents, by topic and then in reading order.

    Where a document amends another of them, its deletions and its answers to points stand on the lines of these points.
    Raises :class:`InvalidProposalError` as :func:`proposals.comparison.alignment.align_many` does.
    """
    known = world_of(documents, world)
    made = [_Draft.of(row) for row in align_many(documents, known)]
    for amending, document in enumerate(documents):
        for amended, other in enumerate(documents):
            if other.id in document.amends and amended != amending:
                _mark(made, documents, amended, amending, known)
    found = [draft.line() for draft in made if any(draft.sides)]
    return tuple(sorted(found, key=lambda line: line.topic.rank))


def absence(document: Proposal) -> Absence:
    """Why a document that has no voice on a line has none."""
    return Absence.SILENT if document.coverage is Coverage.COMPLETE else Absence.UNREPORTED


def finding_of(compared: Comparison, left: Sequence[Voice], right: Sequence[Voice]) -> Finding | None:
    """The finding of two documents that rests on these voices; ``None`` if none does, as for what a third amended."""
    before, after = ({id(term) for voice in side for term in voice.terms} for side in (left, right))
    for finding in compared.findings:
        sides = ({id(term) for term in side.terms} for side in (finding.left, finding.right))
        if all(bool(own & held) if own else not held for own, held in zip((before, after), sides, strict=True)):
            return finding
    return None


@attrs.define
class _Draft:
    """A row on its way to a line: the terms of each document, those that answer with something else, deletions."""

    row: Row
    sides: list[tuple[Term, ...]]
    instead: dict[int, tuple[Term, ...]] = attrs.field(factory=dict)
    struck: dict[int, Struck] = attrs.field(factory=dict)

    @classmethod
    def of(cls, row: Row) -> _Draft:
        """A row without deletions."""
        return cls(row, list(row.sides))

    def holds(self, document: int, terms: tuple[Term, ...]) -> bool:
        """Whether one of these terms of the document stands here."""
        return any(own is term for own in self.sides[document] for term in terms)

    def line(self) -> Line:
        """The line."""
        first = next(terms[0] for terms in self.row.sides if terms)
        voices: list[Voice] = []
        for document, terms in enumerate(self.sides):
            for term in (*terms, *self.instead.get(document, ())):
                voice = self._voice(document, term, instead=not terms)
                equal = next((at for at, other in enumerate(voices) if _same(other, voice)), None)
                if equal is None:
                    voices.append(voice)
                else:
                    voices[equal] = attrs.evolve(voices[equal], terms=(*voices[equal].terms, term))
            if document in self.struck and not terms and document not in self.instead:
                gone = self.struck[document]
                voices.append(
                    Voice(
                        document=document,
                        stance=Stance.STRIKES,
                        kind=first.kind,
                        subject=self.row.subject,
                        struck=gone,
                    ),
                )
        return Line(
            topic=first.topic,
            kind=first.kind,
            subject=self.row.subject,
            excepted=self.row.excepted,
            voices=tuple(sorted(voices, key=lambda voice: (voice.document, voice.holders))),
            shape=type(first),
        )

    def _voice(self, document: int, term: Term, *, instead: bool) -> Voice:
        return Voice(
            document=document,
            holders=term.holders,
            stance=term.stance,
            kind=term.kind,
            subject=term.subject if instead else self.row.subject,
            fields=stated(term),
            instead=instead,
            terms=(term,),
        )


def stated(term: Term) -> tuple[tuple[str, Plain], ...]:
    """The stated compared fields of a term by key; the modality only where it is not *shall*."""
    held = ((field, getattr(term, field.name)) for field in compared_fields(type(term)))
    return tuple(
        (field.key, field.plain(value)) for field, value in held if value is not None and value is not Modality.SHALL
    )


def _same(one: Voice, other: Voice) -> bool:
    return (one.document, one.holders, one.content) == (other.document, other.holders, other.content)


def _mark(made: list[_Draft], documents: Sequence[Proposal], amended: int, amending: int, world: World) -> None:
    """Bring the deletions and the answers of one document to the lines of the points of the other."""
    for pair in align(documents[amended], documents[amending], world):
        if pair.answer is not None:
            ways = [draft for draft in made if draft.holds(amended, pair.left) and not draft.sides[amending]]
            for draft in ways:
                draft.instead[amending] = pair.right
            for draft in made:
                if (
                    ways
                    and draft.holds(amending, pair.right)
                    and not any(terms for at, terms in enumerate(draft.sides) if at != amending)
                ):
                    draft.sides[amending] = ()
        elif pair.struck:
            for draft in made:
                if draft.holds(amended, pair.left) and not draft.sides[amending]:
                    draft.struck[amending] = pair.struck
