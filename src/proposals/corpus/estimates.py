"""How close the documents of a collection are to one that was asked about before: estimates that its index keeps."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import attrs

from proposals.corpus.index import Index
from proposals.corpus.kept import copied, kept_index, put_in_place
from proposals.corpus.loading import file_of
from proposals.corpus.standing import stamp
from proposals.documents.proposal import Proposal
from proposals.files.writing import proposal_yaml
from proposals.library.collection import Collection
from proposals.library.crew import Watch
from proposals.library.library import Library
from proposals.measures.estimate import Estimate
from proposals.measures.weights import Weights
from proposals.values import Value
from proposals.world.world import World

MOST: Final = 50
"""To how many documents an index keeps the estimates; those that were asked about first make room."""


@attrs.frozen(eq=False, repr=False)
class Estimates(Value):
    """What the index of a collection has of how close its documents are to one.

    ``asked`` stands for that document, as it is now, with the weights and all that a comparison hangs on besides.
    """

    index: Index
    paths: Mapping[str, Path]
    asked: str

    @classmethod
    def of(
        cls, asked: str, collection: Collection, library: Library, processes: int | None, watch: Watch[Any]
    ) -> Estimates:
        """The estimates of a collection that has an index, which is brought up to date first, as it is watched.

        Raises :class:`UnreadableError` where it is damaged.
        """
        index, _ = kept_index(collection, library, processes=processes, watch=watch)
        return cls(index, collection.paths, asked)

    def known(self) -> dict[Path, Estimate | None]:
        """The estimates by file; ``None`` for a document that is the one that was asked about."""
        rows = """
            SELECT file.name, value, shared, total, low, high FROM near
            JOIN file ON file.id = near.document JOIN asked ON asked.id = near.asked WHERE digest = ?
        """
        found = self.index.rows(rows, (self.asked,))
        return {
            self.paths[name]: None
            if total is None
            else Estimate(value=value, shared=shared, total=total, low=low, high=high)
            for name, value, shared, total, low, high in found
        }

    def keep(self, found: Mapping[Path, Estimate | None]) -> None:
        """Keep further estimates, of documents that the index has; where it cannot be written nothing is lost."""
        numbers = {self.paths[name]: number for number, name in self.index.rows("SELECT id, name FROM file")}
        new = [(numbers[path], one) for path, one in found.items() if path in numbers]
        if not new or not self.index.file:
            return
        with closing(copied(self.index.connection)) as connection:
            connection.execute("INSERT OR IGNORE INTO asked (digest) VALUES (?)", (self.asked,))
            ((number,),) = connection.execute("SELECT id FROM asked WHERE digest = ?", (self.asked,))
            for removal in ("DELETE FROM asked WHERE id <= ?", "DELETE FROM near WHERE asked <= ?"):
                connection.execute(removal, (number - MOST,))
            rows = ((number, document, *_plain(one)) for document, one in new)
            connection.executemany("INSERT INTO near VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            connection.commit()
            put_in_place(connection, Path(self.index.file))


def _plain(one: Estimate | None) -> tuple[float | None, ...]:
    return (None,) * 5 if one is None else attrs.astuple(one)


def digest_of(document: Proposal, library: Library, weights: Weights) -> str | None:
    """What tells a document, with all that its estimates hang on, from every other.

    ``None`` where nothing does: made in Python, it may use names that it does not declare, or text that no file holds.
    """
    made = hashlib.sha256(repr(weights.by_name).encode())
    for one in library.collections:
        made.update(stamp(one, library).encode())
    try:
        for text in (document, *document.amended):
            home = library.world_of(file_of(text))
            if text.world != _with_own_names(home, text):
                return None
            made.update(f"{home is library.world}\n{proposal_yaml(text)}".encode())
    except UnicodeError:
        return None
    return made.hexdigest()


def _with_own_names(home: World, document: Proposal) -> World:
    """The names that a document uses if it was read from a file: those of its home, and what it declares besides."""
    places, actors, milestones = home.places.places, home.actors.actors, home.milestones.milestones
    return home.extended(
        [one for one in document.places if one.id not in places],
        [one for one in document.actors if one.id not in actors],
        [one for one in document.milestones if one.id not in milestones],
    )
