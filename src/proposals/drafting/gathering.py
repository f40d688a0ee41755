"""Gathering what the points of a text say: what several of them say of one subject is one term."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import attrs

from proposals.drafting.drafts import DraftGap, DraftTerm, Value, plain_of
from proposals.drafting.stretches import meet
from proposals.errors import InvalidValueError
from proposals.fields.values import Plain
from proposals.strings import beginning
from proposals.terms.base import Term
from proposals.texts.points import Point

_SHOWN: Final = 80
"""How many characters a gap quotes of the words that it is about."""


class Untyped(NamedTuple):
    """A kind that a sentence speaks of, and why that makes no term.

    ``lacks`` says that only whom or what it is about was not found, which another sentence may say.
    """

    kind: str
    why: str
    lacks: bool = False


@attrs.define
class Gathered:
    """The terms and gaps of the points that were read so far.

    ``made`` makes a term of a kind from plain values, ``called`` says in words what each kind is about. ``untyped`` are
    the words of which no kind was recognised, by the place of their gap; ``deleted`` the numbers of the points that an
    editor says are taken out.
    """

    made: Callable[[Mapping[str, Plain], type[Term]], Term]
    called: Mapping[str, str]
    terms: list[DraftTerm] = attrs.field(factory=list)
    gaps: list[DraftGap] = attrs.field(factory=list)
    untyped: dict[int, str] = attrs.field(factory=dict)
    deleted: list[str] = attrs.field(factory=list)

    def gap(self, point: Point, what: str, nearest: Sequence[str] = ()) -> None:
        """Leave something of a point to a person."""
        self.gaps.append(DraftGap(point=point.label, what=what, nearest=tuple(nearest)))

    def unknown(self, point: Point, words: str) -> None:
        """Leave words of a point, of which no kind was recognised, to a person."""
        self.untyped[len(self.gaps)] = words
        what = f"no kind of term was recognised in “{beginning(words, _SHOWN)}”"
        self.gaps.append(DraftGap(point=point.label, what=what, unread=True))

    def excepted(self, point: Point, kind: str, words: str) -> None:
        """Leave to a person what a point excepts from a term, which the term does not say."""
        what = f"it speaks of {self.called[kind]}, but for what the term does not say: “{words}”"
        self.gap(point, what, (kind,))

    def conditional(self, point: Point, kind: str, words: str) -> None:
        """Leave to a person a condition of a term that no field of it says."""
        what = f"it speaks of {self.called[kind]}, under a condition that no field says: “{words}”"
        self.gap(point, what, (kind,))

    def lasting(self, point: Point, kind: str, words: str) -> None:
        """Leave to a person how long a term lasts, where no field of it says so."""
        what = f"it speaks of {self.called[kind]}, for a time that the term does not say: “{words}”"
        self.gap(point, what, (kind,))

    def reads(self, point: Point, begin: int, end: int) -> bool:
        """Whether a term of a point rests on words between two offsets."""
        terms = [one for one in self.terms if point.label in one.points]
        spans = [(one.start, one.end) for one in terms]
        spans += [(value.start, value.end) for one in terms for value in one.values if not value.inferred]
        return any(meet((begin, end), span) for span in spans)

    def knows(self, point: Point) -> bool:
        """Whether anything was gathered of a point."""
        return any(point.label in one.points for one in self.terms) or any(
            one.point == point.label for one in self.gaps
        )

    def has(self, point: Point, kind: str = "") -> bool:
        """Whether a point has a term, of a kind or of any."""
        return any(kind in {"", one.term.kind} and point.label in one.points for one in self.terms)

    def of(self, kind: str) -> list[DraftTerm]:
        """The terms of a kind."""
        return [one for one in self.terms if one.term.kind == kind]

    def only(self, point: Point) -> DraftTerm | None:
        """The one term of a point, or of the nearest around it that has any; ``None`` where there are several."""
        for label in (point.label, *reversed(point.above)):
            held = [one for one in self.terms if label in one.points]
            if held:
                return held[0] if len(held) == 1 else None
        return None

    def add(self, point: Point, one: DraftTerm | Untyped) -> None:
        """Add a term of a point; to one that speaks of the same already, its point and its further values."""
        if isinstance(one, Untyped):
            self.gap(point, one.why, (one.kind,))
            return
        keys = {claim.key for claim in one.term.claims}
        kind = one.term.kind
        rivals = (held for held in self.terms if not keys.isdisjoint(claim.key for claim in held.term.claims))
        other = next(rivals, None)
        if other is None:
            self.terms.append(attrs.evolve(one, points=(point.label,)))
        elif other.term.subject == one.term.subject:
            if one.term.if_ not in {None, other.term.if_}:
                what = f"it speaks of {self.called[kind]} again, now under a condition: “{one.term.if_}”"
                self.gap(point, what, (kind,))
                self.go_on(point, other, ())
            else:
                self.go_on(point, other, one.values)
        else:
            called, before = self.called[kind], other.points[0]
            what = f"it speaks of {called}, but only for some of the places or people that point {before} names"
            self.gap(point, what, (kind,))

    def leave(self, one: DraftTerm, gap: DraftGap) -> None:
        """Leave a term to a person, with a gap in its place."""
        self.terms.remove(one)
        self.gaps.append(gap)

    def go_on(self, point: Point, one: DraftTerm, further: Iterable[Value]) -> None:
        """Add to a term what a point says further of it; another value than the term has is a gap."""
        values, plain = [*one.values], plain_of(one.values)
        called = self.called[one.term.kind]
        for value in further:
            held = plain.get(value.key)
            if isinstance(held, list) and isinstance(value.plain, list):
                members: list[Plain] = [member for member in value.plain if member not in held]
                values += [attrs.evolve(value, plain=members)] if members else []
            elif held is None:
                values.append(value)
            elif held != value.plain:
                what = (
                    f"it says another thing of {called} than before, under '{value.key}': {value.plain} and not {held}"
                )
                self.gap(point, what, (one.term.kind,))
            plain = plain_of(values)
        try:
            term = self.made(plain, type(one.term)) if len(values) > len(one.values) else one.term
        except InvalidValueError as error:
            self.gap(point, f"it goes on about {called}, but {error}", (one.term.kind,))
            return
        points = tuple(dict.fromkeys((*one.points, point.label)))
        at = self.terms.index(one)
        self.terms[at] = attrs.evolve(one, term=term, points=points, values=tuple(values))
