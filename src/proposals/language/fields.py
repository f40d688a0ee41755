"""The fields of a finding's terms, both sides row by row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proposals.comparison.findings import Difference, Finding
from proposals.comparison.meeting import unwritten
from proposals.comparison.positions import Position
from proposals.fields.changes import Lack, Stated, Unlike
from proposals.fields.declare import Field, Record, compared_fields
from proposals.fields.values import Plain
from proposals.language.changes import change_words
from proposals.language.differences import telling, told
from proposals.language.labels import field_label
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Phrase, Role, Row, Run, phrase
from proposals.language.sentences import headline
from proposals.language.values import lines, value, weight_of
from proposals.terms.base import Term
from proposals.vocabulary import Modality, Stance

_ALIKE: Final = Run("=", Role.AGREED)
_UNLIKE: Final = Run("≠", Role.DIFFERENT)
_NEITHER: Final = Run(" ")
_MARKS: Final = {
    Lack.UNSTATED: _UNLIKE,
    Lack.LEFT_OUT: _UNLIKE,
    Lack.UNREPORTED: Run("?", Role.ABSENT),
    Lack.NOT_RESTATED: _NEITHER,
}
"""The mark of a value that is missing on one side."""


def _missing(lack: Lack, lookup: Lookup) -> tuple[Phrase, ...]:
    """The cell of a value that is missing."""
    return (phrase(Run(lookup.language.word(lack), Role.FAINT)),)


def statements(term: Term, lookup: Lookup, *, modal: bool = False) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
    """The stated fields by key, in words.

    The modality *shall* is what a term has that says nothing else; it is among them only for a proposal, where
    ``modal`` says that another is set beside it.
    """
    shown = modal and term.stance is Stance.PROPOSES
    for field in compared_fields(type(term)):
        held = getattr(term, field.name)
        if held is not None and (shown or held is not Modality.SHALL):
            yield field.key, _cell(field, field.plain(held), lookup)


def _cell(field: Field, plain: Plain, lookup: Lookup) -> tuple[Phrase, ...]:
    """A value on one line; a list of records on several, since a record's words are many."""
    if isinstance(field.domain, Record):
        return tuple(phrase(line) for line in lines(field, plain, lookup))
    return (phrase(value(field, plain, lookup)),)


def _variant(term: Term, lookup: Lookup, *, modal: bool = False) -> Entry:
    """One open alternative: its name, its holders, and its fields one below the other."""
    language = lookup.language
    title = alternative(term, lookup)
    if term.stance is not Stance.PROPOSES:
        stance = language.word(term.stance)
        title = language.fill("pages.label", label=title, text=stance) if title else stance
    told = (
        phrase(language.fill("pages.label", label=field_label(key, type(term), lookup), text=""), *_joined(held))
        for key, held in statements(term, lookup, modal=modal)
    )
    unsaid = (phrase(language.phrase("pages.no field stated")),) if term.stance is Stance.PROPOSES else ()
    return Entry(phrase(Run(title, Role.STRONG)), tuple(told) or unsaid)


def alternative(term: Term, lookup: Lookup) -> str:
    """What an open alternative is called, and who holds it; empty for a term that is none."""
    language = lookup.language
    held_by = language.listed(map(lookup.name, term.holders))
    if term.option and term.holders:
        return language.fill("pages.option held by", option=term.option, names=held_by)
    if term.option:
        return language.fill("pages.option", option=term.option)
    return language.fill("pages.held by", names=held_by) if term.holders else ""


def _joined(parts: tuple[Phrase, ...]) -> Iterator[Phrase | str]:
    for index, part in enumerate(parts):
        yield "; " if index else ""
        yield part


def rows(finding: Finding, names: tuple[str, str], lookup: Lookup) -> tuple[Row, ...]:
    """Both sides row by row: points, stances, then every field that either states."""
    sides = (finding.left, finding.right)
    stances = (*_points(sides, lookup), *_stances(sides, lookup))
    return (*stances, *_written(finding, lookup), *_field_rows(finding, names, lookup))


def _points(sides: tuple[Position, Position], lookup: Lookup) -> Iterator[Row]:
    if any(side.points for side in sides):
        unknown = phrase(Run(lookup.language.phrase("pages.none known"), Role.FAINT))
        left, right = (phrase(", ".join(side.points)) or unknown for side in sides)
        yield Row(_NEITHER, lookup.language.label("point"), (left,), (right,), said=True)


