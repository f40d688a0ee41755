"""Values, subjects and directions in words; the words of the file itself wherever it has some."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from proposals.comparison.findings import Finding
from proposals.documents.heads import Headed
from proposals.documents.proposal import Proposal
from proposals.fields.declare import Field, Record, compared_fields, subject_fields
from proposals.fields.figures import Figures
from proposals.fields.members import Members
from proposals.fields.values import Day, Domain, Flag, Moment, Plain, Words
from proposals.language.dates import date_words
from proposals.language.names import Lookup
from proposals.language.tables import Language
from proposals.language.templates import Slot
from proposals.language.wordings import name, value_pieces
from proposals.terms.base import Term
from proposals.vocabulary import Coverage, Direction, Topics
from proposals.world.dates import Deadline

_ALONE: Final = "short"
"""The form of a word that stands alone, where its usual one belongs in a sentence."""

_COMMON: Final = frozenset(field.key for field in compared_fields(Term))
_LEADING: Final = ("modality", "obligors")

_JOINING: Final = frozenset({"peacetime"})
"""Qualifiers that follow a number without a sign between: ``800,000 in peacetime``."""


def listed(items: Iterable[str]) -> str:
    """Several words as English lists them: ``a, b and c``."""
    *before, last = [*items] or [""]
    return f"{', '.join(before)} and {last}" if before else last


def counted(count: int, one: str, several: str = "") -> str:
    """A count with its noun: ``1 term``, ``5 terms``."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def said(domain: Domain, plain: Plain, lookup: Lookup) -> str:
    """One plain value of a domain in words: names for ids, amounts with their unit, records as a phrase."""
    if isinstance(domain, Flag):
        return lookup.language.phrase("values.yes")
    if isinstance(domain, Moment):
        return _moment(domain.read(str(plain), lookup.world), lookup)
    field = Field(name="value", key="value", definition="", domain=domain)
    slot = Slot(field.key, _ALONE if isinstance(domain, Words) else "")
    pieces = value_pieces(field, _typed(domain, plain, lookup), {}, slot, lookup)
    return "".join(piece.text for piece in pieces or ())


def value(field: Field, plain: Plain, lookup: Lookup) -> str:
    """A field's plain value in words; of a list its members, and that there are others where it is open."""
    if isinstance(field.domain, Record) and isinstance(plain, list):
        return "; ".join(lines(field, plain, lookup))
    if not isinstance(plain, list):
        return said(field.domain, plain, lookup)
    slot = Slot(field.key, _ALONE if isinstance(field.domain, Words) else "")
    pieces = value_pieces(field, _held(field, plain, lookup), {}, slot, lookup)
    return "".join(piece.text for piece in pieces or ())


def lines(field: Field, plain: Plain, lookup: Lookup) -> tuple[str, ...]:
    """A field's plain value in one or more lines: a list has a line for each member, and one for its being open."""
    if not isinstance(plain, list):
        return (said(field.domain, plain, lookup),)
    items, opened = _members(field, plain)
    named = tuple(said(field.domain, item, lookup) for item in items)
    return (*named, lookup.language.others["name"]) if opened else named


def _moment(deadline: Deadline, lookup: Lookup) -> str:
    """A date as people write it; spans and events in the words of the document, of which some are equal to others."""
    return date_words(deadline.date, lookup.language) if deadline.date else deadline.text


def _members(field: Field, plain: list[Any]) -> tuple[list[Any], bool]:
    """The members of a list without the sign that it is open, and whether it is."""
    opened = field.scale is not None and plain[-1:] == ["…"]
    return (plain[:-1], True) if opened else (plain, False)


def _held(field: Field, plain: Plain, lookup: Lookup) -> Any:
    """What a term holds whose field has this plain value."""
    if not isinstance(plain, list):
        return _typed(field.domain, plain, lookup)
    items, opened = _members(field, plain)
    held = tuple(_typed(field.domain, item, lookup) for item in items)
    return Members(held, open=opened) if field.scale is not None else held


def _typed(domain: Domain, plain: Plain, lookup: Lookup) -> Any:
    if isinstance(domain, Record):
        lead, inner = next(iter(plain.items())) if isinstance(plain, dict) else (plain, None)
        stated = {domain.lead_field.key: lead, **(inner if isinstance(inner, dict) else {})}
        fields = (field for field in (domain.lead_field, *domain.other_fields) if field.key in stated)
        return domain.shape(**{field.name: _held(field, stated[field.key], lookup) for field in fields})
    if isinstance(domain, Words | Day | Moment | Figures):
        return domain.read(str(plain), lookup.world)
    return plain


