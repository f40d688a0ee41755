"""The documents of a command, each under an id of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count
from pathlib import Path

import attrs

from proposals.comparison.apart import told_apart
from proposals.documents.proposal import Proposal
from proposals.errors import Location, UnreadableError
from proposals.files.text import stream
from proposals.library.bundled import bundled
from proposals.library.collection import YAML_ENDINGS
from proposals.library.library import Library
from proposals.strings import id_fault
from proposals.validation import several


def loaded(names: Iterable[str | Proposal], library: Library | None = None) -> list[Proposal]:
    """The documents of these ids or paths.

    A draft that began as a copy often keeps the id. Different documents that share one are called by the names of their
    files instead, and numbered where these are alike as well, so that no report shows two under one id. Places and
    actors that they declare under one id, and otherwise, are told apart as well.

    Args:
        names: Ids, names, and paths of files or folders; a document among them is taken as it is.
        library: The one that has them; ``None`` for the bundled one.

    Returns:
        The documents, in the order of the names.

    Raises:
        NotFoundError: A name is that of no document, or of several.
        UnreadableError: A file cannot be read at all, or a folder holds no YAML file.
        InvalidProposalError: Something in a file is wrong.
    """
    held, given = library or bundled(), several(names, "names")
    paths = iter(paths_of([one for one in given if not isinstance(one, Proposal)], held))
    documents = [one if isinstance(one, Proposal) else held.load(next(paths)) for one in given]
    return told_apart(_with_unique_ids(documents))


def paths_of(names: Iterable[str | Path], library: Library) -> list[Path]:
    """The files of these ids or paths. Raises as :meth:`~.library.Library.path_of` does.

    Also raises :class:`UnreadableError` where two of them are one stream: the second would find it empty.
    """
    paths = [library.path_of(name) for name in names]
    seen = set()
    for path in paths:
        number = stream(path)
        if number is not None and number in seen:
            message = "this stream is named twice, and can be read only once; save it to a file first"
            raise UnreadableError(Location(str(path)), message)
        seen.add(number)
    return paths


def files_of(names: Iterable[str | Path], library: Library) -> Iterator[tuple[Path, str] | UnreadableError]:
    """The file of each document of these ids, paths and folders, with its name, in order.

    A folder stands for the YAML files in it and below, without hidden ones, in alphabetical order, that of a collection
    for its documents. What is no such folder is handed on as the error that says so. Raises as :func:`paths_of` does.
    """
    chosen = several(names, "names")
    for name, path in zip(chosen, paths_of(chosen, library), strict=True):
        try:
            yield from ((file, str(name if file == path else file)) for file in _files_in(path, library))
        except UnreadableError as error:
            yield error


def _files_in(path: Path, library: Library) -> list[Path]:
    """The YAML files of a folder; a path that is no folder stands for itself.

    Raises :class:`UnreadableError` for a folder without such a file, and for a collection that is not opened: its
    registers would not count.
    """
    if not path.is_dir():
        return [path]
    for one in library.collections:
        if one.folder.resolve() == path.resolve():
            return [*one.paths.values()]
    if (path / "proposals").is_dir():
        message = f"this is a collection; open it to check it: 'proposals --collection {path} check'"
        raise UnreadableError(Location(str(path)), message)
    found = [
        file
        for file in sorted(path.rglob("*"))
        if file.suffix in YAML_ENDINGS
        and not any(part.startswith(".") for part in file.relative_to(path).parts)
        and not file.is_dir()
    ]
    if not found:
        raise UnreadableError(Location(str(path)), "this folder holds no YAML file")
    return found


def _with_unique_ids(documents: list[Proposal]) -> list[Proposal]:
    rivals = [any(one.id == other.id and one != other for other in documents) for one in documents]
    taken = {one.id for one, rival in zip(documents, rivals, strict=True) if not rival}
    called: list[tuple[Proposal, str]] = []
    named: list[Proposal] = []
    for document, rival in zip(documents, rivals, strict=True):
        if not rival:
            named.append(document)
            continue
        name = next((name for one, name in called if one == document), None) or _free(_stem(document), taken)
        taken.add(name)
        called.append((document, name))
        named.append(attrs.evolve(document, id=name))
    return [_following(document, called) for document in named]


def _following(document: Proposal, called: Sequence[tuple[Proposal, str]]) -> Proposal:
    """The document with the new names of the texts that it marks up, where these are called otherwise by now."""
    new = {text.id: name for text in document.amended for one, name in called if one == text}
    if not new:
        return document
    return attrs.evolve(
        document,
        lineage=tuple(attrs.evolve(step, to=new.get(step.to, step.to)) for step in document.lineage),
        struck=tuple(attrs.evolve(one, of=new.get(one.of, one.of) if one.of else None) for one in document.struck),
        amended=tuple(attrs.evolve(text, id=new.get(text.id, text.id)) for text in document.amended),
    )


def _free(name: str, taken: set[str]) -> str:
    """The name itself, or with the first number from 2 that is not taken."""
    numbered = (f"{name}-{number}" for number in count(2))
    return next(one for one in chain([name], numbered) if one not in taken)


def _stem(document: Proposal) -> str:
    """The name of the file without its ending, where that can be an id; else, as for a stream, the id."""
    path = Path(document.at.file) if document.at else Path(document.id)
    return document.id if stream(path) or id_fault(path.stem) else path.stem
