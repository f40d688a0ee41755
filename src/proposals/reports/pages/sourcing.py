"""The sources that a page names by their ids, each told whole in a note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from proposals.documents.proposal import Proposal
from proposals.language.citations import cited
from proposals.language.names import Lookup
from proposals.language.notes import Cited, Notes, source_lines
from proposals.language.phrases import Phrase
from proposals.provenance import Citation
from proposals.reports.page import Note, Numbers


@attrs.define
class Sourcing:
    """Gives each cited source its note, numbered in the order in which they are called for."""

    lookup: Lookup
    _notes: Notes = attrs.field(factory=Notes)

    def numbers(self, citations: Iterable[Citation], document: Proposal | None) -> Numbers:
        """The numbers of the notes on the sources of these citations, each once."""
        return tuple(dict.fromkeys(self._number(one, document) for one in citations))

    def _number(self, citation: Citation, document: Proposal | None) -> int:
        held = Cited(id=citation.source, source=self.lookup.source(citation.source, document), documents=())
        (text,) = source_lines([held])
        return self._notes.number(text)

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
        return tuple(Note(text, named=True) for text in self._notes.texts)
