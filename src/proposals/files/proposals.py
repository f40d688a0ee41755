"""Reading proposals: the whole file, with all that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from proposals.documents.deletions import Struck
from proposals.documents.heads import Head
from proposals.documents.proposal import Gap, LineageStep, Proposal
from proposals.errors import InvalidProposalError, InvalidValueError, Problem
from proposals.fields.numbers import Number
from proposals.fields.patterns import ID, POINT
from proposals.fields.values import ACTOR, DAY, FLAG, TEXT, Plain, Words
from proposals.files import nodes
from proposals.files.citing import CITE, read_citations, read_sources
from proposals.files.formats import FORMAT, FORMAT_ENTRY, FORMAT_KEY, up_to_date
from proposals.files.nodes import Node, Scalar, Sequence, compose, node_of
from proposals.files.reader import Entry, Reader, shortened
from proposals.files.registers import ACTOR_ENTRIES, PLACE_ENTRIES, make_place, read_entries, read_milestones
from proposals.files.terms import read_terms, terms_counted
from proposals.files.text import read_text
from proposals.provenance import Citation
from proposals.strings import suggestion
from proposals.terms import KINDS, Kinds
from proposals.vocabulary import Certainty, Coverage, Form, Link, Stance, Status, Topics
from proposals.world.actors import Actor
from proposals.world.dates import Date
from proposals.world.world import World

_NOTE = Entry(domain=TEXT, definition="For the reader.")

LINEAGE: Final = {
    **{str(link): Entry(domain=ID, definition=f"The id of a document. {link.definition}") for link in Link},
    "certainty": Entry(domain=Words(Certainty), definition="How sure it is; left out, it is reported."),
    "cite": CITE,
    "note": _NOTE,
}

STRUCK: Final = {
    "point": Entry(domain=POINT, required=True, definition="The point that is deleted, with all its parts."),
    "of": Entry(domain=ID, definition="From which document; left out, from any that has the point."),
    "chapeau": Entry(domain=FLAG, definition="Only what stands under the point itself, not under its parts."),
    "kind": Entry(domain=ID, many=True, definition="Only terms of these kinds; left out, all that stands there."),
    "field": Entry(domain=ID, many=True, definition="Only the values of these fields; left out, the whole terms."),
    "cite": CITE,
    "note": _NOTE,
}

GAP: Final = {
    "what": Entry(domain=TEXT, required=True, definition="What is not established."),
    "point": Entry(domain=POINT, definition="Under which point; left out, the document as a whole."),
    "questions": Entry(domain=ID, many=True, definition="The questions on which it speaks, by their ids."),
    "topics": Entry(domain=Words(Topics), many=True, definition="The topics on which it speaks."),
    "note": _NOTE,
}


def _read_lineage(reader: Reader, node: Node) -> tuple[LineageStep, ...]:
    items = node.items if isinstance(node, Sequence) else [node]
    steps = []
    for item in items:
        read = reader.record(item, LINEAGE, "a step of lineage")
        links = [link for link in Link if str(link) in read]
        if len(links) != 1:
            known = f"one of: {', '.join(Link.spellings())}"
            reader.problem(item, "bad-lineage", "a step of lineage names one link", known)
            continue
        steps.append(
            LineageStep(
                link=links[0],
                to=read[str(links[0])],
                certainty=read.get("certainty", Certainty.REPORTED),
                citations=read.get("cite", ()),
                note=read.get("note", ""),
                at=reader.at(item),
            ),
        )
    return tuple(steps)


_NARROWED: Final = {"kind": "kinds", "field": "fields"}


def _read_struck(reader: Reader, node: Node) -> tuple[Struck, ...]:
    items = node.items if isinstance(node, Sequence) else [node]
    struck = []
    for item in items:
        if isinstance(item, Scalar):
            point = reader.scalar(item, POINT)
            read = {} if point is None else {"point": point}
        else:
            read = reader.record(item, STRUCK, "a deletion")
        if "point" in read:
            narrowed = {name: read.pop(key) for key, name in _NARROWED.items() if key in read}
            struck.append(Struck(at=reader.at(item), citations=read.pop("cite", ()), **narrowed, **read))
    return tuple(struck)


def _read_gaps(reader: Reader, node: Node) -> tuple[Gap, ...]:
    items = node.items if isinstance(node, Sequence) else [node]
    read = ((item, reader.record(item, GAP, "a gap")) for item in items)
    return tuple(Gap(at=reader.at(item), **one) for item, one in read if "what" in one)


_DEFAULT: Final = "default"
COVERAGE: Final = Words(Coverage)


def covered_keys() -> tuple[str, ...]:
    """The keys of a coverage by topic: that on all topics which are not named, and the topics."""
    return (_DEFAULT, *Topics.spellings())


def _read_coverage(reader: Reader, node: Node) -> tuple[Coverage | None, tuple[tuple[Topics, Coverage], ...]]:
    """How much is known of the document, and of what it says on single topics."""
    if isinstance(node, Scalar):
        return reader.scalar(node, COVERAGE), ()
    written = reader.mapping(node, covered_keys(), "a coverage by topic")
    read = {key: reader.scalar(value, COVERAGE) for key, (_, value) in written.items()}
    default = read.pop(_DEFAULT, None)
    return default, tuple((Topics.of(key), held) for key, held in read.items() if held is not None)


_FACTS: Final = ("date", "authors", "form", "status", "coverage", "summary", "names", "points")


def _read_known_from(reader: Reader, node: Node) -> tuple[Citation, ...]:
    citations = read_citations(reader, node)
    for key in dict.fromkeys(key for one in citations for key in one.supports if key not in _FACTS):
        hint = suggestion(key, _FACTS) or f"one of: {', '.join(_FACTS)}"
        reader.problem(node, "unknown-field", f"a document is not known by a fact '{shortened(key)}'", hint)
    return citations


def _schema(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


HEAD: Final = {
    FORMAT_KEY: FORMAT_ENTRY,
    "id": Entry(domain=ID, required=True, definition="A short name for commands and references."),
    "title": Entry(domain=TEXT, required=True, definition="What the document is called."),
    "date": Entry(domain=DAY, required=True, definition="Its date in EDTF; of a position, when it was reported."),
    "authors": Entry(domain=ACTOR, many=True, definition="Who put it forward."),
    "form": Entry(domain=Words(Form), definition="What sort of paper it is; left out, a plan."),
    "status": Entry(domain=Words(Status), definition="How it came to be known; left out, unverified."),
    "coverage": Entry(
        reads=_read_coverage,
        definition="How much of it is known, or how much by topic; left out, partial.",
        schema=_schema("coverages"),
    ),
    "summary": Entry(domain=TEXT, definition="What it is, in your words."),
    "names": Entry(domain=TEXT, many=True, definition="What else it is called."),
    "points": Entry(domain=Number("points", whole=True), definition="How many points it has, where that is known."),
    "drafted-by": Entry(domain=TEXT, definition="The program that drafted it, until somebody has checked it."),
    "known-from": attrs.evolve(
        CITE,
        reads=_read_known_from,
        definition=f"What the document as a whole is known from; 'for' names one of: {', '.join(_FACTS)}.",
    ),
    "cite": attrs.evolve(CITE, definition="What a term cites that cites nothing itself."),
    "sources": Entry(reads=read_sources, definition="Its sources, by id.", schema=_schema("sources")),
    "places": Entry(
        reads=lambda reader, node: tuple(read_entries(reader, node, PLACE_ENTRIES, make_place)),
        definition="Places that the gazetteer does not have, by id.",
        schema=_schema("places"),
    ),
    "actors": Entry(
        reads=lambda reader, node: tuple(read_entries(reader, node, ACTOR_ENTRIES, Actor)),
        definition="Actors that the directory does not have, by id.",
        schema=_schema("actors"),
    ),
    "milestones": Entry(
        reads=read_milestones,
        definition="Events that its deadlines hang on and that the list does not have, by id.",
        schema=_schema("milestones"),
    ),
    "lineage": Entry(reads=_read_lineage, definition="Which documents it descends from.", schema=_schema("lineage")),
    "struck": Entry(
        reads=_read_struck,
        definition="The points of the amended document that it deletes.",
        schema=_schema("struck"),
    ),
    "gaps": Entry(
        reads=_read_gaps,
        definition="What is not established.",
        schema=_schema("gaps"),
    ),
}
"""The keys of a file besides ``terms``."""


def examine(path: Path, world: World, kinds: Kinds = KINDS) -> tuple[Proposal | None, tuple[Problem, ...]]:
    """Read a file; return the proposal and all that is wrong with it, in reading order.

    The proposal lacks whatever is wrong; a placeholder stands for an id, a title or a date that could not be read, so
    that the rest can be checked. It is ``None`` where the file holds no mapping at all. What depends on other
    documents (whether a source or a document that it names exists) is for :mod:`proposals.documents.checks`. Raises
    :class:`UnreadableError` for a file that cannot be read at all.
    """
    return examine_text(read_text(path), str(path), world, kinds)


def examine_text(
    text: str, name: str, world: World, kinds: Kinds = KINDS
) -> tuple[Proposal | None, tuple[Problem, ...]]:
    """What :func:`examine` does with the text of a file; ``name`` is what problems call it."""
    node = compose(text, name)
    try:
        return _examined(Reader(name, text, world), node, world, kinds)
    except InvalidProposalError as error:
        return None, error.problems


def _examined(
    reader: Reader, node: Node | None, world: World, kinds: Kinds
) -> tuple[Proposal | None, tuple[Problem, ...]]:
    if node is None or not isinstance(node, nodes.Mapping):
        at = node or Scalar("", 1, 1)
        hint = f"it begins with '{FORMAT_KEY}: {FORMAT}'"
        reader.problem(at, "not-a-proposal", "a proposal is written as 'key: value' lines", hint)
        return None, tuple(reader.problems)
    node = up_to_date(reader, node)
    head, default = _read_head(reader, node, world)
    written = _written_terms(node)
    for key, _ in written[1:]:
        reader.problem(key, "duplicate-key", f"'terms' appears twice; first on line {written[0][0].line}", "keep one")
    terms = read_terms(reader, written[0][1], kinds, default) if written else ()
    reader.hidden()
    problems = tuple(sorted(reader.problems, key=lambda problem: problem.location[1:]))
    head["terms"] = tuple(term for term in terms if term.stance is not Stance.LEAVES_OUT)
    head["left_out"] = tuple(term for term in terms if term.stance is Stance.LEAVES_OUT)
    return Proposal(at=reader.at(node), world=reader.world, **{**_PLACEHOLDERS, **head}), problems


def _read_head(reader: Reader, node: nodes.Mapping, world: World) -> tuple[dict[str, Any], tuple[Citation, ...]]:
    """The values of a document but for its terms, by attribute, and what a term cites that cites nothing itself."""
    reader.world = _extended(reader, world, node)
    rest = nodes.Mapping([one for one in node.entries if one[0].text != "terms"], node.line, node.column)
    head = reader.record(rest, HEAD, "a proposal")
    default = head.pop("cite", ())
    coverage, head["coverage_by_topic"] = head.pop("coverage", (None, ()))
    head["coverage"] = coverage or Coverage.PARTIAL
    head["known_from"] = head.pop("known-from", ())
    head["drafted_by"] = head.pop("drafted-by", "")
    head["authors"] = tuple(sorted(set(head.get("authors", ()))))
    return head, default


def _written_terms(node: nodes.Mapping) -> list[tuple[Scalar, Node]]:
    return [one for one in node.entries if one[0].text == "terms"]


def read_head(path: Path, world: World) -> Head:
    """What a list says of a file that has nothing wrong with it: its terms are counted and not read.

    Raises as :func:`read_proposal` does, but for what is wrong with a term.
    """
    text = read_text(path)
    node, reader = compose(text, str(path)), Reader(str(path), text, world)
    if not isinstance(node, nodes.Mapping):
        raise InvalidProposalError(_examined(reader, node, world, {})[1])
    node = up_to_date(reader, node)
    head = Head.of(Proposal(**_right_head(reader, node, world)))
    return attrs.evolve(head, terms_known=sum(terms_counted(reader, held) for _, held in _written_terms(node)))


def read_plain_head(plain: dict[str, Plain], world: World) -> dict[str, Any]:
    """The values of a proposal but for its terms, by attribute, from what ``plain_proposal`` gives.

    Raises :class:`InvalidProposalError` with all that is wrong.
    """
    entries = [(Scalar(key, 1, 1), node_of(value)) for key, value in plain.items()]
    return _right_head(Reader("", "", world), nodes.Mapping(entries, 1, 1), world)


def _right_head(reader: Reader, node: nodes.Mapping, world: World) -> dict[str, Any]:
    """The values of a proposal but for its terms, by attribute. Raises as :func:`read_proposal` does."""
    head, _ = _read_head(reader, node, world)
    if reader.problems:
        raise InvalidProposalError(tuple(reader.problems))
    return {**head, "world": reader.world}


_PLACEHOLDERS: Final[Mapping[str, Any]] = {"id": "unnamed", "title": "unnamed", "date": Date("0001")}


def _extended(reader: Reader, world: World, node: nodes.Mapping) -> World:
    """The world with the file's own places, actors and milestones. Their problems are told when the head is read."""
    aside = Reader(reader.name, "", world)
    for key in ("places", "actors", "milestones"):
        written = [entry for entry in node.entries if entry[0].text == key]
        if not written:
            continue
        own = nodes.Mapping(written, node.line, node.column)
        read = {"places": (), "actors": ()} | aside.record(own, {key: HEAD[key]}, "a proposal")
        try:
            extended = world.extended(**read)
            extended.places.check()
            extended.actors.check()
            extended.milestones.check()
        except InvalidValueError as error:
            entries = [one for _, held in written if isinstance(held, nodes.Mapping) for one, _ in held.entries]
            at = next((one for one in entries if one.text == error.about), written[0][0])
            reader.problem(at, error.code, error.message, error.hint)
        else:
            world = extended
    return world


def read_proposal(path: Path, world: World, kinds: Kinds = KINDS) -> Proposal:
    """A proposal that has nothing wrong with it.

    Raises :class:`UnreadableError`, or :class:`InvalidProposalError` with all that is wrong.
    """
    proposal, problems = examine(path, world, kinds)
    if problems or proposal is None:
        raise InvalidProposalError(problems)
    return proposal
