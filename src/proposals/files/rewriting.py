"""Rewriting a file in the format of today: the outdated words, and no byte besides them."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from proposals.errors import Location
from proposals.files import nodes
from proposals.files.formats import FORMAT, FORMAT_KEY, is_known, renewed, stated
from proposals.files.nodes import Scalar, compose
from proposals.files.proposals import HEAD
from proposals.files.text import read_bytes, text_of
from proposals.files.writing import write_whole

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_BRACE: Final = re.compile(r"(!\s+)?\{")
"""How a mapping in braces begins."""


class Rewritten(NamedTuple):
    """A word that was written into a file, with its line there; ``old`` is what stood there, empty for an addition."""

    location: Location
    old: str
    new: str


class _Edit(NamedTuple):
    """What is written at an offset of a text, and what stood there; ``after`` sets an addition apart."""

    offset: int
    old: str
    new: str
    after: str = ""


def rewrite(path: Path) -> tuple[Rewritten, ...]:
    """Rewrite a proposal in the format of today, and return what has been changed, in reading order.

    What is no proposal, or of a format that this version does not know, is left as it is; so is a word that is written
    with escapes. Raises :class:`UnreadableError` for a file that cannot be read, and :class:`WriteError` for one that
    cannot be written and stands as before.
    """
    held = read_bytes(path)
    node = compose(text_of(held, str(path)), str(path))
    if not isinstance(node, nodes.Mapping) or not _is_proposal(node) or not is_known(stated(node)):
        return ()
    mark = codecs.BOM_UTF8 if held.startswith(codecs.BOM_UTF8) else b""
    text = held.removeprefix(mark).decode()
    written, end, found = "", 0, []
    for edit in sorted(_edits(text, node)):
        written += text[end : edit.offset]
        line = len(_LINE_END.findall(written)) + 1
        found.append(Rewritten(Location(str(path), line), edit.old, edit.new))
        written += edit.new + edit.after
        end = edit.offset + len(edit.old)
    if found:
        write_whole(path, mark + (written + text[end:]).encode(), force=True)
    return tuple(found)


def _is_proposal(node: nodes.Mapping) -> bool:
    """Whether all keys stand there that every proposal has: a folder may hold other YAML as well."""
    written = {key.text for key, _ in node.entries}
    return all(key in written for key, entry in HEAD.items() if entry.required)


def _edits(text: str, node: nodes.Mapping) -> Iterator[_Edit]:
    """What is to be written otherwise in the text of a proposal."""
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    words = [(word, renaming.new) for word, renaming in renewed(node)[1]]
    format_ = stated(node)
    if format_ is None:
        first = node.entries[0][0]
        yield _stating(text, _offset(starts, node), _offset(starts, first))
    elif isinstance(format_, Scalar) and format_.text != str(FORMAT):
        words.append((format_, str(FORMAT)))
    for word, new in words:
        offset = _offset(starts, word)
        offset += text[offset] in "'\""
        if text.startswith(word.text, offset):
            yield _Edit(offset, word.text, new)


def _offset(starts: list[int], node: nodes.Node) -> int:
    """Where a node begins in a text whose lines start so."""
    return starts[node.line - 1] + node.column - 1


def _stating(text: str, start: int, first: int) -> _Edit:
    """The format as the first key of a mapping that starts there, with its first key there, laid out like that one."""
    in_braces = _BRACE.match(text, start)
    offset = start if text[start] == "?" else first
    quote = text[first] if text[first] in "'\"" else ""
    line_end = _LINE_END.search(text)
    begun = re.split(r"[\r\n]", text[:offset])[-1]
    apart = " " if begun.strip() else (line_end[0] if line_end else "\n") + begun
    return _Edit(offset, "", f"{quote}{FORMAT_KEY}{quote}: {FORMAT}", ("," if in_braces else "") + apart)
