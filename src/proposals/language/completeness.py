"""What a language lacks: each missing entry in a sentence that says where to add it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proposals.errors import InvalidValueError
from proposals.fields.changes import Lack
from proposals.fields.declare import Field, Record, fields_of
from proposals.fields.numbers import Number
from proposals.fields.values import Words
from proposals.language.tables import Language
from proposals.terms import Kinds
from proposals.terms.base import Term
from proposals.vocabulary import (
    Absence,
    Certainty,
    Coverage,
    Direction,
    Form,
    Modality,
    Relation,
    Stance,
    Status,
    Topic,
    Verdict,
)
from proposals.words import Word

_LISTS: Final[tuple[type[Word], ...]] = (
    Absence, Certainty, Coverage, Direction, Form, Lack, Modality, Relation, Stance, Status, Topic, Verdict,
)  # fmt: skip
_FRAMES: Final = ("variant", "further", "left out", "unknown kind in a heading", "unknown kind", "unknown field")
_COUNTED: Final = (
    *(f"spans.{unit}" for unit in ("day", "week", "month", "year")),
    *(f"changes.{change}" for change in ("up", "down", "later", "earlier", "points")),
)
_PHRASES: Final = (
    "numbers.thousands", "numbers.decimal", "numbers.1000000", "numbers.1000000000", "numbers.1000000000000",
    *(f"dates.months.{month}" for month in range(12)),
    "dates.day", "dates.month", "dates.year", "dates.approximate", "dates.uncertain",
    "dates.approximate and uncertain", "dates.interval", "dates.days of a month", "dates.early", "dates.middle",
    "dates.late", "dates.to", "dates.from",
    "spans.of", "spans.from", "spans.after", "spans.before",
    "changes.stronger", "changes.weaker", "changes.not comparable", "changes.order unknown",
    *(f"{name}.other" for name in _COUNTED),
)  # fmt: skip


def require(language: Language, kinds: Kinds) -> None:
    """Raise :class:`InvalidValueError` with the first entry that the language lacks for these kinds."""
    for lack in lacking(language, kinds):
        raise InvalidValueError(lack)


def lacking(language: Language, kinds: Kinds) -> Iterator[str]:
    """Each entry that the language lacks, those for all kinds first. A kind without an entry is worded all the same."""
    yield from (language.lack(f"phrase '{name}'") for name in _PHRASES if name not in language.phrases)
    yield from (language.lack(f"frame '{name}'") for name in _FRAMES if name not in language.frames)
    yield from (language.lack(f"modality '{one}'") for one in Modality if str(one) not in language.modals)
    yield from (language.lack(f"stance '{one}'") for one in Stance if str(one) not in language.stances)
    for shape in _LISTS:
        yield from _words_lacking(language, shape, "common.yaml")
    for field in fields_of(Term):
        if field.key != "modality" and field.key not in language.adds:
            yield language.lack(f"addition for '{field.key}'")
    for kind, shape_of_kind in kinds.items():
        file = f"{shape_of_kind.__module__.rpartition('.')[2].replace('_', '-')}.yaml"
        if kind not in language.clauses:
            yield language.lack(f"sentence for the kind '{kind}'", file)
            continue
        for field in fields_of(shape_of_kind):
            yield from _field_lacking(language, kind, field, file)


def _field_lacking(language: Language, kind: str, field: Field, file: str) -> Iterator[str]:
    clause = language.clauses[kind]
    within = {slot.key for template in clause.every() for slot in template.slots} | clause.adds.keys()
    if field.key not in {*within, *language.adds, "modality"}:
        yield language.lack(f"wording for '{field.key}' of the kind '{kind}'", file)
    domain = field.domain
    if isinstance(domain, Words) and field.key not in clause.words:
        yield from _words_lacking(language, domain.words, file)
    if isinstance(domain, Number) and f"units.{domain.unit}.other" not in language.phrases:
        yield language.lack(f"unit '{domain.unit}'")
    if isinstance(domain, Record):
        known = language.records.get(domain.shape.__name__, {})
        lead = domain.lead_field.domain
        leads = tuple(lead.words) if isinstance(lead, Words) else ("name",)
        for one in leads:
            if str(one) not in known:
                yield language.lack(f"wording for '{one}' of the record {domain.shape.__name__}")


def _words_lacking(language: Language, shape: type[Word], file: str) -> Iterator[str]:
    known = language.words.get(shape.__name__, {})
    for word in shape:
        if str(word) not in known:
            yield language.lack(f"wording for the word '{word}' of {shape.__name__}", file)
