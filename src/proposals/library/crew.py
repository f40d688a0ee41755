"""Work on many files at once: by processes or the workers of a cluster, each with the same library opened anew."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any, Final, TypeAlias, TypeVar
from uuid import uuid4

import attrs

from proposals.library.cluster import spread
from proposals.library.library import Library
from proposals.library.opening import open_library
from proposals.values import Value

_Done = TypeVar("_Done")

MANY: Final = 200
"""From how many files on more than one process is worth its start."""

_AT_ONCE: Final = 16
"""How many files a process takes at a time."""


Watch: TypeAlias = Callable[[Iterable[_Done], int], Iterable[_Done]]
"""What is given the results of a work, as they come, and how many there will be, and hands them on."""


def unwatched(done: Iterable[_Done], _count: int) -> Iterable[_Done]:
    """Hands on the results and shows nothing."""
    return done


class _Crew:
    """What one of the processes works with."""

    library: Library


def each_of(
    files: Sequence[tuple[Any, ...]],
    each: Callable[..., _Done],
    library: Library,
    processes: int | None = None,
    scheduler: str | None = None,
) -> Generator[_Done, None, None]:
    """What some work makes of each file and its name, in their order; of many files by so many processes.

    These are as many as cores where no number is given. With the address of a ``scheduler`` the workers of its cluster
    do it, however few the files are; they find them under the same paths. The work is a function of a module that is
    handed the path, the name and whatever else a file comes with, and then the library; what it makes can be pickled.
    """
    if scheduler is not None:
        opening = Opening.of(library)
        batches = (_Batch(each, opening, files[at : at + _AT_ONCE]) for at in range(0, len(files), _AT_ONCE))
        for done in spread(_worked, batches, scheduler):
            yield from done
        return
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    at_once = processes or cores
    if len(files) < MANY or at_once == 1:
        yield from (each(*file, library) for file in files)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 -- slow to import, and few files need none
    from multiprocessing import get_context  # noqa: PLC0415 -- likewise

    with ProcessPoolExecutor(at_once, get_context("spawn"), join, (Opening.of(library),)) as crew:
        try:
            with uninterrupted():  # all work is handed over at once, and the processes begin with it
                outcomes = crew.map(work, ((each, *file) for file in files), chunksize=_AT_ONCE)
            yield from outcomes
        except BaseException:
            crew.shutdown(wait=False, cancel_futures=True)
            raise


@contextmanager
def uninterrupted() -> Iterator[None]:
    """No interrupt is heard in here, nor ever by a process that begins in here, which would tell of it on its own."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Opening(Value):
    """What another process opens the same library with; ``run`` tells one run from the next, which opens it anew."""

    folders: tuple[Path, ...]
    trusted: tuple[Path, ...]
    alone: bool
    run: str

    @classmethod
    def of(cls, library: Library) -> Opening:
        """That of a library."""
        own = [one for one in library.own if not one.installed]
        return cls(
            folders=tuple(one.folder.resolve() for one in own),
            trusted=tuple(one.folder.resolve() for one in own if one.kinds),
            alone=library.alone,
            run=uuid4().hex,
        )


@lru_cache(maxsize=1)
def library_of(opening: Opening) -> Library:
    """The library that a process opens for a run."""
    return open_library(opening.folders, trusted=opening.trusted, alone=opening.alone)


@attrs.frozen(eq=False, repr=False)
class _Batch(Value):
    """What a worker of a cluster takes at a time."""

    each: Callable[..., Any]
    opening: Opening
    files: Sequence[tuple[Any, ...]]


def _worked(batch: _Batch) -> list[Any]:
    library = library_of(batch.opening)
    return [batch.each(*file, library) for file in batch.files]


def join(opening: Opening) -> None:
    """Open the library in a process, which leaves an interrupt to the one that began it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Crew.library = library_of(opening)


def work(given: tuple[Any, ...]) -> Any:
    """What the work makes of one file, with all that it comes with."""
    each, *file = given
    return each(*file, _Crew.library)
