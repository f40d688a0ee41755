"""Every kind of term in sentences: what it says of its subject alone, with all of its fields, and with each of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import attrs

from manual import topics
from manual.markdown import code, safe, table
from manual.statements import lookup
from proposals import library
from proposals.documents.proposal import Proposal
from proposals.fields.declare import Field, compared_fields, fields_of
from proposals.fields.members import Members
from proposals.fields.values import Words
from proposals.files.samples import sample
from proposals.language.sentences import heading, sentence
from proposals.terms import KINDS
from proposals.terms.base import Term
from proposals.terms.circumstance import Act, Circumstance
from proposals.terms.politics import Elections
from proposals.vocabulary import Modality, Stance, Topic
from proposals.world.dates import Deadline

_VOTE: Final = Elections(in_=("UA",))
_COMMON: Final[dict[str, Any]] = {
    "obligors": Members(("UA",)),
    "if": "the fighting stops",
    "reservation": "local elections",
    "before": Deadline("2027"),
    "after": Deadline("60 days of ceasefire"),
    "within": Deadline("100 days of signature"),
    "until": Deadline("10 years of signature"),
    "void-if": Members((Circumstance(act=Act.ATTACK, by=Members(("RU",)), against=Members(("UA",))),)),
}
_NEEDED: Final = {Stance.ACCEPTS_IF: {"if_": "the fighting stops"}, Stance.RESERVES: {"reservation": "local elections"}}


@cache
def document() -> Proposal:
    """A made-up document with a term of every kind, which states every field of its own.

    A kind that it lacks is shown with the sample that ``explain`` gives.
    """
    path = Path(__file__).with_name("every-kind.yaml")
    held = library.load(path)
    lacking = [kind for name, kind in KINDS.items() if name not in {term.kind for term in held.terms}]
    samples = [sample(kind, library.world()) for kind in lacking]
    with TemporaryDirectory() as folder:
        whole = Path(folder) / path.name
        text = "\n".join([path.read_text(encoding="utf-8").rstrip(), *samples])
        whole.write_text(text, encoding="utf-8")
        return library.load(whole)


def kinds() -> str:
    """Every kind under its topic, then what all kinds have."""
    return "\n".join([*_topics(), _of_every_kind()])


def _topics() -> Iterator[str]:
    for topic in Topic:
        terms = [term for term in document().terms if term.topic is topic]
        if terms:
            yield f"## {topics.heading(topic)}\n"
            yield from map(_kind, terms)


def _kind(term: Term) -> str:
    own = [field for field in compared_fields(type(term)) if field not in compared_fields(Term)]
    alone = attrs.evolve(term, **{field.name: None for field in own})
    rows = [[code(field.key), _said(alone, field, held)] for field in own for held in _held(term, field)]
    lines = [f"(sentences-{term.kind})=", f"### {safe(heading(type(term), term.subject, lookup()))}", ""]
    lines += [f"[`{term.kind}`](#kind-{term.kind}). {safe(sentence(alone, lookup()))}", ""]
    if rows:
        lines += [f"With all fields: {safe(sentence(term, lookup()))}", "", table(["field", "alone"], rows)]
    return "\n".join(lines)


def _held(term: Term, field: Field) -> Iterator[Any]:
    """The value that the document has; of a word every word of its list, since each has its own wording."""
    if isinstance(field.domain, Words) and not field.many:
        yield from field.domain.words.every()
    else:
        yield getattr(term, field.name)


def _said(alone: Term, field: Field, held: Any) -> str:
    return safe(sentence(attrs.evolve(alone, **{field.name: held}), lookup()))


def _of_every_kind() -> str:
    stances = [[code(str(stance)), _said_otherwise(stance=stance, **_NEEDED.get(stance, {}))] for stance in Stance]
    modalities = [[code("modality"), _said_otherwise(modality=modality)] for modality in Modality]
    names = {field.key: field.name for field in fields_of(Term)}
    fields = [[code(key), _said_otherwise(**{names[key]: held})] for key, held in _COMMON.items()]
    variant = [[code("held-by"), _said_otherwise(holders=("UA",))]]
    return "\n".join(
        [
            "(sentences-of-every-kind)=",
            "## What every kind has",
            "",
            table(["stance", "sentence"], stances),
            table(["field", "sentence"], [*modalities, *fields, *variant]),
        ]
    )


def _said_otherwise(**changed: Any) -> str:
    return safe(sentence(attrs.evolve(_VOTE, **changed), lookup()))
