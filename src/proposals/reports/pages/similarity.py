"""Similarities as a page; no value stands without its count and its interval."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proposals.documents.proposal import Proposal
from proposals.language.labels import lettered
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Role, Run, phrase
from proposals.language.sentences import heading
from proposals.language.values import counted, listed
from proposals.measures.estimate import rounded
from proposals.measures.similarity import Item, Question, Similarity
from proposals.measures.weights import Weights
from proposals.reports.page import Block, Entries, Heading, Items, Level, Page, Paragraph
from proposals.reports.pages.brief import documents_in
from proposals.terms.base import Term

_MEANING = (
    "Each value is the mean over the terms in which both state something that can be compared; the possible range "
    "fills what one of them does not say, or what is not reported of it, with the worst and the best. Where less than "
    "a third of the terms can be compared, only the range is given. 1 is the same, 0 is opposed or as far apart as can "
    "be. There is no ranking in these numbers beyond their ranges."
)

_LEAST = 0.01
"""What two decimals can show."""


def page(told: Sequence[Similarity], lookup: Lookup, *, most: int = 5) -> Page:
    """Every pair: overall, by topic, and at ``most`` so many of the terms that swing it and questions worth asking."""
    return Page(tuple(_blocks(told, lookup, most)), documents=_documents(told))


def _blocks(told: Sequence[Similarity], lookup: Lookup, most: int) -> Iterator[Block]:
    documents = _documents(told)
    letters = {document.id: letter for letter, document in zip(lettered(documents), documents, strict=True)}
    yield Heading(Level.PAGE, phrase(f"Similarity of {listed(document.title for document in documents)}"))
    yield documents_in(documents, lookup)
    yield Paragraph(phrase(_MEANING))
    yield from weights_of(told[0].weights)
    for one in told:
        yield Heading(Level.PART, phrase(f"{letters[one.left.id]} and {letters[one.right.id]}"))
        overall = Entry(phrase(Run("overall", Role.STRONG)), (phrase(Run(str(one.overall), Role.STRONG)),))
        yield Entries((overall, *(Entry(phrase(str(topic)), (phrase(str(found)),)) for topic, found in one.topics())))
        yield from _swings(one, lookup, most)
        yield from _questions(one, lookup, most)


def _documents(told: Sequence[Similarity]) -> tuple[Proposal, ...]:
    return tuple({document.id: document for one in told for document in (one.left, one.right)}.values())


def weights_of(weights: Weights) -> Iterator[Block]:
    """What each term weighs."""
    if weights.by_name:
        told = ", ".join(f"{name} {weight:g}" for name, weight in weights.by_name)
        yield Paragraph(phrase(Run("Weights: ", Role.STRONG), f"{told}; all others 1."))
    else:
        yield Paragraph(phrase("Every term weighs 1."))


def _swings(one: Similarity, lookup: Lookup, most: int) -> Iterator[Block]:
    swings = one.swings()[:most]
    if swings:
        yield Heading(Level.ITEM, phrase("Terms that swing it most: without them it would be"))
        yield Items(tuple(phrase(Run(_title(one.item, lookup), Role.STRONG), f": {one.without}") for one in swings))


def _questions(one: Similarity, lookup: Lookup, most: int) -> Iterator[Block]:
    questions = one.questions()[:most]
    if questions:
        width = rounded(one.overall.width, down=False)
        yield Heading(Level.ITEM, phrase(f"Next questions worth asking: the range is {width} wide"))
        yield Items(tuple(phrase(*_question(question, lookup, most)) for question in questions))


def _question(question: Question, lookup: Lookup, most: int) -> Iterator[str | Run]:
    yield Run(str(question.topic), Role.STRONG)
    narrows = rounded(question.narrows, down=True) if question.narrows > _LEAST else f"less than {_LEAST}"
    yield f": answers would narrow it by {narrows}; "
    yield f"{counted(len(question.items), 'term')} not known, or not wholly: "
    yield "; ".join(
        f"{_title(item, lookup)} ({lookup.language.word(item.finding.relation)})" for item in question.items[:most]
    )
    yield "; and others" if len(question.items) > most else ""


def _title(item: Item, lookup: Lookup) -> str:
    return heading(_shape(item), item.finding.subject, lookup)


def _shape(item: Item) -> type[Term]:
    return type((item.finding.left.terms or item.finding.right.terms)[0])
