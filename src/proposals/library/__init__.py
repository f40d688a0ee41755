"""Finding, loading and verifying documents: collections, and files of your own."""

from __future__ import annotations

from proposals.files.glossary import Definition
from proposals.files.tiles import Tile
from proposals.library.bundled import (
    actors,
    bundled,
    check,
    events,
    ids,
    load,
    places,
    problems_of,
    proposals,
    questions,
    root,
    sources,
    world,
)
from proposals.library.checking import Checked, Checks, check_all
from proposals.library.collection import Collection
from proposals.library.library import Library
from proposals.library.opening import open_library
from proposals.library.several import loaded
from proposals.library.verification import Anchored, Unanchored, Verification

__all__ = [
    "Anchored",
    "Checked",
    "Checks",
    "Collection",
    "Definition",
    "Library",
    "Tile",
    "Unanchored",
    "Verification",
    "actors",
    "bundled",
    "check",
    "check_all",
    "events",
    "ids",
    "load",
    "loaded",
    "open_library",
    "places",
    "problems_of",
    "proposals",
    "questions",
    "root",
    "sources",
    "world",
]
