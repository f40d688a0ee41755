"""Finding and reading documents: by their ids in one or several collections, and by the paths of their files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import attrs

from proposals.documents.adoption import adopted
from proposals.documents.checks import References, check
from proposals.documents.heads import Head
from proposals.documents.proposal import Proposal
from proposals.errors import (
    InvalidProposalError,
    NotFoundError,
    Problem,
    UnreadableError,
)
from proposals.files.proposals import examine, examine_text, read_head
from proposals.files.text import STANDARD_INPUT, folder_of
from proposals.files.writing import proposal_yaml
from proposals.library.collection import YAML_ENDINGS, Collection
from proposals.library.registers import Registers, together
from proposals.strings import folded, suggestion
from proposals.validation import require
from proposals.vocabulary import Stance
from proposals.world.world import World

ENGLISH: Final = "en"
"""The code of the language that everything is worded in unless another is asked for."""

_STANDARD: Final = "-"


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Library(Registers):
    """The documents of one or several collections, and whatever gives meaning to the names in them.

    ``language`` is the code of that in which what it has is worded; the rest is as in
    :class:`~proposals.library.registers.Registers`.
    """

    language: str = ENGLISH
    _texts: dict[Path, Proposal | None] = attrs.field(factory=dict, init=False, repr=False)

    def speaking(self, language: str) -> Library:
        """The same library, worded in another language.

        Args:
            language: The code of the language, such as ``fr``.

        Returns:
            A library with the same collections.
        """
        return self if language == self.language else attrs.evolve(self, language=language)

    def proposals(self) -> tuple[Proposal, ...]:
        """All documents, in the order of :attr:`ids`."""
        return tuple(self.load(name) for name in self.ids)

    def heads(self, collection: Collection) -> Iterator[Head]:
        """What a list says of the documents of one of its collections, in the order of their ids.

        Of the bundled ones no term is read, as :meth:`load` does not look up again what they refer to; the others are
        read whole, so that a file with something wrong is refused.

        Args:
            collection: One of :attr:`collections`.

        Returns:
            A head for each document, read as it is asked for.

        Raises:
            UnreadableError: A file cannot be read at all.
            InvalidProposalError: Something in a file is wrong.
        """
        bundled = collection is self.bundled
        for path in collection.paths.values():
            yield read_head(path, collection.world) if bundled else Head.of(self.load(path))

    def load(self, name: str | Path) -> Proposal:
        """A document by its id or a name that it alone bears, or by the path of its YAML file.

        What a bundled document refers to is not looked up again, as the tests of the collection do that:
        :meth:`problems_of` checks it like any other file.

        Args:
            name: The id, the name or the path. A text is a path if it ends in ``.yaml`` or ``.yml`` or has a slash in
                it; ``-`` is standard input.

        Returns:
            The document, with the places and actors that it may name.

        Raises:
            WrongTypeError: The name is neither text nor a path.
            NotFoundError: No document bears the name, or several do.
            UnreadableError: The file cannot be read at all.
            InvalidProposalError: Something in it is wrong; the error lists all that is.
        """
        path = self.path_of(name)
        if self.bundled.holds(path):
            proposal, problems = self._examined(path)
        else:
            proposal, problems = self.examined(path)
        if proposal is None or problems:
            raise InvalidProposalError(problems)
        return proposal

    def problems_of(self, path: str | Path) -> tuple[Problem, ...]:
        """All that is wrong with a file.

        Args:
            path: The path of the YAML file.

        Returns:
            The problems, in reading order; empty where nothing is wrong.

        Raises:
            UnreadableError: The file cannot be read at all.
        """
        require(path, (str, Path), "problems_of()")
        return self.examined(Path(path))[1]

    def check(self, proposal: Proposal) -> tuple[Problem, ...]:
        """All that is wrong with a document made in Python.

        The places are those of the text as which :func:`~proposals.files.writing.proposal_yaml` would write it, and the
        name of the file is the id of the document. Kinds of term that it has and the library does not know are taken as
        they are.

        Args:
            proposal: The document.

        Returns:
            The problems, in the order of that text; empty where nothing is wrong.

        Raises:
            WrongTypeError: It is no document.
            UnreadableError: A text in it is one that no file can hold.
        """
        require(proposal, Proposal, "check()")
        path = Path(proposal.at.file if proposal.at else proposal.id)
        world = self.world_of(path)
        text = proposal_yaml(_without_names_of(world, proposal))
        kinds = {**self.kinds, **{term.kind: type(term) for term in proposal.entries}}
        read, problems = examine_text(text, proposal.id, world, kinds)
        if read is not None:
            held = attrs.evolve(read, amended=proposal.amended) if proposal.amended else self._with_texts(read, path)
            problems = (*problems, *self._unresolved(held, path))
        lines = text.split("\n")
        shown = (one._replace(excerpt=one.excerpt or lines[one.location.line - 1]) for one in problems)
        return tuple(sorted(shown, key=lambda problem: problem.location[1:]))

    def examined(self, path: Path) -> tuple[Proposal | None, tuple[Problem, ...]]:
        """The document in a file as far as it can be read, and all that is wrong with it.

        Args:
            path: The path of the file.

        Returns:
            The document, ``None`` where the file holds none, and the problems, in reading order.

        Raises:
            UnreadableError: The file cannot be read at all.
        """
        proposal, problems = self._examined(path)
        if proposal is None:
            return None, problems
        further = self._unresolved(proposal, path)
        return proposal, tuple(sorted((*problems, *further), key=lambda problem: problem.location[1:]))

    def _unresolved(self, proposal: Proposal, path: Path) -> tuple[Problem, ...]:
        """What is wrong with a document that its own file cannot show."""
        named = {step.to for step in proposal.lineage}
        beside = {name for name in named if name not in self.ids and _beside(path, name) is not None}
        references = References(
            sources=self.shared_sources(path),
            proposals=frozenset(self.ids) | beside,
            questions=frozenset(self.questions),
        )
        return check(proposal, references, proposal.world)

    def path_of(self, name: str | Path) -> Path:
        """The file of a document.

        Args:
            name: Its id, a name that it alone bears, or the path itself; ``-`` is standard input.

        Returns:
            The path, which need not lead to a file where a path was given.

        Raises:
            NotFoundError: No document bears the name, or several do; the message tells these apart.
        """
        require(name, (str, Path), "load()")
        if name == _STANDARD:
            return STANDARD_INPUT
        if isinstance(name, Path) or "/" in name or "\\" in name or Path(name).suffix in YAML_ENDINGS:
            return Path(name)
        files = [one.paths[name] for one in self.collections if name in one.paths]
        if len(files) > 1:
            listed = "".join(f"\n  {file}" for file in files)
            raise NotFoundError(f"'{name}' is the id of a document in several collections; name its file:{listed}")
        if files:
            return files[0]
        return Path(name) if Path(name).exists() else self._by_title(name)

    def _by_title(self, name: str) -> Path:
        wanted = folded(name).removeprefix("the ")
        everything, wrong = list[Proposal](), 0
        for one in self.ids:
            try:
                everything.append(self.load(one))
            except (UnreadableError, InvalidProposalError):  # another file is no reason not to find this one
                wrong += 1
        bearers = [held for held in everything if wanted in {folded(one) for one in (held.title, *held.names)}]
        if len(bearers) == 1:
            return self.path_of(bearers[0].id)
        if bearers:
            raise NotFoundError(f"'{name}' may be any of these, which are different documents:{_told(bearers)}")
        unseen = f"; wrong files that were not looked at: {wrong:,}" if wrong else ""
        words = set(wanted.split())
        near = [held for held in everything if words <= set(folded(" ".join((held.title, *held.names))).split())]
        if near:
            raise NotFoundError(f"no proposal is called '{name}'{unseen}; those with these words are:{_told(near)}")
        hint = suggestion(name, self.ids) or "'proposals list' shows them all; a file's name ends in .yaml"
        raise NotFoundError(f"no proposal is called '{name}'{unseen} ({hint})")

    def _examined(self, path: Path) -> tuple[Proposal | None, tuple[Problem, ...]]:
        """The document with the texts that it marks up; what it refers to is not looked up."""
        home = self.home_of(path)
        proposal, problems = examine(path, self.world_of(path), self.kinds)
        if home is not None and home.untrusted:
            hint = f"'--trust {home.folder}' lets {home.untrusted.name} run, the code of this collection"
            problems = tuple(one._replace(hint=hint) if one.code == "unknown-kind" else one for one in problems)
        if proposal is None:
            return None, problems
        if home is not self.bundled and self.own:
            further = [home.sources] if home else [one.sources for one in self.own]
            proposal = adopted(proposal, self.base, together("source", further))
        return self._with_texts(proposal, path), problems

    def _with_texts(self, proposal: Proposal, path: Path) -> Proposal:
        """The document with the texts from which it deletes, as far as they can be read: beside it, or by their ids."""
        if not proposal.struck and not any(term.stance is Stance.STRIKES for term in proposal.terms):
            return proposal
        found = [self._text(file) for name in proposal.marks_up if (file := self._marked(name, path, proposal.id))]
        return attrs.evolve(proposal, amended=tuple(text for text in found if text is not None))

    def _marked(self, name: str, path: Path, own: str) -> Path | None:
        if name == own:
            return None
        return _beside(path, name) or next((one.paths[name] for one in self.collections if name in one.paths), None)

    def _text(self, path: Path) -> Proposal | None:
        """A text without those that it marks up itself; several documents delete from one, which is read once."""
        home = self.home_of(path)
        if home is None:
            return self._read(path, self.world)
        if path not in self._texts:
            self._texts[path] = self._read(path, home.world)
        return self._texts[path]

    def _read(self, path: Path, world: World) -> Proposal | None:
        try:
            return examine(path, world, self.kinds)[0]
        except UnreadableError:
            return None


def _beside(path: Path, name: str) -> Path | None:
    """The file of a document of that id in the folder of another; ``None`` where there is none."""
    files = (folder_of(path) / f"{name}{ending}" for ending in sorted(YAML_ENDINGS))
    return next((file for file in files if file.is_file()), None)


def _without_names_of(world: World, document: Proposal) -> Proposal:
    """The document without the declarations that the world has alike, as one read from a collection carries them."""
    places, actors, milestones = world.places.places, world.actors.actors, world.milestones.milestones
    return attrs.evolve(
        document,
        places=tuple(one for one in document.places if places.get(one.id) != one),
        actors=tuple(one for one in document.actors if actors.get(one.id) != one),
        milestones=tuple(one for one in document.milestones if milestones.get(one.id) != one),
    )


def _told(documents: Iterable[Proposal]) -> str:
    return "".join(f"\n  {held.id}: {held.title}; {held.date}; {held.status}" for held in documents)
