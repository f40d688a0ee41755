"""The drafter of English texts, with the names and kinds of a library."""

from __future__ import annotations

from collections.abc import Sequence

from proposals.drafting.cues import read_cues
from proposals.drafting.drafter import Drafter
from proposals.drafting.gate import Gate, Passed
from proposals.drafting.mentions import Lexicon
from proposals.drafting.moments import small_months
from proposals.drafting.others import OtherDrafter
from proposals.language.loading import folders_of, read_language
from proposals.library.bundled import bundled
from proposals.library.library import ENGLISH, Library
from proposals.texts.lines import plain
from proposals.texts.points import split
from proposals.texts.raw import RawText
from proposals.world.world import World


def drafter(library: Library, sides: Sequence[str] = ()) -> Drafter:
    """A drafter for the names and the kinds of a library; ``sides`` are the ids of the two sides, if they are known."""
    folders = folders_of(ENGLISH, library)
    cues = read_cues(folders[0] / "drafting")
    return Drafter.of(cues, read_language(folders), library.world, library.kinds, sides)


def draft_names(library: Library) -> World:
    """The names that a draft may use: those of a library, and of states that no register has."""
    return read_cues(folders_of(ENGLISH, library)[0] / "drafting").states.beside(library.world)


def gate(library: Library) -> Gate:
    """The gate that readings of other drafters pass, for the names and all kinds of a library."""
    folders = folders_of(ENGLISH, library)
    cues, language = read_cues(folders[0] / "drafting"), read_language(folders)
    world = cues.states.beside(library.world)
    lexicon = Lexicon.of(world, language, cues)
    return Gate(kinds=library.kinds, world=world, lexicon=lexicon, cues=cues, months=small_months(language))


def tried(drafter: OtherDrafter, text: str, *, library: Library | None = None) -> Passed:
    """Find what another drafter reads from a text that passes the gate, and why the rest does not.

    Args:
        drafter: The drafter to try.
        text: The plain text, with its points numbered or not.
        library: Whose names and kinds are meant; ``None`` for the bundled ones.

    Returns:
        By point, the terms that passed; and how many readings were dropped for which reason.

    Raises:
        UnreadableError: The text is empty or has too many points.
        ProposalsError: The drafter fails, or returns something else than readings.
    """
    points = split(RawText.of("the text", plain(text)))
    return gate(bundled() if library is None else library).read(drafter, points)
