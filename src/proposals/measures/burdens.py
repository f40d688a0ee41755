"""The ledger of obligations: what each actor must do, must not do, may do, is expected to do, is promised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from proposals.comparison.names import world_of
from proposals.comparison.positions import Line
from proposals.documents.proposal import Proposal
from proposals.measures.weighing import Weight, actors, binding, weigh, weigh_for
from proposals.negotiation.matrix import MatrixRow, matrix
from proposals.notebook import Displayed
from proposals.terms.base import Term
from proposals.vocabulary import Modality, Word
from proposals.world.world import World


class Duty(Word):
    """What a term is to an actor; by its modality, as the text binds, not by its subject."""

    MUST = "must do", "The actor is bound to do it (shall)."
    MUST_NOT = "must not do", "The actor is bound not to do it (shall not)."
    MAY = "may do", "The actor is permitted to do it (may)."
    EXPECTED = "is expected to do", "It is expected, intended or called for (expected, intends, should)."
    PROMISED = "is promised", "The actor is the one for whom it is, whoever bears it."


_BY_MODALITY = {
    Modality.SHALL: Duty.MUST,
    Modality.SHALL_NOT: Duty.MUST_NOT,
    Modality.MAY: Duty.MAY,
    Modality.EXPECTED: Duty.EXPECTED,
    Modality.INTENDS: Duty.EXPECTED,
    Modality.SHOULD: Duty.EXPECTED,
}


@attrs.frozen(kw_only=True)
class Entry:
    """One subject as it concerns one actor.

    ``duties`` has one item for each document: ``None`` where the document does not lay it on the actor, or promise it.
    ``weight`` is what became of it from the first document to the second; ``None`` for a ledger of one.
    """

    line: Line
    duties: tuple[Duty | None, ...]
    weight: Weight | None = None


@attrs.frozen(kw_only=True)
class Account:
    """The entries of one actor, obligations before promises, else in the order of the rows.

    ``actor`` is its id; ``None`` for the terms that name nobody who bears them.
    """

    actor: str | None
    entries: tuple[Entry, ...]

    def counts(self, document: int) -> dict[Duty, int]:
        """How many terms of a document, counted from 0, are which duty, in the order of :class:`Duty`.

        A term is counted once however many rows it is in, and the open alternatives of one point are one.
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


@attrs.frozen(kw_only=True)
class Ledger(Displayed):
    """The accounts of all actors of one document or two, in alphabetical order, the unnamed last.

    What a group or an organisation bears stands in its own account and is not handed on to its members.
    """

    documents: tuple[Proposal, ...]
    accounts: tuple[Account, ...]
    world: World = attrs.field(repr=False, eq=False)

    def of(self, actor: str) -> tuple[Account, ...]:
        """The actor's own account, and those of the groups and organisations that it belongs to."""
        return tuple(
            account
            for account in self.accounts
            if account.actor is not None and actor in self.world.actors.within(account.actor)
        )


def burdens(first: Proposal, second: Proposal | None = None, *, world: World | None = None) -> Ledger:
    """What a document lays on each actor and promises to each; with a second, what is added, dropped, heavier, lighter.

    Rejected, deleted, refused and deferred terms bind nobody and are left out. Raises as
    :func:`~proposals.comparison.engine.compare` does.

    >>> from proposals.library.collection import load
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
    {'must do': 14, 'is promised': 9}
    {'must do': 11, 'is promised': 8}
    """
    documents = (first,) if second is None else (first, second)
    known = world_of(documents, world)
    found: dict[str | None, dict[bool, list[Entry]]] = {}
    for row in matrix(documents, world=known).rows:
        for actor, benefits, entry in _entries(row):
            found.setdefault(actor, {False: [], True: []})[benefits].append(entry)
    named = sorted(actor for actor in found if actor is not None)
    order = [*named, *([None] if None in found else [])]
    accounts = tuple(Account(actor=actor, entries=(*found[actor][False], *found[actor][True])) for actor in order)
    return Ledger(documents=documents, accounts=accounts, world=known)


def _entries(row: MatrixRow) -> Iterator[tuple[str | None, bool, Entry]]:
    """The entries of a row, each with its actor and whether it is a promise."""
    held = [binding(position) for position in row.line.positions]
    terms = [term for own in held for term in own]
    for benefits in (False, True):
        for actor in actors(terms, benefits=benefits):
            duties = tuple(_duty(own, actor, benefits=benefits) for own in held)
            weight = weigh_for(actor, row.line.positions[0], row.line.positions[-1], benefits=benefits)
            yield actor, benefits, _entry(row, duties, weight)
    if any(not term.bearers for term in terms):
        duties = tuple(_duty([term for term in own if not term.bearers], None, benefits=False) for own in held)
        yield None, False, _entry(row, duties, weigh(row.line.positions[0], row.line.positions[-1]))


def _entry(row: MatrixRow, duties: tuple[Duty | None, ...], weight: Weight | None) -> Entry:
    return Entry(line=row.line, duties=duties, weight=weight if len(row.line.positions) > 1 else None)


def _duty(terms: Iterable[Term], actor: str | None, *, benefits: bool) -> Duty | None:
    """What the first of the terms that concerns the actor is to it; ``None`` where none does."""
    for term in terms:
        if benefits and actor in term.beneficiaries:
            return Duty.PROMISED
        if not benefits and (actor is None or actor in term.bearers):
            return _BY_MODALITY[term.modality]
    return None
