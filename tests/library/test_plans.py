"""The bundled documents, tested like code: every file, every citation, and what the comparisons must show."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from proposals import compare, load, problems_of
from proposals.comparison.findings import Finding
from proposals.comparison.result import Comparison
from proposals.comparison.summaries import questions, topics
from proposals.documents.proposal import Proposal
from proposals.library.bundled import events, ids, root, sources
from proposals.provenance import Source
from proposals.reports.formats import FORMATS, Options
from proposals.reports.pages.codebook import page
from proposals.terms import KINDS, Kinds
from proposals.vocabulary import Certainty, Coverage, Stance

FILES = sorted((root() / "data" / "proposals").glob("*.yaml"))
WHOLE = {
    "us-28-point": 28,
    "e3-counter": 28,
    "twenty-point": 20,
    "minsk-2": 13,
    "istanbul-communique": 10,
    "us-april-text": 16,
    "european-april-text": 17,
    "gaza-plan": 20,
    "paris-declaration": 5,
}
HEADING = "## Kinds of term: sovereignty\n"


def number(point: str) -> int:
    return int(re.match(r"\d+", point)[0])


def head(point: str) -> str:
    """A point without the letters of its parts; where points are numbered by section (I.5), all of it."""
    return re.match(r"\d+|.+", point)[0]


def numbers(proposal: Proposal, *, struck: bool = False) -> set[int]:
    """The numbers of the points under which a term stands, or of those that are deleted."""
    if struck:
        return {number(one.point) for one in proposal.struck}
    return {number(point) for term in proposal.terms if term.stance is not Stance.STRIKES for point in term.points}


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture
def proposal(path: Path) -> Proposal:
    return load(path.stem)


def test_a_file_has_no_problems_and_is_called_like_its_document(path: Path) -> None:
    assert [str(problem) for problem in problems_of(path)] == []
    assert load(path).id == path.stem


def test_every_term_cites_a_source_that_exists(proposal: Proposal) -> None:
    known = set(sources()) | {source.id for source in proposal.sources}
    for term in proposal.terms:
        assert term.citations, (term.kind, term.points)
        assert {citation.source for citation in term.citations} <= known
        assert all(dispute.citations and dispute.note for dispute in term.disputes), (term.kind, term.points)


def test_a_document_tells_what_it_is_and_what_is_not_established(proposal: Proposal) -> None:
    assert proposal.summary
    assert proposal.authors
    assert proposal.gaps


def test_few_terms_are_provisions_and_each_says_why(proposal: Proposal) -> None:
    provisions = [term for term in proposal.terms if term.kind == "provision"]
    assert len(provisions) <= max(1, len(proposal.terms) // 10)
    assert all(term.note for term in provisions)


def test_what_no_page_carries_stands_in_the_gaps(proposal: Proposal) -> None:
    """A term that rests on unverified citations alone has a gap under its point, or one for the document as a whole."""
    listed = {head(gap.point) for gap in proposal.gaps if gap.point}
    for term in proposal.terms:
        if all(citation.certainty is Certainty.UNVERIFIED for citation in term.citations):
            assert not term.points or {head(point) for point in term.points} & listed, (term.kind, term.points)


def test_answers_and_deletions_name_points_of_the_amended_document(proposal: Proposal) -> None:
    amended = {point for other in proposal.amends for term in load(other).terms for point in term.points}
    named = {one.point for one in proposal.struck} | {point for term in proposal.terms for point in term.answers}
    assert {point for point in named if not any(known.startswith(point) for known in amended)} == set()


@pytest.mark.parametrize("source", sources().values(), ids=lambda source: source.id)
def test_a_source_is_graded_and_can_be_found_again(source: Source) -> None:
    assert re.fullmatch("[A-F][1-6]", source.grade)
    assert source.publisher
    assert source.title
    assert source.date
    assert source.language
    assert source.kind
    assert source.file or (source.url and source.retrieved)


def test_no_two_sources_have_one_address_and_every_source_is_used() -> None:
    addresses = [source.url for source in sources().values() if source.url]
    assert len(addresses) == len(set(addresses))
    named = {citation.source for name in ids() for citation in load(name).citations()}
    named |= {citation.source for event in events() for citation in event.citations}
    assert set(sources()) - named == set()


@pytest.mark.parametrize(
    ("name", "live", "struck_only", "coverage"),
    [
        ("us-28-point", set(range(1, 29)), set(), Coverage.COMPLETE),
        ("e3-counter", set(range(1, 29)) - {3}, {3}, Coverage.COMPLETE),
        ("twenty-point", set(range(1, 21)), set(), Coverage.PARTIAL),
        ("minsk-2", set(range(1, 14)), set(), Coverage.COMPLETE),
        ("istanbul-communique", set(range(1, 11)), set(), Coverage.COMPLETE),
        ("us-april-text", set(range(1, 17)), set(), Coverage.COMPLETE),
        ("european-april-text", set(range(1, 18)), set(), Coverage.COMPLETE),
        ("gaza-plan", set(range(1, 21)), set(), Coverage.COMPLETE),
        ("paris-declaration", set(range(1, 6)), set(), Coverage.COMPLETE),
    ],
)
def test_the_whole_plans_are_coded_point_by_point(
    name: str, live: set[int], struck_only: set[int], coverage: Coverage
) -> None:
    plan = load(name)
    assert plan.points == WHOLE[name]
    assert numbers(plan) == live
    assert numbers(plan, struck=True) - numbers(plan) == struck_only
    assert plan.coverage is coverage


def test_two_points_of_the_twenty_are_open_between_ukraine_and_the_us() -> None:
    open_terms = [term for term in load("twenty-point").terms if term.holders]
    assert [(term.points, term.kind, term.holders) for term in open_terms] == [
        (("12",), "nuclear-plant", ("US",)),
        (("12",), "nuclear-plant", ("UA",)),
        (("14",), "economic-zone", ("US",)),
        (("14",), "economic-zone", ("UA",)),
    ]


@pytest.mark.parametrize(
    ("name", "point", "told"),
    [
        ("us-28-point", "6", "long-range weapons"),
        ("us-28-point", "13a", "Immediate lifting"),
        ("us-28-point", "19", "US management"),
        ("us-28-point", None, "Driscoll gave the written plan on 20 November"),
        ("e3-counter", "7", "does not exist at present"),
        ("e3-counter", "26", "some lists leave point 26 out"),
        ("e3-counter", None, "27 points stand"),
        ("twenty-point", "7", "2028"),
        ("twenty-point", "14", "40 km"),
        ("twenty-point", "14", "30 percent of the region"),
        ("twenty-point", "18", "presidential"),
    ],
)
def test_what_else_was_reported_is_told_under_its_point(name: str, point: str | None, told: str) -> None:
    """Beside the value, with the deletion, or in the gaps, where no value or no page that was read holds it."""
    plan = load(name)
    terms = [term for term in plan.terms if point in term.points]
    texts = [f"{one.value} {one.note}" for term in terms for one in term.disputes]
    texts += [one.note for one in (*plan.struck, *plan.gaps) if one.point == point]
    assert [text for text in texts if told in text]


def test_a_degree_of_recognition_that_no_page_tells_is_not_coded() -> None:
    """The 20 points recognise a line of contact; of the ground behind it nothing is reported."""
    (line_at_the_end,) = (term for term in load("twenty-point").terms if term.kind == "frozen-line")
    assert line_at_the_end.recognition is None
    assert [one.field for one in line_at_the_end.disputes] == ["recognition"]


def test_several_documents_are_called_the_european_plan() -> None:
    """Whoever looks for it finds that there are three."""
    named = [name for name in ids() if "European plan" in load(name).names]
    assert named == ["e3-counter", "european-12-point", "european-24-point"]


def codebook(kinds: Kinds) -> str:
    text = FORMATS["markdown"].writer(page(kinds), Options())
    assert isinstance(text, str)
    return text.removeprefix("# Codebook\n\n")


def test_the_codebook_in_the_data_folder_is_that_of_the_kinds() -> None:
    introduction, heading, rest = (root() / "data" / "README.md").read_text(encoding="utf-8").partition(HEADING)
    assert heading + rest == codebook(KINDS)
    for name in set(ids()) & set(re.findall(r"^\| `([a-z0-9-]+)` \|", introduction, re.MULTILINE)):
        assert load(name)
    assert set(re.findall(r"^\| `([a-z0-9-]+)` \|", introduction, re.MULTILINE)) <= set(ids())


def test_a_codebook_of_one_kind_tells_of_its_topic_only() -> None:
    told = codebook({"force-limit": KINDS["force-limit"]})
    assert re.findall(r"^#+ (.*)$", told.partition("## Fields of all kinds")[0], re.MULTILINE) == [
        "Kinds of term: forces",
        "`force-limit`",
    ]
    assert "| `personnel` | The most persons allowed. | a number of persons | quantity | the less |" in told


def test_every_kind_that_is_bundled_is_used_by_a_document() -> None:
    used = {term.kind for name in ids() for term in load(name).terms}
    assert set(KINDS) - used == set()


def table(comparison: Comparison) -> list[str]:
    """One line for each finding: relation, kind, subject, direction, points of either side."""
    return [line(finding) for finding in comparison.findings]


def line(finding: Finding) -> str:
    subject = " ".join("+".join(part) for part in finding.subject)
    points = f"{','.join(finding.left.points) or '-'}|{','.join(finding.right.points) or '-'}"
    return f"{finding.relation} {finding.kind} {subject}: {finding.direction or '-'} [{points}]"


US_AND_E3 = """\
same sovereignty UA: - [1|1]
differs non-aggression-pact RU+UA: - [2|2]
struck non-invasion RU: - [3|3]
struck enlargement-stop NATO: - [3|3]
differs security-dialogue NATO+RU: lighter [4|4]
differs security-guarantee UA: heavier [5,10,10a,10b,10c,10d,22|5,10,10a,10b,10c,22]
differs force-limit UA: lighter [6|6]
differs alliance-membership UA NATO: lighter [7|7]
differs foreign-forces NATO UA: lighter [8|8]
differs air-basing PL: - [9|9]
same union-accession UA EU: - [11|11]
same market-access UA EU: - [11|11]
same reconstruction UA: - [12,12a,12b,12c,12d,12e,12f|12]
differs reintegration RU: lighter [13|13]
same sanctions-relief RU: - [13a|13]
same economic-cooperation RU+US: - [13b|13]
same readmission RU G8: - [13c|13]
differs frozen-assets RU: heavier [14|14]
struck contribution Europe UA: - [14|14]
struck frozen-assets Europe: - [14|14]
struck investment-vehicle RU+US: - [14|14]
differs joint-body security: - [15|15]
same non-aggression-law RU: - [16|16]
differs arms-control RU+US: - [17|17]
same nuclear-status UA: - [18|18]
same nuclear-plant ZNPP: - [19|19]
struck tolerance-education RU+UA: - [20|20]
same minority-rights UA: - [20a|20]
struck equal-rights RU+UA: - [20b|20b]
struck ideology-ban Nazi: - [20c|20c]
struck territory-status UA-43+UA-09+UA-14: - [21a|21]
struck territory-status UA-14/held-by-UA: - [21d|21]
differs frozen-line RU+UA: - [21b|21]
struck withdrawal RU other-regions/held-by-RU: - [21c|21]
struck withdrawal UA UA-14/held-by-UA: - [21d|21]
struck demilitarization UA-14/held-by-UA: - [21d|21]
same force-renunciation RU+UA agreed arrangements: - [22|22]
same navigation dnipro: - [23|23]
same grain-transport black-sea: - [23|23]
same joint-body humanitarian: - [24|24]
same prisoner-exchange RU+UA: - [24a|24]
same return-of-persons civilians+children: - [24b|24]
same family-contact RU+UA: - [24c|24]
same victims-relief RU+UA: - [24d|26]
differs elections UA: lighter [25|25]
struck amnesty all-parties: - [26|26]
differs oversight agreement: heavier [27|27]
same ceasefire RU+UA: - [28|28]
silent compensation UA: - [-|14]
silent force-renunciation UA ground held by the other side: - [-|21]
silent oversight ceasefire: - [-|28]
"""

US_AND_TWENTY = """\
differs sovereignty UA: - [1|1]
differs non-aggression-pact RU+UA: heavier [2|2]
unreported non-invasion RU: - [3|-]
unreported enlargement-stop NATO: - [3|-]
unreported security-dialogue NATO+RU: - [4|-]
differs security-guarantee UA: heavier [5,10,10a,10b,10c,10d,22|3,5]
differs force-limit UA: lighter [6|4]
silent alliance-membership UA NATO: - [7|-]
unreported foreign-forces NATO UA: - [8|-]
unreported air-basing PL: - [9|-]
differs union-accession UA EU: heavier [11|7]
same market-access UA EU: - [11|7]
differs reconstruction UA: heavier [12,12a,12b,12c,12d,12e,12f|8,9]
unreported reintegration RU: - [13|-]
unreported sanctions-relief RU: - [13a|-]
unreported economic-cooperation RU+US: - [13b|-]
unreported readmission RU G8: - [13c|-]
unreported frozen-assets RU: - [14|-]
unreported contribution Europe UA: - [14|-]
unreported frozen-assets Europe: - [14|-]
unreported investment-vehicle RU+US: - [14|-]
unreported joint-body security: - [15|-]
differs non-aggression-law RU: heavier [16|6]
unreported arms-control RU+US: - [17|-]
same nuclear-status UA: - [18|11]
differs nuclear-plant ZNPP: - [19|12]
same tolerance-education RU+UA: - [20|13]
same minority-rights UA: - [20a|13]
unreported equal-rights RU+UA: - [20b|-]
unreported ideology-ban Nazi: - [20c|-]
silent territory-status UA-43+Donbas/held-by-RU: - [21a|-]
unreported territory-status UA-09/held-by-UA: - [21a|-]
unreported territory-status UA-14/held-by-UA: - [21d|-]
differs frozen-line RU+UA: - [21b|14]
differs withdrawal RU UA-12/held-by-RU+UA-48/held-by-RU+UA-59/held-by-RU+UA-63/held-by-RU: heavier [21c|14]
unreported withdrawal RU UA-74/held-by-RU: - [21c|-]
silent withdrawal UA UA-14/held-by-UA: - [21d|-]
unreported demilitarization UA-14/held-by-UA: - [21d|-]
silent demilitarization Enerhodar+ZNPP: - [-|12]
silent demilitarization kinburn-spit: - [-|16]
same force-renunciation RU+UA agreed arrangements: - [22|15]
differs navigation dnipro: - [23|16]
silent navigation black-sea: - [-|16]
unreported grain-transport black-sea: - [23|-]
same joint-body humanitarian: - [24|17]
same prisoner-exchange RU+UA: - [24a|17]
same return-of-persons civilians+children: - [24b|17]
unreported family-contact RU+UA: - [24c|-]
same victims-relief RU+UA: - [24d|17]
differs elections UA: lighter [25|18]
silent amnesty all-parties: - [26|-]
differs oversight agreement: - [27|19]
differs ceasefire RU+UA: heavier [28|20]
silent oversight line of contact: - [-|2]
silent free-trade UA+US: - [-|10]
silent joint-body redeployment: - [-|14]
silent foreign-forces international-forces UA: - [-|14]
silent economic-zone UA-14/held-by-UA: - [-|14]
silent economic-zone Enerhodar: - [-|14]
silent weapons-withdrawal UA heavy weapons: - [-|14]
silent return-of-persons political prisoners: - [-|17]
"""

E3_AND_TWENTY = """\
differs sovereignty UA: - [1|1]
differs non-aggression-pact RU+UA: heavier [2|2]
unreported security-dialogue NATO+RU: - [4|-]
differs security-guarantee UA: heavier [5,10,10a,10b,10c,22|3,5]
same force-limit UA: - [6|4]
unreported alliance-membership UA NATO: - [7|-]
unreported foreign-forces NATO UA: - [8|-]
unreported air-basing PL: - [9|-]
differs union-accession UA EU: heavier [11|7]
same market-access UA EU: - [11|7]
differs reconstruction UA: heavier [12|8,9]
unreported reintegration RU: - [13|-]
unreported sanctions-relief RU: - [13|-]
unreported economic-cooperation RU+US: - [13|-]
unreported readmission RU G8: - [13|-]
unreported frozen-assets RU: - [14|-]
unreported compensation UA: - [14|-]
unreported joint-body security: - [15|-]
differs non-aggression-law RU: heavier [16|6]
unreported arms-control RU+US: - [17|-]
same nuclear-status UA: - [18|11]
differs nuclear-plant ZNPP: - [19|12]
same minority-rights UA: - [20|13]
unreported force-renunciation UA ground held by the other side: - [21|-]
unreported territorial-talks RU+UA: - [21|-]
same force-renunciation RU+UA agreed arrangements: - [22|15]
differs navigation dnipro: - [23|16]
silent navigation black-sea: - [-|16]
unreported grain-transport black-sea: - [23|-]
same joint-body humanitarian: - [24|17]
same prisoner-exchange RU+UA: - [24|17]
same return-of-persons civilians+children: - [24|17]
unreported family-contact RU+UA: - [24|-]
same elections UA: - [25|18]
same victims-relief RU+UA: - [26|17]
differs oversight agreement: - [27|19]
differs ceasefire RU+UA: heavier [28|20]
unreported oversight ceasefire: - [28|-]
unreported non-invasion RU: - [3|-]
unreported enlargement-stop NATO: - [3|-]
unreported contribution Europe UA: - [14|-]
unreported frozen-assets Europe: - [14|-]
unreported investment-vehicle RU+US: - [14|-]
struck tolerance-education RU+UA: - [20|13]
unreported equal-rights RU+UA: - [20b|-]
unreported ideology-ban Nazi: - [20c|-]
silent territory-status UA-43+Donbas/held-by-RU: - [21|-]
unreported territory-status UA-09/held-by-UA: - [21|-]
unreported territory-status UA-14/held-by-UA: - [21|-]
differs frozen-line RU+UA: - [21|14]
struck withdrawal RU UA-12/held-by-RU+UA-48/held-by-RU+UA-59/held-by-RU+UA-63/held-by-RU: - [21|14]
unreported withdrawal RU UA-74/held-by-RU: - [21|-]
silent withdrawal UA UA-14/held-by-UA: - [21|-]
unreported demilitarization UA-14/held-by-UA: - [21|-]
silent demilitarization Enerhodar+ZNPP: - [-|12]
silent demilitarization kinburn-spit: - [-|16]
silent amnesty all-parties: - [26|-]
silent oversight line of contact: - [-|2]
silent free-trade UA+US: - [-|10]
silent joint-body redeployment: - [-|14]
silent foreign-forces international-forces UA: - [-|14]
silent economic-zone UA-14/held-by-UA: - [-|14]
silent economic-zone Enerhodar: - [-|14]
silent weapons-withdrawal UA heavy weapons: - [-|14]
silent return-of-persons political prisoners: - [-|17]
"""


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("us-28-point", "e3-counter", US_AND_E3),
        ("us-28-point", "twenty-point", US_AND_TWENTY),
        ("e3-counter", "twenty-point", E3_AND_TWENTY),
    ],
)
def test_the_plans_compare_as_a_desk_officer_would_write_it(left: str, right: str, expected: str) -> None:
    assert table(compare(load(left), load(right))) == expected.splitlines()


def found(left: str, right: str, kind: str, point: str) -> Finding:
    """The one finding of a kind to which a point of either side belongs."""
    comparison = compare(load(left), load(right))
    (one,) = (
        finding
        for finding in comparison.findings
        if finding.kind == kind and point in (*finding.left.points, *finding.right.points)
    )
    return one


@pytest.mark.parametrize(
    ("kind", "point", "fields"),
    [
        ("force-limit", "6", {"personnel": "lighter", "peacetime": "lighter"}),
        ("alliance-membership", "7", {"obligors": None, "membership": "lighter", "written-into": "lighter"}),
        ("foreign-forces", "8", {"permanently": "lighter", "under-its-command": "lighter", "peacetime": "lighter"}),
        ("security-guarantee", "10", {"mechanism": "heavier", "void-if": "heavier"}),
        ("security-dialogue", "4", {"after": "lighter", "mediators": None}),
        ("elections", "25", {"within": "lighter", "after": "lighter", "as-soon-as-possible": None}),
        ("air-basing", "9", {"of": None}),
        ("non-aggression-pact", "2", {"with": None}),
        ("nuclear-plant", "19", {}),
        ("nuclear-status", "18", {}),
        ("readmission", "13c", {}),
    ],
)
def test_what_the_european_text_changes_in_a_point(kind: str, point: str, fields: dict[str, str | None]) -> None:
    differences = found("us-28-point", "e3-counter", kind, point).differences
    assert {one.field: one.direction and str(one.direction) for one in differences} == fields


def test_the_missile_clause_is_what_leaves_the_guarantee() -> None:
    (void_if,) = (
        one
        for one in found("us-28-point", "e3-counter", "security-guarantee", "10").differences
        if one.field == "void-if"
    )
    assert [next(iter(one)) for one in void_if.change.removed] == ["missile-strike"]
    assert void_if.change.added == ()


def test_topics_in_which_the_european_text_answers_with_other_terms_what_it_deletes() -> None:
    asked = questions(compare(load("us-28-point"), load("e3-counter")))
    verdicts = {str(one.topic): str(one.verdict) for one in topics(asked)}
    assert {topic for topic, verdict in verdicts.items() if verdict == "replaced"} == {
        "territory",
        "economy",
    }
    assert {topic for topic, verdict in verdicts.items() if verdict == "same"} == {
        "sovereignty",
        "ceasefire",
        "european union",
        "humanitarian",
        "navigation",
    }
