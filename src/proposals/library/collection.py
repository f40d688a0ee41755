"""The bundled collection: proposals by id, with the places, actors, sources and events that go with them.

The data lies in the wheel beside the code, or in the source tree above it; nothing is read before it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import attrs

from proposals.documents.checks import References, check, check_events
from proposals.documents.proposal import Event, Proposal
from proposals.documents.questions import Question
from proposals.errors import InvalidProposalError, NotFoundError, Problem, UnreadableError
from proposals.files.proposals import examine
from proposals.files.questions import read_questions
from proposals.files.registers import (
    read_actors,
    read_events,
    read_milestone_register,
    read_places,
    read_source_register,
)
from proposals.files.text import STANDARD_INPUT, folder_of
from proposals.provenance import Source
from proposals.strings import folded, suggestion
from proposals.terms import KINDS, Kinds
from proposals.vocabulary import Stance
from proposals.world.world import World

YAML_ENDINGS: Final = frozenset({".yaml", ".yml"})
"""How the names of documents end."""


@cache
def root() -> Path:
    """The folder that holds ``data/`` and ``seeds/``."""
    package = Path(__file__).resolve().parents[1]
    return package if (package / "data").is_dir() else package.parents[1]


@cache
def world() -> World:
    """The bundled gazetteer, directory of actors and list of milestones."""
    data = root() / "data"
    actors = read_actors(data / "actors.yaml")
    milestones = read_milestone_register(data / "milestones.yaml")
    return World(read_places(data / "places.yaml", actors), actors, milestones)


@cache
def sources() -> Mapping[str, Source]:
    """The sources that the bundled documents share, by id."""
    return MappingProxyType(
        {source.id: source for source in read_source_register(root() / "data" / "sources.yaml", world())},
    )


@cache
def questions() -> Mapping[str, Question]:
    """The questions that terms answer, by id."""
    return read_questions(root() / "data" / "questions.yaml")


@cache
def ids() -> tuple[str, ...]:
    """The ids of all bundled proposals, in alphabetical order."""
    return tuple(sorted(path.stem for path in _folder().glob("*.yaml")))


@cache
def events() -> tuple[Event, ...]:
    """The bundled timeline, by date. Raises :class:`InvalidProposalError` if it refers to what is not there."""
    found = read_events(root() / "data" / "events.yaml", world())
    problems = check_events(found, References(sources=sources(), proposals=frozenset(ids())))
    if problems:
        raise InvalidProposalError(problems)
    return found


def proposals() -> tuple[Proposal, ...]:
    """All bundled proposals, in alphabetical order of their ids."""
    return tuple(load(name) for name in ids())


def load(name: str | Path, *, kinds: Kinds = KINDS) -> Proposal:
    """A bundled proposal by its id or a name that it alone bears, or one of your own by the path of its YAML file.

    A string is a path if it ends in ``.yaml`` or ``.yml`` or has a slash in it; ``-`` is standard input. Raises
    :class:`NotFoundError` for a name that no proposal bears or several do, :class:`UnreadableError` or
    :class:`InvalidProposalError` for a file.

    What a bundled proposal refers to is not looked up again, as the tests of the collection do that:
    :func:`problems_of` checks it like any other file.
    """
    path = path_of(name)
    if path.parent == _folder():
        proposal, problems = examine(path, world(), kinds)
        proposal = proposal and _with_texts(proposal, path, kinds)
    else:
        proposal, problems = examined(path, kinds=kinds)
    if proposal is None or problems:
        raise InvalidProposalError(problems)
    return proposal


def problems_of(path: str | Path, *, kinds: Kinds = KINDS) -> tuple[Problem, ...]:
    """All that is wrong with a file, in reading order. Raises :class:`UnreadableError` if it cannot be read at all."""
    return examined(Path(path), kinds=kinds)[1]


def path_of(name: str | Path) -> Path:
    """The file of a bundled proposal, by its id or by a name that it alone bears, or the path itself.

    ``-`` is standard input. Raises :class:`NotFoundError` for a name that no proposal bears, or several do: it then
    tells them apart.
    """
    if name == "-":
        return STANDARD_INPUT
    if isinstance(name, Path) or "/" in name or "\\" in name or Path(name).suffix in YAML_ENDINGS:
        return Path(name)
    if name in ids():
        return _file(name)
    if Path(name).exists():
        return Path(name)
    wanted = folded(name).removeprefix("the ")
    bearers = [held for held in proposals() if wanted in {folded(one) for one in (held.title, *held.names)}]
    if len(bearers) == 1:
        return _file(bearers[0].id)
    if bearers:
        raise NotFoundError(f"'{name}' may be any of these, which are different documents:{_told(bearers)}")
    words = set(wanted.split())
    near = [held for held in proposals() if words <= set(folded(" ".join((held.title, *held.names))).split())]
    if near:
        raise NotFoundError(f"no proposal is called '{name}'; those with these words are:{_told(near)}")
    hint = suggestion(name, ids()) or "'proposals list' shows them all; a file's name ends in .yaml"
    raise NotFoundError(f"no proposal is called '{name}' ({hint})")


def _told(documents: Iterable[Proposal]) -> str:
    return "".join(f"\n  {held.id}: {held.title}; {held.date}; {held.status}" for held in documents)


def _folder() -> Path:
    return root() / "data" / "proposals"


def _file(name: str) -> Path:
    return _folder() / f"{name}.yaml"


def source_of(proposal: Proposal, name: str) -> Source | None:
    """The source that a citation of the proposal names: its own first, then the shared ones; ``None`` if neither."""
    own = {source.id: source for source in proposal.sources}
    return own.get(name) or sources().get(name)


def examined(path: Path, *, kinds: Kinds = KINDS) -> tuple[Proposal | None, tuple[Problem, ...]]:
    """The proposal in a file as far as it can be read, and all that is wrong with it, in reading order.

    The proposal is ``None`` where the file holds none. Raises :class:`UnreadableError` if it cannot be read at all.
    """
    proposal, problems = examine(path, world(), kinds)
    if proposal is None:
        return None, problems
    proposal = _with_texts(proposal, path, kinds)
    beside = {other.stem for other in folder_of(path).glob("*.y*ml")} if proposal.lineage else set()
    references = References(sources=sources(), proposals=frozenset(ids()) | beside)
    further = check(proposal, references, proposal.world)
    return proposal, tuple(sorted((*problems, *further), key=lambda problem: problem.location[1:]))


def _with_texts(proposal: Proposal, path: Path, kinds: Kinds) -> Proposal:
    """The proposal with the texts from which it deletes, as far as they can be read: of its folder, or bundled."""
    if not proposal.struck and not any(term.stance is Stance.STRIKES for term in proposal.terms):
        return proposal
    held = {file.stem: file for folder in (_folder(), folder_of(path)) for file in sorted(folder.glob("*.y*ml"))}
    paths = [held[name] for name in proposal.marks_up if name in held and name != proposal.id]
    texts = [text for file in paths if (text := _text(file, kinds)) is not None]
    return attrs.evolve(proposal, amended=tuple(texts))


def _text(path: Path, kinds: Kinds) -> Proposal | None:
    if path.parent == _folder() and kinds is KINDS:
        return _bundled(path)
    try:
        return examine(path, world(), kinds)[0]
    except UnreadableError:
        return None


@cache
def _bundled(path: Path) -> Proposal | None:
    """A bundled text without those that it marks up; several documents delete from one, which is read once."""
    return examine(path, world(), KINDS)[0]
