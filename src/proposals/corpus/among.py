"""One document against those of ids, paths and folders: by several processes or a cluster, or from an index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Final

import attrs

from proposals.corpus.compact import read_compact
from proposals.corpus.kept import compact_forms, is_kept
from proposals.corpus.loading import Loaded, at_home, bare, files_and_wrong, load_bare
from proposals.corpus.neighbours import Nearest, Neighbour, ranked
from proposals.documents.proposal import Proposal
from proposals.errors import InvalidValueError
from proposals.library.bundled import bundled
from proposals.library.crew import MANY, Watch, each_of, unwatched
from proposals.library.library import Library
from proposals.measures.estimate import Estimate
from proposals.measures.similarity import estimated
from proposals.measures.weights import Weights

_QUICKER: Final = 10
"""How many documents are compared by their compact forms while one is read from its file and compared."""


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
    of a collection are asked for that has an index, they are compared as this keeps them, and only files that are new
    or have changed are read.

    Args:
        document: The one that the others are compared with.
        names: Ids, paths and folders; without any, all of the library.
        k: How many are given back at most.
        library: The one whose ids and names count; ``None`` for the bundled one.
        weights: How much each topic, kind or single subject counts; ``None`` for 1 each.
        processes: How many processes compare, where there are 200 files or more, or 2,000 documents in an index;
            ``None`` for as many as there are cores. A program that asks for several begins under
            ``if __name__ == "__main__":``.
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
    named, wrong = files_and_wrong(names, held)
    forms = _forms(frozenset(path for path, _ in named), held, processes, watch)
    files = [(path, name, forms.get(path)) for path, name in named]
    few = len(forms) + _QUICKER * (len(files) - len(forms)) < _QUICKER * MANY
    each = partial(_compare, asked=_Asked(bare(document, held)), weights=chosen)
    done = watch(each_of(files, each, held, 1 if few else processes, scheduler), len(files))

    def compared() -> Iterator[tuple[int, Path | Proposal, Estimate | None]]:
        for place, one in enumerate(done):
            if isinstance(one, Loaded):
                wrong.append(one)
            else:
                yield place, *one

    best = ranked(compared(), k)
    neighbours = (
        Neighbour(document=held.load(one) if isinstance(one, Path) else at_home(one, held), estimate=estimate)
        for one, estimate in best.nearest
    )
    return best.told(document, neighbours, chosen), tuple(wrong)


def _forms(files: frozenset[Path], library: Library, processes: int | None, watch: Watch[Any]) -> dict[Path, str]:
    """The compact forms of the collections of which all documents are asked for, as far as they have an index."""
    found: dict[Path, str] = {}
    for one in library.collections:
        if is_kept(one) and files.issuperset(one.paths.values()):
            found |= compact_forms(one, library, processes=processes, watch=watch)
    return found


@attrs.frozen(eq=False)
class _Asked:
    """The document that was asked about, :func:`bare`.

    It equals itself alone, so that it is quickly known again, and is not brought home anew for each file.
    """

    document: Proposal


@lru_cache(maxsize=1)
def _at_home(asked: _Asked, library: Library) -> Proposal:
    return at_home(asked.document, library)


def _compare(
    path: Path, name: str, form: str | None, library: Library, *, asked: _Asked, weights: Weights
) -> tuple[Path | Proposal, Estimate | None] | Loaded:
    """How close a document is to the one that was asked about, without estimate for the same; or what is wrong.

    One that is read from its compact form is given back as its file.
    """
    mine = _at_home(asked, library)
    held = None if form is None else read_compact(form, path, library, mine)
    if held is not None:
        return path, estimated(mine, held, weights)
    one = load_bare(path, name, library)
    if one.document is None:
        return one
    other = at_home(one.document, library)
    return one.document, None if other == mine else estimated(mine, other, weights)
