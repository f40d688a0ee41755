"""An index of documents in SQLite: lists, searches and counts without reading the documents again.

SQLite is a part of Python and has an index of words, FTS5: of the three that ``tests/benchmarks/indexes.py`` compares,
it finds words ten times as fast as the others scan for them, and needs no package.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import attrs

from proposals.corpus.entries import Answered, Entry
from proposals.documents.heads import Head
from proposals.documents.proposal import Proposal
from proposals.errors import InvalidValueError, Location, ProposalsError, UnreadableError
from proposals.validation import Validated
from proposals.values import OneLine
from proposals.vocabulary import Coverage, Topics

TABLES: Final = """
CREATE TABLE document (id INTEGER PRIMARY KEY, head TEXT NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE answer (document INTEGER, question TEXT, topic TEXT);
CREATE INDEX answers ON answer (question, topic);
"""

_WORDS: Final = 16
"""How many words a passage has around those that were sought."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Found(OneLine, Validated):
    """A document in which words were found, with the first passage that has one of them."""

    head: Head
    passage: str


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Addressed(OneLine, Validated):
    """In how many of the documents one question is addressed.

    ``answered`` are those that answer it, be it with a rejection or a deletion, ``silent`` those whose text is known
    whole on its topic and does not, and of the ``unreported`` it is not known. The three add up to the number of
    documents.
    """

    question: str
    topic: Topics
    answered: int
    silent: int
    unreported: int

    @property
    def total(self) -> int:
        """How many documents there are."""
        return self.answered + self.silent + self.unreported


@attrs.frozen(eq=False)
class Index:
    """Documents that can be listed, searched and counted; ``order`` are their numbers in the index.

    ``file`` is the file that it is kept in, empty for one in memory. What asks it raises :class:`UnreadableError` where
    that is damaged.
    """

    connection: sqlite3.Connection = attrs.field(repr=False)
    order: tuple[int, ...]
    file: str = ""

    @classmethod
    def of(cls, documents: Iterable[Proposal]) -> Index:
        """An index in memory of these documents, in their order.

        Args:
            documents: The documents, which may come from a generator.

        Returns:
            The index.
        """
        connection = connected(":memory:")
        connection.executescript(TABLES)
        count = 0
        for count, document in enumerate(documents, start=1):
            add(connection, count, Entry.of(document))
        return cls(connection, tuple(range(1, count + 1)))

    def heads(self) -> tuple[Head, ...]:
        """What a list says of the documents, in their order."""
        return self._heads(self.order)

    def _heads(self, numbers: Iterable[int]) -> tuple[Head, ...]:
        held = dict(self.rows("SELECT id, head FROM document"))
        with undamaged(self.file, *GARBLED):
            return tuple(Head.of_plain(json.loads(held[number])) for number in numbers)

    def find(self, words: str) -> tuple[Found, ...]:
        """The documents that have all these words in title, other names, summary or quotations, in their order.

        Case and accents do not count. A word that ends in ``*`` stands for all that begin so; what stands between
        quotation marks is sought as it is.

        Args:
            words: One or more words.

        Returns:
            The documents, each with the passage in which the words stand.

        Raises:
            InvalidValueError: The text has no word.
            UnreadableError: The index is damaged.
        """
        asked = """
            SELECT document.id, head, snippet(words, 0, '', '', '…', ?) FROM words
            JOIN document ON document.id = words.rowid WHERE words MATCH ?
        """
        found = {number: held for number, *held in self.rows(asked, (_WORDS, _query(words)))}
        with undamaged(self.file, *GARBLED):
            return tuple(
                Found(head=Head.of_plain(json.loads(head)), passage=passage.replace("\n", " · "))
                for head, passage in (found[number] for number in self.order if number in found)
            )

    def addressing(self, questions: Collection[str]) -> tuple[Head, ...]:
        """The documents that address one of some questions, in their order.

        Args:
            questions: The ids of the questions.

        Returns:
            What a list says of each of them, be it that they answer with a rejection or a deletion.

        Raises:
            UnreadableError: The index is damaged.
        """
        answering = {
            number for number, question in self.rows("SELECT document, question FROM answer") if question in questions
        }
        return self._heads(number for number in self.order if number in answering)

    def answers(self) -> tuple[frozenset[Answered], ...]:
        """The questions that each of the documents answers, in their order."""
        found: dict[int, set[Answered]] = {}
        held = self.rows("SELECT document, question, topic FROM answer")
        with undamaged(self.file, *GARBLED):
            for number, question, topic in held:
                found.setdefault(number, set()).add(Answered(question, Topics.of(topic)))
        return tuple(frozenset(found.get(number, ())) for number in self.order)

    def rows(self, asked: str, given: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """What a query in SQL finds.

        Args:
            asked: The query.
            given: The values that stand for its question marks.

        Returns:
            The rows.

        Raises:
            UnreadableError: The index is damaged.
        """
        with undamaged(self.file, *GARBLED):
            return self.connection.execute(asked, given).fetchall()


class _Connection(sqlite3.Connection):
    """A connection that closes itself."""

    def __del__(self) -> None:
        """Close when nobody holds it any longer; from 3.13 on Python warns of one that is only forgotten."""
        self.close()


def connected(database: str) -> sqlite3.Connection:
    """A connection to a database: ``:memory:`` for a new one in memory, or the address of a file."""
    return sqlite3.connect(database, uri=True, factory=_Connection)


GARBLED: Final = (AttributeError, LookupError, ProposalsError, TypeError, ValueError)
"""What else is raised where a value in an index is none that was written."""


@contextmanager
def undamaged(file: str, *garbled: type[Exception]) -> Iterator[None]:
    """What reads an index that is kept in a file. Raises :class:`UnreadableError` where that is damaged.

    What only makes values of what it has hands over :data:`GARBLED` as well.
    """
    told_by: tuple[type[Exception], ...] = (sqlite3.DatabaseError, *garbled)
    try:
        yield
    except told_by as error:
        message = f"this index is damaged ({error}); delete it, and 'proposals list --index' makes it anew"
        raise UnreadableError(Location(file), message) from None


def addressed(indexes: Iterable[Index]) -> tuple[Addressed, ...]:
    """Each question that a document answers, with in how many; by topic, then the most frequent first.

    Args:
        indexes: The indexes, one for each collection.

    Returns:
        The questions, each with the number of documents that answer it, that are silent, and that are not reported to.
    """
    held = [one for index in indexes for one in zip(index.heads(), index.answers(), strict=True)]
    answered = Counter(one for _, answers in held for one in answers)
    found = []
    for one, count in answered.items():
        rest = [head.coverage_of(one.topic) for head, answers in held if one not in answers]
        silent = rest.count(Coverage.COMPLETE)
        found.append(
            Addressed(
                question=one.question,
                topic=one.topic,
                answered=count,
                silent=silent,
                unreported=len(rest) - silent,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.topic.rank, -one.answered, one.question)))


def add(connection: sqlite3.Connection, number: int, entry: Entry) -> None:
    """Add an entry under a number that is free."""
    connection.execute("INSERT INTO document VALUES (?, ?)", (number, json.dumps(entry.head.plain())))
    connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (number, "\n".join(entry.texts)))
    answers = ((number, one.question, str(one.topic)) for one in entry.answers)
    connection.executemany("INSERT INTO answer VALUES (?, ?, ?)", answers)


def remove(connection: sqlite3.Connection, number: int) -> None:
    """Remove the entry of a number."""
    connection.execute("DELETE FROM document WHERE id = ?", (number,))
    connection.execute("DELETE FROM words WHERE rowid = ?", (number,))
    connection.execute("DELETE FROM answer WHERE document = ?", (number,))


def _query(words: str) -> str:
    """What FTS5 is asked: every word or quoted passage as a string of its own, so that none is an operator."""
    quoted = [*_parts(words)]
    if not quoted:
        raise InvalidValueError(f"'{words}' has no word to search for", "write one or more words")
    return " AND ".join(quoted)


def _parts(words: str) -> Iterator[str]:
    """Words, and what stands between quotation marks as one, without those that have no letter and no digit."""
    for at, part in enumerate(words.split('"')):
        for one in [part] if at % 2 else part.split():
            if any(sign.isalnum() for sign in one):
                beginning = "*" if one.endswith("*") and not at % 2 else ""
                yield f'"{one.rstrip("*")}"{beginning}'
