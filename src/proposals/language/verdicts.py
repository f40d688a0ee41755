"""One sentence per finding: what each document does with the subject, and how that weighs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from proposals.comparison.findings import Finding
from proposals.comparison.positions import Position
from proposals.comparison.rules import Meeting, State
from proposals.fields.changes import Membership, Way
from proposals.language.names import Lookup
from proposals.language.sentences import headline
from proposals.language.values import counted, listed, weight_of
from proposals.strings import pointed
from proposals.vocabulary import Absence, Direction, Relation, Stance

_DOES: Final[Mapping[State, tuple[str, str]]] = {
    Stance.PROPOSES: ("proposes it", "propose it"),
    Stance.ACCEPTS: ("accepts it", "accept it"),
    Stance.ACCEPTS_IF: ("accepts it on a condition", "accept it on a condition"),
    Stance.RESERVES: ("accepts it with a reservation", "accept it with a reservation"),
    Stance.REJECTS: ("rejects it", "reject it"),
    Stance.STRIKES: ("deletes it", "delete it"),
    Stance.REFUSES: ("refuses to discuss it", "refuse to discuss it"),
    Stance.DEFERS: ("defers it to later talks", "defer it to later talks"),
}
_LEAVES_OUT: Final = "leaves it out"
_ANSWERED: Final = "answered-otherwise"
_PLAIN_MEETINGS: Final = frozenset({Meeting.NONE, Meeting.ALIKE, Meeting.AS_REPORTED, Meeting.UNLIKE})


def sentence(finding: Finding, names: tuple[str, str], lookup: Lookup, *, elsewhere: bool = False) -> str:
    """What the two documents do with the subject, left first; then what the rule adds, what differs and its weight.

    ``names`` are what the left and the right are called. ``elsewhere`` if the one that has no such term answers the
    question by a term of another kind.
    """
    left, right = finding.left, finding.right
    if finding.rule.id == _ANSWERED:
        one, other = (
            f"{name} has “{'” and “'.join(dict.fromkeys(headline(term, lookup) for term in side.terms))}”"
            for side, name in zip((left, right), names, strict=True)
        )
        return f"{one}; under the same point {other}."
    if left.state is right.state and isinstance(left.state, Stance) and not finding.open:
        same = ", with the same content" if finding.relation is Relation.SAME and not finding.differences else ""
        parts = [f"Both {_DOES[left.state][1]}{same}"]
    else:
        sides = zip((left, right), names, strict=True)
        parts = [
            f"{name} has no such term and answers the question by another one"
            if elsewhere and side.absence
            else _position(side, name)
            for side, name in sides
        ]
    if left.state is right.state:
        parts += _counted_fields(finding, names)
    weight = weight_of(finding.direction, finding, lookup)
    if weight:
        mixed = finding.direction is Direction.MIXED
        parts.append(f"{weight}{'' if mixed else f' in {names[1]}'}")
    return f"{_capital('; '.join(parts))}.{_explained(finding)}"


def _counted_fields(finding: Finding, names: tuple[str, str]) -> Iterator[str]:
    """How many fields differ, and how many are missing in a text that is known only in part."""
    unreported = [difference for difference in finding.differences if difference.unreported]
    known = len(finding.differences) - len(unreported)
    if known:
        yield counted(known, "field differs", "fields differ")
    elif unreported:
        yield "the same as far as both are reported"
    for way, name in zip((Way.MORE, Way.LESS), names, strict=True):
        count = sum(difference.lack is not None and difference.change.way is way for difference in unreported)
        if count:
            yield f"{counted(count, 'field is', 'fields are')} not reported in {name}"
    lists = sum(isinstance(difference.change, Membership) for difference in unreported)
    if lists:
        yield f"{counted(lists, 'list is', 'lists are')} not reported whole"


def _capital(text: str) -> str:
    """The text with a capital, unless it begins with an id."""
    return text.replace("it is", "It is", 1) if text.startswith("it is") else text


def _position(side: Position, name: str) -> str:
    if side.state is Absence.UNREPORTED:
        return f"it is {side.state} in {name}"
    if side.state is Absence.SILENT:
        return f"{name} is {side.state}"
    if side.state is Absence.LEFT_OUT:
        return f"{name} {_LEAVES_OUT}, as a source has it"
    if side.open:
        stances = f", one of which {' and another '.join(_DOES[one][0] for one in side.stances)}" if side.mixed else ""
        return f"{name} leaves it open between {counted(len(side.terms), 'alternative')}{stances}"
    does = _DOES[side.state][0]
    deleted = f" ({pointed(side.points)})" if side.deletes and side.points else ""
    return f"{name} {does}{deleted}"


def _explained(finding: Finding) -> str:
    """The rule's sentence where the two positions alone do not explain the relation."""
    clear = finding.rule.meetings <= _PLAIN_MEETINGS or finding.relation is Relation.STRUCK
    odd = finding.relation is Relation.DIFFERS and finding.rule.meetings == {Meeting.NONE}
    return "" if clear and not odd else f" {finding.rule.sentence}"


def excepted(finding: Finding, lookup: Lookup) -> str:
    """The places inside the subject that a narrower term governs; empty where there are none."""
    if not finding.excepted:
        return ""
    named = listed(map(lookup.name, finding.excepted))
    return f" Except {named}, which {'has its' if len(finding.excepted) == 1 else 'have their'} own clause."
