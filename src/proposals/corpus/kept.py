"""The index of a collection that is kept in its folder, and brought up to date when it is opened."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeAlias

import attrs

from proposals.corpus.entries import Entry
from proposals.corpus.index import TABLES, Index, add, connected, remove, undamaged
from proposals.corpus.standing import FILE, FILES, KnownFile, stale, stamp
from proposals.documents.heads import Head
from proposals.errors import InvalidProposalError, UnreadableError, WriteError
from proposals.files.writing import write_whole
from proposals.library.collection import Collection
from proposals.library.crew import Watch, each_of, unwatched
from proposals.library.library import Library

Outcome: TypeAlias = Entry | UnreadableError | InvalidProposalError
"""What becomes of one document: its entry, or what is wrong with it."""


def kept_index(
    collection: Collection,
    library: Library,
    *,
    processes: int | None = 1,
    watch: Watch[Outcome] = unwatched,
) -> Index:
    """The index of a collection of a library, read from its file and written anew where a document has changed.

    The file is written beside and put in its place whole; one that cannot be written, or is no index, changes no
    answer.

    Args:
        collection: The collection.
        library: The library that has it.
        processes: How many processes read documents; ``None`` for as many as there are cores.
        watch: Is given what is read, and how many files there are, and hands it on.

    Returns:
        The index.

    Raises:
        UnreadableError: A document cannot be read at all, which is raised after all others are in the file; or the file
            of the index is damaged.
        InvalidProposalError: Something in a document is wrong; also after all others are in the file.
    """
    kept = brought_up_to_date(collection, library, processes=processes, watch=watch)
    if kept.wrong:
        raise kept.wrong[0]
    return Index(kept.connection, tuple(kept.numbers[name] for name in collection.paths), kept.file)


@attrs.frozen
class Kept:
    """An index as it is by now: the numbers of its documents by their names, and what is wrong with the others.

    ``file`` is the one that holds it, empty where that could not be written.
    """

    connection: sqlite3.Connection = attrs.field(repr=False)
    numbers: Mapping[str, int]
    wrong: Sequence[UnreadableError | InvalidProposalError]
    file: str


def brought_up_to_date(
    collection: Collection,
    library: Library,
    *,
    processes: int | None = 1,
    watch: Watch[Outcome] = unwatched,
) -> Kept:
    """The index of a collection with all documents in it that are right. Takes what :func:`kept_index` takes."""
    file = collection.folder / FILE
    with undamaged(str(file)):
        return _brought_up_to_date(file, collection, library, processes, watch)


def _brought_up_to_date(
    file: Path, collection: Collection, library: Library, processes: int | None, watch: Watch[Outcome]
) -> Kept:
    held = _opened(file, stamp(collection, library))
    known = {one.name: one for one in map(KnownFile._make, held.execute("SELECT * FROM file"))}
    again = stale(known, collection, library)
    gone = [one for name, one in known.items() if name in again or name not in collection.paths]
    numbers = {name: one.number for name, one in known.items() if one not in gone}
    if not again and not gone:
        return Kept(held, numbers, (), str(file))
    with closing(held):
        connection = copied(held)
    for one in gone:
        remove(connection, one.number)
        for removal in ("DELETE FROM file WHERE id = ?", "DELETE FROM near WHERE document = ?"):
            connection.execute(removal, (one.number,))
    first = max((one.number for one in known.values()), default=0) + 1
    files = [KnownFile.of(number, name, path) for number, (name, path) in enumerate(again.items(), start=first)]
    done = watch(each_of([(path, name) for name, path in again.items()], _entry, library, processes), len(again))
    wrong = []
    for one, entry in zip(files, done, strict=True):
        if isinstance(entry, Entry):
            numbers[one.name] = one.number
            add(connection, one.number, entry)
            row = one.referring(entry.refers_to, collection, library)
            connection.execute("INSERT INTO file VALUES (?, ?, ?, ?, ?, ?)", row)
        else:
            wrong.append(entry)
    connection.commit()
    alike = not gone and len(again) == len(wrong)
    return Kept(connection, numbers, wrong, str(file) if alike or put_in_place(connection, file) else "")


def _opened(file: Path, made_with: str) -> sqlite3.Connection:
    """The index in a file, only to be read; an empty one where there is none that was made as this one."""
    if file.is_file():
        held = connected(f"{file.resolve().as_uri()}?mode=ro")
        with suppress(sqlite3.DatabaseError):
            if held.execute("SELECT stamp FROM stamp").fetchall() == [(made_with,)]:
                return held
        held.close()
    made = connected(":memory:")
    made.executescript(TABLES + FILES)
    made.execute("INSERT INTO stamp VALUES (?)", (made_with,))
    return made


def copied(held: sqlite3.Connection) -> sqlite3.Connection:
    """A copy that can be changed, in a file of its own that goes with the connection: it may be larger than memory."""
    held.commit()
    copy = connected("")
    held.backup(copy)
    return copy


def put_in_place(held: sqlite3.Connection, file: Path) -> bool:
    """Write an index into its file, whole; ``False`` where that cannot be."""

    def write(beside: Path) -> None:
        with closing(connected(beside.as_uri())) as made:
            made.execute("PRAGMA journal_mode = OFF")  # a journal would lie beside
            held.backup(made)

    with suppress(WriteError):
        write_whole(file, write, force=True)
        return True
    return False


def _entry(path: Path, _name: str, library: Library) -> Outcome:
    """The entry of a document, or what is wrong with it."""
    try:
        return Entry.of(library.load(path))
    except (UnreadableError, InvalidProposalError) as error:
        return error


def indexes(
    library: Library,
    *,
    keep: bool = False,
    processes: int | None = 1,
    watch: Watch[Outcome] = unwatched,
) -> tuple[Index, ...]:
    """An index of each collection of a library: that in its folder, or one that is made in memory.

    Args:
        library: The library.
        keep: Whether an index is written into the folder of each collection of one's own that has none.
        processes: How many processes read documents; ``None`` for as many as there are cores.
        watch: Is given what is read, and how many files there are, and hands it on.

    Returns:
        The indexes, in the order of the collections.

    Raises:
        NotFoundError: Two collections have a document of one id.
        UnreadableError: A file cannot be read at all, or an index is damaged.
        InvalidProposalError: Something in a document is wrong.
    """
    _unique(library)
    return tuple(
        kept_index(one, library, processes=processes, watch=watch)
        if is_kept(one) or (keep and one is not library.bundled and not one.installed)
        else Index.of(map(library.load, one.paths.values()))
        for one in library.collections
    )


def is_kept(collection: Collection) -> bool:
    """Whether the folder of a collection has an index."""
    return (collection.folder / FILE).is_file()


def heads(library: Library) -> tuple[Head, ...]:
    """What a list says of all documents of a library: from the indexes that are kept, or else from the documents.

    Raises as :func:`indexes` does.
    """
    _unique(library)
    found: list[Head] = []
    for one in library.collections:
        if is_kept(one):
            found += kept_index(one, library, processes=None).heads()
        else:
            found += library.heads(one)
    return tuple(found)


def _unique(library: Library) -> None:
    """Raise :class:`NotFoundError` for an id that two collections have."""
    counted = Counter(name for one in library.collections for name in one.paths)
    twice = next((name for name, count in counted.items() if count > 1), None)
    if twice is not None:
        library.path_of(twice)
