"""Comparing two proposals: align their terms, relate each pair by rule, compare the fields by scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import TypeAlias

import attrs

from proposals.alignment import Pair, align
from proposals.changes import Change, Lack, Membership, Stated, Way
from proposals.fields import compared_fields
from proposals.findings import Comparison, Counterpart, Difference, Finding, Option, Side
from proposals.library import world as bundled_world
from proposals.proposal import Proposal
from proposals.rules import Meeting, Rule, possible_meetings, rule_for
from proposals.terms.term import Term, place_index
from proposals.vocabulary import Absence, Coverage, Direction, Modality, Stance
from proposals.world import World


def compare(left: Proposal, right: Proposal, *, world: World | None = None) -> Comparison:
    """Compare two proposals term by term.

    ``world`` gives the places; left out, it is the bundled one with the documents' own places. Raises
    :class:`InvalidProposalError` if one of the documents has two terms of one key.
    """
    known = world_of((left, right), world)
    found = [_finding(pair, left, right) for pair in align(left, right, known)]
    return Comparison(left=left, right=right, findings=tuple(_with_counterparts(found, known)))


def world_of(documents: Iterable[Proposal], world: World | None = None) -> World:
    """The world, or else the bundled one, with what the documents add to it; the first of an id holds."""
    known = world or bundled_world()
    for document in documents:
        own = [place for place in document.places if place.id not in known.places.places]
        known = known.extended(own, [actor for actor in document.actors if actor.id not in known.actors.actors])
    return known


_Token: TypeAlias = tuple[str, int, str]


def _finding(pair: Pair, left: Proposal, right: Proposal) -> Finding:
    one = _side(pair.left, pair, left)
    other = _side(pair.right, pair, right)
    if len(one.terms) == 1 == len(other.terms) and not pair.answered and _same_proposal(one.terms[0], other.terms[0]):
        return Finding(rule=_SAME, subject=pair.subject, excepted=pair.excepted, left=one, right=other)
    if not one.terms or not other.terms:
        verdict = _Verdict(rule=rule_for(one.state, other.state, Meeting.NONE))
    elif one.open or other.open:
        verdict = _open_verdict(one, other, (left.coverage, right.coverage), answered=pair.answered)
    else:
        coverage = (left.coverage, right.coverage)
        option = meet(one.terms[0], other.terms[0], answered=pair.answered, coverage=coverage)
        verdict = _Verdict(rule=option.rule, differences=option.differences, direction=option.direction)
    return Finding(
        rule=verdict.rule,
        subject=pair.subject,
        excepted=pair.excepted,
        answer=pair.answer,
        left=one,
        right=other,
        differences=verdict.differences,
        direction=verdict.direction,
        options=verdict.options,
    )


_SAME = rule_for(Stance.PROPOSES, Stance.PROPOSES, Meeting.ALIKE)


def _same_proposal(one: Term, other: Term) -> bool:
    """Whether both propose the same: most terms of two drafts do, and need no more to be asked."""
    if one.stance is not Stance.PROPOSES or one.holders or other.holders:
        return False
    return type(one) is type(other) and one.content == other.content


@attrs.frozen(kw_only=True)
class _Verdict:
    """What the meeting of two sides comes to."""

    rule: Rule
    differences: tuple[Difference, ...] = ()
    direction: Direction | None = None
    options: tuple[Option, ...] = ()


def _side(own: tuple[Term, ...], pair: Pair, document: Proposal) -> Side:
    if len(own) == 1:
        return Side(state=own[0].stance, terms=own)
    if own:
        return Side(state=min((term.stance for term in own), key=lambda stance: stance.rank), terms=own)
    if pair.struck:
        return Side(state=Stance.STRIKES, struck=pair.struck)
    return Side(state=Absence.SILENT if document.coverage is Coverage.COMPLETE else Absence.UNREPORTED)


def _open_verdict(one: Side, other: Side, coverage: tuple[Coverage, Coverage], *, answered: bool) -> _Verdict:
    """Compare option by option; the same options on both sides are the same, whoever holds them."""
    options = tuple(
        meet(left, right, answered=answered, coverage=coverage) for left, right in product(one.terms, other.terms)
    )
    rules = {option.rule.id: option.rule for option in options}
    contents = [{term.content for term in side.terms} for side in (one, other)]
    if one.open and other.open and contents[0] == contents[1] and not answered:
        rule = rule_for(one.state, one.state, Meeting.ALIKE)
    elif len(rules) == 1:
        rule = next(iter(rules.values()))
    else:
        rule = rule_for(one.state, other.state, Meeting.OPEN)
    return _Verdict(rule=rule, options=options)


_WHOLE = (Coverage.COMPLETE, Coverage.COMPLETE)


def meet(
    left: Term, right: Term, *, answered: bool = False, coverage: tuple[Coverage, Coverage] = _WHOLE
) -> Option:
    """Two terms met: which rule, which fields differ, and which way.

    ``answered`` if a reference to a point brought them together and not their keys; ``coverage`` is that of their two
    documents: what a text known in part does not state is not reported, and weighs nothing.
    """
    same_kind = type(left) is type(right)
    differences = tuple(_differences(left, right, coverage)) if same_kind and left.content != right.content else ()
    meeting = _meeting(left, right, differences) if same_kind else Meeting.ANOTHER_KIND
    if answered and meeting in {Meeting.ALIKE, Meeting.AS_REPORTED}:
        meeting = Meeting.ANOTHER_KIND
    rule = rule_for(left.stance, right.stance, meeting)
    return Option(left=left, right=right, rule=rule, differences=differences, direction=_direction(differences))


def _meeting(left: Term, right: Term, differences: tuple[Difference, ...]) -> Meeting:
    possible = possible_meetings(left.stance, right.stance)
    if Meeting.COVERED in possible:
        rejected, proposed = (left, right) if left.stance is Stance.REJECTS else (right, left)
        return Meeting.COVERED if rejection_covers(rejected, proposed) else Meeting.UNCOVERED
    if Meeting.ALIKE not in possible:
        return Meeting.NONE
    if left.content == right.content:
        return Meeting.ALIKE
    if Meeting.CONTRARY in possible and {left.modality, right.modality} == {Modality.SHALL, Modality.SHALL_NOT}:
        return Meeting.CONTRARY
    reported = all(difference.unreported for difference in differences)
    return Meeting.AS_REPORTED if reported and Meeting.AS_REPORTED in possible else Meeting.UNLIKE


_HOW = frozenset({"modality", "if", "reservation", "before", "after", "within", "until", "void-if"})
"""Fields that say how strongly and when a term binds, not what: a rejection is of what."""


def rejection_covers(rejected: Term, proposed: Term) -> bool:
    """Whether a stated rejection reaches another's term: in every field that it states, from its value on.

    "Rejects recognition *de facto*" covers everything from *de facto* up; a rejection that states no field covers all.
    """
    for field in compared_fields(type(rejected)):
        limit, value = getattr(rejected, field.name), getattr(proposed, field.name)
        if field.key in _HOW or limit is None or field.scale is None:
            continue
        if value is None or not field.scale.covers(limit, value, field.heavier):
            return False
    return True


_PUT_FORWARD = frozenset({Stance.PROPOSES, Stance.ACCEPTS, Stance.ACCEPTS_IF, Stance.RESERVES})
"""Stances that would have the term in force: only these can make it heavier or lighter."""


def _differences(left: Term, right: Term, coverage: tuple[Coverage, Coverage]) -> Iterator[Difference]:
    lacks = [_lack(*one) for one in zip((left, right), (right, left), coverage, strict=True)]
    weighs = {left.stance, right.stance} <= _PUT_FORWARD
    for field in compared_fields(type(left)):
        old, new = getattr(left, field.name), getattr(right, field.name)
        if old == new or field.scale is None:
            continue
        direction = None
        if old is None or new is None:
            way, lack = (Way.MORE, lacks[0]) if old is None else (Way.LESS, lacks[1])
            change: Change = Stated(way, lack)
            if weighs and lack is Lack.LEFT_OUT:
                direction = field.direction(way, stated=True)
        else:
            change = _as_known(field.scale.change(old, new), coverage)
            if weighs:
                direction = field.direction(change.way, stated=False)
        yield Difference(
            field=field.key,
            scale=field.scale.name,
            left=None if old is None else field.plain(old),
            right=None if new is None else field.plain(new),
            change=change,
            direction=direction,
            unreported=_unreported(change, coverage),
        )


def _unreported(change: Change, coverage: tuple[Coverage, Coverage]) -> bool:
    """Whether a change is only what one text, known in part, is not reported to say."""
    if isinstance(change, Stated):
        return change.lack is Lack.UNREPORTED
    if not isinstance(change, Membership) or change.altered or bool(change.added) is bool(change.removed):
        return False
    return coverage[0 if change.added else 1] is Coverage.PARTIAL


def _as_known(change: Change, coverage: tuple[Coverage, Coverage]) -> Change:
    """A list of a text that is known only in part lacks nobody for certain, as an open one."""
    if not isinstance(change, Membership) or Coverage.PARTIAL not in coverage:
        return change
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


def _direction(differences: Iterable[Difference]) -> Direction | None:
    """All that weigh weigh alike, or they pull apart; ``None`` where none weighs."""
    found = {difference.direction for difference in differences} - {None}
    return Direction.MIXED if len(found) > 1 else next(iter(found), None)


def _with_counterparts(findings: list[Finding], world: World) -> Iterator[Finding]:
    """Name, for terms left over on one side, those of the same kind left over on the other whose subject overlaps."""
    alone: dict[_Token, list[int]] = {}
    for index, finding in enumerate(findings):
        if not finding.left.terms or not finding.right.terms:
            for token in _tokens(finding, world):
                alone.setdefault(token, []).append(index)
    for finding in findings:
        if finding.left.terms and finding.right.terms:
            yield finding
            continue
        near = {index for token in _tokens(finding, world) for index in alone[token]}
        counterparts = tuple(
            Counterpart(term=term, reason=_reason(finding, findings[index], world))
            for index in sorted(near)
            if bool(findings[index].left.terms) is not bool(finding.left.terms)
            for term in (*findings[index].left.terms, *findings[index].right.terms)
        )
        yield attrs.evolve(finding, counterparts=counterparts) if counterparts else finding


def _reaches(finding: Finding, world: World) -> tuple[tuple[tuple[str, frozenset[str]], ...], ...]:
    """For each subject field each id with what it stands for: an actor with its members, or a place with its ground.

    A word of another sort stands for itself.
    """
    where = place_index(type((finding.left.terms or finding.right.terms)[0]))
    return tuple(
        tuple((item, world.places.atoms(item) if index == where else world.actors.within(item)) for item in items)
        for index, items in enumerate(finding.subject)
    )


def _tokens(finding: Finding, world: World) -> Iterator[_Token]:
    """What a finding's subject is made of, by kind and field: subjects overlap that have one in common."""
    for position, reaches in enumerate(_reaches(finding, world)):
        for _, reach in reaches:
            for piece in reach:
                yield finding.kind, position, piece


def _reason(one: Finding, other: Finding, world: World) -> str:
    """The ground or the actors that two subjects share first, in words."""
    shared = next(
        found
        for mine, theirs in zip(_reaches(one, world), _reaches(other, world), strict=True)
        if (found := [item for item, reach in mine if any(not reach.isdisjoint(their) for _, their in theirs)])
    )
    return f"same kind, both about {', '.join(map(world.name, shared))}"
