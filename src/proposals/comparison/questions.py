"""Questions: what people put in the left column of a side-by-side, and what documents say to each.

A row is a question with what it is asked of: a country, ground, two sides. Kinds and fields name the question that they
answer (:class:`~proposals.fields.declare.Asked`). What names nothing of the sort speaks to every row of its question. A
second question reads only the field that names it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

import attrs

from proposals.comparison.line import Line
from proposals.comparison.positions import Position, absence, leaves_out
from proposals.documents.questions import every_asked
from proposals.fields.declare import Asked, Field, compared_fields, fields_of, subject_fields
from proposals.fields.values import PLACE
from proposals.terms import KINDS
from proposals.terms.base import Term
from proposals.terms.claims import Subject
from proposals.validation import Validated
from proposals.values import OneLine
from proposals.vocabulary import Absence, Topics
from proposals.world.pieces import shortest
from proposals.world.places import Gazetteer

OTHER_MATTERS: Final = "other-matters"
"""The question of kinds that name none, asked of each topic."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reading(OneLine, Validated):
    """A line as it bears on a question: as a whole or, for a second question, by one ``field`` of it.

    ``topic`` is that of its kind, ``shape`` the class of that, another than the line's where a point is answered with
    something else; ``asked`` says which question it answers. ``names`` are the ids of what that is asked of here, none
    where the line speaks to all of it; readings that share a piece are asked of the same. ``ground`` says that the
    names are places. ``alone`` is the document, counted from 0, that answers a point of another with something that has
    a question of its own: the reading is of that alone; else ``None``.
    """

    line: Line
    topic: Topics
    shape: type[Term]
    asked: Asked
    field: Field | None = None
    names: tuple[str, ...] = ()
    pieces: frozenset[Hashable] = frozenset()
    ground: bool = False
    alone: int | None = None

    @property
    def key(self) -> str | None:
        """The key of the field; ``None`` for the line as a whole."""
        return None if self.field is None else self.field.key

    @property
    def name(self) -> str:
        """The attribute of the field; empty for the line as a whole."""
        return "" if self.field is None else self.field.name

    def answers(self, document: int) -> bool:
        """Whether a document answers the question here.

        Args:
            document: The number of the document, counted from 0.

        Returns:
            ``True`` also for a rejection or a deletion.
        """
        if self.alone is not None:
            return document == self.alone
        if self.field is None:
            return bool(self.line.sides[document])
        return bool(self.held(document))

    def absence(self, document: int) -> Absence:
        """Why a document does not answer here; it leaves out all that the others state, or else it may be there.

        Args:
            document: The number of the document, counted from 0.

        Returns:
            Why it does not.
        """
        own, left_out = self.line.sides[document], self.line.left_out.get(document)
        if self.alone is None and not own and left_out:
            known = leaves_out(left_out, self.line.terms)
        else:
            known = any(self.key in term.left_out for term in own)
        return absence(self.line.coverages[document], left_out=known)

    def between(self, first: int, second: int) -> Reading:
        """The reading of two of the documents alone.

        Args:
            first: The number of the one that is then the left, counted from 0.
            second: That of the right.

        Returns:
            A reading of two positions.
        """
        alone = {first: 0, second: 1}.get(self.alone) if self.alone is not None else None
        return attrs.evolve(self, line=self.line.between(first, second), alone=alone)

    def held(self, document: int) -> tuple[Any, ...]:
        """The values by which a document answers in the field.

        Args:
            document: The number of the document, counted from 0.

        Returns:
            The values, in reading order; empty without a field.
        """
        values = self.asked.values
        own = (term for term in self.line.sides[document] if self.field in compared_fields(type(term)))
        found = (getattr(term, self.name) for term in own)
        return tuple(one for one in found if one is not None and (not values or one in values))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Row(OneLine, Validated):
    """A question with what it is asked of, and what any document says to it.

    ``question`` is the id of the question. ``asked`` are the ids of what it is asked of: places if ``ground``, else
    actors or words; empty where nothing on it names any. ``topic`` is that of its ``readings``,
    which are in the order of their lines.
    """

    question: str
    asked: tuple[str, ...]
    ground: bool
    topic: Topics
    readings: tuple[Reading, ...]

    def positions(self, document: int) -> tuple[tuple[Reading, Position], ...]:
        """Where a document answers the question, and what it does there.

        Args:
            document: The number of the document, counted from 0.

        Returns:
            A reading and a position for each such line; empty where it does not answer.
        """
        return tuple((one, one.line.positions[document]) for one in self.readings if one.answers(document))

    def answers(self, document: int) -> bool:
        """Whether a document answers the question.

        Args:
            document: The number of the document, counted from 0.

        Returns:
            ``True`` also for a rejection or a deletion.
        """
        return any(one.answers(document) for one in self.readings)

    def absence(self, document: int) -> Absence:
        """Why a document does not answer: not reported, where any line of the question may still be in the text.

        Args:
            document: The number of the document, counted from 0.

        Returns:
            Why it does not.
        """
        found = {one.absence(document) for one in self.readings}
        return next(one for one in (Absence.UNREPORTED, Absence.LEFT_OUT, Absence.SILENT) if one in found)

    def between(self, first: int, second: int) -> Row:
        """The row of two of the documents alone, with what either of them says to it.

        Args:
            first: The number of the one that is then the left, counted from 0.
            second: That of the right.

        Returns:
            A row of these documents.
        """
        own = (one for one in self.readings if one.answers(first) or one.answers(second))
        return attrs.evolve(self, readings=tuple(one.between(first, second) for one in own))


