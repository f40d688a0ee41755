"""Words of closed lists, each with its definition: what every list of words is made of."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING, Self
from warnings import warn

from proposals.errors import InvalidValueError, WrongTypeError
from proposals.strings import suggestion


class Word(Enum):
    """A word of a closed list, with its definition. ``str()`` gives the word that files hold and readers see.

    It is no text: ``Relation.SAME`` is neither ``"same"`` nor ``Verdict.SAME``. Type checkers show where the two are
    compared, and Python warns where a word is compared with its own text.
    """

    _value_: str
    definition: str
    rank: int
    """The place of the word in its list, counted from 0: a degree, where the list is ordered."""

    def __new__(cls, value: str, definition: str = "") -> Self:
        """Make the member from its word and its definition; ``Stance("rejects")`` finds a member by its word."""
        member = object.__new__(cls)
        member._value_ = value
        member.definition = definition
        member.rank = len(cls.__members__)
        return member

    @classmethod
    def of(cls, given: Self | str) -> Self:
        """The word itself, or the one that is written so.

        Args:
            given: A word of the list, or its text.

        Returns:
            The word.

        Raises:
            InvalidValueError: It is neither; the message has the nearest word.
        """
        if isinstance(given, cls):
            return given
        found = cls.written(given) if isinstance(given, str) else None
        if found is not None:
            return found
        written = cls.spellings()
        hint = suggestion(given, written) if isinstance(given, str) else None
        hint = hint or f"one of: {', '.join(written)}"
        raise InvalidValueError(f"{given!r} is not a word of {cls.__name__}", hint, "unknown-word")

    @classmethod
    def written(cls, text: str) -> Self | None:
        """The word that is written so, letter by letter.

        Args:
            text: The word as files write it.

        Returns:
            The word; ``None`` where none is written so.
        """
        try:
            return cls(text)
        except ValueError:
            return None

    @classmethod
    def every(cls) -> tuple[Self, ...]:
        """The words of the list, in order."""
        return tuple(cls)

    @classmethod
    def spellings(cls) -> tuple[str, ...]:
        """The words of the list as files write them, in order."""
        return tuple(str(word) for word in cls.every())

    @classmethod
    def each(cls, given: Iterable[Self | str]) -> frozenset[Self]:
        """Several words, each as :meth:`of` takes it.

        Args:
            given: Words of the list, or their texts.

        Returns:
            The words, each once.

        Raises:
            InvalidValueError: One of them is not a word of the list, or one text is given in the place of several.
        """
        if isinstance(given, str | Word) or not isinstance(given, Iterable):
            raise InvalidValueError(f"several words of {cls.__name__} are taken, not {given!r}", f"write [{given!r}]")
        return frozenset(cls.of(one) for one in given)

    if not TYPE_CHECKING:  # with a method of its own, checkers would take a word and a text for what may be equal

        def __eq__(self, other: object) -> bool:
            """Whether it is the same word of the same list."""
            if isinstance(other, str) and other == self._value_:
                message = (
                    f"{self!r} is not text, so it does not equal {other!r}; compare it with {self!r}, or its str()"
                )
                warn(message, stacklevel=2)
            return self is other

    __hash__ = object.__hash__  # there is one of each word, and an enumeration's own hash takes longer

    def __str__(self) -> str:
        """The word."""
        return self._value_

    def __repr__(self) -> str:
        """The name by which Python knows the word, ``Stance.REJECTS``."""
        return f"{type(self).__name__}.{self._name_}"


class Degree(Word):
    """A word of an ordered list, weakest first: ``<`` and :func:`max` compare two of one list by :attr:`rank`."""

    @property
    def ranked(self) -> bool:
        """Whether the word stands on a step of the list's ladder; one that does not is neither more nor less."""
        return True

    def __lt__(self, other: Self) -> bool:
        """Whether it is the weaker one. Raises :class:`WrongTypeError` where that cannot be said."""
        return self._apart(other) < 0

    def __le__(self, other: Self) -> bool:
        """Whether it is the weaker one, or the same. Raises as ``<`` does."""
        return self._apart(other) <= 0

    def __gt__(self, other: Self) -> bool:
        """Whether it is the stronger one. Raises as ``<`` does."""
        return self._apart(other) > 0

    def __ge__(self, other: Self) -> bool:
        """Whether it is the stronger one, or the same. Raises as ``<`` does."""
        return self._apart(other) >= 0

    def _apart(self, other: Self) -> int:
        """By how many steps it is the stronger one."""
        if self is other:
            return 0
        if type(self) is not type(other):
            raise WrongTypeError(f"{self!r} is ordered among the words of its own list, not beside {other!r}")
        if not (self.ranked and other.ranked):
            raise WrongTypeError(f"{self!r} and {other!r} are neither weaker nor stronger than each other")
        return self.rank - other.rank
