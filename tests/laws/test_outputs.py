"""Law 11: whatever output a subject is read from, its verdict and what each document does with it are the same."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from html import unescape
from io import BytesIO, StringIO
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from docx import Document
from docx.table import Table
from hypothesis import given
from openpyxl import load_workbook

from making import document
from proposals import library
from proposals.cli.app import application
from proposals.comparison.engine import compare
from proposals.comparison.names import world_of
from proposals.comparison.positions import OPEN, Position
from proposals.comparison.result import Comparison
from proposals.comparison.summaries import questions, topics
from proposals.documents.proposal import Proposal
from proposals.files.writing import proposal_yaml
from proposals.language.names import Lookup
from proposals.language.questions import asks
from proposals.language.sentences import heading
from proposals.language.tables import wording
from proposals.negotiation.brief import brief
from proposals.negotiation.lines import lines
from proposals.negotiation.matrix import RowVerdict, matrix
from proposals.negotiation.side_by_side import side_by_side
from proposals.reports.brackets import parser, writer
from proposals.reports.formats import Options, tables, text
from proposals.reports.html_report.report import Surroundings, render
from proposals.reports.pages import brief as brief_page
from proposals.reports.pages import comparison as pages
from proposals.reports.records import flat
from proposals.reports.records.comparisons import COMPARISON
from proposals.reports.records.declare import Of
from proposals.reports.records.measures import MATRIX
from proposals.terms.forces import ForceLimit
from proposals.testing import proposal_pairs
from proposals.vocabulary import Absence, Relation, Stance, Verdict

PLANS = ("us-28-point", "e3-counter", "twenty-point")
NOTHING = Surroundings(events=(), known={})
WIDE = 10_000

ROOTS = {
    Stance.ACCEPTS: r"accept",
    Stance.ACCEPTS_IF: r"accept|\bif\b",
    Stance.RESERVES: r"reserv",
    Stance.REJECTS: r"reject",
    Stance.STRIKES: r"strike|[Dd]elete",
    Stance.REFUSES: r"refuse|will not discuss",
    Stance.DEFERS: r"defer",
    Absence.SILENT: r"silent|–|says nothing",
    Absence.UNREPORTED: r"not reported",
    Absence.LEFT_OUT: r"[Ll]eft out|leaves out",
}
"""What every output has where a document does this; of what it proposes it has the values and no word."""


def says(position: Position, words: str) -> bool:
    """Whether a text has each stance of a position, or why it has none."""
    unwrapped = " ".join(words.split())
    return all(re.search(ROOTS[one], unwrapped) for one in position.stances if one is not Stance.PROPOSES)


def limit(holder: str, personnel: int, stance: Stance = Stance.PROPOSES) -> ForceLimit:
    return ForceLimit(of=("UA",), holders=(holder,), stance=stance, personnel=personnel)


OPEN_ONES = (
    document("rejecting", limit("US", 1000, Stance.REJECTS), limit("RU", 2000)),
    document("proposing", limit("US", 1000), limit("RU", 2000)),
    document("silent"),
)


def from_text(comparison: Comparison, lookup: Lookup) -> None:
    shown = text.write(pages.page(comparison, lookup), Options(width=WIDE))
    found = re.split(r"^(\S) ([a-z -]+) · (.+)$", shown, flags=re.MULTILINE)[1:]
    read = [(word, title, block) for word, title, block in zip(found[1::4], found[2::4], found[3::4], strict=True)]
    told = sorted(comparison.findings, key=lambda one: one.topic.rank)
    assert [(word, title) for word, title, _ in read] == [
        (worded(one.relation), heading(one.line.shape, one.subject, lookup)) for one in told
    ]
    for (_, title, block), one in zip(read, told, strict=True):
        elsewhere = "answers the question by another one" in block or "has such a clause only for others" in block
        assert all(says(position, block) or elsewhere for position in one.line.positions), title


def worded(relation: Relation) -> str:
    return wording(relation, Lookup.of().language)


def asked(comparison: Comparison, lookup: Lookup) -> list[tuple[str, str]]:
    """Each question with its verdict, the worst first, as outputs list them."""
    found = sorted(questions(comparison), key=lambda one: one.verdict.rank)
    return [(asks(one.row, lookup), str(one.verdict)) for one in found]


def questions_from_text(comparison: Comparison, lookup: Lookup) -> None:
    """The brief of a text: under each verdict the questions that are told, and the count of those that are named."""
    shown = text.write(brief_page.page(brief(comparison), lookup, headed=False), Options(width=WIDE))
    read: dict[str, list[str]] = {}
    counts: dict[str, int] = {}
    under = ""
    for line in shown.splitlines():
        if head := re.fullmatch(r"([A-Z ]+): (\d+)|(?:  )?([A-Z ]+) \((\d+)\): .*", line):
            under = (head[1] or head[3]).casefold()
            counts[under] = int(head[2] or head[4])
        elif question := re.fullmatch(r"  ([^ -].*\?)(?: \([^?]*\))?", line):
            read.setdefault(under, []).append(question[1])
    told: dict[str, list[str]] = {}
    for question, verdict in asked(comparison, lookup):
        told.setdefault(wording(Verdict(verdict), lookup.language).casefold(), []).append(question)
    assert counts == {verdict: len(own) for verdict, own in told.items()}
    assert all(told[verdict] == own for verdict, own in read.items())


def questions_from_json(comparison: Comparison, lookup: Lookup) -> None:
    record = COMPARISON.json(Of(comparison, comparison), lookup)
    read = [(one["asks"], one["verdict"]) for one in record["questions"]]
    assert sorted(read) == sorted(asked(comparison, lookup))
    assert {one["topic"]: one["verdict"] for one in record["topics"]} == {
        str(one.topic): str(one.verdict) for one in topics(questions(comparison))
    }


def questions_from_html(comparison: Comparison, page: str, lookup: Lookup) -> None:
    told = asked(comparison, lookup)
    words = {wording(Verdict(verdict), lookup.language): verdict for _, verdict in told}
    read, under = [], ""
    pattern = (
        r'<tr class="verdict"[^>]*><th[^>]*><span[^>]*>([^<]+)</span>|<tr class="question [^>]*><th[^>]*>(.*?)</th>'
    )
    for verdict, question in re.findall(pattern, page):
        under = words[verdict] if verdict else under
        if question:
            (first, *_) = re.findall(r"<span[^>]*>([^<]*)</span>", question)
            read.append((unescape(first), under))
    assert read == told


def from_json_and_csv(comparison: Comparison, lookup: Lookup) -> None:
    record = COMPARISON.json(Of(comparison, comparison), lookup)["findings"]
    rows = list(csv.DictReader(StringIO(tables.as_csv(flat.findings([comparison], lookup)), newline="")))
    for one, told, row in zip(comparison.findings, record, rows, strict=True):
        assert told["relation"] == row["relation"] == str(one.relation)
        for side, position in zip(("left", "right"), one.line.positions, strict=True):
            assert told[side]["state"] == row[f"{side}_state"] == position.word
            stances = {term["stance"] for term in told[side]["terms"]}
            assert stances == {str(term.stance) for term in position.terms}
            assert (position.word == OPEN) is (len(stances) > 1)


def from_html(documents: Sequence[Proposal], lookup: Lookup) -> str:
    page = render(documents, around=NOTHING)
    rows = page.split('<tr class="term ')[1:]
    for row, one in zip(rows, side_by_side(documents, lookup.world).lines, strict=True):
        relations = re.findall(r'<span class="relation"[^>]*><span[^>]*>[^<]+</span> ([^<]+)</span>', row)
        assert relations == [worded(finding.relation) for own in one.findings for finding in own]
        cells = [unescape(re.sub(r"<[^>]+>", " ", cell)) for cell in row.split('<td role="cell" dir="auto">')[1:]]
        for cell, position in zip(cells, one.line.positions, strict=True):
            assert says(position, cell), cell
    return page


def from_brackets_and_matrix(documents: Sequence[Proposal], lookup: Lookup) -> None:
    found = lines(documents, world=lookup.world)
    assert parser.read_brackets(writer.render(documents), lookup.world).lines == found
    held = matrix(documents, world=lookup.world)
    record = MATRIX.json(Of(held, held), lookup)["rows"]
    for line, row, told in zip(found, held.rows, record, strict=True):
        assert (row.line, told["verdict"]) == (line, str(row.verdict))
        assert [cell["state"] for cell in told["cells"]] == [position.word for position in line.positions]


def from_pair(pair: Sequence[Proposal]) -> None:
    lookup = Lookup.of(*pair)
    comparison = compare(*pair, world=lookup.world)
    from_text(comparison, lookup)
    from_json_and_csv(comparison, lookup)
    questions_from_html(comparison, from_html(pair, lookup), lookup)
    questions_from_text(comparison, lookup)
    questions_from_json(comparison, lookup)
    from_brackets_and_matrix(pair, lookup)
    held, summed = matrix(pair, world=lookup.world), questions(comparison)
    for one in held.questions:
        found = {other.verdict for other in summed if other.row.question == one.row.question}
        assert one.verdict is not RowVerdict.SAME or found & {Verdict.SAME, Verdict.SAME_AS_REPORTED}
    verdicts = {(row.line.kind, row.line.subject): row.verdict for row in held.rows}
    for finding in comparison.findings:
        verdict = verdicts.get((finding.kind, finding.subject))
        if verdict and finding.answer is None:
            assert (verdict is RowVerdict.SAME) is (finding.relation in {Relation.SAME, Relation.ACCEPTED})


@pytest.mark.bulk
@pytest.mark.parametrize("pair", [*combinations(library.ids(), 2)], ids="-".join)
def test_all_outputs_of_two_bundled_documents_agree(pair: tuple[str, str]) -> None:
    from_pair([library.load(name) for name in pair])


@pytest.mark.parametrize("pair", [*permutations(OPEN_ONES, 2)], ids=lambda pair: "-".join(one.id for one in pair))
def test_all_outputs_show_alternatives_of_unlike_stances(pair: tuple[Proposal, Proposal]) -> None:
    from_pair(pair)


@given(proposal_pairs())
def test_all_outputs_of_any_two_documents_agree(pair: tuple[Proposal, Proposal]) -> None:
    from_pair(pair)


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_questions_have_the_same_verdict_in_word_and_excel(suffix: str, tmp_path: Path) -> None:
    written = tmp_path / f"compared.{suffix}"
    done = CliRunner().invoke(application, ["diff", *PLANS[:2], "-o", str(written)])
    assert done.exit_code == 0, done.output
    pair = [library.load(name) for name in PLANS[:2]]
    expected = asked(compare(*pair), Lookup.of(*pair))
    words = {wording(Verdict(verdict), Lookup.of(*pair).language): verdict for _, verdict in expected}
    told = [one for one in expected if Verdict(one[1]) not in {Verdict.SAME, Verdict.SAME_AS_REPORTED}]
    if suffix == "docx":
        found = _brief_of_word(Document(str(written)))
    else:
        sheet = load_workbook(BytesIO(written.read_bytes())).worksheets[0]
        assert sheet.title == "Brief"
        found = [(str(row[1]), str(row[0])) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert [(re.sub(r" \([^?]*\)$", "", question), words[verdict.casefold()]) for question, verdict in found] == told


def _brief_of_word(held: Any) -> list[tuple[str, str]]:
    """Each question that a table of the brief has, with the heading above the table."""
    found, heading = [], ""
    for block in held.iter_inner_content():
        if isinstance(block, Table):
            if block.rows[0].cells[0].text == "Question":
                found += [(row.cells[0].text, heading) for row in block.rows[1:]]
        elif block.style.name.startswith("Heading"):
            heading = re.split(r"\s[-–·]\s|: ", block.text)[0].strip()
    return found


def _word(path: Path) -> Iterator[tuple[str, ...]]:
    for table in Document(str(path)).tables:
        for row in table.rows:
            yield tuple(cell.text for cell in row.cells)


def _excel(path: Path) -> Iterator[tuple[str, ...]]:
    sheet = load_workbook(BytesIO(path.read_bytes()))["Four columns"]
    for row in sheet.iter_rows(values_only=True):
        yield tuple(str(value or "") for at, value in enumerate(row) if at != 1)  # the topic has a column


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
@pytest.mark.parametrize("documents", [PLANS, OPEN_ONES], ids=["plans", "open"])
def test_what_three_documents_do_is_the_same_in_word_and_excel(
    documents: Sequence[str | Proposal], suffix: str, tmp_path: Path
) -> None:
    names, held = [], []
    for one in documents:
        names.append(one if isinstance(one, str) else str(tmp_path / f"{one.id}.yaml"))
        if not isinstance(one, str):
            Path(names[-1]).write_text(proposal_yaml(one), encoding="utf-8")
        held.append(library.load(names[-1]))
    written = tmp_path / f"columns.{suffix}"
    done = CliRunner().invoke(application, ["diff", *names, "-o", str(written)])
    assert done.exit_code == 0, done.output
    read = _word(written) if suffix == "docx" else _excel(written)
    rows = {int(row[0]): row[2 : 2 + len(held)] for row in reversed([*read]) if row[0].isdigit()}
    found = lines(held, world=world_of(held))
    assert [*sorted(rows)] == [*range(1, len(found) + 1)]
    for number, line in enumerate(found, start=1):
        assert all(map(says, line.positions, rows[number])), (line.kind, line.subject)


@pytest.mark.parametrize("names", [*permutations(PLANS)], ids="-".join)
def test_all_outputs_of_three_plans_agree(names: Sequence[str]) -> None:
    documents = [library.load(name) for name in names]
    lookup = Lookup.of(*documents)
    from_html(documents, lookup)
    from_brackets_and_matrix(documents, lookup)


def test_all_outputs_of_three_documents_show_alternatives_of_unlike_stances() -> None:
    lookup = Lookup.of(*OPEN_ONES)
    from_html(OPEN_ONES, lookup)
    from_brackets_and_matrix(OPEN_ONES, lookup)
