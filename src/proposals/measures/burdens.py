"""The ledger of obligations: what each actor must do, must not do, may do, is expected to do, is promised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import attrs

from proposals.comparison.apart import told_apart
from proposals.comparison.line import Line
from proposals.comparison.meeting import against
from proposals.comparison.names import world_of
from proposals.comparison.positions import Position
from proposals.documents.proposal import Proposal
from proposals.fields.declare import compared_fields
from proposals.measures.weighing import Weight, actors, binding, concerned, weigh, weigh_for
from proposals.negotiation.matrix import MatrixRow, matrix
from proposals.notebook import Displayed
from proposals.terms.base import Term
from proposals.validation import Validated
from proposals.values import OneLine
from proposals.vocabulary import Modality
from proposals.words import Word
from proposals.world.actors import Directory
from proposals.world.world import World


class Duty(Word):
    """What a term is to an actor: how the text binds, and whether it binds the actor to an act at all."""

    MUST = "must do", "The actor is bound to do it (shall)."
    MUST_NOT = "must not do", "The actor is bound not to do it (shall not), or it is closed to the actor (excluded)."
    MAY = "may do", "The actor is permitted to do it (may), or it is open to the actor."
    EXPECTED = "is expected to do", "It is expected, intended or called for (expected, intends, should)."
    STATUS = "status", "The term states how things are for the actor and asks no act of it."
    PROMISED = "is promised", "The actor is the one for whom it is, whoever bears it."


_BY_MODALITY = {
    Modality.SHALL: Duty.MUST,
    Modality.EXPECTED: Duty.EXPECTED,
    Modality.INTENDS: Duty.EXPECTED,
    Modality.SHOULD: Duty.EXPECTED,
}


def duty(term: Term) -> Duty:
    """What a term is to those who bear it.

    What lifts a ban or an exclusion permits, and so does a value that says no more than that the way is open.

    >>> from proposals.terms.alliances import AllianceMembership, MembershipPath
    >>> for path in MembershipPath:
    ...     print(path, duty(AllianceMembership(of="UA", in_="NATO", membership=path)), sep=": ")
    excluded: must not do
    not sought: must not do
    not invited: status
    no consensus: status
    by consensus: status
    open: may do
    promised: status
    member: status
    """
    banned = term.modality is Modality.SHALL_NOT
    if against(term) and (banned or term.modality is Modality.SHALL):
        return Duty.MUST_NOT
    if banned or term.modality is Modality.MAY or _permits(term):
        return Duty.MAY
    return _BY_MODALITY[term.modality] if term.act else Duty.STATUS


def _permits(term: Term) -> bool:
    return any(getattr(term, field.name) in field.deontics.permitting for field in compared_fields(type(term)))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Entry(OneLine, Validated):
    """One subject as it concerns one actor.

    ``duties`` has one item for each document: ``None`` where the document does not lay it on the actor, or promise it.
    ``weight`` is what became of it from the first document to the second; ``None`` for a ledger of one.
    """

    line: Line
    duties: tuple[Duty | None, ...]
    weight: Weight | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Account(OneLine, Validated):
    """The entries of one actor, obligations before promises, else in the order of the rows.

    ``actor`` is its id; ``None`` for the terms that name nobody who bears them.
    """

    actor: str | None
    entries: tuple[Entry, ...]

    def counts(self, document: int) -> dict[Duty, int]:
        """How many terms of a document are which duty.

        A term is counted once however many rows it is in, and the open alternatives of one point are one.

        Args:
            document: The number of the document, counted from 0.

        Returns:
            A number for each duty that occurs, in the order of :class:`Duty`.
        """
        counted = Counter(
            duty
            for duty, _, _ in {
                (entry.duties[document], term.kind, term.subject)
                for entry in self.entries
                for term in binding(entry.line.positions[document])
            }
            if duty is not None
        )
        return {duty: counted[duty] for duty in Duty if counted[duty]}

    def changes(self) -> dict[Weight, int]:
        """How many entries have each weight that occurs, in the order of :class:`Weight`; empty for a ledger of one."""
        counted = Counter(entry.weight for entry in self.entries)
        return {weight: counted[weight] for weight in Weight if counted[weight]}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Ledger(OneLine, Displayed, Validated):
    """The accounts of all actors of one document or two, in alphabetical order, the unnamed last.

    What a group or an organisation bears stands in its own account and is not handed on to its members; but what a
    member bears in one document and the group in the other is neither added nor dropped.

    ``documents`` are the one or two, ``accounts`` has one for each actor, and ``world`` has their names.
    """

    documents: tuple[Proposal, ...]
    accounts: tuple[Account, ...]
    world: World = attrs.field(repr=False, eq=False)

    def of(self, actor: str) -> tuple[Account, ...]:
        """The accounts that concern an actor.

        Args:
            actor: The id of the actor.

        Returns:
            The actor's own account, and those of the groups and organisations that it belongs to; empty where nothing
            is laid on any of them.
        """
        return tuple(
            account
            for account in self.accounts
            if account.actor is not None and actor in self.world.actors.within(account.actor)
        )


def burdens(first: Proposal, second: Proposal | None = None, *, world: World | None = None) -> Ledger:
    """What a document asks of each actor and promises each; with a second, what is added, dropped, heavier, lighter.

    Each document's own terms say who bears them there. Rejected, deleted, refused and deferred terms bind nobody and
    are left out.

    Args:
        first: The document.
        second: The one that is compared with it; ``None`` for the first alone.
        world: The places and actors that names stand for; ``None`` for those that the documents were read with.

    Returns:
        An account for each actor, with an entry for each obligation and promise.

    Raises:
        WrongTypeError: One of them is no document.
        InvalidProposalError: A document has two terms of one key.

    >>> from proposals.library.bundled import load
    >>> for account in burdens(load("us-plan-reported"), load("ua-europe-reported")).accounts:
    ...     print(account.actor, {str(duty): number for duty, number in account.counts(0).items()})
    RU {'must do': 1, 'is promised': 2}
    UA {'must do': 2}
    international-community {'must do': 1}
    None {'must do': 2}

    What the US plan and the European answer to it lay on Ukraine, the second list being that of the answer:

    >>> plans = burdens(load("us-28-point"), load("e3-counter"))
    >>> ukraine = next(account for account in plans.accounts if account.actor == "UA")
    >>> for document in (0, 1):
    ...     print({str(duty): number for duty, number in ukraine.counts(document).items()})
    {'must do': 12, 'must not do': 2, 'is promised': 9}
    {'must do': 9, 'must not do': 1, 'status': 1, 'is promised': 8}
    """
    documents = tuple(told_apart((first,) if second is None else (first, second)))
    known = world_of(documents, world)
    found: dict[str | None, dict[bool, list[Entry]]] = {}
    for row in matrix(documents, world=known).rows:
        for actor, benefits, entry in _entries(row, known.actors):
            found.setdefault(actor, {False: [], True: []})[benefits].append(entry)
    named = sorted(actor for actor in found if actor is not None)
    order = [*named, *([None] if None in found else [])]
    accounts = tuple(Account(actor=actor, entries=(*found[actor][False], *found[actor][True])) for actor in order)
    return Ledger(documents=documents, accounts=accounts, world=known)


def _entries(row: MatrixRow, directory: Directory) -> Iterator[tuple[str | None, bool, Entry]]:
    """The entries of a row, each with its actor and whether it is a promise."""
    positions = row.line.positions
    for benefits in (False, True):
        for actor in sorted({actor for position in positions for actor in actors(position, benefits=benefits)}):
            duties = tuple(_duty(position, actor, benefits=benefits) for position in positions)
            weight = weigh_for(actor, positions[0], positions[-1], directory, benefits=benefits)
            yield actor, benefits, _entry(row, duties, weight)
    unnamed = tuple(_duty(position, None, benefits=False) for position in positions)
    if any(unnamed):
        yield None, False, _entry(row, unnamed, weigh(positions[0], positions[-1]))


def _entry(row: MatrixRow, duties: tuple[Duty | None, ...], weight: Weight | None) -> Entry:
    return Entry(line=row.line, duties=duties, weight=weight if len(row.line.positions) > 1 else None)


def _duty(position: Position, actor: str | None, *, benefits: bool) -> Duty | None:
    """What the first of the terms that concerns the actor, or names nobody, is to it; ``None`` where none does."""
    for term in binding(position):
        named = concerned(term, position, benefits=benefits)
        if actor in named or (actor is None and not named):
            return Duty.PROMISED if benefits else duty(term)
    return None
