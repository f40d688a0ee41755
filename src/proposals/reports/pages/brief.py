"""The brief as a page: a row for each question, those of most concern first, a sentence for each document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Final

from proposals.documents.proposal import Proposal
from proposals.language.answers import DISPUTED, answer
from proposals.language.dates import date_words
from proposals.language.labels import lettered
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Role, Run, phrase
from proposals.language.questions import asked_of, asks, label
from proposals.language.values import gaps_listed, known_of, named
from proposals.negotiation.brief import Brief, BriefRow
from proposals.reports.page import Block, Cell, Column, Entries, Heading, Layout, Level, Page, Paragraph, Table, plain
from proposals.vocabulary import Coverage, Link, Verdict

_FEW: Final = 3
"""So many documents are named in the heading."""

_IN_A_LINE: Final = frozenset({Verdict.DELETED, Verdict.ONE_SIDED, Verdict.UNREPORTED, Verdict.SAME_IN_PART})
BY_LABEL: Final = frozenset({Verdict.SAME, Verdict.SAME_AS_REPORTED})
"""The verdicts on questions that are named and not told."""


def page(told: Brief, lookup: Lookup, *, more: str = "", headed: bool = True, lines: int | None = None) -> Page:
    """The brief; ``more`` says where the rest is to be found, ``headed`` that it has a heading of its own.

    ``lines`` is how many lines of :data:`COLUMNS` it may have as text: the rows of least concern are named and not told
    where it would have more; ``None`` for as many as there are.
    """
    head = [Heading(Level.PAGE, phrase(_title(told.documents, lookup)))] if headed else []
    return Page((*head, *blocks(told, lookup, more=more, lines=lines)), documents=told.documents)


def blocks(told: Brief, lookup: Lookup, *, more: str = "", lines: int | None = None) -> tuple[Block, ...]:
    """What stands on the page below its heading, for a longer page that begins with it."""
    several = _under_several(told)
    rows = {
        id(row): cells_of(row, lookup, spare=several.isdisjoint(_terms(row)))
        for row in told.rows
        if row.verdict not in BY_LABEL
    }
    if lines is None:
        return tuple(_blocks(told, lookup, rows, more))
    leaving = sorted((row for row in reversed(told.rows) if id(row) in rows), key=_stacked)
    heights = {id(row): _row_height(rows[id(row)], run_in=not _stacked(row)) for row in leaving}
    taken = sum(heights.values())
    for row in leaving:
        if taken <= lines:  # the rows alone would fit, so that it is worth while to look at the page as a whole
            made = tuple(_blocks(told, lookup, rows, more, most=_NAMED))
            if sum(map(_height, made)) <= lines:
                return made
        del rows[id(row)]
        taken -= heights[id(row)]
    return tuple(_blocks(told, lookup, rows, more, most=_NAMED))


def _under_several(told: Brief) -> frozenset[int]:
    """The terms, by their ``id``, that answer questions with different verdicts: there a sentence needs its question.

    So a term on two regions of which the other document shares one, or a point that speaks to two questions.
    """
    found: dict[int, set[Verdict]] = {}
    for row in told.rows:
        for term in _terms(row):
            found.setdefault(term, set()).add(row.verdict)
    return frozenset(term for term, verdicts in found.items() if len(verdicts) > 1)


def _terms(row: BriefRow) -> Iterator[int]:
    return (id(term) for said in row.said for one in said for term in one.position.terms)


def _stacked(row: BriefRow) -> bool:
    return row.verdict not in _IN_A_LINE


def _blocks(
    told: Brief, lookup: Lookup, rows: Mapping[int, tuple[Cell, ...]], more: str, *, most: int | None = None
) -> Iterator[Block]:
    """The blocks, in which these rows are told, by their ``id``, and the others named, or ``most`` of a verdict."""
    language = lookup.language
    letters = lettered(told.documents)
    yield documents_in(told.documents, lookup, gaps=False)
    if not told.rows:
        said = language.counted("brief.shown", "0", all=str(told.hidden)) if told.hidden else ""
        yield Paragraph(phrase(said or language.phrase("brief.none")))
        return
    yield Paragraph(phrase(Run(counts(told, lookup), Role.STRONG)))
    question = Column(language.phrase("pages.question"), 26, leads=True)
    columns = (question, *(_column(*one, lookup) for one in zip(letters, told.documents, strict=True)))
    for verdict, count in told.counts().items():
        name, own = as_drafted(language.word(verdict), told.documents, lookup), told.of(verdict)
        shown, others = [row for row in own if id(row) in rows], [row for row in own if id(row) not in rows]
        labels = labels_of(others, told, letters, lookup, most=most)
        if not shown:
            rest = language.fill("pages.label", label="", text=f"{labels}.")
            yield Paragraph(phrase(Run(f"{name.upper()} ({count})", Role.STRONG), rest))
            continue
        layout = Layout.STACKED if _stacked(shown[0]) else Layout.RUN_IN
        yield Heading(Level.PART, phrase(name), phrase(str(count)), ruled=False)
        whole, cut_by = language.phrase("pages.brief"), language.phrase("pages.verdict")
        yield Table(columns, tuple(rows[id(row)] for row in shown), whole, cut_by, layout)
        if others:
            yield Paragraph(phrase(language.fill("brief.also", number=str(len(others)), labels=labels)))
    last = " ".join([*foot(told, letters, lookup, rows.values()), *([more] if more else [])])
    if last:
        yield Paragraph(phrase(last))


def as_drafted(verdict: str, documents: Sequence[Proposal], lookup: Lookup) -> str:
    """A verdict in words, with a mark where one of the documents is a draft that nobody has checked."""
    drafted = any(document.drafted_by for document in documents)
    return lookup.language.fill("brief.drafted", verdict=verdict) if drafted else verdict


COLUMNS: Final = 100
"""The columns of the text whose lines are counted."""

_NAMED: Final = 60
"""How many questions of a verdict a page of so many lines names at most."""

_HEAD: Final = 7
"""The columns in front of a cell."""


def _height(block: Block) -> int:
    """How many lines a block of the brief has as text, with the empty one before it."""
    if isinstance(block, Table):
        return sum(_row_height(row, run_in=block.layout is Layout.RUN_IN) for row in block.rows)
    if isinstance(block, Entries):
        return sum(_wrapped(plain(line)) for entry in block.entries for line in entry.lines)
    return 1 + _wrapped(plain(block.text)) if isinstance(block, Heading | Paragraph) else 0


def _row_height(row: Sequence[Cell], *, run_in: bool) -> int:
    texts = ["".join(cell.texts) for cell in row]
    return _wrapped("B: ".join(texts[row[0].spare :])) if run_in else sum(map(_wrapped, texts))


def _wrapped(text: str) -> int:
    return len(wrap(text, COLUMNS - _HEAD))


def _title(documents: Sequence[Proposal], lookup: Lookup) -> str:
    if len(documents) <= _FEW:
        return lookup.language.listed(map(lookup.language.title, documents))
    return lookup.language.counted("brief.documents", str(len(documents)))


def documents_in(documents: Sequence[Proposal], lookup: Lookup, *, gaps: bool = True) -> Entries:
    """The documents under their letters, each with its status and date and how it descends from the others.

    ``gaps`` adds how many gaps each lists.
    """
    letters = {document.id: letter for letter, document in zip(lettered(documents), documents, strict=True)}
    return Entries(tuple(_document(document, documents, letters, lookup, gaps=gaps) for document in documents))


def _document(
    document: Proposal, documents: Sequence[Proposal], letters: Mapping[str, str], lookup: Lookup, *, gaps: bool
) -> Entry:
    """A document with its letter, its status and date, and which of the others it marks up or revises.

    Where another has the same title, its id tells them apart.
    """
    language = lookup.language
    alike = sum(one.title == document.title for one in documents) > 1
    facts = [document.id] if alike else []
    status, day = language.word(document.status), date_words(document.date, language)
    facts += [language.fill("brief.dated", status=status, date=day)]
    if document.otherwise_known or document.coverage is not Coverage.COMPLETE:
        facts.append(known_of(document, language))
    for link in (Link.AMENDS, Link.REVISES):
        named = [letters[step.to] for step in document.lineage if step.link is link and step.to in letters]
        if named:
            facts.append(f"{language.word(link)} {language.listed(named)}")
    if gaps:
        facts.append(gaps_listed(document, language))
    told = language.phrase("pages.between clauses").join(facts)
    return Entry(phrase(Run(letters[document.id], Role.STRONG)), (phrase(f"{language.title(document)} ({told})"),))


def counts(told: Brief, lookup: Lookup) -> str:
    """How many questions have which verdict, in a sentence."""
    language = lookup.language
    counts = (f"{count} {language.numbered(verdict, count)}" for verdict, count in told.counts().items())
    questions = language.counted("brief.questions", str(len(told.rows)))
    return f"{language.fill('pages.label', label=questions, text=', '.join(counts))}."


def _column(letter: str, document: Proposal, lookup: Lookup) -> Column:
    language = lookup.language
    return Column(language.fill("pages.label", label=letter, text=language.title(document)), 40, letter)


def cells_of(row: BriefRow, lookup: Lookup, *, spare: bool = False) -> tuple[Cell, ...]:
    """The question with how the later of two documents weighs, then what each document says.

    ``spare``: what they say shows the question.
    """
    weights = _weights(row, lookup)
    lead = phrase(Run(asks(row.row, lookup), Role.STRONG), Run(f" ({weights})" if weights else "", Role.FAINT))
    return (Cell((lead,), spare=spare), *(Cell((answer(row, at, lookup),)) for at in range(len(row.said))))


def _weights(row: BriefRow, lookup: Lookup) -> str:
    language = lookup.language
    return language.phrase("pages.between clauses").join(
        language.fill(
            "brief.weight",
            direction=language.word(one.direction),
            names=language.listed(named(code, lookup) for code in one.bearers),
        )
        if one.bearers
        else language.word(one.direction)
        for one in row.weights
    )


def labels_of(
    rows: Sequence[BriefRow], told: Brief, letters: Sequence[str], lookup: Lookup, *, most: int | None = None
) -> str:
    """What the questions are called, with what they are asked of where two of the brief are called alike.

    Those that one document alone answers stand after its letter. Of more than ``most`` the others are counted;
    ``None`` for all.
    """
    named, further = rows[:most], len(rows[most:]) if most is not None else 0
    several = Counter(label(row.row, lookup) for row in told.rows)
    found: dict[str, list[str]] = {}
    for row in named:
        name = label(row.row, lookup)
        of = asked_of(row.row, lookup) if several[name] > 1 else ""
        letter = letters[row.answering[0]] if row.alone else ""
        found.setdefault(letter, []).append(lookup.language.fill("brief.same", label=name, of=of) if of else name)
    language = lookup.language
    several_of = {letter: language.phrase("pages.between clauses").join(held) for letter, held in sorted(found.items())}
    lists = (
        language.fill("pages.label", label=letter, text=held) if letter else held for letter, held in several_of.items()
    )
    others = [language.fill("brief.others", number=f"{further:,}")] if further else []
    return ". ".join([*lists, *others])


def foot(told: Brief, letters: Sequence[str], lookup: Lookup, rows: Iterable[tuple[Cell, ...]]) -> Iterator[str]:
    """What must be known to read the rows, and how much is not known."""
    language = lookup.language
    if told.hidden:
        yield language.counted("brief.shown", str(len(told.rows)), all=str(len(told.rows) + told.hidden))
    if any(DISPUTED in text for row in rows for cell in row for text in cell.texts):
        yield language.phrase("brief.disputed")
    gaps = [(letter, len(document.gaps)) for letter, document in zip(letters, told.documents, strict=True)]
    counted = [(letter, count) for letter, count in gaps if count]
    if counted:
        first, *others = counted
        named = language.fill("brief.gaps of", gaps=language.counted("brief.gaps", str(first[1])), name=first[0])
        further = (language.fill("brief.gaps of", gaps=str(count), name=letter) for letter, count in others)
        yield language.fill("brief.unsettled", gaps=", ".join([named, *further]))
