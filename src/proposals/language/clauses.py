"""How a kind of term is worded: its heading, its sentence, what each field adds, as a file of a language has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

import attrs

from proposals.errors import InvalidValueError
from proposals.files.wording import Wording
from proposals.language.templates import Template
from proposals.validation import Validated

Templates: TypeAlias = tuple[Template, ...]
"""Templates of which the first that can be said is taken."""

Forms: TypeAlias = Mapping[str, str]
"""What something is called, by form; the usual one is under ``name``."""

OPEN: Final = "…"
"""Under this word a list says what it calls its further members: ``other sectors``."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Clause(Validated):
    """The wording of one kind.

    ``heading`` names it with its subject. ``says`` is its sentence without the full stop, ``rejects`` what follows
    "It rejects" where that is more than the sentence in *that*. ``adds`` has for each field what follows the sentence
    where the sentence does not have it; a template that ends with a full stop is a sentence of its own. ``words`` are
    words of a list that this kind calls otherwise, by field and word.
    """

    heading: Template
    says: Templates
    rejects: Templates = ()
    adds: Mapping[str, Templates] = attrs.field(factory=dict)
    words: Mapping[str, Mapping[str, Forms]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, held: Wording) -> Clause:
        """Read the entry of a kind.

        Args:
            held: The entry.

        Returns:
            What a term of the kind says.

        Raises:
            InvalidValueError: Something is missing, or no part of an entry.
        """
        entry = mapping(held)
        known = {"heading", "says", "rejects", "adds", "words"}
        for key in entry:
            if key not in known:
                raise InvalidValueError(f"'{key}' is not part of it; it has: {', '.join(sorted(known))}")
        for key in ("heading", "says"):
            if key not in entry:
                raise InvalidValueError(f"it has no '{key}'")
        return cls(
            heading=Template.of(text(entry["heading"])),
            says=templates(entry["says"]),
            rejects=templates(entry.get("rejects", ())),
            adds={key: templates(one) for key, one in mapping(entry.get("adds", {})).items()},
            words={key: word_list(one) for key, one in mapping(entry.get("words", {})).items()},
        )

    def every(self) -> Iterator[Template]:
        """All its templates."""
        yield from (self.heading, *self.says, *self.rejects)
        for one in self.adds.values():
            yield from one


def text(held: Wording) -> str:
    """The text that is written. Raises :class:`InvalidValueError` if it is a list or a mapping."""
    if not isinstance(held, str):
        raise InvalidValueError(f"a text belongs here, not {held!r}")
    return held


def mapping(held: Wording) -> dict[str, Wording]:
    """The mapping that is written. Raises :class:`InvalidValueError` if it is a text or a list."""
    if not isinstance(held, dict):
        raise InvalidValueError(f"'key: text' lines belong here, not {held!r}")
    return held


def templates(held: Wording) -> Templates:
    """One template or a list of them. Raises :class:`InvalidValueError` for anything else."""
    several = held if isinstance(held, tuple) else (held,)
    return tuple(Template.of(text(one)) for one in several)


def forms(held: Wording) -> Forms:
    """The forms that are written; a text alone is the usual one. Raises :class:`InvalidValueError` for a list."""
    if isinstance(held, str):
        return {"name": held}
    return {form: text(one) for form, one in mapping(held).items()}


def word_list(held: Wording) -> Mapping[str, Forms]:
    """The wording of the words of a list. Raises :class:`InvalidValueError` if it is no mapping."""
    return {word: forms(one) for word, one in mapping(held).items()}
