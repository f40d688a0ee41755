"""What a comparison comes to on the smallest pieces of ground, for the laws; and a world with names of one's own."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product
from operator import le
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import attrs

import telling
from proposals import library
from proposals.comparison.findings import Difference, Finding
from proposals.comparison.positions import Position
from proposals.comparison.result import Comparison
from proposals.documents.proposal import Proposal
from proposals.fields.declare import Field, compared_fields, subject_fields
from proposals.fields.scales import Timing
from proposals.fields.values import ACTOR, MOMENT, PLACE
from proposals.files.proposals import read_proposal
from proposals.reports.records.differences import DIFFERENCE
from proposals.terms.base import Term
from proposals.terms.claims import Subject
from proposals.testing import proposal_pairs, proposals
from proposals.world.actors import Actor, ActorKind
from proposals.world.milestones import Milestone
from proposals.world.places import Place, PlaceKind

# What an analyst may add: areas that share ground with others without lying in them, and groups that share members.
_FURTHER = [
    Place(id="the camp", name="The camp", kind=PlaceKind.SITE, within="UA-14"),
    Place(id="the north", name="The north", kind=PlaceKind.AREA, parts=("UA-09", "UA-63"), whole=True),
    Place(id="the strip", name="The strip", kind=PlaceKind.AREA, parts=("UA-14/held-by-UA", "ZNPP")),
]
_GROUPS = [
    Actor(id="alliances", name="Alliances", kind=ActorKind.CLASS, members=("NATO",)),
    Actor(id="the five", name="The five", kind=ActorKind.GROUP, members=("FR", "RU", "UA"), open=True),
    Actor(id="the three", name="The three", kind=ActorKind.GROUP, members=("UA",)),
]
_PHASES = [
    Milestone(id="phase-one", name="phase one", definition="The first is done.", after=("ceasefire",)),
    Milestone(id="phase-two", name="phase two", definition="The second is done.", after=("phase-one",)),
]
WORLD = library.world().extended(_FURTHER, _GROUPS, _PHASES)

PAIRS = proposal_pairs(world=WORLD)
DOCUMENTS = proposals(world=WORLD)

Spot: TypeAlias = tuple[str, Subject, str | None]
"""The smallest thing that a term can be about: a kind, its subject without places, and one atom of ground."""


def spots(kind: type[Term], subject: Subject, excepted: tuple[str, ...] = ()) -> Iterator[Spot]:
    """Every spot of a subject."""
    fields = subject_fields(kind)
    parts: list[list[tuple[str, ...]]] = []
    ground: Iterable[str | None] = [None]
    for field, held in zip(fields, subject, strict=True):
        if field.each and field.domain is PLACE:
            parts.append([()])
            ground = WORLD.places.reach(held) - WORLD.places.reach(excepted)
        elif read_one_by_one(field):
            parts.append([(item,) for item in WORLD.actors.pieces.reach(held)])
        else:
            parts.append([(item,) for item in held] if field.each else [held])
    for rest in product(*parts):
        for atom in ground:
            yield kind.kind, rest, atom


def read_one_by_one(field: Field) -> bool:
    """Whether the field holds actors of whom a group stands for its members."""
    return field.each and field.domain is ACTOR and not field.as_one


def held_by(document: Proposal) -> dict[Spot, list[Term]]:
    """Which terms of a document govern each spot: those with the narrowest names, places as written last."""
    found: dict[Spot, list[tuple[tuple[tuple[int, int], ...], Term]]] = {}
    for term in document.terms:
        fields = subject_fields(type(term))
        for names in product(*([(one,) for one in ways(field, term)] for field in fields)):
            width = tuple(one[0][0] for one in names)
            for spot in spots(type(term), tuple(one[0][1] for one in names)):
                found.setdefault(spot, []).append((width, term))
    return {
        spot: [term for width, term in held if not any(narrower(other, width) for other, _ in held)]
        for spot, held in found.items()
    }


def ways(field: Field, term: Term) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
    """How a term names what a field of its subject holds, with the width of each name."""
    held = getattr(term, field.name)
    if field.each and field.domain is PLACE:
        for written in held:
            for place in WORLD.places.expanded(written):
                yield (len(WORLD.places.atoms(place)), len(WORLD.places.atoms(written))), (place,)
    elif read_one_by_one(field):
        yield from (((len(WORLD.actors.pieces.atoms(one)), 0), (one,)) for one in held)
    else:
        at = subject_fields(type(term)).index(field)
        yield (0, 0), term.subject[at]


def narrower(one: tuple[tuple[int, int], ...], other: tuple[tuple[int, int], ...]) -> bool:
    return one != other and all(map(le, one, other))


def said_on(document: Proposal) -> dict[Spot, list[Term]]:
    """Which terms stand on each spot, deleted points where the document has none of its own."""
    own, deleted = document.said[: len(document.terms)], document.said[len(document.terms) :]
    alone = attrs.evolve(document, struck=(), amended=())
    return held_by(attrs.evolve(alone, terms=deleted)) | held_by(attrs.evolve(alone, terms=own))


def own_spots(finding: Finding, side: Position) -> set[Spot]:
    """The spots of one side of a finding: its subject, or for an answer by point that of the answering term."""
    kind = type(side.terms[0])
    if finding.answer is not None and side is finding.right:
        return set(spots(kind, finding.answer.subject, finding.answer.excepted))
    return set(spots(kind, finding.subject, finding.excepted))


def plain_of(term: Term) -> tuple[Any, ...]:
    """What a term says without its subject and its provenance."""
    return (json.dumps(meant(term.plain(), type(term)), sort_keys=True), term.holders)


def meant(plain: dict[str, Any], shape: type[Term]) -> dict[str, Any]:
    """Plain values by key, each in its one spelling."""
    timed = {field.key for field in compared_fields(shape) if isinstance(field.scale, Timing)}
    return {
        key: Timing().meaning(MOMENT.read(held, WORLD)) if key in timed and held is not None else held
        for key, held in plain.items()
    }


def contents(terms: list[Term] | tuple[Term, ...]) -> frozenset[tuple[Any, ...]]:
    return frozenset(map(plain_of, terms))


def told(differences: tuple[Difference, ...]) -> str:
    return json.dumps([DIFFERENCE.json(one, telling.LOOKUP) for one in differences])


def facts(finding: Finding) -> tuple[Any, ...]:
    """All that a finding says, with the ground of its subjects instead of the names of the places."""
    left, right = (own_spots(finding, side) if side.terms else set() for side in (finding.left, finding.right))
    return (
        finding.rule.id,
        frozenset(left),
        frozenset(right),
        finding.left.state,
        finding.right.state,
        contents(finding.left.terms),
        contents(finding.right.terms),
        told(finding.differences),
        finding.direction,
        finding.bearers,
        frozenset(
            (contents([one.left]), contents([one.right]), one.rule.id, told(one.differences)) for one in finding.options
        ),
        frozenset(contents([one.term]) for one in finding.counterparts),
    )


def mirrored(finding: Finding) -> Finding:
    return attrs.evolve(
        finding,
        line=finding.line.turned(),
        differences=tuple(one.mirrored() for one in finding.differences),
        direction=finding.direction and finding.direction.reversed(),
        options=tuple(
            attrs.evolve(
                one,
                left=one.right,
                right=one.left,
                differences=tuple(difference.mirrored() for difference in one.differences),
                direction=one.direction and one.direction.reversed(),
            )
            for one in finding.options
        ),
    )


def without_provenance(document: Proposal) -> Proposal:
    return attrs.evolve(
        document,
        summary="",
        sources=(),
        gaps=(),
        struck=tuple(attrs.evolve(one, citations=(), note="") for one in document.struck),
        lineage=tuple(attrs.evolve(step, citations=(), note="") for step in document.lineage),
        terms=tuple(attrs.evolve(term, citations=(), disputes=(), note="", at=None) for term in document.terms),
    )


def report(comparison: Comparison) -> Counter[tuple[Any, ...]]:
    return Counter(facts(finding) for finding in comparison.findings)


def read_back(text: str) -> Proposal:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "document.yaml"
        path.write_text(text, encoding="utf-8", newline="")
        return read_proposal(path, library.world())
