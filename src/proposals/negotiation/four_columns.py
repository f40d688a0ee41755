"""The four columns of a negotiation: a base, each party's text beside it, and a compromise that may still be empty.

Each line says who is unchanged from the base and how far the line is agreed; the moves are told apart from the lines.
Nothing is agreed until everything is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from types import NoneType

import attrs

from proposals.comparison.alignment import with_texts
from proposals.comparison.apart import told_apart
from proposals.comparison.engine import compare
from proposals.comparison.findings import Finding
from proposals.comparison.line import Line
from proposals.comparison.names import world_of
from proposals.comparison.narrowing import EVERYTHING, Narrowing
from proposals.comparison.positions import Position
from proposals.documents.progress import LineStatus, Progress, TalksStatus
from proposals.documents.proposal import Proposal, each_proposal
from proposals.errors import NOWHERE, InvalidProposalError, Problem
from proposals.negotiation.lines import finding_of, lines
from proposals.terms.base import Term
from proposals.terms.claims import place_index
from proposals.validation import Validated, require
from proposals.values import OneLine
from proposals.vocabulary import Coverage, Relation
from proposals.words import Word
from proposals.world.places import Gazetteer
from proposals.world.world import World


class Toward(Word):
    """Between which two texts a party's move is told."""

    OWN = "from the base", "From the base to the party's own text."
    COMPROMISE = "to the compromise", "From the party's own text to the compromise."


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Row(OneLine, Validated):
    """A line with its number, counted from 1; the documents that say what the base says; and its standing, if any.

    ``unchanged`` counts the documents as the form does, from 0.
    """

    number: int
    line: Line
    unchanged: tuple[int, ...] = ()
    standing: LineStatus | None = None

    @property
    def progress(self) -> Progress:
        """How far it is agreed; open where nothing is kept of it."""
        return self.standing.progress if self.standing else Progress.OPEN


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Move(OneLine, Validated):
    """A party's text is not the base's, or the compromise is not the party's text.

    ``finding`` compares the earlier with the later of the two. Silence is no move, and neither is accepting the base.
    Where a text is known only in part, what it is not reported to say is no move either.
    """

    row: Row
    document: int
    toward: Toward
    finding: Finding


@attrs.frozen(kw_only=True, eq=False, repr=False)
class FourColumns(OneLine, Validated):
    """The form as values. ``documents`` are the base if there is one, the parties' texts, then the compromise if any.

    ``drafted`` says that the compromise is a document of its own, whose silence is told, and not what an agreement
    codes line by line. ``kept`` says that an agreement keeps how far the lines are agreed. ``hidden`` are the rows of a
    form narrowed by ``narrowing`` that it does not show: what is agreed is told of all.

    ``based`` says that the first document is the base, ``compromised`` that the last is a compromise. ``rows`` are the
    lines that are shown, each under its number, and ``moves`` where a party has moved from the base, or the compromise
    from a party.
    """

    documents: tuple[Proposal, ...]
    based: bool
    compromised: bool
    drafted: bool = False
    kept: bool = False
    rows: tuple[Row, ...]
    hidden: tuple[Row, ...] = ()
    narrowing: Narrowing = EVERYTHING
    moves: tuple[Move, ...]

    @property
    def parties(self) -> range:
        """Which documents are the parties' texts."""
        return range(int(self.based), len(self.documents) - int(self.compromised))

    @property
    def settles(self) -> bool:
        """Whether it has a place for a compromise: one is there, in part or whole, or a base leads up to one."""
        worded = any(row.standing and row.standing.words for row in (*self.rows, *self.hidden))
        return self.based or self.compromised or worded

    def counts(self) -> dict[Progress, int]:
        """How many lines are how far agreed, shown or not, in order of progress; what does not occur is left out."""
        counted = Counter(row.progress for row in (*self.rows, *self.hidden))
        return {progress: counted[progress] for progress in Progress if counted[progress]}

    def narrowed(self, narrowing: Narrowing) -> FourColumns:
        """The form with only the lines that are kept, under the numbers that they have in the whole.

        Args:
            narrowing: The topics, relations and questions to keep.

        Returns:
            A form of the same documents.

        Raises:
            WrongTypeError: The narrowing is none.
        """
        require(narrowing, Narrowing, "narrowed()")
        places = world_of(self.documents).places
        rows = tuple(row for row in self.rows if narrowing.keeps(row.line, places))
        kept = {row.number for row in rows}
        hidden = (*self.hidden, *(row for row in self.rows if row.number not in kept))
        moves = tuple(move for move in self.moves if move.row.number in kept)
        return attrs.evolve(self, rows=rows, hidden=hidden, moves=moves, narrowing=narrowing)

    @property
    def agreed(self) -> bool:
        """Whether everything, shown or not, is at least provisionally agreed. Until then nothing is."""
        reached = self.counts()
        return bool(reached) and all(progress.rank >= Progress.PROVISIONAL.rank for progress in reached)


