"""Proposals, and chains of proposals of which each may answer the one before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from proposals.documents.checks import References, check
from proposals.documents.deletions import Struck
from proposals.documents.proposal import Gap, LineageStep, Proposal
from proposals.fields.patterns import ID, LANGUAGE, PATH, POINT, URL
from proposals.fields.values import ACTOR, DAY, TEXT
from proposals.library.bundled import sources as bundled_sources
from proposals.library.bundled import world as bundled_world
from proposals.provenance import Source
from proposals.terms import KINDS, Kinds
from proposals.terms.base import Term, optional_fields
from proposals.testing.fields import values
from proposals.testing.statements import Drawn, citations, points
from proposals.values import Value
from proposals.vocabulary import (
    Certainty,
    Coverage,
    Credibility,
    Form,
    Link,
    PageKind,
    Reliability,
    Stance,
    Status,
    Topic,
)
from proposals.world.world import World


def proposals(kinds: Kinds = KINDS, *, world: World | None = None) -> SearchStrategy[Proposal]:
    """Any proposal that :func:`proposals.documents.checks.check` finds nothing wrong with; its lineage may name any id.

    Args:
        kinds: The kinds of term, by the word that files write.
        world: The places and actors that they may name; ``None`` for the bundled ones. What it has beyond these is
            declared by each proposal.

    Returns:
        A strategy that draws proposals.
    """
    return st.deferred(lambda: _proposals(_drawing(kinds, world), ()))


def proposal_pairs(kinds: Kinds = KINDS, *, world: World | None = None) -> SearchStrategy[tuple[Proposal, Proposal]]:
    """Two such proposals; one speaks to much of what the other does and may amend it.

    Args:
        kinds: The kinds of term, by the word that files write.
        world: The places and actors that they may name; ``None`` for the bundled ones.

    Returns:
        A strategy that draws pairs, the left proposal first.
    """
    return st.deferred(lambda: _pairs(_drawing(kinds, world)))


def proposal_chains(
    kinds: Kinds = KINDS, *, world: World | None = None, least: int = 2, most: int = 4
) -> SearchStrategy[tuple[Proposal, ...]]:
    """Proposals that follow each other; each speaks to the one before, and may amend it.

    Args:
        kinds: The kinds of term, by the word that files write.
        world: The places and actors that they may name; ``None`` for the bundled ones.
        least: How many there are at least.
        most: How many there are at most.

    Returns:
        A strategy that draws tuples, the oldest proposal first.
    """
    return st.deferred(lambda: _chains(_drawing(kinds, world), least, most))


_OWN = "own"
"""The id of the source that each drawn proposal declares."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Drawing(Value):
    """The strategies of the parts of proposals, prepared once."""

    kinds: dict[str, Drawn]
    kind: SearchStrategy[Drawn] = attrs.field(repr=False)
    head: SearchStrategy[dict[str, Any]] = attrs.field(repr=False)
    lineage: SearchStrategy[LineageStep] = attrs.field(repr=False)
    point: SearchStrategy[str] = attrs.field(repr=False)
    struck: SearchStrategy[Struck] = attrs.field(repr=False)
    holder: SearchStrategy[str] = attrs.field(repr=False)
    world: World = attrs.field(repr=False)

    @classmethod
    def of(cls, kinds: Kinds, world: World) -> Drawing:
        """Prepare them."""
        cited, text = [*list(bundled_sources())[:2], _OWN], values(TEXT, world)
        note = st.just("") | text
        head = {
            "id": values(ID, world),
            "title": text,
            "date": values(DAY, world),
            "authors": st.lists(values(ACTOR, world), unique=True, max_size=2).map(sorted).map(tuple),
            "form": st.sampled_from(list(Form)),
            "status": st.sampled_from(list(Status)),
            "coverage": st.sampled_from(list(Coverage)),
            "coverage_by_topic": st.dictionaries(
                st.sampled_from(list(Topic)), st.sampled_from(list(Coverage)), max_size=2
            ).map(lambda held: tuple(held.items())),
            "summary": note,
            "names": st.lists(text, max_size=2).map(tuple),
            "points": st.none() | st.integers(1, 40),
            "known_from": citations(world, cited, ["date", "authors", "status"]),
            "gaps": st.lists(
                st.builds(Gap, what=text, point=st.none() | values(POINT, world), note=note), max_size=1
            ).map(tuple),
            "sources": st.tuples(_source(world)),
        }
        prepared = {name: Drawn.of(shape, world, cited) for name, shape in kinds.items()}
        point = points()
        return cls(
            kinds=prepared,
            kind=st.sampled_from(list(prepared.values())),
            head=st.fixed_dictionaries(head),
            lineage=st.builds(
                LineageStep,
                link=st.sampled_from(list(Link)),
                to=values(ID, world),
                certainty=st.sampled_from(list(Certainty)),
                citations=citations(world, cited),
                note=note,
            ),
            point=point,
            struck=st.builds(Struck, point=point, citations=citations(world, cited), note=note),
            holder=values(ACTOR, world),
            world=world,
        )


