"""The collection that comes with the program, and the library that has no other.

The data lies in the wheel beside the code, or in the source tree above it; nothing is read before it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import attrs

from proposals.documents.proposal import Event, Proposal
from proposals.documents.questions import Question
from proposals.errors import Problem
from proposals.library.collection import Collection
from proposals.library.library import Library
from proposals.provenance import Source
from proposals.terms import KINDS, Kinds
from proposals.world.actors import Actor
from proposals.world.places import Place
from proposals.world.world import World


@cache
def root() -> Path:
    """The folder that holds ``data/`` and ``seeds/``."""
    package = Path(__file__).resolve().parents[1]
    return package if (package / "data").is_dir() else package.parents[1]


@cache
def bundled() -> Library:
    """The library that has the bundled collection and no other."""
    return Library(bundled=Collection(root() / "data"))


def world() -> World:
    """The bundled gazetteer, directory of actors and list of milestones."""
    return bundled().world


def sources() -> Mapping[str, Source]:
    """The sources that the bundled documents share, by id."""
    return bundled().sources


def questions() -> Mapping[str, Question]:
    """The questions that terms answer, by id."""
    return bundled().questions


def ids() -> tuple[str, ...]:
    """The ids of all bundled proposals, in alphabetical order."""
    return bundled().ids


def events() -> tuple[Event, ...]:
    """The bundled timeline, by date.

    Raises:
        InvalidProposalError: It refers to what is not there.
    """
    return bundled().events


def proposals() -> tuple[Proposal, ...]:
    """All bundled proposals, in alphabetical order of their ids."""
    return bundled().proposals()


def places() -> Mapping[str, Place]:
    """The bundled places by id."""
    return bundled().world.places.places


def actors() -> Mapping[str, Actor]:
    """The bundled actors by id."""
    return bundled().world.actors.actors


def load(name: str | Path, *, kinds: Kinds = KINDS) -> Proposal:
    """A bundled proposal, or one of your own from its file.

    Args:
        name: The id of a bundled one or a name that it alone bears, or the path of a YAML file. A text is a path if it
            ends in ``.yaml`` or ``.yml`` or has a slash in it; ``-`` is standard input.
        kinds: The kinds of term that the file may use, by the word that files write.

    Returns:
        The document, with the places and actors that it may name.

    Raises:
        WrongTypeError: The name is neither text nor a path.
        NotFoundError: No document bears the name, or several do.
        UnreadableError: The file cannot be read at all.
        InvalidProposalError: Something in it is wrong; the error lists all that is.
    """
    return _library(kinds).load(name)


def problems_of(path: str | Path, *, kinds: Kinds = KINDS) -> tuple[Problem, ...]:
    """All that is wrong with a file.

    Args:
        path: The path of the YAML file.
        kinds: The kinds of term that the file may use, by the word that files write.

    Returns:
        The problems, in reading order; empty where nothing is wrong.

    Raises:
        UnreadableError: The file cannot be read at all.
    """
    return _library(kinds).problems_of(path)


def check(proposal: Proposal) -> tuple[Problem, ...]:
    """All that is wrong with a document made in Python, as :meth:`Library.check` finds it with the bundled names.

    Args:
        proposal: The document.

    Returns:
        The problems, in the order of the file that it would be written as; empty where nothing is wrong.

    Raises:
        WrongTypeError: It is no document.
        UnreadableError: A text in it is one that no file can hold.

    >>> from proposals import Date, Proposal
    >>> plan = Proposal(id="mine", title="Mine", date=Date("2026-01-15"), authors=("Ukrane",))
    >>> for problem in check(plan):
    ...     print(problem)
    mine:5:11: no actor is called 'Ukrane' (did you mean 'Ukraine'?) [unknown-actor]
    """
    return bundled().check(proposal)


def _library(kinds: Kinds) -> Library:
    return bundled() if kinds is KINDS else attrs.evolve(bundled(), known_kinds=kinds)
