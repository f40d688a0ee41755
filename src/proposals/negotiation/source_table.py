"""What became of each contribution in a merged text: taken over, changed, deleted, left out, and why.

A chair's source table. It says where a merged text agrees with a document, never that it was copied from there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

import attrs

from proposals.comparison.alignment import with_texts
from proposals.comparison.apart import told_apart
from proposals.comparison.engine import compare
from proposals.comparison.findings import Finding
from proposals.comparison.line import Line
from proposals.comparison.names import world_of
from proposals.comparison.narrowing import EVERYTHING, Narrowing
from proposals.comparison.positions import Position
from proposals.comparison.result import Comparison
from proposals.documents.proposal import Proposal, each_proposal
from proposals.fields.values import Plain
from proposals.negotiation.lines import finding_of, lines
from proposals.validation import Validated, require
from proposals.values import OneLine
from proposals.vocabulary import Coverage, Relation
from proposals.words import Word
from proposals.world.world import World


class Treatment(Word):
    """What a merged text does with what a document says."""

    ADOPTED = "taken over", "The merged text says the same, as far as both texts are known."
    ALTERED = "taken up with changes", "The merged text speaks to it, and not alike."
    CONDITIONED = "accepted with conditions", "The merged text accepts it on a condition or with a reservation."
    CONTRARY = "the contrary stands", "The merged text states what the document rules out, or rules out what it states."
    DELETED = "deleted", "The merged text, or the document with it, deletes the point."
    KEPT = "kept against its deletion", "The document deletes the point, and the merged text has it."
    REFUSED = "not discussed", "One of the two states that the matter is not for this table."
    DEFERRED = "left to later talks", "One of the two leaves the matter to later talks."
    OMITTED = "left out", "The merged text is known whole and says nothing of it."
    UNKNOWN = "not known to be taken up", "The merged text is known in part, and no such term of it is known."


_BY_RELATION: Final = MappingProxyType(
    {
        Relation.SAME: Treatment.ADOPTED,
        Relation.ACCEPTED: Treatment.ADOPTED,
        Relation.ACCEPTED_IF: Treatment.CONDITIONED,
        Relation.DIFFERS: Treatment.ALTERED,
        Relation.OPPOSED: Treatment.CONTRARY,
        Relation.STRUCK: Treatment.DELETED,
        Relation.REFUSED: Treatment.REFUSED,
        Relation.DEFERRED: Treatment.DEFERRED,
        Relation.SILENT: Treatment.OMITTED,
        Relation.UNREPORTED: Treatment.UNKNOWN,
    },
)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Contribution(OneLine, Validated):
    """What one document says to a line and what was done with it.

    ``finding`` compares the document with the merged text; ``None`` for a deletion.
    """

    document: int
    position: Position
    treatment: Treatment
    finding: Finding | None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Origin(Validated):
    """A field of the merged text with its plain value, and the documents that state the same; none where it is new."""

    key: str
    value: Plain = attrs.field(hash=False)
    documents: tuple[int, ...]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Merged(OneLine, Validated):
    """A line with its contributions, in the order of the documents, and the origin of each field of the merged text.

    ``reasons`` are the analyst's notes on the merged text's own terms.
    """

    number: int
    line: Line
    contributions: tuple[Contribution, ...]
    origins: tuple[Origin, ...]
    reasons: tuple[str, ...]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class SourceTable(OneLine, Validated):
    """A merged text with the documents that it may have come from; it counts as the last of ``documents``.

    ``rows`` has one row for each line, and ``narrowing`` says which lines are shown.
    """

    documents: tuple[Proposal, ...]
    rows: tuple[Merged, ...]
    narrowing: Narrowing = EVERYTHING

    @property
    def merged(self) -> int:
        """The place of the merged text among the documents."""
        return len(self.documents) - 1

    def narrowed(self, narrowing: Narrowing) -> SourceTable:
        """The table with only the lines that are kept, under the numbers that they have in the whole.

        Args:
            narrowing: The topics, relations and questions to keep.

        Returns:
            A table of the same documents.

        Raises:
            WrongTypeError: The narrowing is none.
        """
        require(narrowing, Narrowing, "narrowed()")
        places = world_of(self.documents).places
        rows = tuple(row for row in self.rows if narrowing.keeps(row.line, places))
        return attrs.evolve(self, rows=rows, narrowing=narrowing)


def source_table(merged: Proposal, documents: Sequence[Proposal], *, world: World | None = None) -> SourceTable:
    """Where each line of a merged text agrees with the documents, and what became of everything else in them.

    Args:
        merged: The text that was made of the others.
        documents: The texts that it was made of.
        world: The places and actors that names stand for; ``None`` for those that the documents were read with.

    Returns:
        A row for each line, with what each document contributes.

    Raises:
        WrongTypeError: One of them is no document.
        InvalidProposalError: A document has two terms of one key.
    """
    require(merged, Proposal, "source_table()")
    documents = each_proposal(documents)
    everyone = tuple(told_apart(with_texts([*documents, merged])))
    known = world_of(everyone, world)
    compared = [compare(document, everyone[-1], world=known) for document in everyone[:-1]]
    rows = (
        Merged(
            number=number,
            line=line,
            contributions=tuple(_contributions(line, compared)),
            origins=tuple(_origins(line, len(documents))),
            reasons=_reasons(line, len(documents)),
        )
        for number, line in enumerate(lines(everyone, world=known), start=1)
    )
    return SourceTable(documents=everyone, rows=tuple(rows))


def _contributions(line: Line, compared: Sequence[Comparison]) -> Iterator[Contribution]:
    text = line.positions[len(compared)]
    for document, comparison in enumerate(compared):
        position = line.positions[document]
        if not position.speaks:
            continue
        finding = None
        if not position.deletes:
            finding = finding_of(comparison, position, text) or finding_of(comparison, position, None)
        treatment = _BY_RELATION[finding.relation] if finding is not None else _deleted(position, text)
        yield Contribution(document=document, position=position, treatment=treatment, finding=finding)


def _deleted(position: Position, text: Position) -> Treatment:
    """What became in the merged text of a point that a document deletes."""
    if text.speaks and not text.deletes:
        return Treatment.KEPT
    known = text.coverage is Coverage.COMPLETE or text.lacks(position)
    return Treatment.DELETED if known else Treatment.UNKNOWN


def _origins(line: Line, merged: int) -> Iterator[Origin]:
    for (key, value), meaning in _stated(line.positions[merged]):
        same = [at for at, variant in line.said() if at != merged and meaning in variant.meanings]
        yield Origin(key=key, value=value, documents=tuple(dict.fromkeys(same)))


def _stated(position: Position) -> Iterator[tuple[tuple[str, Plain], tuple[str, Plain]]]:
    """The fields of a text that leaves nothing open, each with its meaning; of open variants none: each has its own."""
    if len(position.variants) == 1:
        yield from zip(position.variants[0].fields, position.variants[0].meanings, strict=True)


def _reasons(line: Line, merged: int) -> tuple[str, ...]:
    notes = (term.note for term in line.positions[merged].terms)
    return tuple(dict.fromkeys(note for note in notes if note))