@cache
def _bundled() -> Drawing:
    """Of the bundled kinds and names: prepared once for all laws, as hypothesis then looks at its strategies once."""
    return Drawing.of(KINDS, bundled_world())


def _drawing(kinds: Kinds, world: World | None) -> Drawing:
    return _bundled() if kinds is KINDS and world is None else Drawing.of(kinds, world or bundled_world())


def _source(world: World) -> SearchStrategy[Source]:
    text, day = values(TEXT, world), values(DAY, world)
    graded = {
        "reliability": st.sampled_from(list(Reliability)),
        "credibility": st.sampled_from(list(Credibility)),
    }
    told = {
        "publisher": text,
        "title": text,
        "date": day,
        "url": values(URL, world),
        "language": values(LANGUAGE, world),
        "kind": st.sampled_from(list(PageKind)),
        "retrieved": day,
        "relays": text,
        "said_by": values(ACTOR, world),
        "certainty": st.sampled_from(list(Certainty)),
        "file": values(PATH, world),
        "sha256": st.integers(0, 2**256 - 1).map("{:064x}".format),
        "note": text,
    }
    nothing: SearchStrategy[dict[str, Any]] = st.just({})
    facts = nothing | st.fixed_dictionaries(graded) | st.fixed_dictionaries({}, optional=told)
    return facts.map(lambda held: Source(id=_OWN, **held))


@st.composite
def _proposals(draw: DrawFn, drawing: Drawing, before: tuple[Proposal, ...]) -> Proposal:
    """One proposal; after others it has an id of its own, and speaks to the last of them."""
    head = draw(drawing.head)
    while head["id"] in {name for one in before for name in (one.id, *(step.to for step in one.lineage))}:
        head["id"] += "-2"
    lineage = tuple(draw(st.lists(drawing.lineage, max_size=1)))
    answered = before[-1] if before else None
    if answered is not None and draw(st.integers(0, 3)):
        lineage = (*lineage, attrs.evolve(draw(drawing.lineage), link=Link.AMENDS, to=answered.id))
    bundled = bundled_world()
    shared = bundled.milestones.milestones
    empty = Proposal(
        lineage=tuple(step for step in lineage if step.to != head["id"]),
        places=tuple(one for name, one in drawing.world.places.places.items() if name not in bundled.places.places),
        actors=tuple(one for name, one in drawing.world.actors.actors.items() if name not in bundled.actors.actors),
        milestones=tuple(one for name, one in drawing.world.milestones.milestones.items() if name not in shared),
        world=drawing.world,
        **head,
    )
    printed = [point for term in answered.terms for point in term.points] if answered else []
    named = st.sampled_from(printed) | drawing.point if printed else drawing.point  # most often what there is
    struck = draw(st.lists(st.tuples(named, drawing.struck), max_size=2)) if empty.amends else []
    document = attrs.evolve(empty, struck=tuple(attrs.evolve(one, point=point) for point, one in struck))
    for _ in range(draw(st.integers(0, 5))):
        near = answered.terms if answered and draw(st.integers(0, 3)) else document.terms
        said = tuple(_candidates(draw, drawing, near, named if empty.amends else None))
        document = _with(document, _left_out(draw, document, said), drawing)
    return document


