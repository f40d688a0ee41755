"""A comparison as a page: the brief, the documents, the counts, then every finding by topic with what it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from proposals.comparison.crossings import Crossing
from proposals.comparison.findings import Difference, Finding, Option
from proposals.comparison.positions import Position
from proposals.comparison.result import Comparison
from proposals.comparison.summaries import QuestionSummary, TopicSummary, questions, topics
from proposals.documents.proposal import Proposal
from proposals.language import wordings
from proposals.language.citations import cited, disputed, source_entries
from proposals.language.differences import telling, told
from proposals.language.fields import rows, statements
from proposals.language.labels import field_label
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Phrase, Role, Run, phrase
from proposals.language.sentences import heading, headline
from proposals.language.tables import Language
from proposals.language.values import weighed
from proposals.language.verdicts import excepted, sentence
from proposals.negotiation.brief import brief
from proposals.reports.page import Block, Entries, Heading, Items, Level, Numbers, Page, Paragraph, Sides
from proposals.reports.pages import brief as brief_page
from proposals.reports.pages.documents import summary
from proposals.reports.pages.marks import SIGNS, VERDICTS
from proposals.reports.pages.positions import said
from proposals.reports.pages.sourcing import Sourcing
from proposals.strings import capital
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
    yield Heading(Level.PART, phrase(lookup.language.phrase("pages.documents")))
    yield Entries(
        tuple(
            Entry(phrase(Run(name, Role.STRONG)), summary(document, lookup).lines)
            for name, document in zip(NAMES, documents, strict=True)
        )
    )
    yield from _counts(comparison, kept, lookup)
    answers = _Answers(asked)
    for topic in topics(asked):
        findings = [finding for finding in comparison.findings if finding.topic == topic.topic]
        shown = [finding for finding in findings if id(finding) in chosen]
        if shown:
            verdict = Run(lookup.language.word(topic.verdict), VERDICTS[topic.verdict])
            name = lookup.language.word(topic.topic, "heading")
            yield Heading(Level.PART, phrase(name), phrase(verdict, f", {_of(findings, lookup)}"))
            gaps = [*_gaps_on(topic, asked, documents, lookup)]
            yield from [Items(tuple(gaps))] if gaps else []
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
            yield Heading(Level.PART, phrase(lookup.language.phrase("pages.sources")))
            yield Entries(tuple(source_entries(named, lookup)))


def _gaps_on(
    topic: TopicSummary, asked: Iterable[QuestionSummary], documents: tuple[Proposal, Proposal], lookup: Lookup
) -> Iterator[Phrase]:
    """What is not established of the documents on a topic or on a question of it."""
    questions = {one.row.question for one in asked if one.row.topic == topic.topic}
    for name, document in zip(NAMES, documents, strict=True):
        for gap in document.gaps:
            if topic.topic in gap.topics or not questions.isdisjoint(gap.questions):
                told = lookup.language.fill("brief.gap of", name=name, what=gap.what)
                yield phrase(told, Run(f". {gap.note}", Role.FAINT) if gap.note else ".")


def _of(findings: Sequence[Finding], lookup: Lookup) -> str:
    return lookup.language.counted("pages.counted findings", f"{len(findings):,}")


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
    counts, language = comparison.counts(), lookup.language
    yield Heading(Level.PART, phrase(lookup.language.phrase("pages.findings")), phrase(str(len(comparison.findings))))
    if not counts:
        yield Paragraph(phrase(language.phrase("pages.neither")))
        return
    yield Entries(
        tuple(
            Entry(
                phrase(str(count)),
                (
                    phrase(
                        SIGNS[relation],
                        " ",
                        _word(relation, lookup),
                        language.fill("pages.label", label="", text=language.defined(relation)),
                    ),
                ),
            )
            for relation, count in counts.items()
        ),
    )
    partly = sum(finding.rule.id == "same-as-far-as-reported" for finding in comparison.findings)
    if partly:
        yield Paragraph(phrase(language.counted("pages.match in part", str(partly))))
    if Relation.UNREPORTED in counts:
        yield Paragraph(phrase(language.phrase("pages.not reported")))
    if len(kept) != len(comparison.findings):
        shown = language.fill("pages.shown below", count=str(len(kept)), all=_of(comparison.findings, lookup))
        yield Paragraph(phrase(Run(shown, Role.STRONG)))


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
            yield Sides(*NAMES, found, lookup.language.phrase("pages.difference"))
    if finding.options:
        yield Items(tuple(_option(option, finding, NAMES, lookup) for option in finding.options))
    quotations = tuple(_quotations(finding, comparison, lookup, sourcing, sources=sources))
    if quotations:
        yield Entries(*zip(*quotations, strict=True))
    remarks = (
        *((_crossed(crossing, NAMES, lookup), ()) for crossing in crossings),
        *((remark, ()) for remark in _packages(finding, comparison, lookup)),
        *((remark, ()) for remark in _in_place(finding, answers.instead.get(id(finding), ()), comparison, lookup)),
        *_disputes(finding, comparison, lookup, sourcing, sources=sources),
        *((remark, ()) for remark in _counterparts(finding, lookup)),
    )
    if remarks:
        yield Items(*zip(*remarks, strict=True))
    if sources:
        yield Paragraph(phrase(Run(_rule(finding, lookup.language), Role.FAINT)))


def _rule(finding: Finding, language: Language) -> str:
    return language.fill("pages.rule", rule=finding.rule.id, fingerprint=finding.fingerprint)


def _option(option: Option, finding: Finding, names: tuple[str, str], lookup: Lookup) -> Phrase:
    """One alternative of the left with one of the right: how they stand to each other, and in which fields."""
    one, other = _variant(option.left, names[0], lookup), _variant(option.right, names[1], lookup)
    details = [
        phrase(*_labelled(difference, option, lookup), told(difference, type(option.left), names, lookup))
        for difference in telling(option.differences, option.left, option.right)
    ]
    weight = weighed(option.direction, finding.bearers, lookup)
    word = (SIGNS[option.rule.relation], Run(" "), _word(option.rule.relation, lookup))
    language = lookup.language
    both = language.fill("pages.label", label=language.listed([one, other]), text="")
    ending = f"{language.phrase('pages.between clauses')}{weight}" if weight else ""
    return phrase(both, word, *details, ending)


def _labelled(difference: Difference, option: Option, lookup: Lookup) -> tuple[str, str]:
    """What stands before how a field differs: its label, set off from what is before it."""
    label = field_label(difference.field, type(option.left), lookup)
    return lookup.language.phrase("pages.between clauses"), lookup.language.fill("pages.label", label=label, text="")


def _variant(term: Term, name: str, lookup: Lookup) -> str:
    """An alternative by its name and its holders, in the document; the document itself where the point is not open."""
    language = lookup.language
    form = language.phrase("pages.owner form")
    owners = language.listed(owner for one in term.holders if (owner := wordings.name(one, lookup, form)))
    if term.option and owners:
        return language.fill("pages.option of in", owners=owners, option=term.option, name=name)
    if term.option:
        return language.fill("pages.option in", option=term.option, name=name)
    return language.fill("pages.version in", owners=owners, name=name) if term.holders else name


def _packages(finding: Finding, comparison: Comparison, lookup: Lookup) -> Iterator[Phrase]:
    """Which other terms of a document an option goes together with."""
    for (position, document), name in zip(_both(finding, comparison), NAMES, strict=True):
        for term in position.terms:
            others = [headline(one, lookup) for one in document.package(term)]
            if others:
                option, names = _variant(term, name, lookup), lookup.language.listed(dict.fromkeys(others))
                yield phrase(capital(lookup.language.fill("pages.package", option=option, names=names)))


def _both(finding: Finding, comparison: Comparison) -> tuple[tuple[Position, Proposal], tuple[Position, Proposal]]:
    return (finding.left, comparison.left), (finding.right, comparison.right)


def _disputes(
    finding: Finding, comparison: Comparison, lookup: Lookup, sourcing: Sourcing, *, sources: bool
) -> Iterator[tuple[Phrase, Numbers]]:
    for name, (side, document) in zip(NAMES, _both(finding, comparison), strict=True):
        for dispute in side.disputes:
            shape = type((*side.terms, *side.left_out)[0])
            head = lookup.language.fill("pages.label", label=name, text="")
            told = phrase(head, disputed(dispute, shape, document, lookup, sources=sources))
            yield told, sourcing.numbers(dispute.citations, document)


def _crossed(crossing: Crossing, names: tuple[str, str], lookup: Lookup) -> Phrase:
    """How the document that has no such term answers all the same, and how that meets the other's term."""
    reading, option = crossing.reading, crossing.option
    side = 0 if reading.answers(0) else 1
    term = (option.left, option.right)[side]
    held = dict(statements(term, lookup))[str(reading.key)]
    language = lookup.language
    points = f" ({language.cited(term.points)})" if term.points else ""
    where = heading(reading.line.shape, reading.line.subject, lookup)
    details = [
        phrase(*_labelled(difference, option, lookup), told(difference, type(option.left), names, lookup))
        for difference in telling(option.differences, option.left, option.right)
    ]
    word = (SIGNS[option.rule.relation], Run(" "), _word(option.rule.relation, lookup))
    lead = Run(language.phrase("pages.answered by another"), Role.STRONG)
    label = field_label(str(reading.key), reading.shape, lookup)
    has = language.fill("pages.has", name=names[side], terms=language.fill("pages.label", label=label, text=""))
    at = f"{language.fill('pages.in term', term=where)}{points}{language.phrase('pages.between clauses')}"
    return phrase(lead, has, *held, at, *word, *details)


