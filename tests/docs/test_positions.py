"""On the pages of documents and topics every kind leads to the glossary and every fact to its source."""

from __future__ import annotations

import re

import attrs
import pytest
from manual import explorer, glossary, positions, statements, timeline, topics

from proposals import KINDS, library
from proposals.documents.proposal import Proposal
from proposals.terms.forces import ForceLimit
from proposals.vocabulary import Certainty

DOCUMENTS = [pytest.param(document, id=document.id) for document in statements.documents()]
TO_GLOSSARY = re.compile(r"\{term\}`[^`<]+ <([^>]+)>`")
WORDS = {kind: one.word for one in glossary.definitions() for kind in one.kinds}
CITED = re.compile(r"\(#(source-[\w-]+)\)")


def part(page: str, label: str) -> str:
    """What stands between a label and the next heading after its own."""
    return re.split(r"\n## ", page.partition(f"({label})=\n## ")[2])[0]


@pytest.mark.parametrize("topic", topics.spoken_of(), ids=topics.slug)
def test_every_heading_of_a_topic_leads_to_the_glossary(topic: topics.Topic) -> None:
    told = re.findall(r"^## (.+)\n\n.+ In the codebook: \[([\w-]+)\]\(#kind-\2\)", topics.page(topic), re.MULTILINE)
    assert len(told) == topics.page(topic).count("\n## ") > 0
    for heading, kind in told:
        assert TO_GLOSSARY.search(heading)[1] == WORDS[kind]
    kinds = [[*KINDS].index(kind) for _, kind in told]
    assert kinds == sorted(kinds)


@pytest.mark.parametrize("topic", topics.spoken_of(), ids=topics.slug)
def test_a_topic_lists_its_subjects_with_their_time_and_disputes(topic: topics.Topic) -> None:
    page = topics.page(topic)
    rows = re.findall(r"^\| \[.+\]\(#(subject-[\w-]+)\) \| (.+) \|$", page, re.MULTILINE)
    for label, told in rows:
        count, disputed, *when = told.split(" | ")
        section = page.partition(f"({label})=\n")[2].partition("\n(subject-")[0]
        said = re.findall(r"^- \*\*([^*]+)\*\*", section, re.MULTILINE)
        assert [f"[{said[0]}]{{.when}}", f"[{said[-1]}]{{.when}}"] == when
        assert int(count) <= len(said)
        assert int(disputed) == len(re.findall(r"^  - Disputed[.:] ", section, re.MULTILINE))
    assert len(rows) == page.count("\n## ")


@pytest.mark.parametrize("topic", topics.spoken_of(), ids=topics.slug)
def test_a_topic_tells_what_the_grades_mean_and_where_to_find_a_place(topic: topics.Topic) -> None:
    assert "[what the grades mean](#grades-of-sources)" in topics.page(topic)
    assert ("(#by-place)" in topics.page(topic)) == ("(#place-" in topics.page(topic))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_term_of_a_document_leads_to_the_glossary_and_is_a_sentence(document: Proposal) -> None:
    page = positions.page(document)
    for term in document.terms:
        card = r"\n\{.own-words\}\n\*In our words:\* "
        head = re.search(rf"^\({statements.target(document, term)}\)=\n\*\*(.+)\n{card}(.+)$", page, re.MULTILINE)
        assert TO_GLOSSARY.search(head[1])[1] == WORDS[term.kind]
        assert head[2] == statements.sentences(term)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_nobody_verified_is_said_to_be_so_wherever_it_is_said(document: Proposal) -> None:
    page, known = positions.page(document), statements.lookup()
    doubtful = 0
    for term in document.terms:
        doubted = {known.certainty(one, document) for one in term.citations} == {Certainty.UNVERIFIED}
        assert statements.sentences(term).endswith(" *[Not verified.](#words-certainty)*") == doubted
        assert statements.plainly(term).endswith(" Not verified.") == doubted
        doubtful += doubted
    counted = re.search(r"Of the terms (\d+) (?:is|are) \[not verified\]", page)
    assert (int(counted[1]) if counted else 0) == doubtful


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_list_of_sources_names_no_place_twice_alike(document: Proposal) -> None:
    for line in part(positions.page(document), f"sources-of-{document.id}").splitlines():
        named = re.findall(r"\[([^\]]+)\]\(#term-[^)]+\)( \(disputed\))?", line)
        assert len(set(named)) == len(named)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_fact_of_the_head_leads_to_its_own_sources_and_the_coverage_to_the_gaps(document: Proposal) -> None:
    page = positions.page(document)
    rows = re.findall(r"^\| (.+) \|$", page.partition("\n## ")[0], re.MULTILINE)
    told = [row.split(" | ") for row in rows if not row.startswith("-")]
    assert {"date", "authors", "form", "status", "coverage"} <= {row[0] for row in told}
    sources = {row[0]: set(CITED.findall(row[2])) for row in told}
    for fact in ("date", "authors", "form", "status", "points"):
        named = {f"source-{one.source}" for one in statements.about(document, fact)}
        assert sources.get(fact, set()) == named
        assert (
            named
            or (fact, document.points) == ("points", None)
            or (fact == "form" and "| the coders' word for it |" in page)
        )
    assert all(sources[fact] for fact in ("date", "authors", "status"))
    (coverage,) = (row[2] for row in told if row[0] == "coverage")
    assert ("judgement" in coverage, f"(#gaps-of-{document.id})" in coverage) == (True, bool(document.gaps))
    summed = set(CITED.findall(page.partition("\n|")[0]))
    assert summed == {f"source-{one.source}" for one in statements.about(document, "summary")} != set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_sources_are_all_that_the_page_cites(document: Proposal) -> None:
    section = part(positions.page(document), f"sources-of-{document.id}")
    events = [citation for event in library.events() if document.id in event.about for citation in event.citations]
    own = {source.id for source in document.sources}
    cited = {
        f"source-{document.id}-{one.source}" if one.source in own else f"source-{one.source}"
        for one in (*document.citations(), *events)
    }
    lines = [line for line in section.splitlines() if line.startswith("- ")]
    assert {anchor for line in lines for anchor in CITED.findall(line)[:1]} == cited
    assert all(": " in line for line in lines)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_gap_has_what_was_read_or_says_that_no_source_is_given(document: Proposal) -> None:
    lines = [line for line in part(positions.page(document), f"gaps-of-{document.id}").splitlines() if line[:2] == "- "]
    assert len(lines) == len(document.gaps)
    for gap, line in zip(document.gaps, lines, strict=True):
        read = any(gap.point in term.points and term.citations for term in document.terms)
        assert bool(CITED.search(line)) == read
        assert line.endswith("No source is given for this.") != read


