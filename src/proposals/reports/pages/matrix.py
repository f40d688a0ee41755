"""The matrix as a page of tables with a column for each document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from proposals.comparison.positions import Position
from proposals.comparison.questions import Reading
from proposals.documents.proposal import Proposal
from proposals.language.labels import field_label, lettered
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Phrase, Role, Run, phrase
from proposals.language.questions import asks
from proposals.language.sentences import in_brief
from proposals.language.tables import Language
from proposals.negotiation.brief import gaps_on
from proposals.negotiation.matrix import Matrix, MatrixRow, QuestionRow, RowVerdict, TopicRow
from proposals.reports.page import Block, Cell, Column, Entries, Heading, Level, Page, Paragraph, Table
from proposals.reports.pages.brief import documents_in
from proposals.reports.pages.positions import said, title
from proposals.vocabulary import Absence

SIGNS: Final = {
    RowVerdict.SPLIT: Run("≠", Role.DIFFERENT),
    RowVerdict.ONE_AGAINST: Run("¹", Role.DIFFERENT),
    RowVerdict.OPEN: Run("»", Role.DIFFERENT),
    RowVerdict.ONE_SIDED: Run("–", Role.ABSENT),
    RowVerdict.SAME: Run("=", Role.AGREED),
}
"""The sign of each verdict. It stands beside its word and never alone."""


BY: Final = ("term", "question", "topic")
"""What a row of the page may be."""


def page(told: Matrix, lookup: Lookup, *, shown: Matrix | None = None, by: str = "term") -> Page:
    """Every row under its topic, or of them only those of ``shown``; rows are terms, questions, or the topics alone.

    Counts and the verdicts of topics are of the whole. ``by`` is one of :data:`BY`.
    """
    blocks = _blocks(told, told if shown is None else shown, lookup, by)
    return Page(tuple(blocks), documents=told.documents)


def _blocks(told: Matrix, shown: Matrix, lookup: Lookup, by: str) -> Iterator[Block]:
    yield Heading(Level.PAGE, phrase(lookup.language.listed(map(lookup.language.title, told.documents))))
    yield documents_in(told.documents, lookup)
    language = lookup.language
    yield Heading(Level.PART, phrase(language.phrase("pages.matrix.rows")), phrase(str(len(told.rows))))
    if not told.rows:
        yield Paragraph(phrase(language.phrase("pages.matrix.none")))
        return
    yield Entries(
        tuple(
            Entry(phrase(str(count)), (phrase(*_word(verdict, language), _defined(verdict, language)),))
            for verdict, count in told.counts().items()
        ),
    )
    if len(shown.rows) != len(told.rows):
        whole = language.counted("pages.matrix.counted rows", f"{len(told.rows):,}")
        below = language.fill("pages.shown below", count=str(len(shown.rows)), all=whole)
        yield Paragraph(phrase(Run(below, Role.STRONG)))
    if by == "topic":
        kept = {row.topic for row in shown.questions}
        topics = [topic for topic in told.topics() if topic.topic in kept]
        heads = (language.phrase("pages.matrix.topic"), language.phrase("pages.matrix.verdict"))
        columns = (*map(Column, heads), *_documents(told, lookup))
        count = len(told.documents)
        yield Table(columns, tuple(tuple(map(Cell, _topic(topic, count, language))) for topic in topics))
        return
    by_question = by == "question"
    letters = {document.id: one for one, document in zip(lettered(told.documents), told.documents, strict=True)}
    for topic in told.topics():
        held = (
            [_question(one, told.documents, letters, lookup) for one in shown.questions if one.topic == topic.topic]
            if by_question
            else [_row(row, letters, lookup) for row in shown.rows if row.topic == topic.topic]
        )
        if held:
            aside = phrase(*_word(topic.verdict, language), f", {_of(topic, language)}")
            yield Heading(Level.PART, phrase(language.word(topic.topic, "heading")), aside)
            row_of = "question" if by_question else "subject"
            leading = (
                Column(language.phrase("pages.matrix.verdict"), 11, leads=True),
                Column(language.phrase(f"pages.matrix.{row_of}"), 24, leads=True),
            )
            yield Table((*leading, *_documents(told, lookup)), tuple(held), language.phrase("pages.matrix.matrix"))


def _documents(told: Matrix, lookup: Lookup) -> Iterator[Column]:
    language = lookup.language
    for letter, document in zip(lettered(told.documents), told.documents, strict=True):
        yield Column(language.fill("pages.label", label=letter, text=language.title(document)), 30, letter)


def _word(verdict: RowVerdict, language: Language) -> tuple[Run, Run, Run]:
    return SIGNS[verdict], Run(" "), Run(language.word(verdict), SIGNS[verdict].role)


def _defined(verdict: RowVerdict, language: Language) -> str:
    return language.fill("pages.label", label="", text=language.defined(verdict))


def _of(topic: TopicRow, language: Language) -> str:
    return language.counted("brief.questions", f"{len(topic.rows):,}")


def _topic(topic: TopicRow, documents: int, language: Language) -> Iterator[tuple[Phrase, ...]]:
    counts = ", ".join(f"{count} {language.numbered(verdict, count)}" for verdict, count in topic.counts().items())
    yield (phrase(Run(language.word(topic.topic, "heading"), Role.STRONG)),)
    yield (phrase(*_word(topic.verdict, language)), phrase(Run(counts, Role.FAINT)))
    for answered in topic.answered(documents):
        shown = language.fill("pages.matrix.answered", count=str(answered), all=str(len(topic.rows)))
        yield (phrase(Run(shown, Role.PLAIN if answered else Role.ABSENT)),)


def _row(row: MatrixRow, letters: Mapping[str, str], lookup: Lookup) -> tuple[Cell, ...]:
    subject = phrase(Run(title(row.line, lookup), Role.STRONG), *_alike(row, letters, lookup))
    said_by_each = (said(one, lookup) for one in row.line.positions)
    return tuple(map(Cell, ((phrase(*_word(row.verdict, lookup.language)),), (subject,), *said_by_each)))


def _gaps(document: Proposal, question: str, lookup: Lookup) -> Iterator[Phrase]:
    """What is not established of a document on a question."""
    for gap in gaps_on(document, question):
        yield phrase(Run(lookup.language.fill("brief.gap", what=gap.what), Role.FAINT))


def _question(
    one: QuestionRow, documents: Sequence[Proposal], letters: Mapping[str, str], lookup: Lookup
) -> tuple[Cell, ...]:
    question = phrase(Run(asks(one.row, lookup), Role.STRONG), *_alike(one, letters, lookup))
    answers = (
        (*_answers(one, at, lookup), *_gaps(document, one.row.question, lookup))
        for at, document in enumerate(documents)
    )
    return tuple(map(Cell, ((phrase(*_word(one.verdict, lookup.language)),), (question,), *answers)))


def _answers(one: QuestionRow, document: int, lookup: Lookup) -> tuple[Phrase, ...]:
    """What a document answers, term by term; where it does not, what of it is known to be left out, and why not."""
    spoken = one.row.positions(document)
    direct = {id(term) for _, position in spoken if position.answer is None for term in position.terms}
    found = [
        phrase(*_label(reading, position, lookup), line)
        for reading, position in spoken
        if position.answer is None or any(id(term) not in direct for term in position.terms)
        for line in _said(reading, position, lookup)
    ]
    told = dict.fromkeys(found)  # what answers by several names of one subject stands there once
    return tuple(told) or (*_left_out(one, document, lookup), _absent(one.row.absence(document), lookup))


def _label(reading: Reading, position: Position, lookup: Lookup) -> Iterator[Run]:
    """The title of what is said, where that is no sentence which names its subject itself."""
    deletes = reading.field is None and position.deletes and position.points_at
    if position.answer is not None or deletes:
        yield Run(lookup.language.fill("pages.label", label=_titled(reading, lookup), text=""), Role.FAINT)


def _left_out(one: QuestionRow, document: int, lookup: Lookup) -> Iterator[Phrase]:
    """The terms that a source says are not there, where the document may answer by others."""
    if one.row.absence(document) is Absence.UNREPORTED:
        for reading in one.row.readings:
            if reading.absence(document) is Absence.LEFT_OUT:
                label = lookup.language.fill("pages.label", label=_titled(reading, lookup), text="")
                yield phrase(Run(label, Role.FAINT), *_absent(Absence.LEFT_OUT, lookup))


def _absent(why: Absence, lookup: Lookup) -> Phrase:
    return phrase(Run(lookup.language.word(why, "short"), Role.ABSENT))


def _titled(reading: Reading, lookup: Lookup) -> str:
    whole = title(reading.line, lookup)
    return f"{whole}, {field_label(str(reading.key), reading.shape, lookup)}" if reading.field else whole


def _said(reading: Reading, position: Position, lookup: Lookup) -> tuple[Phrase, ...]:
    """All that a position says, or its main clause with the one field of the reading."""
    if reading.field is None:
        return said(position, lookup)
    return tuple(
        phrase(
            in_brief(term, lookup, {str(reading.key)}).text,
            Run(f" [{', '.join(term.points)}]" if term.points else "", Role.FAINT),
        )
        for term in position.terms
        if getattr(term, reading.name) is not None
    )


def _alike(row: MatrixRow | QuestionRow, letters: Mapping[str, str], lookup: Lookup) -> Iterator[str]:
    """Who says the same, where that is not all of them or only as far as reported."""
    together = [group for group in row.groups if len(group) > 1]
    if together and (len(row.groups) > 1 or row.reported):
        language = lookup.language
        told = (
            language.fill(
                f"pages.matrix.{'alike as far as reported' if one in row.reported else 'alike'}",
                names=language.listed(letters[name] for name in one),
            )
            for one in together
        )
        yield f" ({language.phrase('pages.between clauses').join(told)})"
