"""Similarities as a page; no value stands without its count and its interval."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from proposals.documents.proposal import Proposal
from proposals.language.labels import lettered
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Role, Run, phrase
from proposals.language.sentences import heading
from proposals.language.tables import Language
from proposals.measures.estimate import Estimate, nearest, rounded
from proposals.measures.similarity import Item, Question, Similarity
from proposals.measures.weights import Weights
from proposals.reports.page import Block, Entries, Heading, Items, Level, Page, Paragraph
from proposals.reports.pages.brief import documents_in
from proposals.terms.base import Term

_LEAST: Final = 0.01
"""What two decimals can show."""


def page(told: Sequence[Similarity], lookup: Lookup, *, most: int = 5) -> Page:
    """Every pair: overall, by topic, and at ``most`` so many of the terms that swing it and questions worth asking."""
    return Page(tuple(_blocks(told, lookup, most)), documents=_documents(told))


def _blocks(told: Sequence[Similarity], lookup: Lookup, most: int) -> Iterator[Block]:
    documents = _documents(told)
    letters = {document.id: letter for letter, document in zip(lettered(documents), documents, strict=True)}
    language = lookup.language
    named = language.listed(map(language.title, documents))
    yield Heading(Level.PAGE, phrase(language.fill("pages.similarity.title", names=named)))
    yield documents_in(documents, lookup)
    yield Paragraph(phrase(language.phrase("pages.similarity.meaning")))
    yield from weights_of(told[0].weights, language)
    for one in told:
        pair = language.fill("pages.similarity.pair", left=letters[one.left.id], right=letters[one.right.id])
        yield Heading(Level.PART, phrase(pair))
        named_overall = Run(language.phrase("pages.similarity.overall"), Role.STRONG)
        overall = Entry(phrase(named_overall), (phrase(Run(estimated(one.overall, language), Role.STRONG)),))
        topics = (
            Entry(phrase(language.word(topic, "heading")), (phrase(estimated(found, language)),))
            for topic, found in one.topics()
        )
        yield Entries((overall, *topics))
        yield from _swings(one, lookup, most)
        yield from _questions(one, lookup, most)


def estimated(estimate: Estimate, language: Language) -> str:
    """An estimate with its count and its range, as :class:`Estimate` itself has them in English."""
    low, high = estimate.ends()
    within = language.fill("pages.similarity.range", low=_digits(low, language), high=_digits(high, language))
    sort = "over" if estimate.missing is None else str(estimate.missing)
    return language.counted(
        f"pages.similarity.{sort}",
        str(estimate.total),
        value=_digits(nearest(estimate.value or 0), language),
        shared=str(estimate.shared),
        range=within,
    )


def _digits(number: str, language: Language) -> str:
    return number.replace(".", language.phrase("numbers.decimal"))


def _documents(told: Sequence[Similarity]) -> tuple[Proposal, ...]:
    return tuple({document.id: document for one in told for document in (one.left, one.right)}.values())


def weights_of(weights: Weights, language: Language) -> Iterator[Block]:
    """What each term weighs."""
    if weights.by_name:
        told = ", ".join(f"{name} {_digits(f'{weight:g}', language)}" for name, weight in weights.by_name)
        head = Run(language.phrase("pages.similarity.weights"), Role.STRONG)
        yield Paragraph(phrase(head, language.fill("pages.similarity.weighed", weights=told)))
    else:
        yield Paragraph(phrase(language.phrase("pages.similarity.unweighed")))


def _swings(one: Similarity, lookup: Lookup, most: int) -> Iterator[Block]:
    swings, language = one.swings()[:most], lookup.language
    if swings:
        yield Heading(Level.ITEM, phrase(language.phrase("pages.similarity.swings")))
        yield Items(
            tuple(
                phrase(
                    Run(_title(one.item, lookup), Role.STRONG),
                    language.fill("pages.label", label="", text=estimated(one.without, language)),
                )
                for one in swings
            ),
        )


def _questions(one: Similarity, lookup: Lookup, most: int) -> Iterator[Block]:
    questions, language = one.questions()[:most], lookup.language
    if questions:
        width = _digits(rounded(one.overall.width, down=False), language)
        yield Heading(Level.ITEM, phrase(language.fill("pages.similarity.questions", width=width)))
        yield Items(tuple(phrase(*_question(question, lookup, most)) for question in questions))


def _question(question: Question, lookup: Lookup, most: int) -> Iterator[str | Run]:
    language = lookup.language
    least = language.fill("pages.similarity.less than", amount=_digits(str(_LEAST), language))
    narrows = _digits(rounded(question.narrows, down=True), language) if question.narrows > _LEAST else least
    terms = language.counted("pages.similarity.unknown", f"{len(question.items):,}")
    yield Run(language.word(question.topic, "heading"), Role.STRONG)
    yield language.fill("pages.similarity.narrows", amount=narrows, terms=terms)
    named = [
        language.fill("pages.similarity.item", term=_title(item, lookup), relation=language.word(item.finding.relation))
        for item in question.items[:most]
    ]
    others = [language.phrase("pages.similarity.others")] if len(question.items) > most else []
    yield language.phrase("pages.between clauses").join([*named, *others])


def _title(item: Item, lookup: Lookup) -> str:
    return heading(_shape(item), item.finding.subject, lookup)


def _shape(item: Item) -> type[Term]:
    return type((item.finding.left.terms or item.finding.right.terms)[0])
