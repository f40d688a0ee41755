"""What all terms have in common: who bears it, how strongly, on which conditions, where it stands, who says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from inspect import get_annotations
from math import prod
from typing import Any, ClassVar, Final

import attrs

from proposals.errors import InvalidValueError, Location
from proposals.fields.changes import Way
from proposals.fields.declare import (
    Asked,
    Deontics,
    Field,
    Record,
    compared,
    compared_fields,
    declared,
    fields_of,
    subject_fields,
)
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, PartialOrder, Prose, Timing
from proposals.fields.values import ACTOR, Plain
from proposals.notebook import Displayed
from proposals.provenance import Citation, Dispute
from proposals.strings import suggestion
from proposals.terms.circumstance import Circumstance
from proposals.terms.claims import Claim, Subject, claimed, subject_of
from proposals.validation import validate
from proposals.values import OneLine, per_class
from proposals.vocabulary import Direction, Modality, Stance, Topic, Topics
from proposals.world.dates import Deadline

CONDITIONS: Final = ("if", "after", "void-if")
"""The keys of the fields that hold conditions, which a term without any condition leaves no room for."""

MOST_CLAIMS: Final = 100_000
"""About how many subjects a term may speak, one for each combination of what it names one by one."""

_LADDER = (
    (Modality.EXPECTED, Modality.INTENDS),
    (Modality.INTENDS, Modality.SHOULD),
    (Modality.SHOULD, Modality.SHALL),
)


_TAKEN: Final = frozenset({"point", "held_by", "cite", "disputed", "options", "left_out", "struck"})
"""What files say of every term by other names than those of its attributes."""


@declared
class Term(OneLine, Displayed):
    """One typed statement of a proposal; each kind is a subclass that declares its own fields.

    ``points`` are the numbers under which it stands in the document, as printed (``10d``). ``answers`` are the points
    of the amended document that it answers where the keys cannot pair them. ``holders``, those who hold this variant,
    and ``option``, what the variant is called, make it one of several open alternatives; variants of several terms that
    have one name and the same holders are a package. ``in_part`` says of a deletion that the clause stays and only what
    is stated of it goes. ``left_out`` are the keys of fields that a source says the term
    does not have; citations for these say which source. ``at`` is where it was read and never counts as content.

    What follows from the fields is made with the term. ``subject`` is what it is about, as it is written; ``claims``
    has one claim for each combination of its subjects, in the order in which they are written. ``stated`` are the
    stated compared fields by key with their plain values, in order of declaration; ``content`` is the stance and
    their :meth:`meanings` in one text: terms equal in a claim and in content say the same.

    ``stance`` is how the document takes it, ``modality`` how strongly it binds, and ``obligors`` who bears it where the
    kind's own fields do not say so. ``if_`` and ``reservation`` belong to the stances that accept under a condition or
    with a reservation; ``before``, ``after``, ``within``, ``until`` and ``void_if`` are conditions of time and
    circumstance, each ``None`` where the text states none. ``citations`` say who reports the term, ``disputes`` what
    others report instead, and ``note`` is for the reader.
    """

    kind: ClassVar[str] = ""
    """The word that files write; empty for a class that is not itself a kind."""
    topic: ClassVar[Topics] = Topic.OTHER
    """The matter under which reports show the kind."""
    act: ClassVar[bool] = True
    """Whether who bears it does something or is not to do it; false for a kind that states how things are."""
    asked: ClassVar[Asked | None] = None
    """The question that the kind answers; ``None`` for other matters of its topic."""

    stance: Stance = Stance.PROPOSES
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
    if_: str | None = compared(Prose(), "The condition on which it holds, or on which the other's term is accepted.")
    reservation: str | None = compared(Prose(), "What the document excludes or alters of the other's term.")
    before: Any = compared(
        Timing(),
        "It is done before this.",
        deontics=Deontics(rejection=Way.LESS),
        heavier=Way.LESS,
        when_stated=Direction.HEAVIER,
    )
    after: Any = compared(
        Timing(),
        "It binds only after this.",
        deontics=Deontics(rejection=Way.LESS),
        heavier=Way.LESS,
        when_stated=Direction.LIGHTER,
    )
    within: Any = compared(
        Timing(),
        "It is done within this time.",
        deontics=Deontics(rejection=Way.LESS),
        heavier=Way.LESS,
        when_stated=Direction.HEAVIER,
    )
    until: Any = compared(
        Timing(),
        "It binds until this.",
        deontics=Deontics(rejection=Way.MORE),
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
    answers: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    option: str = ""
    in_part: bool = False
    left_out: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    note: str = ""
    at: Location | None = attrs.field(default=None, eq=False, repr=False)

    subject: Subject = attrs.field(init=False, eq=False, repr=False)
    claims: tuple[Claim, ...] = attrs.field(init=False, eq=False, repr=False)
    stated: tuple[tuple[str, Plain], ...] = attrs.field(init=False, eq=False, repr=False)
    content: str = attrs.field(init=False, eq=False, repr=False)

    def __init_subclass__(cls) -> None:
        """Refuse a field by whose name every term says something already, such as ``at`` or ``points``.

        A compared field that all kinds have may be declared anew, to be compared otherwise.
        """
        own = (name for name, what in get_annotations(cls).items() if not str(what).startswith("ClassVar"))
        common = {field.name for field in compared_fields(Term)}
        for name in own:
            if name in _TAKEN or (hasattr(Term, name) and name not in common):
                raise InvalidValueError(f"a kind cannot have a field '{name}': every term has that name already")

    def __attrs_post_init__(self) -> None:
        """Refuse an answer that leaves out what it must say, and too many subjects; make what follows from the fields.

        Raises :class:`InvalidValueError`.
        """
        validate(self, Term)
        if self.stance is Stance.ACCEPTS_IF and self.if_ is None:
            raise InvalidValueError("a term that 'accepts if' needs its condition", "add 'if: …'", "missing-if")
        if self.stance is Stance.RESERVES and self.reservation is None:
            raise InvalidValueError(
                "a term that 'reserves' needs its reservation", "add 'reservation: …'", "missing-reservation"
            )

        if self.left_out or self.stance is Stance.LEAVES_OUT:
            self._check_left_out()

        subject = tuple(subject_of(self))
        fields = zip(subject_fields(type(self)), subject, strict=True)
        claims = prod(len(held) for field, held in fields if field.each)
        if claims > MOST_CLAIMS:
            message = (
                f"this '{self.kind}' is about {claims:,} combinations of what it names; {MOST_CLAIMS:,} are the most"
            )
            raise InvalidValueError(message, "name fewer, or a group or an area that holds them", "too-wide")
        said = (f"{key}={meaning!r}" for key, meaning in self.meanings())
        object.__setattr__(self, "subject", subject)
        object.__setattr__(self, "claims", tuple(claimed(type(self), subject)))
        object.__setattr__(self, "stated", tuple(_stated(self)))
        object.__setattr__(self, "content", "\n".join([str(self.stance), *said]))

    def _check_left_out(self) -> None:
        """Refuse to leave out a field that the kind does not have or the term states, or more than the term itself."""
        if self.stance is Stance.LEAVES_OUT and (self.left_out or self.alternative or self.answers):
            message = "a term that is left out is held by nobody, is not an option, and answers nothing"
            raise InvalidValueError(message, "remove 'held-by', 'option', 'answers' and 'left-out'", "left-out")
        known = optional_fields(type(self))
        for key in self.left_out:
            if key not in known:
                message = f"a '{self.kind}' has no field '{key}' that it could leave out"
                raise InvalidValueError(message, suggestion(key, known), "unknown-field")
            if getattr(self, known[key].name) is not None:
                message = f"'{key}' is stated and left out at once"
                raise InvalidValueError(message, "remove one of the two", "left-out")

    def rules_out(self, field: Field, value: Any) -> bool:
        """Whether something that it states leaves no room for this value of the field.

        An *unconditional* term has no condition, and one with a condition is not *unconditional*.

        Args:
            field: The field, such as that of ``after``.
            value: What it would hold.

        Returns:
            ``False`` where nothing is stated that would.
        """
        stated = ((one, getattr(self, one.name)) for one in _conditional(type(self)))
        return any(_excludes(one, held, field, value) or _excludes(field, value, one, held) for one, held in stated)

    @property
    def alternative(self) -> bool:
        """Whether it is one of several alternatives between which the document leaves the point open."""
        return bool(self.holders or self.option)

    @property
    def bearers(self) -> tuple[str, ...]:
        """The ids of the actors who bear the term, in alphabetical order: the obligors, or else the kind's own."""
        return self.bearers_of(self.subject)

    @property
    def beneficiaries(self) -> tuple[str, ...]:
        """The ids of the actors for whom the term is, in alphabetical order."""
        return self.beneficiaries_of(self.subject)

    def bearers_of(self, subject: Subject) -> tuple[str, ...]:
        """The actors who bear that part of the term that is about a subject.

        Args:
            subject: One combination of what the term names, as a claim has it. A ceiling on the forces of two actors is
                two ceilings, and each bears its own.

        Returns:
            Their ids, in alphabetical order; empty where nobody is named.
        """
        return self._actors("bears", subject) if self.obligors is None else tuple(self.obligors)

    def beneficiaries_of(self, subject: Subject) -> tuple[str, ...]:
        """The actors for whom that part of the term is that is about a subject.

        Args:
            subject: One combination of what the term names, as a claim has it.

        Returns:
            Their ids, in alphabetical order; empty where nobody is named.
        """
        return self._actors("benefits", subject)

    def _actors(self, role: str, subject: Subject) -> tuple[str, ...]:
        """The actors in a role; of those who are subjects one by one, whom the subject is about: of a group one."""
        about = dict(zip((field.name for field in subject_fields(type(self))), subject, strict=False))
        found: set[str] = set()
        for field in fields_of(type(self)):
            held = getattr(self, field.name)
            if getattr(field, role) and held is not None:
                found.update(about[field.name] if field.each else held if field.many else (held,))
        return tuple(sorted(found))

    def meanings(self) -> Iterator[tuple[str, Plain]]:
        """The stated compared fields by key, each in its one spelling: ``2 weeks`` and ``14 days`` are one."""
        for field in compared_fields(type(self)):
            held = getattr(self, field.name)
            if held is not None:
                yield field.key, field.measure.meaning(held)

    def plain(self) -> dict[str, Plain]:
        """The stated compared fields by key, as JSON and YAML hold them, and the stance."""
        return {"stance": str(self.stance), **dict(_stated(self))}


@per_class
def optional_fields(shape: type[Term]) -> Mapping[str, Field]:
    """The compared fields of a kind that a term may leave unstated, by key: all but the modality."""
    return {field.key: field for field in compared_fields(shape) if field.name != "modality"}


@per_class
def _conditional(shape: type[Term]) -> tuple[Field, ...]:
    """The fields of a kind of which one may leave no room for another: those that exclude, and what they exclude."""
    fields = compared_fields(shape)
    excluded = {key for field in fields for key in field.deontics.excludes}
    return tuple(field for field in fields if field.deontics.excludes or field.key in excluded)


def _excludes(field: Field, held: Any, condition: Field, value: Any) -> bool:
    """Whether a field with this value leaves no room for what another holds; a date or a span only says when."""
    if not held or value is None or condition.key not in field.deontics.excludes:
        return False
    return not (isinstance(value, Deadline) and (value.date or value.span))


def _stated(term: Term) -> Iterator[tuple[str, Plain]]:
    for field in compared_fields(type(term)):
        held = getattr(term, field.name)
        if held is not None:
            yield field.key, field.measure.plain(held)