def _stances(sides: tuple[Position, Position], lookup: Lookup) -> Iterator[Row]:
    left, right = (side.state for side in sides)
    if any(side.mixed for side in sides):  # each alternative says its own
        return
    words = [(phrase(lookup.language.word(side.state)),) for side in sides]
    if left is not right:
        yield Row(_UNLIKE, lookup.language.label("stance"), words[0], words[1], said=True)
    elif left is not Stance.PROPOSES:
        yield Row(_ALIKE, lookup.language.label("stance"), words[0], words[1], said=True)


def _written(finding: Finding, lookup: Lookup) -> Iterator[Row]:
    """The kinds and subjects as the documents write them, where these are not those of the finding on both sides."""
    sides = (finding.left, finding.right)
    if all((term.kind, term.subject) == (finding.kind, finding.subject) for side in sides for term in side.terms):
        return
    left, right = (tuple(dict.fromkeys(phrase(headline(term, lookup)) for term in side.terms)) for side in sides)
    yield Row(_NEITHER, lookup.language.label("as written"), left, right, said=True)


def _field_rows(finding: Finding, names: tuple[str, str], lookup: Lookup) -> Iterator[Row]:
    sides = (finding.left, finding.right)
    one, other = finding.left.terms[0], finding.right.terms[0]
    if finding.open or type(one) is not type(other):
        variants = [[_variant(term, lookup, modal=side.modal) for term in side.terms] for side in sides]
        left, right = (tuple(line for entry in held for line in _entry_lines(entry)) for held in variants)
        label = lookup.language.phrase(f"pages.{'open' if finding.open else 'fields'}")
        yield Row(_NEITHER, label, left, right, said=True)
        return
    stated = [dict(statements(term, lookup)) for term in (one, other)]
    differences = {difference.field: difference for difference in finding.differences}
    for field in compared_fields(type(one)):
        if field.key in differences:
            if not _unwritten(differences[field.key], finding):
                yield _differing(field, differences[field.key], finding, names, lookup)
        elif field.key in stated[0] or field.key in stated[1]:
            left, right = (held.get(field.key, _missing(Lack.UNSTATED, lookup)) for held in stated)
            yield Row(_ALIKE, field_label(field.key, type(one), lookup), left, right)


def _unwritten(difference: Difference, finding: Finding) -> bool:
    """Whether it is the *shall* of one that answers and does not say how strongly it would bind."""
    return difference.field == "modality" and unwritten(finding.left.terms[0], finding.right.terms[0])


def _entry_lines(entry: Entry) -> tuple[Phrase, ...]:
    return (entry.label, *entry.lines) if entry.label else entry.lines


def _differing(field: Field, difference: Difference, finding: Finding, names: tuple[str, str], lookup: Lookup) -> Row:
    lack = difference.lack or Lack.UNSTATED
    mark, lacking = _MARKS[lack], _missing(lack, lookup)
    left, right = (
        lacking if plain is None else _cell(field, plain, lookup) for plain in (difference.left, difference.right)
    )
    label = field_label(field.key, type(finding.left.terms[0]), lookup)
    if mark is not _UNLIKE:
        return Row(mark, label, left, right)
    mark = _MARKS[Lack.UNREPORTED] if difference.unreported else mark
    if difference not in telling(finding.differences, finding.left.terms[0], finding.right.terms[0]):
        return Row(mark, label, left, right)
    return Row(mark, label, left, right, *_notes(difference, finding, names, lookup))


def _notes(difference: Difference, finding: Finding, names: tuple[str, str], lookup: Lookup) -> tuple[Phrase, Phrase]:
    """How the field differs and how that weighs: in full, and without what the two values beside it show."""
    weight = weight_of(difference.direction, finding, lookup)
    ending = f"{lookup.language.phrase('pages.between clauses')}{weight}" if weight else ""
    full = phrase(told(difference, type(finding.left.terms[0]), names, lookup), ending)
    if isinstance(difference.change, Unlike | Stated):
        return full, full if weight else ()
    how = change_words(difference.change, lookup.language)
    return full, phrase(how, ending) if how else full
