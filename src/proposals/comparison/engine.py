"""Comparing two proposals: align their terms, relate each pair by rule, compare the fields by scale."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import TypeAlias

import attrs

from proposals.comparison.alignment import align
from proposals.comparison.findings import Counterpart, Difference, Finding, Option
from proposals.comparison.names import world_of
from proposals.comparison.positions import Line
from proposals.comparison.result import Comparison
from proposals.comparison.rules import Meeting, Rule, possible_meetings, rule_for
from proposals.documents.proposal import Proposal
from proposals.fields.changes import Change, Lack, Membership, Stated, Way
from proposals.fields.declare import Field, compared_fields
from proposals.terms.base import Term, place_index
from proposals.vocabulary import Coverage, Direction, Modality, Stance
from proposals.world.world import World


def compare(left: Proposal, right: Proposal, *, world: World | None = None) -> Comparison:
    """Compare two proposals term by term.

    ``world`` gives the names of places and actors; left out, it is what the documents carry, as
    :func:`~proposals.comparison.names.world_of` joins it. Raises :class:`InvalidProposalError` if one of the documents
    has two terms of one key.
    """
    known = world_of((left, right), world)
    coverage = left.coverage, right.coverage
    findings = [_finding(line, coverage) for line in align(left, right, known)]
    return Comparison(left=left, right=right, findings=tuple(_with_counterparts(findings, known)))


_Token: TypeAlias = tuple[str, int, str]
_Coverages: TypeAlias = tuple[Coverage, Coverage]


def _finding(line: Line, coverage: _Coverages) -> Finding:
    """What the rules make of a line."""
    left, right = line.positions
    if not left.terms or not right.terms:
        return Finding(rule=rule_for(left.state, right.state, Meeting.NONE), line=line)
    if left.terms[0].holders or right.terms[0].holders:
        return _open_finding(line, coverage)
    answered = right.answer is not None
    rule, differences, direction = _met(left.terms[0], right.terms[0], coverage, answered=answered)
    return Finding(rule=rule, line=line, differences=differences, direction=direction)


def _open_finding(line: Line, coverage: _Coverages) -> Finding:
    """Compare option by option; the same options on both sides are the same, whoever holds them."""
    left, right = line.positions
    answered = right.answer is not None
    options = tuple(
        meet(one, other, answered=answered, coverage=coverage) for one, other in product(left.terms, right.terms)
    )
    rules = {option.rule.id: option.rule for option in options}
    contents = [{term.content for term in position.terms} for position in line.positions]
    if left.open and right.open and contents[0] == contents[1] and not answered:
        rule = rule_for(left.state, left.state, Meeting.ALIKE)
    elif len(rules) == 1:
        rule = next(iter(rules.values()))
    else:
        rule = rule_for(left.state, right.state, Meeting.OPEN)
    return Finding(rule=rule, line=line, options=options)


_WHOLE = (Coverage.COMPLETE, Coverage.COMPLETE)


def meet(left: Term, right: Term, *, answered: bool = False, coverage: _Coverages = _WHOLE) -> Option:
    """Two terms met: which rule, which fields differ, and which way.

    ``answered`` if a reference to a point brought them together and not their keys; ``coverage`` is that of their two
    documents: what a text known in part does not state is not reported, and weighs nothing.
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
    meeting = _meeting(left, right, differences)
    if answered and meeting is Meeting.AS_REPORTED:
        meeting = Meeting.ANOTHER_KIND
    return rule_for(left.stance, right.stance, meeting), differences, _direction(differences)


def _meeting(left: Term, right: Term, differences: tuple[Difference, ...]) -> Meeting:
    """What shows where two terms of one kind are not alike."""
    if left.stance is not right.stance:
        if Meeting.COVERED not in possible_meetings(left.stance, right.stance):
            return Meeting.NONE
        rejected, proposed = (left, right) if left.stance is Stance.REJECTS else (right, left)
        return Meeting.COVERED if rejection_covers(rejected, proposed) else Meeting.UNCOVERED
    if left.stance is Stance.PROPOSES:
        if left.modality is not right.modality and {left.modality, right.modality} == _CONTRARIES:
            return Meeting.CONTRARY
        if all(difference.unreported for difference in differences):
            return Meeting.AS_REPORTED
    return Meeting.UNLIKE


_CONTRARIES = frozenset({Modality.SHALL, Modality.SHALL_NOT})


_HOW = frozenset({"modality", "if", "reservation", "before", "after", "within", "until", "void-if"})
"""Fields that say how strongly and when a term binds, not what: a rejection is of what."""