def _left_out(draw: DrawFn, document: Proposal, said: tuple[Term, ...]) -> tuple[Term, ...]:
    """These terms, or one that the document is known not to have, or one with a field that it is known not to have."""
    term, *others = said
    if document.coverage_of(term.topic) is Coverage.COMPLETE or others:
        return said
    whole, part = draw(st.sampled_from([(True, False), (False, True), (False, False)]))
    if whole:
        return (attrs.evolve(term, stance=Stance.LEAVES_OUT, answers=(), holders=(), option=""),)
    unstated = [key for key, field in optional_fields(type(term)).items() if getattr(term, field.name) is None]
    if not part or not unstated:
        return said
    return (attrs.evolve(term, left_out=(draw(st.sampled_from(unstated)),)),)


def _candidates(
    draw: DrawFn, drawing: Drawing, near: tuple[Term, ...], named: SearchStrategy[str] | None
) -> Iterator[Term]:
    """One term, or the open alternatives of a point; mostly about what one of ``near`` is about.

    In a text that marks up another it may answer points of that, ``named``; about something else as a rule, since what
    is about the same answers without a number.
    """
    answers: tuple[str, ...] = ()
    if named is not None and draw(st.booleans()):
        answers = tuple(draw(st.lists(named, min_size=1, max_size=2, unique=True)))
    fresh = draw(st.integers(0, 3)) == 0 if not answers else draw(st.integers(0, 3)) > 0
    if near and not fresh:
        met = draw(st.sampled_from(near))
        kind = drawing.kinds[met.kind]
        alike = attrs.evolve(met, answers=(), holders=(), option="", left_out=())
        term = kind.altered(draw, met) if draw(st.booleans()) else alike
    else:
        term = draw(drawing.kind).fresh(draw)
    term = attrs.evolve(term, answers=answers)
    if named is None and term.stance is Stance.STRIKES:  # there is no text to delete from
        term = attrs.evolve(term, stance=Stance.DEFERS)
    if draw(st.integers(0, 4)):
        yield term
        return
    subject = {name: getattr(term, name) for name in drawing.kinds[term.kind].required}
    yield _called(draw, term, drawing)
    for _ in range(draw(st.integers(1, 2))):
        other = drawing.kinds[term.kind].altered(draw, term)
        yield _called(draw, attrs.evolve(other, **subject), drawing)


_OPTIONS = st.sampled_from(["", "", "", "A", "B", 'the "second" one'])
"""What options are called: few names, so that options of several terms share one."""


def _called(draw: DrawFn, term: Term, drawing: Drawing) -> Term:
    """The term as an open alternative: with a name, with holders, or with both."""
    option = draw(_OPTIONS)
    holders = st.lists(drawing.holder, min_size=0 if option else 1, max_size=2, unique=True)
    return attrs.evolve(term, holders=tuple(draw(holders)), option=option)


def _with(document: Proposal, candidates: tuple[Term, ...], drawing: Drawing) -> Proposal:
    """The document with these terms, or without them where they would be wrong in it."""
    said, left_out = (
        tuple(term for term in candidates if (term.stance is Stance.LEAVES_OUT) is leaving) for leaving in (False, True)
    )
    extended = attrs.evolve(document, terms=(*document.terms, *said), left_out=(*document.left_out, *left_out))
    references = References(sources=bundled_sources(), proposals=frozenset(step.to for step in document.lineage))
    return document if check(extended, references, drawing.world) else extended


@st.composite
def _pairs(draw: DrawFn, drawing: Drawing) -> tuple[Proposal, Proposal]:
    first = draw(_proposals(drawing, ()))
    second = draw(_proposals(drawing, (first,)))
    return (first, second) if draw(st.booleans()) else (second, first)


@st.composite
def _chains(draw: DrawFn, drawing: Drawing, least: int, most: int) -> tuple[Proposal, ...]:
    held: tuple[Proposal, ...] = ()
    for _ in range(draw(st.integers(least, most))):
        held = (*held, draw(_proposals(drawing, held)))
    return held
