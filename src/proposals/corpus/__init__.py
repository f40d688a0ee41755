"""A corpus: thousands of documents, read, searched, indexed and compared with each other."""

from __future__ import annotations

from proposals.corpus.entries import Answered, Entry
from proposals.corpus.index import Addressed, Found, Index, addressed
from proposals.corpus.kept import indexes, kept_index
from proposals.corpus.loading import Loaded, load_many
from proposals.corpus.nearest import Nearest, Neighbour, nearest

__all__ = [
    "Addressed",
    "Answered",
    "Entry",
    "Found",
    "Index",
    "Loaded",
    "Nearest",
    "Neighbour",
    "addressed",
    "indexes",
    "kept_index",
    "load_many",
    "nearest",
]
