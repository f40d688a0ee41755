"""What a report asks for besides the values: names for ids, sources for citations, short paths for positions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

import attrs

from proposals.comparison.names import world_of
from proposals.documents.proposal import Proposal
from proposals.errors import Location
from proposals.language.loading import folders_of, read_language
from proposals.language.tables import Language
from proposals.library import Library, bundled, root
from proposals.library.library import ENGLISH
from proposals.provenance import Citation, Source
from proposals.validation import Validated
from proposals.vocabulary import Certainty
from proposals.world.pieces import REST
from proposals.world.world import World


# With slots, a cached property would not be among what the class is seen to have.
@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Lookup(Validated):
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
        """The names and sources of a library with those that documents add; of two of one id the first counts.

        Args:
            proposals: The documents.
            library: The library, whose language is that of all wording; ``None`` for the bundled one.

        Returns:
            The names.

        Raises:
            NotFoundError: There is no such language.
            InvalidValueError: The language lacks entries.
        """
        known = library or bundled()
        speaks = folders_of(known.language, known)
        if known.language != ENGLISH:
            from proposals.language.completeness import require  # noqa: PLC0415 -- it knows the words of all reports

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

    @cached_property
    def language(self) -> Language:
        """The language that everything is worded in; read when it is first asked for."""
        return read_language(self.speaks)

    def name(self, code: str) -> str:
        """The name of an actor or a place, as a list has it.

        Args:
            code: The id.

        Returns:
            The name; the id itself where neither is known.
        """
        if apart := self.apart(code, self.name):
            return apart
        known = self.world.name(code)
        if self.library.language == ENGLISH:
            return known
        shared = known == self.library.world.name(code)
        forms = self.language.names.get(code, {}) if shared else self.language.declared.get(known, {})
        usual = forms.get("name", known)
        return self.language.grammar.derive("bare", usual) or usual

    def apart(self, code: str, whole: Callable[[str], str]) -> str | None:
        """The name of what is set apart from something else: the rest of it, or what only one document means so.

        Args:
            code: The id.
            whole: The name of that of which it is the rest, by its id.

        Returns:
            The name; ``None`` where nothing sets it apart.
        """
        places, groups = self.world.places.entries, self.world.actors.groups
        of = code.removesuffix(REST)
        if of != code and (of in places or of in groups):
            if named := self.language.names.get(code, {}).get("name"):
                return self.language.grammar.derive("bare", named) or named
            return self.language.fill(f"pages.{'others' if of in groups else 'rest'} of", name=whole(of))
        entry = self.world.actors.actors.get(code) or places.get(code)
        if entry is None or not entry.defined_by:
            return None
        named = self.language.declared.get(entry.name, {}).get("name", entry.name)
        return self.language.defined_by(named, entry.defined_by)

    def source(self, name: str, document: Proposal | None = None) -> Source | None:
        """The source that a citation names.

        Args:
            name: The id of the source.
            document: The document that cites it, whose own sources come first; ``None`` for the shared ones alone.

        Returns:
            The source; ``None`` where there is none.
        """
        own = self.own.get(document.id, {}) if document else {}
        return own.get(name) or self.sources.get(name)

    def certainty(self, citation: Citation, document: Proposal | None = None) -> Certainty | None:
        """How sure a citation is.

        Args:
            citation: The citation.
            document: The document that cites; ``None`` for shared sources alone.

        Returns:
            Its own word, else that of its source; ``None`` where neither says.
        """
        source = self.source(citation.source, document)
        return citation.certainty or (source.certainty if source else None)

    def speaker(self, citation: Citation, document: Proposal | None = None) -> str | None:
        """The actor who says what a citation reports.

        Args:
            citation: The citation.
            document: The document that cites; ``None`` for shared sources alone.

        Returns:
            The id, by the citation, else by its source; ``None`` where neither says.
        """
        source = self.source(citation.source, document)
        return citation.said_by or (source.said_by if source else None)

    def file(self, position: Location) -> str:
        """The path of a file.

        Args:
            position: A place in the file.

        Returns:
            The path; of a bundled file relative to the collection, so that it is the same everywhere.
        """
        path = Path(position.file)
        return path.relative_to(self.collection).as_posix() if path.is_relative_to(self.collection) else position.file

    def where(self, position: Location) -> str:
        """A place in a file.

        Args:
            position: The place.

        Returns:
            ``file:line:column``, with the path as :meth:`file` gives it.
        """
        return str(position._replace(file=self.file(position)))
