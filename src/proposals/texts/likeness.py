"""How much alike the points of two texts are, by the words that are rare in them (cosine of tf-idf)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt
from typing import Final, TypeAlias

import attrs

from proposals.values import Value

MOST_PAIRS: Final = 10_000
"""A word that more pairs of points share is too common to tell any of them apart."""

_WORD: Final = re.compile(r"\w+(?:[.,'’-]\w+)*")
_ENDING: Final = re.compile(r"(?:['’]s|(?<=\w{4})(?:ed|ing|es|e|d|s)|(?<=\w{3})s)$")

_Weights: TypeAlias = Mapping[str, float]


@attrs.frozen(eq=False, repr=False)
class Likeness(Value):
    """The weight of each word in each point of two texts: a rare word weighs more than a common one.

    Words are told by their stems; ``words`` has for each the first word of it that was met.
    """

    left: tuple[_Weights, ...]
    right: tuple[_Weights, ...]
    words: Mapping[str, str]

    @classmethod
    def of(cls, left: Sequence[str], right: Sequence[str]) -> Likeness:
        """Weigh the words of two lists of texts."""
        words: dict[str, str] = {}
        counted = [[Counter(_stems(text, words)) for text in texts] for texts in (left, right)]
        points = Counter(word for texts in counted for words in texts for word in words)
        whole = len(left) + len(right) + 1

        def weighed(words: Counter[str]) -> _Weights:
            held = {word: (1 + log(times)) * log(whole / points[word]) for word, times in words.items()}
            length = sqrt(sum(weight * weight for weight in held.values()))
            return {word: weight / length for word, weight in held.items()}

        return cls(tuple(map(weighed, counted[0])), tuple(map(weighed, counted[1])), words)

    def scores(self) -> Iterator[Mapping[int, float]]:
        """For each point on the left, how alike it is to each on the right with which it shares a word, from 0 to 1."""
        times = Counter(word for words in self.left for word in words)
        holding: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for other, words in enumerate(self.right):
            for word, weight in words.items():
                holding[word].append((other, weight))
        telling = {word: held for word, held in holding.items() if times[word] * len(held) <= MOST_PAIRS}
        for words in self.left:
            found: dict[int, float] = defaultdict(float)
            for word, weight in words.items():
                for other, theirs in telling.get(word, ()):
                    found[other] += weight * theirs
            yield found

    def shared(self, one: int, other: int, most: int) -> tuple[str, ...]:
        """The words that weigh most of what two points have in common."""
        ours, theirs = self.left[one], self.right[other]
        common = sorted((word for word in ours if word in theirs), key=lambda word: (-ours[word] * theirs[word], word))
        return tuple(self.words[word] for word in common[:most] if word)

    def mirrored(self) -> Likeness:
        """The sides exchanged."""
        return Likeness(self.right, self.left, self.words)


def share(part: _Weights, whole: Mapping[str, object]) -> float:
    """The share of a point's words, by their weight, that stand in ``whole``; from 0 to 1."""
    return sum(weight * weight for word, weight in part.items() if word in whole)


def _stems(text: str, words: dict[str, str]) -> Iterator[str]:
    """The stems of a text in small letters, which are added to ``words``; for a text without any the empty word."""
    for word in _WORD.findall(text.casefold()) or [""]:
        stem = _ENDING.sub("", word)
        words.setdefault(stem, word)
        yield stem