def ask(lines: Iterable[Line], places: Gazetteer) -> tuple[Row, ...]:
    """The rows of lines, by topic and then in the order of the lines.

    Each line is in one row of its question, or in all of them where it names nothing that the question is asked of.

    Args:
        lines: The lines.
        places: The places that names stand for.

    Returns:
        The rows.
    """
    found: dict[tuple[str, Topics | None], list[Reading]] = {}
    for line in lines:
        for one in _readings(line, places):
            found.setdefault(_question(one.asked, one.topic), []).append(one)
    rows = [row for readings in found.values() for row in _rows(readings, places)]
    return tuple(sorted(rows, key=lambda row: row.topic.rank))


def joined(rows: Sequence[Row], places: Gazetteer) -> Row:
    """One row of several that ask the same question of ground, with the ground and the readings of all."""
    readings = {id(one): one for row in rows for one in row.readings}
    asked = rows[0].asked if len(rows) == 1 else places.cover(places.reach(name for row in rows for name in row.asked))
    return attrs.evolve(rows[0], asked=asked, readings=tuple(readings.values()))


def every_question() -> frozenset[str]:
    """The ids of the questions that kinds of term or their fields answer, those of one's own among them."""
    kinds = {**KINDS, **{shape.kind: shape for shape in Term.__subclasses__()}}
    return frozenset({OTHER_MATTERS, *(asked.question for _, asked, _ in every_asked(kinds))})


def _question(asked: Asked, topic: Topics) -> tuple[str, Topics | None]:
    return asked.question, topic if asked.question == OTHER_MATTERS else None


class _Matter(NamedTuple):
    """What a line, or what answers it instead, is about."""

    topic: Topics
    shape: type[Term]
    subject: Subject
    excepted: tuple[str, ...]

    @property
    def asked(self) -> Asked:
        """The question that it answers."""
        return self.shape.asked or Asked(OTHER_MATTERS)

    @property
    def question(self) -> tuple[str, Topics | None]:
        """What tells questions apart: other matters are a question for each topic."""
        return _question(self.asked, self.topic)


