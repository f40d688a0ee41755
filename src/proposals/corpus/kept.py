"""The index of a collection that is kept in its folder, and brought up to date when it is opened."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, TypeAlias

from proposals.corpus.compact import compact
from proposals.corpus.entries import Entry
from proposals.corpus.index import GARBLED, TABLES, Index, add, connected, remove, undamaged
from proposals.corpus.loading import Loaded, load_bare, load_many, loaded_at_home
from proposals.corpus.standing import FILE, FILES, KnownFile, stale, stamp
from proposals.documents.heads import Head
from proposals.documents.proposal import Proposal
from proposals.errors import WriteError
from proposals.files.writing import write_whole
from proposals.library.collection import Collection
from proposals.library.crew import Watch, each_of, unwatched
from proposals.library.library import Library

Outcome: TypeAlias = tuple[Entry, str | None] | Loaded
"""What becomes of one document: its entry and its compact form, if it has one, or what is wrong with it."""


def kept_index(
    collection: Collection,
    library: Library,
    *,
    processes: int | None = 1,
    watch: Watch[Any] = unwatched,
) -> tuple[Index, tuple[Loaded, ...]]:
    """The index of a collection of a library, read from its file and written anew where a document has changed.

    The file is written beside and put in its place whole; one that cannot be written, or is no index, changes no
    answer.

    Args:
        collection: The collection.
        library: The library that has it.
        processes: How many processes read documents; ``None`` for as many as there are cores.
        watch: Is given what is read, and how many files there are, and hands it on.

    Returns:
        The index, and the files that are wrong, which are not in it.

    Raises:
        UnreadableError: The file of the index is damaged.
    """
    file = collection.folder / FILE
    with undamaged(str(file)):
        return _brought_up_to_date(file, collection, library, processes, watch)


def _brought_up_to_date(
    file: Path, collection: Collection, library: Library, processes: int | None, watch: Watch[Any]
) -> tuple[Index, tuple[Loaded, ...]]:
    held = _opened(file, stamp(collection, library))
    with undamaged(str(file), *GARBLED):
        known = {one.name: one for one in map(KnownFile._make, held.execute("SELECT * FROM file"))}
        again = stale(known, collection, library)
    gone = [one for name, one in known.items() if name in again or name not in collection.paths]
    numbers = {name: one.number for name, one in known.items() if one not in gone}
    if not again and not gone:
        return Index(held, _in_order(numbers, collection), str(file)), ()
    with closing(held):
        connection = _copied(held)
    for one in gone:
        remove(connection, one.number)
        for removal in ("DELETE FROM file WHERE id = ?", "DELETE FROM compact WHERE document = ?"):
            connection.execute(removal, (one.number,))
    first = max((one.number for one in known.values()), default=0) + 1
    files = [KnownFile.of(number, name, path) for number, (name, path) in enumerate(again.items(), start=first)]
    done = watch(each_of([(path, name) for name, path in again.items()], _entry, library, processes), len(again))
    wrong = []
    for one, outcome in zip(files, done, strict=True):
        if isinstance(outcome, Loaded):
            wrong.append(outcome)
            continue
        entry, form = outcome
        numbers[one.name] = one.number
        add(connection, one.number, entry)
        row = one.referring(entry.refers_to, collection, library)
        connection.execute("INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        if form is not None:
            connection.execute("INSERT INTO compact VALUES (?, ?)", (one.number, form))
    connection.commit()
    alike = not gone and len(again) == len(wrong)
    written = str(file) if alike or _put_in_place(connection, file) else ""
    return Index(connection, _in_order(numbers, collection), written), tuple(wrong)


def _in_order(numbers: Mapping[str, int], collection: Collection) -> tuple[int, ...]:
    return tuple(numbers[name] for name in collection.paths if name in numbers)


def _opened(file: Path, made_with: str) -> sqlite3.Connection:
    """The index in a file, only to be read; an empty one where there is none that was made as this one."""
    if file.is_file():
        held = connected(f"{file.resolve().as_uri()}?mode=ro")
        with suppress(sqlite3.DatabaseError, UnicodeError):
            if held.execute("SELECT stamp FROM stamp").fetchall() == [(made_with,)]:
                return held
        held.close()
    made = connected(":memory:")
    made.executescript(TABLES + FILES)
    made.execute("INSERT INTO stamp VALUES (?)", (made_with,))
    return made


def _copied(held: sqlite3.Connection) -> sqlite3.Connection:
    """A copy that can be changed, in a file of its own that goes with the connection: it may be larger than memory."""
    held.commit()
    copy = connected("")
    held.backup(copy)
    return copy


def _put_in_place(held: sqlite3.Connection, file: Path) -> bool:
    """Write an index into its file, whole; ``False`` where that cannot be."""

    def write(beside: Path) -> None:
        with closing(connected(beside.as_uri())) as made:
            made.execute("PRAGMA journal_mode = OFF")  # a journal would lie beside
            held.backup(made)

    with suppress(WriteError):
        write_whole(file, write, force=True)
        return True
    return False


def _entry(path: Path, name: str, library: Library) -> Outcome:
    """The entry of a document and its compact form, or what is wrong with it."""
    one = loaded_at_home(load_bare(path, name, library), library)
    return one if one.document is None else (Entry.of(one.document), compact(one.document, library))


def compact_forms(
    collection: Collection, library: Library, *, processes: int | None = 1, watch: Watch[Any] = unwatched
) -> dict[Path, str]:
    """The compact forms of the documents of a collection that has an index, by file, as far as they have one.

    The index is brought up to date first. Takes and raises what :func:`kept_index` does.
    """
    index, _ = kept_index(collection, library, processes=processes, watch=watch)
    held = index.rows("SELECT name, form FROM compact JOIN file ON file.id = compact.document")
    return {collection.paths[name]: form for name, form in held}


def indexes(
    library: Library,
    *,
    keep: bool = False,
    processes: int | None = 1,
    watch: Watch[Any] = unwatched,
) -> tuple[tuple[Index, ...], tuple[Loaded, ...]]:
    """An index of each collection of a library: that in its folder, or one that is made in memory.

    Args:
        library: The library.
        keep: Whether an index is written into the folder of each collection of one's own that has none.
        processes: How many processes read documents; ``None`` for as many as there are cores.
        watch: Is given what is read, and how many files there are, and hands it on.

    Returns:
        The indexes, in the order of the collections, and the files that are wrong, which are in none.

    Raises:
        NotFoundError: Two collections have a document of one id.
        UnreadableError: An index is damaged.
    """
    _unique(library)
    found, wrong = [], list[Loaded]()
    for one in library.collections:
        if is_kept(one) or (keep and one is not library.bundled and not one.installed):
            index, further = kept_index(one, library, processes=processes, watch=watch)
            wrong += further
        else:
            index = Index.of(_documents(one, library, wrong, processes, watch))
        found.append(index)
    return tuple(found), tuple(wrong)


def _documents(
    collection: Collection, library: Library, wrong: list[Loaded], processes: int | None, watch: Watch[Any]
) -> Iterator[Proposal]:
    """The documents of a collection; what is wrong is added to the ``wrong``."""
    if collection is library.bundled:
        yield from map(library.load, collection.paths.values())
        return
    for one in load_many([*collection.paths], library, processes=processes, watch=watch):
        if one.document is None:
            wrong.append(one)
        else:
            yield one.document


def is_kept(collection: Collection) -> bool:
    """Whether the folder of a collection has an index."""
    return (collection.folder / FILE).is_file()


def heads(
    library: Library, *, processes: int | None = 1, watch: Watch[Any] = unwatched
) -> tuple[tuple[Head, ...], tuple[Loaded, ...]]:
    """What a list says of all documents of a library, and the files that are wrong.

    It is read from the indexes that are kept, or else from the documents. Takes and raises what :func:`indexes` does.
    """
    _unique(library)
    found, wrong = list[Head](), list[Loaded]()
    for one in library.collections:
        if is_kept(one):
            index, further = kept_index(one, library, processes=processes, watch=watch)
            found += index.heads()
            wrong += further
        elif one is library.bundled:
            found += library.heads(one)
        else:
            found += map(Head.of, _documents(one, library, wrong, processes, watch))
    return tuple(found), tuple(wrong)


def _unique(library: Library) -> None:
    """Raise :class:`NotFoundError` for an id that two collections have."""
    counted = Counter(name for one in library.collections for name in one.paths)
    twice = next((name for name, count in counted.items() if count > 1), None)
    if twice is not None:
        library.path_of(twice)
