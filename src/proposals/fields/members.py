"""A list whose order does not count, as a field of a term holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from proposals.errors import InvalidValueError
from proposals.fields.values import Plain
from proposals.validation import Validated, several
from proposals.values import OneLine


def _in_order(given: Iterable[Any]) -> tuple[Any, ...]:
    """Each once, in the order of their plain form, in which a set may be given as well."""
    try:
        items = several(given, "members", ordered=False)
    except InvalidValueError as error:
        raise InvalidValueError(f"Members {error.message}", error.hint) from None
    return tuple(sorted(dict.fromkeys(items), key=lambda item: (str(item), repr(item))))


@attrs.frozen(eq=False, repr=False)
class Members(OneLine, Validated):
    """A list whose order does not count. ``open`` means that it names some and there are or may be others.

    ``items`` are kept without repetition, in the order of their plain form, so that no side stands first by habit.
    """

    items: tuple[Any, ...] = attrs.field(converter=_in_order)
    open: bool = False

    def __iter__(self) -> Iterator[Any]:
        """The members in order."""
        return iter(self.items)

    def __contains__(self, item: object) -> bool:
        """Whether the item is named; an open list may hold it all the same."""
        return item in self.items


def lead(plain: Plain) -> str:
    """What two members must share to be one member altered: a record's leading word, else the whole."""
    return next(iter(plain)) if isinstance(plain, dict) else str(plain)


def led(members: list[Plain]) -> dict[str, Plain]:
    """The members by their leading word, without those that share it: which of them was altered cannot be told."""
    counted = Counter(lead(member) for member in members)
    return {lead(member): member for member in members if counted[lead(member)] == 1}
