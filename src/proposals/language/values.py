"""Values, subjects and directions in words; the words of the file itself wherever it has some."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from proposals.comparison.findings import Finding
from proposals.documents.proposal import Proposal
from proposals.fields.declare import Field, Record, compared_fields, subject_fields
from proposals.fields.values import Code, Domain, Flag, Number, Plain
from proposals.language.names import Lookup
from proposals.terms.base import Term
from proposals.vocabulary import Coverage, Direction

_LINKING: Final = frozenset(
    {"against", "at", "between", "by", "for", "from", "in", "into", "of", "on", "over", "to", "under", "with"},
)
_OTHERS: Final = "and others"


_COMMON: Final = frozenset(field.key for field in compared_fields(Term))
_LEADING: Final = ("modality", "obligors")

_PHRASES: Final = {"peacetime": "in peacetime"}
"""Qualifiers that read badly as they stand."""


def listed(items: Iterable[str]) -> str:
    """Several words as English lists them: ``a, b and c``."""
    *before, last = [*items] or [""]
    return f"{', '.join(before)} and {last}" if before else last


def counted(count: int, one: str, several: str = "") -> str:
    """A count with its noun: ``1 term``, ``5 terms``."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def said(domain: Domain, plain: Plain, lookup: Lookup) -> str:
    """One plain value of a domain in words: names for ids, thousands separated, records as ``word field value``."""
    if isinstance(domain, Code):
        return lookup.name(str(plain))
    if isinstance(domain, Flag):
        return "yes"
    if isinstance(domain, Number):
        return f"{plain:,} {domain.unit}" if isinstance(plain, int | float) else str(plain)
    if isinstance(domain, Record):
        return _record(domain, plain, lookup)
    return str(plain)


def _record(domain: Record, plain: Plain, lookup: Lookup) -> str:
    """The leading word, then each further field: a number and a flag tell themselves, others with their key."""
    lead, inner = next(iter(plain.items())) if isinstance(plain, dict) else (plain, None)
    held = inner if isinstance(inner, dict) else {}
    words = [said(domain.lead_field.domain, lead, lookup)]
    for field in domain.other_fields:
        if field.key in held:
            told = value(field, held[field.key], lookup)
            alone = isinstance(field.domain, Number)
            words.append(field.key if isinstance(field.domain, Flag) else told if alone else f"{field.key} {told}")
    return " ".join(words)


def value(field: Field, plain: Plain, lookup: Lookup) -> str:
    """A field's plain value in words; of a list its members, ``and others`` where it is open."""
    if not isinstance(plain, list):
        return said(field.domain, plain, lookup)
    named = lines(field, plain, lookup)
    if isinstance(field.domain, Record):
        return "; ".join(named)
    opened = named[-1] == _OTHERS
    return f"{', '.join(named[:-1])} {_OTHERS}" if opened and len(named) > 1 else listed(named)


def lines(field: Field, plain: Plain, lookup: Lookup) -> tuple[str, ...]:
    """A field's plain value in one or more lines: a list has a line for each member, and one for its being open."""
    if not isinstance(plain, list):
        return (said(field.domain, plain, lookup),)
    opened = field.scale is not None and plain[-1:] == ["…"]
    named = tuple(said(field.domain, item, lookup) for item in (plain[:-1] if opened else plain))
    return (*named, _OTHERS) if opened else named


def about(shape: type[Term], subject: Iterable[tuple[str, ...]], lookup: Lookup) -> str:
    """A subject in words, from one tuple of ids for each subject field: ``of Ukraine, from Crimea and Sevastopol``."""
    parts = []
    for field, ids in zip(subject_fields(shape), subject, strict=True):
        named = listed(said(field.domain, item, lookup) for item in ids)
        parts.append(f"{field.key} {named}" if field.key in _LINKING else named)
    return ", ".join(parts)


def headline(term: Term, lookup: Lookup) -> str:
    """A term's kind and its own subject: ``withdrawal of Ukraine, from Crimea``."""
    return titled(type(term), term.subject, lookup)


def titled(shape: type[Term], subject: Iterable[tuple[str, ...]], lookup: Lookup) -> str:
    """A kind with a subject; a colon between them unless the subject begins with a linking word."""
    words = about(shape, subject, lookup)
    if not words:
        return shape.kind
    linked = words.partition(" ")[0] in _LINKING
    return f"{shape.kind}{' ' if linked else ': '}{words}"


_FOR_BENEFICIARIES: Final = {Direction.HEAVIER: "stronger", Direction.LIGHTER: "weaker"}


def weighed(
    direction: Direction | None, bearers: Iterable[str], lookup: Lookup, beneficiaries: Iterable[str] = ()
) -> str:
    """A direction with those who bear the term and those for whom it is: ``lighter for A, weaker for B``.

    Empty where there is no direction; where nobody is named who bears it, only those for whom it is are told.
    """
    if direction is None:
        return ""
    bearing, served = listed(map(lookup.name, bearers)), listed(map(lookup.name, beneficiaries))
    parts = [f"{direction} for {bearing}"] if bearing else []
    if served and direction in _FOR_BENEFICIARIES:
        parts.append(f"{_FOR_BENEFICIARIES[direction]} for {served}")
    return ", ".join(parts) or f"{direction} for those who bear it, whom nobody names"


def weight_of(direction: Direction | None, finding: Finding, lookup: Lookup) -> str:
    """A direction of a finding or of one of its fields, for those who bear its terms and those for whom they are."""
    return "" if direction is None else weighed(direction, finding.bearers, lookup, finding.beneficiaries)


def ordered(shape: type[Term]) -> tuple[Field, ...]:
    """The compared fields as the form shows them: how strongly and on whom, then the kind's own, then conditions."""
    fields = compared_fields(shape)
    leading = [field for field in fields if field.key in _LEADING]
    own = [field for field in fields if field.key not in _COMMON]
    return (*leading, *own, *(field for field in fields if field not in leading and field not in own))


WHOLE: Final = "whole text known"


def extent(document: Proposal) -> str:
    """How much of a document is known, and how many gaps it lists: ``known in part, 11 gaps listed``."""
    known = WHOLE if document.coverage is Coverage.COMPLETE else "known in part"
    return f"{known}, {gaps_listed(document)}"


def gaps_listed(document: Proposal) -> str:
    """How many gaps a document lists: ``11 gaps listed``, ``no gap listed``."""
    return f"{counted(len(document.gaps), 'gap')} listed" if document.gaps else "no gap listed"


def label(field: Field) -> str:
    """What a field is called: the words of its key; of a qualifier a phrase where it has one."""
    return _PHRASES.get(field.key, field.key.replace("-", " "))


def joins(field: Field) -> bool:
    """Whether a qualifier can follow a number without a sign between."""
    return field.key in _PHRASES
