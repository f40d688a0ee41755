"""The glossary as a page."""

from __future__ import annotations

import re
from functools import cache

from manual.markdown import safe
from proposals.files.glossary import Definition, read_glossary
from proposals.library.bundled import root


@cache
def definitions() -> tuple[Definition, ...]:
    """The glossary, in the order of its file."""
    return read_glossary(root() / "data" / "glossary.yaml")


def entries() -> str:
    """Every word with its definition, the texts that it rests on, and what to see with it."""
    return "\n\n".join(["```{glossary}", *(_entry(one) for one in definitions()), "```"])


def term(word: str, shown: str | None = None) -> str:
    """A link to a word of the glossary. Raises :class:`KeyError` for a word that it does not have."""
    if word not in {one.word for one in definitions()}:
        raise KeyError(word)
    return f"{{term}}`{shown or word} <{word}>`"


def of_kind(kind: str, shown: str | None = None) -> str:
    """A link to the word that explains a kind of term, or to the codebook where no word does."""
    word = _explaining(kind)
    return f"[{shown or kind}](#kind-{kind})" if word is None else term(word, shown)


def address_of_kind(kind: str) -> str:
    """The address of the same from the explorer, with the anchor that Sphinx gives it."""
    word = _explaining(kind)
    if word is None:
        return f"reference/kinds.html#kind-{kind}"
    return f"glossary.html#term-{re.sub('[^A-Za-z0-9._]+', '-', word)}"


def _explaining(kind: str) -> str | None:
    return next((one.word for one in definitions() if kind in one.kinds), None)


def _entry(one: Definition) -> str:
    lines = [safe(one.definition)]
    lines += [f"Rests on: {safe('; '.join(one.sources))}."] if one.sources else []
    lines += [f"See also: {', '.join(term(other) for other in one.see)}."] if one.see else []
    return f"{one.word}\n  " + "\n\n  ".join(lines)
