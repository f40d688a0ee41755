"""One subject, and what each of any number of documents does with it: every output reads these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final

import attrs

from proposals.comparison.positions import Answer, Position, absence, unlike
from proposals.comparison.rules import State
from proposals.comparison.variants import Variant, first_stance
from proposals.terms.base import Term
from proposals.terms.claims import Subject
from proposals.validation import Validated
from proposals.values import FrozenDict
from proposals.vocabulary import Absence, Coverage, Modality, Stance, Topics


# A comparison makes a line and a finding for each subject, and most subjects are said alike. The positions, two for
# each line and dearer than both, are made when asked for: at once they cost 7 µs a line beside 10 µs for all the rest
# (1,000 terms, tests/benchmarks). What is made by the thousand, here and in findings.py, has no slots, since attrs
# fills a frozen instance without them in half the time. And what the engine makes of values that are validated is not
# validated once more, which would take three times as long: line_of here, finding_of and difference_of there.
@attrs.frozen(eq=False, repr=False, slots=False)
class Line(Validated):
    """One subject with one position for each document, in the order of the documents.

    ``topic`` is the matter under which reports show it, ``shape`` the class of the kind; ``subject`` has one tuple of
    ids for each of its subject fields, places as a document names them or folded into the widest names. ``excepted``
    are the places inside those that narrower terms of the same document govern; each has its own line.

    ``sides`` are the terms of each document, none where it has none, and ``coverages`` how much of it is known on the
    topic. ``left_out`` are the terms that it is known not to have, by document, counted from 0.
    ``answers`` says which documents speak to something else here, and to what, by document, counted from 0. Of two
    documents, ``about_answer`` says that the line is about what the left answers with, and the right has the point that
    it answers. Lines that say the same are equal, wherever they were read.
    """

    topic: Topics
    shape: type[Term]
    subject: Subject
    excepted: tuple[str, ...]
    coverages: tuple[Coverage, ...]
    sides: tuple[tuple[Term, ...], ...]
    answers: Mapping[int, Answer] = attrs.field(default=FrozenDict())
    left_out: Mapping[int, tuple[Term, ...]] = attrs.field(default=FrozenDict())
    about_answer: bool = False
    _written: tuple[Position, ...] = ()

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """What each document does with the subject."""
        return self._written or tuple(self._position(at, terms) for at, terms in enumerate(self.sides))

    def state(self, document: int) -> State:
        """The state of one position, without making it.

        Args:
            document: The number of the document on the line, counted from 0.

        Returns:
            The stance of what it says, or why it says nothing.
        """
        if terms := self.sides[document]:
            return first_stance(terms)
        return absence(self.coverages[document], left_out=document in self.left_out)

    def _position(self, document: int, terms: tuple[Term, ...]) -> Position:
        state = self.state(document)
        return Position(
            kind=self.kind,
            subject=self.subject,
            state=state,
            coverage=self.coverages[document],
            terms=terms,
            left_out=self.left_out[document] if state is Absence.LEFT_OUT else (),
            answer=self.answers.get(document),
            modal=any(term.modality is not Modality.SHALL for term in self.terms),
            points_at=self._points_at(document, terms),
        )

    def _points_at(self, document: int, terms: tuple[Term, ...]) -> bool:
        """Whether another document has a term like each that this one deletes, of which there are some.

        A deletion of one field is of less than all that the other states.
        """
        if document in self.answers:
            return False
        deleted = [term for term in terms if term.stance is Stance.STRIKES]
        others = [side for at, side in enumerate(self.sides) if at != document and at not in self.answers]
        held = [term for side in others for term in side if term.stance is not Stance.STRIKES]
        return bool(deleted) and all(any(_whole(term, other) for other in held) for term in deleted)

    def __eq__(self, other: object) -> bool:
        """Whether they are about the same and all documents say the same there."""
        return self._facts == other._facts if isinstance(other, Line) else NotImplemented

    def __hash__(self) -> int:
        """That of what it is about and what is said to it."""
        return hash(self._facts)

    def __repr__(self) -> str:
        """What it is about and what is said to it."""
        said = ", ".join(position.word for position in self.positions)
        return f"Line(kind={self.kind!r}, subject={self.subject!r}, positions=<{said}>)"

    @property
    def _facts(self) -> tuple[object, ...]:
        return (self.topic, self.kind, self.subject, self.excepted, self.positions)

    def with_side(self, document: int, terms: tuple[Term, ...], answer: Answer | None = None) -> Line:
        """The line with other terms of one document.

        Args:
            document: The number of the document on the line, counted from 0.
            terms: Those that it has on the line instead; empty for none.
            answer: What these terms speak to instead of the subject; ``None`` where they speak to the subject.

        Returns:
            A line like this one in everything else.
        """
        sides = (*self.sides[:document], terms, *self.sides[document + 1 :])
        answers = {**self.answers, document: answer} if answer else self.answers
        return attrs.evolve(self, sides=sides, answers=answers)

    def between(self, first: int, second: int) -> Line:
        """The line of two of its documents alone.

        Args:
            first: The number of the one that is then the left, counted from 0.
            second: That of the right.

        Returns:
            A line of two positions. Where both speak to the same other thing instead, neither answers the other with
            it.
        """
        pair = (first, second)
        answers = {at: self.answers[one] for at, one in enumerate(pair) if one in self.answers}
        left_out = {at: self.left_out[one] for at, one in enumerate(pair) if one in self.left_out}
        if len(answers) == len(pair) and answers[0] == answers[1]:
            answers = {}
        return attrs.evolve(
            self,
            coverages=tuple(self.coverages[one] for one in pair),
            sides=tuple(self.sides[one] for one in pair),
            answers=answers,
            left_out=left_out,
            about_answer=self.about_answer and first < second,
        )

    def turned(self) -> Line:
        """The line of two documents with these exchanged; with an answer, it is about what that is about."""
        exchanged = attrs.evolve(
            self,
            sides=self.sides[::-1],
            coverages=self.coverages[::-1],
            left_out={1 - at: terms for at, terms in self.left_out.items()},
        )
        own = Answer(subject=self.subject, excepted=self.excepted)
        for other in self.answers.values():
            first = exchanged.sides[0][0]
            exchanged = attrs.evolve(
                exchanged,
                topic=first.topic,
                shape=type(first),
                subject=other.subject,
                excepted=other.excepted,
                answers={1: own},
                about_answer=not self.about_answer,
            )
        return exchanged

    @property
    def kind(self) -> str:
        """The kind that the subject belongs to; an answer to it may be of another one."""
        return self.shape.kind

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms, document by document."""
        return tuple(term for terms in self.sides for term in terms)

    @property
    def speakers(self) -> tuple[int, ...]:
        """The documents that speak to it, counted from 0, in order."""
        return tuple(at for at, position in enumerate(self.positions) if position.speaks)

    def said(self) -> Iterator[tuple[int, Variant]]:
        """All that is said to it, each with its document, counted from 0."""
        return ((at, variant) for at, position in enumerate(self.positions) for variant in position.variants)

    def told(self) -> Iterator[tuple[int, Variant]]:
        """All that is said to it, and all that is known to be left out, each with its document, counted from 0."""
        return (
            (at, variant)
            for at, position in enumerate(self.positions)
            for variant in (*position.variants, *position.lacking)
        )

    @property
    def settled_in_part(self) -> bool:
        """Whether some of its text may be common ground: two or more speak, and all propose it or accept it whole."""
        variants = [variant for _, variant in self.said()]
        if len(self.speakers) <= 1 or not any(one.proposes for one in variants):
            return False
        return all(one.proposes or one.agrees for one in variants)

    @property
    def agreed(self) -> bool:
        """Whether two or more speak to it and all of them say the same."""
        return self.settled_in_part and len({one.content for _, one in self.said() if one.proposes}) == 1


def _whole(deleted: Term, other: Term) -> bool:
    """Whether a deletion is of all that a term of another document states."""
    stated = {key for key, _ in other.stated}
    return not unlike(deleted, other) and stated <= {key for key, _ in deleted.stated}


_NONE: Final[FrozenDict[int, Any]] = FrozenDict()
"""No document answers, or none leaves out."""


def line_of(
    first: Term,
    subject: Subject,
    excepted: tuple[str, ...],
    coverages: tuple[Coverage, ...],
    sides: tuple[tuple[Term, ...], ...],
    left_out: FrozenDict[int, tuple[Term, ...]] = _NONE,
) -> Line:
    """A line of the kind of its first term, of values that are known to be right: none of them is looked at again."""
    made = object.__new__(Line)
    held = vars(made)
    held["topic"] = first.topic
    held["shape"] = type(first)
    held["subject"] = subject
    held["excepted"] = excepted
    held["coverages"] = coverages
    held["sides"] = sides
    held["answers"] = _NONE
    held["left_out"] = left_out
    held["about_answer"] = False
    held["_written"] = ()
    return made
