"""What a field may hold, one value at a time: words, actors, places, numbers, dates, text.

A domain reads one value as a file writes it, writes it back in the same letters, says in JSON Schema what it takes,
and refuses what it does not. It knows nothing of comparing; that is the business of :mod:`proposals.fields.scales`.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import Any, ClassVar, Protocol, TypeAlias

import attrs

from proposals.errors import InvalidValueError
from proposals.strings import composed, describe, first_hidden, piled, suggestion
from proposals.validation import Validated
from proposals.values import Value
from proposals.words import Word
from proposals.world.dates import Date, Deadline
from proposals.world.milestones import Occasion

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
"""A value as JSON holds it."""

NAME_FORM = r"[A-Za-z0-9](?:[A-Za-z0-9 .&'-]*[A-Za-z0-9])?(?:/[A-Za-z0-9-]+)*"
"""How the id of an actor or a place is written."""
_CODE = re.compile(rf"{NAME_FORM}(?:~rest)?")
_LONGEST = 100_000
_FEW = 12


class Names(Protocol):
    """What turns the names in a file into ids: a :class:`~proposals.world.world.World`."""

    def place(self, name: str) -> str:
        """The id of a place.

        Args:
            name: The id or a name.

        Returns:
            The id.

        Raises:
            InvalidValueError: There is no such place.
        """

    def actor(self, name: str) -> str:
        """The id of an actor.

        Args:
            name: The id or a name.

        Returns:
            The id.

        Raises:
            InvalidValueError: There is no such actor.
        """

    def either(self, name: str) -> str:
        """The id of an actor or else of a place.

        Args:
            name: The id or a name.

        Returns:
            The id.

        Raises:
            InvalidValueError: There is neither.
        """

    def milestone(self, words: str) -> Occasion | None:
        """The milestone that is written so.

        Args:
            words: The words of a deadline, such as ``signature``.

        Returns:
            The milestone; ``None`` where the words are those of none.
        """


class Domain(Value, ABC):
    """The values that a field may hold, one at a time."""

    __slots__ = ()

    noun: ClassVar[str]
    """What one value is called in a message: "a whole number"."""

    @abstractmethod
    def read(self, text: str, names: Names) -> Any:
        """The value that a file writes as a text.

        Args:
            text: What the file has.
            names: The places, actors and milestones that it may name.

        Returns:
            The value.

        Raises:
            InvalidValueError: The text is none of the domain.
        """

    @abstractmethod
    def check(self, value: Any) -> None:
        """Refuse what is no value of this domain.

        Args:
            value: The value.

        Raises:
            InvalidValueError: It is none.
        """

    def tidy(self, value: Any) -> Any:
        """The value in its one form, where Python knows several.

        Args:
            value: What was given.

        Returns:
            The value in that form; what is none of the domain as it is.
        """
        return value

    def plain(self, value: Any) -> Plain:
        """The value as JSON and YAML hold it.

        Args:
            value: The value.

        Returns:
            Text, numbers, lists and mappings.
        """
        return str(value)

    @abstractmethod
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of what a file may write."""


@attrs.frozen(eq=False, repr=False)
class Words(Validated, Domain):
    """One word of a closed list.

    ``words`` is the list.
    """

    words: type[Word]
    noun = "a word"

    def read(self, text: str, names: Names) -> Word:  # noqa: ARG002 -- one signature for all domains
        """Find the word. Blanks and hyphens may stand for each other, and case does not count."""
        text = composed(text)
        found = self.words.written(text)
        if found is not None:
            return found
        loose = text.casefold().replace("-", " ").replace("_", " ")
        for word in self.words.every():
            if str(word).casefold().replace("-", " ") == loose:
                return word
        written = self.words.spellings()
        known = ", ".join(written) if len(written) <= _FEW else None
        hint = suggestion(text, written) or (f"one of: {known}" if known else None)
        raise InvalidValueError(f"'{text}' is not one of the words of this field", hint, "unknown-word")

    def check(self, value: Any) -> None:
        """Take a word of the list only."""
        self.words.of(value)

    def tidy(self, value: Any) -> Any:
        """The word for the text that it is written as."""
        return self.words.of(value) if isinstance(value, str) else value

    def schema(self) -> dict[str, Any]:
        """The words, each with its definition for editors that show it."""
        return {"oneOf": [{"const": str(word), "description": word.definition} for word in self.words.every()]}


