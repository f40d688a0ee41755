"""The one family of errors, and the problems that a check lists.

Unreadable input *raises*; readable input that is wrong is *listed*, so that an author mends a file in one
pass. Both say where: ``file:line:column``, lines and columns counted from 1.
"""

from __future__ import annotations

from typing import Final, NamedTuple, Self

MOST_PROBLEMS: Final = 1000
"""How many problems of one file are told; whoever mends so many reads the rest in the next pass."""


class Location(NamedTuple):
    """Where something was read. It never counts as content: two equal terms may stand on different lines.

    ``line`` and ``column`` are counted from 1, ``column`` in characters; 0 means that the place inside the
    file is not known.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """``file:line:column``, as compilers and editors write it; without the parts that are not known."""
        return ":".join(str(part) for part in self if part)


NOWHERE: Final = Location("")
"""Where what was built in Python was read."""


class Problem(NamedTuple):
    """One thing that is wrong with a file that could be read.

    ``code`` is stable and short (``unknown-field``), ``message`` is a sentence for a person, ``hint`` the
    nearest valid word or what to do instead (``None`` where there is nothing better to say), ``excerpt`` the
    line as it stands in the file (empty where it is not known).
    """

    location: Location
    code: str
    message: str
    hint: str | None = None
    excerpt: str = ""

    def __str__(self) -> str:
        """The position, the message and the hint on one line."""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.location}: {self.message}{hint} [{self.code}]"


class ProposalsError(Exception):
    """The base of all errors that this library raises. ``str()`` gives a complete message for a person."""


class UnreadableError(ProposalsError):
    """A file that cannot be read at all: missing, too large, not UTF-8, not YAML, nested too deep."""

    def __init__(self, location: Location, message: str) -> None:
        """Keep the facts beside the message."""
        super().__init__(f"{location}: {message}")
        self.location = location
        self.message = message

    def __reduce__(self) -> tuple[type[Self], tuple[Location, str]]:
        """How it is pickled, so that a pool of workers hands it on."""
        return type(self), (self.location, self.message)


class InvalidProposalError(ProposalsError):
    """A file that can be read but has problems. ``problems`` holds them all, in reading order."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Take at least one problem; the message tells the first and counts the others."""
        first, *others = problems
        more = f"\n… and {len(others)} more; 'proposals check {first.location.file}' lists them all" if others else ""
        super().__init__(f"{first}{more}")
        self.problems = problems

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Problem, ...]]]:
        """How it is pickled, so that a pool of workers hands it on."""
        return type(self), (self.problems,)


class InvalidValueError(ProposalsError, ValueError):
    """A value that its field does not allow. ``hint`` names what would be allowed, where that is short.

    ``about`` is the id of the register's entry that is wrong, empty where the value is no register.
    """

    def __init__(self, message: str, hint: str | None = None, code: str = "bad-value", *, about: str = "") -> None:
        """Keep the hint and the problem's code apart, so that a check can show them in their place."""
        super().__init__(f"{message} ({hint})" if hint else message)
        self.message = message
        self.hint = hint
        self.code = code
        self.about = about

    def __reduce__(self) -> tuple[type[Self], tuple[str, str | None, str], dict[str, str]]:
        """How it is pickled, so that a pool of workers hands it on."""
        return type(self), (self.message, self.hint, self.code), {"about": self.about}


class WrongTypeError(ProposalsError, TypeError):
    """A value that a call or an ordering does not take. The message says what was given and what is accepted."""


class NotFoundError(ProposalsError, LookupError):
    """A name that no proposal, source, place or actor has."""


class WriteError(ProposalsError):
    """An output that could not be written. What was in its place before is unchanged."""
