"""The matrix as a page, as a Markdown table, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from proposals.measures.matrix import Cell, Matrix, MatrixRow, RowVerdict, TopicRow
from proposals.reports import markdown as pages
from proposals.reports.blocks import Block, Entries, Entry, Heading, Level, Page, Paragraph, Phrase, Role, Run, phrase
from proposals.reports.brackets import note_text
from proposals.reports.documents import summary
from proposals.reports.lookup import Lookup
from proposals.reports.measures.cells import entry, said, title
from proposals.reports.measures.records import cell_record, line_record
from proposals.reports.records import summary_record
from proposals.reports.wording import counted, listed

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
    return tuple(_blocks(told, told if shown is None else shown, lookup, by_topic=by_topic))


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
    for topic in told.topics():
        if topic.topic in kept:
            yield Heading(Level.PART, phrase(str(topic.topic)), phrase(*_word(topic.verdict), f", {_rows(topic)}"))
            yield from _topic(told, topic) if by_topic else _body(kept[topic.topic], lookup)


def _word(verdict: RowVerdict) -> tuple[Run, Run, Run]:
    return SIGNS[verdict], Run(" "), Run(str(verdict), SIGNS[verdict].role)


def _rows(topic: TopicRow) -> str:
    return counted(len(topic.rows), "row")


def _topic(told: Matrix, topic: TopicRow) -> Iterator[Block]:
    verdicts = ", ".join(f"{count} {verdict}" for verdict, count in topic.counts().items())
    yield Entries(
        (
            Entry(phrase("verdicts"), (phrase(verdicts),)),
            *(
                Entry(phrase(Run(document.id, Role.FAINT)), (_spoken(cells, len(topic.rows)),))
                for document, cells in zip(told.documents, topic.spoken(), strict=True)
            ),
        ),
    )


def _spoken(cells: int, rows: int) -> Phrase:
    return phrase(f"speaks to {cells} of {rows}") if cells else phrase(Run(f"speaks to none of {rows}", Role.ABSENT))


def _body(topic: TopicRow, lookup: Lookup) -> Iterator[Block]:
    for row in topic.rows:
        name = Run(title(row.line, lookup), Role.STRONG)
        yield Heading(Level.ITEM, phrase(*_word(row.verdict), " · ", name, *_alike(row)))
        yield Entries(tuple(entry(cell, lookup) for cell in row.cells))


def _alike(row: MatrixRow) -> Iterator[str]:
    """Who says the same, where that is not all of them."""
    together = [listed(group) for group in row.groups if len(group) > 1]
    if together and len(row.groups) > 1:
        yield f" ({' and '.join(f'{names} alike' for names in together)})"


def markdown(told: Matrix, lookup: Lookup, *, shown: Matrix | None = None, by_topic: bool = False) -> str:
    """The same head, then pipe tables, one for each topic or one of all topics: a column for each document."""
    kept = told if shown is None else shown
    ids = [document.id for document in told.documents]
    parts = [f"# {note_text(listed(ids))}"]
    parts.append(pages.render((Entries(tuple(summary(document, lookup) for document in told.documents)),)).rstrip("\n"))
    parts += ["\n".join(f"- {count} {verdict}: {verdict.definition}" for verdict, count in told.counts().items())]
    if by_topic:
        rows = [
            [str(topic.topic), str(topic.verdict), *(f"{cells} of {len(topic.rows)}" for cells in topic.spoken())]
            for topic in told.topics()
            if any(row.topic is topic.topic for row in kept.rows)
        ]
        parts.append(_table(["topic", "verdict", *ids], rows))
    else:
        for topic in kept.topics():
            rows = [
                [title(row.line, lookup), str(row.verdict), *(_joined(cell, lookup) for cell in row.cells)]
                for row in topic.rows
            ]
            parts += [f"## {topic.topic}", _table(["subject", "verdict", *ids], rows)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _joined(cell: Cell, lookup: Lookup) -> str:
    return "\n".join("".join(run.text for run in line) for line in said(cell, lookup))


def _table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(
        f"| {' | '.join('<br>'.join(note_text(part) for part in cell.split(chr(10))) for cell in line)} |"
        for line in lines
    )


def plain(told: Matrix, lookup: Lookup, *, shown: Matrix | None = None) -> dict[str, Any]:
    """The documents, the counts and topics of the whole, and the rows, or those of ``shown``."""
    kept = told if shown is None else shown
    return {
        "report": "matrix",
        "documents": [summary_record(document, lookup) for document in told.documents],
        "total": len(told.rows),
        "shown": len(kept.rows),
        "counts": {str(verdict): count for verdict, count in told.counts().items()},
        "topics": [
            {
                "topic": str(topic.topic),
                "verdict": str(topic.verdict),
                "total": len(topic.rows),
                "spoken": list(topic.spoken()),
            }
            for topic in told.topics()
        ],
        "rows": [
            {
                **line_record(row.line, lookup),
                "verdict": str(row.verdict),
                "groups": [list(group) for group in row.groups],
                "cells": [
                    cell_record(cell, document, lookup)
                    for cell, document in zip(row.cells, told.documents, strict=True)
                ],
            }
            for row in kept.rows
        ],
    }
