"""Finding, loading and verifying documents: the bundled collection, and files of your own."""

from __future__ import annotations

from proposals.library.collection import (
    events,
    ids,
    load,
    path_of,
    problems_of,
    proposals,
    questions,
    root,
    source_of,
    sources,
    world,
)

__all__ = [
    "events",
    "ids",
    "load",
    "path_of",
    "problems_of",
    "proposals",
    "questions",
    "root",
    "source_of",
    "sources",
    "world",
]
