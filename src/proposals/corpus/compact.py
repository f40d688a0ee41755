"""What an index keeps of each document to compare it with others: all that an estimate depends on, quickly read.

It is what the file holds, as JSON and without what is there for the reader: sources, quotations, notes. What reads
files reads it as well, so no kind of term has a second form. Documents of one collection often share terms, as drafts
of one text do, and each of these is read once; for that the numbers of points are left out, which count only where one
of two documents marks up the other.
"""

from __future__ import annotations

import json
from collections.abc import Container, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import attrs

from proposals.corpus.index import GARBLED, undamaged
from proposals.corpus.loading import file_of
from proposals.corpus.standing import FILE
from proposals.documents.proposal import Proposal
from proposals.files.proposals import read_plain_head
from proposals.files.terms import plain_term, read_plain_term
from proposals.files.writing import plain_proposal
from proposals.library.collection import Collection
from proposals.library.library import Library
from proposals.terms.base import Term
from proposals.vocabulary import Stance
from proposals.world.world import World

_TERMS: Final = 20_000
"""How many terms are kept for other documents that have them as well: about 40 MB."""

_HEAD: Final = ("id", "title", "date", "coverage")
_STEPS: Final = ("lineage", "struck")
"""What counts of a document beside its terms and the names that it declares."""

_FOR_THE_READER: Final = frozenset({"cite", "disputed", "note"})
"""What is said of a term, a deletion or a step of lineage and changes no estimate."""

_POINTS: Final = frozenset({"point", "points"})
"""What is said of a term and counts in a text that the other document marks up."""


def compact(document: Proposal, library: Library) -> str | None:
    """The compact form of a document; ``None`` where it marks up a text of another collection.

    Args:
        document: The document, as the library reads it.
        library: The library.

    Returns:
        JSON, from which :func:`read_compact` makes a document that compares as this one does.
    """
    home = library.home_of(file_of(document))
    if any(library.home_of(file_of(text)) is not home for text in document.amended):
        return None
    return json.dumps(_compact(document, _world(home, library), _FOR_THE_READER | _POINTS), ensure_ascii=False)


def _world(home: Collection | None, library: Library) -> World:
    """The names that the documents of a collection may use, or those that lie in none."""
    return home.world if home else library.world


def _compact(document: Proposal, world: World, besides: Container[str]) -> dict[str, Any]:
    """The compact form: the ``head``, the ``terms`` each as a text, and the ``texts`` that the document marks up.

    The terms are without the keys ``besides``. Of the names that the document declares, those that it has ``adopted``
    from its collection are held by their ids alone.
    """
    plain = plain_proposal(attrs.evolve(document, terms=(), left_out=()))
    head = {key: plain[key] for key in _HEAD}
    head |= {key: [_without(_FOR_THE_READER, one) for one in plain[key]] for key in _STEPS if key in plain}
    adopted = {}
    for key, known in _registers(world).items():
        adopted[key] = [one.id for one in getattr(document, key) if known.get(one.id) == one]
        own = {name: entry for name, entry in plain.get(key, {}).items() if name not in adopted[key]}
        head |= {key: own} if own else {}
    terms = [json.dumps(_without(besides, plain_term(term)), ensure_ascii=False) for term in document.entries]
    texts = [_compact(text, world, _FOR_THE_READER) for text in document.amended]
    return {"head": head, "adopted": adopted, "terms": terms, "texts": texts}


def _registers(world: World) -> dict[str, Mapping[str, Any]]:
    """The names of a world, by the attribute in which a document declares its own."""
    return {
        "places": world.places.places,
        "actors": world.actors.actors,
        "milestones": world.milestones.milestones,
    }


def _without(keys: Container[str], plain: Mapping[str, Any]) -> dict[str, Any]:
    return {key: held for key, held in plain.items() if key not in keys}


def read_compact(form: str, path: Path, library: Library, other: Proposal) -> Proposal | None:
    """The document of a compact form, to be compared with another.

    Args:
        form: What :func:`compact` gave.
        path: The file that the document was read from.
        library: A library of the same collections.
        other: The document that it is to be compared with.

    Returns:
        A document that is as close to the other as the whole one, and never to be shown; ``None`` where only the whole
        one can be compared, since it may be the same as the other, or is marked up by it.

    Raises:
        UnreadableError: The index that kept the form is damaged.
    """
    home = library.home_of(path)
    with undamaged(str(home.folder / FILE if home else path), *GARBLED):
        held = json.loads(form)
        if held["head"]["id"] in {other.id, *other.marks_up, *other.texts}:
            return None
        return _read(held, home, library)


def _read(form: dict[str, Any], home: Collection | None, library: Library) -> Proposal:
    world = _world(home, library)
    head = read_plain_head(form["head"], world)
    if head["world"] is world:
        terms = [_shared_term(written, home, library) for written in form["terms"]]
    else:  # by its own names it may mean something else
        terms = [_term(written, head["world"], library) for written in form["terms"]]
    for key, known in _registers(world).items():
        head[key] = (*head.get(key, ()), *(known[name] for name in form["adopted"][key]))
    return Proposal(
        terms=tuple(term for term in terms if term.stance is not Stance.LEAVES_OUT),
        left_out=tuple(term for term in terms if term.stance is Stance.LEAVES_OUT),
        amended=tuple(_read(text, home, library) for text in form["texts"]),
        **head,
    )


def _term(written: str, world: World, library: Library) -> Term:
    return read_plain_term(json.loads(written), library.kinds, world)


@lru_cache(maxsize=_TERMS)
def _shared_term(written: str, home: Collection | None, library: Library) -> Term:
    """A term of a document that has no names of its own."""
    return _term(written, _world(home, library), library)
