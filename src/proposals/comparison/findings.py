"""Findings as frozen values: how two documents stand to each other on one subject, and what made it so.

A finding carries everything that a report needs; wording is left to the reports.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from hashlib import blake2b

import attrs

from proposals.comparison.line import Line
from proposals.comparison.positions import Answer, Position
from proposals.comparison.rules import Rule
from proposals.fields.changes import Change, Lack, Stated
from proposals.fields.declare import Field
from proposals.fields.values import Plain
from proposals.notebook import Displayed
from proposals.terms.base import Term
from proposals.terms.claims import Subject
from proposals.validation import Validated
from proposals.values import OneLine
from proposals.vocabulary import Direction, Relation, Topics


@attrs.frozen(eq=False, repr=False, slots=False)
class Difference(OneLine, Validated):
    """A field in which two terms differ: the two values, how they differ, and how that weighs.

    ``field`` is its key, ``scale`` the name of the scale that it is compared on. ``left`` and ``right`` are the plain
    values; ``None`` where it is not stated. ``change`` is what the scale says of the right value, seen from the left
    one. ``direction`` says how the right weighs for the bearer, compared with the left; ``None`` where the field says
    nothing of weight or the values cannot be ordered. ``unreported``: it is only that a text known in part is not
    reported to say what the other one says, or names fewer members of a list.
    """

    field: str
    scale: str
    left: Plain = attrs.field(hash=False)
    right: Plain = attrs.field(hash=False)
    change: Change
    direction: Direction | None
    unreported: bool = False

    @property
    def lack(self) -> Lack | None:
        """Why the value is missing on the side that does not state it; ``None`` where both state one."""
        return self.change.lack if isinstance(self.change, Stated) else None

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


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Option(OneLine, Validated):
    """One alternative of the left with one of the right, where a point is open.

    ``left`` and ``right`` are the two alternatives; ``rule``, ``differences`` and ``direction`` are as those of a
    finding.
    """

    left: Term
    right: Term
    rule: Rule
    differences: tuple[Difference, ...]
    direction: Direction | None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Counterpart(OneLine, Validated):
    """A term of the other document that is left over, of the same kind, and may answer this one; never paired.

    ``reason`` says why; ``shared`` are the ids of the places or actors that both are about.

    ``term`` is the one that is left over.
    """

    term: Term
    reason: str
    shared: tuple[str, ...]


@attrs.frozen(eq=False, repr=False, slots=False)
class Finding(OneLine, Displayed, Validated):
    """How two documents relate to each other on one subject.

    ``rule`` is the one that the two meet on the ``line``. ``differences`` are in order of declaration; empty unless
    both sides have terms and neither is open. ``direction`` says how the right weighs for ``bearers``, compared
    with the left; ``None`` where nothing weighs. ``options`` are, where a point is open, each alternative of the
    left with each of the right. ``counterparts`` are, where one side has no such term, terms of the same kind that
    the other one is left with and that may answer this: ten at most, and ``further_counterparts`` is the number of the
    others.
    """

    rule: Rule
    line: Line
    differences: tuple[Difference, ...] = ()
    direction: Direction | None = None
    options: tuple[Option, ...] = ()
    counterparts: tuple[Counterpart, ...] = ()
    further_counterparts: int = 0

    @property
    def subject(self) -> Subject:
        """One tuple of ids for each subject field of the kind; with an ``answer``, the left's."""
        return self.line.subject

    @property
    def excepted(self) -> tuple[str, ...]:
        """The places inside the subject that a narrower term of the same document governs; each has its finding."""
        return self.line.excepted

    @property
    def answer(self) -> Answer | None:
        """What the right is about, where it answers a point of the left with something else."""
        return self.right.answer

    @property
    def left(self) -> Position:
        """What the left document does with the subject."""
        return self.line.positions[0]

    @property
    def right(self) -> Position:
        """What the right document does with the subject."""
        return self.line.positions[1]

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
        line = self.line
        parts: list[Collection[str]] = [*line.subject, line.excepted]
        for answer in line.answers.values():
            parts += [*answer.subject, answer.excepted]
        parts += [{term.content for term in terms} for terms in line.sides]
        facts = [self.rule.id, line.kind, *["\1".join(sorted(part)) for part in parts]]
        return blake2b("\0".join(facts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()

    @property
    def topic(self) -> Topics:
        """The matter under which reports show it: the left term's, where an answer is of another kind."""
        return self.line.topic

    @property
    def kind(self) -> str:
        """The kind of the terms: the left's, where an answer is of another kind."""
        return self.line.kind

    @property
    def bearers(self) -> tuple[str, ...]:
        """The ids of those who bear the term on both sides, or else on either, in alphabetical order."""
        return of_both(self.left.bearers, self.right.bearers)

    @property
    def beneficiaries(self) -> tuple[str, ...]:
        """The ids of those for whom the term is on both sides, or else on either, in alphabetical order."""
        return of_both(self.left.beneficiaries, self.right.beneficiaries)


def of_both(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    """The ids that both sides name, or else those that either does, in alphabetical order."""
    left, right = set(one), set(other)
    return tuple(sorted(left & right or left | right))


def finding_of(
    rule: Rule,
    line: Line,
    differences: tuple[Difference, ...] = (),
    direction: Direction | None = None,
    options: tuple[Option, ...] = (),
) -> Finding:
    """A finding of values that are known to be right, none of which is looked at again."""
    made = object.__new__(Finding)
    held = vars(made)
    held["rule"] = rule
    held["line"] = line
    held["differences"] = differences
    held["direction"] = direction
    held["options"] = options
    held["counterparts"] = ()
    held["further_counterparts"] = 0
    return made


def difference_of(
    field: Field, values: tuple[Plain, Plain], change: Change, direction: Direction | None, *, unreported: bool
) -> Difference:
    """A difference of values that are known to be right, none of which is looked at again."""
    made = object.__new__(Difference)
    held = vars(made)
    held["field"] = field.key
    held["scale"] = field.measure.name
    held["left"], held["right"] = values
    held["change"] = change
    held["direction"] = direction
    held["unreported"] = unreported
    return made
