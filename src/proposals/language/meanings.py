"""What every name of the library means: kinds, fields, words, rules, places, actors, events, sources and documents.

A name may have several meanings: *line* is a field and a list of words, *status* a field, a key, a word and a list.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Sequence
from typing import Final

from proposals.comparison.questions import OTHER_MATTERS
from proposals.comparison.rules import RULES, Meeting, Rule, State, possible_meetings
from proposals.comparison.verdicts import QUESTION_RULES, TOPIC_RULES, Share
from proposals.documents.progress import Progress
from proposals.documents.questions import AskedOf, Question, alternatives_of, answering_of
from proposals.fields import scales
from proposals.fields.changes import Lack, Way
from proposals.fields.declare import Field, Record, compared_fields, fields_of, subject_fields
from proposals.fields.numbers import Number
from proposals.fields.scales import Scale
from proposals.fields.values import Code, Domain, Words
from proposals.files.citing import CITATION, DISPUTE, SOURCE
from proposals.files.proposals import GAP, HEAD, LINEAGE, STRUCK
from proposals.files.questions import QUESTION_ENTRIES
from proposals.files.registers import ACTOR_ENTRIES, EVENT_ENTRIES, PLACE_ENTRIES
from proposals.files.samples import sample
from proposals.files.terms import COMMON
from proposals.language.meaning import Meaning, facts_of
from proposals.language.names import Lookup
from proposals.language.questions import question_words
from proposals.language.registered import registered
from proposals.measures.burdens import Duty
from proposals.measures.convergence import Mover
from proposals.measures.estimate import Missing
from proposals.measures.movement import Happening, Held
from proposals.measures.weighing import Weight
from proposals.negotiation.four_columns import Toward
from proposals.negotiation.matrix import RowVerdict
from proposals.negotiation.source_table import Treatment
from proposals.terms.base import Term
from proposals.texts.pairing import Fate
from proposals.vocabulary import (
    Absence,
    Certainty,
    Coverage,
    Credibility,
    Direction,
    EventKind,
    Form,
    Link,
    PageKind,
    Relation,
    Reliability,
    Stance,
    Status,
    Topics,
    Verdict,
)
from proposals.words import Word
from proposals.world.actors import ActorKind, ActorNumber
from proposals.world.places import PlaceKind

_CODES: Final = {"actor": "an actor", "place": "a place", "either": "an actor or a place"}

_LISTS: Final[tuple[type[Word], ...]] = (
    *(Form, Status, Coverage, Link, Stance, EventKind, PlaceKind, ActorKind, ActorNumber),
    *(PageKind, Reliability, Credibility, Certainty),
    *(Relation, Absence, Meeting, Direction, Verdict, Share, AskedOf, Way, Lack),
    *(RowVerdict, Missing, Duty, Weight, Happening, Held, Mover, Progress, Toward, Treatment, Fate),
)
"""The closed lists of words that no field of a term takes."""


def takes(domain: Domain) -> str:
    """What one value of a domain is, in words: *a place*, *a word of Modality*, *a number of persons*."""
    if isinstance(domain, Words) and domain.words is Topics:
        return "a topic"
    if isinstance(domain, Words):
        return f"a word of {domain.words.__name__}"
    if isinstance(domain, Code):
        return _CODES[domain.of]
    if isinstance(domain, Record):
        return f"a record, {domain.shape.__name__}"
    return f"{domain.noun} of {domain.unit}" if isinstance(domain, Number) else domain.noun


def every_meaning(lookup: Lookup) -> Iterator[Meaning]:
    """All meanings of all names in a library, sort by sort."""
    library = lookup.library
    kinds = tuple(library.kinds.values())
    yield from (_kind(kind, lookup) for kind in kinds)
    yield from _fields(kinds)
    yield from _keys()
    for words in _word_lists(kinds):
        yield from _words(words, kinds)
    for rule in RULES:
        shows = "; ".join(f"{one}: {one.definition}" for one in Meeting if one in rule.meetings - {Meeting.NONE})
        relation = f"{rule.relation}: {rule.relation.definition}"
        facts = facts_of({"relation": relation, "applies to": applies_to(rule), "if it shows": shows})
        yield Meaning(sort="rule", name=rule.id, definition=rule.sentence, facts=facts)
    for one in (*QUESTION_RULES, *TOPIC_RULES):
        facts = facts_of({"verdict": f"{one.verdict}: {one.verdict.definition}"})
        yield Meaning(sort="rule", name=one.id, definition=one.sentence, facts=facts)
    yield from (_question(question, lookup) for question in library.questions.values())
    for _, shape in inspect.getmembers(scales, inspect.isclass):
        if issubclass(shape, Scale) and shape is not Scale:
            yield Meaning(sort="scale", name=shape.name, definition=_prose(shape))
    yield from registered(library)
    for entry in library.glossary:
        facts = facts_of({"rests on": "; ".join(entry.sources), "see also": ", ".join(entry.see)})
        yield Meaning(sort="glossary entry", name=entry.word, definition=entry.definition, facts=facts)


_FEW: Final = 12
"""So many pairs of stances are listed; of more the first three."""


def applies_to(rule: Rule) -> str:
    """The pairs of stances that have a rule, whichever document is on the left: ``proposes with rejects``."""
    pairs = sorted(
        " with ".join(sorted({str(one), str(other)})) if one is not other else f"{one} on both sides"
        for one, other in map(_two, rule.pairs)
        if not rule.meetings.isdisjoint(possible_meetings(one, other))
    )
    return "; ".join(pairs) if len(pairs) <= _FEW else f"{len(pairs)} pairs, among them {'; '.join(pairs[:3])}"


def _two(pair: frozenset[State]) -> tuple[State, State]:
    one, *others = pair
    return one, others[0] if others else one


def _kind(kind: type[Term], lookup: Lookup) -> Meaning:
    common = compared_fields(Term)
    own = (*subject_fields(kind), *(field for field in compared_fields(kind) if field not in common))
    answers = question_words(kind.asked.question if kind.asked else OTHER_MATTERS, (), lookup)
    told = ((field.key, f"{field.definition} Takes {_takes(field)}.") for field in own)
    facts = (("topic", str(kind.topic)), ("answers", answers), *told)
    return Meaning(
        sort="kind", name=kind.kind, definition=_prose(kind), facts=facts, example=sample(kind, lookup.world)
    )


def _question(question: Question, lookup: Lookup) -> Meaning:
    """A question with what it is asked of, and the kinds and fields that answer it."""
    facts = {
        "topic": str(question.topic),
        "asked of": f"{question.of}: {question.of.definition}",
        "answered by": ", ".join(answering_of(question.id, lookup.library.kinds)),
        "alternatives": ", ".join(alternatives_of(question.id, lookup.library.kinds)),
        "note": question.note,
    }
    words = question_words(question.id, (), lookup)
    return Meaning(sort="question", name=question.id, definition=words, facts=facts_of(facts))


def _takes(field: Field) -> str:
    return f"{'a list: ' if field.many else ''}{takes(field.domain)}"


def _fields(kinds: Sequence[type[Term]]) -> Iterator[Meaning]:
    """Every field of a term or a record, once for each definition, with those that have it."""
    common = compared_fields(Term)
    found: dict[tuple[str, str, str], list[str]] = {}
    for kind in kinds:
        for field in fields_of(kind):
            owner = "all kinds" if field in common else kind.kind
            found.setdefault((field.key, field.definition, _takes(field)), []).append(owner)
    for record in _records(kinds):
        for field in fields_of(record):
            found.setdefault((field.key, field.definition, _takes(field)), []).append(record.__name__)
    for (key, definition, taken), owners in found.items():
        facts = (("field of", ", ".join(dict.fromkeys(owners))), ("takes", taken))
        yield Meaning(sort="field", name=key, definition=definition, facts=facts)


def _records(kinds: Sequence[type[Term]]) -> tuple[type[object], ...]:
    fields = (field for kind in kinds for field in fields_of(kind))
    return tuple(dict.fromkeys(field.domain.shape for field in fields if isinstance(field.domain, Record)))


def _keys() -> Iterator[Meaning]:
    """The keys of a file that are no fields of terms."""
    for owner, entries in (
        ("a document", HEAD),
        ("a term", COMMON),
        ("a source", SOURCE),
        ("a citation", CITATION),
        ("a dispute", DISPUTE),
        ("a step of lineage", LINEAGE),
        ("a deletion", STRUCK),
        ("a gap", GAP),
        ("a place", PLACE_ENTRIES),
        ("an actor", ACTOR_ENTRIES),
        ("an event", EVENT_ENTRIES),
        ("a question", QUESTION_ENTRIES),
    ):
        for key, entry in entries.items():
            facts = facts_of({"key of": owner, "takes": takes(entry.domain) if entry.domain else ""})
            yield Meaning(sort="key", name=key, definition=entry.definition, facts=facts)


def _word_lists(kinds: Sequence[type[Term]]) -> tuple[type[Word], ...]:
    """Every closed list: those that fields of terms and of records take first."""
    fields = [field for shape in (*kinds, *_records(kinds)) for field in fields_of(shape)]
    taken = [one.domain.words for one in fields if isinstance(one.domain, Words)]
    filed = dict.fromkeys(type(kind.topic) for kind in kinds)
    return tuple(one for one in dict.fromkeys((*taken, *_LISTS, *filed)) if one is not Topics)


def _words(words: type[Word], kinds: Sequence[type[Term]]) -> Iterator[Meaning]:
    """The list itself, then each of its words."""
    title = re.sub("(?<=[a-z])(?=[A-Z])", " ", words.__name__)
    held = tuple((str(word), word.definition) for word in words)
    yield Meaning(sort="list", name=title, definition=_prose(words), facts=held, spellings=(words.__name__,))
    for word in words:
        filed = ", ".join(kind.kind for kind in kinds if word == kind.topic)
        facts = (("word of", title), *facts_of({"kinds": filed}))
        yield Meaning(sort="word", name=str(word), definition=word.definition, facts=facts)


def _prose(shape: type[object]) -> str:
    """The docstring as one paragraph of plain text."""
    text = re.sub(r":\w+:`~?(?:\w+\.)*(\w+)`", r"\1", inspect.getdoc(shape) or "")
    return " ".join(text.replace("``", "'").replace("*", "").split())
