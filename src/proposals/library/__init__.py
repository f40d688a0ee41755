"""Finding, loading and verifying documents: collections, and files of your own."""

from __future__ import annotations

from proposals.library.bundled import (
    bundled,
    events,
    ids,
    load,
    problems_of,
    proposals,
    questions,
    root,
    sources,
    world,
)
from proposals.library.collection import Collection
from proposals.library.library import Library

__all__ = [
    "Collection",
    "Library",
    "bundled",
    "events",
    "ids",
    "load",
    "problems_of",
    "proposals",
    "questions",
    "root",
    "sources",
    "world",
]