def four_columns(
    parties: Sequence[Proposal],
    *,
    base: Proposal | None = None,
    compromise: Proposal | None = None,
    agreement: TalksStatus | None = None,
    world: World | None = None,
) -> FourColumns:
    """The four columns of the parties' texts.

    Args:
        parties: The texts of the parties.
        base: The text that they answer; ``None`` where there is none.
        compromise: The proposed compromise, as a document; ``None`` for what the agreement codes, if it codes any. A
            compromise in words stands in the standing of its row.
        agreement: How far the parties have come, line by line; ``None`` where nobody has written it down.
        world: The places and actors that names stand for; ``None`` for those that the documents were read with.

    Returns:
        A row for each line, with what each text says to it.

    Raises:
        WrongTypeError: A text is no document, or the agreement no status of talks.
        InvalidProposalError: A standing is about no line, or is the second about one line, or codes a compromise beside
            a document; or a document has two terms of one key.
    """
    require(agreement, (TalksStatus, NoneType), "four_columns()")
    for one in (base, compromise):
        require(one, (Proposal, NoneType), "four_columns()")
    parties = each_proposal(parties)
    standings = agreement.standings if agreement else ()
    coded = tuple(standing for standing in standings if standing.coded)
    drafted = compromise is not None
    if compromise is not None and coded:
        message = f"the compromise is the document '{compromise.id}', and a standing codes another"
        hint = "leave out one of the two, or write the compromise of the entry as a sentence"
        raise InvalidProposalError(
            tuple(Problem(one.at or NOWHERE, "second-compromise", message, hint) for one in coded)
        )
    if compromise is None and coded:
        compromise = _document(tuple(standing.term for standing in coded), parties)
    every = [*([base] if base else []), *parties, *([compromise] if compromise else [])]
    documents = tuple(told_apart(with_texts(every)))
    known = world_of(documents, world)
    found = lines(documents, world=known)
    placed = _placed(found, standings, known.places)
    rows = tuple(
        Row(
            number=number,
            line=line,
            unchanged=tuple(_unchanged(line, len(documents))) if base else (),
            standing=placed.get(number),
        )
        for number, line in enumerate(found, start=1)
    )
    form = FourColumns(
        documents=documents,
        based=base is not None,
        compromised=compromise is not None,
        drafted=drafted,
        kept=agreement is not None,
        rows=rows,
        moves=(),
    )
    return attrs.evolve(form, moves=tuple(sorted(_moves(form, known), key=_order)))


def _document(terms: tuple[Term, ...], parties: Sequence[Proposal]) -> Proposal:
    """The coded compromises as a text; each is whole as it stands, and the lines that have none are never asked for."""
    return Proposal(
        id="compromise",
        title="Compromise under discussion",
        date=max(document.date for document in parties),
        coverage=Coverage.COMPLETE,
        terms=terms,
    )


def _unchanged(line: Line, documents: int) -> Iterator[int]:
    base = line.positions[0]
    return (at for at in range(1, documents) if base.speaks and _alike(line.positions[at], base))


def _alike(one: Position, other: Position) -> bool:
    """Whether they say the same, each alternative with its holders."""
    return one.variants == other.variants


def _placed(found: Sequence[Line], standings: Iterable[LineStatus], places: Gazetteer) -> dict[int, LineStatus]:
    """Each line's standing by the line's number, from 1."""
    placed: dict[int, LineStatus] = {}
    problems = []
    for standing in standings:
        about = [number for number, line in enumerate(found, start=1) if _covers(standing, line, places)]
        taken = [number for number in about if number in placed]
        if not about:
            message = f"no line of the documents is a '{standing.term.kind}' of this subject"
            hint = "name the subject as the form does"
            problems.append(Problem(standing.at or NOWHERE, "unknown-line", message, hint))
        elif taken:
            message = f"line {taken[0]} has a standing already, at {placed[taken[0]].at or 'another place'}"
            problems.append(Problem(standing.at or NOWHERE, "second-standing", message, "keep one"))
        placed |= dict.fromkeys(about, standing)
    if problems:
        raise InvalidProposalError(tuple(problems))
    return placed


def _covers(standing: LineStatus, line: Line, places: Gazetteer) -> bool:
    """Whether all that the line is about is among what the standing is about."""
    term = standing.term
    if term.kind != line.kind:
        return False
    where = place_index(type(term))
    return all(
        places.reach(inner) <= places.reach(outer) if index == where else set(inner) <= set(outer)
        for index, (inner, outer) in enumerate(zip(line.subject, term.subject, strict=True))
    )


def _moves(form: FourColumns, world: World) -> Iterator[Move]:
    last = len(form.documents) - 1
    for party in form.parties:
        document = form.documents[party]
        if form.based:
            compared = compare(form.documents[0], document, world=world)
            for row in form.rows:
                base, own = row.line.positions[0], row.line.positions[party]
                if own.speaks and party not in row.unchanged and not own.agrees:
                    yield from _told(row, party, Toward.OWN, finding_of(compared, base, own))
        if form.compromised:
            compared = compare(document, form.documents[last], world=world)
            for row in form.rows:
                own, meant = row.line.positions[party], row.line.positions[last]
                if own.speaks and meant.speaks and not _alike(own, meant):
                    yield from _told(row, party, Toward.COMPROMISE, finding_of(compared, own, meant))


def _order(move: Move) -> tuple[int, int, int]:
    return (move.row.number, move.document, move.toward.rank)


def _told(row: Row, party: int, toward: Toward, finding: Finding | None) -> Iterator[Move]:
    """The move, unless the two texts are the same as far as both are known, or one is not known to speak to it."""
    if finding is not None and finding.relation not in {Relation.SAME, Relation.UNREPORTED}:
        yield Move(row=row, document=party, toward=toward, finding=finding)
