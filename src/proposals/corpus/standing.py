"""Which documents of a collection an index still knows, and all that its entries hang on besides."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from proposals import __version__
from proposals.library.collection import LAYOUT, Collection
from proposals.library.library import Library

FILE: Final = "index.sqlite"
"""The file in the folder of a collection that is its index. Without it nothing is lost but time."""

FILES: Final = """
CREATE TABLE stamp (stamp TEXT);
CREATE TABLE file (
    id INTEGER PRIMARY KEY, name TEXT, size INTEGER, modified INTEGER, altered INTEGER, sha256 TEXT, refers_to TEXT
);
CREATE TABLE compact (document INTEGER PRIMARY KEY, form TEXT);
"""


class KnownFile(NamedTuple):
    """A file as the index knows it: where it is as large and as old as it was then, it is taken to be the same.

    ``modified`` is the time of its content, which copying and unpacking set back, and ``altered`` that of its last
    change of any sort, which only the system sets; on Windows it is when the file was made. ``refers_to`` are the
    documents that it refers to, as JSON: each by its id, with what is known of it elsewhere.
    """

    number: int
    name: str
    size: int
    modified: int
    altered: int
    sha256: str
    refers_to: str

    @classmethod
    def of(cls, number: int, name: str, path: Path) -> KnownFile:
        """The file of a document that is about to be read under a number; of one that cannot be read nothing is known.

        It is looked at before it is read, so that what changes while it is read is known to have changed.
        """
        try:
            return cls(number, name, *_size_and_times(path), _hash(path), "{}")
        except OSError:
            return cls(number, name, 0, 0, 0, "", "{}")

    def changed(self, path: Path) -> bool:
        """Whether the file holds something else by now; it is read only where its size or a time is another."""
        try:
            found = _size_and_times(path)
            if found == (self.size, self.modified, self.altered):
                return False
            return found[0] != self.size or _hash(path) != self.sha256
        except OSError:
            return True

    def referring(self, names: Iterable[str], collection: Collection, library: Library) -> KnownFile:
        """The file with the documents that it refers to."""
        return self._replace(refers_to=json.dumps(_elsewhere(names, collection, library)))


def stale(known: Mapping[str, KnownFile], collection: Collection, library: Library) -> dict[str, Path]:
    """The documents that are new or have changed, and those that refer to one that has, wherever that is."""
    paths = collection.paths
    changed = {name for name, path in paths.items() if name not in known or known[name].changed(path)}
    changed |= known.keys() - paths.keys()
    touched = set()
    for name, one in known.items():
        referred = json.loads(one.refers_to)
        if not changed.isdisjoint(referred) or referred != _elsewhere(referred, collection, library):
            touched.add(name)
    return {name: path for name, path in paths.items() if name in changed | touched}


def _elsewhere(names: Iterable[str], collection: Collection, library: Library) -> dict[str, list[int] | None]:
    """The size and the times of these documents in other collections; ``None`` for one that no other collection has."""
    found: dict[str, list[int] | None] = {}
    for name in names:
        paths = [one.paths[name] for one in library.collections if one is not collection and name in one.paths]
        found[name] = [part for path in paths for part in _known_of(path)] if paths else None
    return found


def stamp(collection: Collection, library: Library) -> str:
    """What all entries hang on: this program, what the library has beside documents, and the registers they use."""
    asked = sorted(question for one in library.own for question in one.questions)
    made = hashlib.sha256(f"{_program()}\n{library.alone}{sorted(library.kinds)}{asked}\n".encode())
    for folder in (collection.folder, library.bundled.folder):
        for file in (folder / name for name in LAYOUT if name != FILE):
            if file.is_file():
                made.update(f"{file.name} {_hash(file)}\n".encode())
    return made.hexdigest()


@cache
def _program() -> str:
    """This program, whose code may be newer than its version."""
    folder = Path(__file__).parent.parent
    made = hashlib.sha256(__version__.encode())
    for file in sorted(folder.rglob("*.py")):
        made.update(f"{file.relative_to(folder)} {_hash(file)}\n".encode())
    return made.hexdigest()


def _known_of(path: Path) -> Sequence[int]:
    """The size and the times of a file; of one that cannot be read nothing."""
    try:
        return _size_and_times(path)
    except OSError:
        return ()


def _size_and_times(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
