"""What all terms have in common: who bears it, how strongly, on which conditions, where it stands, who says so."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property
from hashlib import blake2b
from itertools import product
from operator import attrgetter
from typing import Any, ClassVar, NamedTuple, TypeAlias

import attrs

from proposals.changes import Way
from proposals.domains import ACTOR, PLACE, Plain
from proposals.errors import InvalidValueError, Position
from proposals.fields import Record, compared, compared_fields, fields_of, per_class, subject_fields
from proposals.provenance import Citation, Dispute
from proposals.scales import Listing, Members, PartialOrder, Prose, Timing
from proposals.terms.circumstance import Circumstance
from proposals.vocabulary import Direction, Modality, Stance, Topic

Subject: TypeAlias = tuple[tuple[str, ...], ...]
"""One tuple of ids or words for each subject field, in order of declaration."""


class Claim(NamedTuple):
    """One of the subjects that a term speaks about: two terms answer each other where their claims meet.

    ``matter`` is the kind and the subject without its place (an empty tuple stands where it stood); ``place`` is the id
    of the place, ``None`` for a kind that is not about places. The two together are the **key**.
    """

    matter: tuple[str, Subject]
    place: str | None


_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True)
_LADDER = (
    (Modality.EXPECTED, Modality.INTENDS),
    (Modality.INTENDS, Modality.SHOULD),
    (Modality.SHOULD, Modality.SHALL),
)


@attrs.frozen(kw_only=True)
class Term:
    """One typed statement of a proposal; each kind is a subclass that declares its own fields.

    ``points`` are the numbers under which it stands in the document, as printed (``10d``). ``answers`` is the point
    of the amended document that it answers where the keys cannot pair them. ``holders`` makes it one of several open
    alternatives: those who hold this variant. ``at`` is where it was read and never counts as content.
    """

    kind: ClassVar[str] = ""
    """The word that files write; empty for a class that is not itself a kind."""
    topic: ClassVar[Topic] = Topic.OTHER
    """The matter under which reports show the kind."""

    stance: Stance = attrs.field(default=Stance.PROPOSES, validator=attrs.validators.instance_of(Stance))
    modality: Modality = compared(
        PartialOrder(Modality, _LADDER),
        "How strongly it binds: expected < intends < should < shall; shall not; may. Left out, it is 'shall'.",
        heavier=Way.MORE,
        default=Modality.SHALL,
    )
    obligors: Members | None = compared(
        Listing(ACTOR),
        "Who bears it, where the kind's own fields do not say so.",
        bears=True,
    )
    if_: str | None = compared(Prose(), "The condition on which the document accepts the other's term.")
    reservation: str | None = compared(Prose(), "What the document excludes or alters of the other's term.")
    before: Any = compared(
        Timing(),
        "It is done before this.",
        heavier=Way.LESS,
        when_stated=Direction.HEAVIER,
    )
    after: Any = compared(
        Timing(),
        "It binds only after this.",
        heavier=Way.LESS,
        when_stated=Direction.LIGHTER,
    )
    within: Any = compared(
        Timing(),
        "It is done within this time.",
        heavier=Way.LESS,
        when_stated=Direction.HEAVIER,
    )
    until: Any = compared(
        Timing(),
        "It binds until this.",
        heavier=Way.MORE,
        when_stated=Direction.LIGHTER,
    )
    void_if: Members | None = compared(
        Listing(Record(Circumstance, "act")),
        "Circumstances that end the obligation.",
        heavier=Way.LESS,
        when_stated=Direction.LIGHTER,
    )
    points: tuple[str, ...] = ()
    answers: str | None = None
    holders: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    note: str = ""
    at: Position | None = attrs.field(default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse an answer that leaves out what it must say."""
        if self.stance is Stance.ACCEPTS_IF and self.if_ is None:
            raise InvalidValueError("a term that 'accepts if' says on which condition", "add 'if: …'", "missing-if")
        if self.stance is Stance.RESERVES and self.reservation is None:
            raise InvalidValueError("a term that 'reserves' says what", "add 'reservation: …'", "missing-reservation")

    @cached_property
    def subject(self) -> Subject:
        """What the term is about, as it is written: ids and words as strings."""
        held = [(many, getattr(self, name)) for name, many in _subject_names(type(self))]
        return tuple([tuple(map(str, value)) if many else (str(value),) for many, value in held])

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """One claim for each combination of the term's subjects, in the order in which they are written."""
        where, subject = place_index(type(self)), self.subject
        several: Iterable[Subject] = (subject,)
        if max(map(len, subject), default=1) > 1:
            fields = zip(subject_fields(type(self)), subject, strict=True)
            several = product(*([(item,) for item in held] if field.each else [held] for field, held in fields))
        if where is None:
            return tuple([Claim((self.kind, one), None) for one in several])
        return tuple(
            [Claim((self.kind, (*one[:where], (), *one[where + 1 :])), one[where][0]) for one in several]
        )

    @property
    def bearers(self) -> tuple[str, ...]:
        """The ids of the actors who bear the term, in alphabetical order: the obligors, or else the kind's own."""
        return self._actors("bears") if self.obligors is None else tuple(self.obligors)

    @property
    def beneficiaries(self) -> tuple[str, ...]:
        """The ids of the actors for whom the term is, in alphabetical order."""
        return self._actors("benefits")

    def _actors(self, role: str) -> tuple[str, ...]:
        found: set[str] = set()
        for field in fields_of(type(self)):
            held = getattr(self, field.name) if getattr(field, role) else None
            found.update(() if held is None else held if field.many else (held,))
        return tuple(sorted(found))

    @cached_property
    def content(self) -> tuple[Any, ...]:
        """The stance and the compared values, in order of declaration: terms equal in key and content are the same."""
        content: tuple[Any, ...] = _content_of(type(self))(self)
        return content

    @cached_property
    def digest(self) -> bytes:
        """Eight bytes made of kind, subject, stance and compared values, without any provenance."""
        text = _JSON.encode([self.kind, self.subject, self.plain()])
        return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()

    def plain(self) -> dict[str, Plain]:
        """The stated compared fields by key, as JSON and YAML hold them, and the stance."""
        stated: dict[str, Plain] = {"stance": str(self.stance)}
        for field, held in zip(compared_fields(type(self)), self.content[1:], strict=True):
            if held is not None:
                stated[field.key] = field.plain(held)
        return stated


@per_class
def place_index(shape: type[Term]) -> int | None:
    """Which subject field of a kind holds its places, counted from 0; ``None`` for a kind that is not about places."""
    fields = subject_fields(shape)
    return next((index for index, field in enumerate(fields) if field.each and field.domain is PLACE), None)


@per_class
def _subject_names(shape: type[Term]) -> tuple[tuple[str, bool], ...]:
    """The attributes of the subject, each with whether it holds several values."""
    return tuple((field.name, field.many) for field in subject_fields(shape))


@per_class
def _content_of(shape: type[Term]) -> attrgetter[Any]:
    return attrgetter("stance", *(field.name for field in compared_fields(shape)))
