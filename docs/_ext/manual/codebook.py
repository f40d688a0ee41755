"""The codebook: kinds, fields, scales, words and rules, each read from its declaration."""

from __future__ import annotations

import inspect
from collections.abc import Iterable

from manual.markdown import code, docstring, safe, table
from proposals import scales, vocabulary
from proposals.changes import Way
from proposals.domains import Code, Domain, Number, Words
from proposals.fields import Field, Record, compared_fields, fields_of, subject_fields
from proposals.rules import RULES, Meeting, Rule, State
from proposals.scales import Scale
from proposals.terms import KINDS
from proposals.terms.circumstance import Circumstance
from proposals.terms.term import Term
from proposals.vocabulary import Topic, Word


def kinds() -> str:
    """Every kind under its topic: what it is, its subject, its compared fields, its own words."""
    by_topic = {topic: [kind for kind in KINDS.values() if kind.topic is topic] for topic in Topic}
    return "\n".join(
        f"## {topic}\n\n{topic.definition}\n\n" + "\n".join(_kind(kind) for kind in own)
        for topic, own in by_topic.items()
        if own
    )


def common_fields() -> str:
    """The compared fields that every kind has."""
    return _fields(compared_fields(Term))


def circumstances() -> str:
    """The fields of a circumstance that voids a term."""
    return _fields(fields_of(Circumstance))


def words() -> str:
    """Every closed list of words that is not the property of one kind."""
    own = {shape for shape in _lists_in(vocabulary) if shape.__members__}
    return "\n".join(_words(shape) for shape in sorted(own, key=lambda shape: shape.__name__))


def kind_words() -> str:
    """Every closed list of words that fields of terms take, in alphabetical order of its name."""
    return "\n".join(_words(shape) for shape in lists_of_kinds())


def word_table(shape: type[Word]) -> str:
    """The words of one list with their definitions."""
    return table(["word", "definition"], ([code(str(word)), safe(word.definition)] for word in shape))


def grades() -> str:
    """The two halves of an Admiralty grade."""
    return f"{word_table(vocabulary.Reliability)}\n{word_table(vocabulary.Credibility)}"


def lists_of_kinds() -> tuple[type[Word], ...]:
    """The word lists that the fields of all kinds draw on, besides the general ones."""
    general = set(_lists_in(vocabulary))
    found = {
        shape
        for kind in (*KINDS.values(), Circumstance)
        for field in fields_of(kind)
        if (shape := _list_of(field.domain)) and shape not in general
    }
    return tuple(sorted(found, key=lambda shape: shape.__name__))


def scale_table() -> str:
    """Every scale with its name and what it says of two values."""
    found = (shape for _, shape in inspect.getmembers(scales, inspect.isclass))
    shapes = [shape for shape in found if issubclass(shape, Scale) and shape is not Scale]
    return table(
        ["scale", "what it is"],
        ([f"**{shape.name}**", docstring(_first(shape))] for shape in sorted(shapes, key=lambda shape: shape.name)),
    )


def rules() -> str:
    """Every rule: its name, the relation that it gives, its sentence, and when it applies."""
    return "\n".join(_rule(rule) for rule in RULES)


def _rule(rule: Rule) -> str:
    pairs = sorted({_pair(pair) for pair in rule.pairs})
    meetings = [one for one in Meeting if one in rule.meetings and one is not Meeting.NONE]
    when = "".join(f"- It takes that the terms are *{one}*: {one.definition}\n" for one in meetings)
    met = "; ".join(pairs) if len(pairs) <= _FEW else f"{len(pairs)} pairs, among them {'; '.join(pairs[:3])}"
    return (
        f"(rule-{rule.id})=\n## `{rule.id}`\n\n{rule.sentence}\n\n"
        f"- It gives the relation **{rule.relation}**.\n- It applies to: {met}.\n{when}"
    )


_FEW = 12


def _pair(pair: frozenset[State]) -> str:
    return " with ".join(sorted(str(state) for state in pair)) if len(pair) > 1 else f"{next(iter(pair))} on both sides"


def _kind(kind: type[Term]) -> str:
    subject = table(
        ["key", "takes", "definition"],
        ([code(field.key), _takes(field), field.definition] for field in subject_fields(kind)),
    )
    inherited = {field.name for field in compared_fields(Term)}
    own = [field for field in compared_fields(kind) if field.name not in inherited]
    return (
        f"(kind-{kind.kind})=\n### `{kind.kind}`\n\n{docstring(inspect.getdoc(kind) or '')}\n\n"
        f"What it is about:\n\n{subject}\n{'What is compared:' if own else ''}\n\n{_fields(own)}"
    )


def _fields(fields: Iterable[Field]) -> str:
    return table(
        ["key", "scale", "takes", "definition", "heavier for the bearer"],
        (
            [code(field.key), field.scale.name if field.scale else "", _takes(field), field.definition, _weight(field)]
            for field in fields
        ),
    )


_HEAVIER = {
    Way.MORE: "more, higher, stronger or later",
    Way.LESS: "less, lower, weaker or earlier",
}


def _weight(field: Field) -> str:
    told = [_HEAVIER[field.heavier]] if field.heavier in _HEAVIER else []
    told += [f"stated: {field.when_stated}"] if field.when_stated else []
    return "; ".join(told) or "–"


def _takes(field: Field) -> str:
    many = "one or more: " if field.many else ""
    return f"{many}{_domain(field.domain)}"


def _domain(domain: Domain) -> str:
    words = _list_of(domain)
    if words is not None:
        return f"[{_spaced(words)}](#words-{_slug(words)})"
    if isinstance(domain, Code):
        return {"actor": "an actor", "place": "a place", "either": "an actor or a place"}[domain.of]
    if isinstance(domain, Number):
        return f"a number of {domain.unit}"
    if isinstance(domain, Record) and domain.shape is Circumstance:
        return "[a circumstance](#circumstances)"
    return domain.noun


def _list_of(domain: Domain) -> type[Word] | None:
    return domain.words if isinstance(domain, Words) else None


def _words(shape: type[Word]) -> str:
    return (
        f"(words-{_slug(shape)})=\n### {_spaced(shape)}\n\n{docstring(inspect.getdoc(shape) or '')}\n\n"
        f"{word_table(shape)}"
    )


def _lists_in(module: object) -> list[type[Word]]:
    return [
        shape
        for _, shape in inspect.getmembers(module, inspect.isclass)
        if issubclass(shape, Word) and shape is not Word and shape.__module__ == getattr(module, "__name__", None)
    ]


def _slug(shape: type[Word]) -> str:
    return _spaced(shape).replace(" ", "-")


def _spaced(shape: type[Word]) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in shape.__name__).strip()


def _first(shape: type) -> str:
    return (inspect.getdoc(shape) or "").split("\n\n", 1)[0]
