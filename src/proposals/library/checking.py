"""Checking documents: all that is wrong with their files, and whether their quotations stand in the held texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

import attrs

from proposals.comparison.apart import clashes
from proposals.documents.checks import remarks
from proposals.documents.proposal import Event, Proposal
from proposals.errors import Location, Problem, UnreadableError, WriteError
from proposals.files.excerpts import with_excerpts
from proposals.files.rewriting import Rewritten, rewrite
from proposals.files.text import folder_of, stream
from proposals.library.bundled import bundled, root
from proposals.library.collection import Collection
from proposals.library.crew import Watch, each_of, unwatched
from proposals.library.library import Library
from proposals.library.several import files_of
from proposals.library.verification import Verification, verify
from proposals.provenance import Source
from proposals.terms.base import Term
from proposals.validation import Validated, several


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Checked(Validated):
    """What a check of one document, or of the timeline, has found.

    ``name`` is what it was asked for by, ``file`` where it was read, ``document`` what was read, of several files
    without its terms: ``None`` for what could not be and for the timeline. ``problems`` are those of the file itself,
    without those of ``quotations``.
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


Outcome: TypeAlias = Checked | UnreadableError
"""What becomes of one file."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Checks(Validated):
    """What a check of several documents has found, in the order asked for; ``unreadable`` are those left out.

    ``documents`` are those that could be read, each with its problems.
    """

    documents: tuple[Checked, ...]
    unreadable: tuple[UnreadableError, ...] = ()

    @property
    def every_problem(self) -> tuple[Problem, ...]:
        """The problems of all documents."""
        return tuple(problem for document in self.documents for problem in document.every_problem)


def check_all(
    names: Iterable[str] = (),
    library: Library | None = None,
    watch: Watch[Outcome] = unwatched,
    *,
    scheduler: str | None = None,
) -> Checks:
    """Check documents, those of a folder, or those of a library and its timeline.

    Args:
        names: Ids and paths; a folder stands for the YAML files in it and below. Without any, all of the library.
        library: The one whose ids and names count; ``None`` for the bundled one.
        watch: Is given what is found, as it is found, and how many files there are, and hands it on: it may show how
            far the check has come.
        scheduler: The address of the scheduler of a Dask cluster, whose workers find the files under the same paths;
            ``None`` to check on this machine.

    Returns:
        What was found in each file, in the order of the names, and which files could not be read at all.

    Raises:
        NotFoundError: A name is that of no document, or of several.
        ProposalsError: The cluster cannot be reached, or the package of its extra is missing.
    """
    asked, held = several(names, "names"), library or bundled()
    found = [*files_of(asked or held.ids, held)]
    unreadable = [one for one in found if isinstance(one, UnreadableError)]
    files = [one for one in found if not isinstance(one, UnreadableError)]
    outcomes = list(watch(each_of(files, _outcome, held, scheduler=scheduler), len(files)))
    documents = [one for one in outcomes if isinstance(one, Checked)]
    unreadable += [one for one in outcomes if isinstance(one, UnreadableError)]
    timelines = () if asked else tuple(checked_timeline(one, held) for one in held.collections if one.events)
    told = _with_clashes([*map(_uncircled(documents), documents)])
    return Checks(documents=(*told, *timelines), unreadable=tuple(unreadable))


def _outcome(path: Path, name: str, library: Library) -> Outcome:
    """The check of one file; its terms are not kept, as those of thousands would fill the memory."""
    try:
        found = checked(path, name, library)
    except UnreadableError as error:
        return error
    head = found.document and attrs.evolve(found.document, terms=(), struck=(), gaps=(), amended=())
    return attrs.evolve(found, document=head)


def fix_all(names: Iterable[str], library: Library) -> tuple[Rewritten, ...]:
    """Rewrite files, and those in folders, in the format of today; return what has been changed, in order.

    What cannot be read is left for :func:`check_all` to report. Raises :class:`WriteError` before anything is rewritten
    for what is no file of one's own, and for a file that cannot be written, and as
    :meth:`~proposals.library.library.Library.path_of` does.
    """
    paths = [_own_file(name, library) for name in names]
    changed: list[Rewritten] = []
    for one in files_of(paths, library):
        with suppress(UnreadableError):
            changed += () if isinstance(one, UnreadableError) else rewrite(one[0])
    return tuple(changed)


def _own_file(name: str, library: Library) -> Path:
    """The path of a file or a folder. Raises :class:`WriteError` for a stream, or a bundled document by its name."""
    path = library.path_of(name)
    if stream(path):
        raise WriteError(f"{name}: standard input or a pipe cannot be rewritten; save it to a file first")
    if library.bundled.holds(path) and path != Path(name):
        raise WriteError(f"'{name}' is a bundled document; only files of your own can be rewritten")
    return path


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


def checked(path: Path, name: str, library: Library) -> Checked:
    """All that is wrong with a document, and what became of its quotations, as far as it can be read.

    Raises :class:`UnreadableError` if it cannot be read at all.
    """
    held, problems = library.examined(path)
    if held is None:
        return Checked(name=name, file=path, problems=tuple(with_excerpts(problems)), quotations=Verification())
    cited = [*{id(citation): citation for citation in held.citations()}.values()]  # open alternatives share theirs
    outcomes = []
    for folder, sources in _shelves(held, path, library):
        outcomes.append(verify([one for one in cited if one.source in sources], sources.values(), folder))
        cited = [one for one in cited if one.source not in sources]
    outcomes.append(verify(cited, (), folder_of(path)))
    return Checked(
        name=name,
        file=path,
        document=held,
        problems=tuple(with_excerpts(problems)),
        remarks=tuple(with_excerpts(remarks(held, _others(library.shared_sources(path), held)))),
        quotations=Verification(
            anchored=tuple(found for outcome in outcomes for found in outcome.anchored),
            unanchored=tuple(notice for outcome in outcomes for notice in outcome.unanchored),
            problems=tuple(with_excerpts(problem for outcome in outcomes for problem in outcome.problems)),
        ),
        uncited=tuple(term for term in held.terms if not term.citations),
    )


def _others(shared: Mapping[str, Source], document: Proposal) -> frozenset[str]:
    """The ids of shared sources that are not those of the document itself, which may use what its collection shares."""
    return frozenset(name for name, source in shared.items() if source not in document.sources)


def _shelves(document: Proposal, path: Path, library: Library) -> Iterator[tuple[Path, Mapping[str, Source]]]:
    """The sources that a document may cite, its own first, with the folder in which their texts are looked for."""
    shared = [(_texts_of(one, library), one.sources) for one in library.homes_of(path)]
    declared = {id(source) for _, register in shared for source in register.values()}
    home = folder_of(path) if library.home_of(path) is not library.bundled else _texts_of(library.bundled, library)
    yield home, {source.id: source for source in document.sources if id(source) not in declared}
    yield from shared


def _texts_of(collection: Collection, library: Library) -> Path:
    """The folder to which the paths of held texts are relative: of the bundled collection the one above it."""
    return root() if collection is library.bundled else collection.folder


def checked_timeline(collection: Collection, library: Library) -> Checked:
    """The quotations of a collection's timeline."""
    cited = [citation for event in collection.events for citation in event.citations]
    return Checked(
        name="timeline",
        file=collection.folder / "events.yaml",
        quotations=verify(cited, collection.sources.values(), _texts_of(collection, library)),
        uncited=tuple(event for event in collection.events if not event.citations),
    )
