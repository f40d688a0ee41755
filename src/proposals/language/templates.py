"""Templates of wording: text with places for values, parts that may be left out, and links.

A template is written by hand in the files of a language:

``{field}``
    the value of a field; ``{field.form}`` one of its forms (``{of.possessive}``: Ukraine's); ``{field=word}`` the
    value only if it is that word; ``{field?}`` says nothing and asks that the field is stated; ``{would.verb@field}``
    a verb in the number of the field
``<…>``
    a part that is left out where something in it cannot be said; ``<this|or that>`` takes the first that can be said,
    and one must; ``<this|or that|>`` may be left out as well
``[…]``
    words that link to what explains the whole, such as the glossary's entry for the kind
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

import attrs

from proposals.errors import InvalidValueError
from proposals.validation import Validated
from proposals.words import Word


class Piece(NamedTuple):
    """Some words, with the kind of term or the word of a list that explains them; ``None`` where none does."""

    text: str
    explains: str | Word | None = None


class Slot(NamedTuple):
    """A place for a value: its field, the form wanted (empty: the usual one), the one word it takes, if it is asked.

    ``agrees`` is the field whose number it takes; empty where it takes none.
    """

    key: str
    form: str = ""
    word: str | None = None
    asked: bool = False
    agrees: str = ""


class Literal(NamedTuple):
    """Text as it stands; ``linked`` where it links."""

    text: str
    linked: bool = False


class Option(NamedTuple):
    """Parts of which the first that can be said is taken; where there is but one, it may be left out."""

    choices: tuple[Parts, ...]


Part: TypeAlias = "Slot | Literal | Option"
Parts: TypeAlias = tuple[Part, ...]
Says: TypeAlias = Callable[[Slot], "list[Piece] | None"]
"""What a slot says; ``None`` where it cannot be said."""

_TOKEN: Final = re.compile(
    r"\{(?P<key>[\w-]+)(?:\.(?P<form>[\w’ -]+))?(?:@(?P<agrees>[\w-]+))?(?:=(?P<word>[^{}?]+))?(?P<asked>\?)?\}"
    r"|\[(?P<link>[^][{}<>|]+)\]|(?P<sign>[<|>])|(?P<text>[^][{}<>|]+)",
)


class Filled(NamedTuple):
    """What a template says, and which fields are in it."""

    pieces: tuple[Piece, ...]
    keys: frozenset[str]


@attrs.frozen(eq=False, repr=False)
class Template(Validated):
    """A template that has been read. ``text`` is as written."""

    text: str
    parts: Parts = attrs.field(repr=False)

    @classmethod
    def of(cls, text: str) -> Template:
        """Read a template.

        Args:
            text: The text of the template.

        Returns:
            The template.

        Raises:
            InvalidValueError: Brackets do not match, or a sign is none.
        """
        tokens, at = [], 0
        while at < len(text):
            found = _TOKEN.match(text, at)
            if not found:
                raise InvalidValueError(f"'{text}' is not a template: see its sign '{text[at]}'")
            tokens.append(found)
            at = found.end()
        rest = iter(tokens)
        choices, closed = _choices(rest)
        if closed is not False or len(choices) != 1:
            raise InvalidValueError(f"'{text}' is not a template: its signs '<', '|' and '>' do not match")
        return cls(text, choices[0])

    @property
    def slots(self) -> tuple[Slot, ...]:
        """All its slots, in reading order."""
        return tuple(_slots(self.parts))

    def fill(self, says: Says, explains: str | Word | None = None) -> Filled | None:
        """What it says.

        Args:
            says: What stands in a slot, by its name.
            explains: What links lead to; ``None`` for no links.

        Returns:
            The pieces; ``None`` where a slot outside its options, or every choice of one, cannot be said.
        """
        return _fill(self.parts, says, explains)


def first_filled(templates: Iterable[Template], says: Says, explains: str | Word | None = None) -> Filled | None:
    """The first of the templates that can be said; ``None`` where none can."""
    filled = (template.fill(says, explains) for template in templates)
    return next((one for one in filled if one is not None), None)


def _choices(tokens: Iterator[re.Match[str]]) -> tuple[tuple[Parts, ...], bool | None]:
    """The alternatives up to the next closing sign, and whether there was one; ``None`` where one inside is missing."""
    choices: list[Parts] = []
    parts: list[Part] = []
    for token in tokens:
        if token["sign"] == "<":
            inner, closed = _choices(tokens)
            if not closed:
                return (), None
            parts.append(Option(inner))
        elif token["sign"] == "|":
            choices.append(tuple(parts))
            parts = []
        elif token["sign"] == ">":
            return (*choices, tuple(parts)), True
        elif token["key"]:
            form, agrees = token["form"] or "", token["agrees"] or ""
            parts.append(Slot(token["key"], form, token["word"], bool(token["asked"]), agrees))
        else:
            parts.append(Literal(token["link"] or token["text"], linked=bool(token["link"])))
    return (*choices, tuple(parts)), False


def _slots(parts: Parts) -> Iterator[Slot]:
    for part in parts:
        if isinstance(part, Slot):
            yield part
        elif isinstance(part, Option):
            for choice in part.choices:
                yield from _slots(choice)


def _fill(parts: Parts, says: Says, explains: str | Word | None) -> Filled | None:
    pieces: list[Piece] = []
    keys: set[str] = set()
    for part in parts:
        if isinstance(part, Literal):
            pieces.append(Piece(part.text, explains if part.linked else None))
            continue
        if isinstance(part, Slot):
            held = says(part)
            if held is None:
                return None
            pieces += [] if part.asked else held
            keys.add(part.key)
            continue
        taken = (_fill(choice, says, explains) for choice in part.choices)
        chosen = next((one for one in taken if one is not None), None)
        if chosen is not None:
            pieces += chosen.pieces
            keys |= chosen.keys
        elif len(part.choices) > 1:
            return None
    return Filled(tuple(pieces), frozenset(keys))