@attrs.frozen(eq=False, repr=False)
class Code(Validated, Domain):
    """The id of an actor, of a place, or of either, written by any of its names."""

    of: str
    noun = "a name"

    def read(self, text: str, names: Names) -> str:
        """Find the id."""
        found: str = getattr(names, self.of)(text)
        return found

    def check(self, value: Any) -> None:
        """Take a string that may be an id; whether anything has that id is for the reading to say."""
        if not isinstance(value, str) or not _CODE.fullmatch(value):
            raise InvalidValueError(f"{value!r} is not the id of {self.noun}")

    def schema(self) -> dict[str, Any]:
        """A string."""
        return {"type": "string", "minLength": 1}


@attrs.frozen(eq=False, repr=False)
class Flag(Domain):
    """A qualifier that is there or is not. Its absence is written by leaving it out, so only ``true`` is read."""

    noun = "true"

    def read(self, text: str, names: Names) -> bool:  # noqa: ARG002 -- one signature for all domains
        """Take ``true`` or ``yes``."""
        if text.casefold() not in {"true", "yes"}:
            raise InvalidValueError(f"'{text}' is not 'true'", "leave the line out where the qualifier is not there")
        return True

    def check(self, value: Any) -> None:
        """Take ``True`` only."""
        if value is not True:
            raise InvalidValueError(f"{value!r} is not True", "None where the qualifier is not there")

    def plain(self, value: Any) -> Plain:
        """``true``."""
        return bool(value)

    def schema(self) -> dict[str, Any]:
        """The constant ``true``."""
        return {"const": True}


@attrs.frozen(eq=False, repr=False)
class Day(Domain):
    """A date or interval in EDTF."""

    noun = "a date"

    def read(self, text: str, names: Names) -> Date:  # noqa: ARG002 -- one signature for all domains
        """Read the date."""
        return Date(text)

    def check(self, value: Any) -> None:
        """Take a :class:`~proposals.world.dates.Date`."""
        if not isinstance(value, Date):
            raise InvalidValueError(f"{value!r} is not a Date")

    def schema(self) -> dict[str, Any]:
        """A string, or a year that YAML reads as a number."""
        return {"type": ["string", "integer"]}


@attrs.frozen(eq=False, repr=False)
class Moment(Domain):
    """A date, a span, or an event: ``2026-06-01``, ``100 days of signature``, ``30 days, renewable``, ``signature``."""

    noun = "a date or an event"

    def read(self, text: str, names: Names) -> Deadline:
        """Read the moment and find the milestone that its words name, if they do."""
        held = Deadline(composed(" ".join(text.split())))
        found = names.milestone(held.words) if held.words else None
        return held if found is None else Deadline(held.text, found)

    def check(self, value: Any) -> None:
        """Take a :class:`~proposals.world.dates.Deadline`."""
        if not isinstance(value, Deadline):
            raise InvalidValueError(f"{value!r} is not a Deadline")

    def schema(self) -> dict[str, Any]:
        """A string, or a year that YAML reads as a number."""
        return {"type": ["string", "integer"]}


@attrs.frozen(eq=False, repr=False)
class Text(Domain):
    """Words of a person, shown as they are."""

    noun = "text"

    def read(self, text: str, names: Names) -> str:  # noqa: ARG002 -- one signature for all domains
        """Take the text; it may not be empty, hide characters or exceed 100,000 of them."""
        self.check(text)
        held = composed(" ".join(text.split()))
        self.check(held)  # composing makes some characters two
        return held

    def tidy(self, value: Any) -> Any:
        """Line breaks, repeated blanks and the way in which accents are coded are layout, not words."""
        return composed(" ".join(value.split())) if isinstance(value, str) else value

    def check(self, value: Any) -> None:
        """Refuse what is empty, too long or hides something."""
        if not isinstance(value, str) or not value.strip():
            raise InvalidValueError("this text is empty", "leave the line out where there is nothing to say")
        if len(value) > _LONGEST:
            raise InvalidValueError(f"this text has {len(value):,} characters; {_LONGEST:,} are the most")
        if piled(value):
            raise InvalidValueError(
                "this text piles more than 30 marks on one letter", "leave those out that say nothing"
            )
        hidden = first_hidden(value)
        if hidden is not None:
            raise InvalidValueError(f"this text hides {describe(value[hidden])}", "remove it", "hidden-character")

    def schema(self) -> dict[str, Any]:
        """A string."""
        return {"type": "string", "minLength": 1}


ACTOR = Code("actor")
PLACE = Code("place")
ACTOR_OR_PLACE = Code("either")
TEXT = Text()
FLAG = Flag()
DAY = Day()
MOMENT = Moment()
