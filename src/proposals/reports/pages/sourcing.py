"""The sources that a page rests on, each listed once in a note and referred to by its number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from proposals.documents.proposal import Proposal
from proposals.language.citations import cited
from proposals.language.dates import date_words
from proposals.language.names import Lookup
from proposals.language.phrases import Phrase
from proposals.provenance import Citation, Source
from proposals.reports.page import Note, Numbers


@attrs.define
class Sourcing:
    """Gives each cited source its note, numbered in the order in which they are called for.

    ``named`` says that the page names its sources where it cites them.
    """

    lookup: Lookup
    named: bool = True
    _numbers: dict[tuple[str, Source | None], int] = attrs.field(factory=dict)

    def numbers(self, citations: Iterable[Citation], document: Proposal | None) -> Numbers:
        """The numbers of the notes on the sources of these citations, each once."""
        return tuple(dict.fromkeys(self._number(one, document) for one in citations))

    def _number(self, citation: Citation, document: Proposal | None) -> int:
        """The number of a source; one id is two sources where two documents declare it differently."""
        held = (citation.source, self.lookup.source(citation.source, document))
        return self._numbers.setdefault(held, len(self._numbers) + 1)

    def lines(
        self, citations: tuple[Citation, ...], document: Proposal | None, *, sources: bool
    ) -> Iterator[tuple[Phrase, Numbers]]:
        """The citations line by line as :func:`cited` has them, each line with the numbers of its notes."""
        quoting, bare = ([one for one in citations if bool(one.quote) is wanted] for wanted in (True, False))
        together = [[one] for one in bare] if sources else [bare] if bare else []
        groups = [*([one] for one in quoting), *together]
        for line, group in zip(cited(citations, document, self.lookup, sources=sources), groups, strict=True):
            yield line, self.numbers(group, document)

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes in order."""
        return tuple(self._note(name, source) for name, source in self._numbers)

    def _note(self, name: str, source: Source | None) -> Note:
        """What is known of a source, its id where nothing says who published it."""
        if source is None:
            return Note(name, named=self.named)
        language = self.lookup.language
        return Note(
            publisher=source.publisher or name,
            title=source.title or "",
            date=date_words(source.date, language) if source.date else "",
            grade=source.grade or "",
            address=source.url or "",
            named=self.named,
            graded=language.fill("pages.grade", grade=source.grade) if source.grade else "",
        )
