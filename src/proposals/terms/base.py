"""What all terms have in common: who bears it, how strongly, on which conditions, where it stands, who says so."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from operator import attrgetter
from sys import intern
from typing import Any, ClassVar, NamedTuple, TypeAlias

import attrs

from proposals.digests import digest
from proposals.errors import InvalidValueError, Location
from proposals.fields.changes import Way
from proposals.fields.declare import Field, Record, compared, compared_fields, fields_of, per_class, subject_fields
from proposals.fields.scales import Members, MemberSet, PartialOrder, Prose, Timing
from proposals.fields.values import ACTOR, PLACE, Plain
from proposals.provenance import Citation, Dispute
from proposals.terms.circumstance import Circumstance
from proposals.vocabulary import Direction, Modality, Stance, Topic

Subject: TypeAlias = tuple[tuple[str, ...], ...]
"""One tuple of ids or words for each subject field, in order of declaration."""


class Claim(NamedTuple):
    """One of the subjects that a term speaks about: two terms answer each other where their claims meet.

    ``rest`` is the subject without its place (an empty tuple stands where it stood), ``matter`` that and the kind in
    one text; ``place`` is the id of the place, ``None`` for a kind that is not about places. Matter and place together
    are the **key**.
    """

    matter: str
    place: str | None
    rest: Subject

    @property
    def key(self) -> str:
        """Matter and place in one text."""
        return self.matter if self.place is None else f"{self.matter}\n{self.place}"


_LADDER = (
    (Modality.EXPECTED, Modality.INTENDS),
    (Modality.INTENDS, Modality.SHOULD),
    (Modality.SHOULD, Modality.SHALL),
)


class _Derived:
    """What follows from the fields of a term and is made with it, since each comparison asks for it.

    ``subject`` is what the term is about, as it is written; ``claims`` has one claim for each combination of its
    subjects, in the order in which they are written, and ``key`` is that of the first one. ``content`` is the stance
    and the stated compared fields in one text: terms equal in key and content are the same. ``digests`` are those of
    key and content. ``outright`` is the content again where the term is proposed as it stands, ``None`` for an answer
    and for one of several alternatives. ``values`` are those of the compared fields in order of declaration, ``None``
    where one is not stated.
    """

    __slots__ = ("claims", "content", "digests", "key", "outright", "subject", "values")

    subject: Subject
    claims: tuple[Claim, ...]
    key: str
    content: str
    digests: tuple[int, int]
    outright: str | None
    values: tuple[Any, ...]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Term(_Derived):
    """One typed statement of a proposal; each kind is a subclass that declares its own fields.

    Kinds leave equality, hash and text to this class (``eq=False, repr=False``): code that attrs writes for each of
    fifty kinds is compiled anew in every process, and whoever types a command waits for it.

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
        MemberSet(ACTOR),
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
        MemberSet(Record(Circumstance, "act")),
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
    at: Location | None = attrs.field(default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse an answer that leaves out what it must say; make what follows from the fields."""
        if self.stance is Stance.ACCEPTS_IF and self.if_ is None:
            raise InvalidValueError("a term that 'accepts if' says on which condition", "add 'if: …'", "missing-if")
        if self.stance is Stance.RESERVES and self.reservation is None:
            raise InvalidValueError("a term that 'reserves' says what", "add 'reservation: …'", "missing-reservation")

        form = _form_of(type(self))
        subject = form.subject(self)
        claims = form.claims(subject)
        key, values = claims[0].key, form.values(self)
        key, content = intern(key), intern(form.content(self.stance, values))
        give = object.__setattr__
        give(self, "subject", subject)
        give(self, "claims", claims)
        give(self, "key", key)
        give(self, "content", content)
        give(self, "digests", (digest(key), digest(content)))
        give(self, "outright", content if self.stance is Stance.PROPOSES and not self.holders else None)
        give(self, "values", values)

    def __eq__(self, other: object) -> bool:
        """Equal in kind and in every field; where a term was read does not count."""
        if type(other) is not type(self):
            return NotImplemented
        told = _told_of(type(self))
        return bool(told(self) == told(other))

    def __hash__(self) -> int:
        """That of the fields."""
        return hash(_told_of(type(self))(self))

    def __repr__(self) -> str:
        """The class with the fields that are not as they are by default."""
        told = [
            f"{field.name}={getattr(self, field.name)!r}"
            for field in attrs.fields(type(self))
            if field.repr and getattr(self, field.name) != field.default
        ]
        return f"{type(self).__name__}({', '.join(told)})"

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

    def plain(self) -> dict[str, Plain]:
        """The stated compared fields by key, as JSON and YAML hold them, and the stance."""
        stated: dict[str, Plain] = {"stance": str(self.stance)}
        for field, held in zip(compared_fields(type(self)), self.values, strict=True):
            if held is not None:
                stated[field.key] = field.plain(held)
        return stated


@per_class
def place_index(shape: type[Term]) -> int | None:
    """Which subject field of a kind holds its places, counted from 0; ``None`` for a kind that is not about places."""
    fields = subject_fields(shape)
    return next((index for index, field in enumerate(fields) if field.each and field.domain is PLACE), None)


class _Form:
    """How the terms of one kind tell what they are about and what they say."""

    def __init__(self, shape: type[Term]) -> None:
        compared = compared_fields(shape)
        self.kind = shape.kind
        self.where = place_index(shape)
        self.each = tuple(field.each for field in subject_fields(shape))
        self.names = tuple((field.name, field.many) for field in subject_fields(shape))
        self.values = attrgetter(*(field.name for field in compared))
        self.tells = tuple(map(_telling, compared))

    def subject(self, term: Term) -> Subject:
        """Ids and words as strings."""
        held = [(many, getattr(term, name)) for name, many in self.names]
        return tuple([tuple(map(str, value)) if many else (str(value),) for many, value in held])

    def claims(self, subject: Subject) -> tuple[Claim, ...]:
        """One for each combination."""
        if max(map(len, subject), default=1) == 1:
            return (self._claim(subject),)
        fields = zip(self.each, subject, strict=True)
        several = product(*([(item,) for item in held] if each else [held] for each, held in fields))
        return tuple(map(self._claim, several))

    def _claim(self, subject: Subject) -> Claim:
        where = self.where
        if where is None:
            return Claim(f"{self.kind} {subject}", None, subject)
        rest = (*subject[:where], (), *subject[where + 1 :])
        return Claim(f"{self.kind} {rest}", subject[where][0], rest)

    def content(self, stance: Stance, values: tuple[Any, ...]) -> str:
        """The stance, and each stated field as its key with its meaning; whatever is not stated is left out."""
        said: list[str] = [stance]
        for tell, value in zip(self.tells, values, strict=True):
            if value is not None:
                said.append(tell(value))
        return "\n".join(said)


def _telling(field: Field) -> Callable[[Any], str]:
    key, meaning = field.key, field.measure.meaning
    return lambda value: f"{key}={meaning(value)!r}"


_form_of = per_class(_Form)


@per_class
def _told_of(shape: type[Term]) -> attrgetter[Any]:
    """What counts when two terms are asked for equality."""
    return attrgetter(*(field.name for field in attrs.fields(shape) if field.eq))
