"""What an index has of each document: its head, the texts that are searched, and the questions that it answers."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from proposals.comparison.questions import OTHER_MATTERS
from proposals.documents.heads import Head
from proposals.documents.proposal import Proposal
from proposals.negotiation.matrix import QuestionRow, matrix
from proposals.values import OneLine
from proposals.vocabulary import Coverage, Topics


@attrs.frozen(repr=False)
class Answered(OneLine):
    """A question that a document answers, by its id, and its topic: other matters are a question for each topic."""

    question: str
    topic: Topics


@attrs.frozen(kw_only=True, repr=False)
class Entry(OneLine):
    """One document in an index.

    ``texts`` are its title, its other names, its summary, and what it quotes. ``answers`` are the questions that it
    answers, be it with a rejection or a deletion. ``marks_up`` are the ids of the texts from which it may delete: what
    it answers may change with them.
    """

    head: Head
    texts: tuple[str, ...]
    answers: tuple[Answered, ...]
    marks_up: tuple[str, ...]

    @classmethod
    def of(cls, document: Proposal) -> Entry:
        """The entry of a document."""
        return cls(
            head=Head.of(document),
            texts=tuple(dict.fromkeys(text for text in _texts(document) if text)),
            answers=tuple(dict.fromkeys(map(_answered, matrix((document,)).questions))),
            marks_up=document.marks_up,
        )

    def coverage_of(self, topic: Topics) -> Coverage:
        """How much is known of what the document says on a topic."""
        return dict(self.head.coverage_by_topic).get(topic, self.head.coverage)


def _answered(row: QuestionRow) -> Answered:
    return Answered(row.row.question, row.topic)


def _texts(document: Proposal) -> Iterator[str]:
    yield from (document.title, *document.names, document.summary)
    yield from (citation.quote or "" for citation in document.citations())
