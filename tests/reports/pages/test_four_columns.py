from __future__ import annotations

import re
from html.parser import HTMLParser

import attrs
import pytest
from blocks import body, facts, titled
from plans import E3, HOSTILE, US, ceasefire, hostile, limit, membership, plan, status

from proposals.comparison.narrowing import Narrowing
from proposals.documents.progress import LineStatus, Progress, TalksStatus
from proposals.documents.proposal import Proposal
from proposals.errors import InvalidProposalError
from proposals.library.bundled import load
from proposals.negotiation.four_columns import FourColumns, Toward, four_columns
from proposals.reports.formats import Options, html, markdown
from proposals.reports.page import Cell, Page
from proposals.reports.pages import four_columns as four_column
from proposals.strings import first_hidden
from proposals.terms.alliances import MembershipPath
from proposals.vocabulary import Coverage, Modality, Stance, Topic

BASE = plan("base", "TR", limit(personnel=600_000, points=("6",)), ceasefire(points=("7",)))
ONE = plan("one", "US", limit(personnel=600_000), ceasefire(stance=Stance.ACCEPTS))
OTHER = plan("other", "E3", limit(personnel=800_000, peacetime=True), membership(membership=MembershipPath.OPEN))
REAL = ("us-28-point", "e3-counter", "twenty-point")


def row(form: Page, matter: str) -> tuple[Cell, ...]:
    return next(cells for table in body(form) for cells in table.rows if cells[1].texts[0].startswith(matter))


def texts(cells: tuple[Cell, ...]) -> list[tuple[str, ...]]:
    return [cell.texts for cell in cells[2:]]


def made(*parties: Proposal, **facts: object) -> Page:
    return four_column.page(four_columns(parties, **facts))  # type: ignore[arg-type]


def test_a_text_that_is_the_base_s_is_an_equals_sign_and_silence_a_dash() -> None:
    form = made(ONE, OTHER, base=BASE)
    assert texts(row(form, "Limit on")) == [
        ("Ukraine's armed forces would be limited to 600,000 personnel.",),
        ("=",),
        ("Ukraine's armed forces would be limited to 800,000 personnel in peacetime.",),
        (),
    ]
    assert texts(row(form, "Ceasefire")) == [
        ("Russia and Ukraine would stop fighting.",),
        ("It accepts that Russia and Ukraine would stop fighting.",),
        ("–",),
        (),
    ]


def test_a_modality_that_differs_is_shown_on_both_sides() -> None:
    base, party = plan("base", "TR", ceasefire(modality=Modality.MAY)), plan("one", "US", ceasefire())
    assert texts(row(made(party, base=base), "Ceasefire"))[:2] == [
        ("Russia and Ukraine may stop fighting.",),
        ("Russia and Ukraine would stop fighting.",),
    ]
    rejecting = plan("one", "US", ceasefire(stance=Stance.REJECTS))
    assert texts(row(made(rejecting, base=base), "Ceasefire"))[:2] == [
        ("Russia and Ukraine may stop fighting.",),
        ("It rejects a ceasefire between Russia and Ukraine.",),
    ]


def test_what_is_not_known_is_not_called_silence() -> None:
    assert texts(row(made(ONE, attrs.evolve(OTHER, coverage=Coverage.PARTIAL), base=BASE), "Ceasefire"))[2] == (
        "not reported",
    )


def test_without_a_base_texts_stand_side_by_side() -> None:
    form = made(ONE, OTHER)
    assert form.title == "Texts side by side"
    assert texts(row(form, "Limit on"))[0] == ("Ukraine's armed forces would be limited to 600,000 personnel.",)
    assert not four_columns([ONE, OTHER]).moves


def test_who_moved_from_the_base_is_told_with_the_weight() -> None:
    columns = four_columns([ONE, OTHER], base=BASE)
    assert [(move.row.line.kind, move.document, move.toward) for move in columns.moves] == [
        ("force-limit", 2, Toward.OWN),
        ("alliance-membership", 2, Toward.OWN),
    ]
    told = [cells[4].texts for cells in titled(four_column.page(columns))["Who moved"].rows]
    assert told == [
        (
            "personnel: 800,000 people instead of 600,000 people (+200,000 people, ×1.33)",
            "adds “in peacetime”",
            "lighter for Ukraine",
        ),
        ("adds it",),
    ]


