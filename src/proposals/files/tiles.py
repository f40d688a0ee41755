"""Reading the layout of a tile map: where the tile of each region stands."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import attrs

from proposals.errors import InvalidProposalError
from proposals.fields.numbers import Number
from proposals.fields.values import PLACE, TEXT
from proposals.files import nodes
from proposals.files.reader import Entry, Reader
from proposals.files.text import read_text
from proposals.validation import Validated
from proposals.world.world import World

_PLACED: Final = Number("tiles", most=99)
_ENTRIES: Final = {
    "label": Entry(domain=TEXT, required=True, definition="The few letters on the tile."),
    "row": Entry(domain=_PLACED, required=True, definition="The row, counted from 1 at the top."),
    "column": Entry(domain=_PLACED, required=True, definition="The column, counted from 1 at the left."),
    "beside": Entry(domain=PLACE, definition="A place by whose name a text may mean this one as well."),
}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Tile(Validated):
    """The tile of one region; ``row`` and ``column`` count from 1 at the top left.

    ``beside`` is a place by whose name a text may mean the region as well; ``None`` for most.
    """

    place: str
    label: str
    row: int
    column: int
    beside: str | None = None


def read_tiles(path: Path, world: World) -> tuple[Tile, ...]:
    """A layout, in the order of the file. Raises :class:`UnreadableError` or :class:`InvalidProposalError`."""
    text = read_text(path)
    reader = Reader(str(path), text, world)
    node = nodes.compose(text, str(path))
    found = []
    for key, value in node.entries if isinstance(node, nodes.Mapping) else ():
        place = reader.scalar(key, PLACE)
        read = reader.record(value, _ENTRIES, f"the tile of '{key.text}'")
        if place is not None and {"label", "row", "column"} <= read.keys():
            found.append(Tile(place=place, **read))
    if reader.problems:
        raise InvalidProposalError(tuple(reader.problems))
    return tuple(found)
