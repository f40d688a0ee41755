"""What everything is called: terms as sentences, names, dates, amounts and the words of lists.

All wording is data, one folder per language (``data/language/en/``). A :class:`Lookup` has the names that documents add
and the language; a :class:`Language` is enough for what names nobody::

    >>> from proposals import library
    >>> from proposals.language import Lookup, heading, name, sentence
    >>> plan = library.load("us-28-point")
    >>> term, lookup = plan.terms[6], Lookup.of(plan)
    >>> heading(type(term), term.subject, lookup)
    "Limit on Ukraine's armed forces"
    >>> sentence(term, lookup)
    "Ukraine's armed forces would be limited to 600,000 personnel."
    >>> name("US", lookup), name("US", lookup, "possessive"), name("US", lookup, "adjective")
    ('the United States', "the United States'", 'US')
    >>> from proposals.language import amount_words, date_words, wording
    >>> from proposals.vocabulary import Relation
    >>> from proposals.world.dates import Date
    >>> date_words(Date("2025-11-20"), lookup.language)
    '20 November 2025'
    >>> amount_words(100_000_000_000, "USD", lookup.language)
    '$100 billion'
    >>> wording(Relation.STRUCK, lookup.language)
    'deleted'

"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from proposals.late import late

if TYPE_CHECKING:
    from proposals.language.amounts import amount_words, number_words
    from proposals.language.changes import change_words
    from proposals.language.clauses import Clause
    from proposals.language.completeness import lacking, require
    from proposals.language.dates import date_words, deadline_words
    from proposals.language.loading import folders_of, read_language
    from proposals.language.names import Lookup
    from proposals.language.sentences import heading, heading_pieces, label, sentence, sentence_pieces
    from proposals.language.tables import Grammar, Language, Modal, wording
    from proposals.language.templates import Filled, Literal, Option, Piece, Slot, Template
    from proposals.language.wordings import name
    from proposals.library.library import ENGLISH

_HOMES: Final = {
    "language.amounts": "amount_words number_words",
    "language.changes": "change_words",
    "language.clauses": "Clause",
    "language.completeness": "lacking require",
    "language.dates": "date_words deadline_words",
    "language.loading": "folders_of read_language",
    "language.names": "Lookup",
    "language.sentences": "heading heading_pieces label sentence sentence_pieces",
    "language.tables": "Grammar Language Modal wording",
    "language.templates": "Filled Literal Option Piece Slot Template",
    "language.wordings": "name",
    "library.library": "ENGLISH",
}
"""The names of the package by the modules that they live in."""

__all__ = [
    "ENGLISH",
    "Clause",
    "Filled",
    "Grammar",
    "Language",
    "Literal",
    "Lookup",
    "Modal",
    "Option",
    "Piece",
    "Slot",
    "Template",
    "amount_words",
    "change_words",
    "date_words",
    "deadline_words",
    "folders_of",
    "heading",
    "heading_pieces",
    "label",
    "lacking",
    "name",
    "number_words",
    "read_language",
    "require",
    "sentence",
    "sentence_pieces",
    "wording",
]

__getattr__ = late(__name__, _HOMES)


def __dir__() -> list[str]:
    return [*__all__]