def test_a_deletion_and_another_answer_are_moves() -> None:
    told = {cells[1].texts[0]: cells[4].texts for cells in titled(made(E3, base=US))["Who moved"].rows}
    assert told["Status of Crimea"] == ("deletes it",)
    answer = membership(membership=MembershipPath.OPEN, answers=("6",), points=("6",))
    instead = made(attrs.evolve(E3, terms=(answer,), struck=()), base=US)
    assert titled(instead)["Who moved"].rows[0][4].texts == ("puts something else in its place",)
    assert texts(row(instead, "Limit on"))[1] == ("Instead: Membership of NATO would be open to Ukraine.",)


@pytest.mark.parametrize(
    ("term", "how"),
    [
        (limit(stance=Stance.REJECTS), "rejects, where the earlier text proposes"),
        (limit(), "without “personnel: 600,000 people”"),
    ],
)
def test_every_sort_of_move_has_words(term: object, how: str) -> None:
    assert how in titled(made(plan("x", "US", term), base=BASE))["Who moved"].rows[0][4].texts


def test_open_alternatives_stand_under_their_holders() -> None:
    drafted = plan("x", "US", limit(personnel=1, holders=("UA",)), limit(personnel=2, holders=("US",)))
    form = made(drafted, base=BASE)
    assert texts(row(form, "Limit on"))[1] == (
        "In Ukraine's version, Ukraine's armed forces would be limited to 1 personnel.",
        "In the United States' version, Ukraine's armed forces would be limited to 2 personnel.",
    )
    assert titled(form)["Who moved"].rows[0][4].texts[0] == "open alternatives"


def test_a_coded_compromise_is_a_column_and_a_move_of_who_is_not_there_yet() -> None:
    agreed = TalksStatus(
        (
            LineStatus(term=limit(personnel=600_000), progress=Progress.DISCUSSED, coded=True),
            LineStatus(term=ceasefire(), words="The fighting stops at noon.", note="Monitoring is open."),
        )
    )
    columns = four_columns([ONE, OTHER], base=BASE, agreement=agreed)
    assert [(move.document, move.toward) for move in columns.moves if move.row.line.kind == "force-limit"] == [
        (2, Toward.OWN),
        (2, Toward.COMPROMISE),
    ]
    form = four_column.page(columns)
    assert texts(row(form, "Limit on"))[-2:] == [("=",), ("discussed",)]
    assert texts(row(form, "Ceasefire"))[-2:] == [("The fighting stops at noon.",), ("open",)]
    assert row(form, "Ceasefire")[-1].aside == "Monitoring is open."


def test_a_document_may_be_the_compromise_and_a_deletion_given_up() -> None:
    columns = four_columns([E3], base=US, compromise=plan("deal", "UA", status(as_="RU")))
    told = [cells[3:] for cells in titled(four_column.page(columns))["Who moved"].rows]
    assert [(str(move[0].texts[0]), move[1].texts) for move in told if "deleted" in str(move[1].texts)] == [
        ("to the compromise", ("had deleted it",)),
    ]
    assert texts(row(four_column.page(columns), "Status of"))[2] == ("Crimea would be recognised as Russian.",)


def test_a_sourced_compromise_has_a_note() -> None:
    form = made(load("e3-counter"), base=load("us-28-point"), compromise=load("twenty-point"))
    assert row(form, "Limit on")[4].notes


@pytest.mark.parametrize(
    ("progress", "agreed"),
    [
        ((Progress.CLOSED, Progress.PROVISIONAL, Progress.CLOSED), True),
        ((Progress.CLOSED, Progress.AD_REFERENDUM, Progress.CLOSED), False),
        ((Progress.CLOSED, Progress.CLOSED), False),
    ],
)
def test_nothing_is_agreed_until_everything_is(progress: tuple[Progress, ...], agreed: bool) -> None:  # noqa: FBT001
    subjects = (limit(), ceasefire(), membership())
    held = tuple(LineStatus(term=term, progress=one) for term, one in zip(subjects, progress, strict=False))
    columns = four_columns([ONE, OTHER], base=BASE, agreement=TalksStatus(held))
    assert columns.agreed is agreed
    told = "at least provisionally agreed" if agreed else "Not all lines are agreed yet"
    assert told in facts(four_column.page(columns))[2]
    assert not FourColumns(documents=(), based=False, compromised=False, rows=(), moves=()).agreed


