"""A page for each topic: what every document says of it side by side, over time, and what is disputed."""

from __future__ import annotations

from collections.abc import Iterator

from manual.markdown import safe, table
from manual.statements import (
    cited,
    disputed,
    document_link,
    documents,
    explained,
    lookup,
    rows,
    target,
    values,
)
from proposals.proposal import Proposal
from proposals.reports.wording import listed, titled
from proposals.rows import Row
from proposals.terms.term import Term
from proposals.vocabulary import Coverage, Topic


def spoken_of() -> tuple[Topic, ...]:
    """The topics on which any document has a term."""
    return tuple(topic for topic in Topic if any(_topic(row) is topic for row in rows()))


def slug(topic: Topic) -> str:
    """The name of a topic's page."""
    return topic.name.lower().replace("_", "-")


def index() -> str:
    """The list of the topics."""
    told = (
        [f"[{topic}](#topic-{topic.name.lower()})", topic.definition, str(sum(_topic(row) is topic for row in rows()))]
        for topic in spoken_of()
    )
    names = "\n".join(slug(topic) for topic in spoken_of())
    return (
        "# The topics\n\nFor each matter, what every document says of it, side by side and in order of date.\n\n"
        f"{table(['topic', 'what it holds', 'subjects'], told)}\n```{{toctree}}\n:hidden:\n\n{names}\n```\n"
    )


def page(topic: Topic) -> str:
    """The page of one topic."""
    own = [row for row in rows() if _topic(row) is topic]
    head = f"(topic-{topic.name.lower()})=\n# {str(topic).capitalize()}\n\n{explained(topic.definition)} {_ORDER}\n"
    return "\n".join((head, *(part for row in own for part in _row(row))))


_ORDER = (
    "Documents stand in order of date. A document that says nothing of a subject is {term}`silent <silence>` if its "
    "whole text is known, and it is {term}`not reported` otherwise."
)


def _topic(row: Row) -> Topic:
    return next(terms[0].topic for terms in row.sides if terms)


def _row(row: Row) -> Iterator[str]:
    shape = type(next(terms[0] for terms in row.sides if terms))
    yield f"## {safe(titled(shape, row.subject, lookup()))}\n"
    if row.excepted:
        yield f"Without {safe(listed(map(lookup().name, row.excepted)))}, of which narrower terms speak.\n"
    pairs = list(zip(documents(), row.sides, strict=True))
    said = [(document, term) for document, terms in pairs for term in terms]
    yield from (_said(*one) for one in said)
    yield ""
    yield from _silent([document for document, terms in pairs if not terms and document.terms], row)


def _said(document: Proposal, term: Term) -> str:
    """What one document says: the values first, then where they stand, who says so, and what is disputed."""
    point = f", [point {', '.join(term.points)}](#{target(document, term)})" if term.points else ""
    source = [f"Source: {cited(term.citations, document)}"] if term.citations else []
    details = [*source, *(disputed(one, document) for one in term.disputes)]
    head = f"- **{document.date}** {document_link(document.id)}{point}: {values(term)}"
    return "\n".join((head, *(f"  - {detail}" for detail in details)))


def _silent(others: list[Proposal], row: Row) -> Iterator[str]:
    """Who says nothing of it, by why that is; documents of which no term is known at all are left out."""
    points = {point for terms in row.sides for term in terms for point in term.points}
    struck = [one for one in others if points & {deleted.point for deleted in one.struck}]
    silent = [one for one in others if one.coverage is Coverage.COMPLETE and one not in struck]
    unreported = [one for one in others if one.coverage is Coverage.PARTIAL and one not in struck]
    for word, found in (("Struck", struck), ("Silent", silent), ("Not reported", unreported)):
        if found:
            yield f"{word}: {', '.join(document_link(one.id) for one in found)}.\n"
