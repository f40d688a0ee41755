"""What an index has of each document: its head, the texts that are searched, and the questions that it answers."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from proposals.documents.heads import Head
from proposals.documents.proposal import Proposal
from proposals.negotiation.matrix import matrix
from proposals.validation import Validated
from proposals.values import OneLine
from proposals.vocabulary import Topics


@attrs.frozen(eq=False, repr=False)
class Answered(OneLine, Validated):
    """A question that a document answers, by its id, and its topic: other matters are a question for each topic."""

    question: str
    topic: Topics


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Entry(OneLine, Validated):
    """One document in an index.

    ``texts`` are its title, its other names, its summary, and what it quotes, each on one line. ``answers`` are the
    questions that it answers, be it with a rejection or a deletion. ``refers_to`` are the ids of the documents from
    which it descends: what it answers may change with those from which it deletes, and it is wrong where one is gone.
    """

    head: Head
    texts: tuple[str, ...]
    answers: tuple[Answered, ...]
    refers_to: tuple[str, ...]

    @classmethod
    def of(cls, document: Proposal) -> Entry:
        """The entry of a document.

        Args:
            document: The document.

        Returns:
            What an index keeps of it.
        """
        return cls(
            head=Head.of(document),
            texts=tuple(dict.fromkeys(" ".join(text.split()) for text in _texts(document) if text)),
            answers=tuple(dict.fromkeys(_answers(document))),
            refers_to=tuple(dict.fromkeys(step.to for step in document.lineage)),
        )


def _answers(document: Proposal) -> Iterator[Answered]:
    asked = (one.row for one in matrix((document,)).questions)
    return (Answered(row.question, row.topic) for row in asked if row.answers(0))


def _texts(document: Proposal) -> Iterator[str]:
    yield from (document.title, *document.names, document.summary)
    yield from (citation.quote or "" for citation in document.citations())
