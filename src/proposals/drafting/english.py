"""The drafter of English texts, with the names and kinds of a library."""

from __future__ import annotations

from collections.abc import Sequence

from proposals.drafting.cues import read_cues
from proposals.drafting.drafter import Drafter
from proposals.language.loading import ENGLISH, folders_of, read_language
from proposals.library.library import Library


def drafter(library: Library, sides: Sequence[str] = ()) -> Drafter:
    """A drafter for the names and the kinds of a library; ``sides`` are the ids of the two sides, if they are known."""
    folders = folders_of(ENGLISH, library)
    cues = read_cues(folders[0] / "drafting")
    return Drafter.of(cues, read_language(folders), library.world, library.kinds, sides)
