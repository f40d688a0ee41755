"""A sample of each kind of term, to copy into a file: its subject and its own fields, with values to replace."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from proposals.fields.declare import Field, Record, compared_fields, subject_fields
from proposals.fields.numbers import PERCENT, Number
from proposals.fields.patterns import Id
from proposals.fields.values import Code, Domain, Flag, Moment, Words
from proposals.terms.base import Term
from proposals.world.actors import Actor
from proposals.world.places import Place
from proposals.world.world import World

_PLACES: Final = ("Crimea", "Sevastopol")
_ACTORS: Final = ("CH", "NO")
"""No party to a plan, so that a sample puts nobody's case."""

_PLAIN: Final = re.compile(r"\w[\w '.-]*")


def sample(kind: type[Term], world: World) -> str:
    """One term of this kind as a file writes it, without the fields that all kinds have; it passes every check.

    Its actors and places are those of the world, where that has any.
    """
    names = _Names(_known(_ACTORS, world.actors.actors), _known(_PLACES, world.places.places))
    subjects = {field.key: _several(field, 2 if field.together else 1, names) for field in subject_fields(kind)}
    common = compared_fields(Term)
    own = {field.key: _several(field, 1, names) for field in compared_fields(kind) if field not in common}
    first = next(iter(subjects.values())) if len(subjects) == 1 else _mapping(subjects)
    return "\n".join((f"- {kind.kind}: {first}", *(f"  {key}: {value}" for key, value in own.items())))


class _Names(NamedTuple):
    """Two actors and two places."""

    actors: Sequence[str]
    places: Sequence[str]


def _known(usual: Sequence[str], known: Mapping[str, Actor] | Mapping[str, Place]) -> Sequence[str]:
    """The usual two, or those that come first where these are not known; a name that YAML would split is quoted."""
    if not known or usual[0] in {*known, *(one.name for one in known.values())}:
        return usual
    names = [one.name for one in known.values()][:2]
    return [name if _PLAIN.fullmatch(name) else json.dumps(name, ensure_ascii=False) for name in names]


def _several(field: Field, number: int, names: _Names) -> str:
    """A value of the field, as a list where it takes several; places and actors are different ones."""
    values = _values(field.domain, names)[:number]
    return f"[{', '.join(values)}]" if len(values) > 1 or (field.many and not field.each) else values[0]


def _values(domain: Domain, names: _Names) -> Sequence[str]:
    """Values that a file may write for the domain, two where a field may need as many."""
    if isinstance(domain, Code):
        return names.places if domain.of == "place" else names.actors
    if isinstance(domain, Words):
        return domain.words.spellings()[:2]
    if isinstance(domain, Record):
        return _values(domain.lead_field.domain, names)
    if isinstance(domain, Number):
        return ["50" if domain.unit == PERCENT.unit else "100"]
    return [_WRITTEN.get(type(domain), "in your words")]


_WRITTEN: Final[dict[type[Domain], str]] = {Flag: "true", Moment: "100 days of signature", Id: "a-short-name"}


def _mapping(values: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in values.items()) + "}"
