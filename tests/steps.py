"""How many steps a regular expression takes on a text, by a plain backtracking matcher over the tree that ``re`` makes.

The matcher of Python tells nobody how often it steps back. This one takes the same steps, without its shortcuts.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

ONE = {op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN}
REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT}
LETTERS = string.ascii_letters + string.digits + string.punctuation + " \n\té’“–дא\u200e"
MANY = 40
"""A repeat that goes on for longer may be slow."""


def parsed(pattern: re.Pattern[Any]) -> Sequence[Any]:
    found: Sequence[Any] = _parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    return found


class Matcher:
    def __init__(self, pattern: re.Pattern[Any], text: str, most: int = 10**9) -> None:
        self.tree, self.flags, self.text, self.most, self.steps = parsed(pattern), pattern.flags, text, most, 0
        self.groups: dict[int, str] = {}

    def matches(self, start: int = 0) -> bool:
        return next(self._after(self.tree, start), None) is not None

    def searches(self) -> bool:
        return any(self.matches(start) for start in range(len(self.text) + 1))

    def _step(self) -> None:
        self.steps += 1
        if self.steps > self.most:
            raise OverflowError

    def _after(self, items: Sequence[Any], at: int) -> Iterator[int]:
        if not len(items):
            yield at
            return
        for end in self._one(*items[0], at):
            yield from self._after(items[1:], end)

    def _one(self, code: Any, given: Any, at: int) -> Iterator[int]:
        self._step()
        if code in ONE:
            if at < len(self.text) and self._is(code, given, self.text[at]):
                yield at + 1
        elif code in REPEATS:
            yield from self._repeated(given[2], given[0], given[1], at, greedy=code is op.MAX_REPEAT)
        elif code is op.BRANCH:
            for branch in given[1]:
                yield from self._after(branch, at)
        elif code in {op.SUBPATTERN, op.GROUPREF}:
            yield from self._grouped(code, given, at)
        elif self._holds(code, given, at):
            yield at

    def _grouped(self, code: Any, given: Any, at: int) -> Iterator[int]:
        if code is op.GROUPREF:
            if self.text.startswith(self.groups[given], at):
                yield at + len(self.groups[given])
            return
        for end in self._after(given[3], at):
            self.groups[given[0]] = self.text[at:end]
            yield end

    def _holds(self, code: Any, given: Any, at: int) -> bool:
        if code is op.AT:
            return self._stands(str(given), at)
        if code in {op.ASSERT, op.ASSERT_NOT}:
            return self._looks(*given, at) is (code is op.ASSERT)
        raise NotImplementedError(code)

    def _repeated(self, body: Any, least: int, most: int, at: int, *, greedy: bool) -> Iterator[int]:
        if len(body) == 1 and body[0][0] in ONE:
            ends = [at]
            while len(ends) <= most and next(self._one(*body[0], ends[-1]), None) is not None:
                ends.append(ends[-1] + 1)
            for end in reversed(ends[least:]) if greedy else ends[least:]:
                self._step()
                yield end
            return
        if not greedy and least <= 0:
            yield at
        if most > 0:
            for end in self._after(body, at):
                if end > at or least > 0:
                    yield from self._repeated(body, least - 1, most - 1, end, greedy=greedy)
        if greedy and least <= 0:
            yield at

    def _looks(self, way: int, body: Any, at: int) -> bool:
        if way > 0:
            return next(self._after(body, at), None) is not None
        start = at - body.getwidth()[0]
        return start >= 0 and any(end == at for end in self._after(body, start))

    def _stands(self, where: str, at: int) -> bool:
        last = len(self.text)
        words = [0 <= one < last and (self.text[one].isalnum() or self.text[one] == "_") for one in (at - 1, at)]
        lines = bool(self.flags & re.MULTILINE)
        begins = at == 0 or (lines and self.text[at - 1] == "\n")
        ends = at == last or (self.text[at] == "\n" and (lines or at == last - 1))
        return {
            "AT_BEGINNING": begins,
            "AT_BEGINNING_STRING": at == 0,
            "AT_END": ends,
            "AT_END_STRING": at == last,
            "AT_BOUNDARY": words[0] != words[1],
            "AT_NON_BOUNDARY": words[0] == words[1],
        }[where]

    def _is(self, code: Any, given: Any, letter: str) -> bool:
        forms = {letter, letter.lower(), letter.upper()} if self.flags & re.IGNORECASE else {letter}
        return any(is_one(code, given, form, every=bool(self.flags & re.DOTALL)) for form in forms)


def is_one(code: Any, given: Any, letter: str, *, every: bool = False) -> bool:
    """Whether a letter is what a part of a pattern for one letter asks for."""
    if code is op.IN:
        among = any(is_one(*one, letter) for one in given if one[0] is not op.NEGATE)
        return among is not (given[0][0] is op.NEGATE)
    if code is op.CATEGORY:
        sort = str(given)
        digit, blank = "DIGIT" in sort, "SPACE" in sort
        among = letter.isdigit() if digit else letter.isspace() if blank else letter.isalnum() or letter == "_"
        return among is not ("NOT" in sort)
    if code is op.RANGE:
        return bool(given[0] <= ord(letter) <= given[1])
    if code is op.ANY:
        return every or letter != "\n"
    return bool((ord(letter) == given) is (code is op.LITERAL))


def sample(tree: Any) -> str:
    """A short text that a pattern takes, as far as its parts tell."""
    found = []
    for code, given in tree:
        if code in ONE:
            found.append(next((one for one in LETTERS if is_one(code, given, one)), "x"))
        elif code in REPEATS:
            found.append(sample(given[2]) * given[0])
        elif code is op.BRANCH:
            found.append(sample(given[1][0]))
        elif code is op.SUBPATTERN:
            found.append(sample(given[3]))
    return "".join(found)


def repeats(tree: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """Each part that may be repeated at length: a text that leads to it, and one that it takes."""
    for number, (code, given) in enumerate(tree):
        lead = before + sample(tree[:number])
        bodies = {op.BRANCH: lambda one: one[1], op.SUBPATTERN: lambda one: [one[3]]}
        if code in REPEATS:
            if given[1] > MANY:
                yield lead, sample(given[2]) or "x"
            yield from repeats(given[2], lead)
        elif code in {op.ASSERT, op.ASSERT_NOT}:
            yield from repeats(given[1], lead)
        elif code in bodies:
            for body in bodies[code](given):
                yield from repeats(body, lead)


def growth(pattern: re.Pattern[Any], *, searching: bool, size: int = 60) -> float:
    """By how much the steps grow at most where what a part takes is there twice as often, and the end does not fit."""
    worst = 0.0
    for lead, body in dict.fromkeys(repeats(parsed(pattern))):
        for tail in ("\x00", "", "x", "\n"):
            counts = []
            for times in (size, 2 * size):
                matcher = Matcher(pattern, lead + body * (times // len(body) or 1) + tail, most=400_000)
                try:
                    matcher.searches() if searching else matcher.matches()
                except (OverflowError, RecursionError):
                    return float("inf")
                counts.append(matcher.steps)
            worst = max(worst, counts[1] / counts[0])
    return worst
