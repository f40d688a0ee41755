"""A corpus: thousands of documents, read, searched, indexed and compared with each other."""

from __future__ import annotations

from proposals.corpus.loading import Loaded, load_many
from proposals.corpus.nearest import Nearest, Neighbour, nearest

__all__ = ["Loaded", "Nearest", "Neighbour", "load_many", "nearest"]
