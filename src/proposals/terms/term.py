"""What all terms have in common: who bears it, how strongly, on which conditions, where it stands, who says so."""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import Any, ClassVar, TypeAlias

import attrs

from proposals.changes import Way
from proposals.domains import ACTOR, Plain, Words
from proposals.errors import InvalidValueError, Position
from proposals.fields import Record, compared, compared_fields, fields_of, subject_fields
from proposals.provenance import Citation, Dispute
from proposals.scales import Listing, Members, PartialOrder, Prose, Timing
from proposals.terms.circumstance import Circumstance
from proposals.vocabulary import Direction, Modality, Stance, Topic

Key: TypeAlias = tuple[str, tuple[tuple[str, ...], ...]]
"""A term's kind and its subject: one tuple of ids or words for each subject field, in order of declaration."""

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

    @property
    def subject(self) -> tuple[tuple[str, ...], ...]:
        """One tuple for each subject field, in order of declaration: its ids or words as strings."""
        return tuple(
            tuple(str(item) for item in held) if field.many else (str(held),)
            for field, held in ((field, getattr(self, field.name)) for field in subject_fields(type(self)))
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

    @property
    def content(self) -> tuple[Any, ...]:
        """The stance and the compared values, in order of declaration: two terms of one key and content are the same."""
        return _content_of(type(self))(self)  # type: ignore[no-any-return]

    def plain(self) -> dict[str, Plain]:
        """The stated compared fields by key, as JSON and YAML hold them, and the stance."""
        fields = ((field, getattr(self, field.name)) for field in compared_fields(type(self)))
        return {"stance": str(self.stance)} | {
            field.key: field.plain(held) for field, held in fields if held is not None
        }


@cache
def _content_of(shape: type[Term]) -> attrgetter[Any]:
    return attrgetter("stance", *(field.name for field in compared_fields(shape)))
