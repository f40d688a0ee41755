"""What a language lacks: each missing entry in a sentence that says where to add it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proposals.documents.progress import Progress
from proposals.errors import InvalidValueError
from proposals.fields.changes import Lack
from proposals.fields.declare import Field, Record, fields_of
from proposals.fields.numbers import Number
from proposals.fields.values import Words
from proposals.language.tables import OTHER, Language
from proposals.measures.burdens import Duty
from proposals.measures.movement import Happening, Held
from proposals.measures.weighing import Weight
from proposals.negotiation.four_columns import Toward
from proposals.negotiation.matrix import RowVerdict
from proposals.negotiation.source_table import Treatment
from proposals.terms import Kinds
from proposals.terms.base import Term
from proposals.vocabulary import (
    Absence,
    Certainty,
    Coverage,
    Direction,
    EventKind,
    Form,
    Link,
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
_LIKE: Final[tuple[type[Word], ...]] = (
    Duty, EventKind, Happening, Held, Link, Progress, RowVerdict, Toward, Treatment, Weight,
)  # fmt: skip
"""The lists whose words need no entry in English, where they are said as they are written."""
_DEFINED: Final[tuple[type[Word], ...]] = (Coverage, Form, Relation, RowVerdict, Status, Topic, Verdict)
"""The lists whose words are shown with their definitions."""
_FRAMES: Final = (
    "variant",
    "further",
    "left out",
    "deleted in part",
    "unknown kind in a heading",
    "unknown kind",
    "unknown field",
)
_COUNTED: Final = (
    *(f"spans.{unit}" for unit in ("day", "week", "month", "year")),
    *(f"changes.{change}" for change in ("up", "down", "later", "earlier", "points")),
)
_PHRASES: Final = (
    "numbers.thousands", "numbers.decimal", *(f"numbers.{size}.other" for size in (10**6, 10**9, 10**12)),
    *(f"dates.months.{month}" for month in range(12)),
    "dates.day", "dates.month", "dates.year", "dates.approximate", "dates.uncertain",
    "dates.approximate and uncertain", "dates.interval", "dates.days of a month", "dates.early", "dates.middle",
    "dates.late", "dates.to", "dates.from",
    "spans.of", "spans.from", "spans.after", "spans.before",
    "changes.stronger", "changes.weaker", "changes.not comparable", "changes.higher", "changes.lower",
    "changes.neither higher", "changes.order unknown", "changes.later event", "changes.earlier event",
    "changes.another event", "changes.renewable added", "changes.renewable dropped",
    *(f"{name}.other" for name in _COUNTED),
)  # fmt: skip


def require(language: Language, kinds: Kinds, like: Language | None = None) -> None:
    """Refuse a language that lacks an entry for these kinds.

    Args:
        language: The language.
        kinds: The kinds of term, by the word that files write.
        like: A language whose every phrase it is to have as well; ``None`` for none.

    Raises:
        InvalidValueError: Entries are missing; the message has all of them.
    """
    lacks = [*lacking(language, kinds, like)]
    if lacks:
        raise InvalidValueError("\n".join(lacks))


def lacking(language: Language, kinds: Kinds, like: Language | None = None) -> Iterator[str]:
    """Each entry that the language lacks for these kinds, those for all kinds first.

    Args:
        language: The language.
        kinds: The kinds of term, by the word that files write.
        like: A language whose every phrase it is to have as well, with a word for each that is said in it as it is
            written; ``None`` for none. It may tell fewer numbers apart, and fewer kinds in which a field is called
            otherwise.

    Returns:
        A sentence for each.
    """
    wanted = dict.fromkeys((*_PHRASES, *(like.phrases if like else ())))
    yield from (language.lack(f"phrase '{name}'") for name in wanted if not _has(language, name))
    yield from (language.lack(f"frame '{name}'") for name in _FRAMES if name not in language.frames)
    yield from (language.lack(f"modality '{one}'") for one in Modality if str(one) not in language.modals)
    yield from (language.lack(f"stance '{one}'") for one in Stance if str(one) not in language.stances)
    translated = like is not None and like.code != language.code
    for shape in (*_LISTS, *(_LIKE if translated else ())):
        yield from _words_lacking(language, shape, "common.yaml")
    for shape in _DEFINED if translated else ():
        for word in shape:
            if language.defined(word) == word.definition:
                yield language.lack(f"definition of the word '{word}' of {shape.__name__}")
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


def _has(language: Language, phrase: str) -> bool:
    section, _, rest = phrase.partition(".")
    label = f"{section}.{rest.partition('.')[0]}"
    usual = (label, f"{label}.{OTHER}") if section == "labels" else (f"{phrase.rpartition('.')[0]}.{OTHER}",)
    numbered = section == "labels" or phrase.endswith(".one")
    return phrase in language.phrases or (numbered and any(one in language.phrases for one in usual))


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
