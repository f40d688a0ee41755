"""What a document answers to a question, in a line or two: main clauses, with the fields in which it differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from proposals.fields.declare import compared_fields
from proposals.language.names import Lookup
from proposals.language.phrases import Phrase, Role, Run, phrase
from proposals.language.sentences import Clauses, in_brief
from proposals.negotiation.brief import BriefRow, Said
from proposals.terms.base import Term
from proposals.vocabulary import Absence

ROOM: Final = 170
"""How many characters an answer takes at most, if its first main clause has no more: two lines of 85."""

DISPUTED: Final = "†"
"""The mark of a sentence that rests on a value which sources dispute."""

_COMMON: Final = frozenset(field.key for field in compared_fields(Term))
"""The fields that every kind has."""


class _Sentence(NamedTuple):
    text: str
    points: tuple[str, ...]
    disputed: bool
    left_out: int

    @property
    def size(self) -> int:
        return len(self.text) + sum(len(point) + 2 for point in self.points) + 3 + 20 * bool(self.left_out)


def answer(row: BriefRow, document: int, lookup: Lookup, *, room: int = ROOM) -> Phrase:
    """What a document says to the question of a row, with points, † for what is disputed, and a count of the rest.

    Where it does not answer, it is the word for its silence, and what is not established of it on the question.
    """
    absent = row.absences[document]
    if absent is not None:
        unsettled = " ".join(lookup.language.fill("brief.gap", what=gap.what) for gap in row.gaps[document])
        # Where only one answers, the other's silence goes without saying; what a source has on it does not.
        role = Role.FAINT if absent is Absence.LEFT_OUT or unsettled else Role.ABSENT
        return phrase(Run(" ".join(filter(None, (lookup.language.word(absent, "sentence"), unsettled))), role))
    sentences = [*_sentences(row.telling(document), lookup, room)]
    if not sentences:
        return phrase(Run(lookup.language.phrase("brief.nothing further"), Role.ABSENT))
    shown = 1
    while shown < len(sentences) and sum(one.size for one in sentences[: shown + 1]) <= room:
        shown += 1
    parts = [part for one in sentences[:shown] for part in (" ", *_marked(one))][1:]
    fields = sum(one.left_out for one in sentences[:shown])
    for count, phrases in ((fields, "brief.fields"), (len(sentences) - shown, "brief.terms")):
        if count:
            parts += [Run(f" {lookup.language.counted(phrases, str(count))}", Role.FAINT)]
    return phrase(*parts)


def _marked(one: _Sentence) -> Iterator[str | Run]:
    yield one.text
    if one.points:
        yield Run(f" [{', '.join(one.points)}]", Role.FAINT)
    if one.disputed:
        yield f" {DISPUTED}"


def _sentences(said: Sequence[Said], lookup: Lookup, room: int) -> Iterator[_Sentence]:
    """The sentences of all that is said; the deletions of what another document says are one, which comes first."""
    deleted = [one for one in said if one.position.deletes and one.position.points_at]
    if deleted:
        points = dict.fromkeys(point for one in deleted for point in one.position.points)
        yield _Sentence(lookup.language.phrase("brief.deletes"), tuple(points), disputed=False, left_out=0)
    for one in said:
        if one not in deleted:
            for term in one.position.terms:
                yield _sentence(term, one.keys, lookup, room)


def _sentence(term: Term, keys: frozenset[str], lookup: Lookup, room: int) -> _Sentence:
    """The main clause with what differs, as much of it as there is room for, the first fields before the others.

    A main clause that leaves no room for it is said without its other fields. Where nothing of another document is
    beside it, what it states adds to it, as far as that fits in one line.
    """
    fields = compared_fields(type(term))
    every = [one.key for one in fields if getattr(term, one.name) is not None or one.key in term.left_out]
    differing = [key for key in every if key in keys]
    common = _COMMON if not differing else ()
    adding = [key for key in differing or every if key not in common]
    limit = room if differing else room // 2
    found = _fitting(term, adding, lookup, limit, alone=False)
    crowded = len(in_brief(term, lookup, ()).text) > room // 2
    if differing and crowded and not found.keys.issuperset(adding):
        found = max(found, _fitting(term, adding, lookup, limit, alone=True), key=lambda one: _told(one, adding))
    left_out = len(adding) - _told(found, adding) if differing else 0
    return _Sentence(found.text, term.points, disputed=_disputed(term, found), left_out=left_out)


def _told(said: Clauses, keys: Sequence[str]) -> int:
    """How many of the fields are in it."""
    return sum(key in said.keys for key in keys)


def _fitting(term: Term, adding: Sequence[str], lookup: Lookup, room: int, *, alone: bool) -> Clauses:
    """The main clause with as many of the fields as there is room for, in order; else with the shortest."""
    whole = in_brief(term, lookup, adding, alone=alone)
    if len(whole.text) <= room:
        return whole
    kept: list[str] = []
    tried: list[Clauses] = []
    for key in adding:
        tried.append(in_brief(term, lookup, [*kept, key], alone=alone))
        if len(tried[-1].text) <= room:
            kept.append(key)
    if kept or not tried:
        return in_brief(term, lookup, kept, alone=alone)
    return min(tried, key=lambda one: len(one.text))


def _disputed(term: Term, said: Clauses) -> bool:
    return any(one.field is None or one.field in said.keys for one in term.disputes)
