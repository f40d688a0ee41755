"""What terms are about, in single claims: two terms answer each other where their claims meet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any, TypeAlias

import attrs

from proposals.fields.declare import subject_fields
from proposals.fields.values import ACTOR, PLACE
from proposals.validation import Validated
from proposals.values import per_class

Subject: TypeAlias = tuple[tuple[str, ...], ...]
"""One tuple of ids or words for each subject field, in order of declaration."""


@attrs.frozen(eq=False, repr=False)
class Claim(Validated):
    """One of the subjects that a term speaks about: two terms answer each other where their claims meet.

    ``rest`` is the subject without its place (an empty tuple stands where it stood), ``matter`` that and the kind in
    one text; ``place`` is the id of the place, ``None`` for a kind that is not about places. Both in one text are the
    ``key``.
    """

    matter: str
    place: str | None
    rest: Subject
    key: str


@per_class
def place_index(shape: type[Any]) -> int | None:
    """Which subject field of a kind holds its places, counted from 0; ``None`` for a kind that is not about places."""
    fields = subject_fields(shape)
    return next((index for index, field in enumerate(fields) if field.each and field.domain is PLACE), None)


@per_class
def read_apart(shape: type[Any]) -> tuple[int, ...]:
    """Which subject fields of a kind, counted from 0, hold actors one by one, groups for their members."""
    fields = enumerate(subject_fields(shape))
    return tuple(index for index, field in fields if field.each and field.domain is ACTOR and not field.as_one)


def subject_of(term: object) -> Iterator[tuple[str, ...]]:
    """For each subject field its ids and words as strings."""
    for field in subject_fields(type(term)):
        held = getattr(term, field.name)
        yield tuple(map(str, held)) if field.many else (str(held),)


def claimed(shape: type[Any], subject: Subject) -> Iterator[Claim]:
    """One claim for each combination of what the subject names one by one."""
    where = place_index(shape)
    fields = zip(subject_fields(shape), subject, strict=True)
    for one in product(*([(item,) for item in held] if field.each else [held] for field, held in fields)):
        if where is None:
            matter = f"{shape.kind} {one}"
            yield Claim(matter, None, one, matter)
        else:
            rest, place = (*one[:where], (), *one[where + 1 :]), one[where][0]
            matter = f"{shape.kind} {rest}"
            yield Claim(matter, place, rest, f"{matter}\n{place}")
