"""Comparing two proposals: align their terms, relate each pair by rule, compare the fields by scale."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from typing import TypeAlias

import attrs

from proposals.comparison.alignment import align
from proposals.comparison.apart import told_apart
from proposals.comparison.counterparts import with_counterparts
from proposals.comparison.findings import Difference, Finding, Option, difference_of, finding_of
from proposals.comparison.line import Line
from proposals.comparison.meeting import commensurable, meeting_of, unwritten, weight_of
from proposals.comparison.names import world_of
from proposals.comparison.positions import leaves_out, same_options
from proposals.comparison.result import Comparison
from proposals.comparison.rules import Meeting, Rule, rule_for, rule_for_alike
from proposals.documents.proposal import Proposal
from proposals.fields.changes import Change, Lack, Membership, Stated, Way
from proposals.fields.declare import Field, compared_fields
from proposals.terms.base import Term
from proposals.values import per_class
from proposals.vocabulary import BINDING, Absence, Coverage, Direction, Modality, Stance
from proposals.world.world import World


def compare(left: Proposal, right: Proposal, *, world: World | None = None) -> Comparison:
    """Compare two proposals term by term.

    Args:
        left: The document from which the comparison is seen.
        right: The document whose values are described as seen from it: higher, added, heavier.
        world: The places and actors that names stand for. ``None``: those that the documents were read with, joined by
            :func:`~proposals.comparison.names.world_of`.

    Returns:
        A finding for each subject of either document, in reading order of the left and then of the right.

    Raises:
        WrongTypeError: One of the two is no document, such as its id; :func:`proposals.load` reads it.
        InvalidProposalError: One of the documents has two terms of one key.
    """
    return _compared(left, right, world, counterparts=True)


def without_counterparts(left: Proposal, right: Proposal, *, world: World | None = None) -> Comparison:
    """The same, without what might answer a term that is left over: no number hangs on it, and it takes a third."""
    return _compared(left, right, world, counterparts=False)


def _compared(left: Proposal, right: Proposal, world: World | None, *, counterparts: bool) -> Comparison:
    left, right = told_apart((left, right))
    known = world_of((left, right), world)
    with _uncollected():
        findings = [relate(line) for line in align(left, right, known)]
        told = with_counterparts(findings, known) if counterparts else findings
        return Comparison(left=left, right=right, findings=tuple(told), world=known)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No collection of cyclic garbage in here: all that is made is kept, and ties no cycles.

    The collector looks at all living values again each time that their number has grown by a quarter. Two documents of
    100,000 terms took 42 µs a term with it and 20 µs without, those of 1,000 terms 12 and 10 µs. It stays off where it
    was off before. To freeze and unfreeze moves what was made to the oldest generation at once: else the first look at
    it, as soon as it is on again, takes 6 % of comparing 1,000 terms. Who has frozen values of their own keeps them so.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


_Coverages: TypeAlias = tuple[Coverage, ...]
"""How much of the left and of the right document is known."""


def relate(line: Line) -> Finding:
    """What the rules make of a line of two documents."""
    left, right = line.sides
    if not left or not right:
        return finding_of(rule_for(line.state(0), line.state(1), _one_sided(line)), line)
    one, other = left[0], right[0]
    if one.alternative or other.alternative:
        return _open_finding(line)
    if one.content == other.content and not line.answers:  # most of what two documents both have
        return finding_of(rule_for_alike(one.stance), line)
    rule, differences, direction = _met(one, other, line.coverages, answered=bool(line.answers))
    return finding_of(rule, line, differences, direction)


def _one_sided(line: Line) -> Meeting:
    """What shows where only one of two documents speaks."""
    absent = 0 if not line.sides[0] else 1
    if line.state(absent) is Absence.LEFT_OUT:
        covered = leaves_out(line.left_out[absent], line.sides[1 - absent])
        return Meeting.COVERED if covered else Meeting.UNCOVERED
    return Meeting.NONE


def _open_finding(line: Line) -> Finding:
    """Compare option by option; the same options on both sides are the same, unless they have changed hands."""
    left, right = line.positions
    answered = right.answer is not None
    options = tuple(
        meet(one, other, answered=answered, coverage=line.coverages) for one, other in product(left.terms, right.terms)
    )
    rules = {option.rule.id: option.rule for option in options}
    if left.open and right.open and same_options(left, right) and not answered:
        rule = rule_for(left.state, left.state, Meeting.ALIKE)
    elif len(rules) == 1:
        rule = next(iter(rules.values()))
    else:
        rule = rule_for(left.state, right.state, Meeting.OPEN)
    return finding_of(rule, line, options=options)


_WHOLE = (Coverage.COMPLETE, Coverage.COMPLETE)


def meet(left: Term, right: Term, *, answered: bool = False, coverage: _Coverages = _WHOLE) -> Option:
    """Two terms met: which rule, which fields differ, and which way.

    Args:
        left: The term of the left document.
        right: That of the right.
        answered: Whether a reference to a point brought them together and not their keys.
        coverage: How much of the left and of the right document is known: what a text known in part does not state is
            not reported, and weighs nothing.

    Returns:
        The rule, the differences and the direction.
    """
    rule, differences, direction = _met(left, right, coverage, answered=answered)
    return Option(left=left, right=right, rule=rule, differences=differences, direction=direction)


def _met(
    left: Term, right: Term, coverage: _Coverages, *, answered: bool
) -> tuple[Rule, tuple[Difference, ...], Direction | None]:
    if type(left) is not type(right):
        return rule_for(left.stance, right.stance, Meeting.ANOTHER_KIND), (), None
    if left.content == right.content:
        return rule_for(left.stance, right.stance, Meeting.ANOTHER_KIND if answered else Meeting.ALIKE), (), None
    differences = tuple(_differences(left, right, coverage))
    meeting = meeting_of(left, right, differences)
    if answered and meeting is Meeting.AS_REPORTED:
        meeting = Meeting.ANOTHER_KIND
    return rule_for(left.stance, right.stance, meeting), differences, _direction(differences)


@per_class
def _numbered(shape: type[Term]) -> dict[str, tuple[int, Field]]:
    """The compared fields of a kind by key, each with its place in the order of declaration."""
    return {field.key: (at, field) for at, field in enumerate(compared_fields(shape))}


def _differences(left: Term, right: Term, coverage: _Coverages) -> Iterator[Difference]:
    weighs = left.stance in BINDING and commensurable(left, right)  # what is put forward can be heavier or lighter
    before, after = dict(left.stated), dict(right.stated)
    by_key = _numbered(type(left))
    for _, field in sorted([by_key[key] for key in before.keys() | after.keys()]):
        if getattr(left, field.name) == getattr(right, field.name):
            continue
        change, unreported = _change(field, (left, right), coverage)
        direction = None
        if weighs and not (field.name == "modality" and unwritten(left, right)):
            direction = weight_of(field, change, banned=left.modality is Modality.SHALL_NOT)
        values = before.get(field.key), after.get(field.key)
        yield difference_of(field, values, change, direction, unreported=unreported)


def _change(field: Field, terms: tuple[Term, Term], coverage: _Coverages) -> tuple[Change, bool]:
    """What two unequal values are to each other, and whether that is only because one text is known in part."""
    left, right = terms
    old, new = getattr(left, field.name), getattr(right, field.name)
    if old is None:
        lack = _lack(left, right, field, coverage[0])
        return Stated(Way.MORE, lack), lack is Lack.UNREPORTED
    if new is None:
        lack = _lack(right, left, field, coverage[1])
        return Stated(Way.LESS, lack), lack is Lack.UNREPORTED
    change = field.measure.change(old, new)
    if Coverage.PARTIAL in coverage and isinstance(change, Membership):
        change = _as_known(change, coverage)
        return change, _unnamed(change, coverage)
    return change, False


def _unnamed(change: Membership, coverage: _Coverages) -> bool:
    """Whether a list is only longer than that of a text that is known in part, and may name the same."""
    if change.altered or bool(change.added) is bool(change.removed):
        return False
    return coverage[0 if change.added else 1] is Coverage.PARTIAL


def _as_known(change: Membership, coverage: _Coverages) -> Membership:
    """A list of a text that is known only in part lacks nobody for certain, as an open one."""
    return attrs.evolve(
        change,
        added_for_certain=change.added_for_certain and coverage[0] is Coverage.COMPLETE,
        removed_for_certain=change.removed_for_certain and coverage[1] is Coverage.COMPLETE,
    )


def _lack(own: Term, other: Term, field: Field, coverage: Coverage) -> Lack:
    """What it means that a term does not state what the other one states in a field."""
    if field.key in own.left_out and coverage is Coverage.PARTIAL:
        return Lack.LEFT_OUT
    if own.rules_out(field, getattr(other, field.name)):
        return Lack.UNSTATED
    if own.stance is not other.stance and own.stance is not Stance.PROPOSES:
        return Lack.NOT_RESTATED
    return Lack.UNREPORTED if coverage is Coverage.PARTIAL else Lack.UNSTATED


def _direction(differences: tuple[Difference, ...]) -> Direction | None:
    """All that weigh weigh alike, or they pull apart; ``None`` where none weighs."""
    found = {difference.direction for difference in differences} - {None}
    return Direction.MIXED if len(found) > 1 else next(iter(found), None)
