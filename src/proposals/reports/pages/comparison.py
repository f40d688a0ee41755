"""A comparison as a page: the brief, the documents, the counts, then every finding by topic with what it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from proposals.comparison.crossings import Crossing
from proposals.comparison.findings import Difference, Finding, Option
from proposals.comparison.positions import Position
from proposals.comparison.result import Comparison
from proposals.comparison.summaries import QuestionSummary, questions, topics
from proposals.documents.proposal import Proposal
from proposals.language import wordings
from proposals.language.citations import cited, disputed, source_entries
from proposals.language.differences import told
from proposals.language.fields import rows, statements
from proposals.language.labels import field_label
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Phrase, Role, Run, phrase
from proposals.language.sentences import heading, headline
from proposals.language.values import counted, listed, weighed
from proposals.language.verdicts import excepted, sentence
from proposals.negotiation.brief import brief
from proposals.reports.page import Block, Entries, Heading, Items, Level, Numbers, Page, Paragraph, Sides
from proposals.reports.pages import brief as brief_page
from proposals.reports.pages.documents import summary
from proposals.reports.pages.marks import SIGNS, VERDICTS
from proposals.reports.pages.positions import said
from proposals.reports.pages.sourcing import Sourcing
from proposals.strings import pointed
from proposals.terms.base import Term
from proposals.vocabulary import Relation

NAMES: Final = ("A", "B")
"""What the two documents are called throughout the page."""


def page(
    comparison: Comparison,
    lookup: Lookup,
    *,
    shown: Comparison | None = None,
    only: Collection[str] = (),
    sources: bool = False,
) -> Page:
    """The whole comparison, or of its findings only those of ``shown``; counts and verdicts are of the whole.

    ``only`` are the ids of the questions that the brief is to show, all where none is named.

    ``sources`` adds to each citation its grade and position, to each finding its rule and fingerprint, the notes of
    those who coded the terms, and a list of the sources.
    """
    kept = comparison.findings if shown is None else shown.findings
    sourcing = Sourcing(lookup)
    asked = questions(comparison)
    head = brief_page.page(brief(comparison, kept, asked, only=only), lookup).blocks
    blocks = tuple(_blocks(comparison, kept, asked, lookup, sourcing, sources=sources))
    return Page((*head, *blocks), sourcing.notes, (comparison.left, comparison.right))


def _blocks(
    comparison: Comparison,
    kept: tuple[Finding, ...],
    asked: Sequence[QuestionSummary],
    lookup: Lookup,
    sourcing: Sourcing,
    *,
    sources: bool,
) -> Iterator[Block]:
    documents = (comparison.left, comparison.right)
    chosen = {id(finding) for finding in kept}
    yield Heading(Level.PART, phrase("documents"))
    yield Entries(tuple(summary(document, lookup) for document in documents))
    yield from _counts(comparison, kept, lookup)
    answers = _Answers(asked)
    for topic in topics(asked):
        findings = [finding for finding in comparison.findings if finding.topic == topic.topic]
        shown = [finding for finding in findings if id(finding) in chosen]
        if shown:
            verdict = Run(lookup.language.word(topic.verdict), VERDICTS[topic.verdict])
            yield Heading(Level.PART, phrase(str(topic.topic)), phrase(verdict, f", {_of(findings)}"))
        for finding in shown:
            yield from _finding(finding, comparison, answers, lookup, sourcing, sources=sources)
    if sources:
        named = [
            (citation, document)
            for finding in kept
            for side, document in zip((finding.left, finding.right), documents, strict=True)
            for citation in (*side.citations, *(one for dispute in side.disputes for one in dispute.citations))
        ]
        if named:
            yield Heading(Level.PART, phrase("sources"))
            yield Entries(tuple(source_entries(named, lookup)))


def _of(findings: Sequence[Finding]) -> str:
    return counted(len(findings), "finding")


class _Answers:
    """What the questions tell of single findings."""

    def __init__(self, asked: Iterable[QuestionSummary]) -> None:
        self.instead: dict[int, tuple[Term, ...]] = {}
        self.crossings: dict[int, list[Crossing]] = {}
        for one in asked:
            self.instead |= {id(finding): one.instead(finding) for finding in one.findings if one.instead(finding)}
            for crossing in one.crossings:
                self.crossings.setdefault(id(crossing.finding), []).append(crossing)


def _counts(comparison: Comparison, kept: tuple[Finding, ...], lookup: Lookup) -> Iterator[Block]:
    counts = comparison.counts()
    yield Heading(Level.PART, phrase("findings"), phrase(str(len(comparison.findings))))
    if not counts:
        yield Paragraph(phrase("Neither document has a term that is known, so there is nothing to compare."))
        return
    yield Entries(
        tuple(
            Entry(
                phrase(str(count)), (phrase(SIGNS[relation], " ", _word(relation, lookup), f": {relation.definition}"),)
            )
            for relation, count in counts.items()
        ),
    )
    partly = sum(finding.rule.id == "same-as-far-as-reported" for finding in comparison.findings)
    if partly:
        several = "match" if partly > 1 else "matches"
        yield Paragraph(phrase(f"{partly} of the same {several} only in the parts reported."))
    if Relation.UNREPORTED in counts:
        yield Paragraph(phrase("What is not reported may still be in the text; nothing follows from its absence."))
    if len(kept) != len(comparison.findings):
        yield Paragraph(phrase(Run(f"Shown below: {len(kept)} of {_of(comparison.findings)}.", Role.STRONG)))


def _word(relation: Relation, lookup: Lookup) -> Run:
    return Run(lookup.language.word(relation), SIGNS[relation].role)


def _finding(
    finding: Finding, comparison: Comparison, answers: _Answers, lookup: Lookup, sourcing: Sourcing, *, sources: bool
) -> Iterator[Block]:
    shape = type((finding.left.terms or finding.right.terms)[0])
    title = Run(heading(shape, finding.subject, lookup), Role.STRONG)
    relation = brief_page.as_drafted(
        lookup.language.word(finding.relation), (comparison.left, comparison.right), lookup
    )
    word = Run(relation, SIGNS[finding.relation].role)
    yield Heading(Level.ITEM, phrase(SIGNS[finding.relation], " ", word, " · ", title))
    crossings = answers.crossings.get(id(finding), [])
    told = sentence(finding, NAMES, lookup, elsewhere=bool(crossings))
    yield Paragraph(phrase(told, excepted(finding, lookup)))
    yield Entries(
        tuple(
            Entry(phrase(Run(name, Role.FAINT)), said(side, lookup))
            for name, side in zip(NAMES, (finding.left, finding.right), strict=True)
            if side.terms or side.left_out
        )
    )
    if finding.left.terms and finding.right.terms:
        found = tuple(row for row in rows(finding, NAMES, lookup) if row.telling)
        if found:
            yield Sides(*NAMES, found)
    if finding.options:
        yield Items(tuple(_option(option, finding, NAMES, lookup) for option in finding.options))
    quotations = tuple(_quotations(finding, comparison, lookup, sourcing, sources=sources))
    if quotations:
        yield Entries(*zip(*quotations, strict=True))
    remarks = (
        *((_crossed(crossing, NAMES, lookup), ()) for crossing in crossings),
        *((remark, ()) for remark in _in_place(finding, answers.instead.get(id(finding), ()), comparison, lookup)),
        *_disputes(finding, comparison, lookup, sourcing, sources=sources),
        *((remark, ()) for remark in _counterparts(finding, lookup)),
    )
    if remarks:
        yield Items(*zip(*remarks, strict=True))
    if sources:
        yield Paragraph(phrase(Run(f"rule {finding.rule.id}; fingerprint {finding.fingerprint}", Role.FAINT)))


def _option(option: Option, finding: Finding, names: tuple[str, str], lookup: Lookup) -> Phrase:
    """One alternative of the left with one of the right: how they stand to each other, and in which fields."""
    one, other = _variant(option.left.holders, names[0], lookup), _variant(option.right.holders, names[1], lookup)
    details = [
        phrase("; ", _label(difference, option, lookup), ": ", told(difference, type(option.left), names, lookup))
        for difference in option.differences
    ]
    weight = weighed(option.direction, finding.bearers, lookup)
    word = (SIGNS[option.rule.relation], Run(" "), _word(option.rule.relation, lookup))
    return phrase(f"{one} and {other}: ", word, *details, f"; {weight}" if weight else "")


def _label(difference: Difference, option: Option, lookup: Lookup) -> str:
    return field_label(difference.field, type(option.left), lookup)


def _variant(holders: tuple[str, ...], name: str, lookup: Lookup) -> str:
    owners = (owner for one in holders if (owner := wordings.name(one, lookup, "possessive")))
    return f"{listed(owners)} version in {name}" if holders else name


def _both(finding: Finding, comparison: Comparison) -> tuple[tuple[Position, Proposal], tuple[Position, Proposal]]:
    return (finding.left, comparison.left), (finding.right, comparison.right)


def _disputes(
    finding: Finding, comparison: Comparison, lookup: Lookup, sourcing: Sourcing, *, sources: bool
) -> Iterator[tuple[Phrase, Numbers]]:
    for name, (side, document) in zip(NAMES, _both(finding, comparison), strict=True):
        for dispute in side.disputes:
            shape = type(side.terms[0])
            told = phrase(f"{name}: ", disputed(dispute, shape, document, lookup, sources=sources))
            yield told, sourcing.numbers(dispute.citations, document)


def _crossed(crossing: Crossing, names: tuple[str, str], lookup: Lookup) -> Phrase:
    """How the document that has no such term answers all the same, and how that meets the other's term."""
    reading, option = crossing.reading, crossing.option
    side = 0 if reading.answers(0) else 1
    term = (option.left, option.right)[side]
    held = dict(statements(term, lookup))[str(reading.key)]
    points = f" ({pointed(term.points)})" if term.points else ""
    where = heading(reading.line.shape, reading.line.subject, lookup)
    details = [
        phrase("; ", _label(difference, option, lookup), ": ", told(difference, type(option.left), names, lookup))
        for difference in option.differences
    ]
    word = (SIGNS[option.rule.relation], Run(" "), _word(option.rule.relation, lookup))
    lead = Run("answered by another term: ", Role.STRONG)
    label = field_label(str(reading.key), reading.line.shape, lookup)
    return phrase(lead, f"{names[side]} has {label}: ", *held, f", in “{where}”{points}; ", *word, *details)


