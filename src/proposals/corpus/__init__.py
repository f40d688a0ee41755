"""A corpus: thousands of documents, read, searched, indexed and compared with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from proposals.late import late

if TYPE_CHECKING:
    from proposals.corpus.among import nearest_among
    from proposals.corpus.blocks import Pairs, write_pairs
    from proposals.corpus.entries import Answered, Entry
    from proposals.corpus.index import Addressed, Found, Index, addressed
    from proposals.corpus.kept import indexes, kept_index
    from proposals.corpus.loading import Loaded, load_many
    from proposals.corpus.neighbours import Nearest, Neighbour, nearest
    from proposals.corpus.precedents import Precedent, Precedents, read_precedents
    from proposals.files.codings import Coded, Coding

_HOMES: Final = {
    "corpus.among": "nearest_among",
    "corpus.blocks": "Pairs write_pairs",
    "corpus.entries": "Answered Entry",
    "corpus.index": "Addressed Found Index addressed",
    "corpus.kept": "indexes kept_index",
    "corpus.loading": "Loaded load_many",
    "corpus.neighbours": "Nearest Neighbour nearest",
    "corpus.precedents": "Precedent Precedents read_precedents",
    "files.codings": "Coded Coding",
}
"""The names of the package by the modules that they live in."""

__all__ = [
    "Addressed",
    "Answered",
    "Coded",
    "Coding",
    "Entry",
    "Found",
    "Index",
    "Loaded",
    "Nearest",
    "Neighbour",
    "Pairs",
    "Precedent",
    "Precedents",
    "addressed",
    "indexes",
    "kept_index",
    "load_many",
    "nearest",
    "nearest_among",
    "read_precedents",
    "write_pairs",
]

__getattr__ = late(__name__, _HOMES)


def __dir__() -> list[str]:
    return [*__all__]
