"""Strings of one form: ids, addresses, paths, the numbers of points."""

from __future__ import annotations

import re
from typing import Any, Final

import attrs

from proposals.errors import InvalidValueError
from proposals.fields.values import NAME_FORM, Domain, Names
from proposals.strings import composed, first_hidden, id_fault, visible

_POINT: Final = re.compile(r"[^\W_](?:[^\W_]|[ .()\[\]/§№-]){0,23}|[§№] ?[^\W_](?:[^\W_]|[ .()\[\]/-]){0,21}")
"""Letters and digits of any script with what stands between them, after a sign for paragraphs if there is one."""


@attrs.frozen(eq=False, repr=False)
class Pattern(Domain):
    """A string of one form: an id, a web address, a hash, a path."""

    noun: str  # type: ignore[misc]  # here it differs from instance to instance
    form: str
    hint: str

    def read(self, text: str, names: Names) -> str:  # noqa: ARG002 -- one signature for all domains
        """Take the text if it has the form."""
        self.check(text)
        return text

    def check(self, value: Any) -> None:
        """Refuse what has not the form."""
        if not isinstance(value, str) or not re.fullmatch(self.form, value) or first_hidden(value) is not None:
            raise InvalidValueError(f"'{value}' is not {self.noun}", self.hint)

    def schema(self) -> dict[str, Any]:
        """A string of the form."""
        return {"type": "string", "pattern": f"^(?:{self.form})$"}


@attrs.frozen(eq=False, repr=False)
class Pointer(Domain):
    """The number of a point, as a text prints it: ``6``, ``10d``, ``I.3``, ``5(c)``, ``Art. 5``, ``§ 3``, ``ст. 5``."""

    noun = "a point's number"

    def read(self, text: str, names: Names) -> str:  # noqa: ARG002 -- one signature for all domains
        """Take the number; several blanks are one, and accents are coded in one way."""
        held = composed(" ".join(text.split()))
        self.check(held)
        return held

    def check(self, value: Any) -> None:
        """Take letters, digits and the signs of numberings, up to 24 of them."""
        if not isinstance(value, str) or not _POINT.fullmatch(value):
            raise InvalidValueError(f"'{value}' is not {self.noun}", "such as 6, 10d, 21.a, I.3, 5(c), Art. 5 or § 3")

    def schema(self) -> dict[str, Any]:
        """A string of that form, as far as it can be said of all scripts: no other signs of ASCII."""
        return {"type": "string", "pattern": r"^(?:[§№] ?)?[^\x00-/:-@\[-`{-~][^\x00-\x1f!-'*-,:-@\\^-`{-~]{0,23}$"}


@attrs.frozen(eq=False, repr=False)
class Id(Domain):
    """The id of a proposal, a source or an event: lower-case ASCII words and digits with single hyphens."""

    noun = "an id"

    def read(self, text: str, names: Names) -> str:  # noqa: ARG002 -- one signature for all domains
        """Take the text if it is an id; a look-alike letter is named."""
        self.check(text)
        return text

    def check(self, value: Any) -> None:
        """Refuse what is no id and say which character is at fault."""
        fault = id_fault(value) if isinstance(value, str) else "an id is text"
        if fault:
            raise InvalidValueError(f"'{visible(str(value))}' is not an id", fault, "bad-id")

    def schema(self) -> dict[str, Any]:
        """A string of that form."""
        return {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}


ID = Id()
NAME = Pattern(
    "the id of a place or an actor",
    NAME_FORM,
    "write plain letters and digits, such as UA-14/held-by-UA or World Bank, and other letters under 'names'",
)
URL = Pattern("a whole web address", r"https?://[^\s…<>\"\u0000-\u001f]+", "write it whole, with https://")
SHA256 = Pattern("a SHA-256 in lower-case hexadecimal", r"[0-9a-f]{64}", "sha256sum FILE prints it")
PATH = Pattern(
    "a path inside this folder",
    r"(?!/)(?!.*(?:^|/)\.\.?(?:/|$))[^\\:\u0000-\u001f]+",
    "write it relative to the file's own folder, without '..'",
)
LANGUAGE = Pattern("an ISO 639-1 code", r"[a-z]{2}", "such as en, uk, ru")
POINT = Pointer()
GRADE = Pattern("an Admiralty grade", r"[A-F][1-6]", "a letter A-F for the source, a digit 1-6 for what it says")
