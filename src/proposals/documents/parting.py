"""Terms of one subject that are about different things all the same, by whose they are: the sanctions of two states."""

from __future__ import annotations

from collections.abc import Sequence

from proposals.fields.declare import Field, compared_fields
from proposals.fields.members import Members
from proposals.terms.base import Term
from proposals.values import per_class
from proposals.world.world import World


@per_class
def parting_field(shape: type[Term]) -> Field | None:
    """The field of a kind that parts its terms by whose they are; ``None`` for a kind without such a field."""
    return next((field for field in compared_fields(shape) if field.parts), None)


def apart(one: Term, other: Term, world: World) -> bool:
    """Whether two terms of a kind certainly name nobody in common in the field that parts them.

    Not where one of them leaves the field out, which is everybody's, or names a list or a group that may have others.
    """
    field = parting_field(type(one))
    if field is None:
        return False
    named = [_named(getattr(term, field.name), world) for term in (one, other)]
    return None not in named and frozenset.isdisjoint(*(held for held in named if held is not None))


def _named(held: Members | None, world: World) -> frozenset[str] | None:
    """Everybody whom a list names, groups and organisations with their members; ``None`` where there may be others."""
    known = world.actors.actors
    if held is None or held.open or any(one in known and not known[one].whole for one in held):
        return None
    return frozenset[str]().union(*(world.actors.within(one) for one in held))


def parted(terms: Sequence[Term], world: World) -> list[list[Term]]:
    """The terms of one subject in groups: each has with another of its own group somebody in common."""
    groups: list[list[Term]] = []
    for term in terms:
        near = [group for group in groups if any(not apart(term, one, world) for one in group)]
        groups = [group for group in groups if group not in near]
        groups.append([one for group in near for one in group] + [term])
    return groups
