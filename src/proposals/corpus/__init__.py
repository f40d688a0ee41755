"""A corpus: thousands of documents, read, searched, indexed and compared with each other."""

from __future__ import annotations

from proposals.corpus.among import nearest_among
from proposals.corpus.blocks import Pairs, write_pairs
from proposals.corpus.entries import Answered, Entry
from proposals.corpus.index import Addressed, Found, Index, addressed
from proposals.corpus.kept import indexes, kept_index
from proposals.corpus.loading import Loaded, load_many
from proposals.corpus.nearest import Nearest, Neighbour, nearest
from proposals.corpus.precedents import Precedent, Precedents, read_precedents
from proposals.files.codings import Coded, Coding

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
