"""The drafter of English texts, with the names and kinds of a library."""

from __future__ import annotations

from collections.abc import Sequence

from proposals.drafting.cues import read_cues
from proposals.drafting.drafter import Drafter
from proposals.drafting.gate import Gate
from proposals.drafting.mentions import Lexicon
from proposals.drafting.moments import months_of
from proposals.language.loading import ENGLISH, folders_of, read_language
from proposals.library.library import Library


def drafter(library: Library, sides: Sequence[str] = ()) -> Drafter:
    """A drafter for the names and the kinds of a library; ``sides`` are the ids of the two sides, if they are known."""
    folders = folders_of(ENGLISH, library)
    cues = read_cues(folders[0] / "drafting")
    return Drafter.of(cues, read_language(folders), library.world, library.kinds, sides)


def gate(library: Library) -> Gate:
    """The gate that readings of other drafters pass, for the names and all kinds of a library."""
    folders = folders_of(ENGLISH, library)
    cues, language = read_cues(folders[0] / "drafting"), read_language(folders)
    lexicon = Lexicon.of(library.world, language, cues.names)
    return Gate(kinds=library.kinds, world=library.world, lexicon=lexicon, cues=cues, months=months_of(language))
