"""One document against those of ids, paths and folders: by several processes or a cluster, or from an index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from proposals.corpus.estimates import Estimates, digest_of
from proposals.corpus.kept import is_kept
from proposals.corpus.loading import Loaded, at_home, bare, files_and_wrong, load_bare
from proposals.corpus.neighbours import Nearest, Neighbour, ranked
from proposals.documents.proposal import Proposal
from proposals.errors import InvalidValueError
from proposals.library.bundled import bundled
from proposals.library.crew import Watch, each_of, unwatched
from proposals.library.library import Library
from proposals.measures.estimate import Estimate
from proposals.measures.similarity import estimated
from proposals.measures.weights import Weights


def nearest_among(
    document: Proposal,
    names: Iterable[str | Path] = (),
    k: int = 10,
    library: Library | None = None,
    *,
    weights: Weights | None = None,
    processes: int | None = 1,
    scheduler: str | None = None,
    watch: Watch[Any] = unwatched,
) -> tuple[Nearest, tuple[Loaded, ...]]:
    """The nearest to a document of a library among those of these ids, paths and folders.

    The answer is that of :func:`~proposals.corpus.neighbours.nearest` over the documents of
    :func:`~proposals.corpus.loading.load_many`, and the same with several processes or a scheduler. Where all documents
    of a collection are asked for that has an index, this keeps the estimates, and only those that are new or have
    changed are read and compared again.

    Args:
        document: The one that the others are compared with.
        names: Ids, paths and folders; without any, all of the library.
        k: How many are given back at most.
        library: The one whose ids and names count; ``None`` for the bundled one.
        weights: How much each topic, kind or single subject counts; ``None`` for 1 each.
        processes: How many processes compare, where there are 200 files or more; ``None`` for as many as there are
            cores. A program that asks for several begins under ``if __name__ == "__main__":``.
        scheduler: The address of the scheduler of a Dask cluster, whose workers find the files under the same paths;
            ``None`` to work on this machine.
        watch: Is given what is done, file by file, and how many files there are, and hands it on: first what an index
            has to read again, then what is compared.

    Returns:
        The nearest, and the files that are wrong.

    Raises:
        NotFoundError: A name is that of no document, or of several.
        InvalidValueError: ``k`` is below 1.
        UnreadableError: An index is damaged.
        ProposalsError: The cluster cannot be reached, or the package of its extra is missing.
    """
    if k < 1:
        raise InvalidValueError(f"the {k} nearest are none", "1 or more")
    held, chosen = library or bundled(), Weights() if weights is None else weights
    files, wrong = files_and_wrong(names, held)
    indexes = _indexes(frozenset(path for path, _ in files), held, document, chosen, processes, watch)
    known = {path: one for index in indexes for path, one in index.known().items()}
    rest = [(place, path, name) for place, (path, name) in enumerate(files) if path not in known]
    each = partial(_compare, document=bare(document, held), weights=chosen)
    done = watch(each_of([(path, name) for _, path, name in rest], each, held, processes, scheduler), len(rest))
    new: dict[Path, Estimate | None] = {}

    def compared() -> Iterator[tuple[int, Path | Proposal, Estimate | None]]:
        yield from ((place, path, known[path]) for place, (path, _) in enumerate(files) if path in known)
        for (place, path, _), one in zip(rest, done, strict=True):
            if isinstance(one, Loaded):
                wrong.append(one)
            else:
                new[path] = one[1]
                yield place, *one

    best = ranked(compared(), k)
    for index in indexes:
        index.keep(new)
    neighbours = (
        Neighbour(document=held.load(one) if isinstance(one, Path) else at_home(one, held), estimate=estimate)
        for one, estimate in best.nearest
    )
    return best.told(document, neighbours, chosen), tuple(wrong)


def _indexes(
    files: frozenset[Path],
    library: Library,
    document: Proposal,
    weights: Weights,
    processes: int | None,
    watch: Watch[Any],
) -> list[Estimates]:
    """What the collections of which all documents are asked for keep of a document, as far as they have an index."""
    found = [one for one in library.collections if is_kept(one) and files.issuperset(one.paths.values())]
    asked = digest_of(document, library, weights) if found else None
    return [] if asked is None else [Estimates.of(asked, one, library, processes, watch) for one in found]


def _compare(
    path: Path, name: str, library: Library, *, document: Proposal, weights: Weights
) -> tuple[Proposal, Estimate | None] | Loaded:
    """A document and how close another is to it, both :func:`bare`, without estimate for the same; or what is wrong."""
    one = load_bare(path, name, library)
    if one.document is None:
        return one
    mine, other = at_home(document, library), at_home(one.document, library)
    return one.document, None if other == mine else estimated(mine, other, weights)
