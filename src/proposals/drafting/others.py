"""Other drafters: programs of one's own, a language model among them, that read values from points.

A drafter is an object, or a module, with ``about`` and ``read``. Under an entry point of the group
``proposals.drafters`` it has a name, by which ``proposals draft --drafter NAME`` finds it. What it reads passes the
:mod:`gate <proposals.drafting.gate>` or is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import entry_points
from typing import Any, Final, Protocol, runtime_checkable

import attrs

from proposals.errors import NotFoundError, ProposalsError
from proposals.fields.values import Plain
from proposals.strings import suggestion
from proposals.validation import Validated

GROUP: Final = "proposals.drafters"
"""The entry points under which installed packages bring drafters along."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reading(Validated):
    """One value that a drafter reads from a point.

    ``kind`` and ``field`` are as files write them, those of the subject among the fields; ``value`` likewise, a list
    where the field takes one. ``quote`` are the words of the point that it rests on, exactly as they stand there.
    ``term`` tells the terms of one kind in a point apart, counted as the drafter likes.
    """

    kind: str
    field: str
    value: Any
    quote: str
    term: int = 0

    @property
    def plain(self) -> Plain:
        """The value, as a file writes it."""
        held: Plain = self.value
        return held


@runtime_checkable
class OtherDrafter(Protocol):
    """A drafter that is not the program's own."""

    about: Mapping[str, str]
    """What made its readings, to be recorded in the draft: version, model, the hash of a prompt."""

    def read(self, label: str, text: str) -> Iterable[Reading]:
        """What it reads from one point.

        Args:
            label: The number of the point, as printed; empty where it has none.
            text: The words of the point itself, one paragraph per line.

        Returns:
            A reading for each term.
        """


def installed(name: str) -> OtherDrafter:
    """The drafter that an installed package has under a name.

    Raises :class:`NotFoundError` where there is none of that name, :class:`ProposalsError` where it is not a drafter or
    cannot be loaded.
    """
    points = {point.name: point for point in entry_points(group=GROUP)}
    if name not in points:
        known = suggestion(name, points) or (
            f"installed: {', '.join(sorted(points))}" if points else "none is installed"
        )
        raise NotFoundError(f"'{name}' is not a drafter; {known}")
    try:
        found: object = points[name].load()
    except Exception as error:
        raise ProposalsError(f"the drafter '{name}' cannot be loaded: {type(error).__name__}: {error}") from error
    if not isinstance(found, OtherDrafter):
        raise ProposalsError(f"'{name}' is not a drafter: it lacks 'about' or 'read'")
    return found
