"""The pages by topic say of a document that has no term what the comparison with the document that it amends says."""

from __future__ import annotations

import re

import pytest
from manual import statements, topics

import proposals
from proposals.comparison.findings import Finding
from proposals.comparison.line import Line
from proposals.vocabulary import Coverage, Relation

WORDS = {
    "Another term under that point": "answered",
    "Left out": "silent",
    "Silent": "silent",
    "Not reported": "silent",
}
PAIRS = [(amended, document) for document in statements.documents() for amended in document.amends]


def shown(row: Line, name: str) -> list[str]:
    """The words under which the row's part of the page names a document that has no term in it."""
    lines = [line for line in "\n".join(topics.section(row)).splitlines() if line.startswith(tuple(WORDS))]
    return [line.partition(":")[0] for line in lines if f"(#document-{name})" in line]


def found(finding: Finding, *, amending: bool) -> str | None:
    """The word for the side that has no term of the other's subject; ``None`` where it has one, on other ground."""
    side = finding.right if amending else finding.left
    if side.terms:
        return "answered" if finding.answer else None
    return "silent"


def at(name: str) -> int:
    return [document.id for document in statements.documents()].index(name)


def test_there_is_a_document_that_amends_another() -> None:
    assert ("us-28-point", "e3-counter") in [(amended, document.id) for amended, document in PAIRS]


@pytest.mark.parametrize("amending", [True, False])
@pytest.mark.parametrize(("amended", "document"), PAIRS, ids=lambda one: getattr(one, "id", one))
def test_each_word_is_that_of_the_comparison(amended: str, document: proposals.Proposal, *, amending: bool) -> None:
    findings = proposals.compare(proposals.load(amended), document).findings
    speaking, without = (amended, document.id) if amending else (document.id, amended)
    met = 0
    for row in statements.rows():
        terms = row.positions[at(speaking)].terms
        if not terms or row.positions[at(without)].terms:
            continue
        held = [(one, (one.left if amending else one.right).terms) for one in findings]
        words = {found(one, amending=amending) for one, own in held if any(term in own for term in terms)} - {None}
        assert {WORDS[word] for word in shown(row, without)} == words
        met += 1
    assert met or amending  # a document that marks up another has something to say to each of its points


def test_a_document_that_amends_none_of_those_that_speak_is_silent_or_not_reported_or_leaves_it_out() -> None:
    for row in statements.rows():
        pairs = list(zip(statements.documents(), statements.sides(row), strict=True))
        speaking = {document.id for document, terms in pairs if terms}
        for document, terms in pairs:
            tied = {one.id for one, _ in pairs if document.id in one.amends} | set(document.amends)
            if not terms and document.terms and not speaking & tied:
                word = "Silent" if document.coverage is Coverage.COMPLETE else "Not reported"
                left_out = row.positions[at(document.id)].left_out
                assert shown(row, document.id) == ["Left out" if left_out else word]


def test_every_deletion_stands_on_a_page() -> None:
    words = [line for row in statements.rows() for line in "\n".join(topics.section(row)).splitlines()]
    struck = [line for line in words if re.match(r"- .*\(#document-e3-counter\).*\(#deletion-e3-counter-", line)]
    findings = proposals.compare(proposals.load("us-28-point"), proposals.load("e3-counter")).findings
    assert len(struck) >= sum(one.relation is Relation.STRUCK for one in findings)
    assert all("It [deletes](" in line for line in struck)
