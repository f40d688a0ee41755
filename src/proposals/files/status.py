"""Reading how far each line is agreed: a list of subjects, each with its status and perhaps a compromise.

``status: [{force-limit: UA, is: discussed, compromise: {personnel: 700000, peacetime: true}}]``; a compromise takes
the fields of the kind, as a proposal does, or a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from proposals.documents.progress import LineStatus, Progress, TalksStatus
from proposals.errors import InvalidProposalError
from proposals.fields.values import TEXT, Words
from proposals.files import nodes
from proposals.files.formats import FORMAT_KEY, up_to_date
from proposals.files.nodes import Node, Scalar, Sequence, compose
from proposals.files.reader import Entry, Reader
from proposals.files.terms import read_terms
from proposals.files.text import read_text
from proposals.terms import KINDS, Kinds
from proposals.world.world import World

STANDING: Final = {
    "is": Entry(domain=Words(Progress), definition="How far it is agreed; left out, it is open."),
    "note": Entry(domain=TEXT, definition="For the reader."),
}
"""The keys of a standing besides its kind and ``compromise``, which takes a term's fields or a sentence."""


def read_talks_status(path: Path, world: World, kinds: Kinds = KINDS) -> TalksStatus:
    """The standings of a file.

    Raises :class:`UnreadableError`, or :class:`InvalidProposalError` with all that is wrong.
    """
    text = read_text(path)
    reader = Reader(str(path), text, world)
    node = compose(text, str(path))
    if isinstance(node, nodes.Mapping):
        node = up_to_date(reader, node, fixable=False)
    entries = reader.mapping(node, [FORMAT_KEY, "status"], "a status file") if node else {}
    if "status" not in entries:
        reader.problem(node or Scalar("", 1, 1), "missing-field", "a status file needs 'status'", "a list of subjects")
    standings = tuple(_standings(reader, entries["status"][1], kinds)) if "status" in entries else ()
    if reader.problems:
        raise InvalidProposalError(tuple(sorted(reader.problems, key=lambda problem: problem.location[1:])))
    return TalksStatus(standings=standings)


def _standings(reader: Reader, node: Node, kinds: Kinds) -> Iterator[LineStatus]:
    if not isinstance(node, Sequence):
        reader.problem(node, "not-a-list", "the status is a list, each begun with '- kind: subject'")
        return
    for item in node.items:
        if not isinstance(item, nodes.Mapping):
            reader.problem(
                item, "not-a-mapping", "a status entry is written as 'kind: subject' with its status beneath"
            )
            continue
        own = [one for one in item.entries if one[0].text in STANDING]
        rest = [one for one in item.entries if one[0].text not in STANDING]
        read = reader.record(nodes.Mapping(own, item.line, item.column), STANDING, "a standing")
        compromises = [value for key, value in rest if key.text == "compromise"]
        rest = [one for one in rest if one[0].text != "compromise"]
        words, coded = "", False
        for value in compromises:
            if isinstance(value, nodes.Mapping):
                rest, coded = [*rest, *value.entries], True
            else:
                words = reader.scalar(value, TEXT) or ""
        if len(compromises) > 1:
            reader.problem(item, "duplicate-key", "'compromise' appears twice", "keep one")
        term = nodes.Mapping(rest, item.line, item.column)
        for made in read_terms(reader, Sequence([term], item.line, item.column), kinds, ()):
            yield LineStatus(
                term=made,
                progress=read.get("is", Progress.OPEN),
                coded=coded,
                words=words,
                note=read.get("note", ""),
                at=reader.at(item),
            )
