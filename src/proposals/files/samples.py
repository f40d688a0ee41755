"""A sample of each kind of term, to copy into a file: its subject and its own fields, with values to replace."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from proposals.fields.declare import Field, Record, compared_fields, subject_fields
from proposals.fields.numbers import PERCENT, Number
from proposals.fields.patterns import Id
from proposals.fields.values import Code, Domain, Flag, Moment, Words
from proposals.terms.base import Term

_PLACES: Final = ("Crimea", "Sevastopol")
_ACTORS: Final = ("CH", "NO")
"""No party to a plan, so that a sample puts nobody's case."""


def sample(kind: type[Term]) -> str:
    """One term of this kind as a file writes it, without the fields that all kinds have; it passes every check."""
    subjects = {field.key: _several(field, 2 if field.together else 1) for field in subject_fields(kind)}
    common = compared_fields(Term)
    own = {field.key: _several(field, 1) for field in compared_fields(kind) if field not in common}
    first = next(iter(subjects.values())) if len(subjects) == 1 else _mapping(subjects)
    return "\n".join((f"- {kind.kind}: {first}", *(f"  {key}: {value}" for key, value in own.items())))


def _several(field: Field, number: int) -> str:
    """A value of the field, as a list where it takes several; places and actors are different ones."""
    values = _values(field.domain)[:number]
    return f"[{', '.join(values)}]" if len(values) > 1 or (field.many and not field.each) else values[0]


def _values(domain: Domain) -> Sequence[str]:
    """Values that a file may write for the domain, two where a field may need as many."""
    if isinstance(domain, Code):
        return _PLACES if domain.of == "place" else _ACTORS
    if isinstance(domain, Words):
        return [str(word) for word in domain.words][:2]
    if isinstance(domain, Record):
        return _values(domain.lead_field.domain)
    if isinstance(domain, Number):
        return ["50" if domain == PERCENT else "100"]
    return [_WRITTEN.get(type(domain), "in your words")]


_WRITTEN: Final[dict[type[Domain], str]] = {Flag: "true", Moment: "100 days of signature", Id: "a-short-name"}


def _mapping(values: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in values.items()) + "}"
