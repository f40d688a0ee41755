"""The matrix as a page of tables with a column for each document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Phrase, Role, Run, phrase
from proposals.language.values import counted, listed
from proposals.negotiation.matrix import Matrix, MatrixRow, RowVerdict, TopicRow
from proposals.reports.page import Block, Cell, Column, Entries, Heading, Level, Page, Paragraph, Table
from proposals.reports.pages.documents import summary
from proposals.reports.pages.positions import said, title

SIGNS: Final = {
    RowVerdict.SPLIT: Run("≠", Role.DIFFERENT),
    RowVerdict.ONE_AGAINST: Run("¹", Role.DIFFERENT),
    RowVerdict.OPEN: Run("»", Role.DIFFERENT),
    RowVerdict.ONE_SIDED: Run("–", Role.ABSENT),
    RowVerdict.SAME: Run("=", Role.AGREED),
}
"""The sign of each verdict. It stands beside its word and never alone."""


def page(told: Matrix, lookup: Lookup, *, shown: Matrix | None = None, by_topic: bool = False) -> Page:
    """Every row under its topic, or of them only those of ``shown``, or with ``by_topic`` the topics alone.

    Counts and the verdicts of topics are of the whole.
    """
    blocks = _blocks(told, told if shown is None else shown, lookup, by_topic=by_topic)
    return Page(tuple(blocks), documents=told.documents)


def _blocks(told: Matrix, shown: Matrix, lookup: Lookup, *, by_topic: bool) -> Iterator[Block]:
    yield Heading(Level.PAGE, phrase(listed(document.id for document in told.documents)))
    yield Entries(tuple(summary(document, lookup) for document in told.documents))
    yield Heading(Level.PART, phrase("rows"), phrase(str(len(told.rows))))
    if not told.rows:
        yield Paragraph(phrase("No document has a term that is known."))
        return
    yield Entries(
        tuple(
            Entry(phrase(str(count)), (phrase(*_word(verdict), f": {verdict.definition}"),))
            for verdict, count in told.counts().items()
        ),
    )
    if len(shown.rows) != len(told.rows):
        rows = counted(len(told.rows), "row")
        yield Paragraph(phrase(Run(f"Shown below: {len(shown.rows)} of {rows}.", Role.STRONG)))
    kept = {row.topic: row for row in shown.topics()}
    topics = [topic for topic in told.topics() if topic.topic in kept]
    if by_topic:
        columns = (Column("topic"), Column("verdict"), *_documents(told))
        yield Table(columns, tuple(tuple(map(Cell, _topic(topic))) for topic in topics))
        return
    for topic in topics:
        yield Heading(Level.PART, phrase(str(topic.topic)), phrase(*_word(topic.verdict), f", {_rows(topic)}"))
        columns = (Column("verdict", 11, leads=True), Column("subject", 24, leads=True), *_documents(told))
        yield Table(columns, tuple(_row(row, lookup) for row in kept[topic.topic].rows), "Matrix")


def _documents(told: Matrix) -> Iterator[Column]:
    yield from (Column(document.id, 30) for document in told.documents)


def _word(verdict: RowVerdict) -> tuple[Run, Run, Run]:
    return SIGNS[verdict], Run(" "), Run(str(verdict), SIGNS[verdict].role)


def _rows(topic: TopicRow) -> str:
    return counted(len(topic.rows), "row")


def _topic(topic: TopicRow) -> Iterator[tuple[Phrase, ...]]:
    counts = ", ".join(f"{count} {verdict}" for verdict, count in topic.counts().items())
    yield (phrase(Run(str(topic.topic), Role.STRONG)),)
    yield (phrase(*_word(topic.verdict)), phrase(Run(counts, Role.FAINT)))
    for cells in topic.spoken():
        yield (phrase(Run(f"{cells} of {len(topic.rows)}", Role.PLAIN if cells else Role.ABSENT)),)


def _row(row: MatrixRow, lookup: Lookup) -> tuple[Cell, ...]:
    subject = phrase(Run(title(row.line, lookup), Role.STRONG), *_alike(row))
    said_by_each = (said(one, lookup) for one in row.line.positions)
    return tuple(map(Cell, ((phrase(*_word(row.verdict)),), (subject,), *said_by_each)))


def _alike(row: MatrixRow) -> Iterator[str]:
    """Who says the same, where that is not all of them, and who only as far as they are reported."""
    told = [
        f"{listed(group)} alike{' as far as reported' if group in row.as_reported else ''}"
        for group in row.groups
        if len(group) > 1
    ]
    if told and len(row.groups) > 1:
        yield f" ({', and '.join(told)})"
    elif row.as_reported:
        yield " (alike as far as reported)"