@pytest.mark.parametrize("event", [pytest.param(event, id=event.id) for event in library.events()])
def test_every_event_leads_to_its_sources(event: library.Event) -> None:
    told = timeline.page().partition(f"(event-{event.id})=")[2].partition("\n\n**")[0]
    assert {f"source-{one.source}" for one in event.citations} <= set(CITED.findall(told))
    assert event.citations or "no source is given" in told


def test_every_document_of_the_timeline_leads_to_its_sources() -> None:
    for document in statements.documents():
        (line,) = (one for one in timeline.page().splitlines() if f" · {statements.document_link(document.id)}" in one)
        assert set(CITED.findall(line)) == {f"source-{one.source}" for one in statements.about(document, "date")}


def test_the_list_of_documents_says_where_the_collection_ends() -> None:
    assert f"The collection ends with **{statements.spoken(library.events()[-1].date)}**" in positions.index()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_term_has_one_line_of_confidence_and_the_gaps_of_its_points(document: Proposal) -> None:
    page = positions.page(document)
    for term in document.terms:
        told = page.partition(f"({statements.target(document, term)})=\n")[2].partition("<details>")[0]
        line = statements.confidence(term, document)
        assert told.count("\n- Confidence: ") == bool(term.citations) == bool(line)
        assert f"- {line}\n" in told or not line
        assert all(f"- {gap}\n" in told for gap in statements.gaps_beside(term, document))


def test_confidence_counts_sources_and_disputes_and_names_the_best_grade() -> None:
    plan = statements.documents()[[one.id for one in statements.documents()].index("us-28-point")]
    limit = next(term for term in plan.terms if term.kind == "force-limit")
    assert re.fullmatch(
        r"Confidence: \w+, \d+ sources, \[best grade [A-F]\d\]\(#grades-of-sources\), \d+ disputed values?",
        statements.confidence(limit, plan),
    )


@pytest.mark.parametrize(
    ("option", "holders", "shown"),
    [
        ("A", (), "option “A”"),
        ("A", ("UA",), "option “A”, held by Ukraine"),
        ("", ("UA",), "held by Ukraine"),
    ],
)
def test_an_open_alternative_is_told_by_its_name_and_its_holders(
    option: str, holders: tuple[str, ...], shown: str
) -> None:
    one, other = (
        ForceLimit(of=("UA",), personnel=personnel, option=option, holders=holders, points=("1",))
        for personnel in (600_000, 800_000)
    )
    document = attrs.evolve(statements.documents()[0], terms=(one, attrs.evolve(other, option="B")))
    page = positions.page(document)
    assert f"\n- An open alternative: {shown}\n" in page
    assert explorer.term_record(one, document)["alternative"] == shown
