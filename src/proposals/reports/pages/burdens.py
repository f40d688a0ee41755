"""The ledger of obligations as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proposals.documents.proposal import Proposal
from proposals.language import phrases
from proposals.language.labels import lettered
from proposals.language.names import Lookup
from proposals.language.phrases import Phrase, Role, Run, phrase
from proposals.language.values import listed
from proposals.measures.burdens import Account, Entry, Ledger
from proposals.measures.weighing import Weight
from proposals.reports.page import Block, Entries, Heading, Level, Page, Paragraph
from proposals.reports.pages.brief import documents_in
from proposals.reports.pages.positions import entry, said, title

_NOBODY = "nobody named"
_ROLES = {
    Weight.HEAVIER: Role.DIFFERENT,
    Weight.LIGHTER: Role.DIFFERENT,
    Weight.STRONGER: Role.DIFFERENT,
    Weight.WEAKER: Role.DIFFERENT,
    Weight.MIXED: Role.DIFFERENT,
    Weight.CHANGED: Role.DIFFERENT,
    Weight.OPEN: Role.DIFFERENT,
    Weight.UNCHANGED: Role.AGREED,
    Weight.ADDED: Role.DIFFERENT,
    Weight.DROPPED: Role.DIFFERENT,
    Weight.NEWLY_REPORTED: Role.ABSENT,
    Weight.NOT_REPORTED: Role.ABSENT,
}


def page(ledger: Ledger, accounts: Sequence[Account], lookup: Lookup) -> Page:
    """The counts of these accounts, then each with all of its entries."""
    return Page(tuple(_blocks(ledger, accounts, lookup)), documents=ledger.documents)


def _blocks(ledger: Ledger, accounts: Sequence[Account], lookup: Lookup) -> Iterator[Block]:
    yield Heading(Level.PAGE, phrase(f"Obligations and promises in {listed(one.title for one in ledger.documents)}"))
    yield documents_in(ledger.documents, lookup)
    if not accounts:
        yield Paragraph(phrase("No term that is known lays anything on anyone, or promises anything."))
        return
    yield Heading(Level.PART, phrase("counts"), phrase("terms, the open alternatives of one point being one"))
    yield Entries(tuple(_counts(account, ledger, lookup) for account in accounts))
    for account in accounts:
        changes = ", ".join(f"{count} {weight}" for weight, count in account.changes().items())
        yield Heading(Level.PART, phrase(_name(account, lookup)), phrase(changes))
        for one in account.entries:
            yield Heading(Level.ITEM, phrase(*_head(one), Run(title(one.line, lookup), Role.STRONG)))
            yield Entries(tuple(_cells(one, ledger.documents, lookup)))


def _name(account: Account, lookup: Lookup) -> str:
    return _NOBODY if account.actor is None else lookup.name(account.actor)


def _counts(account: Account, ledger: Ledger, lookup: Lookup) -> phrases.Entry:
    told = []
    for index, letter in enumerate(lettered(ledger.documents)):
        counts = account.counts(index)
        words = ", ".join(f"{duty} {count}" for duty, count in counts.items()) or "none"
        told.append(phrase(f"{letter}: " if len(ledger.documents) > 1 else "", words))
    return phrases.Entry(phrase(Run(_name(account, lookup), Role.STRONG)), tuple(told))


def _head(one: Entry) -> Iterator[str | Run]:
    duties = list(dict.fromkeys(duty for duty in one.duties if duty is not None))
    if one.weight is not None:
        yield Run(str(one.weight), _ROLES[one.weight])
        yield " · "
    yield f"{', then '.join(map(str, duties))} · "


def _cells(one: Entry, documents: Sequence[Proposal], lookup: Lookup) -> Iterator[phrases.Entry]:
    if len(documents) == 1:
        yield phrases.Entry(phrase("says"), _said(one, lookup))
    else:
        pairs = zip(lettered(documents), one.line.positions, strict=True)
        yield from (entry(letter, position, lookup) for letter, position in pairs)


def _said(one: Entry, lookup: Lookup) -> tuple[Phrase, ...]:
    return said(one.line.positions[0], lookup)
