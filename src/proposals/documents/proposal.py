"""Proposals: one document or stated position at one date, with its terms and where it descends from."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import attrs

from proposals.documents.deletions import Struck, deletions, filled
from proposals.errors import InvalidValueError, Location, WrongTypeError
from proposals.notebook import Displayed
from proposals.provenance import Citation, Source
from proposals.terms.base import Term
from proposals.validation import Id, Validated, validate
from proposals.values import OneLine, shown
from proposals.vocabulary import Certainty, Coverage, EventKind, Form, Link, Stance, Status, Topics
from proposals.world.actors import Actor
from proposals.world.dates import Date
from proposals.world.milestones import Milestone
from proposals.world.places import Place
from proposals.world.world import World


@attrs.frozen(kw_only=True, eq=False, repr=False)
class LineageStep(OneLine, Validated):
    """One step of descent: this document ``link`` the document ``to``.

    ``certainty`` is how sure that is: *unverified* where somebody claims it and nobody could show it.

    ``citations`` say who reports it, ``note`` is for the reader, and ``at`` is where it was read, which never counts.
    """

    link: Link
    to: str
    certainty: Certainty = Certainty.REPORTED
    citations: tuple[Citation, ...] = ()
    note: str = ""
    at: Location | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Gap(OneLine, Validated):
    """Something not established: what it is, under which point (``None``: the document as a whole), and why.

    ``questions`` are the ids of questions and ``topics`` the topics on which it speaks, empty where that is not said.

    ``what`` is a phrase for it, ``point`` the number of the point, and ``note`` says why; ``at`` is where it was read,
    which never counts.
    """

    what: str
    point: str | None = None
    note: str = ""
    questions: tuple[str, ...] = ()
    topics: tuple[Topics, ...] = ()
    at: Location | None = attrs.field(default=None, eq=False, repr=False)


def _in_order(coverages: Iterable[tuple[Topics, Coverage]]) -> tuple[tuple[Topics, Coverage], ...]:
    """The coverages by topic in the order of the topics."""
    return tuple(sorted(coverages, key=lambda one: one[0].rank))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Proposal(OneLine, Displayed, Validated):
    """One document or stated position at one date.

    ``coverage`` is how much of it is known, save on the topics of ``coverage_by_topic``, each with its own. ``terms``
    are those that it has; ``left_out`` are those of which a source says that it does not have them: known absences,
    each a term of the stance *leaves out*.

    ``points`` is how many points the document has, where that is known and it has any. ``drafted_by`` is the program
    that drafted its terms, as long as nobody has checked them. ``struck`` are the points that
    it deletes from the texts that it marks up; ``amended`` are those texts, as far as they are at hand. ``sources`` are
    those it declares itself, ``places``, ``actors`` and ``milestones`` those that it adds to the ``world``, whose names
    it uses: empty unless it was read from a file. ``known_from`` are the citations that the document as a whole rests
    on, with the facts that each supports, such as date, authors and status. ``at`` is where it was read and never
    counts as content.

    ``id`` is what other documents and commands name it by, ``title`` and ``summary`` are for the reader, and ``names``
    are others by which it is known. ``date`` is that of the document, ``authors`` are ids of actors, ``form`` says what
    sort of document it is and ``status`` how it became known. ``lineage`` are the steps by which it descends from
    others, and ``gaps`` what is not established.
    """

    id: Id
    title: str
    date: Date
    authors: tuple[str, ...] = ()
    form: Form = Form.PLAN
    status: Status = Status.UNVERIFIED
    coverage: Coverage = Coverage.PARTIAL
    coverage_by_topic: tuple[tuple[Topics, Coverage], ...] = ()
    summary: str = ""
    names: tuple[str, ...] = ()
    points: int | None = None
    drafted_by: str = ""
    known_from: tuple[Citation, ...] = ()
    terms: tuple[Term, ...] = ()
    left_out: tuple[Term, ...] = ()
    struck: tuple[Struck, ...] = ()
    lineage: tuple[LineageStep, ...] = ()
    gaps: tuple[Gap, ...] = ()
    sources: tuple[Source, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    world: World = attrs.field(factory=World.empty, eq=False, repr=False)
    amended: tuple[Proposal, ...] = attrs.field(default=(), eq=False, repr=False)
    at: Location | None = attrs.field(default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse what a field does not take, and a term in the place of those that it leaves out, or the other way."""
        validate(self, Proposal)
        object.__setattr__(self, "coverage_by_topic", _in_order(self.coverage_by_topic))
        if any(term.stance is Stance.LEAVES_OUT for term in self.terms):
            raise InvalidValueError("a term that is left out is none of the document's terms", "hand it as 'left_out'")
        if any(term.stance is not Stance.LEAVES_OUT for term in self.left_out):
            raise InvalidValueError("what is left out has the stance 'leaves out'")

    def coverage_of(self, topic: Topics) -> Coverage:
        """How much is known of what it says on a topic.

        Args:
            topic: One of :class:`~proposals.vocabulary.Topic`, or of the topics of a collection.

        Returns:
            The coverage of that topic, which is that of the document where none is stated for it.
        """
        return dict(self.coverage_by_topic).get(topic, self.coverage)

    @property
    def otherwise_known(self) -> tuple[Topics, ...]:
        """The topics on which not as much is known as on the others."""
        return tuple(topic for topic, coverage in self.coverage_by_topic if coverage is not self.coverage)

    @property
    def entries(self) -> tuple[Term, ...]:
        """What its file lists under ``terms``: those that it has, then those that it leaves out."""
        return (*self.terms, *self.left_out)

    def package(self, option: Term) -> tuple[Term, ...]:
        """The options of other terms that are one package with an option.

        Args:
            option: One of :attr:`terms`.

        Returns:
            Those that have its name and its holders, in reading order; none where it has no name.
        """
        called = (option.option, option.holders)
        others = (term for term in self.terms if (term.option, term.holders) == called and term.claims != option.claims)
        return tuple(others) if option.option else ()

    @property
    def terms_known(self) -> int:
        """How many terms are known."""
        return len(self.terms)

    @property
    def amends(self) -> tuple[str, ...]:
        """The ids of the documents whose text this one marks up."""
        return tuple(step.to for step in self.lineage if step.link is Link.AMENDS)

    @property
    def marks_up(self) -> tuple[str, ...]:
        """The ids of the documents from whose text this one may delete: those that it amends or revises."""
        return tuple(step.to for step in self.lineage if step.link in {Link.AMENDS, Link.REVISES})

    @property
    def texts(self) -> dict[str, tuple[Term, ...]]:
        """The terms of each text that it marks up and that is at hand, by the id of the document."""
        return {text.id: text.terms for text in self.amended}

    @cached_property
    def deletions(self) -> tuple[Term, ...]:
        """The terms that the deleted points had, as deletions; none where no text that it marks up is at hand."""
        return tuple(deletions(self.struck, self.terms, self.texts, self.world)) if self.struck else ()

    @cached_property
    def said(self) -> tuple[Term, ...]:
        """All that it says: its terms, deletions among them with the values that they delete, and its deletions."""
        if not self.amended:
            return self.terms
        return (*filled(self.terms, self.texts), *self.deletions)

    def citations(self) -> tuple[Citation, ...]:
        """Every citation: of lineage, terms with their disputes, deletions, and of the document as a whole."""
        groups = [
            *(step.citations for step in self.lineage),
            *(held for term in self.entries for held in (term.citations, *(one.citations for one in term.disputes))),
            *(one.citations for one in self.struck),
            self.known_from,
        ]
        return tuple(citation for group in groups for citation in group)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Event(OneLine, Validated):
    """Something that happened between the actors.

    ``participants`` are ids of actors in alphabetical order, ``about`` ids of proposals, ``place`` the id of a place
    (``None``: not known or none), ``duration`` as the source tells it.

    ``id`` is what documents cite it by, ``date`` when it happened, ``kind`` what sort of event it is and ``title`` a
    sentence for it. ``citations`` say who reports it, ``note`` is for the reader, and ``at`` is where it was read,
    which never counts.
    """

    id: Id
    date: Date
    kind: EventKind
    title: str
    participants: tuple[str, ...] = ()
    place: str | None = None
    about: tuple[str, ...] = ()
    duration: str = ""
    citations: tuple[Citation, ...] = ()
    note: str = ""
    at: Location | None = attrs.field(default=None, eq=False, repr=False)


