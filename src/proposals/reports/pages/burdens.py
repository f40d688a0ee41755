"""The ledger of obligations as a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, starmap
from typing import Final, NamedTuple, TypeAlias
from unicodedata import normalize

from proposals.language import phrases
from proposals.language.labels import lettered
from proposals.language.names import Lookup
from proposals.language.phrases import Phrase, Role, Run, phrase
from proposals.language.tables import Language
from proposals.measures.burdens import Account, Duty, Entry, Ledger
from proposals.measures.weighing import Weight
from proposals.reports.page import Block, Entries, Heading, Items, Level, Page, Paragraph
from proposals.reports.pages.brief import documents_in
from proposals.reports.pages.positions import said, title
from proposals.vocabulary import Coverage

_ROLES: Final = {
    Weight.UNCHANGED: Role.AGREED,
    Weight.NEWLY_REPORTED: Role.ABSENT,
    Weight.NOT_REPORTED: Role.ABSENT,
}
"""How what became of a term is set; all else differs."""

_Said: TypeAlias = tuple[Phrase, ...]
"""What a document says to a subject."""

_LONG: Final = 240
"""How many characters may be repeated for another actor: three lines of a narrow terminal."""


def page(ledger: Ledger, accounts: Sequence[Account], lookup: Lookup) -> Page:
    """The counts of these accounts, then what each would have to do and is promised, by the verb that binds it.

    Of one document each verb has its sentences; of two each subject has what became of it and what either says. Actors
    of whom all that a verb has is the same are named together, and what is long is said in full once.
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
    ordered = sorted(accounts, key=lambda account: (account.actor is None, _alphabetical(_name(account, lookup))))
    yield Entries(tuple(_counts(account, ledger, lookup) for account in ordered))
    places: dict[_Said, str] = {}
    for part in _parts(ordered, lookup):
        yield from _part(part, places, ledger, lookup)


class _Subject(NamedTuple):
    """One subject as it concerns an actor: its head, its title, and what each document says."""

    head: Phrase
    title: str
    said: tuple[_Said, ...]


class _Part(NamedTuple):
    """All that one verb has of the actors that are named together."""

    actors: tuple[str, ...]
    duty: Duty
    subjects: tuple[_Subject, ...]
    changes: dict[Weight, int]


def _parts(accounts: Iterable[Account], lookup: Lookup) -> list[_Part]:
    """The parts of the page, each where the first of its actors is; what nobody is named for is a part of its own."""
    found: dict[tuple[bool, Duty, tuple[_Subject, ...]], _Part] = {}
    for account in accounts:
        for duty, some in groupby(sorted(account.entries, key=_rank), _leading):
            entries = tuple(some)
            subjects = tuple(_subject(one, duty, lookup) for one in entries)
            changes = Account(actor=account.actor, entries=entries).changes()
            key = account.actor is None, duty, subjects
            named = found[key].actors if key in found else ()
            found[key] = _Part((*named, _name(account, lookup)), duty, subjects, changes)
    return [*found.values()]


def _subject(one: Entry, duty: Duty, lookup: Lookup) -> _Subject:
    told = tuple(said(position, lookup) for position in one.line.positions)
    return _Subject(phrase(*_head(one, duty, lookup)), title(one.line, lookup), told)


def _leading(one: Entry) -> Duty:
    """What the entry is to the actor in the first document that lays it on the actor, or promises it."""
    return next(duty for duty in one.duties if duty is not None)


def _rank(one: Entry) -> int:
    return _leading(one).rank


def _part(part: _Part, places: dict[_Said, str], ledger: Ledger, lookup: Lookup) -> Iterator[Block]:
    """What these actors must do, or must not, may or are promised; ``places`` has where what is long is in full."""
    language = lookup.language
    names = language.listed(part.actors)
    name = language.fill("pages.burdens.account", name=names, duty=language.word(part.duty, "heading"))
    if len(ledger.documents) == 1:
        yield Heading(Level.PART, phrase(name))
        told = (_once(one.said[0], name, places, language, one.title) for one in part.subjects)
        yield Items(tuple(line for lines in told for line in lines))
        return
    counted = (
        language.fill("pages.burdens.changed", count=str(count), weight=language.word(weight))
        for weight, count in part.changes.items()
    )
    yield Heading(Level.PART, phrase(name), phrase(", ".join(counted)))
    for one in part.subjects:
        yield Heading(Level.ITEM, one.head)
        pairs = zip(lettered(ledger.documents), one.said, strict=True)
        entries = ((phrase(Run(letter, Role.FAINT)), _once(held, name, places, language)) for letter, held in pairs)
        yield Entries(tuple(starmap(phrases.Entry, entries)))


def _once(held: _Said, name: str, places: dict[_Said, str], language: Language, title: str = "") -> _Said:
    """What is said under this name; if that is long and was said before, where it is in full, behind a title."""
    long = sum(len(run.text) for line in held for run in line) > _LONG
    where = places.setdefault(held, name) if long else name
    if where == name:
        return held
    told = language.fill("pages.burdens.in full", where=where)
    return (phrase(language.fill("pages.label", label=title, text=told) if title else told),)


def _name(account: Account, lookup: Lookup) -> str:
    if account.actor is None:
        return lookup.language.phrase("pages.burdens.nobody")
    return lookup.name(account.actor)


def _alphabetical(name: str) -> str:
    """What a name is listed by: an accent comes after the letter that has it."""
    return normalize("NFKD", name.casefold())


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