def rejection_covers(rejected: Term, proposed: Term) -> bool:
    """Whether a stated rejection reaches another's term: in every field that it states, from its value on.

    "Rejects recognition *de facto*" covers everything from *de facto* up; a rejection that states no field covers all.
    """
    for field in compared_fields(type(rejected)):
        limit, value = getattr(rejected, field.name), getattr(proposed, field.name)
        if field.key in _HOW or limit is None:
            continue
        if value is None or not field.measure.covers(limit, value, field.heavier):
            return False
    return True


_PUT_FORWARD = frozenset({Stance.PROPOSES, Stance.ACCEPTS, Stance.ACCEPTS_IF, Stance.RESERVES})
"""Stances that would have the term in force: only these can make it heavier or lighter."""


def _differences(left: Term, right: Term, coverage: _Coverages) -> Iterator[Difference]:
    weighs = left.stance in _PUT_FORWARD and right.stance in _PUT_FORWARD
    for field in compared_fields(type(left)):
        old, new = getattr(left, field.name), getattr(right, field.name)
        if old == new:
            continue
        change, unreported = _change(field, (left, right), coverage)
        lack = change.lack if isinstance(change, Stated) else None
        weight = field.direction(change.way, stated=lack is not None)
        counts = weighs and lack in {None, Lack.LEFT_OUT}
        yield Difference(
            field=field.key,
            scale=field.measure.name,
            left=None if old is None else field.plain(old),
            right=None if new is None else field.plain(new),
            change=change,
            direction=weight if counts else None,
            unreported=unreported,
        )


def _change(field: Field, terms: tuple[Term, Term], coverage: _Coverages) -> tuple[Change, bool]:
    """What two unequal values are to each other, and whether that is only because one text is known in part."""
    left, right = terms
    old, new = getattr(left, field.name), getattr(right, field.name)
    if old is None:
        lack = _lack(left, right, coverage[0])
        return Stated(Way.MORE, lack), lack is Lack.UNREPORTED
    if new is None:
        lack = _lack(right, left, coverage[1])
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


def _lack(own: Term, other: Term, coverage: Coverage) -> Lack:
    """What it means that a term does not state what the other one states."""
    if own.stance is not other.stance and own.stance is not Stance.PROPOSES:
        return Lack.NOT_RESTATED
    return Lack.UNREPORTED if coverage is Coverage.PARTIAL else Lack.LEFT_OUT


def _direction(differences: tuple[Difference, ...]) -> Direction | None:
    """All that weigh weigh alike, or they pull apart; ``None`` where none weighs."""
    found = {difference.direction for difference in differences} - {None}
    return Direction.MIXED if len(found) > 1 else next(iter(found), None)


def _with_counterparts(findings: list[Finding], world: World) -> list[Finding]:
    """Name, for terms left over on one side, those of the same kind left over on the other whose subject overlaps."""
    lefts: dict[_Token, list[int]] = {}
    rights: dict[_Token, list[int]] = {}
    for index, finding in enumerate(findings):
        if finding.left.terms and finding.right.terms:
            continue
        own = lefts if finding.left.terms else rights
        for token in _tokens(finding, world):
            own.setdefault(token, []).append(index)
    near: dict[int, set[int]] = {}
    for token in lefts.keys() & rights.keys():
        for left, right in product(lefts[token], rights[token]):
            near.setdefault(left, set()).add(right)
            near.setdefault(right, set()).add(left)
    for index, others in near.items():
        counterparts = tuple(
            Counterpart(term=term, reason=_reason(findings[index], findings[other], world))
            for other in sorted(others)
            for term in findings[other].line.terms
        )
        findings[index] = attrs.evolve(findings[index], counterparts=counterparts)
    return findings


def _reaches(finding: Finding, world: World) -> Iterator[Callable[[str], frozenset[str]]]:
    """For each subject field what its ids stand for: an actor with its members, or a place with its ground.

    A word of another sort stands for itself.
    """
    where = place_index(finding.line.shape)
    for index, _ in enumerate(finding.subject):
        yield world.places.atoms if index == where else world.actors.within


def _tokens(finding: Finding, world: World) -> Iterator[_Token]:
    """What a finding's subject is made of, by kind and field: subjects overlap that have one in common."""
    kind = finding.kind
    for position, (reach, items) in enumerate(zip(_reaches(finding, world), finding.subject, strict=True)):
        for item in items:
            for piece in reach(item):
                yield kind, position, piece


def _reason(one: Finding, other: Finding, world: World) -> str:
    """The ground or the actors that two subjects share first, in words."""
    shared = next(
        found
        for reach, mine, theirs in zip(_reaches(one, world), one.subject, other.subject, strict=True)
        if (found := [item for item in mine if not reach(item).isdisjoint(frozenset().union(*map(reach, theirs)))])
    )
    return f"same kind, both about {', '.join(map(world.name, shared))}"
