"""Possible counterparts: what the other document is left with that may answer a term; named and never paired."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

import attrs

from proposals.comparison.findings import Counterpart, Finding
from proposals.terms.base import Term
from proposals.terms.claims import place_index
from proposals.world.world import World

MOST_COUNTERPARTS: Final = 10
"""How many possible counterparts of a finding are named; of those beyond it only the number is given."""

_Token: TypeAlias = tuple[str, int, str]
"""A kind, the number of a subject field, and a piece of what that names."""


def with_counterparts(findings: list[Finding], world: World) -> list[Finding]:
    """Name, for terms left over on one side, those of the same kind left over on the other whose subject overlaps.

    Args:
        findings: The findings of a comparison.
        world: The places and actors that names stand for.

    Returns:
        The findings, in their order, those of terms left over with what may answer them.
    """
    lefts: dict[_Token, list[int]] = {}
    rights: dict[_Token, list[int]] = {}
    for index, finding in [(at, one) for at, one in enumerate(findings) if () in one.line.sides]:
        own = lefts if finding.line.sides[0] else rights
        for token in dict.fromkeys(_tokens(finding, world)):
            own.setdefault(token, []).append(index)
    found = list(findings)
    for own, others in ((lefts, rights), (rights, lefts)):
        shared: dict[int, list[_Token]] = {}
        for token in own:
            for index in own[token] if token in others else ():
                shared.setdefault(index, []).append(token)
        near: dict[tuple[_Token, ...], _Near] = {}  # most that meet many meet them in the same
        for index, tokens in shared.items():
            key = tuple(tokens)
            if key not in near:
                near[key] = _near(findings, {other for token in tokens for other in others[token]})
            found[index] = _with_near(findings[index], near[key], world)
    return found


_Near: TypeAlias = tuple[list[tuple[Finding, Term]], int]
"""The terms that are named as counterparts, each with its finding, and how many there are beyond these."""


def _near(findings: Sequence[Finding], others: Iterable[int]) -> _Near:
    terms = [(findings[other], term) for other in sorted(others) for term in findings[other].line.terms]
    if len(terms) > MOST_COUNTERPARTS:  # which are named does not hang on the order of the documents
        terms.sort(key=lambda one: (one[0].subject, one[1].content))
    return terms[:MOST_COUNTERPARTS], max(len(terms) - MOST_COUNTERPARTS, 0)


def _with_near(finding: Finding, near: _Near, world: World) -> Finding:
    named, further = near
    counterparts = tuple(_counterpart(finding, other, term, world) for other, term in named)
    return attrs.evolve(finding, counterparts=counterparts, further_counterparts=further)


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


def _narrower(reach: Callable[[str], frozenset[str]], mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Of what two subjects name in a field, what lies within what the other names; else what overlaps at all."""
    pairs = [
        (item, frozenset().union(*map(reach, others)))
        for held, others in ((mine, theirs), (theirs, mine))
        for item in held
    ]
    within = [item for item, others in pairs if reach(item) <= others]
    return within or [item for item, others in pairs if not reach(item).isdisjoint(others)]


def _counterpart(one: Finding, other: Finding, term: Term, world: World) -> Counterpart:
    """A term of another finding, with what both subjects name, or else the narrower ones of what overlaps in them."""
    fields = [*zip(_reaches(one, world), one.subject, other.subject, strict=True)]
    named = ([item for item in mine if item in theirs] for _, mine, theirs in fields)
    shared = next(filter(None, named), None) or next(filter(None, (_narrower(*field) for field in fields)))
    reason = f"same kind, both about {', '.join(map(world.name, shared))}"
    return Counterpart(term=term, reason=reason, shared=tuple(shared))