def test_a_standing_of_a_wider_place_is_that_of_its_parts() -> None:
    wide = LineStatus(term=attrs.evolve(status(), places=("UA-43", "UA-14")), progress=Progress.DISCUSSED)
    columns = four_columns([plan("x", "US", status(as_="RU"))], agreement=TalksStatus((wide,)))
    assert columns.rows[0].progress is Progress.DISCUSSED


@pytest.mark.parametrize(
    ("terms", "code"),
    [((membership(),), "unknown-line"), ((limit(), limit()), "second-standing")],
)
def test_a_standing_that_fits_no_line_or_a_second_one_is_a_problem(terms: tuple[object, ...], code: str) -> None:
    held = TalksStatus(tuple(LineStatus(term=term) for term in terms))  # type: ignore[arg-type]
    with pytest.raises(InvalidProposalError) as caught:
        four_columns([ONE], agreement=held)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_a_compromise_may_be_a_document_of_its_own_whose_silence_is_told() -> None:
    meant = plan("meant", "TR", limit(personnel=700_000))
    form = made(ONE, OTHER, base=BASE, compromise=meant)
    assert body(form)[0].columns[-1].head == "Compromise, D: Plan meant"
    assert texts(row(form, "Limit on"))[3] == ("Ukraine's armed forces would be limited to 700,000 personnel.",)
    assert texts(row(form, "Ceasefire"))[3] == ("–",)
    partly = made(ONE, OTHER, base=BASE, compromise=attrs.evolve(meant, coverage=Coverage.PARTIAL))
    assert texts(row(partly, "Ceasefire"))[3] == ("not reported",)
    kept = TalksStatus((LineStatus(term=ceasefire(), words="The fighting stops."),))
    worded = made(ONE, OTHER, base=BASE, compromise=meant, agreement=kept)
    assert texts(row(worded, "Ceasefire"))[3] == ("The fighting stops.",)
    assert any("to the compromise" in cell.texts for cells in titled(form)["Who moved"].rows for cell in cells)


def test_a_compromise_is_a_document_or_coded_in_the_statuses_and_never_both() -> None:
    held = TalksStatus((LineStatus(term=limit(personnel=1), coded=True), LineStatus(term=ceasefire())))
    with pytest.raises(InvalidProposalError) as caught:
        four_columns([ONE], compromise=OTHER, agreement=held)
    assert [problem.code for problem in caught.value.problems] == ["second-compromise"]


class Parsed(HTMLParser):
    """The tags and the attributes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]
        assert not any(name.startswith("on") for name, _ in attrs)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_cannot_run_hide_or_break_a_page(text: str) -> None:
    form = made(*hostile(text), base=plan("base", "TR"))
    page = html.write(form, Options())
    assert all(first_hidden(line) is None for line in page.split("\n"))
    held = Parsed(page)
    assert "script" not in held.tags
    assert all(link.startswith(("#", "http")) for link in held.links)
    written = markdown.write(form, Options())
    assert all(first_hidden(line) is None for line in written.split("\n"))
    assert not re.search(r"(?<!\\)<(?!br>|http)", written)
    rows = [line for line in written.split("\n") if line.startswith("| 1 ")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in rows} <= {5, 6, 7}


def test_the_rows_and_moves_of_the_real_plans_are_all_told() -> None:
    columns = four_columns([load(name) for name in REAL[1:]], base=load(REAL[0]))
    form = four_column.page(columns)
    assert sum(len(table.rows) for table in body(form)) == len(columns.rows)
    assert all(lines for cells in titled(form)["Who moved"].rows for lines in [cells[4].texts])
    narrowed = columns.narrowed(Narrowing(topics={Topic.FORCES}))
    assert {row.line.topic for row in narrowed.rows} == {Topic.FORCES}
    assert {move.row.number for move in narrowed.moves} <= {row.number for row in narrowed.rows}
