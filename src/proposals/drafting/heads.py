"""What a text says of itself around its points: title, date, who made it, between whom, where it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from proposals.drafting.cues import CueSet
from proposals.drafting.drafts import Value
from proposals.drafting.mentions import Lexicon, Mention, joined, runs
from proposals.drafting.moments import date_in
from proposals.drafting.patterns import Cues, found
from proposals.fields.values import Plain
from proposals.texts.pieces import paragraphs_of
from proposals.texts.points import Split
from proposals.world.actors import ActorKind

TITLE: Final = "title"
SIDES: Final = "sides"
HOME: Final = "home"
_LONGEST: Final = 150
"""The most characters of a title."""
_LAST: Final = 2
"""How many of the last paragraphs may say when and by whom a text was made."""
_TWO: Final = 2
_DATE: Final = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? [^\W\d_]{3,9},? \d{4}|[^\W\d_]{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|[^\W\d_]{3,9} \d{4})\b"
)
_URL: Final = re.compile(r"https?://[^\s<>()\"”]+[^\s<>()\"”.,;:]")
_STATE: Final = str(ActorKind.STATE)
_PARTIES: Final = frozenset(map(str, (ActorKind.STATE, ActorKind.GROUP, ActorKind.BODY)))


@attrs.frozen
class Head:
    """Reads what a text says of itself, by the ``cues`` of a language and the names of a lexicon.

    ``months`` are the numbers of the months by their names in small letters.
    """

    cues: CueSet
    lexicon: Lexicon
    months: Mapping[str, int]

    def values(self, split: Split) -> tuple[Value, ...]:
        """What is stated, each once, by the keys of files.

        Under :data:`SIDES` is between whom the text is, under :data:`HOME` the one country that it is about.
        """
        lines = [*_around(split)]
        before = [line for line in lines if line[0] < _first(split)]
        stated = [*self._title(before), *self._published(lines)]
        for at, text in lines:
            stated += [*self._dates(at, text), *self._authors(at, text)]
        for at, text in before:
            stated += self._sides(at, text)
        stated += self._home(before)
        by_key: dict[str, Value] = {}
        for one in stated:
            by_key.setdefault(one.key, one)
        several = {one.plain for one in stated if one.key == "date" and isinstance(one.plain, str)}
        return tuple(one for key, one in by_key.items() if key != "date" or len(several) == 1)

    def _title(self, lines: Sequence[tuple[int, str]]) -> Iterator[Value]:
        """The first line that is called a plan, a treaty or the like, and of which form that makes it."""
        for at, text in lines:
            forms = [(match, form) for form, cues in self.cues.head.forms.items() for match in found(cues, text)]
            if forms and len(text) <= _LONGEST and text[-1] not in ".;,":
                yield Value(key=TITLE, plain=text, start=at, end=at + len(text))
                match, form = min(forms, key=lambda one: (one[0].start(), -one[0].end()))
                yield Value(key="form", plain=form, start=at + match.start(), end=at + match.end())
                return

    def _dates(self, at: int, text: str) -> Iterator[Value]:
        for match in _DATE.finditer(text):
            date = date_in(match[0], self.months)
            if date:
                yield Value(key="date", plain=date, start=at + match.start(), end=at + match.end())

    def _authors(self, at: int, text: str) -> Iterator[Value]:
        behind = self._behind(self.cues.head.authors, text)
        if behind:
            yield Value(key="authors", plain=_actors(behind), start=at + behind[0].start, end=at + behind[-1].end)

    def _sides(self, at: int, text: str) -> Iterator[Value]:
        behind = self._behind(self.cues.head.between, text)
        if len(_actors(behind)) == _TWO and all(one.actor_kind in _PARTIES for one in behind):
            yield Value(key=SIDES, plain=_actors(behind), start=at + behind[0].start, end=at + behind[-1].end)

    def _home(self, lines: Sequence[tuple[int, str]]) -> Iterator[Value]:
        """The only state named before the points, *A peace plan for Ukraine*, if not as one side of the text."""
        named = [(at, one) for at, text in lines for one in self.lexicon.mentions(text) if one.actor_kind == _STATE]
        between = any(self._behind(self.cues.head.between, text) for _, text in lines)
        if len({one.actor for _, one in named}) == 1 and not between:
            at, one = named[0]
            yield Value(key=HOME, plain=one.actor, start=at + one.start, end=at + one.end)

    def _behind(self, cues: Cues, text: str) -> tuple[Mention, ...]:
        """The list of actors that stands right behind one of the cues; empty for none."""
        ends = [match.end() for match in found(cues, text)]
        mentions = [one for one in self.lexicon.mentions(text) if one.actor] if ends else []
        lists = runs(mentions, text, (*self.cues.joins, *self.cues.articles))

        def follows(run: Sequence[Mention]) -> bool:
            apart = (text[end : run[0].start] for end in ends if end <= run[0].start)
            return any(joined(words, self.cues.articles) for words in apart)

        return next((run for run in lists if follows(run)), ())

    def _published(self, lines: Sequence[tuple[int, str]]) -> Iterator[Value]:
        for at, text in lines:
            for match in _URL.finditer(text):
                yield Value(key="url", plain=match[0], start=at + match.start(), end=at + match.end())
            for match in found(self.cues.head.publishers, text):
                name = re.match(r":?\s*([^,.;()]{2,60})", text[match.end() :])
                if name:
                    start = at + match.end() + name.start(1)
                    yield Value(key="publisher", plain=name[1].strip(), start=start, end=start + len(name[1].strip()))


def _actors(mentions: Sequence[Mention]) -> list[Plain]:
    return [*dict.fromkeys(one.actor for one in mentions)]


def _first(split: Split) -> int:
    """Where the first point begins."""
    starts = (at for point in split.points for at, _ in point.paragraphs)
    return next(starts, 0)


def _around(split: Split) -> Iterator[tuple[int, str]]:
    """The paragraphs before the points and the last ones of the text, each with its offset."""
    first = _first(split)
    last = len(split.text.paragraphs) - _LAST
    for place, one in enumerate(paragraphs_of(split.text)):
        if one.start + len(one.text) < first or place >= last:
            yield one.start, one.text