def _readings(line: Line, places: Gazetteer) -> Iterator[Reading]:
    """A line as a whole, its fields that answer a second question, and what answers one of its points instead."""
    matter = _Matter(line.topic, line.shape, line.subject, line.excepted)
    instead = {
        document: _Matter(line.sides[document][0].topic, type(line.sides[document][0]), answer.subject, answer.excepted)
        for document, answer in line.answers.items()
    }
    if line.about_answer:
        matter, instead = instead[1], {0: matter}
    yield _reading(line, matter, matter.asked, None, places)
    for field in compared_fields(matter.shape):
        if field.asked is not None:
            one = _reading(line, matter, field.asked, field, places)
            if any(map(one.answers, range(len(line.sides)))):
                yield one
    for document, own in instead.items():
        if own.question != matter.question:
            yield attrs.evolve(_reading(line, own, own.asked, None, places), alone=document)


def _reading(line: Line, matter: _Matter, asked: Asked, field: Field | None, places: Gazetteer) -> Reading:
    facts: dict[str, Any] = {"line": line, "topic": matter.topic, "shape": matter.shape, "asked": asked, "field": field}
    if asked.question == OTHER_MATTERS:
        topic = str(matter.topic)
        return Reading(**facts, names=(topic,), pieces=frozenset({topic}))
    if asked.of is None:
        return Reading(**facts)
    named = next(one for one in fields_of(matter.shape) if one.key == asked.of)
    names = _names(named, line, matter)
    ground = named.domain is PLACE
    pieces: frozenset[Hashable] = frozenset(names)
    if ground:
        pieces = places.reach(names) - places.reach(matter.excepted if named.scale is None else ())
    elif named.together and not asked.each:
        pieces = frozenset({names})
    return Reading(**facts, names=names, pieces=pieces, ground=ground)


def _names(field: Field, line: Line, matter: _Matter) -> tuple[str, ...]:
    """What a field names on a line: in its subject, or in the terms of all documents."""
    if field.scale is None:
        return matter.subject[subject_fields(matter.shape).index(field)]
    held = (getattr(term, field.name) for term in line.terms if field in fields_of(type(term)))
    return tuple(dict.fromkeys(str(one) for members in held if members is not None for one in members))


def _rows(readings: Sequence[Reading], places: Gazetteer) -> Iterator[Row]:
    """One row for those that share pieces, with those that name nothing in each of them."""
    order = {id(one): at for at, one in enumerate(readings)}
    general = [one for one in readings if not one.pieces]
    for group in _groups([one for one in readings if one.pieces]) or [[]]:
        held = sorted((*group, *general), key=lambda one: order[id(one)])
        ground = any(one.ground for one in group)
        yield Row(
            question=held[0].asked.question,
            asked=_ground(group, places)
            if ground
            else tuple(dict.fromkeys(name for one in group for name in one.names)),
            ground=ground,
            topic=held[0].topic,
            readings=tuple(held),
        )


def _groups(readings: Iterable[Reading]) -> list[list[Reading]]:
    """Those that share a piece together, and those that share one with any of these."""
    groups: dict[int, list[Reading]] = {}
    owner: dict[Hashable, int] = {}
    for number, one in enumerate(readings):
        first, *others = sorted({owner[piece] for piece in one.pieces if piece in owner}) or [number]
        group = groups.setdefault(first, [])
        for joined in map(groups.pop, others):
            group += joined
            owner |= {piece: first for reading in joined for piece in reading.pieces}
        group.append(one)
        owner |= dict.fromkeys(one.pieces, first)
    return list(groups.values())


def _ground(group: Sequence[Reading], places: Gazetteer) -> tuple[str, ...]:
    """The ground of a row: as one of its lines names it where that is all, else in the widest names that make it up."""
    pieces = frozenset[Hashable]().union(*(one.pieces for one in group))
    whole = [one.names for one in group if one.pieces == pieces == places.reach(one.names)]
    return shortest(whole) if whole else places.cover(frozenset(map(str, pieces)))
