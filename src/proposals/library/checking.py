"""Checking documents: all that is wrong with their files, and whether their quotations stand in the held texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import attrs

from proposals.comparison.apart import clashes
from proposals.documents.checks import remarks
from proposals.documents.proposal import Event, Proposal
from proposals.errors import Location, Problem, UnreadableError
from proposals.files.excerpts import with_excerpts
from proposals.files.text import folder_of
from proposals.library import collection as library
from proposals.library.several import paths_of
from proposals.library.verification import Verification, verify
from proposals.terms.base import Term


@attrs.frozen(kw_only=True)
class Checked:
    """What a check of one document, or of the timeline, has found.

    ``name`` is what it was asked for by, ``file`` where it was read, ``document`` what was read: ``None`` for what
    could not be and for the timeline. ``problems`` are those of the file itself, without those of ``quotations``.
    ``remarks`` tell what is not wrong and is read otherwise than it may be meant. ``uncited`` are the terms and events
    that cite nothing at all.
    """

    name: str
    file: Path
    document: Proposal | None = None
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    quotations: Verification
    uncited: tuple[Term | Event, ...] = ()

    @property
    def every_problem(self) -> tuple[Problem, ...]:
        """The problems of the file, then those of its quotations."""
        return (*self.problems, *self.quotations.problems)

    @property
    def notices(self) -> int:
        """How many remarks there are, and citations and uncited values that rest on no text that is held."""
        return len(self.remarks) + len(self.quotations.unanchored) + len(self.uncited)


@attrs.frozen(kw_only=True)
class Checks:
    """What a check of several documents has found, in the order asked for; ``unreadable`` are those left out."""

    documents: tuple[Checked, ...]
    unreadable: tuple[UnreadableError, ...] = ()

    @property
    def every_problem(self) -> tuple[Problem, ...]:
        """The problems of all documents."""
        return tuple(problem for document in self.documents for problem in document.every_problem)


def check_all(names: Iterable[str] = ()) -> Checks:
    """Check documents by ids and paths, all those in a folder, or without names the bundled ones and the timeline.

    Raises as :func:`~proposals.library.several.paths_of` does.
    """
    asked = tuple(names)
    documents: list[Checked] = []
    unreadable: list[UnreadableError] = []
    chosen = asked or library.ids()
    for name, path in zip(chosen, paths_of(chosen), strict=True):
        try:
            documents += [checked(file, name if file == path else str(file)) for file in _files_in(path)]
        except UnreadableError as error:
            unreadable.append(error)
    timeline = () if asked else (checked_timeline(),)
    found = _with_clashes([*map(_uncircled(documents), documents)])
    return Checks(documents=(*found, *timeline), unreadable=tuple(unreadable))


def _uncircled(documents: Sequence[Checked]) -> Callable[[Checked], Checked]:
    """Adds to a document that it marks up a text which marks up its own, by whatever steps."""
    marked = {one.document.id: one.document.marks_up for one in documents if one.document is not None}

    def told(one: Checked) -> Checked:
        document = one.document
        if document is None or document.id not in _reached(document.id, marked):
            return one
        at = next((step.at for step in document.lineage if step.at), None) or Location(str(one.file))
        message = f"'{document.id}' marks up or revises a text that descends from it in the same way"
        problem = Problem(at, "circular-lineage", message, "take out one of the steps")
        return attrs.evolve(one, problems=(*one.problems, *with_excerpts([problem])))

    return told


def _reached(start: str, marked: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The texts to which the steps from a document lead; itself only if it stands in a circle."""
    found: set[str] = set()
    ahead = [*marked.get(start, ())]
    while ahead:
        text = ahead.pop()
        if text not in found:
            found.add(text)
            ahead += marked.get(text, ())
    return found


def _with_clashes(found: Sequence[Checked]) -> list[Checked]:
    """The documents, with a remark on each place or actor by which an earlier one means something else."""
    sound = (at for at, one in enumerate(found) if not one.problems)
    read = [(at, document) for at in sound if (document := found[at].document) is not None]
    further: dict[int, list[Problem]] = {}
    for nth, entry, other in clashes([document for _, document in read]):
        message = f"'{entry.id}' means something else than at {other.at}, and is told apart from it"
        remark = Problem(entry.at or Location(""), "told-apart", message, "declare both alike if they are one thing")
        further.setdefault(read[nth][0], []).append(remark)
    return [
        attrs.evolve(one, remarks=(*one.remarks, *with_excerpts(further.get(at, ())))) for at, one in enumerate(found)
    ]


def checked(path: Path, name: str) -> Checked:
    """All that is wrong with a document, and what became of its quotations, as far as it can be read.

    Raises :class:`UnreadableError` if it cannot be read at all.
    """
    held, problems = library.examined(path)
    if held is None:
        return Checked(name=name, file=path, problems=tuple(with_excerpts(problems)), quotations=Verification())
    own = {source.id for source in held.sources}
    cited = {id(citation): citation for citation in held.citations()}.values()  # open alternatives share theirs
    bundled = path.resolve().is_relative_to(library.root() / "data")
    outcomes = (
        verify(
            [citation for citation in cited if citation.source in own],
            held.sources,
            library.root() if bundled else folder_of(path),
        ),
        verify(
            [citation for citation in cited if citation.source not in own],
            library.sources().values(),
            library.root(),
        ),
    )
    return Checked(
        name=name,
        file=path,
        document=held,
        problems=tuple(with_excerpts(problems)),
        remarks=tuple(with_excerpts(remarks(held, library.sources()))),
        quotations=Verification(
            anchored=tuple(found for outcome in outcomes for found in outcome.anchored),
            unanchored=tuple(notice for outcome in outcomes for notice in outcome.unanchored),
            problems=tuple(with_excerpts(problem for outcome in outcomes for problem in outcome.problems)),
        ),
        uncited=tuple(term for term in held.terms if not term.citations),
    )


def checked_timeline() -> Checked:
    """The quotations of the bundled timeline."""
    events = library.events()
    cited = [citation for event in events for citation in event.citations]
    return Checked(
        name="timeline",
        file=library.root() / "data" / "events.yaml",
        quotations=verify(cited, library.sources().values(), library.root()),
        uncited=tuple(event for event in events if not event.citations),
    )


def _files_in(path: Path) -> list[Path]:
    """The YAML files of a folder and of those inside it, hidden ones left out, in alphabetical order.

    A path that is no folder stands for itself. Raises :class:`UnreadableError` for a folder without such a file.
    """
    if not path.is_dir():
        return [path]
    found = [
        file
        for file in sorted(path.rglob("*"))
        if file.suffix in library.YAML_ENDINGS
        and not any(part.startswith(".") for part in file.relative_to(path).parts)
    ]
    if not found:
        raise UnreadableError(Location(str(path)), "this folder holds no YAML file")
    return found
