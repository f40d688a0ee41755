"""What differs inside two values: word by word in texts, path by path in structures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import Match, SequenceMatcher
from itertools import accumulate

from proposals.fields.changes import PathChange, Redline, Span
from proposals.fields.values import Plain

_MEMBER = "\0"
"""What marks a member of a list among the keys of mappings."""
_STEPS = 50_000
_STEPS_A_WORD = 200
"""How many pairs of equal words a redline looks at, in all and for each word, so that no text can hold it up."""


def paths_between(left: Plain, right: Plain) -> tuple[PathChange, ...]:
    """Where two plain values differ, by path; asked of deepdiff, which is imported only here.

    The order of a list does not count: a member of one that the other has not is told at the path of the list.
    """
    from deepdiff import DeepDiff  # noqa: PLC0415 -- slow to import, and equal values never come here

    found = DeepDiff(_keyed(left), _keyed(right), view="tree", threshold_to_diff_deeper=0, verbose_level=2)
    told = {
        tuple(map(str, level.path(output_format="list"))): tuple(
            None if held.__class__.__name__ == "NotPresent" else _unkeyed(held) for held in (level.t1, level.t2)
        )
        for levels in found.values()
        for level in levels
    }
    return tuple(
        PathChange(".".join(step for step in steps if not step.startswith(_MEMBER)), *told[steps])
        for steps in sorted(told)
    )


def _keyed(plain: Plain) -> Plain:
    if isinstance(plain, list):
        return {f"{_MEMBER}{item}": item for item in plain}
    return {key: _keyed(value) for key, value in plain.items()} if isinstance(plain, dict) else plain


def _unkeyed(plain: Plain) -> Plain:
    """The plain value again that :func:`_keyed` was given."""
    if not isinstance(plain, dict):
        return plain
    if any(key.startswith(_MEMBER) for key in plain):
        return [*plain.values()]
    return {key: _unkeyed(value) for key, value in plain.items()}


def redline(left: str, right: str) -> Redline:
    """Two texts word by word. Blanks between words do not count; exchanging the texts mirrors the spans.

    Texts of thousands of words that repeat the same few are told as one replaced by the other.
    """
    old, new = re.findall(r"\S+", left), re.findall(r"\S+", right)
    return Redline(tuple(Span(" ".join(old[one]), " ".join(new[other])) for one, other in stretches(old, new)))


def stretches(old: Sequence[str], new: Sequence[str]) -> list[tuple[slice, slice]]:
    """How two texts of words run on together: the stretches that are equal in both or not, in order.

    Exchanging the texts exchanges the sides of each stretch.
    """
    if [*old] > [*new]:  # the matcher does not treat its two texts alike
        return [(one, other) for other, one in stretches(new, old)]
    try:
        codes = _Matcher(old, new).get_opcodes()
    except _TooLongError:
        codes = [("replace", 0, len(old), 0, len(new))]
    return [(slice(a, b), slice(c, d)) for _, a, b, c, d in codes]


class _TooLongError(Exception):
    """A redline would take more steps than it may."""


class _Matcher(SequenceMatcher[str]):
    """Finds what two texts have in common, and gives up after so many steps.

    Words that stand often make each search long and the searches many, so that the steps grow with the cube.
    """

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__(None, old, new, autojunk=False)
        times = Counter(new)
        self.pairs = [0, *accumulate(times[word] for word in old)]
        self.steps = _STEPS + _STEPS_A_WORD * (len(old) + len(new))

    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Match:
        """The longest match in these ranges. Raises :class:`_TooLongError` when the steps are used up."""
        self.steps -= self.pairs[ahi] - self.pairs[alo] if ahi is not None else 0
        if self.steps < 0:
            raise _TooLongError
        return super().find_longest_match(alo, ahi, blo, bhi)
