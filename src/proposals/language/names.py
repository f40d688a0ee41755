"""What a report asks for besides the values: names for ids, sources for citations, short paths for positions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import attrs

from proposals.comparison.names import world_of
from proposals.documents.proposal import Proposal
from proposals.errors import Location
from proposals.language.completeness import require
from proposals.language.loading import folders_of, read_language
from proposals.language.tables import Language
from proposals.library import Library, bundled, root
from proposals.library.library import ENGLISH
from proposals.provenance import Citation, Source
from proposals.vocabulary import Certainty
from proposals.world.world import World


@attrs.frozen(kw_only=True)
class Lookup:
    """Names, sources and paths.

    ``own`` are the sources that a document declares itself, by the document's id.
    ``collection`` is the folder to which the paths of bundled files are relative. ``speaks`` are the folders of the
    language: the bundled one, then those of collections that have words of their own. ``library`` has the rest.
    """

    world: World
    own: Mapping[str, Mapping[str, Source]]
    collection: Path
    speaks: tuple[Path, ...]
    library: Library

    @classmethod
    def of(cls, *proposals: Proposal, library: Library | None = None) -> Lookup:
        """The names and sources of a library with those that the documents add; of two of one id the first counts.

        ``library`` is the bundled one where none is given; its language is that of all wording. Raises
        :class:`NotFoundError` for a language that there is not, :class:`InvalidValueError` for one that lacks entries.
        """
        known = library or bundled()
        speaks = folders_of(known.language, known)
        if known.language != ENGLISH:
            require(read_language(speaks), known.known_kinds, read_language(folders_of(ENGLISH, known)))
        return cls(
            world=world_of(proposals, known.world),
            own={proposal.id: {source.id: source for source in proposal.sources} for proposal in proposals},
            collection=root(),
            speaks=speaks,
            library=known,
        )

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources that documents share, by id; read when they are first asked for."""
        return self.library.sources

    @property
    def language(self) -> Language:
        """The language that everything is worded in; read when it is first asked for."""
        return read_language(self.speaks)

    def name(self, code: str) -> str:
        """The name of an actor or a place, as a list has it; the id itself where neither is known."""
        known = self.world.name(code)
        if self.library.language == ENGLISH or known != self.library.world.name(code):
            return known
        usual = self.language.names.get(code, {}).get("name", known)
        return self.language.grammar.derive("bare", usual) or usual

    def source(self, name: str, document: Proposal | None = None) -> Source | None:
        """The source that a citation of the document names: the document's own first, then the shared one."""
        own = self.own.get(document.id, {}) if document else {}
        return own.get(name) or self.sources.get(name)

    def certainty(self, citation: Citation, document: Proposal | None = None) -> Certainty | None:
        """How sure the citation is: by its own word, else by its source's; ``None`` where neither says."""
        source = self.source(citation.source, document)
        return citation.certainty or (source.certainty if source else None)

    def speaker(self, citation: Citation, document: Proposal | None = None) -> str | None:
        """The id of the actor who says it: by the citation, else by its source; ``None`` where neither says."""
        source = self.source(citation.source, document)
        return citation.said_by or (source.said_by if source else None)

    def file(self, position: Location) -> str:
        """The path of a file: of a bundled one relative to the collection, so that it is the same everywhere."""
        path = Path(position.file)
        return path.relative_to(self.collection).as_posix() if path.is_relative_to(self.collection) else position.file

    def where(self, position: Location) -> str:
        """``file:line:column``, with the path as :meth:`file` gives it."""
        return str(position._replace(file=self.file(position)))
