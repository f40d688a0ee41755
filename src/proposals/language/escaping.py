"""Text that could be taken for a sign of a form, or that hides: in quotation marks, with what hides written out."""

from __future__ import annotations

import re
from typing import Final

from proposals.strings import first_hidden

_BARE: Final = re.compile(
    r"(?!…)[$€£₴₽]?[^\W_](?:[^\W_]|[.'’/%+–~$€£₴₽-]|[ ](?! )|\([^\W_][^\W_ ]*(?: [^\W_]+)*\)|,(?! ))*(?<![ ,])",
)


_SIGNS: Final = frozenset('\\"[]{}<>&*_`|')


def quoted(text: str) -> str:
    """The text in quotation marks, with what could be taken for something else or hides written out."""
    return f'"{escaped(text)}"'


def escaped(text: str) -> str:
    """The text with what could be taken for something else or hides written out."""
    return "".join(map(_escaped, text))


def _escaped(sign: str) -> str:
    if sign in _SIGNS:
        return f"\\{sign}"
    return f"\\u{{{ord(sign):X}}}" if sign in "\n\t" or first_hidden(sign) is not None else sign


def bare(text: str) -> bool:
    """Whether the text can stand without quotation marks."""
    return _BARE.fullmatch(text) is not None


def token(text: str) -> str:
    """The text as it is where that is safe, else in quotation marks."""
    return text if bare(text) else quoted(text)
