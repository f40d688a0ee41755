"""The codebook: every kind of term, every field and every word with its definition, as Markdown.

Made from the declarations and nothing else, so that it cannot say anything that the library does not do.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator

from proposals.fields.changes import Way
from proposals.fields.declare import Field, Record, compared_fields, fields_of, subject_fields
from proposals.fields.values import Words
from proposals.language.meanings import takes
from proposals.terms import Kinds
from proposals.terms.base import Term
from proposals.vocabulary import (
    Certainty,
    Coverage,
    Credibility,
    Direction,
    Form,
    Link,
    PageKind,
    Reliability,
    Stance,
    Status,
    Topic,
    Word,
)

_OF_DOCUMENTS: tuple[type[Word], ...] = (Form, Status, Coverage, Link, Stance)
_OF_SOURCES: tuple[type[Word], ...] = (PageKind, Reliability, Credibility, Certainty)


def codebook(kinds: Kinds) -> str:
    """The codebook of these kinds, from its second-level headings on: kinds by topic, then records, then words."""
    common = compared_fields(Term)
    blocks = ["## Kinds of term"]
    for topic in Topic:
        own = [kind for kind in kinds.values() if kind.topic == topic]
        if own:
            blocks.append(f"### {topic}\n\n{topic.definition}")
        for kind in own:
            fields = (*subject_fields(kind), *(field for field in compared_fields(kind) if field not in common))
            blocks += [f"#### `{kind.kind}`", _prose(kind), _table(fields)]
    blocks += ["## Fields of all kinds", _table(common)]
    every = [*common, *(field for kind in kinds.values() for field in fields_of(kind))]
    records = list(dict.fromkeys(field.domain for field in every if isinstance(field.domain, Record)))
    blocks.append("## Records")
    for record in records:
        blocks += [f"### {record.shape.__name__}", _prose(record.shape), _table(fields_of(record.shape))]
    every += [field for record in records for field in fields_of(record.shape)]
    lists = dict.fromkeys(field.domain.words for field in every if isinstance(field.domain, Words))
    of_terms = sorted(lists, key=lambda words: words.__name__)
    for heading, found in (
        ("Words of terms", of_terms),
        ("Words of documents", _OF_DOCUMENTS),
        ("Words of sources", _OF_SOURCES),
    ):
        blocks.append(f"## {heading}")
        for words in found:
            blocks += [f"### {words.__name__}", _prose(words), _defined(words)]
    return "\n\n".join(blocks) + "\n"


def _prose(shape: type[object]) -> str:
    """The docstring as Markdown: two backquotes of reStructuredText are one."""
    return (inspect.getdoc(shape) or "").replace("``", "`")


def _table(fields: Iterable[Field]) -> str:
    rows = ["| field | means | takes | scale | heavier for the bearer |", "| --- | --- | --- | --- | --- |"]
    rows += [f"| {' | '.join(_cells(field))} |" for field in fields]
    return "\n".join(rows)


def _cells(field: Field) -> Iterator[str]:
    yield f"`{field.key}`"
    yield field.definition
    yield f"{'a list: ' if field.many else ''}{takes(field.domain)}"
    yield "subject" if field.scale is None else field.scale.name
    yield _weight(field)


def _weight(field: Field) -> str:
    """When the field weighs more on the bearer; a dash where it says nothing of weight."""
    parts = [] if field.heavier is None else ["the more" if field.heavier is Way.MORE else "the less"]
    if field.when_stated is not None:
        parts.append("when stated" if field.when_stated is Direction.HEAVIER else "when not stated")
    return "; ".join(parts) or "–"


def _defined(words: type[Word]) -> str:
    return "\n".join(f"- **{word}**: {word.definition}" for word in words)
