"""What places and actors are made of: the smallest **atoms** that tell wider and narrower ones apart.

A place is made of its parts, a group of actors of its members. Two may overlap (``Donbas`` and ``UA-14`` share all of
the latter, the G7 and the E3 three states), and every question about that is answered with atoms.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

import attrs

from proposals.errors import InvalidValueError
from proposals.values import Value

REST = "~rest"
"""What the atom of an unnamed remainder ends with: ``UA-48/held-by-RU~rest``."""

DEEPEST = 16
"""How deep parts may lie in parts; the nuclear plant lies four deep in its country."""

MOST_PIECES = 1_000_000
"""How many pieces all things on a list may have together, each counted in everything that it is a part of."""


def shortest(alike: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Of several ways to name the same the one with the fewest names, whichever document comes first."""
    return min(alike, key=lambda names: (len(names), names))


@attrs.frozen(eq=False, repr=False)
class Pieces(Value):
    """What each of a list of things is made of.

    ``parts`` has the ids of the parts of each, in the order of the list; none for what is one piece. ``partial`` are
    those that have more than their parts. What is not on the list is its own single atom.
    """

    parts: Mapping[str, tuple[str, ...]]
    partial: frozenset[str]

    @cached_property
    def all_atoms(self) -> dict[str, frozenset[str]]:
        """The atoms of everything.

        Raises :class:`InvalidValueError` for what is part of itself, for parts too deep, and for more than
        :data:`MOST_PIECES`.
        """
        atoms: dict[str, frozenset[str]] = {}
        held = 0
        depths: dict[str, int] = {}

        def of(one: str, above: tuple[str, ...]) -> frozenset[str]:
            nonlocal held
            if one in above:
                raise InvalidValueError(f"'{one}' is part of itself", code="circular-parts", about=one)
            if one not in atoms:
                parts = self.parts[one]
                inner = [of(part, (*above, one)) for part in parts] if len(above) <= DEEPEST else []
                pieces = frozenset[str]().union(*inner)
                depths[one] = 1 + max((depths[part] for part in parts if part in depths), default=0)
                if len(above) + depths[one] > DEEPEST:
                    message = f"'{one}' lies among parts more than {DEEPEST} deep"
                    raise InvalidValueError(message, code="deep-parts", about=one)
                if not parts:
                    pieces = frozenset({one})
                elif one in self.partial:
                    pieces |= {one + REST}
                held += len(pieces)
                if held > MOST_PIECES:
                    message = f"with '{one}', what is part of something adds up to more than {MOST_PIECES:,} pieces"
                    raise InvalidValueError(message, "list fewer parts", "too-many-parts", about=one)
                atoms[one] = pieces
            return atoms[one]

        for one in self.parts:
            of(one, ())
        return atoms

    def atoms(self, one: str) -> frozenset[str]:
        """The smallest pieces of an entry.

        Args:
            one: The id of the entry.

        Returns:
            Their ids; that of the entry alone where it is not on the list.
        """
        return self.all_atoms.get(one) or frozenset({one})

    def reach(self, several: Iterable[str]) -> frozenset[str]:
        """The smallest pieces of several entries together.

        Args:
            several: The ids of the entries.

        Returns:
            The ids of the pieces.
        """
        return frozenset[str]().union(*map(self.atoms, several))

    def apart(self, several: Collection[str]) -> bool:
        """Whether no two of several entries have a piece in common.

        Args:
            several: The ids of the entries.

        Returns:
            ``True`` also for one entry or none.
        """
        known = [*filter(None, map(self.all_atoms.get, several))]
        pieces = frozenset(several).difference(self.all_atoms).union(*known)
        return len(several) - len(known) + sum(map(len, known)) == len(pieces)

    def cover(self, atoms: frozenset[str]) -> tuple[str, ...]:
        """The fewest, widest entries that make up exactly these atoms, in the order of the list.

        An atom that no such entry reaches stands for itself.

        Args:
            atoms: The ids of the smallest pieces.

        Returns:
            The ids of the entries.
        """
        chosen: dict[str, frozenset[str]] = {}
        left = atoms
        for rank in sorted({rank for atom in atoms for rank in self._holding.get(atom, ())}):
            one, pieces = self._widest_first[rank]
            if pieces <= left:
                chosen[one] = pieces
                left -= pieces
        return (*sorted(chosen, key=self._order.__getitem__), *sorted(left))

    @cached_property
    def _widest_first(self) -> list[tuple[str, frozenset[str]]]:
        return sorted(self.all_atoms.items(), key=lambda item: -len(item[1]))

    @cached_property
    def _holding(self) -> dict[str, list[int]]:
        """For each atom where the entries that hold it stand among the widest."""
        holding: dict[str, list[int]] = {}
        for rank, (_, pieces) in enumerate(self._widest_first):
            for atom in pieces:
                holding.setdefault(atom, []).append(rank)
        return holding

    @cached_property
    def _order(self) -> dict[str, int]:
        return {one: rank for rank, one in enumerate(self.parts)}
