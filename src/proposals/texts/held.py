"""The text that a document holds beside it, split into points again."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from proposals.documents.proposal import Proposal
from proposals.errors import Location, NotFoundError, UnreadableError
from proposals.files.text import folder_of, read_bytes
from proposals.texts.points import Split, split
from proposals.texts.raw import Paragraph, RawText


def held_text(document: Proposal) -> Split:
    """The points of the first text that a document's own sources hold.

    Raises :class:`NotFoundError` where none does, :class:`UnreadableError` where it cannot be read or is not the one
    that was quoted.
    """
    source = next((one for one in document.sources if one.file), None)
    if source is None or document.at is None:
        raise NotFoundError(f"'{document.id}' has no source with a 'file', so that there is no text to set beside it")
    path = folder_of(Path(document.at.file)) / source.file
    held = read_bytes(path)
    if sha256(held).hexdigest() != source.sha256:
        raise UnreadableError(
            Location(str(path)), f"this is not the text that '{document.id}' quotes: its hash differs"
        )
    return split(RawText.of(str(path), map(Paragraph.of_line, held.decode("utf-8", "replace").splitlines())))
