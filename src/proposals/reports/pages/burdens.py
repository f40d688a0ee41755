"""The ledger of obligations as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from proposals.language import phrases
from proposals.language.labels import lettered
from proposals.language.names import Lookup
from proposals.language.phrases import Phrase, Role, Run, phrase
from proposals.language.tables import Language
from proposals.measures.burdens import Account, Duty, Entry, Ledger
from proposals.measures.weighing import Weight
from proposals.reports.page import Block, Entries, Heading, Items, Level, Page, Paragraph
from proposals.reports.pages.brief import documents_in
from proposals.reports.pages.positions import entry, said, title
from proposals.vocabulary import Coverage

_ROLES: Final = {
    Weight.UNCHANGED: Role.AGREED,
    Weight.NEWLY_REPORTED: Role.ABSENT,
    Weight.NOT_REPORTED: Role.ABSENT,
}
"""How what became of a term is set; all else differs."""


def page(ledger: Ledger, accounts: Sequence[Account], lookup: Lookup) -> Page:
    """The counts of these accounts, then what each would have to do and is promised, by the verb that binds it.

    Of one document each verb has its sentences; of two each subject has what became of it and what either says.
    """
    return Page(tuple(_blocks(ledger, accounts, lookup)), documents=ledger.documents)


def _blocks(ledger: Ledger, accounts: Sequence[Account], lookup: Lookup) -> Iterator[Block]:
    language = lookup.language
    named = language.listed(map(language.title, ledger.documents))
    yield Heading(Level.PAGE, phrase(language.fill("pages.burdens.title", names=named)))
    yield documents_in(ledger.documents, lookup)
    if not accounts:
        yield Paragraph(phrase(language.phrase("pages.burdens.none")))
        return
    counts, counted = (language.phrase(f"pages.burdens.{one}") for one in ("counts", "counted"))
    yield Heading(Level.PART, phrase(counts), phrase(counted))
    yield Entries(tuple(_counts(account, ledger, lookup) for account in accounts))
    for account in accounts:
        for duty, entries in groupby(sorted(account.entries, key=_rank), _leading):
            yield from _bound(account, duty, tuple(entries), ledger, lookup)


def _leading(one: Entry) -> Duty:
    """What the entry is to the actor in the first document that lays it on the actor, or promises it."""
    return next(duty for duty in one.duties if duty is not None)


def _rank(one: Entry) -> int:
    return _leading(one).rank


def _bound(account: Account, duty: Duty, entries: tuple[Entry, ...], ledger: Ledger, lookup: Lookup) -> Iterator[Block]:
    """What an actor must do, or must not, may or is promised."""
    language = lookup.language
    name = language.fill("pages.burdens.account", name=_name(account, lookup), duty=language.word(duty, "heading"))
    if len(ledger.documents) == 1:
        yield Heading(Level.PART, phrase(name))
        yield Items(tuple(line for one in entries for line in said(one.line.positions[0], lookup)))
        return
    changes = Account(actor=account.actor, entries=entries).changes()
    counted = (
        language.fill("pages.burdens.changed", count=str(count), weight=language.word(weight))
        for weight, count in changes.items()
    )
    yield Heading(Level.PART, phrase(name), phrase(", ".join(counted)))
    letters = lettered(ledger.documents)
    for one in entries:
        yield Heading(Level.ITEM, phrase(*_head(one, duty, lookup)))
        pairs = zip(letters, one.line.positions, strict=True)
        yield Entries(tuple(entry(letter, position, lookup) for letter, position in pairs))


def _name(account: Account, lookup: Lookup) -> str:
    if account.actor is None:
        return lookup.language.phrase("pages.burdens.nobody")
    return lookup.name(account.actor)


def _counts(account: Account, ledger: Ledger, lookup: Lookup) -> phrases.Entry:
    language = lookup.language
    told: list[Phrase] = []
    for index, (letter, document) in enumerate(zip(lettered(ledger.documents), ledger.documents, strict=True)):
        words = ", ".join(_counted(duty, count, language) for duty, count in account.counts(index).items())
        partly = document.coverage is Coverage.PARTIAL
        held = words or language.phrase("pages.none known" if partly else "pages.burdens.nothing")
        several = len(ledger.documents) > 1
        told.append(phrase(language.fill("pages.label", label=letter, text=held) if several else held))
    return phrases.Entry(phrase(Run(_name(account, lookup), Role.STRONG)), tuple(told))


def _counted(duty: Duty, count: int, language: Language) -> str:
    return language.fill("pages.burdens.count", duty=language.word(duty), count=str(count))


def _head(one: Entry, duty: Duty, lookup: Lookup) -> Iterator[str | Run]:
    """What became of it, its subject, and what else it is to the actor in the other document."""
    language = lookup.language
    weight = one.weight
    became = (Run(language.word(weight), _ROLES.get(weight, Role.DIFFERENT)), " · ") if weight else ()
    yield from became
    yield Run(title(one.line, lookup), Role.STRONG)
    others = [language.word(other) for other in dict.fromkeys(one.duties) if other not in {None, duty}]
    if others:
        yield f" · {language.fill('pages.burdens.then', duties=language.listed(others))}"
