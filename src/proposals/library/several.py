"""The documents of a command, each under an id of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from proposals.documents.proposal import Proposal


def loaded(names: Iterable[str]) -> list[Proposal]:
    """The documents of these ids or paths. Raises as :func:`proposals.library.collection.load` does.

    A draft that began as a copy often keeps the id. Different documents that share one are called by the names of their
    files instead, and numbered where these are alike as well, so that no report shows two under one id.
    """
    from proposals.library.collection import load  # noqa: PLC0415 -- not needed for --help

    return list(_apart([load(name) for name in names]))


def _apart(documents: list[Proposal]) -> Iterator[Proposal]:
    import attrs  # noqa: PLC0415 -- not needed for --help

    rivals = [any(one.id == other.id and one != other for other in documents) for one in documents]
    taken = {one.id for one, rival in zip(documents, rivals, strict=True) if not rival}
    called: list[tuple[Proposal, str]] = []
    for document, rival in zip(documents, rivals, strict=True):
        if not rival:
            yield document
            continue
        name = next((name for one, name in called if one == document), None) or _free(_stem(document), taken)
        taken.add(name)
        called.append((document, name))
        yield attrs.evolve(document, id=name)


def _free(name: str, taken: set[str]) -> str:
    """The name itself, or with the first number from 2 that is not taken."""
    numbered = (f"{name}-{number}" for number in count(2))
    return next(one for one in chain([name], numbered) if one not in taken)


def _stem(document: Proposal) -> str:
    """The name of the file without its ending, where that can be an id; else the id."""
    from pathlib import Path  # noqa: PLC0415 -- not needed for --help

    from proposals.strings import id_fault  # noqa: PLC0415 -- as above

    stem = Path(document.at.file).stem if document.at else document.id
    return document.id if id_fault(stem) else stem
