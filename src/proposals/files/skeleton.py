"""A file to begin with: every key of the head with what it is, and a line for each kind of term."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from typing import Final

from proposals.fields.declare import subject_fields
from proposals.files.formats import FORMAT, FORMAT_KEY
from proposals.files.proposals import HEAD
from proposals.files.samples import sample
from proposals.terms import Kinds
from proposals.terms.base import Term
from proposals.vocabulary import Coverage, Form, Status
from proposals.words import Word
from proposals.world.dates import UNKNOWN_DATE
from proposals.world.world import World

_WORDS: Final[Mapping[str, Word]] = {
    "form": Form.PLAN,
    "status": Status.UNVERIFIED,
    "coverage": Coverage.PARTIAL,
}
_EXAMPLES: Final = {
    "authors": "[CH]",
    "summary": "What it is, in a sentence or two.",
    "names": "[another name]",
    "points": "28",
    "known-from": "paper",
    "places": "{valley: {name: the valley, kind: area}}",
    "actors": "{guards: {name: the guards, kind: group}}",
    "milestones": "{phase-two: {name: phase two, definition: The forces have left.}}",
    "lineage": "[{amends: us-28-point}]",
    "struck": "[3]",
    "gaps": "[{point: 4, what: who else guarantees}]",
}
_WIDTH: Final = 34


def skeleton_yaml(name: str, kinds: Kinds, world: World, date: str = "") -> str:
    """A document without terms under an id; what is left out of it stands there as a comment.

    The example is of actors of the ``world``. ``date`` is its date in EDTF, empty where it is not known.
    """
    lines = [
        f"# 'proposals check {name}.yaml' lists every problem; 'proposals explain force-limit' says what a word means.",
        *_head(name, date or UNKNOWN_DATE),
        "",
        "# Each term begins with its kind and its subject; its fields stand below. Remove the # from what you use.",
        *(f"# {line}" for line in sample(kinds["force-limit"], world).splitlines()),
        "#   point: 1                      # its number in the text",
        "#   modality: should              # left out, it is 'shall'",
        '#   cite: {paper: "the words of the text"}',
        "# The kinds:",
        *(_kind(shape) for shape in kinds.values()),
        "terms: []",
    ]
    return "\n".join(lines) + "\n"


def _head(name: str, date: str) -> Iterator[str]:
    written = {FORMAT_KEY: str(FORMAT), "id": name, "title": name, "date": date}
    for key, entry in HEAD.items():
        about = entry.definition
        if key in written:
            yield _line(f"{key}: {written[key]}", about)
        elif key in _WORDS:
            usual = _WORDS[key]
            yield _line(f"{key}: {usual}", f"One of: {', '.join(map(str, type(usual)))}.")
        elif key == "sources":
            yield _line("sources:", about)
            yield "  paper: {publisher: unknown}     # also title, url, date, grade, file, sha256"
        elif key == "cite":
            yield _line("cite: paper", about)
        elif key in _EXAMPLES:
            yield _line(f"# {key}: {_EXAMPLES[key]}", about)


def _line(written: str, about: str) -> str:
    return f"{written:<{_WIDTH - 2}}  # {about}"


def _kind(shape: type[Term]) -> str:
    fields = ", ".join(field.key for field in subject_fields(shape))
    about = inspect.cleandoc(shape.__doc__ or "").split("\n\n", 1)[0].replace("\n", " ")
    return _line(f"# - {shape.kind}: {fields}", about)
