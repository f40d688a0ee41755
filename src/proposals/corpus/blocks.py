"""Many documents against each other, block by block: in this process, or by the workers of a cluster."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from itertools import combinations_with_replacement
from math import ceil
from pathlib import Path
from typing import Any, Final

import attrs

from proposals.corpus.loading import Loaded, files_and_wrong, load_bare, loaded_at_home
from proposals.errors import WriteError
from proposals.library.bundled import bundled
from proposals.library.cluster import spread
from proposals.library.crew import Opening, Watch, library_of, unwatched
from proposals.library.library import Library
from proposals.measures.similarity import estimated
from proposals.measures.weights import Weights
from proposals.validation import Validated
from proposals.values import OneLine, Value

DOCUMENTS: Final = "documents.parquet"
"""The file that says which document each number stands for, written when all blocks are done."""

_LEAST: Final = 100
"""How many documents a part has at least, save the last."""

_MOST_PARTS: Final = 250
"""Into how many parts the documents are divided at most: of these, every two give a block and a file."""


@attrs.frozen(eq=False, repr=False)
class _Part(Value):
    """Some of the files, numbered from ``first``, and how a process opens the library that reads them."""

    first: int
    files: tuple[tuple[Path, str], ...]
    opening: Opening

    def read(self) -> list[tuple[int, Loaded]]:
        """Each file with its number."""
        library = library_of(self.opening)
        read = (loaded_at_home(load_bare(path, name, library), library) for path, name in self.files)
        return [*enumerate(read, start=self.first)]


def _parts(names: Iterable[str | Path], library: Library) -> tuple[list[_Part], list[Loaded]]:
    """The files of these names in parts, and the folders that have none. Without names, all of the library."""
    files, wrong = files_and_wrong(names, library)
    opening = Opening.of(library)
    size = max(_LEAST, ceil(len(files) / _MOST_PARTS))
    parts = [_Part(at, tuple(files[at : at + size]), opening) for at in range(0, len(files), size)]
    return parts, wrong


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Pairs(OneLine, Validated):
    """What :func:`write_pairs` has written: of how many documents how many pairs, and which files are wrong."""

    folder: Path
    documents: int
    pairs: int
    wrong: tuple[Loaded, ...]


@attrs.frozen(eq=False, repr=False)
class _Block(Value):
    rows: _Part
    columns: _Part
    weights: Weights
    folder: Path


@attrs.frozen(eq=False, repr=False)
class _Written(Value):
    """How many pairs a block has and, of one on the diagonal, its documents by number, file and id."""

    pairs: int
    documents: tuple[tuple[int, str, str], ...] = ()
    wrong: tuple[Loaded, ...] = ()


def _block(task: _Block) -> _Written:
    """Write the pairs of one block."""
    diagonal = task.rows == task.columns
    rows = task.rows.read()
    columns = rows if diagonal else task.columns.read()
    held = [
        (left, right, *attrs.astuple(estimated(one.document, other.document, task.weights)))
        for left, one in rows
        for right, other in columns
        if left < right and one.document is not None and other.document is not None
    ]
    _write(task.folder / f"pairs-{task.rows.first:07}-{task.columns.first:07}.parquet", _PAIR, held)
    if not diagonal:
        return _Written(len(held))
    return _Written(
        len(held),
        tuple((number, str(one.file), one.document.id) for number, one in rows if one.document is not None),
        tuple(one for _, one in rows if one.document is None),
    )


_PAIR: Final = {
    "left": "int64",
    "right": "int64",
    "value": "float64",
    "shared": "int64",
    "total": "int64",
    "low": "float64",
    "high": "float64",
}
_DOCUMENT: Final = {"number": "int64", "file": "string", "id": "string"}


def _write(path: Path, columns: Mapping[str, str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Write a table whole: beside first, then in its place."""
    arrow: Any = import_module("pyarrow")
    parquet: Any = import_module("pyarrow.parquet")
    schema = arrow.schema([(name, getattr(arrow, kind)()) for name, kind in columns.items()])
    held = [[row[at] for row in rows] for at in range(len(columns))]
    beside = path.with_suffix(f".{os.getpid()}.part")
    parquet.write_table(arrow.table(held, schema=schema), beside)
    beside.replace(path)


def write_pairs(
    names: Iterable[str | Path],
    folder: str | Path,
    library: Library | None = None,
    *,
    weights: Weights | None = None,
    scheduler: str | None = None,
    watch: Watch[Any] = unwatched,
) -> Pairs:
    """Write how close every two documents are, in Parquet files of a hundred by a hundred documents or more.

    A row has the numbers of two documents, the estimate's ``value`` (null where there is none), ``shared`` and
    ``total``, ``low`` and ``high``; ``documents.parquet`` says which document a number stands for, and is written when
    all is done. A process holds the documents and the rows of one file at a time. The answer is the same, bit for bit,
    with a scheduler. Needs the extra ``arrow``.

    Args:
        names: Ids, paths and folders; without any, all of the library.
        folder: The folder to be made, or an empty one.
        library: The one whose ids and names count; ``None`` for the bundled one.
        weights: How much each topic, kind or single subject counts; ``None`` for 1 each.
        scheduler: The address of the scheduler of a Dask cluster, whose workers find the files under the same paths;
            ``None`` to work on this machine.
        watch: Is given what is done, block by block, and how many blocks there are, and hands it on.

    Returns:
        How many documents and pairs there are, and the files that are wrong, which are left out.

    Raises:
        WriteError: The extra is missing, the folder holds anything already, or it cannot be made.
        NotFoundError: A name is that of no document, or of several.
        ProposalsError: The cluster cannot be reached, or the package of its extra is missing.
    """
    held, into = library or bundled(), Path(folder)
    _make(into)
    parts, wrong = _parts(names, held)
    chosen = Weights() if weights is None else weights
    blocks = [_Block(one, other, chosen, into.resolve()) for one, other in combinations_with_replacement(parts, 2)]
    done = map(_block, blocks) if scheduler is None else spread(_block, blocks, scheduler)
    found = [*watch(done, len(blocks))]
    documents = [one for block in found for one in block.documents]
    _write(into / DOCUMENTS, _DOCUMENT, documents)
    return Pairs(
        folder=into,
        documents=len(documents),
        pairs=sum(block.pairs for block in found),
        wrong=(*wrong, *(one for block in found for one in block.wrong)),
    )


def _make(folder: Path) -> None:
    """Make the folder that the tables go into."""
    try:
        import_module("pyarrow")
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise WriteError(f"{folder}: this folder holds something already; name a new one")
    except ImportError:
        message = "Parquet needs the extra 'arrow': pip install 'negotiation-proposals[arrow]'"
        raise WriteError(message) from None
    except OSError as error:
        raise WriteError(f"{folder}: cannot write: {error.strerror}") from None
