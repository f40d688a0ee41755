"""By which words each kind of term is known, as the data of a language has it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

import attrs

from proposals.drafting.patterns import Cues, Families, Index, cues_of, in_full
from proposals.drafting.states import States
from proposals.files.wording import Wording, read_wording

BEFORE: Final = "before"
AFTER: Final = "after"
NEAR: Final = "near"
SIDES: Final = "sides"
PAIR: Final = "pair"
AS: Final = "as"
AMOUNT: Final = "amount"
LIMIT: Final = "limit"
IF: Final = "if"
UNLESS: Final = "unless"
IN_CASE_OF: Final = "in case of"
"""The sorts of condition that do not only say when: the first is named as the field that says it."""
VOID_IF: Final = "void-if"
"""The field that says under which circumstances a term ends."""
HOME: Final = "home"
"""What says of a part of the subject that it may be the one country that the text is about."""
NAME: Final = "@ "
"""What stands for the name in a cue of words that follow it."""
_LISTS: Final = (
    "lasting", "stops", "bans", "about", "sides", "pronouns", "seated", "others", "inversions", "asides", "lapses",
    "without", "moments", "deletions", "remarks", "introductions", "exceptions", "bearings", "relatives", "holding",
    "joins", "clauses", "verbs", "articles",
)  # fmt: skip
"""The cues of the language that belong to no kind and to no word."""
AMOUNTS: Final = frozenset({AMOUNT, LIMIT})
_SIGNS: Final = re.compile(r"[*|…~_\[\]]")
PLACED: Final = frozenset({BEFORE, AFTER, NEAR, SIDES, PAIR})
"""Where what a field names stands, as seen from the cue: *sides* may be the two sides of the text, a *pair* may not."""


@attrs.frozen(kw_only=True)
class FieldCues:
    """How the value of a field is known.

    ``words`` has the patterns of each word of a closed list, with the empty word for a flag and for what comes before a
    moment. ``role`` says where a name stands: one of :data:`PLACED`, or a role of the language; :data:`AMOUNT` for an
    amount, :data:`LIMIT` where the field itself says that it is the most or the least; with words, which then stand in
    the sentence as well. ``sorts`` are the kinds of actor or place that it may be, empty for any; ``home`` says that it
    may be the one country that the text is about.
    """

    words: Mapping[str, Cues] = attrs.field(factory=dict)
    role: str = ""
    sorts: frozenset[str] = frozenset()
    home: bool = False


@attrs.frozen(kw_only=True)
class RoleCues:
    """By which words a role is known: those that stand before the name, and those that follow it."""

    before: Cues
    behind: Cues


@attrs.frozen(kw_only=True)
class HeadCues:
    """By which words a text says what it is: of which form, made by whom, between whom, and published by whom."""

    forms: Mapping[str, Cues]
    authors: Cues
    between: Cues
    publishers: Cues


@attrs.frozen(kw_only=True)
class KindCues:
    """How a kind is known: by its ``cues``, but not where one of ``unless`` reaches over a cue.

    ``called`` says in words what the kind is about. ``spelled`` are the words of its cues. ``fields`` are by key, those
    of the subject among them. ``negated`` is what *shall not* makes of it: ``None`` that the act is banned, an empty
    mapping nothing, else the words that fields then have.
    """

    called: str
    cues: Cues
    unless: Cues
    spelled: str
    fields: Mapping[str, FieldCues]
    negated: Mapping[str, str] | None = None


@attrs.frozen(kw_only=True, slots=False, eq=False)
class CueSet:
    """All cues of a language, by kind; and those that belong to no kind, by name. There is one for each language."""

    kinds: Mapping[str, KindCues]
    modality: Mapping[str, Cues]
    lasting: Cues
    stops: Cues
    bans: Cues
    about: Cues
    timing: Mapping[str, Cues]
    roles: Mapping[str, RoleCues]
    events: Mapping[str, Cues]
    units: Mapping[str, Cues]
    bounds: Mapping[str, Cues]
    names: Mapping[str, tuple[str, ...]]
    states: States
    seats: Mapping[str, tuple[str, ...]]
    sides: Cues
    pronouns: Cues
    seated: Cues
    others: Cues
    conditions: Mapping[str, Cues]
    inversions: Cues
    asides: Cues
    lapses: Cues
    circumstances: Mapping[str, Cues]
    without: Cues
    moments: Cues
    deletions: Cues
    remarks: Cues
    introductions: Cues
    exceptions: Cues
    bearings: Cues
    relatives: Cues
    holding: Cues
    joins: Cues
    clauses: Cues
    verbs: Cues
    articles: Cues
    head: HeadCues

    @cached_property
    def indexed(self) -> tuple[str, ...]:
        """Of which kind each cue of :attr:`index` is."""
        return tuple(kind for kind, held in self.kinds.items() for _ in held.cues)

    @cached_property
    def index(self) -> Index:
        """An index of the cues of all kinds."""
        return Index.of(tuple(one for held in self.kinds.values() for one in held.cues))


@cache
def read_cues(folder: Path) -> CueSet:
    """The cues of a folder such as ``data/language/en/drafting``.

    Raises :class:`UnreadableError` for a file that cannot be read.
    """
    common: Any = read_wording(folder / "common.yaml")
    kinds: Any = read_wording(folder / "kinds.yaml")
    states = States.of(read_wording(folder / "states.yaml"))
    adjectives = {name: (adjective,) for name, adjective in states.adjectives.items()}
    reader = _Reader({name: _texts(held) for name, held in common["families"].items()})
    return CueSet(
        kinds={kind: reader.kind(held) for kind, held in kinds.items()},
        modality=reader.by_word(common["modality"]),
        timing=reader.by_word(common["timing"]),
        conditions=reader.by_word(common["conditions"]),
        circumstances=reader.by_word(common["circumstances"]),
        roles={role: reader.role(held) for role, held in common["roles"].items()},
        events=reader.by_word(common["events"]),
        head=HeadCues(
            forms=reader.by_word(common["head"]["forms"]),
            **{name: reader.cues(common["head"][name]) for name in ("authors", "between", "publishers")},
        ),
        units=reader.by_word(common["units"]),
        bounds=reader.by_word(common["bounds"]),
        names=adjectives | {name: _texts(held) for name, held in common["names"].items()},
        states=states,
        seats={name: _texts(held) for name, held in common["seats"].items()},
        **{name: reader.cues(common[name]) for name in _LISTS},
    )


@attrs.frozen
class _Reader:
    """Reads cues in which families of words are named."""

    families: Families

    def kind(self, held: Any) -> KindCues:
        """The cues of one kind."""
        negated = held.get("negated")
        fields = {**held["subject"], **held.get("fields", {})}
        return KindCues(
            called=str(held["called"]),
            cues=self.cues(held["cues"]),
            unless=self.cues(held.get("unless", ())),
            spelled=" ".join(_SIGNS.sub(" ", in_full(text, self.families)) for text in _texts(held["cues"])),
            fields={key: self._field(one) for key, one in fields.items()},
            negated=negated if negated is None or isinstance(negated, dict) else {},
        )

    def role(self, held: Wording) -> RoleCues:
        """The cues of a role: behind the name what follows the sign for it, else before it."""
        texts = _texts(held)
        return RoleCues(
            before=self._all(text for text in texts if not text.startswith(NAME)),
            behind=self._all(text.removeprefix(NAME) for text in texts if text.startswith(NAME)),
        )

    def by_word(self, held: Mapping[str, Wording]) -> dict[str, Cues]:
        """The cues of each word of a list."""
        return {word: self.cues(one) for word, one in held.items()}

    def cues(self, held: Wording) -> Cues:
        """The cues of a text or of several."""
        return self._all(_texts(held))

    def _all(self, texts: Iterable[str]) -> Cues:
        return tuple(one for text in texts for one in cues_of(text, self.families))

    def _field(self, held: Wording) -> FieldCues:
        if isinstance(held, str):
            role, _, rest = held.partition(" ")
            if role in AMOUNTS and rest:
                return FieldCues(role=role, words={"": self.cues(rest)})
            sorts = frozenset(rest.split())
            return FieldCues(role=role, sorts=sorts - {HOME}, home=HOME in sorts)
        return FieldCues(words=self.by_word(held) if isinstance(held, dict) else {"": self.cues(held)})


def _texts(held: Wording) -> tuple[str, ...]:
    return (held,) if isinstance(held, str) else tuple(map(str, held))
