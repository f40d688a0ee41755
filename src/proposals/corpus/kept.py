"""The index of a collection that is kept in its folder, and brought up to date when it is opened."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from proposals import __version__
from proposals.corpus.entries import Entry
from proposals.corpus.index import TABLES, Index, add, connected, remove, undamaged
from proposals.documents.heads import Head
from proposals.errors import InvalidProposalError, UnreadableError, WriteError
from proposals.files.writing import write_whole
from proposals.library.collection import LAYOUT, Collection
from proposals.library.crew import Watch, each_of, unwatched
from proposals.library.library import Library

FILE: Final = "index.sqlite"
"""The file in the folder of a collection that is its index. Without it nothing is lost but time."""

Outcome: TypeAlias = Entry | UnreadableError | InvalidProposalError
"""What becomes of one document: its entry, or what is wrong with it."""

_FILES: Final = """
CREATE TABLE stamp (stamp TEXT);
CREATE TABLE file (
    id INTEGER PRIMARY KEY, name TEXT, size INTEGER, modified INTEGER, sha256 TEXT, marks_up TEXT
);
"""


class _File(NamedTuple):
    """A file as the index knows it: when it was as large and as old as now, it is taken to be the same."""

    number: int
    name: str
    size: int
    modified: int
    sha256: str
    marks_up: str

    def changed(self, path: Path) -> bool:
        """Whether the file holds something else by now; it is read only where its size or its time is another."""
        try:
            found = path.stat()
            if (found.st_size, found.st_mtime_ns) == (self.size, self.modified):
                return False
            return found.st_size != self.size or _hash(path) != self.sha256
        except OSError:
            return True


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
    file = collection.folder / FILE
    with undamaged(str(file)):
        return _brought_up_to_date(file, collection, library, processes, watch)


def _brought_up_to_date(
    file: Path, collection: Collection, library: Library, processes: int | None, watch: Watch[Outcome]
) -> Index:
    held = _opened(file, _stamp(collection, library))
    known = {one.name: one for one in map(_File._make, held.execute("SELECT * FROM file"))}
    stale = _stale(known, collection.paths)
    gone = [one for name, one in known.items() if name in stale or name not in collection.paths]
    if not stale and not gone:
        return Index(held, tuple(known[name].number for name in collection.paths), str(file))
    numbers = {name: one.number for name, one in known.items() if one not in gone}
    with closing(held):
        connection = _copied(held)
    for one in gone:
        remove(connection, one.number)
        connection.execute("DELETE FROM file WHERE id = ?", (one.number,))
    first = max((one.number for one in known.values()), default=0) + 1
    facts = {name: _facts(path) for name, path in stale.items()}  # before they are read: what changes then is stale
    done = watch(each_of([(path, name) for name, path in stale.items()], _entry, library, processes), len(stale))
    wrong = []
    for number, (name, entry) in enumerate(zip(stale, done, strict=True), start=first):
        if isinstance(entry, Entry):
            numbers[name] = number
            add(connection, number, entry)
            row = _File(number, name, *facts[name], json.dumps(entry.marks_up))
            connection.execute("INSERT INTO file VALUES (?, ?, ?, ?, ?, ?)", row)
        else:
            wrong.append(entry)
    connection.commit()
    if gone or len(stale) > len(wrong):
        with suppress(WriteError):
            write_whole(file, connection.serialize(), force=True)
    if wrong:
        raise wrong[0]
    return Index(connection, tuple(numbers[name] for name in collection.paths))


def _opened(file: Path, stamp: str) -> sqlite3.Connection:
    """The index in a file, only to be read; an empty one in memory where there is none that was made as this one."""
    if file.is_file():
        held = connected(f"{file.resolve().as_uri()}?mode=ro")
        with suppress(sqlite3.DatabaseError):
            if held.execute("SELECT stamp FROM stamp").fetchall() == [(stamp,)]:
                return held
        held.close()
    made = connected(":memory:")
    made.executescript(TABLES + _FILES)
    made.execute("INSERT INTO stamp VALUES (?)", (stamp,))
    return made


def _copied(held: sqlite3.Connection) -> sqlite3.Connection:
    """A copy in memory, which can be changed."""
    held.commit()
    copy = connected(":memory:")
    held.backup(copy)
    return copy


def _stale(known: Mapping[str, _File], paths: Mapping[str, Path]) -> dict[str, Path]:
    """The documents that are new or have changed, and those that delete from one of them."""
    changed = {name for name, path in paths.items() if name not in known or known[name].changed(path)}
    changed |= known.keys() - paths.keys()
    touched = {name for name, one in known.items() if not changed.isdisjoint(json.loads(one.marks_up))}
    return {name: path for name, path in paths.items() if name in changed | touched}


def _entry(path: Path, _name: str, library: Library) -> Outcome:
    """The entry of a document, or what is wrong with it."""
    try:
        return Entry.of(library.load(path))
    except (UnreadableError, InvalidProposalError) as error:
        return error


def _facts(path: Path) -> tuple[int, int, str]:
    """The size, the time and the hash of a file; of one that cannot be read nothing."""
    try:
        found = path.stat()
        return found.st_size, found.st_mtime_ns, _hash(path)
    except OSError:
        return 0, 0, ""


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _stamp(collection: Collection, library: Library) -> str:
    """What else the entries hang on: this version, and the registers of the collection and of the bundled one."""
    made = hashlib.sha256(f"{__version__}\n{TABLES}{_FILES}{sorted(library.kinds)}".encode())
    for folder in dict.fromkeys((collection.folder, library.bundled.folder)):
        for file in (folder / name for name in LAYOUT if name != FILE):
            if file.is_file():
                found = file.stat()
                made.update(f"{file.name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return made.hexdigest()


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