def _in_place(finding: Finding, instead: Iterable[Term], comparison: Comparison, lookup: Lookup) -> Iterator[Phrase]:
    """What the amending document has in place of what it deletes, and which point a term answers."""
    language = lookup.language
    for term in instead:
        at = language.fill("pages.under point", points=language.cited(term.points)) if term.points else ""
        see = language.fill("pages.see topic", topic=language.word(term.topic, "heading"))
        yield phrase(Run(language.phrase("pages.in its place"), Role.STRONG), f"{headline(term, lookup)}{at}{see}")
    own, others = _both(finding, comparison), NAMES[::-1]
    for name, other, (side, document), (_, answered) in zip(NAMES, others, own, own[::-1], strict=True):
        for point in dict.fromkeys(point for term in side.terms for point in term.answers):
            if answered.id in document.amends:
                yield phrase(language.fill("pages.answers", name=name, point=language.cited([point]), other=other))


def _counterparts(finding: Finding, lookup: Lookup) -> Iterator[Phrase]:
    other, language = NAMES[1] if finding.left.terms else NAMES[0], lookup.language
    for counterpart in finding.counterparts:
        points = f" ({language.cited(counterpart.term.points)})" if counterpart.term.points else ""
        term = f"{headline(counterpart.term, lookup)}{points}"
        reason = language.fill("pages.same kind", names=", ".join(map(lookup.name, counterpart.shared)))
        yield phrase(
            Run(language.phrase("pages.counterpart"), Role.STRONG),
            language.fill("pages.counterpart in", term=term, name=other, reason=reason),
        )
    if finding.further_counterparts:
        yield phrase(
            Run(language.phrase("pages.counterparts"), Role.STRONG),
            language.fill("pages.more in", number=f"{finding.further_counterparts:,}", name=other),
        )


def _quotations(
    finding: Finding, comparison: Comparison, lookup: Lookup, sourcing: Sourcing, *, sources: bool
) -> Iterator[tuple[Entry, Numbers]]:
    for name, (side, document) in zip(NAMES, _both(finding, comparison), strict=True):
        lines = [*cited(side.citations, document, lookup, sources=sources)]
        if sources:
            notes = (lookup.language.fill("pages.note", note=term.note) for term in side.terms if term.note)
            lines += [phrase(Run(note, Role.FAINT)) for note in notes]
        if lines:
            entry = Entry(phrase(Run(name, Role.FAINT)), tuple(lines))
            yield entry, sourcing.numbers(side.citations, document)
