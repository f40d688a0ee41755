"""Headings in words, ``Limit on Ukraine's armed forces``, from which the kind and the subject are read back.

The template of a heading is matched against the text. What cannot be said in words that lead back, or would be read as
something else, is named by its parts: ``Foreign forces: of the guard; in Gaza Strip``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

import attrs

from proposals.errors import InvalidValueError
from proposals.fields.declare import subject_fields
from proposals.fields.values import Code
from proposals.language.clauses import Clause
from proposals.language.escaping import escaped
from proposals.language.sentences import heading
from proposals.language.templates import Literal, Option, Parts, Slot
from proposals.reports.brackets.notation import read_subject, subject
from proposals.reports.brackets.wordbook import Meant, Wordbook
from proposals.strings import capital
from proposals.terms import Kinds
from proposals.terms.base import Term
from proposals.terms.claims import Subject

_Held: TypeAlias = Mapping[str, tuple[str, ...]]
"""The values of subject fields, by their keys."""
_SIGNS: Final = ("; ", " — ")
"""What ends a heading in words."""
_STEMS: Final = "{stems}"


@attrs.frozen(eq=False)
class Headings:
    """Writes and reads headings of kinds, with the words of a wordbook."""

    words: Wordbook
    kinds: Kinds

    def written(self, shape: type[Term], held: Subject) -> str:
        """A kind with a subject, in words if these lead back."""
        shown = heading(shape, held, self.words.lookup)
        safe = escaped(shown) == shown and not any(sign in shown for sign in _SIGNS)
        if safe and self._in_words(shown) == (shape, held):
            return shown
        return f"{_called(shape.kind)}: {subject(shape, held, self.words)}"

    def read(self, parts: list[str]) -> tuple[type[Term], Subject, list[str]]:
        """The kind, the subject and the further parts of what was written, split at its semicolons.

        Raises :class:`InvalidValueError` where it is no heading.
        """
        found = self._in_words(parts[0])
        if found:
            return *found, parts[1:]
        called, colon, first = parts[0].partition(": ")
        shape = {_called(kind): held for kind, held in self.kinds.items()}.get(called)
        if shape is None:
            raise InvalidValueError(f"'{called if colon else parts[0]}' is not a kind of term")
        count = len(subject_fields(shape))
        return shape, read_subject(shape, [first, *parts[1:count]], self.words), parts[count:]

    def _in_words(self, text: str) -> tuple[type[Term], Subject] | None:
        """The one kind and subject that have this heading; ``None`` where there is none, or several are."""
        found = {one for shape in self.kinds.values() for one in self._subjects(shape, text)}
        return found.pop() if len(found) == 1 else None

    def _subjects(self, shape: type[Term], text: str) -> Iterator[tuple[type[Term], Subject]]:
        clause = self.words.language.clauses.get(shape.kind)
        if clause is None or not all(one.text in text for one in clause.heading.parts[1:] if isinstance(one, Literal)):
            return
        for begun in dict.fromkeys((text, text[:1].lower() + text[1:])):
            for end, held in _Match(self.words, shape, clause, begun).parts(clause.heading.parts, 0):
                wanted = tuple(held.get(field.key, ()) for field in subject_fields(shape))
                if end == len(text) and all(wanted) and heading(shape, wanted, self.words.lookup) == text:
                    yield shape, wanted


def _called(kind: str) -> str:
    return capital(kind.replace("-", " "))


@attrs.frozen(eq=False)
class _Match:
    """A text as the heading of one kind."""

    words: Wordbook
    shape: type[Term]
    clause: Clause
    text: str

    def parts(self, wanted: Parts, at: int) -> Iterator[tuple[int, _Held]]:
        """Up to where a text from here on is that of these parts, and what stands in their places."""
        if not wanted:
            yield at, {}
            return
        first, rest = wanted[0], wanted[1:]
        for end, held in self._part(first, at):
            yield from ((last, {**held, **further}) for last, further in self.parts(rest, end))

    def _part(self, part: Slot | Literal | Option, at: int) -> Iterator[tuple[int, _Held]]:
        if isinstance(part, Literal):
            if self.text.startswith(part.text, at):
                yield at + len(part.text), {}
        elif isinstance(part, Option):
            for choice in part.choices:
                yield from self.parts(choice, at)
        else:
            yield from ((end, {part.key: held}) for end, held in self._list(self._names(part), at))

    def _names(self, slot: Slot) -> Mapping[str, Meant]:
        """What each name of a slot means, and under each name that several have together their stems."""
        field = next(field for field in subject_fields(self.shape) if field.key == slot.key)
        names = self.words.table(field, slot.form, self.clause.words.get(slot.key))
        return {"": names} if not isinstance(field.domain, Code) else {"": names, **self.words.groups(slot.form)}

    def _list(self, names: Mapping[str, Meant], at: int) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Up to where names stand here as the language lists several, and what they mean; of each end the first."""
        grammar = self.words.language.grammar
        waiting: list[tuple[int, tuple[str, ...]]] = [(at, ())]
        ends = set[int]()
        while waiting:
            begin, before = waiting.pop()
            for end, found in self._names_at(names, begin):
                if end in ends:
                    continue
                ends.add(end)
                yield end, (*before, *found)
                signs = (grammar.between, grammar.last)
                waiting += [(end + len(sign), (*before, *found)) for sign in signs if self.text.startswith(sign, end)]

    def _names_at(self, names: Mapping[str, Meant], at: int) -> Iterator[tuple[int, tuple[str, ...]]]:
        yield from ((at + len(shown), (one,)) for shown, one in names[""].standing(self.text, at))
        for group, stems in names.items():
            before, _, after = group.partition(_STEMS)
            if group and self.text.startswith(before, at):
                for end, held in self._list({"": stems}, at + len(before)):
                    if self.text.startswith(after, end):
                        yield end + len(after), held
