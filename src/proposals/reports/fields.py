"""The fields of a finding's terms: one side's values, or both sides row by row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proposals.changes import Stated, Unlike
from proposals.fields import compared_fields
from proposals.findings import Difference, Finding, Side
from proposals.reports.blocks import Entry, Phrase, Role, Row, Run, phrase
from proposals.reports.lookup import Lookup
from proposals.reports.wording import headline, listed, measured, told, value, weighed
from proposals.terms.term import Term
from proposals.vocabulary import Modality, Stance

_ALIKE: Final = Run("=", Role.AGREED)
_UNLIKE: Final = Run("≠", Role.DIFFERENT)
_NEITHER: Final = Run(" ")
_NOT_STATED: Final = phrase(Run("not stated", Role.FAINT))
_NO_FIELD: Final = phrase(Run("no such field", Role.FAINT))


def values(side: Side, lookup: Lookup) -> tuple[Entry, ...]:
    """What one side says, field by field; of open alternatives all, each under its holders. The common case is left out."""
    if side.open:
        return tuple(Entry(phrase("open"), (_variant(term, lookup),)) for term in side.terms)
    if not side.terms:
        return ()
    term = side.terms[0]
    stated = [Entry(phrase(key), (phrase(held),)) for key, held in statements(term, lookup)]
    points = [Entry(phrase("point"), (phrase(", ".join(side.points)),))] if side.points else []
    written = [Entry(phrase("as written"), (phrase(headline(one, lookup)),)) for one in side.terms]
    return (*points, *(written if len(side.terms) > 1 else ()), *stated)


def statements(term: Term, lookup: Lookup) -> Iterator[tuple[str, str]]:
    """The stated fields by key, in words; the modality *shall* is what a term has that says nothing else."""
    for field in compared_fields(type(term)):
        held = getattr(term, field.name)
        if held is not None and held is not Modality.SHALL:
            yield field.key, value(field, field.plain(held), lookup)


def _variant(term: Term, lookup: Lookup) -> Phrase:
    held = "; ".join(f"{key}: {words}" for key, words in statements(term, lookup)) or "no field stated"
    holders = f"held by {listed(map(lookup.name, term.holders))}: " if term.holders else ""
    return phrase(Run(holders, Role.STRONG), held)


def rows(finding: Finding, names: tuple[str, str], lookup: Lookup) -> tuple[Row, ...]:
    """Both sides row by row: points, stances, then every field that either states."""
    sides = (finding.left, finding.right)
    return (*_points(sides), *_stances(sides), *_written(finding, lookup), *_field_rows(finding, names, lookup))


def _points(sides: tuple[Side, Side]) -> Iterator[Row]:
    if any(side.points for side in sides):
        left, right = (phrase(", ".join(side.points)) or phrase(Run("none known", Role.FAINT)) for side in sides)
        yield Row(_NEITHER, "point", (left,), (right,))


def _stances(sides: tuple[Side, Side]) -> Iterator[Row]:
    left, right = (side.state for side in sides)
    if left is not right:
        yield Row(_UNLIKE, "stance", (phrase(str(left)),), (phrase(str(right)),))
    elif left is not Stance.PROPOSES:
        yield Row(_ALIKE, "stance", (phrase(str(left)),), (phrase(str(right)),))


def _written(finding: Finding, lookup: Lookup) -> Iterator[Row]:
    """The kinds and subjects as the documents write them, where these are not those of the finding on both sides."""
    sides = (finding.left, finding.right)
    if all((term.kind, term.subject) == (finding.kind, finding.subject) for side in sides for term in side.terms):
        return
    left, right = (
        tuple(dict.fromkeys(phrase(headline(term, lookup)) for term in side.terms)) for side in sides
    )
    yield Row(_NEITHER, "as written", left, right)


def _field_rows(finding: Finding, names: tuple[str, str], lookup: Lookup) -> Iterator[Row]:
    if finding.open:
        left, right = (
            tuple(_variant(term, lookup) for term in side.terms)
            for side in (finding.left, finding.right)
        )
        yield Row(_NEITHER, "open", left, right)
        return
    one, other = finding.left.terms[0], finding.right.terms[0]
    stated = [dict(statements(term, lookup)) for term in (one, other)]
    known = [{field.key for field in compared_fields(type(term))} for term in (one, other)]
    differences = {difference.field: difference for difference in finding.differences}
    for key in dict.fromkeys(field.key for term in (one, other) for field in compared_fields(type(term))):
        cells = [
            phrase(held[key]) if key in held else _NOT_STATED if key in fields else _NO_FIELD
            for held, fields in zip(stated, known, strict=True)
        ]
        if not any(key in held for held in stated) and key not in differences:
            continue
        difference = differences.get(key)
        if difference is not None:
            cells = [_side_of(difference, index, cells[index], one, lookup) for index in (0, 1)]
            yield Row(_UNLIKE, key, (cells[0],), (cells[1],), *_notes(difference, finding, names, lookup))
        else:
            both = type(one) is type(other)
            yield Row(_ALIKE if both else _NEITHER, key, (cells[0],), (cells[1],))


def _side_of(difference: Difference, index: int, shown: Phrase, term: Term, lookup: Lookup) -> Phrase:
    """The value of one side in words, also where it is the common one that is otherwise left out."""
    plain = (difference.left, difference.right)[index]
    if plain is None:
        return shown
    field = next(field for field in compared_fields(type(term)) if field.key == difference.field)
    return phrase(value(field, plain, lookup))


def _notes(
    difference: Difference, finding: Finding, names: tuple[str, str], lookup: Lookup
) -> tuple[Phrase, Phrase]:
    """How the field differs and how that weighs: in full, and without what the two values beside it show."""
    weight = weighed(difference.direction, finding.bearers, lookup)
    ending = f"; {weight}" if weight else ""
    full = phrase(told(difference, type(finding.left.terms[0]), names, lookup), ending)
    if isinstance(difference.change, Unlike | Stated):
        return full, full if weight else ()
    how = measured(difference.change)
    return full, phrase(how, ending) if how else full