def each_proposal(given: Iterable[object]) -> tuple[Proposal, ...]:
    """Several proposals as a tuple. Raises :class:`WrongTypeError` for anything else, such as their ids."""
    if isinstance(given, str | Proposal) or not isinstance(given, Iterable):
        raise WrongTypeError(f"several proposals are taken, not {shown(given)}; write them as a list")
    found: list[Proposal] = []
    for at, one in enumerate(given, start=1):
        if not isinstance(one, Proposal):
            hint = f"; proposals.load({one!r}) reads one" if isinstance(one, str) else ""
            raise WrongTypeError(f"proposals are taken, and number {at} is {shown(one)}{hint}")
        found.append(one)
    return tuple(found)


def narrowed(document: Proposal, topics: Iterable[Topics | str]) -> Proposal:
    """The document with all that it says on these topics, deletions as terms.

    It is to be shown and never to be compared.

    Args:
        document: The document.
        topics: The topics to keep, or the words for them; all where none is named.

    Returns:
        The document with these terms only.

    Raises:
        InvalidValueError: A word is that of no topic.
    """
    wanted = Topics.each(topics)
    said, left_out = (
        tuple(term for term in terms if not wanted or term.topic in wanted)
        for terms in (document.said, document.left_out)
    )
    return attrs.evolve(document, terms=said, left_out=left_out, struck=(), amended=())