_LINKING: Final = frozenset(
    {"against", "at", "between", "by", "for", "from", "in", "into", "of", "on", "over", "to", "under", "with"},
)


def about(shape: type[Term], subject: Iterable[tuple[str, ...]], lookup: Lookup) -> str:
    """A subject in words, from one tuple of ids for each subject field: ``of Ukraine, from Crimea and Sevastopol``."""
    parts = []
    for field, ids in zip(subject_fields(shape), subject, strict=True):
        named = listed(said(field.domain, item, lookup) for item in ids)
        parts.append(f"{field.key} {named}" if field.key in _LINKING else named)
    return ", ".join(parts)


_FOR_BENEFICIARIES: Final = frozenset({Direction.HEAVIER, Direction.LIGHTER})
"""What a beneficiary gains or loses by."""


def named(code: str, lookup: Lookup) -> str:
    """What an actor or a place is called in a sentence: ``the United States``."""
    return name(code, lookup) or lookup.name(code)


def weighed(
    direction: Direction | None, bearers: Iterable[str], lookup: Lookup, beneficiaries: Iterable[str] = ()
) -> str:
    """A direction with those who bear the term and those for whom it is: ``lighter for A, weaker for B``.

    Empty where there is no direction; where nobody is named who bears it, only those for whom it is are told.
    """
    if direction is None:
        return ""
    language = lookup.language
    word = language.word(direction, "short")
    bearing, served = (language.listed(named(one, lookup) for one in held) for held in (bearers, beneficiaries))
    parts = [language.fill("brief.weight", direction=word, names=bearing)] if bearing else []
    if served and direction in _FOR_BENEFICIARIES:
        parts.append(language.fill(f"pages.{direction} for beneficiaries", names=served))
    return ", ".join(parts) or language.fill("pages.nobody named", direction=word)


def weight_of(direction: Direction | None, finding: Finding, lookup: Lookup) -> str:
    """A direction of a finding or of one of its fields, for those who bear its terms and those for whom they are."""
    return "" if direction is None else weighed(direction, finding.bearers, lookup, finding.beneficiaries)


def ordered(shape: type[Term]) -> tuple[Field, ...]:
    """The compared fields as the form shows them: how strongly and on whom, then the kind's own, then conditions."""
    fields = compared_fields(shape)
    leading = [field for field in fields if field.key in _LEADING]
    own = [field for field in fields if field.key not in _COMMON]
    return (*leading, *own, *(field for field in fields if field not in leading and field not in own))


KNOWN: Final = {Coverage.COMPLETE: "full text known", Coverage.PARTIAL: "known in part"}
"""How much of a document is known, in words that a bracketed text is read back from."""

SAVE_ON: Final = ", save on "
AND: Final = " and "


def extent(document: Proposal) -> str:
    """How much of a document is known, and how many gaps it lists: ``known in part, 11 gaps listed``.

    ``full text known, save on economy and sanctions, no gap listed`` where that is not so on some topics.
    """
    gaps = f"{counted(len(document.gaps), 'gap')} listed" if document.gaps else "no gap listed"
    return f"{KNOWN[document.coverage]}{save_on(document.otherwise_known)}, {gaps}"


def covered(document: Headed) -> str:
    """The coverage of a document: ``partial``, ``partial, save on territory``."""
    return f"{document.coverage}{save_on(document.otherwise_known)}"


def save_on(topics: Collection[Topics | str]) -> str:
    """What follows the coverage of a document that has another one on these topics: ``, save on territory``."""
    return f"{SAVE_ON}{AND.join(map(str, topics))}" if topics else ""


def gaps_listed(document: Headed, language: Language) -> str:
    """How many gaps a document lists: ``11 gaps listed``, ``no gap listed``."""
    count = len(document.gaps)
    return language.counted("pages.gaps listed", f"{count:,}") if count else language.phrase("pages.no gap listed")


def known_of(document: Headed, language: Language, form: str = "name") -> str:
    """How much of a document is known, in the words of a language: ``known in part, save on territory``."""
    topics = language.listed(language.word(topic) for topic in document.otherwise_known)
    known = language.word(document.coverage, form)
    return language.fill("pages.save on", coverage=known, topics=topics) if topics else known


def joins(field: Field) -> bool:
    """Whether a qualifier can follow a number without a sign between."""
    return field.key in _JOINING