def _in_place(finding: Finding, instead: Iterable[Term], comparison: Comparison, lookup: Lookup) -> Iterator[Phrase]:
    """What the amending document has in place of what it deletes, and which point a term answers."""
    for term in instead:
        at = f", under {pointed(term.points)}" if term.points else ""
        yield phrase(Run("in its place: ", Role.STRONG), f"{headline(term, lookup)}{at}; see {term.topic}")
    own, others = _both(finding, comparison), NAMES[::-1]
    for name, other, (side, document), (_, answered) in zip(NAMES, others, own, own[::-1], strict=True):
        for point in dict.fromkeys(point for term in side.terms for point in term.answers):
            if answered.id in document.amends:
                yield phrase(f"{name} answers {pointed([point])} of {other} with it")


def _counterparts(finding: Finding, lookup: Lookup) -> Iterator[Phrase]:
    other = NAMES[1] if finding.left.terms else NAMES[0]
    for counterpart in finding.counterparts:
        points = f" ({pointed(counterpart.term.points)})" if counterpart.term.points else ""
        yield phrase(
            Run("possible counterpart, not paired: ", Role.STRONG),
            f"{headline(counterpart.term, lookup)}{points} in {other}; {counterpart.reason}",
        )
    if finding.further_counterparts:
        yield phrase(
            Run("possible counterparts, not paired: ", Role.STRONG), f"{finding.further_counterparts:,} more in {other}"
        )


def _quotations(
    finding: Finding, comparison: Comparison, lookup: Lookup, sourcing: Sourcing, *, sources: bool
) -> Iterator[tuple[Entry, Numbers]]:
    for name, (side, document) in zip(NAMES, _both(finding, comparison), strict=True):
        lines = [*cited(side.citations, document, lookup, sources=sources)]
        if sources:
            lines += [phrase(Run(f"note: {term.note}", Role.FAINT)) for term in side.terms if term.note]
        if lines:
            entry = Entry(phrase(Run(name, Role.FAINT)), tuple(lines))
            yield entry, sourcing.numbers(side.citations, document)
