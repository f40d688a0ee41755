"""Terms of any kind, and two terms of one kind."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import Any, Final

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from proposals.fields.declare import Field, fields_of, subject_fields
from proposals.fields.values import ACTOR, PLACE, TEXT
from proposals.library.bundled import sources as bundled_sources
from proposals.library.bundled import world as bundled_world
from proposals.provenance import Citation, Dispute
from proposals.terms import KINDS, Kinds
from proposals.terms.base import Term
from proposals.testing.fields import Choices, by_need, stated, values
from proposals.values import Value
from proposals.vocabulary import Certainty, Stance
from proposals.world.world import World

_NEEDED: Final = {Stance.ACCEPTS_IF: "if_", Stance.RESERVES: "reservation"}
"""The field that a stance must state."""

_STANCES: Final = [stance for stance in Stance if stance is not Stance.LEAVES_OUT]
"""What a document does with a term that it has."""

_STANCE: Final = st.just(Stance.PROPOSES) | st.sampled_from(_STANCES)
"""One of these, and most often the first."""


def terms(kinds: Kinds = KINDS, *, world: World | None = None) -> SearchStrategy[Term]:
    """Any term of the kinds, of any stance, citing bundled sources.

    Args:
        kinds: The kinds of term, by the word that files write.
        world: The places and actors that they may name; ``None`` for the bundled ones.

    Returns:
        A strategy that draws terms.
    """
    return st.deferred(lambda: _terms(_prepared(kinds, world)))


def term_pairs(kinds: Kinds = KINDS, *, world: World | None = None) -> SearchStrategy[tuple[Term, Term]]:
    """Two terms of one kind, often alike in most fields.

    Args:
        kinds: The kinds of term, by the word that files write.
        world: The places and actors that they may name; ``None`` for the bundled ones.

    Returns:
        A strategy that draws pairs.
    """
    return st.deferred(lambda: _pairs(_prepared(kinds, world)))


def points() -> SearchStrategy[str]:
    """Numbers of points as documents print them, few enough to meet."""
    return st.sampled_from([f"{number}{letter}" for number in range(1, 13) for letter in ("", "a", "b", ".1")])


def citations(
    world: World, sources: list[str], supported: list[str] | None = None
) -> SearchStrategy[tuple[Citation, ...]]:
    """At most one citation of the sources with these ids, for at most two of these fields."""
    cited = st.builds(
        Citation,
        source=st.sampled_from(sources),
        quote=st.none() | values(TEXT, world),
        said_by=st.none() | values(ACTOR, world),
        certainty=st.none() | st.sampled_from(list(Certainty)),
        supports=st.lists(st.sampled_from(supported), unique=True, max_size=2).map(tuple) if supported else st.just(()),
    )
    return st.lists(cited, max_size=1).map(tuple)


@attrs.frozen(eq=False, repr=False)
class Drawn(Value):
    """How terms of one kind are drawn: the strategies of its fields, and of what says where a term comes from.

    ``whole`` are the values of all fields of a term, ``altered_in`` up to three fields that need not be stated, and
    ``otherwise`` what each of those may hold, or its default.
    """

    shape: type[Term]
    required: Choices = attrs.field(repr=False)
    whole: SearchStrategy[dict[str, Any]] = attrs.field(repr=False)
    altered_in: SearchStrategy[list[str]] = attrs.field(repr=False)
    otherwise: Choices = attrs.field(repr=False)
    origins: SearchStrategy[dict[str, Any]] = attrs.field(repr=False)
    words: SearchStrategy[str] = attrs.field(repr=False)
    world: World = attrs.field(repr=False)

    @classmethod
    def of(cls, shape: type[Term], world: World, sources: list[str]) -> Drawn:
        """Prepare the strategies, once for all terms of the kind."""
        keys = [field.key for field in fields_of(shape)]
        dispute = st.builds(
            Dispute,
            field=st.none() | st.sampled_from(keys),
            value=values(TEXT, world),
            citations=citations(world, sources),
            note=st.just("") | values(TEXT, world),
        )
        origins = st.fixed_dictionaries(
            {},
            optional={
                "points": st.lists(points(), unique=True, min_size=1, max_size=2).map(tuple),
                "citations": citations(world, sources, keys),
                "disputes": st.lists(dispute, max_size=1).map(tuple),
                "note": values(TEXT, world),
            },
        )
        required, optional = by_need(shape, world)
        defaults = attrs.fields_dict(shape)
        return cls(
            shape,
            required,
            stated(required, optional),
            st.lists(st.sampled_from(list(optional)), unique=True, max_size=3),
            {name: st.just(defaults[name].default) | one for name, one in optional.items()},
            origins,
            values(TEXT, world),
            world,
        )

    def fresh(self, draw: DrawFn) -> Term:
        """Any term of the kind."""
        return self._made(draw, draw(self.whole))

    def altered(self, draw: DrawFn, term: Term) -> Term:
        """A term about the same subject or about ground in common, with up to three fields stated otherwise."""
        held = {name: getattr(term, name) for name in (*self.required, *self.otherwise)}
        for name in draw(self.altered_in):
            held[name] = draw(self.otherwise[name])
        for field in subject_fields(self.shape):
            if field.each and draw(st.booleans()):
                other = self.required[field.name].map(itemgetter(0))
                one = st.sampled_from(self._near(field, held[field.name])) | other
                held[field.name] = tuple(draw(st.lists(one, min_size=1, max_size=3, unique=True)))
        return self._made(draw, held)

    def _near(self, field: Field, held: tuple[Any, ...]) -> list[Any]:
        """The same subjects, and the places that have ground in common with them."""
        places = self.world.places
        if field.domain is not PLACE:
            return list(held)
        return [place for place in places.places if any(places.overlaps(place, one) for one in held)]

    def _made(self, draw: DrawFn, held: dict[str, Any]) -> Term:
        stance = draw(_STANCE)
        needed = _NEEDED.get(stance)
        if needed is not None and held.get(needed) is None:
            held[needed] = draw(self.words)
        return self.shape(**held, **draw(self.origins), stance=stance)


def _prepared(kinds: Kinds, world: World | None) -> list[Drawn]:
    if kinds is KINDS and world is None:
        return _bundled()
    return _drawn(kinds, world or bundled_world())


def _drawn(kinds: Kinds, world: World) -> list[Drawn]:
    sources = list(bundled_sources())
    return [Drawn.of(shape, world, sources) for shape in kinds.values()]


_bundled: Final = cache(lambda: _drawn(KINDS, bundled_world()))
"""Of the bundled kinds and names: prepared once for all laws, as hypothesis then looks at its strategies once."""


@st.composite
def _terms(draw: DrawFn, kinds: list[Drawn]) -> Term:
    return draw(st.sampled_from(kinds)).fresh(draw)


@st.composite
def _pairs(draw: DrawFn, kinds: list[Drawn]) -> tuple[Term, Term]:
    kind = draw(st.sampled_from(kinds))
    left = kind.fresh(draw)
    subject = {field.name: getattr(left, field.name) for field in subject_fields(kind.shape)}
    return left, kind.altered(draw, left) if draw(st.booleans()) else attrs.evolve(kind.fresh(draw), **subject)
