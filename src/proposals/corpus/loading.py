"""Reading many documents, bad files among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import attrs

from proposals.documents.proposal import Proposal
from proposals.errors import InvalidValueError, Problem, UnreadableError
from proposals.library.bundled import bundled
from proposals.library.crew import Watch, each_of, unwatched
from proposals.library.library import Library
from proposals.library.several import files_of
from proposals.validation import Validated, several
from proposals.values import OneLine
from proposals.world.world import World


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Loaded(OneLine, Validated):
    """The result of reading one file: its document, or everything that is wrong with it.

    ``name`` is what it was asked for by, ``file`` where it was read. ``document`` is ``None`` where there are
    ``problems``: those of a wrong file in reading order, or of one that cannot be read the only one, of the code
    ``unreadable``.
    """

    name: str
    file: Path
    document: Proposal | None = None
    problems: tuple[Problem, ...] = ()


def load_many(
    names: Iterable[str | Path] = (),
    library: Library | None = None,
    *,
    processes: int | None = 1,
    watch: Watch[Loaded] = unwatched,
) -> Iterator[Loaded]:
    """The documents of these ids, paths and folders, one after the other; a bad file does not stop the others.

    Args:
        names: Ids and paths; a folder stands for the YAML files in it and below. Without any, all of the library.
        library: The one whose ids and names count; left out, the bundled one.
        processes: How many processes read, where there are 200 files or more; ``None`` for as many as there are cores.
        watch: Is given what is yielded, and how many files there are, and hands it on.

    Returns:
        What became of each file, in order, that of a folder being alphabetical; each is read when it is asked for.

    Raises:
        NotFoundError: A name is that of no document, or of several; before any file is read.
        InvalidValueError: There are less than one process.

    A program that asks for several processes begins under ``if __name__ == "__main__":``, as :mod:`multiprocessing` has
    it.

    >>> for one in load_many(["us-28-point", "missing.yaml"]):
    ...     print(one.name, one.document is not None, *one.problems)
    us-28-point True
    missing.yaml False missing.yaml: cannot read: No such file or directory [unreadable]
    """
    if processes is not None and processes < 1:
        raise InvalidValueError(f"{processes} processes read nothing", "1 or more")
    held = library or bundled()
    found = [*files_of(several(names, "names") or held.ids, held)]
    return iter(watch(_each(found, held, processes), len(found)))


def files_and_wrong(names: Iterable[str | Path], library: Library) -> tuple[list[tuple[Path, str]], list[Loaded]]:
    """The files of these names, each with what it was asked for by, and the folders that have none.

    Without names, all of the library. Raises :class:`NotFoundError` as :func:`load_many` does.
    """
    found = [*files_of(tuple(names) or library.ids, library)]
    files = [one for one in found if not isinstance(one, UnreadableError)]
    return files, [unread(one, one.location.file) for one in found if isinstance(one, UnreadableError)]


def _each(found: list[tuple[Path, str] | UnreadableError], library: Library, processes: int | None) -> Iterator[Loaded]:
    files = [one for one in found if not isinstance(one, UnreadableError)]
    with closing(each_of(files, load_bare, library, processes)) as read:
        for one in found:
            if isinstance(one, UnreadableError):
                yield unread(one, one.location.file)
            else:
                yield loaded_at_home(next(read), library)


def load_bare(path: Path, name: str, library: Library) -> Loaded:
    """What becomes of one file; its document is :func:`bare`, so that it can be sent to another process."""
    try:
        document, problems = library.examined(path)
    except UnreadableError as error:
        return unread(error, name, path)
    if document is None or problems:
        return Loaded(name=name, file=path, problems=problems)
    return Loaded(name=name, file=path, document=bare(document, library))


def unread(error: UnreadableError, name: str, file: Path | None = None) -> Loaded:
    """What becomes of a file that cannot be read."""
    problem = Problem(error.location, "unreadable", error.message)
    return Loaded(name=name, file=file or Path(name), problems=(problem,))


def loaded_at_home(one: Loaded, library: Library) -> Loaded:
    """What another process has read, with its document :func:`at_home`."""
    return one if one.document is None else attrs.evolve(one, document=at_home(one.document, library))


_NO_NAMES: Final = World.empty()
"""Stands for the names that the whole library knows."""


def bare(document: Proposal, library: Library) -> Proposal:
    """The document without the names that the whole library knows, which are not sent from one process to another."""
    return _moved(document, library.world_of(file_of(document)), _NO_NAMES)


def at_home(document: Proposal, library: Library) -> Proposal:
    """A document that is :func:`bare` with the names of this process's library."""
    return _moved(document, _NO_NAMES, library.world_of(file_of(document)))


def file_of(document: Proposal) -> Path:
    """Where a document was read; of one made in Python its id stands for that."""
    return Path(document.at.file if document.at else document.id)


def _moved(document: Proposal, old: World, new: World) -> Proposal:
    """The document and the texts that it marks up, with one world instead of another."""
    texts = tuple(_moved(text, old, new) for text in document.amended)
    return attrs.evolve(document, world=new if document.world == old else document.world, amended=texts)
