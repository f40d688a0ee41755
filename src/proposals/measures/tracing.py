"""Making a trace: the drafts in order, each against those before it, and the gaps to a counterpart."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

import attrs

from proposals.comparison.apart import told_apart
from proposals.comparison.names import world_of
from proposals.comparison.positions import Position, same_options
from proposals.documents.proposal import Proposal, each_proposal
from proposals.fields.declare import compared_fields
from proposals.measures.convergence import Convergence, Measured, Mover, Stop, gap, measured
from proposals.measures.movement import Happening, Held, Outcome, Path, Stage, Trace
from proposals.measures.weighing import met, same_as_reported
from proposals.negotiation.matrix import MatrixRow, matrix
from proposals.validation import several
from proposals.values import Value
from proposals.vocabulary import Absence, Modality, Stance
from proposals.world.world import World


def trace(
    documents: Sequence[Proposal],
    *,
    toward: Proposal | None = None,
    parties: Collection[str] = (),
    mediators: Collection[str] = (),
    as_given: bool = False,
    world: World | None = None,
) -> Trace:
    """Follow each subject over a chain of drafts.

    Args:
        documents: The drafts.
        toward: A counterpart to whose values the gaps of ordered fields are measured; ``None`` to measure none.
        parties: The ids of actors whose texts are those of the parties. Without these and mediators, every author is
            one.
        mediators: The ids of actors whose texts stand apart; with parties also the texts of all who have no member in
            common with one of these.
        as_given: Whether the drafts stay in the order in which they come; otherwise they are put in that of their
            dates.
        world: The places and actors that names stand for; ``None`` for those that the documents were read with.

    Returns:
        A path for each subject, with what happens to it in each draft and what has become of it at the end.

    Raises:
        WrongTypeError: One of them is no document.
        InvalidValueError: Neither the world nor a document knows an actor.
        InvalidProposalError: A document has two terms of one key.

    >>> from proposals.library.bundled import load
    >>> found = trace([load("us-plan-reported"), load("ua-europe-reported")], as_given=True)
    >>> for path in found.paths:
    ...     print(path.line.kind, [str(stage.happening) for stage in path.stages], path.outcome.held, sep=" | ")
    withdrawal | ['starts', 'no longer reported'] | nothing reported
    demilitarization | ['starts', 'no longer reported'] | nothing reported
    territory-status | ['starts', 'no longer reported'] | nothing reported
    territory-status | ['starts', 'no longer reported'] | nothing reported
    frozen-line | ['starts', 'changes'] | its own

    From the US plan over the European answer to the draft of 20 points, whose ceiling for Ukraine's forces is left:

    >>> plans = trace([load("us-28-point"), load("e3-counter"), load("twenty-point")])
    >>> limit = next(path for path in plans.paths if path.line.kind == "force-limit")
    >>> print([str(stage.happening) for stage in limit.stages], limit.outcome.held, limit.outcome.documents)
    ['starts', 'changes', 'unchanged'] an earlier draft's ('e3-counter',)
    """
    chain = [*each_proposal(documents)]
    if not as_given:
        chain.sort(key=lambda document: document.date)
    everyone = told_apart([*chain, *([toward] if toward else [])])
    chain, toward = everyone[: len(chain)], everyone[-1] if toward else None
    known = world_of(everyone, world)
    named = {actor for document in everyone for actor in document.authors}
    sides = _Sides(_actors(parties, known, named), _actors(mediators, known, named), known)
    movers = _movers(chain, toward, sides)
    found = matrix(everyone, world=known)
    return Trace(
        documents=tuple(chain),
        toward=toward,
        mediators=tuple(document.id for document, mover in zip(chain, movers, strict=True) if mover is Mover.MEDIATOR),
        paths=tuple(
            _path(row, chain, movers, toward=toward)
            for row in found.rows
            if any(position.speaks for position in row.line.positions[: len(chain)])
        ),
    )


def _actors(given: Collection[str], world: World, named: Collection[str]) -> frozenset[str]:
    """The ids of actors; an author that no world knows, as of a document made in Python, is its own id."""
    ids = several(given, "actors", ordered=False)
    return frozenset(one if one in named else world.actor(one) for one in ids)


@attrs.frozen(eq=False, repr=False)
class _Sides(Value):
    """Who is a party and who mediates."""

    parties: Collection[str]
    mediators: Collection[str]
    world: World

    def related(self, actor: str, others: Collection[str]) -> bool:
        """Whether the actor is one of the others or has a member in common with one."""
        within = self.world.actors.within
        return any(not within(actor).isdisjoint(within(other)) for other in others)

    def party(self, actor: str) -> bool:
        """Whether the actor speaks for itself and does not mediate."""
        return actor not in self.mediators and (not self.parties or self.related(actor, self.parties))


def _movers(chain: Sequence[Proposal], toward: Proposal | None, sides: _Sides) -> list[Mover]:
    found = []
    for document in chain:
        own = [actor for actor in document.authors if sides.party(actor)]
        across = [actor for actor in own if toward and sides.related(actor, toward.authors)]
        if document.authors and not own:
            found.append(Mover.MEDIATOR)
        elif across:
            found.append(Mover.COUNTERPART if len(across) == len(own) else Mover.JOINT)
        else:
            found.append(Mover.DRAFT)
    return found


def _path(row: MatrixRow, chain: Sequence[Proposal], movers: Sequence[Mover], *, toward: Proposal | None) -> Path:
    positions = row.line.positions[: len(chain)]
    stages = []
    last: Position | None = None
    for index, (position, mover) in enumerate(zip(positions, movers, strict=True)):
        stages.append(
            Stage(
                position=position,
                happening=_happening(position, positions[:index]),
                since=met(last, position) if last and _holds(position) else None,
                mediator=mover is Mover.MEDIATOR,
            ),
        )
        last = position if _holds(position) else last
    return Path(
        line=row.line,
        stages=tuple(stages),
        outcome=_outcome(row, [document.id for document in chain]),
        gaps=tuple(_gaps(row, chain, movers)) if toward else (),
    )


def _holds(position: Position) -> bool:
    """Whether a draft would have the term hold: what it rejects or puts off it does not have."""
    return position.binds and not position.instead


def _happening(position: Position, before: Sequence[Position]) -> Happening:
    had = bool(before) and _holds(before[-1])
    if position.deletes_in_part and had:
        return Happening.CHANGES
    if not _holds(position):
        again = position.has and bool(before) and before[-1].content == position.content
        return Happening.UNCHANGED if again else _without(position, before[-1] if had else None)
    if not before:
        return Happening.STARTS
    if had:
        return _after(before[-1], position)
    return Happening.COMES_BACK if any(map(_holds, before)) else Happening.APPEARS


def _after(before: Position, position: Position) -> Happening:
    if same_options(position, before):
        return Happening.UNCHANGED
    return Happening.AS_REPORTED if _same_as_reported(before, position) else Happening.CHANGES


def _same_as_reported(before: Position, position: Position) -> bool:
    option = met(before, position)
    return option is not None and same_as_reported(option)


_DECLINING = {
    Stance.REJECTS: Happening.REJECTED,
    Stance.REFUSES: Happening.REFUSED,
    Stance.DEFERS: Happening.DEFERRED,
    Stance.STRIKES: Happening.DELETED,
}


def _without(position: Position, before: Position | None) -> Happening:
    """What a draft does that would not have the term hold; ``before`` is the draft before it, if that would."""
    if position.instead:
        return Happening.REPLACED
    if isinstance(position.state, Stance):
        return _DECLINING[position.state]
    if position.lacks(before or position):
        return Happening.FALLS_SILENT if before else Happening.ABSENT
    return Happening.NO_LONGER_REPORTED if before else Happening.NOT_REPORTED


def _outcome(row: MatrixRow, chain: Sequence[str]) -> Outcome:
    """Whose value the last of these drafts holds."""
    *before, (name, last) = zip(chain, row.line.positions, strict=False)
    if not last.terms:
        known = all(last.lacks(position) for _, position in before if _holds(position))
        return Outcome(held=Held.NOTHING if known and last.state is not Absence.UNREPORTED else Held.NOT_REPORTED)
    group = {draft for group in row.groups if name in group for draft in group}
    alike = tuple(draft for draft, position in before if _same_as_reported(position, last))
    holders = tuple(draft for draft, _ in before if draft in group and draft not in alike)
    if holders:
        return Outcome(held=Held.EARLIER, documents=holders)
    if alike:
        return Outcome(held=Held.AS_REPORTED, documents=alike)
    if last.deletes_in_part:
        return Outcome(held=Held.OWN)
    if not last.binds:
        return Outcome(held=Held.NOTHING if last.state is Stance.STRIKES else Held.DECLINED)
    return Outcome(held=Held.OWN, fields=tuple(_held_fields(last, before)))


def _held_fields(last: Position, before: Sequence[tuple[str, Position]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The fields that the last draft states, with the earlier drafts that state the same; none where it is open."""
    if last.open or last.instead:
        return
    earlier = [(draft, position.terms[0]) for draft, position in before if _holds(position) and not position.open]
    for field in compared_fields(type(last.terms[0])):
        value = getattr(last.terms[0], field.name)
        if value is not None and value is not Modality.SHALL:
            yield field.key, tuple(draft for draft, term in earlier if getattr(term, field.name) == value)


def _gaps(row: MatrixRow, chain: Sequence[Proposal], movers: Sequence[Mover]) -> Iterator[Convergence]:
    """The gap on each ordered field that both the chain and the counterpart state, in order of declaration."""
    positions = row.line.positions[: len(chain)]
    for field in compared_fields(row.line.shape):
        values = [_value(position, field.name) for position in (*positions, row.line.positions[-1])]
        numbers = [None if value is None else measured(field.scale, value) for value in values]
        for unit in dict.fromkeys(number.unit for number in numbers if number):
            stops = [
                Stop(document=document.id, authors=document.authors, mover=mover, value=number.number)
                for document, mover, number in zip(chain, movers, numbers[:-1], strict=True)
                if number and number.unit == unit
            ]
            found = gap(field.key, unit, stops, _number(numbers[-1], unit))
            if found:
                yield found


def _value(position: Position, name: str) -> object:
    """The value of a field; ``None`` where the document states none, leaves it open or does not put it forward."""
    return getattr(position.terms[0], name) if position.binds and not position.open and not position.instead else None


def _number(number: Measured | None, unit: str) -> Fraction | None:
    return number.number if number and number.unit == unit else None
