"""Who is meant by a short name in a form, and where a position was read: numbered notes, each told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from proposals.comparison.line import Line
from proposals.comparison.variants import Variant
from proposals.documents.proposal import Proposal
from proposals.language.dates import date_words
from proposals.language.escaping import bare
from proposals.language.labels import field_label, lettered
from proposals.language.names import Lookup
from proposals.language.tables import Language
from proposals.provenance import Citation, Dispute, Source
from proposals.strings import pointed
from proposals.values import Value
from proposals.vocabulary import Certainty


def labels(documents: Sequence[Proposal]) -> tuple[str, ...]:
    """A short name for each document: the abbreviation of its one author, ``US``, else its letter.

    Letters for all where one would be the abbreviation of another.
    """
    authors = [document.authors[0] if len(document.authors) == 1 else "" for document in documents]
    letters = lettered(documents)
    found = tuple(
        author if author.isupper() and bare(author) and authors.count(author) == 1 else own
        for author, own in zip(authors, letters, strict=True)
    )
    return found if len({*found}) == len(found) else letters


@attrs.define
class Notes:
    """The notes of a form, numbered from 1 in the order in which they are first called for."""

    _numbers: dict[str, int] = attrs.field(factory=dict)

    def number(self, text: str) -> int:
        """The number of a note, a new one if no note says the same."""
        return self._numbers.setdefault(text, len(self._numbers) + 1)

    @property
    def texts(self) -> tuple[str, ...]:
        """All notes in order."""
        return tuple(self._numbers)


def origins(said: Iterable[tuple[Variant, Proposal]], lookup: Lookup, keys: tuple[str, ...] = ()) -> str:
    """Document, point and sources of what documents say; of citations for single fields those for ``keys`` only."""
    told = (_variant(variant, document, lookup, keys) for variant, document in said)
    return " · ".join(dict.fromkeys(told))


def _variant(variant: Variant, document: Proposal, lookup: Lookup, keys: tuple[str, ...]) -> str:
    points = f", {pointed(variant.points)}" if variant.points else ""
    wanted = [one for one in variant.citations if not (keys and one.supports) or set(keys) & set(one.supports)]
    disputes = [
        f"disputed{_field(one, variant, lookup)}: {one.value}{_by(one.citations, document, lookup)}"
        for one in variant.disputes
        if not (keys and one.field) or one.field in keys
    ]
    return f"{document.title}{points}: {'; '.join([_cited(wanted, document, lookup) or 'no source given', *disputes])}"


def _field(dispute: Dispute, variant: Variant, lookup: Lookup) -> str:
    if not dispute.field:
        return ""
    return f", {field_label(dispute.field, type(variant.terms[0]), lookup)}"


def source_name(citation: Citation, document: Proposal | None, lookup: Lookup) -> str:
    """Who published what is cited, and when; the key of the source where nothing of it is declared."""
    source = lookup.source(citation.source, document)
    if source is None or not source.publisher:
        return citation.source
    day = f", {date_words(source.date, lookup.language)}" if source.date else ""
    return f"{source.publisher}{day}"


def _by(citations: tuple[Citation, ...], document: Proposal, lookup: Lookup) -> str:
    told = _cited(citations, document, lookup)
    return f" ({told})" if told else ""


def _cited(citations: Iterable[Citation], document: Proposal, lookup: Lookup) -> str:
    """Who published what, each with how sure the citation is where that is not plainly reported."""
    told = []
    for one in citations:
        certainty = lookup.certainty(one, document)
        sure = f" ({certainty})" if certainty and certainty is not Certainty.REPORTED else ""
        told.append(f"{source_name(one, document, lookup)}{sure}")
    return "; ".join(dict.fromkeys(told))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Cited(Value):
    """A source (``None`` where none is declared) with the ids of the documents that cite it, in alphabetical order."""

    id: str
    source: Source | None
    documents: tuple[str, ...]


def cited(lines: Iterable[Line], documents: Sequence[Proposal], lookup: Lookup) -> tuple[Cited, ...]:
    """Every source that these lines cite, as :func:`cited_by` lists them."""
    citations = (
        (citation, documents[at])
        for line in lines
        for at, variant in line.told()
        for citation in (*variant.citations, *(one for dispute in variant.disputes for one in dispute.citations))
    )
    return cited_by(citations, lookup)


def cited_by(citations: Iterable[tuple[Citation, Proposal | None]], lookup: Lookup) -> tuple[Cited, ...]:
    """Every source that is cited, once, in order of the ids.

    An id means what the document says that cites it, so two sources of one id are two.
    """
    citing: dict[tuple[str, Source | None], set[str]] = {}
    for citation, document in citations:
        held = lookup.source(citation.source, document)
        citing.setdefault((citation.source, held), set()).update({document.id} if document else ())
    return tuple(
        Cited(id=name, source=source, documents=tuple(sorted(found)))
        for (name, source), found in sorted(citing.items(), key=lambda one: one[0][0])
    )


def source_lines(sources: Iterable[Cited], language: Language) -> Iterator[str]:
    """Each cited source on a line: publisher, title, date, grade, address; its id where it is not declared."""
    for one in sources:
        held = one.source
        if held is None:
            yield f"{one.id}, not declared"
            continue
        day = date_words(held.date, language) if held.date else ""
        grade = f"grade {held.grade}" if held.grade else ""
        yield ", ".join(fact for fact in (held.publisher, held.title, day, grade, held.url) if fact)
