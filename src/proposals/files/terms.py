"""Reading and writing terms. Everything follows from the declarations of their kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from proposals.documents.ground import extent
from proposals.errors import InvalidValueError
from proposals.fields.declare import Field, compared_fields, subject_fields
from proposals.fields.patterns import POINT
from proposals.fields.values import ACTOR, TEXT, Plain, Words
from proposals.files import nodes
from proposals.files.citing import CITE, plain_citations, plain_dispute, read_citations, read_disputes
from proposals.files.nodes import Node, Scalar, Sequence, node_of
from proposals.files.reader import Entry, Reader, shortened
from proposals.provenance import Citation
from proposals.strings import alike, suggestion
from proposals.terms import Kinds
from proposals.terms.base import Term, optional_fields
from proposals.values import per_class
from proposals.vocabulary import Modality, Stance
from proposals.world.world import World

MOST_PIECES: Final = 1_000_000
"""How many pieces the subjects of all terms of a file may have together."""

STANCE: Final = Words(Stance)

COMMON: Final = {
    "point": Entry(domain=POINT, many=True, definition="Under which number it stands in the document, as printed."),
    "points": Entry(domain=POINT, many=True, definition="As 'point', for several."),
    "stance": Entry(domain=STANCE, definition="What the document does with it; left out, it proposes."),
    "answers": Entry(domain=POINT, many=True, definition="The points of the amended document that it answers."),
    "held-by": Entry(domain=ACTOR, many=True, definition="Who holds this variant of an open point."),
    "option": Entry(domain=TEXT, definition="What this variant is called; of one name and holders, a package."),
    "left-out": Entry(
        definition="Fields that by a source the text does not have: a list, or each with what it is cited from.",
        schema={"$ref": "#/$defs/left-out"},
    ),
    "cite": CITE,
    "disputed": Entry(
        reads=read_disputes,
        definition="What other sources report instead.",
        schema={"$ref": "#/$defs/disputed"},
    ),
    "note": Entry(domain=TEXT, definition="For the reader."),
}
"""The keys of every term besides its kind and its compared fields; ``options`` holds the variants of an open one."""

_ATTRIBUTES = {"held-by": "holders", "cite": "citations", "disputed": "disputes"}


def read_terms(reader: Reader, node: Node, kinds: Kinds, default: tuple[Citation, ...]) -> tuple[Term, ...]:
    """The terms of a list; ``default`` is what a term cites that cites nothing itself."""
    if not isinstance(node, Sequence):
        if not (isinstance(node, Scalar) and node.empty):
            reader.problem(node, "not-a-list", "terms are a list, each begun with '- kind: subject'")
        return ()
    terms: list[Term] = []
    pieces = 0
    for item in node.items:
        for term in _read_term(reader, item, kinds, default):
            pieces += extent(term, reader.world)
            if pieces > MOST_PIECES:
                message = f"with this term, the subjects of all terms have more than {MOST_PIECES:,} pieces"
                reader.problem(item, "too-wide", message, "name fewer places and actors, or make several documents")
                return tuple(terms)
            terms.append(term)
    return tuple(terms)


def terms_counted(reader: Reader, node: Node) -> int:
    """How many terms a list has that :func:`read_terms` finds nothing wrong with, those that are left out not counted.

    No kind is needed for that: each entry is one term, or as many as it has options.
    """
    return sum(_variants(reader, item) for item in node.items) if isinstance(node, Sequence) else 0


def _variants(reader: Reader, node: Node) -> int:
    written = {key.text: value for key, value in node.entries} if isinstance(node, nodes.Mapping) else {}
    stance, options = written.get("stance"), written.get("options")
    if stance is not None and reader.scalar(stance, STANCE) is Stance.LEAVES_OUT:
        return 0
    return len(options.items) if isinstance(options, Sequence) else 1


def term_of(values: Mapping[str, Plain], shape: type[Term], world: World) -> Term:
    """A term of this kind from plain values by key, those of the subject among them, read as those of a file are.

    Raises :class:`InvalidValueError` with the first thing that is wrong.
    """
    subject = {field.key for field in subject_fields(shape)}
    named = {key: value for key, value in values.items() if key in subject}
    rest = {key: value for key, value in values.items() if key not in subject}
    return read_plain_term({shape.kind: named, **rest}, {shape.kind: shape}, world)


def read_plain_term(plain: Plain, kinds: Kinds, world: World) -> Term:
    """A term from what :func:`plain_term` gives.

    Raises :class:`InvalidValueError` with the first thing that is wrong.
    """
    reader = Reader("", "", world)
    terms = [*_read_term(reader, node_of(plain), kinds, ())]
    for problem in reader.problems:
        raise InvalidValueError(problem.message, problem.hint, problem.code)
    return terms[0]


def _read_term(reader: Reader, node: Node, kinds: Kinds, default: tuple[Citation, ...]) -> Iterator[Term]:
    if not isinstance(node, nodes.Mapping):
        reader.problem(node, "not-a-mapping", "a term is written as 'kind: subject' with its fields beneath")
        return
    named = [(key, value) for key, value in node.entries if key.text in kinds]
    if not named:
        _no_kind(reader, node, kinds)
        return
    if len({key.text for key, _ in named}) > 1:
        first, second = named[0][0], named[1][0]
        reader.problem(second, "two-kinds", f"this term is a '{first.text}' and a '{second.text}'", "make two terms")
        return
    (key, written), shape = named[0], kinds[named[0][0].text]
    before = len(reader.problems)
    values = _subject(reader, key, written, shape) | {"at": reader.at(key)}
    keys = _keys(shape)
    entries = reader.mapping(node, {shape.kind: None, **keys, "options": None}, f"a '{shape.kind}' term")
    entries.pop(shape.kind, None)
    options = entries.pop("options", None)
    values |= _values(reader, shape, entries)
    values.setdefault("citations", default)
    values.setdefault("besides", ())
    variants = [values]
    if options:
        items = options[1].items if isinstance(options[1], Sequence) else [options[1]]
        if not items:
            reader.problem(options[0], "missing-option", "no option is written here", "leave 'options' out")
        variants = [values | _values(reader, shape, reader.mapping(item, keys, "an option")) for item in items]
    for variant in variants:
        if options and variant.keys().isdisjoint({"holders", "option"}):
            message, hint = "each option says who holds it or what it is called", "add 'held-by: …' or 'option: …'"
            reader.problem(options[0], "missing-holder", message, hint)
        variant["citations"] = (*variant["citations"], *variant.pop("besides"))
    if len(reader.problems) == before:
        made = [reader.made(key, shape, variant) for variant in variants]
        yield from (term for term in made if term is not None)


@per_class
def _keys(shape: type[Term]) -> Mapping[str, Field | Entry]:
    """What a term of a kind, or an option of an open one, may hold besides its subject: its fields, then the rest."""
    return {**{field.key: field for field in compared_fields(shape)}, **COMMON}


def _values(reader: Reader, shape: type[Term], entries: dict[str, tuple[Scalar, Node]]) -> dict[str, Any]:
    """The values of a term's or an option's entries, by attribute; what is left empty is left out."""
    keys = _keys(shape)
    read: dict[str, Any] = {}
    for key, (_, node) in entries.items():
        entry = keys[key]
        if key == "left-out":
            read["left_out"], read["besides"] = _left_out(reader, shape, node)
            continue
        if isinstance(entry, Field):
            name, held = entry.name, reader.field(entry, node)
        else:
            name = "points" if key == "point" else _ATTRIBUTES.get(key, key)
            held = entry.reads(reader, node) if entry.reads else reader.values(node, entry.domain, many=entry.many)
        if name in read:
            reader.problem(node, "duplicate-key", "both 'point' and 'points' are given here", "keep one")
        if held is not None:
            read[name] = held
    return read


def _left_out(reader: Reader, shape: type[Term], node: Node) -> tuple[tuple[str, ...], tuple[Citation, ...]]:
    """The fields that a term leaves out, and what each of them is cited from."""
    known = optional_fields(shape)
    written: list[tuple[Node, Node | None]] = [(node, None)]
    if isinstance(node, Sequence):
        written = [(item, None) for item in node.items]
    elif isinstance(node, nodes.Mapping):
        written = [*node.entries]
    found: dict[str, tuple[Citation, ...]] = {}
    for key, cited in written:
        name = reader.scalar(key, TEXT)
        if name is None:
            continue
        if name not in known:
            hint = suggestion(name, known) or f"it takes: {', '.join(known)}"
            reader.problem(key, "unknown-field", f"a '{shape.kind}' has no field '{shortened(name)}'", hint)
        citations = read_citations(reader, cited) if cited is not None else ()
        found[name] = tuple(attrs.evolve(one, supports=(name,)) for one in citations)
    return tuple(found), tuple(one for citations in found.values() for one in citations)


def _subject(reader: Reader, key: Scalar, node: Node, shape: type[Term]) -> dict[str, Any]:
    """The subject: one value or list where the kind has one subject field, else a mapping of them."""
    fields = subject_fields(shape)
    named = {field.key: field for field in fields}
    written = {fields[0].key: node} if len(fields) == 1 else {}
    if isinstance(node, nodes.Mapping):
        entries = reader.mapping(node, named, f"the subject of '{shape.kind}'")
        written = {name: value for name, (_, value) in entries.items()}
    held: dict[str, Any] = {}
    for name, field in named.items():
        before = len(reader.problems)
        held[name] = reader.field(field, written[name]) if name in written else None
        if held[name] is None and len(reader.problems) == before:
            example = f"{shape.kind}: {{{', '.join(f'{other}: …' for other in named)}}}"
            hint = example if len(fields) > 1 else field.definition
            reader.problem(key, "missing-subject", f"'{shape.kind}' does not say its subject '{name}'", hint)
    return {named[name].name: value for name, value in held.items()}


def _no_kind(reader: Reader, node: nodes.Mapping, kinds: Kinds) -> None:
    unknown = [key for key, _ in node.entries if key.text not in COMMON]
    at = unknown[0] if unknown else node
    written = f"'{unknown[0].text}' is not a kind of term" if unknown else "this term does not say its kind"
    near = alike(unknown[0].text, kinds) if unknown else ()
    told = f"near it are: {', '.join(near)}; " if near else ""
    hint = suggestion(unknown[0].text, kinds) if unknown else None
    reader.problem(at, "unknown-kind", written, hint or f"{told}'proposals explain kinds' lists all {len(kinds)}")


def plain_terms(terms: tuple[Term, ...]) -> list[dict[str, Any]]:
    """The terms as a file writes them; open alternatives each as a term of their own with its holders."""
    return [plain_term(term) for term in terms]


def plain_term(term: Term) -> dict[str, Any]:
    """One term as a file writes it: its kind and subject first, defaults left out."""
    fields = subject_fields(type(term))
    subject = {field.key: field.plain(getattr(term, field.name)) for field in fields}
    plain = term.plain()
    stance, modality = plain.pop("stance"), plain.pop("modality")
    points = list(term.points)
    written: dict[str, Any] = {
        term.kind: next(iter(subject.values())) if len(subject) == 1 else subject or None,
        "point" if len(points) == 1 else "points": points[0] if len(points) == 1 else points,
        "stance": None if stance == str(Stance.PROPOSES) else stance,
        "modality": None if modality == str(Modality.SHALL) else modality,
        "held-by": list(term.holders),
        "option": term.option,
        **plain,
        "left-out": list(term.left_out),
        "answers": term.answers[0] if len(term.answers) == 1 else list(term.answers),
        "cite": plain_citations(term.citations),
        "disputed": [plain_dispute(dispute) for dispute in term.disputes],
        "note": term.note,
    }
    return {key: value for key, value in written.items() if key == term.kind or value not in (None, "", [])}
