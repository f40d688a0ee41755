"""Milestones: the events that a deadline may hang on, such as signature, with what is certain of their order.

A milestone has no date; what has happened on a date is an event of the timeline. One that a document declares for
itself means what that document says, so that two documents' own are one only where their declarations are alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from hashlib import blake2b

import attrs

from proposals.errors import InvalidValueError
from proposals.strings import folded
from proposals.validation import Validated
from proposals.values import OneLine

_ARTICLE = re.compile(r"^(?:the|an?) (?=.)")


def loosely(words: str) -> str:
    """An event's words as they are looked up: folded, and without an article before them."""
    return _ARTICLE.sub("", folded(words))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Milestone(OneLine, Validated):
    """One entry of the list.

    ``names`` are other spellings. ``after`` are ids of milestones that certainly come first, or at the same time.
    """

    id: str
    name: str
    definition: str
    names: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@attrs.frozen(eq=False, repr=False)
class Occasion(Validated):
    """A milestone as a deadline holds it: its name, what makes it that one, and the keys of those that come first.

    ``defined_by`` is the title of the document that declares it, where another document means something else by its
    name; empty for all others.
    """

    name: str
    key: str = attrs.field(repr=False)
    earlier: frozenset[str] = attrs.field(default=frozenset(), repr=False)
    defined_by: str = attrs.field(default="", eq=False, repr=False)


@attrs.frozen(eq=False, repr=False)
class Milestones(OneLine, Validated):
    """All milestones that a comparison knows, by id; ``own`` are the ids of those that a document declares."""

    milestones: Mapping[str, Milestone]
    own: frozenset[str] = frozenset()

    @classmethod
    def of(cls, milestones: Iterable[Milestone], own: frozenset[str] = frozenset()) -> Milestones:
        """Make a list.

        Args:
            milestones: The milestones, each of which may come after others.
            own: The ids of those that a document declares for itself.

        Returns:
            The list, in their order.

        Raises:
            InvalidValueError: Two have one id, or one comes after an unknown one.
        """
        known: dict[str, Milestone] = {}
        for one in milestones:
            if one.id in known:
                raise InvalidValueError(f"milestone '{one.id}' appears twice", code="duplicate-milestone", about=one.id)
            known[one.id] = one
        for one in known.values():
            for other in one.after:
                if other not in known:
                    message = f"'{other}', which '{one.id}' comes after, is not a known milestone"
                    raise InvalidValueError(message, code="unknown-milestone", about=one.id)
        return cls(known, own)

    def extended(self, milestones: Iterable[Milestone]) -> Milestones:
        """The list with those of a document.

        Args:
            milestones: The milestones of the document.

        Returns:
            Another list; this one itself where nothing is added.

        Raises:
            InvalidValueError: Two have one id, or one comes after an unknown one.
        """
        further = tuple(milestones)
        own = self.own | {one.id for one in further}
        return Milestones.of((*self.milestones.values(), *further), own) if further else self

    def check(self) -> None:
        """Raise :class:`InvalidValueError` for a name of two milestones, or one that comes after itself."""
        _ = self._by_name, self._occasions

    def resolve(self, words: str) -> Occasion | None:
        """The milestone that is written so.

        Args:
            words: The words of a deadline, such as ``signature``.

        Returns:
            The milestone; ``None`` where the words are those of none.
        """
        found = self._by_name.get(loosely(words))
        return None if found is None else self._occasions[found]

    def spellings(self) -> tuple[str, ...]:
        """Every name and variant, for suggesting the nearest."""
        return tuple(name for one in self.milestones.values() for name in (one.name, *one.names))

    @cached_property
    def _by_name(self) -> dict[str, str]:
        index: dict[str, str] = {}
        for one in self.milestones.values():
            for name in (one.id, one.name, *one.names):
                if index.setdefault(loosely(name), one.id) != one.id:
                    message = f"'{name}' names both '{index[loosely(name)]}' and '{one.id}'"
                    raise InvalidValueError(message, code="ambiguous-name", about=one.id)
        return index

    @cached_property
    def _occasions(self) -> dict[str, Occasion]:
        sorter = TopologicalSorter({one.id: one.after for one in self.milestones.values()})
        try:
            order = tuple(sorter.static_order())
        except CycleError as error:
            about = error.args[1][0]
            message = f"'{about}' comes after itself"
            raise InvalidValueError(message, code="circular-milestone", about=about) from None
        found: dict[str, Occasion] = {}
        for name in order:
            one = self.milestones[name]
            before = [found[other] for other in one.after]
            earlier = frozenset(key for other in before for key in (other.key, *other.earlier))
            found[name] = Occasion(one.name, self._key(one, before), earlier)
        return found

    def _key(self, one: Milestone, before: Iterable[Occasion]) -> str:
        """A shared milestone is known by its id; a document's own by all that its declaration says besides."""
        if one.id not in self.own:
            return loosely(one.id)
        names = sorted(map(folded, one.names))
        declared = [folded(one.name), folded(one.definition), *names, *sorted(other.key for other in before)]
        return blake2b(repr(declared).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
